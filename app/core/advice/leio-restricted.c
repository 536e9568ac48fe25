/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-restricted.h"

#include "leio-diagram-private.h"

#include <string.h>

#define NO_NODE G_MAXUINT32

typedef struct
{
  guint64 mask;
  guint32 first_child;
  guint16 variable;
  guint16 tainted;     /* INVALID can be reached */
} Record;

struct _LeioRestricted
{
  const LeioSpace *space;
  const LeioDiagrams *diagrams;
  const int *values;
  guint n_words;       /* of a set of questions */
  GArray *records;     /* Record */
  GArray *children;    /* guint */
  GArray *questions;   /* guint64: n_words a node, the questions below it */
  guint *table;
  guint table_size;
  guint *remains;      /* for each node of the diagrams what remains of it */
  guint32 *stamps;
  guint32 stamp;
  guint n_known;       /* length of the two */
  guint *pending;      /* scratch: a stack of children */
  guint pending_size;
  guint32 *seen;       /* scratch for walks: for each own node */
  guint32 seen_stamp;
  guint n_seen;
};

static Record *
get_record (const LeioRestricted *self, guint node)
{
  return &g_array_index (self->records, Record, node);
}

static guint64 *
get_words (const LeioRestricted *self, guint node)
{
  return &g_array_index (self->questions, guint64, (gsize) node *self->n_words);
}

static void
clear_table (LeioRestricted *self, guint size)
{
  if (size != self->table_size)
    self->table = g_renew (guint, self->table, size);
  self->table_size = size;
  memset (self->table, 0xff, sizeof (guint) * size);
}

static void
add_terminals (LeioRestricted *self)
{
  g_array_set_size (self->records, LEIO_N_TERMINALS);
  g_array_set_size (self->questions, LEIO_N_TERMINALS * self->n_words);
  memset (self->questions->data, 0, sizeof (guint64) * LEIO_N_TERMINALS * self->n_words);
  for (guint i = 0; i < LEIO_N_TERMINALS; i++)
    *get_record (self, i) = (Record){ i < LEIO_N_RESULTS ? G_GUINT64_CONSTANT (1) << i : 0, 0,
                                      G_MAXUINT16, i == LEIO_NODE_INVALID };
}

LeioRestricted *
leio_restricted_new (const LeioSpace *space, const LeioDiagrams *diagrams)
{
  LeioRestricted *self = g_new0 (LeioRestricted, 1);

  self->space = space;
  self->diagrams = diagrams;
  self->n_words = (space->questions->len + 63) / 64;
  self->records = g_array_new (FALSE, FALSE, sizeof (Record));
  self->children = g_array_new (FALSE, FALSE, sizeof (guint));
  self->questions = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->n_known = leio_diagrams_get_n_nodes (diagrams);
  self->remains = g_new (guint, self->n_known);
  self->stamps = g_new0 (guint32, self->n_known);
  clear_table (self, 2048);
  return self;
}

void
leio_restricted_free (LeioRestricted *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->records);
  g_array_unref (self->children);
  g_array_unref (self->questions);
  g_free (self->table);
  g_free (self->remains);
  g_free (self->stamps);
  g_free (self->pending);
  g_free (self->seen);
  g_free (self);
}

void
leio_restricted_begin (LeioRestricted *self, const int *values)
{
  self->values = values;
  if (++self->stamp == 0)
    {
      memset (self->stamps, 0, sizeof (guint32) * self->n_known);
      self->stamp = 1;
    }
  add_terminals (self);
  g_array_set_size (self->children, 0);
  clear_table (self, self->table_size);
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
  const Record *record = get_record (self, node);

  return record->variable == variable &&
         memcmp (&g_array_index (self->children, guint, record->first_child), children,
                 sizeof (guint) * arity) == 0;
}

static guint
find_slot (const LeioRestricted *self, guint variable, const guint *children)
{
  guint arity = self->space->arities[variable];
  guint slot = hash_children (variable, children, arity) & (self->table_size - 1);

  while (self->table[slot] != NO_NODE &&
         !is_node (self, self->table[slot], variable, children, arity))
    slot = (slot + 1) & (self->table_size - 1);
  return slot;
}

static void
grow_table (LeioRestricted *self)
{
  clear_table (self, self->table_size * 2);
  for (guint node = LEIO_N_TERMINALS; node < self->records->len; node++)
    {
      const Record *record = get_record (self, node);

      self->table[find_slot (self, record->variable,
                             &g_array_index (self->children, guint, record->first_child))]
          = node;
    }
}

static guint
append_node (LeioRestricted *self, guint variable, const guint *children)
{
  guint arity = self->space->arities[variable];
  guint question = self->space->question_of[variable];
  guint node = self->records->len;
  Record record = { 0, self->children->len, (guint16) variable, 0 };

  g_array_append_vals (self->children, children, arity);
  g_array_set_size (self->questions, (node + 1) * self->n_words);
  memset (get_words (self, node), 0, sizeof (guint64) * self->n_words);
  get_words (self, node)[question / 64] |= G_GUINT64_CONSTANT (1) << question % 64;
  for (guint i = 0; i < arity; i++)
    {
      const Record *child = get_record (self, children[i]);

      record.mask |= child->mask;
      record.tainted |= child->tainted;
      for (guint k = 0; k < self->n_words; k++)
        get_words (self, node)[k] |= get_words (self, children[i])[k];
    }
  g_array_append_val (self->records, record);
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
  if (self->table[slot] != NO_NODE)
    return self->table[slot];
  self->table[slot] = append_node (self, variable, children);
  slot = self->table[slot];
  if (self->records->len * 2 > self->table_size)
    grow_table (self);
  return slot;
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
      guint child = restrict_node (self, leio_node_children (self->diagrams, node)[i],
                                   depth + arity);

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

guint64
leio_restricted_get_mask (const LeioRestricted *self, guint node)
{
  return get_record (self, node)->mask;
}

guint
leio_restricted_get_variable (const LeioRestricted *self, guint node)
{
  return get_record (self, node)->variable;
}

const guint *
leio_restricted_get_children (const LeioRestricted *self, guint node)
{
  return &g_array_index (self->children, guint, get_record (self, node)->first_child);
}

guint
leio_restricted_get_arity (const LeioRestricted *self, guint node)
{
  return node < LEIO_N_TERMINALS ? 0 : self->space->arities[get_record (self, node)->variable];
}

static guint
question_of (const LeioRestricted *self, guint node)
{
  return node < LEIO_N_TERMINALS ? G_MAXUINT
                                 : self->space->question_of[get_record (self, node)->variable];
}

static void
begin_walk (LeioRestricted *self)
{
  if (self->n_seen < self->records->len)
    {
      self->seen = g_renew (guint32, self->seen, self->records->len);
      memset (self->seen + self->n_seen, 0, sizeof (guint32) * (self->records->len - self->n_seen));
      self->n_seen = self->records->len;
    }
  if (++self->seen_stamp == 0)
    {
      memset (self->seen, 0, sizeof (guint32) * self->n_seen);
      self->seen_stamp = 1;
    }
}

static gboolean
see (LeioRestricted *self, guint node)
{
  gboolean first = self->seen[node] != self->seen_stamp;

  self->seen[node] = self->seen_stamp;
  return first;
}

static void
collect_entries (LeioRestricted *self, guint node, guint question, GArray *entries, guint64 *past)
{
  if (!see (self, node))
    return;
  if (question_of (self, node) == question)
    {
      g_array_append_val (entries, node);
      return;
    }
  if ((get_words (self, node)[question / 64] >> question % 64 & 1) == 0)
    {
      *past |= get_record (self, node)->mask;
      return;
    }
  for (guint i = 0; i < leio_restricted_get_arity (self, node); i++)
    collect_entries (self, leio_restricted_get_children (self, node)[i], question, entries, past);
}

void
leio_restricted_entries (LeioRestricted *self, guint root, guint question, GArray *entries,
                         guint64 *past)
{
  begin_walk (self);
  *past = 0;
  collect_entries (self, root, question, entries, past);
}

/* The nodes that follow the question on the ways from @node. */
static void
collect_exits (LeioRestricted *self, guint node, guint question, GArray *exits)
{
  if (!see (self, node))
    return;
  if (question_of (self, node) != question)
    {
      g_array_append_val (exits, node);
      return;
    }
  for (guint i = 0; i < leio_restricted_get_arity (self, node); i++)
    collect_exits (self, leio_restricted_get_children (self, node)[i], question, exits);
}

static guint
child_at (const LeioRestricted *self, guint node, guint variable, guint value)
{
  return get_record (self, node)->variable == variable
             ? leio_restricted_get_children (self, node)[value]
             : node;
}

/* Whether two functions give different results, both possible, to the same answers. */
static gboolean
differ (LeioRestricted *self, guint a, guint b, GHashTable *memory)
{
  const Record *left = get_record (self, a);
  const Record *right = get_record (self, b);
  guint variable = MIN (left->variable, right->variable);
  guint64 *key;

  if (a == b || left->mask == 0 || right->mask == 0 ||
      ((left->mask | right->mask) & ((left->mask | right->mask) - 1)) == 0)
    return FALSE;
  if (!left->tainted && !right->tainted)
    return TRUE;
  key = g_memdup2 (&(guint64){ (guint64) MIN (a, b) << 32 | MAX (a, b) }, sizeof (guint64));
  if (!g_hash_table_add (memory, key))
    return FALSE;
  for (guint i = 0; i < self->space->arities[variable]; i++)
    if (differ (self, child_at (self, a, variable, i), child_at (self, b, variable, i), memory))
      return TRUE;
  return FALSE;
}

static gboolean
any_differ (LeioRestricted *self, const GArray *exits, GHashTable *memory)
{
  for (guint i = 0; i < exits->len; i++)
    for (guint k = i + 1; k < exits->len; k++)
      if (differ (self, g_array_index (exits, guint, i), g_array_index (exits, guint, k), memory))
        return TRUE;
  return FALSE;
}

/* Whether two possible cases that differ in @question alone have different results. */
static gboolean
matters (LeioRestricted *self, guint root, guint question)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) memory
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint64 past;

  leio_restricted_entries (self, root, question, entries, &past);
  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr (GArray) exits = g_array_new (FALSE, FALSE, sizeof (guint));

      begin_walk (self);
      collect_exits (self, g_array_index (entries, guint, i), question, exits);
      if (any_differ (self, exits, memory))
        return TRUE;
    }
  return FALSE;
}

static void
append_questions (LeioRestricted *self, guint node, gboolean tested, GArray *questions)
{
  for (guint i = 0; i < self->space->questions->len; i++)
    if ((get_words (self, node)[i / 64] >> i % 64 & 1) && (!tested || matters (self, node, i)))
      g_array_append_val (questions, i);
}

void
leio_restricted_depends (LeioRestricted *self, guint node, GArray *questions)
{
  const Record *record = get_record (self, node);
  guint before = questions->len;

  if ((record->mask & (record->mask - 1)) == 0)
    return;
  append_questions (self, node, record->tainted, questions);
  /* Each question may be told by the others (a = b is impossible to miss): then all are named. */
  if (questions->len == before)
    append_questions (self, node, FALSE, questions);
}
