/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For the two files of the restricted diagrams.
 */
#pragma once

#include "leio-diagram-private.h"
#include "leio-restricted.h"
#include "leio-tuples.h"

G_BEGIN_DECLS

typedef struct
{
  guint64 mask;         /* the results that can be reached, the limit aside */
  guint32 first_child;
  guint16 variable;
} LeioRemain;

struct _LeioRestricted
{
  const LeioSpace *space;
  const LeioDiagrams *diagrams;
  const int *values;
  guint limit;          /* own node */
  guint n_words;        /* of a set of questions */
  GArray *records;      /* LeioRemain */
  GArray *children;     /* guint */
  GArray *questions;    /* guint64: n_words a node, the questions below it */
  guint *table;
  guint table_size;
  guint *remains;       /* for each node of the diagrams what remains of it */
  guint32 *stamps;
  guint32 stamp;
  guint n_known;        /* length of the two */
  guint *pending;       /* a stack of children */
  guint pending_size;
  LeioTuples *seen;     /* of the walk under way */
};

static inline const LeioRemain *
leio_remain (const LeioRestricted *self, guint node)
{
  return &((const LeioRemain *) (const void *) self->records->data)[node];
}

static inline const guint *
leio_remain_children (const LeioRestricted *self, guint node)
{
  return (const guint *) (const void *) self->children->data +
         leio_remain (self, node)->first_child;
}

static inline const guint64 *
leio_remain_questions (const LeioRestricted *self, guint node)
{
  return (const guint64 *) (const void *) self->questions->data + (gsize) node * self->n_words;
}

static inline gboolean
leio_remain_asks (const LeioRestricted *self, guint node, guint question)
{
  return leio_remain_questions (self, node)[question / 64] >> question % 64 & 1;
}

static inline guint
leio_remain_child (const LeioRestricted *self, guint node, guint variable, guint value)
{
  return leio_remain (self, node)->variable == variable ? leio_remain_children (self, node)[value]
                                                        : node;
}

G_END_DECLS
