/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Making an engine, and the statuses alone.
 */
#include "config.h"

#include "leio-advice-private.h"
#include "leio-engine-private.h"

#include "leio-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The results at a node in one byte: those below seven, as all statuses are, and whether there are
 * others. So all that a walk writes to stays in the processor's cache: of each node a word in
 * engine->reach, a stamp and this byte, and in engine->ever this byte of all cases. The latter
 * spares many ways: below a node is nothing to be found that has been found already. */
#define NARROW_BITS 0x7f
#define NARROW_OTHERS 0x80
#define MASK_BITS 8
#define STAMP_END (1u << (32 - MASK_BITS))

static void
compile_doctor_questions (LeioEngine *self)
{
  const GPtrArray *questions = self->knowledge->doctor_questions;

  self->doctor_questions = g_new (LeioNode, questions->len + 1);
  for (guint i = 0; i < questions->len; i++)
    {
      const LeioDoctorQuestion *question = g_ptr_array_index (questions, i);

      self->doctor_questions[i] =
          question->condition == NULL
              ? LEIO_NODE_TRUE
              : leio_compiler_condition (self->model->compiler, question->condition);
    }
}

static void
compile_board (LeioEngine *self)
{
  const GPtrArray *reasons = self->knowledge->board;

  self->board = g_new (LeioNode, reasons->len + 1);
  for (guint i = 0; i < reasons->len; i++)
    self->board[i] = leio_compiler_condition (
        self->model->compiler, ((LeioBoardReason *) g_ptr_array_index (reasons, i))->condition);
}

static void
compile_questions (LeioEngine *self)
{
  guint n_derived = self->knowledge->logic->derived->len;

  self->asked = g_new (LeioNode, self->n_questions + 1);
  for (guint i = 0; i < self->n_questions; i++)
    self->asked[i] = leio_compiler_asked (self->model->compiler, i);
  self->derived = g_new (LeioNode, n_derived + 1);
  for (guint i = 0; i < n_derived; i++)
    self->derived[i] = leio_compiler_derived (self->model->compiler, i);
}

static void
compile_impossible (LeioEngine *self)
{
  guint n = self->knowledge->logic->impossible->len;

  self->impossible = g_new (LeioNode, n + 1);
  self->possible = LEIO_NODE_TRUE;
  for (guint i = 0; i < n; i++)
    {
      self->impossible[i] = leio_compiler_impossible (self->model->compiler, i);
      self->possible =
          leio_diagrams_if (self->diagrams, self->impossible[i], LEIO_NODE_FALSE, self->possible);
    }
}

static void
add_roots (GPtrArray *roots, LeioNode *nodes, guint length)
{
  for (guint i = 0; i < length; i++)
    g_ptr_array_add (roots, &nodes[i]);
}

/* Only what a case needs stays: first what the statuses need, which are asked most. */
static void
keep_roots (LeioEngine *self)
{
  g_autoptr (GPtrArray) roots = g_ptr_array_new ();

  add_roots (roots, &self->possible, 1);
  add_roots (roots, self->model->statuses, self->knowledge->treatments->len);
  add_roots (roots, self->model->applies, self->knowledge->rules->len);
  add_roots (roots, self->model->in_force, self->knowledge->arguments->len);
  add_roots (roots, self->asked, self->n_questions);
  add_roots (roots, self->derived, self->knowledge->logic->derived->len);
  add_roots (roots, self->impossible, self->knowledge->logic->impossible->len);
  add_roots (roots, self->doctor_questions, self->knowledge->doctor_questions->len);
  add_roots (roots, self->board, self->knowledge->board->len);
  leio_diagrams_collect (self->diagrams, (LeioNode **) roots->pdata, roots->len);
  self->nodes = (const LeioNodeRecord *) (const void *) self->diagrams->nodes->data;
  self->children = (const LeioNode *) (const void *) self->diagrams->children->data;
  self->arities = self->diagrams->arities;
}

static GArray *
list_support (LeioEngine *self, LeioNode node)
{
  g_autofree guint8 *support = g_new0 (guint8, self->space->n_variables + 1);
  GArray *questions = g_array_new (FALSE, FALSE, sizeof (guint));

  leio_diagrams_support (self->diagrams, node, support);
  for (guint i = 0; i < self->space->n_variables; i++)
    {
      guint question = self->own_question[self->space->question_of[i]];

      if (support[i] &&
          (questions->len == 0 || g_array_index (questions, guint, questions->len - 1) != question))
        g_array_append_val (questions, question);
    }
  leio_sort_indices (questions);
  return questions;
}

void
leio_engine_prepare_scratch (LeioEngine *self)
{
  guint n_nodes = leio_diagrams_get_n_nodes (self->diagrams);

  self->values = g_new (int, self->space->n_variables + 1);
  self->reach = g_new0 (guint32, n_nodes);
  self->wide_masks = g_new (guint64, n_nodes);
  self->bounds = g_new (LeioBounds, n_nodes);
  self->bound_stamps = g_new0 (guint32, n_nodes);
  self->prices = g_new (guint, self->space->questions->len + 1);
  self->seen = leio_tuples_new ();
  self->seen_fronts = leio_tuples_new ();
}

void
leio_engine_free_scratch (LeioEngine *self)
{
  g_clear_pointer (&self->seen, leio_tuples_free);
  g_clear_pointer (&self->seen_fronts, leio_tuples_free);
  g_free (self->values);
  g_free (self->reach);
  g_free (self->wide_masks);
  g_free (self->bounds);
  g_free (self->bound_stamps);
  g_free (self->prices);
}

static void
prepare (LeioEngine *self)
{
  leio_engine_prepare_scratch (self);
  leio_engine_prepare_limits (self);
  self->restricted = leio_restricted_new (self->space, self->diagrams);
  self->possible_support = list_support (self, self->possible);
  self->supports = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < self->knowledge->treatments->len; i++)
    g_ptr_array_add (self->supports, list_support (self, self->model->statuses[i]));
  self->reachable = g_new (guint8, self->knowledge->treatments->len + 1);
}

static void
make_space (LeioEngine *self)
{
  self->space = leio_space_new ();
  leio_model_fill_space (self->space, self->knowledge);
  leio_space_finish (self->space);
  self->own_question = g_new (guint, self->space->questions->len + 1);
  for (guint i = 0; i < self->space->questions->len; i++)
    {
      const LeioSpaceQuestion *question = g_ptr_array_index (self->space->questions, i);

      self->own_question[i] =
          leio_questionnaire_find (self->knowledge->logic->questionnaire, question->id)->index;
    }
}

static void find_possible (LeioEngine *self, guint8 *possible);
static guint8 to_narrow (guint64 mask);

/* Without an answer; that stays as it is. What is not known of a node spares nothing. */
static void
find_reachable (LeioEngine *self)
{
  guint n_nodes = leio_diagrams_get_n_nodes (self->diagrams);

  for (guint i = 0; i < self->space->n_variables; i++)
    self->values[i] = -1;
  self->ever = g_malloc (n_nodes);
  memset (self->ever, NARROW_OTHERS, n_nodes);
  find_possible (self, self->reachable);
  for (LeioNode i = 0; i < n_nodes; i++)
    self->ever[i] = to_narrow (leio_engine_mask (self, i));
}

LeioEngine *
leio_engine_new (LeioKnowledge *knowledge, guint node_limit, GError **error)
{
  g_autoptr (LeioEngine) self = g_new0 (LeioEngine, 1);

  self->knowledge = leio_knowledge_ref (knowledge);
  self->n_questions = leio_questionnaire_get_n_questions (knowledge->logic->questionnaire);
  make_space (self);
  self->diagrams = leio_diagrams_new (self->space->arities, self->space->n_variables,
                                      node_limit > 0 ? node_limit : LEIO_ENGINE_NODE_LIMIT);
  self->model = leio_model_new (knowledge, self->space, self->diagrams, error);
  if (self->model == NULL)
    return NULL;
  compile_questions (self);
  compile_doctor_questions (self);
  compile_board (self);
  compile_impossible (self);
  if (leio_diagrams_is_full (self->diagrams))
    {
      g_set_error (error, LEIO_ERROR, LEIO_ERROR_LIMIT,
                   /* Translators: %u is a number */
                   _ ("the impossible combinations and the questions for the doctor: their "
                      "decision diagrams need more than the %u nodes that are allowed"),
                   leio_diagrams_get_n_nodes (self->diagrams));
      return NULL;
    }
  keep_roots (self);
  prepare (self);
  find_reachable (self);
  return g_steal_pointer (&self);
}

void
leio_engine_free (LeioEngine *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->aside, leio_aside_free);
  g_clear_pointer (&self->model, leio_model_free);
  g_clear_pointer (&self->restricted, leio_restricted_free);
  g_clear_pointer (&self->diagrams, leio_diagrams_free);
  g_clear_pointer (&self->space, leio_space_free);
  g_clear_pointer (&self->knowledge, leio_knowledge_unref);
  g_clear_pointer (&self->supports, g_ptr_array_unref);
  g_clear_pointer (&self->possible_support, g_array_unref);
  g_free (self->own_question);
  g_free (self->asked);
  g_free (self->derived);
  g_free (self->impossible);
  g_free (self->doctor_questions);
  g_free (self->board);
  g_free (self->reachable);
  g_free (self->ever);
  g_free (self->harmful);
  g_free (self->limit_numbers);
  g_free (self->implied);
  leio_engine_free_scratch (self);
  g_free (self);
}

LeioKnowledge *
leio_engine_get_knowledge (const LeioEngine *self)
{
  return self->knowledge;
}

char *
leio_engine_check (const LeioEngine *self)
{
  g_autoptr (GArray) roots = g_array_new (FALSE, FALSE, sizeof (LeioNode));
  guint n_dead;

  g_array_append_vals (roots, self->model->statuses, self->knowledge->treatments->len);
  g_array_append_vals (roots, self->model->applies, self->knowledge->rules->len);
  g_array_append_vals (roots, self->model->in_force, self->knowledge->arguments->len);
  g_array_append_vals (roots, self->asked, self->n_questions);
  g_array_append_vals (roots, self->derived, self->knowledge->logic->derived->len);
  g_array_append_vals (roots, self->impossible, self->knowledge->logic->impossible->len);
  g_array_append_vals (roots, self->doctor_questions, self->knowledge->doctor_questions->len);
  g_array_append_vals (roots, self->board, self->knowledge->board->len);
  g_array_append_val (roots, self->possible);
  n_dead = leio_diagrams_count_dead (self->diagrams, (const LeioNode *) (void *) roots->data,
                                     roots->len);
  if (n_dead > 0)
    return g_strdup_printf ("%u nodes are dead", n_dead);
  return leio_diagrams_check (self->diagrams);
}

guint
leio_engine_get_n_nodes (const LeioEngine *self)
{
  return leio_diagrams_get_n_nodes (self->diagrams);
}

static inline LeioNode
skip_given (const LeioEngine *self, LeioNode node)
{
  while (!leio_node_is_terminal (node))
    {
      const LeioNodeRecord *record = &self->nodes[node];
      int value = self->values[record->variable];

      if (value < 0)
        break;
      node = self->children[record->first_child + (guint) value];
    }
  return node;
}

static guint8
to_narrow (guint64 mask)
{
  guint8 others = (mask & ~(guint64) NARROW_BITS) != 0 ? NARROW_OTHERS : 0;

  return (guint8) (mask & NARROW_BITS) | others;
}

static gboolean
is_known (const LeioEngine *self, LeioNode node)
{
  return self->reach[node] >> MASK_BITS == self->stamp;
}

static guint64
get_mask (const LeioEngine *self, LeioNode node)
{
  guint8 narrow = (guint8) self->reach[node];

  return narrow & NARROW_OTHERS ? self->wide_masks[node] : narrow;
}

static void
set_mask (LeioEngine *self, LeioNode node, guint64 mask)
{
  guint8 narrow = to_narrow (mask);

  self->reach[node] = self->stamp << MASK_BITS | narrow;
  if (narrow & NARROW_OTHERS)
    self->wide_masks[node] = mask;
}

/* Whether no case gives a result at the node that is not in the mask. */
static gboolean
adds_nothing (const LeioEngine *self, LeioNode node, guint64 mask)
{
  return (self->ever[node] & ~(mask & NARROW_BITS)) == 0;
}

static guint64 mask_below (LeioEngine *self, LeioNode node);

static guint64
mask_of_children (LeioEngine *self, LeioNode node)
{
  const LeioNodeRecord *record = &self->nodes[node];
  const LeioNode *children = &self->children[record->first_child];
  guint arity = self->arities[record->variable];
  guint64 mask = 0;

  for (guint i = 0; i < arity; i++)
    if (!adds_nothing (self, children[i], mask))
      mask |= mask_below (self, children[i]);
  return mask;
}

/* @node: one that the answers do not lead on from */
static guint64
mask_at (LeioEngine *self, LeioNode node)
{
  if (leio_node_is_terminal (node))
    return node < LEIO_N_RESULTS ? G_GUINT64_CONSTANT (1) << node : 0;
  if (!is_known (self, node))
    set_mask (self, node, mask_of_children (self, node));
  return get_mask (self, node);
}

static guint64
mask_below (LeioEngine *self, LeioNode node)
{
  return mask_at (self, skip_given (self, node));
}

/* New values: no mask is true any more. */
static void
next_stamp (LeioEngine *self)
{
  if (++self->stamp == STAMP_END)
    {
      memset (self->reach, 0, sizeof *self->reach * leio_diagrams_get_n_nodes (self->diagrams));
      self->stamp = 1;
      self->possible_stamp = 0;
    }
}

void
leio_engine_values_changed (LeioEngine *self)
{
  next_stamp (self);
}

guint64
leio_engine_mask (LeioEngine *self, LeioNode root)
{
  return mask_below (self, root);
}

/* The same for all treatments of a case. */
static guint64
mask_of_possible (LeioEngine *self)
{
  if (self->possible_stamp != self->stamp)
    {
      self->possible_mask = mask_below (self, self->possible);
      self->possible_stamp = self->stamp;
    }
  return self->possible_mask;
}

static void find_results (LeioEngine *self, LeioNode node, LeioNode possible, guint64 enough,
                          guint64 *found);

/* Of two nodes that ask, the one with the earlier question goes on, or both. */
static void
find_results_of_children (LeioEngine *self, LeioNode node, LeioNode possible, guint64 enough,
                          guint64 *found)
{
  const LeioNodeRecord *a = &self->nodes[node];
  const LeioNodeRecord *b = &self->nodes[possible];
  guint variable = MIN (a->variable, b->variable);
  const LeioNode *nodes = a->variable == variable ? &self->children[a->first_child] : NULL;
  const LeioNode *others = b->variable == variable ? &self->children[b->first_child] : NULL;

  for (guint i = 0; i < self->arities[variable]; i++)
    find_results (self, nodes != NULL ? nodes[i] : node, others != NULL ? others[i] : possible,
                  enough, found);
}

/* Adds to @found the results below @node that are possible; ends as soon as nothing is left to
 * find, or one of @enough is found. */
static void
find_results (LeioEngine *self, LeioNode node, LeioNode possible, guint64 enough, guint64 *found)
{
  guint64 mask, possible_mask;

  if ((*found & enough) != 0 || adds_nothing (self, node, *found))
    return;
  node = skip_given (self, node);
  possible = skip_given (self, possible);
  mask = mask_at (self, node);
  possible_mask = mask_at (self, possible);
  if ((mask & ~*found) == 0 || (possible_mask >> LEIO_NODE_TRUE & 1) == 0)
    return;
  if (leio_node_is_terminal (node) || (possible_mask >> LEIO_NODE_FALSE & 1) == 0)
    {
      *found |= mask;
      return;
    }
  if (!leio_tuples_add (self->seen, (LeioTuple){ node, possible, 0, 0 }))
    return;
  find_results_of_children (self, node, possible, enough, found);
}

guint64
leio_engine_results (LeioEngine *self, LeioNode root)
{
  guint64 mask = mask_below (self, root);
  guint64 possible = mask_of_possible (self);
  guint64 found = 0;

  if ((possible >> LEIO_NODE_TRUE & 1) == 0)
    return 0;
  if (leio_is_single (mask) || (possible >> LEIO_NODE_FALSE & 1) == 0)
    return mask;
  leio_tuples_clear (self->seen);
  find_results (self, root, self->possible, 0, &found);
  return found;
}

/* Ends at the first. */
static gboolean
meets_other (LeioEngine *self, LeioNode node, guint64 known)
{
  guint arity;

  node = skip_given (self, node);
  if (leio_node_is_terminal (node))
    return node < LEIO_N_RESULTS && (known >> node & 1) == 0;
  if (adds_nothing (self, node, known))
    return FALSE;
  if (is_known (self, node))
    return (get_mask (self, node) & ~known) != 0;
  arity = leio_node_arity (self->diagrams, node);
  for (guint i = 0; i < arity; i++)
    if (meets_other (self, leio_node_children (self->diagrams, node)[i], known))
      return TRUE;
  /* Enough of the mask for whoever asks for other results than these. */
  set_mask (self, node, known);
  return FALSE;
}

gboolean
leio_engine_has_other (LeioEngine *self, LeioNode root, guint64 known)
{
  guint64 found = known;

  next_stamp (self);
  if (!meets_other (self, root, known))
    return FALSE;
  if ((mask_of_possible (self) >> LEIO_NODE_FALSE & 1) == 0)
    return TRUE;
  leio_tuples_clear (self->seen);
  find_results (self, root, self->possible, ~known, &found);
  return found != known;
}

static void
find_possible (LeioEngine *self, guint8 *possible)
{
  next_stamp (self);
  for (guint i = 0; i < self->knowledge->treatments->len; i++)
    possible[i] = (guint8) leio_engine_results (self, self->model->statuses[i]);
}

static gboolean
is_anything_given (const LeioEngine *self)
{
  for (guint i = 0; i < self->space->n_variables; i++)
    if (self->values[i] >= 0)
      return TRUE;
  return FALSE;
}

void
leio_engine_possible (LeioEngine *self, const LeioAnswers *answers, guint8 *possible)
{
  leio_compiler_fill (self->model->compiler, answers, self->values);
  if (is_anything_given (self))
    find_possible (self, possible);
  else
    memcpy (possible, self->reachable, self->knowledge->treatments->len);
}

guint
leio_engine_doctor_question_possible (LeioEngine *self,
                                      guint doctor_question,
                                      const LeioAnswers *answers)
{
  leio_compiler_fill (self->model->compiler, answers, self->values);
  next_stamp (self);
  return (guint) leio_engine_results (self, self->doctor_questions[doctor_question]);
}
