/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small random knowledge bases, and brute force over all of their cases: what
 * the diagrams say is held against this.
 */
#pragma once

#include "leio-knowledge.h"

G_BEGIN_DECLS

/* Writes the files of a random base into @directory and loads them. The numbers in it are cut
 * at 2, 5 and 7. */
LeioKnowledge *leio_test_base_new (GRand *rand, const char *directory);

/* One assignment of values to all questions, asked or not. */
typedef struct
{
  guint *values;          /* one a question: index into its values, subsets or sample numbers */
  gboolean possible;      /* no impossible combination */
  /* every question that is not asked is at its first value: counts as a complete case */
  gboolean canonical;
  gboolean *asked;
  guint8 *statuses;       /* by plain evaluation */
  gboolean *in_force;     /* one an argument */
  gboolean *applies;      /* one a rule */
  int *derived;           /* -1: none */
} LeioTestWorld;

/* All assignments of a small base, in the order of a counter whose first digit is the first
 * question. */
typedef struct
{
  LeioKnowledge *knowledge;
  guint n_questions;
  guint *n_values;
  guint *steps;           /* distance of two worlds that differ by one in a question */
  GPtrArray *worlds;
} LeioTestWorlds;

LeioTestWorlds *leio_test_worlds_new (LeioKnowledge *knowledge);
void leio_test_worlds_free (LeioTestWorlds *self);

/* The answer that stands for one value of a question. */
LeioAnswer leio_test_answer_for (const LeioQuestion *question, guint value);
/* Whether the world is a completion of the answers. */
gboolean leio_test_world_fits (const LeioTestWorlds *self, const LeioTestWorld *world,
                               const LeioAnswers *answers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioTestWorlds, leio_test_worlds_free)

G_END_DECLS
