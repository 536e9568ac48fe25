/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening a case once more: the list of recent cases, which knows paths and nothing
 * of what is in them, and the window that has the case already.
 */
#include "config.h"

#include <unistd.h>

#include "leio-style.h"
#include "leio-test-folder.h"
#include "leio-test-ui.h"
#include "leio-window.h"

#define LABEL "Jane Doe of Board 12"

static GtkApplication *
new_application (const char *id)
{
  GtkApplication *application = gtk_application_new (id, G_APPLICATION_NON_UNIQUE);
  g_autoptr (GError) error = NULL;

  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return application;
}

static LeioWindow *
open_window (GtkApplication *application)
{
  LeioWindow *window = LEIO_WINDOW (leio_window_new (application));

  leio_window_set_engine (window, leio_test_ui_get_engine ());
  gtk_window_present (GTK_WINDOW (window));
  leio_test_ui_settle ();
  return window;
}

static void
close_window (LeioWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  leio_test_ui_settle ();
}

static GFile *
new_file (const char *name)
{
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), name, NULL);
  g_autoptr (LeioSession) session = leio_session_new (leio_test_ui_get_engine ());
  GFile *file = g_file_new_for_path (path);

  g_mkdir_with_parents (g_get_user_state_dir (), 0700);
  leio_session_set_label (session, LABEL);
  g_assert_true (leio_test_ui_save (session, file, FALSE, NULL));
  return file;
}

/* (nullable): what the desktop keeps on the disk. */
static char *
dup_list (void)
{
  g_autofree char *path = NULL;
  char *text = NULL;

  g_object_get (gtk_recent_manager_get_default (), "filename", &path, NULL);
  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

/* Whether the list has @part, or has it no more, within five seconds. */
static gboolean
wait_for_list (const char *part, gboolean there)
{
  gint64 end = g_get_monotonic_time () + 5 * G_TIME_SPAN_SECOND;

  for (;;)
    {
      g_autofree char *text = dup_list ();

      if ((text != NULL && strstr (text, part) != NULL) == there)
        return TRUE;
      if (g_get_monotonic_time () > end)
        return FALSE;
      leio_test_ui_settle ();
    }
}

static void
test_keeps_the_path_only (void)
{
  g_autoptr (GtkApplication) application = new_application ("io.github.leio_app.Path");
  LeioWindow *window = open_window (application);
  g_autoptr (GFile) file = new_file ("twelve.leio");
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *list = NULL;

  leio_window_open (window, file);
  g_assert_cmpstr (leio_session_get_label (leio_window_get_session (window)), ==, LABEL);
  g_assert_true (wait_for_list (uri, TRUE));
  list = dup_list ();
  g_assert_null (strstr (list, "Jane"));
  g_assert_null (strstr (list, "Board"));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.forget-recent", NULL);
  g_assert_true (wait_for_list (uri, FALSE));
  close_window (window);
}

static void
test_opens_from_the_list (void)
{
  g_autoptr (GtkApplication) application = new_application ("io.github.leio_app.List");
  LeioWindow *window = open_window (application);
  g_autoptr (GFile) file = new_file ("thirteen.leio");
  g_autofree char *uri = g_file_get_uri (file);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-recent", "s", uri);
  g_assert_cmpstr (leio_session_get_label (leio_window_get_session (window)), ==, LABEL);
  close_window (window);
}

static gboolean
wait_until_active (LeioWindow *window)
{
  gint64 end = g_get_monotonic_time () + 5 * G_TIME_SPAN_SECOND;

  while (!gtk_window_is_active (GTK_WINDOW (window)) && g_get_monotonic_time () < end)
    leio_test_ui_settle ();
  return gtk_window_is_active (GTK_WINDOW (window));
}

/* A link to the file is the file: there are no two windows to save over each other. */
static void
test_link_to_an_open_file (void)
{
  g_autoptr (GtkApplication) application = new_application ("io.github.leio_app.Link");
  LeioWindow *first = open_window (application);
  LeioWindow *second = open_window (application);
  g_autoptr (GFile) file = new_file ("fourteen.leio");
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "link.leio", NULL);
  g_autoptr (GFile) link = g_file_new_for_path (path);

  g_assert_cmpint (symlink ("fourteen.leio", path), ==, 0);
  leio_window_open (first, file);
  g_assert_true (wait_until_active (second));
  leio_window_open (second, link);
  g_assert_true (leio_session_is_pristine (leio_window_get_session (second)));
  g_assert_true (wait_until_active (first));
  close_window (second);
  close_window (first);
}

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("leio-recent-XXXXXX", NULL);
  int status;

  /* The desktop's list outlives a test: all share a home. */
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_STATE_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  leio_style_register_resources ();

  g_test_add_func ("/ui/recent/keeps-the-path-only", test_keeps_the_path_only);
  g_test_add_func ("/ui/recent/opens-from-the-list", test_opens_from_the_list);
  g_test_add_func ("/ui/recent/link-to-an-open-file", test_link_to_an_open_file);
  status = g_test_run ();
  leio_test_folder_remove (home);
  return status;
}
