/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is left when one open question gets a value.
 *
 * Mostly the value settles nothing, and that is seen at once: to each result one
 * way down is kept, and two ways that do not meet the question stay open whatever
 * its value is. Else a walk turns to each result wherever it can; only where that
 * fails all is searched.
 */
#include "config.h"

#include "leio-restricted-private.h"

#include <string.h>

typedef struct
{
  LeioRestricted *self;
  guint question;
  guint first_variable;
  const int *values; /* one a variable of the question, from its first on */
  guint64 found;
} Setting;

static guint
skip_question (const Setting *setting, guint node)
{
  const LeioRestricted *self = setting->self;

  while (node >= LEIO_N_TERMINALS &&
         self->space->question_of[leio_remain (self, node)->variable] == setting->question)
    node = leio_remain_children (
        self, node)[setting->values[leio_remain (self, node)->variable - setting->first_variable]];
  return node;
}

/* Whether nothing bars a result that can be reached from here. */
static gboolean
is_free (const Setting *setting, guint node, guint limit)
{
  const LeioRestricted *self = setting->self;

  return !leio_remain_asks (self, node, setting->question) &&
         !leio_remain_asks (self, limit, setting->question) &&
         !leio_restricted_overlap (self, node, limit);
}

/* Stops when two results are found: more are not needed. */
static void
find_with (Setting *setting, guint node, guint limit)
{
  LeioRestricted *self = setting->self;
  guint variable;

  node = skip_question (setting, node);
  limit = skip_question (setting, limit);
  if (limit == LEIO_NODE_FALSE || !leio_is_single_result (setting->found) ||
      (leio_remain (self, node)->mask & ~setting->found) == 0)
    return;
  if (is_free (setting, node, limit))
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

/* Ways to each result */

static gboolean
is_off (const LeioRestricted *self, guint node, guint limit, guint64 result)
{
  return limit == LEIO_NODE_FALSE || (leio_remain (self, node)->mask & result) == 0;
}

static void
step_down (const LeioRestricted *self, LeioStop *stop, guint value)
{
  stop->node = leio_remain_child (self, stop->node, stop->variable, value);
  stop->limit = leio_remain_child (self, stop->limit, stop->variable, value);
  stop->variable =
      MIN (leio_remain (self, stop->node)->variable, leio_remain (self, stop->limit)->variable);
}

/* Goes on towards the result, to where the fewest questions are asked: short ways meet few
 * questions. Returns FALSE where the limit bars every value. */
static gboolean
turn_to (const LeioRestricted *self, LeioStop *stop, guint64 result)
{
  LeioStop best = *stop;
  guint fewest = G_MAXUINT;

  for (guint i = 0; i < self->space->arities[stop->variable]; i++)
    {
      LeioStop below = *stop;
      guint n_asked;

      step_down (self, &below, i);
      if (is_off (self, below.node, below.limit, result))
        continue;
      n_asked = (guint) leio_remain (self, below.node)->n_asked +
                leio_remain (self, below.limit)->n_asked;
      if (n_asked < fewest)
        {
          fewest = n_asked;
          best = below;
        }
    }
  *stop = best;
  return fewest != G_MAXUINT;
}

/* Leaves no way where the limit bars it. */
static void
add_way (LeioRestricted *self, guint node, guint64 result)
{
  LeioWay way = { result, self->stops->len };
  LeioStop stop = { node, self->limit,
                    MIN (leio_remain (self, node)->variable,
                         leio_remain (self, self->limit)->variable) };

  g_array_append_val (self->stops, stop);
  while (stop.variable != G_MAXUINT16 && turn_to (self, &stop, result))
    g_array_append_val (self->stops, stop);
  if (stop.variable == G_MAXUINT16)
    g_array_append_val (self->ways, way);
  else
    g_array_set_size (self->stops, way.first);
}

/* The index of the function's first way; the last is followed by one with no result. */
static guint
find_ways (LeioRestricted *self, guint node)
{
  const LeioTuple key = { node, 0, 0, 0 };
  const LeioWay end = { 0, 0 };
  guint32 first;

  if (leio_tuples_lookup (self->ways_of, key, &first))
    return first;
  first = self->ways->len;
  leio_tuples_store (self->ways_of, key, first);
  if (self->limit != LEIO_NODE_FALSE)
    for (guint64 left = leio_remain (self, node)->mask; left != 0; left &= left - 1)
      add_way (self, node, left & -left);
  g_array_append_val (self->ways, end);
  return first;
}

static const LeioWay *
get_ways (LeioRestricted *self, guint node)
{
  guint first = find_ways (self, node);

  return &g_array_index (self->ways, LeioWay, first);
}

/* Where the way stands before the first variable of a question. */
static const LeioStop *
stop_before (const LeioRestricted *self, const LeioWay *way, guint first_variable)
{
  const LeioStop *stop = &g_array_index (self->stops, LeioStop, way->first);

  while (stop->variable < first_variable)
    stop++;
  return stop;
}

/* The results to which a way leads that does not meet the question. */
static guint64
find_free (const LeioRestricted *self, const LeioWay *way, guint question, guint first_variable)
{
  guint64 free = 0;

  for (; way->result != 0; way++)
    {
      const LeioStop *stop = stop_before (self, way, first_variable);

      if (stop->variable == G_MAXUINT16 || self->space->question_of[stop->variable] != question)
        free |= way->result;
    }
  return free;
}

static void
skip_at (const Setting *setting, LeioStop *stop)
{
  const LeioRestricted *self = setting->self;

  stop->node = skip_question (setting, stop->node);
  stop->limit = skip_question (setting, stop->limit);
  stop->variable =
      MIN (leio_remain (self, stop->node)->variable, leio_remain (self, stop->limit)->variable);
}

/* Whether the way arrives though the question has its value. */
static gboolean
arrives (const Setting *setting, LeioStop stop, guint64 result)
{
  const LeioRestricted *self = setting->self;

  skip_at (setting, &stop);
  while (!is_off (self, stop.node, stop.limit, result))
    {
      if (is_free (setting, stop.node, stop.limit))
        return TRUE;
      if (!turn_to (self, &stop, result))
        return FALSE;
      skip_at (setting, &stop);
    }
  return FALSE;
}

static void
find_by_ways (Setting *setting, const LeioWay *way)
{
  for (; way->result != 0 && leio_is_single_result (setting->found); way++)
    if ((way->result & setting->found) == 0 &&
        arrives (setting, *stop_before (setting->self, way, setting->first_variable), way->result))
      setting->found |= way->result;
}

static guint64
results_with (
    LeioRestricted *self, guint node, guint question, guint first_variable, const int *values)
{
  Setting setting = { self, question, first_variable, values, 0 };

  find_by_ways (&setting, get_ways (self, node));
  if (!leio_is_single_result (setting.found))
    return setting.found;
  leio_tuples_clear (self->seen);
  find_with (&setting, node, self->limit);
  return setting.found;
}

guint64
leio_restricted_results_with (LeioRestricted *self, guint node, guint question, const int *values)
{
  const LeioSpaceQuestion *place = g_ptr_array_index (self->space->questions, question);

  return results_with (self, node, question, place->first_variable, values + place->first_variable);
}

/* Where the ways through function and limit stand after some variables of the question, how
 * many values lead there, and one of them. */
typedef struct
{
  GArray *nodes; /* guint */
  double weight;
  int *values; /* one a variable of the question */
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
step_front (LeioRestricted *self,
            GPtrArray *next,
            const Front *front,
            guint variable,
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
results_at (
    LeioRestricted *self, guint node, guint question, const Front *front, guint n_own, guint64 past)
{
  const LeioSpaceQuestion *place = g_ptr_array_index (self->space->questions, question);

  if (leio_restricted_overlap (self, node, self->limit))
    return results_with (self, node, question, place->first_variable, front->values);
  for (guint i = 0; i < n_own; i++)
    past |= leio_remain (self, g_array_index (front->nodes, guint, i))->mask;
  return past;
}

static double
share_of (double settled, double possible)
{
  return possible > 0 ? settled / possible : 0;
}

static double
share_of_values (LeioRestricted *self, guint node, guint question, guint variable)
{
  guint settled = 0, possible = 0;

  for (int value = 0; value < (int) self->space->arities[variable]; value++)
    {
      guint64 mask = results_with (self, node, question, variable, &value);

      possible += mask != 0;
      settled += mask != 0 && leio_is_single_result (mask);
    }
  return share_of (settled, possible);
}

static double
share_of_subsets (LeioRestricted *self, guint node, guint question)
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
      settled += mask != 0 && leio_is_single_result (mask) ? front->weight : 0;
    }
  return share_of (settled, possible);
}

gboolean
leio_restricted_can_settle (LeioRestricted *self, guint node, guint question)
{
  const LeioSpaceQuestion *place = g_ptr_array_index (self->space->questions, question);

  return leio_is_single_result (
      find_free (self, get_ways (self, node), question, place->first_variable));
}

double
leio_restricted_share_settled (LeioRestricted *self, guint node, guint question)
{
  const LeioSpaceQuestion *place = g_ptr_array_index (self->space->questions, question);

  if (!leio_restricted_can_settle (self, node, question))
    return 0;
  return place->n_variables == 1 ? share_of_values (self, node, question, place->first_variable)
                                 : share_of_subsets (self, node, question);
}
