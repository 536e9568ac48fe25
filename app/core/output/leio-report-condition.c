/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Conditions as people say them. The tree is followed as it is written: what a
 * guideline joins stays joined, and names stand with their title instead of what
 * is behind them.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "leio-report-base.h"
#include "leio-report-private.h"

static char *dup_words (const LeioKnowledge *knowledge, const LeioCondition *condition);

static guint
count_bits (guint64 mask)
{
  guint n = 0;

  for (; mask != 0; mask &= mask - 1)
    n++;
  return n;
}

static char *
dup_quoted (const char *label)
{
  /* Translators: %s is an answer, quoted inside a sentence */
  return g_strdup_printf (C_ ("answer", "“%s”"), label);
}

static char *
dup_values (const LeioKnowledge *knowledge, const LeioQuestion *question, guint64 mask)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < question->values->len; i++)
    {
      LeioAnswer answer = { .state = LEIO_ANSWER_GIVEN, .value = i };
      g_autofree char *label = NULL;

      if (!(mask & (G_GUINT64_CONSTANT (1) << i)))
        continue;
      answer.set = G_GUINT64_CONSTANT (1) << i;
      label = leio_report_dup_answer (knowledge, question, &answer, LEIO_REPORT_CLINICIAN);
      g_ptr_array_add (words, dup_quoted (label));
    }
  return leio_report_join_or (words);
}

/* Most of the values are said by those that are missing. */
static char *
dup_value_atom (const LeioKnowledge *knowledge, guint index, guint64 mask, gboolean holds)
{
  const LeioQuestion *question =
      leio_questionnaire_get_question (knowledge->logic->questionnaire, index);
  const char *label = leio_report_question_label (knowledge, index);
  guint64 others = leio_question_get_all_values (question) & ~mask;
  gboolean turn = holds && count_bits (mask) > 2 && others != 0 &&
                  count_bits (others) < count_bits (mask);
  g_autofree char *values = dup_values (knowledge, question, turn ? others : mask);

  if (turn || !holds)
    /* Translators: %1$s is a question in short, %2$s are answers: “site: not “Skin”” */
    return g_strdup_printf (C_ ("condition", "%1$s: not %2$s"), label, values);
  /* Translators: %1$s is a question in short, %2$s are answers: “site: “Uterus”” */
  return g_strdup_printf (C_ ("condition", "%1$s: %2$s"), label, values);
}

static char *
dup_set_atom (const LeioKnowledge *knowledge,
              const LeioCondition *condition,
              const LeioQuestion *question,
              const char *label)
{
  g_autofree char *values = dup_values (knowledge, question, condition->mask);

  if (condition->kind == LEIO_CONDITION_WITHIN)
    /* Translators: %1$s is a question with several answers, %2$s are answers */
    return g_strdup_printf (C_ ("condition", "%1$s: nothing but %2$s"), label, values);
  if (condition->kind == LEIO_CONDITION_EMPTY)
    /* Translators: %s is a question with several answers, as in “symptoms: none” */
    return g_strdup_printf (C_ ("condition", "%s: none"), label);
  if (condition->kind == LEIO_CONDITION_AT_LEAST)
    return g_strdup_printf (
        /* Translators: %1$s is a question with several answers, %2$u how many of them apply */
        C_ ("condition", "%1$s: at least %2$u"), label, condition->count);

  /* Translators: %1$s is a question in short, %2$s are answers: “site: “Uterus”” */
  return g_strdup_printf (C_ ("condition", "%1$s: %2$s"), label, values);
}

static char *
dup_question_atom (const LeioKnowledge *knowledge, const LeioCondition *condition)
{
  const LeioQuestion *question =
      leio_questionnaire_get_question (knowledge->logic->questionnaire, condition->index);
  const char *label = leio_report_question_label (knowledge, condition->index);
  g_autofree char *bound = NULL;

  if (condition->kind == LEIO_CONDITION_VALUE)
    return dup_value_atom (knowledge, condition->index, condition->mask, TRUE);
  if (condition->kind != LEIO_CONDITION_NUMBER)
    return dup_set_atom (knowledge, condition, question, label);

  bound = leio_report_dup_bound (question, condition->comparison, condition->number);
  /* Translators: %1$s is a question in short, %2$s are answers: “site: “Uterus”” */
  return g_strdup_printf (C_ ("condition", "%1$s: %2$s"), label, bound);
}

static char *
dup_definition (const LeioKnowledge *knowledge, guint index)
{
  const LeioDefinition *definition = g_ptr_array_index (knowledge->logic->definitions, index);
  g_autofree char *context = g_strdup_printf ("definitions/%s/title", definition->id);

  return leio_report_has_text (definition->title)
             ? leio_report_dup_inner (
                   leio_knowledge_text (knowledge, context, definition->title))
             : g_strdup (definition->id);
}

static char *
dup_derived (const LeioKnowledge *knowledge, const LeioCondition *condition)
{
  const LeioDerived *fact = g_ptr_array_index (knowledge->logic->derived, condition->index);
  g_autofree char *context = g_strdup_printf ("derived/%s/title", fact->id);
  g_autofree char *title =
      leio_report_dup_inner (leio_knowledge_text (knowledge, context, fact->title));
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *values = NULL;

  for (guint i = 0; i < fact->values->len; i++)
    if (condition->mask & (G_GUINT64_CONSTANT (1) << i))
      g_ptr_array_add (words,
                       dup_quoted (leio_report_derived_label (knowledge, condition->index, i)));
  values = leio_report_join_or (words);
  /* Translators: %1$s is a question in short, %2$s are answers: “site: “Uterus”” */
  return g_strdup_printf (C_ ("condition", "%1$s: %2$s"), title, values);
}

static gboolean
is_joined (const LeioCondition *condition)
{
  return condition->kind == LEIO_CONDITION_AND || condition->kind == LEIO_CONDITION_OR;
}

static char *
dup_inside (const LeioKnowledge *knowledge, const LeioCondition *condition)
{
  char *words = dup_words (knowledge, condition);

  if (is_joined (condition))
    {
      g_autofree char *bare = words;

      words = g_strdup_printf ("(%s)", bare);
    }
  return words;
}

static char *
dup_joined (const LeioKnowledge *knowledge, const LeioCondition *condition)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < condition->children->len; i++)
    {
      g_autofree char *child =
          dup_inside (knowledge, g_ptr_array_index (condition->children, i));

      if (i > 0)
        g_string_append (text, condition->kind == LEIO_CONDITION_AND
                                   /* Translators: between two conditions, with the spaces */
                                   ? C_ ("condition", ", and ")
                                   /* Translators: between two conditions, with the spaces */
                                   : C_ ("condition", ", or "));
      g_string_append (text, child);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_negated (const LeioKnowledge *knowledge, const LeioCondition *negated)
{
  g_autofree char *inside = NULL;

  if (negated->kind == LEIO_CONDITION_VALUE)
    return dup_value_atom (knowledge, negated->index, negated->mask, FALSE);

  inside = dup_inside (knowledge, negated);
  /* Translators: %s is a condition that must not hold */
  return g_strdup_printf (C_ ("condition", "not: %s"), inside);
}

static char *
dup_words (const LeioKnowledge *knowledge, const LeioCondition *condition)
{

  switch (condition->kind)
    {
    case LEIO_CONDITION_ALWAYS:
      return g_strdup (C_ ("condition", "in every case"));
    case LEIO_CONDITION_AND:
    case LEIO_CONDITION_OR:
      return dup_joined (knowledge, condition);
    case LEIO_CONDITION_NOT:
      return dup_negated (knowledge, g_ptr_array_index (condition->children, 0));
    case LEIO_CONDITION_DEFINITION:
      return dup_definition (knowledge, condition->index);
    case LEIO_CONDITION_DERIVED:
      return dup_derived (knowledge, condition);
    case LEIO_CONDITION_VALUE:
    case LEIO_CONDITION_NUMBER:
    case LEIO_CONDITION_HAS_ANY:
    case LEIO_CONDITION_AT_LEAST:
    case LEIO_CONDITION_WITHIN:
    case LEIO_CONDITION_EMPTY:
      return dup_question_atom (knowledge, condition);
    }

  g_return_val_if_reached (g_strdup (""));
}

static void
add_clauses (const LeioKnowledge *knowledge, const LeioCondition *condition, GPtrArray *clauses)
{
  if (condition->kind != LEIO_CONDITION_AND)
    {
      g_ptr_array_add (clauses, dup_words (knowledge, condition));
      return;
    }

  for (guint i = 0; i < condition->children->len; i++)
    add_clauses (knowledge, g_ptr_array_index (condition->children, i), clauses);
}

GPtrArray *
leio_report_list_conditions (const LeioKnowledge *knowledge, const LeioCondition *condition)
{
  GPtrArray *clauses = g_ptr_array_new_with_free_func (g_free);

  add_clauses (knowledge, condition, clauses);
  return clauses;
}
