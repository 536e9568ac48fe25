/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "leio-locale.h"
#include "leio-notice.h"
#include "leio-window-private.h"

static GtkWidget *
add_notice (LeioWindow *self, LeioNoticeKind kind, const char *text)
{
  GtkWidget *notice = leio_notice_new (kind, text);

  gtk_box_append (self->notices, notice);
  return notice;
}

void
leio_window_show_error (LeioWindow *self, const char *what, const GError *error)
{
  g_autofree char *text = NULL;

  g_return_if_fail (LEIO_IS_WINDOW (self));
  g_return_if_fail (error != NULL);

  /* Translators: the first says what failed, the second why. */
  text = g_strdup_printf (_ ("%1$s: %2$s"), what, error->message);
  add_notice (self, LEIO_NOTICE_ERROR, text);
}

static void
on_intended_use_read (LeioWindow *self)
{
  if (self->settings != NULL)
    g_settings_set_boolean (self->settings, "intended-use-read", TRUE);
}

static void
show_intended_use (LeioWindow *self, const LeioKnowledge *knowledge)
{
  GtkWidget *notice;

  if (leio_window_is_at_start (self)
      || (self->settings != NULL && g_settings_get_boolean (self->settings, "intended-use-read")))
    return;

  notice = add_notice (
      self, LEIO_NOTICE_INFO,
      leio_knowledge_text (knowledge, "knowledge/intended_use", knowledge->intended_use));
  g_signal_connect_object (notice, "closed", G_CALLBACK (on_intended_use_read), self,
                           G_CONNECT_SWAPPED);
}

/* @date: as in a knowledge base, "2026-11-24". One that cannot be read counts as old. */
gboolean
leio_window_is_review_old (const char *date, GDateTime *now)
{
  g_autofree char *time = g_strconcat (date, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) reviewed = g_date_time_new_from_iso8601 (time, NULL);
  g_autoptr (GDateTime) due = NULL;

  if (reviewed == NULL)
    return TRUE;

  due = g_date_time_add_years (reviewed, 1);
  return g_date_time_compare (now, due) > 0;
}

static void
show_review_date (LeioWindow *self, const LeioKnowledge *knowledge)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *date = leio_locale_dup_date (knowledge->review_date);
  g_autofree char *text = NULL;

  if (!leio_window_is_review_old (knowledge->review_date, now))
    return;

  text = g_strdup_printf (
      /* Translators: the first is the title of a knowledge base, the second a date. */
      _ ("The knowledge base “%1$s” was last reviewed on %2$s, more than a year ago. "
         "Newer studies and guidelines are not in it."),
      leio_knowledge_text (knowledge, "knowledge/title", knowledge->title), date);
  add_notice (self, LEIO_NOTICE_WARNING, text);
}

/* What must be told about the program and its knowledge before anything else. */
void
leio_window_show_standing_notices (LeioWindow *self)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (self->session);

  show_intended_use (self, knowledge);
  show_review_date (self, knowledge);
}
