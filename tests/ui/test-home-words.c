/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the widgets of the home reading show, read off them: no verdict, code, dose,
 * percentage or number of survival, on any page, for the examples and for cases of
 * the guidelines, with everything opened that opens in place.
 */
#include "config.h"

#include <string.h>

#include "leio-compare-window.h"
#include "leio-home-page.h"
#include "leio-knowledge-window.h"
#include "leio-settings.h"
#include "leio-style.h"
#include "leio-test-advice.h"
#include "leio-test-ui.h"
#include "leio-test-words.h"
#include "leio-treatment-card.h"
#include "leio-window-private.h"
#include "leio-wording.h"

/* Of the cases of the guidelines every so many is opened. */
#define STEP 15

static LeioTestWords *words;
static guint n_texts;

static void
check_text (const char *place, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *found = leio_test_words_find (words, lines[i]);

      n_texts++;
      if (found == NULL)
        continue;
      g_test_message ("%s: found '%s'", place, found);
      g_test_fail ();
    }
}

/* A label that a person gave a case is his own. */
static gboolean
is_own (GtkWidget *widget)
{
  return GTK_IS_EDITABLE (widget) || GTK_IS_TEXT_VIEW (widget)
         || gtk_widget_has_css_class (widget, "title");
}

/* All that is not hidden; what a popover holds is opened on demand. */
static void
check_widget (const char *place, GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget) || GTK_IS_POPOVER (widget) || is_own (widget))
    return;

  if (GTK_IS_LABEL (widget))
    check_text (place, gtk_label_get_text (GTK_LABEL (widget)));
  else if (LEIO_IS_TEXT (widget))
    check_text (place, leio_text_get_text (LEIO_TEXT (widget)));
  if (gtk_widget_get_tooltip_text (widget) != NULL)
    check_text (place, gtk_widget_get_tooltip_text (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_widget (place, child);
}

static LeioWindow *
open_window (void)
{
  GtkWidget *window = leio_window_new (NULL);

  gtk_window_set_default_size (GTK_WINDOW (window), 1300, 1000);
  leio_window_set_engine (LEIO_WINDOW (window), leio_test_ui_get_shipped_engine ());
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
activate (LeioWindow *window, const char *action, const char *parameter)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), action,
                                  parameter != NULL ? g_variant_new_string (parameter) : NULL);
  leio_test_wait (2);
}

static void
test_pages (void)
{
  LeioWindow *window = open_window ();
  const LeioKnowledge *knowledge = leio_session_get_knowledge (window->session);

  activate (window, "home", NULL);
  for (guint i = 0; i < knowledge->pages->len; i++)
    {
      const LeioPage *page = g_ptr_array_index (knowledge->pages, i);

      leio_home_page_show (LEIO_HOME_PAGE (window->home), page->id);
      check_widget (page->id, window->home);
    }
  for (guint i = 0; i < knowledge->treatments->len; i++)
    {
      const LeioTreatment *treatment = g_ptr_array_index (knowledge->treatments, i);

      leio_home_page_show (LEIO_HOME_PAGE (window->home), treatment->id);
      check_widget (treatment->id, window->home);
    }
  leio_home_page_show_limits (LEIO_HOME_PAGE (window->home));
  check_widget ("limits", window->home);
  activate (window, "start", NULL);
  check_widget ("start page", window->start_slot);
  g_assert_cmpuint (n_texts, >, 2000);
  close_window (window);
}

/* Every treatment, opened, whatever is in view. */
static void
check_cards (const char *place, LeioSession *session)
{
  guint n_treatments = leio_session_get_knowledge (session)->treatments->len;

  for (guint i = 0; i < n_treatments; i++)
    {
      GtkWidget *card = g_object_ref_sink (leio_treatment_card_new (session, i));

      leio_treatment_card_set_expanded (LEIO_TREATMENT_CARD (card), TRUE);
      leio_treatment_card_refresh (LEIO_TREATMENT_CARD (card));
      check_widget (place, card);
      g_object_unref (card);
    }
}

static void
open_questions (LeioWindow *window)
{
  GtkWidget *button;

  for (guint i = 0; (button = leio_test_ui_find (GTK_WIDGET (window->questions),
                                                 GTK_TYPE_TOGGLE_BUTTON, i)) != NULL; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  leio_test_wait (2);
}

/* As a sheet of clinicians, and as a case of one's own. */
static void
check_case (LeioWindow *window, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("LEIO_SOURCE_DIR"), folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  leio_session_load (window->session, file, &error);
  g_assert_no_error (error);
  activate (window, "leave-home", NULL);
  activate (window, "page", "advice");
  check_widget (name, GTK_WIDGET (window));
  check_cards (name, window->session);
  activate (window, "page", "decision");
  check_widget (name, window->decision);
  if (leio_session_get_locked (window->session))
    leio_session_make_own (window->session);
  activate (window, "page", "pathway");
  check_widget (name, GTK_WIDGET (window));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static guint
check_folder (LeioWindow *window, const char *folder, guint step)
{
  g_autofree char *path = g_build_filename (g_getenv ("LEIO_SOURCE_DIR"), folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;
  guint n_cases = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".leio"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i += step, n_cases++)
    check_case (window, folder, g_ptr_array_index (names, i));
  return n_cases;
}

static void
test_cases (void)
{
  LeioWindow *window = open_window ();

  g_assert_cmpuint (check_folder (window, "data/examples", 1), >=, 8);
  g_assert_cmpuint (check_folder (window, "tests/cases/guideline", STEP), >=, 8);
  close_window (window);
}

/* Each question with all that it says about itself. */
static void
test_questions (void)
{
  LeioWindow *window = open_window ();
  const LeioKnowledge *knowledge = leio_session_get_knowledge (window->session);
  const LeioQuestionnaire *questionnaire = leio_session_get_questionnaire (window->session);
  guint before = n_texts;

  activate (window, "leave-home", NULL);
  leio_test_ui_answer (window->session, "site", "limb");
  leio_test_ui_answer (window->session, "metastasis", "present");
  leio_test_wait (20);
  open_questions (window);
  /* Those that do not arise in this case too. */
  for (guint i = 0; i < leio_questionnaire_get_n_questions (questionnaire); i++)
    {
      check_text ("question", leio_wording_question (knowledge, i, TRUE));
      check_text ("why it is asked", leio_wording_why (knowledge, i, TRUE));
      check_text ("where it is found", leio_wording_help (knowledge, i, TRUE));
    }
  check_widget ("questions", GTK_WIDGET (window->questions));
  g_assert_cmpuint (n_texts - before, >, 200);
  close_window (window);
}

static void
test_windows (void)
{
  LeioWindow *window = open_window ();
  GtkWidget *compare;
  GtkStack *stack;
  g_autoptr (GtkSelectionModel) pages = NULL;

  activate (window, "leave-home", NULL);
  leio_test_ui_answer (window->session, "site", "uterus");
  compare = leio_compare_window_new (GTK_WINDOW (window), window->session);
  leio_test_ui_answer (leio_compare_window_get_variant (LEIO_COMPARE_WINDOW (compare), 0),
                       "metastasis", "present");
  gtk_window_present (GTK_WINDOW (compare));
  leio_test_wait (4);
  check_widget ("compare", compare);
  gtk_window_destroy (GTK_WINDOW (compare));
  activate (window, "knowledge", NULL);
  stack = GTK_STACK (leio_test_ui_find (window->knowledge_window, GTK_TYPE_STACK, 0));
  pages = gtk_stack_get_pages (stack);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (GObject) page = g_list_model_get_item (G_LIST_MODEL (pages), i);

      /* What the base says of itself first, "must be checked elsewhere", is no verdict. */
      if (i == 0 || !gtk_stack_page_get_visible (GTK_STACK_PAGE (page)))
        continue;
      gtk_selection_model_select_item (pages, i, TRUE);
      leio_test_wait (4);
      check_widget ("knowledge base", gtk_stack_get_visible_child (stack));
    }
  close_window (window);
}

/* The test reads what is shown: in the words of clinicians it finds what it looks for. */
static void
test_it_can_fail (void)
{
  LeioWindow *window = open_window ();
  LeioText *text;
  g_autofree char *found = NULL;

  activate (window, "reading", "clinician");
  leio_test_ui_answer (window->session, "site", "uterus");
  leio_test_ui_answer (window->session, "metastasis", "none");
  activate (window, "page", "advice");
  leio_test_wait (20);
  text = leio_test_ui_find_text (window->advice, "%");
  g_assert_nonnull (text);
  found = leio_test_words_find (words, leio_text_get_text (text));
  g_assert_nonnull (found);
  activate (window, "reading", "home");
  close_window (window);
}

int
main (int argc, char **argv)
{
  g_autoptr (GSettings) settings = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_summary ("No widget of the home reading shows a verdict, code, dose or percentage");
  gtk_init ();
  leio_style_register_resources ();
  leio_style_load (gdk_display_get_default ());
  settings = leio_settings_new ();
  g_settings_set_string (settings, "reading", "home");
  leio_test_ui_remember_limits (TRUE);
  words = leio_test_words_new (leio_engine_get_knowledge (leio_test_ui_get_shipped_engine ()));

  g_test_add_func ("/ui/home-words/pages", test_pages);
  g_test_add_func ("/ui/home-words/cases", test_cases);
  g_test_add_func ("/ui/home-words/questions", test_questions);
  g_test_add_func ("/ui/home-words/windows", test_windows);
  g_test_add_func ("/ui/home-words/it-can-fail", test_it_can_fail);
  status = g_test_run ();
  leio_test_words_free (words);
  return status;
}
