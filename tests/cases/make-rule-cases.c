/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * make-rule-cases KNOWLEDGE CASES INTO [--all]
 *
 * Writes into the folder INTO the cases of all rules of KNOWLEDGE. Where every case
 * of a rule in the folder CASES is still true and none is missing they are kept as
 * they are; else the rule's cases are found anew. --all finds all anew.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "leio-json.h"
#include "leio-rule-check.h"
#include "leio-rule-finder.h"

/* Searches leave nodes behind; the diagrams are made anew after so many. */
#define MAX_NODES 500000
#define MAX_BYTES (1024 * 1024)

typedef struct
{
  LeioKnowledge *knowledge;
  LeioRuleModel *model;
  JsonNode *usual;
  GPtrArray *kept; /* LeioRuleCase: of the file at hand */
  const char *from, *into;
  guint n_found;
  guint n_kinds[3];
} Maker;

static void
maker_clear (Maker *self)
{
  g_clear_pointer (&self->model, leio_rule_model_free);
  g_clear_pointer (&self->knowledge, leio_knowledge_unref);
  g_clear_pointer (&self->usual, json_node_unref);
  g_clear_pointer (&self->kept, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Maker, maker_clear)

static gboolean
renew_model (Maker *self, GError **error)
{
  if (self->model != NULL && leio_diagrams_get_n_nodes (self->model->diagrams) < MAX_NODES)
    return TRUE;
  g_clear_pointer (&self->model, leio_rule_model_free);
  self->model = leio_rule_model_new (self->knowledge, error);
  return self->model != NULL;
}

static gboolean
read_usual (Maker *self, GError **error)
{
  g_autofree char *path = g_build_filename (self->from, "usual.json", NULL);
  gsize length = 0;
  g_autofree char *text = leio_json_read_file (path, MAX_BYTES, &length, error);
  JsonObject *object = NULL;

  if (text == NULL)
    return FALSE;
  self->usual = leio_json_parse (text, length, error);
  return self->usual != NULL && leio_json_node_get_object (self->usual, &object, error);
}

/* The rule's cases of the file, or NULL where they are not as they must be. */
static GPtrArray *
list_kept (Maker *self, const LeioRule *rule)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  g_autoptr (GPtrArray) missing = NULL;
  g_autofree char *start = g_strdup_printf ("rule %s, ", rule->id);

  for (guint i = 0; i < self->kept->len; i++)
    {
      LeioRuleCase *one = g_ptr_array_index (self->kept, i);
      g_autofree char *fault = NULL;

      if (!g_str_equal (one->rule, rule->id))
        continue;
      fault = leio_rule_check_case (
          self->model, own->len > 0 ? g_ptr_array_index (own, own->len - 1) : NULL, one);
      if (fault != NULL)
        return NULL;
      g_ptr_array_add (own, one);
    }
  missing = leio_rule_check_missing (self->model, own);
  for (guint i = 0; i < missing->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (missing, i), start))
      return NULL;
  return g_steal_pointer (&own);
}

static gboolean
add_rule (Maker *self, const LeioRule *rule, GString *text, GError **error)
{
  g_autoptr (GPtrArray) cases = NULL;

  if (!renew_model (self, error))
    return FALSE;
  cases = list_kept (self, rule);
  if (cases == NULL)
    {
      cases = leio_rule_find_cases (self->model, json_node_get_object (self->usual), rule->index);
      self->n_found++;
    }
  for (guint i = 0; i < cases->len; i++)
    {
      LeioRuleCase *one = g_ptr_array_index (cases, i);
      g_autofree char *line = leio_rule_case_to_line (one, self->knowledge);

      g_string_append_printf (text, "%s\n", line);
      self->n_kinds[one->kind]++;
    }
  return TRUE;
}

/* "rules/surgery.json" -> "surgery.ndjson" */
static char *
dup_name (const char *file)
{
  g_autofree char *base = g_path_get_basename (file);

  return g_strdup_printf ("%.*s.ndjson", (int) (strlen (base) - strlen (".json")), base);
}

static gboolean
make_file (Maker *self, const char *file, gboolean all, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *name = dup_name (file);
  g_autofree char *from = g_build_filename (self->from, name, NULL);
  g_autofree char *into = g_build_filename (self->into, name, NULL);

  g_clear_pointer (&self->kept, g_ptr_array_unref);
  self->kept = all ? g_ptr_array_new () : leio_rule_cases_read (from, self->knowledge, error);
  if (self->kept == NULL)
    return FALSE;
  for (guint i = 0; i < self->knowledge->rules->len; i++)
    {
      const LeioRule *rule = g_ptr_array_index (self->knowledge->rules, i);

      if (g_str_equal (rule->file, file) && !add_rule (self, rule, text, error))
        return FALSE;
    }
  return g_file_set_contents (into, text->str, (gssize) text->len, error);
}

static gboolean
make_files (Maker *self, gboolean all, GError **error)
{
  const char *last = "";

  for (guint i = 0; i < self->knowledge->rules->len; i++)
    {
      const LeioRule *rule = g_ptr_array_index (self->knowledge->rules, i);

      if (g_str_equal (rule->file, last))
        continue;
      last = rule->file;
      if (!make_file (self, last, all, error))
        return FALSE;
    }
  g_printerr ("%u rules, %u found anew: %u cases decided, %u in force, %u near misses\n",
              self->knowledge->rules->len, self->n_found, self->n_kinds[LEIO_RULE_CASE_DECIDES],
              self->n_kinds[LEIO_RULE_CASE_IN_FORCE], self->n_kinds[LEIO_RULE_CASE_NEAR_MISS]);
  return TRUE;
}

int
main (int argc, char *argv[])
{
  g_auto (Maker) self = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean all = argc == 5 && g_str_equal (argv[4], "--all");

  if (argc != 4 && !all)
    {
      g_printerr ("make-rule-cases KNOWLEDGE CASES INTO [--all]\n");
      return 2;
    }
  self.from = argv[2];
  self.into = argv[3];
  self.knowledge = leio_knowledge_load (argv[1], &error);
  if (self.knowledge != NULL && read_usual (&self, &error) && make_files (&self, all, &error))
    return EXIT_SUCCESS;
  g_printerr ("make-rule-cases: %s\n", error->message);
  return EXIT_FAILURE;
}
