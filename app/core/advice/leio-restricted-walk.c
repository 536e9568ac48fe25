/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Walks over what remains, beside the limit.
 */
#include "config.h"

#include "leio-restricted-private.h"

#include <string.h>

/* Results */

static gboolean
overlap (const LeioRestricted *self, guint a, guint b)
{
  for (guint i = 0; i < self->n_words; i++)
    if (leio_remain_questions (self, a)[i] & leio_remain_questions (self, b)[i])
      return TRUE;
  return FALSE;
}

static gboolean
is_single (guint64 mask)
{
  return (mask & (mask - 1)) == 0;
}

/* Adds to @found the results of @node that the limit allows; ends as soon as there is nothing
 * new to find. */
static void
find_results (LeioRestricted *self, guint node, guint limit, guint64 *found)
{
  guint variable = MIN (leio_remain (self, node)->variable, leio_remain (self, limit)->variable);

  if (limit == LEIO_NODE_FALSE || (leio_remain (self, node)->mask & ~*found) == 0)
    return;
  if (!overlap (self, node, limit))
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

static guint64
results_under (LeioRestricted *self, guint node, guint limit)
{
  guint64 mask = leio_remain (self, node)->mask;
  guint64 found = 0;

  if (limit == LEIO_NODE_FALSE)
    return 0;
  if (is_single (mask) || !overlap (self, node, limit))
    return mask;
  leio_tuples_clear (self->seen);
  find_results (self, node, limit, &found);
  return found;
}

guint64
leio_restricted_get_results (LeioRestricted *self, guint node)
{
  return results_under (self, node, self->limit);
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
  return !is_single (leio_remain (self, twins->node[0])->mask |
                     leio_remain (self, twins->node[1])->mask);
}

static gboolean
find_difference (LeioRestricted *self, Twins twins, guint question)
{
  guint variable = top_variable (self, &twins);
  gboolean own;

  if (!can_differ (self, &twins, question))
    return FALSE;
  if (variable == G_MAXUINT16)
    return TRUE;
  if (!leio_tuples_add (self->seen, (LeioTuple){ twins.node[0], twins.node[1], twins.limit[0],
                                                 twins.limit[1] }))
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
  for (guint i = 0; i < self->space->questions->len; i++)
    if (leio_remain_asks (self, node, i))
      g_array_append_val (questions, i);
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

  if (is_single (leio_restricted_get_results (self, node)))
    return;
  if (!overlap (self, node, self->limit))
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

/* Values of one question */

typedef struct
{
  LeioRestricted *self;
  guint question;
  const int *values;    /* for each variable of the question */
  guint64 found;
} Setting;

static guint
skip_question (const Setting *setting, guint node)
{
  const LeioRestricted *self = setting->self;

  while (node >= LEIO_N_TERMINALS &&
         self->space->question_of[leio_remain (self, node)->variable] == setting->question)
    node = leio_remain_children (self, node)[setting->values[leio_remain (self, node)->variable]];
  return node;
}

/* Stops when two results are found: more are not needed. */
static void
find_with (Setting *setting, guint node, guint limit)
{
  LeioRestricted *self = setting->self;
  gboolean asks;
  guint variable;

  node = skip_question (setting, node);
  limit = skip_question (setting, limit);
  if (limit == LEIO_NODE_FALSE || !is_single (setting->found) ||
      (leio_remain (self, node)->mask & ~setting->found) == 0)
    return;
  asks = leio_remain_asks (self, node, setting->question) ||
         leio_remain_asks (self, limit, setting->question);
  if (!asks && !overlap (self, node, limit))
    {
      setting->found |= leio_remain (self, node)->mask;
      return;
    }
  if (!leio_tuples_add (self->seen, (LeioTuple){ node, limit, 0, 0 }))
    return;
  variable = MIN (leio_remain (self, node)->variable, leio_remain (self, limit)->variable);
  for (guint i = 0; i < self->space->arities[variable]; i++)
    find_with (setting, leio_remain_child (self, node, variable, i),
               leio_remain_child (self, limit, variable, i));
}

guint64
leio_restricted_results_with (LeioRestricted *self, guint node, guint question, const int *values)
{
  Setting setting = { self, question, values, 0 };

  leio_tuples_clear (self->seen);
  find_with (&setting, node, self->limit);
  return setting.found;
}

/* Where the ways through function and limit stand after some variables of the question, how
 * many values lead there, and one of them. */
typedef struct
{
  GArray *nodes;        /* guint */
  double weight;
  int *values;          /* one a variable of the question */
} Front;

static void
front_free (Front *self)
{
  g_array_unref (self->nodes);
  g_free (self->values);
  g_free (self);
}

static GPtrArray *
new_fronts (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) front_free);
}

/* Takes @nodes and @values. */
static void
add_front (GPtrArray *fronts, GArray *nodes, double weight, int *values)
{
  Front *front = g_new (Front, 1);

  *front = (Front){ nodes, weight, values };
  for (guint i = 0; i < fronts->len; i++)
    {
      Front *other = g_ptr_array_index (fronts, i);

      if (memcmp (other->nodes->data, nodes->data, sizeof (guint) * nodes->len) != 0)
        continue;
      other->weight += weight;
      front_free (front);
      return;
    }
  g_ptr_array_add (fronts, front);
}

static void
step_front (LeioRestricted *self, GPtrArray *next, const Front *front, guint variable,
            const LeioSpaceQuestion *place)
{
  guint arity = self->space->arities[variable];

  for (guint k = 0; k < arity; k++)
    {
      GArray *nodes = g_array_sized_new (FALSE, FALSE, sizeof (guint), front->nodes->len);
      int *values = g_memdup2 (front->values, sizeof (int) * place->n_variables);

      values[variable - place->first_variable] = (int) k;
      for (guint i = 0; i < front->nodes->len; i++)
        {
          guint child =
              leio_remain_child (self, g_array_index (front->nodes, guint, i), variable, k);

          g_array_append_val (nodes, child);
        }
      add_front (next, nodes, front->weight / arity, values);
    }
}

static void
collect_entries (LeioRestricted *self, guint node, guint question, GArray *entries, guint64 *past)
{
  if (node >= LEIO_N_TERMINALS && leio_remain_asks (self, node, question))
    {
      guint variable = leio_remain (self, node)->variable;

      if (!leio_tuples_add (self->seen, (LeioTuple){ node, 0, 0, 0 }))
        return;
      if (self->space->question_of[variable] == question)
        g_array_append_val (entries, node);
      else
        for (guint i = 0; i < self->space->arities[variable]; i++)
          collect_entries (self, leio_remain_children (self, node)[i], question, entries, past);
    }
  else
    *past |= leio_remain (self, node)->mask;
}

/* @n_own: the entries that belong to the function, before those of the limit. */
static GPtrArray *
find_fronts (LeioRestricted *self, guint node, guint question, guint *n_own, guint64 *past)
{
  const LeioSpaceQuestion *place = g_ptr_array_index (self->space->questions, question);
  GPtrArray *fronts = new_fronts ();
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (guint));
  guint64 ignored = 0;

  leio_tuples_clear (self->seen);
  collect_entries (self, node, question, entries, past);
  *n_own = entries->len;
  collect_entries (self, self->limit, question, entries, &ignored);
  add_front (fronts, entries, 1, g_new0 (int, place->n_variables));
  for (guint i = 0; i < place->n_variables; i++)
    {
      GPtrArray *next = new_fronts ();

      for (guint k = 0; k < fronts->len; k++)
        step_front (self, next, g_ptr_array_index (fronts, k), place->first_variable + i, place);
      g_ptr_array_unref (fronts);
      fronts = next;
    }
  return fronts;
}

static guint64
results_at (LeioRestricted *self, guint node, guint question, const Front *front, guint n_own,
            guint64 past)
{
  const LeioSpaceQuestion *place = g_ptr_array_index (self->space->questions, question);
  g_autofree int *values = NULL;

  if (!overlap (self, node, self->limit))
    {
      for (guint i = 0; i < n_own; i++)
        past |= leio_remain (self, g_array_index (front->nodes, guint, i))->mask;
      return past;
    }
  values = g_new (int, self->space->n_variables + 1);
  memcpy (values + place->first_variable, front->values, sizeof (int) * place->n_variables);
  return leio_restricted_results_with (self, node, question, values);
}

double
leio_restricted_share_settled (LeioRestricted *self, guint node, guint question)
{
  guint64 past = 0;
  guint n_own;
  g_autoptr (GPtrArray) fronts = find_fronts (self, node, question, &n_own, &past);
  double settled = 0, possible = 0;

  for (guint i = 0; i < fronts->len; i++)
    {
      const Front *front = g_ptr_array_index (fronts, i);
      guint64 mask = results_at (self, node, question, front, n_own, past);

      possible += mask != 0 ? front->weight : 0;
      settled += mask != 0 && is_single (mask) ? front->weight : 0;
    }
  return possible > 0 ? settled / possible : 0;
}
