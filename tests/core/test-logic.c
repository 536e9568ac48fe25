/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names, circles, and what a complete case means: asked, derived, possible.
 */
#include "config.h"

#include "leio-error.h"
#include "leio-test-logic.h"

/* A logic over the questions a, b and c (no, yes), with nothing declared. */
static LeioLogic *
new_plain_logic (void)
{
  static const char *const ids[] = { "a", "b", "c" };
  g_autoptr (LeioQuestionnaire) questionnaire = leio_questionnaire_new ();

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      LeioQuestion *question = leio_question_new (ids[i], LEIO_QUESTION_CHOICE);

      g_ptr_array_add (question->values, leio_value_new ("no", NULL, NULL));
      g_ptr_array_add (question->values, leio_value_new ("yes", NULL, NULL));
      leio_questionnaire_add (questionnaire, question);
    }

  return leio_logic_new (questionnaire);
}

static void
declare_derived (LeioLogic *logic, const char *id)
{
  int index = leio_logic_declare_derived (logic, id);
  LeioDerived *derived = g_ptr_array_index (logic->derived, (guint) index);

  g_ptr_array_add (derived->values, leio_value_new ("low", NULL, NULL));
  g_ptr_array_add (derived->values, leio_value_new ("high", NULL, NULL));
}

/* "x: a = yes" sets the condition of whatever x is. */
static void
set_condition (LeioLogic *logic, const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, ": ", 2);
  LeioCondition *condition = leio_test_parse (logic, parts[1]);
  int definition = leio_logic_find_definition (logic, parts[0]);
  int derived = leio_logic_find_derived (logic, parts[0]);

  if (definition >= 0)
    ((LeioDefinition *) logic->definitions->pdata[definition])->condition = condition;
  else if (derived >= 0)
    leio_derived_add_row (logic->derived->pdata[derived], condition, 1);
  else
    leio_logic_set_ask_if (logic, leio_questionnaire_find (logic->questionnaire, parts[0])->index,
                           condition);
}

static void
test_names (void)
{
  g_autoptr (LeioLogic) logic = new_plain_logic ();

  g_assert_cmpint (leio_logic_declare_definition (logic, "x"), ==, 0);
  g_assert_cmpint (leio_logic_declare_derived (logic, "d"), ==, 0);
  g_assert_cmpint (leio_logic_declare_definition (logic, "y"), ==, 1);
  g_assert_cmpint (leio_logic_declare_derived (logic, "e"), ==, 1);

  g_assert_cmpint (leio_logic_find_definition (logic, "x"), ==, 0);
  g_assert_cmpint (leio_logic_find_definition (logic, "y"), ==, 1);
  g_assert_cmpint (leio_logic_find_definition (logic, "d"), ==, -1);
  g_assert_cmpint (leio_logic_find_definition (logic, "a"), ==, -1);
  g_assert_cmpint (leio_logic_find_definition (logic, "nothing"), ==, -1);
  g_assert_cmpint (leio_logic_find_derived (logic, "d"), ==, 0);
  g_assert_cmpint (leio_logic_find_derived (logic, "e"), ==, 1);
  g_assert_cmpint (leio_logic_find_derived (logic, "x"), ==, -1);
  g_assert_cmpint (leio_logic_find_derived (logic, "nothing"), ==, -1);
}

static void
test_names_are_taken_once (void)
{
  static const char *const taken[] = { "a", "x", "d" };
  g_autoptr (LeioLogic) logic = new_plain_logic ();

  leio_logic_declare_definition (logic, "x");
  leio_logic_declare_derived (logic, "d");

  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    {
      g_assert_cmpint (leio_logic_declare_definition (logic, taken[i]), ==, -1);
      g_assert_cmpint (leio_logic_declare_derived (logic, taken[i]), ==, -1);
    }
  g_assert_cmpuint (logic->definitions->len, ==, 1);
  g_assert_cmpuint (logic->derived->len, ==, 1);
}

static void
test_derived_values (void)
{
  g_autoptr (LeioLogic) logic = leio_test_logic_new ();
  const LeioDerived *stage = g_ptr_array_index (logic->derived, 0);

  g_assert_cmpint (leio_derived_find_value (stage, "I"), ==, 0);
  g_assert_cmpint (leio_derived_find_value (stage, "IV"), ==, 3);
  g_assert_cmpint (leio_derived_find_value (stage, "V"), ==, -1);
  g_assert_cmpuint (leio_derived_get_all_values (stage), ==, 15);
}

typedef struct
{
  const char *lines[5];
  const char *message; /* NULL: no circle */
} CircleRow;

static const CircleRow circle_rows[] = {
  { { NULL }, NULL },
  { { "x: a = yes", "y: x and b = yes", "d: x or y", NULL }, NULL },
  /* Used twice is not a circle. */
  { { "x: a = yes", "y: x and x", "z: x and y", "d: z and x", NULL }, NULL },
  { { "b: a = yes", "c: b = yes and a = yes", NULL }, NULL },
  { { "x: x", NULL }, "x -> x" },
  { { "x: a = yes and not (b = yes or x)", NULL }, "x -> x" },
  { { "x: y", "y: x", NULL }, "x -> y -> x" },
  { { "x: y", "y: z", "z: x and a = yes", NULL }, "x -> y -> z -> x" },
  /* What leads to the circle is not in it. */
  { { "x: y", "y: z", "z: y", NULL }, "y -> z -> y" },
  /* Nor is what was seen to be fine on the way. */
  { { "y: a = yes", "z: x", "x: y or z", NULL }, "x -> z -> x" },
  { { "x: d = high", "d: x", NULL }, "x -> d -> x" },
  { { "d: e = low", "e: d = low", NULL }, "d -> e -> d" },
  { { "d: a = yes", "d: d = high", NULL }, "d -> d" },
  /* A question needs what its ask_if needs. */
  { { "a: a = yes", NULL }, "a -> a" },
  { { "a: b = yes", "b: a = yes", NULL }, "a -> b -> a" },
  { { "a: x", "x: b = yes", "b: d = high", "d: a = no", NULL }, "a -> x -> b -> d -> a" },
  { { "x: a = yes", "a: x", NULL }, "a -> x -> a" },
};

static void
test_circle (gconstpointer data)
{
  const CircleRow *row = data;
  g_autoptr (LeioLogic) logic = new_plain_logic ();
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  leio_logic_declare_definition (logic, "x");
  leio_logic_declare_definition (logic, "y");
  leio_logic_declare_definition (logic, "z");
  declare_derived (logic, "d");
  declare_derived (logic, "e");
  for (guint i = 0; row->lines[i] != NULL; i++)
    set_condition (logic, row->lines[i]);

  g_assert_cmpint (leio_logic_check_cycles (logic, &error), ==, row->message == NULL);
  if (row->message == NULL)
    {
      g_assert_no_error (error);
      return;
    }

  message = g_strdup_printf ("conditions go in a circle: %s", row->message);
  g_assert_error (error, LEIO_ERROR, LEIO_ERROR_CYCLE);
  g_assert_cmpstr (error->message, ==, message);
}

/* A chain of definitions, each on the next or, @up, each on the one before. */
static LeioLogic *
new_chain (guint length, gboolean up)
{
  LeioLogic *logic = new_plain_logic ();

  for (guint i = 0; i < length; i++)
    {
      g_autofree char *id = g_strdup_printf ("x%u", i);

      leio_logic_declare_definition (logic, id);
    }
  for (guint i = 0; i < length; i++)
    {
      gboolean last = up ? i == 0 : i == length - 1;
      g_autofree char *text =
          last ? g_strdup ("a = yes") : g_strdup_printf ("x%u", up ? i - 1 : i + 1);

      ((LeioDefinition *) logic->definitions->pdata[i])->condition = leio_test_parse (logic, text);
    }

  return logic;
}

/* Nobody may exhaust the stack with a file; which end comes first makes no difference. */
static void
test_long_chains (void)
{
  for (int up = 0; up <= 1; up++)
    {
      g_autoptr (LeioLogic) fine = new_chain (500, up != 0);
      g_autoptr (LeioLogic) deep = new_chain (100000, up != 0);
      g_autoptr (GError) error = NULL;

      g_assert_true (leio_logic_check_cycles (fine, &error));
      g_assert_no_error (error);
      g_assert_false (leio_logic_check_cycles (deep, &error));
      g_assert_error (error, LEIO_ERROR, LEIO_ERROR_SYNTAX);
      g_assert_true (g_str_has_suffix (error->message, "nest deeper than 2000 levels"));
    }
}

static void
test_chain_evaluates (void)
{
  g_autoptr (LeioLogic) logic = new_chain (500, FALSE);
  g_autoptr (LeioCondition) first = leio_test_parse (logic, "x0");
  g_autoptr (LeioAnswers) yes = leio_test_answers (logic, "a=yes");
  g_autoptr (LeioAnswers) no = leio_test_answers (logic, "a=no");

  g_assert_true (leio_condition_holds (logic, first, yes));
  g_assert_false (leio_condition_holds (logic, first, no));
}

typedef struct
{
  const char *answers;
  const char *question;
  gboolean asked;
} AskedRow;

static const AskedRow asked_rows[] = {
  { "", "site", TRUE },
  { "", "size_cm", TRUE },
  { "site=limb", "depth", TRUE },
  { "site=skin", "depth", FALSE },
  { "site=limb", "grade", TRUE },
  { "site=uterus", "grade", FALSE },
  { "site=skin", "nodes", FALSE },
  { "site=uterus", "nodes", TRUE },
  { "metastasis=present", "months", TRUE },
  { "metastasis=unstaged", "months", FALSE },
};

static void
test_asked (gconstpointer data)
{
  const AskedRow *row = data;
  g_autoptr (LeioLogic) logic = leio_test_logic_new ();
  g_autoptr (LeioAnswers) answers = leio_test_answers (logic, row->answers);
  guint index = leio_questionnaire_find (logic->questionnaire, row->question)->index;

  g_assert_cmpint (leio_logic_is_asked (logic, index, answers), ==, row->asked);
}

/* A question that is not asked asks nothing further, whatever answer is left from before. */
static void
test_asked_through_a_question_that_is_not (void)
{
  g_autoptr (LeioLogic) logic = new_plain_logic ();
  g_autoptr (LeioAnswers) answers = leio_test_answers (logic, "a=no b=yes");

  set_condition (logic, "b: a = yes");
  set_condition (logic, "c: b = yes");
  g_assert_false (leio_logic_is_asked (logic, 2, answers));

  leio_test_answer (logic, answers, "a=yes");
  g_assert_true (leio_logic_is_asked (logic, 2, answers));
}

static void
test_ask_if_can_be_set_again (void)
{
  g_autoptr (LeioLogic) logic = new_plain_logic ();
  g_autoptr (LeioAnswers) answers = leio_test_answers (logic, "a=no");

  set_condition (logic, "b: a = yes");
  set_condition (logic, "b: a = no");
  g_assert_true (leio_logic_is_asked (logic, 1, answers));

  leio_logic_set_ask_if (logic, 1, NULL);
  leio_test_answer (logic, answers, "a=yes");
  g_assert_true (leio_logic_is_asked (logic, 1, answers));
}

typedef struct
{
  const char *answers;
  int value;
} DerivedRow;

static const DerivedRow derived_rows[] = {
  { "site=limb size_cm=3 metastasis=none", 0 },
  { "site=limb size_cm=6 depth=superficial grade=3 metastasis=none", 1 },
  { "site=limb size_cm=6 depth=deep grade=1 metastasis=none", 1 },
  { "site=limb size_cm=6 depth=deep grade=2 metastasis=none", 2 },
  { "site=skin size_cm=6 depth=deep grade=2 metastasis=none", 1 },
  { "site=limb size_cm=6 depth=deep grade=2 metastasis=present", 3 },
  { "site=limb size_cm=3 metastasis=unstaged", -1 },
};

static void
test_derive (gconstpointer data)
{
  const DerivedRow *row = data;
  g_autoptr (LeioLogic) logic = leio_test_logic_new ();
  g_autoptr (LeioAnswers) answers = leio_test_answers (logic, row->answers);

  g_assert_cmpint (leio_logic_derive (logic, 0, answers), ==, row->value);
}

static void
test_possible (void)
{
  g_autoptr (LeioLogic) logic = leio_test_logic_new ();
  g_autoptr (LeioAnswers) answers =
      leio_test_answers (logic, "metastasis=present metastasis_sites=lung");

  g_assert_true (leio_logic_is_possible (logic, answers));
  leio_test_answer (logic, answers, "metastasis_sites=");
  g_assert_false (leio_logic_is_possible (logic, answers));
  /* Then it is not asked where they are. */
  leio_test_answer (logic, answers, "metastasis=none");
  g_assert_true (leio_logic_is_possible (logic, answers));
}

static void
test_any_impossible_counts (void)
{
  g_autoptr (LeioLogic) logic = new_plain_logic ();
  g_autoptr (LeioAnswers) answers = leio_test_answers (logic, "a=no b=yes");

  g_assert_true (leio_logic_is_possible (logic, answers));
  leio_logic_add_impossible (logic, "one")->condition = leio_test_parse (logic, "a = yes");
  g_assert_true (leio_logic_is_possible (logic, answers));
  leio_logic_add_impossible (logic, "two")->condition = leio_test_parse (logic, "b = yes");
  g_assert_false (leio_logic_is_possible (logic, answers));
}

/* A set or a scale where it is not asked has its value as well. */
static void
test_if_not_asked_of_a_set (void)
{
  g_autoptr (LeioQuestionnaire) questionnaire = leio_questionnaire_new ();
  LeioQuestion *asked = leio_question_new ("asked", LEIO_QUESTION_CHOICE);
  LeioQuestion *set = leio_question_new ("sites", LEIO_QUESTION_SET);
  g_autoptr (LeioLogic) logic = NULL;
  g_autoptr (LeioCondition) has = NULL;
  g_autoptr (LeioCondition) within = NULL;
  g_autoptr (LeioAnswers) answers = NULL;

  g_ptr_array_add (asked->values, leio_value_new ("no", NULL, NULL));
  g_ptr_array_add (asked->values, leio_value_new ("yes", NULL, NULL));
  g_ptr_array_add (set->values, leio_value_new ("lung", NULL, NULL));
  g_ptr_array_add (set->values, leio_value_new ("liver", NULL, NULL));
  set->if_not_asked = 1;
  leio_questionnaire_add (questionnaire, asked);
  leio_questionnaire_add (questionnaire, set);
  logic = leio_logic_new (questionnaire);
  leio_logic_set_ask_if (logic, 1, leio_test_parse (logic, "asked = yes"));
  has = leio_test_parse (logic, "sites has liver and not sites has lung");
  within = leio_test_parse (logic, "sites within (liver)");
  answers = leio_test_answers (logic, "asked=no sites=lung");

  g_assert_true (leio_condition_holds (logic, has, answers));
  g_assert_true (leio_condition_holds (logic, within, answers));
  leio_test_answer (logic, answers, "asked=yes");
  g_assert_false (leio_condition_holds (logic, has, answers));
}

#define ADD_ROWS(path, rows, function)                                                             \
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)                                                  \
    {                                                                                              \
      g_autofree char *name = g_strdup_printf (path "/%u", i);                                     \
                                                                                                   \
      g_test_add_data_func (name, &rows[i], function);                                             \
    }

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/logic/names", test_names);
  g_test_add_func ("/core/logic/names-taken", test_names_are_taken_once);
  g_test_add_func ("/core/logic/derived-values", test_derived_values);
  ADD_ROWS ("/core/logic/circle", circle_rows, test_circle);
  g_test_add_func ("/core/logic/long-chains", test_long_chains);
  g_test_add_func ("/core/logic/chain-evaluates", test_chain_evaluates);
  ADD_ROWS ("/core/logic/asked", asked_rows, test_asked);
  g_test_add_func ("/core/logic/asked/through", test_asked_through_a_question_that_is_not);
  g_test_add_func ("/core/logic/asked/again", test_ask_if_can_be_set_again);
  ADD_ROWS ("/core/logic/derive", derived_rows, test_derive);
  g_test_add_func ("/core/logic/possible", test_possible);
  g_test_add_func ("/core/logic/possible/any", test_any_impossible_counts);
  g_test_add_func ("/core/logic/if-not-asked-of-a-set", test_if_not_asked_of_a_set);

  return g_test_run ();
}
