/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading at home: what a patient opens first, and how a word is explained to one
 * who clicks, one who types, and one who listens.
 */
#include "config.h"

#include "leio-catalogue.h"
#include "leio-home-page.h"
#include "leio-meaning.h"
#include "leio-people.h"
#include "leio-style.h"
#include "leio-test-ui.h"

typedef struct
{
  GtkWidget *window;
  LeioHomePage *page;
  LeioSession *session;
} Fixture;

static LeioKnowledge *
get_base (void)
{
  return (LeioKnowledge *) leio_engine_get_knowledge (leio_test_ui_get_engine ());
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = leio_test_ui_new_session ();
  fixture->page = LEIO_HOME_PAGE (leio_home_page_new (get_base ()));
  leio_home_page_set_session (fixture->page, fixture->session);
  fixture->window = g_object_new (GTK_TYPE_WINDOW, "default-width", 900, "default-height", 600,
                                  "child", fixture->page, NULL);
  leio_meaning_provide (fixture->window, get_base ());
  gtk_window_present (GTK_WINDOW (fixture->window));
  leio_test_ui_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  leio_test_ui_settle ();
  g_assert_finalize_object (fixture->session);
}

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  GtkWidget *button;

  for (guint i = 0; (button = leio_test_ui_find (root, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
      return button;
  return NULL;
}

/* It opens on reading: the first page is there without a click. */
static void
test_opens_on_reading (Fixture *fixture, gconstpointer data)
{
  GtkWidget *root = fixture->window;

  g_assert_nonnull (leio_test_ui_find_label (root, "It is a lump. It is rare."));
  g_assert_nonnull (leio_test_ui_find_label (root, "Pain"));
  g_assert_null (find_button (root, "Excision"));
}

/* A treatment is told with its bad sides as with its good ones, and what to ask. */
static void
test_treatment (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    "What it is", "It helps.",      "What speaks against it", "It hurts.",     "What it is like",
    "You rest.",  "Questions to ask", "A week.",              "Will it hurt?",
  };

  leio_home_page_show (fixture->page, "excision");
  leio_test_ui_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_nonnull (leio_test_ui_find_label (fixture->window, texts[i]));
  leio_home_page_show (fixture->page, "nothing");
  g_assert_nonnull (leio_test_ui_find_label (fixture->window, "It hurts."));
}

/* (nullable): the first picture of people that is seen. */
static GtkWidget *
find_people (GtkWidget *root)
{
  GtkWidget *people = leio_test_ui_find (root, LEIO_TYPE_PEOPLE, 0);

  return people != NULL && gtk_widget_get_mapped (people) ? people : NULL;
}

/* Numbers about survival are told to who asks, as people out of 100, with who was studied and how
 * sure it is, and are put away again. */
static void
test_survival_when_asked (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "Who was alive after five years", "60 of 100 people",
                                       "51 of 100 people",
                                       "Who was studied: People of one study." };
  GtkWidget *root = fixture->window;
  GtkWidget *button;

  leio_home_page_show (fixture->page, "excision");
  leio_test_ui_settle ();
  button = find_button (root, "Show numbers about length of life");
  g_assert_nonnull (button);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_null (leio_test_ui_find_label (root, texts[i]));
  g_assert_null (find_people (root));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  leio_test_ui_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_nonnull (leio_test_ui_find_label (root, texts[i]));
  g_assert_nonnull (leio_test_ui_find_text (root, "How sure:"));
  gtk_test_accessible_assert_role (find_people (root), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (find_people (root), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "60 of 100 people: with it");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), FALSE);
  leio_test_ui_settle ();
  g_assert_null (leio_test_ui_find_label (root, "60 of 100 people"));
}

/* Where no study tells a number, no place is held for one. */
static void
test_no_numbers (Fixture *fixture, gconstpointer data)
{
  leio_home_page_show (fixture->page, "watching");
  leio_test_ui_settle ();
  g_assert_null (leio_test_ui_find_label (fixture->window, "Numbers from studies"));
}

/* A word that is a link is a button too; both explain it, and the focus comes back. */
static void
test_word (Fixture *fixture, gconstpointer data)
{
  GtkWidget *root = fixture->window;
  GtkWidget *word, *close;

  leio_home_page_show (fixture->page, "radiation");
  leio_test_ui_settle ();
  leio_meaning_explain (GTK_WIDGET (fixture->page), NULL, 1);
  leio_test_ui_settle ();
  word = leio_test_ui_find_label (root, "Margin");
  close = find_button (root, "_Close");
  g_assert_nonnull (word);
  g_assert_nonnull (leio_test_ui_find_label (root, "Healthy tissue around what is cut out."));
  gtk_test_accessible_assert_property (close, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Margin: Healthy tissue around what is cut out.");
  g_signal_emit_by_name (close, "clicked");
  leio_test_ui_settle ();
  g_assert_null (leio_test_ui_find_label (root, "Healthy tissue around what is cut out."));
}

/* Asking for a word that is not there does nothing. */
static void
test_word_unknown (Fixture *fixture, gconstpointer data)
{
  leio_meaning_explain (GTK_WIDGET (fixture->page), NULL, 99);
  leio_test_ui_settle ();
  g_assert_null (find_button (fixture->window, "_Close"));
}

/* The words from A to Z, with a search of their own. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  GtkStack *stack = GTK_STACK (leio_test_ui_find (fixture->window, GTK_TYPE_STACK, 0));
  LeioCatalogue *words;

  gtk_stack_set_visible_child_name (stack, "words");
  leio_test_ui_settle ();
  words = LEIO_CATALOGUE (gtk_stack_get_visible_child (stack));
  g_assert_true (leio_catalogue_is_filled (words));
  g_assert_nonnull (leio_test_ui_find_label (GTK_WIDGET (words), "2 of 2"));
  g_assert_nonnull (leio_test_ui_find_label (GTK_WIDGET (words), "Cutting something out."));
}

static LeioCase *
get_case (Fixture *fixture)
{
  return (LeioCase *) leio_session_get_case (fixture->session);
}

static GtkCheckButton *
find_choice (Fixture *fixture, const char *title)
{
  return GTK_CHECK_BUTTON (gtk_widget_get_ancestor (
      leio_test_ui_find_label (fixture->window, title), GTK_TYPE_CHECK_BUTTON));
}

static void
see (Fixture *fixture, const char *name)
{
  leio_home_page_see (fixture->page, name);
  leio_test_ui_settle ();
}

/* What matters is kept in the case, brings questions, and is undone like an answer. */
static void
test_matters (Fixture *fixture, gconstpointer data)
{
  GtkWidget *root = fixture->window;
  GtkCheckButton *choice;

  see (fixture, "matters");
  choice = find_choice (fixture, "Being at home");
  gtk_test_accessible_assert_role (GTK_WIDGET (choice), GTK_ACCESSIBLE_ROLE_CHECKBOX);
  gtk_test_accessible_assert_property (GTK_WIDGET (choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Being at home");
  gtk_test_accessible_assert_property (GTK_WIDGET (choice), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "You want to be at home.");
  g_assert_nonnull (leio_test_ui_find_label (root, "No question comes from this yet."));

  gtk_check_button_set_active (choice, TRUE);
  g_assert_true (leio_visit_has_matter (get_case (fixture)->visit, "home"));
  g_assert_nonnull (leio_test_ui_find_label (root, "2 questions in your list come from this."));

  leio_session_undo (fixture->session);
  g_assert_null (get_case (fixture)->visit);
  g_assert_false (gtk_check_button_get_active (choice));
  g_assert_nonnull (leio_test_ui_find_label (root, "No question comes from this yet."));
}

/* It never reaches the advice. */
static void
test_matters_not_advice (Fixture *fixture, gconstpointer data)
{
  const LeioAdvice *advice = leio_session_get_advice (fixture->session);

  see (fixture, "matters");
  gtk_check_button_set_active (find_choice (fixture, "Being at home"), TRUE);
  g_assert_true (leio_session_get_advice (fixture->session) == advice);
}

/* Another case shows what matters in it. */
static void
test_matters_of_case (Fixture *fixture, gconstpointer data)
{
  see (fixture, "matters");
  gtk_check_button_set_active (find_choice (fixture, "Being at home"), TRUE);
  see (fixture, "pages");
  leio_session_reset (fixture->session);
  see (fixture, "matters");
  g_assert_false (gtk_check_button_get_active (find_choice (fixture, "Being at home")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_summary ("What a patient reads first, and how a word is explained");
  gtk_init ();
  leio_style_register_resources ();
  leio_style_load (gdk_display_get_default ());

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/ui/home-page/opens-on-reading", test_opens_on_reading);
  ADD ("/ui/home-page/treatment", test_treatment);
  ADD ("/ui/home-page/survival-when-asked", test_survival_when_asked);
  ADD ("/ui/home-page/no-numbers", test_no_numbers);
  ADD ("/ui/home-page/word", test_word);
  ADD ("/ui/home-page/word-unknown", test_word_unknown);
  ADD ("/ui/home-page/words", test_words);
  ADD ("/ui/home-page/matters", test_matters);
  ADD ("/ui/home-page/matters-not-advice", test_matters_not_advice);
  ADD ("/ui/home-page/matters-of-case", test_matters_of_case);
#undef ADD

  return g_test_run ();
}
