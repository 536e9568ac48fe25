/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * leio-cli audit and leio-cli compare: what holds in every complete case of a
 * knowledge base, and what two of them advise differently. Numbers of cases go
 * beyond what a JSON number holds, so they are written as texts.
 */
#include "config.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "leio-audit.h"
#include "leio-case.h"
#include "leio-cli.h"
#include "leio-json.h"

static void
add_integer (JsonBuilder *builder, const char *name, guint number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
add_count (JsonBuilder *builder, const char *name, LeioCount count, gboolean overflow)
{
  g_autofree char *text = leio_count_dup_text (count, overflow);

  leio_json_add_text (builder, name, text);
}

static void
add_share (JsonBuilder *builder, double share)
{
  json_builder_set_member_name (builder, "share");
  json_builder_add_double_value (builder, share);
}

static void
add_knowledge (JsonBuilder *builder, const char *name, const LeioKnowledge *knowledge)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  leio_json_add_text (builder, "id", knowledge->id);
  leio_json_add_text (builder, "version", knowledge->version);
  json_builder_end_object (builder);
}

static LeioCase *
create_witness (const LeioKnowledge *knowledge, const char *label, const LeioAnswers *answers)
{
  LeioCase *kase =
      leio_case_new (knowledge->logic->questionnaire, knowledge->id, knowledge->version);

  leio_case_set_label (kase, label);
  leio_answers_free (kase->answers);
  kase->answers = leio_answers_copy (answers);

  return kase;
}

/* The witness as a case, or null. */
static void
add_witness (JsonBuilder *builder,
             const LeioKnowledge *knowledge,
             const char *label,
             const LeioAnswers *answers)
{
  g_autoptr (LeioCase) kase = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *data = NULL;
  gsize length = 0;

  json_builder_set_member_name (builder, "witness");
  if (answers != NULL)
    {
      kase = create_witness (knowledge, label, answers);
      data = leio_case_to_data (kase, knowledge->logic->questionnaire, &length);
      node = leio_json_parse (data, length, NULL);
    }
  if (node != NULL)
    json_builder_add_value (builder, g_steal_pointer (&node));
  else
    json_builder_add_null_value (builder);
}

static gboolean
print_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *json = leio_json_to_text (root, TRUE);
  g_autofree char *line = g_strconcat (json, "\n", NULL);

  return leio_cli_print (line);
}

static void
add_finding (JsonBuilder *builder, const LeioKnowledge *knowledge, const LeioFinding *finding)
{
  json_builder_begin_object (builder);
  leio_json_add_text (builder, "kind", leio_finding_kind_to_id (finding->kind));
  leio_json_add_text (builder, "severity", finding->violation ? "violation" : "warning");
  leio_json_add_text (builder, "subject", finding->subject);
  json_builder_set_member_name (builder, "rules");
  json_builder_begin_array (builder);
  for (guint i = 0; i < finding->rules->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (finding->rules, i));
  json_builder_end_array (builder);
  leio_json_add_text (builder, "message", finding->message);
  add_count (builder, "cases", finding->count, finding->count_overflow);
  add_share (builder, finding->share);
  add_witness (builder, knowledge, finding->message, finding->witness);
  json_builder_end_object (builder);
}

static gboolean
print_audit_json (const LeioKnowledge *knowledge, const LeioAudit *audit)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  leio_json_add_text (builder, "format", "leio-audit");
  add_integer (builder, "version", 1);
  add_knowledge (builder, "knowledge", knowledge);
  add_count (builder, "n_cases", audit->n_cases, audit->n_cases_overflow);
  add_integer (builder, "n_violations", audit->n_violations);
  add_integer (builder, "n_warnings", audit->n_warnings);
  add_integer (builder, "n_questions", audit->n_questions);
  add_integer (builder, "n_treatments", audit->n_treatments);
  add_integer (builder, "n_rules", audit->n_rules);
  add_integer (builder, "n_sources", audit->n_sources);
  add_integer (builder, "n_properties", audit->n_properties);
  add_integer (builder, "n_nodes", audit->n_nodes);
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < audit->findings->len; i++)
    add_finding (builder, knowledge, g_ptr_array_index (audit->findings, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  return print_json (builder);
}

/* @text and in how many cases it is so; @text alone where counting makes no sense. */
static char *
dup_counted (const char *text, LeioCount count, gboolean overflow, double share)
{
  g_autofree char *cases = NULL;

  if (share <= 0)
    return g_strdup (text);

  cases = leio_count_dup_text (count, overflow);
  if (count == 1 && !overflow)
    /* Translators: %1$s is a sentence without a final stop, %2$.2g a share of one hundred */
    return g_strdup_printf (_ ("%1$s (1 case, %2$.2g %% of all)"), text, 100 * share);
  /* Translators: %1$s is a sentence without a final stop, %2$s a large number of cases, %3$.2g a
   * share of one hundred */
  return g_strdup_printf (_ ("%1$s (%2$s cases, %3$.2g %% of all)"), text, cases, 100 * share);
}

static void
append_finding (GString *text, const LeioFinding *finding)
{
  g_autofree char *message = dup_counted (finding->message, finding->count,
                                          finding->count_overflow, finding->share);
  const char *kind = leio_finding_kind_to_id (finding->kind);

  if (finding->violation)
    /* Translators: %1$s is the kind of finding, a word of the JSON report; %2$s what was found */
    g_string_append_printf (text, _ ("violation: %1$s: %2$s"), kind, message);
  else
    /* Translators: %1$s is the kind of finding, a word of the JSON report; %2$s what was found */
    g_string_append_printf (text, _ ("warning: %1$s: %2$s"), kind, message);
  g_string_append_c (text, '\n');
}

static gboolean
print_audit_text (const LeioKnowledge *knowledge, const LeioAudit *audit)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *n_cases = leio_count_dup_text (audit->n_cases, audit->n_cases_overflow);
  g_autofree char *violations = g_strdup_printf (
      /* Translators: %u is a number */
      ngettext ("%u violation", "%u violations", audit->n_violations), audit->n_violations);
  g_autofree char *warnings = g_strdup_printf (
      /* Translators: %u is a number */
      ngettext ("%u warning", "%u warnings", audit->n_warnings), audit->n_warnings);

  for (guint i = 0; i < audit->findings->len; i++)
    append_finding (text, g_ptr_array_index (audit->findings, i));
  /* Translators: %1$s is a knowledge base, %2$s its version, %3$s a large number, %4$s “2
   * violations”, %5$s “3 warnings” */
  g_string_append_printf (text, _ ("%1$s %2$s: %3$s complete cases, %4$s, %5$s"), knowledge->id,
                          knowledge->version, n_cases, violations, warnings);
  g_string_append_c (text, '\n');

  return leio_cli_print (text->str);
}

/* "03-clash-pazopanib.leio": the names sort as the findings do. */
static gboolean
write_witness (const LeioKnowledge *knowledge,
               const LeioFinding *finding,
               guint number,
               const char *directory,
               GError **error)
{
  g_autofree char *name =
      g_strdup_printf ("%02u-%s-%s.leio", number, leio_finding_kind_to_id (finding->kind),
                       finding->subject != NULL ? finding->subject : "base");
  g_autofree char *path = g_build_filename (directory, name, NULL);
  g_autoptr (LeioCase) kase = create_witness (knowledge, finding->message, finding->witness);
  gsize length = 0;
  g_autofree char *data = leio_case_to_data (kase, knowledge->logic->questionnaire, &length);

  return g_file_set_contents (path, data, (gssize) length, error);
}

static gboolean
write_witnesses (const LeioKnowledge *knowledge, const LeioAudit *audit, const char *directory)
{
  if (g_mkdir_with_parents (directory, 0777) != 0)
    {
      leio_cli_complain ("%s: %s", directory, g_strerror (errno));
      return FALSE;
    }

  for (guint i = 0; i < audit->findings->len; i++)
    {
      const LeioFinding *finding = g_ptr_array_index (audit->findings, i);
      g_autoptr (GError) error = NULL;

      if (finding->witness != NULL && !write_witness (knowledge, finding, i + 1, directory, &error))
        {
          leio_cli_complain ("%s", error->message);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
print_audit (const LeioCli *cli, const LeioAudit *audit)
{
  if (g_strcmp0 (cli->options->format, "json") == 0)
    return print_audit_json (cli->knowledge, audit);
  return print_audit_text (cli->knowledge, audit);
}

LeioCliExit
leio_cli_audit (const LeioCli *cli)
{
  const LeioCliOptions *options = cli->options;
  gboolean json = g_strcmp0 (options->format, "json") == 0;
  g_autoptr (GPtrArray) properties = NULL;
  g_autoptr (LeioAudit) audit = NULL;
  g_autoptr (GError) error = NULL;

  if (options->properties != NULL)
    {
      properties = leio_knowledge_load_properties (cli->knowledge, options->properties, &error);
      if (properties == NULL)
        {
          leio_cli_complain ("%s", error->message);
          return LEIO_CLI_UNUSABLE;
        }
    }

  audit = leio_audit_new (cli->knowledge, properties, json || options->witness != NULL, &error);
  if (audit == NULL)
    {
      leio_cli_complain ("%s", error->message);
      return LEIO_CLI_UNUSABLE;
    }
  if (!print_audit (cli, audit) ||
      (options->witness != NULL && !write_witnesses (cli->knowledge, audit, options->witness)))
    return LEIO_CLI_UNUSABLE;

  return audit->n_violations > 0 ? LEIO_CLI_FINDING : LEIO_CLI_FINE;
}

static void
add_difference (JsonBuilder *builder, const LeioKnowledge *after, const LeioDifference *difference)
{
  g_autofree char *label =
      g_strdup_printf ("%s: %s, %s", difference->treatment, leio_status_to_id (difference->from),
                       leio_status_to_id (difference->to));

  json_builder_begin_object (builder);
  leio_json_add_text (builder, "treatment", difference->treatment);
  leio_json_add_text (builder, "from", leio_status_to_id (difference->from));
  leio_json_add_text (builder, "to", leio_status_to_id (difference->to));
  add_count (builder, "cases", difference->count, difference->count_overflow);
  add_share (builder, difference->share);
  add_witness (builder, after, label, difference->witness);
  json_builder_end_object (builder);
}

static gboolean
print_differences_json (const LeioKnowledge *before,
                        const LeioKnowledge *after,
                        const LeioDifferences *found)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  leio_json_add_text (builder, "format", "leio-comparison");
  add_integer (builder, "version", 1);
  add_knowledge (builder, "before", before);
  add_knowledge (builder, "after", after);
  add_count (builder, "n_cases", found->n_cases, found->n_cases_overflow);
  json_builder_set_member_name (builder, "differences");
  json_builder_begin_array (builder);
  for (guint i = 0; i < found->differences->len; i++)
    add_difference (builder, after, g_ptr_array_index (found->differences, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  return print_json (builder);
}

static gboolean
print_differences_text (const LeioDifferences *found)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < found->differences->len; i++)
    {
      const LeioDifference *difference = g_ptr_array_index (found->differences, i);
      g_autofree char *change =
          g_strdup_printf ("%s: %s → %s", difference->treatment,
                           leio_status_to_id (difference->from),
                           leio_status_to_id (difference->to));
      g_autofree char *counted = dup_counted (change, difference->count,
                                              difference->count_overflow, difference->share);

      g_string_append_printf (text, "%s\n", counted);
    }
  if (found->differences->len == 0)
    g_string_append_printf (text, "%s\n", _ ("Both advise the same in every case."));

  return leio_cli_print (text->str);
}

static LeioKnowledge *
load (const char *directory)
{
  g_autoptr (GError) error = NULL;
  LeioKnowledge *knowledge = leio_knowledge_load (directory, &error);

  if (knowledge == NULL)
    leio_cli_complain ("%s: %s", directory, error->message);

  return knowledge;
}

LeioCliExit
leio_cli_compare (const LeioCli *cli)
{
  g_autoptr (LeioKnowledge) before = load (cli->arguments[0]);
  g_autoptr (LeioKnowledge) after = load (cli->arguments[1]);
  g_autoptr (LeioDifferences) found = NULL;
  g_autoptr (GError) error = NULL;
  gboolean printed;

  if (before == NULL || after == NULL)
    return LEIO_CLI_UNUSABLE;

  found = leio_differences_new (before, after, &error);
  if (found == NULL)
    {
      leio_cli_complain ("%s", error->message);
      return LEIO_CLI_UNUSABLE;
    }

  printed = g_strcmp0 (cli->options->format, "json") == 0
                ? print_differences_json (before, after, found)
                : print_differences_text (found);
  if (!printed)
    return LEIO_CLI_UNUSABLE;

  return found->differences->len > 0 ? LEIO_CLI_FINDING : LEIO_CLI_FINE;
}
