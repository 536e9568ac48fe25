/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Decision diagrams against truth tables: random functions of a few variables
 * with two to four values each are kept as tables, and every operation on the
 * diagrams is held against the same operation on the tables.
 */
#include "config.h"

#include <string.h>

#include "leio-diagram.h"

#define N_ROUNDS 400
#define MAX_VARIABLES 6
#define MAX_ENTRIES 1024
#define N_FUNCTIONS 8
#define N_TABLE_RESULTS 4

/* A function as the list of its results; the first variable is the slowest. */
typedef struct
{
  guint8 results[MAX_ENTRIES];
  LeioNode node;
} Function;

typedef struct
{
  GRand *rand;
  guint n_variables;
  guint arities[MAX_VARIABLES];
  guint
      blocks[MAX_VARIABLES + 1]; /* entries of one value of the variable before; blocks[0] is all */
  guint n_entries;
  LeioDiagrams *diagrams;
  Function functions[N_FUNCTIONS]; /* the first half has the results FALSE and TRUE alone */
} Round;

static guint
pick (GRand *rand, guint n)
{
  return (guint) g_rand_int_range (rand, 0, (gint32) n);
}

static void
choose_variables (Round *round)
{
  do
    {
      round->n_variables = 4 + pick (round->rand, MAX_VARIABLES - 3);
      round->n_entries = 1;
      for (guint i = 0; i < round->n_variables; i++)
        round->n_entries *= round->arities[i] = 2 + pick (round->rand, 3);
    }
  while (round->n_entries > MAX_ENTRIES);
  round->blocks[0] = round->n_entries;
  for (guint i = 0; i < round->n_variables; i++)
    round->blocks[i + 1] = round->blocks[i] / round->arities[i];
}

/* Value of @variable in an entry of the tables. */
static guint
value_in (const Round *round, guint entry, guint variable)
{
  return entry % round->blocks[variable] / round->blocks[variable + 1];
}

static LeioNode
build (const Round *round, const guint8 *results, guint variable)
{
  LeioNode children[8];

  if (variable == round->n_variables)
    return *results;
  for (guint i = 0; i < round->arities[variable]; i++)
    children[i] = build (round, results + i * round->blocks[variable + 1], variable + 1);
  return leio_diagrams_node (round->diagrams, variable, children);
}

/* Some functions look at a few variables alone, so that not all diagrams are full trees. */
static void
fill (Round *round, Function *function, guint n_results)
{
  guint hidden = pick (round->rand, 1u << round->n_variables);

  for (guint i = 0; i < round->n_entries; i++)
    {
      guint like = i;

      for (guint v = 0; v < round->n_variables; v++)
        if (hidden >> v & 1)
          like -= value_in (round, i, v) * round->blocks[v + 1];
      function->results[i] =
          like < i ? function->results[like] : (guint8) pick (round->rand, n_results);
    }
  function->node = build (round, function->results, 0);
}

static void
round_begin (Round *round, guint seed)
{
  round->rand = g_rand_new_with_seed (seed);
  choose_variables (round);
  round->diagrams = leio_diagrams_new (round->arities, round->n_variables, 1000000);
  for (guint i = 0; i < N_FUNCTIONS; i++)
    fill (round, &round->functions[i], i < N_FUNCTIONS / 2 ? 2 : N_TABLE_RESULTS);
}

static void
check_sound (const LeioDiagrams *diagrams)
{
  g_autofree char *fault = leio_diagrams_check (diagrams);

  g_assert_cmpstr (fault, ==, NULL);
  g_assert_false (leio_diagrams_is_full (diagrams));
}

static void
round_end (Round *round)
{
  check_sound (round->diagrams);
  leio_diagrams_free (round->diagrams);
  g_rand_free (round->rand);
}

/* Follows one entry down the diagram by hand. */
static LeioNode
follow (const Round *round, LeioNode node, guint entry)
{
  while (node >= LEIO_N_TERMINALS)
    {
      guint variable = leio_diagrams_get_variable (round->diagrams, node);

      node = leio_diagrams_get_children (round->diagrams, node)[value_in (round, entry, variable)];
    }
  return node;
}

/* @node is the function of @expected: the same number as the diagram built from the table, and so
 * are the results. */
static void
check_function (const Round *round, LeioNode node, const guint8 *expected)
{
  for (guint i = 0; i < round->n_entries; i++)
    g_assert_cmpuint (follow (round, node, i), ==, expected[i]);
  g_assert_cmpuint (node, ==, build (round, expected, 0));
}

static const Function *
any_function (const Round *round)
{
  return &round->functions[pick (round->rand, N_FUNCTIONS)];
}

static const Function *
any_condition (const Round *round)
{
  return &round->functions[pick (round->rand, N_FUNCTIONS / 2)];
}

static void
check_node (Round *round)
{
  for (guint i = 0; i < N_FUNCTIONS; i++)
    check_function (round, round->functions[i].node, round->functions[i].results);
}

static void
check_literal (Round *round)
{
  guint variable = pick (round->rand, round->n_variables);
  guint64 values = g_rand_int (round->rand);
  guint8 expected[MAX_ENTRIES];

  for (guint i = 0; i < round->n_entries; i++)
    expected[i] = values >> value_in (round, i, variable) & 1;
  check_function (round, leio_diagrams_literal (round->diagrams, variable, values), expected);
}

static void
check_if (Round *round)
{
  const Function *condition = any_condition (round);
  const Function *then = any_function (round);
  const Function *otherwise = any_function (round);
  guint8 expected[MAX_ENTRIES];

  for (guint i = 0; i < round->n_entries; i++)
    expected[i] = (condition->results[i] ? then : otherwise)->results[i];
  check_function (round,
                  leio_diagrams_if (round->diagrams, condition->node, then->node, otherwise->node),
                  expected);
}

static void
check_boolean (Round *round)
{
  const Function *a = any_condition (round);
  const Function *b = any_condition (round);
  guint8 both[MAX_ENTRIES], either[MAX_ENTRIES], neither[MAX_ENTRIES];

  for (guint i = 0; i < round->n_entries; i++)
    {
      both[i] = a->results[i] && b->results[i];
      either[i] = a->results[i] || b->results[i];
      neither[i] = !a->results[i];
    }
  check_function (round, leio_diagrams_and (round->diagrams, a->node, b->node), both);
  check_function (round, leio_diagrams_or (round->diagrams, a->node, b->node), either);
  check_function (round, leio_diagrams_not (round->diagrams, a->node), neither);
}

static void
check_restrict (Round *round)
{
  const Function *function = any_function (round);
  guint variable = pick (round->rand, round->n_variables);
  guint value = pick (round->rand, round->arities[variable]);
  guint8 expected[MAX_ENTRIES];

  for (guint i = 0; i < round->n_entries; i++)
    {
      guint place = i - value_in (round, i, variable) * round->blocks[variable + 1];

      expected[i] = function->results[place + value * round->blocks[variable + 1]];
    }
  check_function (round, leio_diagrams_restrict (round->diagrams, function->node, variable, value),
                  expected);
}

static void
check_is_one_of (Round *round)
{
  const Function *function = any_function (round);
  guint64 results = pick (round->rand, 1u << N_TABLE_RESULTS);
  guint8 expected[MAX_ENTRIES];

  for (guint i = 0; i < round->n_entries; i++)
    expected[i] = results >> function->results[i] & 1;
  check_function (round, leio_diagrams_is_one_of (round->diagrams, function->node, results),
                  expected);
}

static void
check_count (Round *round)
{
  const Function *function = any_function (round);
  guint64 results = pick (round->rand, 1u << N_TABLE_RESULTS);
  gboolean overflow = TRUE;
  guint expected = 0;

  for (guint i = 0; i < round->n_entries; i++)
    expected += results >> function->results[i] & 1;
  g_assert_true (leio_diagrams_count (round->diagrams, function->node, results, &overflow) ==
                 expected);
  g_assert_false (overflow);
}

static void
check_share (Round *round)
{
  const Function *part = any_condition (round);
  const Function *whole = any_condition (round);
  LeioNode both = leio_diagrams_and (round->diagrams, part->node, whole->node);
  guint n_both = 0, n_whole = 0;

  for (guint i = 0; i < round->n_entries; i++)
    {
      n_whole += whole->results[i];
      n_both += part->results[i] && whole->results[i];
    }
  g_assert_cmpfloat_with_epsilon (leio_diagrams_share (round->diagrams, both, whole->node),
                                  n_whole > 0 ? (double) n_both / n_whole : 0, 1e-9);
}

static gboolean
depends_on (const Round *round, const Function *function, guint variable)
{
  for (guint i = 0; i < round->n_entries; i++)
    {
      guint place = i - value_in (round, i, variable) * round->blocks[variable + 1];

      if (function->results[i] != function->results[place])
        return TRUE;
    }
  return FALSE;
}

static void
check_support (Round *round)
{
  const Function *function = any_function (round);
  guint8 support[MAX_VARIABLES] = { 0 };

  leio_diagrams_support (round->diagrams, function->node, support);
  for (guint v = 0; v < round->n_variables; v++)
    g_assert_cmpint (support[v] != 0, ==, depends_on (round, function, v));
}

static void
choose_values (const Round *round, int *values)
{
  for (guint v = 0; v < round->n_variables; v++)
    values[v] = pick (round->rand, 2) ? (int) pick (round->rand, round->arities[v]) : -1;
}

static gboolean
entry_fits (const Round *round, guint entry, const int *values)
{
  for (guint v = 0; v < round->n_variables; v++)
    if (values[v] >= 0 && values[v] != (int) value_in (round, entry, v))
      return FALSE;
  return TRUE;
}

static guint64
mask_by_force (const Round *round, const Function *function, const int *values)
{
  guint64 mask = 0;

  for (guint i = 0; i < round->n_entries; i++)
    if (entry_fits (round, i, values))
      mask |= G_GUINT64_CONSTANT (1) << function->results[i];
  return mask;
}

static void
check_mask (Round *round)
{
  const Function *function = any_function (round);
  int values[MAX_VARIABLES];

  choose_values (round, values);
  g_assert_cmpuint (leio_diagrams_mask (round->diagrams, function->node, values), ==,
                    mask_by_force (round, function, values));
}

/* Whether the function with all variables before @variable as in @entry still depends on it. */
static gboolean
is_asked (const Round *round, const Function *function, guint entry, guint variable)
{
  const guint8 *block =
      function->results + entry / round->blocks[variable] * round->blocks[variable];
  guint size = round->blocks[variable + 1];

  for (guint i = 1; i < round->arities[variable]; i++)
    if (memcmp (block, block + i * size, size) != 0)
      return TRUE;
  return FALSE;
}

/* Groups that the way of one entry asks. */
static guint
count_groups (const Round *round, const Function *function, guint entry, const guint *group_of)
{
  guint n_groups = 0, last = G_MAXUINT;

  for (guint v = 0; v < round->n_variables; v++)
    if (is_asked (round, function, entry, v) && group_of[v] != last)
      {
        last = group_of[v];
        n_groups++;
      }
  return n_groups;
}

static guint
shortest_by_force (const Round *round, const Function *function, guint64 results,
                   const guint *group_of)
{
  guint shortest = G_MAXUINT;

  for (guint i = 0; i < round->n_entries; i++)
    if (results >> function->results[i] & 1)
      shortest = MIN (shortest, count_groups (round, function, i, group_of));
  return shortest;
}

static guint
groups_given (const Round *round, const int *values, const guint *group_of)
{
  guint n_groups = 0, last = G_MAXUINT;

  for (guint v = 0; v < round->n_variables; v++)
    if (values[v] >= 0 && group_of[v] != last)
      {
        last = group_of[v];
        n_groups++;
      }
  return n_groups;
}

static void
check_shortest (Round *round)
{
  const Function *function = any_function (round);
  guint64 results = 1 + pick (round->rand, (1u << N_TABLE_RESULTS) - 1);
  guint group_of[MAX_VARIABLES] = { 0 };
  int values[MAX_VARIABLES];
  guint expected;

  for (guint v = 1; v < round->n_variables; v++)
    group_of[v] = group_of[v - 1] + pick (round->rand, 2);
  expected = shortest_by_force (round, function, results, group_of);
  g_assert_cmpuint (
      leio_diagrams_shortest (round->diagrams, function->node, results, group_of, values), ==,
      expected);
  if (expected == G_MAXUINT)
    return;
  g_assert_cmpuint (mask_by_force (round, function, values) & ~results, ==, 0);
  g_assert_cmpuint (groups_given (round, values, group_of), ==, expected);
}

/* A reduced diagram has one node for each different part of the function that depends on its first
 * variable. */
static void
check_size (Round *round)
{
  const Function *function = any_function (round);
  guint n_nodes = 0;

  for (guint v = 0; v < round->n_variables; v++)
    {
      g_autoptr (GHashTable) parts =
          g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);

      for (guint i = 0; i < round->n_entries; i += round->blocks[v])
        if (is_asked (round, function, i, v))
          g_hash_table_add (parts, g_bytes_new (function->results + i, round->blocks[v]));
      n_nodes += g_hash_table_size (parts);
    }
  g_assert_cmpuint (leio_diagrams_size (round->diagrams, function->node), ==, n_nodes);
}

/* The same function on another way: its entries one by one, in a random order. */
static void
check_equal (Round *round)
{
  const Function *function = any_condition (round);
  LeioNode node = LEIO_NODE_FALSE;
  guint start = pick (round->rand, round->n_entries);

  for (guint i = 0; i < round->n_entries; i++)
    {
      guint entry = (start + i) % round->n_entries;
      LeioNode one = LEIO_NODE_TRUE;

      if (!function->results[entry])
        continue;
      for (guint v = 0; v < round->n_variables; v++)
        one = leio_diagrams_and (
            round->diagrams, one,
            leio_diagrams_literal (round->diagrams, v,
                                   G_GUINT64_CONSTANT (1) << value_in (round, entry, v)));
      node = leio_diagrams_or (round->diagrams, node, one);
    }
  g_assert_cmpuint (node, ==, function->node);
}

/* Drops the functions from @n on, and all that the checks before have made. */
static void
collect (Round *round, guint n)
{
  LeioNode *roots[N_FUNCTIONS];
  LeioNode values[N_FUNCTIONS];

  for (guint i = 0; i < n; i++)
    roots[i] = &round->functions[i].node;
  leio_diagrams_collect (round->diagrams, roots, n);
  for (guint i = 0; i < n; i++)
    values[i] = round->functions[i].node;
  g_assert_cmpuint (leio_diagrams_count_dead (round->diagrams, values, n), ==, 0);
  check_sound (round->diagrams);
}

static guint
count_live_by_force (const Round *round, guint n)
{
  g_autoptr (GHashTable) live = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n; i++)
    g_hash_table_add (live, GUINT_TO_POINTER (round->functions[i].node));
  for (guint node = leio_diagrams_get_n_nodes (round->diagrams); node-- > LEIO_N_TERMINALS;)
    if (g_hash_table_contains (live, GUINT_TO_POINTER (node)))
      {
        guint variable = leio_diagrams_get_variable (round->diagrams, node);
        const LeioNode *children = leio_diagrams_get_children (round->diagrams, node);

        for (guint i = 0; i < leio_diagrams_get_arity (round->diagrams, variable); i++)
          g_hash_table_add (live, GUINT_TO_POINTER (children[i]));
      }
  for (guint terminal = 0; terminal < LEIO_N_TERMINALS; terminal++)
    g_hash_table_remove (live, GUINT_TO_POINTER (terminal));
  return g_hash_table_size (live);
}

static void
check_collect (Round *round)
{
  guint n_kept = pick (round->rand, N_FUNCTIONS + 1);
  guint n_live = count_live_by_force (round, n_kept);
  LeioNode values[N_FUNCTIONS];

  for (guint i = 0; i < n_kept; i++)
    values[i] = round->functions[i].node;
  g_assert_cmpuint (leio_diagrams_count_dead (round->diagrams, values, n_kept), ==,
                    leio_diagrams_get_n_nodes (round->diagrams) - LEIO_N_TERMINALS - n_live);
  collect (round, n_kept);
  g_assert_cmpuint (leio_diagrams_get_n_nodes (round->diagrams), ==, LEIO_N_TERMINALS + n_live);
  for (guint i = 0; i < n_kept; i++)
    check_function (round, round->functions[i].node, round->functions[i].results);
  for (guint i = n_kept; i < N_FUNCTIONS; i++)
    round->functions[i].node = build (round, round->functions[i].results, 0);
}

typedef void (*Check) (Round *round);

/* Collecting comes between two runs of the others, so that these also meet renumbered nodes. */
static const struct
{
  const char *name;
  Check check;
} checks[] = {
  { "node", check_node },           { "literal", check_literal },   { "if", check_if },
  { "boolean", check_boolean },     { "restrict", check_restrict }, { "size", check_size },
  { "is-one-of", check_is_one_of }, { "count", check_count },       { "share", check_share },
  { "support", check_support },     { "mask", check_mask },         { "shortest", check_shortest },
  { "equal", check_equal },         { "collect", check_collect },
};

static void
test_tables (gconstpointer data)
{
  Check check = checks[GPOINTER_TO_UINT (data)].check;

  for (guint seed = 0; seed < N_ROUNDS; seed++)
    {
      Round round;

      round_begin (&round, seed);
      for (guint i = 0; i < 6; i++)
        check (&round);
      collect (&round, N_FUNCTIONS);
      for (guint i = 0; i < 6; i++)
        check (&round);
      round_end (&round);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autofree char *path = g_strconcat ("/core/diagram/tables/", checks[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_tables);
    }
  return g_test_run ();
}
