/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The questions to take along: what a person does to them is kept in the case, is
 * undone like an answer, and never loses the focus or a text that is being typed.
 */
#include "config.h"

#include "leio-ask-page.h"
#include "leio-ask-row.h"
#include "leio-ask-tools.h"
#include "leio-report-kinds.h"
#include "leio-settings.h"
#include "leio-style.h"
#include "leio-test-advice.h"
#include "leio-test-ui.h"
#include "leio-window-private.h"

typedef struct
{
  LeioWindow *window;
  LeioSession *session;
  GtkWidget *page;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = leio_settings_new ();

  g_settings_set_enum (settings, "reading", 2);
  leio_test_ui_remember_limits (TRUE);
  fixture->window = LEIO_WINDOW (leio_window_new (NULL));
  leio_window_set_engine (fixture->window, leio_test_ui_get_shipped_engine ());
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->session = leio_window_get_session (fixture->window);
  leio_test_ui_answer (fixture->session, "site", "uterus");
  leio_test_ui_answer (fixture->session, "metastasis", "none");
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "take-along", NULL);
  leio_test_ui_settle ();
  fixture->page = leio_test_ui_find (GTK_WIDGET (fixture->window), LEIO_TYPE_ASK_PAGE, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  leio_test_ui_settle ();
}

static LeioAskRow *
get_row (Fixture *fixture, guint place)
{
  return LEIO_ASK_ROW (leio_test_ui_find (fixture->page, LEIO_TYPE_ASK_ROW, place));
}

static guint
count_rows (Fixture *fixture)
{
  guint n_rows = 0;

  while (leio_test_ui_find (fixture->page, LEIO_TYPE_ASK_ROW, n_rows) != NULL)
    n_rows++;
  return n_rows;
}

static GtkWidget *
find_row (Fixture *fixture, const char *text)
{
  GtkWidget *label = leio_test_ui_find_label (fixture->page, text);

  return label != NULL ? gtk_widget_get_ancestor (label, LEIO_TYPE_ASK_ROW) : NULL;
}

static const LeioVisitQuestion *
find_kept (Fixture *fixture, const char *id)
{
  return leio_visit_find (leio_session_get_case (fixture->session)->visit, id);
}

/* The button under @root with this name. */
static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  GtkWidget *button;

  for (guint i = 0; (button = leio_test_ui_find (root, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0
        || g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (button)), label) == 0)
      return button;
  g_assert_not_reached ();
}

static void
click (GtkWidget *root, const char *label)
{
  GtkWidget *button = find_button (root, label);

  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  leio_test_ui_settle ();
}

static void
open_row (LeioAskRow *row)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (row), "ask.open", NULL));
  leio_test_ui_settle ();
}

static void
add_own (Fixture *fixture, const char *text)
{
  GtkWidget *entry = leio_test_ui_find (fixture->page, GTK_TYPE_ENTRY, 0);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
  leio_test_ui_settle ();
}

static gboolean
has_focus_within (Fixture *fixture, gpointer widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* What the case leaves open or disputed is asked, with the reason; the keyboard is on the first. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  GtkWidget *first = GTK_WIDGET (get_row (fixture, 0));

  g_assert_cmpuint (count_rows (fixture), >, 8);
  g_assert_nonnull (leio_test_ui_find_text (fixture->page, "What is still open"));
  g_assert_true (gtk_widget_has_focus (first));
  gtk_test_accessible_assert_role (first, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_state (first, GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  g_assert_null (leio_test_ui_find (fixture->page, LEIO_TYPE_ASK_TOOLS, 0));
}

/* An answer changes the list, and so does what matters. */
static void
test_follows_case (Fixture *fixture, gconstpointer data)
{
  LeioVisit *visit = leio_visit_edit_begin (fixture->session);

  g_assert_null (find_row (fixture, "How many nights in hospital"));
  leio_visit_set_matter (visit, "hospital", TRUE);
  leio_visit_edit_end (fixture->session, visit, NULL);
  leio_test_ui_settle ();
  g_assert_nonnull (find_row (fixture, "How many nights in hospital"));
  g_assert_nonnull (leio_test_ui_find_text (fixture->page, "Avoiding hospital"));

  leio_session_reset (fixture->session);
  leio_test_ui_settle ();
  g_assert_null (find_row (fixture, "How many nights in hospital"));
}

static void
test_own (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = leio_test_ui_find (fixture->page, GTK_TYPE_ENTRY, 0);
  guint n_rows = count_rows (fixture);

  add_own (fixture, "   ");
  g_assert_cmpuint (count_rows (fixture), ==, n_rows);
  add_own (fixture, "May I drive?");
  g_assert_cmpuint (count_rows (fixture), ==, n_rows + 1);
  g_assert_cmpstr (find_kept (fixture, "own/1")->text, ==, "May I drive?");
  g_assert_nonnull (find_row (fixture, "1. May I drive?"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_true (has_focus_within (fixture, entry));

  leio_session_undo (fixture->session);
  g_assert_null (find_row (fixture, "May I drive?"));
}

/* Only one row is open; a click on it again closes it, and the keyboard stays with it. */
static void
test_one_open (Fixture *fixture, gconstpointer data)
{
  LeioAskRow *first = get_row (fixture, 0), *second = get_row (fixture, 1);

  open_row (first);
  g_assert_true (has_focus_within (fixture, first));
  gtk_test_accessible_assert_state (GTK_WIDGET (first), GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  open_row (second);
  g_assert_false (leio_ask_row_get_open (first));
  g_assert_true (leio_ask_row_get_open (second));
  open_row (second);
  g_assert_null (leio_test_ui_find (fixture->page, LEIO_TYPE_ASK_TOOLS, 0));
  g_assert_true (has_focus_within (fixture, second));
}

/* A question is asked in one's own words; an empty one is not taken, and there is a way back. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  LeioAskRow *row = get_row (fixture, 0);
  const char *id = leio_ask_row_get_id (row);
  GtkEditable *entry;

  open_row (row);
  entry = GTK_EDITABLE (leio_test_ui_find (GTK_WIDGET (row), GTK_TYPE_ENTRY, 0));
  g_assert_false (gtk_widget_get_visible (find_button (GTK_WIDGET (row), "As Leio Words It")));
  gtk_editable_set_text (entry, "In my words?");
  g_assert_cmpstr (find_kept (fixture, id)->text, ==, "In my words?");
  g_assert_nonnull (find_row (fixture, "1. In my words?"));

  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_set_text (entry, "");
  g_assert_cmpstr (find_kept (fixture, id)->text, ==, "In my words?");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  click (GTK_WIDGET (row), "As Leio Words It");
  g_assert_null (find_kept (fixture, id));
  g_assert_null (find_row (fixture, "In my words?"));
}

static void
type (GtkTextView *view, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_end_user_action (buffer);
  leio_test_ui_settle ();
}

/* The room for the answer. It stands below the question, and in what is printed. */
static void
test_answer (Fixture *fixture, gconstpointer data)
{
  LeioAskRow *row = get_row (fixture, 0);
  const char *id = leio_ask_row_get_id (row);
  g_autoptr (LeioReport) report = NULL;
  g_autofree char *text = NULL;
  GtkTextView *view;

  open_row (row);
  view = GTK_TEXT_VIEW (leio_test_ui_find (GTK_WIDGET (row), GTK_TYPE_TEXT_VIEW, 0));
  type (view, "Not for\ntwo weeks.");
  g_assert_cmpstr (find_kept (fixture, id)->answer, ==, "Not for\ntwo weeks.");
  g_assert_nonnull (leio_test_ui_find_text (GTK_WIDGET (row), "Answer: Not for\ntwo weeks."));
  report = leio_window_create_report (fixture->window, LEIO_REPORT_QUESTIONS);
  text = leio_report_to_text (report, FALSE);
  g_assert_nonnull (strstr (text, "Not for"));

  leio_session_undo (fixture->session);
  leio_test_ui_settle ();
  g_assert_null (leio_test_ui_find_text (GTK_WIDGET (row), "Answer:"));
  g_assert_cmpint (gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (view)), ==, 0);
}

/* A question moves with its tools and the focus; from the top of its group to those asked first. */
static void
test_move (Fixture *fixture, gconstpointer data)
{
  LeioAskRow *row = get_row (fixture, 1);
  GtkWidget *down;

  open_row (row);
  down = find_button (GTK_WIDGET (row), "go-down-symbolic");
  gtk_widget_grab_focus (down);
  while (leio_ask_row_get_number (row) > 1
         || gtk_widget_get_sensitive (find_button (GTK_WIDGET (row), "go-up-symbolic")))
    click (GTK_WIDGET (row), "go-up-symbolic");
  g_assert_true (get_row (fixture, 0) == row);
  g_assert_cmpuint (leio_ask_row_get_number (row), ==, 1);
  g_assert_nonnull (leio_test_ui_find_text (fixture->page, "Ask these first"));
  g_assert_true (gtk_widget_has_focus (down));
  g_assert_false (gtk_widget_get_sensitive (find_button (GTK_WIDGET (row), "go-up-symbolic")));
}

/* Where there is little room, too, the question that is moved is seen. */
static void
test_move_in_sight (Fixture *fixture, gconstpointer data)
{
  LeioAskRow *row;
  graphene_rect_t bounds;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 500);
  leio_test_wait (10);
  row = get_row (fixture, 0);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  for (guint i = 0; i < 6; i++)
    {
      leio_visit_edit_move (fixture->session, leio_ask_row_get_id (row), 1);
      leio_test_wait (10);
    }
  g_assert_cmpuint (leio_ask_row_get_number (row), >, 4);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (row), fixture->page, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=,
                     gtk_widget_get_height (fixture->page) + 1);
}

/* The button that goes grey under the keyboard hands it on. */
static void
test_move_to_the_end (Fixture *fixture, gconstpointer data)
{
  LeioAskRow *row = get_row (fixture, 1);
  GtkWidget *up;

  open_row (row);
  up = find_button (GTK_WIDGET (row), "go-up-symbolic");
  gtk_widget_grab_focus (up);
  g_assert_true (gtk_widget_get_sensitive (up));
  while (gtk_widget_get_sensitive (up))
    click (GTK_WIDGET (row), "go-up-symbolic");
  g_assert_true (gtk_widget_has_focus (find_button (GTK_WIDGET (row), "go-down-symbolic")));
}

static void
set_expanded (Fixture *fixture, guint nth)
{
  gtk_expander_set_expanded (
      GTK_EXPANDER (leio_test_ui_find (fixture->page, GTK_TYPE_EXPANDER, nth)), TRUE);
  leio_test_ui_settle ();
}

/* What is taken out can be put back; the keyboard goes to the next question. */
static void
test_take_out (Fixture *fixture, gconstpointer data)
{
  LeioAskRow *row = get_row (fixture, 0);
  LeioAskRow *next = get_row (fixture, 1);
  g_autofree char *id = g_strdup (leio_ask_row_get_id (row));
  guint n_rows = count_rows (fixture);

  open_row (row);
  click (GTK_WIDGET (row), "Take Out");
  g_assert_cmpuint (count_rows (fixture), ==, n_rows - 1);
  g_assert_true (find_kept (fixture, id)->removed);
  g_assert_true (has_focus_within (fixture, next));
  g_assert_nonnull (leio_test_ui_find_label (fixture->page, "1 question taken out"));

  set_expanded (fixture, 1);
  click (fixture->page, "Put Back");
  g_assert_null (find_kept (fixture, id));
  g_assert_cmpuint (count_rows (fixture), ==, n_rows);
  g_assert_cmpstr (leio_ask_row_get_id (get_row (fixture, 0)), ==, id);
}

/* What fits only in some ways the open answers can turn out waits below. */
static void
test_more (Fixture *fixture, gconstpointer data)
{
  GtkWidget *expander = leio_test_ui_find (fixture->page, GTK_TYPE_EXPANDER, 0);
  guint n_rows = count_rows (fixture);

  g_assert_true (gtk_widget_get_visible (expander));
  set_expanded (fixture, 0);
  click (expander, "Add");
  g_assert_cmpuint (count_rows (fixture), ==, n_rows + 1);
  leio_session_undo (fixture->session);
  g_assert_cmpuint (count_rows (fixture), ==, n_rows);
}

/* Alt+Up and Alt+Down are those of the list while it is seen. */
static void
test_keys_are_free (Fixture *fixture, gconstpointer data)
{
  GActionGroup *actions = G_ACTION_GROUP (fixture->window);

  g_assert_false (g_action_group_get_action_enabled (actions, "next-open"));
  g_action_group_activate_action (actions, "home", NULL);
  g_assert_true (g_action_group_get_action_enabled (actions, "next-open"));
  g_action_group_activate_action (actions, "take-along", NULL);
  g_assert_false (g_action_group_get_action_enabled (actions, "next-open"));
  g_action_group_activate_action (actions, "leave-home", NULL);
  g_assert_true (g_action_group_get_action_enabled (actions, "next-open"));
}

/* A sheet of clinicians is read and printed, not changed. */
static void
test_sheet (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("leio-sheet-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sheet.leio", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  leio_session_set_plain (fixture->session, FALSE);
  g_assert_true (leio_test_ui_save (fixture->session, file, FALSE, NULL));
  open_row (get_row (fixture, 0));
  leio_session_set_plain (fixture->session, TRUE);
  leio_test_ui_settle ();
  g_assert_true (leio_session_get_locked (fixture->session));
  g_assert_nonnull (leio_test_ui_find_text (fixture->page, "This case is only to read here."));
  g_assert_cmpuint (count_rows (fixture), >, 8);
  g_assert_null (leio_test_ui_find (fixture->page, LEIO_TYPE_ASK_TOOLS, 0));
  gtk_widget_activate_action (GTK_WIDGET (get_row (fixture, 0)), "ask.open", NULL);
  g_assert_null (leio_test_ui_find (fixture->page, LEIO_TYPE_ASK_TOOLS, 0));
  g_assert_false (gtk_widget_get_mapped (leio_test_ui_find (fixture->page, GTK_TYPE_ENTRY, 0)));
  g_assert_false (
      gtk_widget_get_mapped (leio_test_ui_find (fixture->page, GTK_TYPE_EXPANDER, 0)));
  g_assert_true (gtk_widget_is_sensitive (find_button (fixture->page, "_Print the Questions…")));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_summary ("The questions to take along, and what a person does to them");
  gtk_init ();
  leio_style_register_resources ();
  leio_style_load (gdk_display_get_default ());

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/ui/take-along/list", test_list);
  ADD ("/ui/take-along/follows-case", test_follows_case);
  ADD ("/ui/take-along/own", test_own);
  ADD ("/ui/take-along/one-open", test_one_open);
  ADD ("/ui/take-along/words", test_words);
  ADD ("/ui/take-along/answer", test_answer);
  ADD ("/ui/take-along/move", test_move);
  ADD ("/ui/take-along/move-in-sight", test_move_in_sight);
  ADD ("/ui/take-along/move-to-the-end", test_move_to_the_end);
  ADD ("/ui/take-along/take-out", test_take_out);
  ADD ("/ui/take-along/more", test_more);
  ADD ("/ui/take-along/keys-are-free", test_keys_are_free);
  ADD ("/ui/take-along/sheet", test_sheet);
#undef ADD

  return g_test_run ();
}
