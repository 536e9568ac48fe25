/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The diagrams of a knowledge base as the cases of its rules need them: where an
 * argument is in force, where it decides, and what a case can get. "Decides" is
 * meant by the letter: without this one argument the treatment's status would be
 * another.
 */
#pragma once

#include "leio-model.h"

G_BEGIN_DECLS

/* As bits of LeioStatus: a treatment that is considered. */
#define LEIO_RULE_MODEL_CONSIDERED                                                                 \
  (1u << LEIO_STATUS_RECOMMENDED | 1u << LEIO_STATUS_OPTION | 1u << LEIO_STATUS_TRIAL_ONLY)

typedef struct
{
  LeioKnowledge *knowledge;
  LeioSpace *space;
  LeioDiagrams *diagrams;
  LeioModel *model;
  LeioNode possible; /* no impossible combination */
  LeioNode *asked;   /* one a question */
  LeioNode *without; /* one an argument: the status of its treatment if it were not there */
  LeioNode *decides; /* one an argument */
  guint n_questions;
} LeioRuleModel;

LeioRuleModel *leio_rule_model_new (LeioKnowledge *knowledge, GError **error);
void leio_rule_model_free (LeioRuleModel *self);

const LeioRule *leio_rule_model_get_rule (const LeioRuleModel *self, guint argument);
const LeioTreatment *leio_rule_model_get_treatment (const LeioRuleModel *self, guint argument);
const LeioQuestion *leio_rule_model_get_question (const LeioRuleModel *self, guint question);
/* (element-type guint): the arguments of a rule, one a treatment. */
GArray *leio_rule_model_list_arguments (const LeioRuleModel *self, guint rule);

/* TRUE where @node is TRUE in some possible case. */
gboolean leio_rule_model_can_be (LeioRuleModel *self, LeioNode node);
/* The results of @node over all possible completions of the answers, as bits. */
guint64 leio_rule_model_results (LeioRuleModel *self, LeioNode node, const LeioAnswers *answers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioRuleModel, leio_rule_model_free)

G_END_DECLS
