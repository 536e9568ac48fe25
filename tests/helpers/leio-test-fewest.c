/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-test-fewest.h"

#include <string.h>

/* What is still to be told apart: the possible cases in which it is so, and in which not. */
typedef struct
{
  LeioNode good, bad;
} Pair;

/* One way through the variables of a question, or the best of all. */
typedef struct
{
  Pair pair; /* what is left after it */
  guint cost;
  guint question;
  gboolean open;
  int *values; /* of the question's variables */
} Step;

typedef struct
{
  LeioDiagrams *diagrams;
  const LeioTestPrices *prices;
  GHashTable *best; /* Pair -> Step, NULL where there is no way */
} Search;

LeioTestPrices *
leio_test_prices_new (const LeioSpace *space)
{
  LeioTestPrices *self = g_new0 (LeioTestPrices, 1);

  self->space = space;
  self->open = g_new0 (guint, space->questions->len);
  self->answer = g_new0 (guint, space->questions->len);
  self->kept = g_new0 (gboolean, space->questions->len);
  self->values = g_new0 (guint *, space->n_variables);
  for (guint i = 0; i < space->n_variables; i++)
    self->values[i] = g_new0 (guint, space->arities[i]);
  return self;
}

void
leio_test_prices_free (LeioTestPrices *self)
{
  for (guint i = 0; i < self->space->n_variables; i++)
    g_free (self->values[i]);
  g_free (self->values);
  g_free (self->open);
  g_free (self->answer);
  g_free (self->kept);
  g_free (self);
}

static guint
pair_hash (gconstpointer key)
{
  const Pair *pair = key;

  return pair->good * 0x9e3779b1u ^ pair->bad;
}

static gboolean
pair_equal (gconstpointer a, gconstpointer b)
{
  const Pair *left = a;
  const Pair *right = b;

  return left->good == right->good && left->bad == right->bad;
}

static void
step_free (Step *self)
{
  if (self == NULL)
    return;
  g_free (self->values);
  g_free (self);
}

static const LeioSpaceQuestion *
question_at (const Search *self, guint question)
{
  return g_ptr_array_index (self->prices->space->questions, question);
}

static Step *
step_new (const Search *self, guint question, Pair pair)
{
  Step *step = g_new0 (Step, 1);
  guint n_variables = question_at (self, question)->n_variables;

  step->question = question;
  step->pair = pair;
  step->values = g_new (int, n_variables);
  memset (step->values, 0xff, sizeof (int) * n_variables);
  return step;
}

static LeioNode
follow (const Search *self, LeioNode node, guint variable, guint value)
{
  if (leio_diagrams_get_variable (self->diagrams, node) != variable)
    return node;
  return leio_diagrams_get_children (self->diagrams, node)[value];
}

/* Adds @step, or puts it in the place of a dearer way to the same pair. Takes @step. */
static void
add_step (GPtrArray *steps, Step *step)
{
  for (guint i = 0; i < steps->len; i++)
    {
      Step *other = g_ptr_array_index (steps, i);

      if (!pair_equal (&other->pair, &step->pair))
        continue;
      if (step->cost < other->cost)
        {
          Step swapped = *other;

          *other = *step;
          *step = swapped;
        }
      step_free (step);
      return;
    }
  g_ptr_array_add (steps, step);
}

static void
add_steps_below (const Search *self, GPtrArray *steps, const Step *from, guint index)
{
  const LeioSpaceQuestion *question = question_at (self, from->question);
  guint variable = question->first_variable + index;

  for (guint i = 0; i < self->prices->space->arities[variable]; i++)
    {
      Pair pair = { follow (self, from->pair.good, variable, i),
                    follow (self, from->pair.bad, variable, i) };
      Step *step = step_new (self, from->question, pair);

      memcpy (step->values, from->values, sizeof (int) * question->n_variables);
      step->values[index] = (int) i;
      step->cost = from->cost + self->prices->values[variable][i];
      add_step (steps, step);
    }
}

/* The answers to a question that lead to different pairs, each the cheapest. */
static GPtrArray *
list_answers (const Search *self, guint question, Pair pair)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);

  g_ptr_array_add (steps, step_new (self, question, pair));
  for (guint i = 0; i < question_at (self, question)->n_variables; i++)
    {
      GPtrArray *next = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);

      for (guint k = 0; k < steps->len; k++)
        add_steps_below (self, next, g_ptr_array_index (steps, k), i);
      g_ptr_array_unref (steps);
      steps = next;
    }
  for (guint i = 0; i < steps->len; i++)
    {
      Step *step = g_ptr_array_index (steps, i);

      if (!self->prices->kept[question] || step->cost > 0)
        step->cost += self->prices->answer[question];
    }
  return steps;
}

static guint
question_of (const Search *self, LeioNode node)
{
  guint variable = leio_diagrams_get_variable (self->diagrams, node);

  return node < LEIO_N_TERMINALS ? G_MAXUINT : self->prices->space->question_of[variable];
}

/* TRUE where the function is TRUE for some answer to the question. */
static LeioNode
for_some_answer (Search *self, guint question, LeioNode node)
{
  LeioNode any = LEIO_NODE_FALSE;
  guint arity;

  if (question_of (self, node) != question)
    return node;
  arity =
      leio_diagrams_get_arity (self->diagrams, leio_diagrams_get_variable (self->diagrams, node));
  for (guint i = 0; i < arity; i++)
    {
      LeioNode child = leio_diagrams_get_children (self->diagrams, node)[i];

      any = leio_diagrams_or (self->diagrams, for_some_answer (self, question, child), any);
    }
  return any;
}

static guint find_best (Search *self, Pair pair);

static Step *
pick_best (Search *self, Pair pair)
{
  guint question = MIN (question_of (self, pair.good), question_of (self, pair.bad));
  g_autoptr (GPtrArray) steps = list_answers (self, question, pair);
  Step *open = step_new (self, question,
                         (Pair){ for_some_answer (self, question, pair.good),
                                 for_some_answer (self, question, pair.bad) });
  guint best = LEIO_TEST_NEVER, picked = G_MAXUINT;

  open->open = TRUE;
  open->cost = self->prices->open[question];
  g_ptr_array_add (steps, open);
  for (guint i = 0; i < steps->len; i++)
    {
      Step *step = g_ptr_array_index (steps, i);

      if (step->cost < best)
        step->cost += find_best (self, step->pair);
      if (step->cost >= best)
        continue;
      best = step->cost;
      picked = i;
    }
  return picked == G_MAXUINT ? NULL : g_ptr_array_steal_index (steps, picked);
}

/* What the cheapest way costs on which nothing bad is left. */
static guint
find_best (Search *self, Pair pair)
{
  Step *best;

  if (pair.bad == LEIO_NODE_FALSE && pair.good == LEIO_NODE_TRUE)
    return 0;
  /* Even with an answer to everything it would not be so. */
  if (leio_diagrams_if (self->diagrams, pair.bad, LEIO_NODE_FALSE, pair.good) == LEIO_NODE_FALSE)
    return LEIO_TEST_NEVER;
  if (!g_hash_table_lookup_extended (self->best, &pair, NULL, (gpointer *) &best))
    {
      best = pick_best (self, pair);
      g_hash_table_insert (self->best, g_memdup2 (&pair, sizeof pair), best);
    }
  return best != NULL ? best->cost : LEIO_TEST_NEVER;
}

guint
leio_test_fewest (LeioDiagrams *diagrams,
                  const LeioTestPrices *prices,
                  LeioNode possible,
                  LeioNode where,
                  int *values)
{
  g_autoptr (GHashTable) best =
      g_hash_table_new_full (pair_hash, pair_equal, g_free, (GDestroyNotify) step_free);
  Search search = { diagrams, prices, best };
  Pair pair = { leio_diagrams_and (diagrams, possible, where),
                leio_diagrams_if (diagrams, where, LEIO_NODE_FALSE, possible) };
  guint cost = find_best (&search, pair);
  const Step *step;

  for (guint i = 0; i < prices->space->n_variables; i++)
    values[i] = -1;
  while (cost < LEIO_TEST_NEVER && (step = g_hash_table_lookup (best, &pair)) != NULL)
    {
      const LeioSpaceQuestion *question = question_at (&search, step->question);

      if (!step->open)
        memcpy (values + question->first_variable, step->values,
                sizeof (int) * question->n_variables);
      pair = step->pair;
    }
  return cost;
}
