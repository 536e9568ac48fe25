/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-tuples.h"

LeioTuples *
leio_tuples_new (void)
{
  LeioTuples *self = g_new0 (LeioTuples, 1);

  self->size = 256;
  self->entries = g_new0 (LeioTupleEntry, self->size);
  self->stamp = 1;
  return self;
}

void
leio_tuples_reserve (LeioTuples *self, guint n)
{
  while (self->size < n * 2)
    self->size *= 2;
  g_free (self->entries);
  self->entries = g_new (LeioTupleEntry, self->size);
  memset (self->entries, 0, sizeof (LeioTupleEntry) * self->size);
}

void
leio_tuples_free (LeioTuples *self)
{
  if (self == NULL)
    return;
  g_free (self->entries);
  g_free (self);
}

void
leio_tuples_clear (LeioTuples *self)
{
  self->length = 0;
  if (++self->stamp != 0)
    return;
  memset (self->entries, 0, sizeof (LeioTupleEntry) * self->size);
  self->stamp = 1;
}

void
leio_tuples_grow (LeioTuples *self)
{
  LeioTupleEntry *entries = self->entries;
  guint size = self->size;

  self->size *= 2;
  self->entries = g_new0 (LeioTupleEntry, self->size);
  for (guint i = 0; i < size; i++)
    if (entries[i].stamp == self->stamp)
      *leio_tuples_find (self, entries[i].tuple) = entries[i];
  g_free (entries);
}
