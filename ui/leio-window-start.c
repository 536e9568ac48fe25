/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "leio-start-page.h"
#include "leio-window-private.h"

#define KEY_READING "reading"
#define KEY_INTENDED_USE "intended-use-read"

/* The values of the key. */
enum
{
  READING_UNSET,
  READING_CLINICIAN,
  READING_HOME,
};

/* Whatever stands in the place of the case goes. */
void
leio_window_clear_place (LeioWindow *self)
{
  leio_window_leave_agenda (self);
  leio_window_leave_home (self);
  if (!leio_window_is_at_start (self))
    return;

  gtk_widget_set_visible (self->start_slot, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->bin), TRUE);
  leio_window_show_agenda_bar (self);
}

/* To the case. */
void
leio_window_leave_start (LeioWindow *self)
{
  leio_window_clear_place (self);
  leio_window_guard_situation (self);
}

static void
show_reading (LeioWindow *self)
{
  gboolean plain = leio_session_get_plain (self->session);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "reading");

  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_string (plain ? "home" : "clinician"));
}

static void
set_reading (LeioWindow *self, gboolean plain)
{
  leio_session_set_plain (self->session, plain);
  if (self->settings != NULL)
    g_settings_set_enum (self->settings, KEY_READING, plain ? READING_HOME : READING_CLINICIAN);
  show_reading (self);
}

static void
on_door_chosen (LeioWindow *self, gboolean plain)
{
  /* The statement stands on the page that was just left. */
  if (self->settings != NULL)
    g_settings_set_boolean (self->settings, KEY_INTENDED_USE, TRUE);
  set_reading (self, plain);
  leio_window_leave_start (self);
  if (plain)
    leio_window_show_home (self);
  if (!leio_window_is_at_home (self))
    leio_window_focus_next (self);
}

static void
on_example_chosen (LeioWindow *self, GFile *file)
{
  leio_window_ask_first (self, LEIO_THEN_EXAMPLE, file);
}

static void
show_start (LeioWindow *self)
{
  if (self->start == NULL)
    {
      self->start = leio_start_page_new (self->session);
      gtk_widget_set_vexpand (self->start, TRUE);
      gtk_widget_set_hexpand (self->start, TRUE);
      gtk_box_append (GTK_BOX (self->start_slot), self->start);
      g_signal_connect_swapped (self->start, "door-chosen", G_CALLBACK (on_door_chosen), self);
      g_signal_connect_swapped (self->start, "example-chosen", G_CALLBACK (on_example_chosen),
                                self);
    }

  leio_window_leave_agenda (self);
  leio_window_leave_home (self);
  gtk_widget_set_visible (GTK_WIDGET (self->bin), FALSE);
  gtk_widget_set_visible (self->start_slot, TRUE);
  leio_window_show_agenda_bar (self);
  gtk_widget_grab_focus (self->start);
}

static void
on_start (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_start (user_data);
}

static void
on_reading (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  set_reading (user_data, g_str_equal (g_variant_get_string (parameter, NULL), "home"));
}

/* The reading that was asked for, else the one that was open last; nobody chose one yet: the page
 * of the first start, unless the window has a file to show. */
void
leio_window_start_reading (LeioWindow *self, gboolean has_file)
{
  const GActionEntry entries[] = {
    { .name = "start", .activate = on_start },
    { .name = "reading",
      .activate = on_reading,
      .parameter_type = "s",
      .state = "'clinician'" },
  };
  int reading = READING_CLINICIAN;

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  if (self->settings != NULL)
    reading = g_settings_get_enum (self->settings, KEY_READING);
  if (self->at_home_first)
    reading = READING_HOME;
  leio_session_set_plain (self->session, reading == READING_HOME);
  show_reading (self);
  if (reading == READING_UNSET && !has_file)
    show_start (self);
  else if (reading == READING_HOME && !has_file)
    leio_window_show_home (self);
}

void
leio_window_start_at_home (LeioWindow *self)
{
  g_return_if_fail (LEIO_IS_WINDOW (self));
  self->at_home_first = TRUE;
}

/* Whether the page of the first start is seen, which has the statement of intended use. */
gboolean
leio_window_is_at_start (LeioWindow *self)
{
  return self->start != NULL && gtk_widget_get_visible (self->start_slot);
}
