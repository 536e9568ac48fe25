/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The life of a decision, and its changes.
 */
#include "config.h"

#include "leio-decision.h"

#include <string.h>

#include "leio-decision-private.h"

void
leio_decision_entry_free (LeioDecisionEntry *self)
{
  g_free (self->treatment);
  g_free (self->name);
  g_free (self->reason_text);
  g_free (self->follow_up_date);
  g_free (self->follow_up_note);
  g_ptr_array_unref (self->alternatives);
  g_clear_pointer (&self->rest, json_object_unref);
  g_clear_pointer (&self->rest_follow_up, json_object_unref);
  g_free (self);
}

LeioDecisionEntry *
leio_decision_entry_new (const char *treatment, const char *name)
{
  LeioDecisionEntry *self = g_new0 (LeioDecisionEntry, 1);

  self->treatment = g_strdup (treatment);
  self->name = g_strdup (name);
  self->reason_text = g_strdup ("");
  self->follow_up_date = g_strdup ("");
  self->follow_up_note = g_strdup ("");
  self->alternatives = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static gpointer
copy_text (gconstpointer text, gpointer data)
{
  return g_strdup (text);
}

static gpointer
copy_entry (gconstpointer source, gpointer data)
{
  const LeioDecisionEntry *self = source;
  LeioDecisionEntry *copy = g_new0 (LeioDecisionEntry, 1);

  *copy = *self;
  copy->treatment = g_strdup (self->treatment);
  copy->name = g_strdup (self->name);
  copy->reason_text = g_strdup (self->reason_text);
  copy->follow_up_date = g_strdup (self->follow_up_date);
  copy->follow_up_note = g_strdup (self->follow_up_note);
  copy->alternatives = g_ptr_array_copy (self->alternatives, copy_text, NULL);
  g_ptr_array_set_free_func (copy->alternatives, g_free);
  copy->rest = self->rest != NULL ? json_object_ref (self->rest) : NULL;
  copy->rest_follow_up =
      self->rest_follow_up != NULL ? json_object_ref (self->rest_follow_up) : NULL;
  return copy;
}

/**
 * leio_decision_new:
 *
 * Returns: (transfer full): a decision on nothing
 */
LeioDecision *
leio_decision_new (void)
{
  LeioDecision *self = g_new0 (LeioDecision, 1);

  self->date = g_strdup ("");
  self->participants_note = g_strdup ("");
  self->next_step = g_strdup ("");
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) leio_decision_entry_free);
  g_atomic_ref_count_init (&self->ref_count);
  return self;
}

/**
 * leio_decision_copy:
 * @self: a decision
 *
 * Returns: (transfer full): the same decision once more, to be changed
 */
LeioDecision *
leio_decision_copy (const LeioDecision *self)
{
  LeioDecision *copy = g_new0 (LeioDecision, 1);

  copy->date = g_strdup (self->date);
  copy->participants = self->participants;
  copy->participants_note = g_strdup (self->participants_note);
  copy->next_step = g_strdup (self->next_step);
  copy->entries = g_ptr_array_copy (self->entries, copy_entry, NULL);
  g_ptr_array_set_free_func (copy->entries, (GDestroyNotify) leio_decision_entry_free);
  copy->advice = self->advice != NULL ? leio_past_advice_ref (self->advice) : NULL;
  copy->rest = self->rest != NULL ? json_object_ref (self->rest) : NULL;
  g_atomic_ref_count_init (&copy->ref_count);
  return copy;
}

/**
 * leio_decision_ref:
 * @self: a decision
 *
 * Returns: (transfer full): @self, which is not to be changed any more
 */
LeioDecision *
leio_decision_ref (LeioDecision *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * leio_decision_unref:
 * @self: (nullable) (transfer full): a decision
 */
void
leio_decision_unref (LeioDecision *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->date);
  g_free (self->participants_note);
  g_free (self->next_step);
  g_ptr_array_unref (self->entries);
  leio_past_advice_unref (self->advice);
  g_clear_pointer (&self->rest, json_object_unref);
  g_free (self);
}

/**
 * leio_decision_equal:
 * @a: (nullable): a decision
 * @b: (nullable): another
 *
 * Returns: whether both are written alike
 */
gboolean
leio_decision_equal (const LeioDecision *a, const LeioDecision *b)
{
  g_autoptr (JsonObject) left = NULL;
  g_autoptr (JsonObject) right = NULL;

  if (a == b || a == NULL || b == NULL)
    return a == b;

  left = leio_decision_to_object (a);
  right = leio_decision_to_object (b);
  return json_object_equal (left, right);
}

/**
 * leio_decision_is_empty:
 * @self: a decision
 *
 * Returns: whether it says nothing, so that a case need not keep it; a day alone says nothing
 */
gboolean
leio_decision_is_empty (const LeioDecision *self)
{
  return self->entries->len == 0 && self->participants == 0 && *self->participants_note == '\0' &&
         *self->next_step == '\0' && self->rest == NULL;
}

static gboolean
find_index (const LeioDecision *self, const char *treatment, guint *index)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const LeioDecisionEntry *entry = g_ptr_array_index (self->entries, i);

      if (g_str_equal (entry->treatment, treatment))
        {
          *index = i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * leio_decision_find:
 * @self: a decision
 * @treatment: the id of a treatment
 *
 * Returns: (transfer none) (nullable): what was decided on it
 */
LeioDecisionEntry *
leio_decision_find (const LeioDecision *self, const char *treatment)
{
  guint index = 0;

  return find_index (self, treatment, &index) ? g_ptr_array_index (self->entries, index) : NULL;
}

/* What was chosen without a number comes after what has one. */
static int
compare_entries (gconstpointer left, gconstpointer right)
{
  const LeioDecisionEntry *a = *(const LeioDecisionEntry *const *) left;
  const LeioDecisionEntry *b = *(const LeioDecisionEntry *const *) right;

  if (a->verdict != b->verdict)
    return a->verdict < b->verdict ? -1 : 1;
  if (a->verdict != LEIO_VERDICT_CHOSEN || a->sequence == b->sequence)
    return 0;
  if (a->sequence == 0 || b->sequence == 0)
    return a->sequence == 0 ? 1 : -1;
  return a->sequence < b->sequence ? -1 : 1;
}

void
leio_decision_arrange (LeioDecision *self)
{
  /* Stable since GLib 2.32. */
  g_ptr_array_sort (self->entries, compare_entries);
  for (guint i = 0; i < self->entries->len; i++)
    {
      LeioDecisionEntry *entry = g_ptr_array_index (self->entries, i);

      entry->sequence = entry->verdict == LEIO_VERDICT_CHOSEN ? i + 1 : 0;
    }
}

/**
 * leio_decision_set_verdict:
 * @self: a decision that nobody shares
 * @treatment: the id of a treatment
 * @name: its name
 * @verdict: what was decided on it
 *
 * A treatment that becomes chosen comes last in the sequence. What was said of it already stays.
 *
 * Returns: (transfer none) (nullable): what is now decided on it; %NULL where the decision has
 *   LEIO_DECISION_MAX_ENTRIES of them already
 */
LeioDecisionEntry *
leio_decision_set_verdict (LeioDecision *self,
                           const char *treatment,
                           const char *name,
                           LeioVerdict verdict)
{
  LeioDecisionEntry *entry = leio_decision_find (self, treatment);

  if (entry == NULL)
    {
      if (self->entries->len >= LEIO_DECISION_MAX_ENTRIES)
        return NULL;
      entry = leio_decision_entry_new (treatment, name);
      g_ptr_array_add (self->entries, entry);
    }
  else if (entry->verdict == verdict)
    return entry;

  entry->verdict = verdict;
  entry->sequence = 0;
  leio_decision_arrange (self);
  return entry;
}

/**
 * leio_decision_remove:
 * @self: a decision that nobody shares
 * @treatment: the id of a treatment; nothing is then decided on it
 */
void
leio_decision_remove (LeioDecision *self, const char *treatment)
{
  guint index = 0;

  if (!find_index (self, treatment, &index))
    return;
  g_ptr_array_remove_index (self->entries, index);
  leio_decision_arrange (self);
}

/* Both entries of a move, of one verdict. */
static gboolean
find_move (const LeioDecision *self, const char *treatment, int by, guint *from, guint *to)
{
  const LeioDecisionEntry *entry = NULL;
  const LeioDecisionEntry *other = NULL;

  if (!find_index (self, treatment, from) || (by < 0 && *from < (guint) -by) ||
      (by > 0 && *from + by >= self->entries->len))
    return FALSE;

  *to = *from + by;
  entry = g_ptr_array_index (self->entries, *from);
  other = g_ptr_array_index (self->entries, *to);
  return entry->verdict == other->verdict;
}

/**
 * leio_decision_can_move:
 * @self: a decision
 * @treatment: the id of a treatment
 * @by: -1 for one earlier, 1 for one later
 *
 * Returns: whether there is one of the same verdict in that direction
 */
gboolean
leio_decision_can_move (const LeioDecision *self, const char *treatment, int by)
{
  guint from = 0;
  guint to = 0;

  return find_move (self, treatment, by, &from, &to);
}

/**
 * leio_decision_move:
 * @self: a decision that nobody shares
 * @treatment: the id of a treatment
 * @by: how far it moves in the list, where leio_decision_can_move()
 */
void
leio_decision_move (LeioDecision *self, const char *treatment, int by)
{
  guint from = 0;
  guint to = 0;
  LeioDecisionEntry *entry;

  if (!find_move (self, treatment, by, &from, &to))
    return;

  entry = g_ptr_array_steal_index (self->entries, from);
  g_ptr_array_insert (self->entries, (int) to, entry);
  for (guint i = 0; i < self->entries->len; i++)
    ((LeioDecisionEntry *) g_ptr_array_index (self->entries, i))->sequence = i + 1;
  leio_decision_arrange (self);
}

static gboolean
read_digits (const char *text, guint length, guint *value)
{
  *value = 0;
  for (guint i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *value = *value * 10 + (guint) g_ascii_digit_value (text[i]);
    }
  return TRUE;
}

/**
 * leio_decision_date_is_valid:
 * @text: any text
 *
 * Returns: whether it is a day as ISO 8601 writes it: "2026-11-25"
 */
gboolean
leio_decision_date_is_valid (const char *text)
{
  guint year, month, day;

  return strlen (text) == 10 && text[4] == '-' && text[7] == '-' &&
         read_digits (text, 4, &year) && read_digits (text + 5, 2, &month) &&
         read_digits (text + 8, 2, &day) && year > 0 && month >= 1 && month <= 12 &&
         g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}
