/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which open question to ask next, and what a treatment that waits for one
 * question becomes for each of its values.
 *
 * The expected number of treatments that an answer settles is counted with every
 * value as likely as the others (of a set: every subset; of a number: every
 * interval), among the values that are possible for the treatment.
 */
#include "config.h"

#include "leio-advice-private.h"
#include "leio-engine-private.h"

#include <math.h>
#include <string.h>

static void
add_shares (LeioEngine *self, guint root, const GArray *depends_on, double *scores)
{
  for (guint i = 0; i < depends_on->len; i++)
    {
      guint question = g_array_index (depends_on, guint, i);
      const LeioSpaceQuestion *place = leio_engine_place (self, question);

      scores[question]
          += leio_restricted_share_settled (self->restricted, root,
                                            self->space->question_of[place->first_variable]);
    }
}

/* Only what is asked for sure, and what nobody has said is not known. */
static gboolean
can_be_asked (const LeioAnswers *answers, const LeioAdvice *advice, guint question)
{
  return leio_answers_get (answers, question)->state == LEIO_ANSWER_OPEN &&
         g_array_index (advice->asked, LeioAsked, question) == LEIO_ASKED_ALWAYS;
}

void
leio_engine_find_next (LeioEngine *self, const LeioAnswers *answers, const guint *roots,
                       LeioAdvice *advice)
{
  g_autofree double *scores = g_new (double, self->n_questions + 1);
  g_autofree gboolean *matters = g_new0 (gboolean, self->n_questions + 1);

  memset (scores, 0, sizeof (double) * (self->n_questions + 1));
  for (guint i = 0; i < advice->treatments->len; i++)
    {
      const LeioTreatmentAdvice *treatment = g_ptr_array_index (advice->treatments, i);

      add_shares (self, roots[i], treatment->depends_on, scores);
      for (guint k = 0; k < treatment->depends_on->len; k++)
        matters[g_array_index (treatment->depends_on, guint, k)] = TRUE;
    }
  for (guint i = 0; i < self->n_questions; i++)
    if (matters[i] && can_be_asked (answers, advice, i) &&
        (advice->next_question < 0 || scores[i] > advice->next_settles + 1e-9))
      {
        advice->next_question = (int) i;
        advice->next_settles = scores[i];
      }
}

static LeioIfThen
if_then_at (LeioEngine *self, guint question, const int *values, LeioStatus status)
{
  const LeioSpaceQuestion *place = leio_engine_place (self, question);
  LeioIfThen row = { { LEIO_ANSWER_OPEN, 0, 0, 0 }, -INFINITY, INFINITY, TRUE, TRUE, status };
  guint interval = (guint) values[place->first_variable];

  row.answer = leio_compiler_read (self->model->compiler, question, values);
  if (place->kind != LEIO_QUESTION_NUMBER)
    return row;
  if (interval > 0)
    {
      const LeioCut *cut = &g_array_index (place->cuts, LeioCut, interval - 1);

      row.low = cut->at;
      row.low_inclusive = !cut->above;
    }
  if (interval < place->cuts->len)
    {
      const LeioCut *cut = &g_array_index (place->cuts, LeioCut, interval);

      row.high = cut->at;
      row.high_inclusive = cut->above;
    }
  return row;
}

static void
add_row (LeioEngine *self, guint question, const int *values, guint64 mask,
         LeioTreatmentAdvice *advice)
{
  LeioIfThen row = if_then_at (self, question, values, (LeioStatus) leio_single_bit (mask));
  gboolean number = leio_engine_place (self, question)->kind == LEIO_QUESTION_NUMBER;

  if (number && advice->if_then->len > 0)
    {
      LeioIfThen *last = &g_array_index (advice->if_then, LeioIfThen, advice->if_then->len - 1);

      if (last->status == row.status)
        {
          last->high = row.high;
          last->high_inclusive = row.high_inclusive;
          return;
        }
    }
  g_array_append_val (advice->if_then, row);
}

/* Follows the question from its @variable-th variable on; one that decides nothing is taken
 * once, as "not in it" where that is possible (spread, but nowhere). Returns whether there was
 * anything to add. */
static gboolean
follow (LeioEngine *self, guint question, guint root, guint variable, int *values,
        LeioTreatmentAdvice *advice)
{
  const LeioSpaceQuestion *place = leio_engine_place (self, question);
  guint at = place->first_variable + variable;
  gboolean decides, added = FALSE;

  if (variable == place->n_variables)
    {
      guint64 mask
          = leio_restricted_results_with (self->restricted, root,
                                          self->space->question_of[place->first_variable], values);

      if (leio_is_single (mask))
        add_row (self, question, values, mask, advice);
      return leio_is_single (mask);
    }
  decides = place->n_variables == 1 || leio_restricted_asks (self->restricted, root, at);
  for (guint i = 0; i < self->space->arities[at] && (decides || !added); i++)
    {
      values[at] = (int) i;
      added |= follow (self, question, root, variable + 1, values, advice);
    }
  return added;
}

/* More rows than a person reads tell nothing. */
#define MAX_ROWS 12

void
leio_engine_find_if_then (LeioEngine *self, guint root, LeioTreatmentAdvice *advice)
{
  g_autofree int *values = NULL;

  if (advice->depends_on->len != 1)
    return;
  advice->if_then_question = g_array_index (advice->depends_on, guint, 0);
  values = g_new (int, self->space->n_variables + 1);
  for (guint i = 0; i < self->space->n_variables; i++)
    values[i] = -1;
  follow (self, advice->if_then_question, root, 0, values, advice);
  if (advice->if_then->len > MAX_ROWS &&
      leio_engine_place (self, advice->if_then_question)->kind == LEIO_QUESTION_SET)
    g_array_set_size (advice->if_then, 0);
}
