/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which of the given answers settle a status whatever the others are
 * (a sufficient reason: Shih, Choi and Darwiche 2018; Darwiche and Hirth 2020),
 * and which answers make a case odd.
 *
 * Minimal: what the walk down the treatment's diagram does not meet is dropped at
 * once, then one answer after another, the last of the questionnaire first, as
 * long as the status stays settled. Each try is one walk.
 *
 * Smallest: an answer that cannot be dropped even while all others stand is in
 * every sufficient set. Where these alone do not settle the status, there is a
 * case with another one, and one of the answers in which it differs must be kept
 * too: all of these are tried, up to a number of tries (the hitting sets of Reiter
 * 1987). Beyond that the set found is said to be minimal only.
 */
#include "config.h"

#include "leio-advice-private.h"
#include "leio-engine-private.h"

/* The most sets that are tried for one treatment. */
#define MAX_TRIES 200

typedef struct
{
  LeioEngine *engine;
  const LeioAnswers *answers;
  const int *given; /* for each variable the value that is given, or -1 */
  LeioNode root;
  guint64 wanted;     /* the results that must stay the only ones */
  GArray *candidates; /* guint: given answers that bear on the function */
  GArray *kept;       /* the best set so far */
  GArray *barred;     /* guint: answers that need not be tried here any more */
  guint n_tries;
} Search;

static void
put (const Search *search, guint question)
{
  leio_compiler_fill_one (search->engine->model->compiler, question,
                          leio_answers_get (search->answers, question), search->engine->values);
}

static void
drop (const Search *search, guint question)
{
  const LeioSpaceQuestion *place = leio_engine_place (search->engine, question);

  for (guint i = 0; i < place->n_variables; i++)
    search->engine->values[place->first_variable + i] = -1;
}

static void
put_all (const Search *search, const GArray *questions)
{
  for (guint i = 0; i < questions->len; i++)
    put (search, g_array_index (questions, guint, i));
}

static void
drop_all_but (const Search *search, const GArray *questions)
{
  for (guint i = 0; i < search->candidates->len; i++)
    drop (search, g_array_index (search->candidates, guint, i));
  put_all (search, questions);
}

static gboolean
is_settled (const Search *search)
{
  return !leio_engine_has_other (search->engine, search->root, search->wanted);
}

static guint
question_of (const LeioEngine *engine, guint variable)
{
  return engine->own_question[engine->space->question_of[variable]];
}

static void
add_question (GArray *questions, guint question)
{
  if (!leio_indices_contain (questions, question))
    g_array_append_val (questions, question);
}

/* Appends the answers that the walks down from @node meet. */
static void
list_met (LeioEngine *engine, LeioNode node, GArray *met)
{
  while (!leio_node_is_terminal (node))
    {
      guint variable = leio_node_variable (engine->diagrams, node);
      int value = engine->values[variable];

      if (!leio_tuples_add (engine->seen, (LeioTuple){ node, 0, 0, 0 }))
        return;
      if (value >= 0)
        add_question (met, question_of (engine, variable));
      else
        for (guint i = 1; i < leio_node_arity (engine->diagrams, node); i++)
          list_met (engine, leio_node_children (engine->diagrams, node)[i], met);
      node = leio_node_children (engine->diagrams, node)[MAX (value, 0)];
    }
}

/* What excludes a value of another answer can settle a status too; it is dropped first. */
static GArray *
find_met (const Search *search)
{
  g_autoptr (GArray) met = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) excluding = g_array_new (FALSE, FALSE, sizeof (guint));

  leio_tuples_clear (search->engine->seen);
  list_met (search->engine, search->root, met);
  leio_sort_indices (met);
  list_met (search->engine, search->engine->possible, excluding);
  leio_sort_indices (excluding);
  for (guint i = 0; i < excluding->len; i++)
    add_question (met, g_array_index (excluding, guint, i));
  return g_steal_pointer (&met);
}

static void
find_minimal (Search *search)
{
  g_autoptr (GArray) met = find_met (search);

  drop_all_but (search, met);
  for (guint i = met->len; i-- > 0;)
    {
      guint question = g_array_index (met, guint, i);

      drop (search, question);
      if (is_settled (search))
        continue;
      put (search, question);
      g_array_append_val (search->kept, question);
    }
  leio_sort_indices (search->kept);
  put_all (search, search->candidates);
}

/* The answers that every sufficient set holds; all of them are in the one that is known. */
static GArray *
find_necessary (Search *search)
{
  GArray *necessary = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < search->kept->len; i++)
    {
      guint question = g_array_index (search->kept, guint, i);

      drop (search, question);
      if (!is_settled (search))
        g_array_append_val (necessary, question);
      put (search, question);
    }
  return necessary;
}

/* Another case */

typedef struct
{
  LeioNode node, possible;
} Place;

static Place
child_at (const LeioEngine *engine, const Place *place, guint variable, guint value)
{
  return (Place){ leio_node_child_at (engine->diagrams, place->node, variable, value),
                  leio_node_child_at (engine->diagrams, place->possible, variable, value) };
}

static gboolean
can_differ (const Search *search, const Place *place)
{
  return (leio_engine_mask (search->engine, place->node) & ~search->wanted) != 0 &&
         (leio_engine_mask (search->engine, place->possible) >> LEIO_NODE_TRUE & 1) != 0;
}

static gboolean find_other (Search *search, const Place *place, GArray *differing);

/* Goes on with a value of the top variable. */
static gboolean
find_other_with (
    Search *search, const Place *place, guint variable, int value, int given, GArray *differing)
{
  Place child = child_at (search->engine, place, variable, (guint) value);
  guint length = differing->len;

  if (given >= 0 && value != given)
    add_question (differing, question_of (search->engine, variable));
  if (find_other (search, &child, differing))
    return TRUE;
  g_array_set_size (differing, length);
  return FALSE;
}

/* Follows a way to another result that is possible, with the given values as long as that goes,
 * and lists the answers in which it differs; FALSE where there is none from here. */
static gboolean
find_other (Search *search, const Place *place, GArray *differing)
{
  LeioEngine *engine = search->engine;
  guint variable = MIN (leio_node_variable (engine->diagrams, place->node),
                        leio_node_variable (engine->diagrams, place->possible));
  int value, given;

  if (!can_differ (search, place))
    return FALSE;
  if (variable == G_MAXUINT16)
    return TRUE;
  if (!leio_tuples_add (engine->seen, (LeioTuple){ place->node, place->possible, 0, 0 }))
    return FALSE;
  value = engine->values[variable];
  given = search->given[variable];
  if (value >= 0 || given >= 0)
    if (find_other_with (search, place, variable, MAX (value, given), given, differing))
      return TRUE;
  for (int i = 0; value < 0 && i < (int) engine->space->arities[variable]; i++)
    if (i != given && find_other_with (search, place, variable, i, given, differing))
      return TRUE;
  return FALSE;
}

/* Tries to settle with @left answers more than those that are put. */
static gboolean
settle (Search *search, guint left, GArray *chosen)
{
  g_autoptr (GArray) differing = NULL;
  guint n_barred = search->barred->len;
  gboolean settled = FALSE;

  if (is_settled (search))
    return TRUE;
  if (left == 0 || ++search->n_tries > MAX_TRIES)
    return FALSE;
  differing = g_array_new (FALSE, FALSE, sizeof (guint));
  leio_tuples_clear (search->engine->seen);
  find_other (search, &(Place){ search->root, search->engine->possible }, differing);
  for (guint i = 0; i < differing->len && !settled; i++)
    {
      guint question = g_array_index (differing, guint, i);

      if (leio_indices_contain (search->barred, question))
        continue;
      put (search, question);
      g_array_append_val (chosen, question);
      settled = settle (search, left - 1, chosen);
      if (settled)
        break;
      g_array_set_size (chosen, chosen->len - 1);
      drop (search, question);
      g_array_append_val (search->barred, question);
    }
  g_array_set_size (search->barred, n_barred);
  return settled;
}

/* Returns whether the set that is kept is now proved smallest. */
static gboolean
find_smallest (Search *search)
{
  g_autoptr (GArray) necessary = find_necessary (search);
  gboolean found = FALSE;

  for (guint size = necessary->len; size < search->kept->len && !found; size++)
    {
      g_autoptr (GArray) chosen = g_array_copy (necessary);

      drop_all_but (search, necessary);
      found = settle (search, size - necessary->len, chosen);
      if (found)
        {
          g_array_set_size (search->kept, 0);
          g_array_append_vals (search->kept, chosen->data, chosen->len);
          leio_sort_indices (search->kept);
        }
    }
  put_all (search, search->candidates);
  return search->n_tries <= MAX_TRIES;
}

static void
append_given (const LeioAnswers *answers, const GArray *questions, GArray *given)
{
  for (guint i = 0; i < questions->len; i++)
    {
      guint question = g_array_index (questions, guint, i);

      if (leio_answers_is_given (answers, question))
        add_question (given, question);
    }
}

/* What bears on the treatment and is not needed. */
static void
add_rest (const GArray *bearing, guint n_bearing, LeioTreatmentAdvice *advice)
{
  for (guint i = 0; i < n_bearing; i++)
    {
      guint question = g_array_index (bearing, guint, i);

      if (!leio_indices_contain (advice->sufficient, question))
        g_array_append_val (advice->stays_even_if, question);
    }
}

void
leio_engine_find_sufficient (LeioEngine *self,
                             const LeioAnswers *answers,
                             const int *given,
                             LeioTreatmentAdvice *advice)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) barred = g_array_new (FALSE, FALSE, sizeof (guint));
  Search search = { self,
                    answers,
                    given,
                    self->model->statuses[advice->treatment],
                    advice->possible,
                    candidates,
                    advice->sufficient,
                    barred,
                    0 };
  guint n_bearing;

  if (!leio_is_single (advice->possible))
    return;
  append_given (answers, g_ptr_array_index (self->supports, advice->treatment), candidates);
  n_bearing = candidates->len;
  append_given (answers, self->possible_support, candidates);
  find_minimal (&search);
  /* That none or one is enough is proved: the last one could not be dropped from itself. */
  advice->sufficient_is_smallest = advice->sufficient->len <= 1 || find_smallest (&search);
  add_rest (candidates, n_bearing, advice);
}

/* The fewest given answers (minimal) with which a function, whatever is possible, has no
 * result but @wanted. */
static LeioOddity *
explain_oddity (
    LeioEngine *self, const LeioAnswers *answers, guint impossible, LeioNode root, guint64 wanted)
{
  LeioOddity *oddity = leio_oddity_new (impossible);

  for (guint i = 0; i < self->n_questions; i++)
    if (leio_answers_is_given (answers, i))
      g_array_append_val (oddity->questions, i);
  for (guint i = oddity->questions->len; i-- > 0;)
    {
      guint question = g_array_index (oddity->questions, guint, i);
      Search search = { .engine = self, .answers = answers };

      drop (&search, question);
      leio_engine_values_changed (self);
      if (leio_engine_mask (self, root) == wanted)
        g_array_remove_index (oddity->questions, i);
      else
        put (&search, question);
    }
  leio_compiler_fill (self->model->compiler, answers, self->values);
  leio_engine_values_changed (self);
  return oddity;
}

GPtrArray *
leio_engine_find_odd (LeioEngine *self, const LeioAnswers *answers)
{
  g_autoptr (LeioAdvice) holder = leio_advice_new ();
  const guint64 true_only = G_GUINT64_CONSTANT (1) << LEIO_NODE_TRUE;
  const guint64 false_only = G_GUINT64_CONSTANT (1) << LEIO_NODE_FALSE;

  leio_engine_values_changed (self);
  for (guint i = 0; i < self->knowledge->logic->impossible->len; i++)
    if (leio_engine_mask (self, self->impossible[i]) == true_only)
      g_ptr_array_add (holder->odd,
                       explain_oddity (self, answers, i, self->impossible[i], true_only));
  /* No combination is certain, and yet every completion meets one of them. */
  if (holder->odd->len == 0 && leio_engine_mask (self, self->possible) == false_only)
    for (guint i = 0; i < self->knowledge->logic->impossible->len; i++)
      if (leio_engine_mask (self, self->impossible[i]) & true_only)
        {
          g_ptr_array_add (holder->odd,
                           explain_oddity (self, answers, i, self->possible, false_only));
          break;
        }
  return g_ptr_array_ref (holder->odd);
}
