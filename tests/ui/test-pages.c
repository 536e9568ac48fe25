/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every page on the shipped base, in light, dark and high contrast: texts are legible, and every
 * template was made once. Warnings of GTK are fatal.
 */
#include "config.h"

#include <string.h>

#include "leio-appearance.h"
#include "leio-ask-row.h"
#include "leio-compare-window.h"
#include "leio-decision-edit.h"
#include "leio-error.h"
#include "leio-fault-window.h"
#include "leio-help-window.h"
#include "leio-knowledge-window.h"
#include "leio-preferences.h"
#include "leio-settings.h"
#include "leio-source-chip.h"
#include "leio-style.h"
#include "leio-test-advice.h"
#include "leio-test-contrast.h"
#include "leio-test-ui.h"
#include "leio-window-private.h"

#define GROUP "org.freedesktop.appearance"
/* So tall that nothing is hidden by scrolling. */
#define HEIGHT 1800

static const struct
{
  const char *name;
  guint32 scheme;
  guint32 contrast;
} modes[] = {
  { "light", 2, 0 },
  { "dark", 1, 0 },
  { "high contrast", 2, 1 },
  { "dark high contrast", 1, 1 },
};

/* The names of the types of all widgets that a page had. */
static GHashTable *seen_types;

static LeioEngine *
get_engine (void)
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
choose_reading (const char *reading)
{
  g_autoptr (GSettings) settings = leio_settings_new ();

  g_assert_nonnull (settings);
  g_settings_set_string (settings, "reading", reading);
}

static LeioWindow *
open_window (int width)
{
  GtkWidget *window = leio_window_new (NULL);

  gtk_window_set_default_size (GTK_WINDOW (window), width, HEIGHT);
  leio_window_set_engine (LEIO_WINDOW (window), get_engine ());
  gtk_window_present (GTK_WINDOW (window));
  leio_test_ui_settle ();
  return LEIO_WINDOW (window);
}

static LeioWindow *
open_example (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("LEIO_SOURCE_DIR"), "data", "examples",
                                            LEIO_TEST_METASTATIC, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  LeioWindow *window = open_window (1300);

  leio_window_open (window, file);
  leio_test_ui_settle ();
  return window;
}

static void
close_window (gpointer window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  leio_test_ui_settle ();
}

static void
activate (LeioWindow *window, const char *action, GVariant *parameter)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), action, parameter);
  leio_test_ui_settle ();
}

static void
note_types (GtkWidget *widget)
{
  /* A template may be that of an abstract class. */
  for (GType type = G_OBJECT_TYPE (widget); type != GTK_TYPE_WIDGET; type = g_type_parent (type))
    g_hash_table_add (seen_types, (gpointer) g_type_name (type));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    note_types (child);
}

static void
apply (const char *key, guint32 value)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (g_variant_new_uint32 (value));

  leio_appearance_apply (gtk_settings_get_default (), GROUP, key, variant);
}

/* @n_texts: at least so many must be there to measure. */
static void
check_page (gpointer window, const char *what, guint n_texts)
{
  leio_test_wait (10);
  note_types (window);
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s, %s", what, modes[i].name);

      apply ("color-scheme", modes[i].scheme);
      apply ("contrast", modes[i].contrast);
      leio_test_wait (2);
      g_assert_cmpuint (leio_test_contrast_check (window, name), >, n_texts);
    }
  apply ("color-scheme", 0);
  apply ("contrast", 0);
}

static void
test_start (void)
{
  LeioWindow *window;

  choose_reading ("unset");
  window = open_window (1300);
  check_page (window, "start page", 15);
  close_window (window);
  choose_reading ("clinician");
}

/* Opens everything that opens in place. */
static void
open_all (LeioWindow *window)
{
  static const char *const texts[] = { "Plain words", "Not relevant" };
  GtkWidget *button;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkWidget *label = leio_test_ui_find_label (window->advice, texts[i]);

      g_assert_nonnull (label);
      g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
    }
  for (guint i = 0; (button = leio_test_ui_find (GTK_WIDGET (window->questions),
                                                 GTK_TYPE_TOGGLE_BUTTON, i)) != NULL && i < 8; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  leio_test_ui_settle ();
}

static void
test_case (void)
{
  g_autoptr (GError) error = g_error_new_literal (LEIO_ERROR, 0, "It is a folder.");
  LeioWindow *window = open_example ();

  leio_window_show_error (window, "The case could not be saved", error);
  leio_test_ui_answer (window->session, "metastasis", "none");
  open_all (window);
  check_page (window, "questions and advice", 60);
  activate (window, "group-by", g_variant_new_string ("phase"));
  check_page (window, "advice by phase", 60);
  activate (window, "group-by", g_variant_new_string ("phase"));
  close_window (window);
}

/* The first change that would change the advice on a treatment. */
static const LeioChange *
find_change (LeioWindow *window)
{
  const GPtrArray *treatments = leio_session_get_advice (window->session)->treatments;

  for (guint i = 0; i < treatments->len; i++)
    {
      const LeioTreatmentAdvice *advice = g_ptr_array_index (treatments, i);

      if (advice->changes != NULL && advice->changes->len > 0)
        return g_ptr_array_index (advice->changes, 0);
    }
  return NULL;
}

static void
test_what_if (void)
{
  LeioWindow *window = open_example ();
  const LeioChange *change = find_change (window);

  g_assert_nonnull (change);
  leio_session_apply_what_if (window->session, change);
  leio_test_ui_settle ();
  check_page (window, "what if", 60);
  close_window (window);
}

static void
test_pathway (void)
{
  LeioWindow *window = open_example ();

  g_action_group_change_action_state (G_ACTION_GROUP (window), "page",
                                      g_variant_new_string ("pathway"));
  leio_test_ui_settle ();
  check_page (window, "pathway", 40);
  close_window (window);
}

static void
test_decision (void)
{
  LeioWindow *window = open_example ();
  LeioSession *session = leio_window_get_session (window);

  leio_decision_edit_verdict (session, "hysterectomy", LEIO_VERDICT_DECLINED);
  leio_decision_edit_verdict (session, "pelvic_mri", LEIO_VERDICT_CHOSEN);
  g_action_group_change_action_state (G_ACTION_GROUP (window), "page",
                                      g_variant_new_string ("decision"));
  leio_test_ui_settle ();
  check_page (window, "decision", 40);
  leio_session_undo (session);
  leio_session_undo (session);
  close_window (window);
}

static void
test_preferences (void)
{
  g_autoptr (GSettings) settings = leio_settings_new ();
  GtkWidget *window = leio_preferences_new (NULL, settings);

  gtk_window_present (GTK_WINDOW (window));
  leio_test_ui_settle ();
  check_page (window, "preferences", 3);
  close_window (window);
}

static void
test_home (void)
{
  LeioWindow *window = open_example ();

  leio_test_ui_remember_limits (FALSE);
  activate (window, "reading", g_variant_new_string ("home"));
  check_page (window, "what the program cannot tell", 10);
  leio_test_ui_remember_limits (TRUE);
  activate (window, "leave-home", NULL);
  check_page (window, "home", 60);
  activate (window, "reading", g_variant_new_string ("clinician"));
  close_window (window);
}

static void
test_sheet (void)
{
  LeioWindow *window = open_example ();
  g_autofree char *folder = g_dir_make_tmp ("leio-sheet-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sheet.leio", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  leio_test_ui_remember_limits (TRUE);
  g_assert_true (leio_test_ui_save (window->session, file, FALSE, NULL));
  activate (window, "reading", g_variant_new_string ("home"));
  g_assert_true (leio_session_get_locked (window->session));
  check_page (window, "sheet", 60);
  activate (window, "reading", g_variant_new_string ("clinician"));
  close_window (window);
}

/* With its tools, and all that may be added. */
static void
open_first_question (LeioWindow *window)
{
  GtkWidget *row = leio_test_ui_find (window->home, LEIO_TYPE_ASK_ROW, 0);
  GtkWidget *more = leio_test_ui_find (window->home, GTK_TYPE_EXPANDER, 0);

  gtk_widget_activate_action (row, "ask.open", NULL);
  gtk_expander_set_expanded (GTK_EXPANDER (more), TRUE);
  leio_test_ui_settle ();
}

static void
test_reading_at_home (void)
{
  LeioWindow *window = open_example ();

  activate (window, "home", NULL);
  check_page (window, "reading at home", 20);
  activate (window, "matters", NULL);
  check_page (window, "what matters", 20);
  activate (window, "take-along", NULL);
  open_first_question (window);
  check_page (window, "questions to take along", 20);
  close_window (window);
}

static void
test_presentation (void)
{
  LeioWindow *window = open_example ();

  activate (window, "present", NULL);
  check_page (window, "presentation", 20);
  activate (window, "present", NULL);
  close_window (window);
}

static void
test_source_in_place (void)
{
  LeioWindow *window = open_example ();
  GtkWidget *chip, *popover;

  leio_test_wait (10);
  chip = leio_test_ui_find (window->advice, LEIO_TYPE_SOURCE_CHIP, 0);
  g_assert_nonnull (chip);
  g_signal_emit_by_name (leio_test_ui_find (chip, GTK_TYPE_BUTTON, 0), "clicked");
  leio_test_ui_settle ();
  popover = leio_test_ui_find (GTK_WIDGET (window), GTK_TYPE_POPOVER, 0);
  for (guint i = 1; popover != NULL && !gtk_widget_has_css_class (popover, "leio-source"); i++)
    popover = leio_test_ui_find (GTK_WIDGET (window), GTK_TYPE_POPOVER, i);
  g_assert_nonnull (popover);
  check_page (popover, "source beside a reason", 3);
  close_window (window);
}

static void
test_compare (void)
{
  LeioWindow *window = open_example ();
  GtkWidget *compare = leio_compare_window_new (GTK_WINDOW (window), window->session);
  LeioSession *variant = leio_compare_window_get_variant (LEIO_COMPARE_WINDOW (compare), 0);
  GtkWidget *list;

  gtk_window_set_default_size (GTK_WINDOW (compare), 1300, HEIGHT);
  gtk_window_present (GTK_WINDOW (compare));
  leio_test_ui_answer (variant, "ecog", "3");
  list = leio_test_ui_find (compare, GTK_TYPE_DROP_DOWN, 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (list), 3);
  leio_test_ui_settle ();
  check_page (compare, "compare", 30);
  close_window (compare);
  close_window (window);
}

static void
test_knowledge (void)
{
  LeioWindow *window = open_window (1300);
  GtkWidget *shown = leio_knowledge_window_new (GTK_WINDOW (window),
                                                leio_engine_get_knowledge (get_engine ()), FALSE);
  GtkStack *stack;
  g_autoptr (GtkSelectionModel) pages = NULL;

  gtk_window_set_default_size (GTK_WINDOW (shown), 1300, 2000);
  gtk_window_present (GTK_WINDOW (shown));
  leio_test_ui_settle ();
  stack = GTK_STACK (leio_test_ui_find (shown, GTK_TYPE_STACK, 0));
  pages = gtk_stack_get_pages (stack);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (GObject) page = g_list_model_get_item (G_LIST_MODEL (pages), i);
      g_autofree char *title = NULL;

      gtk_selection_model_select_item (pages, i, TRUE);
      g_object_get (page, "title", &title, NULL);
      check_page (shown, title, 15);
    }
  close_window (shown);
  close_window (window);
}

static void
test_help (void)
{
  LeioWindow *window = open_window (1300);
  GtkWidget *help = leio_help_window_new (GTK_WINDOW (window), window->main_menu, FALSE);
  static const char *const topics[] = { "card", "standards" };

  gtk_window_set_default_size (GTK_WINDOW (help), 1300, HEIGHT);
  gtk_window_present (GTK_WINDOW (help));
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    {
      leio_help_window_show (LEIO_HELP_WINDOW (help), topics[i]);
      leio_test_ui_settle ();
      check_page (help, topics[i], 20);
    }
  close_window (help);
  close_window (window);
}

static void
test_fault (void)
{
  g_autoptr (GError) error = g_error_new_literal (LEIO_ERROR, 0, "rules/a.json: found 'x'");
  GtkWidget *window = leio_fault_window_new (NULL, error);

  gtk_window_present (GTK_WINDOW (window));
  leio_test_ui_settle ();
  check_page (window, "faults", 1);
  close_window (window);
}

/* The class of each template of the program. */
/* The list, and a case with the bar that leads back to it. */
static void
test_agenda (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("LEIO_SOURCE_DIR"), "data", "examples", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  LeioWindow *window = open_window (1300);

  leio_window_open (window, folder);
  while (leio_test_ui_find_text (GTK_WIDGET (window), "8 cases") == NULL)
    leio_test_wait (1);
  leio_test_wait (30);
  check_page (window, "the agenda", 15);
  activate (window, "next-case", NULL);
  g_assert_nonnull (leio_test_ui_find_label (GTK_WIDGET (window), "examples: 1 of 8"));
  check_page (window, "a case of the agenda", 40);
  close_window (window);
}

static void
find_templates (const char *folder, GPtrArray *classes)
{
  g_auto (GStrv) children = g_resources_enumerate_children (folder, 0, NULL);

  for (guint i = 0; children[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (folder, children[i], NULL);
      g_autoptr (GBytes) data = NULL;
      const char *start;

      if (g_str_has_suffix (path, "/"))
        find_templates (path, classes);
      if (!g_str_has_suffix (path, ".ui"))
        continue;

      data = g_resources_lookup_data (path, 0, NULL);
      start = strstr (g_bytes_get_data (data, NULL), "<template class=\"");
      if (start == NULL)
        continue;

      start += strlen ("<template class=\"");
      g_ptr_array_add (classes, g_strndup (start, strcspn (start, "\"")));
    }
}

static void
test_every_template (void)
{
  g_autoptr (GPtrArray) classes = g_ptr_array_new_with_free_func (g_free);

  find_templates ("/io/github/leio_app/Leio/ui/", classes);
  g_assert_cmpuint (classes->len, >, 10);
  for (guint i = 0; i < classes->len; i++)
    {
      /* That is no widget, but the way to one line of a list. */
      if (g_str_equal (g_ptr_array_index (classes, i), "GtkListItem"))
        continue;
      if (!g_hash_table_contains (seen_types, g_ptr_array_index (classes, i)))
        g_test_fail_printf ("no page here shows %s", (char *) g_ptr_array_index (classes, i));
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  leio_style_register_resources ();
  leio_style_load (gdk_display_get_default ());
  seen_types = g_hash_table_new (g_str_hash, g_str_equal);
  choose_reading ("clinician");
  /* Colours are measured once they are what they become. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add_func ("/ui/pages/start", test_start);
  g_test_add_func ("/ui/pages/case", test_case);
  g_test_add_func ("/ui/pages/what-if", test_what_if);
  g_test_add_func ("/ui/pages/pathway", test_pathway);
  g_test_add_func ("/ui/pages/decision", test_decision);
  g_test_add_func ("/ui/pages/home", test_home);
  g_test_add_func ("/ui/pages/sheet", test_sheet);
  g_test_add_func ("/ui/pages/reading-at-home", test_reading_at_home);
  g_test_add_func ("/ui/pages/presentation", test_presentation);
  g_test_add_func ("/ui/pages/source-in-place", test_source_in_place);
  g_test_add_func ("/ui/pages/compare", test_compare);
  g_test_add_func ("/ui/pages/knowledge", test_knowledge);
  g_test_add_func ("/ui/pages/preferences", test_preferences);
  g_test_add_func ("/ui/pages/help", test_help);
  g_test_add_func ("/ui/pages/fault", test_fault);
  g_test_add_func ("/ui/pages/agenda", test_agenda);
  g_test_add_func ("/ui/pages/every-template", test_every_template);
  status = g_test_run ();
  g_hash_table_unref (seen_types);
  return status;
}
