/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-sheet-page.h"

#include <glib/gi18n.h>

#include "leio-pane-layout.h"
#include "leio-reading.h"
#include "leio-report.h"
#include "leio-wording.h"

struct _LeioSheetPage
{
  GtkWidget parent_instance;

  LeioSession *session; /* owned */
  GtkWidget *scroller;  /* child */
};

G_DEFINE_FINAL_TYPE (LeioSheetPage, leio_sheet_page, GTK_TYPE_WIDGET)

static const LeioQuestion *
get_question (LeioSheetPage *self, guint index)
{
  return leio_questionnaire_get_question (leio_session_get_questionnaire (self->session), index);
}

static gboolean
is_told (LeioSheetPage *self, guint question)
{
  const LeioAdvice *advice = leio_session_get_advice (self->session);
  const LeioAnswer *answer
      = leio_answers_get (leio_session_get_answers (self->session), question);

  return answer->state != LEIO_ANSWER_OPEN
         && g_array_index (advice->asked, LeioAsked, question) != LEIO_ASKED_NEVER;
}

static char *
dup_answer (LeioSheetPage *self, guint question, LeioReportReading reading)
{
  return leio_report_dup_answer (leio_session_get_knowledge (self->session),
                                 get_question (self, question),
                                 leio_answers_get (leio_session_get_answers (self->session),
                                                   question),
                                 reading);
}

static void
on_show_number (LeioSheetPage *self, GtkWidget *button)
{
  GtkWidget *page = gtk_widget_get_parent (button);
  guint question = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "question"));
  g_autofree char *answer = dup_answer (self, question, LEIO_REPORT_CLINICIAN);
  g_autofree char *number = g_strdup_printf (
      /* Translators: %s is a figure that doctors calculated: "48%" */
      _ ("Your doctors wrote: %s. It is an estimate from groups of people. It cannot tell how one "
         "person will fare. Ask your team what it means for you, and how sure it is."),
      answer);
  GtkWidget *text = leio_reading_new_text (number);

  gtk_box_insert_child_after (GTK_BOX (page), text, button);
  gtk_widget_set_focusable (text, TRUE);
  gtk_widget_grab_focus (text);
  gtk_box_remove (GTK_BOX (page), button);
}

static void
add_number_button (LeioSheetPage *self, GtkWidget *page, guint question)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Show the number"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data (G_OBJECT (button), "question", GUINT_TO_POINTER (question));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_show_number), self);
  gtk_box_append (GTK_BOX (page), button);
}

static void
add_answer (LeioSheetPage *self, GtkWidget *page, guint question)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (self->session);
  g_autofree char *answer = dup_answer (self, question, LEIO_REPORT_HOME);

  leio_reading_add_text (page, leio_wording_question (knowledge, question, TRUE),
                         "leio-secondary");
  leio_reading_add_text (page, answer, NULL);
  if (get_question (self, question)->forecast
      && leio_answers_is_given (leio_session_get_answers (self->session), question))
    add_number_button (self, page, question);
}

static void
add_section (LeioSheetPage *self, GtkWidget *page, guint section)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (self->session);
  guint n_questions
      = leio_questionnaire_get_n_questions (leio_session_get_questionnaire (self->session));
  gboolean is_empty = TRUE;

  for (guint i = 0; i < n_questions; i++)
    {
      if (get_question (self, i)->section != section || !is_told (self, i))
        continue;
      if (is_empty)
        leio_reading_add_heading (page, leio_wording_section (knowledge, section, TRUE));
      is_empty = FALSE;
      add_answer (self, page, i);
    }
}

static void
add_notes (LeioSheetPage *self, GtkWidget *page)
{
  if (*leio_session_get_notes (self->session) == '\0')
    return;

  leio_reading_add_heading (page, _ ("Notes"));
  leio_reading_add_text (page,
                         _ ("The sheet has notes too. They are in the words of specialists, so "
                            "they are not shown here. Ask your team to go through them with you."),
                         NULL);
}

static void
refresh (LeioSheetPage *self)
{
  guint n_sections
      = leio_questionnaire_get_n_sections (leio_session_get_questionnaire (self->session));
  GtkWidget *page = NULL;

  if (leio_session_get_locked (self->session))
    {
      page = leio_reading_new (_ ("What was entered, only to read"));
      leio_reading_add_title (page, _ ("What was entered"));
      for (guint i = 0; i < n_sections; i++)
        add_section (self, page, i);
      add_notes (self, page);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), page);
}

static gboolean
leio_sheet_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LEIO_SHEET_PAGE (widget)->scroller);
}

static void
leio_sheet_page_dispose (GObject *object)
{
  LeioSheetPage *self = LEIO_SHEET_PAGE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (leio_sheet_page_parent_class)->dispose (object);
}

static void
leio_sheet_page_class_init (LeioSheetPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = leio_sheet_page_dispose;
  widget_class->grab_focus = leio_sheet_page_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, LEIO_TYPE_PANE_LAYOUT);
}

static void
leio_sheet_page_init (LeioSheetPage *self)
{
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                                 "focusable", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What was entered, only to read"), -1);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
leio_sheet_page_new (LeioSession *session)
{
  LeioSheetPage *self = g_object_new (LEIO_TYPE_SHEET_PAGE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::locked", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "case-changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
