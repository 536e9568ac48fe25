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
 *   reach the status, so it costs at least as much as the dearest of them.
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

typedef LeioCosts Costs;
typedef LeioBounds Bounds;

typedef struct
{
  LeioEngine *engine;
  const LeioAnswers *answers;
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
  if (terminal == LEIO_NODE_INVALID)
    memset (bounds.bound, 0, sizeof bounds.bound);
  else
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
  if (value < 0)
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
mask_now (Search *search)
{
  search->n_walks++;
  return leio_engine_mask (search->engine, search->root);
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
      if (mask_now (search) == wanted (search))
        g_array_remove_index (search->changed, i);
      else
        memcpy (search->engine->values + place->first_variable, kept,
                sizeof (int) * place->n_variables);
    }
}

/* Whether a node can still lead to a possible result other than the wanted one. */
static gboolean
leads_elsewhere (Search *search, LeioNode node)
{
  return (leio_engine_mask (search->engine, node) & ~wanted (search)) != 0;
}

/* The questions on one way to another result: one of them must be changed. */
static void
find_counterexample (Search *search, GArray *questions)
{
  LeioEngine *engine = search->engine;
  LeioNode node = search->root;

  while (!leio_node_is_terminal (node))
    {
      guint variable = leio_node_variable (engine->diagrams, node);
      guint question = engine->own_question[engine->space->question_of[variable]];
      const LeioNode *children = leio_node_children (engine->diagrams, node);
      int value = engine->values[variable];

      if (!leio_indices_contain (search->changed, question) &&
          !leio_indices_contain (questions, question))
        g_array_append_val (questions, question);
      for (guint i = 0; value < 0 && i < leio_node_arity (engine->diagrams, node); i++)
        if (leads_elsewhere (search, children[i]))
          value = (int) i;
      node = children[MAX (value, 0)];
    }
}

/* Where nothing possible is left every question of the treatment may be the one to change. */
static void
find_all_questions (Search *search, GArray *questions)
{
  g_autofree guint8 *support = g_new0 (guint8, search->engine->space->n_variables + 1);

  leio_diagrams_support (search->engine->diagrams, search->root, support);
  for (guint i = 0; i < search->engine->space->n_variables; i++)
    {
      guint question = search->engine->own_question[search->engine->space->question_of[i]];

      if (support[i] && !leio_indices_contain (search->changed, question) &&
          !leio_indices_contain (questions, question))
        g_array_append_val (questions, question);
    }
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
  guint64 mask = mask_now (search);

  if (mask == wanted (search))
    return TRUE;
  if (left == 0 || search->n_walks > MAX_WALKS)
    return FALSE;
  questions = g_array_new (FALSE, FALSE, sizeof (guint));
  if (mask & ~wanted (search))
    find_counterexample (search, questions);
  else
    find_all_questions (search, questions);
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

/* Looks for a set smaller than the one that was found; puts the found one back in place if there is none. */
static void
find_smaller (Search *search, guint bound)
{
  guint n_variables = search->engine->space->n_variables;
  g_autofree int *values = g_memdup2 (search->engine->values, sizeof (int) * n_variables);
  g_autoptr (GArray) changed = g_array_copy (search->changed);

  put_all_back (search);
  for (guint size = bound; size < changed->len; size++)
    if (search_changes (search, size))
      return;
  put_all_back (search);
  memcpy (search->engine->values, values, sizeof (int) * n_variables);
  g_array_append_vals (search->changed, changed->data, changed->len);
}

static void
find_change (Search *search, const Bounds *bounds, LeioTreatmentAdvice *advice)
{
  guint bound = MAX (1, bounds->bound[0].to[search->target]);

  search->n_walks = 0;
  take_way (search);
  if (search->changed->len > bound)
    drop_unneeded (search);
  if (search->changed->len > bound)
    find_smaller (search, bound);
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
  Search search = { self, answers, self->treatments[advice->treatment], 0, changed, 0 };
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
