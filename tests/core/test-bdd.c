/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Our diagrams against BuDDy, an independent library for binary diagrams: the
 * same random functions are built in both, and must have the same number of
 * nodes, the same variables and the same number of solutions. Its counts are
 * doubles, so no function has more than 2^53 assignments.
 */
#include "config.h"

#include <bdd.h>
#include <fdd.h>

#include "leio-diagram.h"

#define N_VARIABLES 48
#define N_FUNCTIONS 24
#define N_STEPS 2500
/* Larger functions are replaced by a variable, so that both stay quick. */
#define MAX_SIZE 400
#define N_DOMAINS 12

/* The same function twice. */
typedef struct
{
  LeioNode node;
  BDD bdd;
} Pair;

typedef struct
{
  GRand *rand;
  LeioDiagrams *diagrams;
  Pair pairs[N_FUNCTIONS];
} Fixture;

static guint
pick (Fixture *fixture, guint n)
{
  return (guint) g_rand_int_range (fixture->rand, 0, (gint32) n);
}

static const Pair *
any_pair (Fixture *fixture)
{
  return &fixture->pairs[pick (fixture, N_FUNCTIONS)];
}

static void
replace (Pair *pair, LeioNode node, BDD bdd)
{
  bdd_addref (bdd);
  bdd_delref (pair->bdd);
  pair->node = node;
  pair->bdd = bdd;
}

static void
put_variable (Fixture *fixture, Pair *pair)
{
  guint variable = pick (fixture, N_VARIABLES);

  replace (pair, leio_diagrams_literal (fixture->diagrams, variable, 2),
           bdd_ithvar ((int) variable));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  guint arities[N_VARIABLES];

  for (guint i = 0; i < N_VARIABLES; i++)
    arities[i] = 2;
  fixture->rand = g_rand_new_with_seed (7);
  fixture->diagrams = leio_diagrams_new (arities, N_VARIABLES, 4000000);
  bdd_init (200000, 20000);
  bdd_gbc_hook (NULL);
  bdd_setvarnum (N_VARIABLES);
  for (guint i = 0; i < N_FUNCTIONS; i++)
    put_variable (fixture, &fixture->pairs[i]);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  bdd_done ();
  leio_diagrams_free (fixture->diagrams);
  g_rand_free (fixture->rand);
}

static void
combine (Fixture *fixture, Pair *target)
{
  LeioDiagrams *diagrams = fixture->diagrams;
  const Pair *a = any_pair (fixture);
  const Pair *b = any_pair (fixture);
  const Pair *c = any_pair (fixture);
  guint variable = pick (fixture, N_VARIABLES);

  switch (pick (fixture, 6))
    {
    case 0:
      replace (target, leio_diagrams_and (diagrams, a->node, b->node), bdd_and (a->bdd, b->bdd));
      break;
    case 1:
      replace (target, leio_diagrams_or (diagrams, a->node, b->node), bdd_or (a->bdd, b->bdd));
      break;
    case 2:
      replace (target, leio_diagrams_not (diagrams, a->node), bdd_not (a->bdd));
      break;
    case 3:
      replace (target,
               leio_diagrams_if (diagrams, a->node, leio_diagrams_not (diagrams, b->node), b->node),
               bdd_xor (a->bdd, b->bdd));
      break;
    case 4:
      replace (target, leio_diagrams_if (diagrams, a->node, b->node, c->node),
               bdd_ite (a->bdd, b->bdd, c->bdd));
      break;
    default:
      replace (target, leio_diagrams_restrict (diagrams, a->node, variable, 1),
               bdd_restrict (a->bdd, bdd_ithvar ((int) variable)));
    }
}

static void
check_support (const Fixture *fixture, const Pair *pair)
{
  guint8 support[N_VARIABLES] = { 0 };
  BDD left = bdd_support (pair->bdd);

  leio_diagrams_support (fixture->diagrams, pair->node, support);
  for (guint i = 0; i < N_VARIABLES; i++)
    {
      gboolean expected = left > 1 && bdd_var (left) == (int) i;

      g_assert_cmpint (support[i], ==, expected);
      if (expected)
        left = bdd_high (left);
    }
}

static void
check_pair (const Fixture *fixture, const Pair *pair)
{
  gboolean overflow = TRUE;
  LeioCount count = leio_diagrams_count (fixture->diagrams, pair->node, 2, &overflow);

  g_assert_false (overflow);
  g_assert_true ((double) count == bdd_satcount (pair->bdd));
  g_assert_cmpuint (leio_diagrams_size (fixture->diagrams, pair->node), ==,
                    (guint) bdd_nodecount (pair->bdd));
  check_support (fixture, pair);
}

/* Two functions are the same for us where they are for BuDDy. */
static void
check_equality (const Fixture *fixture)
{
  for (guint i = 0; i < N_FUNCTIONS; i++)
    for (guint k = 0; k < i; k++)
      g_assert_cmpint (fixture->pairs[i].node == fixture->pairs[k].node, ==,
                       fixture->pairs[i].bdd == fixture->pairs[k].bdd);
}

static void
collect (Fixture *fixture)
{
  LeioNode *roots[N_FUNCTIONS];
  g_autofree char *fault = NULL;

  for (guint i = 0; i < N_FUNCTIONS; i++)
    roots[i] = &fixture->pairs[i].node;
  leio_diagrams_collect (fixture->diagrams, roots, N_FUNCTIONS);
  fault = leio_diagrams_check (fixture->diagrams);
  g_assert_cmpstr (fault, ==, NULL);
}

static void
test_binary (Fixture *fixture, gconstpointer data)
{
  guint largest = 0;

  for (guint i = 0; i < N_STEPS; i++)
    {
      Pair *target = &fixture->pairs[pick (fixture, N_FUNCTIONS)];
      guint size;

      combine (fixture, target);
      check_pair (fixture, target);
      size = leio_diagrams_size (fixture->diagrams, target->node);
      largest = MAX (largest, size);
      if (size > MAX_SIZE || size == 0)
        put_variable (fixture, target);
      if (i % 100 == 0)
        {
          check_equality (fixture);
          collect (fixture);
        }
    }
  g_test_message ("largest function: %u nodes", largest);
  g_assert_cmpuint (largest, >, 100);
  g_assert_false (leio_diagrams_is_full (fixture->diagrams));
}

/* Variables of many values are groups of bits in BuDDy; what no value stands for is left out of the
 * count. */
static BDD
many_valued (Fixture *fixture, guint domain, guint64 values, guint arity)
{
  BDD any = bdd_addref (bddfalse);

  for (guint i = 0; i < arity; i++)
    if (values >> i & 1)
      {
        BDD more = bdd_addref (bdd_or (any, fdd_ithvar ((int) domain, (int) i)));

        bdd_delref (any);
        any = more;
      }
  return any;
}

static void
check_many_valued (Fixture *fixture, LeioDiagrams *diagrams, const guint *arities, BDD valid)
{
  LeioNode node = LEIO_NODE_FALSE;
  BDD bdd = bddfalse;

  for (guint i = 0; i < 30; i++)
    {
      guint domain = pick (fixture, N_DOMAINS);
      guint64 values = g_rand_int (fixture->rand);
      LeioNode literal = leio_diagrams_literal (diagrams, domain, values);
      BDD other = many_valued (fixture, domain, values, arities[domain]);
      gboolean both = pick (fixture, 2);

      node = both ? leio_diagrams_and (diagrams, node, literal)
                  : leio_diagrams_or (diagrams, node, literal);
      bdd = bdd_addref (both ? bdd_and (bdd, other) : bdd_or (bdd, other));
      g_assert_true ((double) leio_diagrams_count (diagrams, node, 2, NULL) ==
                     bdd_satcount (bdd_and (bdd, valid)));
    }
}

static void
test_many_valued (Fixture *fixture, gconstpointer data)
{
  guint arities[N_DOMAINS];
  BDD valid = bddtrue;
  g_autoptr (LeioDiagrams) diagrams = NULL;

  bdd_done ();
  bdd_init (200000, 20000);
  bdd_gbc_hook (NULL);
  for (guint i = 0; i < N_DOMAINS; i++)
    {
      int size = 2 + (int) pick (fixture, 14);

      /* One call each: domains of one call are interleaved bit by bit, which makes large diagrams.
       */
      arities[i] = (guint) size;
      fdd_extdomain (&size, 1);
    }
  for (guint i = 0; i < N_DOMAINS; i++)
    valid = bdd_addref (bdd_and (valid, fdd_domain ((int) i)));
  diagrams = leio_diagrams_new (arities, N_DOMAINS, 1000000);
  for (guint i = 0; i < 60; i++)
    check_many_valued (fixture, diagrams, arities, valid);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/core/bdd/binary", Fixture, NULL, set_up, test_binary, tear_down);
  g_test_add ("/core/bdd/many-valued", Fixture, NULL, set_up, test_many_valued, tear_down);
  return g_test_run ();
}
