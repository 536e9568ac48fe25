/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-rule-check.h"

#define FALSE_BIT (G_GUINT64_CONSTANT (1) << LEIO_NODE_FALSE)
#define TRUE_BIT (G_GUINT64_CONSTANT (1) << LEIO_NODE_TRUE)

/* A near miss is the case before with so many answers changed. */
#define MOST_CHANGES 3

/* The argument of the rule on the treatment, or -1. */
static int
find_argument (const LeioRuleModel *model, const char *rule, guint treatment)
{
  guint end = leio_model_first_argument (model->model, treatment + 1);

  for (guint i = leio_model_first_argument (model->model, treatment); i < end; i++)
    if (g_str_equal (leio_rule_model_get_rule (model, i)->id, rule))
      return (int) i;
  return -1;
}

static char *
dup_statuses (guint64 statuses)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < LEIO_N_STATUSES; i++)
    if (statuses >> i & 1)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " or " : "",
                              leio_status_to_id ((LeioStatus) i));
  return g_string_free (text, FALSE);
}

static char *
check_statuses (const char *what, const char *treatment, guint expected, guint64 found)
{
  g_autofree char *expected_text = dup_statuses (expected);
  g_autofree char *found_text = dup_statuses (found);

  if (expected == found)
    return NULL;
  return g_strdup_printf ("%s: %s: expected %s, found %s", what, treatment, expected_text,
                          found_text);
}

static char *
check_decides (LeioRuleModel *model,
               const LeioRuleCase *one,
               guint argument,
               const LeioRuleExpectation *expectation)
{
  const char *treatment = leio_rule_model_get_treatment (model, argument)->id;

  if (leio_rule_model_results (model, model->decides[argument], one->answers) != TRUE_BIT)
    return g_strdup_printf ("%s: the rule does not decide for certain", treatment);
  return check_statuses ("without", treatment, expectation->without,
                         leio_rule_model_results (model, model->without[argument], one->answers));
}

static char *
check_kind (LeioRuleModel *model,
            const LeioRuleCase *one,
            guint argument,
            const LeioRuleExpectation *expectation)
{
  const char *treatment = leio_rule_model_get_treatment (model, argument)->id;
  guint64 in_force =
      leio_rule_model_results (model, model->model->in_force[argument], one->answers);

  switch (one->kind)
    {
    case LEIO_RULE_CASE_DECIDES:
      return check_decides (model, one, argument, expectation);
    case LEIO_RULE_CASE_IN_FORCE:
      if (in_force != TRUE_BIT)
        return g_strdup_printf ("%s: the rule is not in force for certain", treatment);
      break;
    case LEIO_RULE_CASE_NEAR_MISS:
      if (in_force != FALSE_BIT)
        return g_strdup_printf ("%s: the rule may be in force", treatment);
      break;
    }
  return NULL;
}

static char *
check_expectation (LeioRuleModel *model,
                   const LeioRuleCase *one,
                   const LeioRuleExpectation *expectation)
{
  const LeioTreatment *treatment =
      g_ptr_array_index (model->knowledge->treatments, expectation->treatment);
  int argument = find_argument (model, one->rule, expectation->treatment);
  char *fault;

  if (argument < 0)
    return g_strdup_printf ("%s: the rule does not speak of it", treatment->id);
  fault = check_kind (model, one, (guint) argument, expectation);
  if (fault != NULL)
    return fault;
  return check_statuses ("expected", treatment->id, expectation->expected,
                         leio_rule_model_results (
                             model, model->model->statuses[expectation->treatment], one->answers));
}

static gboolean
is_same_answer (const LeioAnswer *a, const LeioAnswer *b)
{
  return a->state == b->state && a->value == b->value && a->set == b->set && a->number == b->number;
}

/* The answers of @after that @before does not have. */
static guint
count_changes (const LeioAnswers *before, const LeioAnswers *after)
{
  guint n = 0;

  for (guint i = 0; i < leio_answers_get_length (after); i++)
    if (leio_answers_is_given (after, i) &&
        !is_same_answer (leio_answers_get (before, i), leio_answers_get (after, i)))
      n++;
  return n;
}

/* A near miss keeps the answers of the case before, but for those that are asked no more. */
static char *
check_change (LeioRuleModel *model, const LeioRuleCase *before, const LeioRuleCase *one)
{
  guint n_changes;

  if (before == NULL || before->kind == LEIO_RULE_CASE_NEAR_MISS ||
      !g_str_equal (before->rule, one->rule))
    return g_strdup ("a near miss stands below the case that it misses");
  n_changes = count_changes (before->answers, one->answers);
  if (n_changes < 1 || n_changes > MOST_CHANGES)
    return g_strdup_printf ("a near miss has 1 to %u other answers than the case above it, found "
                            "%u",
                            MOST_CHANGES, n_changes);
  for (guint i = 0; i < model->n_questions; i++)
    if (leio_answers_is_given (before->answers, i) && !leio_answers_is_given (one->answers, i) &&
        leio_rule_model_results (model, model->asked[i], one->answers) != FALSE_BIT)
      return g_strdup_printf ("the answer to %s is left out",
                              leio_rule_model_get_question (model, i)->id);
  return NULL;
}

char *
leio_rule_check_case (LeioRuleModel *model, const LeioRuleCase *before, const LeioRuleCase *one)
{
  char *fault = NULL;

  if (leio_knowledge_find_rule (model->knowledge, one->rule) == NULL)
    return g_strdup_printf ("rule '%s' is not known", one->rule);
  if (leio_rule_model_results (model, LEIO_NODE_TRUE, one->answers) == 0)
    return g_strdup ("the answers are an impossible combination");
  if (one->expectations->len == 0)
    return g_strdup ("nothing is expected");
  if (one->kind == LEIO_RULE_CASE_NEAR_MISS)
    fault = check_change (model, before, one);
  for (guint i = 0; fault == NULL && i < one->expectations->len; i++)
    fault =
        check_expectation (model, one, &g_array_index (one->expectations, LeioRuleExpectation, i));
  return fault;
}

static gboolean
has_case (const GPtrArray *cases, LeioRuleCaseKind kind, const char *rule, guint treatment)
{
  for (guint i = 0; i < cases->len; i++)
    {
      const LeioRuleCase *one = g_ptr_array_index (cases, i);

      if (one->kind != kind || !g_str_equal (one->rule, rule))
        continue;
      for (guint k = 0; k < one->expectations->len; k++)
        if (g_array_index (one->expectations, LeioRuleExpectation, k).treatment == treatment)
          return TRUE;
    }
  return FALSE;
}

static gboolean
can_miss (LeioRuleModel *model, guint argument)
{
  return leio_rule_model_can_be (
      model, leio_diagrams_not (model->diagrams, model->model->in_force[argument]));
}

static void
check_has (LeioRuleModel *model,
           const GPtrArray *cases,
           LeioRuleCaseKind kind,
           guint argument,
           GPtrArray *missing)
{
  const char *rule = leio_rule_model_get_rule (model, argument)->id;
  const LeioTreatment *treatment = leio_rule_model_get_treatment (model, argument);

  if (!has_case (cases, kind, rule, treatment->index))
    g_ptr_array_add (missing, g_strdup_printf ("rule %s, treatment %s: no case '%s'", rule,
                                               treatment->id, leio_rule_case_kind_to_id (kind)));
}

GPtrArray *
leio_rule_check_missing (LeioRuleModel *model, const GPtrArray *cases)
{
  GPtrArray *missing = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < model->knowledge->arguments->len; i++)
    {
      gboolean decides = leio_rule_model_can_be (model, model->decides[i]);

      check_has (model, cases, decides ? LEIO_RULE_CASE_DECIDES : LEIO_RULE_CASE_IN_FORCE, i,
                 missing);
      if (can_miss (model, i))
        check_has (model, cases, LEIO_RULE_CASE_NEAR_MISS, i, missing);
    }
  return missing;
}
