/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The variables of diagrams: how numbers are cut, which numbers stand for an
 * interval, which questions come first, and that names cost nothing twice.
 */
#include "config.h"

#include "leio-compile.h"
#include "leio-test-logic.h"
#include "leio-words.h"

static LeioSpace *
new_space (const LeioLogic *logic, const char *const *conditions)
{
  LeioSpace *space = leio_space_new ();

  leio_space_add_logic (space, logic);
  for (guint i = 0; conditions[i] != NULL; i++)
    {
      g_autoptr (LeioCondition) condition = leio_test_parse (logic, conditions[i]);

      leio_space_add_condition (space, logic, condition);
    }
  leio_space_finish (space);

  return space;
}

/* "0.1 5.5 6": a number of every interval. */
static char *
dup_samples (const LeioSpaceQuestion *question, guint decimals)
{
  GString *samples = g_string_new (NULL);

  for (guint i = 0; i < leio_space_question_n_intervals (question); i++)
    {
      double number = leio_space_question_sample (question, i, decimals);
      g_autofree char *text = leio_words_from_number (number);

      g_assert_cmpuint (leio_space_question_interval (question, number), ==, i);
      g_assert_cmpfloat (g_ascii_strtod (text, NULL), ==, number);
      g_string_append_printf (samples, i > 0 ? " %s" : "%s", text);
    }

  return g_string_free (samples, FALSE);
}

/* What a person has to change a size to is told as near to it as can be. */
static void
test_nearest (void)
{
  static const char *const conditions[] = { "size_cm >= 8", NULL };
  g_autoptr (LeioLogic) logic = leio_test_logic_new ();
  g_autoptr (LeioSpace) space = new_space (logic, conditions);
  const LeioSpaceQuestion *question = leio_space_find (space, "size_cm");

  g_assert_cmpfloat (leio_space_question_nearest (question, 0, 1, 20), ==, 5);
  g_assert_cmpfloat (leio_space_question_nearest (question, 1, 1, 20), ==, 7.9);
  g_assert_cmpfloat (leio_space_question_nearest (question, 1, 1, 6.5), ==, 6.5);
  g_assert_cmpfloat (leio_space_question_nearest (question, 2, 1, 6.5), ==, 8);
  g_assert_cmpfloat (leio_space_question_nearest (question, 1, 1, 3), ==, 5.1);
}

typedef struct
{
  const char *name;
  const char *conditions[4];
  const char *samples;
} SampleRow;

/* The test logic asks for "size_cm > 5" itself; the bounds are 0.1 and 60. */
static const SampleRow sample_rows[] = {
  { "one", { NULL }, "0.1 6" },
  { "two", { "size_cm >= 8", NULL }, "0.1 6 8" },
  { "equal", { "size_cm = 8", NULL }, "0.1 6 8 9" },
  { "near", { "size_cm > 5.5", NULL }, "0.1 5.1 6" },
  { "nearer", { "size_cm < 5.1", NULL }, "0.1 5.01 5.1" },
  { "tenths", { "size_cm > 5.7", "size_cm > 5.8", NULL }, "0.1 5.1 5.8 6" },
  { "hundredths", { "size_cm > 0.28", "size_cm >= 0.3", NULL }, "0.1 0.29 0.3 6" },
  { "at-the-least", { "size_cm <= 0.1", NULL }, "0.1 1 6" },
  { "at-the-most", { "size_cm >= 60", NULL }, "0.1 6 60" },
};

/* A number that a person would write, however it is divided. */
static void
test_samples (gconstpointer data)
{
  const SampleRow *row = data;
  g_autoptr (LeioLogic) logic = leio_test_logic_new ();
  g_autoptr (LeioSpace) space = new_space (logic, row->conditions);
  g_autofree char *samples = dup_samples (leio_space_find (space, "size_cm"), 1);

  g_assert_cmpstr (samples, ==, row->samples);
}

/* A number that decides, by a name, whether something is asked comes before other numbers. */
static void
test_gates (void)
{
  static const char *const no_conditions[] = { NULL };
  g_autoptr (LeioLogic) logic = leio_test_logic_new ();
  g_autoptr (LeioSpace) space = NULL;
  guint margin = leio_questionnaire_find (logic->questionnaire, "margin")->index;

  leio_logic_set_ask_if (logic, margin, leio_test_parse (logic, "frail or large_and_deep"));
  space = new_space (logic, no_conditions);
  g_assert_true (leio_space_find (space, "size_cm")->gate);
  g_assert_true (leio_space_find (space, "depth")->gate);
  g_assert_true (leio_space_find (space, "ecog")->gate);
  g_assert_false (leio_space_find (space, "months")->gate);
  g_assert_cmpuint (leio_space_find (space, "size_cm")->first_variable, <,
                    leio_space_find (space, "months")->first_variable);
}

/* A number that only says what cannot be is told apart all the same. */
static void
test_impossible (void)
{
  static const char *const no_conditions[] = { NULL };
  g_autoptr (LeioLogic) logic = leio_test_logic_new ();
  LeioImpossible *first = g_ptr_array_index (logic->impossible, 0);
  g_autoptr (LeioSpace) space = NULL;
  g_autofree char *samples = NULL;

  leio_condition_free (first->condition);
  first->condition = leio_test_parse (logic, "size_cm > 40 and depth = superficial");
  space = new_space (logic, no_conditions);
  samples = dup_samples (leio_space_find (space, "size_cm"), 1);
  g_assert_cmpstr (samples, ==, "0.1 6 41");
}

/* Two editions are compared over the numbers that either of them allows. */
static void
test_wider_edition (void)
{
  g_autoptr (LeioLogic) old = leio_test_logic_new ();
  g_autoptr (LeioLogic) new = leio_test_logic_new ();
  g_autoptr (LeioSpace) space = leio_space_new ();
  g_autoptr (LeioCondition) condition = NULL;
  LeioQuestion *wider = (LeioQuestion *) leio_questionnaire_find (new->questionnaire, "size_cm");
  g_autofree char *samples = NULL;

  wider->min = 0;
  wider->max = 100;
  condition = leio_test_parse (new, "size_cm > 70");
  leio_space_add_logic (space, old);
  leio_space_add_logic (space, new);
  leio_space_add_condition (space, new, condition);
  leio_space_finish (space);
  samples = dup_samples (leio_space_find (space, "size_cm"), 1);
  g_assert_cmpstr (samples, ==, "0 6 71");
}

/* Diagrams stay small where what is chosen comes before numbers, and sets, which are many
 * variables, come last. */
static void
test_order (void)
{
  static const char *const no_conditions[] = { NULL };
  g_autoptr (LeioLogic) logic = leio_test_logic_new ();
  g_autoptr (LeioSpace) space = new_space (logic, no_conditions);
  guint choice = leio_space_find (space, "margin")->first_variable;
  guint number = leio_space_find (space, "months")->first_variable;
  guint set = leio_space_find (space, "metastasis_sites")->first_variable;

  g_assert_cmpuint (choice, <, number);
  g_assert_cmpuint (number, <, set);
  g_assert_cmpuint (leio_space_find (space, "ecog")->first_variable, <, choice);
}

/* Sixty names, each twice the one before: walking through them again and again would not end. */
static LeioLogic *
new_doubling_logic (void)
{
  const guint length = 60;
  LeioLogic *logic = leio_test_logic_new ();
  guint first = logic->definitions->len;

  for (guint i = 0; i < length; i++)
    {
      g_autofree char *id = g_strdup_printf ("d%u", i);

      g_assert_cmpint (leio_logic_declare_definition (logic, id), >=, 0);
    }
  for (guint i = 0; i < length; i++)
    {
      g_autofree char *text =
          i == 0 ? g_strdup ("size_cm > 7") : g_strdup_printf ("d%u or d%u", i - 1, i - 1);

      ((LeioDefinition *) logic->definitions->pdata[first + i])->condition =
          leio_test_parse (logic, text);
    }
  leio_logic_set_ask_if (logic, leio_questionnaire_find (logic->questionnaire, "margin")->index,
                         leio_test_parse (logic, "d59"));

  return logic;
}

static void
test_names_are_walked_once (void)
{
  static const char *const conditions[] = { "d59 and margin = r0", NULL };
  g_autoptr (LeioLogic) logic = new_doubling_logic ();
  g_autoptr (LeioSpace) space = new_space (logic, conditions);
  g_autofree char *samples = dup_samples (leio_space_find (space, "size_cm"), 1);

  g_assert_cmpstr (samples, ==, "0.1 6 8");
  g_assert_true (leio_space_find (space, "size_cm")->gate);
}

static void
test_tested (void)
{
  static const struct
  {
    const char *condition;
    const char *tested;
  } rows[] = {
    { "always", "" },
    { "site = skin", "site " },
    { "not (grade = 2 or symptoms has pain)", "grade symptoms " },
    { "large_and_deep", "depth size_cm " },
    { "stage = I and frail", "depth size_cm grade metastasis ecog " },
    { "d59", "size_cm " },
  };
  g_autoptr (LeioLogic) logic = new_doubling_logic ();
  guint n_questions = leio_questionnaire_get_n_questions (logic->questionnaire);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree guint8 *tested = g_new0 (guint8, n_questions);
      g_autoptr (LeioCondition) condition = leio_test_parse (logic, rows[i].condition);
      g_autoptr (GString) found = g_string_new (NULL);

      leio_logic_find_tested (logic, condition, tested);
      for (guint k = 0; k < n_questions; k++)
        if (tested[k])
          g_string_append_printf (found, "%s ",
                                  leio_questionnaire_get_question (logic->questionnaire, k)->id);
      g_assert_cmpstr (found->str, ==, rows[i].tested);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_summary ("Questions become variables, numbers intervals that people can name");

  for (guint i = 0; i < G_N_ELEMENTS (sample_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/core/space/sample/", sample_rows[i].name, NULL);

      g_test_add_data_func (path, &sample_rows[i], test_samples);
    }
  g_test_add_func ("/core/space/nearest", test_nearest);
  g_test_add_func ("/core/space/gates", test_gates);
  g_test_add_func ("/core/space/impossible", test_impossible);
  g_test_add_func ("/core/space/wider-edition", test_wider_edition);
  g_test_add_func ("/core/space/order", test_order);
  g_test_add_func ("/core/space/names-are-walked-once", test_names_are_walked_once);
  g_test_add_func ("/core/space/tested", test_tested);

  return g_test_run ();
}
