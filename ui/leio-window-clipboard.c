/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "leio-advice-page.h"
#include "leio-notice.h"
#include "leio-treatment-card.h"
#include "leio-window-private.h"

void
leio_window_copy_case (LeioWindow *self)
{
  g_autofree char *text = leio_session_dup_text (self->session);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

/* What was told about the text before is settled by this one. */
static void
forget_fault (LeioWindow *self)
{
  if (self->paste_notice != NULL)
    leio_notice_close (LEIO_NOTICE (self->paste_notice));
  g_clear_weak_pointer (&self->paste_notice);
}

static void
tell_fault (LeioWindow *self, const GError *error)
{
  g_autofree char *text =
      /* Translators: %s tells, a line each, what is wrong with the lines of a text. */
      g_strdup_printf (_ ("Nothing was pasted, the case is as it was.\n%s"), error->message);
  GtkWidget *notice = leio_notice_new (LEIO_NOTICE_ERROR, text);

  gtk_box_append (self->notices, notice);
  g_set_weak_pointer (&self->paste_notice, notice);
}

static void
on_text_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LeioWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text =
      gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  /* The window may have been closed meanwhile. */
  if (gtk_widget_in_destruction (GTK_WIDGET (self)) || self->session == NULL)
    return;

  forget_fault (self);
  if (error == NULL)
    leio_session_paste_text (self->session, text != NULL ? text : "", &error);
  if (error != NULL)
    tell_fault (self, error);
}

/* The clipboard belongs to another program, which may be slow to answer. */
void
leio_window_paste_case (LeioWindow *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, on_text_read,
                                 g_object_ref (self));
}

/* Programs that know markup take it, the others the text. */
static void
copy_report (LeioWindow *self, const LeioReport *report)
{
  g_autofree char *text = leio_report_to_text (report, FALSE);
  char *html = leio_report_to_html (report);
  g_autoptr (GBytes) bytes = g_bytes_new_take (html, strlen (html));
  GdkContentProvider *providers[] = {
    gdk_content_provider_new_for_bytes ("text/html", bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, text),
  };
  g_autoptr (GdkContentProvider) both =
      gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), both);
}

/* @heading: (nullable) */
static void
copy_treatments (LeioWindow *self, const GArray *treatments, const char *heading)
{
  LeioSession *session = self->session;
  g_autoptr (LeioCase) shown = leio_session_dup_shown_case (session);
  g_autoptr (LeioReport) report = leio_report_new_for_treatments (
      leio_session_get_knowledge (session), shown, leio_session_get_advice (session), treatments,
      heading, leio_session_get_plain (session) ? LEIO_REPORT_HOME : LEIO_REPORT_CLINICIAN);

  copy_report (self, report);
}

static void
on_copy_treatment (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LeioWindow *self = user_data;
  g_autoptr (GArray) treatments = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (treatments, self->copy_treatment);
  copy_treatments (self, treatments, NULL);
}

/* The section of the page that the treatment is in now, in the order in which it is shown. */
static void
on_copy_list (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LeioWindow *self = user_data;
  const LeioKnowledge *knowledge = leio_session_get_knowledge (self->session);
  const LeioAdvice *advice = leio_session_get_advice (self->session);
  LeioAdviceGrouping grouping =
      leio_advice_page_get_grouping (LEIO_ADVICE_PAGE (self->advice));
  guint section = leio_advice_get_section (
      knowledge, grouping, g_ptr_array_index (advice->treatments, (guint) self->copy_treatment));
  g_autoptr (GArray) order = leio_advice_order (knowledge, advice, grouping);
  g_autoptr (GArray) treatments = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < order->len; i++)
    {
      guint treatment = g_array_index (order, guint, i);

      if (leio_advice_get_section (knowledge, grouping,
                                   g_ptr_array_index (advice->treatments, treatment)) == section)
        g_array_append_val (treatments, treatment);
    }
  copy_treatments (self, treatments,
                   leio_advice_section_get_title (knowledge, grouping, section,
                                                  leio_session_get_plain (self->session)));
}

static void
on_copy_advice (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (LeioReport) report = leio_window_create_report (user_data, LEIO_REPORT_WHOLE);

  copy_report (user_data, report);
}

/* A menu takes the focus, so the card that had it is kept in mind. */
static void
on_focus_moved (LeioWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *card =
      focus != NULL ? gtk_widget_get_ancestor (focus, LEIO_TYPE_TREATMENT_CARD) : NULL;

  if (card == NULL)
    return;

  self->copy_treatment = (int) leio_treatment_card_get_treatment (LEIO_TREATMENT_CARD (card));
  leio_window_enable (self, "copy-treatment", TRUE);
  leio_window_enable (self, "copy-list", TRUE);
}

void
leio_window_add_copy_actions (LeioWindow *self)
{
  const GActionEntry entries[] = {
    { .name = "copy-treatment", .activate = on_copy_treatment },
    { .name = "copy-list", .activate = on_copy_list },
    { .name = "copy-advice", .activate = on_copy_advice },
  };

  self->copy_treatment = -1;
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  leio_window_enable (self, "copy-treatment", FALSE);
  leio_window_enable (self, "copy-list", FALSE);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (on_focus_moved), NULL);
}
