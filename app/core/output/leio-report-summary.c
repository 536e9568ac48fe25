/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The line at the top of a case. Which answers make it, and in which words, the
 * knowledge base says.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "leio-report-private.h"

gboolean
leio_report_is_asked (const LeioAdvice *advice, guint question)
{
  if (advice == NULL || question >= advice->asked->len)
    return TRUE;
  return g_array_index (advice->asked, LeioAsked, question) != LEIO_ASKED_NEVER;
}

/* The wordings of the values in @set that have one. */
static char *
dup_values_fragment (const LeioKnowledge *knowledge,
                     const LeioQuestion *question,
                     guint64 set,
                     gboolean plain)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < question->values->len; i++)
    {
      const LeioValue *value = leio_question_get_value (question, i);

      if ((set >> i & 1) != 0 && leio_report_has_text (value->summary))
        g_ptr_array_add (words,
                         (gpointer) leio_report_summary_text (knowledge, question, value, plain));
    }

  return words->len > 0 ? leio_report_join_and (words) : NULL;
}

/* NULL where the answer says nothing in a summary. */
static char *
dup_fragment (const LeioKnowledge *knowledge,
              const LeioAnswers *answers,
              guint index,
              LeioReportReading reading)
{
  const LeioQuestion *question =
      leio_questionnaire_get_question (knowledge->logic->questionnaire, index);
  const LeioAnswer *answer = leio_answers_get (answers, index);
  gboolean plain = reading == LEIO_REPORT_HOME;

  switch (question->kind)
    {
    case LEIO_QUESTION_CHOICE:
    case LEIO_QUESTION_SCALE:
      return dup_values_fragment (knowledge, question, G_GUINT64_CONSTANT (1) << answer->value,
                                  plain);
    case LEIO_QUESTION_SET:
      return dup_values_fragment (knowledge, question, answer->set, plain);
    case LEIO_QUESTION_NUMBER:
      return leio_report_dup_answer (knowledge, question, answer, reading);
    }

  g_return_val_if_reached (NULL);
}

static char *
dup_listed_summary (const LeioKnowledge *knowledge,
                    const LeioAnswers *answers,
                    const LeioAdvice *advice,
                    LeioReportReading reading)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < knowledge->summary->len; i++)
    {
      guint question = g_array_index (knowledge->summary, guint, i);
      g_autofree char *fragment = NULL;

      if (leio_report_is_asked (advice, question) && leio_answers_is_given (answers, question))
        fragment = dup_fragment (knowledge, answers, question, reading);
      /* The first names the disease more closely; without it the title has to. */
      if (i == 0 && fragment == NULL)
        fragment = g_strdup (leio_knowledge_text (knowledge, "knowledge/title", knowledge->title));
      if (fragment != NULL)
        g_ptr_array_add (words, g_steal_pointer (&fragment));
    }

  return leio_report_join (words);
}

/* For a knowledge base that lists nothing: its title and the answers to the essential questions. */
static char *
dup_essential_summary (const LeioKnowledge *knowledge,
                       const LeioAnswers *answers,
                       const LeioAdvice *advice,
                       LeioReportReading reading)
{
  const char *title = leio_knowledge_text (knowledge, "knowledge/title", knowledge->title);
  g_autoptr (GArray) questions = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *list = NULL;

  for (guint i = 0; i < leio_answers_get_length (answers); i++)
    {
      const LeioQuestion *question =
          leio_questionnaire_get_question (knowledge->logic->questionnaire, i);

      if (question->essential && leio_report_is_asked (advice, i) &&
          leio_answers_is_given (answers, i))
        g_array_append_val (questions, i);
    }
  if (questions->len == 0)
    return g_strdup (title);

  list = leio_report_dup_answers_in (knowledge, answers, questions, reading == LEIO_REPORT_HOME);
  /* Translators: %1$s is the disease, %2$s a list of answers */
  return g_strdup_printf (C_ ("summary", "%1$s: %2$s"), title, list);
}

char *
leio_report_dup_summary_for (const LeioKnowledge *knowledge,
                             const LeioAnswers *answers,
                             const LeioAdvice *advice,
                             LeioReportReading reading)
{
  if (knowledge->summary != NULL && knowledge->summary->len > 0)
    return dup_listed_summary (knowledge, answers, advice, reading);
  return dup_essential_summary (knowledge, answers, advice, reading);
}

char *
leio_report_dup_summary (const LeioKnowledge *knowledge,
                         const LeioAnswers *answers,
                         const LeioAdvice *advice)
{
  return leio_report_dup_summary_for (knowledge, answers, advice, LEIO_REPORT_CLINICIAN);
}

char *
leio_report_dup_oddity (const LeioKnowledge *knowledge,
                        const LeioAnswers *answers,
                        const LeioOddity *oddity,
                        LeioReportReading reading)
{
  const LeioImpossible *impossible =
      g_ptr_array_index (knowledge->logic->impossible, oddity->impossible);
  gboolean plain = reading == LEIO_REPORT_HOME && leio_report_has_text (impossible->plain);
  const char *why = plain ? impossible->plain : impossible->why;
  g_autofree char *context =
      g_strdup_printf ("impossible/%s/%s", impossible->id, plain ? "plain" : "why");
  g_autofree char *list = leio_report_dup_answers_in (knowledge, answers, oddity->questions,
                                                      reading == LEIO_REPORT_HOME);

  /* Translators: %1$s is a list of answers, %2$s why they cannot be true together */
  return g_strdup_printf (C_ ("oddity", "%1$s: %2$s"), list,
                          why != NULL ? leio_knowledge_text (knowledge, context, why) : "");
}
