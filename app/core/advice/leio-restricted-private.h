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
  guint64 possible;     /* those that the limit allows, once they are known; else 0 */
  guint32 first_child;
  guint16 variable;
  guint16 n_asked;      /* questions below it */
} LeioRemain;

/* A place on a way, at the variable that is asked next. */
typedef struct
{
  guint node, limit;
  guint variable;
} LeioStop;

typedef struct
{
  guint64 result;
  guint first;          /* in stops; the last stop of a way is its end */
} LeioWay;

struct _LeioRestricted
{
  const LeioSpace *space;
  const LeioDiagrams *diagrams;
  const int *values;
  guint limit;          /* own node */
  guint n_words;        /* of a set of questions */
  LeioRemain *records;  /* n_nodes, of n_known; plain arrays, for each node is written once a
                         * case */
  guint *children;      /* n_children */
  guint64 *questions;   /* n_words a node, the questions below it */
  guint n_nodes, n_children;
  guint *table;         /* the nodes by what is in them; half empty at least */
  guint *slots;         /* n_nodes: where each node is in the table */
  guint table_size;     /* a power of two */
  guint *remains;       /* for each node of the diagrams what remains of it */
  guint32 *stamps;
  guint32 stamp;
  guint n_known;        /* length of the two, and the most nodes of a case */
  guint *pending;       /* a stack of children */
  guint pending_size;
  LeioTuples *seen;     /* of the walk under way */

  /* See leio-restricted-depends.c */
  LeioTuples *twins;    /* whether two completions differ, of the whole case */
  guint64 *found;       /* n_words, the questions of the walk under way */

  /* One way to each result of a function; see leio-restricted-share.c */
  LeioTuples *ways_of;  /* a function's first way + 1 */
  GArray *stops;        /* LeioStop: way after way */
  GArray *ways;         /* LeioWay: function after function, after each one with no result */
};

static inline const LeioRemain *
leio_remain (const LeioRestricted *self, guint node)
{
  return &self->records[node];
}

static inline const guint *
leio_remain_children (const LeioRestricted *self, guint node)
{
  return self->children + leio_remain (self, node)->first_child;
}

static inline const guint64 *
leio_remain_questions (const LeioRestricted *self, guint node)
{
  return self->questions + (gsize) node * self->n_words;
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

static inline gboolean
leio_restricted_overlap (const LeioRestricted *self, guint a, guint b)
{
  for (guint i = 0; i < self->n_words; i++)
    if (leio_remain_questions (self, a)[i] & leio_remain_questions (self, b)[i])
      return TRUE;
  return FALSE;
}

static inline void
leio_restricted_list_set (const LeioRestricted *self, const guint64 *words, GArray *questions)
{
  for (guint i = 0; i < self->n_words; i++)
    for (guint64 left = words[i]; left != 0; left &= left - 1)
      {
        guint question = i * 64 + (guint) __builtin_ctzll (left);

        g_array_append_val (questions, question);
      }
}

/* Of none too. */
static inline gboolean
leio_is_single_result (guint64 mask)
{
  return (mask & (mask - 1)) == 0;
}

G_END_DECLS
