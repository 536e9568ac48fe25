/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is not saved is kept by itself, and offered after a crash.
 */
#include "config.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "leio-style.h"
#include "leio-test-ui.h"
#include "leio-window.h"

static LeioDraftStore *
open_store (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "leio", "unsaved", NULL);
  g_autoptr (GError) error = NULL;
  LeioDraftStore *store = leio_draft_store_new (folder, &error);

  g_assert_no_error (error);
  return store;
}

static LeioWindow *
open_window (LeioDraftStore *store)
{
  LeioWindow *window = LEIO_WINDOW (leio_window_new (NULL));

  leio_window_set_drafts (window, store);
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

/* The drafts in the folder, whoever wrote them. */
static guint
count_drafts (void)
{
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "leio", "unsaved", NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  guint count = 0;

  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    count += g_str_has_suffix (name, ".draft");
  return count;
}

/* Whether there are @count drafts within @msec. */
static gboolean
wait_for_drafts (guint count, guint msec)
{
  gint64 end = g_get_monotonic_time () + (gint64) msec * G_TIME_SPAN_MILLISECOND;

  while (count_drafts () != count && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  return count_drafts () == count;
}

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  GtkWidget *button;

  for (guint i = 0; (button = leio_test_ui_find (root, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
      return button;
  return NULL;
}

static gboolean
wait_for_button (LeioWindow *window, const char *label)
{
  gint64 end = g_get_monotonic_time () + 5 * G_TIME_SPAN_SECOND;

  while (find_button (GTK_WIDGET (window), label) == NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  return find_button (GTK_WIDGET (window), label) != NULL;
}

static void
click (LeioWindow *window, const char *label)
{
  GtkWidget *button = find_button (GTK_WIDGET (window), label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  leio_test_ui_settle ();
}

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (GTK_IS_MESSAGE_DIALOG (window))
        return window;
    }
  return NULL;
}

/* A case of a program that is gone before it saved. */
static void
leave_draft (const char *label)
{
  LeioDraftStore *store = open_store ();
  LeioWindow *window = open_window (store);
  guint count = count_drafts ();

  leio_session_set_label (leio_window_get_session (window), label);
  leio_test_ui_answer (leio_window_get_session (window), "site", "limb");
  g_assert_true (wait_for_drafts (count + 1, 5000));
  close_window (window);
  leio_draft_store_unref (store);
}

static void
test_keeps_until_saved (void)
{
  g_autoptr (LeioDraftStore) store = open_store ();
  LeioWindow *window = open_window (store);
  LeioSession *session = leio_window_get_session (window);
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "kept.leio", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  leio_test_ui_answer (session, "site", "limb");
  g_assert_true (wait_for_drafts (1, 1000));
  g_assert_true (leio_test_ui_save (session, file, FALSE, NULL));
  g_assert_true (wait_for_drafts (0, 5000));

  leio_session_set_notes (session, "more");
  g_assert_true (wait_for_drafts (1, 1000));
  leio_session_undo (session);
  g_assert_true (wait_for_drafts (0, 5000));
  close_window (window);
}

static void
test_only_its_owner_reads (void)
{
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "leio", "unsaved", NULL);
  g_autofree char *draft = NULL;
  g_autoptr (GDir) folder = NULL;
  const char *name;
  GStatBuf info;

  leave_draft ("Private");
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0700);
  folder = g_dir_open (path, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_suffix (name, ".draft"))
      draft = g_build_filename (path, name, NULL);
  g_assert_cmpint (g_stat (draft, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
}

static void
test_offers_and_opens (void)
{
  g_autoptr (LeioDraftStore) store = NULL;
  LeioWindow *window;
  LeioSession *session;

  leave_draft ("Board 7");
  store = open_store ();
  window = open_window (store);
  session = leio_window_get_session (window);
  leio_window_offer_drafts (window);
  g_assert_true (wait_for_button (window, "Open"));
  g_assert_nonnull (leio_test_ui_find_label (GTK_WIDGET (window), "“Board 7” was not saved"));
  g_assert_cmpuint (count_drafts (), ==, 1);

  click (window, "Open");
  g_assert_cmpstr (leio_session_get_label (session), ==, "Board 7");
  g_assert_cmpuint (leio_session_get_advice (session)->n_answers, ==, 1);
  g_assert_true (leio_session_get_dirty (session));
  g_assert_cmpuint (count_drafts (), ==, 1);
  close_window (window);
  g_assert_cmpuint (count_drafts (), ==, 1);
}

/* Later is not never: the case is there at the next start, and the next one comes now. */
static void
test_keeps_for_later (void)
{
  g_autoptr (LeioDraftStore) store = NULL;
  LeioWindow *window;

  leave_draft ("Board 1");
  leave_draft ("Board 2");
  store = open_store ();
  window = open_window (store);
  leio_window_offer_drafts (window);
  g_assert_true (wait_for_button (window, "Keep for Later"));
  g_assert_nonnull (leio_test_ui_find_label (GTK_WIDGET (window), "“Board 2” was not saved"));
  click (window, "Keep for Later");
  g_assert_nonnull (leio_test_ui_find_label (GTK_WIDGET (window), "“Board 1” was not saved"));
  click (window, "Keep for Later");
  g_assert_null (find_button (GTK_WIDGET (window), "Open"));
  g_assert_cmpuint (count_drafts (), ==, 2);

  /* Or before, when a person asks: from the newest on, however far the offers were. */
  for (guint i = 0; i < 2; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.unsaved-cases", NULL);
      leio_test_ui_settle ();
      g_assert_true (wait_for_button (window, "Open"));
      g_assert_nonnull (leio_test_ui_find_label (GTK_WIDGET (window), "“Board 2” was not saved"));
      g_assert_null (leio_test_ui_find_label (GTK_WIDGET (window), "“Board 1” was not saved"));
    }
  close_window (window);
}

static void
test_tells_that_none_is_kept (void)
{
  g_autoptr (LeioDraftStore) store = open_store ();
  LeioWindow *window = open_window (store);
  gint64 end = g_get_monotonic_time () + 5 * G_TIME_SPAN_SECOND;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.unsaved-cases", NULL);
  while (leio_test_ui_find_label (GTK_WIDGET (window), "No unsaved case") == NULL &&
         g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_nonnull (leio_test_ui_find_label (GTK_WIDGET (window), "No unsaved case"));
  close_window (window);
}

static void
test_discards_after_a_question (void)
{
  g_autoptr (LeioDraftStore) store = NULL;
  LeioWindow *window;

  leave_draft ("Board 3");
  store = open_store ();
  window = open_window (store);
  leio_window_offer_drafts (window);
  g_assert_true (wait_for_button (window, "Discard…"));
  click (window, "Discard…");
  gtk_window_close (GTK_WINDOW (find_dialog ()));
  leio_test_ui_settle ();
  g_assert_cmpuint (count_drafts (), ==, 1);

  click (window, "Discard…");
  gtk_dialog_response (GTK_DIALOG (find_dialog ()), 1); /* discard */
  leio_test_ui_settle ();
  g_assert_cmpuint (count_drafts (), ==, 0);
  g_assert_null (find_button (GTK_WIDGET (window), "Open"));
  close_window (window);
}

/* Its drafts are of a program that may still save them. */
static void
test_leaves_the_living_alone (void)
{
  g_autoptr (LeioDraftStore) living = open_store ();
  LeioWindow *theirs = open_window (living);
  g_autoptr (LeioDraftStore) store = open_store ();
  const LeioKnowledge *knowledge = leio_engine_get_knowledge (leio_test_ui_get_engine ());
  g_autoptr (GPtrArray) drafts = NULL;

  leio_test_ui_answer (leio_window_get_session (theirs), "site", "limb");
  g_assert_true (wait_for_drafts (1, 5000));
  drafts = leio_draft_store_list (store, knowledge->logic->questionnaire, knowledge->id, NULL);
  g_assert_cmpuint (drafts->len, ==, 0);
  close_window (theirs);
}

static void
test_tells_what_is_broken (void)
{
  g_autoptr (LeioDraftStore) store = open_store ();
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "leio", "unsaved",
                                            "gone.case.draft", NULL);
  LeioWindow *window = open_window (store);
  gint64 end = g_get_monotonic_time () + 5 * G_TIME_SPAN_SECOND;

  g_assert_true (g_file_set_contents (path, "{\"format\": \"leio-dr", -1, NULL));
  leio_window_offer_drafts (window);
  while (leio_test_ui_find_label (GTK_WIDGET (window), "cannot be read") == NULL &&
         g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_nonnull (leio_test_ui_find_label (GTK_WIDGET (window), path));
  g_assert_cmpuint (count_drafts (), ==, 1);
  close_window (window);
}

/* What is typed is in the case at once, and undo takes it out of both. */
static void
test_notes_are_of_the_case (void)
{
  g_autoptr (LeioDraftStore) store = open_store ();
  LeioWindow *window = open_window (store);
  LeioSession *session = leio_window_get_session (window);
  GtkWidget *view = leio_test_ui_find (GTK_WIDGET (window), GTK_TYPE_TEXT_VIEW, 0);
  GtkTextBuffer *buffer;

  g_assert_nonnull (view);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert_at_cursor (buffer, "\xe2\x80\xaeseen by two", -1);
  gtk_text_buffer_end_user_action (buffer);
  g_assert_cmpstr (leio_session_get_notes (session), ==, "\xe2\x80\xaeseen by two");
  g_assert_true (wait_for_drafts (1, 1000));

  leio_session_undo (session);
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 0);
  g_assert_false (leio_session_get_dirty (session));
  close_window (window);
}

static GFile *
new_file (const char *name)
{
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), name, NULL);
  g_autoptr (LeioSession) session = leio_session_new (leio_test_ui_get_engine ());
  GFile *file = g_file_new_for_path (path);

  g_assert_true (leio_test_ui_save (session, file, FALSE, NULL));
  return file;
}

static gboolean
tells_elsewhere (LeioWindow *window)
{
  return leio_test_ui_find_label (GTK_WIDGET (window), "also open in another Leio") != NULL;
}

/* Each store is one running program. A link to the file is the file. */
static void
test_tells_of_another_program (void)
{
  g_autoptr (LeioDraftStore) theirs = open_store ();
  g_autoptr (LeioDraftStore) ours = open_store ();
  LeioWindow *their_window = open_window (theirs);
  LeioWindow *window = open_window (ours);
  g_autoptr (GFile) file = new_file ("both.leio");
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "link.leio", NULL);
  g_autoptr (GFile) link = g_file_new_for_path (path);

  g_assert_cmpint (symlink ("both.leio", path), ==, 0);
  leio_window_open (their_window, file);
  g_assert_false (tells_elsewhere (their_window));
  leio_window_open (window, link);
  g_assert_true (tells_elsewhere (window));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.new", NULL);
  g_assert_false (tells_elsewhere (window));
  close_window (their_window);
  leio_window_open (window, file);
  g_assert_false (tells_elsewhere (window));
  close_window (window);
}

/* A program that crashed has nothing open. */
static void
test_crashed_has_nothing_open (void)
{
  g_autoptr (LeioDraftStore) store = open_store ();
  LeioWindow *window = open_window (store);
  g_autoptr (GFile) file = new_file ("crashed.leio");
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *mark = g_build_filename (g_get_user_state_dir (), "leio", "unsaved",
                                            "gone.window.open", NULL);

  g_assert_true (g_file_set_contents (mark, uri, -1, NULL));
  leio_window_open (window, file);
  g_assert_false (tells_elsewhere (window));
  g_assert_false (g_file_test (mark, G_FILE_TEST_EXISTS));
  close_window (window);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  gtk_init ();
  leio_style_register_resources ();

  g_test_add_func ("/ui/recovery/keeps-until-saved", test_keeps_until_saved);
  g_test_add_func ("/ui/recovery/only-its-owner-reads", test_only_its_owner_reads);
  g_test_add_func ("/ui/recovery/offers-and-opens", test_offers_and_opens);
  g_test_add_func ("/ui/recovery/keeps-for-later", test_keeps_for_later);
  g_test_add_func ("/ui/recovery/tells-that-none-is-kept", test_tells_that_none_is_kept);
  g_test_add_func ("/ui/recovery/discards-after-a-question", test_discards_after_a_question);
  g_test_add_func ("/ui/recovery/leaves-the-living-alone", test_leaves_the_living_alone);
  g_test_add_func ("/ui/recovery/tells-what-is-broken", test_tells_what_is_broken);
  g_test_add_func ("/ui/recovery/notes-are-of-the-case", test_notes_are_of_the_case);
  g_test_add_func ("/ui/recovery/tells-of-another-program", test_tells_of_another_program);
  g_test_add_func ("/ui/recovery/crashed-has-nothing-open", test_crashed_has_nothing_open);
  return g_test_run ();
}
