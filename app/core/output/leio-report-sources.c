/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-report-private.h"

static void
mark_sources (const LeioReportInput *report, const LeioTreatmentAdvice *advice, gboolean *cited)
{
  for (guint i = 0; i < advice->arguments->len; i++)
    {
      const LeioArgumentAdvice *one = g_ptr_array_index (advice->arguments, i);
      const LeioArgument *argument =
          g_ptr_array_index (report->knowledge->arguments, one->argument);
      const LeioRule *rule = g_ptr_array_index (report->knowledge->rules, argument->rule);

      for (guint j = 0; j < rule->evidence->len; j++)
        cited[g_array_index (rule->evidence, guint, j)] = TRUE;
    }
}

GPtrArray *
leio_report_list_evidence (const LeioKnowledge *knowledge, const LeioRule *rule)
{
  GPtrArray *sources = g_ptr_array_new ();

  for (guint i = 0; i < rule->evidence->len; i++)
    {
      LeioSource *source =
          g_ptr_array_index (knowledge->sources, g_array_index (rule->evidence, guint, i));

      if (source->verified)
        g_ptr_array_add (sources, source);
    }

  return sources;
}

GPtrArray *
leio_report_list_sources (const LeioReportInput *report)
{
  const LeioKnowledge *knowledge = report->knowledge;
  g_autofree gboolean *cited = g_new0 (gboolean, knowledge->sources->len + 1);
  GPtrArray *sources = g_ptr_array_new ();

  for (guint i = 0; i < report->advice->treatments->len; i++)
    mark_sources (report, g_ptr_array_index (report->advice->treatments, i), cited);
  for (guint i = 0; i < knowledge->sources->len; i++)
    {
      LeioSource *source = g_ptr_array_index (knowledge->sources, i);

      if (cited[i] && source->verified)
        g_ptr_array_add (sources, source);
    }

  return sources;
}
