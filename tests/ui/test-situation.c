/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A reader at home learns what the program cannot tell before it asks about his
 * situation; and what clinicians saved he reads without changing it.
 */
#include "config.h"

#include "leio-decision-edit.h"
#include "leio-option-button.h"
#include "leio-settings.h"
#include "leio-sheet-page.h"
#include "leio-style.h"
#include "leio-test-ui.h"
#include "leio-window-private.h"

static LeioWindow *
open_window (GFile *file)
{
  GtkWidget *window = leio_window_new (NULL);

  leio_window_set_engine (LEIO_WINDOW (window), leio_test_ui_get_shipped_engine ());
  gtk_window_present (GTK_WINDOW (window));
  if (file != NULL)
    leio_window_open (LEIO_WINDOW (window), file);
  leio_test_ui_settle ();
  return LEIO_WINDOW (window);
}

static void
close_window (LeioWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  leio_test_ui_settle ();
}

/* What this reader did before: 2 is the reading of home. */
static void
remember (int reading, gboolean limits_read)
{
  g_autoptr (GSettings) settings = leio_settings_new ();

  g_settings_set_enum (settings, "reading", reading);
  leio_test_ui_remember_limits (limits_read);
}

static void
activate (LeioWindow *window, const char *action, const char *parameter)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), action,
                                  parameter != NULL ? g_variant_new_string (parameter) : NULL);
  leio_test_ui_settle ();
}

static gboolean
is_enabled (LeioWindow *window, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), action);
}

static gboolean
sees_situation (LeioWindow *window)
{
  return gtk_widget_get_mapped (GTK_WIDGET (window->bin));
}

static gboolean
sees (GtkWidget *root, const char *text)
{
  GtkWidget *label = leio_test_ui_find_label (root, text);

  return label != NULL && gtk_widget_get_mapped (label);
}

/* (nullable): the button under @root with this label. */
static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  GtkWidget *button;

  for (guint i = 0; (button = leio_test_ui_find (root, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
      return button;
  return NULL;
}

static void
click (LeioWindow *window, const char *label)
{
  GtkWidget *button = find_button (GTK_WIDGET (window), label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  leio_test_ui_settle ();
}

/* (transfer full): a file with the case of clinicians, who declined one treatment. */
static GFile *
new_sheet (const char *name)
{
  g_autofree char *folder = g_dir_make_tmp ("leio-sheet-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  GFile *file = g_file_new_for_path (path);
  g_autoptr (LeioSession) session = leio_session_new (leio_test_ui_get_shipped_engine ());
  g_autoptr (GError) error = NULL;
  guint forecast = leio_test_ui_question (session, "sarculator_os10");
  const LeioAnswer number = { .state = LEIO_ANSWER_GIVEN, .number = 48 };

  leio_test_ui_answer (session, "site", "limb");
  leio_test_ui_answer (session, "metastasis", "none");
  leio_test_ui_answer (session, "episode", "primary");
  leio_session_set_answer (session, forecast, &number);
  leio_session_set_notes (session, "OS poor, discuss BSC");
  leio_decision_edit_verdict (session, "limb_sparing_resection", LEIO_VERDICT_CHOSEN);
  g_assert_true (leio_test_ui_save (session, file, FALSE, &error));
  g_assert_no_error (error);
  return file;
}

static void
test_limits_first (void)
{
  LeioWindow *window;

  remember (2, FALSE);
  window = open_window (NULL);
  g_assert_true (leio_window_is_at_home (window));
  g_assert_false (sees (GTK_WIDGET (window), "It cannot examine you"));
  activate (window, "leave-home", NULL);
  g_assert_false (sees_situation (window));
  g_assert_true (sees (GTK_WIDGET (window), "It cannot examine you"));

  click (window, "Back to _Reading");
  g_assert_false (sees (GTK_WIDGET (window), "It cannot examine you"));
  g_assert_false (sees_situation (window));
  activate (window, "leave-home", NULL);
  click (window, "I Have Read This: _Go On");
  g_assert_true (sees_situation (window));
  close_window (window);
}

/* He said once that he has read it: in the next window he is not asked again. */
static void
test_limits_remembered (void)
{
  LeioWindow *window;

  remember (2, TRUE);
  window = open_window (NULL);
  activate (window, "leave-home", NULL);
  g_assert_true (sees_situation (window));
  close_window (window);
}

/* No other way leads around the page: not a file, not the reading, not a view, not an example. */
static void
test_limits_on_every_way (void)
{
  g_autoptr (GFile) file = new_sheet ("case.leio");
  g_autoptr (GFile) example = g_file_new_for_uri (
      "resource:///io/github/leio_app/Leio/examples/uterus-confined.leio");
  LeioWindow *window;

  remember (2, FALSE);
  window = open_window (file);
  g_assert_false (sees_situation (window));
  activate (window, "show-treatment", "limb_sparing_resection");
  g_assert_false (sees_situation (window));
  activate (window, "page", "pathway");
  g_assert_false (sees_situation (window));
  activate (window, "start", NULL);
  leio_window_ask_first (window, LEIO_THEN_EXAMPLE, example);
  leio_test_ui_settle ();
  g_assert_false (sees_situation (window));
  activate (window, "reading", "clinician");
  activate (window, "leave-home", NULL);
  g_assert_true (sees_situation (window));
  activate (window, "reading", "home");
  g_assert_false (sees_situation (window));
  close_window (window);
}

static void
assert_only_to_read (LeioWindow *window)
{
  LeioSession *session = leio_window_get_session (window);
  static const char *const actions[] = { "save", "save-as", "undo", "redo", "paste-case" };
  const char *label = leio_session_get_label (session);

  g_assert_true (leio_session_get_locked (session));
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    g_assert_false (is_enabled (window, actions[i]));
  leio_test_ui_answer (session, "site", "uterus");
  leio_session_set_label (session, "Another");
  g_assert_cmpstr (leio_session_get_label (session), ==, label);
  g_assert_false (leio_session_get_dirty (session));
}

static void
test_sheet (void)
{
  g_autoptr (GFile) file = new_sheet ("case.leio");
  LeioWindow *window;
  GtkWidget *sheet;
  const char *const why = "This case is only to read here. Make a copy of your own to change it.";

  remember (2, TRUE);
  window = open_window (file);
  assert_only_to_read (window);
  sheet = leio_test_ui_find (GTK_WIDGET (window), LEIO_TYPE_SHEET_PAGE, 0);
  g_assert_nonnull (sheet);
  g_assert_true (gtk_widget_get_mapped (sheet));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (window->questions)));
  g_assert_nonnull (leio_test_ui_find_label (sheet, "Where did the tumour start?"));
  g_assert_nonnull (leio_test_ui_find_label (sheet, "Arm or leg"));
  g_assert_nonnull (leio_test_ui_find_text (window->sheet_bar, "Clinicians saved this case."));
  g_assert_true (gtk_widget_get_mapped (window->sheet_bar));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (GTK_WIDGET (window->save_button)), ==, why);
  gtk_test_accessible_assert_property (window->save_button, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       why);
  close_window (window);
}

/* A forecast and the notes of specialists are not thrown at him who opens the sheet. */
static void
test_sheet_spares (void)
{
  g_autoptr (GFile) file = new_sheet ("case.leio");
  LeioWindow *window;
  GtkWidget *sheet;

  remember (2, TRUE);
  window = open_window (file);
  sheet = leio_test_ui_find (GTK_WIDGET (window), LEIO_TYPE_SHEET_PAGE, 0);
  g_assert_null (leio_test_ui_find_label (sheet, "48"));
  g_assert_null (leio_test_ui_find_label (GTK_WIDGET (window), "BSC"));
  click (window, "Show the number");
  g_assert_nonnull (leio_test_ui_find_label (sheet, "48"));
  g_assert_nonnull (leio_test_ui_find_label (sheet, "Ask your team what it means for you"));
  close_window (window);
}

/* What the board decided is told in plain words, from the bar. */
static void
test_sheet_decision (void)
{
  g_autoptr (GFile) file = new_sheet ("case.leio");
  LeioWindow *window;

  remember (2, TRUE);
  window = open_window (file);
  g_assert_true (gtk_widget_get_mapped (window->sheet_decision));
  activate (window, "page", "decision");
  g_assert_nonnull (leio_test_ui_find_text (window->decision, "Operation that keeps the limb"));
  close_window (window);
}

static void
test_own_copy (void)
{
  g_autoptr (GFile) file = new_sheet ("case.leio");
  LeioWindow *window;
  LeioSession *session;

  remember (2, TRUE);
  window = open_window (file);
  session = leio_window_get_session (window);
  activate (window, "own-copy", NULL);
  g_assert_false (leio_session_get_locked (session));
  g_assert_null (leio_session_get_file (session));
  g_assert_true (leio_session_get_dirty (session));
  g_assert_null (leio_session_get_case (session)->decision);
  g_assert_cmpstr (leio_session_get_notes (session), ==, "");
  g_assert_true (is_enabled (window, "save"));
  g_assert_false (is_enabled (window, "own-copy"));
  g_assert_false (gtk_widget_get_mapped (window->sheet_bar));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window->questions)));
  g_assert_null (gtk_widget_get_tooltip_text (GTK_WIDGET (window->save_button)));
  leio_test_ui_answer (session, "site", "uterus");
  g_assert_true (leio_session_get_can_undo (session));
  close_window (window);
}

/* What matters in a sheet of clinicians is read, and chosen in a copy. */
static void
test_sheet_matters (void)
{
  g_autoptr (GFile) file = new_sheet ("case.leio");
  LeioWindow *window;
  GtkWidget *choice;

  remember (2, TRUE);
  window = open_window (file);
  activate (window, "matters", NULL);
  g_assert_true (leio_window_is_at_home (window));
  g_assert_true (sees (window->home, "This case is only to read here."));
  choice = leio_test_ui_find (window->home, LEIO_TYPE_OPTION_BUTTON, 0);
  g_assert_false (gtk_widget_is_sensitive (choice));

  activate (window, "own-copy", NULL);
  activate (window, "matters", NULL);
  g_assert_false (sees (window->home, "This case is only to read here."));
  g_assert_true (gtk_widget_is_sensitive (choice));
  g_assert_true (gtk_widget_has_focus (choice));
  close_window (window);
}

/* Whose sheet it is the file says; the clinician's own reading changes it as ever. */
static void
test_whose_sheet (void)
{
  g_autoptr (GFile) file = new_sheet ("case.leio");
  g_autoptr (LeioSession) session = leio_session_new (leio_test_ui_get_shipped_engine ());

  g_assert_true (leio_session_load (session, file, NULL));
  g_assert_false (leio_session_get_locked (session));
  leio_session_set_plain (session, TRUE);
  g_assert_true (leio_session_get_locked (session));
  leio_session_set_plain (session, FALSE);
  leio_session_set_label (session, "Changed");
  leio_session_set_plain (session, TRUE);
  g_assert_false (leio_session_get_locked (session));

  g_assert_true (leio_test_ui_save (session, file, FALSE, NULL));
  g_assert_false (leio_session_get_locked (session));
  g_assert_true (leio_session_load (session, file, NULL));
  g_assert_false (leio_session_get_locked (session));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_summary ("What comes before the questions, and a sheet that is only to read");
  gtk_init ();
  leio_style_register_resources ();
  leio_style_load (gdk_display_get_default ());

  g_test_add_func ("/ui/situation/limits-first", test_limits_first);
  g_test_add_func ("/ui/situation/limits-remembered", test_limits_remembered);
  g_test_add_func ("/ui/situation/limits-on-every-way", test_limits_on_every_way);
  g_test_add_func ("/ui/situation/sheet", test_sheet);
  g_test_add_func ("/ui/situation/sheet-spares", test_sheet_spares);
  g_test_add_func ("/ui/situation/sheet-decision", test_sheet_decision);
  g_test_add_func ("/ui/situation/own-copy", test_own_copy);
  g_test_add_func ("/ui/situation/sheet-matters", test_sheet_matters);
  g_test_add_func ("/ui/situation/whose-sheet", test_whose_sheet);

  return g_test_run ();
}
