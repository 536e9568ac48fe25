/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long the engine takes on a knowledge base: `bench-engine [DIR]`. Prints a
 * table: median, 99 % and worst over random cases, by the clock on the wall, for the
 * changes are looked for on a second processor: on a quiet machine, please.
 */
#include "config.h"

#include <malloc.h>
#include <stdlib.h>

#include "leio-audit.h"
#include "leio-case.h"
#include "leio-engine.h"

#define N_CASES 500
#define N_ROUNDS 20
#define N_LOADS 15

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

static void
print_row (const char *what, GArray *times, const char *unit, double factor)
{
  g_array_sort (times, compare_doubles);
  g_print ("| %-52s | %9.2f | %9.2f | %9.2f | %s |\n", what,
           g_array_index (times, double, times->len / 2) * factor,
           g_array_index (times, double, times->len * 99 / 100) * factor,
           g_array_index (times, double, times->len - 1) * factor, unit);
  g_array_set_size (times, 0);
}

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

static void
add_time (GArray *times, double since)
{
  double time = now () - since;

  g_array_append_val (times, time);
}

static LeioAnswer
random_answer (GRand *rand, const LeioQuestion *question)
{
  LeioAnswer answer = { LEIO_ANSWER_GIVEN, 0, 0, 0 };

  if (question->kind == LEIO_QUESTION_NUMBER)
    answer.number = g_rand_double_range (rand, question->min, question->max);
  else if (question->kind == LEIO_QUESTION_SET)
    answer.set = g_rand_int (rand) & g_rand_int (rand) & leio_question_get_all_values (question);
  else
    answer.value = (guint) g_rand_int_range (rand, 0, (gint32) question->values->len);
  return answer;
}

/* Answers each question with the probability @share, until the answers do not contradict each
 * other. */
static LeioAnswers *
random_case (LeioEngine *engine, GRand *rand, double share)
{
  const LeioKnowledge *knowledge = leio_engine_get_knowledge (engine);
  const LeioQuestionnaire *questionnaire = knowledge->logic->questionnaire;
  guint n = leio_questionnaire_get_n_questions (questionnaire);
  g_autofree guint8 *possible = g_new (guint8, knowledge->treatments->len + 1);

  while (TRUE)
    {
      g_autoptr (LeioAnswers) answers = leio_answers_new (n);

      for (guint i = 0; i < n; i++)
        {
          LeioAnswer answer
              = random_answer (rand, leio_questionnaire_get_question (questionnaire, i));

          if (g_rand_double (rand) < share)
            leio_answers_set (answers, i, &answer);
        }
      leio_engine_possible (engine, answers, possible);
      if (possible[0] != 0)
        return g_steal_pointer (&answers);
    }
}

/* What reading the clock adds to a time: a good part of the shortest ones. */
static double
clock_time (void)
{
  double since = now ();

  for (guint i = 0; i < 1000; i++)
    now ();
  return (now () - since) / 1000;
}

/* Each of the cases once, one after another: a processor that meets the same case many times in
 * a row learns its way through the diagrams, as it never can in use. */
static void
time_in_turn (LeioEngine *engine, GPtrArray *cases, double *totals)
{
  g_autofree guint8 *possible
      = g_new (guint8, leio_engine_get_knowledge (engine)->treatments->len + 1);

  for (guint i = 0; i < cases->len; i++)
    {
      double since = now ();

      leio_engine_possible (engine, g_ptr_array_index (cases, i), possible);
      totals[i] += now () - since;
    }
}

static void
bench_statuses (LeioEngine *engine, GRand *rand, GArray *times, const char *what, double share)
{
  g_autoptr (GPtrArray) cases
      = g_ptr_array_new_with_free_func ((GDestroyNotify) leio_answers_free);
  double totals[N_CASES] = { 0 };

  for (guint i = 0; i < N_CASES; i++)
    g_ptr_array_add (cases, random_case (engine, rand, share));
  for (guint k = 0; k < N_ROUNDS; k++)
    time_in_turn (engine, cases, totals);
  for (guint i = 0; i < N_CASES; i++)
    {
      totals[i] = totals[i] / N_ROUNDS - clock_time ();
      g_array_append_val (times, totals[i]);
    }
  print_row (what, times, "us", 1e6);
}

static void
bench_advice (LeioEngine *engine, GRand *rand, GArray *times, const char *what, double share,
              LeioAdviceParts parts)
{
  for (guint i = 0; i < N_CASES; i++)
    {
      g_autoptr (LeioAnswers) answers = random_case (engine, rand, share);
      double since = now ();
      LeioAdvice *advice = leio_engine_advise (engine, answers, parts);

      add_time (times, since);
      leio_advice_free (advice);
    }
  print_row (what, times, "us", 1e6);
}

/* The advice after each answer, as the case is entered from the first question to the last. */
static void
bench_entry (LeioEngine *engine, const LeioAnswers *answers, GArray *times)
{
  guint n = leio_answers_get_length (answers);
  g_autoptr (LeioAnswers) so_far = leio_answers_new (n);

  for (guint i = 0; i < n; i++)
    if (leio_answers_is_given (answers, i))
      {
        double since;
        LeioAdvice *advice;

        leio_answers_set (so_far, i, leio_answers_get (answers, i));
        since = now ();
        advice = leio_engine_advise (engine, so_far, LEIO_ADVICE_ALL);
        add_time (times, since);
        leio_advice_free (advice);
      }
}

/* Cases of real reports and guidelines, from a folder of case files. */
static guint
bench_folder (LeioEngine *engine, const char *folder, GArray *times)
{
  const LeioKnowledge *knowledge = leio_engine_get_knowledge (engine);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_cases = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (LeioCase) kase = leio_case_load (file, knowledge->logic->questionnaire,
                                                  knowledge->id, NULL, NULL);

      if (kase == NULL)
        continue;
      bench_entry (engine, kase->answers, times);
      n_cases++;
    }
  return n_cases;
}

static void
bench_real_cases (LeioEngine *engine, GArray *times)
{
  const char *source = g_getenv ("LEIO_SOURCE_DIR");
  const char *folders[] = { "published", "guideline" };
  g_autofree char *what = NULL;
  guint n_cases = 0;

  for (guint i = 0; source != NULL && i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_build_filename (source, "tests", "cases", folders[i], NULL);

      n_cases += bench_folder (engine, folder, times);
    }
  if (times->len == 0)
    return;
  what = g_strdup_printf ("everything, each answer of %u real cases", n_cases);
  print_row (what, times, "us", 1e6);
}

static LeioEngine *
bench_start (const char *directory, GArray *times)
{
  g_autoptr (GArray) compiles = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) both = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (LeioEngine) engine = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_LOADS; i++)
    {
      g_autoptr (LeioKnowledge) knowledge = NULL;
      double start = now ();
      double since;

      knowledge = leio_knowledge_load (directory, &error);
      if (knowledge == NULL)
        g_error ("%s", error->message);
      add_time (times, start);
      g_clear_pointer (&engine, leio_engine_free);
      since = now ();
      engine = leio_engine_new (knowledge, 0, &error);
      if (engine == NULL)
        g_error ("%s", error->message);
      add_time (compiles, since);
      add_time (both, start);
    }
  g_print ("| %-52s | %9.2f | %9s | %9s | ms |\n", "load and compile, the first in the process",
           g_array_index (both, double, 0) * 1e3, "", "");
  print_row ("load", times, "ms", 1e3);
  print_row ("compile all diagrams", compiles, "ms", 1e3);
  print_row ("load and compile", both, "ms", 1e3);
  return g_steal_pointer (&engine);
}

static void
bench_audit (LeioEngine *engine, GArray *times, const char *what, gboolean witnesses)
{
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (GError) error = NULL;
      double since = now ();
      g_autoptr (LeioAudit) audit
          = leio_audit_new (leio_engine_get_knowledge (engine), NULL, witnesses, &error);

      if (audit == NULL)
        g_error ("%s", error->message);
      add_time (times, since);
    }
  print_row (what, times, "ms", 1e3);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (LeioEngine) engine = NULL;
  const LeioKnowledge *knowledge;

  /* Memory that is given back to the kernel is dear to fetch again; no program does that twice. */
  mallopt (M_TRIM_THRESHOLD, 1 << 30);
  mallopt (M_MMAP_THRESHOLD, 1 << 30);
  g_print ("| %-52s | %9s | %9s | %9s | unit |\n", "figure", "median", "99 %", "worst");
  engine = bench_start (argc > 1 ? argv[1] : NULL, times);
  knowledge = leio_engine_get_knowledge (engine);
  bench_statuses (engine, rand, times, "statuses, empty case", 0);
  bench_statuses (engine, rand, times, "statuses, one answer in three", 0.33);
  bench_statuses (engine, rand, times, "statuses, two answers in three", 0.67);
  bench_statuses (engine, rand, times, "statuses, complete case", 1);
  bench_advice (engine, rand, times, "everything, empty case", 0, LEIO_ADVICE_ALL);
  bench_advice (engine, rand, times, "everything, one answer in three", 0.33, LEIO_ADVICE_ALL);
  bench_advice (engine, rand, times, "everything, two answers in three", 0.67, LEIO_ADVICE_ALL);
  bench_advice (engine, rand, times, "everything, complete case", 1, LEIO_ADVICE_ALL);
  bench_real_cases (engine, times);
  bench_advice (engine, rand, times, "  of it statuses and questions", 0.67, LEIO_ADVICE_STATUSES);
  bench_advice (engine, rand, times, "  of it arguments", 0.67, LEIO_ADVICE_ARGUMENTS);
  bench_advice (engine, rand, times, "  of it reasons", 0.67, LEIO_ADVICE_REASONS);
  bench_advice (engine, rand, times, "  of it changes", 0.67, LEIO_ADVICE_CHANGES);
  bench_audit (engine, times, "audit without witnesses", FALSE);
  bench_audit (engine, times, "audit with smallest witnesses", TRUE);
  g_print ("%u rules, %u treatments, %u diagram nodes\n", knowledge->rules->len,
           knowledge->treatments->len, leio_engine_get_n_nodes (engine));
  return 0;
}
