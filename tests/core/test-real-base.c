/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The shipped knowledge base: what the engine says about random unfinished cases
 * is held against plain evaluation of random completions of them, and against
 * brute force where that can be afforded.
 */
#include "config.h"

#include "leio-engine.h"
#include "leio-test-cases.h"

#define N_COMPLETIONS 100000
#define N_PER_CASE 40
#define N_CHANGE_CASES 80
#define N_SUFFICIENT_CASES 150
#define MAX_SETS 160

typedef struct
{
  LeioKnowledge *knowledge;
  LeioEngine *engine;
  LeioTestCases *cases;
  LeioAnswers *answers;
  LeioAdvice *advice;
  guint8 *possible;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->knowledge = leio_knowledge_load (NULL, &error);
  g_assert_no_error (error);
  fixture->engine = leio_engine_new (fixture->knowledge, 0, &error);
  g_assert_no_error (error);
  fixture->cases = leio_test_cases_new (fixture->knowledge, GPOINTER_TO_UINT (data));
  fixture->possible = g_new (guint8, fixture->knowledge->treatments->len);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->answers, leio_answers_free);
  g_clear_pointer (&fixture->advice, leio_advice_free);
  g_free (fixture->possible);
  leio_test_cases_free (fixture->cases);
  leio_engine_free (fixture->engine);
  leio_knowledge_unref (fixture->knowledge);
}

/* The next unfinished case in which something is possible. */
static void
draw_case (Fixture *fixture, LeioAdviceParts parts, double least)
{
  do
    {
      double share = g_rand_double_range (fixture->cases->rand, least, 1);

      g_clear_pointer (&fixture->answers, leio_answers_free);
      fixture->answers = leio_test_cases_draw (fixture->cases, share);
      leio_engine_possible (fixture->engine, fixture->answers, fixture->possible);
    }
  while (fixture->possible[0] == 0);
  g_clear_pointer (&fixture->advice, leio_advice_free);
  fixture->advice = leio_engine_advise (fixture->engine, fixture->answers, parts);
}

static const LeioTreatmentAdvice *
advice_on (const Fixture *fixture, guint treatment)
{
  return g_ptr_array_index (fixture->advice->treatments, treatment);
}

static void
check_quick (const Fixture *fixture)
{
  for (guint t = 0; t < fixture->knowledge->treatments->len; t++)
    g_assert_cmpuint (advice_on (fixture, t)->possible, ==, fixture->possible[t]);
}

static LeioStatus
status_of (const Fixture *fixture, guint treatment, const LeioAnswers *complete)
{
  return leio_knowledge_evaluate_plainly (fixture->knowledge, treatment, complete);
}

static void
check_statuses (const Fixture *fixture, const LeioAnswers *complete)
{
  for (guint t = 0; t < fixture->knowledge->treatments->len; t++)
    {
      LeioStatus status = status_of (fixture, t, complete);

      if (!(fixture->possible[t] >> status & 1))
        g_error ("treatment %u can be %u, which is not told", t, status);
    }
}

/* What is said of an argument must hold in each completion. */
static void
check_argument (const Fixture *fixture, const LeioArgumentAdvice *advice, guint index,
                const LeioAnswers *complete)
{
  const LeioArgument *argument = g_ptr_array_index (fixture->knowledge->arguments, index);
  const LeioRule *rule = g_ptr_array_index (fixture->knowledge->rules, argument->rule);
  gboolean in_force =
      leio_knowledge_argument_in_force_plainly (fixture->knowledge, index, complete);
  gboolean applies = leio_condition_holds (fixture->knowledge->logic, rule->condition, complete);

  if (advice == NULL)
    g_assert_false (applies);
  else if (advice->state == LEIO_ARGUMENT_IN_FORCE)
    g_assert_true (in_force);
  else if (advice->state == LEIO_ARGUMENT_OVERRIDDEN)
    g_assert_true (applies && !in_force);
}

static const LeioArgumentAdvice *
find_argument (const LeioTreatmentAdvice *advice, guint index)
{
  for (guint i = 0; i < advice->arguments->len; i++)
    {
      const LeioArgumentAdvice *found = g_ptr_array_index (advice->arguments, i);

      if (found->argument == index)
        return found;
    }
  return NULL;
}

static void
check_arguments (const Fixture *fixture, const LeioAnswers *complete)
{
  for (guint i = 0; i < fixture->knowledge->arguments->len; i++)
    {
      const LeioArgument *argument = g_ptr_array_index (fixture->knowledge->arguments, i);
      const LeioTreatmentAdvice *its = advice_on (fixture, argument->treatment);

      check_argument (fixture, find_argument (its, i), i, complete);
    }
}

static void
check_facts (const Fixture *fixture, const LeioAnswers *complete)
{
  const LeioLogic *logic = fixture->knowledge->logic;

  for (guint i = 0; i < logic->derived->len; i++)
    {
      const LeioDerivedAdvice *derived = g_ptr_array_index (fixture->advice->derived, i);
      int value = leio_logic_derive (logic, i, complete);

      g_assert_true (value < 0 ? derived->none_possible : (derived->possible >> value & 1) != 0);
    }
  for (guint q = 0; q < fixture->cases->n_questions; q++)
    {
      LeioAsked asked = g_array_index (fixture->advice->asked, LeioAsked, q);

      if (asked != LEIO_ASKED_PERHAPS)
        g_assert_cmpint (leio_logic_is_asked (logic, q, complete), ==, asked == LEIO_ASKED_ALWAYS);
    }
}

static gboolean
contains (const GArray *indices, guint index)
{
  for (guint i = 0; i < indices->len; i++)
    if (g_array_index (indices, guint, i) == index)
      return TRUE;
  return FALSE;
}

/* Another answer to an open question changes the statuses of those alone that depend on it. */
static void
check_depends (const Fixture *fixture, LeioAnswers *complete)
{
  guint question = leio_test_cases_pick (fixture->cases, fixture->cases->n_questions);
  g_autoptr (LeioAnswers) other = leio_answers_copy (complete);
  LeioAnswer answer = leio_test_cases_answer (fixture->cases, question);

  leio_answers_set (other, question, &answer);
  if (leio_answers_is_given (fixture->answers, question) ||
      !leio_logic_is_possible (fixture->knowledge->logic, other))
    return;
  for (guint t = 0; t < fixture->knowledge->treatments->len; t++)
    {
      gboolean depends = contains (advice_on (fixture, t)->depends_on, question);

      if (!depends && fixture->possible[t] != 1u << status_of (fixture, t, complete))
        g_assert_cmpint (status_of (fixture, t, complete), ==, status_of (fixture, t, other));
      if (contains (fixture->advice->moot, question))
        g_assert_false (depends);
    }
}

static void
test_completions (Fixture *fixture, gconstpointer data)
{
  guint n_done = 0;

  while (n_done < N_COMPLETIONS)
    {
      draw_case (fixture, LEIO_ADVICE_ARGUMENTS, 0);
      check_quick (fixture);
      for (guint i = 0; i < N_PER_CASE; i++, n_done++)
        {
          g_autoptr (LeioAnswers) complete =
              leio_test_cases_complete (fixture->cases, fixture->answers);

          g_assert_nonnull (complete);
          check_statuses (fixture, complete);
          if (i % 8 > 0)
            continue;
          check_arguments (fixture, complete);
          check_facts (fixture, complete);
          check_depends (fixture, complete);
        }
    }
}

/* Nothing that is told possible is more than what some completion gives: short lists are seen in
 * full. */
static void
test_possible_is_seen (Fixture *fixture, gconstpointer data)
{
  guint n_told = 0, n_seen = 0;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree guint8 *seen = g_new0 (guint8, fixture->knowledge->treatments->len);

      draw_case (fixture, LEIO_ADVICE_STATUSES, 0.7);
      for (guint k = 0; k < 100; k++)
        {
          g_autoptr (LeioAnswers) complete =
              leio_test_cases_complete (fixture->cases, fixture->answers);

          g_assert_nonnull (complete);
          for (guint t = 0; t < fixture->knowledge->treatments->len; t++)
            if (fixture->possible[t] != seen[t])
              seen[t] |= 1u << status_of (fixture, t, complete);
        }
      for (guint t = 0; t < fixture->knowledge->treatments->len; t++)
        {
          n_told += (guint) __builtin_popcount (fixture->possible[t]);
          n_seen += (guint) __builtin_popcount (seen[t]);
        }
    }
  g_test_message ("%u of %u possible statuses seen", n_seen, n_told);
  g_assert_cmpuint (n_seen, <=, n_told);
  g_assert_cmpuint (n_seen * 100, >, n_told * 95);
}

static void
check_promise (const Fixture *fixture, const LeioAnswers *answers, guint treatment, guint expected)
{
  g_autofree guint8 *possible = g_new (guint8, fixture->knowledge->treatments->len);

  leio_engine_possible (fixture->engine, answers, possible);
  g_assert_cmpuint (possible[treatment], ==, expected);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (LeioAnswers) complete = leio_test_cases_complete (fixture->cases, answers);

      g_assert_nonnull (complete);
      g_assert_cmpuint (1u << status_of (fixture, treatment, complete), ==, expected);
    }
}

static LeioAnswers *
apply_change (const Fixture *fixture, const LeioChange *change, guint left_out)
{
  LeioAnswers *answers = leio_answers_copy (fixture->answers);

  for (guint i = 0; i < change->questions->len; i++)
    if (i != left_out)
      leio_answers_set (answers, g_array_index (change->questions, guint, i),
                        &g_array_index (change->answers, LeioAnswer, i));
  return answers;
}

static void
check_change (const Fixture *fixture, guint treatment, const LeioChange *change)
{
  g_autoptr (LeioAnswers) changed = apply_change (fixture, change, G_MAXUINT);
  g_autofree guint8 *possible = g_new (guint8, fixture->knowledge->treatments->len);

  g_assert_cmpuint (change->questions->len, >, 0);
  g_assert_cmpuint (fixture->possible[treatment] & 1u << change->to, ==, 0);
  check_promise (fixture, changed, treatment, 1u << change->to);
  for (guint i = 0; i < change->questions->len; i++)
    {
      g_autoptr (LeioAnswers) fewer = apply_change (fixture, change, i);

      leio_engine_possible (fixture->engine, fewer, possible);
      g_assert_cmpuint (possible[treatment], !=, 1u << change->to);
    }
}

static const LeioChange *
find_change (const LeioTreatmentAdvice *advice, guint status)
{
  for (guint i = 0; i < advice->changes->len; i++)
    {
      const LeioChange *change = g_ptr_array_index (advice->changes, i);

      if ((guint) change->to == status)
        return change;
    }
  return NULL;
}

static gboolean
stays_as_it_is (const Fixture *fixture, guint question)
{
  const LeioQuestionnaire *questionnaire = fixture->knowledge->logic->questionnaire;

  return leio_answers_is_given (fixture->answers, question) &&
         leio_questionnaire_get_question (questionnaire, question)->fixed;
}

/* A status that one answer is enough for is told with one answer: with one that stays as it is
 * only where no other is enough. */
static void
check_one_is_enough (const Fixture *fixture, guint question, const guint8 *possible)
{
  for (guint t = 0; t < fixture->knowledge->treatments->len; t++)
    if (__builtin_popcount (possible[t]) == 1 && (possible[t] & fixture->possible[t]) == 0)
      {
        const LeioChange *change =
            find_change (advice_on (fixture, t), (guint) __builtin_ctz (possible[t]));

        g_assert_nonnull (change);
        g_assert_cmpuint (change->questions->len, ==, 1);
        if (!stays_as_it_is (fixture, question))
          g_assert_false (
              stays_as_it_is (fixture, g_array_index (change->questions, guint, 0)));
      }
}

/* All changes of one answer. */
static void
check_single_changes (const Fixture *fixture)
{
  g_autofree guint8 *possible = g_new (guint8, fixture->knowledge->treatments->len);

  for (guint q = 0; q < fixture->cases->n_questions; q++)
    {
      g_autoptr (GArray) list = leio_test_cases_list_answers (fixture->cases, q, MAX_SETS);
      g_autoptr (LeioAnswers) changed = leio_answers_copy (fixture->answers);

      for (guint i = 0; i < list->len; i++)
        {
          leio_answers_set (changed, q, &g_array_index (list, LeioAnswer, i));
          leio_engine_possible (fixture->engine, changed, possible);
          check_one_is_enough (fixture, q, possible);
        }
    }
}

static void
test_changes (Fixture *fixture, gconstpointer data)
{
  guint n_changes = 0, n_smallest = 0;

  for (guint i = 0; i < N_CHANGE_CASES; i++)
    {
      draw_case (fixture, LEIO_ADVICE_CHANGES, 0.2);
      for (guint t = 0; t < fixture->knowledge->treatments->len; t++)
        for (guint k = 0; k < advice_on (fixture, t)->changes->len; k++)
          {
            const LeioChange *change = g_ptr_array_index (advice_on (fixture, t)->changes, k);

            check_change (fixture, t, change);
            n_changes++;
            n_smallest += change->smallest;
          }
      check_single_changes (fixture);
    }
  g_test_message ("%u changes, %u of them proved smallest", n_changes, n_smallest);
  g_assert_cmpuint (n_changes, >, N_CHANGE_CASES * 10);
}

static LeioAnswers *
keep (const Fixture *fixture, const GArray *questions, guint left_out)
{
  LeioAnswers *kept = leio_answers_new (fixture->cases->n_questions);

  for (guint i = 0; i < questions->len; i++)
    {
      guint question = g_array_index (questions, guint, i);

      if (i != left_out)
        leio_answers_set (kept, question, leio_answers_get (fixture->answers, question));
    }
  return kept;
}

static void
check_sufficient (const Fixture *fixture, guint treatment)
{
  const LeioTreatmentAdvice *advice = advice_on (fixture, treatment);
  g_autoptr (LeioAnswers) kept = keep (fixture, advice->sufficient, G_MAXUINT);
  g_autofree guint8 *possible = g_new (guint8, fixture->knowledge->treatments->len);

  if (leio_treatment_advice_get_status (advice) < 0)
    {
      g_assert_cmpuint (advice->sufficient->len, ==, 0);
      return;
    }
  check_promise (fixture, kept, treatment, advice->possible);
  for (guint i = 0; i < advice->sufficient->len; i++)
    {
      g_autoptr (LeioAnswers) fewer = keep (fixture, advice->sufficient, i);

      leio_engine_possible (fixture->engine, fewer, possible);
      g_assert_cmpuint (possible[treatment], !=, advice->possible);
    }
}

/* What the two answers settle needs no third. */
static void
check_pair (const Fixture *fixture, guint a, guint b)
{
  g_autoptr (LeioAnswers) pair = leio_answers_new (fixture->cases->n_questions);
  g_autofree guint8 *possible = g_new (guint8, fixture->knowledge->treatments->len);

  leio_answers_set (pair, a, leio_answers_get (fixture->answers, a));
  leio_answers_set (pair, b, leio_answers_get (fixture->answers, b));
  leio_engine_possible (fixture->engine, pair, possible);
  for (guint t = 0; t < fixture->knowledge->treatments->len; t++)
    if (possible[t] == fixture->possible[t] && __builtin_popcount (possible[t]) == 1 &&
        advice_on (fixture, t)->sufficient_is_smallest)
      g_assert_cmpuint (advice_on (fixture, t)->sufficient->len, <=, a == b ? 1 : 2);
}

/* An answer to a question that is not asked has no effect, and is no reason. */
static gboolean
is_reason (const Fixture *fixture, guint question)
{
  return leio_answers_is_given (fixture->answers, question) &&
         g_array_index (fixture->advice->asked, LeioAsked, question) != LEIO_ASKED_NEVER;
}

static void
check_pairs (const Fixture *fixture)
{
  for (guint a = 0; a < fixture->cases->n_questions; a++)
    for (guint b = a; b < fixture->cases->n_questions; b++)
      if (is_reason (fixture, a) && is_reason (fixture, b))
        check_pair (fixture, a, b);
}

static void
check_if_then (const Fixture *fixture, guint treatment)
{
  const LeioTreatmentAdvice *advice = advice_on (fixture, treatment);
  guint seen = 0;

  for (guint i = 0; i < advice->if_then->len; i++)
    {
      const LeioIfThen *row = &g_array_index (advice->if_then, LeioIfThen, i);
      g_autoptr (LeioAnswers) answers = leio_answers_copy (fixture->answers);

      leio_answers_set (answers, advice->if_then_question, &row->answer);
      check_promise (fixture, answers, treatment, 1u << row->status);
      seen |= 1u << row->status;
    }
  if (advice->if_then->len > 0)
    g_assert_cmpuint (seen, ==, advice->possible);
}

static void
test_sufficient (Fixture *fixture, gconstpointer data)
{
  guint n_smallest = 0, n_settled = 0;

  for (guint i = 0; i < N_SUFFICIENT_CASES; i++)
    {
      draw_case (fixture, LEIO_ADVICE_REASONS | LEIO_ADVICE_ARGUMENTS, 0.3);
      for (guint t = 0; t < fixture->knowledge->treatments->len; t++)
        {
          check_sufficient (fixture, t);
          check_if_then (fixture, t);
          n_settled += leio_treatment_advice_get_status (advice_on (fixture, t)) >= 0;
          n_smallest += advice_on (fixture, t)->sufficient_is_smallest;
        }
      if (i % 10 == 0)
        check_pairs (fixture);
    }
  g_test_message ("%u settled, %u of them with a proved smallest reason", n_settled, n_smallest);
  g_assert_cmpuint (n_settled, >, N_SUFFICIENT_CASES * 20);
}

/* What is told impossible has no completion that plain evaluation could find. */
static void
test_odd (Fixture *fixture, gconstpointer data)
{
  guint n_odd = 0;

  while (n_odd < 60)
    {
      g_autoptr (LeioAnswers) answers = leio_test_cases_draw (fixture->cases, 0.8);
      g_autoptr (LeioAnswers) complete = leio_test_cases_complete (fixture->cases, answers);

      leio_engine_possible (fixture->engine, answers, fixture->possible);
      if (complete != NULL)
        g_assert_cmpuint (fixture->possible[0], !=, 0);
      n_odd += complete == NULL && fixture->possible[0] == 0;
    }
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/core/real-base/completions", test_completions },
    { "/core/real-base/possible-is-seen", test_possible_is_seen },
    { "/core/real-base/changes", test_changes },
    { "/core/real-base/sufficient", test_sufficient },
    { "/core/real-base/odd", test_odd },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, GUINT_TO_POINTER (i + 1), set_up, tests[i].test, tear_down);
  return g_test_run ();
}
