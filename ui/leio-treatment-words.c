/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-treatment-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "leio-report.h"
#include "leio-wording.h"

/* Up to so many answers are told with their values where it shall be brief. */
#define FEW_ANSWERS 4

static const LeioRule *
get_rule (const LeioKnowledge *knowledge, const LeioArgumentAdvice *shown)
{
  const LeioArgument *argument = g_ptr_array_index (knowledge->arguments, shown->argument);

  return g_ptr_array_index (knowledge->rules, argument->rule);
}

char *
leio_treatment_dup_positions (LeioSession *session, const LeioTreatmentAdvice *advice)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (session);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < advice->arguments->len; i++)
    {
      const LeioArgumentAdvice *shown = g_ptr_array_index (advice->arguments, i);
      const LeioRule *rule = get_rule (knowledge, shown);

      for (guint j = 0; shown->state == LEIO_ARGUMENT_IN_FORCE && j < rule->positions->len; j++)
        {
          const LeioPosition *position = g_ptr_array_index (rule->positions, j);

          /* Translators: 1 a guideline ("ESGO 2024"), 2 what it says ("against") */
          g_autofree char *said = g_strdup_printf (_ ("%1$s: %2$s"), position->name,
                                                   position->stance);

          /* Two arguments can name the same one. */
          if (strstr (text->str, said) != NULL)
            continue;
          g_string_append (text, text->len == 0 ? _ ("Guidelines and experts differ: ") : " · ");
          g_string_append (text, said);
        }
    }

  /* Who says what is told in the words of specialists. */
  if (text->len > 0 && leio_session_get_plain (session))
    return g_strdup (_ ("Experts do not all agree on this. Ask your team what they think."));

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

char *
leio_treatment_dup_speaks (LeioSession *session, const LeioTreatmentAdvice *advice)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (session);
  LeioReportReading reading =
      leio_session_get_plain (session) ? LEIO_REPORT_HOME : LEIO_REPORT_CLINICIAN;
  g_autoptr (GPtrArray) choices =
      leio_report_list_choices (knowledge, leio_session_get_advice (session), advice->treatment);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < choices->len; i++)
    {
      g_autofree char *line = leio_report_dup_choice_line (
          knowledge, g_ptr_array_index (choices, i), advice->treatment, reading);

      if (line != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static char *
dup_labels (const LeioKnowledge *knowledge, const GArray *questions)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < questions->len; i++)
    {
      if (i > 0)
        /* Translators: between the items of a list, "size, grade" */
        g_string_append (list, C_ ("list", ", "));
      g_string_append (list,
                       leio_wording_short_label (knowledge, g_array_index (questions, guint, i)));
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* A long list names the questions alone. */
char *
leio_treatment_dup_settled (LeioSession *session,
                            const LeioTreatmentAdvice *advice,
                            gboolean brief)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (session);
  const GArray *sufficient = advice->sufficient;
  g_autofree char *answers = NULL;

  if (leio_treatment_advice_get_status (advice) < 0)
    return NULL;
  if (sufficient->len == 0)
    return g_strdup (_ ("Settled whatever the answers are."));

  if (brief && sufficient->len > FEW_ANSWERS)
    answers = dup_labels (knowledge, sufficient);
  else
    answers = leio_report_dup_answers (knowledge, leio_session_get_answers (session),
                                       sufficient);
  if (sufficient->len == 1)
    /* Translators: %s is an answer: "site (uterus)" */
    return g_strdup_printf (_ ("Settled by one answer: %s."), answers);

  /* Translators: %1$u is a number, %2$s that many answers: "site (uterus), metastasis (none)" */
  return g_strdup_printf (ngettext ("Settled by %1$u answer: %2$s.",
                                    "Settled by %1$u answers: %2$s.", sufficient->len),
                          sufficient->len, answers);
}

char *
leio_treatment_dup_stays (LeioSession *session, const LeioTreatmentAdvice *advice)
{
  g_autofree char *answers = NULL;

  if (advice->stays_even_if == NULL || advice->stays_even_if->len == 0)
    return NULL;

  answers = leio_report_dup_answers (leio_session_get_knowledge (session),
                                     leio_session_get_answers (session), advice->stays_even_if);
  /* Translators: %s are answers: "grade (2), margin (R0)" */
  return g_strdup_printf (_ ("This would stay so even if these answers were other ones: %s."),
                          answers);
}

char *
leio_treatment_dup_choice (LeioSession *session, guint treatment)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (session);
  const LeioTreatment *it = g_ptr_array_index (knowledge->treatments, treatment);

  if (it->choice < 0)
    return NULL;

  /* Translators: %s is what is chosen: "First-line regimen" */
  return g_strdup_printf (_ ("One choice: %s"),
                          leio_wording_choice (knowledge, it->choice,
                                               leio_session_get_plain (session)));
}
