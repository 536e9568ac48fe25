/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The questionnaire of a session: how far it is, what to ask next, and every
 * question that makes sense in the case, by section. Rows are made in idle
 * time after the first frame, and on demand when one is asked for.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-question-row.h"
#include "leio-session.h"

G_BEGIN_DECLS

#define LEIO_TYPE_QUESTION_PAGE (leio_question_page_get_type ())
G_DECLARE_FINAL_TYPE (LeioQuestionPage, leio_question_page, LEIO, QUESTION_PAGE, GtkWidget)

GtkWidget *leio_question_page_new (LeioSession *session);
/* Scrolls to the question and gives its control the focus; also what "win.show-question" does. */
void leio_question_page_show_question (LeioQuestionPage *self, guint question);
void leio_question_page_show_section (LeioQuestionPage *self, guint section);
/* FALSE where nothing is left to ask. */
gboolean leio_question_page_show_next (LeioQuestionPage *self);
/* (transfer none) (nullable): the row in the card. */
LeioQuestionRow *leio_question_page_get_next_row (LeioQuestionPage *self);
/* To the neighbour of where the focus is; @direction: 1 for the next, -1 for the one before. */
void leio_question_page_step_section (LeioQuestionPage *self, int direction);
/* Open are questions whose answer makes a difference; after the last comes the first. */
void leio_question_page_step_open (LeioQuestionPage *self, int direction);

G_END_DECLS
