/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * First what each open treatment needs: the questions that it depends on. Where
 * an impossible combination ties questions together these can be too few, which
 * is seen by walking down two completions side by side; then what the diagram
 * asks, which is always enough, is thinned out. Then the best union of these
 * sets: all of them are tried, since those of few questions are few.
 */
#include "config.h"

#include "leio-missing.h"

#include "leio-advice-private.h"
#include "leio-engine-private.h"
#include "leio-restricted-private.h"

#include <string.h>

/* What some treatments need. */
typedef struct
{
  GArray *questions; /* guint, rising, of the questionnaire */
  guint n_treatments;
} Need;

typedef struct
{
  LeioRestricted *restricted;
  const guint64 *same; /* questions of the space that both completions answer alike */
} Comparison;

/* Two completions on their way down. */
typedef struct
{
  guint node[2];
  guint limit[2];
} Pair;

static gboolean
asks_other (const Comparison *self, guint node)
{
  const guint64 *asked = leio_remain_questions (self->restricted, node);

  for (guint i = 0; i < self->restricted->n_words; i++)
    if (asked[i] & ~self->same[i])
      return TRUE;
  return FALSE;
}

static gboolean
can_differ (const Comparison *self, const Pair *pair)
{
  if (pair->limit[0] == LEIO_NODE_FALSE || pair->limit[1] == LEIO_NODE_FALSE)
    return FALSE;
  if (pair->node[0] == pair->node[1] && !asks_other (self, pair->node[0]))
    return FALSE;
  return !leio_is_single_result (leio_remain (self->restricted, pair->node[0])->mask |
                                 leio_remain (self->restricted, pair->node[1])->mask);
}

static guint
top_variable (const Comparison *self, const Pair *pair)
{
  guint variable = G_MAXUINT16;

  for (guint i = 0; i < 2; i++)
    {
      variable = MIN (variable, leio_remain (self->restricted, pair->node[i])->variable);
      variable = MIN (variable, leio_remain (self->restricted, pair->limit[i])->variable);
    }
  return variable;
}

static Pair
step (const Comparison *self, const Pair *pair, guint variable, guint one, guint two)
{
  const LeioRestricted *restricted = self->restricted;

  return (Pair){ { leio_remain_child (restricted, pair->node[0], variable, one),
                   leio_remain_child (restricted, pair->node[1], variable, two) },
                 { leio_remain_child (restricted, pair->limit[0], variable, one),
                   leio_remain_child (restricted, pair->limit[1], variable, two) } };
}

/* Whether two possible completions that answer alike what they must have different results. */
static gboolean
find_difference (const Comparison *self, Pair pair)
{
  guint variable = top_variable (self, &pair);
  guint arity, question;
  gboolean alike;

  if (!can_differ (self, &pair))
    return FALSE;
  if (variable == G_MAXUINT16)
    return TRUE;
  if (!leio_tuples_add (self->restricted->seen,
                        (LeioTuple){ pair.node[0], pair.node[1], pair.limit[0], pair.limit[1] }))
    return FALSE;

  arity = self->restricted->space->arities[variable];
  question = self->restricted->space->question_of[variable];
  alike = self->same[question / 64] >> question % 64 & 1;
  for (guint i = 0; i < arity; i++)
    for (guint k = alike ? i : 0; k < (alike ? i + 1 : arity); k++)
      if (find_difference (self, step (self, &pair, variable, i, k)))
        return TRUE;
  return FALSE;
}

/* @questions: of the space. */
static gboolean
is_enough (LeioRestricted *restricted, guint node, const GArray *questions)
{
  g_autofree guint64 *same = g_new0 (guint64, restricted->n_words + 1);
  Comparison comparison = { restricted, same };

  for (guint i = 0; i < questions->len; i++)
    {
      guint question = g_array_index (questions, guint, i);

      same[question / 64] |= G_GUINT64_CONSTANT (1) << question % 64;
    }
  leio_tuples_clear (restricted->seen);
  return !find_difference (&comparison,
                           (Pair){ { node, node }, { restricted->limit, restricted->limit } });
}

/* What the diagram asks is always enough; what is not in @kept is left out where it can be. */
static GArray *
thin_out (LeioRestricted *restricted, guint node, const GArray *kept)
{
  GArray *needed = g_array_new (FALSE, FALSE, sizeof (guint));

  leio_restricted_list_asked (restricted, node, needed);
  for (guint i = needed->len; i-- > 0;)
    {
      guint question = g_array_index (needed, guint, i);

      if (leio_indices_contain (kept, question))
        continue;
      g_array_remove_index (needed, i);
      if (!is_enough (restricted, node, needed))
        g_array_insert_val (needed, i, question);
    }
  return needed;
}

/* (transfer full): questions of the questionnaire, rising. */
static GArray *
list_needed (LeioEngine *self, guint node)
{
  GArray *needed = g_array_new (FALSE, FALSE, sizeof (guint));

  leio_restricted_depends (self->restricted, node, needed);
  if (leio_restricted_overlap (self->restricted, node, self->restricted->limit) &&
      !is_enough (self->restricted, node, needed))
    {
      GArray *enough = thin_out (self->restricted, node, needed);

      g_array_unref (needed);
      needed = enough;
    }
  for (guint i = 0; i < needed->len; i++)
    g_array_index (needed, guint, i) = self->own_question[g_array_index (needed, guint, i)];
  leio_sort_indices (needed);
  return needed;
}

static gboolean
is_same (const GArray *a, const GArray *b)
{
  return a->len == b->len && memcmp (a->data, b->data, sizeof (guint) * a->len) == 0;
}

static gboolean
is_within (const GArray *few, const GArray *many)
{
  for (guint i = 0; i < few->len; i++)
    if (!leio_indices_contain (many, g_array_index (few, guint, i)))
      return FALSE;
  return TRUE;
}

static void
need_free (Need *need)
{
  g_array_unref (need->questions);
  g_free (need);
}

static void
add_need (GPtrArray *needs, GArray *questions)
{
  Need *need;

  for (guint i = 0; i < needs->len; i++)
    {
      need = g_ptr_array_index (needs, i);
      if (is_same (need->questions, questions))
        {
          need->n_treatments++;
          g_array_unref (questions);
          return;
        }
    }
  need = g_new (Need, 1);
  need->questions = questions;
  need->n_treatments = 1;
  g_ptr_array_add (needs, need);
}

/* Whether the set has a question whose answer is not known; these go to @unknown. */
static gboolean
waits_for_unknown (const LeioAnswers *answers, const GArray *questions, GArray *unknown)
{
  gboolean waits = FALSE;

  for (guint i = 0; i < questions->len; i++)
    {
      guint question = g_array_index (questions, guint, i);

      if (leio_answers_get (answers, question)->state == LEIO_ANSWER_OPEN)
        continue;
      waits = TRUE;
      if (!leio_indices_contain (unknown, question))
        g_array_append_val (unknown, question);
    }
  return waits;
}

static guint
count_settled (const GPtrArray *needs, const GArray *questions)
{
  guint n = 0;

  for (guint i = 0; i < needs->len; i++)
    {
      const Need *need = g_ptr_array_index (needs, i);

      if (is_within (need->questions, questions))
        n += need->n_treatments;
    }
  return n;
}

/* (transfer full): rising. */
static GArray *
join (const GArray *a, const GArray *b)
{
  GArray *joined = g_array_copy ((GArray *) a);

  for (guint i = 0; i < b->len; i++)
    if (!leio_indices_contain (a, g_array_index (b, guint, i)))
      g_array_append_val (joined, g_array_index (b, guint, i));
  leio_sort_indices (joined);
  return joined;
}

static void
offer (LeioMissing *self, const GPtrArray *needs, const GArray *questions)
{
  guint n = count_settled (needs, questions);

  if (n < self->n_settled || (n == self->n_settled && questions->len >= self->questions->len))
    return;
  self->n_settled = n;
  g_array_unref (self->questions);
  self->questions = g_array_copy ((GArray *) questions);
}

/* Tries @questions together with each of the needs from @first on. */
static void
try_unions (LeioMissing *self, const GPtrArray *needs, const GArray *questions, guint first)
{
  for (guint i = first; i < needs->len; i++)
    {
      const Need *need = g_ptr_array_index (needs, i);
      g_autoptr (GArray) joined = NULL;

      if (need->questions->len > LEIO_MISSING_MOST)
        continue;
      joined = join (questions, need->questions);
      if (joined->len > LEIO_MISSING_MOST || joined->len == questions->len)
        continue;
      offer (self, needs, joined);
      try_unions (self, needs, joined, i + 1);
    }
}

/* What one treatment needs, where all need many. */
static void
try_least (LeioMissing *self, const GPtrArray *needs)
{
  guint least = G_MAXUINT;

  for (guint i = 0; i < needs->len; i++)
    least = MIN (least, ((const Need *) g_ptr_array_index (needs, i))->questions->len);
  for (guint i = 0; i < needs->len; i++)
    {
      const Need *need = g_ptr_array_index (needs, i);

      if (need->questions->len == least)
        offer (self, needs, need->questions);
    }
}

static void
find_best (LeioMissing *self, const GPtrArray *needs)
{
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (guint));

  try_unions (self, needs, nothing, 0);
  if (self->n_settled == 0)
    try_least (self, needs);
}

LeioMissing *
leio_missing_new (LeioEngine *engine, const LeioAnswers *answers)
{
  LeioMissing *self = g_new0 (LeioMissing, 1);
  g_autoptr (GPtrArray) needs = g_ptr_array_new_with_free_func ((GDestroyNotify) need_free);

  self->questions = g_array_new (FALSE, FALSE, sizeof (guint));
  self->unknown = g_array_new (FALSE, FALSE, sizeof (guint));
  leio_compiler_fill (engine->model->compiler, answers, engine->values);
  leio_engine_values_changed (engine);
  leio_restricted_begin (engine->restricted, engine->values, engine->possible);
  self->contradictory = !leio_restricted_is_possible (engine->restricted);
  for (guint i = 0; i < engine->knowledge->treatments->len && !self->contradictory; i++)
    {
      guint node = leio_restricted_add (engine->restricted, engine->model->statuses[i]);
      GArray *needed;

      if (leio_is_single (leio_restricted_get_results (engine->restricted, node)))
        continue;
      self->n_open++;
      needed = list_needed (engine, node);
      if (waits_for_unknown (answers, needed, self->unknown))
        g_array_unref (needed);
      else
        add_need (needs, needed);
    }
  leio_sort_indices (self->unknown);
  find_best (self, needs);
  return self;
}

void
leio_missing_free (LeioMissing *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->questions);
  g_array_unref (self->unknown);
  g_free (self);
}
