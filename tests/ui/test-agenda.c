/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The agenda in the window: the list at once and its details soon, the next and
 * the previous case, an order that is kept, and broken cases in the middle.
 */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "leio-agenda-entry.h"
#include "leio-agenda-page.h"
#include "leio-style.h"
#include "leio-test-folder.h"
#include "leio-test-ui.h"
#include "leio-window.h"

#define CASE(label) "{\"format\": \"leio-case\", \"label\": \"" label "\", \"answers\": {}}"
#define MANY 500

typedef struct
{
  char *path;
  GtkWidget *window;
} Fixture;

static void
put (const Fixture *fixture, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->path, name, NULL);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->path = g_dir_make_tmp ("leio-agenda-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->window = leio_window_new (NULL);
  leio_window_set_engine (LEIO_WINDOW (fixture->window), leio_test_ui_get_engine ());
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  leio_test_ui_settle ();
  leio_test_folder_remove (fixture->path);
  g_free (fixture->path);
}

static void
add_three (const Fixture *fixture)
{
  put (fixture, "1.leio", CASE ("First"));
  put (fixture, "2.leio", "{\"answers\": {\"site\": \"moon\"}}");
  put (fixture, "3.leio", CASE ("Third"));
}

static LeioAgendaPage *
get_page (const Fixture *fixture)
{
  return LEIO_AGENDA_PAGE (leio_test_ui_find (fixture->window, LEIO_TYPE_AGENDA_PAGE, 0));
}

static GListModel *
get_cases (const Fixture *fixture)
{
  GtkWidget *list = leio_test_ui_find (GTK_WIDGET (get_page (fixture)), GTK_TYPE_LIST_VIEW, 0);

  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
}

typedef gboolean (*Condition) (const Fixture *fixture);

/* What a thread does takes as long as it takes, but not for ever. */
static void
wait_for (const Fixture *fixture, Condition is_true)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (!is_true (fixture))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}

static gboolean
is_listed (const Fixture *fixture)
{
  return leio_test_ui_find (fixture->window, LEIO_TYPE_AGENDA_PAGE, 0) != NULL;
}

static gboolean
is_read (const Fixture *fixture)
{
  GListModel *cases = is_listed (fixture) ? get_cases (fixture) : NULL;

  for (guint i = 0; cases != NULL && i < g_list_model_get_n_items (cases); i++)
    {
      g_autoptr (LeioAgendaItem) item = g_list_model_get_item (cases, i);

      if (!leio_agenda_item_is_read (item))
        return FALSE;
    }
  return cases != NULL;
}

static void
open_agenda (const Fixture *fixture, const char *name)
{
  g_autoptr (GFile) file = name != NULL ? g_file_new_build_filename (fixture->path, name, NULL)
                                        : g_file_new_for_path (fixture->path);

  leio_window_open (LEIO_WINDOW (fixture->window), file);
  wait_for (fixture, is_read);
  leio_test_ui_settle ();
}

static void
activate (const Fixture *fixture, const char *action)
{
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), action));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), action, NULL);
  leio_test_ui_settle ();
}

static void
choose (const Fixture *fixture, guint place)
{
  g_signal_emit_by_name (get_page (fixture), "case-chosen", place);
  leio_test_ui_settle ();
}

static const char *
get_label (const Fixture *fixture)
{
  return leio_session_get_label (leio_window_get_session (LEIO_WINDOW (fixture->window)));
}

/* "First 2 Third": the labels in the order of the list. */
static char *
dup_order (const Fixture *fixture)
{
  GListModel *cases = get_cases (fixture);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (cases); i++)
    {
      g_autoptr (LeioAgendaItem) item = g_list_model_get_item (cases, i);

      g_ptr_array_add (labels, leio_agenda_item_get_row (item)->label);
    }
  g_ptr_array_add (labels, NULL);
  return g_strjoinv (" ", (char **) labels->pdata);
}

static void
assert_order (const Fixture *fixture, const char *expected)
{
  g_autofree char *order = dup_order (fixture);

  g_assert_cmpstr (order, ==, expected);
}

/* (nullable): the first line of a row that holds @text. */
static GtkWidget *
find_line (GtkWidget *root, const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_INSCRIPTION (root) && gtk_inscription_get_text (GTK_INSCRIPTION (root)) != NULL
      && strstr (gtk_inscription_get_text (GTK_INSCRIPTION (root)), text) != NULL)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_line (child, text);
  return found;
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  add_three (fixture);
  open_agenda (fixture, NULL);
  assert_order (fixture, "First 2 Third");
  g_assert_nonnull (leio_test_ui_find_text (fixture->window, "3 cases · 1 cannot be opened"));
  g_assert_nonnull (find_line (
      fixture->window, "Cannot be opened: answers: site: found 'moon', expected one of"));
  g_assert_nonnull (find_line (fixture->window, "answers would settle"));
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  add_three (fixture);
  open_agenda (fixture, NULL);
  row = gtk_widget_get_parent (
      leio_test_ui_find (GTK_WIDGET (get_page (fixture)), LEIO_TYPE_AGENDA_ENTRY, 1));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
      "2. 2. answers: site: found 'moon', expected one of limb, skin");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                   GTK_ACCESSIBLE_ROLE_LIST);
}

/* The broken case is passed over, and told. */
static void
test_steps (Fixture *fixture, gconstpointer data)
{
  add_three (fixture);
  open_agenda (fixture, NULL);
  choose (fixture, 0);
  g_assert_cmpstr (get_label (fixture), ==, "First");
  g_assert_nonnull (leio_test_ui_find_label (fixture->window, "1 of 3"));
  activate (fixture, "next-case");
  g_assert_cmpstr (get_label (fixture), ==, "Third");
  g_assert_nonnull (leio_test_ui_find_label (fixture->window, "3 of 3 · Saved"));
  g_assert_nonnull (leio_test_ui_find_label (fixture->window, "“2.leio” cannot be opened and was"));
  activate (fixture, "next-case");
  g_assert_cmpstr (get_label (fixture), ==, "Third");
  activate (fixture, "previous-case");
  g_assert_cmpstr (get_label (fixture), ==, "First");
}

static void
test_presentation (Fixture *fixture, gconstpointer data)
{
  add_three (fixture);
  open_agenda (fixture, NULL);
  activate (fixture, "next-case");
  g_assert_cmpstr (get_label (fixture), ==, "First");
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "present",
                                      g_variant_new_boolean (TRUE));
  leio_test_ui_settle ();
  g_assert_nonnull (leio_test_ui_find_label (fixture->window, "Case 1 of 3: First"));
  activate (fixture, "next-case");
  g_assert_nonnull (leio_test_ui_find_label (fixture->window, "Case 3 of 3: Third"));
}

static void
test_back_to_list (Fixture *fixture, gconstpointer data)
{
  add_three (fixture);
  open_agenda (fixture, NULL);
  choose (fixture, 2);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (get_page (fixture))));
  activate (fixture, "show-agenda");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (get_page (fixture))));
  g_assert_cmpuint (leio_agenda_page_get_selected (get_page (fixture)), ==, 2);
  activate (fixture, "leave-agenda");
  g_assert_cmpstr (get_label (fixture), ==, "Third");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (get_page (fixture))));
}

/* A case that cannot be opened leaves the list where it is. */
static void
test_broken_chosen (Fixture *fixture, gconstpointer data)
{
  add_three (fixture);
  open_agenda (fixture, NULL);
  choose (fixture, 1);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (get_page (fixture))));
  g_assert_nonnull (leio_test_ui_find_label (fixture->window, "“2.leio” could not be opened"));
}

/* Moving on asks before changes of the case are lost. */
static void
test_unsaved (Fixture *fixture, gconstpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n_before;

  add_three (fixture);
  open_agenda (fixture, NULL);
  choose (fixture, 0);
  n_before = g_list_model_get_n_items (windows);
  leio_test_ui_answer (leio_window_get_session (LEIO_WINDOW (fixture->window)), "site", "limb");
  activate (fixture, "next-case");
  g_assert_cmpstr (get_label (fixture), ==, "First");
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, n_before + 1);
}

static void
test_reorder (Fixture *fixture, gconstpointer data)
{
  add_three (fixture);
  open_agenda (fixture, NULL);
  leio_agenda_page_select (get_page (fixture), 2);
  gtk_widget_activate_action (GTK_WIDGET (get_page (fixture)), "agenda.move-up", NULL);
  assert_order (fixture, "First Third 2");
  gtk_widget_activate_action (GTK_WIDGET (get_page (fixture)), "agenda.move-up", NULL);
  assert_order (fixture, "Third First 2");
  g_assert_cmpuint (leio_agenda_page_get_selected (get_page (fixture)), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (get_page (fixture)), "agenda.move", "(uu)", 0, 2);
  assert_order (fixture, "First 2 Third");
  g_assert_nonnull (leio_test_ui_find_text (fixture->window, "Not saved"));
}

/* Alt+Down belongs to the list while it is seen, and to the questions otherwise. */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  GActionGroup *actions = G_ACTION_GROUP (fixture->window);

  add_three (fixture);
  open_agenda (fixture, NULL);
  g_assert_false (g_action_group_get_action_enabled (actions, "next-open"));
  choose (fixture, 0);
  g_assert_true (g_action_group_get_action_enabled (actions, "next-open"));
}

static gboolean
is_order_written (const Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->path, "board.leio-agenda", NULL);
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL)
         && strstr (text, "[\"3.leio\", \"1.leio\"]") != NULL
         && strstr (text, "\"chair\": \"A\"") != NULL
         && leio_test_ui_find_text (fixture->window, "Not saved") == NULL;
}

static void
test_order_is_kept (Fixture *fixture, gconstpointer data)
{
  add_three (fixture);
  put (fixture, "board.leio-agenda",
       "{\"format\": \"leio-agenda\", \"cases\": [\"1.leio\", \"3.leio\"], \"chair\": \"A\"}");
  open_agenda (fixture, "board.leio-agenda");
  gtk_widget_activate_action (GTK_WIDGET (get_page (fixture)), "agenda.move-down", NULL);
  wait_for (fixture, is_order_written);
}

static gboolean
are_names_written (const Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->path, "board.leio-agenda", NULL);
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL)
         && strstr (text, "\"title\": \"Board 13\"") != NULL
         && strstr (text, "\"date\": \"2026-12-02\"") != NULL;
}

/* The title is that of the window at once; what is no day is told, and the one before stays. */
static void
test_title_and_date (Fixture *fixture, gconstpointer data)
{
  GtkEditable *title, *date;

  add_three (fixture);
  put (fixture, "board.leio-agenda",
       "{\"format\": \"leio-agenda\", \"title\": \"Board 12\", \"cases\": [\"1.leio\"]}");
  open_agenda (fixture, "board.leio-agenda");
  title = GTK_EDITABLE (leio_test_ui_find (GTK_WIDGET (get_page (fixture)), GTK_TYPE_ENTRY, 0));
  date = GTK_EDITABLE (leio_test_ui_find (GTK_WIDGET (get_page (fixture)), GTK_TYPE_ENTRY, 1));
  g_assert_cmpstr (gtk_editable_get_text (title), ==, "Board 12");
  gtk_editable_delete_text (title, 7, 8);
  gtk_editable_insert_text (title, "3", 1, &(int){ 7 });
  g_assert_nonnull (leio_test_ui_find_label (
      gtk_window_get_titlebar (GTK_WINDOW (fixture->window)), "Board 13"));

  gtk_editable_set_text (date, "2026-12-02");
  gtk_editable_delete_text (date, 9, 10);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (date), "error"));
  wait_for (fixture, are_names_written);
}

static gboolean
is_closed (const Fixture *fixture)
{
  return !gtk_widget_get_mapped (fixture->window);
}

static gboolean
is_conflict_asked (const Fixture *fixture)
{
  return g_list_model_get_n_items (gtk_window_get_toplevels ()) > 1;
}

/* Another program changed the agenda meanwhile: its text stays until a person decides. */
static void
test_conflict (Fixture *fixture, gconstpointer data)
{
  const char *other = "{\"format\": \"leio-agenda\", \"title\": \"Other\", \"cases\": []}";
  g_autofree char *path = g_build_filename (fixture->path, "board.leio-agenda", NULL);
  g_autofree char *text = NULL;

  add_three (fixture);
  put (fixture, "board.leio-agenda",
       "{\"format\": \"leio-agenda\", \"cases\": [\"1.leio\", \"3.leio\"]}");
  open_agenda (fixture, "board.leio-agenda");
  put (fixture, "board.leio-agenda", other);
  gtk_widget_activate_action (GTK_WIDGET (get_page (fixture)), "agenda.move-down", NULL);
  wait_for (fixture, is_conflict_asked);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, other);
}

/* Closing at once saves the order first. */
static void
test_close (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->path, "board.leio-agenda", NULL);
  g_autofree char *text = NULL;

  add_three (fixture);
  put (fixture, "board.leio-agenda",
       "{\"format\": \"leio-agenda\", \"cases\": [\"1.leio\", \"3.leio\"]}");
  open_agenda (fixture, "board.leio-agenda");
  gtk_widget_activate_action (GTK_WIDGET (get_page (fixture)), "agenda.move-down", NULL);
  g_object_ref (fixture->window);
  gtk_window_close (GTK_WINDOW (fixture->window));
  wait_for (fixture, is_closed);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "[\"3.leio\", \"1.leio\"]"));
}

/* The order of a folder without an agenda file does not get lost unasked. */
static void
test_close_folder (Fixture *fixture, gconstpointer data)
{
  add_three (fixture);
  open_agenda (fixture, NULL);
  gtk_widget_activate_action (GTK_WIDGET (get_page (fixture)), "agenda.move-down", NULL);
  gtk_window_close (GTK_WINDOW (fixture->window));
  leio_test_ui_settle ();
  g_assert_true (is_conflict_asked (fixture));
  g_assert_true (gtk_widget_get_mapped (fixture->window));
}

static gboolean
is_error_told (const Fixture *fixture)
{
  return leio_test_ui_find_label (fixture->window, "could not be opened as an agenda") != NULL;
}

static void
test_bad_agenda (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_build_filename (fixture->path, "x.leio-agenda", NULL);

  put (fixture, "x.leio-agenda", "{\"format\": \"leio-agenda\", \"cases\": [7]}");
  leio_window_open (LEIO_WINDOW (fixture->window), file);
  wait_for (fixture, is_error_told);
  g_assert_nonnull (
      leio_test_ui_find_label (fixture->window, "cases: 1: found the number 7, expected a text"));
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->path, "2.leio", NULL);

  add_three (fixture);
  open_agenda (fixture, NULL);
  leio_agenda_page_select (get_page (fixture), 1);
  gtk_widget_activate_action (GTK_WIDGET (get_page (fixture)), "agenda.remove", NULL);
  assert_order (fixture, "First Third");
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_nonnull (leio_test_ui_find_text (fixture->window, "2 cases"));
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  open_agenda (fixture, NULL);
  g_assert_nonnull (leio_test_ui_find_text (fixture->window, "There is no case on this agenda"));
}

/* The labels of 500 cases are there within a second, though the machine is busy. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->path);
  double listed;

  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *name = g_strdup_printf ("case %u.leio", i);

      put (fixture, name, CASE ("Label"));
    }
  g_test_timer_start ();
  leio_window_open (LEIO_WINDOW (fixture->window), folder);
  wait_for (fixture, is_listed);
  g_assert_cmpuint (g_list_model_get_n_items (get_cases (fixture)), ==, MANY);
  listed = g_test_timer_elapsed ();
  wait_for (fixture, is_read);
  g_test_message ("listed in %.0f ms, read in %.0f ms", listed * 1000,
                  g_test_timer_elapsed () * 1000);
  g_assert_cmpfloat (listed, <, 1);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  leio_style_register_resources ();
#define ADD(path, function)                                                                        \
  g_test_add ("/ui/agenda/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("rows", test_rows);
  ADD ("names", test_names);
  ADD ("steps", test_steps);
  ADD ("presentation", test_presentation);
  ADD ("back-to-list", test_back_to_list);
  ADD ("broken-chosen", test_broken_chosen);
  ADD ("unsaved", test_unsaved);
  ADD ("reorder", test_reorder);
  ADD ("keys", test_keys);
  ADD ("order-is-kept", test_order_is_kept);
  ADD ("title-and-date", test_title_and_date);
  ADD ("conflict", test_conflict);
  ADD ("close", test_close);
  ADD ("close-folder", test_close_folder);
  ADD ("bad-agenda", test_bad_agenda);
  ADD ("remove", test_remove);
  ADD ("empty", test_empty);
  ADD ("many", test_many);
#undef ADD
  return g_test_run ();
}
