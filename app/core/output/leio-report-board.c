/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a case is a standard one or one for the full board, and why. It is
 * standard where everything that decides is settled and no argument in force is
 * one on which guidelines or experts differ.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "leio-report-private.h"

/* So many treatments and questions are named; of more, their number is told. */
#define MAX_NAMED 3

static gboolean
is_disputed (const LeioKnowledge *knowledge, const LeioTreatmentAdvice *advice)
{
  for (guint i = 0; i < advice->arguments->len; i++)
    {
      const LeioArgumentAdvice *shown = g_ptr_array_index (advice->arguments, i);
      const LeioArgument *argument = g_ptr_array_index (knowledge->arguments, shown->argument);
      const LeioRule *rule = g_ptr_array_index (knowledge->rules, argument->rule);

      if (shown->state == LEIO_ARGUMENT_IN_FORCE && rule->positions->len > 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_open (const LeioTreatmentAdvice *advice)
{
  return advice->possible != 0 && leio_treatment_advice_get_status (advice) < 0;
}

/* "wish, grade, size and 4 more" */
static char *
dup_names (GPtrArray *names)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_free);
  guint n_more = names->len > MAX_NAMED + 1 ? names->len - MAX_NAMED : 0;

  for (guint i = 0; i + n_more < names->len; i++)
    g_ptr_array_add (shown, g_strdup (g_ptr_array_index (names, i)));
  if (n_more > 0)
    /* Translators: at the end of a list of names, “size, grade and 4 more” */
    g_ptr_array_add (shown, g_strdup_printf (ngettext ("%u more", "%u more", n_more), n_more));

  return leio_report_join_and (shown);
}

/* NULL, or "2 treatments wait for an answer (wish)". */
static char *
dup_waiting (const LeioKnowledge *knowledge, const LeioAdvice *advice)
{
  guint n_questions = leio_questionnaire_get_n_questions (knowledge->logic->questionnaire);
  g_autofree gboolean *waits = g_new0 (gboolean, n_questions + 1);
  g_autoptr (GPtrArray) questions = g_ptr_array_new ();
  g_autofree char *names = NULL;
  guint n_open = 0;

  for (guint i = 0; i < advice->treatments->len; i++)
    {
      const LeioTreatmentAdvice *it = g_ptr_array_index (advice->treatments, i);

      n_open += is_open (it) ? 1 : 0;
      for (guint j = 0; is_open (it) && j < it->depends_on->len; j++)
        waits[g_array_index (it->depends_on, guint, j)] = TRUE;
    }
  if (n_open == 0)
    return NULL;

  for (guint i = 0; i < n_questions; i++)
    if (waits[i])
      g_ptr_array_add (questions, (gpointer) leio_report_question_label (knowledge, i));
  names = dup_names (questions);

  /* Translators: 1 a number of treatments, 2 the questions that they wait for: “size, grade” */
  return g_strdup_printf (ngettext ("%1$u treatment waits for an answer (%2$s)",
                                    "%1$u treatments wait for an answer (%2$s)", n_open),
                          n_open, names);
}

/* NULL, or "guidelines or experts differ on pelvic radiation". */
static char *
dup_disputed (const LeioKnowledge *knowledge, const LeioAdvice *advice)
{
  g_autoptr (GPtrArray) treatments = g_ptr_array_new ();
  g_autofree char *names = NULL;

  for (guint i = 0; i < advice->treatments->len; i++)
    {
      const LeioTreatmentAdvice *it = g_ptr_array_index (advice->treatments, i);

      if (is_disputed (knowledge, it))
        g_ptr_array_add (treatments, (gpointer) leio_report_treatment_name (knowledge, i, FALSE));
    }
  if (treatments->len == 0)
    return NULL;

  names = dup_names (treatments);
  /* Translators: %s are names of treatments */
  return g_strdup_printf (_ ("guidelines or experts differ on: %s"), names);
}

gboolean
leio_report_is_standard (const LeioKnowledge *knowledge, const LeioAdvice *advice)
{
  for (guint i = 0; i < advice->treatments->len; i++)
    {
      const LeioTreatmentAdvice *it = g_ptr_array_index (advice->treatments, i);

      if (leio_treatment_advice_get_status (it) < 0 || is_disputed (knowledge, it))
        return FALSE;
    }

  return advice->odd->len == 0;
}

char *
leio_report_dup_board (const LeioKnowledge *knowledge, const LeioAdvice *advice)
{
  g_autofree char *waiting = NULL;
  g_autofree char *disputed = NULL;

  if (advice->odd->len > 0)
    return g_strdup (_ ("For the full board, because the answers contradict each other."));
  if (leio_report_is_standard (knowledge, advice))
    return g_strdup (
        _ ("Standard case: everything that decides is settled, and no guidelines differ on it."));

  waiting = dup_waiting (knowledge, advice);
  disputed = dup_disputed (knowledge, advice);
  if (waiting != NULL && disputed != NULL)
    /* Translators: two reasons: 1 “2 treatments wait for an answer (wish)”, 2 “guidelines or
     * experts differ on: Pelvic radiation” */
    return g_strdup_printf (_ ("For the full board, because %1$s; %2$s."), waiting, disputed);

  /* Translators: one reason: “2 treatments wait for an answer (wish)” or “guidelines or experts
   * differ on: Pelvic radiation” */
  return g_strdup_printf (_ ("For the full board, because %s."),
                          waiting != NULL ? waiting : disputed);
}
