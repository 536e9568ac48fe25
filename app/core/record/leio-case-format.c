/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The "leio-case" format, both ways. Reading stops at the first fault. Whatever
 * is not known is kept as it was and written after what is known.
 */
#include "config.h"

#include "leio-case.h"
#include "leio-error.h"
#include "leio-json.h"
#include "leio-record-private.h"
#include "leio-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FORMAT "leio-case"

static const char *const known_members[] = {
  "format", "version", "knowledge", "label", "answers", "notes", "decision", "visit", "advice",
  NULL,
};
/* By LeioCaseReading. */
static const char *const readings[] = { NULL, "clinician", "home" };
static const char *const known_knowledge_members[] = { "id", "version", NULL };

static gboolean
read_format (LeioCase *self, JsonObject *object, GError **error)
{
  const char *format = FORMAT;
  g_autofree char *found = NULL;

  if (!leio_json_get_text (object, "format", FALSE, &format, error) ||
      !leio_json_get_number (object, "version", FALSE, &self->format_version, error))
    return FALSE;
  if (!g_str_equal (format, FORMAT))
    {
      g_set_error (error, LEIO_ERROR, LEIO_ERROR_TYPE,
                   /* Translators: %s is the name of a file format */
                   _ ("format: found '%s', expected 'leio-case'"), format);
      return FALSE;
    }
  if (self->format_version >= 1 && self->format_version < LEIO_CASE_VERSION + 1)
    return TRUE;

  found = leio_words_from_number (self->format_version);
  if (self->format_version < 1)
    g_set_error (error, LEIO_ERROR, LEIO_ERROR_VERSION,
                 /* Translators: two versions of a file format */
                 _ ("version: found %1$s, expected %2$d"), found, LEIO_CASE_VERSION);
  else
    g_set_error (error, LEIO_ERROR, LEIO_ERROR_VERSION,
                 /* Translators: two versions of a file format */
                 _ ("version: found %1$s, this Leio reads version %2$d; a newer Leio is needed to "
                    "open the case"),
                 found, LEIO_CASE_VERSION);
  return FALSE;
}

/* What "knowledge" holds beside id and version is kept under the same name in the rest. */
static void
keep_rest_of_knowledge (LeioCase *self, JsonObject *knowledge)
{
  JsonObject *rest = leio_record_dup_rest (knowledge, known_knowledge_members);

  if (rest == NULL)
    return;
  if (self->rest == NULL)
    self->rest = json_object_new ();
  json_object_set_object_member (self->rest, "knowledge", rest);
}

static gboolean
read_knowledge (LeioCase *self, JsonObject *object, GError **error)
{
  JsonObject *knowledge = NULL;
  const char *id = self->knowledge_id;
  const char *version = self->knowledge_version;

  if (!leio_json_get_object (object, "knowledge", FALSE, &knowledge, error))
    return FALSE;
  if (knowledge == NULL)
    return TRUE;
  if (!leio_json_get_text (knowledge, "id", FALSE, &id, error) ||
      !leio_json_get_text (knowledge, "version", FALSE, &version, error))
    {
      g_prefix_error (error, "knowledge: ");
      return FALSE;
    }
  if (g_strcmp0 (id, self->knowledge_id) != 0)
    {
      g_set_error (
          error, LEIO_ERROR, LEIO_ERROR_KNOWLEDGE,
          /* Translators: the ids of two knowledge bases */
          _ ("knowledge: id: found '%1$s', expected '%2$s', the knowledge base that is open"), id,
          self->knowledge_id);
      return FALSE;
    }
  if (version != self->knowledge_version)
    {
      g_free (self->knowledge_version);
      self->knowledge_version = g_strdup (version);
    }
  keep_rest_of_knowledge (self, knowledge);
  return TRUE;
}

/* Versions are numbers with points between them: 2026.9 < 2026.11. */
static gboolean
is_newer (const char *version, const char *than)
{
  g_auto (GStrv) a = g_strsplit (version, ".", -1);
  g_auto (GStrv) b = g_strsplit (than, ".", -1);

  for (guint i = 0; a[i] != NULL; i++)
    {
      guint64 left = g_ascii_strtoull (a[i], NULL, 10);
      guint64 right = b[i] != NULL ? g_ascii_strtoull (b[i], NULL, 10) : 0;

      if (left != right)
        return left > right;
      if (b[i] == NULL)
        return left > 0;
    }
  return FALSE;
}

static gboolean
is_of_newer_knowledge (const LeioCase *self, const LeioQuestionnaire *questionnaire)
{
  const char *ours = leio_questionnaire_get_version (questionnaire);

  return ours != NULL && self->knowledge_version != NULL &&
         is_newer (self->knowledge_version, ours);
}

static void
set_unknown_question (GError **error, const LeioQuestionnaire *questionnaire, const char *id)
{
  guint n_questions = leio_questionnaire_get_n_questions (questionnaire);
  g_autofree const char **ids = g_new0 (const char *, n_questions + 1);
  const char *near;

  for (guint i = 0; i < n_questions; i++)
    ids[i] = leio_questionnaire_get_question (questionnaire, i)->id;
  near = leio_words_find_near (id, ids, n_questions);
  if (near != NULL)
    g_set_error (
        error, LEIO_ERROR, LEIO_ERROR_UNKNOWN_ID,
        /* Translators: the id of a question as it was found, and as it was perhaps meant */
        _ ("answers: unknown question '%1$s', did you mean '%2$s'?"), id, near);
  else
    g_set_error (error, LEIO_ERROR, LEIO_ERROR_UNKNOWN_ID,
                 /* Translators: %s is the id of a question */
                 _ ("answers: unknown question '%s'"), id);
}

static gboolean
read_answer (LeioCase *self, const LeioQuestion *question, JsonNode *node, GError **error)
{
  LeioAnswer answer = { LEIO_ANSWER_OPEN, 0, 0, 0.0 };

  if (!leio_answer_from_node (question, node, &answer, error))
    {
      g_prefix_error (error, "answers: %s: ", question->id);
      return FALSE;
    }
  leio_answers_set (self->answers, question->index, &answer);
  return TRUE;
}

static gboolean
read_answers (LeioCase *self,
              JsonObject *object,
              const LeioQuestionnaire *questionnaire,
              GError **error)
{
  gboolean newer = is_of_newer_knowledge (self, questionnaire);
  JsonObject *answers = NULL;
  JsonObjectIter iter;
  const char *id;
  JsonNode *node;

  if (!leio_json_get_object (object, "answers", TRUE, &answers, error))
    return FALSE;

  json_object_iter_init_ordered (&iter, answers);
  while (json_object_iter_next_ordered (&iter, &id, &node))
    {
      const LeioQuestion *question = leio_questionnaire_find (questionnaire, id);

      if (question == NULL && !newer)
        {
          set_unknown_question (error, questionnaire, id);
          return FALSE;
        }
      if (question != NULL && !read_answer (self, question, node, error))
        return FALSE;
      if (question == NULL)
        {
          if (self->rest_answers == NULL)
            self->rest_answers = json_object_new ();
          json_object_set_member (self->rest_answers, id, json_node_copy (node));
        }
    }
  return TRUE;
}

static gboolean
read_words (LeioCase *self, JsonObject *object, GError **error)
{
  const char *label = "";
  const char *notes = "";

  if (!leio_json_get_text (object, "label", FALSE, &label, error) ||
      !leio_json_get_text (object, "notes", FALSE, &notes, error))
    return FALSE;

  leio_case_set_label (self, label);
  leio_case_set_notes (self, notes);
  return TRUE;
}

/* A word of a newer version is kept with the rest of the file. */
static gboolean
read_reading (LeioCase *self, JsonObject *object, GError **error)
{
  const char *word = "";

  if (!leio_json_get_text (object, "reading", FALSE, &word, error))
    return FALSE;

  for (guint i = LEIO_CASE_READING_CLINICIAN; i < G_N_ELEMENTS (readings); i++)
    if (g_str_equal (word, readings[i]))
      {
        self->reading = (LeioCaseReading) i;
        /* Else the word as it was read would come back where no reading is told any more. */
        json_object_remove_member (self->rest, "reading");
      }
  return TRUE;
}

static gboolean
read_decision (LeioCase *self, JsonObject *object, GError **error)
{
  JsonObject *decision = NULL;

  if (!leio_json_get_object (object, "decision", FALSE, &decision, error))
    return FALSE;
  if (decision == NULL)
    return TRUE;

  self->decision = leio_decision_from_object (decision, error);
  if (self->decision != NULL)
    return TRUE;

  g_prefix_error (error, "decision: ");
  return FALSE;
}

static gboolean
read_visit (LeioCase *self, JsonObject *object, GError **error)
{
  JsonObject *visit = NULL;

  if (!leio_json_get_object (object, "visit", FALSE, &visit, error))
    return FALSE;
  if (visit == NULL)
    return TRUE;

  self->visit = leio_visit_from_object (visit, error);
  if (self->visit != NULL)
    return TRUE;

  g_prefix_error (error, "visit: ");
  return FALSE;
}

static gboolean
add_advice (LeioCase *self, JsonNode *node, GError **error)
{
  LeioPastAdvice *advice = NULL;
  JsonObject *object = NULL;

  if (!leio_json_node_get_object (node, &object, error))
    return FALSE;
  advice = leio_past_advice_from_object (object, error);
  if (advice != NULL)
    g_ptr_array_add (self->advice, advice);
  return advice != NULL;
}

static gboolean
read_advice (LeioCase *self, JsonObject *object, GError **error)
{
  JsonArray *list = NULL;

  if (!leio_json_get_array (object, "advice", FALSE, &list, error))
    return FALSE;
  if (list == NULL)
    return TRUE;
  if (!leio_record_check_length (json_array_get_length (list), LEIO_CASE_MAX_ADVICE, error))
    {
      g_prefix_error (error, "advice: ");
      return FALSE;
    }
  for (guint i = 0; i < json_array_get_length (list); i++)
    if (!add_advice (self, json_array_get_element (list, i), error))
      {
        g_prefix_error (error, "advice: %u: ", i + 1);
        return FALSE;
      }
  return TRUE;
}

static LeioCase *
read_case (JsonNode *node,
           const LeioQuestionnaire *questionnaire,
           const char *knowledge_id,
           GError **error)
{
  g_autoptr (LeioCase) self = leio_case_new (questionnaire, knowledge_id, NULL);
  JsonObject *object = NULL;

  if (!leio_json_node_get_object (node, &object, error) || !read_format (self, object, error))
    return NULL;

  self->rest = leio_record_dup_rest (object, known_members);
  if (!read_knowledge (self, object, error) || !read_words (self, object, error) ||
      !read_reading (self, object, error) ||
      !read_answers (self, object, questionnaire, error) || !read_decision (self, object, error) ||
      !read_visit (self, object, error) || !read_advice (self, object, error))
    return NULL;
  return g_steal_pointer (&self);
}

LeioCase *
leio_case_from_data (const char *data,
                     gssize length,
                     const LeioQuestionnaire *questionnaire,
                     const char *knowledge_id,
                     GError **error)
{
  gsize size = length < 0 ? strlen (data) : (gsize) length;
  g_autoptr (JsonNode) node = NULL;

  if (size > LEIO_CASE_MAX_BYTES)
    {
      leio_json_set_too_large (error, size, LEIO_CASE_MAX_BYTES);
      return NULL;
    }

  node = leio_json_parse (data, size, error);
  return node != NULL ? read_case (node, questionnaire, knowledge_id, error) : NULL;
}

static JsonObject *
make_knowledge (const LeioCase *self)
{
  JsonObject *knowledge = json_object_new ();
  JsonNode *rest = NULL;

  json_object_set_string_member (knowledge, "id", self->knowledge_id);
  if (self->knowledge_version != NULL)
    json_object_set_string_member (knowledge, "version", self->knowledge_version);
  if (self->rest != NULL)
    rest = json_object_get_member (self->rest, "knowledge");
  if (rest != NULL)
    leio_record_add_rest (knowledge, json_node_get_object (rest));
  return knowledge;
}

/**
 * leio_case_dup_answers:
 * @self: a case
 * @questionnaire: the questions that it answers
 *
 * Returns: (transfer full): its answers, as its file has them
 */
JsonObject *
leio_case_dup_answers (const LeioCase *self, const LeioQuestionnaire *questionnaire)
{
  JsonObject *answers = json_object_new ();

  for (guint i = 0; i < leio_questionnaire_get_n_questions (questionnaire); i++)
    {
      const LeioQuestion *question = leio_questionnaire_get_question (questionnaire, i);
      const LeioAnswer *answer = leio_answers_get (self->answers, i);

      if (answer->state != LEIO_ANSWER_OPEN)
        json_object_set_member (answers, question->id, leio_answer_to_node (question, answer));
    }
  leio_record_add_rest (answers, self->rest_answers);
  return answers;
}

static JsonArray *
make_advice (const LeioCase *self)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < self->advice->len; i++)
    json_array_add_object_element (
        list, leio_past_advice_to_object (g_ptr_array_index (self->advice, i)));
  return list;
}

/**
 * leio_case_to_data:
 * @self: the case
 * @questionnaire: the questions that it answers
 * @length: (out) (optional): the number of bytes
 *
 * The same case always gives the same text: answers stand in the order of the
 * questionnaire, and what was kept of the file stands after what is known.
 *
 * Returns: (transfer full): the text of the file, ending in a newline
 */
char *
leio_case_to_data (const LeioCase *self, const LeioQuestionnaire *questionnaire, gsize *length)
{
  JsonObject *object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;
  char *data;

  json_object_set_string_member (object, "format", FORMAT);
  json_object_set_member (object, "version", leio_json_node_new_number (self->format_version));
  json_object_set_object_member (object, "knowledge", make_knowledge (self));
  json_object_set_string_member (object, "label", self->label);
  json_object_set_object_member (object, "answers", leio_case_dup_answers (self, questionnaire));
  if (*self->notes != '\0')
    json_object_set_string_member (object, "notes", self->notes);
  if (self->decision != NULL)
    json_object_set_object_member (object, "decision", leio_decision_to_object (self->decision));
  if (self->visit != NULL)
    json_object_set_object_member (object, "visit", leio_visit_to_object (self->visit));
  if (self->advice->len > 0)
    json_object_set_array_member (object, "advice", make_advice (self));
  if (self->reading != LEIO_CASE_READING_UNTOLD)
    json_object_set_string_member (object, "reading", readings[self->reading]);
  leio_record_add_rest (object, self->rest);
  json_node_take_object (node, object);

  text = leio_json_to_text (node, TRUE);
  data = g_strconcat (text, "\n", NULL);
  if (length != NULL)
    *length = strlen (data);
  return data;
}
