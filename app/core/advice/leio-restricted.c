/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Making what remains. The walks over it are in leio-restricted-walk.c.
 */
#include "config.h"

#include "leio-restricted-private.h"

#include <string.h>

/* What remains of a diagram is no larger than the diagram. All of it is written to once, for the
 * kernel hands memory out page by page and takes its time, and the first case should not wait. */
static void
make_room (LeioRestricted *self)
{
  gsize n_children = 0;

  for (LeioNode node = LEIO_N_TERMINALS; node < self->n_known; node++)
    n_children += leio_node_arity (self->diagrams, node);
  for (self->table_size = 2; self->table_size < self->n_known * 2; self->table_size *= 2)
    ;
  self->table = g_new (guint, self->table_size);
  memset (self->table, 0xff, sizeof (guint) * self->table_size);
  self->slots = g_new (guint, self->n_known + 1);
  memset (self->slots, 0xff, sizeof (guint) * self->n_known);
  self->records = g_new (LeioRemain, self->n_known + 1);
  self->questions = g_new (guint64, (gsize) self->n_known * self->n_words + 1);
  self->children = g_new (guint, n_children + 1);
  memset (self->records, 0xff, sizeof (LeioRemain) * self->n_known);
  memset (self->questions, 0xff, sizeof (guint64) * self->n_known * self->n_words);
  memset (self->children, 0xff, sizeof (guint) * n_children);
  leio_tuples_reserve (self->twins, self->n_known / 2);
}

static void
add_terminals (LeioRestricted *self)
{
  self->n_nodes = LEIO_N_TERMINALS;
  self->n_children = 0;
  memset (self->questions, 0, sizeof (guint64) * LEIO_N_TERMINALS * self->n_words);
  for (guint i = 0; i < LEIO_N_TERMINALS; i++)
    self->records[i] =
        (LeioRemain){ i < LEIO_N_RESULTS ? G_GUINT64_CONSTANT (1) << i : 0, 0, 0, G_MAXUINT16, 0 };
}

LeioRestricted *
leio_restricted_new (const LeioSpace *space, const LeioDiagrams *diagrams)
{
  LeioRestricted *self = g_new0 (LeioRestricted, 1);

  self->space = space;
  self->diagrams = diagrams;
  self->n_words = (space->questions->len + 63) / 64;
  self->n_known = leio_diagrams_get_n_nodes (diagrams);
  self->remains = g_new (guint, self->n_known);
  self->stamps = g_new0 (guint32, self->n_known);
  self->seen = leio_tuples_new ();
  self->twins = leio_tuples_new ();
  self->found = g_new (guint64, self->n_words + 1);
  self->ways_of = leio_tuples_new ();
  self->stops = g_array_new (FALSE, FALSE, sizeof (LeioStop));
  self->ways = g_array_new (FALSE, FALSE, sizeof (LeioWay));
  make_room (self);
  return self;
}

void
leio_restricted_free (LeioRestricted *self)
{
  if (self == NULL)
    return;
  g_free (self->records);
  g_free (self->children);
  g_free (self->questions);
  g_free (self->table);
  g_free (self->slots);
  g_free (self->remains);
  g_free (self->stamps);
  g_free (self->pending);
  g_array_unref (self->stops);
  g_array_unref (self->ways);
  g_free (self->found);
  leio_tuples_free (self->ways_of);
  leio_tuples_free (self->seen);
  leio_tuples_free (self->twins);
  g_free (self);
}

/* What remains is known anew for each set of values. */
static void
next_stamp (LeioRestricted *self)
{
  if (++self->stamp != 0)
    return;
  memset (self->stamps, 0, sizeof (guint32) * self->n_known);
  self->stamp = 1;
}

static guint
hash_children (guint variable, const guint *children, guint arity)
{
  guint hash = variable * 0x9E3779B1u;

  for (guint i = 0; i < arity; i++)
    hash = (hash ^ children[i]) * 0x85EBCA6Bu, hash ^= hash >> 15;
  return hash;
}

static gboolean
is_node (const LeioRestricted *self, guint node, guint variable, const guint *children, guint arity)
{
  const guint *others = leio_remain_children (self, node);
  gboolean same = leio_remain (self, node)->variable == variable;

  for (guint i = 0; i < arity && same; i++)
    same = others[i] == children[i];
  return same;
}

/* What earlier cases left in the table is not of this one: Briggs and Torczon, An efficient
 * representation for sparse sets, 1993. */
static gboolean
is_taken (const LeioRestricted *self, guint slot)
{
  return self->table[slot] < self->n_nodes && self->slots[self->table[slot]] == slot;
}

static guint
find_slot (const LeioRestricted *self, guint variable, const guint *children)
{
  guint arity = self->space->arities[variable];
  guint slot = hash_children (variable, children, arity) & (self->table_size - 1);

  while (is_taken (self, slot) &&
         !is_node (self, self->table[slot], variable, children, arity))
    slot = (slot + 1) & (self->table_size - 1);
  return slot;
}

static guint
append_node (LeioRestricted *self, guint variable, const guint *children)
{
  guint arity = self->space->arities[variable];
  guint question = self->space->question_of[variable];
  guint node = self->n_nodes++;
  LeioRemain record = { 0, 0, self->n_children, (guint16) variable, 0 };
  guint64 *words;

  words = self->questions + (gsize) node * self->n_words;
  for (guint k = 0; k < self->n_words; k++)
    words[k] = 0;
  words[question / 64] |= G_GUINT64_CONSTANT (1) << question % 64;
  for (guint i = 0; i < arity; i++)
    {
      const guint64 *below = leio_remain_questions (self, children[i]);

      self->children[self->n_children++] = children[i];
      record.mask |= leio_remain (self, children[i])->mask;
      for (guint k = 0; k < self->n_words; k++)
        words[k] |= below[k];
    }
  for (guint k = 0; k < self->n_words; k++)
    record.n_asked += (guint16) __builtin_popcountll (words[k]);
  self->records[node] = record;
  return node;
}

static guint
make_node (LeioRestricted *self, guint variable, const guint *children)
{
  guint arity = self->space->arities[variable];
  gboolean same = TRUE;
  guint slot;

  for (guint i = 1; i < arity && same; i++)
    same = children[i] == children[0];
  if (same)
    return children[0];
  slot = find_slot (self, variable, children);
  if (!is_taken (self, slot))
    {
      self->slots[self->n_nodes] = slot;
      self->table[slot] = append_node (self, variable, children);
    }
  return self->table[slot];
}

static guint restrict_node (LeioRestricted *self, LeioNode node, guint depth);

static guint
restrict_children (LeioRestricted *self, LeioNode node, guint depth)
{
  guint arity = leio_node_arity (self->diagrams, node);

  if (depth + arity > self->pending_size)
    {
      self->pending_size = (depth + arity) * 2;
      self->pending = g_renew (guint, self->pending, self->pending_size);
    }
  for (guint i = 0; i < arity; i++)
    {
      guint child =
          restrict_node (self, leio_node_children (self->diagrams, node)[i], depth + arity);

      self->pending[depth + i] = child;
    }
  return make_node (self, leio_node_variable (self->diagrams, node), self->pending + depth);
}

/* @depth: where the stack of children is free. */
static guint
restrict_node (LeioRestricted *self, LeioNode node, guint depth)
{
  while (!leio_node_is_terminal (node))
    {
      int value = self->values[leio_node_variable (self->diagrams, node)];

      if (value < 0)
        break;
      node = leio_node_children (self->diagrams, node)[value];
    }
  if (leio_node_is_terminal (node))
    return node;
  if (self->stamps[node] != self->stamp)
    {
      self->remains[node] = restrict_children (self, node, depth);
      self->stamps[node] = self->stamp;
    }
  return self->remains[node];
}

guint
leio_restricted_add (LeioRestricted *self, LeioNode root)
{
  return restrict_node (self, root, 0);
}

void
leio_restricted_begin (LeioRestricted *self, const int *values, LeioNode possible)
{
  self->values = values;
  leio_tuples_clear (self->ways_of);
  g_array_set_size (self->stops, 0);
  g_array_set_size (self->ways, 0);
  leio_tuples_clear (self->twins);
  next_stamp (self);
  add_terminals (self);
  self->limit = leio_restricted_add (self, possible);
}

gboolean
leio_restricted_is_possible (const LeioRestricted *self)
{
  return self->limit != LEIO_NODE_FALSE;
}
