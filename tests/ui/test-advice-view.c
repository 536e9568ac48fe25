/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The advice page as a person arranges it: grouped, filtered, folded, and read
 * at home.
 */
#include "config.h"

#include "leio-advice-list.h"
#include "leio-advice-page.h"
#include "leio-advice-summary.h"
#include "leio-argument-row.h"
#include "leio-group-heading.h"
#include "leio-source-chip.h"
#include "leio-style.h"
#include "leio-test-advice.h"

static guint
find_treatment (LeioTestAdvice *fixture, const char *id)
{
  const LeioTreatment *treatment =
      leio_knowledge_find_treatment (leio_session_get_knowledge (fixture->session), id);

  g_assert_nonnull (treatment);
  return treatment->index;
}

static gboolean
is_shown (LeioTestAdvice *fixture, const char *id)
{
  return gtk_widget_get_mapped (
      GTK_WIDGET (leio_test_find_card (fixture, find_treatment (fixture, id))));
}

/* By phase: every treatment that is relevant stands under the phase in which it comes, whatever
 * its status, and the counts of every status are still on top. */
static void
test_by_phase (LeioTestAdvice *fixture, gconstpointer data)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (fixture->session);
  LeioAdvicePage *page = LEIO_ADVICE_PAGE (fixture->page);
  g_autoptr (GArray) order = leio_advice_order (
      knowledge, leio_session_get_advice (fixture->session), LEIO_ADVICE_BY_PHASE);
  guint before = 0;

  for (guint i = 0; i < order->len; i++)
    {
      const LeioTreatment *treatment =
          g_ptr_array_index (knowledge->treatments, g_array_index (order, guint, i));
      LeioAdviceGroup group = leio_test_get_group (fixture, treatment->index);

      if (group == LEIO_ADVICE_GROUP_EMERGENCY || group == LEIO_ADVICE_GROUP_NOT_RELEVANT)
        continue;
      g_assert_cmpuint (treatment->phase, >=, before);
      before = treatment->phase;
    }

  leio_advice_page_set_grouping (page, LEIO_ADVICE_BY_PHASE);
  leio_test_wait (4);
  g_assert_nonnull (leio_test_ui_find_label (fixture->page, "Drugs for advanced disease"));
  g_assert_nonnull (leio_test_ui_find_label (fixture->page, "Not advised 10"));
  g_assert_false (is_shown (fixture, "hysterectomy"));
  leio_advice_page_set_grouping (page, LEIO_ADVICE_BY_STATUS);
  leio_test_wait (4);
  g_assert_cmpint (leio_advice_page_get_grouping (page), ==, LEIO_ADVICE_BY_STATUS);
}

/* The alternatives of one choice stand together under its name, in every section. */
static void
test_choice (LeioTestAdvice *fixture, gconstpointer data)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (fixture->session);

  for (guint grouping = 0; grouping < 2; grouping++)
    {
      g_autoptr (GArray) order =
          leio_advice_order (knowledge, leio_session_get_advice (fixture->session), grouping);
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
      guint last = G_MAXUINT;

      for (guint i = 0; i < order->len; i++)
        {
          guint index = g_array_index (order, guint, i);
          const LeioTreatment *treatment = g_ptr_array_index (knowledge->treatments, index);
          const LeioAdvice *advice = leio_session_get_advice (fixture->session);
          guint section = leio_advice_get_section (knowledge, grouping,
                                                   g_ptr_array_index (advice->treatments, index));
          guint key = section << 8 | (guint) (treatment->choice + 1);

          if (treatment->choice < 0)
            continue;
          g_assert_true (key == last || !g_hash_table_contains (seen, GUINT_TO_POINTER (key)));
          g_hash_table_add (seen, GUINT_TO_POINTER (key));
          last = key;
        }
    }

  leio_advice_page_set_grouping (LEIO_ADVICE_PAGE (fixture->page), LEIO_ADVICE_BY_PHASE);
  leio_test_wait (4);
  g_assert_nonnull (leio_test_ui_find_text (fixture->page, "First-line regimen: one of these"));
  leio_advice_page_show_treatment (LEIO_ADVICE_PAGE (fixture->page),
                                   find_treatment (fixture, "doxorubicin_trabectedin"));
  leio_test_wait (4);
  g_assert_nonnull (
      leio_test_ui_find_text (fixture->page, "One of several (First-line regimen). The longest"));
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (
          leio_test_find_card (fixture, find_treatment (fixture, "doxorubicin_trabectedin"))),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Recommended, First-line regimen");
}

static void
look_for (LeioTestAdvice *fixture, const char *text)
{
  GtkWidget *entry = leio_test_ui_find (fixture->page, GTK_TYPE_SEARCH_ENTRY, 0);

  leio_advice_page_find (LEIO_ADVICE_PAGE (fixture->page));
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
  leio_test_wait (4);
}

/* Words in any case and order, in names, reasons and sources; also in folded sections. */
static void
test_filter (LeioTestAdvice *fixture, gconstpointer data)
{
  GtkWidget *bar = leio_test_ui_find (fixture->page, GTK_TYPE_SEARCH_BAR, 0);

  look_for (fixture, "lms-04 DOXORUBICIN");
  g_assert_true (is_shown (fixture, "doxorubicin_trabectedin"));
  g_assert_false (is_shown (fixture, "morcellation"));
  g_assert_nonnull (leio_test_ui_find_label (fixture->page, "Not advised 10"));

  look_for (fixture, "morcell");
  g_assert_true (is_shown (fixture, "morcellation"));
  g_assert_false (is_shown (fixture, "doxorubicin_trabectedin"));
  look_for (fixture, "hysterectomy whole");
  g_assert_true (is_shown (fixture, "hysterectomy"));

  look_for (fixture, "no such words");
  g_assert_nonnull (leio_test_ui_find_text (fixture->page, "No treatment has these words"));
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (bar), FALSE);
  leio_test_wait (4);
  g_assert_null (leio_test_ui_find_text (fixture->page, "No treatment has these words"));
  g_assert_true (is_shown (fixture, "doxorubicin_trabectedin"));
  g_assert_false (is_shown (fixture, "hysterectomy"));
}

static double
get_y (LeioTestAdvice *fixture, guint treatment)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (leio_test_find_card (fixture, treatment)),
                                            fixture->page, &bounds));
  return bounds.origin.y;
}

/* What is named so stands before what only mentions it, whatever its status; Enter goes to the
 * first. Emptied, the search leaves the page as it was. */
static void
test_filter_rank (LeioTestAdvice *fixture, gconstpointer data)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (fixture->session);
  GtkWidget *entry = leio_test_ui_find (fixture->page, GTK_TYPE_SEARCH_ENTRY, 0);
  guint combination = find_treatment (fixture, "doxorubicin_trabectedin");
  double last_named = 0, first_mention = G_MAXDOUBLE;
  guint n_named = 0;

  look_for (fixture, "doxorubicin");
  for (guint i = 0; i < knowledge->treatments->len; i++)
    {
      const LeioTreatment *treatment = g_ptr_array_index (knowledge->treatments, i);

      if (!is_shown (fixture, treatment->id))
        continue;
      if (strstr (treatment->id, "doxorubicin") == NULL)
        first_mention = MIN (first_mention, get_y (fixture, i));
      else if (++n_named > 0)
        last_named = MAX (last_named, get_y (fixture, i));
    }
  g_assert_cmpuint (n_named, ==, 5);
  g_assert_cmpfloat (first_mention, <, G_MAXDOUBLE);
  g_assert_cmpfloat (last_named, <, first_mention);

  g_signal_emit_by_name (entry, "activate");
  leio_test_wait (4);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window))
                 == GTK_WIDGET (leio_test_find_card (fixture, combination)));

  look_for (fixture, "");
  g_assert_false (is_shown (fixture, "hysterectomy"));
  g_assert_nonnull (leio_test_ui_find_text (fixture->page, "First-line regimen: one of these"));
}

static gboolean
has_reasons (LeioTreatmentCard *card)
{
  GtkWidget *row = leio_test_ui_find (GTK_WIDGET (card), LEIO_TYPE_ARGUMENT_ROW, 0);

  return row != NULL && gtk_widget_get_mapped (row);
}

/* One card or all to a line; the focus in what goes is kept by the card. */
static void
test_fold_cards (LeioTestAdvice *fixture, gconstpointer data)
{
  LeioAdvicePage *page = LEIO_ADVICE_PAGE (fixture->page);
  LeioTreatmentCard *card = leio_test_find_card (fixture, EXCISION);
  GtkWidget *chip = leio_test_ui_find (GTK_WIDGET (card), LEIO_TYPE_SOURCE_CHIP, 0);
  int height = gtk_widget_get_height (GTK_WIDGET (card));

  gtk_widget_grab_focus (chip);
  leio_treatment_card_set_folded (card, TRUE);
  leio_test_wait (4);
  g_assert_false (has_reasons (card));
  g_assert_true (has_reasons (leio_test_find_card (fixture, RADIATION)));
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (card)), <, height / 2);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == GTK_WIDGET (card));
  g_assert_nonnull (leio_test_ui_find_label (GTK_WIDGET (card), "Excision"));

  leio_advice_page_set_all_folded (page, TRUE);
  leio_test_wait (4);
  g_assert_false (has_reasons (leio_test_find_card (fixture, RADIATION)));
  leio_advice_page_set_all_folded (page, FALSE);
  leio_test_wait (4);
  g_assert_true (has_reasons (card));
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (card)), ==, height);
}

/* A section that was folded is folded in the next window, its treatments named. */
static void
test_folds_are_remembered (LeioTestAdvice *fixture, gconstpointer data)
{
  LeioGroupHeading *heading =
      LEIO_GROUP_HEADING (leio_test_ui_find (fixture->page, LEIO_TYPE_GROUP_HEADING, 0));

  leio_group_heading_set_unfolded (heading, FALSE);
  leio_test_wait (4);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (leio_test_find_card (fixture, RADIATION))));
  g_assert_nonnull (leio_test_ui_find_text (fixture->page, "Radiation"));

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  leio_test_ui_settle ();
  leio_test_show (fixture);
  heading = LEIO_GROUP_HEADING (leio_test_ui_find (fixture->page, LEIO_TYPE_GROUP_HEADING, 0));
  g_assert_false (leio_group_heading_get_unfolded (heading));
}

/* At home: plain names, plain reasons, no level, no verdict, and back again. */
static void
test_plain (LeioTestAdvice *fixture, gconstpointer data)
{
  GtkWidget *card = GTK_WIDGET (leio_test_find_card (fixture, RADIATION));

  leio_test_make_late (fixture);
  leio_session_set_plain (fixture->session, TRUE);
  leio_test_wait (4);
  g_assert_nonnull (leio_test_ui_find_label (fixture->page, "Sometimes used"));
  g_assert_nonnull (leio_test_ui_find_label (fixture->page, "Usually not used"));
  g_assert_null (leio_test_ui_find_label (fixture->page, "Not advised"));
  leio_test_assert_text (fixture, RADIATION, "Talk about this with your team.");
  leio_test_assert_text (fixture, EXCISION, "An operation often helps.");
  g_assert_null (leio_test_ui_find_text (GTK_WIDGET (leio_test_find_card (fixture, EXCISION)),
                                         "Excision cures most."));
  g_assert_null (leio_test_find_link (card, "Would be "));

  leio_session_set_plain (fixture->session, FALSE);
  leio_test_wait (4);
  g_assert_nonnull (leio_test_find_link (card, "Would be "));
  g_assert_nonnull (leio_test_ui_find_label (fixture->page, "Not advised"));
  g_assert_null (leio_test_ui_find_text (card, "Talk about this with your team."));
}

/* What is only possible is not told at home; that something is missing is. */
static void
test_plain_and_open (LeioTestAdvice *fixture, gconstpointer data)
{
  leio_session_set_plain (fixture->session, TRUE);
  leio_test_wait (4);
  leio_test_assert_text (fixture, RADIATION, "The reasons depend on answers that are still open.");
  leio_test_make_late (fixture);
  g_assert_null (leio_test_ui_find_text (GTK_WIDGET (leio_test_find_card (fixture, RADIATION)),
                                         "The reasons depend on answers"));
}

static GtkWidget *
find_heading (GtkWidget *list, const char *title)
{
  GtkWidget *heading;

  for (guint i = 0; (heading = leio_test_ui_find (list, LEIO_TYPE_GROUP_HEADING, i)) != NULL; i++)
    if (leio_test_ui_find_label (heading, title) != NULL)
      return heading;
  return NULL;
}

/* Who says what is told in the words of specialists: at home only that they differ. */
static void
test_plain_positions (LeioTestAdvice *fixture, gconstpointer data)
{
  g_assert_nonnull (leio_test_ui_find_text (fixture->page, "Guidelines and experts differ"));
  leio_session_set_plain (fixture->session, TRUE);
  leio_test_wait (8);
  g_assert_nonnull (leio_test_ui_find_text (fixture->page, "Experts do not all agree on this."));
}

/* A count on top leads to the heading of what it counts, wherever the view was before. */
static void
test_counts_lead (LeioTestAdvice *fixture, gconstpointer data)
{
  static const struct
  {
    const char *count, *title;
  } groups[] = {
    { "Option ", "Option" },
    { "Not advised ", "Not advised" },
    { "Recommended ", "Recommended" },
  };
  GtkWidget *list = leio_test_ui_find (fixture->page, LEIO_TYPE_ADVICE_LIST, 0);

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      GtkWidget *summary = leio_test_ui_find (fixture->page, LEIO_TYPE_ADVICE_SUMMARY, 0);
      GtkWidget *heading;
      graphene_rect_t bounds;

      g_signal_emit_by_name (leio_test_find_link (summary, groups[i].count), "clicked");
      leio_test_wait (4);
      heading = find_heading (list, groups[i].title);
      g_assert_nonnull (heading);
      g_assert_true (gtk_widget_compute_bounds (heading, list, &bounds));
      g_assert_cmpfloat (bounds.origin.y, >=, 0);
      g_assert_cmpfloat (bounds.origin.y, <, 100);
    }
}

static guint
count_empty (GtkWidget *list)
{
  guint n_empty = 0;
  GtkWidget *card;

  for (guint i = 0; (card = leio_test_ui_find (list, LEIO_TYPE_TREATMENT_CARD, i)) != NULL; i++)
    {
      graphene_rect_t bounds;

      g_assert_true (gtk_widget_compute_bounds (card, list, &bounds));
      if (gtk_widget_get_mapped (card) && bounds.origin.y < gtk_widget_get_height (list)
          && bounds.origin.y + bounds.size.height > 0)
        n_empty += gtk_widget_get_first_child (card) == NULL;
    }
  return n_empty;
}

/* Cards get their content as they come near: also where it is the window that grows. */
static void
test_fills_a_larger_window (LeioTestAdvice *fixture, gconstpointer data)
{
  GtkWidget *list = leio_test_ui_find (fixture->page, LEIO_TYPE_ADVICE_LIST, 0);
  int height = gtk_widget_get_height (list);

  leio_advice_page_set_all_folded (LEIO_ADVICE_PAGE (fixture->page), TRUE);
  leio_test_wait (60);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 960, 1020);
  for (guint i = 0; i < 100 && gtk_widget_get_height (list) == height; i++)
    leio_test_wait (1);
  g_assert_cmpint (gtk_widget_get_height (list), >, height);
  leio_test_wait (60);
  g_assert_cmpuint (count_empty (list), ==, 0);
}

/* A standard case, or one for the full board with the reason. */
static void
test_board (LeioTestAdvice *fixture, gconstpointer data)
{
  leio_test_ui_answer (fixture->session, "could_be_pregnant", "no");
  leio_test_wait (4);
  g_assert_nonnull (
      leio_test_ui_find_text (fixture->page, "For the full board, because 3 treatments wait for"));

  leio_test_make_late (fixture);
  g_assert_nonnull (
      leio_test_ui_find_text (fixture->page, "because guidelines or experts differ on the order."));
  leio_test_answer_number (fixture, "size_cm", 3);
  leio_test_ui_answer (fixture->session, "grade", "1");
  leio_test_wait (4);
  g_assert_nonnull (leio_test_ui_find_text (fixture->page, "Standard case"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  gtk_init ();
  leio_style_register_resources ();
  leio_style_load (gdk_display_get_default ());

  leio_test_add ("/ui/advice-view/fold-cards", test_fold_cards);
  leio_test_add ("/ui/advice-view/folds-are-remembered", test_folds_are_remembered);
  leio_test_add ("/ui/advice-view/plain", test_plain);
  leio_test_add ("/ui/advice-view/plain-and-open", test_plain_and_open);
  leio_test_add ("/ui/advice-view/board", test_board);
  leio_test_add_shipped ("/ui/advice-view/by-phase", LEIO_TEST_METASTATIC, test_by_phase);
  leio_test_add_shipped ("/ui/advice-view/choice", LEIO_TEST_METASTATIC, test_choice);
  leio_test_add_shipped ("/ui/advice-view/counts-lead", LEIO_TEST_METASTATIC, test_counts_lead);
  leio_test_add_shipped ("/ui/advice-view/fills-a-larger-window", LEIO_TEST_METASTATIC,
                         test_fills_a_larger_window);
  leio_test_add_shipped ("/ui/advice-view/plain-positions", LEIO_TEST_METASTATIC,
                         test_plain_positions);
  leio_test_add_shipped ("/ui/advice-view/filter", LEIO_TEST_METASTATIC, test_filter);
  leio_test_add_shipped ("/ui/advice-view/filter-rank", LEIO_TEST_METASTATIC, test_filter_rank);

  return g_test_run ();
}
