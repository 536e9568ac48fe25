/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules and sources as they are read: the lists, the pages, the charts.
 */
#include "config.h"

#include <math.h>

#include "leio-catalogue.h"
#include "leio-chart.h"
#include "leio-figure-words.h"
#include "leio-figure-view.h"
#include "leio-knowledge-pages.h"
#include "leio-knowledge-window.h"
#include "leio-source-chip.h"
#include "leio-style.h"
#include "leio-test-ui.h"

static const LeioKnowledge *
get_base (void)
{
  return leio_engine_get_knowledge (leio_test_ui_get_engine ());
}

static LeioKnowledge *
load_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path
      = g_build_filename (g_getenv ("LEIO_SOURCE_DIR"), "data/knowledge/leiomyosarcoma", NULL);
  LeioKnowledge *knowledge = leio_knowledge_load (path, &error);

  g_assert_no_error (error);
  return knowledge;
}

static const LeioFigure *
get_figure (void)
{
  const LeioSource *source = leio_knowledge_find_source (get_base (), "trial-2020");

  return g_ptr_array_index (source->figures, 0);
}

static LeioFigure *
make_figure (double value, double low, double high)
{
  LeioFigure *figure = g_new0 (LeioFigure, 1);
  LeioFigureArm arm = { (char *) "arm", value, low, high };

  figure->title = (char *) "Title";
  figure->arms = g_array_new (FALSE, FALSE, sizeof (LeioFigureArm));
  g_array_append_val (figure->arms, arm);
  return figure;
}

/* Every scale begins at zero, ends at a round number, and holds the whole interval. */
static void
test_scale (void)
{
  const struct
  {
    double value, low, high;
    double from, to, step;
  } table[] = {
    { 33, 26, 48, 0, 50, 10 },      { 12.2, 10.1, 15.6, 0, 20, 5 }, { 4, 2.6, 5.5, 0, 6, 2 },
    { 84, NAN, NAN, 0, 100, 20 },   { 0.5, NAN, NAN, 0, 0.5, 0.1 }, { 0, NAN, NAN, 0, 1, 0.2 },
    { -2, -4, 1, -4, 1, 1 },        { 1200, NAN, NAN, 0, 1500, 500 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      LeioFigure *figure = make_figure (table[i].value, table[i].low, table[i].high);
      LeioScale scale = leio_scale_for_figure (figure);

      g_assert_cmpfloat_with_epsilon (scale.low, table[i].from, 1e-9);
      g_assert_cmpfloat_with_epsilon (scale.high, table[i].to, 1e-9);
      g_assert_cmpfloat_with_epsilon (scale.step, table[i].step, 1e-9);
      g_array_unref (figure->arms);
      g_free (figure);
    }
}

/* Lengths are in proportion, and mirrored where one reads from right to left. */
static void
test_places (void)
{
  LeioScale scale = { 0, 50, 10 };

  g_assert_cmpfloat_with_epsilon (leio_scale_place (&scale, 0, 200, FALSE), 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (leio_scale_place (&scale, 25, 200, FALSE), 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (leio_scale_place (&scale, 50, 200, FALSE), 200, 1e-9);
  g_assert_cmpfloat_with_epsilon (leio_scale_place (&scale, 0, 200, TRUE), 200, 1e-9);
  g_assert_cmpfloat_with_epsilon (leio_scale_place (&scale, 40, 200, TRUE), 40, 1e-9);
}

/* As they are told: a space that does not break stands before the unit. */
static const char told_both[] = "with: 60\u00a0% (50 to 70); without: 50.5\u00a0%";
static const char told_without[] = "without: 50.5\u00a0%";

static void
test_chart_in_words (void)
{
  g_autofree char *words = leio_figure_dup_description (get_figure ());

  g_assert_cmpstr (words, ==, told_both);
}

/* A narrow chart wraps the names of the arms and becomes higher, and never wider. */
static void
test_chart_size (void)
{
  GtkWidget *chart = g_object_ref_sink (leio_chart_new (get_figure ()));
  int minimum, wide, narrow;

  gtk_widget_measure (chart, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 240);
  gtk_widget_measure (chart, GTK_ORIENTATION_VERTICAL, 500, NULL, &wide, NULL, NULL);
  gtk_widget_measure (chart, GTK_ORIENTATION_VERTICAL, minimum, NULL, &narrow, NULL, NULL);
  g_assert_cmpint (wide, >, 40);
  g_assert_cmpint (narrow, >=, wide);
  gtk_test_accessible_assert_role (chart, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Alive after 5 years");
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, told_both);
  g_object_unref (chart);
}

static GtkWidget *
find_row (GtkWidget *view, guint nth)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *box = leio_test_ui_find (view, GTK_TYPE_BOX, i);

      g_assert_nonnull (box);
      if (gtk_widget_has_css_class (box, "leio-row") && nth-- == 0)
        return box;
    }
}

/* Who cannot see the chart reaches every number by keyboard, row by row. */
static void
test_table (void)
{
  GtkWidget *view = g_object_ref_sink (leio_figure_view_new (get_figure ()));
  GtkWidget *expander = leio_test_ui_find (view, GTK_TYPE_EXPANDER, 0);
  GtkWidget *row;

  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  row = find_row (view, 1);
  g_assert_true (gtk_widget_get_focusable (row));
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_ROW);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, told_without);
  g_assert_nonnull (leio_test_ui_find_label (find_row (view, 0), "50 to 70"));
  g_assert_nonnull (leio_test_ui_find_label (row, "not told"));
  g_object_unref (view);
}

static guint
count_shown (LeioCatalogue *catalogue)
{
  /* The first lists are those of the drop-downs. */
  GtkWidget *list = leio_test_ui_find (GTK_WIDGET (catalogue), GTK_TYPE_LIST_VIEW, 0);

  for (guint i = 1; !gtk_widget_get_ancestor (list, GTK_TYPE_SCROLLED_WINDOW)
                    || gtk_widget_get_ancestor (list, GTK_TYPE_POPOVER);
       i++)
    list = leio_test_ui_find (GTK_WIDGET (catalogue), GTK_TYPE_LIST_VIEW, i);
  return g_list_model_get_n_items (
      G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))));
}

static GtkWidget *
open_page (guint index, gpointer user_data)
{
  return leio_knowledge_pages_new_source (user_data, index, FALSE);
}

static LeioCatalogue *
make_catalogue (LeioKnowledge *knowledge)
{
  LeioCatalogue *self = g_object_new (LEIO_TYPE_CATALOGUE, "any-kind", "Any kind", NULL);
  g_autoptr (GListModel) items = leio_knowledge_pages_list_sources (knowledge, FALSE);

  g_object_ref_sink (self);
  leio_catalogue_fill (self, items, open_page, knowledge);
  return self;
}

/* Search and filters narrow each other down, and an empty search shows everything again. */
static void
test_search_and_filter (void)
{
  g_autoptr (LeioKnowledge) knowledge = load_shipped ();
  LeioCatalogue *catalogue = make_catalogue (knowledge);
  GtkEditable *search
      = GTK_EDITABLE (leio_test_ui_find (GTK_WIDGET (catalogue), GTK_TYPE_SEARCH_ENTRY, 0));
  GtkDropDown *kinds
      = GTK_DROP_DOWN (leio_test_ui_find (GTK_WIDGET (catalogue), GTK_TYPE_DROP_DOWN, 0));
  GtkDropDown *periods
      = GTK_DROP_DOWN (leio_test_ui_find (GTK_WIDGET (catalogue), GTK_TYPE_DROP_DOWN, 1));
  guint all = count_shown (catalogue), found, kind;

  g_assert_cmpuint (all, ==, knowledge->sources->len);
  gtk_editable_set_text (search, "Trabectedin  PAUTIER");
  g_signal_emit_by_name (search, "search-changed");
  found = count_shown (catalogue);
  g_assert_cmpuint (found, >, 0);
  g_assert_cmpuint (found, <, all);
  gtk_editable_set_text (search, "no source says this");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (count_shown (catalogue), ==, 0);
  gtk_editable_set_text (search, "");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (count_shown (catalogue), ==, all);

  gtk_drop_down_set_selected (kinds, 1);
  kind = count_shown (catalogue);
  gtk_drop_down_set_selected (periods, 1);
  g_assert_cmpuint (kind, <, all);
  g_assert_cmpuint (count_shown (catalogue), <, kind);

  /* To show a source drops what would hide it. */
  leio_catalogue_show (catalogue, 0);
  g_assert_cmpuint (count_shown (catalogue), ==, all);
  g_assert_nonnull (leio_test_ui_find_label (
      GTK_WIDGET (catalogue),
      ((LeioSource *) g_ptr_array_index (knowledge->sources, 0))->finding));
  g_object_unref (catalogue);
}

/* Nobody has checked it: so it is not shown as evidence. */
static void
test_unchecked_source (void)
{
  g_autoptr (GListModel) items = leio_knowledge_pages_list_sources (get_base (), FALSE);

  g_assert_cmpuint (get_base ()->sources->len, ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (items), ==, 2);
}

static GtkWidget *
find_link (GtkWidget *page, const char *text)
{
  GtkWidget *label = leio_test_ui_find_label (page, text);

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;
}

/* A rule that is opened shows all it says, in words. */
static void
test_rule_page (void)
{
  const LeioRule *rule = leio_knowledge_find_rule (get_base (), "excise-late");
  GtkWidget *page = g_object_ref_sink (leio_knowledge_pages_new_rule (get_base (), rule->index));
  const char *const texts[] = { "Advises against: Excision, Watching",
                                "stage: “Late”",
                                "symptoms: “Bleeding”",
                                "At size the risk is high.",
                                "Your team may advise something else.",
                                "Level of evidence II, grade of recommendation D",
                                "Guide 2021: against",
                                "stage = late and symptoms has bleeding" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_nonnull (leio_test_ui_find_label (page, texts[i]));
  g_assert_nonnull (find_link (page, "Recommends: Excision"));
  g_assert_nonnull (find_link (page, "Trial 2020: Is it so?"));
  gtk_test_accessible_assert_role (find_link (page, "Trial 2020"), GTK_ACCESSIBLE_ROLE_LINK);
  g_object_unref (page);
}

static void
test_source_page (void)
{
  const LeioSource *source = leio_knowledge_find_source (get_base (), "trial-2020");
  GtkWidget *page
      = g_object_ref_sink (leio_knowledge_pages_new_source (get_base (), source->index, FALSE));
  GtkWidget *link = find_link (page, "https://pubmed.ncbi.nlm.nih.gov/12345/");

  g_assert_true (GTK_IS_LINK_BUTTON (link));
  g_assert_true (gtk_widget_get_focusable (link));
  g_assert_nonnull (leio_test_ui_find (page, LEIO_TYPE_CHART, 0));
  g_assert_nonnull (leio_test_ui_find_label (page, "2 rules rest on it"));
  g_assert_nonnull (find_link (page, "Offers as an option: Radiation"));
  g_object_unref (page);
}

/* Every page of the shipped base can be made: warnings are fatal here. */
static void
test_shipped_pages (void)
{
  g_autoptr (LeioKnowledge) knowledge = load_shipped ();

  for (guint i = 0; i < knowledge->rules->len; i++)
    g_object_unref (g_object_ref_sink (leio_knowledge_pages_new_rule (knowledge, i)));
  for (guint i = 0; i < knowledge->sources->len; i++)
    g_object_unref (g_object_ref_sink (leio_knowledge_pages_new_source (knowledge, i, FALSE)));
  for (guint i = 0; i < knowledge->properties->len; i++)
    g_object_unref (g_object_ref_sink (leio_knowledge_pages_new_property (knowledge, i)));
}

static void
test_window_follows_links (void)
{
  GtkWidget *parent = gtk_window_new ();
  GtkWidget *window
      = leio_knowledge_window_new (GTK_WINDOW (parent), leio_knowledge_ref (
                                                            (LeioKnowledge *) get_base ()),
                                   FALSE);

  leio_knowledge_unref ((LeioKnowledge *) get_base ());
  gtk_window_present (GTK_WINDOW (window));
  leio_knowledge_window_show_source (LEIO_KNOWLEDGE_WINDOW (window), "guide-2021");
  leio_test_ui_settle ();
  g_assert_nonnull (leio_test_ui_find_label (window, "Excise."));
  g_assert_true (gtk_widget_activate_action (window, "knowledge.show-rule", "s", "excise-late"));
  g_assert_nonnull (leio_test_ui_find_label (window, "stage: “Late”"));
  g_assert_true (gtk_widget_activate_action (window, "knowledge.show-rule", "s", "no such"));
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (parent));
  leio_test_ui_settle ();
}

/* From the chip of a card to the page of the source. */
static void
test_chip_leads_to_page (void)
{
  const LeioSource *source = leio_knowledge_find_source (get_base (), "trial-2020");
  GtkWidget *chip = leio_source_chip_new (get_base (), source->index, NULL);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *link;
  const char *action;

  gtk_window_set_child (GTK_WINDOW (window), chip);
  gtk_window_present (GTK_WINDOW (window));
  leio_test_ui_settle ();
  g_signal_emit_by_name (chip, "clicked");
  link = find_link (chip, "Open the page of this source");
  g_assert_nonnull (link);
  action = gtk_actionable_get_action_name (GTK_ACTIONABLE (link));
  g_assert_cmpstr (action, ==, "win.show-source");
  g_assert_cmpstr (
      g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (link)), NULL),
      ==, "trial-2020");
  gtk_window_destroy (GTK_WINDOW (window));
  leio_test_ui_settle ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  gtk_init ();
  leio_style_register_resources ();
  leio_style_load (gdk_display_get_default ());

  g_test_add_func ("/ui/chart/scale", test_scale);
  g_test_add_func ("/ui/chart/places", test_places);
  g_test_add_func ("/ui/chart/in-words", test_chart_in_words);
  g_test_add_func ("/ui/chart/size", test_chart_size);
  g_test_add_func ("/ui/chart/table", test_table);
  g_test_add_func ("/ui/catalogue/search-and-filter", test_search_and_filter);
  g_test_add_func ("/ui/catalogue/unchecked-source", test_unchecked_source);
  g_test_add_func ("/ui/knowledge/rule-page", test_rule_page);
  g_test_add_func ("/ui/knowledge/source-page", test_source_page);
  g_test_add_func ("/ui/knowledge/shipped-pages", test_shipped_pages);
  g_test_add_func ("/ui/knowledge/follows-links", test_window_follows_links);
  g_test_add_func ("/ui/knowledge/chip-leads-to-page", test_chip_leads_to_page);

  return g_test_run ();
}
