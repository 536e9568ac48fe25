/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The memory of an advice.
 */
#include "config.h"

#include "leio-advice-private.h"

static void
argument_free (LeioArgumentAdvice *self)
{
  g_array_unref (self->overridden_by);
  g_array_unref (self->waits_for);
  g_free (self);
}

static void
change_free (LeioChange *self)
{
  g_array_unref (self->questions);
  g_array_unref (self->answers);
  g_free (self);
}

static void
treatment_free (LeioTreatmentAdvice *self)
{
  g_array_unref (self->depends_on);
  g_ptr_array_unref (self->arguments);
  g_array_unref (self->sufficient);
  g_array_unref (self->stays_even_if);
  g_ptr_array_unref (self->changes);
  g_array_unref (self->if_then);
  g_free (self);
}

static void
oddity_free (LeioOddity *self)
{
  g_array_unref (self->questions);
  g_free (self);
}

static void
board_free (LeioBoardAdvice *self)
{
  g_array_unref (self->depends_on);
  g_free (self);
}

static void
derived_free (LeioDerivedAdvice *self)
{
  g_array_unref (self->depends_on);
  g_free (self);
}

static GArray *
new_indices (void)
{
  return g_array_new (FALSE, FALSE, sizeof (guint));
}

LeioAdvice *
leio_advice_new (void)
{
  LeioAdvice *self = g_new0 (LeioAdvice, 1);

  self->treatments = g_ptr_array_new_with_free_func ((GDestroyNotify) treatment_free);
  self->derived = g_ptr_array_new_with_free_func ((GDestroyNotify) derived_free);
  self->asked = g_array_new (FALSE, FALSE, sizeof (LeioAsked));
  self->moot = new_indices ();
  self->odd = g_ptr_array_new_with_free_func ((GDestroyNotify) oddity_free);
  self->board = g_ptr_array_new_with_free_func ((GDestroyNotify) board_free);
  self->next_question = -1;
  return self;
}

LeioTreatmentAdvice *
leio_treatment_advice_new (guint treatment)
{
  LeioTreatmentAdvice *self = g_new0 (LeioTreatmentAdvice, 1);

  self->treatment = treatment;
  self->depends_on = new_indices ();
  self->arguments = g_ptr_array_new_with_free_func ((GDestroyNotify) argument_free);
  self->sufficient = new_indices ();
  self->stays_even_if = new_indices ();
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  self->if_then = g_array_new (FALSE, FALSE, sizeof (LeioIfThen));
  return self;
}

LeioDerivedAdvice *
leio_derived_advice_new (guint derived)
{
  LeioDerivedAdvice *self = g_new0 (LeioDerivedAdvice, 1);

  self->derived = derived;
  self->depends_on = new_indices ();
  return self;
}

LeioBoardAdvice *
leio_board_advice_new (guint reason, gboolean in_force)
{
  LeioBoardAdvice *self = g_new0 (LeioBoardAdvice, 1);

  self->reason = reason;
  self->in_force = in_force;
  self->depends_on = new_indices ();
  return self;
}

LeioArgumentAdvice *
leio_argument_advice_new (guint argument, LeioArgumentState state)
{
  LeioArgumentAdvice *self = g_new0 (LeioArgumentAdvice, 1);

  self->argument = argument;
  self->state = state;
  self->overridden_by = new_indices ();
  self->waits_for = new_indices ();
  return self;
}

LeioChange *
leio_change_new (LeioStatus to)
{
  LeioChange *self = g_new0 (LeioChange, 1);

  self->to = to;
  self->questions = new_indices ();
  self->answers = g_array_new (FALSE, FALSE, sizeof (LeioAnswer));
  return self;
}

LeioOddity *
leio_oddity_new (guint impossible)
{
  LeioOddity *self = g_new0 (LeioOddity, 1);

  self->impossible = impossible;
  self->questions = new_indices ();
  return self;
}

void
leio_advice_free (LeioAdvice *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->treatments);
  g_ptr_array_unref (self->derived);
  g_array_unref (self->asked);
  g_array_unref (self->moot);
  g_ptr_array_unref (self->odd);
  g_ptr_array_unref (self->board);
  g_free (self);
}

int
leio_treatment_advice_get_status (const LeioTreatmentAdvice *self)
{
  guint possible = self->possible;

  return possible != 0 && (possible & (possible - 1)) == 0 ? __builtin_ctz (possible) : -1;
}

/* By insertion: they are few, and often in order. */
void
leio_sort_indices (GArray *indices)
{
  guint *data = (guint *) (void *) indices->data;

  for (guint i = 1; i < indices->len; i++)
    {
      guint index = data[i];
      guint k = i;

      for (; k > 0 && data[k - 1] > index; k--)
        data[k] = data[k - 1];
      data[k] = index;
    }
}

gboolean
leio_indices_contain (const GArray *indices, guint index)
{
  for (guint i = 0; i < indices->len; i++)
    if (g_array_index (indices, guint, i) == index)
      return TRUE;
  return FALSE;
}
