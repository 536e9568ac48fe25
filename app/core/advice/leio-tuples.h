/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A set of tuples of up to four numbers, emptied in constant time: what a walk
 * over several diagrams at once has seen already.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint32 a, b, c, d;
} LeioTuple;

typedef struct _LeioTuples LeioTuples;

/* (transfer full): an empty set; it grows by itself and keeps its memory. */
LeioTuples *leio_tuples_new (void);
/* Makes room for @n tuples in an empty set, in memory that is written to already. */
void leio_tuples_reserve (LeioTuples *self, guint n);
void leio_tuples_free (LeioTuples *self); /* takes a set, or NULL */
/* Empties the set without touching its memory. */
void leio_tuples_clear (LeioTuples *self);
/* How many tuples are in it. */
guint leio_tuples_get_length (const LeioTuples *self);
/* A number kept beside a tuple: FALSE where there is none. */
gboolean leio_tuples_lookup (LeioTuples *self, LeioTuple tuple, guint32 *value);
/* In place of the one that is there. */
void leio_tuples_store (LeioTuples *self, LeioTuple tuple, guint32 value);
/* FALSE where it is in the set already. */
gboolean leio_tuples_add (LeioTuples *self, LeioTuple tuple);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioTuples, leio_tuples_free)

G_END_DECLS
