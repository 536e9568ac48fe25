/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-rule-finder.h"

#include <math.h>
#include <string.h>

#include "leio-test-fewest.h"

#define TRUE_BIT (G_GUINT64_CONSTANT (1) << LEIO_NODE_TRUE)

/* Fewer answers come before anything else. */
#define ANSWER 100000u
/* In a near miss an answer is rather changed than added. */
#define ADDED 1000u
#define MEMBER 10u
#define COMMON 20u
#define STEP 10u

/* The arguments of one rule that one case shows. */
typedef struct
{
  LeioRuleModel *model;
  JsonObject *usual;
  LeioRuleCaseKind kind;
  GArray *arguments; /* guint */
  LeioNode where;
} Group;

typedef struct
{
  guint cost;
  gboolean unasked;    /* an answer of the case that is missed is asked no more */
  gboolean open;       /* the status of the first treatment is open */
  gboolean overridden; /* the rule may apply, then another is stronger */
  int *values;
} Miss;

static guint
first_argument (const Group *self)
{
  return g_array_index (self->arguments, guint, 0);
}

static LeioNode
status_of (const Group *self, guint argument)
{
  guint treatment = leio_rule_model_get_treatment (self->model, argument)->index;

  return self->model->model->statuses[treatment];
}

static LeioNode
both (const Group *self, LeioNode a, LeioNode b)
{
  return leio_diagrams_and (self->model->diagrams, a, b);
}

/* In how many places others come before the value. */
static guint
rank_of (const Group *self, const LeioQuestion *question, guint value)
{
  const char *id = leio_question_get_value (question, value)->id;
  JsonArray *usual;

  if (!json_object_has_member (self->usual, question->id))
    return value;
  usual = json_object_get_array_member (self->usual, question->id);
  for (guint i = 0; i < json_array_get_length (usual); i++)
    if (g_str_equal (json_array_get_string_element (usual, i), id))
      return i;
  return question->values->len;
}

static double
usual_number (const Group *self, const LeioQuestion *question)
{
  if (json_object_has_member (self->usual, question->id))
    return json_object_get_double_member (self->usual, question->id);
  return question->min;
}

static void
set_usual_prices (const Group *self, guint index, LeioTestPrices *prices)
{
  const LeioQuestion *question = leio_rule_model_get_question (self->model, index);
  const LeioSpaceQuestion *place = leio_compiler_question (self->model->model->compiler, index);
  guint **values = prices->values + place->first_variable;

  switch (question->kind)
    {
    case LEIO_QUESTION_CHOICE:
    case LEIO_QUESTION_SCALE:
      for (guint i = 0; i < question->values->len; i++)
        values[0][i] = rank_of (self, question, i);
      break;
    case LEIO_QUESTION_SET:
      for (guint i = 0; i < question->values->len; i++)
        values[i][1] = MEMBER + rank_of (self, question, i);
      break;
    case LEIO_QUESTION_NUMBER:
      for (guint i = 0; i < leio_space_question_n_intervals (place); i++)
        values[0][i] = (guint) abs (
            (int) i - (int) leio_space_question_interval (place, usual_number (self, question)));
      break;
    }
}

static guint
own_index (const Group *self, guint question)
{
  const LeioSpaceQuestion *place = leio_compiler_question (self->model->model->compiler, question);

  return self->model->space->question_of[place->first_variable];
}

static LeioTestPrices *
new_prices (const Group *self)
{
  LeioTestPrices *prices = leio_test_prices_new (self->model->space);

  for (guint i = 0; i < self->model->n_questions; i++)
    {
      prices->answer[own_index (self, i)] = ANSWER;
      set_usual_prices (self, i, prices);
    }
  return prices;
}

/* The number in the interval that is nearest to @target, with the decimals of the question. */
static double
nearest_number (const LeioSpaceQuestion *place, guint interval, guint decimals, double target)
{
  double scale = pow (10, decimals);
  guint own = leio_space_question_interval (place, target);
  gboolean below = interval < own;
  const LeioCut *cut;

  if (interval == own)
    return target;
  cut = &g_array_index (place->cuts, LeioCut, below ? interval : interval - 1);
  for (int i = 0; i < 2; i++)
    {
      double number = (round (cut->at * scale) + (below ? -i : i)) / scale;

      if (leio_space_question_interval (place, number) == interval)
        return number;
    }
  return leio_space_question_sample (place, interval, decimals);
}

/* @near: (nullable): the case that is changed: what the values leave open is as there, and numbers
 * are near those there; else numbers are usual. */
static LeioAnswers *
read_answers (const Group *self, const int *values, const LeioAnswers *near)
{
  LeioAnswers *answers = leio_answers_new (self->model->n_questions);
  const LeioCompiler *compiler = self->model->model->compiler;

  for (guint i = 0; i < self->model->n_questions; i++)
    {
      const LeioQuestion *question = leio_rule_model_get_question (self->model, i);
      const LeioSpaceQuestion *place = leio_compiler_question (compiler, i);
      LeioAnswer answer = leio_compiler_read (compiler, i, values);
      const LeioAnswer *before = near != NULL ? leio_answers_get (near, i) : &answer;

      if (answer.state != LEIO_ANSWER_GIVEN)
        answer = *before;
      else if (question->kind == LEIO_QUESTION_NUMBER)
        answer.number = nearest_number (
            place, (guint) values[place->first_variable], question->decimals,
            near != NULL && before->state == LEIO_ANSWER_GIVEN ? before->number
                                                               : usual_number (self, question));
      leio_answers_set (answers, i, &answer);
    }
  return answers;
}

/* TRUE where every question that is answered is asked. */
static LeioNode
where_asked (const Group *self, const LeioAnswers *answers)
{
  LeioNode asked = LEIO_NODE_TRUE;

  for (guint i = 0; i < self->model->n_questions; i++)
    if (leio_answers_is_given (answers, i))
      asked = both (self, self->model->asked[i], asked);
  return asked;
}

static guint
find_fewest (const Group *self, const LeioTestPrices *prices, LeioNode where, int *values)
{
  return leio_test_fewest (self->model->diagrams, prices, self->model->possible, where, values);
}

/* What was found, with the answers that must be there for its questions to be asked. */
static LeioAnswers *
find_asked (const Group *self, LeioNode where, guint *cost)
{
  g_autoptr (LeioTestPrices) prices = new_prices (self);
  g_autofree int *values = g_new (int, self->model->space->n_variables + 1);
  LeioAnswers *answers;

  *cost = find_fewest (self, prices, where, values);
  if (*cost >= LEIO_TEST_NEVER)
    return NULL;
  answers = read_answers (self, values, NULL);
  for (;;)
    {
      LeioNode asked = where_asked (self, answers);

      if (leio_rule_model_results (self->model, asked, answers) == TRUE_BIT)
        return answers;
      where = both (self, where, asked);
      *cost = find_fewest (self, prices, where, values);
      leio_answers_free (answers);
      if (*cost >= LEIO_TEST_NEVER)
        return NULL;
      answers = read_answers (self, values, NULL);
    }
}

/* Where the rule decides nothing, the treatment's status is settled, at best as one that is
 * considered. */
static LeioAnswers *
find_in_force (const Group *self)
{
  LeioAnswers *best = NULL;
  guint best_cost = LEIO_TEST_NEVER;

  for (guint i = 0; i < LEIO_N_STATUSES; i++)
    {
      LeioNode settled = leio_diagrams_is_one_of (self->model->diagrams,
                                                  status_of (self, first_argument (self)), 1u << i);
      guint cost;
      LeioAnswers *answers = find_asked (self, both (self, self->where, settled), &cost);

      if (answers == NULL)
        continue;
      if (cost < best_cost)
        {
          LeioAnswers *swapped = best;

          best = answers;
          best_cost = cost;
          answers = swapped;
        }
      g_clear_pointer (&answers, leio_answers_free);
    }
  return best;
}

static LeioNode
where_considered (const Group *self, guint argument)
{
  return leio_diagrams_is_one_of (self->model->diagrams, status_of (self, argument),
                                  LEIO_RULE_MODEL_CONSIDERED);
}

/* Where one argument does what the rule is there for. */
static LeioNode
where_shown (const Group *self, guint argument)
{
  LeioNode in_force = self->model->model->in_force[argument];
  LeioNode considered = both (self, in_force, where_considered (self, argument));

  if (self->kind == LEIO_RULE_CASE_DECIDES)
    return self->model->decides[argument];
  return leio_rule_model_can_be (self->model, considered) ? considered : in_force;
}

/* The first of the arguments, and of the others those that can be shown with it. */
static void
fill_group (Group *self, GArray *arguments)
{
  self->kind = leio_rule_model_can_be (self->model,
                                       self->model->decides[g_array_index (arguments, guint, 0)])
                   ? LEIO_RULE_CASE_DECIDES
                   : LEIO_RULE_CASE_IN_FORCE;
  self->where = LEIO_NODE_TRUE;
  for (guint i = 0; i < arguments->len;)
    {
      guint argument = g_array_index (arguments, guint, i);
      gboolean decides = leio_rule_model_can_be (self->model, self->model->decides[argument]);
      LeioNode where = both (self, self->where, where_shown (self, argument));

      i++;
      if (decides != (self->kind == LEIO_RULE_CASE_DECIDES) ||
          !leio_rule_model_can_be (self->model, where))
        continue;
      self->where = where;
      g_array_append_val (self->arguments, argument);
      g_array_remove_index (arguments, --i);
    }
}

static LeioRuleCase *
make_case (const Group *self, LeioRuleCaseKind kind, LeioAnswers *answers)
{
  LeioRuleCase *made = leio_rule_case_new (
      leio_rule_model_get_rule (self->model, first_argument (self))->id, kind, answers);

  for (guint i = 0; i < self->arguments->len; i++)
    {
      guint argument = g_array_index (self->arguments, guint, i);
      LeioRuleExpectation one = { leio_rule_model_get_treatment (self->model, argument)->index, 0,
                                  0 };

      one.expected =
          (guint) leio_rule_model_results (self->model, status_of (self, argument), answers);
      if (kind == LEIO_RULE_CASE_DECIDES)
        one.without =
            (guint) leio_rule_model_results (self->model, self->model->without[argument], answers);
      g_array_append_val (made->expectations, one);
    }
  return made;
}

/* Another value is the dearer the farther it is; the given one is free. */
static void
set_change_prices (const Group *self, guint index, const int *given, LeioTestPrices *prices)
{
  const LeioQuestion *question = leio_rule_model_get_question (self->model, index);
  const LeioSpaceQuestion *place = leio_compiler_question (self->model->model->compiler, index);

  for (guint i = 0; i < place->n_variables; i++)
    {
      guint variable = place->first_variable + i;

      for (guint k = 0; k < self->model->space->arities[variable]; k++)
        if ((int) k == given[variable])
          prices->values[variable][k] = 0;
        else if (question->kind == LEIO_QUESTION_CHOICE)
          prices->values[variable][k] += 2;
        else if (question->kind == LEIO_QUESTION_SET)
          prices->values[variable][k] = 2 + rank_of (self, question, i);
        else
          prices->values[variable][k] = STEP * (guint) abs ((int) k - given[variable]);
    }
}

/* On how many arguments of the first treatment a question bears: what few ask tells most. */
static guint
count_bearing (const Group *self, guint question)
{
  const LeioSpaceQuestion *place = leio_compiler_question (self->model->model->compiler, question);
  guint treatment = leio_rule_model_get_treatment (self->model, first_argument (self))->index;
  guint end = leio_model_first_argument (self->model->model, treatment + 1);
  guint n = 0;

  for (guint i = leio_model_first_argument (self->model->model, treatment); i < end; i++)
    {
      g_autofree guint8 *support = g_new0 (guint8, self->model->space->n_variables + 1);
      guint rule = leio_rule_model_get_rule (self->model, i)->index;

      leio_diagrams_support (self->model->diagrams, self->model->model->applies[rule], support);
      n += memchr (support + place->first_variable, TRUE, place->n_variables) != NULL;
    }
  return n;
}

/* For changes of a case: its answers must stay answered. */
static LeioTestPrices *
new_change_prices (const Group *self, const LeioAnswers *answers)
{
  LeioTestPrices *prices = new_prices (self);
  g_autofree int *given = g_new (int, self->model->space->n_variables + 1);

  leio_compiler_fill (self->model->model->compiler, answers, given);
  for (guint i = 0; i < self->model->n_questions; i++)
    {
      guint own = own_index (self, i);

      prices->answer[own] = ANSWER + COMMON * count_bearing (self, i);
      if (!leio_answers_is_given (answers, i))
        {
          prices->answer[own] += ADDED;
          continue;
        }
      prices->open[own] = LEIO_TEST_NEVER;
      prices->kept[own] = TRUE;
      set_change_prices (self, i, given, prices);
    }
  return prices;
}

/* Fewest changes first, then what tells most. */
static gboolean
is_better (const Miss *a, const Miss *b)
{
  if (a->cost / ANSWER != b->cost / ANSWER)
    return a->cost < b->cost;
  if (a->unasked != b->unasked)
    return !a->unasked;
  if (a->open != b->open)
    return !a->open;
  if (a->overridden != b->overridden)
    return !a->overridden;
  return a->cost < b->cost;
}

static void
try_miss (const Group *self, const LeioTestPrices *prices, LeioNode where, Miss *try, Miss *best)
{
  g_autofree int *values = g_new (int, self->model->space->n_variables + 1);

  try->cost = find_fewest (self, prices, where, values);
  if (try->cost >= LEIO_TEST_NEVER || !is_better (try, best))
    return;
  g_free (best->values);
  *best = *try;
  best->values = g_steal_pointer (&values);
}

/* @try: what is known of every case in @where. */
static void
try_misses (
    const Group *self, const LeioTestPrices *prices, LeioNode where, const Miss *try, Miss *best)
{
  Miss open = *try;

  for (guint i = 0; i < LEIO_N_STATUSES; i++)
    {
      LeioNode settled = leio_diagrams_is_one_of (self->model->diagrams,
                                                  status_of (self, first_argument (self)), 1u << i);
      Miss one = *try;

      try_miss (self, prices, both (self, where, settled), &one, best);
    }
  open.open = TRUE;
  try_miss (self, prices, where, &open, best);
}

/* Where the rule does not apply, or is overridden on each treatment. */
static LeioNode
where_missed (const Group *self, gboolean overridden)
{
  LeioNode where = LEIO_NODE_TRUE;

  if (!overridden)
    return leio_diagrams_not (
        self->model->diagrams,
        self->model->model
            ->applies[leio_rule_model_get_rule (self->model, first_argument (self))->index]);
  for (guint i = 0; i < self->arguments->len; i++)
    {
      guint argument = g_array_index (self->arguments, guint, i);

      where = leio_diagrams_if (self->model->diagrams, self->model->model->in_force[argument],
                                LEIO_NODE_FALSE, where);
    }
  return where;
}

/* An answer to what is asked no more is no answer. */
static void
drop_unasked (const Group *self, LeioAnswers *answers)
{
  for (guint i = 0; i < self->model->n_questions; i++)
    if (leio_answers_is_given (answers, i) &&
        (leio_rule_model_results (self->model, self->model->asked[i], answers) & TRUE_BIT) == 0)
      leio_answers_clear (answers, i);
}

static LeioRuleCase *
find_miss (const Group *self, const LeioRuleCase *shown)
{
  g_autoptr (LeioTestPrices) prices = new_change_prices (self, shown->answers);
  LeioNode asked = where_asked (self, shown->answers);
  Miss best = { .cost = LEIO_TEST_NEVER };
  LeioAnswers *answers;

  for (guint i = 0; i < 4; i++)
    {
      Miss try = { .unasked = i / 2, .overridden = i % 2 };
      LeioNode where = where_missed (self, try.overridden);

      try_misses (self, prices, try.unasked ? where : both (self, where, asked), &try, &best);
    }
  if (best.values == NULL)
    return NULL;
  answers = read_answers (self, best.values, shown->answers);
  g_free (best.values);
  drop_unasked (self, answers);
  return make_case (self, LEIO_RULE_CASE_NEAR_MISS, answers);
}

static void
add_cases (Group *self, GPtrArray *cases)
{
  guint cost;
  LeioAnswers *answers = self->kind == LEIO_RULE_CASE_DECIDES
                             ? find_asked (self, self->where, &cost)
                             : find_in_force (self);
  LeioRuleCase *shown, *miss;

  if (answers == NULL)
    return;
  shown = make_case (self, self->kind, answers);
  g_ptr_array_add (cases, shown);
  miss = find_miss (self, shown);
  if (miss != NULL)
    g_ptr_array_add (cases, miss);
}

GPtrArray *
leio_rule_find_cases (LeioRuleModel *model, JsonObject *usual, guint rule)
{
  GPtrArray *cases = g_ptr_array_new_with_free_func ((GDestroyNotify) leio_rule_case_free);
  g_autoptr (GArray) arguments = leio_rule_model_list_arguments (model, rule);

  while (arguments->len > 0)
    {
      Group group = { model, usual, LEIO_RULE_CASE_DECIDES, NULL, LEIO_NODE_FALSE };
      guint before = arguments->len;

      group.arguments = g_array_new (FALSE, FALSE, sizeof (guint));
      fill_group (&group, arguments);
      if (group.arguments->len > 0)
        add_cases (&group, cases);
      g_array_unref (group.arguments);
      /* Of a rule that is dead nothing can be shown; the audit tells so. */
      if (arguments->len == before)
        break;
    }
  return cases;
}
