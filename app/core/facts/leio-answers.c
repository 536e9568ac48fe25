/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "leio-answers.h"
#include "leio-words.h"

struct _LeioAnswers
{
  guint n_questions;
  LeioAnswer slots[];
};

/**
 * leio_answers_new:
 * @n_questions: how many questions the questionnaire has
 *
 * Returns: (transfer full): answers of a case in which nothing is answered
 */
LeioAnswers *
leio_answers_new (guint n_questions)
{
  LeioAnswers *self = g_malloc0 (sizeof (LeioAnswers) + n_questions * sizeof (LeioAnswer));

  self->n_questions = n_questions;

  return self;
}

/**
 * leio_answers_copy:
 * @self: answers
 *
 * Returns: (transfer full): the same answers once more
 */
LeioAnswers *
leio_answers_copy (const LeioAnswers *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_memdup2 (self, sizeof (LeioAnswers) + self->n_questions * sizeof (LeioAnswer));
}

/**
 * leio_answers_free:
 * @self: (nullable) (transfer full): answers
 */
void
leio_answers_free (LeioAnswers *self)
{
  g_free (self);
}

/**
 * leio_answers_get_length:
 * @self: answers
 *
 * Returns: the number of questions
 */
guint
leio_answers_get_length (const LeioAnswers *self)
{
  return self->n_questions;
}

/**
 * leio_answers_get:
 * @self: answers
 * @question: the index of a question
 *
 * Returns: (transfer none): its answer, valid until @self is freed
 */
const LeioAnswer *
leio_answers_get (const LeioAnswers *self, guint question)
{
  g_return_val_if_fail (question < self->n_questions, NULL);

  return &self->slots[question];
}

/**
 * leio_answers_is_given:
 * @self: answers
 * @question: the index of a question
 *
 * Returns: whether the question has an answer that is known
 */
gboolean
leio_answers_is_given (const LeioAnswers *self, guint question)
{
  g_return_val_if_fail (question < self->n_questions, FALSE);

  return self->slots[question].state == LEIO_ANSWER_GIVEN;
}

/**
 * leio_answers_set:
 * @self: answers
 * @question: the index of a question
 * @answer: its answer, which the caller has checked
 */
void
leio_answers_set (LeioAnswers *self, guint question, const LeioAnswer *answer)
{
  g_return_if_fail (question < self->n_questions);

  if (answer->state == LEIO_ANSWER_GIVEN)
    self->slots[question] = *answer;
  else
    self->slots[question] = (LeioAnswer){ .state = answer->state };
}

/**
 * leio_answers_set_value:
 * @self: answers
 * @question: the index of a choice or scale
 * @value: the index of the value
 */
void
leio_answers_set_value (LeioAnswers *self, guint question, guint value)
{
  leio_answers_set (self, question, &(LeioAnswer){ .state = LEIO_ANSWER_GIVEN, .value = value });
}

/**
 * leio_answers_set_set:
 * @self: answers
 * @question: the index of a set
 * @set: the mask of the values in it; 0 is the empty set, which is an answer
 */
void
leio_answers_set_set (LeioAnswers *self, guint question, guint64 set)
{
  leio_answers_set (self, question, &(LeioAnswer){ .state = LEIO_ANSWER_GIVEN, .set = set });
}

/**
 * leio_answers_set_number:
 * @self: answers
 * @question: the index of a number
 * @number: the number, in the question's unit
 */
void
leio_answers_set_number (LeioAnswers *self, guint question, double number)
{
  leio_answers_set (self, question, &(LeioAnswer){ .state = LEIO_ANSWER_GIVEN, .number = number });
}

/**
 * leio_answers_set_not_known:
 * @self: answers
 * @question: the index of a question that was asked and whose answer nobody knows
 */
void
leio_answers_set_not_known (LeioAnswers *self, guint question)
{
  leio_answers_set (self, question, &(LeioAnswer){ .state = LEIO_ANSWER_NOT_KNOWN });
}

/**
 * leio_answers_clear:
 * @self: answers
 * @question: the index of a question, which then is not answered
 */
void
leio_answers_clear (LeioAnswers *self, guint question)
{
  leio_answers_set (self, question, &(LeioAnswer){ .state = LEIO_ANSWER_OPEN });
}

/**
 * leio_answer_equal:
 * @a: an answer
 * @b: another answer to the same question
 *
 * Returns: whether they say the same
 */
gboolean
leio_answer_equal (const LeioAnswer *a, const LeioAnswer *b)
{
  if (a->state != b->state)
    return FALSE;
  if (a->state != LEIO_ANSWER_GIVEN)
    return TRUE;

  return a->value == b->value && a->set == b->set && a->number == b->number;
}

/**
 * leio_answers_equal:
 * @a: answers
 * @b: other answers
 *
 * Returns: whether every question has the same answer in both
 */
gboolean
leio_answers_equal (const LeioAnswers *a, const LeioAnswers *b)
{
  if (a->n_questions != b->n_questions)
    return FALSE;

  for (guint i = 0; i < a->n_questions; i++)
    if (!leio_answer_equal (&a->slots[i], &b->slots[i]))
      return FALSE;

  return TRUE;
}

static const char *
get_label (const LeioQuestion *question, guint index, gboolean plain)
{
  const LeioValue *value = leio_question_get_value (question, index);

  if (value == NULL)
    return "";
  if (plain && value->plain_label != NULL)
    return value->plain_label;

  return value->label != NULL ? value->label : value->id;
}

static char *
dup_set_text (const LeioQuestion *question, guint64 set, gboolean plain)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; i < question->values->len; i++)
    if ((set >> i & 1) != 0)
      g_ptr_array_add (labels, (gpointer) get_label (question, i, plain));

  if (labels->len == 0)
    return g_strdup (C_ ("an answer that may name several things", "none"));

  return leio_words_join_some ((const char *const *) labels->pdata, labels->len, labels->len);
}

static char *
dup_number_text (const LeioQuestion *question, double number)
{
  g_autofree char *digits = leio_words_from_number (number);
  const char *point = strchr (digits, '.');
  /* The decimals that the number has, not those of the question: 5.04 shown as 5 would hide that
   * it is more than 5. The second round is for the reader's decimal comma. */
  int decimals = point == NULL ? 0 : (int) strlen (point + 1);
  g_autofree char *local = g_strdup_printf ("%.*f", decimals, number);

  if (question->unit == NULL || *question->unit == '\0')
    return g_steal_pointer (&local);
  if (g_str_equal (question->unit, "%"))
    /* Translators: a share, e.g. “60%” */
    return g_strdup_printf (_ ("%s%%"), local);

  /* Translators: a number and its unit, e.g. “8.5 cm” */
  return g_strdup_printf (_ ("%1$s %2$s"), local, leio_question_get_unit (question, number));
}

/**
 * leio_answer_dup_text:
 * @question: a question
 * @answer: its answer
 * @plain: whether to use the home wording
 *
 * The answer in words, for reading: "8.5 cm", "Uterus", "lung, liver", "none".
 *
 * Returns: (transfer full): the text
 */
char *
leio_answer_dup_text (const LeioQuestion *question, const LeioAnswer *answer, gboolean plain)
{
  if (answer->state == LEIO_ANSWER_OPEN)
    return g_strdup (_ ("not answered"));
  if (answer->state == LEIO_ANSWER_NOT_KNOWN)
    return g_strdup (_ ("not known"));

  switch (question->kind)
    {
    case LEIO_QUESTION_CHOICE:
    case LEIO_QUESTION_SCALE:
      return g_strdup (get_label (question, answer->value, plain));
    case LEIO_QUESTION_SET:
      return dup_set_text (question, answer->set, plain);
    case LEIO_QUESTION_NUMBER:
      return dup_number_text (question, answer->number);
    }

  g_return_val_if_reached (NULL);
}
