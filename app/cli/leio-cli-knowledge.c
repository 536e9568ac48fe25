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

static char *
dup_json (const LeioKnowledge *knowledge)
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
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  text = leio_json_to_text (root, TRUE);
  return g_strconcat (text, "\n", NULL);
}

/* The heading of an attribute; one that this program does not know stands by its name. */
static const char *
get_heading (const char *name)
{
  static const struct
  {
    const char *name;
    const char *heading;
  } headings[] = {
    { "purpose", N_ ("Purpose") },          { "population", N_ ("Population") },
    { "authors", N_ ("Authors") },          { "review", N_ ("Review") },
    { "update_rule", N_ ("Renewal") },      { "funding", N_ ("Funding") },
    { "levels", N_ ("Levels and grades") }, { "limits", N_ ("Limits") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    if (g_str_equal (headings[i].name, name))
      return _ (headings[i].heading);

  return name;
}

static void
append_counts (GString *text, const LeioKnowledge *knowledge)
{
  Count counts[N_COUNTS];

  get_counts (knowledge, counts);
  g_string_append_printf (text, "%s\n", _ ("Contents"));
  for (guint i = 0; i < N_COUNTS; i++)
    g_string_append_printf (text, "  %s: %u\n", counts[i].name, counts[i].count);
}

static char *
dup_text (const LeioKnowledge *knowledge)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s %s (%s)\n",
                          leio_knowledge_text (knowledge, "knowledge/title", knowledge->title),
                          knowledge->version, knowledge->id);
  /* Translators: %s is a date */
  g_string_append_printf (text, _ ("Reviewed on %s"), knowledge->review_date);
  g_string_append_printf (
      text, "\n\n%s\n\n",
      leio_knowledge_text (knowledge, "knowledge/intended_use", knowledge->intended_use));
  for (guint i = 0; i < knowledge->attributes->len; i++)
    {
      const LeioAttribute *attribute = g_ptr_array_index (knowledge->attributes, i);
      g_autofree char *context = g_strconcat ("attributes/", attribute->name, NULL);

      g_string_append_printf (text, "%s\n  %s\n\n", get_heading (attribute->name),
                              leio_knowledge_text (knowledge, context, attribute->text));
    }
  append_counts (text, knowledge);

  return g_string_free (text, FALSE);
}

LeioCliExit
leio_cli_knowledge (const LeioCli *cli)
{
  gboolean json = g_strcmp0 (cli->options->format, "json") == 0;
  g_autofree char *text = json ? dup_json (cli->knowledge) : dup_text (cli->knowledge);

  return leio_cli_print (text) ? LEIO_CLI_FINE : LEIO_CLI_UNUSABLE;
}
