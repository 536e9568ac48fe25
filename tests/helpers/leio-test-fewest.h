/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The cheapest case in which something is certain: exactly the cheapest, unlike
 * leio_witness_find(), which is quick and finds one of whose answers every one is
 * needed. Each question has a price for leaving it open and one for each answer;
 * so the same search finds the fewest answers, and the fewest changes of a case.
 *
 * At each question it is either answered (one of the ways below it is taken) or
 * left open (what is bad below any of its values is bad). Cost: one step a pair
 * of diagrams met, which for conditions as clinicians write them are hundreds;
 * exponential at worst, so this is for tests and for making their data.
 */
#pragma once

#include "leio-space.h"

G_BEGIN_DECLS

/* A price that is never paid. */
#define LEIO_TEST_NEVER (G_MAXUINT / 4)

typedef struct
{
  guint *open;            /* for each question of the space: what leaving it open costs */
  guint *answer;          /* for each question: what any answer costs, beside its values */
  gboolean *kept;         /* for each question: an answer whose values cost nothing costs nothing */
  guint **values;         /* for each variable: what each of its values costs */
  const LeioSpace *space; /* lent */
} LeioTestPrices;

/* All prices are 0. */
LeioTestPrices *leio_test_prices_new (const LeioSpace *space);
void leio_test_prices_free (LeioTestPrices *self);

/**
 * leio_test_fewest:
 * @possible: TRUE where a case can be
 * @where: a function with the results TRUE and FALSE
 * @values: (out): for each variable its value, or -1 where its question is left open
 *
 * The cheapest values under which @where is TRUE in every possible case, of which
 * there is one at least.
 *
 * Returns: what they cost, or %LEIO_TEST_NEVER where there are none
 */
guint leio_test_fewest (LeioDiagrams *diagrams,
                        const LeioTestPrices *prices,
                        LeioNode possible,
                        LeioNode where,
                        int *values);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioTestPrices, leio_test_prices_free)

G_END_DECLS
