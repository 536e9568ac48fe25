/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is taken along in the file of a case, both ways. Reading stops at the first
 * fault. Members that are not known are kept where they stood.
 */
#include "config.h"

#include "leio-visit.h"

#include <glib/gi18n-lib.h>

#include "leio-json.h"
#include "leio-record-private.h"
#include "leio-visit-private.h"

static const char *const known_members[] = { "matters", "first", "order", "questions", NULL };
static const char *const known_question_members[] = {
  "id", "question", "text", "answer", "removed", "added", NULL,
};

static gboolean
add_id (GPtrArray *ids, JsonNode *node, GError **error)
{
  const char *id = NULL;

  if (!leio_json_node_get_text (node, &id, error))
    return FALSE;
  if (g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    {
      g_set_error (error, LEIO_ERROR, LEIO_ERROR_DUPLICATE, _ ("'%s' is named twice"), id);
      return FALSE;
    }
  g_ptr_array_add (ids, g_strdup (id));
  return TRUE;
}

static gboolean
read_ids (JsonObject *object, const char *member, GPtrArray *ids, GError **error)
{
  JsonArray *list = NULL;
  gboolean good;

  if (!leio_json_get_array (object, member, FALSE, &list, error))
    return FALSE;
  if (list == NULL)
    return TRUE;

  good = leio_record_check_length (json_array_get_length (list), LEIO_VISIT_MAX_IDS, error);
  for (guint i = 0; good && i < json_array_get_length (list); i++)
    good = add_id (ids, json_array_get_element (list, i), error);
  if (!good)
    g_prefix_error (error, "%s: ", member);
  return good;
}

static gboolean
read_question (LeioVisit *self, JsonObject *object, GError **error)
{
  g_autoptr (LeioVisitQuestion) question = NULL;
  const char *id = NULL;

  if (!leio_json_get_text (object, "id", TRUE, &id, error))
    return FALSE;
  if (leio_visit_find (self, id) != NULL)
    {
      g_set_error (error, LEIO_ERROR, LEIO_ERROR_DUPLICATE, _ ("'%s' is named twice"), id);
      return FALSE;
    }

  question = leio_visit_question_new (id);
  if (!leio_record_read_text (object, "question", LEIO_VISIT_MAX_TEXT, &question->question,
                              error) ||
      !leio_record_read_text (object, "text", LEIO_VISIT_MAX_TEXT, &question->text, error) ||
      !leio_record_read_text (object, "answer", LEIO_VISIT_MAX_TEXT, &question->answer, error) ||
      !leio_json_get_boolean (object, "removed", FALSE, &question->removed, error) ||
      !leio_json_get_boolean (object, "added", FALSE, &question->added, error))
    return FALSE;

  question->rest = leio_record_dup_rest (object, known_question_members);
  g_ptr_array_add (self->questions, g_steal_pointer (&question));
  return TRUE;
}

static gboolean
add_question (LeioVisit *self, JsonNode *node, GError **error)
{
  JsonObject *object = NULL;

  return leio_json_node_get_object (node, &object, error) && read_question (self, object, error);
}

static gboolean
read_questions (LeioVisit *self, JsonObject *object, GError **error)
{
  JsonArray *list = NULL;

  if (!leio_json_get_array (object, "questions", FALSE, &list, error))
    return FALSE;
  if (list == NULL)
    return TRUE;
  if (!leio_record_check_length (json_array_get_length (list), LEIO_VISIT_MAX_QUESTIONS, error))
    {
      g_prefix_error (error, "questions: ");
      return FALSE;
    }
  for (guint i = 0; i < json_array_get_length (list); i++)
    if (!add_question (self, json_array_get_element (list, i), error))
      {
        g_prefix_error (error, "questions: %u: ", i + 1);
        return FALSE;
      }
  return TRUE;
}

/**
 * leio_visit_from_object:
 * @object: an object of a file, whatever it holds
 * @error: "questions: 2: removed: found the text 'yes', expected true or false"
 *
 * Returns: (transfer full) (nullable): what is taken along
 */
LeioVisit *
leio_visit_from_object (JsonObject *object, GError **error)
{
  g_autoptr (LeioVisit) self = leio_visit_new ();

  if (!read_ids (object, "matters", self->matters, error) ||
      !read_ids (object, "first", self->first, error) ||
      !read_ids (object, "order", self->order, error) || !read_questions (self, object, error))
    return NULL;

  self->rest = leio_record_dup_rest (object, known_members);
  return g_steal_pointer (&self);
}

static void
write_ids (JsonObject *object, const char *member, const GPtrArray *ids)
{
  JsonArray *list;

  if (ids->len == 0)
    return;

  list = json_array_new ();
  for (guint i = 0; i < ids->len; i++)
    json_array_add_string_element (list, g_ptr_array_index (ids, i));
  json_object_set_array_member (object, member, list);
}

static JsonObject *
make_question (const LeioVisitQuestion *question)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", question->id);
  leio_record_add_text (object, "question", question->question);
  leio_record_add_text (object, "text", question->text);
  leio_record_add_text (object, "answer", question->answer);
  if (question->removed)
    json_object_set_boolean_member (object, "removed", TRUE);
  if (question->added)
    json_object_set_boolean_member (object, "added", TRUE);
  leio_record_add_rest (object, question->rest);
  return object;
}

/**
 * leio_visit_to_object:
 * @self: a visit
 *
 * Returns: (transfer full): what stands in the file; what is empty is left out
 */
JsonObject *
leio_visit_to_object (const LeioVisit *self)
{
  JsonObject *object = json_object_new ();
  JsonArray *list = NULL;

  write_ids (object, "matters", self->matters);
  write_ids (object, "first", self->first);
  write_ids (object, "order", self->order);
  if (self->questions->len > 0)
    {
      list = json_array_new ();
      for (guint i = 0; i < self->questions->len; i++)
        json_array_add_object_element (list, make_question (g_ptr_array_index (self->questions,
                                                                               i)));
      json_object_set_array_member (object, "questions", list);
    }
  leio_record_add_rest (object, self->rest);
  return object;
}
