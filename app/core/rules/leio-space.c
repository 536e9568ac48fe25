/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-space.h"

#include <math.h>
#include <string.h>

static void
question_free (LeioSpaceQuestion *self)
{
  g_free (self->id);
  g_ptr_array_unref (self->values);
  g_array_unref (self->cuts);
  g_free (self);
}

/**
 * leio_space_new:
 * Returns: (transfer full): a space without questions
 */
LeioSpace *
leio_space_new (void)
{
  LeioSpace *self = g_new0 (LeioSpace, 1);

  self->questions = g_ptr_array_new_with_free_func ((GDestroyNotify) question_free);
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

/**
 * leio_space_free:
 * @self: (nullable) (transfer full): a space
 */
void
leio_space_free (LeioSpace *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->questions);
  g_hash_table_unref (self->ids);
  g_free (self->arities);
  g_free (self->question_of);
  g_free (self);
}

static LeioSpaceQuestion *
find (const LeioSpace *self, const char *id)
{
  return g_hash_table_lookup (self->ids, id);
}

/**
 * leio_space_find:
 * @self: a space
 * @id: the id of a question
 *
 * Returns: (transfer none) (nullable): the question
 */
const LeioSpaceQuestion *
leio_space_find (const LeioSpace *self, const char *id)
{
  return find (self, id);
}

static LeioSpaceQuestion *
ensure_question (LeioSpace *self, const LeioQuestion *question)
{
  LeioSpaceQuestion *known = find (self, question->id);

  if (known != NULL)
    return known;
  known = g_new0 (LeioSpaceQuestion, 1);
  known->id = g_strdup (question->id);
  known->kind = question->kind;
  known->values = g_ptr_array_new_with_free_func (g_free);
  known->cuts = g_array_new (FALSE, FALSE, sizeof (LeioCut));
  known->min = question->min;
  known->max = question->max;
  known->position = self->questions->len;
  g_ptr_array_add (self->questions, known);
  g_hash_table_insert (self->ids, known->id, known);
  return known;
}

static void
add_question (LeioSpace *self, const LeioQuestion *question)
{
  LeioSpaceQuestion *known = ensure_question (self, question);

  known->min = MIN (known->min, question->min);
  known->max = MAX (known->max, question->max);
  for (guint i = 0; i < question->values->len; i++)
    {
      const char *id = leio_question_get_value (question, i)->id;

      if (!g_ptr_array_find_with_equal_func (known->values, id, g_str_equal, NULL))
        g_ptr_array_add (known->values, g_strdup (id));
    }
}

static void
add_cut (LeioSpaceQuestion *question, double at, gboolean above)
{
  LeioCut cut = { at, above };

  g_array_append_val (question->cuts, cut);
}

static void
add_cuts (LeioSpaceQuestion *question, const LeioCondition *condition)
{
  switch (condition->comparison)
    {
    case LEIO_COMPARISON_LESS:
    case LEIO_COMPARISON_AT_LEAST:
      add_cut (question, condition->number, FALSE);
      break;
    case LEIO_COMPARISON_AT_MOST:
    case LEIO_COMPARISON_MORE:
      add_cut (question, condition->number, TRUE);
      break;
    case LEIO_COMPARISON_EQUAL:
    case LEIO_COMPARISON_NOT_EQUAL:
      add_cut (question, condition->number, FALSE);
      add_cut (question, condition->number, TRUE);
      break;
    }
}

static void
add_numbers (LeioSpace *self, const LeioLogic *logic, const LeioCondition *condition)
{
  const LeioQuestion *question =
      leio_questionnaire_get_question (logic->questionnaire, condition->index);

  add_cuts (find (self, question->id), condition);
}

/**
 * leio_space_add_condition:
 * @self: a space that is not finished
 * @logic: the logic of @condition, which was added before
 * @condition: a condition that will be compiled
 *
 * Adds its thresholds. Names are not followed: what they stand for is added with the logic.
 */
void
leio_space_add_condition (LeioSpace *self, const LeioLogic *logic, const LeioCondition *condition)
{
  switch (condition->kind)
    {
    case LEIO_CONDITION_AND:
    case LEIO_CONDITION_OR:
    case LEIO_CONDITION_NOT:
      for (guint i = 0; i < condition->children->len; i++)
        leio_space_add_condition (self, logic, g_ptr_array_index (condition->children, i));
      break;
    case LEIO_CONDITION_NUMBER:
      add_numbers (self, logic, condition);
      break;
    case LEIO_CONDITION_ALWAYS:
    case LEIO_CONDITION_VALUE:
    case LEIO_CONDITION_HAS_ANY:
    case LEIO_CONDITION_AT_LEAST:
    case LEIO_CONDITION_WITHIN:
    case LEIO_CONDITION_EMPTY:
    case LEIO_CONDITION_DEFINITION:
    case LEIO_CONDITION_DERIVED:
      break;
    }
}

static void
add_derived (LeioSpace *self, const LeioLogic *logic, const LeioDerived *derived)
{
  for (guint i = 0; i < derived->rows->len; i++)
    leio_space_add_condition (self, logic, g_array_index (derived->rows, LeioRow, i).condition);
}

static void
add_conditions (LeioSpace *self, const LeioLogic *logic)
{
  for (guint i = 0; i < logic->definitions->len; i++)
    {
      const LeioDefinition *definition = g_ptr_array_index (logic->definitions, i);

      leio_space_add_condition (self, logic, definition->condition);
    }
  for (guint i = 0; i < logic->derived->len; i++)
    add_derived (self, logic, g_ptr_array_index (logic->derived, i));
  for (guint i = 0; i < logic->impossible->len; i++)
    {
      const LeioImpossible *impossible = g_ptr_array_index (logic->impossible, i);

      leio_space_add_condition (self, logic, impossible->condition);
    }
}

static void
add_gates (LeioSpace *self, const LeioLogic *logic)
{
  guint n_questions = leio_questionnaire_get_n_questions (logic->questionnaire);
  g_autofree guint8 *gates = g_new0 (guint8, n_questions + 1);

  for (guint i = 0; i < n_questions; i++)
    {
      const LeioCondition *ask_if = g_ptr_array_index (logic->ask_if, i);

      if (ask_if == NULL)
        continue;
      leio_logic_find_tested (logic, ask_if, gates);
      leio_space_add_condition (self, logic, ask_if);
    }
  for (guint i = 0; i < n_questions; i++)
    if (gates[i])
      find (self, leio_questionnaire_get_question (logic->questionnaire, i)->id)->gate = TRUE;
}

/**
 * leio_space_add_logic:
 * @self: a space that is not finished
 * @logic: a logic, read during the call only
 *
 * Adds its questions, or their values to those of the same id, and the thresholds of all its
 * conditions. A question has the same kind and unit in all of them: the caller has looked.
 */
void
leio_space_add_logic (LeioSpace *self, const LeioLogic *logic)
{
  guint n = leio_questionnaire_get_n_questions (logic->questionnaire);

  for (guint i = 0; i < n; i++)
    add_question (self, leio_questionnaire_get_question (logic->questionnaire, i));
  add_gates (self, logic);
  add_conditions (self, logic);
}

static int
compare_cuts (gconstpointer a, gconstpointer b)
{
  const LeioCut *left = a;
  const LeioCut *right = b;

  if (left->at != right->at)
    return left->at < right->at ? -1 : 1;
  return left->above - right->above;
}

/* A cut at the edge of the bounds would leave an interval without a number. */
static gboolean
is_inside (const LeioSpaceQuestion *question, const LeioCut *cut)
{
  return cut->above ? cut->at >= question->min && cut->at < question->max
                    : cut->at > question->min && cut->at <= question->max;
}

static void
tidy_cuts (LeioSpaceQuestion *question)
{
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (LeioCut));

  g_array_sort (question->cuts, compare_cuts);
  for (guint i = 0; i < question->cuts->len; i++)
    {
      const LeioCut *cut = &g_array_index (question->cuts, LeioCut, i);

      if (!is_inside (question, cut))
        continue;
      if (cuts->len > 0 && compare_cuts (cut, &g_array_index (cuts, LeioCut, cuts->len - 1)) == 0)
        continue;
      g_array_append_val (cuts, *cut);
    }
  g_array_unref (question->cuts);
  question->cuts = cuts;
}

/* Gates and what has few values come first, sets (many variables) last. */
static guint
rank_of (const LeioSpaceQuestion *question)
{
  if (question->gate)
    return 0;
  switch (question->kind)
    {
    case LEIO_QUESTION_CHOICE:
    case LEIO_QUESTION_SCALE:
      break;
    case LEIO_QUESTION_NUMBER:
      return 1;
    case LEIO_QUESTION_SET:
      return 2;
    }
  return 0;
}

static int
compare_questions (gconstpointer a, gconstpointer b)
{
  const LeioSpaceQuestion *left = *(LeioSpaceQuestion *const *) a;
  const LeioSpaceQuestion *right = *(LeioSpaceQuestion *const *) b;

  if (rank_of (left) != rank_of (right))
    return rank_of (left) < rank_of (right) ? -1 : 1;
  return left->position < right->position ? -1 : 1;
}

guint
leio_space_question_n_intervals (const LeioSpaceQuestion *self)
{
  return self->cuts->len + 1;
}

static guint
arity_of (const LeioSpaceQuestion *question)
{
  switch (question->kind)
    {
    case LEIO_QUESTION_SET:
      return 2;
    case LEIO_QUESTION_NUMBER:
      return leio_space_question_n_intervals (question);
    case LEIO_QUESTION_CHOICE:
    case LEIO_QUESTION_SCALE:
      break;
    }
  return question->values->len;
}

static void
place_question (LeioSpace *self, LeioSpaceQuestion *question)
{
  question->first_variable = self->n_variables;
  question->n_variables = question->kind == LEIO_QUESTION_SET ? question->values->len : 1;
  self->n_variables += question->n_variables;
}

/**
 * leio_space_finish:
 * @self: a space to which everything was added; from here on nothing changes
 *
 * Sorts the questions, cuts the numbers at their thresholds, and numbers the variables. The caller
 * sees to it that they are at most LEIO_SPACE_MAX_VARIABLES.
 *
 * Cost: sorting the questions and the thresholds.
 */
void
leio_space_finish (LeioSpace *self)
{
  g_ptr_array_sort (self->questions, compare_questions);
  for (guint i = 0; i < self->questions->len; i++)
    {
      tidy_cuts (g_ptr_array_index (self->questions, i));
      place_question (self, g_ptr_array_index (self->questions, i));
    }
  self->arities = g_new (guint, self->n_variables + 1);
  self->question_of = g_new (guint, self->n_variables + 1);
  for (guint i = 0; i < self->questions->len; i++)
    {
      const LeioSpaceQuestion *question = g_ptr_array_index (self->questions, i);

      for (guint k = 0; k < question->n_variables; k++)
        {
          self->arities[question->first_variable + k] = arity_of (question);
          self->question_of[question->first_variable + k] = i;
        }
    }
}

/**
 * leio_space_question_interval:
 * @self: a number question
 * @number: a number within its bounds, in its unit
 *
 * Cost: linear in the thresholds.
 *
 * Returns: the interval, from 0, in which @number lies
 */
guint
leio_space_question_interval (const LeioSpaceQuestion *self, double number)
{
  guint i;

  for (i = 0; i < self->cuts->len; i++)
    {
      const LeioCut *cut = &g_array_index (self->cuts, LeioCut, i);

      if (cut->above ? number <= cut->at : number < cut->at)
        break;
    }
  return i;
}

static gboolean
is_in (const LeioSpaceQuestion *self, guint interval, double number)
{
  return number >= self->min && number <= self->max &&
         leio_space_question_interval (self, number) == interval;
}

/**
 * leio_space_question_sample:
 * @self: a number question
 * @interval: an interval, below leio_space_question_n_intervals()
 * @decimals: how many decimals an answer has
 *
 * Returns: a number of the interval, in the question's unit, as round as can be; with more than
 *   @decimals only where none with so many lies in it
 */
double
leio_space_question_sample (const LeioSpaceQuestion *self, guint interval, guint decimals)
{
  double low = interval == 0 ? self->min : g_array_index (self->cuts, LeioCut, interval - 1).at;
  double high =
      interval == self->cuts->len ? self->max : g_array_index (self->cuts, LeioCut, interval).at;

  /* The end of the interval that is nearest, then one step inside it, on grids that get finer. */
  if (is_in (self, interval, low))
    return low;
  for (guint digits = 0; digits <= decimals + 3; digits++)
    {
      /* A power of ten is exact and its inverse is not: 51 * 0.1 is not 5.1. */
      double scale = pow (10, digits);
      double number = (floor (low * scale) + 1) / scale;

      if (is_in (self, interval, number))
        return number;
    }
  return is_in (self, interval, high) ? high : (low + high) / 2;
}

/**
 * leio_space_question_nearest:
 * @self: a number question
 * @interval: an interval, below leio_space_question_n_intervals()
 * @decimals: how many decimals an answer has
 * @number: a number, in the question's unit
 *
 * Returns: a number of the interval that is as near to @number as one with @decimals can be; with
 *   more decimals only where none with so many lies in it
 */
double
leio_space_question_nearest (const LeioSpaceQuestion *self,
                             guint interval,
                             guint decimals,
                             double number)
{
  guint own = leio_space_question_interval (self, number);
  gboolean above = own < interval;
  double end;

  if (own == interval)
    return number;
  /* The end of the interval on the side of the number, or one step inside it. */
  end = g_array_index (self->cuts, LeioCut, above ? interval - 1 : interval).at;
  if (is_in (self, interval, end))
    return end;
  for (guint digits = decimals; digits <= decimals + 3; digits++)
    {
      double scale = pow (10, digits);
      double inside = above ? (floor (end * scale) + 1) / scale : (ceil (end * scale) - 1) / scale;

      if (is_in (self, interval, inside))
        return inside;
    }
  return leio_space_question_sample (self, interval, decimals);
}
