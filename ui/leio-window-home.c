/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading at home in the place of the case: at first at home, and from the menu.
 * A case that is opened, or a page of it that is asked for, takes the place back.
 */
#include "config.h"

#include "leio-home-items.h"
#include "leio-home-page.h"
#include "leio-window-private.h"

#define KEY_LIMITS_READ "limits-read"

gboolean
leio_window_is_at_home (LeioWindow *self)
{
  return gtk_widget_get_visible (self->home_slot);
}

/* Whether the questions to take along are seen. */
gboolean
leio_window_takes_along (LeioWindow *self)
{
  return leio_window_is_at_home (self)
         && g_strcmp0 (leio_home_page_get_seen (LEIO_HOME_PAGE (self->home)), "take-along") == 0;
}

/* Whether the page on what the program cannot tell still has to come before the questions. */
static gboolean
needs_limits (LeioWindow *self)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (self->session);

  return leio_session_get_plain (self->session) && !self->limits_read
         && (self->settings == NULL || !g_settings_get_boolean (self->settings, KEY_LIMITS_READ))
         && leio_home_items_find_limits (knowledge) >= 0;
}

void
leio_window_leave_home (LeioWindow *self)
{
  if (!leio_window_is_at_home (self))
    return;

  gtk_widget_set_visible (self->home_slot, FALSE);
  leio_window_update_steps (self);
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
on_limits_read (LeioWindow *self)
{
  self->limits_read = TRUE;
  if (self->settings != NULL)
    g_settings_set_boolean (self->settings, KEY_LIMITS_READ, TRUE);
  leio_window_leave_start (self);
  leio_window_focus_next (self);
}

static void
create_home (LeioWindow *self, LeioKnowledge *knowledge)
{
  GtkWidget *bin = g_object_new (LEIO_TYPE_ADAPTIVE_BIN, "hexpand", TRUE, "vexpand", TRUE, NULL);

  self->home = leio_home_page_new (knowledge);
  leio_home_page_set_session (LEIO_HOME_PAGE (self->home), self->session);
  leio_adaptive_bin_set_child (LEIO_ADAPTIVE_BIN (bin), self->home);
  g_signal_connect_object (self->home, "limits-read", G_CALLBACK (on_limits_read), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->home, "notify::seen", G_CALLBACK (leio_window_update_steps), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (bin, "notify::narrow", G_CALLBACK (on_narrow), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->home_slot), bin);
}

static void
show_home (LeioWindow *self)
{
  LeioKnowledge *knowledge = (LeioKnowledge *) leio_session_get_knowledge (self->session);

  leio_window_clear_place (self);
  if (self->home == NULL)
    create_home (self, knowledge);

  gtk_widget_set_visible (GTK_WIDGET (self->bin), FALSE);
  gtk_widget_set_visible (self->home_slot, TRUE);
  leio_window_update_steps (self);
  leio_window_show_header (self, leio_adaptive_bin_get_narrow (self->bin));
}

/* A knowledge base without pages has nothing to read. */
void
leio_window_show_home (LeioWindow *self)
{
  if (leio_session_get_knowledge (self->session)->pages->len == 0)
    return;

  show_home (self);
  leio_home_page_focus_search (LEIO_HOME_PAGE (self->home));
}

/* Where a case is seen at home before its reader knows what the program cannot tell, the page that
 * tells it comes first. */
void
leio_window_guard_situation (LeioWindow *self)
{
  if (self->session == NULL || leio_window_is_at_start (self) || leio_window_is_at_agenda (self)
      || !needs_limits (self))
    return;

  leio_window_show_home (self);
  leio_home_page_show_limits (LEIO_HOME_PAGE (self->home));
}

static void
on_home (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  leio_window_show_home (user_data);
}

static void
see (LeioWindow *self, const char *page)
{
  show_home (self);
  leio_home_page_see (LEIO_HOME_PAGE (self->home), page);
  gtk_widget_grab_focus (self->home);
}

static void
on_words (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  see (user_data, "words");
}

static void
on_matters (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  see (user_data, "matters");
}

static void
on_take_along (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  see (user_data, "take-along");
}

static void
on_leave_home (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LeioWindow *self = user_data;

  leio_window_leave_start (self);
  if (!leio_window_is_at_home (self))
    leio_window_focus_next (self);
}

/* What a knowledge base without pages has is nowhere to be seen. */
void
leio_window_add_home_actions (LeioWindow *self)
{
  const GActionEntry entries[] = {
    { .name = "home", .activate = on_home },
    { .name = "words", .activate = on_words },
    { .name = "matters", .activate = on_matters },
    { .name = "take-along", .activate = on_take_along },
    { .name = "leave-home", .activate = on_leave_home },
  };
  const LeioKnowledge *knowledge = leio_session_get_knowledge (self->session);
  gboolean any = knowledge->pages->len > 0;

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  leio_window_enable (self, "home", any);
  leio_window_enable (self, "words", any);
  leio_window_enable (self, "take-along", any);
  leio_window_enable (self, "matters", any && knowledge->matters->len > 0);
  g_signal_connect_object (self->session, "notify::plain",
                           G_CALLBACK (leio_window_guard_situation), self, G_CONNECT_SWAPPED);
}
