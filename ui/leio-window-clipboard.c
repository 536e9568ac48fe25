/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "leio-notice.h"
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
