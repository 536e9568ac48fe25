/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A section of the questionnaire: a heading that folds it, with how many of its
 * questions are answered, and the rows. Folded, it tells its answers in a line.
 * A row is seen only where it is called for, and the section only where one of
 * its rows is.
 */
#pragma once

#include "leio-question-row.h"

G_BEGIN_DECLS

#define LEIO_TYPE_QUESTION_SECTION (leio_question_section_get_type ())
G_DECLARE_FINAL_TYPE (
    LeioQuestionSection, leio_question_section, LEIO, QUESTION_SECTION, GtkWidget)

/* Property: "unfolded" (boolean, read-write, notifies). */

GtkWidget *leio_question_section_new (LeioSession *session, guint section);
guint leio_question_section_get_section (LeioQuestionSection *self);
void leio_question_section_add (LeioQuestionSection *self, LeioQuestionRow *row);
/* Brings what is seen of it to the advice of the session. */
void leio_question_section_update (LeioQuestionSection *self);
gboolean leio_question_section_get_unfolded (LeioQuestionSection *self);
void leio_question_section_set_unfolded (LeioQuestionSection *self, gboolean unfolded);
/* Unfolds it and shows @row for once, also where it is not called for. */
void leio_question_section_reveal (LeioQuestionSection *self, LeioQuestionRow *row);
/* Where the focus goes in a section that is folded or has no open question. */
void leio_question_section_focus_heading (LeioQuestionSection *self);

G_END_DECLS
