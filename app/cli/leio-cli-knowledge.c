/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * leio-cli knowledge: what a reader must know about the knowledge base before
 * relying on it.
 */
#include "config.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "leio-cli.h"
#include "leio-json.h"
#include "leio-report-base.h"

typedef struct
{
  const char *name;
  guint count;
} Count;

#define N_COUNTS 7

static void
get_counts (const LeioKnowledge *knowledge, Count counts[N_COUNTS])
{
  const Count found[N_COUNTS] = {
    { "questions", leio_questionnaire_get_n_questions (knowledge->logic->questionnaire) },
    { "definitions", knowledge->logic->definitions->len },
    { "derived", knowledge->logic->derived->len },
    { "treatments", knowledge->treatments->len },
    { "rules", knowledge->rules->len },
    { "sources", knowledge->sources->len },
    { "properties", knowledge->properties->len },
  };

  for (guint i = 0; i < N_COUNTS; i++)
    counts[i] = found[i];
}

/* What was proved; null where the proof did not fit. */
static void
add_proof (JsonBuilder *builder, const LeioAudit *audit)
{
  g_autofree char *cases = NULL;

  json_builder_set_member_name (builder, "proof");
  if (audit == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }

  cases = leio_count_dup_text (audit->n_cases, audit->n_cases_overflow);
  json_builder_begin_object (builder);
  leio_json_add_text (builder, "cases", cases);
  json_builder_set_member_name (builder, "properties");
  json_builder_add_int_value (builder, audit->n_properties);
  json_builder_set_member_name (builder, "violations");
  json_builder_add_int_value (builder, audit->n_violations);
  json_builder_set_member_name (builder, "warnings");
  json_builder_add_int_value (builder, audit->n_warnings);
  json_builder_end_object (builder);
}

static char *
dup_json (const LeioKnowledge *knowledge, const LeioAudit *audit)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  Count counts[N_COUNTS];

  get_counts (knowledge, counts);
  json_builder_begin_object (builder);
  leio_json_add_text (builder, "id", knowledge->id);
  leio_json_add_text (builder, "title", knowledge->title);
  leio_json_add_text (builder, "version", knowledge->version);
  leio_json_add_text (builder, "review_date", knowledge->review_date);
  leio_json_add_text (builder, "intended_use", knowledge->intended_use);
  json_builder_set_member_name (builder, "attributes");
  json_builder_begin_object (builder);
  for (guint i = 0; i < knowledge->attributes->len; i++)
    {
      const LeioAttribute *attribute = g_ptr_array_index (knowledge->attributes, i);

      leio_json_add_text (builder, attribute->name, attribute->text);
    }
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  for (guint i = 0; i < N_COUNTS; i++)
    {
      json_builder_set_member_name (builder, counts[i].name);
      json_builder_add_int_value (builder, counts[i].count);
    }
  json_builder_end_object (builder);
  add_proof (builder, audit);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  text = leio_json_to_text (root, TRUE);
  return g_strconcat (text, "\n", NULL);
}

static char *
dup_text (const LeioKnowledge *knowledge, const LeioAudit *audit, const GError *error)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GPtrArray) facts = leio_report_list_facts (knowledge);
  g_autofree char *proof = audit != NULL ? leio_report_dup_proof (audit) : NULL;

  g_string_append_printf (
      text, "%s (%s)\n\n%s\n\n",
      leio_knowledge_text (knowledge, "knowledge/title", knowledge->title), knowledge->id,
      leio_knowledge_text (knowledge, "knowledge/intended_use", knowledge->intended_use));
  for (guint i = 0; i < facts->len; i++)
    {
      const LeioReportFact *fact = g_ptr_array_index (facts, i);

      g_string_append_printf (text, "%s\n  %s\n\n", fact->heading, fact->text);
    }
  g_string_append_printf (text, "%s\n  %s\n", _ ("Proof"),
                          proof != NULL ? proof : error->message);

  return g_string_free (text, FALSE);
}

LeioCliExit
leio_cli_knowledge (const LeioCli *cli)
{
  gboolean json = g_strcmp0 (cli->options->format, "json") == 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioAudit) audit = leio_audit_new (cli->knowledge, NULL, FALSE, &error);
  g_autofree char *text = json ? dup_json (cli->knowledge, audit)
                               : dup_text (cli->knowledge, audit, error);

  return leio_cli_print (text) ? LEIO_CLI_FINE : LEIO_CLI_UNUSABLE;
}
