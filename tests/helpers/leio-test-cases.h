/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Random cases of a knowledge base, finished and unfinished. Numbers are drawn
 * at the thresholds of the conditions and beside them as often as anywhere.
 */
#pragma once

#include "leio-knowledge.h"
#include "leio-space.h"

G_BEGIN_DECLS

typedef struct
{
  LeioKnowledge *knowledge;
  LeioSpace *space;
  GRand *rand;
  guint n_questions;
} LeioTestCases;

LeioTestCases *leio_test_cases_new (LeioKnowledge *knowledge, guint seed);
void leio_test_cases_free (LeioTestCases *self);

guint leio_test_cases_pick (LeioTestCases *self, guint n);
const LeioQuestion *leio_test_cases_question (const LeioTestCases *self, guint question);
LeioAnswer leio_test_cases_answer (LeioTestCases *self, guint question);
/* Answers each question with the probability @share; may hold what is impossible. */
LeioAnswers *leio_test_cases_draw (LeioTestCases *self, double share);
/* (nullable): the answers and one to every open question; NULL where many tries gave nothing
 * possible. */
LeioAnswers *leio_test_cases_complete (LeioTestCases *self, const LeioAnswers *answers);

/* Every answer to a question: values, one number an interval, subsets of at most @max_sets. */
GArray *leio_test_cases_list_answers (LeioTestCases *self, guint question, guint max_sets);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioTestCases, leio_test_cases_free)

G_END_DECLS
