/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-test-cases.h"

#include <math.h>

#include "leio-model.h"

#define MAX_TRIES 200

LeioTestCases *
leio_test_cases_new (LeioKnowledge *knowledge, guint seed)
{
  LeioTestCases *self = g_new0 (LeioTestCases, 1);

  self->knowledge = leio_knowledge_ref (knowledge);
  self->rand = g_rand_new_with_seed (seed);
  self->n_questions = leio_questionnaire_get_n_questions (knowledge->logic->questionnaire);
  self->space = leio_space_new ();
  leio_model_fill_space (self->space, knowledge);
  leio_space_finish (self->space);
  return self;
}

void
leio_test_cases_free (LeioTestCases *self)
{
  leio_space_free (self->space);
  g_rand_free (self->rand);
  leio_knowledge_unref (self->knowledge);
  g_free (self);
}

guint
leio_test_cases_pick (LeioTestCases *self, guint n)
{
  return (guint) g_rand_int_range (self->rand, 0, (gint32) n);
}

const LeioQuestion *
leio_test_cases_question (const LeioTestCases *self, guint question)
{
  return leio_questionnaire_get_question (self->knowledge->logic->questionnaire, question);
}

static double
draw_number (LeioTestCases *self, const LeioQuestion *question)
{
  const LeioSpaceQuestion *place = leio_space_find (self->space, question->id);
  double step = pow (10, -(double) question->decimals);
  double number;

  if (place->cuts->len > 0 && leio_test_cases_pick (self, 3) > 0)
    number =
        g_array_index (place->cuts, LeioCut, leio_test_cases_pick (self, place->cuts->len)).at +
        ((double) leio_test_cases_pick (self, 3) - 1) * step;
  else
    number = g_rand_double_range (self->rand, question->min, question->max);
  return CLAMP (round (number / step) * step, question->min, question->max);
}

LeioAnswer
leio_test_cases_answer (LeioTestCases *self, guint index)
{
  const LeioQuestion *question = leio_test_cases_question (self, index);
  LeioAnswer answer = { LEIO_ANSWER_GIVEN, 0, 0, 0 };

  if (question->kind == LEIO_QUESTION_NUMBER)
    answer.number = draw_number (self, question);
  else if (question->kind == LEIO_QUESTION_SET)
    /* Few values are in a set more often than many. */
    answer.set = g_rand_int (self->rand) & leio_question_get_all_values (question) &
                 (leio_test_cases_pick (self, 2) ? g_rand_int (self->rand) : G_MAXUINT32);
  else
    answer.value = leio_test_cases_pick (self, question->values->len);
  return answer;
}

LeioAnswers *
leio_test_cases_draw (LeioTestCases *self, double share)
{
  LeioAnswers *answers = leio_answers_new (self->n_questions);

  for (guint i = 0; i < self->n_questions; i++)
    if (g_rand_double (self->rand) < share)
      {
        LeioAnswer answer = leio_test_cases_answer (self, i);

        leio_answers_set (answers, i, &answer);
      }
  return answers;
}

LeioAnswers *
leio_test_cases_complete (LeioTestCases *self, const LeioAnswers *answers)
{
  for (guint try = 0; try < MAX_TRIES; try++)
    {
      g_autoptr (LeioAnswers) complete = leio_answers_copy (answers);

      for (guint i = 0; i < self->n_questions; i++)
        if (!leio_answers_is_given (answers, i))
          {
            LeioAnswer answer = leio_test_cases_answer (self, i);

            leio_answers_set (complete, i, &answer);
          }
      if (leio_logic_is_possible (self->knowledge->logic, complete))
        return g_steal_pointer (&complete);
    }
  return NULL;
}

static void
list_sets (LeioTestCases *self, const LeioQuestion *question, guint max_sets, GArray *list)
{
  guint64 all = leio_question_get_all_values (question);
  gboolean every = question->values->len < 31 && 1u << question->values->len <= max_sets;

  for (guint i = 0; i < (every ? 1u << question->values->len : max_sets); i++)
    {
      LeioAnswer answer = { LEIO_ANSWER_GIVEN, 0, i, 0 };

      /* First none and the single values. */
      if (!every && i > 0)
        answer.set = i <= question->values->len ? G_GUINT64_CONSTANT (1) << (i - 1)
                                                : g_rand_int (self->rand) & all;
      g_array_append_val (list, answer);
    }
}

GArray *
leio_test_cases_list_answers (LeioTestCases *self, guint index, guint max_sets)
{
  const LeioQuestion *question = leio_test_cases_question (self, index);
  const LeioSpaceQuestion *place = leio_space_find (self->space, question->id);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (LeioAnswer));
  LeioAnswer answer = { LEIO_ANSWER_GIVEN, 0, 0, 0 };

  if (question->kind == LEIO_QUESTION_SET)
    list_sets (self, question, max_sets, list);
  for (guint i = 0;
       question->kind == LEIO_QUESTION_NUMBER && i < leio_space_question_n_intervals (place); i++)
    {
      answer.number = leio_space_question_sample (place, i, question->decimals);
      g_array_append_val (list, answer);
    }
  for (; question->kind <= LEIO_QUESTION_SCALE && answer.value < question->values->len;
       answer.value++)
    g_array_append_val (list, answer);
  return list;
}
