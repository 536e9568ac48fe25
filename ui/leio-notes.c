/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-notes.h"

struct _LeioNotes
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkTextView *view;

  /* Owned references */
  LeioSession *session; /* (nullable) until it is set */
};

G_DEFINE_FINAL_TYPE (LeioNotes, leio_notes, GTK_TYPE_WIDGET)

static char *
dup_text (LeioNotes *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/* What was typed is in the session by the same turn, and is not put back under the cursor. */
static void
show_notes (LeioNotes *self)
{
  const char *notes = leio_session_get_notes (self->session);
  g_autofree char *shown = dup_text (self);

  if (!g_str_equal (shown, notes))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), notes, -1);
}

static void
on_typed (LeioNotes *self)
{
  g_autofree char *text = dup_text (self);

  leio_session_set_notes (self->session, text);
}

static void
leio_notes_dispose (GObject *object)
{
  LeioNotes *self = LEIO_NOTES (object);
  GtkWidget *child;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (object), LEIO_TYPE_NOTES);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (leio_notes_parent_class)->dispose (object);
}

static void
leio_notes_class_init (LeioNotesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = leio_notes_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/leio_app/Leio/ui/notes.ui");
  gtk_widget_class_bind_template_child (widget_class, LeioNotes, view);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
leio_notes_init (LeioNotes *self)
{
  GtkLayoutManager *layout;

  gtk_widget_init_template (GTK_WIDGET (self));
  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 2);
}

void
leio_notes_set_session (LeioNotes *self, LeioSession *session)
{
  g_return_if_fail (LEIO_IS_NOTES (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  show_notes (self);
  g_signal_connect_swapped (session, "notify::notes", G_CALLBACK (show_notes), self);
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "end-user-action",
                           G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
}
