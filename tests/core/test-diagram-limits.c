/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Decision diagrams at their ends: terminals, broken invariants, too many nodes,
 * counts of 128 bits, many values, thousands of variables.
 */
#include "config.h"

#include "leio-diagram.h"

#define ALL_RESULTS G_MAXUINT64

static void
check_sound (const LeioDiagrams *diagrams)
{
  g_autofree char *fault = leio_diagrams_check (diagrams);

  g_assert_cmpstr (fault, ==, NULL);
  g_assert_false (leio_diagrams_is_full (diagrams));
}

/* A terminal is a function too, of no variable. */
static void
test_terminals (void)
{
  const guint arities[] = { 2, 3 };
  const guint group_of[] = { 0, 1 };
  g_autoptr (LeioDiagrams) diagrams = leio_diagrams_new (arities, 2, 1000);
  guint8 support[2] = { 0, 0 };
  int values[2] = { 5, 5 };

  g_assert_cmpuint (leio_diagrams_get_n_variables (diagrams), ==, 2);
  g_assert_cmpuint (leio_diagrams_get_arity (diagrams, 1), ==, 3);
  g_assert_cmpuint (leio_diagrams_get_n_nodes (diagrams), ==, LEIO_N_TERMINALS);
  g_assert_cmpuint (leio_diagrams_get_variable (diagrams, 7), ==, G_MAXUINT16);
  g_assert_cmpuint (leio_diagrams_is_one_of (diagrams, LEIO_NODE_INVALID, ALL_RESULTS), ==,
                    LEIO_NODE_FALSE);
  g_assert_cmpuint (leio_diagrams_restrict (diagrams, 7, 1, 2), ==, 7);
  leio_diagrams_support (diagrams, 7, support);
  g_assert_cmpuint (support[0] + support[1], ==, 0);
  g_assert_cmpuint (leio_diagrams_size (diagrams, 7), ==, 0);
  g_assert_true (leio_diagrams_count (diagrams, 7, 1 << 7, NULL) == 6);
  g_assert_true (leio_diagrams_count (diagrams, 7, 1 << 6, NULL) == 0);
  g_assert_true (leio_diagrams_count (diagrams, LEIO_NODE_INVALID, ALL_RESULTS, NULL) == 0);
  g_assert_cmpuint (leio_diagrams_mask (diagrams, 63, values), ==, G_GUINT64_CONSTANT (1) << 63);
  g_assert_cmpuint (leio_diagrams_mask (diagrams, LEIO_NODE_INVALID, values), ==, 0);
  g_assert_cmpuint (leio_diagrams_shortest (diagrams, 7, 1 << 7, group_of, values), ==, 0);
  g_assert_cmpint (values[0], ==, -1);
  g_assert_cmpuint (leio_diagrams_shortest (diagrams, 7, 1 << 6, group_of, values), ==, G_MAXUINT);
  g_assert_cmpfloat (leio_diagrams_share (diagrams, LEIO_NODE_TRUE, LEIO_NODE_FALSE), ==, 0);
}

/* INVALID is kept by operations, and is no result to a count, a mask or a way. */
static void
test_invalid (void)
{
  const guint arities[] = { 3, 2 };
  const guint group_of[] = { 0, 1 };
  g_autoptr (LeioDiagrams) diagrams = leio_diagrams_new (arities, 2, 1000);
  const LeioNode children[] = { LEIO_NODE_INVALID, 4, LEIO_NODE_TRUE };
  LeioNode node = leio_diagrams_node (diagrams, 0, children);
  const int any[] = { -1, -1 }, invalid[] = { 0, -1 };
  int values[2];

  g_assert_true (leio_diagrams_count (diagrams, node, ALL_RESULTS, NULL) == 4);
  g_assert_cmpuint (leio_diagrams_mask (diagrams, node, any), ==, 1 << 4 | 1 << 1);
  g_assert_cmpuint (leio_diagrams_mask (diagrams, node, invalid), ==, 0);
  g_assert_cmpuint (leio_diagrams_restrict (diagrams, node, 0, 0), ==, LEIO_NODE_INVALID);
  g_assert_cmpuint (leio_diagrams_is_one_of (diagrams, node, ALL_RESULTS), ==,
                    leio_diagrams_literal (diagrams, 0, 1 << 1 | 1 << 2));
  g_assert_cmpuint (leio_diagrams_shortest (diagrams, node, 1 << 4, group_of, values), ==, 1);
  g_assert_cmpint (values[0], ==, 1);
  g_assert_cmpuint (leio_diagrams_if (diagrams, leio_diagrams_literal (diagrams, 1, 1), node, 5),
                    !=, node);
  check_sound (diagrams);
}

/* Faults that no operation makes, written over the children from outside. */
static LeioDiagrams *
small_diagrams (LeioNode *upper, LeioNode *lower, LeioNode *other)
{
  const guint arities[] = { 2, 2, 2 };
  LeioDiagrams *diagrams = leio_diagrams_new (arities, 3, 1000);

  *lower = leio_diagrams_literal (diagrams, 2, 1);
  *other = leio_diagrams_literal (diagrams, 2, 2);
  *upper = leio_diagrams_node (diagrams, 1, (const LeioNode[]){ *lower, LEIO_NODE_TRUE });
  check_sound (diagrams);
  return diagrams;
}

static void
plant (LeioDiagrams *diagrams, LeioNode node, LeioNode first, LeioNode second)
{
  LeioNode *children = (LeioNode *) leio_diagrams_get_children (diagrams, node);

  children[0] = first;
  children[1] = second;
}

static void
check_found (const LeioDiagrams *diagrams, LeioNode node, const char *expected)
{
  g_autofree char *fault = leio_diagrams_check (diagrams);
  g_autofree char *whole = g_strdup_printf ("node %u: %s", node, expected);

  g_assert_cmpstr (fault, ==, whole);
}

static void
test_check_finds_faults (void)
{
  LeioNode upper, lower, other;
  g_autoptr (LeioDiagrams) diagrams = small_diagrams (&upper, &lower, &other);

  plant (diagrams, upper, lower, lower);
  check_found (diagrams, upper, "all children are the same");
  plant (diagrams, upper, upper, LEIO_NODE_TRUE);
  check_found (diagrams, upper, "child 67 does not come first");
  plant (diagrams, upper, lower, LEIO_NODE_TRUE);
  plant (diagrams, other, lower, LEIO_NODE_FALSE);
  check_found (diagrams, other, "variable 2 stands above variable 2");
  plant (diagrams, other, LEIO_NODE_TRUE, LEIO_NODE_FALSE);
  check_found (diagrams, other, "there twice");
  plant (diagrams, other, LEIO_NODE_FALSE, LEIO_NODE_TRUE);
  check_sound (diagrams);
}

/* The parity of all variables: two nodes a variable. */
static LeioNode
make_parity (LeioDiagrams *diagrams)
{
  LeioNode even = LEIO_NODE_TRUE, odd = LEIO_NODE_FALSE;

  for (guint v = leio_diagrams_get_n_variables (diagrams); v-- > 0;)
    {
      LeioNode new_even = leio_diagrams_node (diagrams, v, (const LeioNode[]){ even, odd });
      LeioNode new_odd = leio_diagrams_node (diagrams, v, (const LeioNode[]){ odd, even });

      even = new_even;
      odd = new_odd;
    }
  return even;
}

static LeioDiagrams *
binary_diagrams (guint n_variables, guint node_limit)
{
  g_autofree guint *arities = g_new (guint, n_variables);

  for (guint v = 0; v < n_variables; v++)
    arities[v] = 2;
  return leio_diagrams_new (arities, n_variables, node_limit);
}

/* Every limit from "nothing fits" to "all fits": full or right, and never a broken diagram. */
static void
check_limit (guint limit)
{
  g_autoptr (LeioDiagrams) diagrams = binary_diagrams (12, limit);
  LeioNode parity = make_parity (diagrams);
  gboolean overflow;

  g_assert_cmpuint (leio_diagrams_get_n_nodes (diagrams), <=, limit);
  if (!leio_diagrams_is_full (diagrams))
    {
      g_assert_cmpuint (limit, >=, LEIO_N_TERMINALS + 24);
      g_assert_true (leio_diagrams_count (diagrams, parity, 2, &overflow) == 1 << 11);
      return;
    }
  g_assert_cmpuint (limit, <, LEIO_N_TERMINALS + 24);
}

static LeioNode
make_large (LeioDiagrams *diagrams, guint n)
{
  LeioNode node = LEIO_NODE_FALSE;

  /* Pairs far apart in the order: the diagram doubles with every pair. */
  for (guint i = 0; i < n; i++)
    node = leio_diagrams_or (diagrams, node,
                             leio_diagrams_and (diagrams, leio_diagrams_literal (diagrams, i, 2),
                                                leio_diagrams_literal (diagrams, i + n, 2)));
  return node;
}

static void
check_full (LeioDiagrams *diagrams)
{
  LeioNode literals[40];
  g_autofree char *fault = leio_diagrams_check (diagrams);

  g_assert_cmpstr (fault, ==, NULL);
  g_assert_true (leio_diagrams_is_full (diagrams));
  for (guint i = 0; i < 40; i++)
    literals[i] = leio_diagrams_literal (diagrams, i, 2);
  for (guint i = 0; i + 1 < 40; i++)
    {
      LeioNode two = leio_diagrams_if (diagrams, literals[i], literals[i + 1], LEIO_NODE_FALSE);

      g_assert_true (two == LEIO_NODE_FALSE || two == literals[i + 1]);
      leio_diagrams_is_one_of (diagrams, literals[i], 1);
      leio_diagrams_restrict (diagrams, literals[i], i, 0);
      leio_diagrams_not (diagrams, literals[i]);
    }
  g_assert_true (leio_diagrams_is_full (diagrams));
}

static void
test_limit (void)
{
  for (guint limit = 0; limit < LEIO_N_TERMINALS; limit++)
    {
      g_autoptr (LeioDiagrams) diagrams = binary_diagrams (3, limit);

      g_assert_cmpuint (make_parity (diagrams), ==, LEIO_NODE_FALSE);
      g_assert_true (leio_diagrams_is_full (diagrams));
    }
  for (guint limit = LEIO_N_TERMINALS; limit < LEIO_N_TERMINALS + 30; limit++)
    check_limit (limit);
  for (guint limit = 100; limit < 20000; limit = limit * 3 / 2)
    {
      g_autoptr (LeioDiagrams) diagrams = binary_diagrams (40, limit);

      make_large (diagrams, 20);
      g_assert_cmpuint (leio_diagrams_get_n_nodes (diagrams), ==, limit);
      check_full (diagrams);
      g_assert_cmpuint (leio_diagrams_get_n_nodes (diagrams), ==, limit);
    }
}

/* What is full stays full, also after what fits again is collected. */
static void
test_limit_and_collect (void)
{
  g_autoptr (LeioDiagrams) diagrams = binary_diagrams (40, 500);
  LeioNode kept = leio_diagrams_literal (diagrams, 0, 2);
  LeioNode *roots[] = { &kept };

  make_large (diagrams, 20);
  g_assert_true (leio_diagrams_is_full (diagrams));
  leio_diagrams_collect (diagrams, roots, 1);
  g_assert_cmpuint (leio_diagrams_get_n_nodes (diagrams), ==, LEIO_N_TERMINALS + 1);
  g_assert_cmpuint (kept, ==, leio_diagrams_literal (diagrams, 0, 2));
  g_assert_true (leio_diagrams_is_full (diagrams));
}

typedef struct
{
  guint arity;
  guint n_variables;
  guint n_fixed; /* the first variables are fixed to their first value */
  gboolean overflow;
} CountCase;

static const CountCase count_cases[] = {
  { 2, 1, 0, FALSE },    { 2, 63, 0, FALSE },      { 2, 64, 0, FALSE },  { 2, 65, 0, FALSE },
  { 2, 100, 7, FALSE },  { 2, 127, 0, FALSE },     { 2, 128, 0, TRUE },  { 2, 128, 1, FALSE },
  { 2, 129, 1, TRUE },   { 2, 130, 1, TRUE },      { 2, 200, 1, TRUE },  { 2, 200, 73, FALSE },
  { 2, 1000, 1, TRUE },  { 3, 80, 0, FALSE },      { 3, 81, 0, TRUE },   { 3, 81, 1, FALSE },
  { 10, 38, 0, FALSE },  { 10, 39, 0, TRUE },      { 64, 21, 0, FALSE }, { 64, 22, 0, TRUE },
  { 100, 19, 0, FALSE }, { 2, 2000, 2000, FALSE },
};

static void
check_big_count (const CountCase *expected)
{
  g_autofree guint *arities = g_new (guint, expected->n_variables);
  g_autoptr (LeioDiagrams) diagrams = NULL;
  LeioNode node = LEIO_NODE_TRUE;
  LeioCount product = 1;
  gboolean overflow = !expected->overflow;
  LeioCount count;

  for (guint v = 0; v < expected->n_variables; v++)
    arities[v] = expected->arity;
  diagrams = leio_diagrams_new (arities, expected->n_variables, 100000);
  for (guint v = expected->n_fixed; v-- > 0;)
    node = leio_diagrams_and (diagrams, leio_diagrams_literal (diagrams, v, 1), node);
  for (guint v = expected->n_fixed; v < expected->n_variables; v++)
    product *= expected->arity;
  count = leio_diagrams_count (diagrams, node, 1 << LEIO_NODE_TRUE, &overflow);
  g_test_message ("%u^%u", expected->arity, expected->n_variables - expected->n_fixed);
  g_assert_cmpint (overflow, ==, expected->overflow);
  g_assert_true (overflow || count == product);
}

static void
test_big_counts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (count_cases); i++)
    check_big_count (&count_cases[i]);
}

/* Sums overflow too, not products alone; what is not counted cannot. */
static void
test_count_of_sums (void)
{
  g_autoptr (LeioDiagrams) diagrams = binary_diagrams (128, 1000);
  LeioNode parity = make_parity (diagrams);
  LeioNode last = leio_diagrams_literal (diagrams, 127, 2);
  LeioNode either = leio_diagrams_or (diagrams, leio_diagrams_literal (diagrams, 0, 2), last);
  LeioCount half = (LeioCount) 1 << 127;
  gboolean overflow = TRUE;

  g_assert_true (leio_diagrams_count (diagrams, parity, 2, &overflow) == half);
  g_assert_false (overflow);
  g_assert_true (leio_diagrams_count (diagrams, either, 2, &overflow) == half + (half >> 1));
  g_assert_false (overflow);
  g_assert_true (leio_diagrams_count (diagrams, either, 1, &overflow) == half >> 1);
  g_assert_false (overflow);
  leio_diagrams_count (diagrams, parity, 3, &overflow);
  g_assert_true (overflow);
  leio_diagrams_count (diagrams, either, 3, &overflow);
  g_assert_true (overflow);
  g_assert_true (leio_diagrams_count (diagrams, parity, 4, &overflow) == 0);
  g_assert_false (overflow);
  g_assert_cmpfloat (leio_diagrams_share (diagrams, either, LEIO_NODE_TRUE), ==, 0.75);
}

/* Numbers with many thresholds have more values than a literal's mask has bits. */
static void
test_many_values (void)
{
  const guint arities[] = { 100, 64, 100 };
  const guint group_of[] = { 0, 1, 2 };
  g_autoptr (LeioDiagrams) diagrams = leio_diagrams_new (arities, 3, 10000);
  LeioNode children[100];
  LeioNode upper, whole;
  int values[3];

  for (guint i = 0; i < 100; i++)
    children[i] = i >= 70 ? LEIO_NODE_TRUE : LEIO_NODE_FALSE;
  whole = leio_diagrams_node (diagrams, 2, children);
  upper = leio_diagrams_node (diagrams, 0, children);
  whole = leio_diagrams_and (
      diagrams, leio_diagrams_literal (diagrams, 1, G_GUINT64_CONSTANT (1) << 63), whole);
  whole = leio_diagrams_if (diagrams, upper, whole, 7);
  g_assert_true (leio_diagrams_count (diagrams, whole, 2, NULL) == 30 * 30);
  g_assert_true (leio_diagrams_count (diagrams, whole, 1 << 7, NULL) == 70 * 64 * 100);
  g_assert_cmpuint (leio_diagrams_restrict (diagrams, whole, 0, 69), ==, 7);
  g_assert_cmpuint (leio_diagrams_restrict (diagrams, whole, 0, 70), ==,
                    leio_diagrams_restrict (diagrams, whole, 0, 99));
  g_assert_cmpuint (leio_diagrams_shortest (diagrams, whole, 2, group_of, values), ==, 3);
  g_assert_cmpint (values[0], >=, 70);
  g_assert_cmpint (values[1], ==, 63);
  g_assert_cmpint (values[2], >=, 70);
  g_assert_cmpuint (leio_diagrams_literal (diagrams, 0, 0), ==, LEIO_NODE_FALSE);
  g_assert_cmpuint (leio_diagrams_literal (diagrams, 1, G_MAXUINT64), ==, LEIO_NODE_TRUE);
  check_sound (diagrams);
}

#define N_DEEP 2000

static void
check_deep (LeioDiagrams *diagrams, LeioNode node, guint8 expected_support)
{
  g_autofree guint *group_of = g_new (guint, N_DEEP);
  g_autofree guint8 *support = g_new0 (guint8, N_DEEP);
  g_autofree int *values = g_new (int, N_DEEP);
  LeioNode not_node = leio_diagrams_not (diagrams, node);
  gboolean overflow;

  for (guint v = 0; v < N_DEEP; v++)
    group_of[v] = v;
  g_assert_cmpuint (leio_diagrams_not (diagrams, not_node), ==, node);
  g_assert_cmpuint (leio_diagrams_is_one_of (diagrams, node, 1), ==, not_node);
  g_assert_cmpuint (leio_diagrams_shortest (diagrams, node, 2, group_of, values), ==, N_DEEP);
  g_assert_cmpuint (leio_diagrams_mask (diagrams, node, values), ==, 2);
  leio_diagrams_count (diagrams, node, 2, &overflow);
  leio_diagrams_support (diagrams, node, support);
  for (guint v = 0; v < N_DEEP; v++)
    g_assert_cmpuint (support[v], ==, expected_support);
  g_assert_cmpuint (leio_diagrams_restrict (diagrams, node, N_DEEP - 1, 0), !=, node);
}

static void
test_deep (void)
{
  g_autoptr (LeioDiagrams) diagrams = binary_diagrams (N_DEEP, 1000000);
  LeioNode parity = make_parity (diagrams);
  LeioNode all = LEIO_NODE_TRUE, by_if = LEIO_NODE_FALSE;
  LeioNode *roots[] = { &parity, &all };

  for (guint v = N_DEEP; v-- > 0;)
    all = leio_diagrams_and (diagrams, leio_diagrams_literal (diagrams, v, 2), all);
  check_deep (diagrams, all, TRUE);
  check_deep (diagrams, parity, TRUE);
  /* The same parity from if() alone, which goes down through all levels each time. */
  for (guint v = 0; v < 200; v++)
    by_if = leio_diagrams_if (diagrams, leio_diagrams_literal (diagrams, N_DEEP - 1 - v, 2),
                              leio_diagrams_not (diagrams, by_if), by_if);
  by_if = leio_diagrams_if (diagrams, parity, leio_diagrams_not (diagrams, by_if), by_if);
  g_assert_cmpuint (by_if, >=, LEIO_N_TERMINALS);
  leio_diagrams_collect (diagrams, roots, 2);
  check_sound (diagrams);
  g_assert_cmpuint (parity, ==, make_parity (diagrams));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/core/diagram/terminals", test_terminals);
  g_test_add_func ("/core/diagram/invalid", test_invalid);
  g_test_add_func ("/core/diagram/check-finds-faults", test_check_finds_faults);
  g_test_add_func ("/core/diagram/limit", test_limit);
  g_test_add_func ("/core/diagram/limit-and-collect", test_limit_and_collect);
  g_test_add_func ("/core/diagram/big-counts", test_big_counts);
  g_test_add_func ("/core/diagram/count-of-sums", test_count_of_sums);
  g_test_add_func ("/core/diagram/many-values", test_many_values);
  g_test_add_func ("/core/diagram/deep", test_deep);
  return g_test_run ();
}
