/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The answers of one case, one slot a question, in the questionnaire's order.
 * Unknown is a state of its own: "not answered" and "asked, not known" both mean
 * that any value is possible, and differ only in what the window shows. The
 * container does not check values against the questions: leio_answers_set_*
 * are for callers that did.
 */
#pragma once

#include "leio-question.h"

G_BEGIN_DECLS

/**
 * LeioAnswerState:
 * @LEIO_ANSWER_OPEN: not answered yet
 * @LEIO_ANSWER_NOT_KNOWN: asked, and not known
 * @LEIO_ANSWER_GIVEN: answered
 */
typedef enum
{
  LEIO_ANSWER_OPEN,
  LEIO_ANSWER_NOT_KNOWN,
  LEIO_ANSWER_GIVEN,
} LeioAnswerState;

typedef struct
{
  LeioAnswerState state;
  guint value;    /* choice, scale: index of the value */
  guint64 set;    /* set: bit i = value i is in it */
  double number;  /* number: in the question's unit */
} LeioAnswer;

typedef struct _LeioAnswers LeioAnswers;

LeioAnswers *leio_answers_new (guint n_questions);
LeioAnswers *leio_answers_copy (const LeioAnswers *self);
void leio_answers_free (LeioAnswers *self);
guint leio_answers_get_length (const LeioAnswers *self);
const LeioAnswer *leio_answers_get (const LeioAnswers *self, guint question);
gboolean leio_answers_is_given (const LeioAnswers *self, guint question);
void leio_answers_set (LeioAnswers *self, guint question, const LeioAnswer *answer);
void leio_answers_set_value (LeioAnswers *self, guint question, guint value);
void leio_answers_set_set (LeioAnswers *self, guint question, guint64 set);
void leio_answers_set_number (LeioAnswers *self, guint question, double number);
void leio_answers_set_not_known (LeioAnswers *self, guint question);
void leio_answers_clear (LeioAnswers *self, guint question);
gboolean leio_answer_equal (const LeioAnswer *a, const LeioAnswer *b);
gboolean leio_answers_equal (const LeioAnswers *a, const LeioAnswers *b);
/* The answer in words: "8.5 cm", "Uterus", "lung, liver", "none"; @plain picks the home wording. */
char *leio_answer_dup_text (const LeioQuestion *question, const LeioAnswer *answer, gboolean plain);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioAnswers, leio_answers_free)

G_END_DECLS
