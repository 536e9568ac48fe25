/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Choices: treatments of which one is taken, such as first-line regimens. Where
 * at least two of them are in question in a case, it is said what speaks for each.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "leio-report-private.h"

#define IN_QUESTION \
  (1u << LEIO_STATUS_RECOMMENDED | 1u << LEIO_STATUS_OPTION | 1u << LEIO_STATUS_TRIAL_ONLY)

static gboolean
is_in_question (const LeioAdvice *advice, guint treatment)
{
  const LeioTreatmentAdvice *found = g_ptr_array_index (advice->treatments, treatment);

  return (found->possible & IN_QUESTION) != 0;
}

/**
 * leio_report_list_choices:
 * @knowledge: the knowledge base
 * @advice: the advice
 * @treatment: the index of a treatment
 *
 * Returns: (transfer full) (element-type LeioChoiceGroup): the choices in which @treatment and at
 *   least one other treatment are in question, or @treatment alone where the base wants it told;
 *   they stay with @knowledge
 */
GPtrArray *
leio_report_list_choices (const LeioKnowledge *knowledge, const LeioAdvice *advice, guint treatment)
{
  GPtrArray *choices = g_ptr_array_new ();

  for (guint i = 0; i < knowledge->choices->len; i++)
    {
      LeioChoiceGroup *choice = g_ptr_array_index (knowledge->choices, i);
      gboolean belongs = FALSE;
      guint n_in_question = 0;

      for (guint j = 0; j < choice->treatments->len; j++)
        {
          guint member = g_array_index (choice->treatments, guint, j);

          n_in_question += is_in_question (advice, member);
          belongs |= member == treatment && is_in_question (advice, member);
        }
      if (belongs && (n_in_question > 1 || choice->also_alone))
        g_ptr_array_add (choices, choice);
    }
  return choices;
}

static const LeioChoiceReason *
find_reason (const LeioChoiceGroup *choice, guint treatment)
{
  for (guint i = 0; i < choice->reasons->len; i++)
    {
      const LeioChoiceReason *reason = g_ptr_array_index (choice->reasons, i);

      if (reason->treatment == treatment)
        return reason;
    }
  return NULL;
}

static const char *
get_title (const LeioKnowledge *knowledge, const LeioChoiceGroup *choice, gboolean plain)
{
  g_autofree char *place =
      g_strdup_printf ("choices/%s/%s", choice->id, plain ? "plain_title" : "title");

  return leio_knowledge_text (knowledge, place, plain ? choice->plain_title : choice->title);
}

/**
 * leio_report_dup_choice_line:
 * @knowledge: the knowledge base
 * @choice: a choice of it
 * @treatment: the index of a treatment of @choice
 * @reading: for whom
 *
 * Returns: (transfer full) (nullable): "One of several (First-line regimen). One drug, …", or %NULL
 *   where the base does not say what speaks for @treatment
 */
char *
leio_report_dup_choice_line (const LeioKnowledge *knowledge,
                             const LeioChoiceGroup *choice,
                             guint treatment,
                             LeioReportReading reading)
{
  gboolean plain = reading == LEIO_REPORT_HOME;
  const LeioTreatment *found = g_ptr_array_index (knowledge->treatments, treatment);
  const LeioChoiceReason *reason = find_reason (choice, treatment);
  g_autofree char *place = NULL;

  if (reason == NULL)
    return NULL;

  place = g_strdup_printf ("choices/%s/for/%s/%s", choice->id, found->id, plain ? "plain" : "why");
  /* Translators: %1$s is the title of a choice between treatments, “First-line regimen”; %2$s
   * says in one sentence what speaks for this treatment */
  return g_strdup_printf (C_ ("choice", "One of several (%1$s). %2$s"),
                          get_title (knowledge, choice, plain),
                          leio_knowledge_text (knowledge, place,
                                               plain ? reason->plain : reason->why));
}
