/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "leio-advice-list.h"
#include "leio-advice-page.h"
#include "leio-advice-summary.h"
#include "leio-argument-row.h"
#include "leio-chart.h"
#include "leio-group-heading.h"
#include "leio-source-chip.h"
#include "leio-source-view.h"
#include "leio-style.h"
#include "leio-test-advice.h"
#include "leio-treatment-body.h"

static int
get_y (LeioTestAdvice *fixture, gpointer widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, fixture->window, &bounds));
  return (int) round (bounds.origin.y);
}

static void
test_groups (LeioTestAdvice *fixture, gconstpointer data)
{
  g_assert_cmpint (leio_test_get_group (fixture, RADIATION), ==, LEIO_ADVICE_GROUP_OPEN);
  g_assert_cmpint (leio_test_get_group (fixture, WATCHING), ==, LEIO_ADVICE_GROUP_OPEN);

  leio_test_ui_answer (fixture->session, "could_be_pregnant", "yes");
  leio_test_ui_answer (fixture->session, "pregnancy", "yes");
  g_assert_cmpint (leio_test_get_group (fixture, EXCISION), ==, LEIO_ADVICE_GROUP_CONTRAINDICATED);

  leio_test_ui_answer (fixture->session, "pregnancy", "no");
  leio_test_ui_answer (fixture->session, "site", "limb");
  leio_test_answer_number (fixture, "size_cm", 8);
  g_assert_cmpint (leio_test_get_group (fixture, RADIATION), ==, LEIO_ADVICE_GROUP_OPTION);
  leio_test_answer_number (fixture, "size_cm", 3);
  g_assert_cmpint (leio_test_get_group (fixture, EXCISION), ==, LEIO_ADVICE_GROUP_RECOMMENDED);
  g_assert_cmpint (leio_test_get_group (fixture, RADIATION), ==, LEIO_ADVICE_GROUP_NOT_RELEVANT);
}

static void
test_order (LeioTestAdvice *fixture, gconstpointer data)
{
  g_autoptr (GArray) order = NULL;
  int excision, radiation;

  leio_test_ui_answer (fixture->session, "could_be_pregnant", "no");
  leio_test_ui_answer (fixture->session, "site", "limb");
  leio_test_answer_number (fixture, "size_cm", 8);
  leio_test_answer_set (fixture, "symptoms", 0);
  leio_test_wait (4);

  order = leio_advice_order (leio_session_get_knowledge (fixture->session),
                             leio_session_get_advice (fixture->session), LEIO_ADVICE_BY_STATUS);
  g_assert_cmpuint (order->len, ==, 3);
  g_assert_cmpuint (g_array_index (order, guint, 0), ==, EXCISION);
  g_assert_cmpuint (g_array_index (order, guint, 1), ==, RADIATION);
  g_assert_cmpuint (g_array_index (order, guint, 2), ==, WATCHING);

  excision = get_y (fixture, leio_test_find_card (fixture, EXCISION));
  radiation = get_y (fixture, leio_test_find_card (fixture, RADIATION));
  g_assert_cmpint (excision, <, radiation);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (leio_test_find_card (fixture, WATCHING))));
  g_assert_nonnull (leio_test_ui_find_label (fixture->page, "Recommended 1"));
  g_assert_nonnull (leio_test_ui_find_label (fixture->page, "Not relevant 1"));
}

/* What is not relevant is named, and shown as cards on wish. */
static void
test_folded (LeioTestAdvice *fixture, gconstpointer data)
{
  GtkWidget *link;

  leio_test_ui_answer (fixture->session, "site", "skin");
  leio_test_ui_answer (fixture->session, "could_be_pregnant", "no");
  leio_test_wait (4);
  g_assert_nonnull (leio_test_ui_find_text (fixture->page, "Watching"));

  link = leio_test_find_link (leio_test_ui_find (fixture->page, LEIO_TYPE_ADVICE_SUMMARY, 0),
                              "Not relevant 2");
  g_assert_nonnull (link);
  g_signal_emit_by_name (link, "clicked");
  leio_test_wait (4);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (leio_test_find_card (fixture, WATCHING))));
  leio_test_assert_text (fixture, WATCHING, "Nothing speaks for or against it");
}

/* A treatment that is open says what it depends on, and each question is a link. */
static void
test_open (LeioTestAdvice *fixture, gconstpointer data)
{
  GtkWidget *card = GTK_WIDGET (leio_test_find_card (fixture, WATCHING));
  GtkWidget *link = leio_test_find_link (card, "symptoms");

  g_assert_nonnull (leio_test_ui_find_label (card, "Depends on:"));
  leio_test_assert_text (fixture, WATCHING, "Would speak against it. Waits for:");
  g_assert_nonnull (link);
  g_assert_true (gtk_widget_get_sensitive (link));

  g_signal_emit_by_name (link, "clicked");
  g_assert_cmpstr (fixture->shown_question, ==, "symptoms");
}

static void
test_overridden (LeioTestAdvice *fixture, gconstpointer data)
{
  leio_test_make_late (fixture);

  g_assert_cmpint (leio_test_get_group (fixture, EXCISION), ==, LEIO_ADVICE_GROUP_NOT_ADVISED);
  leio_test_assert_text (fixture, EXCISION, "At 8 cm the risk is high.");
  leio_test_assert_text (fixture, EXCISION, "Excision cures most.");
  leio_test_assert_text (fixture, EXCISION, "Outweighed by: “At 8 cm the risk is high.”");
  leio_test_assert_text (fixture, EXCISION, "Guide 2021: against");
  g_assert_nonnull (
      leio_test_ui_find_label (GTK_WIDGET (leio_test_find_card (fixture, EXCISION)), "~"));
  g_assert_nonnull (
      leio_test_ui_find_label (GTK_WIDGET (leio_test_find_card (fixture, EXCISION)), "−"));
}

/* Cards stay the same widgets, and one where nothing changed is not touched. */
static void
test_in_place (LeioTestAdvice *fixture, gconstpointer data)
{
  LeioTreatmentCard *excision = leio_test_find_card (fixture, EXCISION);
  LeioTreatmentCard *radiation = leio_test_find_card (fixture, RADIATION);
  GtkWidget *row = leio_test_ui_find (GTK_WIDGET (radiation), LEIO_TYPE_ARGUMENT_ROW, 0);

  leio_test_ui_answer (fixture->session, "site", "limb");
  g_assert_false (leio_treatment_card_is_stale (radiation));
  g_assert_true (leio_test_find_card (fixture, EXCISION) == excision);
  g_assert_true (leio_test_find_card (fixture, RADIATION) == radiation);
  g_assert_true (leio_test_ui_find (GTK_WIDGET (radiation), LEIO_TYPE_ARGUMENT_ROW, 0) == row);
}

/* The focus stays on the chip while its card changes and goes to another group. */
static void
test_keeps_focus (LeioTestAdvice *fixture, gconstpointer data)
{
  GtkWidget *chip = leio_test_ui_find (GTK_WIDGET (leio_test_find_card (fixture, EXCISION)),
                                       LEIO_TYPE_SOURCE_CHIP, 0);

  gtk_widget_grab_focus (chip);
  leio_test_make_late (fixture);

  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == chip);
}

static void
test_chip (LeioTestAdvice *fixture, gconstpointer data)
{
  GtkWidget *chip = leio_test_ui_find (GTK_WIDGET (leio_test_find_card (fixture, EXCISION)),
                                       LEIO_TYPE_SOURCE_CHIP, 0);
  GtkWidget *popover, *view;

  g_assert_nonnull (chip);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Source: Guide 2021");
  gtk_widget_grab_focus (chip);
  g_signal_emit_by_name (chip, "clicked");
  leio_test_wait (4);

  popover = leio_test_ui_find (chip, GTK_TYPE_POPOVER, 0);
  view = leio_test_ui_find (chip, LEIO_TYPE_SOURCE_VIEW, 0);
  g_assert_true (gtk_widget_get_visible (popover));
  g_assert_nonnull (leio_test_ui_find_label (view, "Author A, Author B, et al. A guide."));
  g_assert_nonnull (leio_test_ui_find_label (view, "assigned by Leio’s authors"));
  g_assert_nonnull (leio_test_ui_find_label (view, "https://doi.org/10.1000/guide"));

  gtk_popover_popdown (GTK_POPOVER (popover));
  leio_test_wait (4);
  g_assert_false (gtk_widget_get_visible (popover));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == chip);
}

/* Figures are told as text; a source that nobody has read has no chip. */
static void
test_sources (LeioTestAdvice *fixture, gconstpointer data)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (fixture->session);
  const LeioSource *trial = leio_knowledge_find_source (knowledge, "trial-2020");
  GtkWidget *view = g_object_ref_sink (leio_source_view_new (knowledge, trial->index, NULL));

  g_assert_nonnull (leio_test_ui_find_label (view, "Alive after 5 years"));
  g_assert_nonnull (leio_test_ui_find (view, LEIO_TYPE_CHART, 0));
  g_object_unref (view);

  g_assert_null (leio_test_ui_find_label (fixture->page, "Talk 2019"));
}

static void
test_what_if (LeioTestAdvice *fixture, gconstpointer data)
{
  LeioTreatmentCard *card = leio_test_find_card (fixture, RADIATION);
  GtkWidget *link;

  leio_test_make_late (fixture);
  link = leio_test_find_link (GTK_WIDGET (card), "Would be ");
  g_assert_nonnull (link);
  gtk_widget_grab_focus (link);
  g_signal_emit_by_name (link, "clicked");
  leio_test_wait (4);

  g_assert_true (leio_session_get_what_if (fixture->session));
  g_assert_cmpint (leio_test_get_group (fixture, RADIATION), !=, LEIO_ADVICE_GROUP_OPTION);
  g_assert_true (
      gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), fixture->page));

  leio_session_drop_what_if (fixture->session);
  leio_test_wait (4);
  g_assert_cmpint (leio_test_get_group (fixture, RADIATION), ==, LEIO_ADVICE_GROUP_OPTION);
}

/* Where what has the focus goes away, its card takes it. */
static void
test_focus_of_what_goes (LeioTestAdvice *fixture, gconstpointer data)
{
  GtkWidget *card = GTK_WIDGET (leio_test_find_card (fixture, WATCHING));
  GtkWidget *link = leio_test_find_link (card, "symptoms");

  gtk_widget_grab_focus (link);
  leio_test_answer_set (fixture, "symptoms", 2);
  leio_test_ui_answer (fixture->session, "grade", "3");
  leio_test_ui_answer (fixture->session, "site", "limb");
  leio_test_answer_number (fixture, "size_cm", 8);
  leio_test_wait (4);

  g_assert_false (gtk_widget_get_mapped (link));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == card);
}

static void
test_changed (LeioTestAdvice *fixture, gconstpointer data)
{
  GtkWidget *card = GTK_WIDGET (leio_test_find_card (fixture, RADIATION));

  leio_test_ui_answer (fixture->session, "could_be_pregnant", "no");
  leio_test_ui_answer (fixture->session, "grade", "1");
  leio_test_wait (4);
  leio_test_ui_answer (fixture->session, "site", "skin");
  leio_test_wait (4);

  g_assert_true (leio_treatment_card_get_changed (LEIO_TREATMENT_CARD (card)));
  g_assert_false (leio_treatment_card_get_changed (leio_test_find_card (fixture, EXCISION)));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Not relevant, changed");
  g_assert_nonnull (leio_test_ui_find_label (fixture->page, "1 treatment changed"));
}

static void
test_card_accessible (LeioTestAdvice *fixture, gconstpointer data)
{
  GtkWidget *card = GTK_WIDGET (leio_test_find_card (fixture, RADIATION));
  GtkWidget *row = leio_test_ui_find (card, LEIO_TYPE_ARGUMENT_ROW, 0);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Radiation");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                   GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (leio_test_ui_find_label (row, "?")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Open");
}

/* It is made anew where it moves to or from the list. */
static GtkWidget *
find_summary (LeioTestAdvice *fixture)
{
  return leio_test_ui_find (fixture->page, LEIO_TYPE_ADVICE_SUMMARY, 0);
}

static void
test_odd (LeioTestAdvice *fixture, gconstpointer data)
{
  GtkWidget *link;

  g_assert_null (leio_test_ui_find_label (find_summary (fixture), "cannot all be true"));
  leio_test_ui_answer (fixture->session, "site", "skin");
  leio_test_answer_number (fixture, "size_cm", 50);
  leio_test_wait (4);

  g_assert_nonnull (leio_test_ui_find_label (find_summary (fixture), "cannot all be true"));
  g_assert_cmpint (leio_test_get_group (fixture, EXCISION), ==, LEIO_ADVICE_GROUP_NONE);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (leio_test_find_card (fixture, EXCISION))));
  link = leio_test_find_link (find_summary (fixture), "size");
  g_assert_nonnull (link);
  g_signal_emit_by_name (link, "clicked");
  g_assert_cmpstr (fixture->shown_question, ==, "size_cm");

  leio_test_answer_number (fixture, "size_cm", 5);
  leio_test_wait (4);
  g_assert_null (leio_test_ui_find_label (find_summary (fixture), "cannot all be true"));
}

static void
test_expand (LeioTestAdvice *fixture, gconstpointer data)
{
  LeioTreatmentCard *card = leio_test_find_card (fixture, EXCISION);

  g_assert_null (leio_test_ui_find_text (GTK_WIDGET (card), "A scar."));
  leio_treatment_card_set_expanded (card, TRUE);
  leio_test_assert_text (fixture, EXCISION, "The tumour is cut out.");
  leio_test_assert_text (fixture, EXCISION, "A scar.");
  leio_test_assert_text (fixture, EXCISION, "An operation often helps.");

  leio_treatment_card_set_expanded (card, FALSE);
  g_assert_null (leio_test_ui_find_text (GTK_WIDGET (card), "A scar."));
}

static GtkAdjustment *
get_adjustment (LeioTestAdvice *fixture)
{
  GtkWidget *list = leio_test_ui_find (fixture->page, LEIO_TYPE_ADVICE_LIST, 0);
  GtkAdjustment *adjustment;

  g_object_get (list, "vadjustment", &adjustment, NULL);
  g_object_unref (adjustment);
  return adjustment;
}

/* The first card that began in view at @places and is in the same group as in @groups. */
static LeioTreatmentCard *
find_steady_card (LeioTestAdvice *fixture, const GArray *groups, const GArray *places)
{
  int top = get_y (fixture, leio_test_ui_find (fixture->page, LEIO_TYPE_ADVICE_LIST, 0));
  LeioTreatmentCard *found = NULL;

  for (guint i = 0; i < groups->len; i++)
    {
      int y = g_array_index (places, int, i);

      if (y < top || g_array_index (groups, LeioAdviceGroup, i) != leio_test_get_group (fixture, i))
        continue;
      if (found == NULL ||
          y < g_array_index (places, int, leio_treatment_card_get_treatment (found)))
        found = leio_test_find_card (fixture, i);
    }

  return found;
}

/* Where every card is: -1 of one that is hidden. */
static void
record (LeioTestAdvice *fixture, GArray *groups, GArray *places)
{
  const LeioAdvice *advice = leio_session_get_advice (fixture->session);

  for (guint i = 0; i < advice->treatments->len; i++)
    {
      GtkWidget *card = GTK_WIDGET (leio_test_find_card (fixture, i));
      LeioAdviceGroup group = leio_test_get_group (fixture, i);
      int y = gtk_widget_get_visible (card) ? get_y (fixture, card) : -1;

      g_array_append_val (groups, group);
      g_array_append_val (places, y);
    }
}

/* Cards above grow, shrink and go elsewhere; what is being read stays where it is. */
static void
test_holds_still (LeioTestAdvice *fixture, gconstpointer data)
{
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (LeioAdviceGroup));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (int));
  LeioTreatmentCard *card;
  guint treatment;

  gtk_root_set_focus (GTK_ROOT (fixture->window), NULL);
  gtk_adjustment_set_value (get_adjustment (fixture), 3000);
  leio_test_wait (4);
  record (fixture, groups, places);

  leio_test_ui_answer (fixture->session, "wish", "comfort");
  leio_test_wait (60);
  card = find_steady_card (fixture, groups, places);
  g_assert_nonnull (card);
  treatment = leio_treatment_card_get_treatment (card);
  g_assert_cmpint (get_y (fixture, card), ==, g_array_index (places, int, treatment));
}

/* At the top the page stays at the top, and so does a card that has the focus. */
static void
test_holds_top (LeioTestAdvice *fixture, gconstpointer data)
{
  gtk_root_set_focus (GTK_ROOT (fixture->window), NULL);
  gtk_adjustment_set_value (get_adjustment (fixture), 0);
  leio_test_wait (4);
  leio_test_answer_number (fixture, "size_cm", 3);
  leio_test_wait (30);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (fixture)), ==, 0);
}

/* No widget in any card is taller than what it was given, at no width. */
static void
assert_fits (GtkWidget *widget, GtkWidget *card, guint width)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);
  graphene_rect_t bounds;

  if (!gtk_widget_get_visible (widget) || GTK_IS_POPOVER (widget))
    return;

  if (widget != card && gtk_widget_compute_bounds (widget, parent, &bounds) &&
      gtk_widget_get_height (parent) > 0 &&
      bounds.origin.y + bounds.size.height > gtk_widget_get_height (parent) + 1 &&
      GTK_IS_BOX (parent) && !GTK_IS_BUTTON (gtk_widget_get_parent (parent)))
    g_test_fail_printf ("card %u at %u px: a %s is cut off",
                        leio_treatment_card_get_treatment (LEIO_TREATMENT_CARD (card)), width,
                        G_OBJECT_TYPE_NAME (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_fits (child, card, width);
}

static void
test_fits (LeioTestAdvice *fixture, gconstpointer data)
{
  const guint widths[] = { 360, 500, 700, 960, 1300 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      GtkWidget *card;

      gtk_window_set_default_size (GTK_WINDOW (fixture->window), widths[i], 740);
      leio_test_wait (20);
      for (guint j = 0; (card = leio_test_ui_find (fixture->page, LEIO_TYPE_TREATMENT_CARD, j));
           j++)
        if (gtk_widget_get_mapped (card))
          assert_fits (card, card, widths[i]);
    }
}

static double
get_channel (double value)
{
  return value <= 0.03928 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const GdkRGBA *colour)
{
  return 0.2126 * get_channel (colour->red) + 0.7152 * get_channel (colour->green) +
         0.0722 * get_channel (colour->blue);
}

static void
assert_contrast (GtkWidget *widget, const char *text, const char *behind)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA fg, bg;
  double light, dark;

  g_assert_true (gtk_style_context_lookup_color (context, text, &fg));
  g_assert_true (gtk_style_context_lookup_color (context, behind, &bg));
  light = MAX (get_luminance (&fg), get_luminance (&bg)) + 0.05;
  dark = MIN (get_luminance (&fg), get_luminance (&bg)) + 0.05;
  if (light / dark < 4.5)
    g_test_fail_printf ("%s on %s has a contrast of %.2f only", text, behind, light / dark);
}

static const char *const pairs[][2] = {
  { "leio_emergency_fg", "leio_emergency_bg" },
  { "leio_recommended_fg", "leio_recommended_bg" },
  { "leio_open_fg", "leio_open_bg" },
  { "leio_option_fg", "leio_option_bg" },
  { "leio_trial_fg", "leio_trial_bg" },
  { "leio_not_advised_fg", "leio_not_advised_bg" },
  { "leio_contraindicated_fg", "leio_contraindicated_bg" },
  { "leio_not_relevant_fg", "leio_not_relevant_bg" },
  { "leio_for_fg", "theme_base_color" },
  { "leio_caution_fg", "theme_base_color" },
  { "leio_against_fg", "theme_base_color" },
  { "leio_secondary_fg", "theme_base_color" },
  { "leio_secondary_fg", "theme_bg_color" },
  { "leio_link_fg", "theme_base_color" },
  { "leio_link_fg", "theme_bg_color" },
  { "theme_fg_color", "leio_chip_bg" },
};

static void
test_contrast (LeioTestAdvice *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();

  for (guint dark = 0; dark < 2; dark++)
    {
      g_object_set (settings, "gtk-application-prefer-dark-theme", dark == 1, NULL);
      for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
        assert_contrast (fixture->page, pairs[i][0], pairs[i][1]);
    }

  gtk_settings_reset_property (settings, "gtk-application-prefer-dark-theme");
}

/* A text set again does not notify, and another one does once. */
static void
count_notify (GObject *object, GParamSpec *pspec, guint *n_notified)
{
  (*n_notified)++;
}

static void
test_text (void)
{
  LeioText *text = g_object_ref_sink (LEIO_TEXT (leio_text_new ("one")));
  guint n_notified = 0;
  int narrow, wide;

  g_signal_connect (text, "notify::text", G_CALLBACK (count_notify), &n_notified);
  leio_text_set_text (text, "one");
  g_assert_cmpuint (n_notified, ==, 0);
  leio_text_set_text (text, "one two three four five six seven eight nine ten");
  g_assert_cmpuint (n_notified, ==, 1);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       leio_text_get_text (text));

  gtk_widget_measure (GTK_WIDGET (text), GTK_ORIENTATION_VERTICAL, 100, &narrow, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (text), GTK_ORIENTATION_VERTICAL, 800, &wide, NULL, NULL, NULL);
  g_assert_cmpint (narrow, >, 2 * wide);

  leio_text_take (text, NULL);
  g_assert_cmpstr (leio_text_get_text (text), ==, "");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (text)));
  g_assert_finalize_object (text);
}

/* The middle of what is painted, where there is room for much more. */
static double
find_middle (const char *words, GtkTextDirection direction)
{
  GtkWidget *text = g_object_ref_sink (leio_text_new (words));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  graphene_rect_t bounds;
  GskRenderNode *node;

  gtk_widget_set_direction (text, direction);
  gtk_widget_measure (text, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (text, 1000, 100, -1, NULL);
  GTK_WIDGET_GET_CLASS (text)->snapshot (text, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_get_bounds (node, &bounds);
  gsk_render_node_unref (node);
  g_object_unref (text);
  return bounds.origin.x + bounds.size.width / 2;
}

/* Lines begin where the window does, in whatever script. */
static void
test_text_begins (void)
{
  static const char *const words[] = { "one", "\xd7\x90\xd7\x97\xd7\x93", "123" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_assert_cmpfloat (find_middle (words[i], GTK_TEXT_DIR_LTR), <, 400);
      g_assert_cmpfloat (find_middle (words[i], GTK_TEXT_DIR_RTL), >, 600);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  gtk_init ();
  leio_style_register_resources ();
  leio_style_load (gdk_display_get_default ());

  g_test_add_func ("/ui/text/set", test_text);
  g_test_add_func ("/ui/text/begins", test_text_begins);
  leio_test_add ("/ui/advice/groups", test_groups);
  leio_test_add ("/ui/advice/order", test_order);
  leio_test_add ("/ui/advice/folded", test_folded);
  leio_test_add ("/ui/advice/open", test_open);
  leio_test_add ("/ui/advice/overridden", test_overridden);
  leio_test_add ("/ui/advice/in-place", test_in_place);
  leio_test_add ("/ui/advice/keeps-focus", test_keeps_focus);
  leio_test_add ("/ui/advice/focus-of-what-goes", test_focus_of_what_goes);
  leio_test_add ("/ui/advice/chip", test_chip);
  leio_test_add ("/ui/advice/sources", test_sources);
  leio_test_add ("/ui/advice/what-if", test_what_if);
  leio_test_add ("/ui/advice/changed", test_changed);
  leio_test_add ("/ui/advice/accessible", test_card_accessible);
  leio_test_add ("/ui/advice/odd", test_odd);
  leio_test_add ("/ui/advice/expand", test_expand);
  leio_test_add ("/ui/advice/contrast", test_contrast);
  leio_test_add_shipped ("/ui/advice/holds-still", LEIO_TEST_LIMB, test_holds_still);
  leio_test_add_shipped ("/ui/advice/holds-top", LEIO_TEST_LIMB, test_holds_top);
  leio_test_add_shipped ("/ui/advice/fits", LEIO_TEST_LIMB, test_fits);

  return g_test_run ();
}
