/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fewest answers to set or change so that a treatment certainly has another
 * status.
 *
 * Two costs are found for every node in one pass, for all statuses at once:
 * - the cost of a way: the answers to set or change on the cheapest way down to
 *   the status. A way fixes all that it asks, so it is a change that works: an
 *   upper bound.
 * - the lower bound: where an open question is left open all its children must
 *   reach the status, so it costs at least as much as the dearest of them (but
 *   where impossible combinations know the question, as the cheapest: the others
 *   may be impossible).
 * Mostly the two meet, and the way is the answer. Where they do not, sets of one,
 * two, … answers are searched, from the lower bound up: as long as a completion
 * with another status is left, one of the questions on its way must be changed
 * (any change that leaves all of them alone leaves that completion too). That is
 * complete, so what is found is exactly minimal.
 *
 * A set question counts as one answer however many of its values change.
 */
#include "config.h"

#include "leio-advice-private.h"
#include "leio-engine-private.h"

#include <string.h>

#define FAR 200
/* Walks after which the search gives up and the upper bound stands. */
#define MAX_WALKS 200000
/* The most answers of a change whose cheapest way is impossible. */
#define MAX_CHANGES 12

typedef LeioCosts Costs;
typedef LeioBounds Bounds;

typedef struct
{
  LeioEngine *engine;
  const LeioAnswers *answers;
  guint treatment;
  LeioNode root;
  guint target;
  GArray *changed;       /* guint: questions whose values are set in engine->values */
  guint n_walks;
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
  /* Some of the children may be impossible, and need not reach the status. */
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
  search->n_walks++;
  leio_engine_values_changed (search->engine);
  return leio_engine_results (search->engine, search->root, 0);
}

static void
put_back (Search *search, guint question)
{
  leio_compiler_fill_one (search->engine->model->compiler, question,
                          leio_answers_get (search->answers, question), search->engine->values);
}

/* A set that is changed is known whole: what the way leaves open stays as it was, or out. */
static void
complete_set (Search *search, guint question)
{
  const LeioSpaceQuestion *place = leio_engine_place (search->engine, question);
  int *values = search->engine->values;

  for (guint i = 0; i < place->n_variables; i++)
    if (values[place->first_variable + i] < 0)
      values[place->first_variable + i] = 0;
}

static void
mark_changed (Search *search, guint question)
{
  if (!leio_indices_contain (search->changed, question))
    g_array_append_val (search->changed, question);
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
      if (cost < best_cost || (cost == best_cost && value == (int) i))
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
  for (guint i = 0; i < search->changed->len; i++)
    complete_set (search, g_array_index (search->changed, guint, i));
}

/* Answers to open questions that the way sets and that are not needed. */
static void
drop_unneeded (Search *search)
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
        g_array_remove_index (search->changed, i);
      else
        memcpy (search->engine->values + place->first_variable, kept,
                sizeof (int) * place->n_variables);
    }
}

/* The questions that the change may be about: those of the treatment, and those of impossible combinations
 * (a change that makes the case impossible needs another one beside it). */
static void
find_questions (Search *search, GArray *questions)
{
  LeioEngine *engine = search->engine;
  const GArray *support = g_ptr_array_index (engine->supports, search->treatment);

  for (guint i = 0; i < support->len; i++)
    if (!leio_indices_contain (search->changed, g_array_index (support, guint, i)))
      g_array_append_val (questions, g_array_index (support, guint, i));
  for (guint i = 0; i < engine->possible_support->len; i++)
    {
      guint question = g_array_index (engine->possible_support, guint, i);

      if (!leio_indices_contain (search->changed, question) &&
          !leio_indices_contain (questions, question))
        g_array_append_val (questions, question);
    }
}

/* Two functions walked down together; see leio_engine_results(). */
typedef struct
{
  LeioNode node, possible;
} Step;

static void
add_question (Search *search, guint variable, GArray *questions)
{
  guint question = search->engine->own_question[search->engine->space->question_of[variable]];

  if (!leio_indices_contain (search->changed, question) &&
      !leio_indices_contain (questions, question))
    g_array_append_val (questions, question);
}

/* Follows one possible way to another result and notes what it asks; FALSE where there is none from here. */
static gboolean
follow_other (Search *search, Step step, GArray *questions)
{
  LeioEngine *engine = search->engine;
  guint variable = MIN (leio_node_variable (engine->diagrams, step.node),
                        leio_node_variable (engine->diagrams, step.possible));
  guint length = questions->len;

  if ((leio_engine_mask (engine, step.node) & ~wanted (search)) == 0 ||
      (leio_engine_mask (engine, step.possible) >> LEIO_NODE_TRUE & 1) == 0)
    return FALSE;
  if (variable == G_MAXUINT16)
    return TRUE;
  if (!leio_tuples_add (engine->seen, (LeioTuple){ step.node, step.possible, 0, 0 }))
    return FALSE;
  add_question (search, variable, questions);
  for (guint i = 0; i < engine->space->arities[variable]; i++)
    {
      Step below = step;

      if (engine->values[variable] >= 0 && engine->values[variable] != (int) i)
        continue;
      if (leio_node_variable (engine->diagrams, step.node) == variable)
        below.node = leio_node_children (engine->diagrams, step.node)[i];
      if (leio_node_variable (engine->diagrams, step.possible) == variable)
        below.possible = leio_node_children (engine->diagrams, step.possible)[i];
      if (follow_other (search, below, questions))
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

static gboolean search_changes (Search *search, guint left);

/* Tries every value of the question from its @variable-th variable on. */
static gboolean
try_values (Search *search, const LeioSpaceQuestion *place, guint variable, guint left)
{
  int *values = search->engine->values;
  guint first = place->first_variable;

  if (variable == place->n_variables)
    return search_changes (search, left);
  for (guint i = 0; i < search->engine->space->arities[first + variable]; i++)
    {
      values[first + variable] = (int) i;
      if (try_values (search, place, variable + 1, left))
        return TRUE;
      if (search->n_walks > MAX_WALKS)
        return FALSE;
    }
  return FALSE;
}

static gboolean
try_questions (Search *search, const GArray *questions, guint left)
{
  for (guint i = 0; i < questions->len; i++)
    {
      guint question = g_array_index (questions, guint, i);

      g_array_append_val (search->changed, question);
      if (try_values (search, leio_engine_place (search->engine, question), 0, left - 1))
        return TRUE;
      g_array_set_size (search->changed, search->changed->len - 1);
      put_back (search, question);
      if (search->n_walks > MAX_WALKS)
        return FALSE;
    }
  return FALSE;
}

static gboolean
search_changes (Search *search, guint left)
{
  g_autoptr (GArray) questions = NULL;
  guint64 mask = results_now (search);

  if (mask == wanted (search))
    return TRUE;
  if (left == 0 || search->n_walks > MAX_WALKS)
    return FALSE;
  questions = g_array_new (FALSE, FALSE, sizeof (guint));
  if (mask & ~wanted (search))
    find_counterexample (search, questions);
  else
    find_questions (search, questions);
  return try_questions (search, questions, left);
}

static void
put_all_back (Search *search)
{
  for (guint i = 0; i < search->changed->len; i++)
    put_back (search, g_array_index (search->changed, guint, i));
  g_array_set_size (search->changed, 0);
}

static void
add_change (Search *search, LeioTreatmentAdvice *advice)
{
  LeioChange *change = leio_change_new ((LeioStatus) search->target);

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

/* Looks for a set of fewer than @end answers; FALSE puts everything back. */
static gboolean
find_smaller (Search *search, guint bound, guint end)
{
  put_all_back (search);
  for (guint size = bound; size < end; size++)
    if (search_changes (search, size))
      return TRUE;
  put_all_back (search);
  return FALSE;
}

/* The cheapest way works, unless it makes an impossible case. */
static void
improve_way (Search *search, guint bound)
{
  guint n_variables = search->engine->space->n_variables;
  g_autofree int *values = NULL;
  g_autoptr (GArray) changed = NULL;
  gboolean works = results_now (search) == wanted (search);

  if (works && search->changed->len > bound)
    drop_unneeded (search);
  if (works && search->changed->len <= bound)
    return;
  values = g_memdup2 (search->engine->values, sizeof (int) * n_variables);
  changed = g_array_copy (search->changed);
  if (find_smaller (search, bound, works ? changed->len : MAX_CHANGES + 1) || !works)
    return;
  memcpy (search->engine->values, values, sizeof (int) * n_variables);
  g_array_append_vals (search->changed, changed->data, changed->len);
}

static void
find_change (Search *search, const Bounds *bounds, LeioTreatmentAdvice *advice)
{
  search->n_walks = 0;
  take_way (search);
  improve_way (search, MAX (1, bounds->bound[0].to[search->target]));
  if (search->changed->len > 0)
    add_change (search, advice);
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
  if (++self->bound_stamp != 0)
    return;
  memset (self->bound_stamps, 0, sizeof (guint32) * leio_diagrams_get_n_nodes (self->diagrams));
  self->bound_stamp = 1;
}

void
leio_engine_find_changes (LeioEngine *self, const LeioAnswers *answers, LeioTreatmentAdvice *advice)
{
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (guint));
  Search search = { self, answers, advice->treatment, self->model->statuses[advice->treatment],
                    0, changed, 0 };
  Bounds bounds;

  find_bounds (&search, search.root);
  bounds = leio_node_is_terminal (search.root) ? terminal_bounds (search.root)
                                               : *get_bounds (&search, search.root);
  for (guint i = 0; i < LEIO_N_STATUSES; i++)
    {
      search.target = i;
      if (advice->possible != 1u << i && bounds.way[0].to[i] < FAR)
        find_change (&search, &bounds, advice);
    }
}
