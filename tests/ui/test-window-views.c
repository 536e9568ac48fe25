/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a window shows beside its two panes: the page of the first start and the
 * reading that is chosen there.
 */
#include "config.h"

#include <math.h>

#include "leio-compare-window.h"
#include "leio-question-page.h"
#include "leio-settings.h"
#include "leio-start-page.h"
#include "leio-style.h"
#include "leio-test-advice.h"
#include "leio-test-ui.h"
#include "leio-text.h"
#include "leio-window-private.h"

/* The shipped base, once. */
static LeioEngine *
get_shipped_engine (void)
{
  static LeioEngine *engine;
  g_autoptr (LeioKnowledge) knowledge = NULL;
  g_autoptr (GError) error = NULL;

  if (engine != NULL)
    return engine;

  knowledge = leio_knowledge_load (NULL, &error);
  g_assert_no_error (error);
  engine = leio_engine_new (knowledge, 0, &error);
  g_assert_no_error (error);
  return engine;
}

static void
reset (const char *key)
{
  g_autoptr (GSettings) settings = leio_settings_new ();

  g_assert_nonnull (settings);
  g_settings_reset (settings, key);
}

static LeioWindow *
open_window (void)
{
  GtkWidget *window = leio_window_new (NULL);

  leio_window_set_engine (LEIO_WINDOW (window), get_shipped_engine ());
  gtk_window_present (GTK_WINDOW (window));
  leio_test_ui_settle ();
  return LEIO_WINDOW (window);
}

static void
close_window (LeioWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  leio_test_ui_settle ();
}

static void
click (LeioWindow *window, const char *text)
{
  GtkWidget *label = leio_test_ui_find_label (GTK_WIDGET (window), text);

  g_assert_nonnull (label);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  leio_test_ui_settle ();
}

static gboolean
is_at_start (LeioWindow *window)
{
  GtkWidget *page = leio_test_ui_find (GTK_WIDGET (window), LEIO_TYPE_START_PAGE, 0);

  return page != NULL && gtk_widget_get_mapped (page);
}

/* The first start has two doors; what was chosen is remembered, and the menu changes it. */
static void
test_doors (void)
{
  LeioWindow *window;

  reset ("reading");
  window = open_window ();
  g_assert_true (is_at_start (window));
  click (window, "At home");
  g_assert_false (is_at_start (window));
  g_assert_true (leio_session_get_plain (leio_window_get_session (window)));
  g_assert_nonnull (leio_test_ui_find_label (GTK_WIDGET (window), "Home reading"));
  close_window (window);

  window = open_window ();
  g_assert_false (is_at_start (window));
  g_assert_true (leio_session_get_plain (leio_window_get_session (window)));
  g_action_group_activate_action (G_ACTION_GROUP (window), "reading",
                                  g_variant_new_string ("clinician"));
  g_assert_false (leio_session_get_plain (leio_window_get_session (window)));
  g_assert_null (leio_test_ui_find_label (GTK_WIDGET (window), "Home reading"));
  close_window (window);

  window = open_window ();
  g_assert_false (leio_session_get_plain (leio_window_get_session (window)));
  close_window (window);
}

/* The statement of intended use stands on the page, and not once more in a bar. */
static void
test_says_what_it_is_not (void)
{
  const LeioKnowledge *knowledge = leio_engine_get_knowledge (get_shipped_engine ());
  LeioWindow *window;
  GtkWidget *page, *said;

  reset ("reading");
  reset ("intended-use-read");
  window = open_window ();
  page = leio_test_ui_find (GTK_WIDGET (window), LEIO_TYPE_START_PAGE, 0);
  said = leio_test_ui_find_label (GTK_WIDGET (window), knowledge->intended_use);
  g_assert_nonnull (said);
  g_assert_true (gtk_widget_is_ancestor (said, page));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), page));
  click (window, "For clinicians");
  close_window (window);
}

/* An example opens as a case without a file, so that saving asks for a name. */
static void
test_example (void)
{
  LeioWindow *window = open_window ();
  LeioSession *session = leio_window_get_session (window);

  g_action_group_activate_action (G_ACTION_GROUP (window), "start", NULL);
  leio_test_ui_settle ();
  g_assert_true (is_at_start (window));
  click (window, "Thigh, deep, 9 cm, grade 3");
  g_assert_false (is_at_start (window));
  g_assert_cmpstr (leio_session_get_label (session), ==, "Thigh, deep, 9 cm, grade 3");
  g_assert_null (leio_session_get_file (session));
  g_assert_cmpuint (leio_session_get_advice (session)->n_answers, >, 10);
  g_assert_false (leio_session_get_dirty (session));
  close_window (window);
}

static gboolean
is_true (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
wait_for_label (LeioWindow *window, const char *label)
{
  guint heartbeat = g_timeout_add (20, is_true, NULL);

  for (guint i = 0; i < 500; i++)
    {
      if (g_str_equal (leio_session_get_label (leio_window_get_session (window)), label))
        break;
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (heartbeat);
  g_assert_cmpstr (leio_session_get_label (leio_window_get_session (window)), ==, label);
}

/* One case at a time, and the next and the previous file of its folder. */
static void
test_presentation (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("LEIO_SOURCE_DIR"), "data", "examples",
                                            "few-lung-metastases.leio", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  LeioWindow *window = open_window ();
  GActionGroup *actions = G_ACTION_GROUP (window);

  leio_window_open (window, file);
  g_action_group_activate_action (actions, "present", NULL);
  leio_test_ui_settle ();
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (window), "presentation"));
  g_assert_false (gtk_widget_get_mapped (
      leio_test_ui_find (GTK_WIDGET (window), LEIO_TYPE_QUESTION_PAGE, 0)));

  g_action_group_activate_action (actions, "next-case", NULL);
  wait_for_label (window, "Thigh, deep, 9 cm, grade 3");
  g_action_group_activate_action (actions, "previous-case", NULL);
  wait_for_label (window, "Three lung metastases, three years after a thigh tumour");
  g_action_group_activate_action (actions, "show-next", NULL);
  g_assert_true (gtk_widget_get_mapped (
      leio_test_ui_find (GTK_WIDGET (window), LEIO_TYPE_QUESTION_PAGE, 0)));

  g_action_group_activate_action (actions, "present", NULL);
  leio_test_ui_settle ();
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (window), "presentation"));
  close_window (window);
}

/* The least size of letters of what is seen under @widget, in pixels. */
static double
find_least_size (GtkWidget *widget)
{
  double least = 1000;

  if (!gtk_widget_get_mapped (widget))
    return least;
  if (GTK_IS_LABEL (widget) || LEIO_IS_TEXT (widget))
    {
      const PangoFontDescription *font
          = pango_context_get_font_description (gtk_widget_get_pango_context (widget));

      least = pango_font_description_get_size (font) / (double) PANGO_SCALE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    least = MIN (least, find_least_size (child));
  return least;
}

/* Five metres from a picture two metres wide, the capital letters of the smallest text are seen
 * under 16 minutes of arc, the least of ISO 9241-303. */
static void
test_seen_from_five_metres (void)
{
  LeioWindow *window = open_window ();
  GListModel *monitors = gdk_display_get_monitors (gdk_display_get_default ());
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, 0);
  GdkRectangle picture;
  double letter, angle;

  gdk_monitor_get_geometry (monitor, &picture);
  g_action_group_activate_action (G_ACTION_GROUP (window), "present", NULL);
  leio_test_wait (4);
  letter = 0.71 * find_least_size (window->advice) * 2000 / picture.width;
  angle = atan (letter / 5000) * 180 / G_PI * 60;
  g_test_message ("capital letters of %.1f mm, %.1f minutes of arc", letter, angle);
  g_assert_cmpfloat (angle, >=, 16);
  g_assert_cmpint (leio_window_get_presented_size (1920), ==, 40);
  close_window (window);
}

/* A variant is changed without the case; what differs is told in words with the reason. */
static void
test_compare (void)
{
  g_autoptr (LeioSession) session = leio_test_ui_new_session ();
  LeioAnswer size = { .state = LEIO_ANSWER_GIVEN, .number = 8 };
  LeioCompareWindow *window;
  LeioSession *variant;

  leio_test_ui_answer (session, "site", "skin");
  leio_test_ui_answer (session, "could_be_pregnant", "no");
  window = LEIO_COMPARE_WINDOW (leio_compare_window_new (NULL, session));
  gtk_window_present (GTK_WINDOW (window));
  leio_test_ui_settle ();
  g_assert_nonnull (leio_test_ui_find_text (GTK_WIDGET (window), "Like the case."));

  variant = leio_compare_window_get_variant (window, 0);
  leio_session_set_answer (variant, leio_test_ui_question (session, "size_cm"), &size);
  leio_test_ui_answer (variant, "site", "limb");
  g_assert_nonnull (leio_test_ui_find_text (
      GTK_WIDGET (window), "Radiation becomes an option, because: Radiation helps at 8 cm."));
  g_assert_nonnull (leio_test_ui_find_label (GTK_WIDGET (window), "● Option"));
  g_assert_false (leio_answer_equal (
      leio_answers_get (leio_session_get_answers (session),
                        leio_test_ui_question (session, "site")),
      leio_answers_get (leio_session_get_answers (variant),
                        leio_test_ui_question (session, "site"))));

  leio_compare_window_add_variant (window);
  leio_compare_window_add_variant (window);
  leio_compare_window_add_variant (window);
  g_assert_nonnull (leio_compare_window_get_variant (window, 2));
  g_assert_null (leio_compare_window_get_variant (window, 3));
  gtk_window_destroy (GTK_WINDOW (window));
  leio_test_ui_settle ();
}

int
main (int argc, char **argv)
{
  /* Not with folders of its own: large icons need the database of file types. */
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  leio_style_register_resources ();
  leio_style_load (gdk_display_get_default ());

  g_test_add_func ("/ui/start/doors", test_doors);
  g_test_add_func ("/ui/start/says-what-it-is-not", test_says_what_it_is_not);
  g_test_add_func ("/ui/start/example", test_example);
  g_test_add_func ("/ui/presentation", test_presentation);
  g_test_add_func ("/ui/presentation/seen-from-five-metres", test_seen_from_five_metres);
  g_test_add_func ("/ui/compare", test_compare);
  return g_test_run ();
}
