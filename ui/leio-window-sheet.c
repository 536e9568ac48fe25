/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A case that clinicians saved and that is read at home: a bar tells that it
 * cannot be changed, why, and what one can do; what was entered stands as text in
 * the place of the questions.
 */
#include "config.h"

#include <glib/gi18n.h>

#include "leio-sheet-page.h"
#include "leio-window-private.h"

/* A grey button says why it is. */
static void
explain_button (GtkWidget *button, const char *otherwise, gboolean locked)
{
  const char *why = _ ("This case is only to read here. Make a copy of your own to change it.");

  gtk_widget_set_tooltip_text (button, locked ? why : otherwise);
  if (locked)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    why, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
show_sheet (LeioWindow *self, gboolean locked)
{
  if (locked && self->sheet == NULL)
    {
      self->sheet = leio_sheet_page_new (self->session);
      gtk_widget_set_hexpand (self->sheet, TRUE);
      gtk_box_append (GTK_BOX (self->questions_slot), self->sheet);
    }
  if (self->sheet != NULL)
    gtk_widget_set_visible (self->sheet, locked);
  gtk_widget_set_visible (GTK_WIDGET (self->questions), !locked);
}

static void
on_locked (LeioWindow *self)
{
  static const char *const changing[]
      = { "save", "save-as", "paste-case", "next-section", "previous-section", "show-next" };
  gboolean locked = leio_session_get_locked (self->session);

  show_sheet (self, locked);
  for (guint i = 0; i < G_N_ELEMENTS (changing); i++)
    leio_window_enable (self, changing[i], !locked);
  leio_window_enable (self, "own-copy", locked);
  leio_window_update_steps (self);
  explain_button (GTK_WIDGET (self->save_button), NULL, locked);
  explain_button (self->undo_button, _ ("Undo the last answer"), locked);
  explain_button (self->redo_button, _ ("Redo the answer"), locked);
  gtk_widget_set_visible (self->sheet_bar, locked);
}

static void
on_case_changed (LeioWindow *self)
{
  const LeioCase *kase = leio_session_get_case (self->session);

  gtk_widget_set_visible (self->sheet_decision, kase->decision != NULL);
}

static void
on_own_copy (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LeioWindow *self = user_data;

  leio_session_make_own (self->session);
  leio_window_mark_open (self, FALSE);
  leio_window_set_page (self, "questions");
  leio_window_focus_next (self);
}

void
leio_window_add_sheet_actions (LeioWindow *self)
{
  const GActionEntry entries[] = {
    { .name = "own-copy", .activate = on_own_copy },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->session, "notify::locked", G_CALLBACK (on_locked), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "case-changed", G_CALLBACK (on_case_changed), self,
                           G_CONNECT_SWAPPED);
  on_locked (self);
  on_case_changed (self);
}
