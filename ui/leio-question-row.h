/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One question with its control: the base of the rows for each kind. It shows
 * the question, why it is asked and where its answer is found (in place, on
 * demand), a button that clears the answer, and what is to be said about the
 * answer: a mistake in typing, a contradiction to another answer, that it changes
 * nothing any more, or that the question does not arise in this case.
 *
 * Keyboard, from anywhere in the row: Delete clears the answer ("question.clear"),
 * Ctrl+I tells why it is asked ("question.explain"); a control that is done asks for
 * the next question ("question.go-on", signal "go-on").
 *
 * A row follows its session by itself: any number of rows may show one question.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-session.h"

G_BEGIN_DECLS

#define LEIO_TYPE_QUESTION_ROW (leio_question_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (LeioQuestionRow, leio_question_row, LEIO, QUESTION_ROW, GtkWidget)

/**
 * LeioQuestionRowClass:
 * @build: makes the control: called once, when session and question are known
 * @show_answer: brings the control to @answer; must not answer back
 * @focus_control: gives the control the keyboard focus
 */
struct _LeioQuestionRowClass
{
  GtkWidgetClass parent_class;

  void (*build) (LeioQuestionRow *self);
  void (*show_answer) (LeioQuestionRow *self, const LeioAnswer *answer);
  gboolean (*focus_control) (LeioQuestionRow *self);
};

/* The row that fits the kind of the question. */
GtkWidget *leio_question_row_new (LeioSession *session, guint question);
guint leio_question_row_get_question (LeioQuestionRow *self);
gboolean leio_question_row_focus_control (LeioQuestionRow *self);
/* Is it to be seen: does it arise in this case for certain, or has it an answer? */
gboolean leio_question_row_is_called_for (LeioQuestionRow *self);

/* For the subclasses. */
LeioSession *leio_question_row_get_session (LeioQuestionRow *self);
const LeioQuestion *leio_question_row_get_definition (LeioQuestionRow *self);
void leio_question_row_set_control (LeioQuestionRow *self, GtkWidget *control);
/* Names the control by the question, and describes it by what is said about its answer. */
void leio_question_row_relate (LeioQuestionRow *self, GtkWidget *control);
/* The label that names the control, for its LABELLED_BY relation. */
GtkWidget *leio_question_row_get_title_label (LeioQuestionRow *self);
void leio_question_row_answer (LeioQuestionRow *self, const LeioAnswer *answer);
/* What is wrong with what was typed, or NULL. */
void leio_question_row_set_mistake (LeioQuestionRow *self, const char *mistake);

G_END_DECLS
