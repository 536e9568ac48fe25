/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * On which questions a function depends, as far as the limit lets it.
 *
 * All questions of a function are found in one walk down the pairs of function and
 * limit, which ends as soon as nothing is left to find. Whether the question on top of
 * a pair decides is seen by walking two completions down together that differ in it
 * alone; what is seen there is remembered for the whole case, for most functions of a
 * case end in the same nodes.
 */
#include "config.h"

#include "leio-restricted-private.h"

#include <string.h>

/* Two completions that differ in one question alone, walked down together. */
typedef struct
{
  guint node[2];
  guint limit[2];
} Twins;

static guint
top_variable (const LeioRestricted *self, const Twins *twins)
{
  guint variable = G_MAXUINT16;

  for (guint i = 0; i < 2; i++)
    {
      variable = MIN (variable, leio_remain (self, twins->node[i])->variable);
      variable = MIN (variable, leio_remain (self, twins->limit[i])->variable);
    }
  return variable;
}

static Twins
step_twins (const LeioRestricted *self, const Twins *twins, guint variable, guint one, guint two)
{
  return (Twins){ { leio_remain_child (self, twins->node[0], variable, one),
                    leio_remain_child (self, twins->node[1], variable, two) },
                  { leio_remain_child (self, twins->limit[0], variable, one),
                    leio_remain_child (self, twins->limit[1], variable, two) } };
}

static gboolean
can_differ (const LeioRestricted *self, const Twins *twins, guint question)
{
  if (twins->limit[0] == LEIO_NODE_FALSE || twins->limit[1] == LEIO_NODE_FALSE)
    return FALSE;
  if (twins->node[0] == twins->node[1] && !leio_remain_asks (self, twins->node[0], question))
    return FALSE;
  return !leio_is_single_result (leio_remain (self, twins->node[0])->mask |
                                 leio_remain (self, twins->node[1])->mask);
}

/* Where the limit has nothing to say any more, two functions that are not the same differ. */
static gboolean
surely_differ (const LeioRestricted *self, const Twins *twins)
{
  return twins->limit[0] == twins->limit[1] &&
         !leio_restricted_overlap (self, twins->node[0], twins->limit[0]) &&
         !leio_restricted_overlap (self, twins->node[1], twins->limit[0]);
}

static gboolean find_difference (LeioRestricted *self, Twins twins, guint question);

/* @own: whether @variable is one of the question, where the two may have different values. */
static gboolean
find_difference_below (
    LeioRestricted *self, const Twins *twins, guint question, guint variable, gboolean own)
{
  guint arity = self->space->arities[variable];

  for (guint i = 0; i < arity; i++)
    for (guint k = own ? 0 : i; k < (own ? arity : i + 1); k++)
      if (find_difference (self, step_twins (self, twins, variable, i, k), question))
        return TRUE;
  return FALSE;
}

/* Below the variables of the question nothing depends on it any more, so what is remembered
 * there serves all questions. */
static gboolean
find_difference (LeioRestricted *self, Twins twins, guint question)
{
  guint variable = top_variable (self, &twins);
  LeioTuple key = { twins.node[0] * 2, twins.node[1], twins.limit[0], twins.limit[1] };
  gboolean own;
  guint32 differ;

  if (!can_differ (self, &twins, question))
    return FALSE;
  if (variable == G_MAXUINT16 || surely_differ (self, &twins))
    return TRUE;
  own = self->space->question_of[variable] == question;
  key.a += own;
  if (leio_tuples_lookup (self->twins, key, &differ))
    return differ;
  differ = find_difference_below (self, &twins, question, variable, own);
  leio_tuples_store (self->twins, key, differ);
  return differ;
}

/* Whether two values of @variable, the first of its question that is asked, lead to different
 * results. */
static gboolean
decides (LeioRestricted *self, guint node, guint limit, guint variable)
{
  const Twins twins = { { node, node }, { limit, limit } };
  guint arity = self->space->arities[variable];
  guint question = self->space->question_of[variable];

  for (guint i = 0; i < arity; i++)
    for (guint k = i + 1; k < arity; k++)
      if (find_difference (self, step_twins (self, &twins, variable, i, k), question))
        return TRUE;
  return FALSE;
}

/* The whole function */

static gboolean
holds_all (const LeioRestricted *self, const guint64 *questions)
{
  for (guint i = 0; i < self->n_words; i++)
    if (questions[i] & ~self->found[i])
      return FALSE;
  return TRUE;
}

static void
find_dependent (LeioRestricted *self, guint node, guint limit)
{
  const guint64 *asked = leio_remain_questions (self, node);
  guint variable, question;

  if (limit == LEIO_NODE_FALSE || holds_all (self, asked))
    return;
  if (!leio_restricted_overlap (self, node, limit))
    {
      for (guint i = 0; i < self->n_words; i++)
        self->found[i] |= asked[i];
      return;
    }
  if (!leio_tuples_add (self->seen, (LeioTuple){ node, limit, 0, 0 }))
    return;
  variable = MIN (leio_remain (self, node)->variable, leio_remain (self, limit)->variable);
  question = self->space->question_of[variable];
  for (guint i = 0; i < self->space->arities[variable]; i++)
    find_dependent (self, leio_remain_child (self, node, variable, i),
                    leio_remain_child (self, limit, variable, i));
  if (leio_remain_asks (self, node, question) &&
      !(self->found[question / 64] >> question % 64 & 1) && decides (self, node, limit, variable))
    self->found[question / 64] |= G_GUINT64_CONSTANT (1) << question % 64;
}

void
leio_restricted_depends (LeioRestricted *self, guint node, GArray *questions)
{
  guint before = questions->len;

  if (leio_is_single_result (leio_restricted_get_results (self, node)))
    return;
  memset (self->found, 0, sizeof (guint64) * self->n_words);
  leio_tuples_clear (self->seen);
  find_dependent (self, node, self->limit);
  leio_restricted_list_set (self, self->found, questions);
  if (questions->len == before)
    leio_restricted_list_asked (self, node, questions);
}
