/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>
#include <utime.h>

#include "leio-adaptive-bin.h"
#include "leio-end-layout.h"
#include "leio-error.h"
#include "leio-fault-window.h"
#include "leio-knowledge-window.h"
#include "leio-notice.h"
#include "leio-option-button.h"
#include "leio-question-page.h"
#include "leio-question-row.h"
#include "leio-settings.h"
#include "leio-style.h"
#include "leio-test-folder.h"
#include "leio-test-ui.h"
#include "leio-window-private.h"
#include "leio-window.h"
#include "leio-wrap-layout.h"

/* Whose words were chosen last: an enum of the schema, 0 for nobody's. */
static void
choose_reading (int reading)
{
  g_autoptr (GSettings) settings = leio_settings_new ();

  if (settings != NULL)
    g_settings_set_enum (settings, "reading", reading);
}

static LeioWindow *
open_window (void)
{
  GtkWidget *window = leio_window_new (NULL);

  leio_window_set_engine (LEIO_WINDOW (window), leio_test_ui_get_engine ());
  gtk_window_present (GTK_WINDOW (window));
  leio_test_ui_settle ();
  return LEIO_WINDOW (window);
}

/* Closes the bars on top, one after the other. */
static guint
close_notices (LeioWindow *window)
{
  GtkWidget *bar;
  guint n_closed = 0;

  while ((bar = leio_test_ui_find (GTK_WIDGET (window), LEIO_TYPE_NOTICE, 0)) != NULL)
    {
      leio_notice_close (LEIO_NOTICE (bar));
      n_closed++;
    }
  return n_closed;
}

static void
close_window (LeioWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  leio_test_ui_settle ();
}

static void
activate (LeioWindow *window, const char *action, GVariant *parameter)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), action, parameter);
  leio_test_ui_settle ();
}

static LeioQuestionRow *
find_row (LeioWindow *window, const char *id)
{
  GtkWidget *page = leio_test_ui_find (GTK_WIDGET (window), LEIO_TYPE_QUESTION_PAGE, 0);
  guint question = leio_test_ui_question (leio_window_get_session (window), id);
  LeioQuestionRow *found = NULL;
  GtkWidget *row;

  /* The last: the one before may be in the card. */
  for (guint i = 0; (row = leio_test_ui_find (page, LEIO_TYPE_QUESTION_ROW, i)) != NULL; i++)
    {
      if (leio_question_row_get_question (LEIO_QUESTION_ROW (row)) == question)
        found = LEIO_QUESTION_ROW (row);
    }
  g_assert_nonnull (found);
  return found;
}

static guint
count_windows (void)
{
  return g_list_model_get_n_items (gtk_window_get_toplevels ());
}

static void
test_makes_every_row (void)
{
  LeioWindow *window = open_window ();
  GtkWidget *page = leio_test_ui_find (GTK_WIDGET (window), LEIO_TYPE_QUESTION_PAGE, 0);

  /* Six questions, and one of them in the card. */
  g_assert_nonnull (leio_test_ui_find (page, LEIO_TYPE_QUESTION_ROW, 6));
  g_assert_null (leio_test_ui_find (page, LEIO_TYPE_QUESTION_ROW, 7));
  g_assert_nonnull (leio_test_ui_find_label (page, "Ask next"));
  close_window (window);
}

static void
test_shows_what_arises (void)
{
  LeioWindow *window = open_window ();
  LeioSession *session = leio_window_get_session (window);
  GtkWidget *grade = GTK_WIDGET (find_row (window, "grade"));

  g_assert_false (gtk_widget_get_visible (grade));
  leio_test_ui_answer (session, "site", "limb");
  g_assert_true (gtk_widget_get_visible (grade));
  leio_test_ui_answer (session, "grade", "3");
  leio_test_ui_answer (session, "site", "skin");
  g_assert_true (gtk_widget_get_visible (grade));
  g_assert_nonnull (leio_test_ui_find_label (grade, "Does not arise in this case"));
  leio_session_clear_answer (session, leio_test_ui_question (session, "grade"));
  g_assert_false (gtk_widget_get_visible (grade));
  close_window (window);
}

static void
test_progress_counts (void)
{
  LeioWindow *window = open_window ();
  LeioSession *session = leio_window_get_session (window);

  leio_test_ui_answer (session, "site", "limb");
  g_assert_nonnull (leio_test_ui_find_label (GTK_WIDGET (window), "1 answer settles"));
  leio_test_ui_answer (session, "grade", "3");
  g_assert_nonnull (leio_test_ui_find_label (GTK_WIDGET (window), "2 answers settle"));
  close_window (window);
}

static void
test_goes_to_question (void)
{
  LeioWindow *window = open_window ();
  LeioQuestionRow *row = find_row (window, "symptoms");
  GtkWidget *focus;

  activate (window, "show-question", g_variant_new_string ("symptoms"));
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (row)));

  activate (window, "show-question", g_variant_new_string ("no such question"));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == focus);
  activate (window, "show-section", g_variant_new_uint32 (0));
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (find_row (window, "site"))));
  close_window (window);
}

/* The row in the card: the first of the page. */
static LeioQuestionRow *
find_card_row (LeioWindow *window)
{
  GtkWidget *page = leio_test_ui_find (GTK_WIDGET (window), LEIO_TYPE_QUESTION_PAGE, 0);

  return LEIO_QUESTION_ROW (leio_test_ui_find (page, LEIO_TYPE_QUESTION_ROW, 0));
}

static GtkWidget *
find_go_on (LeioWindow *window)
{
  GtkWidget *label = leio_test_ui_find_label (GTK_WIDGET (window), "Go on");

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;
}

/* Answers whatever the card asks until it asks for @id. */
static void
answer_until (LeioWindow *window, const char *id)
{
  LeioSession *session = leio_window_get_session (window);
  guint wanted = leio_test_ui_question (session, id);
  LeioAnswer answer = { .state = LEIO_ANSWER_GIVEN };

  gtk_root_set_focus (GTK_ROOT (window), NULL);
  for (guint i = 0; i < 6; i++)
    {
      int next = leio_session_get_advice (session)->next_question;

      g_assert_cmpint (next, >=, 0);
      if ((guint) next == wanted)
        return;
      answer.number = 8;
      answer.set = 1;
      leio_session_set_answer (session, next, &answer);
      leio_test_ui_settle ();
    }
  g_assert_not_reached ();
}

/* A number stays in the card while it is typed: 1 must not end what is to be 12. */
static void
test_card_waits_for_a_number (void)
{
  LeioWindow *window = open_window ();
  guint size = leio_test_ui_question (leio_window_get_session (window), "size_cm");
  GtkWidget *entry;

  answer_until (window, "size_cm");
  entry = leio_test_ui_find (GTK_WIDGET (find_card_row (window)), GTK_TYPE_ENTRY, 0);
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "1");
  leio_test_ui_settle ();
  g_assert_cmpuint (leio_question_row_get_question (find_card_row (window)), ==, size);
  g_assert_nonnull (find_go_on (window));

  g_signal_emit_by_name (find_go_on (window), "clicked");
  leio_test_ui_settle ();
  g_assert_cmpuint (leio_question_row_get_question (find_card_row (window)), !=, size);
  g_assert_null (find_go_on (window));
  close_window (window);
}

static void
test_card_follows_a_choice (void)
{
  LeioWindow *window = open_window ();

  answer_until (window, "site");
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (
          leio_test_ui_find (GTK_WIDGET (find_card_row (window)), LEIO_TYPE_OPTION_BUTTON, 0)),
      TRUE);
  leio_test_ui_settle ();
  g_assert_cmpuint (leio_question_row_get_question (find_card_row (window)), !=,
                    leio_test_ui_question (leio_window_get_session (window), "site"));
  g_assert_null (find_go_on (window));
  close_window (window);
}

static void
test_title_and_undo (void)
{
  LeioWindow *window = open_window ();
  LeioSession *session = leio_window_get_session (window);

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "New case");
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "undo"));
  leio_session_set_label (session, "Board 1");
  leio_test_ui_answer (session, "site", "limb");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "• Board 1");

  activate (window, "undo", NULL);
  g_assert_cmpuint (leio_session_get_advice (session)->n_answers, ==, 0);
  activate (window, "redo", NULL);
  g_assert_cmpuint (leio_session_get_advice (session)->n_answers, ==, 1);
  close_window (window);
}

static void
test_bad_file_is_told (void)
{
  LeioWindow *window = open_window ();
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at-all.leio");

  close_notices (window);
  leio_window_open (window, file);
  g_assert_nonnull (leio_test_ui_find_label (GTK_WIDGET (window), "“at-all.leio” could not be"));
  g_assert_true (leio_session_is_pristine (leio_window_get_session (window)));

  g_assert_cmpuint (close_notices (window), ==, 1);
  close_window (window);
}

static void
test_tells_intended_use (void)
{
  const LeioKnowledge *knowledge = leio_engine_get_knowledge (leio_test_ui_get_engine ());
  g_autoptr (GSettings) settings = leio_settings_new ();
  LeioWindow *window;

  if (settings != NULL)
    g_settings_reset (settings, "intended-use-read");
  window = open_window ();
  g_assert_nonnull (leio_test_ui_find_label (GTK_WIDGET (window), knowledge->intended_use));
  close_notices (window);
  close_window (window);
  if (settings != NULL)
    g_assert_true (g_settings_get_boolean (settings, "intended-use-read"));
}

static void
test_shows_knowledge_base (void)
{
  LeioWindow *window = open_window ();
  GtkWidget *shown;

  activate (window, "knowledge", NULL);
  shown = window->knowledge_window;
  activate (window, "knowledge", NULL);
  g_assert_true (shown != NULL && shown == window->knowledge_window);

  while (leio_test_ui_find_label (shown, "Proved over all") == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_close (GTK_WINDOW (shown));
  g_assert_null (window->knowledge_window);
  close_window (window);
}

static void
test_shows_a_source (void)
{
  LeioWindow *window = open_window ();

  activate (window, "show-source", g_variant_new_string ("trial-2020"));
  g_assert_nonnull (window->knowledge_window);
  g_assert_nonnull (leio_test_ui_find_label (window->knowledge_window, "Radiation helps."));
  activate (window, "show-source", g_variant_new_string ("no such source"));
  g_assert_nonnull (window->knowledge_window);
  close_window (window);
}

static void
test_tells_old_review (void)
{
  const struct
  {
    const char *date;
    gboolean old;
  } table[] = { { "2026-11-24", FALSE }, { "2026-01-02", FALSE }, { "2025-12-31", FALSE },
                { "2025-12-29", TRUE },  { "2024-02-29", TRUE },  { "soon", TRUE } };
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 12, 30, 12, 0, 0);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpint (leio_window_is_review_old (table[i].date, now), ==, table[i].old);
}

/* The base of the tests, reviewed on another day. */
static LeioEngine *
new_engine_reviewed (const char *date)
{
  g_autofree char *base = g_test_build_filename (G_TEST_DIST, "broken", "base", NULL);
  g_autofree char *folder = leio_test_folder_copy (base);
  g_autofree char *line = g_strdup_printf ("\"review_date\": \"%s\"", date);
  g_autoptr (GError) error = NULL;
  LeioKnowledge *knowledge;
  LeioEngine *engine;

  leio_test_folder_replace (folder, "knowledge.json", "\"review_date\": \"2026-11-24\"", line);
  knowledge = leio_knowledge_load (folder, &error);
  g_assert_no_error (error);
  engine = leio_engine_new (knowledge, 0, &error);
  g_assert_no_error (error);
  leio_knowledge_unref (knowledge);
  leio_test_folder_remove (folder);
  return engine;
}

static guint
count_warnings (const char *reviewed)
{
  g_autoptr (LeioEngine) engine = new_engine_reviewed (reviewed);
  LeioWindow *window = LEIO_WINDOW (leio_window_new (NULL));
  const char *warning = "Newer studies and guidelines are not in it.";
  guint n_found = 0;
  GtkWidget *notice;

  leio_window_set_engine (window, engine);
  gtk_window_present (GTK_WINDOW (window));
  leio_test_ui_settle ();
  for (guint i = 0;
       (notice = leio_test_ui_find (GTK_WIDGET (window), LEIO_TYPE_NOTICE, i)) != NULL; i++)
    n_found += leio_test_ui_find_label (notice, warning) != NULL;
  close_window (window);
  return n_found;
}

/* Whoever works with old knowledge is told on opening, and nobody else. */
static void
test_warns_of_old_review (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, -360);
  g_autofree char *recent = g_date_time_format (then, "%F");

  g_assert_cmpuint (count_warnings ("2020-02-29"), ==, 1);
  g_assert_cmpuint (count_warnings (recent), ==, 0);
}

/* Whoever looks for a key finds it: every accelerator stands in the overlay. */
static void
test_accels_are_told (void)
{
  g_autoptr (GtkApplication) application =
      gtk_application_new ("io.github.leio_app.Test", G_APPLICATION_NON_UNIQUE);
  g_autoptr (GBytes) overlay = NULL;
  g_auto (GStrv) actions = NULL;

  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  leio_window_install_accels (application);
  overlay = g_resources_lookup_data ("/io/github/leio_app/Leio/gtk/shortcuts.ui", 0, NULL);
  actions = gtk_application_list_action_descriptions (application);
  g_assert_cmpuint (g_strv_length (actions), >, 10);

  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_autofree char *entry = g_strdup_printf (">%s<", actions[i]);

      /* One entry tells of all sections. */
      if (!g_str_has_prefix (actions[i], "win.show-section"))
        g_assert_nonnull (strstr (g_bytes_get_data (overlay, NULL), entry));
    }
}

static GtkDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (GTK_IS_DIALOG (window))
        return GTK_DIALOG (window);
    }
  return NULL;
}

static void
test_opens_once_there_is_an_engine (void)
{
  LeioWindow *window = LEIO_WINDOW (leio_window_new (NULL));
  g_autoptr (LeioSession) saved = leio_test_ui_new_session ();
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "early.leio", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_mkdir_with_parents (g_get_tmp_dir (), 0700);
  leio_session_set_label (saved, "Early");
  g_assert_true (leio_test_ui_save (saved, file, FALSE, NULL));

  gtk_window_present (GTK_WINDOW (window));
  leio_test_ui_settle ();
  g_assert_true (leio_window_is_pristine (window));
  leio_window_open (window, file);
  g_assert_false (leio_window_is_pristine (window));
  g_assert_null (leio_window_get_session (window));

  leio_window_set_engine (window, leio_test_ui_get_engine ());
  g_assert_cmpstr (leio_session_get_label (leio_window_get_session (window)), ==, "Early");
  close_window (window);
}

static void
test_asks_before_losing (void)
{
  LeioWindow *window = open_window ();
  guint n_windows = count_windows ();

  leio_test_ui_answer (leio_window_get_session (window), "site", "limb");
  gtk_window_close (GTK_WINDOW (window));
  leio_test_ui_settle ();
  g_assert_nonnull (find_dialog ());
  gtk_window_close (GTK_WINDOW (find_dialog ()));
  leio_test_ui_settle ();
  g_assert_null (find_dialog ());
  g_assert_cmpuint (count_windows (), ==, n_windows);
  g_assert_true (leio_session_get_dirty (leio_window_get_session (window)));

  activate (window, "new", NULL);
  gtk_dialog_response (find_dialog (), 1); /* discard */
  leio_test_ui_settle ();
  g_assert_true (leio_session_is_pristine (leio_window_get_session (window)));

  gtk_window_close (GTK_WINDOW (window));
  leio_test_ui_settle ();
  g_assert_cmpuint (count_windows (), ==, n_windows - 1);
}

static void
wait_for_save (LeioWindow *window)
{
  leio_test_ui_settle ();
  while (window->saving)
    g_main_context_iteration (NULL, TRUE);
}

/* Another program writes in the folder: a save waits for it, as it would for a slow disk. */
static int
hold_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_CLOEXEC, 0);

  g_assert_cmpint (flock (fd, LOCK_EX), ==, 0);
  return fd;
}

/* Who answers on, saves again and closes while a disk is slow loses nothing and waits for
 * nothing. */
static void
test_slow_disk (void)
{
  LeioWindow *window = open_window ();
  LeioSession *session = leio_window_get_session (window);
  g_autoptr (LeioSession) read = leio_test_ui_new_session ();
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "slow.leio", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  guint n_windows = count_windows ();
  const LeioAnswer *site;
  int held;

  leio_test_ui_answer (session, "site", "limb");
  g_assert_true (leio_test_ui_save (session, file, FALSE, NULL));
  leio_test_ui_answer (session, "site", "skin");
  held = hold_folder (path);
  leio_window_save (window);
  g_assert_cmpstr (gtk_label_get_label (window->state_label), ==, "Saving…");
  g_assert_true (leio_session_get_dirty (session));

  leio_session_set_label (session, "Later");
  leio_window_save (window);
  gtk_window_close (GTK_WINDOW (window));
  g_assert_cmpuint (count_windows (), ==, n_windows);
  close (held);
  while (count_windows () == n_windows)
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (leio_session_load (read, file, NULL));
  g_assert_cmpstr (leio_session_get_label (read), ==, "Later");
  site = leio_answers_get (leio_session_get_answers (read), leio_test_ui_question (read, "site"));
  g_assert_cmpuint (site->value, ==, 1);
}

static void
test_save_conflict_asks (void)
{
  LeioWindow *window = open_window ();
  LeioSession *session = leio_window_get_session (window);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "conflict.leio", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  struct utimbuf times = { .actime = 1, .modtime = 1 };

  g_mkdir_with_parents (g_get_tmp_dir (), 0700);
  g_assert_true (leio_test_ui_save (session, file, FALSE, NULL));
  leio_test_ui_answer (session, "site", "limb");
  g_assert_true (g_file_set_contents (path, "by another", -1, NULL));
  g_assert_cmpint (g_utime (path, &times), ==, 0);

  activate (window, "save", NULL);
  wait_for_save (window);
  g_assert_nonnull (find_dialog ());
  g_assert_true (leio_session_get_dirty (session));
  gtk_dialog_response (find_dialog (), 1); /* replace */
  wait_for_save (window);
  g_assert_false (leio_session_get_dirty (session));
  close_window (window);
}

static void
test_narrow_shows_one_page (void)
{
  LeioWindow *window = open_window ();
  GtkWidget *bin = leio_test_ui_find (GTK_WIDGET (window), LEIO_TYPE_ADAPTIVE_BIN, 0);
  GtkWidget *questions = leio_test_ui_find (bin, LEIO_TYPE_QUESTION_PAGE, 0);

  leio_adaptive_bin_expect_width (LEIO_ADAPTIVE_BIN (bin), 400);
  g_assert_true (leio_adaptive_bin_get_narrow (LEIO_ADAPTIVE_BIN (bin)));
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_parent (questions)));
  g_action_group_change_action_state (G_ACTION_GROUP (window), "page",
                                      g_variant_new_string ("advice"));
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_parent (questions)));
  activate (window, "show-next", NULL);
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_parent (questions)));
  close_window (window);
}

static void
on_notify (guint *count)
{
  (*count)++;
}

static void
test_adaptive_bin_notifies_once (void)
{
  LeioAdaptiveBin *bin = g_object_ref_sink (g_object_new (LEIO_TYPE_ADAPTIVE_BIN, NULL));
  guint count = 0;

  g_signal_connect_swapped (bin, "notify::narrow", G_CALLBACK (on_notify), &count);
  leio_adaptive_bin_expect_width (bin, 720);
  g_assert_cmpuint (count, ==, 0);
  leio_adaptive_bin_expect_width (bin, 719);
  leio_adaptive_bin_expect_width (bin, 500);
  g_assert_cmpuint (count, ==, 1);
  leio_adaptive_bin_expect_width (bin, 1000);
  g_assert_cmpuint (count, ==, 2);
  leio_adaptive_bin_set_child (bin, gtk_label_new ("child"));
  g_assert_finalize_object (bin);
}

static GtkWidget *
new_block (int width)
{
  GtkWidget *block = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_size_request (block, width, 10);
  return block;
}

/* Three blocks of 40 and a space of 5: 130 for one line, 85 for two, 40 for three. */
static void
test_wrap_layout_height (void)
{
  const struct
  {
    int width, height;
  } table[] = { { 200, 10 }, { 130, 10 }, { 129, 25 }, { 85, 25 }, { 84, 40 }, { 40, 40 } };
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  int minimum = 0, natural = 0;

  for (guint i = 0; i < 3; i++)
    gtk_box_append (GTK_BOX (box), new_block (40));
  gtk_widget_set_layout_manager (box, leio_wrap_layout_new (5));

  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 40);
  g_assert_cmpint (natural, ==, 130);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, table[i].width, &minimum, NULL, NULL,
                          NULL);
      g_assert_cmpint (minimum, ==, table[i].height);
    }
  g_assert_finalize_object (box);
}

/* Buttons of 60 beside a text of 40 and a space of 12: 112 for one line, else one below. */
static void
test_end_layout_height (void)
{
  const struct
  {
    int width, height;
  } table[] = { { 300, 10 }, { 112, 10 }, { 111, 26 }, { 60, 26 } };
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  int minimum = 0, natural = 0;

  gtk_box_append (GTK_BOX (box), new_block (40));
  gtk_box_append (GTK_BOX (box), new_block (60));
  gtk_widget_set_layout_manager (box, leio_end_layout_new ());

  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 60);
  g_assert_cmpint (natural, ==, 112);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, table[i].width, &minimum, NULL, NULL,
                          NULL);
      g_assert_cmpint (minimum, ==, table[i].height);
    }
  g_assert_finalize_object (box);
}

/* As a person closes it: what is remembered is remembered then. */
static void
shut_window (LeioWindow *window)
{
  gtk_window_close (GTK_WINDOW (window));
  leio_test_ui_settle ();
}

/* The next window is as large as the last one, and its panes are divided alike. */
static void
test_remembers_size_and_panes (void)
{
  g_autoptr (GSettings) settings = leio_settings_new ();
  LeioWindow *window = open_window ();
  int width = 0, height = 0;

  g_assert_nonnull (settings);
  gtk_window_set_default_size (GTK_WINDOW (window), 1111, 777);
  gtk_paned_set_position (window->panes, 432);
  leio_test_ui_settle ();
  shut_window (window);
  g_assert_cmpint (g_settings_get_int (settings, "width"), ==, 1111);

  window = open_window ();
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 1111);
  g_assert_cmpint (height, ==, 777);
  g_assert_cmpint (gtk_paned_get_position (window->panes), ==, 432);
  shut_window (window);
  for (const char *const *key = (const char *const[]){ "width", "height", "questions-width", NULL };
       *key != NULL; key++)
    g_settings_reset (settings, *key);
}

/* What a click on the button to close does; never shown, for no window manager is there to ask. */
static void
close_unseen (LeioWindow *window)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (window, "close-request", &handled);
  g_assert_false (handled);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* One that filled the screen does so again, and knows its size for when it no longer does. */
static void
test_remembers_maximized (void)
{
  g_autoptr (GSettings) settings = leio_settings_new ();
  LeioWindow *window = LEIO_WINDOW (leio_window_new (NULL));
  int width = g_settings_get_int (settings, "width");

  g_assert_false (gtk_window_is_maximized (GTK_WINDOW (window)));
  gtk_window_maximize (GTK_WINDOW (window));
  close_unseen (window);
  g_assert_true (g_settings_get_boolean (settings, "maximized"));
  g_assert_cmpint (g_settings_get_int (settings, "width"), ==, width);

  window = LEIO_WINDOW (leio_window_new (NULL));
  g_assert_true (gtk_window_is_maximized (GTK_WINDOW (window)));
  gtk_window_unmaximize (GTK_WINDOW (window));
  close_unseen (window);
  window = LEIO_WINDOW (leio_window_new (NULL));
  g_assert_false (gtk_window_is_maximized (GTK_WINDOW (window)));
  close_unseen (window);
}

static void
test_fault_window (void)
{
  g_autoptr (GError) fault =
      g_error_new_literal (LEIO_ERROR, LEIO_ERROR_KNOWLEDGE, "a.json: one\nb.json: two");
  GtkWidget *window = leio_fault_window_new (NULL, fault);

  gtk_window_present (GTK_WINDOW (window));
  g_assert_nonnull (leio_test_ui_find_label (window, "a.json: one\nb.json: two"));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  gtk_init ();
  leio_style_register_resources ();
  leio_style_load (gdk_display_get_default ());
  choose_reading (1);

  g_test_add_func ("/ui/window/makes-every-row", test_makes_every_row);
  g_test_add_func ("/ui/window/shows-what-arises", test_shows_what_arises);
  g_test_add_func ("/ui/window/progress", test_progress_counts);
  g_test_add_func ("/ui/window/goes-to-question", test_goes_to_question);
  g_test_add_func ("/ui/window/card-waits-for-a-number", test_card_waits_for_a_number);
  g_test_add_func ("/ui/window/card-follows-a-choice", test_card_follows_a_choice);
  g_test_add_func ("/ui/window/title-and-undo", test_title_and_undo);
  g_test_add_func ("/ui/window/bad-file", test_bad_file_is_told);
  g_test_add_func ("/ui/window/knowledge-base", test_shows_knowledge_base);
  g_test_add_func ("/ui/window/shows-a-source", test_shows_a_source);
  g_test_add_func ("/ui/window/intended-use", test_tells_intended_use);
  g_test_add_func ("/ui/window/old-review", test_tells_old_review);
  g_test_add_func ("/ui/window/warns-of-old-review", test_warns_of_old_review);
  g_test_add_func ("/ui/window/opens-once-there-is-an-engine", test_opens_once_there_is_an_engine);
  g_test_add_func ("/ui/window/asks-before-losing", test_asks_before_losing);
  g_test_add_func ("/ui/window/slow-disk", test_slow_disk);
  g_test_add_func ("/ui/window/save-conflict", test_save_conflict_asks);
  g_test_add_func ("/ui/window/narrow", test_narrow_shows_one_page);
  g_test_add_func ("/ui/adaptive-bin/notifies-once", test_adaptive_bin_notifies_once);
  g_test_add_func ("/ui/wrap-layout/height", test_wrap_layout_height);
  g_test_add_func ("/ui/end-layout/height", test_end_layout_height);
  g_test_add_func ("/ui/window/remembers-size-and-panes", test_remembers_size_and_panes);
  g_test_add_func ("/ui/window/remembers-maximized", test_remembers_maximized);
  g_test_add_func ("/ui/window/accels-are-told", test_accels_are_told);
  g_test_add_func ("/ui/fault-window/lists-all", test_fault_window);
  return g_test_run ();
}
