/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "leio-test-logic.h"

typedef struct
{
  const char *id;
  LeioQuestionKind kind;
  const char *values;
  const char *ask_if;
  int if_not_asked;
} Row;

static const Row rows[] = {
  { "site", LEIO_QUESTION_CHOICE, "uterus retroperitoneum limb skin", NULL, -1 },
  { "depth", LEIO_QUESTION_CHOICE, "superficial deep", "site = limb", -1 },
  { "size_cm", LEIO_QUESTION_NUMBER, NULL, NULL, -1 },
  { "grade", LEIO_QUESTION_SCALE, "1 2 3", "not site in (uterus, skin)", -1 },
  { "nodes", LEIO_QUESTION_CHOICE, "no yes", "site != skin", 0 },
  { "metastasis", LEIO_QUESTION_CHOICE, "none present unstaged", NULL, -1 },
  { "metastasis_sites", LEIO_QUESTION_SET, "lung liver bone brain", "metastasis = present", -1 },
  { "months", LEIO_QUESTION_NUMBER, NULL, "metastasis = present", -1 },
  { "symptoms", LEIO_QUESTION_SET, "pain bleeding fracture_risk", NULL, -1 },
  { "ecog", LEIO_QUESTION_SCALE, "0 1 2 3 4", NULL, -1 },
  { "margin", LEIO_QUESTION_CHOICE, "r0 r1 3d", NULL, -1 },
};

static const char *const definitions[][2] = {
  { "large", "size_cm > 5" },
  { "large_and_deep", "large and depth = deep" },
  { "frail", "ecog >= 3" },
};

static void
add_values (GPtrArray *values, const char *ids)
{
  g_auto (GStrv) words = g_strsplit (ids, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (values, leio_value_new (words[i], NULL, NULL));
}

static LeioQuestionnaire *
new_questionnaire (void)
{
  LeioQuestionnaire *questionnaire = leio_questionnaire_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      LeioQuestion *question = leio_question_new (rows[i].id, rows[i].kind);

      if (rows[i].values != NULL)
        add_values (question->values, rows[i].values);
      question->if_not_asked = rows[i].if_not_asked;
      question->min = g_str_equal (rows[i].id, "months") ? 0 : 0.1;
      question->max = g_str_equal (rows[i].id, "months") ? 600 : 60;
      g_assert_true (leio_questionnaire_add (questionnaire, question));
    }

  return questionnaire;
}

LeioCondition *
leio_test_parse (const LeioLogic *logic, const char *text)
{
  g_autoptr (GError) error = NULL;
  LeioCondition *condition = leio_condition_parse (logic, text, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (condition);

  return condition;
}

static void
set_conditions (LeioLogic *logic)
{
  LeioDerived *stage = g_ptr_array_index (logic->derived, 0);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].ask_if != NULL)
      leio_logic_set_ask_if (logic, i, leio_test_parse (logic, rows[i].ask_if));
  for (guint i = 0; i < G_N_ELEMENTS (definitions); i++)
    ((LeioDefinition *) g_ptr_array_index (logic->definitions, i))->condition =
        leio_test_parse (logic, definitions[i][1]);

  leio_derived_add_row (stage, leio_test_parse (logic, "metastasis = present"), 3);
  leio_derived_add_row (stage, leio_test_parse (logic, "large_and_deep and grade >= 2"), 2);
  leio_derived_add_row (stage, leio_test_parse (logic, "large"), 1);
  leio_derived_add_row (stage, leio_test_parse (logic, "metastasis = none"), 0);
}

LeioLogic *
leio_test_logic_new (void)
{
  g_autoptr (LeioQuestionnaire) questionnaire = new_questionnaire ();
  g_autoptr (GError) error = NULL;
  LeioLogic *logic = leio_logic_new (questionnaire);
  LeioImpossible *impossible;
  int stage;

  for (guint i = 0; i < G_N_ELEMENTS (definitions); i++)
    g_assert_cmpint (leio_logic_declare_definition (logic, definitions[i][0]), ==, (int) i);
  stage = leio_logic_declare_derived (logic, "stage");
  add_values (((LeioDerived *) g_ptr_array_index (logic->derived, (guint) stage))->values,
              "I II III IV");
  set_conditions (logic);

  impossible = leio_logic_add_impossible (logic, "spread-to-nowhere");
  impossible->condition =
      leio_test_parse (logic, "metastasis = present and metastasis_sites is empty");

  leio_logic_check_cycles (logic, &error);
  g_assert_no_error (error);

  return logic;
}

static guint
find_value (const LeioQuestion *question, const char *id)
{
  int value = leio_question_find_value (question, id);

  g_assert_cmpint (value, >=, 0);

  return (guint) value;
}

static void
set_answer (LeioAnswers *answers, const LeioQuestion *question, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  guint64 set = 0;

  if (g_str_equal (text, "?"))
    leio_answers_set_not_known (answers, question->index);
  else if (question->kind == LEIO_QUESTION_NUMBER)
    leio_answers_set_number (answers, question->index, g_ascii_strtod (text, NULL));
  else if (question->kind == LEIO_QUESTION_SET)
    {
      for (guint i = 0; words[i] != NULL; i++)
        set |= G_GUINT64_CONSTANT (1) << find_value (question, words[i]);
      leio_answers_set_set (answers, question->index, set);
    }
  else
    leio_answers_set_value (answers, question->index, find_value (question, text));
}

void
leio_test_answer (const LeioLogic *logic, LeioAnswers *answers, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      char *value = strchr (words[i], '=');
      const LeioQuestion *question;

      g_assert_nonnull (value);
      *value++ = '\0';
      question = leio_questionnaire_find (logic->questionnaire, words[i]);
      g_assert_nonnull (question);
      set_answer (answers, question, value);
    }
}

LeioAnswers *
leio_test_answers (const LeioLogic *logic, const char *text)
{
  LeioAnswers *answers =
      leio_answers_new (leio_questionnaire_get_n_questions (logic->questionnaire));

  leio_test_answer (logic, answers, text);

  return answers;
}

static guint64
random_mask (GRand *rand, guint n_values)
{
  guint64 all =
      n_values >= LEIO_MAX_VALUES ? G_MAXUINT64 : (G_GUINT64_CONSTANT (1) << n_values) - 1;

  return ((guint64) g_rand_int (rand) << 32 | g_rand_int (rand)) & all;
}

static guint64
random_filled_mask (GRand *rand, guint n_values)
{
  guint64 mask = random_mask (rand, n_values);

  return mask != 0 ? mask : G_GUINT64_CONSTANT (1) << g_rand_int_range (rand, 0, (int) n_values);
}

static guint
random_index (GRand *rand, guint length)
{
  return (guint) g_rand_int_range (rand, 0, (int) length);
}

/* In half steps, so that thresholds are met exactly. */
static double
random_number (GRand *rand, const LeioQuestion *question)
{
  double step = g_rand_int_range (rand, 0, (int) (2 * (question->max - question->min)) + 1) / 2.0;

  return MIN (ceil (question->min) + step, question->max);
}

LeioAnswers *
leio_test_random_case (const LeioLogic *logic, GRand *rand)
{
  LeioAnswers *answers = leio_test_answers (logic, "");

  for (guint i = 0; i < leio_answers_get_length (answers); i++)
    {
      const LeioQuestion *question = leio_questionnaire_get_question (logic->questionnaire, i);

      if (question->kind == LEIO_QUESTION_NUMBER)
        leio_answers_set_number (answers, i, random_number (rand, question));
      else if (question->kind == LEIO_QUESTION_SET)
        leio_answers_set_set (answers, i, random_mask (rand, question->values->len));
      else
        leio_answers_set_value (answers, i, random_index (rand, question->values->len));
    }

  return answers;
}

static LeioCondition *
random_set_atom (const LeioQuestion *question, GRand *rand)
{
  static const LeioConditionKind kinds[] = {
    LEIO_CONDITION_HAS_ANY,
    LEIO_CONDITION_AT_LEAST,
    LEIO_CONDITION_WITHIN,
    LEIO_CONDITION_EMPTY,
  };
  LeioCondition *atom = leio_condition_new (kinds[random_index (rand, G_N_ELEMENTS (kinds))]);

  if (atom->kind == LEIO_CONDITION_AT_LEAST)
    atom->count = 1 + random_index (rand, question->values->len);
  else if (atom->kind != LEIO_CONDITION_EMPTY)
    atom->mask = random_filled_mask (rand, question->values->len);

  return atom;
}

static LeioCondition *
random_question_atom (const LeioQuestion *question, GRand *rand)
{
  LeioCondition *atom;

  if (question->kind == LEIO_QUESTION_SET)
    atom = random_set_atom (question, rand);
  else if (question->kind == LEIO_QUESTION_NUMBER)
    {
      atom = leio_condition_new (LEIO_CONDITION_NUMBER);
      atom->comparison = random_index (rand, LEIO_COMPARISON_NOT_EQUAL + 1);
      /* Never a bound, where "<" and ">" are errors. */
      atom->number = 1 + random_index (rand, 590) / 10.0;
    }
  else
    {
      atom = leio_condition_new (LEIO_CONDITION_VALUE);
      atom->mask = random_filled_mask (rand, question->values->len);
    }
  atom->index = question->index;

  return atom;
}

static LeioCondition *
random_atom (const LeioLogic *logic, GRand *rand)
{
  guint n_questions = leio_questionnaire_get_n_questions (logic->questionnaire);
  guint n_definitions = logic->definitions->len;
  guint name = random_index (rand, n_questions + n_definitions + logic->derived->len + 1);
  LeioCondition *atom;

  if (name < n_questions)
    return random_question_atom (leio_questionnaire_get_question (logic->questionnaire, name),
                                 rand);
  name -= n_questions;
  if (name < n_definitions)
    {
      atom = leio_condition_new (LEIO_CONDITION_DEFINITION);
      atom->index = name;
      return atom;
    }
  name -= n_definitions;
  if (name == logic->derived->len)
    return leio_condition_new (LEIO_CONDITION_ALWAYS);

  atom = leio_condition_new (LEIO_CONDITION_DERIVED);
  atom->index = name;
  atom->mask =
      random_filled_mask (rand, ((LeioDerived *) logic->derived->pdata[name])->values->len);

  return atom;
}

LeioCondition *
leio_test_random_condition (const LeioLogic *logic, GRand *rand, guint depth)
{
  static const LeioConditionKind kinds[] = {
    LEIO_CONDITION_AND,
    LEIO_CONDITION_OR,
    LEIO_CONDITION_NOT,
  };
  LeioCondition *condition;
  guint n_children;

  if (depth <= 1 || g_rand_int_range (rand, 0, 4) == 0)
    return random_atom (logic, rand);

  condition = leio_condition_new (kinds[random_index (rand, G_N_ELEMENTS (kinds))]);
  n_children = condition->kind == LEIO_CONDITION_NOT ? 1 : 2 + random_index (rand, 3);
  for (guint i = 0; i < n_children; i++)
    g_ptr_array_add (condition->children, leio_test_random_condition (logic, rand, depth - 1));

  return condition;
}
