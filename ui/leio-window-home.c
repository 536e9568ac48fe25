/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading at home in the place of the case: at first at home, and from the menu.
 * A case that is opened, or a page of it that is asked for, takes the place back.
 */
#include "config.h"

#include "leio-home-page.h"
#include "leio-window-private.h"

gboolean
leio_window_is_at_home (LeioWindow *self)
{
  return gtk_widget_get_visible (self->home_slot);
}

void
leio_window_leave_home (LeioWindow *self)
{
  if (!leio_window_is_at_home (self))
    return;

  gtk_widget_set_visible (self->home_slot, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->bin), TRUE);
  leio_window_show_header (self, leio_adaptive_bin_get_narrow (self->bin));
}

/* The bin of the case is not seen now, and knows nothing of the width. */
static void
on_narrow (LeioWindow *self, GParamSpec *pspec, LeioAdaptiveBin *bin)
{
  if (leio_window_is_at_home (self))
    leio_window_show_header (self, leio_adaptive_bin_get_narrow (bin));
}

static void
create_home (LeioWindow *self, LeioKnowledge *knowledge)
{
  GtkWidget *bin = g_object_new (LEIO_TYPE_ADAPTIVE_BIN, "hexpand", TRUE, "vexpand", TRUE, NULL);

  self->home = leio_home_page_new (knowledge);
  leio_adaptive_bin_set_child (LEIO_ADAPTIVE_BIN (bin), self->home);
  g_signal_connect_object (bin, "notify::narrow", G_CALLBACK (on_narrow), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->home_slot), bin);
}

/* A knowledge base without pages has nothing to read. */
void
leio_window_show_home (LeioWindow *self)
{
  LeioKnowledge *knowledge = (LeioKnowledge *) leio_session_get_knowledge (self->session);

  if (knowledge->pages->len == 0)
    return;

  leio_window_leave_start (self);
  if (self->home == NULL)
    create_home (self, knowledge);

  gtk_widget_set_visible (GTK_WIDGET (self->bin), FALSE);
  gtk_widget_set_visible (self->home_slot, TRUE);
  leio_window_show_header (self, leio_adaptive_bin_get_narrow (self->bin));
  gtk_widget_grab_focus (self->home);
}

static void
on_home (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  leio_window_show_home (user_data);
}

static void
on_leave_home (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LeioWindow *self = user_data;

  leio_window_leave_home (self);
  leio_window_focus_next (self);
}

void
leio_window_add_home_actions (LeioWindow *self)
{
  const GActionEntry entries[] = {
    { .name = "home", .activate = on_home },
    { .name = "leave-home", .activate = on_leave_home },
  };
  LeioKnowledge *knowledge = (LeioKnowledge *) leio_session_get_knowledge (self->session);
  GAction *home;

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  home = g_action_map_lookup_action (G_ACTION_MAP (self), "home");
  g_simple_action_set_enabled (G_SIMPLE_ACTION (home), knowledge->pages->len > 0);
}
