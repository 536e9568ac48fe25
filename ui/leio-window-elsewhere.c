/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two programs that have the same case open, as happens without a session bus or
 * with a knowledge base of one's own: each marks what it has open beside the
 * drafts, and the second one says so when it opens it.
 */
#include "config.h"

#include <glib/gi18n.h>

#include "leio-notice.h"
#include "leio-window-private.h"

static void
close_notice (LeioWindow *self)
{
  if (self->elsewhere_notice != NULL)
    leio_notice_close (LEIO_NOTICE (self->elsewhere_notice));
  g_clear_weak_pointer (&self->elsewhere_notice);
}

static void
tell_since (LeioWindow *self, GDateTime *since)
{
  g_autofree char *date = g_date_time_format (since, "%c");
  g_autofree char *text = g_strdup_printf (
      /* Translators: %s is a date and time. */
      _ ("This case is also open in another Leio, since %s. What is saved there is not replaced "
         "unasked when you save here."),
      date);
  GtkWidget *notice = leio_notice_new (LEIO_NOTICE_WARNING, text);

  gtk_box_append (self->notices, notice);
  g_set_weak_pointer (&self->elsewhere_notice, notice);
}

/* The session has another file. @tell: whether it was opened just now. */
void
leio_window_mark_open (LeioWindow *self, gboolean tell)
{
  GFile *file = leio_session_get_file (self->session);
  g_autoptr (GDateTime) since = NULL;
  g_autoptr (GError) error = NULL;

  if (tell || file == NULL)
    close_notice (self);
  if (self->draft_store == NULL)
    return;

  if (self->mark == NULL)
    self->mark = leio_draft_store_dup_mark (self->draft_store);
  /* Two that open it at once both tell: each marks before it looks. */
  if (!leio_draft_store_mark_open (self->draft_store, self->mark, file, &error))
    g_info ("%s", error->message);
  if (tell && file != NULL)
    since = leio_draft_store_find_open (self->draft_store, file);
  if (since != NULL)
    tell_since (self, since);
}

void
leio_window_unmark_open (LeioWindow *self)
{
  if (self->mark != NULL)
    leio_draft_store_mark_open (self->draft_store, self->mark, NULL, NULL);
  g_clear_pointer (&self->mark, g_free);
  g_clear_weak_pointer (&self->elsewhere_notice);
}
