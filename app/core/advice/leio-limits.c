/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What impossible combinations can take away: which places in the diagram of
 * what is possible allow more than others, and which values are never the reason
 * that a case is impossible. The diagram is small, so that every pair of its
 * nodes is compared at most once, when first asked for.
 */
#include "config.h"

#include "leio-engine-private.h"

/* Of more nodes it is not remembered which implies which. */
#define MAX_LIMITS 512

enum
{
  UNKNOWN,
  IMPLIED,
  NOT_IMPLIED,
};

static guint
top_variable (const LeioEngine *self, LeioNode a, LeioNode b)
{
  return MIN (leio_node_variable (self->diagrams, a), leio_node_variable (self->diagrams, b));
}

static gboolean
compare (LeioEngine *self, LeioNode a, LeioNode b)
{
  guint variable = top_variable (self, a, b);

  for (guint i = 0; i < self->space->arities[variable]; i++)
    if (!leio_engine_implies (self, leio_node_child_at (self->diagrams, a, variable, i),
                              leio_node_child_at (self->diagrams, b, variable, i)))
      return FALSE;
  return TRUE;
}

gboolean
leio_engine_implies (LeioEngine *self, LeioNode a, LeioNode b)
{
  guint8 *known;

  if (a == b || a == LEIO_NODE_FALSE || b == LEIO_NODE_TRUE)
    return TRUE;
  if (a == LEIO_NODE_TRUE || b == LEIO_NODE_FALSE || self->implied == NULL)
    return FALSE;
  known = &self->implied[self->limit_numbers[a] * self->n_limits + self->limit_numbers[b]];
  if (*known == UNKNOWN)
    *known = compare (self, a, b) ? IMPLIED : NOT_IMPLIED;
  return *known == IMPLIED;
}

gboolean
leio_engine_is_harmless (const LeioEngine *self, guint variable, guint value)
{
  return value < 64 && (self->harmful[variable] >> value & 1) == 0;
}

static gboolean
is_harmful (LeioEngine *self, LeioNode node, guint value)
{
  const LeioNode *children = leio_node_children (self->diagrams, node);

  for (guint i = 0; i < leio_node_arity (self->diagrams, node); i++)
    if (!leio_engine_implies (self, children[i], children[value]))
      return TRUE;
  return FALSE;
}

static void
add_harmful (LeioEngine *self, LeioNode node)
{
  for (guint i = 0; i < MIN (leio_node_arity (self->diagrams, node), 64); i++)
    if (is_harmful (self, node, i))
      self->harmful[leio_node_variable (self->diagrams, node)] |= G_GUINT64_CONSTANT (1) << i;
}

static void
list_limits (LeioEngine *self, LeioNode node, GArray *nodes)
{
  if (leio_node_is_terminal (node) || !leio_tuples_add (self->seen, (LeioTuple){ node, 0, 0, 0 }))
    return;
  self->limit_numbers[node] = self->n_limits++;
  g_array_append_val (nodes, node);
  for (guint i = 0; i < leio_node_arity (self->diagrams, node); i++)
    list_limits (self, leio_node_children (self->diagrams, node)[i], nodes);
}

gsize
leio_engine_get_size_of_implied (const LeioEngine *self)
{
  return (gsize) self->n_limits * self->n_limits + 1;
}

void
leio_engine_prepare_limits (LeioEngine *self)
{
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (LeioNode));

  self->limit_numbers = g_new (guint, leio_diagrams_get_n_nodes (self->diagrams));
  self->harmful = g_new0 (guint64, self->space->n_variables + 1);
  leio_tuples_clear (self->seen);
  list_limits (self, self->possible, nodes);
  if (self->n_limits <= MAX_LIMITS)
    self->implied = g_malloc0 (leio_engine_get_size_of_implied (self));
  for (guint i = 0; i < nodes->len; i++)
    add_harmful (self, g_array_index (nodes, LeioNode, i));
}
