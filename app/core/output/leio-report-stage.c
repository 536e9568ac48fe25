/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The stage of a case in one line. A stage is never shown without its edition,
 * nor as settled where it is not: an open one is a range with what it waits for,
 * one in which spread was not looked for is provisional, and what the base remarks
 * on it ("at least", "the stage of the first diagnosis stays") stands beside it.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "leio-report-private.h"

/* For each question whether the decision table of a derived fact reads it. */
static guint8 *
find_read (const LeioLogic *logic, guint derived)
{
  const LeioDerived *fact = g_ptr_array_index (logic->derived, derived);
  guint8 *read = g_new0 (guint8, leio_questionnaire_get_n_questions (logic->questionnaire) + 1);

  for (guint i = 0; i < fact->rows->len; i++)
    leio_logic_find_tested (logic, g_array_index (fact->rows, LeioRow, i).condition, read);

  return read;
}

/* "open: grade, size" */
static char *
dup_open (const LeioKnowledge *knowledge, const LeioDerivedAdvice *stage)
{
  g_autofree char *list = leio_report_dup_question_labels (knowledge, stage->depends_on, FALSE);

  /* Translators: a stage that is not settled; %s is a list of questions in short */
  return g_strdup_printf (C_ ("stage", "open: %s"), list);
}

/* NULL, or "provisional: spread not examined". */
static char *
dup_provisional (const LeioKnowledge *knowledge, const LeioAnswers *answers, const guint8 *read)
{
  const LeioQuestion *question =
      leio_questionnaire_find (knowledge->logic->questionnaire, "metastasis");
  int unstaged = question != NULL ? leio_question_find_value (question, "unstaged") : -1;
  const LeioValue *value = NULL;

  if (unstaged < 0 || !leio_answers_is_given (answers, question->index) ||
      leio_answers_get (answers, question->index)->value != (guint) unstaged ||
      !read[question->index])
    return NULL;

  value = leio_question_get_value (question, (guint) unstaged);
  if (!leio_report_has_text (value->summary))
    return g_strdup (C_ ("stage", "provisional"));
  /* Translators: a stage; %s is why: “spread not examined” */
  return g_strdup_printf (C_ ("stage", "provisional: %s"),
                          leio_report_summary_text (knowledge, question, value, FALSE));
}

static char *
dup_values (const LeioKnowledge *knowledge, const LeioDerivedAdvice *stage)
{
  const LeioDerived *fact = g_ptr_array_index (knowledge->logic->derived, stage->derived);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < fact->values->len; i++)
    if ((stage->possible >> i & 1) != 0)
      g_ptr_array_add (words, (gpointer) leio_report_derived_label (knowledge, stage->derived, i));
  if (stage->none_possible)
    /* Translators: one of the possible values of a stage: there is no stage in this case */
    g_ptr_array_add (words, (gpointer) C_ ("stage", "none"));

  return leio_report_join_or (words);
}

static gboolean
is_settled (const LeioDerivedAdvice *stage)
{
  return (stage->possible & (stage->possible - 1)) == 0 && !stage->none_possible;
}

/* @mask is not 0. */
static guint
get_first (guint64 mask)
{
  guint value = 0;

  while ((mask >> value & 1) == 0)
    value++;
  return value;
}

/* What the base remarks on a stage, where it is certain. */
static void
add_remarks (const LeioKnowledge *knowledge,
             const LeioAdvice *advice,
             const LeioDerivedAdvice *stage,
             GPtrArray *remarks)
{
  for (guint i = 0; i < advice->derived->len; i++)
    {
      const LeioDerivedAdvice *remark = g_ptr_array_index (advice->derived, i);
      const LeioDerived *fact = g_ptr_array_index (knowledge->logic->derived, remark->derived);

      if (fact->remark_on == (int) stage->derived && remark->possible != 0 && is_settled (remark))
        g_ptr_array_add (
            remarks, g_strdup (leio_report_derived_label (
                         knowledge, remark->derived, get_first (remark->possible))));
    }
}

/* Takes the last place of @remarks. */
static char *
join_remarks (GPtrArray *remarks)
{
  g_ptr_array_add (remarks, NULL);
  /* Translators: between two remarks on a stage */
  return g_strjoinv (C_ ("stage", "; "), (char **) remarks->pdata);
}

/* "IIIA or IIIB (open: grade)"; a remark alone where the case has no stage. */
static char *
dup_stage (const LeioKnowledge *knowledge,
           const LeioAnswers *answers,
           const LeioAdvice *advice,
           const LeioDerivedAdvice *stage)
{
  g_autofree guint8 *read = find_read (knowledge->logic, stage->derived);
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *values = dup_values (knowledge, stage);
  g_autofree char *provisional = NULL;
  g_autofree char *list = NULL;

  add_remarks (knowledge, advice, stage, remarks);
  if (stage->possible == 0)
    return join_remarks (remarks);
  provisional = dup_provisional (knowledge, answers, read);
  if (provisional != NULL)
    g_ptr_array_add (remarks, g_steal_pointer (&provisional));
  if (!is_settled (stage))
    g_ptr_array_add (remarks, dup_open (knowledge, stage));
  if (remarks->len == 0)
    return g_steal_pointer (&values);

  list = join_remarks (remarks);
  /* Translators: %1$s are stages, %2$s remarks: “IIIA or IIIB (open: grade)” */
  return g_strdup_printf (C_ ("stage", "%1$s (%2$s)"), values, list);
}

/* Where hardly anything is known every stage is possible, which is no news. */
static gboolean
is_worth_telling (const LeioKnowledge *knowledge,
                  const LeioAdvice *advice,
                  const LeioDerivedAdvice *stage)
{
  const LeioDerived *fact = g_ptr_array_index (knowledge->logic->derived, stage->derived);
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);

  if (!leio_report_has_text (fact->edition))
    return FALSE;
  if (stage->possible != 0)
    return stage->possible != leio_derived_get_all_values (fact);

  add_remarks (knowledge, advice, stage, remarks);
  return remarks->len > 0;
}

static const char *
get_edition (const LeioKnowledge *knowledge, guint derived)
{
  const LeioDerived *fact = g_ptr_array_index (knowledge->logic->derived, derived);
  g_autofree char *context = g_strdup_printf ("derived/%s/edition", fact->id);

  return leio_knowledge_text (knowledge, context, fact->edition);
}

char *
leio_report_dup_stage_line (const LeioKnowledge *knowledge,
                            const LeioAnswers *answers,
                            const LeioAdvice *advice)
{
  GString *line = g_string_new (NULL);
  const char *last_edition = "";

  for (guint i = 0; i < advice->derived->len; i++)
    {
      const LeioDerivedAdvice *stage = g_ptr_array_index (advice->derived, i);
      g_autofree char *words = NULL;
      const char *edition = NULL;

      if (!is_worth_telling (knowledge, advice, stage))
        continue;

      words = dup_stage (knowledge, answers, advice, stage);
      edition = get_edition (knowledge, stage->derived);
      if (g_str_equal (edition, last_edition))
        /* Translators: one more stage of the same edition: “AJCC 8: T2, IIIA” */
        g_string_append_printf (line, C_ ("stage", ", %s"), words);
      else
        /* Translators: %1$s is what divides two stages or nothing, %2$s the edition of a staging
         * system, %3$s the stage: “FIGO 2009: IB” */
        g_string_append_printf (line, C_ ("stage", "%1$s%2$s: %3$s"), line->len > 0 ? " · " : "",
                                edition, words);
      last_edition = edition;
    }

  return g_string_free (line, FALSE);
}
