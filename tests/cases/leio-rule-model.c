/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-rule-model.h"

#include "leio-engine.h"
#include "leio-error.h"

const LeioRule *
leio_rule_model_get_rule (const LeioRuleModel *self, guint argument)
{
  const LeioArgument *found = g_ptr_array_index (self->knowledge->arguments, argument);

  return g_ptr_array_index (self->knowledge->rules, found->rule);
}

const LeioTreatment *
leio_rule_model_get_treatment (const LeioRuleModel *self, guint argument)
{
  const LeioArgument *found = g_ptr_array_index (self->knowledge->arguments, argument);

  return g_ptr_array_index (self->knowledge->treatments, found->treatment);
}

const LeioQuestion *
leio_rule_model_get_question (const LeioRuleModel *self, guint question)
{
  return leio_questionnaire_get_question (self->knowledge->logic->questionnaire, question);
}

GArray *
leio_rule_model_list_arguments (const LeioRuleModel *self, guint rule)
{
  GArray *arguments = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->knowledge->arguments->len; i++)
    if (leio_rule_model_get_rule (self, i)->index == rule)
      g_array_append_val (arguments, i);
  return arguments;
}

static void
find_possible (LeioRuleModel *self)
{
  self->possible = LEIO_NODE_TRUE;
  for (guint i = 0; i < self->knowledge->logic->impossible->len; i++)
    self->possible =
        leio_diagrams_if (self->diagrams, leio_compiler_impossible (self->model->compiler, i),
                          LEIO_NODE_FALSE, self->possible);
}

/* TRUE where two functions have the same result. */
static LeioNode
find_same (LeioRuleModel *self, LeioNode a, LeioNode b)
{
  LeioNode same = LEIO_NODE_FALSE;

  for (guint i = 0; i < LEIO_N_STATUSES; i++)
    {
      LeioNode both =
          leio_diagrams_and (self->diagrams, leio_diagrams_is_one_of (self->diagrams, a, 1u << i),
                             leio_diagrams_is_one_of (self->diagrams, b, 1u << i));

      same = leio_diagrams_or (self->diagrams, both, same);
    }
  return same;
}

static void
find_arguments (LeioRuleModel *self)
{
  for (guint i = 0; i < self->knowledge->arguments->len; i++)
    {
      guint treatment = leio_rule_model_get_treatment (self, i)->index;

      self->without[i] = leio_model_status_without (self->model, treatment, i);
      self->decides[i] = leio_diagrams_if (
          self->diagrams, find_same (self, self->model->statuses[treatment], self->without[i]),
          LEIO_NODE_FALSE, self->model->in_force[i]);
    }
}

LeioRuleModel *
leio_rule_model_new (LeioKnowledge *knowledge, GError **error)
{
  g_autoptr (LeioRuleModel) self = g_new0 (LeioRuleModel, 1);

  self->knowledge = leio_knowledge_ref (knowledge);
  self->n_questions = leio_questionnaire_get_n_questions (knowledge->logic->questionnaire);
  self->space = leio_space_new ();
  leio_model_fill_space (self->space, knowledge);
  leio_space_finish (self->space);
  self->diagrams =
      leio_diagrams_new (self->space->arities, self->space->n_variables, LEIO_ENGINE_NODE_LIMIT);
  self->model = leio_model_new (knowledge, self->space, self->diagrams, error);
  if (self->model == NULL)
    return NULL;
  find_possible (self);
  self->asked = g_new (LeioNode, self->n_questions + 1);
  for (guint i = 0; i < self->n_questions; i++)
    self->asked[i] = leio_compiler_asked (self->model->compiler, i);
  self->without = g_new (LeioNode, knowledge->arguments->len + 1);
  self->decides = g_new (LeioNode, knowledge->arguments->len + 1);
  find_arguments (self);
  if (!leio_diagrams_is_full (self->diagrams))
    return g_steal_pointer (&self);
  g_set_error_literal (error, LEIO_ERROR, LEIO_ERROR_LIMIT, "the diagrams are full");
  return NULL;
}

void
leio_rule_model_free (LeioRuleModel *self)
{
  if (self == NULL)
    return;
  leio_model_free (self->model);
  leio_diagrams_free (self->diagrams);
  leio_space_free (self->space);
  leio_knowledge_unref (self->knowledge);
  g_free (self->asked);
  g_free (self->without);
  g_free (self->decides);
  g_free (self);
}

gboolean
leio_rule_model_can_be (LeioRuleModel *self, LeioNode node)
{
  return leio_diagrams_and (self->diagrams, self->possible, node) != LEIO_NODE_FALSE;
}

guint64
leio_rule_model_results (LeioRuleModel *self, LeioNode node, const LeioAnswers *answers)
{
  g_autofree int *values = g_new (int, self->space->n_variables + 1);
  LeioNode root = leio_diagrams_if (self->diagrams, self->possible, node, LEIO_NODE_INVALID);

  leio_compiler_fill (self->model->compiler, answers, values);
  return leio_diagrams_mask (self->diagrams, root, values);
}
