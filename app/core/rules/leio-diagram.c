/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The manager: nodes, unique table, if-then-else. Walks that only read are in
 * leio-diagram-walk.c.
 */
#include "config.h"

#include "leio-diagram-private.h"

#include <string.h>

#define NO_NODE G_MAXUINT32
#define CACHE_BITS 13
#define CACHE_SIZE (1u << CACHE_BITS)
/* A node holds the index of its first child in 32 bits; this is a gigabyte of children. */
#define MAX_CHILDREN (1u << 28)

static guint32
mix (guint32 hash, guint32 value)
{
  hash ^= value;
  hash *= 0x9E3779B1u;
  return hash ^ (hash >> 15);
}

static guint32
hash_node (guint variable, const LeioNode *children, guint arity)
{
  guint32 hash = mix (0, variable);

  for (guint i = 0; i < arity; i++)
    hash = mix (hash, children[i]);
  return hash;
}

static void
add_terminals (LeioDiagrams *self)
{
  for (guint i = 0; i < LEIO_N_TERMINALS; i++)
    {
      LeioNodeRecord record = { G_MAXUINT16, 0 };

      g_array_append_val (self->nodes, record);
    }
}

static void
clear_table (LeioDiagrams *self, guint size)
{
  self->table_size = size;
  self->table = g_renew (LeioNode, self->table, size);
  memset (self->table, 0xff, sizeof (LeioNode) * size);
}

/**
 * leio_diagrams_new:
 * @arities: for each variable, in the order of the diagrams, its number of values (1 to 64000)
 * @n_variables: their number, below 65535
 * @node_limit: the most nodes, terminals included
 *
 * Returns: (transfer full): an empty manager
 */
LeioDiagrams *
leio_diagrams_new (const guint *arities, guint n_variables, guint node_limit)
{
  LeioDiagrams *self = g_new0 (LeioDiagrams, 1);

  self->n_variables = n_variables;
  self->arities = g_memdup2 (arities, sizeof (guint) * n_variables);
  self->node_limit = MAX (node_limit, LEIO_N_TERMINALS);
  self->nodes = g_array_sized_new (FALSE, FALSE, sizeof (LeioNodeRecord), 1u << 15);
  self->children = g_array_sized_new (FALSE, FALSE, sizeof (LeioNode), 1u << 17);
  self->cache = g_new0 (LeioCacheEntry, CACHE_SIZE);
  add_terminals (self);
  clear_table (self, 1u << 15);
  return self;
}

/**
 * leio_diagrams_free:
 * @self: (nullable) (transfer full): a manager; every node of it is void afterwards
 */
void
leio_diagrams_free (LeioDiagrams *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->nodes);
  g_array_unref (self->children);
  g_free (self->arities);
  g_free (self->table);
  g_free (self->cache);
  g_free (self);
}

gboolean
leio_diagrams_is_full (const LeioDiagrams *self)
{
  return self->full;
}

guint
leio_diagrams_get_n_nodes (const LeioDiagrams *self)
{
  return self->nodes->len;
}

guint
leio_diagrams_get_n_variables (const LeioDiagrams *self)
{
  return self->n_variables;
}

guint
leio_diagrams_get_arity (const LeioDiagrams *self, guint variable)
{
  return self->arities[variable];
}

guint
leio_diagrams_get_variable (const LeioDiagrams *self, LeioNode node)
{
  return leio_node_variable (self, node);
}

const LeioNode *
leio_diagrams_get_children (const LeioDiagrams *self, LeioNode node)
{
  return leio_node_children (self, node);
}

static gboolean
same_node (const LeioDiagrams *self, LeioNode node, guint variable, const LeioNode *children)
{
  return leio_node_variable (self, node) == variable &&
         memcmp (leio_node_children (self, node), children,
                 sizeof (LeioNode) * self->arities[variable]) == 0;
}

/* The slot where the node is, or where it belongs. */
static guint
find_slot (const LeioDiagrams *self, guint variable, const LeioNode *children)
{
  guint mask = self->table_size - 1;
  guint slot = hash_node (variable, children, self->arities[variable]) & mask;

  while (self->table[slot] != NO_NODE && !same_node (self, self->table[slot], variable, children))
    slot = (slot + 1) & mask;
  return slot;
}

static void
insert_all (LeioDiagrams *self)
{
  for (LeioNode node = LEIO_N_TERMINALS; node < self->nodes->len; node++)
    {
      guint slot =
          find_slot (self, leio_node_variable (self, node), leio_node_children (self, node));

      self->table[slot] = node;
    }
}

static void
grow_table (LeioDiagrams *self)
{
  clear_table (self, self->table_size * 2);
  insert_all (self);
}

static LeioNode
append_node (LeioDiagrams *self, guint variable, const LeioNode *children)
{
  LeioNodeRecord record = { (guint16) variable, self->children->len };

  g_array_append_vals (self->children, children, self->arities[variable]);
  g_array_append_val (self->nodes, record);
  return self->nodes->len - 1;
}

static gboolean
all_same (const LeioNode *children, guint arity)
{
  for (guint i = 1; i < arity; i++)
    if (children[i] != children[0])
      return FALSE;
  return TRUE;
}

/**
 * leio_diagrams_node:
 * @self: the manager
 * @variable: the variable that the node asks for
 * @children: one node a value, as many as the arity, each below @variable in the order
 *
 * Reduces on the way: children that are all the same are the result themselves, and a node that is
 * there is found again. Cost: the arity, on average.
 *
 * Returns: the one node of that function; LEIO_NODE_FALSE where the manager is full
 */
LeioNode
leio_diagrams_node (LeioDiagrams *self, guint variable, const LeioNode *children)
{
  guint slot;

  if (all_same (children, self->arities[variable]))
    return children[0];
  slot = find_slot (self, variable, children);
  if (self->table[slot] != NO_NODE)
    return self->table[slot];
  if (self->full || self->nodes->len >= self->node_limit || self->children->len >= MAX_CHILDREN)
    {
      self->full = TRUE;
      return LEIO_NODE_FALSE;
    }
  self->table[slot] = append_node (self, variable, children);
  if (self->nodes->len * 2 > self->table_size)
    {
      grow_table (self);
      return self->nodes->len - 1;
    }
  return self->table[slot];
}

/**
 * leio_diagrams_literal:
 * @self: the manager
 * @variable: a variable
 * @values: bit v = the literal is TRUE for value v of @variable; a variable with
 *   more than 64 values takes leio_diagrams_node()
 *
 * Returns: the function of @variable alone that is TRUE for @values and FALSE elsewhere
 */
LeioNode
leio_diagrams_literal (LeioDiagrams *self, guint variable, guint64 values)
{
  guint arity = self->arities[variable];
  g_autofree LeioNode *children = g_new (LeioNode, arity);

  for (guint i = 0; i < arity; i++)
    children[i] = i < 64 && (values >> i & 1) ? LEIO_NODE_TRUE : LEIO_NODE_FALSE;
  return leio_diagrams_node (self, variable, children);
}

static LeioNode
if_below (LeioDiagrams *self, guint variable, LeioNode condition, LeioNode then, LeioNode otherwise)
{
  guint arity = self->arities[variable];
  LeioNode small[16];
  g_autofree LeioNode *large = arity > G_N_ELEMENTS (small) ? g_new (LeioNode, arity) : NULL;
  LeioNode *children = large != NULL ? large : small;

  for (guint i = 0; i < arity; i++)
    children[i] = leio_diagrams_if (self, leio_node_child_at (self, condition, variable, i),
                                    leio_node_child_at (self, then, variable, i),
                                    leio_node_child_at (self, otherwise, variable, i));
  return leio_diagrams_node (self, variable, children);
}

/**
 * leio_diagrams_if:
 * @self: the manager
 * @condition: a function with the results TRUE and FALSE
 * @then: a function with any results
 * @otherwise: a function with any results
 *
 * The function that is @then where @condition is TRUE, and @otherwise elsewhere: the operator "ite"
 * of Brace, Rudell and Bryant (1990) with many values a node. Recursion is as deep as there are
 * variables.
 *
 * Returns: the function; LEIO_NODE_FALSE where the manager is full
 */
LeioNode
leio_diagrams_if (LeioDiagrams *self, LeioNode condition, LeioNode then, LeioNode otherwise)
{
  LeioCacheEntry *entry;
  LeioNode result;
  guint variable;

  if (condition == LEIO_NODE_TRUE || then == otherwise)
    return then;
  if (condition == LEIO_NODE_FALSE)
    return otherwise;
  if (then == LEIO_NODE_TRUE && otherwise == LEIO_NODE_FALSE)
    return condition;
  if (self->full)
    return LEIO_NODE_FALSE;

  entry = &self->cache[mix (mix (mix (0, condition), then), otherwise) & (CACHE_SIZE - 1)];
  if (entry->condition == condition && entry->then == then && entry->otherwise == otherwise)
    return entry->result;

  variable = MIN (leio_node_variable (self, condition),
                  MIN (leio_node_variable (self, then), leio_node_variable (self, otherwise)));
  result = if_below (self, variable, condition, then, otherwise);
  *entry = (LeioCacheEntry){ condition, then, otherwise, result };
  return result;
}

/**
 * leio_diagrams_and:
 * @self: the manager
 * @a: a function with the results TRUE and FALSE
 * @b: a function; only where @a is TRUE does it matter, so its results can be any
 *
 * Returns: @b where @a is TRUE, else FALSE
 */
LeioNode
leio_diagrams_and (LeioDiagrams *self, LeioNode a, LeioNode b)
{
  return leio_diagrams_if (self, a, b, LEIO_NODE_FALSE);
}

/**
 * leio_diagrams_or:
 * @self: the manager
 * @a: a function with the results TRUE and FALSE
 * @b: a function; only where @a is FALSE does it matter
 *
 * Returns: TRUE where @a is TRUE, else @b
 */
LeioNode
leio_diagrams_or (LeioDiagrams *self, LeioNode a, LeioNode b)
{
  return leio_diagrams_if (self, a, LEIO_NODE_TRUE, b);
}

/**
 * leio_diagrams_not:
 * @self: the manager
 * @a: a function with the results TRUE and FALSE
 *
 * Costs as much as leio_diagrams_if(), for there are no complement edges.
 *
 * Returns: FALSE where @a is TRUE, and TRUE elsewhere
 */
LeioNode
leio_diagrams_not (LeioDiagrams *self, LeioNode a)
{
  return leio_diagrams_if (self, a, LEIO_NODE_FALSE, LEIO_NODE_TRUE);
}

/* Marks what the roots reach; children have smaller numbers, so one loop downwards is enough. */
static guint8 *
mark_live (const LeioDiagrams *self, const LeioNode *roots, guint n_roots)
{
  guint8 *live = g_malloc0 (self->nodes->len);

  for (guint i = 0; i < n_roots; i++)
    live[roots[i]] = TRUE;
  for (LeioNode node = self->nodes->len; node-- > LEIO_N_TERMINALS;)
    if (live[node])
      for (guint i = 0; i < leio_node_arity (self, node); i++)
        live[leio_node_children (self, node)[i]] = TRUE;
  return live;
}

/**
 * leio_diagrams_count_dead:
 * @self: the manager
 * @roots: (array length=n_roots): what is in use
 * @n_roots: their number
 *
 * Cost: one loop over all nodes.
 *
 * Returns: how many nodes none of the roots reaches
 */
guint
leio_diagrams_count_dead (const LeioDiagrams *self, const LeioNode *roots, guint n_roots)
{
  g_autofree guint8 *live = mark_live (self, roots, n_roots);
  guint n_dead = 0;

  for (LeioNode node = LEIO_N_TERMINALS; node < self->nodes->len; node++)
    n_dead += !live[node];
  return n_dead;
}

typedef struct
{
  GArray *nodes;    /* LeioNodeRecord: those before */
  GArray *children; /* LeioNode: those before */
  LeioNode *moved;  /* for each node before where it went, or 0 */
} LeioMove;

/* After its children: what is below a root lies together. As deep as there are variables. */
static LeioNode
move_node (LeioDiagrams *self, const LeioMove *move, LeioNode node)
{
  LeioNodeRecord record = g_array_index (move->nodes, LeioNodeRecord, node);
  const LeioNode *children = &g_array_index (move->children, LeioNode, record.first_child);
  g_autofree LeioNode *moved = NULL;

  if (leio_node_is_terminal (node))
    return node;
  if (move->moved[node] != 0)
    return move->moved[node];

  moved = g_new (LeioNode, self->arities[record.variable]);
  for (guint i = 0; i < self->arities[record.variable]; i++)
    moved[i] = move_node (self, move, children[i]);
  return move->moved[node] = append_node (self, record.variable, moved);
}

static void
move_live (LeioDiagrams *self, LeioNode **roots, guint n_roots)
{
  g_autoptr (GArray) nodes = g_steal_pointer (&self->nodes);
  g_autoptr (GArray) children = g_steal_pointer (&self->children);
  g_autofree LeioNode *moved = g_new0 (LeioNode, nodes->len);
  LeioMove move = { nodes, children, moved };

  self->nodes = g_array_new (FALSE, FALSE, sizeof (LeioNodeRecord));
  self->children = g_array_new (FALSE, FALSE, sizeof (LeioNode));
  add_terminals (self);
  for (guint i = 0; i < n_roots; i++)
    *roots[i] = move_node (self, &move, *roots[i]);
}

static guint
largest_arity (const LeioDiagrams *self)
{
  guint largest = 0;

  for (guint i = 0; i < self->n_variables; i++)
    largest = MAX (largest, self->arities[i]);
  return largest;
}

/**
 * leio_diagrams_collect:
 * @self: the manager
 * @roots: (array length=n_roots): where the nodes stand that are in use; each is rewritten
 * @n_roots: their number
 *
 * Drops every node that no root reaches and renumbers the rest: what the first root reaches comes
 * first, then what the second reaches beside it, and so on, for a walk over what lies together is
 * faster. Every node that is remembered elsewhere is void afterwards. A manager that is full stays
 * full, for its results may be wrong. Cost: each node that stays once.
 */
void
leio_diagrams_collect (LeioDiagrams *self, LeioNode **roots, guint n_roots)
{
  self->max_arity = largest_arity (self);
  move_live (self, roots, n_roots);
  memset (self->cache, 0, sizeof (LeioCacheEntry) * CACHE_SIZE);
  clear_table (self, self->table_size);
  insert_all (self);
}
