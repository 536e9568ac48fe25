/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-json.h"
#include "leio-report-decision.h"
#include "leio-report-private.h"

static char *
dup_json (const LeioReportInput *report)
{
  g_autoptr (JsonNode) node =
      leio_report_evaluation_node (report->knowledge, report->kase, report->advice);
  g_autofree char *json = NULL;

  leio_report_add_decision (json_node_get_object (node), report->knowledge, report->kase,
                            report->advice, report->past);
  json = leio_json_to_text (node, TRUE);
  return g_strconcat (json, "\n", NULL);
}

static char *
dup_text (const LeioReportInput *input, gboolean markdown)
{
  g_autoptr (LeioReport) report = leio_report_new (leio_report_case_title (input), NULL);

  leio_report_write_evaluation (report->root, input);
  return leio_report_to_text (report, markdown);
}

/**
 * leio_report_evaluation_for:
 * @knowledge: the knowledge base
 * @kase: the case
 * @advice: all parts of the advice on it
 * @format: how it is written
 * @reading: in whose words
 *
 * What another version of the knowledge base said when the case was saved is told where it differs.
 *
 * Returns: (transfer full): the text, ending in a newline
 */
char *
leio_report_evaluation_for (const LeioKnowledge *knowledge,
                            const LeioCase *kase,
                            const LeioAdvice *advice,
                            LeioReportFormat format,
                            LeioReportReading reading)
{
  return leio_report_evaluation_against (
      knowledge, kase, advice, leio_report_find_other_advice (knowledge, kase), format, reading);
}

/**
 * leio_report_evaluation_against:
 * @knowledge: the knowledge base
 * @kase: the case
 * @advice: all parts of the advice on it
 * @past: (nullable): what another knowledge base says of it; the differences are told
 * @format: how it is written
 * @reading: in whose words
 *
 * Returns: (transfer full): the text, ending in a newline
 */
char *
leio_report_evaluation_against (const LeioKnowledge *knowledge,
                                const LeioCase *kase,
                                const LeioAdvice *advice,
                                const LeioPastAdvice *past,
                                LeioReportFormat format,
                                LeioReportReading reading)
{
  const LeioReportInput report = {
    .knowledge = knowledge,
    .kase = kase,
    .advice = advice,
    .plain = reading == LEIO_REPORT_HOME,
    .past = past,
    .with_purpose = TRUE,
  };

  switch (format)
    {
    case LEIO_REPORT_JSON:
      return dup_json (&report);
    case LEIO_REPORT_TEXT:
      return dup_text (&report, FALSE);
    case LEIO_REPORT_MARKDOWN:
      return dup_text (&report, TRUE);
    }

  g_return_val_if_reached (NULL);
}
