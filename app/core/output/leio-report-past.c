/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-report-past.h"

#include <glib/gi18n-lib.h>

#include "leio-report-private.h"

static char **
dup_status_ids (guint possible)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < LEIO_N_STATUSES; i++)
    if ((possible & (1u << i)) != 0)
      g_strv_builder_add (builder, leio_status_to_id (i));
  return g_strv_builder_end (builder);
}

/**
 * leio_report_keep_advice:
 * @knowledge: the knowledge base
 * @kase: a case
 * @advice: the advice on its own answers
 *
 * Returns: (transfer full): what is kept of the advice: the statuses of all treatments that are not
 *   settled as not relevant, and their names as a clinician sees them now; of answers that
 *   contradict each other nothing
 */
LeioPastAdvice *
leio_report_keep_advice (const LeioKnowledge *knowledge,
                         const LeioCase *kase,
                         const LeioAdvice *advice)
{
  g_autofree char *summary = leio_report_dup_summary (knowledge, kase->answers, advice);
  g_autoptr (JsonObject) answers = leio_case_dup_answers (kase, knowledge->logic->questionnaire);
  LeioPastAdvice *past =
      leio_past_advice_new (knowledge->id, knowledge->version, summary, answers);

  for (guint i = 0; i < advice->treatments->len; i++)
    {
      const LeioTreatmentAdvice *treatment = g_ptr_array_index (advice->treatments, i);
      const LeioTreatment *known = g_ptr_array_index (knowledge->treatments, treatment->treatment);
      g_auto (GStrv) statuses = dup_status_ids (treatment->possible);

      if (treatment->possible != 0 && treatment->possible != 1u << LEIO_STATUS_NOT_RELEVANT)
        leio_past_advice_add (
            past, known->id, leio_report_treatment_name (knowledge, treatment->treatment, FALSE),
            (const char *const *) statuses);
    }
  return past;
}

/**
 * leio_report_past_statuses:
 * @past: advice as it stood
 * @treatment: the id of a treatment
 *
 * Returns: its statuses as bits, not relevant where it is not listed; 0 where this program knows
 *   none of them
 */
guint
leio_report_past_statuses (const LeioPastAdvice *past, const char *treatment)
{
  const LeioPastStatus *status = leio_past_advice_find (past, treatment);
  guint possible = 0;

  if (status == NULL)
    return 1u << LEIO_STATUS_NOT_RELEVANT;

  for (guint i = 0; status->statuses[i] != NULL; i++)
    {
      int known = leio_status_from_id (status->statuses[i]);

      if (known >= 0)
        possible |= 1u << known;
    }
  return possible;
}

/**
 * leio_report_find_other_advice:
 * @knowledge: the knowledge base that is open
 * @kase: a case
 *
 * Returns: (transfer none) (nullable): what another version of the knowledge base last said of the
 *   case, as long as nobody saw and accepted what this one says
 */
const LeioPastAdvice *
leio_report_find_other_advice (const LeioKnowledge *knowledge, const LeioCase *kase)
{
  const LeioPastAdvice *last =
      kase->advice->len > 0 ? g_ptr_array_index (kase->advice, kase->advice->len - 1) : NULL;

  return last != NULL && !g_str_equal (last->knowledge_version, knowledge->version) ? last : NULL;
}

/**
 * leio_report_copy_with_advice:
 * @knowledge: the knowledge base that is open
 * @kase: a case
 * @advice: the advice on its own answers
 *
 * What is written to a file is this copy. It keeps @advice, unless another version of the
 * knowledge base said something else before and nobody has accepted the difference yet.
 *
 * Returns: (transfer full): the case with the advice as it stands
 */
LeioCase *
leio_report_copy_with_advice (const LeioKnowledge *knowledge,
                              const LeioCase *kase,
                              const LeioAdvice *advice)
{
  LeioCase *copy = leio_case_copy (kase);

  if (leio_report_find_other_advice (knowledge, kase) == NULL)
    leio_case_keep_advice (copy, leio_report_keep_advice (knowledge, kase, advice));
  return copy;
}

typedef struct
{
  const LeioKnowledge *knowledge;
  const LeioCase *kase;
  const LeioPastAdvice *past;
  gboolean plain;
} Comparison;

static void
change_free (gpointer data)
{
  LeioReportChange *self = data;

  g_free (self->id);
  g_free (self->name);
  g_free (self->text);
  g_free (self->reason);
  g_free (self);
}

/**
 * leio_report_changes_free:
 * @self: (nullable) (transfer full): changes
 */
void
leio_report_changes_free (LeioReportChanges *self)
{
  if (self == NULL)
    return;

  g_free (self->version);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

static gboolean
gives_status (LeioEffect effect, LeioStatus status)
{
  switch (effect)
    {
    case LEIO_EFFECT_RECOMMENDS:
      return status == LEIO_STATUS_RECOMMENDED;
    case LEIO_EFFECT_OFFERS:
      return status == LEIO_STATUS_OPTION;
    case LEIO_EFFECT_TRIAL_ONLY:
      return status == LEIO_STATUS_TRIAL_ONLY;
    case LEIO_EFFECT_ADVISES_AGAINST:
      return status == LEIO_STATUS_NOT_ADVISED;
    case LEIO_EFFECT_RULES_OUT:
      return status == LEIO_STATUS_CONTRAINDICATED;
    case LEIO_EFFECT_CAUTIONS:
      break;
    }
  return FALSE;
}

/* The first argument that makes the treatment what it is now. */
static char *
dup_reason (const LeioKnowledge *knowledge,
            const LeioCase *kase,
            const LeioTreatmentAdvice *advice,
            gboolean plain)
{
  int status = leio_treatment_advice_get_status (advice);

  for (guint i = 0; status >= 0 && advice->arguments != NULL && i < advice->arguments->len; i++)
    {
      const LeioArgumentAdvice *found = g_ptr_array_index (advice->arguments, i);
      const LeioArgument *argument = g_ptr_array_index (knowledge->arguments, found->argument);
      const LeioRule *rule = g_ptr_array_index (knowledge->rules, argument->rule);

      if (found->state == LEIO_ARGUMENT_IN_FORCE && gives_status (rule->effect, status))
        return leio_report_dup_reason (knowledge, rule, kase->answers, plain);
    }
  return g_strdup ("");
}

static LeioReportChange *
change_new (const char *id, int treatment, const char *name, guint from, guint to, gboolean plain)
{
  LeioReportChange *self = g_new0 (LeioReportChange, 1);
  g_autofree char *was = leio_report_dup_status_phrases (from, plain);
  g_autofree char *is = leio_report_dup_status_phrases (to, plain);

  self->id = g_strdup (id);
  self->treatment = treatment;
  self->from = from;
  self->to = to;
  self->name = g_strdup (name);
  if (treatment < 0)
    /* Translators: %1$s is a treatment, %2$s its status, “recommended” or “an option or not
     * advised” */
    self->text = g_strdup_printf (_ ("%1$s: was %2$s, is not in the knowledge base any more"), name,
                                  was);
  else
    /* Translators: %1$s is a treatment, %2$s its status before, %3$s its status now, “recommended”
     * or “an option or not advised” */
    self->text = g_strdup_printf (_ ("%1$s: was %2$s, is now %3$s"), name, was, is);
  return self;
}

static void
add_known (LeioReportChanges *self,
           const Comparison *comparison,
           const LeioTreatmentAdvice *advice)
{
  const LeioKnowledge *knowledge = comparison->knowledge;
  const LeioTreatment *treatment = g_ptr_array_index (knowledge->treatments, advice->treatment);
  guint from = leio_report_past_statuses (comparison->past, treatment->id);
  LeioReportChange *change;

  if (from == advice->possible || from == 0 || advice->possible == 0)
    return;

  change = change_new (treatment->id, (int) advice->treatment,
                       leio_report_treatment_name (knowledge, advice->treatment, comparison->plain),
                       from, advice->possible, comparison->plain);
  change->reason = dup_reason (knowledge, comparison->kase, advice, comparison->plain);
  g_ptr_array_add (self->changes, change);
}

static void
add_vanished (LeioReportChanges *self, const Comparison *comparison, const LeioPastStatus *status)
{
  guint from = 0;
  LeioReportChange *change;

  if (leio_knowledge_find_treatment (comparison->knowledge, status->treatment) != NULL)
    return;

  for (guint i = 0; status->statuses[i] != NULL; i++)
    if (leio_status_from_id (status->statuses[i]) >= 0)
      from |= 1u << leio_status_from_id (status->statuses[i]);
  change = change_new (status->treatment, -1, status->name, from, 1u << LEIO_STATUS_NOT_RELEVANT,
                       comparison->plain);
  change->reason = g_strdup ("");
  g_ptr_array_add (self->changes, change);
}

/**
 * leio_report_changes_new:
 * @knowledge: the knowledge base that is open
 * @kase: a case
 * @advice: the advice on it now, with LEIO_ADVICE_ARGUMENTS
 * @past: the advice as it stood once
 * @reading: in whose words
 *
 * Returns: (transfer full): what is advised differently now
 */
LeioReportChanges *
leio_report_changes_new (const LeioKnowledge *knowledge,
                         const LeioCase *kase,
                         const LeioAdvice *advice,
                         const LeioPastAdvice *past,
                         LeioReportReading reading)
{
  const Comparison comparison = { knowledge, kase, past, reading == LEIO_REPORT_HOME };
  LeioReportChanges *self = g_new0 (LeioReportChanges, 1);
  g_autoptr (JsonObject) answers = leio_case_dup_answers (kase, knowledge->logic->questionnaire);

  self->version = g_strdup (past->knowledge_version);
  self->same_answers = leio_past_advice_is_about (past, answers);
  self->changes = g_ptr_array_new_with_free_func (change_free);
  for (guint i = 0; i < advice->treatments->len; i++)
    add_known (self, &comparison, g_ptr_array_index (advice->treatments, i));
  for (guint i = 0; i < past->treatments->len; i++)
    add_vanished (self, &comparison, g_ptr_array_index (past->treatments, i));
  return self;
}

/**
 * leio_report_changes_dup_title:
 * @self: the changes
 * @version: the version of the knowledge base that is open
 *
 * Returns: (transfer full): one sentence that says how many treatments are advised differently and
 *   from which version to which, translated
 */
char *
leio_report_changes_dup_title (const LeioReportChanges *self, const char *version)
{
  if (self->changes->len == 0)
    return g_strdup_printf (
        /* Translators: two versions of the knowledge base */
        _ ("Version %1$s of the knowledge base advised the same as version %2$s does now."),
        self->version, version);

  return g_strdup_printf (
      /* Translators: %1$u is how many treatments, %2$s and %3$s are versions of the knowledge base
       */
      ngettext ("%1$u treatment is advised differently than version %2$s of the knowledge base did "
                "(now: %3$s).",
                "%1$u treatments are advised differently than version %2$s of the knowledge base "
                "did (now: %3$s).",
                self->changes->len),
      self->changes->len, self->version, version);
}
