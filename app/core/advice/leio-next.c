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

/* Only what is asked for sure, and what nobody has said is not known. */
static gboolean
can_be_asked (const LeioAnswers *answers, const LeioAdvice *advice, guint question)
{
  return leio_answers_get (answers, question)->state == LEIO_ANSWER_OPEN &&
         g_array_index (advice->asked, LeioAsked, question) == LEIO_ASKED_ALWAYS;
}

/* Sums that differ by less are the same. */
#define EQUAL 1e-9

static double
get_share (LeioEngine *self, guint root, guint question)
{
  const LeioSpaceQuestion *place = leio_engine_place (self, question);

  return leio_restricted_share_settled (self->restricted, root,
                                        self->space->question_of[place->first_variable]);
}

/* The questions of one case, while the treatments are looked at one after another. */
typedef struct
{
  double *scores;
  guint *n_left;  /* treatments that depend on a question and wait; each adds 1 at most */
  double highest; /* of the scores */
} Scores;

static void
count_left (const LeioAnswers *answers, const LeioAdvice *advice, guint *n_left)
{
  for (guint i = 0; i < advice->treatments->len; i++)
    {
      const LeioTreatmentAdvice *treatment = g_ptr_array_index (advice->treatments, i);

      for (guint k = 0; k < treatment->depends_on->len; k++)
        {
          guint question = g_array_index (treatment->depends_on, guint, k);

          n_left[question] += can_be_asked (answers, advice, question);
        }
    }
}

/* A question that cannot come first any more is left alone. */
static void
add_scores (LeioEngine *self, guint root, const GArray *depends_on, Scores *scores)
{
  for (guint i = 0; i < depends_on->len; i++)
    {
      guint question = g_array_index (depends_on, guint, i);

      if (scores->n_left[question] == 0 ||
          scores->scores[question] + scores->n_left[question] < scores->highest - EQUAL)
        continue;
      scores->n_left[question]--;
      scores->scores[question] += get_share (self, root, question);
      scores->highest = MAX (scores->highest, scores->scores[question]);
    }
}

void
leio_engine_find_next (LeioEngine *self, const LeioAnswers *answers, const guint *roots,
                       LeioAdvice *advice)
{
  g_autofree double *sums = g_new0 (double, self->n_questions + 1);
  g_autofree guint *n_left = g_new0 (guint, self->n_questions + 1);
  g_autofree gboolean *matters = g_new0 (gboolean, self->n_questions + 1);
  Scores scores = { sums, n_left, 0 };

  count_left (answers, advice, n_left);
  for (guint i = 0; i < self->n_questions; i++)
    matters[i] = n_left[i] > 0;
  for (guint i = 0; i < advice->treatments->len; i++)
    add_scores (self, roots[i],
                ((LeioTreatmentAdvice *) g_ptr_array_index (advice->treatments, i))->depends_on,
                &scores);
  for (guint i = 0; i < self->n_questions; i++)
    if (matters[i] && (advice->next_question < 0 || sums[i] > advice->next_settles + EQUAL))
      {
        advice->next_question = (int) i;
        advice->next_settles = sums[i];
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

/* More rows than a person reads tell nothing. */
#define MAX_ROWS 12

/* The table of one question, value by value. */
typedef struct
{
  LeioEngine *engine;
  guint question;
  guint root;
  int *values;
  guint *order;         /* the question's variables, those that decide something first */
  guint n_deciding;
  LeioTreatmentAdvice *advice;
  gboolean complete;    /* so far every possible value leaves one status, and few rows tell all */
} Table;

/* Returns whether the value is possible. */
static gboolean
add_value (Table *table)
{
  LeioEngine *self = table->engine;
  const LeioSpaceQuestion *place = leio_engine_place (self, table->question);
  guint64 mask = leio_restricted_results_with (self->restricted, table->root,
                                               self->space->question_of[place->first_variable],
                                               table->values);

  if (mask == 0)
    return FALSE;
  /* Two other questions that only an impossible combination ties together can leave a second
   * status, though neither of them alone decides anything. */
  table->complete = leio_is_single (mask);
  if (table->complete)
    add_row (self, table->question, table->values, mask, table->advice);
  if (place->kind == LEIO_QUESTION_SET && table->advice->if_then->len > MAX_ROWS)
    table->complete = FALSE;
  return TRUE;
}

/* Sets the variables from the @k-th on. All values of those that decide are followed; of the rest,
 * which can be needed to make the answer possible (spread, but nowhere), the first that does, "not
 * in it" before "in it". Returns whether there was anything to add. */
static gboolean
follow (Table *table, guint k)
{
  const LeioSpaceQuestion *place = leio_engine_place (table->engine, table->question);
  gboolean decides = k < table->n_deciding;
  gboolean added = FALSE;
  guint variable;

  if (k == place->n_variables)
    return add_value (table);
  variable = table->order[k];
  for (guint i = 0; i < table->engine->space->arities[variable] && table->complete &&
                    (decides || !added); i++)
    {
      table->values[variable] = (int) i;
      added |= follow (table, k + 1);
    }
  return added;
}

static void
find_order (Table *table)
{
  const LeioSpaceQuestion *place = leio_engine_place (table->engine, table->question);
  guint n_others = 0;

  for (guint i = 0; i < place->n_variables; i++)
    {
      guint variable = place->first_variable + i;

      if (place->n_variables == 1 ||
          leio_restricted_asks (table->engine->restricted, table->root, variable))
        table->order[table->n_deciding++] = variable;
      else
        table->order[place->n_variables - ++n_others] = variable;
    }
}

void
leio_engine_find_if_then (LeioEngine *self, guint root, LeioTreatmentAdvice *advice)
{
  g_autofree int *values = NULL;
  g_autofree guint *order = NULL;
  Table table = { self, 0, root, NULL, NULL, 0, advice, TRUE };

  if (advice->depends_on->len != 1)
    return;
  values = g_new (int, self->space->n_variables + 1);
  for (guint i = 0; i < self->space->n_variables; i++)
    values[i] = -1;
  table.question = advice->if_then_question = g_array_index (advice->depends_on, guint, 0);
  order = g_new (guint, self->space->n_variables + 1);
  table.values = values;
  table.order = order;
  find_order (&table);
  follow (&table, 0);
  if (!table.complete)
    g_array_set_size (advice->if_then, 0);
}
