/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The language is chosen among those that the program has, each in its own words, and is kept.
 */
#include "config.h"

#include "leio-locale.h"
#include "leio-preferences.h"
#include "leio-settings.h"
#include "leio-style.h"
#include "leio-test-ui.h"

static GtkWidget *
open_preferences (GSettings *settings)
{
  GtkWidget *window = leio_preferences_new (NULL, settings);

  gtk_window_present (GTK_WINDOW (window));
  leio_test_ui_settle ();
  return window;
}

static void
close_window (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  leio_test_ui_settle ();
}

static GtkCheckButton *
get_choice (GtkWidget *window, guint n)
{
  return GTK_CHECK_BUTTON (leio_test_ui_find (window, GTK_TYPE_CHECK_BUTTON, n));
}

static void
test_every_language (void)
{
  g_autoptr (GSettings) settings = leio_settings_new ();
  GtkWidget *window = open_preferences (settings);
  guint n_languages;
  const LeioLanguage *languages = leio_locale_get_languages (&n_languages);

  g_assert_cmpstr (languages[0].name, ==, "English");
  g_assert_true (gtk_check_button_get_active (get_choice (window, 0)));
  for (guint i = 0; i < n_languages; i++)
    {
      GtkCheckButton *button = get_choice (window, i + 1);

      g_assert_cmpstr (gtk_check_button_get_label (button), ==, languages[i].name);
      gtk_test_accessible_assert_role (button, GTK_ACCESSIBLE_ROLE_RADIO);
    }
  g_assert_null (leio_test_ui_find (window, GTK_TYPE_CHECK_BUTTON, n_languages + 1));
  close_window (window);
}

/* By key: down to English, and space. */
static void
test_choice_is_kept (void)
{
  g_autoptr (GSettings) settings = leio_settings_new ();
  g_autofree char *language = NULL;
  GtkWidget *window = open_preferences (settings);

  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (get_choice (window, 0))));
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_activate (gtk_window_get_focus (GTK_WINDOW (window))));
  language = g_settings_get_string (settings, LEIO_SETTING_LANGUAGE);
  g_assert_cmpstr (language, ==, "en");
  g_assert_true (gtk_check_button_get_active (get_choice (window, 1)));
  g_assert_false (gtk_check_button_get_active (get_choice (window, 0)));
  close_window (window);

  window = open_preferences (settings);
  g_assert_true (gtk_check_button_get_active (get_choice (window, 1)));
  close_window (window);
  g_settings_reset (settings, LEIO_SETTING_LANGUAGE);
}

/* Where nothing can be remembered, nothing pretends to be. */
static void
test_without_settings (void)
{
  GtkWidget *window = open_preferences (NULL);

  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (get_choice (window, 1))));
  close_window (window);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  leio_style_register_resources ();
  leio_style_load (gdk_display_get_default ());

  g_test_add_func ("/ui/preferences/every-language", test_every_language);
  g_test_add_func ("/ui/preferences/choice-is-kept", test_choice_is_kept);
  g_test_add_func ("/ui/preferences/without-settings", test_without_settings);
  return g_test_run ();
}
