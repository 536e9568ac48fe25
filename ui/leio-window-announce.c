/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an answer changed is told where the advice, which tells it itself, is not
 * seen: beside the pathway, and where only the questions have room.
 */
#include "config.h"

#include <glib/gi18n.h>

#include "leio-advice-order.h"
#include "leio-window-private.h"

#define SECONDS 6

static guint
count_changes (LeioWindow *self)
{
  const LeioAdvice *before = leio_session_get_previous_advice (self->session);
  const LeioAdvice *now = leio_session_get_advice (self->session);
  guint n_changed = 0;

  for (guint i = 0; before != NULL && i < now->treatments->len; i++)
    n_changed += leio_treatment_advice_differs (g_ptr_array_index (before->treatments, i),
                                                g_ptr_array_index (now->treatments, i));

  return n_changed;
}

/* A screen reader speaks what appears. */
static void
show (LeioWindow *self, const char *text)
{
  gtk_label_set_label (self->announcement, text);
  gtk_widget_set_visible (GTK_WIDGET (self->announcement), *text != '\0');
}

static gboolean
on_timeout (gpointer data)
{
  LeioWindow *self = data;

  self->announce_source = 0;
  show (self, "");
  return G_SOURCE_REMOVE;
}

static void
on_advice_changed (LeioWindow *self)
{
  guint n_changed = count_changes (self);
  g_autofree char *text = NULL;

  g_clear_handle_id (&self->announce_source, g_source_remove);
  if (n_changed == 0 || gtk_widget_get_mapped (self->advice) || leio_window_is_at_start (self))
    {
      show (self, "");
      return;
    }

  /* Translators: %u is the number of treatments whose advice the last answer changed */
  text = g_strdup_printf (ngettext ("%u treatment changed", "%u treatments changed", n_changed),
                          n_changed);
  show (self, text);
  self->announce_source = g_timeout_add_seconds (SECONDS, on_timeout, self);
}

/* Over everything, so that nothing moves when it appears. */
void
leio_window_add_announcement (LeioWindow *self)
{
  GtkWidget *content = g_object_ref (gtk_window_get_child (GTK_WINDOW (self)));
  GtkWidget *overlay = gtk_overlay_new ();

  gtk_window_set_child (GTK_WINDOW (self), overlay);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), content);
  g_object_unref (content);
  self->announcement = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT,
                                     "halign", GTK_ALIGN_CENTER, "valign", GTK_ALIGN_END,
                                     "can-target", FALSE, "visible", FALSE, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->announcement), "leio-announcement");
  gtk_widget_add_css_class (GTK_WIDGET (self->announcement), "over-all");
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->announcement));
  g_signal_connect_object (self->session, "advice-changed", G_CALLBACK (on_advice_changed), self,
                           G_CONNECT_SWAPPED);
}
