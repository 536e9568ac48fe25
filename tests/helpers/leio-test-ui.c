/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-test-ui.h"

#include <string.h>

#include "leio-settings.h"

/* @directory: (nullable): of the knowledge base; the shipped one */
static LeioEngine *
new_engine (const char *directory)
{
  g_autoptr (LeioKnowledge) knowledge = NULL;
  g_autoptr (GError) error = NULL;
  LeioEngine *engine;

  knowledge = leio_knowledge_load (directory, &error);
  g_assert_no_error (error);
  engine = leio_engine_new (knowledge, 0, &error);
  g_assert_no_error (error);
  return engine;
}

LeioEngine *
leio_test_ui_get_engine (void)
{
  static LeioEngine *engine;
  g_autofree char *directory = g_test_build_filename (G_TEST_DIST, "broken", "base", NULL);

  if (engine == NULL)
    engine = new_engine (directory);
  return engine;
}

LeioEngine *
leio_test_ui_get_shipped_engine (void)
{
  static LeioEngine *engine;

  if (engine == NULL)
    engine = new_engine (NULL);
  return engine;
}

LeioSession *
leio_test_ui_new_session (void)
{
  return leio_session_new (leio_test_ui_get_engine ());
}

void
leio_test_ui_remember_limits (gboolean read)
{
  g_autoptr (GSettings) settings = leio_settings_new ();

  g_settings_set_boolean (settings, "limits-read", read);
}

guint
leio_test_ui_question (LeioSession *session, const char *id)
{
  const LeioQuestion *question =
      leio_questionnaire_find (leio_session_get_questionnaire (session), id);

  g_assert_nonnull (question);
  return question->index;
}

void
leio_test_ui_answer (LeioSession *session, const char *question, const char *value)
{
  const LeioQuestion *it =
      leio_questionnaire_find (leio_session_get_questionnaire (session), question);
  LeioAnswer answer = { .state = LEIO_ANSWER_GIVEN };
  int index;

  g_assert_nonnull (it);
  index = leio_question_find_value (it, value);
  g_assert_cmpint (index, >=, 0);
  answer.value = index;
  leio_session_set_answer (session, it->index, &answer);
}

static GtkWidget *
find (GtkWidget *widget, GType type, guint *left)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*left)-- == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, left);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
leio_test_ui_find (GtkWidget *root, GType type, guint nth)
{
  return find (root, type, &nth);
}

static gboolean
tells (GtkWidget *widget, const char *text)
{
  if (LEIO_IS_TEXT (widget))
    return strstr (leio_text_get_text (LEIO_TEXT (widget)), text) != NULL;

  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL;
}

GtkWidget *
leio_test_ui_find_label (GtkWidget *root, const char *text)
{
  if (!gtk_widget_get_visible (root))
    return NULL;
  if (tells (root, text))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = leio_test_ui_find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

void
leio_test_ui_settle (void)
{
  for (guint i = 0; i < 1000 && g_main_context_iteration (NULL, FALSE); i++)
    ;
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

gboolean
leio_test_ui_save (LeioSession *session, GFile *file, gboolean overwrite, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  leio_session_save_async (session, file, overwrite, on_saved, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return leio_session_save_finish (session, result, error);
}

LeioText *
leio_test_ui_find_text (GtkWidget *root, const char *text)
{
  if (!gtk_widget_get_visible (root))
    return NULL;
  if (LEIO_IS_TEXT (root) && strstr (leio_text_get_text (LEIO_TEXT (root)), text) != NULL)
    return LEIO_TEXT (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      LeioText *found = leio_test_ui_find_text (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}
