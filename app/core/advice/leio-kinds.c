/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The values of a question that a treatment can tell apart. A set of eleven
 * drugs has 2,048 values, but a treatment that asks whether it is empty knows
 * two. The nodes at which the ways enter the question are followed value by
 * value; values that lead all of them to the same nodes are alike.
 */
#include "config.h"

#include "leio-engine-private.h"

#include <string.h>

typedef struct
{
  GArray *nodes;   /* LeioNode: where the ways stand */
  int *values;     /* of the question's variables so far */
} Kind;

static void
kind_free (Kind *self)
{
  g_array_unref (self->nodes);
  g_free (self->values);
  g_free (self);
}

static void
collect_entries (LeioEngine *self, LeioNode node, guint question, GArray *entries)
{
  guint variable = leio_node_variable (self->diagrams, node);

  if (leio_node_is_terminal (node) || self->space->question_of[variable] > question ||
      !leio_tuples_add (self->seen, (LeioTuple){ node, 0, 0, 0 }))
    return;
  if (self->space->question_of[variable] == question)
    g_array_append_val (entries, node);
  else
    for (guint i = 0; i < leio_node_arity (self->diagrams, node); i++)
      collect_entries (self, leio_node_children (self->diagrams, node)[i], question, entries);
}

static gboolean
is_known (const GPtrArray *kinds, const GArray *nodes)
{
  for (guint i = 0; i < kinds->len; i++)
    {
      const Kind *kind = g_ptr_array_index (kinds, i);

      if (memcmp (kind->nodes->data, nodes->data, sizeof (LeioNode) * nodes->len) == 0)
        return TRUE;
    }
  return FALSE;
}

static GArray *
step (LeioEngine *self, const GArray *nodes, guint variable, guint value)
{
  GArray *next = g_array_sized_new (FALSE, FALSE, sizeof (LeioNode), nodes->len);

  for (guint i = 0; i < nodes->len; i++)
    {
      LeioNode node = g_array_index (nodes, LeioNode, i);

      if (leio_node_variable (self->diagrams, node) == variable)
        node = leio_node_children (self->diagrams, node)[value];
      g_array_append_val (next, node);
    }
  return next;
}

static void
step_kind (LeioEngine *self, GPtrArray *next, const Kind *kind, const LeioSpaceQuestion *place,
           guint index)
{
  guint variable = place->first_variable + index;

  for (guint i = 0; i < self->space->arities[variable]; i++)
    {
      g_autoptr (GArray) nodes = step (self, kind->nodes, variable, i);
      Kind *added;

      if (is_known (next, nodes))
        continue;
      added = g_new (Kind, 1);
      added->nodes = g_steal_pointer (&nodes);
      added->values = g_memdup2 (kind->values, sizeof (int) * place->n_variables);
      added->values[index] = (int) i;
      g_ptr_array_add (next, added);
    }
}

static GPtrArray *
find_kinds (LeioEngine *self, guint treatment, const LeioSpaceQuestion *place)
{
  GPtrArray *kinds = g_ptr_array_new_with_free_func ((GDestroyNotify) kind_free);
  Kind *start = g_new (Kind, 1);
  guint question = self->space->question_of[place->first_variable];

  start->nodes = g_array_new (FALSE, FALSE, sizeof (LeioNode));
  start->values = g_new0 (int, place->n_variables);
  leio_tuples_clear (self->seen);
  collect_entries (self, self->model->statuses[treatment], question, start->nodes);
  collect_entries (self, self->possible, question, start->nodes);
  g_ptr_array_add (kinds, start);
  for (guint i = 0; i < place->n_variables; i++)
    {
      GPtrArray *next = g_ptr_array_new_with_free_func ((GDestroyNotify) kind_free);

      for (guint k = 0; k < kinds->len; k++)
        step_kind (self, next, g_ptr_array_index (kinds, k), place, i);
      g_ptr_array_unref (kinds);
      kinds = next;
    }
  return kinds;
}

static void
clear_values (GPtrArray *values)
{
  if (values != NULL)
    g_ptr_array_unref (values);
}

GPtrArray *
leio_engine_new_kinds (const LeioEngine *self)
{
  GPtrArray *kinds = g_ptr_array_new_with_free_func ((GDestroyNotify) clear_values);

  g_ptr_array_set_size (kinds, (int) (self->knowledge->treatments->len * self->n_questions));
  return kinds;
}

const GPtrArray *
leio_engine_get_kinds (LeioEngine *self, guint treatment, guint question)
{
  GPtrArray **slot
      = (GPtrArray **) &self->kinds->pdata[treatment * self->n_questions + question];

  if (*slot == NULL)
    {
      g_autoptr (GPtrArray) kinds
          = find_kinds (self, treatment, leio_engine_place (self, question));

      *slot = g_ptr_array_new_with_free_func (g_free);
      for (guint i = 0; i < kinds->len; i++)
        g_ptr_array_add (*slot, g_steal_pointer (&((Kind *) kinds->pdata[i])->values));
    }
  return *slot;
}
