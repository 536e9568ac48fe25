/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pathway as it is seen, heard, and printed.
 */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "leio-pathway-draw.h"
#include "leio-pathway-page.h"
#include "leio-style.h"
#include "leio-test-ui.h"
#include "leio-text.h"
#include "leio-window.h"

typedef struct
{
  LeioSession *session;
  GtkWidget *page;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = leio_test_ui_new_session ();
  fixture->page = leio_pathway_page_new (fixture->session);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 600);
  gtk_window_present (GTK_WINDOW (fixture->window));
  leio_test_ui_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  leio_test_ui_settle ();
  g_clear_object (&fixture->session);
}

static void
answer_size (Fixture *fixture, double size)
{
  LeioAnswer answer = { .state = LEIO_ANSWER_GIVEN, .number = size };

  leio_session_set_answer (fixture->session, leio_test_ui_question (fixture->session, "size_cm"),
                           &answer);
}

/* (nullable): the step that has this text in it. */
static GtkWidget *
find_step (Fixture *fixture, const char *text)
{
  GtkWidget *found;

  for (guint i = 0; (found = leio_test_ui_find (fixture->page, LEIO_TYPE_TEXT, i)) != NULL; i++)
    if (strstr (leio_text_get_text (LEIO_TEXT (found)), text) != NULL)
      return gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON);
  return NULL;
}

/* What is answered shows in the same turn of the main loop. */
static void
test_follows_answers (Fixture *fixture, gconstpointer data)
{
  leio_test_ui_answer (fixture->session, "could_be_pregnant", "no");
  leio_test_ui_answer (fixture->session, "site", "limb");
  leio_test_ui_answer (fixture->session, "grade", "1");
  g_assert_nonnull (find_step (fixture, "How large is it?"));
  g_assert_nonnull (find_step (fixture, "over 5 cm: Radiation (an option)"));

  answer_size (fixture, 8);
  g_assert_null (find_step (fixture, "How large is it?"));
  g_assert_nonnull (find_step (fixture, "Radiation: an option"));
}

/* To a screen reader it is a list for each phase, and each step says all it says. */
static void
test_is_a_list (Fixture *fixture, gconstpointer data)
{
  GtkWidget *step, *list;

  leio_test_ui_answer (fixture->session, "could_be_pregnant", "no");
  leio_test_ui_answer (fixture->session, "site", "limb");
  leio_test_ui_answer (fixture->session, "grade", "1");
  answer_size (fixture, 8);
  step = find_step (fixture, "Radiation: an option");
  list = gtk_widget_get_parent (step);
  gtk_test_accessible_assert_role (list, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (list, GTK_ACCESSIBLE_PROPERTY_LABEL, "Before, 1 step");
  gtk_test_accessible_assert_role (step, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (
      step, GTK_ACCESSIBLE_PROPERTY_LABEL,
      "First step: One of these: Excision: recommended (main); Radiation: an option");
  g_assert_true (gtk_widget_grab_focus (fixture->page));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == step);
}

/* Cards stay the same widgets, and the focus stays on the page. */
static void
test_keeps_what_stays (Fixture *fixture, gconstpointer data)
{
  GtkWidget *kept, *focus;

  leio_test_ui_answer (fixture->session, "could_be_pregnant", "no");
  leio_test_ui_answer (fixture->session, "site", "limb");
  leio_test_ui_answer (fixture->session, "grade", "3");
  answer_size (fixture, 2);
  leio_test_ui_settle ();
  kept = find_step (fixture, "Excision");
  g_assert_nonnull (kept);
  leio_test_ui_answer (fixture->session, "grade", "2");
  g_assert_true (find_step (fixture, "Excision") == kept);

  gtk_widget_grab_focus (kept);
  answer_size (fixture, 8);
  leio_test_ui_settle ();
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, fixture->page));
}

static void
on_question (GSimpleAction *action, GVariant *target, char **question)
{
  *question = g_variant_dup_string (target, NULL);
}

/* A click on a fork opens its question. */
static void
test_leads_on (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action =
      g_simple_action_new ("show-question", G_VARIANT_TYPE_STRING);
  g_autofree char *question = NULL;

  g_signal_connect (action, "activate", G_CALLBACK (on_question), &question);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (actions));
  leio_test_ui_answer (fixture->session, "could_be_pregnant", "no");
  leio_test_ui_answer (fixture->session, "site", "limb");
  leio_test_ui_answer (fixture->session, "grade", "1");
  g_signal_emit_by_name (find_step (fixture, "How large is it?"), "clicked");
  g_assert_cmpstr (question, ==, "size_cm");
}

static LeioPathway *
create_pathway (LeioSession *session)
{
  return leio_pathway_new (leio_session_get_knowledge (session),
                           leio_session_get_answers (session), leio_session_get_advice (session),
                           LEIO_REPORT_CLINICIAN);
}

/* Each phase is drawn without a widget, as high as it says, and nothing is cut off at the side. */
static void
test_draws (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LeioPathway) pathway = create_pathway (fixture->session);
  const LeioPathwayPhase *phase = g_ptr_array_index (pathway->phases, 0);
  cairo_surface_t *surface
      = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  PangoContext *context = pango_layout_get_context (layout);
  double x, y, width, height, told;

  for (guint rtl = 0; rtl < 2; rtl++)
    {
      told = leio_pathway_draw_phase (cr, context, phase, 500, 800, rtl == 1);
      g_assert_cmpfloat (told, ==,
                         leio_pathway_draw_phase (NULL, context, phase, 500, 800, rtl == 1));
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      g_assert_cmpfloat (x, >=, -2);
      g_assert_cmpfloat (x + width, <=, 502);
      g_assert_cmpfloat (y + height, <=, told + 1);
      g_assert_cmpfloat (height, >, told / 2);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* However much there is in a phase, it is not higher than a page: the font gives way. */
static void
test_fits_a_page (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LeioPathway) pathway = create_pathway (fixture->session);
  const LeioPathwayPhase *phase = g_ptr_array_index (pathway->phases, 0);
  cairo_surface_t *surface
      = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  PangoContext *context = pango_layout_get_context (layout);
  double full = leio_pathway_draw_phase (NULL, context, phase, 500, 10000, FALSE);

  g_assert_cmpfloat (leio_pathway_draw_phase (cr, context, phase, 500, full * 0.7, FALSE), <=,
                     full * 0.7 + 1);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_window_shows_it (void)
{
  GtkWidget *window = leio_window_new (NULL);

  leio_window_set_engine (LEIO_WINDOW (window), leio_test_ui_get_engine ());
  gtk_window_present (GTK_WINDOW (window));
  leio_test_ui_settle ();
  g_assert_null (leio_test_ui_find (window, LEIO_TYPE_PATHWAY_PAGE, 0));
  g_action_group_change_action_state (G_ACTION_GROUP (window), "page",
                                      g_variant_new_string ("pathway"));
  leio_test_ui_settle ();
  g_assert_true (gtk_widget_get_mapped (leio_test_ui_find (window, LEIO_TYPE_PATHWAY_PAGE, 0)));
  g_action_group_activate_action (G_ACTION_GROUP (window), "show-treatment",
                                  g_variant_new_string ("excision"));
  leio_test_ui_settle ();
  g_assert_false (gtk_widget_get_mapped (leio_test_ui_find (window, LEIO_TYPE_PATHWAY_PAGE, 0)));
  g_action_group_activate_action (G_ACTION_GROUP (window), "show-treatment",
                                  g_variant_new_string ("no such treatment"));
  g_action_group_change_action_state (G_ACTION_GROUP (window), "view",
                                      g_variant_new_string ("no such view"));
  leio_test_ui_settle ();
  g_assert_false (gtk_widget_get_mapped (leio_test_ui_find (window, LEIO_TYPE_PATHWAY_PAGE, 0)));
  gtk_window_destroy (GTK_WINDOW (window));
  leio_test_ui_settle ();
}

static void
add (const char *path, void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  gtk_init ();
  leio_style_register_resources ();
  leio_style_load (gdk_display_get_default ());

  add ("/ui/pathway/follows-answers", test_follows_answers);
  add ("/ui/pathway/is-a-list", test_is_a_list);
  add ("/ui/pathway/keeps-what-stays", test_keeps_what_stays);
  add ("/ui/pathway/leads-on", test_leads_on);
  add ("/ui/pathway/draws", test_draws);
  add ("/ui/pathway/fits-a-page", test_fits_a_page);
  g_test_add_func ("/ui/pathway/window-shows-it", test_window_shows_it);

  return g_test_run ();
}
