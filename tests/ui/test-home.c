/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person alone at home sees: what cannot wait on every page, no number of
 * survival unasked, no codes, and the same words for a status everywhere.
 */
#include "config.h"

#include "leio-advice-order.h"
#include "leio-emergency-bar.h"
#include "leio-question-page.h"
#include "leio-question-row.h"
#include "leio-report.h"
#include "leio-source-chip.h"
#include "leio-source-view.h"
#include "leio-style.h"
#include "leio-test-ui.h"
#include "leio-treatment-body.h"
#include "leio-window.h"
#include "leio-wording.h"

#define CALL_NOW "Please call the hospital now"

static LeioSession *
new_session (gboolean plain)
{
  LeioSession *session = leio_session_new (leio_test_ui_get_shipped_engine ());

  leio_session_set_plain (session, plain);
  return session;
}

static void
answer_set (LeioSession *session, const char *id, const char *value)
{
  guint index = leio_test_ui_question (session, id);
  const LeioKnowledge *knowledge = leio_session_get_knowledge (session);
  const LeioQuestion *question
    = leio_questionnaire_get_question (knowledge->logic->questionnaire, index);
  LeioAnswer answer = { .state = LEIO_ANSWER_GIVEN };

  answer.set = G_GUINT64_CONSTANT (1) << leio_question_find_value (question, value);
  leio_session_set_answer (session, index, &answer);
  leio_test_ui_settle ();
}

static guint
find_treatment (const char *id)
{
  const LeioKnowledge *knowledge = leio_engine_get_knowledge (leio_test_ui_get_shipped_engine ());

  for (guint i = 0; i < knowledge->treatments->len; i++)
    if (g_str_equal (((LeioTreatment *) g_ptr_array_index (knowledge->treatments, i))->id, id))
      return i;

  g_assert_not_reached ();
}

/* It is told where the answer is given and above every page, and nothing says to talk first. */
static void
test_emergency_everywhere (void)
{
  LeioWindow *window = LEIO_WINDOW (leio_window_new (NULL));
  LeioSession *session;
  GtkWidget *bar;

  leio_window_set_engine (window, leio_test_ui_get_shipped_engine ());
  session = leio_window_get_session (window);
  leio_session_set_plain (session, TRUE);
  gtk_window_present (GTK_WINDOW (window));
  leio_test_ui_settle ();
  bar = leio_test_ui_find (GTK_WIDGET (window), LEIO_TYPE_EMERGENCY_BAR, 0);
  g_assert_false (gtk_widget_get_visible (bar));

  answer_set (session, "symptoms", "cord_compression");
  g_assert_true (gtk_widget_get_visible (bar));
  g_assert_nonnull (leio_test_ui_find_label (bar, CALL_NOW));

  answer_set (session, "symptoms", "pain");
  g_assert_false (gtk_widget_get_visible (bar));
  gtk_window_destroy (GTK_WINDOW (window));
  leio_test_ui_settle ();
}

static void
test_emergency_at_the_answer (void)
{
  g_autoptr (LeioSession) session = new_session (TRUE);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *row = leio_question_row_new (session, leio_test_ui_question (session, "symptoms"));

  gtk_window_set_child (GTK_WINDOW (window), row);
  g_assert_null (leio_test_ui_find_label (row, CALL_NOW));
  answer_set (session, "symptoms", "cord_compression");
  g_assert_nonnull (leio_test_ui_find_label (row, CALL_NOW));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_emergency_card (void)
{
  g_autoptr (LeioSession) session = new_session (TRUE);
  const char *talk = "Talk about this with your team";
  GtkWidget *body, *other;

  answer_set (session, "symptoms", "cord_compression");
  body = leio_treatment_body_new (session, find_treatment ("emergency_referral"));
  other = leio_treatment_body_new (session, find_treatment ("psychosocial_care"));
  g_object_ref_sink (body);
  g_object_ref_sink (other);
  g_assert_nonnull (leio_test_ui_find_text (body, CALL_NOW));
  g_assert_null (leio_test_ui_find_text (body, talk));
  g_assert_null (leio_test_ui_find_label (body, talk));
  g_assert_true (leio_test_ui_find_text (other, talk) != NULL
                 || leio_test_ui_find_label (other, talk) != NULL);
  g_object_unref (body);
  g_object_unref (other);
}

static GtkWidget *
open_chip (GtkWidget *window, gboolean home)
{
  const LeioKnowledge *knowledge = leio_engine_get_knowledge (leio_test_ui_get_shipped_engine ());
  const LeioSource *source = leio_knowledge_find_source (knowledge, "lms04-2024");
  GtkWidget *chip = leio_source_chip_new (knowledge, source->index, NULL);

  leio_source_chip_set_home (LEIO_SOURCE_CHIP (chip), home);
  gtk_window_set_child (GTK_WINDOW (window), chip);
  gtk_window_present (GTK_WINDOW (window));
  leio_test_ui_settle ();
  g_signal_emit_by_name (chip, "clicked");
  return chip;
}

/* Who was studied is told at once; numbers come when they are asked for, and go with the chip. */
static void
test_numbers_when_asked_for (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *chip = open_chip (window, TRUE);
  GtkWidget *button;

  g_assert_nonnull (leio_test_ui_find_label (chip, "Who was studied"));
  g_assert_null (leio_test_ui_find_label (chip, "What was found"));
  button = gtk_widget_get_ancestor (leio_test_ui_find_label (chip, "Show the numbers"),
                                    GTK_TYPE_TOGGLE_BUTTON);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  g_assert_nonnull (leio_test_ui_find_label (chip, "What was found"));
  g_assert_nonnull (leio_test_ui_find_label (chip, "They cannot tell how one person will fare"));

  g_signal_emit_by_name (chip, "clicked");
  g_assert_null (leio_test_ui_find_label (chip, "What was found"));

  chip = open_chip (window, FALSE);
  g_assert_nonnull (leio_test_ui_find_label (chip, "What was found"));
  g_assert_null (leio_test_ui_find_label (chip, "Show the numbers"));
  gtk_window_destroy (GTK_WINDOW (window));
  leio_test_ui_settle ();
}

/* No answer settles a treatment at home, and no question decides about one. */
static void
test_nothing_is_settled (void)
{
  g_autoptr (LeioSession) session = new_session (TRUE);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *page = leio_question_page_new (session);

  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  answer_set (session, "symptoms", "pain");
  g_assert_nonnull (leio_test_ui_find_label (page, "By your 1 answer, "));
  g_assert_null (leio_test_ui_find_label (page, "settle"));
  g_assert_null (leio_test_ui_find_label (page, "It decides about"));

  leio_session_set_plain (session, FALSE);
  leio_test_ui_settle ();
  g_assert_nonnull (leio_test_ui_find_label (page, "1 answer settles"));
  gtk_window_destroy (GTK_WINDOW (window));
  leio_test_ui_settle ();
}

/* (nullable): the button of a card that shows the numbers of studies. */
static GtkWidget *
find_numbers_button (GtkWidget *body)
{
  GtkWidget *label = leio_test_ui_find_label (body, "Show the numbers");

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_TOGGLE_BUTTON) : NULL;
}

static LeioTreatmentBody *
present_body (GtkWidget *window, LeioSession *session, const char *treatment)
{
  GtkWidget *body = leio_treatment_body_new (session, find_treatment (treatment));

  gtk_window_set_child (GTK_WINDOW (window), body);
  gtk_window_present (GTK_WINDOW (window));
  leio_treatment_body_set_expanded (LEIO_TREATMENT_BODY (body), TRUE);
  leio_test_ui_settle ();
  return LEIO_TREATMENT_BODY (body);
}

/* In one's own situation a number is there for who asks, with who was studied and how sure it is;
 * one about survival for who asks once more. */
static void
test_numbers_of_a_card (void)
{
  g_autoptr (LeioSession) session = new_session (TRUE);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *body = GTK_WIDGET (present_body (window, session, "doxorubicin"));
  GtkWidget *button = find_numbers_button (body);

  g_assert_nonnull (button);
  g_assert_null (leio_test_ui_find_label (body, "of the patient"));
  g_assert_null (leio_test_ui_find_label (body, "of 100 people"));
  gtk_test_accessible_assert_state (button, GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  g_signal_emit_by_name (button, "clicked");
  leio_test_ui_settle ();
  gtk_test_accessible_assert_state (button, GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  g_assert_nonnull (leio_test_ui_find_label (body, "13 of 100 people"));
  g_assert_nonnull (leio_test_ui_find_label (body, "Who was studied: 150 people"));
  g_assert_nonnull (leio_test_ui_find_text (body, "How sure:"));
  g_assert_null (leio_test_ui_find_label (body, "Who was alive after two years"));

  g_signal_emit_by_name (button, "clicked");
  leio_test_ui_settle ();
  g_assert_null (leio_test_ui_find_label (body, "13 of 100 people"));
  leio_session_set_plain (session, FALSE);
  leio_treatment_body_update (LEIO_TREATMENT_BODY (body));
  g_assert_null (find_numbers_button (body));
  g_assert_nonnull (leio_test_ui_find_label (body, "What it asks of the patient"));
  gtk_window_destroy (GTK_WINDOW (window));
  leio_test_ui_settle ();
}

/* No question is named by a code, and none by the words of specialists. */
static void
test_names_of_questions (void)
{
  const LeioKnowledge *knowledge = leio_engine_get_knowledge (leio_test_ui_get_shipped_engine ());
  guint n_questions = leio_questionnaire_get_n_questions (knowledge->logic->questionnaire);

  for (guint i = 0; i < n_questions; i++)
    {
      const LeioQuestion *it
        = leio_questionnaire_get_question (knowledge->logic->questionnaire, i);

      g_assert_nonnull (it->plain_short);
      g_assert_cmpstr (leio_wording_question_name (knowledge, i, TRUE), ==, it->plain_short);
      g_assert_cmpstr (leio_wording_question_name (knowledge, i, FALSE), ==, it->short_label);
      g_assert_null (strstr (it->plain_short, "ECOG"));
    }
}

/* A badge says what the heading says. */
static void
test_one_word_for_a_status (void)
{
  for (LeioAdviceGroup i = 0; i < LEIO_N_ADVICE_GROUPS; i++)
    {
      if (i == LEIO_ADVICE_GROUP_EMERGENCY || i == LEIO_ADVICE_GROUP_OPEN
          || i == LEIO_ADVICE_GROUP_NONE)
        continue;
      g_assert_cmpstr (leio_advice_group_get_short_title (i, TRUE), ==,
                       leio_advice_group_get_title (i, TRUE));
    }
  g_assert_cmpstr (leio_report_status_heading (LEIO_STATUS_RECOMMENDED, LEIO_REPORT_HOME), ==,
                   "Often used in a situation like this");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  gtk_init ();
  leio_style_register_resources ();
  leio_style_load (gdk_display_get_default ());

  g_test_add_func ("/ui/home/emergency-everywhere", test_emergency_everywhere);
  g_test_add_func ("/ui/home/emergency-at-the-answer", test_emergency_at_the_answer);
  g_test_add_func ("/ui/home/emergency-card", test_emergency_card);
  g_test_add_func ("/ui/home/numbers-when-asked-for", test_numbers_when_asked_for);
  g_test_add_func ("/ui/home/nothing-is-settled", test_nothing_is_settled);
  g_test_add_func ("/ui/home/numbers-of-a-card", test_numbers_of_a_card);
  g_test_add_func ("/ui/home/names-of-questions", test_names_of_questions);
  g_test_add_func ("/ui/home/one-word-for-a-status", test_one_word_for_a_status);

  return g_test_run ();
}
