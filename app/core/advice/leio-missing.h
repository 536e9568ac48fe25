/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is missing before a case is discussed: the few answers that settle the
 * most treatments, whatever these answers turn out to be.
 */
#pragma once

#include "leio-engine.h"

G_BEGIN_DECLS

/* No more answers are named, unless no treatment is settled by so few. */
#define LEIO_MISSING_MOST 3

/**
 * LeioMissing:
 * @contradictory: the answers contradict each other; nothing else is told
 * @n_open: the treatments that several statuses are possible for
 * @n_settled: how many of these the answers to @questions settle
 * @questions: (element-type guint): open questions, in the questionnaire's order
 * @unknown: (element-type guint): the questions that were answered with "not known" and that one
 *   of the open treatments waits for, in the questionnaire's order
 *
 * A set of questions settles a treatment when any two possible completions of the case that answer
 * these alike give it the same status. @questions is such a set for @n_settled of the open
 * treatments: whatever the answers are, as long as they are answers and not "not known", these
 * treatments have one status then.
 *
 * Of all sets of at most %LEIO_MISSING_MOST questions that are open, "not known" is an answer here,
 * it is one that settles the most, and of those that settle equally many a smallest. Where no
 * treatment is settled by so few, it is what one treatment needs, of those that need least. It is
 * empty where nothing is open, and where every open treatment waits for what is not known.
 */
typedef struct
{
  gboolean contradictory;
  guint n_open;
  guint n_settled;
  GArray *questions;
  GArray *unknown;
} LeioMissing;

/**
 * leio_missing_new:
 * @engine: the engine
 * @answers: a case
 *
 * Cost: that of the statuses and of what they depend on, and, where impossible combinations tie
 * questions together, a walk over pairs of completions.
 *
 * Returns: (transfer full): what is missing in the case
 */
LeioMissing *leio_missing_new (LeioEngine *engine, const LeioAnswers *answers);
void leio_missing_free (LeioMissing *self); /* takes it, or NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioMissing, leio_missing_free)

G_END_DECLS
