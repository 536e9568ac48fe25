/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The help opens on the topic of the page where one stands, what is searched for
 * is found, and what it names is there: commands, keys, topics and buttons.
 */
#include "config.h"

#include <string.h>

#include "leio-catalogue.h"
#include "leio-compare-window.h"
#include "leio-help-page.h"
#include "leio-help-topics.h"
#include "leio-help-window.h"
#include "leio-home-page.h"
#include "leio-knowledge-window.h"
#include "leio-style.h"
#include "leio-test-advice.h"
#include "leio-test-ui.h"
#include "leio-test-words.h"
#include "leio-window-private.h"

static LeioWindow *
open_window (gboolean home)
{
  GtkWidget *window = leio_window_new (NULL);

  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  leio_window_set_engine (LEIO_WINDOW (window), leio_test_ui_get_shipped_engine ());
  gtk_window_present (GTK_WINDOW (window));
  leio_test_ui_remember_limits (TRUE);
  g_action_group_activate_action (G_ACTION_GROUP (window), "reading",
                                  g_variant_new_string (home ? "home" : "clinician"));
  g_action_group_activate_action (G_ACTION_GROUP (window), "leave-home", NULL);
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
  leio_test_ui_settle ();
}

static LeioHelpWindow *
get_help (LeioWindow *window)
{
  return LEIO_HELP_WINDOW (window->help_window);
}

static void
check_topic (LeioWindow *window, const char *topic)
{
  activate (window, "help", NULL);
  g_assert_cmpstr (leio_help_window_get_topic (get_help (window)), ==, topic);
  g_assert_true (gtk_widget_get_mapped (window->help_window));
}

static void
test_place (LeioWindow *window, const char *action, const char *parameter, const char *topic)
{
  activate (window, action, parameter);
  check_topic (window, topic);
}

static void
test_clinician_places (void)
{
  LeioWindow *window = open_window (FALSE);
  g_autofree char *path = g_build_filename (g_getenv ("LEIO_SOURCE_DIR"), "data", "examples", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  test_place (window, "page", "questions", "answers");
  test_place (window, "page", "advice", "card");
  test_place (window, "page", "pathway", "pathway");
  test_place (window, "page", "decision", "decision");
  test_place (window, "start", NULL, "first-case");
  test_place (window, "page", "advice", "card");
  test_place (window, "present", NULL, "presentation");
  activate (window, "present", NULL);
  leio_window_open (window, folder);
  while (!leio_window_is_at_agenda (window))
    leio_test_wait (1);
  check_topic (window, "agenda");
  close_window (window);
}

static void
test_what_if (void)
{
  LeioWindow *window = open_window (FALSE);
  const GPtrArray *treatments;
  const LeioChange *change = NULL;

  leio_test_ui_answer (window->session, "site", "uterus");
  leio_test_ui_answer (window->session, "metastasis", "none");
  treatments = leio_session_get_advice (window->session)->treatments;
  for (guint i = 0; change == NULL && i < treatments->len; i++)
    {
      const LeioTreatmentAdvice *advice = g_ptr_array_index (treatments, i);

      if (advice->changes != NULL && advice->changes->len > 0)
        change = g_ptr_array_index (advice->changes, 0);
    }
  g_assert_nonnull (change);
  leio_session_apply_what_if (window->session, change);
  leio_test_ui_settle ();
  check_topic (window, "what-if");
  close_window (window);
}

static void
test_home_places (void)
{
  LeioWindow *window = open_window (TRUE);
  GtkStack *stack;

  check_topic (window, "home-situation");
  test_place (window, "home", NULL, "home-reading");
  stack = GTK_STACK (leio_test_ui_find (window->home, GTK_TYPE_STACK, 0));
  gtk_stack_set_visible_child_name (stack, "words");
  check_topic (window, "home-words");
  test_place (window, "matters", NULL, "home-matters");
  test_place (window, "take-along", NULL, "home-questions");
  leio_home_page_show_limits (LEIO_HOME_PAGE (window->home));
  check_topic (window, "home-situation");
  test_place (window, "start", NULL, "home");
  close_window (window);
}

static void
test_sheet (void)
{
  LeioWindow *window = open_window (FALSE);
  g_autofree char *folder = g_dir_make_tmp ("leio-help-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sheet.leio", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (leio_test_ui_save (window->session, file, FALSE, NULL));
  test_place (window, "reading", "home", "home-sheet");
  close_window (window);
}

static gboolean
press (GtkWidget *widget, guint key)
{
  const GdkModifierType none = 0;
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (controller)
                        && j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut
              = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger)
              && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key
              && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == none)
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }
  return FALSE;
}

/* The key works in the windows beside the case as well. */
static void
test_other_windows (void)
{
  LeioWindow *window = open_window (FALSE);
  GtkWidget *compare = leio_compare_window_new (GTK_WINDOW (window), window->session);

  g_assert_true (press (compare, GDK_KEY_F1));
  g_assert_cmpstr (leio_help_window_get_topic (get_help (window)), ==, "compare");
  activate (window, "knowledge", NULL);
  g_assert_true (press (window->knowledge_window, GDK_KEY_F1));
  g_assert_cmpstr (leio_help_window_get_topic (get_help (window)), ==, "knowledge");
  gtk_window_destroy (GTK_WINDOW (compare));
  activate (window, "reading", "home");
  activate (window, "knowledge", NULL);
  g_assert_true (press (window->knowledge_window, GDK_KEY_F1));
  g_assert_cmpstr (leio_help_window_get_topic (get_help (window)), ==, "home-numbers");
  close_window (window);
}

/* That of the topics: a drop-down has one too. */
static GtkWidget *
get_list (GtkWidget *help)
{
  GtkWidget *list;

  for (guint i = 0; (list = leio_test_ui_find (help, GTK_TYPE_LIST_VIEW, i)) != NULL; i++)
    if (gtk_widget_get_ancestor (list, GTK_TYPE_POPOVER) == NULL)
      return list;
  g_assert_not_reached ();
}

static void
search (LeioWindow *window, const char *words)
{
  GtkWidget *entry = leio_test_ui_find (window->help_window, GTK_TYPE_SEARCH_ENTRY, 0);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "search-changed");
  leio_test_wait (4);
}

static void
check_found (LeioWindow *window, const char *title, gboolean found)
{
  GtkWidget *list = get_list (window->help_window);

  if ((leio_test_ui_find_text (list, title) != NULL) != found)
    g_error ("'%s' is %s the list", title, found ? "not in" : "in");
}

static void
test_search (void)
{
  LeioWindow *window = open_window (FALSE);

  activate (window, "help", NULL);
  search (window, "variant");
  check_found (window, "Comparing with variants", TRUE);
  check_found (window, "The agenda of a meeting", FALSE);
  /* Case does not matter, and words may stand apart. */
  search (window, "GREATER reached nowhere");
  check_found (window, "Comparing with variants", FALSE);
  search (window, "five METRES letters");
  check_found (window, "One case on the whole screen", TRUE);
  /* What a command is called in the menu is searched as well. */
  search (window, "Unsaved Cases");
  check_found (window, "Saving, and what is never lost", TRUE);
  g_assert_true (press (window->help_window, GDK_KEY_Escape));
  leio_test_ui_settle ();
  g_assert_null (window->help_window);
  close_window (window);
}

/* A search that hides the topic does not keep the help key from showing it. */
static void
test_key_after_search (void)
{
  LeioWindow *window = open_window (FALSE);

  activate (window, "help", NULL);
  search (window, "variant");
  test_place (window, "page", "pathway", "pathway");
  g_assert_nonnull (leio_test_ui_find_label (window->help_window, "A solid edge says"));
  close_window (window);
}

/* No action is left in braces or by its bare name, and so none that is gone is named. */
static void
check_commands (LeioWindow *window, guint topic)
{
  g_autofree char *text = leio_help_page_dup_text (topic, window->main_menu);
  static const char *const unresolved[] = { "{", "}", "win.", "app.", "key:" };

  for (guint i = 0; i < G_N_ELEMENTS (unresolved); i++)
    {
      const char *found = strstr (text, unresolved[i]);

      if (found == NULL)
        continue;
      g_test_message ("%s: %.40s", leio_help_topics_get (topic)->id, found);
      g_test_fail ();
    }
}

static void
test_commands (void)
{
  g_autoptr (GtkApplication) application
      = gtk_application_new ("io.github.leio_app.TestHelp", G_APPLICATION_NON_UNIQUE);
  LeioWindow *window;
  g_autofree char *command = NULL;
  g_autofree char *key = NULL;

  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_application_set_default (G_APPLICATION (application));
  leio_window_install_accels (application);
  window = open_window (FALSE);
  for (guint i = 0; i < leio_help_topics_get_length (); i++)
    check_commands (window, i);

  command = leio_help_topics_expand ("{win.print::board}", window->main_menu);
  g_assert_cmpstr (command, ==, "**Menu › Print › Board Page…** (Ctrl+P)");
  key = leio_help_topics_expand ("Press {key:win.help}.", window->main_menu);
  g_assert_cmpstr (key, ==, "Press F1.");
  g_application_set_default (NULL);
  close_window (window);
}

/* A link to a topic leads to one that its reader has, and is called as it is. */
static void
check_link (guint topic, const LeioMarkdownBlock *block)
{
  const LeioHelpTopic *from = leio_help_topics_get (topic);
  g_autofree char *title = NULL;
  int index;

  if (g_str_has_prefix (block->target, "https://"))
    return;

  g_assert_true (g_str_has_prefix (block->target, "help:"));
  index = leio_help_topics_find (block->target + strlen ("help:"));
  if (index < 0)
    g_error ("%s names the topic '%s'", from->id, block->target);
  title = leio_help_page_dup_title ((guint) index);
  g_assert_cmpstr (g_ptr_array_index (block->texts, 0), ==, title);
  g_assert_true (leio_help_topics_is_there ((guint) index, FALSE));
}

static void
test_links (void)
{
  guint n_links = 0;

  for (guint i = 0; i < leio_help_topics_get_length (); i++)
    {
      g_autoptr (GPtrArray) blocks = leio_help_topics_parse (i);

      if (blocks->len < 3)
        g_error ("%s has nothing to say", leio_help_topics_get (i)->id);
      for (guint j = 0; j < blocks->len; j++)
        {
          const LeioMarkdownBlock *block = g_ptr_array_index (blocks, j);

          g_assert_true ((block->kind == LEIO_MARKDOWN_HEADING && block->level == 1) == (j == 0));
          if (block->kind == LEIO_MARKDOWN_LINK)
            {
              check_link (i, block);
              n_links++;
            }
        }
    }
  g_assert_cmpuint (n_links, >, 30);
}

/* A link to what a reader at home has not got would lead nowhere: it is not there. */
static void
test_links_at_home (void)
{
  LeioWindow *window = open_window (TRUE);

  activate (window, "show-help", "standards");
  g_assert_nonnull (leio_test_ui_find_label (window->help_window, "1. Describes the health"));
  g_assert_nonnull (leio_test_ui_find_label (window->help_window, "What Leio is, and what"));
  g_assert_null (leio_test_ui_find_label (window->help_window, "Use and limits"));
  close_window (window);
  window = open_window (FALSE);
  activate (window, "show-help", "standards");
  g_assert_nonnull (leio_test_ui_find_label (window->help_window, "Use and limits"));
  activate (window, "show-help", "hazards");
  g_assert_nonnull (leio_test_ui_find_label (window->help_window, "Stale knowledge"));
  close_window (window);
}

/* Each reading has its topics, and those for home keep to the words of home. */
static void
test_home_words (void)
{
  LeioEngine *engine = leio_test_ui_get_shipped_engine ();
  LeioTestWords *words = leio_test_words_new (leio_engine_get_knowledge (engine));
  LeioWindow *window = open_window (TRUE);
  guint n_home = 0;

  for (guint i = 0; i < leio_help_topics_get_length (); i++)
    {
      g_autofree char *text = leio_help_page_dup_text (i, window->main_menu);
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

      if (!leio_help_topics_is_there (i, TRUE))
        continue;
      n_home++;
      for (guint j = 0; lines[j] != NULL; j++)
        {
          g_autofree char *found = leio_test_words_find (words, lines[j]);

          g_assert_cmpstr (found, ==, NULL);
        }
    }
  g_assert_cmpuint (n_home, >, 8);
  activate (window, "help", NULL);
  check_found (window, "Reading a card", FALSE);
  check_found (window, "My situation", TRUE);
  leio_test_words_free (words);
  close_window (window);
}

/* Where there is little room the topic takes the place of the list, and Escape leads back. */
static void
test_narrow (void)
{
  LeioWindow *window = open_window (FALSE);
  GtkWidget *help = leio_help_window_new (GTK_WINDOW (window), window->main_menu, FALSE);
  GtkWidget *list;

  gtk_window_set_default_size (GTK_WINDOW (help), 360, 640);
  leio_help_window_show (LEIO_HELP_WINDOW (help), "card");
  gtk_window_present (GTK_WINDOW (help));
  leio_test_wait (10);
  list = get_list (help);
  g_assert_false (gtk_widget_get_mapped (list));
  g_assert_cmpint (gtk_widget_get_width (help), <=, 360);
  g_assert_true (press (help, GDK_KEY_Escape));
  leio_test_wait (5);
  g_assert_true (gtk_widget_get_mapped (list));
  gtk_window_destroy (GTK_WINDOW (help));
  close_window (window);
}

static void
test_markdown (void)
{
  g_autoptr (GPtrArray) blocks = leio_markdown_parse (
      "<!-- no\nword -->\n# Title\n\nOne\ntwo.\n\n- a\n- b\n  c\n\n1. x\n\n"
      "| H | I |\n| --- | --- |\n| 1 | `2` |\n- [Topic](help:card)\n", NULL);
  static const struct
  {
    LeioMarkdownKind kind;
    guint n_texts;
    const char *last;
  } expected[] = {
    { LEIO_MARKDOWN_HEADING, 1, "Title" }, { LEIO_MARKDOWN_PARAGRAPH, 1, "One two." },
    { LEIO_MARKDOWN_LIST, 2, "b c" },      { LEIO_MARKDOWN_STEPS, 1, "x" },
    { LEIO_MARKDOWN_TABLE, 4, "`2`" },     { LEIO_MARKDOWN_LINK, 1, "Topic" },
  };
  g_autofree char *markup = leio_markdown_to_markup ("**A & B** `x**` **y");

  g_assert_cmpuint (blocks->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < blocks->len; i++)
    {
      const LeioMarkdownBlock *block = g_ptr_array_index (blocks, i);

      g_assert_cmpint ((int) block->kind, ==, (int) expected[i].kind);
      g_assert_cmpuint (block->texts->len, ==, expected[i].n_texts);
      g_assert_cmpstr (g_ptr_array_index (block->texts, block->texts->len - 1), ==,
                       expected[i].last);
    }
  g_assert_cmpstr (markup, ==, "<b>A &amp; B</b> <tt>x**</tt> <b>y</b>");
}

static char *
bracket (const char *text)
{
  return g_strdup_printf ("[%s]", text);
}

/* Names in code are no text for translators. */
static void
test_translated (void)
{
  static const struct
  {
    const char *text;
    const char *translated;
  } rows[] = {
    { "Words `code` words", "[Words `code` words]" },
    { "Shown by: `one`, `two`", "[Shown by:] `one`, `two`" },
    { "Shown by: `one` and more", "[Shown by: `one` and more]" },
    { "`one`, `two`", "`one`, `two`" },
    { "4.8.3", "4.8.3" },
    { "https://example.org/a", "https://example.org/a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) blocks = leio_markdown_parse (rows[i].text, bracket);
      const LeioMarkdownBlock *block = g_ptr_array_index (blocks, 0);

      g_assert_cmpstr (g_ptr_array_index (block->texts, 0), ==, rows[i].translated);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  leio_style_register_resources ();
  leio_style_load (gdk_display_get_default ());

  g_test_add_func ("/ui/help/clinician-places", test_clinician_places);
  g_test_add_func ("/ui/help/what-if", test_what_if);
  g_test_add_func ("/ui/help/home-places", test_home_places);
  g_test_add_func ("/ui/help/sheet", test_sheet);
  g_test_add_func ("/ui/help/other-windows", test_other_windows);
  g_test_add_func ("/ui/help/search", test_search);
  g_test_add_func ("/ui/help/key-after-search", test_key_after_search);
  g_test_add_func ("/ui/help/commands", test_commands);
  g_test_add_func ("/ui/help/links", test_links);
  g_test_add_func ("/ui/help/links-at-home", test_links_at_home);
  g_test_add_func ("/ui/help/home-words", test_home_words);
  g_test_add_func ("/ui/help/narrow", test_narrow);
  g_test_add_func ("/ui/help/markdown", test_markdown);
  g_test_add_func ("/ui/help/translated", test_translated);
  return g_test_run ();
}
