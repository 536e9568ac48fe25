/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-set-row.h"

#include <glib/gi18n.h>

#include "leio-option-keys.h"
#include "leio-wording.h"

struct _LeioSetRow
{
  LeioQuestionRow parent_instance;

  LeioOptionGroup *group;
  guint n_values; /* then comes "none of these", then "not known" */
};

G_DEFINE_FINAL_TYPE (LeioSetRow, leio_set_row, LEIO_TYPE_QUESTION_ROW)

/* A value was checked or unchecked. Without any value left the question is open again:
 * an empty set is said by "none of these" only. */
static LeioAnswer
answer_of_values (LeioSetRow *self)
{
  LeioAnswer answer = { .state = LEIO_ANSWER_OPEN };

  for (guint i = 0; i < self->n_values; i++)
    {
      if (leio_option_group_get_active (self->group, i))
        answer.set |= G_GUINT64_CONSTANT (1) << i;
    }
  if (answer.set != 0)
    answer.state = LEIO_ANSWER_GIVEN;
  return answer;
}

static void
on_chosen (LeioSetRow *self, guint option, gboolean active)
{
  LeioAnswer answer = { .state = LEIO_ANSWER_OPEN };

  if (option < self->n_values)
    answer = answer_of_values (self);
  else if (active)
    answer.state = option == self->n_values ? LEIO_ANSWER_GIVEN : LEIO_ANSWER_NOT_KNOWN;
  leio_question_row_answer (LEIO_QUESTION_ROW (self), &answer);
}

static void
leio_set_row_build (LeioQuestionRow *row)
{
  LeioSetRow *self = LEIO_SET_ROW (row);
  LeioSession *session = leio_question_row_get_session (row);
  const LeioKnowledge *knowledge = leio_session_get_knowledge (session);
  const LeioQuestion *question = leio_question_row_get_definition (row);
  GtkWidget *group = leio_option_group_new (FALSE);

  self->group = LEIO_OPTION_GROUP (group);
  self->n_values = question->values->len;
  for (guint i = 0; i < self->n_values; i++)
    leio_option_group_add (self->group, leio_wording_value (knowledge, question->index, i,
                                                            leio_session_get_plain (session)));
  leio_option_group_add (self->group, C_ ("answer", "None of these"));
  leio_option_group_add (self->group, C_ ("answer", "Not known"));
  leio_option_keys_set (self->group, question);

  leio_question_row_relate (row, group);
  g_signal_connect_swapped (group, "chosen", G_CALLBACK (on_chosen), self);
  leio_question_row_set_control (row, group);
}

static void
leio_set_row_show_answer (LeioQuestionRow *row, const LeioAnswer *answer)
{
  LeioSetRow *self = LEIO_SET_ROW (row);
  gboolean given = answer->state == LEIO_ANSWER_GIVEN;

  for (guint i = 0; i < self->n_values; i++)
    leio_option_group_set_active (self->group, i,
                                  given && (answer->set & (G_GUINT64_CONSTANT (1) << i)) != 0);
  leio_option_group_set_active (self->group, self->n_values, given && answer->set == 0);
  leio_option_group_set_active (self->group, self->n_values + 1,
                                answer->state == LEIO_ANSWER_NOT_KNOWN);
}

static gboolean
leio_set_row_focus_control (LeioQuestionRow *row)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LEIO_SET_ROW (row)->group));
}

static void
leio_set_row_class_init (LeioSetRowClass *klass)
{
  LeioQuestionRowClass *row_class = LEIO_QUESTION_ROW_CLASS (klass);

  row_class->build = leio_set_row_build;
  row_class->show_answer = leio_set_row_show_answer;
  row_class->focus_control = leio_set_row_focus_control;
}

static void
leio_set_row_init (LeioSetRow *self)
{
}
