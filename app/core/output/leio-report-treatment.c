/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One treatment in the report: its arguments for and against, then why its
 * status stands and what would change it. At home: what it is and the reasons that
 * hold in plain words, without levels, codes and speculation.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "leio-report-private.h"

const LeioRule *
leio_report_get_rule (const LeioReportInput *report, const LeioArgumentAdvice *advice)
{
  const LeioArgument *argument = g_ptr_array_index (report->knowledge->arguments, advice->argument);

  return g_ptr_array_index (report->knowledge->rules, argument->rule);
}

const char *
leio_report_argument_mark (LeioArgumentState state, LeioEffect effect)
{
  if (state == LEIO_ARGUMENT_OVERRIDDEN)
    return "~";
  if (state == LEIO_ARGUMENT_OPEN)
    return "?";

  switch (effect)
    {
    case LEIO_EFFECT_RECOMMENDS:
    case LEIO_EFFECT_OFFERS:
    case LEIO_EFFECT_TRIAL_ONLY:
      return "+";
    case LEIO_EFFECT_CAUTIONS:
      return "!";
    case LEIO_EFFECT_ADVISES_AGAINST:
    case LEIO_EFFECT_RULES_OUT:
      return "-";
    }

  g_return_val_if_reached ("");
}

const char *
leio_report_argument_word (LeioArgumentState state, LeioEffect effect)
{
  if (state == LEIO_ARGUMENT_OVERRIDDEN)
    return C_ ("argument", "Overridden");
  if (state == LEIO_ARGUMENT_OPEN)
    return C_ ("argument", "Open");

  switch (effect)
    {
    case LEIO_EFFECT_RECOMMENDS:
    case LEIO_EFFECT_OFFERS:
    case LEIO_EFFECT_TRIAL_ONLY:
      return C_ ("argument", "For");
    case LEIO_EFFECT_CAUTIONS:
      return C_ ("argument", "Caution");
    case LEIO_EFFECT_ADVISES_AGAINST:
    case LEIO_EFFECT_RULES_OUT:
      return C_ ("argument", "Against");
    }

  g_return_val_if_reached ("");
}

/* What the rule says: of an overridden or open one its mark does not tell. */
static const char *
get_effect_phrase (LeioEffect effect)
{
  switch (effect)
    {
    case LEIO_EFFECT_RECOMMENDS:
      return C_ ("effect", "recommends");
    case LEIO_EFFECT_OFFERS:
      return C_ ("effect", "offers");
    case LEIO_EFFECT_TRIAL_ONLY:
      return C_ ("effect", "only in a trial");
    case LEIO_EFFECT_CAUTIONS:
      return C_ ("effect", "cautions");
    case LEIO_EFFECT_ADVISES_AGAINST:
      return C_ ("effect", "advises against");
    case LEIO_EFFECT_RULES_OUT:
      return C_ ("effect", "rules out");
    }

  g_return_val_if_reached ("");
}

char *
leio_report_dup_source_labels (const LeioReportInput *report, const LeioRule *rule)
{
  g_autoptr (GPtrArray) sources = leio_report_list_evidence (report->knowledge, rule);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; i < sources->len; i++)
    g_ptr_array_add (labels, ((LeioSource *) g_ptr_array_index (sources, i))->label);

  return leio_report_join (labels);
}

/* The number of an argument in the list, from 1. */
static guint
get_number (const LeioTreatmentAdvice *advice, guint argument)
{
  for (guint i = 0; i < advice->arguments->len; i++)
    {
      const LeioArgumentAdvice *one = g_ptr_array_index (advice->arguments, i);

      if (one->argument == argument)
        return i + 1;
    }

  return 0;
}

static char *
dup_overriders (const LeioTreatmentAdvice *advice, const GArray *overridden_by)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < overridden_by->len; i++)
    {
      guint number = get_number (advice, g_array_index (overridden_by, guint, i));

      if (number > 0)
        g_ptr_array_add (numbers, g_strdup_printf ("%u", number));
    }

  return leio_report_join (numbers);
}

static void
add_state (const LeioReportInput *report,
           const LeioTreatmentAdvice *advice,
           const LeioArgumentAdvice *argument,
           GPtrArray *remarks)
{
  g_autofree char *list = NULL;

  switch (argument->state)
    {
    case LEIO_ARGUMENT_IN_FORCE:
      return;
    case LEIO_ARGUMENT_OVERRIDDEN:
      list = dup_overriders (advice, argument->overridden_by);
      /* Translators: %s are numbers of reasons in the same list: “overridden by 1, 3” */
      g_ptr_array_add (remarks, g_strdup_printf (_ ("overridden by %s"), list));
      return;
    case LEIO_ARGUMENT_OPEN:
      list = leio_report_dup_question_labels (report->knowledge, argument->waits_for,
                                              report->plain);
      /* Translators: %s are questions in short: “waits for grade, size” */
      g_ptr_array_add (remarks, g_strdup_printf (_ ("waits for %s"), list));
      return;
    }
}

static void
add_rating (const LeioRule *rule, GPtrArray *remarks)
{
  if (leio_report_has_text (rule->level))
    /* Translators: %s is a level of evidence, I to V */
    g_ptr_array_add (remarks, g_strdup_printf (_ ("level %s"), rule->level));
  if (leio_report_has_text (rule->grade))
    /* Translators: %s is the grade of a recommendation, A to E */
    g_ptr_array_add (remarks, g_strdup_printf (_ ("grade %s"), rule->grade));
}

char *
leio_report_dup_basis (const LeioReportInput *report, const LeioRule *rule)
{
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *labels = leio_report_dup_source_labels (report, rule);

  if (!report->plain)
    add_rating (rule, remarks);
  if (*labels != '\0')
    g_ptr_array_add (remarks, g_steal_pointer (&labels));
  g_ptr_array_add (remarks, NULL);
  return g_strjoinv (C_ ("remarks", "; "), (char **) remarks->pdata);
}

/* What stands in brackets behind a reason. */
static char *
dup_remarks (const LeioReportInput *report,
             const LeioTreatmentAdvice *advice,
             const LeioArgumentAdvice *argument)
{
  const LeioRule *rule = leio_report_get_rule (report, argument);
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *labels = leio_report_dup_source_labels (report, rule);

  if (!report->plain)
    g_ptr_array_add (remarks, g_strdup (get_effect_phrase (rule->effect)));
  add_state (report, advice, argument, remarks);
  if (!report->plain)
    add_rating (rule, remarks);
  if (*labels != '\0')
    g_ptr_array_add (remarks, g_steal_pointer (&labels));
  g_ptr_array_add (remarks, NULL);

  /* Translators: between the remarks in brackets behind a reason */
  return g_strjoinv (C_ ("remarks", "; "), (char **) remarks->pdata);
}

static void
write_positions (LeioBlock *list, const LeioRule *rule)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;
  g_autofree char *line = NULL;

  if (rule->positions->len == 0)
    return;

  for (guint i = 0; i < rule->positions->len; i++)
    {
      const LeioPosition *position = g_ptr_array_index (rule->positions, i);
      char *word;

      /* Translators: %1$s is a guideline, %2$s its stance: “ESGO 2024: against” */
      word = g_strdup_printf (C_ ("position", "%1$s: %2$s"), position->name, position->stance);
      g_ptr_array_add (words, word);
    }
  joined = leio_report_join (words);
  /* Translators: %s is a list such as “ESGO 2024: against, NCCN: option” */
  line = g_strdup_printf (_ ("Guidelines differ or say it in their own way: %s."), joined);
  leio_block_add_item (list, NULL, NULL, line);
}

static void
write_argument (LeioBlock *list,
                const LeioReportInput *report,
                const LeioTreatmentAdvice *advice,
                guint index)
{
  const LeioArgumentAdvice *argument = g_ptr_array_index (advice->arguments, index);
  const LeioRule *rule = leio_report_get_rule (report, argument);
  g_autofree char *reason =
      leio_report_dup_reason (report->knowledge, rule, report->kase->answers, report->plain);
  g_autofree char *remarks = dup_remarks (report, advice, argument);
  g_autofree char *line = NULL;

  /* The plain reasons speak as if they held; of an open or overridden one that would mislead. */
  if (report->plain && argument->state != LEIO_ARGUMENT_IN_FORCE)
    return;

  if (report->brief)
    line = g_strdup (reason);
  else if (report->plain)
    /* Translators: %1$s is a reason, %2$s its sources in short */
    line = g_strdup_printf (C_ ("argument at home", "%1$s (%2$s)"), reason, remarks);
  else
    /* Translators: a reason in a list; %1$u is its number, %2$s the reason, %3$s remarks on it */
    line = g_strdup_printf (C_ ("argument", "%1$u. %2$s (%3$s)"), index + 1, reason, remarks);
  leio_block_add_item (list, leio_report_argument_mark (argument->state, rule->effect),
                           leio_report_argument_word (argument->state, rule->effect), line);
  if (!report->plain)
    write_positions (list, rule);
}

/* One line with a list of answers or questions in it; nothing where the list is empty. */
static void
write_list (LeioBlock *list, const char *format, char *words)
{
  g_autofree char *owned = words;
  g_auto (GStrv) around = g_strsplit (format, "%s", 2);
  g_autofree char *line = NULL;

  if (*owned == '\0')
    return;

  line = g_strconcat (around[0], owned, around[1], NULL);
  leio_block_add_item (list, NULL, NULL, line);
}

static void
write_changes (LeioBlock *list,
               const LeioReportInput *report,
               const LeioTreatmentAdvice *advice)
{
  for (guint i = 0; i < advice->changes->len; i++)
    {
      const LeioChange *change = g_ptr_array_index (advice->changes, i);
      g_autofree char *words = leio_report_dup_change (report->knowledge, change);
      g_autofree char *line = NULL;

      /* Translators: %1$s is a status, %2$s a condition: “Would be not advised if grade were “1”.”
       */
      line = g_strdup_printf (_ ("Would be %1$s if %2$s."),
                              leio_report_status_phrase (change->to, FALSE), words);
      leio_block_add_item (list, NULL, NULL, line);
    }
}

static void
write_reasoning (LeioBlock *list,
                 const LeioReportInput *report,
                 const LeioTreatmentAdvice *advice)
{
  const LeioKnowledge *knowledge = report->knowledge;
  const LeioAnswers *answers = report->kase->answers;

  /* Translators: %s is a list of answers: “site (uterus), metastasis (none)” */
  write_list (list, _ ("Settled by: %s."),
              leio_report_dup_answers (knowledge, answers, advice->sufficient));
  /* Translators: %s is a list of questions in short */
  write_list (list, _ ("Depends on: %s."),
              leio_report_dup_question_labels (knowledge, advice->depends_on, report->plain));
  write_list (list, "%s", leio_report_dup_if_then (knowledge, advice));
  /* Translators: %s is a list of answers that do not matter for this treatment */
  write_list (list, _ ("Stays even if these were different: %s."),
              leio_report_dup_answers (knowledge, answers, advice->stays_even_if));
  write_changes (list, report, advice);
}

/* The questions that are still open, in full. */
static void
write_open_at_home (LeioBlock *list,
                    const LeioReportInput *report,
                    const LeioTreatmentAdvice *advice)
{
  g_autoptr (GString) questions = g_string_new (NULL);

  for (guint i = 0; i < advice->depends_on->len; i++)
    {
      guint question = g_array_index (advice->depends_on, guint, i);

      g_string_append_printf (questions, "%s%s", i > 0 ? " " : "",
                              leio_report_question_text (report->knowledge, question, TRUE));
    }
  /* Translators: %s are questions in full */
  write_list (list, _ ("It depends on what is still open: %s"), g_strdup (questions->str));
}

static char *
dup_title (const LeioReportInput *report, const LeioTreatmentAdvice *advice)
{
  const char *name =
      leio_report_treatment_name (report->knowledge, advice->treatment, report->plain);
  g_autofree char *statuses = NULL;

  if (leio_treatment_advice_get_status (advice) >= 0)
    return g_strdup (name);

  statuses = leio_report_dup_status_phrases (advice->possible, report->plain);
  /* Translators: %1$s is a treatment, %2$s the statuses that are possible: “Surgery: recommended or
   * option” */
  return g_strdup_printf (C_ ("treatment", "%1$s: %2$s"), name, statuses);
}

static void
write_choices (LeioBlock *list,
               const LeioReportInput *report,
               const LeioTreatmentAdvice *advice)
{
  LeioReportReading reading = report->plain ? LEIO_REPORT_HOME : LEIO_REPORT_CLINICIAN;
  g_autoptr (GPtrArray) choices =
      leio_report_list_choices (report->knowledge, report->advice, advice->treatment);

  for (guint i = 0; i < choices->len; i++)
    {
      g_autofree char *line =
          leio_report_dup_choice_line (report->knowledge, g_ptr_array_index (choices, i),
                                       advice->treatment, reading);

      if (line != NULL)
        leio_block_add_item (list, NULL, NULL, line);
    }
}

LeioBlock *
leio_report_write_treatment (LeioBlock *into,
                             const LeioReportInput *report,
                             const LeioTreatmentAdvice *advice)
{
  const LeioTreatment *treatment =
      g_ptr_array_index (report->knowledge->treatments, advice->treatment);
  g_autofree char *title = dup_title (report, advice);
  LeioBlock *card = leio_block_add_card (into, leio_report_get_sign (report, advice), 3, title);
  LeioBlock *list = leio_block_add_list (card);
  g_autofree char *context = NULL;

  if (report->plain && leio_report_has_text (treatment->plain))
    {
      context = g_strdup_printf ("treatments/%s/plain", treatment->id);
      leio_block_add_item (list, NULL, NULL,
                           leio_knowledge_text (report->knowledge, context, treatment->plain));
    }
  for (guint i = 0; i < advice->arguments->len; i++)
    write_argument (list, report, advice, i);
  if (!report->brief)
    write_choices (list, report, advice);
  if (report->plain)
    write_open_at_home (list, report, advice);
  else
    write_reasoning (list, report, advice);
  return card;
}
