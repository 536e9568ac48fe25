/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-choice-row.h"

#include <glib/gi18n.h>

#include "leio-option-group.h"
#include "leio-wording.h"

struct _LeioChoiceRow
{
  LeioQuestionRow parent_instance;

  LeioOptionGroup *group;
  guint n_values; /* the option after the last value is "not known" */
};

G_DEFINE_FINAL_TYPE (LeioChoiceRow, leio_choice_row, LEIO_TYPE_QUESTION_ROW)

static void
on_chosen (LeioChoiceRow *self, guint option, gboolean active)
{
  LeioAnswer answer = { .state = LEIO_ANSWER_NOT_KNOWN };

  if (option < self->n_values)
    {
      answer.state = LEIO_ANSWER_GIVEN;
      answer.value = option;
    }
  leio_question_row_answer (LEIO_QUESTION_ROW (self), &answer);
}

static void
leio_choice_row_build (LeioQuestionRow *row)
{
  LeioChoiceRow *self = LEIO_CHOICE_ROW (row);
  LeioSession *session = leio_question_row_get_session (row);
  const LeioKnowledge *knowledge = leio_session_get_knowledge (session);
  const LeioQuestion *question = leio_question_row_get_definition (row);
  GtkWidget *group = leio_option_group_new (TRUE);

  self->group = LEIO_OPTION_GROUP (group);
  self->n_values = question->values->len;
  for (guint i = 0; i < self->n_values; i++)
    leio_option_group_add (self->group, leio_wording_value (knowledge, question->index, i,
                                                            leio_session_get_plain (session)));
  leio_option_group_add (self->group, C_ ("answer", "Not known"));

  gtk_accessible_update_relation (GTK_ACCESSIBLE (group), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  leio_question_row_get_title_label (row), NULL, -1);
  g_signal_connect_swapped (group, "chosen", G_CALLBACK (on_chosen), self);
  leio_question_row_set_control (row, group);
}

static void
leio_choice_row_show_answer (LeioQuestionRow *row, const LeioAnswer *answer)
{
  LeioChoiceRow *self = LEIO_CHOICE_ROW (row);

  for (guint i = 0; i < self->n_values; i++)
    leio_option_group_set_active (self->group, i,
                                  answer->state == LEIO_ANSWER_GIVEN && answer->value == i);
  leio_option_group_set_active (self->group, self->n_values,
                                answer->state == LEIO_ANSWER_NOT_KNOWN);
}

static gboolean
leio_choice_row_focus_control (LeioQuestionRow *row)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LEIO_CHOICE_ROW (row)->group));
}

static void
leio_choice_row_class_init (LeioChoiceRowClass *klass)
{
  LeioQuestionRowClass *row_class = LEIO_QUESTION_ROW_CLASS (klass);

  row_class->build = leio_choice_row_build;
  row_class->show_answer = leio_choice_row_show_answer;
  row_class->focus_control = leio_choice_row_focus_control;
}

static void
leio_choice_row_init (LeioChoiceRow *self)
{
}
