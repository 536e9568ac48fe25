/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the manager keeps its nodes: for the two files of the diagrams, and for
 * the engine's innermost loops.
 */
#pragma once

#include "leio-diagram.h"

G_BEGIN_DECLS

typedef struct
{
  guint16 variable;
  guint32 first_child; /* index into the children */
} LeioNodeRecord;

typedef struct
{
  /* all 0 is no entry: an if() on FALSE is never remembered */
  LeioNode condition, then, otherwise, result;
} LeioCacheEntry;

struct _LeioDiagrams
{
  guint n_variables;
  guint *arities;
  guint max_arity;
  guint node_limit;
  gboolean full;
  GArray *nodes;    /* LeioNodeRecord */
  GArray *children; /* LeioNode */
  LeioNode *table;  /* the unique table: open addressing, a power of two */
  guint table_size;
  LeioCacheEntry *cache;
};

int leio_compare_nodes (gconstpointer a, gconstpointer b);

static inline guint
leio_node_variable (const LeioDiagrams *self, LeioNode node)
{
  return ((const LeioNodeRecord *) (const void *) self->nodes->data)[node].variable;
}

static inline const LeioNode *
leio_node_children (const LeioDiagrams *self, LeioNode node)
{
  guint32 first = ((const LeioNodeRecord *) (const void *) self->nodes->data)[node].first_child;

  return (const LeioNode *) (const void *) self->children->data + first;
}

static inline guint
leio_node_arity (const LeioDiagrams *self, LeioNode node)
{
  return node < LEIO_N_TERMINALS ? 0 : self->arities[leio_node_variable (self, node)];
}

/* Where a walk that gives @variable the value stands then: @node itself where it does not ask. */
static inline LeioNode
leio_node_child_at (const LeioDiagrams *self, LeioNode node, guint variable, guint value)
{
  return leio_node_variable (self, node) == variable ? leio_node_children (self, node)[value]
                                                     : node;
}

static inline gboolean
leio_node_is_terminal (LeioNode node)
{
  return node < LEIO_N_TERMINALS;
}

G_END_DECLS
