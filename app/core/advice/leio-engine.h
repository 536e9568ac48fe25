/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The engine: a knowledge base compiled to diagrams, and the questions that can
 * be asked of them. One engine serves any number of cases; it is not
 * thread-safe (it owns scratch memory), make one a thread.
 */
#pragma once

#include "leio-advice.h"

G_BEGIN_DECLS

typedef struct _LeioEngine LeioEngine;

/* A limit on diagram nodes that no sane knowledge base meets. */
#define LEIO_ENGINE_NODE_LIMIT 2000000

/**
 * leio_engine_new:
 * @knowledge: the knowledge base; a reference is kept
 * @node_limit: the most diagram nodes, or 0 for LEIO_ENGINE_NODE_LIMIT
 * @error: LEIO_ERROR_LIMIT naming the rule whose diagram did not fit
 *
 * Returns: (transfer full) (nullable): the engine
 */
LeioEngine *leio_engine_new (LeioKnowledge *knowledge, guint node_limit, GError **error);
void leio_engine_free (LeioEngine *self); /* takes an engine, or NULL */
/* (transfer none): valid as long as the engine. */
LeioKnowledge *leio_engine_get_knowledge (const LeioEngine *self);
/* The diagram nodes of all rules, the 65 terminals too. */
guint leio_engine_get_n_nodes (const LeioEngine *self);
/* NULL where all invariants of the diagrams hold and no node is dead, else what is broken
 * (transfer full). */
char *leio_engine_check (const LeioEngine *self);

/* (transfer full): the advice; fresh memory, independent of the engine. */
LeioAdvice *
leio_engine_advise (LeioEngine *self, const LeioAnswers *answers, LeioAdviceParts parts);

/* Only the possible statuses: @possible has one slot a treatment. No allocation. */
void leio_engine_possible (LeioEngine *self, const LeioAnswers *answers, guint8 *possible);

/* Whether a question for the doctor fits the case: bit 0 = it may not, bit 1 = it may. The engine
 * has compiled these conditions; a list of the questions that fit is shown by asking here, for an
 * open answer can leave both. */
guint leio_engine_doctor_question_possible (LeioEngine *self, guint doctor_question,
                                            const LeioAnswers *answers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioEngine, leio_engine_free)

G_END_DECLS
