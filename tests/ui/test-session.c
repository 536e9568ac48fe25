/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gstdio.h>
#include <utime.h>

#include "leio-error.h"
#include "leio-test-ui.h"

static void
on_notify (guint *count)
{
  (*count)++;
}

static void
log_answers (GString *log, guint question)
{
  g_string_append_printf (log, "answers %d;",
                          question == LEIO_SESSION_ALL_QUESTIONS ? -1 : (int) question);
}

static void
log_advice (GString *log)
{
  g_string_append (log, "advice;");
}

static GFile *
new_file (const char *name)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), name, NULL);

  g_mkdir_with_parents (g_get_tmp_dir (), 0700);
  return g_file_new_for_path (path);
}

static void
test_new (void)
{
  g_autoptr (LeioSession) session = leio_test_ui_new_session ();
  g_autofree char *title = leio_session_dup_title (session);

  g_assert_true (leio_session_is_pristine (session));
  g_assert_false (leio_session_get_dirty (session));
  g_assert_false (leio_session_get_can_undo (session));
  g_assert_null (leio_session_get_file (session));
  g_assert_null (leio_session_get_previous_advice (session));
  g_assert_cmpstr (title, ==, "New case");
  g_assert_cmpuint (leio_session_get_advice (session)->n_answers, ==, 0);
}

static void
test_answer_tells_in_order (void)
{
  g_autoptr (LeioSession) session = leio_test_ui_new_session ();
  g_autoptr (GString) log = g_string_new (NULL);

  g_signal_connect_swapped (session, "advice-changed", G_CALLBACK (log_advice), log);
  g_signal_connect_swapped (session, "answers-changed", G_CALLBACK (log_answers), log);
  leio_test_ui_answer (session, "site", "limb");

  g_assert_cmpstr (log->str, ==, "answers 0;advice;");
  g_assert_cmpuint (leio_session_get_advice (session)->n_answers, ==, 1);
  g_assert_cmpuint (leio_session_get_previous_advice (session)->n_answers, ==, 0);
  g_assert_true (leio_session_get_dirty (session));

  leio_test_ui_answer (session, "site", "limb");
  g_assert_cmpstr (log->str, ==, "answers 0;advice;");
}

static void
test_dirty_follows_content (void)
{
  g_autoptr (LeioSession) session = leio_test_ui_new_session ();
  guint count = 0;

  g_signal_connect_swapped (session, "notify::dirty", G_CALLBACK (on_notify), &count);
  leio_test_ui_answer (session, "site", "limb");
  leio_session_set_label (session, "Board 1");
  g_assert_cmpuint (count, ==, 1);

  leio_session_clear_answer (session, leio_test_ui_question (session, "site"));
  g_assert_true (leio_session_get_dirty (session));
  leio_session_set_label (session, "");
  g_assert_false (leio_session_get_dirty (session));
  g_assert_cmpuint (count, ==, 2);
}

static void
test_undo_redo (void)
{
  g_autoptr (LeioSession) session = leio_test_ui_new_session ();
  guint site = leio_test_ui_question (session, "site");

  leio_test_ui_answer (session, "site", "limb");
  leio_test_ui_answer (session, "grade", "3");
  leio_session_undo (session);
  leio_session_undo (session);
  g_assert_false (leio_session_get_can_undo (session));
  g_assert_false (leio_session_get_dirty (session));
  g_assert_false (leio_answers_is_given (leio_session_get_answers (session), site));

  leio_session_redo (session);
  g_assert_true (leio_answers_is_given (leio_session_get_answers (session), site));
  g_assert_true (leio_session_get_can_redo (session));
  leio_test_ui_answer (session, "site", "skin");
  g_assert_false (leio_session_get_can_redo (session));
}

static void
test_typing_is_one_step (void)
{
  g_autoptr (LeioSession) session = leio_test_ui_new_session ();
  guint size = leio_test_ui_question (session, "size_cm");
  LeioAnswer answer = { .state = LEIO_ANSWER_GIVEN, .number = 1 };

  leio_session_set_answer (session, size, &answer);
  answer.number = 12;
  leio_session_set_answer (session, size, &answer);
  leio_session_undo (session);

  g_assert_false (leio_answers_is_given (leio_session_get_answers (session), size));
  g_assert_false (leio_session_get_can_undo (session));
}

/* Label, notes and answers come and go together. */
static void
test_paste_is_one_step (void)
{
  g_autoptr (LeioSession) session = leio_test_ui_new_session ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  leio_session_set_label (session, "Board 1");
  leio_test_ui_answer (session, "site", "limb");
  leio_test_ui_answer (session, "grade", "3");
  before = leio_session_dup_text (session);

  g_assert_true (leio_session_paste_text (
      session, "Label: Board 2\nsite: skin\nsize: 3\nNotes: sent", &error));
  g_assert_no_error (error);
  after = leio_session_dup_text (session);
  g_assert_cmpstr (after, ==,
                   "Leio case: sample 2026.11\nLabel: Board 2\nsite: Skin\nsize: 3 cm\n"
                   "Notes: sent\n");
  g_assert_cmpuint (leio_session_get_advice (session)->n_answers, ==, 2);

  leio_session_undo (session);
  undone = leio_session_dup_text (session);
  g_assert_cmpstr (undone, ==, before);
  leio_session_redo (session);
  redone = leio_session_dup_text (session);
  g_assert_cmpstr (redone, ==, after);
}

static void
test_paste_loses_nothing (void)
{
  g_autoptr (LeioSession) session = leio_test_ui_new_session ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  leio_session_set_label (session, "Board 1");
  leio_test_ui_answer (session, "site", "limb");
  leio_session_undo (session);
  before = leio_session_dup_text (session);

  g_assert_false (leio_session_paste_text (session, "site: Skin\nsiize: 3", &error));
  g_assert_cmpstr (error->message, ==,
                   "line 2: found 'siize', expected a question; did you mean 'size'?");
  after = leio_session_dup_text (session);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (leio_session_get_can_redo (session));

  g_assert_true (leio_session_paste_text (session, before, NULL));
  g_assert_true (leio_session_get_can_redo (session));
}

/* Label and notes go back to the opening as answers do. */
static void
test_undo_covers_words (void)
{
  g_autoptr (LeioSession) session = leio_test_ui_new_session ();

  leio_session_set_label (session, "Board 1");
  leio_test_ui_answer (session, "site", "limb");
  leio_session_set_notes (session, "sent");
  leio_session_undo (session);
  g_assert_cmpstr (leio_session_get_notes (session), ==, "");
  leio_session_undo (session);
  leio_session_undo (session);
  g_assert_cmpstr (leio_session_get_label (session), ==, "");
  g_assert_false (leio_session_get_can_undo (session));
  g_assert_false (leio_session_get_dirty (session));

  for (guint i = 0; i < 3; i++)
    leio_session_redo (session);
  g_assert_cmpstr (leio_session_get_label (session), ==, "Board 1");
  g_assert_cmpstr (leio_session_get_notes (session), ==, "sent");
}

static void
test_edit_by_name (void)
{
  g_autoptr (LeioSession) session = leio_test_ui_new_session ();
  g_autoptr (GString) log = g_string_new (NULL);
  const char *notes[] = { "a", "ab", "abc" };
  guint count = 0;

  g_signal_connect_swapped (session, "case-changed", G_CALLBACK (on_notify), &count);
  g_signal_connect_swapped (session, "advice-changed", G_CALLBACK (log_advice), log);
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      LeioCase *edited = leio_case_copy (leio_session_get_case (session));

      leio_case_set_notes (edited, notes[i]);
      leio_session_edit_case (session, edited, "typing");
    }
  leio_session_edit_case (session, leio_case_copy (leio_session_get_case (session)), "typing");
  g_assert_cmpuint (count, ==, 3);
  g_assert_cmpstr (log->str, ==, "");

  leio_session_undo (session);
  g_assert_cmpstr (leio_session_get_notes (session), ==, "");
  g_assert_false (leio_session_get_can_undo (session));
}

/* The memory of the process in KiB, as the kernel counts it. */
static guint64
get_resident (void)
{
  g_autofree char *text = NULL;
  const char *line;

  g_assert_true (g_file_get_contents ("/proc/self/status", &text, NULL, NULL));
  line = strstr (text, "VmRSS:");
  g_assert_nonnull (line);
  return g_ascii_strtoull (line + strlen ("VmRSS:"), NULL, 10);
}

/* All the way back and forth, over answers and notes of 100 KB, in little memory. */
static void
test_ten_thousand_steps (void)
{
  g_autoptr (LeioSession) session = leio_test_ui_new_session ();
  g_autofree char *notes = g_strnfill (100 * 1024, 'n');
  g_autofree char *after = NULL;
  g_autofree char *redone = NULL;
  guint64 before;
  guint steps = 0;

  leio_session_set_notes (session, notes);
  before = get_resident ();
  for (guint i = 0; i < 5000; i++)
    {
      leio_test_ui_answer (session, "site", i % 2 == 0 ? "limb" : "skin");
      leio_test_ui_answer (session, "grade", i % 2 == 0 ? "2" : "3");
    }
  g_test_message ("10,000 steps: %" G_GUINT64_FORMAT " KiB", get_resident () - before);
  g_assert_cmpuint (get_resident () - before, <, 32 * 1024);
  after = leio_session_dup_text (session);

  for (; leio_session_get_can_undo (session); steps++)
    leio_session_undo (session);
  g_assert_cmpuint (steps, ==, 10001);
  g_assert_false (leio_session_get_dirty (session));
  g_assert_cmpuint (leio_session_get_advice (session)->n_answers, ==, 0);
  while (leio_session_get_can_redo (session))
    leio_session_redo (session);
  redone = leio_session_dup_text (session);
  g_assert_cmpstr (redone, ==, after);
}

static LeioChange *
new_change (guint question, guint value)
{
  LeioChange *change = g_new0 (LeioChange, 1);
  LeioAnswer answer = { .state = LEIO_ANSWER_GIVEN, .value = value };

  change->questions = g_array_new (FALSE, FALSE, sizeof (guint));
  change->answers = g_array_new (FALSE, FALSE, sizeof (LeioAnswer));
  g_array_append_val (change->questions, question);
  g_array_append_val (change->answers, answer);
  return change;
}

static void
free_change (LeioChange *change)
{
  g_array_unref (change->questions);
  g_array_unref (change->answers);
  g_free (change);
}

static void
test_what_if (void)
{
  g_autoptr (LeioSession) session = leio_test_ui_new_session ();
  guint site = leio_test_ui_question (session, "site");
  LeioChange *change = new_change (site, 1);

  leio_session_apply_what_if (session, change);
  g_assert_true (leio_session_get_what_if (session));
  g_assert_true (leio_answers_is_given (leio_session_get_answers (session), site));
  g_assert_false (leio_answers_is_given (leio_session_get_case (session)->answers, site));
  g_assert_false (leio_session_get_dirty (session));

  leio_session_drop_what_if (session);
  g_assert_false (leio_answers_is_given (leio_session_get_answers (session), site));

  leio_session_apply_what_if (session, change);
  leio_session_keep_what_if (session);
  g_assert_false (leio_session_get_what_if (session));
  g_assert_true (leio_answers_is_given (leio_session_get_case (session)->answers, site));
  g_assert_true (leio_session_get_dirty (session));
  leio_session_undo (session);
  g_assert_false (leio_answers_is_given (leio_session_get_answers (session), site));
  free_change (change);
}

static void
test_save_and_load (void)
{
  g_autoptr (LeioSession) session = leio_test_ui_new_session ();
  g_autoptr (LeioSession) other = leio_test_ui_new_session ();
  g_autoptr (GFile) file = new_file ("saved.leio");
  g_autoptr (GError) error = NULL;

  leio_test_ui_answer (session, "site", "limb");
  leio_session_set_label (session, "Board 1");
  g_assert_true (leio_test_ui_save (session, file, FALSE, &error));
  g_assert_no_error (error);
  g_assert_false (leio_session_get_dirty (session));

  g_assert_true (leio_session_load (other, file, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (leio_session_get_label (other), ==, "Board 1");
  g_assert_true (
      leio_answers_equal (leio_session_get_answers (session), leio_session_get_answers (other)));
  g_assert_false (leio_session_get_can_undo (other));
  g_assert_false (leio_session_is_pristine (other));
}

/* Another program writes the file: later, also where the clock of the file system is coarse. */
static void
write_later (GFile *file, const char *text)
{
  const char *path = g_file_peek_path (file);
  struct utimbuf times = { .actime = 1, .modtime = 1 };

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_cmpint (g_utime (path, &times), ==, 0);
}

static void
test_changed_underneath (void)
{
  g_autoptr (LeioSession) session = leio_test_ui_new_session ();
  g_autoptr (GFile) file = new_file ("changed.leio");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  leio_test_ui_answer (session, "site", "limb");
  g_assert_true (leio_test_ui_save (session, file, FALSE, &error));
  write_later (file, "by another");
  leio_test_ui_answer (session, "site", "skin");

  g_assert_false (leio_test_ui_save (session, file, FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  g_assert_true (leio_session_get_dirty (session));
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "by another");

  g_clear_error (&error);
  g_assert_true (leio_test_ui_save (session, file, TRUE, &error));
  g_assert_no_error (error);
  g_assert_false (leio_session_get_dirty (session));
}

static void
test_failed_load_changes_nothing (void)
{
  g_autoptr (LeioSession) session = leio_test_ui_new_session ();
  g_autoptr (GFile) file = new_file ("bad.leio");
  g_autoptr (GError) error = NULL;
  guint count = 0;

  leio_test_ui_answer (session, "site", "limb");
  g_assert_true (g_file_set_contents (g_file_peek_path (file), "{", -1, &error));
  g_signal_connect_swapped (session, "answers-changed", G_CALLBACK (on_notify), &count);

  g_assert_false (leio_session_load (session, file, &error));
  g_assert_error (error, LEIO_ERROR, LEIO_ERROR_SYNTAX);
  g_assert_cmpuint (count, ==, 0);
  g_assert_true (leio_session_get_dirty (session));
  g_assert_null (leio_session_get_file (session));
}

static void
test_reset (void)
{
  LeioSession *session = leio_test_ui_new_session ();

  leio_test_ui_answer (session, "site", "limb");
  leio_session_set_label (session, "Board 1");
  leio_session_reset (session);
  g_assert_true (leio_session_is_pristine (session));
  g_assert_cmpstr (leio_session_get_label (session), ==, "");
  g_assert_finalize_object (session);
}

static void
test_changes_at_once (void)
{
  g_autoptr (LeioSession) session = leio_test_ui_new_session ();
  const LeioTreatmentAdvice *radiation;

  leio_test_ui_answer (session, "site", "skin");
  radiation = g_ptr_array_index (leio_session_get_advice (session)->treatments, 1);
  g_assert_cmpuint (radiation->changes->len, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/ui/session/new", test_new);
  g_test_add_func ("/ui/session/answer-tells-in-order", test_answer_tells_in_order);
  g_test_add_func ("/ui/session/dirty-follows-content", test_dirty_follows_content);
  g_test_add_func ("/ui/session/undo-redo", test_undo_redo);
  g_test_add_func ("/ui/session/typing-is-one-step", test_typing_is_one_step);
  g_test_add_func ("/ui/session/paste-is-one-step", test_paste_is_one_step);
  g_test_add_func ("/ui/session/paste-loses-nothing", test_paste_loses_nothing);
  g_test_add_func ("/ui/session/undo-covers-words", test_undo_covers_words);
  g_test_add_func ("/ui/session/edit-by-name", test_edit_by_name);
  g_test_add_func ("/ui/session/ten-thousand-steps", test_ten_thousand_steps);
  g_test_add_func ("/ui/session/what-if", test_what_if);
  g_test_add_func ("/ui/session/save-and-load", test_save_and_load);
  g_test_add_func ("/ui/session/changed-underneath", test_changed_underneath);
  g_test_add_func ("/ui/session/failed-load-changes-nothing", test_failed_load_changes_nothing);
  g_test_add_func ("/ui/session/reset", test_reset);
  g_test_add_func ("/ui/session/changes-at-once", test_changes_at_once);
  return g_test_run ();
}
