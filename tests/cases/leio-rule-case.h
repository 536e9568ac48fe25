/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A case that shows what one rule does: a line of tests/cases/rules. README.md
 * in tests/cases tells what the members mean.
 */
#pragma once

#include "leio-rule-model.h"

G_BEGIN_DECLS

typedef enum
{
  LEIO_RULE_CASE_DECIDES,   /* without the rule the statuses would be others */
  LEIO_RULE_CASE_IN_FORCE,  /* the rule is an argument here and changes no status */
  LEIO_RULE_CASE_NEAR_MISS, /* the rule is not in force */
} LeioRuleCaseKind;

typedef struct
{
  guint treatment;
  guint expected; /* the possible statuses, as bits */
  guint without;  /* the same if the rule were not there; 0 where it is not told */
} LeioRuleExpectation;

typedef struct
{
  char *rule;
  LeioRuleCaseKind kind;
  LeioAnswers *answers;
  GArray *expectations; /* LeioRuleExpectation, in the order of the treatments */
} LeioRuleCase;

LeioRuleCase *leio_rule_case_new (const char *rule, LeioRuleCaseKind kind, LeioAnswers *answers);
void leio_rule_case_free (LeioRuleCase *self);
const char *leio_rule_case_kind_to_id (LeioRuleCaseKind kind);

/* (transfer full): the line of the case, with no newline. */
char *leio_rule_case_to_line (const LeioRuleCase *self, const LeioKnowledge *knowledge);
/* (transfer full) (nullable): the case of a line; a rule that is not known is no fault here. */
LeioRuleCase *
leio_rule_case_from_line (const char *line, const LeioKnowledge *knowledge, GError **error);
/* (transfer full) (nullable) (element-type LeioRuleCase): the cases of a file, none where there
 * is no file; an error names the line. */
GPtrArray *leio_rule_cases_read (const char *path, const LeioKnowledge *knowledge, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioRuleCase, leio_rule_case_free)

G_END_DECLS
