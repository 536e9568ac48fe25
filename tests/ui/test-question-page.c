/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The questionnaire as a whole: sections that fold and stay folded, and the ways
 * from one question to another.
 */
#include "config.h"

#include "leio-question-page.h"
#include "leio-question-section.h"
#include "leio-settings.h"
#include "leio-style.h"
#include "leio-test-ui.h"

typedef struct
{
  LeioSession *session;
  GtkWidget *window;
  LeioQuestionPage *page;
} Fixture;

static void
open_page (Fixture *fixture)
{
  fixture->page = LEIO_QUESTION_PAGE (leio_question_page_new (fixture->session));
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  leio_test_ui_settle ();
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = leio_settings_new ();

  if (settings != NULL)
    g_settings_reset (settings, "folded-question-sections");
  fixture->session = leio_test_ui_new_session ();
  open_page (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->session);
}

static LeioQuestionSection *
get_section (Fixture *fixture, guint nth)
{
  return LEIO_QUESTION_SECTION (
      leio_test_ui_find (GTK_WIDGET (fixture->page), LEIO_TYPE_QUESTION_SECTION, nth));
}

static GtkWidget *
get_toggle (Fixture *fixture, guint nth)
{
  return leio_test_ui_find (GTK_WIDGET (get_section (fixture, nth)), GTK_TYPE_TOGGLE_BUTTON, 0);
}

static void
fold (Fixture *fixture, guint nth)
{
  g_signal_emit_by_name (get_toggle (fixture, nth), "clicked");
  leio_test_ui_settle ();
}

/* The question of the section in whose row the focus is. */
static const char *
get_focused (Fixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, LEIO_TYPE_QUESTION_ROW) : NULL;
  const LeioQuestionnaire *questionnaire = leio_session_get_questionnaire (fixture->session);

  if (row == NULL || gtk_widget_get_ancestor (row, LEIO_TYPE_QUESTION_SECTION) == NULL)
    return NULL;
  return leio_questionnaire_get_question (
             questionnaire, leio_question_row_get_question (LEIO_QUESTION_ROW (row)))
      ->id;
}

static void
assert_expanded (Fixture *fixture, guint section, gboolean expanded)
{
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (get_toggle (fixture, section)),
                                    GTK_ACCESSIBLE_STATE_EXPANDED, expanded);
  g_assert_true (leio_question_section_get_unfolded (get_section (fixture, section)) == expanded);
}

static void
test_fold (Fixture *fixture, gconstpointer data)
{
  GtkWidget *section = GTK_WIDGET (get_section (fixture, 0));

  leio_test_ui_answer (fixture->session, "site", "limb");
  assert_expanded (fixture, 0, TRUE);
  g_assert_nonnull (leio_test_ui_find_label (section, "Where is the tumour?"));
  g_assert_null (leio_test_ui_find_label (section, "site (limb)"));
  fold (fixture, 0);
  assert_expanded (fixture, 0, FALSE);
  g_assert_null (leio_test_ui_find_label (section, "Where is the tumour?"));
  g_assert_nonnull (leio_test_ui_find_label (section, "site (limb)"));
  g_assert_nonnull (leio_test_ui_find_label (section, "1/3"));
  assert_expanded (fixture, 1, TRUE);
}

/* Also in the next window. */
static void
test_fold_is_remembered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = leio_settings_new ();

  if (settings == NULL)
    {
      g_test_skip ("the schema is not installed");
      return;
    }

  fold (fixture, 1);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  open_page (fixture);
  assert_expanded (fixture, 0, TRUE);
  assert_expanded (fixture, 1, FALSE);
  fold (fixture, 1);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  open_page (fixture);
  assert_expanded (fixture, 1, TRUE);
}

static void
test_jump_unfolds (Fixture *fixture, gconstpointer data)
{
  fold (fixture, 1);
  leio_question_page_show_question (fixture->page,
                                    leio_test_ui_question (fixture->session, "symptoms"));
  assert_expanded (fixture, 1, TRUE);
  g_assert_cmpstr (get_focused (fixture), ==, "symptoms");
}

static void
test_step_open (Fixture *fixture, gconstpointer data)
{
  leio_test_ui_answer (fixture->session, "site", "limb");
  gtk_root_set_focus (GTK_ROOT (fixture->window), NULL);
  leio_question_page_step_open (fixture->page, 1);
  g_assert_cmpstr (get_focused (fixture), ==, "size_cm");
  leio_test_ui_answer (fixture->session, "grade", "3");
  leio_question_page_step_open (fixture->page, 1);
  g_assert_cmpstr (get_focused (fixture), ==, "symptoms");
  leio_question_page_step_open (fixture->page, -1);
  g_assert_cmpstr (get_focused (fixture), ==, "size_cm");
  leio_question_page_step_open (fixture->page, -1);
  g_assert_cmpstr (get_focused (fixture), !=, "site");
}

static void
test_step_section (Fixture *fixture, gconstpointer data)
{
  gtk_root_set_focus (GTK_ROOT (fixture->window), NULL);
  leio_question_page_step_section (fixture->page, 1);
  g_assert_cmpstr (get_focused (fixture), ==, "site");
  leio_question_page_step_section (fixture->page, 1);
  g_assert_cmpstr (get_focused (fixture), ==, "symptoms");
  leio_question_page_step_section (fixture->page, 1);
  g_assert_cmpstr (get_focused (fixture), ==, "symptoms");
  leio_question_page_step_section (fixture->page, -1);
  g_assert_cmpstr (get_focused (fixture), ==, "site");
}

/* Enter in an answered question: the focus is there before the next key is. */
static void
test_enter_goes_on (Fixture *fixture, gconstpointer data)
{
  GtkWidget *focus;

  leio_question_page_show_question (fixture->page,
                                    leio_test_ui_question (fixture->session, "site"));
  leio_test_ui_answer (fixture->session, "site", "limb");
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (gtk_widget_activate_action (focus, "question.go-on", NULL));
  g_assert_cmpstr (get_focused (fixture), ==, "size_cm");
}

#define ADD(path, function)                                                                        \
  g_test_add ("/ui/question-page/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  gtk_init ();
  leio_style_register_resources ();

  ADD ("fold", test_fold);
  ADD ("fold-is-remembered", test_fold_is_remembered);
  ADD ("jump-unfolds", test_jump_unfolds);
  ADD ("step-open", test_step_open);
  ADD ("step-section", test_step_section);
  ADD ("enter-goes-on", test_enter_goes_on);
  return g_test_run ();
}
