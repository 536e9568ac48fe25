/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-choice-row.h"

#include <glib/gi18n.h>

#include "leio-beside-layout.h"
#include "leio-body-picture.h"
#include "leio-option-keys.h"
#include "leio-wording.h"

struct _LeioChoiceRow
{
  LeioQuestionRow parent_instance;

  LeioOptionGroup *group;
  LeioBodyPicture *picture; /* (nullable) of the values that have a place on the body */
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
on_picture_chosen (LeioChoiceRow *self, guint value)
{
  on_chosen (self, value, TRUE);
}

/* The list of options, with the picture beside it where there is one. */
static GtkWidget *
add_picture (LeioChoiceRow *self, GtkWidget *list)
{
  LeioSession *session = leio_question_row_get_session (LEIO_QUESTION_ROW (self));
  GtkWidget *picture =
      leio_body_picture_new (leio_session_get_knowledge (session),
                             leio_question_row_get_question (LEIO_QUESTION_ROW (self)),
                             leio_session_get_plain (session));
  GtkWidget *box;

  if (picture == NULL)
    return list;

  self->picture = LEIO_BODY_PICTURE (picture);
  g_signal_connect_swapped (picture, "chosen", G_CALLBACK (on_picture_chosen), self);
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), list);
  gtk_widget_set_layout_manager (box, leio_beside_layout_new ());
  return box;
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
  leio_option_keys_set (self->group, question);

  leio_question_row_relate (row, group);
  g_signal_connect_swapped (group, "chosen", G_CALLBACK (on_chosen), self);
  leio_question_row_set_control (row, add_picture (self, group));
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
  if (self->picture != NULL)
    leio_body_picture_set_value (self->picture,
                                 answer->state == LEIO_ANSWER_GIVEN ? (int) answer->value : -1);
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
