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

/* An open question, and the treatments that an answer to it can settle, each by 1 at most. */
typedef struct
{
  guint question; /* own */
  guint place;    /* in the space */
  GArray *roots;  /* guint */
  double settles;
} Candidate;

static void
candidate_clear (gpointer data)
{
  g_array_unref (((Candidate *) data)->roots);
}

static void
add_candidate (LeioEngine *self, guint question, GArray *candidates)
{
  guint variable = leio_engine_place (self, question)->first_variable;
  Candidate candidate = { question, self->space->question_of[variable],
                          g_array_new (FALSE, FALSE, sizeof (guint)), 0 };

  g_array_append_val (candidates, candidate);
}

static GArray *
list_candidates (LeioEngine *self,
                 const LeioAnswers *answers,
                 const guint *roots,
                 const LeioAdvice *advice)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autofree guint *known = g_new0 (guint, self->n_questions + 1);

  g_array_set_clear_func (candidates, candidate_clear);
  for (guint i = 0; i < advice->treatments->len; i++)
    {
      const LeioTreatmentAdvice *treatment = g_ptr_array_index (advice->treatments, i);

      for (guint k = 0; k < treatment->depends_on->len; k++)
        {
          guint question = g_array_index (treatment->depends_on, guint, k);
          Candidate *candidate;

          if (!can_be_asked (answers, advice, question))
            continue;
          if (known[question] == 0)
            {
              add_candidate (self, question, candidates);
              known[question] = candidates->len;
            }
          candidate = &g_array_index (candidates, Candidate, known[question] - 1);
          if (leio_restricted_can_settle (self->restricted, roots[i], candidate->place))
            g_array_append_val (candidate->roots, roots[i]);
        }
    }
  return candidates;
}

/* Those that can settle most come first: few others are then worth counting. */
static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *left = a, *right = b;

  if (left->roots->len != right->roots->len)
    return left->roots->len > right->roots->len ? -1 : 1;
  return left->question < right->question ? -1 : 1;
}

/* Gives up where it cannot come to @highest any more. */
static void
count_settled (LeioEngine *self, double highest, Candidate *candidate)
{
  guint n = candidate->roots->len;

  for (guint i = 0; i < n && candidate->settles + (n - i) >= highest - EQUAL; i++)
    candidate->settles += leio_restricted_share_settled (
        self->restricted, g_array_index (candidate->roots, guint, i), candidate->place);
}

/* Of those that settle as much the first in the questionnaire. */
static gboolean
is_better (const Candidate *candidate, const LeioAdvice *advice)
{
  double more = candidate->settles - advice->next_settles;

  return advice->next_question < 0 || more > EQUAL ||
         (more >= -EQUAL && (int) candidate->question < advice->next_question);
}

void
leio_engine_find_next (LeioEngine *self, const LeioAnswers *answers, const guint *roots,
                       LeioAdvice *advice)
{
  g_autoptr (GArray) candidates = list_candidates (self, answers, roots, advice);

  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (candidates, Candidate, i);

      count_settled (self, advice->next_settles, candidate);
      if (is_better (candidate, advice))
        {
          advice->next_question = (int) candidate->question;
          advice->next_settles = candidate->settles;
        }
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
