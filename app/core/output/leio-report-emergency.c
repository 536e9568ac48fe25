/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What cannot wait: the first treatment of an emergency that is recommended in the
 * case, and which answers make it one. It is told apart from the advice, so that it
 * is seen wherever one is.
 */
#include "config.h"

#include "leio-report-private.h"

/* (nullable) */
static const LeioTreatmentAdvice *
find_emergency (const LeioKnowledge *knowledge, const LeioAdvice *advice)
{
  for (guint i = 0; i < advice->treatments->len; i++)
    {
      const LeioTreatmentAdvice *it = g_ptr_array_index (advice->treatments, i);
      const LeioTreatment *treatment = g_ptr_array_index (knowledge->treatments, it->treatment);

      if (treatment->emergency
          && leio_treatment_advice_get_status (it) == LEIO_STATUS_RECOMMENDED)
        return it;
    }
  return NULL;
}

char *
leio_report_dup_emergency (const LeioKnowledge *knowledge,
                           const LeioAnswers *answers,
                           const LeioAdvice *advice,
                           LeioReportReading reading)
{
  const LeioTreatmentAdvice *found = find_emergency (knowledge, advice);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; found != NULL && i < found->arguments->len; i++)
    {
      const LeioArgumentAdvice *shown = g_ptr_array_index (found->arguments, i);
      const LeioArgument *argument = g_ptr_array_index (knowledge->arguments, shown->argument);
      const LeioRule *rule = g_ptr_array_index (knowledge->rules, argument->rule);
      g_autofree char *reason = NULL;

      if (shown->state != LEIO_ARGUMENT_IN_FORCE || rule->effect != LEIO_EFFECT_RECOMMENDS)
        continue;
      reason = leio_report_dup_reason (knowledge, rule, answers, reading == LEIO_REPORT_HOME);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", reason);
    }

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

gboolean
leio_report_is_emergency_answer (const LeioKnowledge *knowledge,
                                 const LeioAdvice *advice,
                                 guint question)
{
  const LeioTreatmentAdvice *found = find_emergency (knowledge, advice);

  for (guint i = 0; found != NULL && i < found->sufficient->len; i++)
    if (g_array_index (found->sufficient, guint, i) == question)
      return TRUE;

  return FALSE;
}
