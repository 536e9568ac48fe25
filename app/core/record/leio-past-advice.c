/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-past-advice.h"

#include <glib/gi18n-lib.h>

#include "leio-json.h"
#include "leio-record-private.h"

static const char *const known_members[] = {
  "knowledge", "summary", "answers", "statuses", "names", NULL,
};

static void
past_status_free (gpointer data)
{
  LeioPastStatus *self = data;

  g_free (self->treatment);
  g_free (self->name);
  g_strfreev (self->statuses);
  g_free (self);
}

/**
 * leio_past_advice_new:
 * @knowledge_id: the id of the knowledge base that advised
 * @knowledge_version: its version
 * @summary: the line that sums the case up, or ""
 * @answers: (nullable): the answers of the case; a reference is kept
 *
 * Returns: (transfer full): advice without treatments
 */
LeioPastAdvice *
leio_past_advice_new (const char *knowledge_id,
                      const char *knowledge_version,
                      const char *summary,
                      JsonObject *answers)
{
  LeioPastAdvice *self = g_new0 (LeioPastAdvice, 1);

  self->knowledge_id = g_strdup (knowledge_id);
  self->knowledge_version = g_strdup (knowledge_version);
  self->summary = g_strdup (summary);
  self->answers = answers != NULL ? json_object_ref (answers) : NULL;
  self->treatments = g_ptr_array_new_with_free_func (past_status_free);
  g_atomic_ref_count_init (&self->ref_count);
  return self;
}

/**
 * leio_past_advice_add:
 * @self: advice that nobody shares yet
 * @treatment: the id of a treatment
 * @name: its name
 * @statuses: (array zero-terminated=1): the ids of its statuses
 */
void
leio_past_advice_add (LeioPastAdvice *self,
                      const char *treatment,
                      const char *name,
                      const char *const *statuses)
{
  LeioPastStatus *status = g_new0 (LeioPastStatus, 1);

  status->treatment = g_strdup (treatment);
  status->name = g_strdup (name);
  status->statuses = g_strdupv ((char **) statuses);
  g_ptr_array_add (self->treatments, status);
}

/**
 * leio_past_advice_ref:
 * @self: advice
 *
 * Returns: (transfer full): @self
 */
LeioPastAdvice *
leio_past_advice_ref (LeioPastAdvice *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * leio_past_advice_unref:
 * @self: (nullable) (transfer full): advice
 */
void
leio_past_advice_unref (LeioPastAdvice *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->knowledge_id);
  g_free (self->knowledge_version);
  g_free (self->summary);
  g_clear_pointer (&self->answers, json_object_unref);
  g_clear_pointer (&self->rest, json_object_unref);
  g_ptr_array_unref (self->treatments);
  g_free (self);
}

/**
 * leio_past_advice_find:
 * @self: advice
 * @treatment: the id of a treatment
 *
 * Returns: (transfer none) (nullable): what it said; %NULL where the treatment was not relevant
 */
const LeioPastStatus *
leio_past_advice_find (const LeioPastAdvice *self, const char *treatment)
{
  for (guint i = 0; i < self->treatments->len; i++)
    {
      const LeioPastStatus *status = g_ptr_array_index (self->treatments, i);

      if (g_str_equal (status->treatment, treatment))
        return status;
    }
  return NULL;
}

static gboolean
objects_equal (JsonObject *a, JsonObject *b)
{
  return a == b || (a != NULL && b != NULL && json_object_equal (a, b));
}

/**
 * leio_past_advice_equal:
 * @a: (nullable): advice
 * @b: (nullable): other advice
 *
 * Returns: whether both are written alike
 */
gboolean
leio_past_advice_equal (const LeioPastAdvice *a, const LeioPastAdvice *b)
{
  g_autoptr (JsonObject) left = NULL;
  g_autoptr (JsonObject) right = NULL;

  if (a == b || a == NULL || b == NULL)
    return a == b;

  left = leio_past_advice_to_object (a);
  right = leio_past_advice_to_object (b);
  return json_object_equal (left, right);
}

/**
 * leio_past_advice_is_about:
 * @self: advice
 * @answers: answers, as leio_case_dup_answers() gives them
 *
 * Returns: whether the advice was about these answers; TRUE where they were not kept
 */
gboolean
leio_past_advice_is_about (const LeioPastAdvice *self, JsonObject *answers)
{
  return self->answers == NULL || objects_equal (self->answers, answers);
}

/* (nullable) (transfer full): a status, or a list of some. */
static char **
read_statuses (JsonNode *node, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *status = NULL;
  JsonArray *list = NULL;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      if (!leio_json_node_get_text (node, &status, error))
        return NULL;
      g_strv_builder_add (builder, status);
      return g_strv_builder_end (builder);
    }

  list = json_node_get_array (node);
  if (!leio_record_check_length (json_array_get_length (list), LEIO_PAST_ADVICE_MAX_STATUSES,
                                 error))
    return NULL;
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      if (!leio_json_node_get_text (json_array_get_element (list, i), &status, error))
        return NULL;
      g_strv_builder_add (builder, status);
    }
  if (status == NULL)
    {
      g_set_error_literal (error, LEIO_ERROR, LEIO_ERROR_MISSING,
                           _ ("found an empty list, expected a status"));
      return NULL;
    }
  return g_strv_builder_end (builder);
}

static gboolean
read_treatment (
    LeioPastAdvice *self, const char *id, JsonNode *node, JsonObject *names, GError **error)
{
  g_auto (GStrv) statuses = read_statuses (node, error);
  g_autofree char *name = NULL;

  if (statuses == NULL)
    {
      g_prefix_error (error, "statuses: %s: ", id);
      return FALSE;
    }
  if (names != NULL &&
      !leio_record_read_text (names, id, LEIO_PAST_ADVICE_MAX_TEXT, &name, error))
    {
      g_prefix_error (error, "names: ");
      return FALSE;
    }
  leio_past_advice_add (self, id, name != NULL && *name != '\0' ? name : id,
                        (const char *const *) statuses);
  return TRUE;
}

static gboolean
read_treatments (LeioPastAdvice *self, JsonObject *object, GError **error)
{
  JsonObject *statuses = NULL;
  JsonObject *names = NULL;
  JsonObjectIter iter;
  const char *id;
  JsonNode *node;

  if (!leio_json_get_object (object, "statuses", TRUE, &statuses, error) ||
      !leio_json_get_object (object, "names", FALSE, &names, error))
    return FALSE;
  if (!leio_record_check_length (json_object_get_size (statuses), LEIO_PAST_ADVICE_MAX_TREATMENTS,
                                 error))
    {
      g_prefix_error (error, "statuses: ");
      return FALSE;
    }

  json_object_iter_init_ordered (&iter, statuses);
  while (json_object_iter_next_ordered (&iter, &id, &node))
    if (!read_treatment (self, id, node, names, error))
      return FALSE;
  return TRUE;
}

/**
 * leio_past_advice_from_object:
 * @object: an object of a file, whatever it holds
 * @error: "statuses: ablation: found the number 3, expected a text"
 *
 * Returns: (transfer full) (nullable): the advice
 */
LeioPastAdvice *
leio_past_advice_from_object (JsonObject *object, GError **error)
{
  g_autoptr (LeioPastAdvice) self = NULL;
  g_autofree char *summary = NULL;
  JsonObject *knowledge = NULL;
  JsonObject *answers = NULL;
  const char *id = NULL;
  const char *version = NULL;

  if (!leio_json_get_object (object, "knowledge", TRUE, &knowledge, error))
    return NULL;
  if (!leio_json_get_text (knowledge, "id", TRUE, &id, error) ||
      !leio_json_get_text (knowledge, "version", TRUE, &version, error))
    {
      g_prefix_error (error, "knowledge: ");
      return NULL;
    }
  if (!leio_record_read_text (object, "summary", LEIO_PAST_ADVICE_MAX_TEXT, &summary, error) ||
      !leio_json_get_object (object, "answers", FALSE, &answers, error))
    return NULL;

  self = leio_past_advice_new (id, version, summary, answers);
  self->rest = leio_record_dup_rest (object, known_members);
  return read_treatments (self, object, error) ? g_steal_pointer (&self) : NULL;
}

static JsonNode *
make_statuses (char **statuses)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *list = NULL;

  if (g_strv_length (statuses) == 1)
    {
      json_node_init_string (node, statuses[0]);
      return node;
    }
  list = json_array_new ();
  for (guint i = 0; statuses[i] != NULL; i++)
    json_array_add_string_element (list, statuses[i]);
  json_node_take_array (node, list);
  return node;
}

/**
 * leio_past_advice_to_object:
 * @self: advice
 *
 * Returns: (transfer full): what stands in the file
 */
JsonObject *
leio_past_advice_to_object (const LeioPastAdvice *self)
{
  JsonObject *object = json_object_new ();
  JsonObject *knowledge = json_object_new ();
  JsonObject *statuses = json_object_new ();
  JsonObject *names = json_object_new ();

  for (guint i = 0; i < self->treatments->len; i++)
    {
      const LeioPastStatus *status = g_ptr_array_index (self->treatments, i);

      json_object_set_member (statuses, status->treatment, make_statuses (status->statuses));
      json_object_set_string_member (names, status->treatment, status->name);
    }
  json_object_set_string_member (knowledge, "id", self->knowledge_id);
  json_object_set_string_member (knowledge, "version", self->knowledge_version);
  json_object_set_object_member (object, "knowledge", knowledge);
  leio_record_add_text (object, "summary", self->summary);
  if (self->answers != NULL)
    json_object_set_object_member (object, "answers", json_object_ref (self->answers));
  json_object_set_object_member (object, "statuses", statuses);
  json_object_set_object_member (object, "names", names);
  leio_record_add_rest (object, self->rest);
  return object;
}
