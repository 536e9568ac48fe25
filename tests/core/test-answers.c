/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Questions, and the answers to them.
 */
#include "config.h"

#include "leio-answers.h"

static LeioQuestion *
new_question (LeioQuestionKind kind, const char *unit)
{
  LeioQuestion *question = leio_question_new ("site", kind);

  g_ptr_array_add (question->values, leio_value_new ("uterus", "Uterus", "The womb"));
  g_ptr_array_add (question->values, leio_value_new ("limb", "Limb", NULL));
  g_ptr_array_add (question->values, leio_value_new ("skin", NULL, NULL));
  question->unit = g_strdup (unit);

  return question;
}

static void
test_question_defaults (void)
{
  g_autoptr (LeioQuestion) question = leio_question_new ("size_cm", LEIO_QUESTION_NUMBER);

  g_assert_cmpstr (question->id, ==, "size_cm");
  g_assert_cmpint (question->kind, ==, LEIO_QUESTION_NUMBER);
  g_assert_cmpint (question->if_not_asked, ==, -1);
  g_assert_null (question->ask_if);
  g_assert_cmpuint (question->values->len, ==, 0);
  g_assert_cmpuint (leio_question_get_all_values (question), ==, 0);
}

static void
test_question_values (void)
{
  g_autoptr (LeioQuestion) question = new_question (LEIO_QUESTION_CHOICE, NULL);

  g_assert_cmpint (leio_question_find_value (question, "uterus"), ==, 0);
  g_assert_cmpint (leio_question_find_value (question, "skin"), ==, 2);
  g_assert_cmpint (leio_question_find_value (question, "Uterus"), ==, -1);
  g_assert_cmpint (leio_question_find_value (question, ""), ==, -1);
  g_assert_cmpstr (leio_question_get_value (question, 1)->label, ==, "Limb");
  g_assert_cmpuint (leio_question_get_all_values (question), ==, 7);
}

/* A mask of 64 values has every bit, although 1 << 64 is undefined. */
static void
test_question_most_values (void)
{
  g_autoptr (LeioQuestion) question = leio_question_new ("many", LEIO_QUESTION_SET);

  for (guint i = 0; i < LEIO_MAX_VALUES; i++)
    {
      g_autofree char *id = g_strdup_printf ("v%u", i);

      g_assert_cmpuint (leio_question_get_all_values (question), ==,
                        (G_GUINT64_CONSTANT (1) << i) - 1);
      g_ptr_array_add (question->values, leio_value_new (id, NULL, NULL));
    }

  g_assert_cmpuint (leio_question_get_all_values (question), ==, G_MAXUINT64);
}

static void
test_questionnaire (void)
{
  g_autoptr (LeioQuestionnaire) questionnaire = leio_questionnaire_new ();
  g_autoptr (LeioQuestion) again = leio_question_new ("site", LEIO_QUESTION_SET);

  g_assert_true (leio_questionnaire_add (questionnaire, new_question (LEIO_QUESTION_CHOICE, NULL)));
  g_assert_true (
      leio_questionnaire_add (questionnaire, leio_question_new ("grade", LEIO_QUESTION_SCALE)));
  g_assert_false (leio_questionnaire_add (questionnaire, again));

  g_assert_cmpuint (leio_questionnaire_get_n_questions (questionnaire), ==, 2);
  g_assert_cmpuint (leio_questionnaire_find (questionnaire, "grade")->index, ==, 1);
  g_assert_cmpint (leio_questionnaire_find (questionnaire, "site")->kind, ==, LEIO_QUESTION_CHOICE);
  g_assert_null (leio_questionnaire_find (questionnaire, "size"));
  g_assert_cmpstr (leio_questionnaire_get_question (questionnaire, 0)->id, ==, "site");
}

static void
test_sections (void)
{
  g_autoptr (LeioQuestionnaire) questionnaire = leio_questionnaire_new ();
  g_autoptr (LeioSection) again = leio_section_new ("tumour", NULL, NULL);

  g_assert_true (leio_questionnaire_add_section (
      questionnaire, leio_section_new ("tumour", "Tumour", "Your tumour")));
  g_assert_true (
      leio_questionnaire_add_section (questionnaire, leio_section_new ("person", "Person", "You")));
  g_assert_false (leio_questionnaire_add_section (questionnaire, again));

  g_assert_cmpuint (leio_questionnaire_get_n_sections (questionnaire), ==, 2);
  g_assert_cmpint (leio_questionnaire_find_section (questionnaire, "person"), ==, 1);
  g_assert_cmpint (leio_questionnaire_find_section (questionnaire, "house"), ==, -1);
  g_assert_cmpstr (leio_questionnaire_get_section (questionnaire, 0)->plain_title, ==,
                   "Your tumour");
}

static void
test_questionnaire_lives_with_references (void)
{
  LeioQuestionnaire *questionnaire = leio_questionnaire_new ();
  g_autoptr (LeioQuestionnaire) second = leio_questionnaire_ref (questionnaire);

  leio_questionnaire_unref (questionnaire);

  g_assert_cmpuint (leio_questionnaire_get_n_questions (second), ==, 0);
}

static void
test_new_answers_are_open (void)
{
  g_autoptr (LeioAnswers) answers = leio_answers_new (3);

  g_assert_cmpuint (leio_answers_get_length (answers), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpint (leio_answers_get (answers, i)->state, ==, LEIO_ANSWER_OPEN);
      g_assert_false (leio_answers_is_given (answers, i));
    }
}

static void
test_set_and_clear (void)
{
  g_autoptr (LeioAnswers) answers = leio_answers_new (4);

  leio_answers_set_value (answers, 0, 2);
  leio_answers_set_set (answers, 1, 5);
  leio_answers_set_number (answers, 2, 8.5);
  leio_answers_set_not_known (answers, 3);

  g_assert_cmpuint (leio_answers_get (answers, 0)->value, ==, 2);
  g_assert_cmpuint (leio_answers_get (answers, 1)->set, ==, 5);
  g_assert_cmpfloat (leio_answers_get (answers, 2)->number, ==, 8.5);
  g_assert_true (leio_answers_is_given (answers, 2));
  g_assert_cmpint (leio_answers_get (answers, 3)->state, ==, LEIO_ANSWER_NOT_KNOWN);
  g_assert_false (leio_answers_is_given (answers, 3));

  leio_answers_clear (answers, 2);
  g_assert_cmpint (leio_answers_get (answers, 2)->state, ==, LEIO_ANSWER_OPEN);
  g_assert_cmpfloat (leio_answers_get (answers, 2)->number, ==, 0);
}

/* "Nothing of these" is an answer, and not the same as no answer. */
static void
test_empty_set_is_given (void)
{
  g_autoptr (LeioAnswers) answers = leio_answers_new (1);
  g_autoptr (LeioAnswers) open = leio_answers_new (1);

  leio_answers_set_set (answers, 0, 0);

  g_assert_true (leio_answers_is_given (answers, 0));
  g_assert_false (leio_answers_equal (answers, open));
}

static void
test_copy_is_independent (void)
{
  g_autoptr (LeioAnswers) answers = leio_answers_new (2);
  g_autoptr (LeioAnswers) copy = NULL;

  leio_answers_set_value (answers, 1, 3);
  copy = leio_answers_copy (answers);
  g_assert_true (leio_answers_equal (answers, copy));

  leio_answers_set_value (copy, 1, 2);
  g_assert_false (leio_answers_equal (answers, copy));
  g_assert_cmpuint (leio_answers_get (answers, 1)->value, ==, 3);
}

static void
test_equal (void)
{
  static const struct
  {
    LeioAnswer a, b;
    gboolean equal;
  } rows[] = {
    { { LEIO_ANSWER_OPEN, 0, 0, 0 }, { LEIO_ANSWER_OPEN, 0, 0, 0 }, TRUE },
    { { LEIO_ANSWER_OPEN, 1, 2, 3 }, { LEIO_ANSWER_OPEN, 0, 0, 0 }, TRUE },
    { { LEIO_ANSWER_OPEN, 0, 0, 0 }, { LEIO_ANSWER_NOT_KNOWN, 0, 0, 0 }, FALSE },
    { { LEIO_ANSWER_NOT_KNOWN, 4, 0, 0 }, { LEIO_ANSWER_NOT_KNOWN, 0, 0, 0 }, TRUE },
    { { LEIO_ANSWER_OPEN, 0, 0, 0 }, { LEIO_ANSWER_GIVEN, 0, 0, 0 }, FALSE },
    { { LEIO_ANSWER_GIVEN, 1, 0, 0 }, { LEIO_ANSWER_GIVEN, 1, 0, 0 }, TRUE },
    { { LEIO_ANSWER_GIVEN, 1, 0, 0 }, { LEIO_ANSWER_GIVEN, 2, 0, 0 }, FALSE },
    { { LEIO_ANSWER_GIVEN, 0, 1, 0 }, { LEIO_ANSWER_GIVEN, 0, 3, 0 }, FALSE },
    { { LEIO_ANSWER_GIVEN, 0, 0, 5 }, { LEIO_ANSWER_GIVEN, 0, 0, 5.1 }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpint (leio_answer_equal (&rows[i].a, &rows[i].b), ==, rows[i].equal);
      g_assert_cmpint (leio_answer_equal (&rows[i].b, &rows[i].a), ==, rows[i].equal);
    }
}

static void
test_equal_needs_same_length (void)
{
  g_autoptr (LeioAnswers) two = leio_answers_new (2);
  g_autoptr (LeioAnswers) three = leio_answers_new (3);

  g_assert_false (leio_answers_equal (two, three));
}

/* A slot that is not given holds nothing of an earlier answer. */
static void
test_set_forgets_hidden_fields (void)
{
  g_autoptr (LeioAnswers) answers = leio_answers_new (1);

  leio_answers_set (answers, 0,
                    &(LeioAnswer){ .state = LEIO_ANSWER_NOT_KNOWN, .value = 2, .number = 8 });

  g_assert_cmpuint (leio_answers_get (answers, 0)->value, ==, 0);
  g_assert_cmpfloat (leio_answers_get (answers, 0)->number, ==, 0);
}

typedef struct
{
  LeioQuestionKind kind;
  const char *unit;
  LeioAnswer answer;
  gboolean plain;
  const char *expected;
} WordsRow;

static const WordsRow words_rows[] = {
  { LEIO_QUESTION_CHOICE, NULL, { LEIO_ANSWER_OPEN, 0, 0, 0 }, FALSE, "not answered" },
  { LEIO_QUESTION_CHOICE, NULL, { LEIO_ANSWER_NOT_KNOWN, 0, 0, 0 }, FALSE, "not known" },
  { LEIO_QUESTION_CHOICE, NULL, { LEIO_ANSWER_GIVEN, 0, 0, 0 }, FALSE, "Uterus" },
  { LEIO_QUESTION_CHOICE, NULL, { LEIO_ANSWER_GIVEN, 0, 0, 0 }, TRUE, "The womb" },
  { LEIO_QUESTION_SCALE, NULL, { LEIO_ANSWER_GIVEN, 1, 0, 0 }, TRUE, "Limb" },
  { LEIO_QUESTION_CHOICE, NULL, { LEIO_ANSWER_GIVEN, 2, 0, 0 }, TRUE, "skin" },
  { LEIO_QUESTION_SET, NULL, { LEIO_ANSWER_GIVEN, 0, 0, 0 }, FALSE, "none" },
  { LEIO_QUESTION_SET, NULL, { LEIO_ANSWER_GIVEN, 0, 1, 0 }, FALSE, "Uterus" },
  { LEIO_QUESTION_SET, NULL, { LEIO_ANSWER_GIVEN, 0, 7, 0 }, TRUE, "The womb, Limb, skin" },
  { LEIO_QUESTION_NUMBER, "cm", { LEIO_ANSWER_GIVEN, 0, 0, 8.5 }, FALSE, "8.5 cm" },
  { LEIO_QUESTION_NUMBER, "cm", { LEIO_ANSWER_GIVEN, 0, 0, 8 }, FALSE, "8 cm" },
  { LEIO_QUESTION_NUMBER, "cm", { LEIO_ANSWER_GIVEN, 0, 0, 5.04 }, FALSE, "5.04 cm" },
  { LEIO_QUESTION_NUMBER, "%", { LEIO_ANSWER_GIVEN, 0, 0, 60 }, FALSE, "60%" },
  { LEIO_QUESTION_NUMBER, NULL, { LEIO_ANSWER_GIVEN, 0, 0, 12 }, FALSE, "12" },
  { LEIO_QUESTION_NUMBER, "", { LEIO_ANSWER_GIVEN, 0, 0, 12 }, FALSE, "12" },
};

static void
test_words (gconstpointer data)
{
  const WordsRow *row = data;
  g_autoptr (LeioQuestion) question = new_question (row->kind, row->unit);
  g_autofree char *text = leio_answer_dup_text (question, &row->answer, row->plain);

  g_assert_cmpstr (text, ==, row->expected);
}

/* A count of one is said as one: "1 month", never "1 months". */
static void
test_one (void)
{
  g_autoptr (LeioQuestion) question = new_question (LEIO_QUESTION_NUMBER, "months");
  LeioAnswer answer = { LEIO_ANSWER_GIVEN, 0, 0, 1 };
  g_autofree char *without = leio_answer_dup_text (question, &answer, FALSE);
  g_autofree char *one = NULL;
  g_autofree char *several = NULL;

  question->unit_one = g_strdup ("month");
  one = leio_answer_dup_text (question, &answer, TRUE);
  answer.number = 1.5;
  several = leio_answer_dup_text (question, &answer, TRUE);

  g_assert_cmpstr (without, ==, "1 months");
  g_assert_cmpstr (one, ==, "1 month");
  g_assert_cmpstr (several, ==, "1.5 months");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/question/defaults", test_question_defaults);
  g_test_add_func ("/core/question/values", test_question_values);
  g_test_add_func ("/core/question/most-values", test_question_most_values);
  g_test_add_func ("/core/questionnaire/add-and-find", test_questionnaire);
  g_test_add_func ("/core/questionnaire/sections", test_sections);
  g_test_add_func ("/core/questionnaire/references", test_questionnaire_lives_with_references);
  g_test_add_func ("/core/answers/new-are-open", test_new_answers_are_open);
  g_test_add_func ("/core/answers/set-and-clear", test_set_and_clear);
  g_test_add_func ("/core/answers/empty-set-is-given", test_empty_set_is_given);
  g_test_add_func ("/core/answers/copy", test_copy_is_independent);
  g_test_add_func ("/core/answers/equal", test_equal);
  g_test_add_func ("/core/answers/equal-length", test_equal_needs_same_length);
  g_test_add_func ("/core/answers/set-forgets", test_set_forgets_hidden_fields);
  for (guint i = 0; i < G_N_ELEMENTS (words_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/answers/words/%u", i);

      g_test_add_data_func (path, &words_rows[i], test_words);
    }
  g_test_add_func ("/core/answers/one", test_one);

  return g_test_run ();
}
