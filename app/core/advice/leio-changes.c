/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fewest answers to set or change so that a treatment certainly has a status
 * that it cannot have now.
 *
 * Two costs are found for every node in one pass, for all statuses at once:
 * - the cost of a way: the answers to set or change on the cheapest way down to
 *   the status. What of them is not needed is dropped again, one by one.
 * - the lower bound: where an open question is left open all its children must
 *   reach the status, so it costs at least as much as the dearest of them
 *   (but as the cheapest where impossible combinations know the question).
 * Mostly the two meet. Where they do not, sets of fewer answers are searched, from
 * the lower bound up: as long as a completion with another status is left, one of
 * the questions on its way must be changed (any change that leaves all of them
 * alone leaves that completion too). That is complete; the number of walks is
 * limited for all treatments together, and a change says whether it is proved
 * to be the smallest.
 *
 * A set question counts as one answer however many of its values change.
 */
#include "config.h"

#include "leio-advice-private.h"
#include "leio-engine-private.h"

#include <string.h>

#define FAR 200
/* Walks of all searches of one case; what is left to prove then stays unproved. */
#define MAX_WALKS 1000
/* A change of more answers than this is told, but not searched for a smaller one: nobody would
 * act on it. */
#define MAX_SEARCHED 3

typedef LeioCosts Costs;
typedef LeioBounds Bounds;

/* Two functions walked down together; see leio_engine_results(). */
typedef struct
{
  LeioNode node, possible;
} Step;

typedef struct
{
  LeioEngine *engine;
  const LeioAnswers *answers;
  guint treatment;
  LeioNode root;
  guint target;
  GArray *changed;       /* guint: questions whose values are set in engine->values */
  GArray *locked;        /* guint: questions that were tried already, and stay as they are */
} Search;

static Bounds *
get_bounds (const Search *search, LeioNode node)
{
  return &search->engine->bounds[node];
}

static guint
question_at (const Search *search, LeioNode node)
{
  guint variable = leio_node_variable (search->engine->diagrams, node);

  return search->engine->space->question_of[variable];
}

static Bounds
terminal_bounds (LeioNode terminal)
{
  Bounds bounds;

  memset (&bounds, FAR, sizeof bounds);
  for (guint i = 0; i < 2; i++)
    bounds.way[i].to[terminal] = bounds.bound[i].to[terminal] = 0;
  return bounds;
}

/* The bounds of a child as its parent sees them: another question starts unchanged. */
static Bounds
child_bounds (const Search *search, LeioNode child, guint question)
{
  Bounds bounds;

  if (leio_node_is_terminal (child))
    return terminal_bounds (child);
  bounds = *get_bounds (search, child);
  if (question_at (search, child) != question)
    {
      bounds.way[1] = bounds.way[0];
      bounds.bound[1] = bounds.bound[0];
    }
  return bounds;
}

static void
lower_to (Costs *costs, const Costs *other, guint extra)
{
  for (guint i = 0; i < 8; i++)
    costs->to[i] = MIN (costs->to[i], MIN (other->to[i] + extra, FAR));
}

static void
raise_to (Costs *costs, const Costs *other)
{
  for (guint i = 0; i < 8; i++)
    costs->to[i] = MAX (costs->to[i], other->to[i]);
}

static Bounds
combine (const Search *search, LeioNode node)
{
  LeioDiagrams *diagrams = search->engine->diagrams;
  int value = search->engine->values[leio_node_variable (diagrams, node)];
  guint question = question_at (search, node);
  Costs all;
  Bounds bounds;

  memset (&bounds, FAR, sizeof bounds);
  memset (&all, 0, sizeof all);
  for (guint i = 0; i < leio_node_arity (diagrams, node); i++)
    {
      Bounds child = child_bounds (search, leio_node_children (diagrams, node)[i], question);
      gboolean given = value == (int) i;

      lower_to (&bounds.way[0], &child.way[given ? 0 : 1], given ? 0 : 1);
      lower_to (&bounds.way[1], &child.way[1], 0);
      lower_to (&bounds.bound[0], &child.bound[given ? 0 : 1], given ? 0 : 1);
      lower_to (&bounds.bound[1], &child.bound[1], 0);
      raise_to (&all, &child.bound[0]);
    }
  if (value >= 0)
    return bounds;
  /* Some of the values may be, or become, impossible, and need not lead to the status. */
  if (leio_indices_contain (search->engine->possible_support,
                            search->engine->own_question[question]))
    lower_to (&bounds.bound[0], &bounds.bound[1], 0);
  else
    lower_to (&bounds.bound[0], &all, 0);
  return bounds;
}

static void
find_bounds (Search *search, LeioNode node)
{
  LeioEngine *engine = search->engine;

  if (leio_node_is_terminal (node) || engine->bound_stamps[node] == engine->bound_stamp)
    return;
  for (guint i = 0; i < leio_node_arity (engine->diagrams, node); i++)
    find_bounds (search, leio_node_children (engine->diagrams, node)[i]);
  engine->bounds[node] = combine (search, node);
  engine->bound_stamps[node] = engine->bound_stamp;
}

static guint64
wanted (const Search *search)
{
  return G_GUINT64_CONSTANT (1) << search->target;
}

static guint64
results_now (Search *search)
{
  search->engine->n_walks++;
  leio_engine_values_changed (search->engine);
  return leio_engine_results (search->engine, search->root, 0);
}

static void
put_back (Search *search, guint question)
{
  leio_compiler_fill_one (search->engine->model->compiler, question,
                          leio_answers_get (search->answers, question), search->engine->values);
}

static void
fill_set (Search *search, guint question)
{
  const LeioSpaceQuestion *place = leio_engine_place (search->engine, question);
  int *values = search->engine->values;

  for (guint i = 0; i < place->n_variables; i++)
    if (values[place->first_variable + i] < 0)
      values[place->first_variable + i] = 0;
}

/* A set that is changed is known whole. What the way leaves open is in it only where it would
 * be impossible else (spread, but nowhere). */
static void
complete_sets (Search *search)
{
  LeioEngine *engine = search->engine;
  LeioNode node = engine->possible;

  leio_engine_values_changed (engine);
  while (!leio_node_is_terminal (node))
    {
      guint variable = leio_node_variable (engine->diagrams, node);
      const LeioNode *children = leio_node_children (engine->diagrams, node);
      guint question = engine->own_question[engine->space->question_of[variable]];
      guint value = 0;

      while (value + 1 < leio_node_arity (engine->diagrams, node) &&
             (leio_engine_mask (engine, children[value]) >> LEIO_NODE_TRUE & 1) == 0)
        value++;
      if (engine->values[variable] >= 0)
        value = (guint) engine->values[variable];
      else if (leio_indices_contain (search->changed, question))
        engine->values[variable] = (int) value;
      node = children[value];
    }
  for (guint i = 0; i < search->changed->len; i++)
    fill_set (search, g_array_index (search->changed, guint, i));
}

static void
mark_changed (Search *search, guint question)
{
  if (!leio_indices_contain (search->changed, question))
    g_array_append_val (search->changed, question);
}

/* Whether the way so far can go on with @value and stay possible. */
static gboolean
stays_possible (const Search *search, guint variable, guint value)
{
  LeioEngine *engine = search->engine;
  guint question = engine->own_question[engine->space->question_of[variable]];
  int kept = engine->values[variable];
  gboolean possible;

  if (!leio_indices_contain (engine->possible_support, question))
    return TRUE;
  engine->values[variable] = (int) value;
  leio_engine_values_changed (engine);
  possible = leio_engine_mask (engine, engine->possible) >> LEIO_NODE_TRUE & 1;
  engine->values[variable] = kept;
  return possible;
}

/* The child through which the cheapest way leads. */
static guint
best_child (const Search *search, LeioNode node, guint state)
{
  LeioDiagrams *diagrams = search->engine->diagrams;
  int value = search->engine->values[leio_node_variable (diagrams, node)];
  guint best = 0, best_cost = G_MAXUINT;

  for (guint i = 0; i < leio_node_arity (diagrams, node); i++)
    {
      Bounds child = child_bounds (search, leio_node_children (diagrams, node)[i],
                                   question_at (search, node));
      gboolean free_step = state == 1 || value == (int) i;
      guint cost = child.way[free_step ? state : 1].to[search->target] + (free_step ? 0 : 1);

      /* Of equal ways the one that keeps the given answer. */
      if ((cost < best_cost || (cost == best_cost && value == (int) i)) &&
          stays_possible (search, leio_node_variable (diagrams, node), i))
        {
          best = i;
          best_cost = cost;
        }
    }
  return best;
}

/* Sets the values of the cheapest way, and marks what it changes. */
static void
take_way (Search *search)
{
  LeioEngine *engine = search->engine;
  LeioNode node = search->root;
  guint question = G_MAXUINT, state = 0;

  while (!leio_node_is_terminal (node))
    {
      guint variable = leio_node_variable (engine->diagrams, node);
      guint child;

      if (question_at (search, node) != question)
        state = 0;
      question = question_at (search, node);
      child = best_child (search, node, state);
      if (engine->values[variable] != (int) child)
        {
          state = 1;
          mark_changed (search, engine->own_question[question]);
          engine->values[variable] = (int) child;
        }
      node = leio_node_children (engine->diagrams, node)[child];
    }
  complete_sets (search);
}

/* Puts back one answer that the way changes and that is not needed, the last first. */
static gboolean
drop_one (Search *search)
{
  for (guint i = search->changed->len; i-- > 0;)
    {
      guint question = g_array_index (search->changed, guint, i);
      const LeioSpaceQuestion *place = leio_engine_place (search->engine, question);
      g_autofree int *kept
          = g_memdup2 (search->engine->values + place->first_variable,
                       sizeof (int) * place->n_variables);

      put_back (search, question);
      if (results_now (search) == wanted (search))
        {
          g_array_remove_index (search->changed, i);
          return TRUE;
        }
      memcpy (search->engine->values + place->first_variable, kept,
              sizeof (int) * place->n_variables);
    }
  return FALSE;
}

/* An answer can be needed for the sake of another alone, so all are looked at again. */
static void
drop_unneeded (Search *search)
{
  while (drop_one (search))
    ;
}

static void
consider (const Search *search, guint question, GArray *questions)
{
  if (!leio_indices_contain (search->changed, question) &&
      !leio_indices_contain (search->locked, question) &&
      !leio_indices_contain (questions, question))
    g_array_append_val (questions, question);
}

/* The questions that the change may be about: those of the treatment, and those of impossible
 * combinations (a change that makes the case impossible needs another one beside it). */
static void
find_questions (Search *search, GArray *questions)
{
  LeioEngine *engine = search->engine;
  const GArray *support = g_ptr_array_index (engine->supports, search->treatment);

  for (guint i = 0; i < support->len; i++)
    consider (search, g_array_index (support, guint, i), questions);
  for (guint i = 0; i < engine->possible_support->len; i++)
    consider (search, g_array_index (engine->possible_support, guint, i), questions);
}

static guint
top_variable (const Search *search, const Step *step)
{
  return MIN (leio_node_variable (search->engine->diagrams, step->node),
              leio_node_variable (search->engine->diagrams, step->possible));
}

static Step
step_down (const Search *search, const Step *step, guint variable, guint value)
{
  LeioDiagrams *diagrams = search->engine->diagrams;
  Step below = *step;

  if (leio_node_variable (diagrams, step->node) == variable)
    below.node = leio_node_children (diagrams, step->node)[value];
  if (leio_node_variable (diagrams, step->possible) == variable)
    below.possible = leio_node_children (diagrams, step->possible)[value];
  return below;
}

/* Follows one possible way to another result and notes what it asks; FALSE where there is none
 * from here. */
static gboolean
follow_other (Search *search, Step step, GArray *questions)
{
  LeioEngine *engine = search->engine;
  guint variable = top_variable (search, &step);
  guint length = questions->len;

  if ((leio_engine_mask (engine, step.node) & ~wanted (search)) == 0 ||
      (leio_engine_mask (engine, step.possible) >> LEIO_NODE_TRUE & 1) == 0)
    return FALSE;
  if (variable == G_MAXUINT16)
    return TRUE;
  if (!leio_tuples_add (engine->seen, (LeioTuple){ step.node, step.possible, 0, 0 }))
    return FALSE;
  consider (search, engine->own_question[engine->space->question_of[variable]], questions);
  for (guint i = 0; i < engine->space->arities[variable]; i++)
    {
      if (engine->values[variable] >= 0 && engine->values[variable] != (int) i)
        continue;
      if (follow_other (search, step_down (search, &step, variable, i), questions))
        return TRUE;
    }
  g_array_set_size (questions, length);
  return FALSE;
}

/* The questions on one way to another result: one of them must be changed. */
static void
find_counterexample (Search *search, GArray *questions)
{
  leio_tuples_clear (search->engine->seen);
  follow_other (search, (Step){ search->root, search->engine->possible }, questions);
}

static void
put_all_back (Search *search)
{
  for (guint i = 0; i < search->changed->len; i++)
    put_back (search, g_array_index (search->changed, guint, i));
  g_array_set_size (search->changed, 0);
}

/* The cheapest way that is possible too: needed where the cheapest way is not. Memory: (node,
 * possible) -> costs. */
typedef struct
{
  guint8 cost[2];        /* [1]: the question at the top is changed already */
} WayCosts;

static WayCosts find_way (Search *search, LeioTuples *memory, Step step);

/* What it costs to go on with @value, the question's state being @state. */
static guint
cost_of_value (Search *search, LeioTuples *memory, const Step *step, guint value, guint state)
{
  const LeioSpace *space = search->engine->space;
  guint variable = top_variable (search, step);
  Step below = step_down (search, step, variable, value);
  gboolean changes = search->engine->values[variable] != (int) value;
  guint next = top_variable (search, &below);
  WayCosts costs = find_way (search, memory, below);
  gboolean same = next != G_MAXUINT16 && space->question_of[next] == space->question_of[variable];

  return costs.cost[same && (state || changes) ? 1 : 0] + (changes && !state ? 1 : 0);
}

static WayCosts
find_way (Search *search, LeioTuples *memory, Step step)
{
  guint variable = top_variable (search, &step);
  WayCosts costs = { { FAR, FAR } };
  guint32 known;

  if (step.possible == LEIO_NODE_FALSE ||
      (leio_node_is_terminal (step.node) && step.node != search->target))
    return costs;
  if (variable == G_MAXUINT16)
    return (WayCosts){ { 0, 0 } };
  if (leio_tuples_lookup (memory, step.node, step.possible, &known))
    return (WayCosts){ { known & 0xff, known >> 8 } };
  for (guint i = 0; i < search->engine->space->arities[variable]; i++)
    for (guint state = 0; state < 2; state++)
      costs.cost[state]
          = (guint8) MIN (costs.cost[state], cost_of_value (search, memory, &step, i, state));
  leio_tuples_store (memory, step.node, step.possible,
                     costs.cost[0] | (guint32) costs.cost[1] << 8);
  return costs;
}

static guint
best_value (Search *search, LeioTuples *memory, const Step *step, guint state)
{
  guint best = 0, best_cost = G_MAXUINT;

  for (guint i = 0; i < search->engine->space->arities[top_variable (search, step)]; i++)
    {
      guint cost = cost_of_value (search, memory, step, i, state);

      if (cost < best_cost)
        {
          best = i;
          best_cost = cost;
        }
    }
  return best;
}

static void
take_possible_way (Search *search)
{
  LeioEngine *engine = search->engine;
  LeioTuples *memory = engine->ways;
  Step step = { search->root, engine->possible };
  guint question = G_MAXUINT, state = 0;

  put_all_back (search);
  leio_tuples_clear (memory);
  find_way (search, memory, step);
  for (guint variable = top_variable (search, &step); variable != G_MAXUINT16;
       variable = top_variable (search, &step))
    {
      guint value;

      state = engine->space->question_of[variable] == question ? state : 0;
      question = engine->space->question_of[variable];
      value = best_value (search, memory, &step, state);
      step = step_down (search, &step, variable, value);
      if (engine->values[variable] == (int) value)
        continue;
      state = 1;
      mark_changed (search, engine->own_question[question]);
      engine->values[variable] = (int) value;
    }
  complete_sets (search);
}

static gboolean search_changes (Search *search, guint left);

/* Tries one value of each kind that the treatment can tell apart. */
static gboolean
try_values (Search *search, guint question, guint left)
{
  const LeioSpaceQuestion *place = leio_engine_place (search->engine, question);
  const GPtrArray *kinds = leio_engine_get_kinds (search->engine, search->treatment, question);

  for (guint i = 0; i < kinds->len && search->engine->n_walks <= MAX_WALKS; i++)
    {
      memcpy (search->engine->values + place->first_variable, g_ptr_array_index (kinds, i),
              sizeof (int) * place->n_variables);
      if (search_changes (search, left))
        return TRUE;
    }
  return FALSE;
}

static gboolean
try_question (Search *search, guint question, guint left)
{
  g_array_append_val (search->changed, question);
  if (try_values (search, question, left - 1))
    return TRUE;
  g_array_set_size (search->changed, search->changed->len - 1);
  put_back (search, question);
  return FALSE;
}

/* What was tried with one question need not be tried again with the next. */
static gboolean
try_questions (Search *search, const GArray *questions, guint left)
{
  guint n_locked = search->locked->len;
  gboolean found = FALSE;

  for (guint i = 0; i < questions->len && !found && search->engine->n_walks <= MAX_WALKS; i++)
    {
      guint question = g_array_index (questions, guint, i);

      found = try_question (search, question, left);
      g_array_append_val (search->locked, question);
    }
  g_array_set_size (search->locked, n_locked);
  return found;
}

static gboolean
search_changes (Search *search, guint left)
{
  g_autoptr (GArray) questions = NULL;
  guint64 mask = results_now (search);

  if (mask == wanted (search))
    return TRUE;
  if (left == 0 || search->engine->n_walks > MAX_WALKS)
    return FALSE;
  questions = g_array_new (FALSE, FALSE, sizeof (guint));
  if (mask & ~wanted (search))
    find_counterexample (search, questions);
  else
    find_questions (search, questions);
  return try_questions (search, questions, left);
}

static void
add_change (Search *search, gboolean smallest, LeioTreatmentAdvice *advice)
{
  LeioChange *change = leio_change_new ((LeioStatus) search->target);

  change->smallest = smallest;
  leio_sort_indices (search->changed);
  g_array_append_vals (change->questions, search->changed->data, search->changed->len);
  for (guint i = 0; i < search->changed->len; i++)
    {
      LeioAnswer answer = leio_compiler_read (search->engine->model->compiler,
                                              g_array_index (search->changed, guint, i),
                                              search->engine->values);

      g_array_append_val (change->answers, answer);
    }
  g_ptr_array_add (advice->changes, change);
}

/* Single answers are few, so all of them are tried, however much other searches have used up. */
static gboolean
search_size (Search *search, guint size)
{
  guint n_walks = search->engine->n_walks;
  gboolean found;

  if (size == 1)
    search->engine->n_walks = 0;
  found = search_changes (search, size);
  if (size == 1)
    search->engine->n_walks = n_walks;
  return found;
}

/* Looks for a set of fewer than @end answers; FALSE puts everything back. */
static gboolean
find_smaller (Search *search, guint bound, guint end)
{
  put_all_back (search);
  for (guint size = bound; size < end; size++)
    if (search_size (search, size))
      return TRUE;
  put_all_back (search);
  return FALSE;
}

/* Makes the way that was taken smaller where that can be; returns whether it is proved smallest. */
static gboolean
improve_way (Search *search, guint bound)
{
  guint n_variables = search->engine->space->n_variables;
  g_autofree int *values = NULL;
  g_autoptr (GArray) changed = NULL;

  if (search->changed->len > bound)
    drop_unneeded (search);
  if (search->changed->len <= bound)
    return TRUE;
  if (search->changed->len > MAX_SEARCHED)
    return FALSE;
  values = g_memdup2 (search->engine->values, sizeof (int) * n_variables);
  changed = g_array_copy (search->changed);
  if (find_smaller (search, bound, changed->len))
    return TRUE;
  memcpy (search->engine->values, values, sizeof (int) * n_variables);
  g_array_append_vals (search->changed, changed->data, changed->len);
  return changed->len == 2 || search->engine->n_walks <= MAX_WALKS;
}

static void
find_change (Search *search, const Bounds *bounds, LeioTreatmentAdvice *advice)
{
  gboolean smallest;

  take_way (search);
  if (results_now (search) != wanted (search))
    take_possible_way (search);
  smallest = improve_way (search, MAX (1, bounds->bound[0].to[search->target]));
  if (results_now (search) == wanted (search))
    add_change (search, smallest, advice);
  put_all_back (search);
}

/**
 * leio_engine_begin_changes:
 *
 * Forgets the bounds of the last case; the treatments of one case share them.
 */
void
leio_engine_begin_changes (LeioEngine *self)
{
  self->n_walks = 0;
  if (++self->bound_stamp != 0)
    return;
  memset (self->bound_stamps, 0, sizeof (guint32) * leio_diagrams_get_n_nodes (self->diagrams));
  self->bound_stamp = 1;
}

void
leio_engine_find_changes (LeioEngine *self, const LeioAnswers *answers, LeioTreatmentAdvice *advice)
{
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) locked = g_array_new (FALSE, FALSE, sizeof (guint));
  Search search = { self, answers, advice->treatment, self->model->statuses[advice->treatment],
                    0, changed, locked };
  Bounds bounds;

  if ((self->reachable[advice->treatment] & ~advice->possible) == 0)
    return;
  find_bounds (&search, search.root);
  bounds = leio_node_is_terminal (search.root) ? terminal_bounds (search.root)
                                               : *get_bounds (&search, search.root);
  for (guint i = 0; i < LEIO_N_STATUSES; i++)
    {
      search.target = i;
      if ((advice->possible >> i & 1) == 0 && bounds.way[0].to[i] < FAR)
        find_change (&search, &bounds, advice);
    }
}
