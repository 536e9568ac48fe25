/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-test-advice.h"

#include <string.h>

#include "leio-advice-page.h"
#include "leio-settings.h"

static void
on_show_question (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LeioTestAdvice *fixture = data;

  g_free (fixture->shown_question);
  fixture->shown_question = g_variant_dup_string (parameter, NULL);
}

static gboolean
tick (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Lets @n_frames or so go by. */
void
leio_test_wait (guint n_frames)
{
  guint heartbeat = g_timeout_add (16, tick, NULL);

  for (guint i = 0; i < 4 * n_frames; i++)
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (heartbeat);
  leio_test_ui_settle ();
}

LeioTreatmentCard *
leio_test_find_card (LeioTestAdvice *fixture, guint treatment)
{
  GtkWidget *card;

  for (guint i = 0; (card = leio_test_ui_find (fixture->page, LEIO_TYPE_TREATMENT_CARD, i)); i++)
    if (leio_treatment_card_get_treatment (LEIO_TREATMENT_CARD (card)) == treatment)
      return LEIO_TREATMENT_CARD (card);

  return NULL;
}

void
leio_test_show (LeioTestAdvice *fixture)
{
  static const GActionEntry entries[] = {
    { .name = "show-question", .activate = on_show_question, .parameter_type = "s" },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries),
                                   fixture);
  fixture->page = leio_advice_page_new (fixture->session);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 960, 700);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (actions));
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  gtk_window_present (GTK_WINDOW (fixture->window));

  for (guint i = 0; i < 100 && leio_test_find_card (fixture, 0) == NULL; i++)
    leio_test_wait (2);
  leio_test_wait (4);
  g_assert_nonnull (leio_test_find_card (fixture, 0));
}

/* What an earlier test folded is not remembered. */
static void
forget_view (void)
{
  const char *const keys[] = { "group-by", "folded-advice", "cards-folded" };
  g_autoptr (GSettings) settings = leio_settings_new ();

  for (guint i = 0; settings != NULL && i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
}

void
leio_test_set_up (LeioTestAdvice *fixture, gconstpointer data)
{
  forget_view ();
  fixture->session = leio_test_ui_new_session ();
  leio_test_show (fixture);
}

/* The shipped base, with an example, @data: more cards than fit into a window. */
void
leio_test_set_up_shipped (LeioTestAdvice *fixture, gconstpointer data)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("LEIO_SOURCE_DIR"), "data", "examples", data, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (LeioKnowledge) knowledge = NULL;
  g_autoptr (GError) error = NULL;

  forget_view ();
  knowledge = leio_knowledge_load (NULL, &error);
  g_assert_no_error (error);
  fixture->engine = leio_engine_new (knowledge, 0, &error);
  g_assert_no_error (error);
  fixture->session = leio_session_new (fixture->engine);
  leio_session_load (fixture->session, file, &error);
  g_assert_no_error (error);
  leio_test_show (fixture);
  leio_test_wait (60);
}

void
leio_test_tear_down (LeioTestAdvice *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  leio_test_ui_settle ();
  g_assert_finalize_object (fixture->session);
  g_clear_pointer (&fixture->engine, leio_engine_free);
  g_free (fixture->shown_question);
}

void
leio_test_answer_number (LeioTestAdvice *fixture, const char *question, double number)
{
  LeioAnswer answer = { .state = LEIO_ANSWER_GIVEN, .number = number };

  leio_session_set_answer (fixture->session, leio_test_ui_question (fixture->session, question),
                           &answer);
}

void
leio_test_answer_set (LeioTestAdvice *fixture, const char *question, guint64 set)
{
  LeioAnswer answer = { .state = LEIO_ANSWER_GIVEN, .set = set };

  leio_session_set_answer (fixture->session, leio_test_ui_question (fixture->session, question),
                           &answer);
}

LeioAdviceGroup
leio_test_get_group (LeioTestAdvice *fixture, guint treatment)
{
  const LeioAdvice *advice = leio_session_get_advice (fixture->session);

  return leio_advice_get_group (leio_session_get_knowledge (fixture->session),
                                g_ptr_array_index (advice->treatments, treatment));
}

/* (nullable): the link under @root that is seen and says @text. */
GtkWidget *
leio_test_find_link (GtkWidget *root, const char *text)
{
  GtkWidget *link;

  for (guint i = 0; (link = leio_test_ui_find (root, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (gtk_widget_get_mapped (link) && (leio_test_ui_find_text (link, text) != NULL ||
                                         leio_test_ui_find_label (link, text) != NULL))
      return link;

  return NULL;
}

void
leio_test_assert_text (LeioTestAdvice *fixture, guint treatment, const char *text)
{
  if (leio_test_ui_find_text (GTK_WIDGET (leio_test_find_card (fixture, treatment)), text) == NULL)
    g_test_fail_printf ("card %u does not show “%s”", treatment, text);
}

void
leio_test_make_late (LeioTestAdvice *fixture)
{
  leio_test_ui_answer (fixture->session, "could_be_pregnant", "no");
  leio_test_ui_answer (fixture->session, "site", "limb");
  leio_test_answer_number (fixture, "size_cm", 8);
  leio_test_ui_answer (fixture->session, "grade", "3");
  leio_test_answer_set (fixture, "symptoms", 2);
  leio_test_wait (4);
}

void
leio_test_add (const char *path, void (*test) (LeioTestAdvice *, gconstpointer))
{
  g_test_add (path, LeioTestAdvice, NULL, leio_test_set_up, test, leio_test_tear_down);
}

void
leio_test_add_shipped (const char *path, const char *example,
                       void (*test) (LeioTestAdvice *, gconstpointer))
{
  g_test_add (path, LeioTestAdvice, example, leio_test_set_up_shipped, test, leio_test_tear_down);
}
