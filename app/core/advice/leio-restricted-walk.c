/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Walks over what remains, beside the limit.
 */
#include "config.h"

#include "leio-restricted-private.h"

#include <string.h>

/* Fixing */

typedef struct
{
  LeioRestricted *self;
  const int *values;
  GHashTable *memory;
} Fixing;

static guint fix_node (const Fixing *fixing, guint node);

static guint
fix_children (const Fixing *fixing, guint node)
{
  LeioRestricted *self = fixing->self;
  guint variable = leio_remain (self, node)->variable;
  guint arity = self->space->arities[variable];
  guint small[16];
  g_autofree guint *large = arity > G_N_ELEMENTS (small) ? g_new (guint, arity) : NULL;
  guint *children = large != NULL ? large : small;

  for (guint i = 0; i < arity; i++)
    children[i] = fix_node (fixing, leio_remain_children (self, node)[i]);
  return leio_restricted_make_node (self, variable, children);
}

static guint
fix_node (const Fixing *fixing, guint node)
{
  gpointer known;
  guint result;
  int value;

  if (node < LEIO_N_TERMINALS)
    return node;
  value = fixing->values[leio_remain (fixing->self, node)->variable];
  if (value >= 0)
    return fix_node (fixing, leio_remain_children (fixing->self, node)[value]);
  if (g_hash_table_lookup_extended (fixing->memory, GUINT_TO_POINTER (node), NULL, &known))
    return GPOINTER_TO_UINT (known);
  result = fix_children (fixing, node);
  g_hash_table_insert (fixing->memory, GUINT_TO_POINTER (node), GUINT_TO_POINTER (result));
  return result;
}

guint
leio_restricted_fix (LeioRestricted *self, guint node, const int *values)
{
  g_autoptr (GHashTable) memory = g_hash_table_new (NULL, NULL);

  return fix_node (&(Fixing){ self, values, memory }, node);
}

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

/* Adds to @found the results of @node that the limit allows; ends as soon as there is nothing new to find. */
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
can_differ (const LeioRestricted *self, const Twins *twins, guint last_variable, guint variable)
{
  if (twins->limit[0] == LEIO_NODE_FALSE || twins->limit[1] == LEIO_NODE_FALSE)
    return FALSE;
  if (twins->node[0] == twins->node[1] && variable > last_variable)
    return FALSE;
  return !is_single (leio_remain (self, twins->node[0])->mask |
                     leio_remain (self, twins->node[1])->mask);
}

static gboolean
find_difference (LeioRestricted *self, Twins twins, const LeioSpaceQuestion *question)
{
  guint last = question->first_variable + question->n_variables - 1;
  guint variable = top_variable (self, &twins);
  gboolean own;

  if (!can_differ (self, &twins, last, variable))
    return FALSE;
  if (variable == G_MAXUINT16)
    return TRUE;
  if (!leio_tuples_add (self->seen, (LeioTuple){ twins.node[0], twins.node[1], twins.limit[0],
                                                 twins.limit[1] }))
    return FALSE;
  own = variable >= question->first_variable && variable <= last;
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
  return find_difference (self, (Twins){ { node, node }, { self->limit, self->limit } },
                          g_ptr_array_index (self->space->questions, question));
}

/* One way on which the limit is kept. */
static void
find_sample (LeioRestricted *self)
{
  guint node = self->limit;

  if (self->has_sample)
    return;
  for (guint i = 0; i < self->space->n_variables; i++)
    self->sample[i] = -1;
  while (node >= LEIO_N_TERMINALS)
    {
      guint value = 0;

      while (leio_remain_children (self, node)[value] == LEIO_NODE_FALSE)
        value++;
      self->sample[leio_remain (self, node)->variable] = (int) value;
      node = leio_remain_children (self, node)[value];
    }
  self->has_sample = TRUE;
}

static void
append_all (LeioRestricted *self, guint node, GArray *questions)
{
  for (guint i = 0; i < self->space->questions->len; i++)
    if (leio_remain_asks (self, node, i))
      g_array_append_val (questions, i);
}

/* With the limit kept on one way, what the rest still asks for matters for sure; the others are tried. */
static void
append_tested (LeioRestricted *self, guint node, GArray *questions)
{
  guint fixed;

  find_sample (self);
  fixed = leio_restricted_fix (self, node, self->sample);
  for (guint i = 0; i < self->space->questions->len; i++)
    {
      gboolean sure = leio_remain_asks (self, fixed, i) && !leio_remain_asks (self, self->limit, i);

      if (leio_remain_asks (self, node, i) && (sure || matters (self, node, i)))
        g_array_append_val (questions, i);
    }
}

void
leio_restricted_depends (LeioRestricted *self, guint node, GArray *questions)
{
  guint before = questions->len;

  if (is_single (leio_restricted_get_results (self, node)))
    return;
  if (!overlap (self, node, self->limit))
    {
      append_all (self, node, questions);
      return;
    }
  append_tested (self, node, questions);
  if (questions->len == before)
    append_all (self, node, questions);
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

guint64
leio_restricted_results_with (LeioRestricted *self, guint node, guint question, const int *values)
{
  const LeioSpaceQuestion *place = g_ptr_array_index (self->space->questions, question);
  g_autofree int *fixed = g_new (int, self->space->n_variables + 1);

  memset (fixed, 0xff, sizeof (int) * (self->space->n_variables + 1));
  memcpy (fixed + place->first_variable, values + place->first_variable,
          sizeof (int) * place->n_variables);
  return results_under (self, leio_restricted_fix (self, node, fixed),
                        leio_restricted_fix (self, self->limit, fixed));
}

/* Where the ways through function and limit stand after some variables of the question, how many values lead
 * there, and one of them. */
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
          guint child = leio_remain_child (self, g_array_index (front->nodes, guint, i), variable, k);

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
