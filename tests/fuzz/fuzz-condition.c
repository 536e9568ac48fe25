/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A condition: what is read is printed and read as the same tree again, a fault has
 * a place in the text, and the diagram says of random cases what the tree says.
 */
#include "config.h"

#include <string.h>

#include "leio-compile.h"
#include "leio-fuzz.h"
#include "leio-test-logic.h"

#define N_CASES 6
#define NODE_LIMIT 20000

static LeioLogic *logic;

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  leio_fuzz_begin ();
  logic = leio_test_logic_new ();
  return 0;
}

static void
check_cases (const LeioCondition *condition, LeioCompiler *compiler, LeioDiagrams *diagrams,
             guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree int *values = g_new (int, leio_diagrams_get_n_variables (diagrams) + 1);
  LeioNode node = leio_compiler_condition (compiler, condition);

  if (leio_diagrams_is_full (diagrams))
    return;
  for (guint i = 0; i < N_CASES; i++)
    {
      g_autoptr (LeioAnswers) answers = leio_test_random_case (logic, rand);
      gboolean holds = leio_condition_holds (logic, condition, answers);

      leio_compiler_fill (compiler, answers, values);
      g_assert_cmpuint (leio_diagrams_mask (diagrams, node, values), ==, holds ? 2 : 1);
    }
}

static void
check_diagram (const LeioCondition *condition, guint32 seed)
{
  g_autoptr (LeioSpace) space = leio_space_new ();
  g_autoptr (LeioDiagrams) diagrams = NULL;
  LeioCompiler *compiler;

  leio_space_add_logic (space, logic);
  leio_space_add_condition (space, logic, condition);
  leio_space_finish (space);
  diagrams = leio_diagrams_new (space->arities, space->n_variables, NODE_LIMIT);
  compiler = leio_compiler_new (logic, space, diagrams);
  check_cases (condition, compiler, diagrams, seed);
  leio_compiler_free (compiler);
}

static void
check_fault (const char *text, guint column, const GError *error)
{
  leio_fuzz_check_error (error);
  g_assert_cmpuint (column, >=, 1);
  g_assert_cmpuint (column, <=, strlen (text) + 1);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *printed = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioCondition) condition = NULL;
  g_autoptr (LeioCondition) again = NULL;
  guint column = 0;

  /* Who reads a file has made sure of that. */
  if (!g_utf8_validate (text, -1, NULL))
    return 0;
  condition = leio_condition_parse (logic, text, &column, &error);
  if (condition == NULL)
    {
      check_fault (text, column, error);
      return 0;
    }
  g_assert_no_error (error);
  printed = leio_condition_print (logic, condition);
  again = leio_condition_parse (logic, printed, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (leio_condition_equal (condition, again));
  check_diagram (condition, g_str_hash (text));
  return 0;
}
