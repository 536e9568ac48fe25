/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules of a knowledge base as diagrams: where each rule applies, where each
 * argument is in force, and the status of each treatment. Impossible
 * combinations of answers are not yet left out here: the engine and the audit
 * do that, each in its way.
 */
#pragma once

#include "leio-compile.h"
#include "leio-knowledge.h"

G_BEGIN_DECLS

typedef struct
{
  LeioKnowledge *knowledge;
  LeioDiagrams *diagrams;  /* lent */
  LeioCompiler *compiler;
  LeioNode *applies;       /* one a rule */
  LeioNode *in_force;      /* one an argument */
  LeioNode *statuses;      /* one a treatment; the results are LeioStatus */
} LeioModel;

/* Adds everything of the knowledge base that has conditions to an unfinished space. */
void leio_model_fill_space (LeioSpace *space, const LeioKnowledge *knowledge);

/**
 * leio_model_new:
 * @space: finished, with @knowledge in it; must outlive the model
 * @diagrams: made for @space; must outlive the model
 * @error: LEIO_ERROR_LIMIT, naming the rule whose diagram did not fit
 *
 * Returns: (transfer full) (nullable): the model
 */
LeioModel *leio_model_new (LeioKnowledge *knowledge, const LeioSpace *space, LeioDiagrams *diagrams,
                           GError **error);
/* Takes a model, or NULL; space, diagrams and nodes stay. */
void leio_model_free (LeioModel *self);

/* The status of a treatment if one of its arguments were not there, as a diagram whose results are
 * LeioStatus; new nodes, made anew at each call. @argument is an index of the knowledge base. */
LeioNode leio_model_status_without (LeioModel *self, guint treatment, guint argument);

/* The first argument of a treatment; that of the next treatment is the one after its last. */
guint leio_model_first_argument (const LeioModel *self, guint treatment);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioModel, leio_model_free)

G_END_DECLS
