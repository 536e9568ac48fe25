/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What two knowledge bases advise differently: both are compiled over one space,
 * so that a treatment that is advised alike has the same diagram.
 */
#include "config.h"

#include "leio-audit.h"

#include <glib/gi18n-lib.h>

#include "leio-engine.h"
#include "leio-error.h"
#include "leio-model.h"
#include "leio-witness.h"

typedef struct
{
  LeioKnowledge *before, *after;
  LeioSpace *space;
  LeioDiagrams *diagrams;
  LeioModel *old_model, *new_model;
  LeioNode possible;    /* in both */
  LeioNode cases;       /* each once */
  LeioDifferences *result;
} Comparer;

static void
comparer_clear (Comparer *self)
{
  g_clear_pointer (&self->old_model, leio_model_free);
  g_clear_pointer (&self->new_model, leio_model_free);
  g_clear_pointer (&self->diagrams, leio_diagrams_free);
  g_clear_pointer (&self->space, leio_space_free);
  g_clear_pointer (&self->result, leio_differences_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Comparer, comparer_clear)

static void
difference_free (LeioDifference *self)
{
  g_free (self->treatment);
  g_clear_pointer (&self->witness, leio_answers_free);
  g_free (self);
}

void
leio_differences_free (LeioDifferences *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->differences);
  g_free (self);
}

static LeioNode
asked_in (const LeioModel *model, const char *id)
{
  const LeioQuestion *question
      = leio_questionnaire_find (model->knowledge->logic->questionnaire, id);

  return question == NULL ? LEIO_NODE_FALSE
                          : leio_compiler_asked (model->compiler, question->index);
}

/* A question that neither base asks counts once. */
static LeioNode
each_case_once (Comparer *self)
{
  LeioNode node = self->possible;

  for (guint i = self->space->questions->len; i-- > 0;)
    {
      const LeioSpaceQuestion *question = g_ptr_array_index (self->space->questions, i);
      LeioNode asked = leio_diagrams_or (self->diagrams, asked_in (self->old_model, question->id),
                                         asked_in (self->new_model, question->id));
      LeioNode sound = leio_diagrams_if (self->diagrams, asked, LEIO_NODE_TRUE,
                                         leio_compiler_at_first_value (self->new_model->compiler,
                                                                       question));

      node = leio_diagrams_and (self->diagrams, sound, node);
    }
  return node;
}

static LeioNode
leave_out_impossible (Comparer *self, const LeioModel *model, LeioNode node)
{
  for (guint i = 0; i < model->knowledge->logic->impossible->len; i++)
    node = leio_diagrams_if (self->diagrams, leio_compiler_impossible (model->compiler, i),
                             LEIO_NODE_FALSE, node);
  return node;
}

static gboolean
prepare (Comparer *self, GError **error)
{
  self->space = leio_space_new ();
  leio_model_fill_space (self->space, self->before);
  leio_model_fill_space (self->space, self->after);
  leio_space_finish (self->space);
  self->diagrams = leio_diagrams_new (self->space->arities, self->space->n_variables,
                                      LEIO_ENGINE_NODE_LIMIT);
  self->old_model = leio_model_new (self->before, self->space, self->diagrams, error);
  if (self->old_model == NULL)
    return FALSE;
  self->new_model = leio_model_new (self->after, self->space, self->diagrams, error);
  if (self->new_model == NULL)
    return FALSE;
  self->possible = leio_diagrams_and (self->diagrams,
                                      leio_compiler_known (self->old_model->compiler),
                                      leio_compiler_known (self->new_model->compiler));
  self->possible = leave_out_impossible (self, self->old_model, self->possible);
  self->possible = leave_out_impossible (self, self->new_model, self->possible);
  self->cases = each_case_once (self);
  self->result->n_cases
      = leio_diagrams_count (self->diagrams, self->cases, 2, &self->result->n_cases_overflow);
  return TRUE;
}

static LeioNode
status_in (const LeioModel *model, const char *id)
{
  const LeioTreatment *treatment = leio_knowledge_find_treatment (model->knowledge, id);

  return treatment == NULL ? LEIO_STATUS_NOT_RELEVANT : model->statuses[treatment->index];
}

static void
add_difference (Comparer *self, const char *treatment, LeioStatus from, LeioStatus to,
                LeioNode where)
{
  LeioDifference *difference = g_new0 (LeioDifference, 1);
  LeioNode concerned = leio_diagrams_and (self->diagrams, self->cases, where);

  difference->treatment = g_strdup (treatment);
  difference->from = from;
  difference->to = to;
  difference->count
      = leio_diagrams_count (self->diagrams, concerned, 2, &difference->count_overflow);
  difference->share = leio_diagrams_share (self->diagrams, concerned, self->cases);
  difference->witness = leio_witness_find (self->diagrams, self->space, self->new_model->compiler,
                                           self->after->logic, self->possible, where);
  g_ptr_array_add (self->result->differences, difference);
}

static void
compare_treatment (Comparer *self, const char *treatment)
{
  LeioNode before = status_in (self->old_model, treatment);
  LeioNode after = status_in (self->new_model, treatment);

  for (guint from = 0; before != after && from < LEIO_N_STATUSES; from++)
    {
      LeioNode was = leio_diagrams_and (self->diagrams, self->possible,
                                        leio_diagrams_is_one_of (self->diagrams, before,
                                                                 1u << from));

      for (guint to = 0; was != LEIO_NODE_FALSE && to < LEIO_N_STATUSES; to++)
        {
          LeioNode where
              = leio_diagrams_and (self->diagrams, was,
                                   leio_diagrams_is_one_of (self->diagrams, after, 1u << to));

          if (from != to && where != LEIO_NODE_FALSE)
            add_difference (self, treatment, (LeioStatus) from, (LeioStatus) to, where);
        }
    }
}

static void
compare_treatments (Comparer *self)
{
  for (guint i = 0; i < self->after->treatments->len; i++)
    {
      const LeioTreatment *treatment = g_ptr_array_index (self->after->treatments, i);

      compare_treatment (self, treatment->id);
    }
  for (guint i = 0; i < self->before->treatments->len; i++)
    {
      const LeioTreatment *treatment = g_ptr_array_index (self->before->treatments, i);

      if (leio_knowledge_find_treatment (self->after, treatment->id) == NULL)
        compare_treatment (self, treatment->id);
    }
}

/* How many values a question has when those of both are put together. */
static guint
count_values (const LeioQuestion *before, const LeioQuestion *after)
{
  guint n_values = before->values->len;

  for (guint i = 0; i < after->values->len; i++)
    if (leio_question_find_value (before, leio_question_get_value (after, i)->id) < 0)
      n_values++;
  return n_values;
}

static gboolean
check_question (const LeioQuestion *before, const LeioQuestion *after, GError **error)
{
  if (before->kind != after->kind)
    g_set_error (error, LEIO_ERROR, LEIO_ERROR_KNOWLEDGE,
                 /* Translators: %s is the id of a question */
                 _ ("question %s has another kind in the second knowledge base: the two cannot be "
                    "compared"),
                 before->id);
  else if (g_strcmp0 (before->unit, after->unit) != 0)
    g_set_error (error, LEIO_ERROR, LEIO_ERROR_KNOWLEDGE,
                 /* Translators: %s is the id of a question */
                 _ ("question %s has another unit in the second knowledge base: the two cannot be "
                    "compared"),
                 before->id);
  else if (count_values (before, after) > LEIO_MAX_VALUES)
    g_set_error (error, LEIO_ERROR, LEIO_ERROR_LIMIT,
                 /* Translators: %1$s is the id of a question, %2$d a number of values */
                 _ ("question %1$s has more than %2$d values in the two knowledge bases together: "
                    "they cannot be compared"),
                 before->id, LEIO_MAX_VALUES);
  else
    return TRUE;
  return FALSE;
}

/* Questions meet by id; one that became another cannot meet itself. */
static gboolean
check_questions (const LeioKnowledge *before, const LeioKnowledge *after, GError **error)
{
  for (guint i = 0; i < leio_questionnaire_get_n_questions (before->logic->questionnaire); i++)
    {
      const LeioQuestion *old = leio_questionnaire_get_question (before->logic->questionnaire, i);
      const LeioQuestion *new = leio_questionnaire_find (after->logic->questionnaire, old->id);

      if (new != NULL && !check_question (old, new, error))
        return FALSE;
    }
  return TRUE;
}

LeioDifferences *
leio_differences_new (LeioKnowledge *before, LeioKnowledge *after, GError **error)
{
  g_auto (Comparer) self = { before, after, NULL, NULL, NULL, NULL, 0, 0, NULL };

  if (!check_questions (before, after, error))
    return NULL;
  self.result = g_new0 (LeioDifferences, 1);
  self.result->differences = g_ptr_array_new_with_free_func ((GDestroyNotify) difference_free);
  if (!prepare (&self, error))
    return NULL;
  compare_treatments (&self);
  if (leio_diagrams_is_full (self.diagrams))
    {
      g_set_error (error, LEIO_ERROR, LEIO_ERROR_LIMIT,
                   /* Translators: %d is a number */
                   _ ("the comparison needs more than the %d diagram nodes that are allowed"),
                   LEIO_ENGINE_NODE_LIMIT);
      return NULL;
    }
  return g_steal_pointer (&self.result);
}
