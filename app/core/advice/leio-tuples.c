/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-tuples.h"

#include <string.h>

typedef struct
{
  LeioTuple tuple;
  guint32 stamp;
  guint32 value;
} Entry;

struct _LeioTuples
{
  Entry *entries;
  guint size; /* a power of two */
  guint length;
  guint32 stamp; /* entries of another stamp are empty */
};

LeioTuples *
leio_tuples_new (void)
{
  LeioTuples *self = g_new0 (LeioTuples, 1);

  self->size = 256;
  self->entries = g_new0 (Entry, self->size);
  self->stamp = 1;
  return self;
}

void
leio_tuples_reserve (LeioTuples *self, guint n)
{
  while (self->size < n * 2)
    self->size *= 2;
  g_free (self->entries);
  self->entries = g_new (Entry, self->size);
  memset (self->entries, 0, sizeof (Entry) * self->size);
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
  memset (self->entries, 0, sizeof (Entry) * self->size);
  self->stamp = 1;
}

static guint
hash_tuple (const LeioTuple *tuple)
{
  guint64 hash = ((guint64) tuple->a << 32 | tuple->b) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  hash ^= ((guint64) tuple->c << 32 | tuple->d) * G_GUINT64_CONSTANT (0xC2B2AE3D27D4EB4F);
  return (guint) (hash ^ (hash >> 32));
}

static Entry *
find_entry (LeioTuples *self, const LeioTuple *tuple)
{
  guint mask = self->size - 1;
  guint slot = hash_tuple (tuple) & mask;

  while (self->entries[slot].stamp == self->stamp &&
         memcmp (&self->entries[slot].tuple, tuple, sizeof *tuple) != 0)
    slot = (slot + 1) & mask;
  return &self->entries[slot];
}

static void
grow (LeioTuples *self)
{
  Entry *entries = self->entries;
  guint size = self->size;

  self->size *= 2;
  self->entries = g_new0 (Entry, self->size);
  for (guint i = 0; i < size; i++)
    if (entries[i].stamp == self->stamp)
      *find_entry (self, &entries[i].tuple) = entries[i];
  g_free (entries);
}

static void
put (LeioTuples *self, Entry *entry, LeioTuple tuple, guint32 value)
{
  *entry = (Entry){ tuple, self->stamp, value };
  if (++self->length * 2 > self->size)
    grow (self);
}

gboolean
leio_tuples_add (LeioTuples *self, LeioTuple tuple)
{
  Entry *entry = find_entry (self, &tuple);

  if (entry->stamp == self->stamp)
    return FALSE;
  put (self, entry, tuple, 0);
  return TRUE;
}

guint
leio_tuples_get_length (const LeioTuples *self)
{
  return self->length;
}

gboolean
leio_tuples_lookup (LeioTuples *self, LeioTuple tuple, guint32 *value)
{
  const Entry *entry = find_entry (self, &tuple);

  *value = entry->value;
  return entry->stamp == self->stamp;
}

void
leio_tuples_store (LeioTuples *self, LeioTuple tuple, guint32 value)
{
  Entry *entry = find_entry (self, &tuple);

  if (entry->stamp == self->stamp)
    entry->value = value;
  else
    put (self, entry, tuple, value);
}
