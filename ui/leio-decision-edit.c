/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-decision-edit.h"

#include "leio-report-decision.h"
#include "leio-wording.h"

void
leio_decision_set_text (char **field, const char *text)
{
  char *old = *field;

  *field = g_strdup (text);
  g_free (old);
}

static char *
dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

LeioDecision *
leio_decision_edit_begin (LeioSession *session)
{
  const LeioCase *kase = leio_session_get_case (session);
  LeioDecision *decision;
  g_autofree char *today = NULL;

  if (kase->decision != NULL)
    return leio_decision_copy (kase->decision);

  decision = leio_decision_new ();
  today = dup_today ();
  leio_decision_set_text (&decision->date, today);
  return decision;
}

void
leio_decision_edit_end (LeioSession *session, LeioDecision *decision, const char *step)
{
  LeioCase *edited = leio_case_copy (leio_session_get_case (session));

  leio_case_take_decision (edited, decision);
  leio_session_edit_case (session, edited, step);
}

LeioAdvice *
leio_decision_dup_advice (LeioSession *session)
{
  return leio_engine_advise (leio_session_get_engine (session),
                             leio_session_get_case (session)->answers, LEIO_ADVICE_ARGUMENTS);
}

static void
keep_advice (LeioSession *session, LeioDecision *decision, const LeioAdvice *advice)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (session);

  if (decision->advice != NULL &&
      !g_str_equal (decision->advice->knowledge_version, knowledge->version))
    return;

  leio_past_advice_unref (decision->advice);
  decision->advice =
      leio_report_keep_advice (knowledge, leio_session_get_case (session), advice);
}

void
leio_decision_edit_verdict (LeioSession *session, const char *treatment, int verdict)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (session);
  const LeioTreatment *known = leio_knowledge_find_treatment (knowledge, treatment);
  g_autoptr (LeioDecision) decision = leio_decision_edit_begin (session);
  g_autoptr (LeioAdvice) advice = leio_decision_dup_advice (session);
  LeioDecisionEntry *entry = leio_decision_find (decision, treatment);

  if (known == NULL && entry == NULL)
    return;
  if (verdict < 0)
    leio_decision_remove (decision, treatment);
  else
    {
      const char *name = known != NULL ? leio_wording_treatment (knowledge, known->index, FALSE)
                                       : entry->name;

      entry = leio_decision_set_verdict (decision, treatment, name, (LeioVerdict) verdict);
      if (entry == NULL)
        return;
      leio_report_fill_alternatives (knowledge, advice, entry);
    }
  keep_advice (session, decision, advice);
  leio_decision_edit_end (session, g_steal_pointer (&decision), NULL);
}

void
leio_decision_edit_move (LeioSession *session, const char *treatment, int by)
{
  LeioDecision *decision = leio_decision_edit_begin (session);

  leio_decision_move (decision, treatment, by);
  leio_decision_edit_end (session, decision, NULL);
}

void
leio_decision_edit_take_advice (LeioSession *session)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (session);
  LeioCase *edited = leio_case_copy (leio_session_get_case (session));
  LeioDecision *decision = leio_decision_edit_begin (session);
  g_autoptr (LeioAdvice) advice = leio_decision_dup_advice (session);
  LeioPastAdvice *past = decision->advice;

  if (past != NULL && leio_case_find_advice (edited, past->knowledge_version) == NULL)
    g_ptr_array_insert (edited->advice, 0, leio_past_advice_ref (past));
  decision->advice = leio_report_keep_advice (knowledge, edited, advice);
  leio_past_advice_unref (past);
  leio_case_take_decision (edited, decision);
  leio_session_edit_case (session, edited, NULL);
}

void
leio_decision_edit_accept_advice (LeioSession *session)
{
  LeioCase *edited = leio_case_copy (leio_session_get_case (session));
  g_autoptr (LeioAdvice) advice = leio_decision_dup_advice (session);

  leio_case_keep_advice (
      edited, leio_report_keep_advice (leio_session_get_knowledge (session), edited, advice));
  leio_session_edit_case (session, edited, NULL);
}
