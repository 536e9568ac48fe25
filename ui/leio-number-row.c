/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-number-row.h"

#include <glib/gi18n.h>
#include <math.h>

#include "leio-case.h"
#include "leio-option-keys.h"
#include "leio-size-scale.h"
#include "leio-wording.h"
#include "leio-wrap-layout.h"

struct _LeioNumberRow
{
  LeioQuestionRow parent_instance;

  /* Borrowed references: children, made in build() */
  GtkEntry *entry;
  GtkWidget *less_button;
  GtkWidget *more_button;
  LeioOptionGroup *not_known;
  LeioSizeScale *scale; /* (nullable) where the question has marks */
  GtkLabel *scale_words;

  gboolean showing; /* show_answer() is at work: nobody typed */
};

G_DEFINE_FINAL_TYPE (LeioNumberRow, leio_number_row, LEIO_TYPE_QUESTION_ROW)

static const LeioAnswer *
get_answer (LeioNumberRow *self)
{
  LeioSession *session = leio_question_row_get_session (LEIO_QUESTION_ROW (self));
  const LeioQuestion *question = leio_question_row_get_definition (LEIO_QUESTION_ROW (self));

  return leio_answers_get (leio_session_get_answers (session), question->index);
}

static gboolean
is_empty (LeioNumberRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  return text[strspn (text, " \t")] == '\0';
}

/* What is typed, as an answer; an empty entry is an open answer. */
static gboolean
read_entry (LeioNumberRow *self, LeioAnswer *answer, GError **error)
{
  const LeioQuestion *question = leio_question_row_get_definition (LEIO_QUESTION_ROW (self));

  if (is_empty (self))
    {
      *answer = (LeioAnswer){ .state = LEIO_ANSWER_OPEN };
      return TRUE;
    }
  return leio_answer_from_text (question, gtk_editable_get_text (GTK_EDITABLE (self->entry)),
                                answer, error);
}

static void
on_changed (LeioNumberRow *self)
{
  LeioQuestionRow *row = LEIO_QUESTION_ROW (self);
  LeioAnswer answer;

  if (self->showing)
    return;

  leio_question_row_set_mistake (row, NULL);
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
  if (is_empty (self) && get_answer (self)->state == LEIO_ANSWER_NOT_KNOWN)
    return;

  /* Half a number is no mistake yet: check_entry() speaks when the entry is left. */
  if (read_entry (self, &answer, NULL))
    {
      self->showing = TRUE;
      leio_question_row_answer (row, &answer);
      self->showing = FALSE;
    }
}

static void
show_mistake (LeioNumberRow *self, const char *message)
{
  LeioQuestionRow *row = LEIO_QUESTION_ROW (self);
  const LeioQuestion *question = leio_question_row_get_definition (row);
  const LeioAnswer *answer = get_answer (self);
  g_autofree char *kept = NULL;
  g_autofree char *text = NULL;

  if (answer->state == LEIO_ANSWER_GIVEN)
    {
      kept = leio_answer_dup_text (question, answer, FALSE);
      /* Translators: the first is what is wrong with what was typed, the second an answer, e.g.
       * "8.5 cm". */
      text = g_strdup_printf (_ ("Not taken: %1$s. The case keeps %2$s."), message, kept);
    }
  else
    {
      /* Translators: %s is what is wrong with what was typed. */
      text = g_strdup_printf (_ ("Not taken: %s. The question stays open."), message);
    }
  leio_question_row_set_mistake (row, text);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

/* The entry is left: a number is written as the case has it, anything else is told. */
static void
check_entry (LeioNumberRow *self)
{
  LeioQuestionRow *row = LEIO_QUESTION_ROW (self);
  g_autoptr (GError) error = NULL;
  LeioAnswer answer;

  if (read_entry (self, &answer, &error))
    LEIO_QUESTION_ROW_GET_CLASS (self)->show_answer (row, get_answer (self));
  else
    show_mistake (self, error->message);
}

/* Enter: what is typed is taken, and where it is right the next question comes. */
static void
on_activate (LeioNumberRow *self)
{
  LeioAnswer answer;

  check_entry (self);
  if (read_entry (self, &answer, NULL))
    gtk_widget_activate_action (GTK_WIDGET (self), "question.go-on", NULL);
}

static double
get_step (const LeioQuestion *question)
{
  return question->decimals == 0 ? 1 : 0.5;
}

/* One step up or down from the answer; from none, the smallest that can be stepped to. */
static void
step (LeioNumberRow *self, int direction)
{
  const LeioQuestion *question = leio_question_row_get_definition (LEIO_QUESTION_ROW (self));
  const LeioAnswer *old = get_answer (self);
  LeioAnswer answer = { .state = LEIO_ANSWER_GIVEN };

  if (old->state == LEIO_ANSWER_GIVEN)
    answer.number = old->number + direction * get_step (question);
  else
    answer.number = MAX (question->min, get_step (question));
  answer.number = CLAMP (answer.number, question->min, question->max);

  leio_question_row_set_mistake (LEIO_QUESTION_ROW (self), NULL);
  leio_question_row_answer (LEIO_QUESTION_ROW (self), &answer);
}

static void
on_less_clicked (LeioNumberRow *self)
{
  step (self, -1);
}

static void
on_more_clicked (LeioNumberRow *self)
{
  step (self, 1);
}

/* A letter is no part of a number, but it may be of the unit after it. */
static gboolean
is_not_known_key (LeioNumberRow *self, guint keyval)
{
  return is_empty (self) && g_unichar_tolower (gdk_keyval_to_unicode (keyval)) ==
                                leio_option_keys_get_not_known ();
}

static void
toggle_not_known (LeioNumberRow *self)
{
  GtkWidget *option = leio_option_group_get_option (self->not_known, 0);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (option),
                               !gtk_check_button_get_active (GTK_CHECK_BUTTON (option)));
}

static gboolean
on_key_pressed (LeioNumberRow *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    step (self, 1);
  else if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    step (self, -1);
  else if (is_not_known_key (self, keyval))
    toggle_not_known (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
on_not_known_chosen (LeioNumberRow *self, guint option, gboolean active)
{
  LeioAnswer answer = { .state = active ? LEIO_ANSWER_NOT_KNOWN : LEIO_ANSWER_OPEN };

  leio_question_row_set_mistake (LEIO_QUESTION_ROW (self), NULL);
  leio_question_row_answer (LEIO_QUESTION_ROW (self), &answer);
}

/* With the decimals of the question, or more where the number has more. */
static char *
dup_number (const LeioQuestion *question, double number)
{
  double scale = pow (10, question->decimals);

  if (fabs (number * scale - round (number * scale)) < 1e-6)
    return g_strdup_printf ("%.*f", (int) question->decimals, number);
  return g_strdup_printf ("%.10g", number);
}

static void
show_scale (LeioNumberRow *self, double size)
{
  g_autofree char *words = NULL;

  leio_size_scale_set_size (self->scale, size);
  words = leio_size_scale_dup_words (self->scale);
  /* A blank keeps the line, so that nothing below moves. */
  gtk_label_set_label (self->scale_words, words != NULL ? words : " ");
  if (words != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->entry),
                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
leio_number_row_show_answer (LeioQuestionRow *row, const LeioAnswer *answer)
{
  LeioNumberRow *self = LEIO_NUMBER_ROW (row);
  const LeioQuestion *question = leio_question_row_get_definition (row);
  gboolean given = answer->state == LEIO_ANSWER_GIVEN;

  leio_option_group_set_active (self->not_known, 0, answer->state == LEIO_ANSWER_NOT_KNOWN);
  if (self->scale != NULL)
    show_scale (self, given ? answer->number : NAN);
  gtk_widget_set_sensitive (self->less_button, !given || answer->number > question->min);
  gtk_widget_set_sensitive (self->more_button, !given || answer->number < question->max);

  /* While a person types, the entry is theirs. */
  if (!self->showing)
    {
      g_autofree char *text = given ? dup_number (question, answer->number) : g_strdup ("");

      self->showing = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
      self->showing = FALSE;
    }
}

static void
name_buttons (LeioNumberRow *self, const char *short_label)
{
  /* Translators: %s is a question in two or three words, e.g. "tumour size". */
  g_autofree char *less = g_strdup_printf (_ ("Less: %s"), short_label);
  /* Translators: %s is a question in two or three words, e.g. "tumour size". */
  g_autofree char *more = g_strdup_printf (_ ("More: %s"), short_label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->less_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  less, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  more, -1);
}

static void
add_not_known (LeioNumberRow *self, GtkBox *box)
{
  GtkWidget *group = leio_option_group_new (FALSE);

  self->not_known = LEIO_OPTION_GROUP (group);
  leio_option_group_add (self->not_known, C_ ("answer", "Not known"));
  leio_option_group_set_key (self->not_known, 0, leio_option_keys_get_not_known ());
  leio_question_row_relate (LEIO_QUESTION_ROW (self), group);
  g_signal_connect_swapped (group, "chosen", G_CALLBACK (on_not_known_chosen), self);
  gtk_box_append (box, group);
}

static void
connect_entry (LeioNumberRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (check_entry), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
  /* Before the text inside, which would move the focus with the arrow keys. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  g_signal_connect_swapped (self->less_button, "clicked", G_CALLBACK (on_less_clicked), self);
  g_signal_connect_swapped (self->more_button, "clicked", G_CALLBACK (on_more_clicked), self);
}

static void
add_scale (LeioNumberRow *self, GtkBox *control)
{
  const LeioQuestion *question = leio_question_row_get_definition (LEIO_QUESTION_ROW (self));
  GtkWidget *scale;

  if (question->marks->len == 0)
    return;

  scale = leio_size_scale_new ((const double *) (gpointer) question->marks->data,
                               question->marks->len, question->unit);
  self->scale = LEIO_SIZE_SCALE (scale);
  self->scale_words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->scale_words, 0.0);
  gtk_label_set_wrap (self->scale_words, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->scale_words), "note");
  gtk_box_append (control, scale);
  gtk_box_append (control, GTK_WIDGET (self->scale_words));
}

static void
leio_number_row_build (LeioQuestionRow *row)
{
  LeioNumberRow *self = LEIO_NUMBER_ROW (row);
  const LeioQuestion *question = leio_question_row_get_definition (row);
  const LeioKnowledge *knowledge = leio_session_get_knowledge (leio_question_row_get_session (row));
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/io/github/leio_app/Leio/ui/rows/number-control.ui");
  GtkWidget *unit = GTK_WIDGET (gtk_builder_get_object (builder, "unit"));

  self->entry = GTK_ENTRY (gtk_builder_get_object (builder, "entry"));
  self->less_button = GTK_WIDGET (gtk_builder_get_object (builder, "less_button"));
  self->more_button = GTK_WIDGET (gtk_builder_get_object (builder, "more_button"));
  gtk_label_set_label (GTK_LABEL (unit), question->unit != NULL ? question->unit : "");
  name_buttons (self, leio_wording_short_label (knowledge, question->index));
  connect_entry (self);
  add_not_known (self, GTK_BOX (gtk_builder_get_object (builder, "box")));

  add_scale (self, GTK_BOX (gtk_builder_get_object (builder, "control")));

  leio_question_row_relate (row, GTK_WIDGET (self->entry));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  leio_question_row_get_title_label (row), unit, NULL, -1);
  leio_question_row_set_control (row, GTK_WIDGET (gtk_builder_get_object (builder, "control")));
}

static gboolean
leio_number_row_focus_control (LeioQuestionRow *row)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LEIO_NUMBER_ROW (row)->entry));
}

static void
leio_number_row_class_init (LeioNumberRowClass *klass)
{
  LeioQuestionRowClass *row_class = LEIO_QUESTION_ROW_CLASS (klass);

  /* The control's description names it. */
  g_type_ensure (LEIO_TYPE_WRAP_LAYOUT);
  row_class->build = leio_number_row_build;
  row_class->show_answer = leio_number_row_show_answer;
  row_class->focus_control = leio_number_row_focus_control;
}

static void
leio_number_row_init (LeioNumberRow *self)
{
}
