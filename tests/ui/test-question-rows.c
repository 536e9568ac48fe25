/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <math.h>

#include "leio-body-picture.h"
#include "leio-body-region.h"
#include "leio-option-button.h"
#include "leio-option-group.h"
#include "leio-question-page.h"
#include "leio-question-row.h"
#include "leio-size-scale.h"
#include "leio-style.h"
#include "leio-test-ui.h"

/* A row in a window, as a person would meet it. */
typedef struct
{
  LeioSession *session;
  GtkWidget *window;
  GtkWidget *row;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer id)
{
  fixture->session = leio_test_ui_new_session ();
  fixture->row =
      leio_question_row_new (fixture->session, leio_test_ui_question (fixture->session, id));
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->row);
  gtk_window_present (GTK_WINDOW (fixture->window));
  leio_test_ui_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer id)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->session);
}

static const LeioAnswer *
get_answer (Fixture *fixture)
{
  return leio_answers_get (leio_session_get_answers (fixture->session),
                           leio_question_row_get_question (LEIO_QUESTION_ROW (fixture->row)));
}

static GtkCheckButton *
get_option (Fixture *fixture, guint nth)
{
  return GTK_CHECK_BUTTON (leio_test_ui_find (fixture->row, LEIO_TYPE_OPTION_BUTTON, nth));
}

static GtkEditable *
get_entry (Fixture *fixture)
{
  return GTK_EDITABLE (leio_test_ui_find (fixture->row, GTK_TYPE_ENTRY, 0));
}

static void
test_choice_answers (Fixture *fixture, gconstpointer id)
{
  gtk_check_button_set_active (get_option (fixture, 1), TRUE);
  g_assert_cmpint (get_answer (fixture)->state, ==, LEIO_ANSWER_GIVEN);
  g_assert_cmpuint (get_answer (fixture)->value, ==, 1);

  gtk_check_button_set_active (get_option (fixture, 2), TRUE);
  g_assert_cmpint (get_answer (fixture)->state, ==, LEIO_ANSWER_NOT_KNOWN);
}

static void
test_choice_follows (Fixture *fixture, gconstpointer id)
{
  leio_test_ui_answer (fixture->session, id, "skin");
  g_assert_false (gtk_check_button_get_active (get_option (fixture, 0)));
  g_assert_true (gtk_check_button_get_active (get_option (fixture, 1)));

  leio_session_undo (fixture->session);
  g_assert_false (gtk_check_button_get_active (get_option (fixture, 1)));
  g_assert_cmpint (get_answer (fixture)->state, ==, LEIO_ANSWER_OPEN);
}

static void
test_choice_by_action (Fixture *fixture, gconstpointer id)
{
  GtkWidget *option = GTK_WIDGET (get_option (fixture, 0));

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (option), GTK_ACCESSIBLE_ROLE_RADIO);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (option), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Limb");
  g_assert_true (gtk_widget_activate_action (option, "option.choose", NULL));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (option), GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  g_assert_cmpint (get_answer (fixture)->state, ==, LEIO_ANSWER_GIVEN);
}

/* Tab goes past the group, the arrow keys choose within it. */
static void
test_choice_by_keyboard (Fixture *fixture, gconstpointer id)
{
  GtkWidget *group = gtk_widget_get_parent (GTK_WIDGET (get_option (fixture, 0)));

  g_assert_true (leio_question_row_focus_control (LEIO_QUESTION_ROW (fixture->row)));
  g_assert_true (gtk_widget_child_focus (group, GTK_DIR_DOWN));
  g_assert_cmpuint (get_answer (fixture)->value, ==, 1);
  g_assert_true (gtk_widget_child_focus (group, GTK_DIR_DOWN));
  g_assert_cmpint (get_answer (fixture)->state, ==, LEIO_ANSWER_NOT_KNOWN);
  g_assert_true (gtk_widget_child_focus (group, GTK_DIR_RIGHT));
  g_assert_cmpuint (get_answer (fixture)->value, ==, 0);
  g_assert_false (gtk_widget_child_focus (group, GTK_DIR_TAB_FORWARD));
}

static void
test_set_answers (Fixture *fixture, gconstpointer id)
{
  gtk_check_button_set_active (get_option (fixture, 1), TRUE);
  g_assert_cmpint (get_answer (fixture)->state, ==, LEIO_ANSWER_GIVEN);
  g_assert_cmpuint (get_answer (fixture)->set, ==, 2);

  gtk_check_button_set_active (get_option (fixture, 2), TRUE);
  g_assert_cmpint (get_answer (fixture)->state, ==, LEIO_ANSWER_GIVEN);
  g_assert_cmpuint (get_answer (fixture)->set, ==, 0);
  g_assert_false (gtk_check_button_get_active (get_option (fixture, 1)));

  gtk_check_button_set_active (get_option (fixture, 0), TRUE);
  g_assert_cmpuint (get_answer (fixture)->set, ==, 1);
  g_assert_false (gtk_check_button_get_active (get_option (fixture, 2)));

  gtk_check_button_set_active (get_option (fixture, 0), FALSE);
  g_assert_cmpint (get_answer (fixture)->state, ==, LEIO_ANSWER_OPEN);
}

static void
test_number_types (Fixture *fixture, gconstpointer id)
{
  gtk_editable_set_text (get_entry (fixture), "8,5");
  g_assert_cmpfloat (get_answer (fixture)->number, ==, 8.5);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "8,5");
  g_signal_emit_by_name (get_entry (fixture), "activate");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "8.5");

  gtk_editable_set_text (get_entry (fixture), "");
  g_assert_cmpint (get_answer (fixture)->state, ==, LEIO_ANSWER_OPEN);
}

static void
test_number_mistake (Fixture *fixture, gconstpointer id)
{
  GtkWidget *entry = GTK_WIDGET (get_entry (fixture));
  int position = 1;

  gtk_editable_set_text (get_entry (fixture), "8.5");
  gtk_editable_insert_text (get_entry (fixture), "00", -1, &position);
  g_assert_null (leio_test_ui_find_label (fixture->row, "The case keeps"));
  g_signal_emit_by_name (entry, "activate");
  g_assert_nonnull (leio_test_ui_find_label (fixture->row, "The case keeps 8.5"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_cmpfloat (get_answer (fixture)->number, ==, 8.5);

  gtk_editable_set_text (get_entry (fixture), "9");
  g_assert_null (leio_test_ui_find_label (fixture->row, "The case keeps"));
  g_assert_cmpfloat (get_answer (fixture)->number, ==, 9);
}

static GtkWidget *
get_step_button (Fixture *fixture, guint nth)
{
  GtkWidget *linked = gtk_widget_get_parent (GTK_WIDGET (get_entry (fixture)));

  return leio_test_ui_find (linked, GTK_TYPE_BUTTON, nth);
}

static void
test_number_steps (Fixture *fixture, gconstpointer id)
{
  GtkWidget *less = get_step_button (fixture, 0);
  GtkWidget *more = get_step_button (fixture, 1);

  g_signal_emit_by_name (more, "clicked");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "0.5");
  g_signal_emit_by_name (more, "clicked");
  g_assert_cmpfloat (get_answer (fixture)->number, ==, 1);
  g_signal_emit_by_name (less, "clicked");
  g_signal_emit_by_name (less, "clicked");
  g_assert_cmpfloat (get_answer (fixture)->number, ==, 0.1);
  g_assert_false (gtk_widget_get_sensitive (less));
}

static void
test_number_not_known (Fixture *fixture, gconstpointer id)
{
  gtk_editable_set_text (get_entry (fixture), "8.5");
  gtk_check_button_set_active (get_option (fixture, 0), TRUE);
  g_assert_cmpint (get_answer (fixture)->state, ==, LEIO_ANSWER_NOT_KNOWN);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "");
}

/* As a person presses it, where the focus is in the group of @option. */
static gboolean
press (GtkCheckButton *option, guint keyval)
{
  g_autoptr (GListModel) controllers =
      gtk_widget_observe_controllers (gtk_widget_get_parent (GTK_WIDGET (option)));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
    }
  return handled;
}

static void
on_go_on (guint *count)
{
  (*count)++;
}

static void
test_choice_by_digit (Fixture *fixture, gconstpointer id)
{
  guint count = 0;

  g_signal_connect_swapped (fixture->row, "go-on", G_CALLBACK (on_go_on), &count);
  g_assert_false (press (get_option (fixture, 0), GDK_KEY_Return));
  g_assert_true (press (get_option (fixture, 0), GDK_KEY_2));
  g_assert_cmpuint (get_answer (fixture)->value, ==, 1);
  g_assert_true (press (get_option (fixture, 0), GDK_KEY_KP_1));
  g_assert_cmpuint (get_answer (fixture)->value, ==, 0);
  g_assert_true (press (get_option (fixture, 0), GDK_KEY_N));
  g_assert_cmpint (get_answer (fixture)->state, ==, LEIO_ANSWER_NOT_KNOWN);
  g_assert_false (press (get_option (fixture, 0), GDK_KEY_3));
  g_assert_cmpuint (count, ==, 0);
  g_assert_true (press (get_option (fixture, 0), GDK_KEY_Return));
  g_assert_cmpuint (count, ==, 1);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_option (fixture, 1)),
                                       GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, "2");
}

/* A grade is typed as it is spoken. */
static void
test_scale_by_digit (Fixture *fixture, gconstpointer id)
{
  leio_test_ui_answer (fixture->session, "site", "limb");
  g_assert_true (press (get_option (fixture, 0), GDK_KEY_3));
  g_assert_cmpuint (get_answer (fixture)->value, ==, 2);
}

static void
test_set_by_digit (Fixture *fixture, gconstpointer id)
{
  press (get_option (fixture, 0), GDK_KEY_1);
  press (get_option (fixture, 0), GDK_KEY_2);
  g_assert_cmpuint (get_answer (fixture)->set, ==, 3);
  press (get_option (fixture, 0), GDK_KEY_1);
  g_assert_cmpuint (get_answer (fixture)->set, ==, 2);
  press (get_option (fixture, 0), GDK_KEY_0);
  g_assert_cmpint (get_answer (fixture)->state, ==, LEIO_ANSWER_GIVEN);
  g_assert_cmpuint (get_answer (fixture)->set, ==, 0);
}

static void
test_number_goes_on (Fixture *fixture, gconstpointer id)
{
  guint count = 0;

  g_signal_connect_swapped (fixture->row, "go-on", G_CALLBACK (on_go_on), &count);
  gtk_editable_set_text (get_entry (fixture), "700");
  g_signal_emit_by_name (get_entry (fixture), "activate");
  g_assert_cmpuint (count, ==, 0);
  gtk_editable_set_text (get_entry (fixture), "7");
  g_signal_emit_by_name (get_entry (fixture), "activate");
  g_assert_cmpuint (count, ==, 1);
}

static void
test_number_scale (Fixture *fixture, gconstpointer id)
{
  static const struct
  {
    const char *size;
    const char *words;
  } rows[] = {
    { "5", "At most 5 cm" },
    { "5.1", "More than 5 cm, at most 10 cm" },
    { "10", "More than 5 cm, at most 10 cm" },
    { "42", "More than 10 cm" },
  };
  GtkWidget *scale = leio_test_ui_find (fixture->row, LEIO_TYPE_SIZE_SCALE, 0);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "A scale with marks at 5 cm, 10 cm, no size yet");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gtk_editable_set_text (get_entry (fixture), rows[i].size);
      g_assert_nonnull (leio_test_ui_find_label (fixture->row, rows[i].words));
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_entry (fixture)),
                                           GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, rows[i].words);
    }
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "42 cm on a scale with marks at 5 cm, 10 cm");
}

static GtkWidget *
get_region (Fixture *fixture, guint nth)
{
  return leio_test_ui_find (fixture->row, LEIO_TYPE_BODY_REGION, nth);
}

static void
test_picture_answers (Fixture *fixture, gconstpointer id)
{
  GtkWidget *limbs = get_region (fixture, 0);
  GtkWidget *skin = get_region (fixture, 1);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (limbs), GTK_ACCESSIBLE_ROLE_RADIO);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (limbs), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Limb");
  g_assert_true (gtk_widget_activate_action (skin, "option.choose", NULL));
  g_assert_cmpuint (get_answer (fixture)->value, ==, 1);
  g_assert_true (gtk_check_button_get_active (get_option (fixture, 1)));

  leio_test_ui_answer (fixture->session, id, "limb");
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (limbs)));
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (skin)));
  gtk_check_button_set_active (get_option (fixture, 2), TRUE);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (limbs)));
  g_assert_null (get_region (fixture, 2));
}

static void
test_picture_by_keyboard (Fixture *fixture, gconstpointer id)
{
  GtkWidget *picture = leio_test_ui_find (fixture->row, LEIO_TYPE_BODY_PICTURE, 0);

  g_assert_true (gtk_widget_child_focus (picture, GTK_DIR_TAB_FORWARD));
  g_assert_cmpint (get_answer (fixture)->state, ==, LEIO_ANSWER_OPEN);
  g_assert_true (gtk_widget_child_focus (picture, GTK_DIR_DOWN));
  g_assert_cmpuint (get_answer (fixture)->value, ==, 1);
  g_assert_false (gtk_widget_child_focus (picture, GTK_DIR_TAB_FORWARD));
}

/* Until the picture has a place. */
static void
wait_for_layout (Fixture *fixture)
{
  for (guint i = 0; i < 400 && gtk_widget_get_width (get_region (fixture, 0)) == 0; i++)
    {
      g_usleep (5000);
      leio_test_ui_settle ();
    }
}

/* A click between arm and leg is no click on a limb. */
static void
test_picture_hit (Fixture *fixture, gconstpointer id)
{
  GtkWidget *limbs = get_region (fixture, 0);
  int width, height;

  wait_for_layout (fixture);
  width = gtk_widget_get_width (limbs);
  height = gtk_widget_get_height (limbs);
  g_assert_cmpint (width, >, 40);
  g_assert_true (gtk_widget_contains (limbs, width / 4.0, height * 0.8));
  g_assert_false (gtk_widget_contains (limbs, width / 2.0, height * 0.2));
}

static void
test_picture_path (Fixture *fixture, gconstpointer id)
{
  static const char *const bad[] = { "M 1", "M 1 x", "Q 1 1 2 2", "C 1 1 2 2 3", "1 2" };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);

  g_assert_true (leio_body_region_trace (cr, ""));
  g_assert_true (leio_body_region_trace (cr, "M0 0 L 1.5 2C1 1 2 2 3 3 Z "));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (leio_body_region_trace (cr, bad[i]));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* A region of the picture as it is drawn on the ground of the theme; free with g_free(). */
static guint32 *
take_picture (Fixture *fixture, GtkWidget *region, int width, int height)
{
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (fixture->window));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, width, height);
  guint32 *pixels = g_new (guint32, (gsize) width * height);
  GdkRGBA ground;

  g_assert_true (gtk_style_context_lookup_color (gtk_widget_get_style_context (region),
                                                 "theme_bg_color", &ground));
  gtk_snapshot_append_color (snapshot, &ground, &area);
  GTK_WIDGET_GET_CLASS (region)->snapshot (region, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (renderer, node, &area);
  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * 4);
  return pixels;
}

static double
get_luminance (guint32 pixel)
{
  const double weights[] = { 0.0722, 0.7152, 0.2126 };
  double luminance = 0;

  for (guint i = 0; i < 3; i++)
    {
      double part = ((pixel >> (8 * i)) & 0xff) / 255.0;

      part = part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
      luminance += weights[i] * part;
    }
  return luminance;
}

static double
get_contrast (double a, double b)
{
  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

/* The greatest contrast to the ground that a line of pixels across an arm has, and that of a pixel
 * in the thigh. */
static void
measure_limbs (Fixture *fixture, double *line, double *fill)
{
  GtkWidget *limbs = get_region (fixture, 0);
  int width = gtk_widget_get_width (limbs);
  int height = gtk_widget_get_height (limbs);
  g_autofree guint32 *pixels = take_picture (fixture, limbs, width, height);
  guint32 *across = pixels + width * (height * 15 / 100);
  /* Between the arms. */
  double ground = get_luminance (across[width / 2]);

  *line = 0;
  for (int x = 0; x < width / 2; x++)
    *line = MAX (*line, get_contrast (ground, get_luminance (across[x])));
  *fill = get_contrast (ground, get_luminance (pixels[width * (height * 8 / 10) + width * 3 / 8]));
}

/* Edges are told from the ground, and the chosen region from both, in light and in dark. */
static void
test_picture_contrast (Fixture *fixture, gconstpointer id)
{
  GtkSettings *settings = gtk_settings_get_default ();

  wait_for_layout (fixture);
  for (guint dark = 0; dark <= 1; dark++)
    {
      double line, open, chosen;

      g_object_set (settings, "gtk-application-prefer-dark-theme", dark, NULL);
      leio_session_clear_answer (fixture->session, 0);
      leio_test_ui_settle ();
      measure_limbs (fixture, &line, &open);
      g_assert_cmpfloat (line, >=, 3);
      leio_test_ui_answer (fixture->session, id, "limb");
      leio_test_ui_settle ();
      measure_limbs (fixture, &line, &chosen);
      g_assert_cmpfloat (chosen, >=, 3);
      g_assert_cmpfloat (open, <, 2);
    }
  g_object_set (settings, "gtk-application-prefer-dark-theme", FALSE, NULL);
}

/* Said in words, with the answers that rule it out; and nothing of it before. */
static void
test_not_asked_tells_why (Fixture *fixture, gconstpointer id)
{
  GtkWidget *title;

  leio_test_ui_answer (fixture->session, id, "3");
  g_assert_null (leio_test_ui_find_label (fixture->row, "Does not arise"));
  leio_test_ui_answer (fixture->session, "site", "skin");
  g_assert_nonnull (leio_test_ui_find_label (
      fixture->row, "Does not arise in this case: site (skin). The answer has no effect."));
  title = leio_question_row_get_title_label (LEIO_QUESTION_ROW (fixture->row));
  g_assert_true (gtk_widget_has_css_class (title, "moot"));
}

static void
set_answer (Fixture *fixture, const char *id, LeioAnswer answer)
{
  answer.state = LEIO_ANSWER_GIVEN;
  leio_session_set_answer (fixture->session, leio_test_ui_question (fixture->session, id),
                           &answer);
}

/* Who reads "changes nothing" would leave out what the stage is made of. */
static void
test_moot_tells_what_for (Fixture *fixture, gconstpointer id)
{
  leio_test_ui_answer (fixture->session, "site", "limb");
  set_answer (fixture, "size_cm", (LeioAnswer){ .number = 8 });
  g_assert_null (leio_test_ui_find_label (fixture->row, "any more"));

  set_answer (fixture, "symptoms", (LeioAnswer){ .set = 1 });
  g_assert_nonnull (leio_test_ui_find_label (
      fixture->row, "Changes no treatment any more; the stage or the risk still needs it."));

  set_answer (fixture, "size_cm", (LeioAnswer){ .number = 3 });
  g_assert_nonnull (leio_test_ui_find_label (
      fixture->row, "Changes nothing any more: whatever the answer is, the advice stays."));
}

static void
test_clear (Fixture *fixture, gconstpointer id)
{
  GtkWidget *clear = leio_test_ui_find (fixture->row, GTK_TYPE_BUTTON, 0);

  g_assert_false (gtk_widget_get_visible (clear));
  leio_test_ui_answer (fixture->session, id, "skin");
  g_assert_true (gtk_widget_get_visible (clear));
  g_signal_emit_by_name (clear, "clicked");
  g_assert_cmpint (get_answer (fixture)->state, ==, LEIO_ANSWER_OPEN);
  g_assert_false (gtk_widget_get_visible (clear));

  /* What Delete does. */
  leio_test_ui_answer (fixture->session, id, "skin");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_option (fixture, 0)),
                                             "question.clear", NULL));
  g_assert_cmpint (get_answer (fixture)->state, ==, LEIO_ANSWER_OPEN);
}

static void
test_info (Fixture *fixture, gconstpointer id)
{
  GtkWidget *info = leio_test_ui_find (fixture->row, GTK_TYPE_TOGGLE_BUTTON, 0);

  g_assert_null (leio_test_ui_find_label (fixture->row, "Treatment differs by site."));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (info), TRUE);
  g_assert_nonnull (leio_test_ui_find_label (fixture->row, "Treatment differs by site."));
  g_assert_nonnull (leio_test_ui_find_label (fixture->row, "See the report."));
}

static void
test_contradiction_at_both (Fixture *fixture, gconstpointer id)
{
  guint size = leio_test_ui_question (fixture->session, "size_cm");
  GtkWidget *other = g_object_ref_sink (leio_question_row_new (fixture->session, size));
  LeioAnswer answer = { .state = LEIO_ANSWER_GIVEN, .number = 50 };

  leio_test_ui_answer (fixture->session, "site", "skin");
  leio_session_set_answer (fixture->session, size, &answer);
  g_assert_nonnull (leio_test_ui_find_label (fixture->row, "do not go together"));
  g_assert_nonnull (leio_test_ui_find_label (other, "A tumour of the skin is not 50 cm large."));
  g_assert_null (leio_test_ui_find_label (other, "Does not arise"));

  leio_test_ui_answer (fixture->session, "site", "limb");
  g_assert_null (leio_test_ui_find_label (fixture->row, "do not go together"));
  g_assert_finalize_object (other);
}

static void
test_plain_words (Fixture *fixture, gconstpointer id)
{
  GtkWidget *row;

  leio_session_set_plain (fixture->session, TRUE);
  row = g_object_ref_sink (leio_question_row_new (fixture->session, 0));
  g_assert_nonnull (leio_test_ui_find_label (row, "Where is it?"));
  g_assert_nonnull (leio_test_ui_find_label (row, "Arm or leg"));
  g_assert_finalize_object (row);
}

#define ADD(path, id, function)                                                                    \
  g_test_add ("/ui/question-row/" path, Fixture, id, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  gtk_init ();
  leio_style_register_resources ();
  leio_style_load (gdk_display_get_default ());

  ADD ("choice/answers", "site", test_choice_answers);
  ADD ("choice/follows", "site", test_choice_follows);
  ADD ("choice/action", "site", test_choice_by_action);
  ADD ("choice/keyboard", "site", test_choice_by_keyboard);
  ADD ("set/answers", "symptoms", test_set_answers);
  ADD ("number/types", "size_cm", test_number_types);
  ADD ("number/mistake", "size_cm", test_number_mistake);
  ADD ("number/steps", "size_cm", test_number_steps);
  ADD ("number/not-known", "size_cm", test_number_not_known);
  ADD ("choice/digit", "site", test_choice_by_digit);
  ADD ("scale/digit", "grade", test_scale_by_digit);
  ADD ("set/digit", "symptoms", test_set_by_digit);
  ADD ("number/goes-on", "size_cm", test_number_goes_on);
  ADD ("number/scale", "size_cm", test_number_scale);
  ADD ("picture/answers", "site", test_picture_answers);
  ADD ("picture/keyboard", "site", test_picture_by_keyboard);
  ADD ("picture/hit", "site", test_picture_hit);
  ADD ("picture/contrast", "site", test_picture_contrast);
  ADD ("picture/path", "site", test_picture_path);
  ADD ("not-asked", "grade", test_not_asked_tells_why);
  ADD ("moot", "grade", test_moot_tells_what_for);
  ADD ("clear", "site", test_clear);
  ADD ("info", "site", test_info);
  ADD ("contradiction", "site", test_contradiction_at_both);
  ADD ("plain-words", "site", test_plain_words);
  return g_test_run ();
}
