/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is missing before a meeting: held against brute force over all cases of
 * small random bases, and on the shipped base against random answers to what it
 * names.
 */
#include "config.h"

#include "leio-missing.h"
#include "leio-test-base.h"
#include "leio-test-cases.h"
#include "leio-test-folder.h"

#include <string.h>

#define N_BASES 160
#define N_CASES 8
#define N_SHIPPED_CASES 400

typedef struct
{
  LeioTestWorlds *worlds;
  LeioAnswers *answers;
  GPtrArray *fitting; /* LeioTestWorld: the possible completions */
} Trial;

static const LeioQuestion *
question_at (const LeioKnowledge *knowledge, guint i)
{
  return leio_questionnaire_get_question (knowledge->logic->questionnaire, i);
}

/* Some questions are answered, some are not known. */
static LeioAnswers *
draw_answers (const LeioTestWorlds *worlds, GRand *rand)
{
  const LeioAnswer unknown = { LEIO_ANSWER_NOT_KNOWN, 0, 0, 0 };
  LeioAnswers *answers = leio_answers_new (worlds->n_questions);

  for (guint i = 0; i < worlds->n_questions; i++)
    {
      double drawn = g_rand_double (rand);
      LeioAnswer answer =
          leio_test_answer_for (question_at (worlds->knowledge, i),
                                (guint) g_rand_int_range (rand, 0, (gint32) worlds->n_values[i]));

      if (drawn < 0.35)
        leio_answers_set (answers, i, &answer);
      else if (drawn < 0.45)
        leio_answers_set (answers, i, &unknown);
    }
  return answers;
}

static void
find_fitting (Trial *trial)
{
  trial->fitting = g_ptr_array_new ();
  for (guint i = 0; i < trial->worlds->worlds->len; i++)
    {
      LeioTestWorld *world = g_ptr_array_index (trial->worlds->worlds, i);

      if (leio_test_world_fits (trial->worlds, world, trial->answers))
        g_ptr_array_add (trial->fitting, world);
    }
}

static guint
key_of (const Trial *trial, const LeioTestWorld *world, const guint8 *chosen)
{
  guint key = 0;

  for (guint i = 0; i < trial->worlds->n_questions; i++)
    key = key * (trial->worlds->n_values[i] + 1) + (chosen[i] ? world->values[i] : 0);
  return key + 1;
}

/* Whether any two completions that answer the chosen questions alike have one status. */
static gboolean
settles (const Trial *trial, guint treatment, const guint8 *chosen)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < trial->fitting->len; i++)
    {
      const LeioTestWorld *world = g_ptr_array_index (trial->fitting, i);
      gpointer key = GUINT_TO_POINTER (key_of (trial, world, chosen));
      guint status = GPOINTER_TO_UINT (g_hash_table_lookup (seen, key));

      if (status != 0 && status != world->statuses[treatment] + 1u)
        return FALSE;
      g_hash_table_insert (seen, key, GUINT_TO_POINTER (world->statuses[treatment] + 1u));
    }
  return TRUE;
}

static guint
count_settled (const Trial *trial, const guint8 *chosen)
{
  g_autofree guint8 *nothing = g_new0 (guint8, trial->worlds->n_questions);
  guint n = 0;

  for (guint t = 0; t < trial->worlds->knowledge->treatments->len; t++)
    n += !settles (trial, t, nothing) && settles (trial, t, chosen);
  return n;
}

/* The most that so many open questions settle. */
static guint
find_most (const Trial *trial, guint8 *chosen, guint first, guint left)
{
  guint most = count_settled (trial, chosen);

  for (guint i = first; left > 0 && i < trial->worlds->n_questions; i++)
    {
      if (leio_answers_get (trial->answers, i)->state != LEIO_ANSWER_OPEN)
        continue;
      chosen[i] = TRUE;
      most = MAX (most, find_most (trial, chosen, i + 1, left - 1));
      chosen[i] = FALSE;
    }
  return most;
}

static void
check_case (const Trial *trial, const LeioMissing *missing)
{
  g_autofree guint8 *chosen = g_new0 (guint8, trial->worlds->n_questions);
  guint n_questions = missing->questions->len;

  g_assert_true (missing->contradictory == (trial->fitting->len == 0));
  if (missing->contradictory)
    return;

  for (guint i = 0; i < n_questions; i++)
    {
      guint question = g_array_index (missing->questions, guint, i);

      g_assert_cmpint (leio_answers_get (trial->answers, question)->state, ==, LEIO_ANSWER_OPEN);
      chosen[question] = TRUE;
    }
  g_assert_cmpuint (missing->n_settled, ==, count_settled (trial, chosen));
  memset (chosen, 0, trial->worlds->n_questions);
  if (n_questions > LEIO_MISSING_MOST)
    g_assert_cmpuint (find_most (trial, chosen, 0, LEIO_MISSING_MOST), ==, 0);
  else
    g_assert_cmpuint (find_most (trial, chosen, 0, LEIO_MISSING_MOST), ==, missing->n_settled);
  if (n_questions > 0)
    g_assert_cmpuint (find_most (trial, chosen, 0, MIN (n_questions - 1, LEIO_MISSING_MOST)), <,
                      missing->n_settled);
}

static void
try_base (guint seed, guint *n_named)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GError) error = NULL;
  g_autofree char *directory = g_dir_make_tmp ("leio-missing-XXXXXX", &error);
  g_autoptr (LeioKnowledge) knowledge = leio_test_base_new (rand, directory);
  g_autoptr (LeioEngine) engine = leio_engine_new (knowledge, 0, &error);
  g_autoptr (LeioTestWorlds) worlds = leio_test_worlds_new (knowledge);

  g_assert_no_error (error);
  for (guint i = 0; i < N_CASES; i++)
    {
      g_autoptr (LeioAnswers) answers = draw_answers (worlds, rand);
      g_autoptr (LeioMissing) missing = leio_missing_new (engine, answers);
      Trial trial = { .worlds = worlds, .answers = answers };

      find_fitting (&trial);
      check_case (&trial, missing);
      *n_named += missing->questions->len > 0;
      g_ptr_array_unref (trial.fitting);
    }
  leio_test_folder_remove (directory);
}

static void
test_random_bases (void)
{
  guint n_named = 0;

  for (guint seed = 0; seed < N_BASES; seed++)
    try_base (seed, &n_named);
  g_test_message ("%u of %u cases miss something", n_named, N_BASES * N_CASES);
  g_assert_cmpuint (n_named, >, N_BASES);
}

/* Answers what is named, in any way that is possible. */
static gboolean
answer_missing (LeioTestCases *cases, LeioAnswers *answers, const LeioMissing *missing)
{
  g_autoptr (LeioAnswers) complete = leio_test_cases_complete (cases, answers);

  for (guint i = 0; complete != NULL && i < missing->questions->len; i++)
    {
      guint question = g_array_index (missing->questions, guint, i);

      leio_answers_set (answers, question, leio_answers_get (complete, question));
    }
  return complete != NULL;
}

static guint
count_open (const LeioKnowledge *knowledge, const guint8 *possible)
{
  guint n = 0;

  for (guint i = 0; i < knowledge->treatments->len; i++)
    n += (possible[i] & (possible[i] - 1)) != 0;
  return n;
}

static void
try_shipped (LeioTestCases *cases, LeioEngine *engine, guint *n_tried)
{
  g_autoptr (LeioAnswers) answers =
      leio_test_cases_draw (cases, g_rand_double_range (cases->rand, 0, 1));
  g_autoptr (LeioMissing) missing = leio_missing_new (engine, answers);
  g_autofree guint8 *possible = g_new (guint8, cases->knowledge->treatments->len);

  leio_engine_possible (engine, answers, possible);
  if (missing->contradictory)
    {
      g_assert_cmpuint (possible[0], ==, 0);
      return;
    }
  g_assert_cmpuint (missing->n_open, ==, count_open (cases->knowledge, possible));
  g_assert_true ((missing->n_open == 0) == (missing->questions->len == 0));
  if (!answer_missing (cases, answers, missing))
    return;
  leio_engine_possible (engine, answers, possible);
  g_assert_cmpuint (count_open (cases->knowledge, possible), <=,
                    missing->n_open - missing->n_settled);
  (*n_tried)++;
}

static void
test_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioKnowledge) knowledge = leio_knowledge_load (NULL, &error);
  g_autoptr (LeioEngine) engine = leio_engine_new (knowledge, 0, &error);
  g_autoptr (LeioTestCases) cases = leio_test_cases_new (knowledge, 20261125);
  guint n_tried = 0;

  g_assert_no_error (error);
  g_test_timer_start ();
  for (guint i = 0; i < N_SHIPPED_CASES; i++)
    try_shipped (cases, engine, &n_tried);
  g_test_message ("%u cases answered, %.1f ms a case", n_tried,
                  g_test_timer_elapsed () * 1000 / N_SHIPPED_CASES);
  g_assert_cmpuint (n_tried, >, 100);
}

/* Nothing that can be answered is missing, and still not all is settled. */
static void
test_not_known (void)
{
  const LeioAnswer unknown = { LEIO_ANSWER_NOT_KNOWN, 0, 0, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioKnowledge) knowledge = leio_knowledge_load (NULL, &error);
  g_autoptr (LeioEngine) engine = leio_engine_new (knowledge, 0, &error);
  guint n = leio_questionnaire_get_n_questions (knowledge->logic->questionnaire);
  g_autoptr (LeioAnswers) answers = leio_answers_new (n);
  g_autoptr (LeioMissing) missing = NULL;

  for (guint i = 0; i < n; i++)
    leio_answers_set (answers, i, &unknown);
  missing = leio_missing_new (engine, answers);
  g_assert_cmpuint (missing->n_open, >, 0);
  g_assert_cmpuint (missing->n_settled, ==, 0);
  g_assert_cmpuint (missing->questions->len, ==, 0);
  g_assert_cmpuint (missing->unknown->len, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/core/missing/random-bases", test_random_bases);
  g_test_add_func ("/core/missing/shipped", test_shipped);
  g_test_add_func ("/core/missing/not-known", test_not_known);
  return g_test_run ();
}
