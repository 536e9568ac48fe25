/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Walks over what remains, beside the limit.
 */
#include "config.h"

#include "leio-restricted-private.h"

#include <string.h>

/* Results */

/* Adds to @found the results of @node that the limit allows; ends as soon as there is nothing
 * new to find. */
static void
find_results (LeioRestricted *self, guint node, guint limit, guint64 *found)
{
  guint variable = MIN (leio_remain (self, node)->variable, leio_remain (self, limit)->variable);

  if (limit == LEIO_NODE_FALSE || (leio_remain (self, node)->mask & ~*found) == 0)
    return;
  if (!leio_restricted_overlap (self, node, limit))
    {
      *found |= leio_remain (self, node)->mask;
      return;
    }
  if (!leio_tuples_add (self->seen, (LeioTuple){ node, limit, 0, 0 }))
    return;
  for (guint i = 0; i < self->space->arities[variable]; i++)
    find_results (self, leio_remain_child (self, node, variable, i),
                  leio_remain_child (self, limit, variable, i), found);
}

/* Remembered: many functions of a case end in the same nodes. */
guint64
leio_restricted_get_results (LeioRestricted *self, guint node)
{
  LeioRemain *remain = &self->records[node];

  if (self->limit == LEIO_NODE_FALSE)
    return 0;
  if (leio_is_single_result (remain->mask) || !leio_restricted_overlap (self, node, self->limit))
    return remain->mask;
  if (remain->possible == 0)
    {
      leio_tuples_clear (self->seen);
      find_results (self, node, self->limit, &remain->possible);
    }
  return remain->possible;
}

/* Which questions matter */

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

static gboolean
find_difference (LeioRestricted *self, Twins twins, guint question)
{
  guint variable = top_variable (self, &twins);
  gboolean own;

  if (!can_differ (self, &twins, question))
    return FALSE;
  if (variable == G_MAXUINT16 || surely_differ (self, &twins))
    return TRUE;
  if (!leio_tuples_add (
          self->seen, (LeioTuple){ twins.node[0], twins.node[1], twins.limit[0], twins.limit[1] }))
    return FALSE;
  own = self->space->question_of[variable] == question;
  for (guint i = 0; i < self->space->arities[variable]; i++)
    for (guint k = own ? 0 : i; k < (own ? self->space->arities[variable] : i + 1); k++)
      if (find_difference (self, step_twins (self, &twins, variable, i, k), question))
        return TRUE;
  return FALSE;
}

static gboolean
matters (LeioRestricted *self, guint node, guint question)
{
  leio_tuples_clear (self->seen);
  return find_difference (self, (Twins){ { node, node }, { self->limit, self->limit } }, question);
}

void
leio_restricted_list_asked (const LeioRestricted *self, guint node, GArray *questions)
{
  for (guint i = 0; i < self->n_words; i++)
    for (guint64 left = leio_remain_questions (self, node)[i]; left != 0; left &= left - 1)
      {
        guint question = i * 64 + (guint) __builtin_ctzll (left);

        g_array_append_val (questions, question);
      }
}

static void
append_tested (LeioRestricted *self, guint node, GArray *questions)
{
  for (guint i = 0; i < self->space->questions->len; i++)
    if (leio_remain_asks (self, node, i) && matters (self, node, i))
      g_array_append_val (questions, i);
}

void
leio_restricted_depends (LeioRestricted *self, guint node, GArray *questions)
{
  guint before = questions->len;

  if (leio_is_single_result (leio_restricted_get_results (self, node)))
    return;
  if (!leio_restricted_overlap (self, node, self->limit))
    {
      leio_restricted_list_asked (self, node, questions);
      return;
    }
  append_tested (self, node, questions);
  if (questions->len == before)
    leio_restricted_list_asked (self, node, questions);
}

static gboolean
asks_below (LeioRestricted *self, guint node, guint variable)
{
  if (node < LEIO_N_TERMINALS || leio_remain (self, node)->variable > variable)
    return FALSE;
  if (leio_remain (self, node)->variable == variable)
    return TRUE;
  if (!leio_tuples_add (self->seen, (LeioTuple){ node, 0, 0, 0 }))
    return FALSE;
  for (guint i = 0; i < self->space->arities[leio_remain (self, node)->variable]; i++)
    if (asks_below (self, leio_remain_children (self, node)[i], variable))
      return TRUE;
  return FALSE;
}

gboolean
leio_restricted_asks (LeioRestricted *self, guint node, guint variable)
{
  leio_tuples_clear (self->seen);
  return asks_below (self, node, variable);
}
