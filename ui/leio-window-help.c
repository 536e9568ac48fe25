/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The help, which opens on the topic of the page where one stands.
 */
#include "config.h"

#include "leio-help-window.h"
#include "leio-home-page.h"
#include "leio-window-private.h"

static gboolean
has_focus (LeioWindow *self, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

static gboolean
is_on_questions (LeioWindow *self)
{
  if (!gtk_widget_get_visible (self->advice_slot))
    return TRUE;
  return gtk_widget_get_visible (self->questions_slot) && has_focus (self, self->questions_slot);
}

/* Where a case is seen, in the words of clinicians. */
static const char *
get_clinician_topic (LeioWindow *self)
{
  if (leio_window_is_at_start (self))
    return "first-case";
  if (leio_window_is_at_agenda (self))
    return "agenda";
  if (self->presenting)
    return "presentation";
  if (leio_session_get_what_if (self->session))
    return "what-if";
  if (is_on_questions (self))
    return "answers";
  if (self->shows_decision)
    return "decision";
  return self->shows_pathway ? "pathway" : "card";
}

/* The topics of the pages at home. */
static const struct
{
  const char *seen;
  const char *topic;
} home_topics[] = {
  { "pages", "home-reading" },
  { "limits", "home-situation" },
  { "words", "home-words" },
  { "matters", "home-matters" },
  { "take-along", "home-questions" },
};

static const char *
get_reading_topic (LeioHomePage *page)
{
  const char *seen = leio_home_page_get_seen (page);

  for (guint i = 0; i < G_N_ELEMENTS (home_topics); i++)
    if (g_strcmp0 (home_topics[i].seen, seen) == 0)
      return home_topics[i].topic;
  return home_topics[0].topic;
}

static const char *
get_home_topic (LeioWindow *self)
{
  if (leio_window_is_at_start (self))
    return "home";
  if (leio_window_is_at_home (self))
    return get_reading_topic (LEIO_HOME_PAGE (self->home));
  if (leio_session_get_locked (self->session))
    return "home-sheet";
  return "home-situation";
}

/* Windows beside this one name their topic in the words of clinicians. */
static const struct
{
  const char *topic;
  const char *home;
} counterparts[] = {
  { "compare", "home-situation" },
  { "knowledge", "home-numbers" },
};

static const char *
get_counterpart (const char *topic)
{
  for (guint i = 0; i < G_N_ELEMENTS (counterparts); i++)
    if (g_str_equal (counterparts[i].topic, topic))
      return counterparts[i].home;
  return topic;
}

static void
show_help (LeioWindow *self, const char *topic)
{
  gboolean home = leio_session_get_plain (self->session);

  if (self->help_window != NULL
      && leio_help_window_get_home (LEIO_HELP_WINDOW (self->help_window)) != home)
    gtk_window_destroy (GTK_WINDOW (self->help_window));
  if (self->help_window == NULL)
    g_set_weak_pointer (&self->help_window,
                        leio_help_window_new (GTK_WINDOW (self), self->main_menu, home));
  leio_help_window_show (LEIO_HELP_WINDOW (self->help_window),
                         home ? get_counterpart (topic) : topic);
  gtk_window_present (GTK_WINDOW (self->help_window));
}

static void
on_help (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LeioWindow *self = user_data;
  gboolean home = leio_session_get_plain (self->session);

  show_help (self, home ? get_home_topic (self) : get_clinician_topic (self));
}

static void
on_show_help (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_help (user_data, g_variant_get_string (parameter, NULL));
}

/* GTK would make the list of keys with each window, if it lay where GTK looks for one: a third of
 * the time until the window is seen. Setting it puts an action of GTK's in the place of this. */
static void
on_show_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GtkBuilder) builder
      = gtk_builder_new_from_resource ("/io/github/leio_app/Leio/gtk/shortcuts.ui");
  GObject *overlay = gtk_builder_get_object (builder, "help_overlay");

  gtk_application_window_set_help_overlay (user_data, GTK_SHORTCUTS_WINDOW (overlay));
  gtk_window_present (GTK_WINDOW (overlay));
}

void
leio_window_add_shortcuts_action (LeioWindow *self)
{
  const GActionEntry entries[] = {
    { .name = "show-help-overlay", .activate = on_show_shortcuts },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

void
leio_window_add_help_actions (LeioWindow *self)
{
  const GActionEntry entries[] = {
    { .name = "help", .activate = on_help },
    { .name = "show-help", .activate = on_show_help, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
