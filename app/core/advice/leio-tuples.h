/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A set of tuples of up to four numbers, emptied in constant time: what a walk
 * over several diagrams at once has seen already, and a number beside each. The
 * innermost loops of all walks ask it, so what they ask is here to be inlined.
 */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

typedef struct
{
  guint32 a, b, c, d;
} LeioTuple;

typedef struct
{
  LeioTuple tuple;
  guint32 stamp;
  guint32 value;
} LeioTupleEntry;

typedef struct
{
  LeioTupleEntry *entries;
  guint size;    /* a power of two, twice the length at least */
  guint length;
  guint32 stamp; /* entries of another stamp are empty */
} LeioTuples;

/* (transfer full): an empty set; it grows by itself and keeps its memory. */
LeioTuples *leio_tuples_new (void);
/* Makes room for @n tuples in an empty set, in memory that is written to already. */
void leio_tuples_reserve (LeioTuples *self, guint n);
void leio_tuples_free (LeioTuples *self); /* takes a set, or NULL */
/* Empties the set without touching its memory. */
void leio_tuples_clear (LeioTuples *self);

/* For the functions below: twice the room. */
void leio_tuples_grow (LeioTuples *self);

/* For the functions below: where the tuple is, or the empty entry where it belongs. */
static inline LeioTupleEntry *
leio_tuples_find (const LeioTuples *self, LeioTuple tuple)
{
  guint64 hash = ((guint64) tuple.a << 32 | tuple.b) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  guint mask = self->size - 1;
  guint slot;

  hash ^= ((guint64) tuple.c << 32 | tuple.d) * G_GUINT64_CONSTANT (0xC2B2AE3D27D4EB4F);
  slot = (guint) (hash ^ (hash >> 32)) & mask;
  while (self->entries[slot].stamp == self->stamp &&
         memcmp (&self->entries[slot].tuple, &tuple, sizeof tuple) != 0)
    slot = (slot + 1) & mask;
  return &self->entries[slot];
}

/* How many tuples are in it. */
static inline guint
leio_tuples_get_length (const LeioTuples *self)
{
  return self->length;
}

/* A number kept beside a tuple: FALSE where there is none. */
static inline gboolean
leio_tuples_lookup (const LeioTuples *self, LeioTuple tuple, guint32 *value)
{
  const LeioTupleEntry *entry = leio_tuples_find (self, tuple);

  *value = entry->value;
  return entry->stamp == self->stamp;
}

/* For the functions below. */
static inline void
leio_tuples_put (LeioTuples *self, LeioTupleEntry *empty, LeioTuple tuple, guint32 value)
{
  *empty = (LeioTupleEntry){ tuple, self->stamp, value };
  if (++self->length * 2 > self->size)
    leio_tuples_grow (self);
}

/* In place of the one that is there. */
static inline void
leio_tuples_store (LeioTuples *self, LeioTuple tuple, guint32 value)
{
  LeioTupleEntry *entry = leio_tuples_find (self, tuple);

  if (entry->stamp == self->stamp)
    entry->value = value;
  else
    leio_tuples_put (self, entry, tuple, value);
}

/* FALSE where it is in the set already. */
static inline gboolean
leio_tuples_add (LeioTuples *self, LeioTuple tuple)
{
  LeioTupleEntry *entry = leio_tuples_find (self, tuple);

  if (entry->stamp == self->stamp)
    return FALSE;
  leio_tuples_put (self, entry, tuple, 0);
  return TRUE;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioTuples, leio_tuples_free)

G_END_DECLS
