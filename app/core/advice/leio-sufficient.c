/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which of the given answers settle a status whatever the others are
 * (a sufficient reason: Shih, Choi and Darwiche 2018; Darwiche and Hirth 2020),
 * and which answers make a case odd.
 *
 * Minimal: answers are dropped one after another, the last of the questionnaire
 * first, as long as the status stays settled. Each try is one walk over the
 * treatment's diagram.
 *
 * Smallest: an answer that cannot be dropped even while all others stand is in
 * every sufficient set. Where these alone settle the status, they are the
 * smallest set. Else smaller sets that hold them are tried, up to a number of
 * tries; then the set found is said to be minimal only.
 */
#include "config.h"

#include "leio-advice-private.h"
#include "leio-engine-private.h"

/* The most sets that are tried for one treatment. */
#define MAX_TRIES 400

typedef struct
{
  LeioEngine *engine;
  const LeioAnswers *answers;
  LeioNode root;
  guint64 wanted;       /* the results that must stay the only ones */
  GArray *candidates;   /* guint: given answers that bear on the function */
  GArray *kept;         /* the best set so far */
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

/* The walk stops at the first other result. */
static gboolean
is_settled (const Search *search)
{
  leio_engine_values_changed (search->engine);
  return leio_engine_results (search->engine, search->root, search->wanted) == search->wanted;
}

static void
put_all (const Search *search, const GArray *questions)
{
  for (guint i = 0; i < questions->len; i++)
    put (search, g_array_index (questions, guint, i));
}

static void
drop_all (const Search *search, const GArray *questions)
{
  for (guint i = 0; i < questions->len; i++)
    drop (search, g_array_index (questions, guint, i));
}

static void
find_minimal (Search *search)
{
  for (guint i = search->candidates->len; i-- > 0;)
    {
      guint question = g_array_index (search->candidates, guint, i);

      drop (search, question);
      if (is_settled (search))
        continue;
      put (search, question);
      g_array_prepend_val (search->kept, question);
    }
  put_all (search, search->candidates);
}

/* The answers that every sufficient set holds. */
static GArray *
find_necessary (Search *search)
{
  GArray *necessary = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < search->candidates->len; i++)
    {
      guint question = g_array_index (search->candidates, guint, i);

      drop (search, question);
      if (!is_settled (search))
        g_array_append_val (necessary, question);
      put (search, question);
    }
  return necessary;
}

/* Tries to settle with @left more answers from @from on; all others are dropped. */
static gboolean
try_sets (Search *search, const GArray *optional, guint from, guint left, GArray *chosen)
{
  if (left == 0)
    return ++search->n_tries <= MAX_TRIES && is_settled (search);
  for (guint i = from; i + left <= optional->len && search->n_tries <= MAX_TRIES; i++)
    {
      guint question = g_array_index (optional, guint, i);

      put (search, question);
      g_array_append_val (chosen, question);
      if (try_sets (search, optional, i + 1, left - 1, chosen))
        return TRUE;
      g_array_set_size (chosen, chosen->len - 1);
      drop (search, question);
    }
  return FALSE;
}

static GArray *
without (const GArray *questions, const GArray *left_out)
{
  GArray *rest = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < questions->len; i++)
    {
      guint question = g_array_index (questions, guint, i);

      if (!leio_indices_contain (left_out, question))
        g_array_append_val (rest, question);
    }
  return rest;
}

/* Returns whether the set that is kept is now proved smallest. */
static gboolean
find_smallest (Search *search)
{
  g_autoptr (GArray) necessary = find_necessary (search);
  g_autoptr (GArray) optional = without (search->candidates, necessary);
  gboolean found = FALSE;

  drop_all (search, optional);
  for (guint size = necessary->len; size < search->kept->len && !found; size++)
    {
      g_autoptr (GArray) chosen = g_array_copy (necessary);

      found = try_sets (search, optional, 0, size - necessary->len, chosen);
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

static GArray *
given_among (const LeioAnswers *answers, const GArray *questions)
{
  GArray *given = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < questions->len; i++)
    {
      guint question = g_array_index (questions, guint, i);

      if (leio_answers_is_given (answers, question))
        g_array_append_val (given, question);
    }
  return given;
}

void
leio_engine_find_sufficient (LeioEngine *self, const LeioAnswers *answers,
                             LeioTreatmentAdvice *advice)
{
  g_autoptr (GArray) candidates
      = given_among (answers, g_ptr_array_index (self->supports, advice->treatment));
  g_autoptr (GArray) others = given_among (answers, self->possible_support);
  g_autoptr (GArray) bearing = g_array_copy (candidates);
  g_autoptr (GArray) rest = NULL;
  g_autoptr (GArray) more = without (others, candidates);
  Search search = { self, answers, self->model->statuses[advice->treatment], advice->possible,
                    candidates, advice->sufficient, 0 };

  if (!leio_is_single (advice->possible))
    return;
  /* What excludes a value of another answer can settle a status too; it is dropped first. */
  g_array_append_vals (candidates, more->data, more->len);
  find_minimal (&search);
  leio_sort_indices (advice->sufficient);
  /* That none or one is enough is proved: the last one could not be dropped from itself. */
  advice->sufficient_is_smallest = advice->sufficient->len <= 1 || find_smallest (&search);
  rest = without (bearing, advice->sufficient);
  g_array_append_vals (advice->stays_even_if, rest->data, rest->len);
}

/* The fewest given answers (minimal) with which a function, whatever is possible, has no
 * result but @wanted. */
static LeioOddity *
explain_oddity (LeioEngine *self, const LeioAnswers *answers, guint impossible, LeioNode root,
                guint64 wanted)
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
