/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever the program can do is found by who looks: in a menu or on a button, with a key, and with
 * that key among the shortcuts. An action that somebody adds is held to it by itself.
 */
#include "config.h"

#include <string.h>

#include "leio-style.h"
#include "leio-test-ui.h"
#include "leio-window-private.h"

#define ROOT "/io/github/leio_app/Leio/"

typedef enum
{
  IN_MENU = 1 << 0,
  HAS_KEY = 1 << 1,
  IN_SHORTCUTS = 1 << 2,
} Place;

/* What an action need not have, and why. */
static const struct
{
  const char *action;
  Place missing;
} excused[] = {
  /* The window has a button for it that is not ours. */
  { "win.close", IN_MENU },
  /* Go to what the text of a link names: there is one link for each. */
  { "win.show-question", IN_MENU | HAS_KEY | IN_SHORTCUTS },
  { "win.show-treatment", IN_MENU | HAS_KEY | IN_SHORTCUTS },
  { "win.show-source", IN_MENU | HAS_KEY | IN_SHORTCUTS },
  { "win.show-help", IN_MENU | HAS_KEY | IN_SHORTCUTS },
  /* What each treatment of the decision page is answered with. */
  { "win.decide", IN_MENU },
  /* The menu of recent cases is made of what is there, and found by its letter. */
  { "win.open-recent", IN_MENU | HAS_KEY | IN_SHORTCUTS },
  { "win.forget-recent", IN_MENU | HAS_KEY | IN_SHORTCUTS },
  /* Headings lead to sections; one entry tells of the keys of all. */
  { "win.show-section", IN_MENU | IN_SHORTCUTS },
  /* The same as win.page, for buttons that do not name the questions. */
  { "win.view", HAS_KEY | IN_SHORTCUTS },
};

static Place
get_excused (const char *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (excused); i++)
    {
      if (g_str_equal (excused[i].action, action))
        return excused[i].missing;
    }
  return 0;
}

/* All templates of a folder behind each other. */
static void
read_templates (const char *folder, GString *texts)
{
  g_auto (GStrv) children = g_resources_enumerate_children (folder, 0, NULL);

  for (guint i = 0; children[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (folder, children[i], NULL);

      if (g_str_has_suffix (path, "/"))
        read_templates (path, texts);
      else if (g_str_has_suffix (path, ".ui"))
        {
          g_autoptr (GBytes) data = g_resources_lookup_data (path, 0, NULL);
          gsize size;
          const char *text = g_bytes_get_data (data, &size);

          g_string_append_len (texts, text, (gssize) size);
        }
    }
}

/* The name alone, or with a target. */
static gboolean
names (const char *text, const char *action)
{
  g_autofree char *alone = g_strdup_printf (">%s<", action);
  g_autofree char *target = g_strdup_printf (">%s::", action);

  return strstr (text, alone) != NULL || strstr (text, target) != NULL;
}

static gboolean
has_key (GtkApplication *application, const char *action)
{
  g_auto (GStrv) described = gtk_application_list_action_descriptions (application);
  gsize length = strlen (action);

  for (guint i = 0; described[i] != NULL; i++)
    {
      if (g_str_has_prefix (described[i], action)
          && (described[i][length] == '\0' || described[i][length] == ':'
              || described[i][length] == '('))
        return TRUE;
    }
  return FALSE;
}

G_GNUC_PRINTF (1, 2)
static void
complain (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_test_message ("%s", text);
  g_test_fail ();
}

static void
check_action (GtkApplication *application, const char *action, const char *templates,
              const char *shortcuts)
{
  Place missing = ~get_excused (action);

  if ((missing & IN_MENU) != 0 && !names (templates, action))
    complain ("%s is in no menu and on no button", action);
  if ((missing & HAS_KEY) != 0 && !has_key (application, action))
    complain ("%s has no key", action);
  if ((missing & IN_SHORTCUTS) != 0 && !names (shortcuts, action))
    complain ("%s is not among the shortcuts", action);
}

static void
test_every_action (void)
{
  g_autoptr (GtkApplication) application =
      gtk_application_new ("io.github.leio_app.Test", G_APPLICATION_NON_UNIQUE);
  g_autoptr (GString) templates = g_string_new (NULL);
  g_autoptr (GBytes) shortcuts = g_resources_lookup_data (ROOT "gtk/shortcuts.ui", 0, NULL);
  g_auto (GStrv) actions = NULL;
  GtkWidget *window = leio_window_new (NULL);

  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  leio_window_install_accels (application);
  leio_window_set_engine (LEIO_WINDOW (window), leio_test_ui_get_engine ());
  read_templates (ROOT "ui/", templates);
  actions = g_action_group_list_actions (G_ACTION_GROUP (window));
  g_assert_cmpuint (g_strv_length (actions), >, 30);
  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_autofree char *action = g_strconcat ("win.", actions[i], NULL);

      check_action (application, action, templates->str, g_bytes_get_data (shortcuts, NULL));
    }
  check_action (application, "app.new-window", templates->str, g_bytes_get_data (shortcuts, NULL));
  check_action (application, "app.quit", templates->str, g_bytes_get_data (shortcuts, NULL));
  gtk_window_destroy (GTK_WINDOW (window));
  leio_test_ui_settle ();
}

/* Neither costs time until the window is seen: both are made when somebody asks. */
static void
test_keys_and_menu_when_asked_for (void)
{
  g_autoptr (GtkApplication) application =
      gtk_application_new ("io.github.leio_app.Keys", G_APPLICATION_NON_UNIQUE);
  GtkShortcutsWindow *overlay;
  GtkWidget *window;
  LeioWindow *self;

  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  leio_window_install_accels (application);
  window = leio_window_new (application);
  self = LEIO_WINDOW (window);
  /* GTK 4.8 warns of a label in its own list of keys. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  gtk_window_present (GTK_WINDOW (window));
  leio_test_ui_settle ();
  g_assert_null (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window)));
  g_assert_null (gtk_menu_button_get_popover (self->menu_button));

  for (guint i = 0; i < 2; i++)
    {
      g_action_group_activate_action (G_ACTION_GROUP (window), "show-help-overlay", NULL);
      overlay = gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window));
      g_assert_true (gtk_widget_get_visible (GTK_WIDGET (overlay)));
      gtk_window_close (GTK_WINDOW (overlay));
      leio_test_ui_settle ();
      g_assert_false (gtk_widget_get_visible (GTK_WIDGET (overlay)));
    }

  gtk_menu_button_popup (self->menu_button);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (
      gtk_menu_button_get_popover (self->menu_button))));
  gtk_window_destroy (GTK_WINDOW (window));
  leio_test_ui_settle ();
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
}

/* No key means two things. */
static void
test_every_key_once (void)
{
  g_autoptr (GtkApplication) application =
      gtk_application_new ("io.github.leio_app.Test2", G_APPLICATION_NON_UNIQUE);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) actions = NULL;

  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  leio_window_install_accels (application);
  actions = gtk_application_list_action_descriptions (application);
  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) accels = gtk_application_get_accels_for_action (application, actions[i]);

      for (guint j = 0; accels[j] != NULL; j++)
        {
          if (!g_hash_table_add (keys, g_strdup (accels[j])))
            complain ("%s is the key of two actions, %s is one", accels[j], actions[i]);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  leio_style_register_resources ();
  leio_style_load (gdk_display_get_default ());

  g_test_add_func ("/ui/actions/keys-and-menu-when-asked-for", test_keys_and_menu_when_asked_for);
  g_test_add_func ("/ui/actions/every-action", test_every_action);
  g_test_add_func ("/ui/actions/every-key-once", test_every_key_once);
  return g_test_run ();
}
