/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-rule-case.h"

#include "leio-case.h"
#include "leio-error.h"
#include "leio-json.h"

#define MAX_BYTES (4 * 1024 * 1024)

static const char *const kinds[] = { "decides", "in_force", "near_miss" };

const char *
leio_rule_case_kind_to_id (LeioRuleCaseKind kind)
{
  return kinds[kind];
}

LeioRuleCase *
leio_rule_case_new (const char *rule, LeioRuleCaseKind kind, LeioAnswers *answers)
{
  LeioRuleCase *self = g_new0 (LeioRuleCase, 1);

  self->rule = g_strdup (rule);
  self->kind = kind;
  self->answers = answers;
  self->expectations = g_array_new (FALSE, FALSE, sizeof (LeioRuleExpectation));
  return self;
}

void
leio_rule_case_free (LeioRuleCase *self)
{
  g_free (self->rule);
  leio_answers_free (self->answers);
  g_array_unref (self->expectations);
  g_free (self);
}

static void
add_answers (JsonBuilder *builder, const LeioAnswers *answers, const LeioKnowledge *knowledge)
{
  json_builder_set_member_name (builder, "answers");
  json_builder_begin_object (builder);
  for (guint i = 0; i < leio_answers_get_length (answers); i++)
    {
      const LeioQuestion *question =
          leio_questionnaire_get_question (knowledge->logic->questionnaire, i);

      if (!leio_answers_is_given (answers, i))
        continue;
      json_builder_set_member_name (builder, question->id);
      json_builder_add_value (builder,
                              leio_answer_to_node (question, leio_answers_get (answers, i)));
    }
  json_builder_end_object (builder);
}

/* One status as a text, several as {"open": [...]}. */
static void
add_statuses (JsonBuilder *builder, guint statuses)
{
  gboolean open = (statuses & (statuses - 1)) != 0;

  if (open)
    {
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "open");
      json_builder_begin_array (builder);
    }
  for (guint i = 0; i < LEIO_N_STATUSES; i++)
    if (statuses >> i & 1)
      json_builder_add_string_value (builder, leio_status_to_id ((LeioStatus) i));
  if (open)
    {
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
}

static void
add_expectations (JsonBuilder *builder,
                  const LeioRuleCase *self,
                  const LeioKnowledge *knowledge,
                  const char *member,
                  gboolean without)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_object (builder);
  for (guint i = 0; i < self->expectations->len; i++)
    {
      const LeioRuleExpectation *one = &g_array_index (self->expectations, LeioRuleExpectation, i);
      const LeioTreatment *treatment = g_ptr_array_index (knowledge->treatments, one->treatment);

      json_builder_set_member_name (builder, treatment->id);
      add_statuses (builder, without ? one->without : one->expected);
    }
  json_builder_end_object (builder);
}

char *
leio_rule_case_to_line (const LeioRuleCase *self, const LeioKnowledge *knowledge)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  leio_json_add_text (builder, "rule", self->rule);
  leio_json_add_text (builder, "case", kinds[self->kind]);
  add_answers (builder, self->answers, knowledge);
  add_expectations (builder, self, knowledge, "expected", FALSE);
  if (self->kind == LEIO_RULE_CASE_DECIDES)
    add_expectations (builder, self, knowledge, "without", TRUE);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return leio_json_to_text (root, FALSE);
}

static gboolean
read_kind (JsonObject *object, LeioRuleCaseKind *kind, GError **error)
{
  const char *id = NULL;

  if (!leio_json_get_text (object, "case", TRUE, &id, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i], id))
      {
        *kind = (LeioRuleCaseKind) i;
        return TRUE;
      }
  g_set_error (error, LEIO_ERROR, LEIO_ERROR_UNKNOWN_ID, "case: '%s' is not known", id);
  return FALSE;
}

static gboolean
read_answers (JsonObject *object,
              const LeioKnowledge *knowledge,
              LeioAnswers *answers,
              GError **error)
{
  JsonObject *given = NULL;
  JsonObjectIter iter;
  const char *id;
  JsonNode *node;

  if (!leio_json_get_object (object, "answers", TRUE, &given, error))
    return FALSE;
  json_object_iter_init_ordered (&iter, given);
  while (json_object_iter_next_ordered (&iter, &id, &node))
    {
      const LeioQuestion *question = leio_questionnaire_find (knowledge->logic->questionnaire, id);
      LeioAnswer answer;

      if (question == NULL)
        {
          g_set_error (error, LEIO_ERROR, LEIO_ERROR_UNKNOWN_ID, "question '%s' is not known", id);
          return FALSE;
        }
      if (!leio_answer_from_node (question, node, &answer, error))
        return FALSE;
      leio_answers_set (answers, question->index, &answer);
    }
  return TRUE;
}

static gboolean
read_status (JsonNode *node, guint *statuses, GError **error)
{
  const char *id = NULL;
  int status;

  if (!leio_json_node_get_text (node, &id, error))
    return FALSE;
  status = leio_status_from_id (id);
  if (status < 0)
    {
      g_set_error (error, LEIO_ERROR, LEIO_ERROR_UNKNOWN_ID, "status '%s' is not known", id);
      return FALSE;
    }
  *statuses |= 1u << status;
  return TRUE;
}

static gboolean
read_statuses (JsonNode *node, guint *statuses, GError **error)
{
  JsonArray *open = NULL;

  *statuses = 0;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return read_status (node, statuses, error);
  if (!leio_json_get_array (json_node_get_object (node), "open", TRUE, &open, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (open); i++)
    if (!read_status (json_array_get_element (open, i), statuses, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_expectation (JsonObject *without,
                  const char *id,
                  JsonNode *node,
                  const LeioKnowledge *knowledge,
                  LeioRuleCase *self,
                  GError **error)
{
  const LeioTreatment *treatment = leio_knowledge_find_treatment (knowledge, id);
  LeioRuleExpectation one = { 0, 0, 0 };

  if (treatment == NULL)
    {
      g_set_error (error, LEIO_ERROR, LEIO_ERROR_UNKNOWN_ID, "treatment '%s' is not known", id);
      return FALSE;
    }
  one.treatment = treatment->index;
  if (!read_statuses (node, &one.expected, error))
    return FALSE;
  if (without != NULL && json_object_has_member (without, id) &&
      !read_statuses (json_object_get_member (without, id), &one.without, error))
    return FALSE;
  g_array_append_val (self->expectations, one);
  return TRUE;
}

static gboolean
read_expectations (JsonObject *object,
                   const LeioKnowledge *knowledge,
                   LeioRuleCase *self,
                   GError **error)
{
  JsonObject *expected = NULL, *without = NULL;
  JsonObjectIter iter;
  const char *id;
  JsonNode *node;

  if (!leio_json_get_object (object, "expected", TRUE, &expected, error) ||
      !leio_json_get_object (object, "without", self->kind == LEIO_RULE_CASE_DECIDES, &without,
                             error))
    return FALSE;
  json_object_iter_init_ordered (&iter, expected);
  while (json_object_iter_next_ordered (&iter, &id, &node))
    if (!read_expectation (without, id, node, knowledge, self, error))
      return FALSE;
  return TRUE;
}

LeioRuleCase *
leio_rule_case_from_line (const char *line, const LeioKnowledge *knowledge, GError **error)
{
  g_autoptr (JsonNode) root = leio_json_parse (line, strlen (line), error);
  g_autoptr (LeioRuleCase) self = NULL;
  JsonObject *object = NULL;
  const char *rule = NULL;
  LeioRuleCaseKind kind;

  if (root == NULL || !leio_json_node_get_object (root, &object, error) ||
      !leio_json_get_text (object, "rule", TRUE, &rule, error) || !read_kind (object, &kind, error))
    return NULL;
  self = leio_rule_case_new (
      rule, kind,
      leio_answers_new (leio_questionnaire_get_n_questions (knowledge->logic->questionnaire)));
  if (!read_answers (object, knowledge, self->answers, error) ||
      !read_expectations (object, knowledge, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

GPtrArray *
leio_rule_cases_read (const char *path, const LeioKnowledge *knowledge, GError **error)
{
  g_autoptr (GPtrArray) cases =
      g_ptr_array_new_with_free_func ((GDestroyNotify) leio_rule_case_free);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  gsize length = 0;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&cases);
  text = leio_json_read_file (path, MAX_BYTES, &length, error);
  if (text == NULL)
    return NULL;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      LeioRuleCase *one = leio_rule_case_from_line (lines[i], knowledge, error);

      if (one == NULL)
        {
          g_prefix_error (error, "%s:%u: ", path, i + 1);
          return NULL;
        }
      g_ptr_array_add (cases, one);
    }
  return g_steal_pointer (&cases);
}
