/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The record of the decision in the window: made with the keyboard alone, undone,
 * saved and read again, asking for reasons, and telling what an older knowledge base
 * said.
 */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "leio-decision-button.h"
#include "leio-decision-edit.h"
#include "leio-decision-page.h"
#include "leio-decision-row.h"
#include "leio-notice.h"
#include "leio-report-decision.h"
#include "leio-style.h"
#include "leio-test-ui.h"
#include "leio-treatment-card.h"
#include "leio-window-private.h"

static LeioWindow *
open_window (void)
{
  GtkWidget *window = leio_window_new (NULL);
  LeioSession *session;
  LeioAnswer none = { .state = LEIO_ANSWER_GIVEN };

  leio_window_set_engine (LEIO_WINDOW (window), leio_test_ui_get_engine ());
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  gtk_window_present (GTK_WINDOW (window));
  session = leio_window_get_session (LEIO_WINDOW (window));
  leio_session_set_plain (session, FALSE);
  leio_test_ui_answer (session, "could_be_pregnant", "no");
  leio_session_set_answer (session, leio_test_ui_question (session, "symptoms"), &none);
  leio_window_leave_start (LEIO_WINDOW (window));
  leio_test_ui_settle ();
  return LEIO_WINDOW (window);
}

static void
close_window (LeioWindow *window)
{
  leio_session_reset (leio_window_get_session (window));
  gtk_window_destroy (GTK_WINDOW (window));
  leio_test_ui_settle ();
}

static void
show_page (LeioWindow *window, const char *page)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), "page", g_variant_new_string (page));
  leio_test_ui_settle ();
}

static const LeioDecision *
get_decision (LeioWindow *window)
{
  return leio_session_get_case (leio_window_get_session (window))->decision;
}

/* What the space bar does; GTK shows the button pressed for a quarter of a second first. */
static void
press_focused (LeioWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_activate (focus));
  for (guint i = 0; i < 40; i++)
    {
      g_usleep (10000);
      leio_test_ui_settle ();
    }
}

static LeioDecisionRow *
find_row (LeioWindow *window, guint nth)
{
  return LEIO_DECISION_ROW (
      leio_test_ui_find (GTK_WIDGET (window), LEIO_TYPE_DECISION_ROW, nth));
}

static void
test_by_keyboard (void)
{
  LeioWindow *window = open_window ();
  LeioSession *session = leio_window_get_session (window);
  const LeioDecisionEntry *entry;

  show_page (window, "decision");
  g_assert_nonnull (leio_test_ui_find_text (GTK_WIDGET (window), "Nothing is recorded yet."));
  /* The focus is on "Chosen" of what is recommended. */
  press_focused (window);

  g_assert_nonnull (get_decision (window));
  entry = leio_decision_find (get_decision (window), "excision");
  g_assert_nonnull (entry);
  g_assert_cmpint (entry->verdict, ==, LEIO_VERDICT_CHOSEN);
  g_assert_cmpuint (entry->sequence, ==, 1);
  g_assert_true (leio_decision_date_is_valid (get_decision (window)->date));
  g_assert_cmpstr (get_decision (window)->advice->knowledge_version, ==,
                   leio_session_get_knowledge (session)->version);
  g_assert_nonnull (
      leio_test_ui_find_text (GTK_WIDGET (window), "In the advice it was recommended."));
  g_assert_true (leio_session_get_dirty (session));

  leio_session_undo (session);
  leio_test_ui_settle ();
  g_assert_null (get_decision (window));
  g_assert_null (find_row (window, 0));
  leio_session_redo (session);
  leio_test_ui_settle ();
  g_assert_nonnull (find_row (window, 0));
  close_window (window);
}

static void
test_asks_for_reason (void)
{
  LeioWindow *window = open_window ();
  LeioSession *session = leio_window_get_session (window);
  GtkWidget *row;
  GtkWidget *entry;

  show_page (window, "decision");
  leio_decision_edit_verdict (session, "excision", LEIO_VERDICT_DECLINED);
  leio_test_ui_settle ();
  row = GTK_WIDGET (find_row (window, 0));
  g_assert_nonnull (leio_test_ui_find_text (row, "⚠ The record asks for the reason."));
  g_assert_nonnull (leio_test_ui_find_text (row, "Departs from the advice: it was recommended."));

  entry = leio_test_ui_find (row, GTK_TYPE_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "She wants to wait");
  leio_test_ui_settle ();
  g_assert_cmpstr (leio_decision_find (get_decision (window), "excision")->reason_text, ==,
                   "She wants to wait");
  g_assert_null (leio_test_ui_find_text (row, "⚠ The record asks for the reason."));
  close_window (window);
}

static void
test_order (void)
{
  LeioWindow *window = open_window ();
  LeioSession *session = leio_window_get_session (window);

  show_page (window, "decision");
  leio_decision_edit_verdict (session, "excision", LEIO_VERDICT_CHOSEN);
  leio_decision_edit_verdict (session, "watching", LEIO_VERDICT_CHOSEN);
  leio_test_ui_settle ();
  g_assert_cmpstr (leio_decision_row_get_treatment (find_row (window, 0)), ==, "excision");
  leio_decision_edit_move (session, "watching", -1);
  leio_test_ui_settle ();
  g_assert_cmpstr (leio_decision_row_get_treatment (find_row (window, 0)), ==, "watching");
  g_assert_nonnull (leio_test_ui_find_label (GTK_WIDGET (find_row (window, 0)), "1. Watching"));
  g_assert_nonnull (leio_test_ui_find_label (GTK_WIDGET (find_row (window, 1)), "2. Excision"));
  leio_decision_edit_verdict (session, "watching", -1);
  leio_test_ui_settle ();
  g_assert_null (find_row (window, 1));
  close_window (window);
}

/* What is typed in one go is one step back. */
static void
test_typing_is_one_step (void)
{
  LeioWindow *window = open_window ();
  LeioSession *session = leio_window_get_session (window);
  GtkWidget *entry;

  show_page (window, "decision");
  leio_decision_edit_verdict (session, "excision", LEIO_VERDICT_CHOSEN);
  leio_test_ui_settle ();
  entry = leio_test_ui_find (GTK_WIDGET (find_row (window, 0)), GTK_TYPE_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "a");
  gtk_editable_set_text (GTK_EDITABLE (entry), "ab");
  gtk_editable_set_text (GTK_EDITABLE (entry), "abc");
  leio_session_undo (session);
  leio_test_ui_settle ();
  g_assert_cmpstr (leio_decision_find (get_decision (window), "excision")->reason_text, ==, "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  close_window (window);
}

static void
test_reopened (void)
{
  LeioWindow *window = open_window ();
  LeioSession *session = leio_window_get_session (window);
  g_autoptr (LeioDecision) before = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "decided.leio", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  leio_decision_edit_verdict (session, "excision", LEIO_VERDICT_DEFERRED);
  before = leio_decision_copy (get_decision (window));
  g_assert_true (leio_test_ui_save (session, file, FALSE, &error));
  g_assert_no_error (error);
  leio_session_reset (session);
  g_assert_null (get_decision (window));
  g_assert_true (leio_session_load (session, file, &error));
  g_assert_no_error (error);
  g_assert_true (leio_decision_equal (before, get_decision (window)));
  /* The file tells what is advised now, for a later version. */
  g_assert_nonnull (leio_case_find_advice (leio_session_get_case (session),
                                           leio_session_get_knowledge (session)->version));
  close_window (window);
}

/* By the keys that the help names, on the card that has the focus. */
static void
test_on_a_card (void)
{
  LeioWindow *window = open_window ();
  GtkWidget *card;

  show_page (window, "advice");
  card = leio_test_ui_find (GTK_WIDGET (window), LEIO_TYPE_TREATMENT_CARD, 0);
  g_assert_nonnull (card);
  g_assert_true (gtk_widget_grab_focus (card));
  g_action_group_activate_action (G_ACTION_GROUP (window), "decide",
                                  g_variant_new_string ("deferred"));
  g_assert_nonnull (get_decision (window));
  g_assert_cmpuint (get_decision (window)->entries->len, ==, 1);
  g_action_group_activate_action (G_ACTION_GROUP (window), "decide",
                                  g_variant_new_string ("none"));
  g_assert_null (get_decision (window));

  /* At home nothing is decided. */
  leio_session_set_plain (leio_window_get_session (window), TRUE);
  leio_test_ui_settle ();
  gtk_widget_grab_focus (card);
  g_action_group_activate_action (G_ACTION_GROUP (window), "decide",
                                  g_variant_new_string ("chosen"));
  g_assert_null (get_decision (window));
  leio_session_set_plain (leio_window_get_session (window), FALSE);
  close_window (window);
}

static GtkWidget *
find_decide_button (GtkWidget *card)
{
  return leio_test_ui_find (card, LEIO_TYPE_DECISION_BUTTON, 0);
}

static gboolean
shows_word (GtkWidget *button, const char *word)
{
  GtkWidget *label = leio_test_ui_find (button, GTK_TYPE_LABEL, 0);

  return gtk_widget_get_mapped (label) &&
         g_str_equal (gtk_label_get_label (GTK_LABEL (label)), word);
}

/* The same in sight: by the button of a card, which tells what was decided on it. */
static void
test_by_button_of_card (void)
{
  LeioWindow *window = open_window ();
  LeioSession *session = leio_window_get_session (window);
  GtkWidget *card, *button;

  show_page (window, "advice");
  card = leio_test_ui_find (GTK_WIDGET (window), LEIO_TYPE_TREATMENT_CARD, 0);
  button = find_decide_button (card);
  g_assert_true (gtk_widget_get_mapped (button));
  g_assert_true (gtk_widget_grab_focus (button));
  press_focused (window);
  g_assert_true (gtk_widget_get_mapped (leio_test_ui_find (button, GTK_TYPE_POPOVER_MENU, 0)));
  g_assert_true (gtk_widget_activate_action (button, "card.decide", "s", "declined"));
  leio_test_ui_settle ();
  g_assert_cmpuint (get_decision (window)->entries->len, ==, 1);
  g_assert_true (shows_word (button, "Declined"));

  leio_session_undo (session);
  leio_test_ui_settle ();
  g_assert_false (shows_word (button, "Declined"));
  leio_session_redo (session);
  leio_test_ui_settle ();
  g_assert_true (gtk_widget_activate_action (button, "card.decide", "s", "none"));
  g_assert_null (get_decision (window));

  leio_session_set_plain (session, TRUE);
  leio_test_ui_settle ();
  g_assert_false (gtk_widget_get_mapped (find_decide_button (card)));
  leio_session_set_plain (session, FALSE);
  close_window (window);
}

/* What is filled in could have been done instead: care is no alternative to a drug, nor one step
 * of the work-up to another. */
static void
test_alternatives_are_of_its_kind (void)
{
  LeioWindow *window = open_window ();
  LeioSession *session = leio_window_get_session (window);
  const LeioKnowledge *knowledge = leio_session_get_knowledge (session);

  for (guint i = 0; i < knowledge->treatments->len; i++)
    {
      const LeioTreatment *treatment = g_ptr_array_index (knowledge->treatments, i);
      const GPtrArray *ids;

      leio_decision_edit_verdict (session, treatment->id, LEIO_VERDICT_CHOSEN);
      ids = leio_decision_find (get_decision (window), treatment->id)->alternatives;
      for (guint j = 0; j < ids->len; j++)
        {
          const LeioTreatment *other
              = leio_knowledge_find_treatment (knowledge, g_ptr_array_index (ids, j));
          const LeioPhase *phase = g_ptr_array_index (knowledge->phases, treatment->phase);

          g_assert_true ((treatment->choice >= 0 && other->choice == treatment->choice) ||
                         (other->phase == treatment->phase && other->group == treatment->group &&
                          !phase->required));
        }
    }
  close_window (window);
}

static void
test_at_home_it_is_read_only (void)
{
  LeioWindow *window = open_window ();
  LeioSession *session = leio_window_get_session (window);

  leio_decision_edit_verdict (session, "excision", LEIO_VERDICT_DECLINED);
  leio_test_ui_remember_limits (TRUE);
  leio_session_set_plain (session, TRUE);
  show_page (window, "decision");
  g_assert_nonnull (leio_test_ui_find_text (GTK_WIDGET (window), "Operation: not planned"));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (
      leio_test_ui_find (leio_test_ui_find (GTK_WIDGET (window), LEIO_TYPE_DECISION_PAGE, 0),
                         GTK_TYPE_ENTRY, 0))));
  leio_session_set_plain (session, FALSE);
  close_window (window);
}

static GFile *
write_older (LeioSession *session)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "older.leio", NULL);
  g_autofree char *text = g_strdup_printf (
      "{\"knowledge\": {\"id\": \"%s\", \"version\": \"2001.1\"},"
      " \"answers\": {\"could_be_pregnant\": \"no\", \"symptoms\": []},"
      " \"advice\": [{\"knowledge\": {\"id\": \"%s\", \"version\": \"2001.1\"},"
      " \"statuses\": {\"excision\": \"not_advised\"}}]}",
      leio_session_get_knowledge (session)->id, leio_session_get_knowledge (session)->id);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static GtkWidget *
find_notice (LeioWindow *window, const char *text)
{
  GtkWidget *label = leio_test_ui_find_label (GTK_WIDGET (window->notices), text);

  return label != NULL ? gtk_widget_get_ancestor (label, LEIO_TYPE_NOTICE) : NULL;
}

static void
test_older_knowledge (void)
{
  LeioWindow *window = open_window ();
  LeioSession *session = leio_window_get_session (window);
  g_autoptr (GFile) file = write_older (session);
  const char *told = "Excision: was not advised, is now recommended. Excision cures most.";
  g_autoptr (GError) error = NULL;

  g_assert_true (leio_session_load (session, file, &error));
  g_assert_no_error (error);
  leio_test_ui_settle ();
  g_assert_nonnull (find_notice (window, told));

  /* Saved before anybody has seen it, the old advice alone stays. */
  g_assert_true (leio_test_ui_save (session, file, FALSE, &error));
  g_assert_true (leio_session_load (session, file, &error));
  leio_test_ui_settle ();
  g_assert_cmpuint (leio_session_get_case (session)->advice->len, ==, 1);
  g_assert_nonnull (find_notice (window, told));

  /* Closed, both stay, and it is not told again. */
  leio_notice_close (LEIO_NOTICE (find_notice (window, told)));
  leio_test_ui_settle ();
  g_assert_true (leio_session_get_dirty (session));
  g_assert_true (leio_test_ui_save (session, file, FALSE, &error));
  g_assert_true (leio_session_load (session, file, &error));
  leio_test_ui_settle ();
  g_assert_cmpuint (leio_session_get_case (session)->advice->len, ==, 2);
  g_assert_nonnull (leio_case_find_advice (leio_session_get_case (session), "2001.1"));
  g_assert_null (find_notice (window, told));
  close_window (window);
}

static void
test_export (void)
{
  LeioWindow *window = open_window ();
  LeioSession *session = leio_window_get_session (window);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "records", NULL);
  g_autofree char *table = g_build_filename (path, "table.csv", NULL);
  g_autofree char *broken = g_build_filename (path, "broken.leio", NULL);
  g_autofree char *good = g_build_filename (path, "good.leio", NULL);
  g_autofree char *csv = NULL;
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GFile) file = g_file_new_for_path (table);
  g_autoptr (GFile) kase = g_file_new_for_path (good);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (path, 0700);
  g_assert_true (g_file_set_contents (broken, "{", -1, NULL));
  leio_decision_edit_verdict (session, "excision", LEIO_VERDICT_CHOSEN);
  g_assert_true (leio_test_ui_save (session, kase, FALSE, &error));
  leio_window_export_records (window, folder, file);
  for (guint i = 0; i < 200 && find_notice (window, "The records were written") == NULL; i++)
    {
      g_usleep (10000);
      leio_test_ui_settle ();
    }
  g_assert_nonnull (find_notice (window, "broken.leio"));
  g_assert_true (g_file_get_contents (table, &csv, NULL, NULL));
  g_assert_nonnull (strstr (csv, "\"good.leio\""));
  g_assert_nonnull (strstr (csv, "\"excision\",\"Excision\",\"chosen\",\"1\",\"recommended\""));
  close_window (window);
}

/* In the narrowest window the whole page is seen, also with letters of twice the size. */
static void
test_fits_narrow (void)
{
  LeioWindow *window = open_window ();
  GtkSettings *settings = gtk_settings_get_default ();
  int least = 0;

  leio_decision_edit_verdict (leio_window_get_session (window), "excision", LEIO_VERDICT_DECLINED);
  show_page (window, "decision");
  gtk_widget_measure (window->decision, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  leio_test_ui_settle ();
  gtk_widget_measure (window->decision, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  g_assert_cmpint (least, <=, 360);
  close_window (window);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  gtk_init ();
  leio_style_register_resources ();
  leio_style_load (gdk_display_get_default ());

  g_test_add_func ("/ui/decision/by-keyboard", test_by_keyboard);
  g_test_add_func ("/ui/decision/asks-for-reason", test_asks_for_reason);
  g_test_add_func ("/ui/decision/order", test_order);
  g_test_add_func ("/ui/decision/typing-is-one-step", test_typing_is_one_step);
  g_test_add_func ("/ui/decision/reopened", test_reopened);
  g_test_add_func ("/ui/decision/on-a-card", test_on_a_card);
  g_test_add_func ("/ui/decision/by-button-of-card", test_by_button_of_card);
  g_test_add_func ("/ui/decision/alternatives-are-of-its-kind", test_alternatives_are_of_its_kind);
  g_test_add_func ("/ui/decision/at-home-it-is-read-only", test_at_home_it_is_read_only);
  g_test_add_func ("/ui/decision/older-knowledge", test_older_knowledge);
  g_test_add_func ("/ui/decision/export", test_export);
  g_test_add_func ("/ui/decision/fits-narrow", test_fits_narrow);

  return g_test_run ();
}
