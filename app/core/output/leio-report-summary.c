/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The two lines at the top of a case: what it is, and its stage. Which answers
 * make the first line, and in which words, the knowledge base says. A stage is
 * never shown without its edition, nor as settled where it is not.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "leio-report-private.h"

static gboolean
is_asked (const LeioAdvice *advice, guint question)
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

      if (is_asked (advice, question) && leio_answers_is_given (answers, question))
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

      if (question->essential && is_asked (advice, i) && leio_answers_is_given (answers, i))
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

static void collect_derived (const LeioLogic *logic, guint derived, GHashTable *questions);

/* The questions that a condition can read, through definitions and derived facts. */
static void
collect_questions (const LeioLogic *logic, const LeioCondition *condition, GHashTable *questions)
{
  const LeioDefinition *definition = NULL;

  switch (condition->kind)
    {
    case LEIO_CONDITION_ALWAYS:
      return;
    case LEIO_CONDITION_AND:
    case LEIO_CONDITION_OR:
    case LEIO_CONDITION_NOT:
      for (guint i = 0; i < condition->children->len; i++)
        collect_questions (logic, g_ptr_array_index (condition->children, i), questions);
      return;
    case LEIO_CONDITION_VALUE:
    case LEIO_CONDITION_NUMBER:
    case LEIO_CONDITION_HAS_ANY:
    case LEIO_CONDITION_AT_LEAST:
    case LEIO_CONDITION_WITHIN:
    case LEIO_CONDITION_EMPTY:
      g_hash_table_add (questions, GUINT_TO_POINTER (condition->index));
      return;
    case LEIO_CONDITION_DEFINITION:
      definition = g_ptr_array_index (logic->definitions, condition->index);
      collect_questions (logic, definition->condition, questions);
      return;
    case LEIO_CONDITION_DERIVED:
      collect_derived (logic, condition->index, questions);
      return;
    }
}

static void
collect_derived (const LeioLogic *logic, guint derived, GHashTable *questions)
{
  const LeioDerived *fact = g_ptr_array_index (logic->derived, derived);

  for (guint i = 0; i < fact->rows->len; i++)
    collect_questions (logic, g_array_index (fact->rows, LeioRow, i).condition, questions);
}

/* "grade, size": the open questions that the decision table reads. */
static char *
dup_open (const LeioKnowledge *knowledge,
          const LeioAnswers *answers,
          const LeioAdvice *advice,
          guint derived)
{
  g_autoptr (GHashTable) read = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));

  collect_derived (knowledge->logic, derived, read);
  for (guint i = 0; i < leio_answers_get_length (answers); i++)
    if (g_hash_table_contains (read, GUINT_TO_POINTER (i)) && is_asked (advice, i) &&
        !leio_answers_is_given (answers, i))
      g_array_append_val (open, i);

  return leio_report_dup_question_labels (knowledge, open);
}

/* NULL, or the answer that says that spread was not looked for yet. */
static char *
dup_provisional (const LeioKnowledge *knowledge, const LeioAnswers *answers)
{
  const LeioQuestion *question =
      leio_questionnaire_find (knowledge->logic->questionnaire, "metastasis");
  g_autoptr (GArray) one = NULL;
  int unstaged = question != NULL ? leio_question_find_value (question, "unstaged") : -1;

  if (unstaged < 0 || !leio_answers_is_given (answers, question->index) ||
      leio_answers_get (answers, question->index)->value != (guint) unstaged)
    return NULL;

  one = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (one, question->index);
  return leio_report_dup_answers (knowledge, answers, one);
}

static char *
dup_values (const LeioKnowledge *knowledge, const LeioDerivedAdvice *advice)
{
  const LeioDerived *fact = g_ptr_array_index (knowledge->logic->derived, advice->derived);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < fact->values->len; i++)
    if (advice->possible & (G_GUINT64_CONSTANT (1) << i))
      g_ptr_array_add (words, (gpointer) leio_report_derived_label (knowledge, advice->derived, i));
  if (advice->none_possible)
    /* Translators: one of the possible values of a stage: there is no stage in this case */
    g_ptr_array_add (words, (gpointer) C_ ("stage", "none"));

  return leio_report_join_or (words);
}

/* "AJCC 8: IIIA or IIIB (open: grade)" */
static char *
dup_stage (const LeioKnowledge *knowledge,
           const LeioAnswers *answers,
           const LeioAdvice *advice,
           const LeioDerivedAdvice *stage)
{
  const LeioDerived *fact = g_ptr_array_index (knowledge->logic->derived, stage->derived);
  g_autofree char *context = g_strdup_printf ("derived/%s/edition", fact->id);
  const char *edition = leio_knowledge_text (knowledge, context, fact->edition);
  g_autofree char *values = dup_values (knowledge, stage);
  g_autofree char *open = NULL;
  g_autofree char *provisional = NULL;

  if ((stage->possible & (stage->possible - 1)) != 0 || stage->none_possible)
    {
      open = dup_open (knowledge, answers, advice, stage->derived);
      /* Translators: %1$s is the edition of a staging system, %2$s stages, %3$s open questions */
      return g_strdup_printf (C_ ("stage", "%1$s: %2$s (open: %3$s)"), edition, values, open);
    }

  provisional = dup_provisional (knowledge, answers);
  if (provisional != NULL)
    /* Translators: %1$s is the edition of a staging system, %2$s a stage, %3$s what was not
     * examined yet */
    return g_strdup_printf (C_ ("stage", "%1$s: %2$s (provisional: %3$s)"), edition, values,
                            provisional);
  /* Translators: %1$s is the edition of a staging system, %2$s a stage: “FIGO 2009: IB” */
  return g_strdup_printf (C_ ("stage", "%1$s: %2$s"), edition, values);
}

/* Where hardly anything is known every stage is possible, which is no news. */
static gboolean
is_worth_telling (const LeioKnowledge *knowledge, const LeioDerivedAdvice *stage)
{
  const LeioDerived *fact = g_ptr_array_index (knowledge->logic->derived, stage->derived);
  guint64 all = fact->values->len >= LEIO_MAX_VALUES
                    ? G_MAXUINT64
                    : (G_GUINT64_CONSTANT (1) << fact->values->len) - 1;

  return leio_report_has_text (fact->edition) && stage->possible != 0 && stage->possible != all;
}

char *
leio_report_dup_stage_line (const LeioKnowledge *knowledge,
                            const LeioAnswers *answers,
                            const LeioAdvice *advice)
{
  g_autoptr (GPtrArray) stages = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < advice->derived->len; i++)
    {
      const LeioDerivedAdvice *stage = g_ptr_array_index (advice->derived, i);

      if (is_worth_telling (knowledge, stage))
        g_ptr_array_add (stages, dup_stage (knowledge, answers, advice, stage));
    }
  g_ptr_array_add (stages, NULL);

  /* Translators: between two stages of one case */
  return g_strjoinv (C_ ("stage", " · "), (char **) stages->pdata);
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
