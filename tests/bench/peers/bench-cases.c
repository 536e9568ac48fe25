/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-cases DIR CASES: the statuses of each complete case of CASES (one JSON
 * object a line), one line a case, then the processor time for a case in
 * microseconds: by the diagrams, and by plain evaluation of all rules.
 */
#include "config.h"

#include <string.h>
#include <time.h>

#include "leio-case.h"
#include "leio-engine.h"

#define N_ROUNDS 100

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e6 + (double) time.tv_nsec / 1e3;
}

static GPtrArray *
read_cases (const LeioKnowledge *knowledge, const char *path)
{
  GPtrArray *cases = g_ptr_array_new_with_free_func ((GDestroyNotify) leio_case_free);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s", error->message);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      LeioCase *kase = leio_case_from_data (lines[i], -1, knowledge->logic->questionnaire,
                                            knowledge->id, &error);

      if (kase == NULL)
        g_error ("%s", error->message);
      g_ptr_array_add (cases, kase);
    }
  return cases;
}

static void
print_case (LeioEngine *engine, const LeioAnswers *answers, guint8 *possible)
{
  const LeioKnowledge *knowledge = leio_engine_get_knowledge (engine);

  leio_engine_possible (engine, answers, possible);
  for (guint t = 0; t < knowledge->treatments->len; t++)
    {
      const LeioTreatment *treatment = g_ptr_array_index (knowledge->treatments, t);
      LeioStatus status = (LeioStatus) __builtin_ctz (possible[t]);

      g_print ("%s=%s ", treatment->id, leio_status_to_id (status));
    }
  g_print ("\n");
}

static void
evaluate_plainly (const LeioKnowledge *knowledge, const LeioAnswers *answers, guint8 *possible)
{
  for (guint t = 0; t < knowledge->treatments->len; t++)
    possible[t] = (guint8) leio_knowledge_evaluate_plainly (knowledge, t, answers);
}

static double
time_diagrams (LeioEngine *engine, const GPtrArray *cases, guint8 *possible)
{
  double since = now ();

  for (guint round = 0; round < N_ROUNDS; round++)
    for (guint i = 0; i < cases->len; i++)
      leio_engine_possible (engine, ((LeioCase *) g_ptr_array_index (cases, i))->answers, possible);
  return (now () - since) / N_ROUNDS / cases->len;
}

static double
time_plain (const LeioKnowledge *knowledge, const GPtrArray *cases, guint8 *possible)
{
  double since = now ();

  for (guint i = 0; i < cases->len; i++)
    evaluate_plainly (knowledge, ((LeioCase *) g_ptr_array_index (cases, i))->answers, possible);
  return (now () - since) / cases->len;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioKnowledge) knowledge = leio_knowledge_load (argv[1], &error);
  g_autoptr (LeioEngine) engine = NULL;
  g_autoptr (GPtrArray) cases = NULL;
  g_autofree guint8 *possible = NULL;

  if (knowledge == NULL || (engine = leio_engine_new (knowledge, 0, &error)) == NULL)
    g_error ("%s", error->message);
  cases = read_cases (knowledge, argv[2]);
  possible = g_new (guint8, knowledge->treatments->len);
  for (guint i = 0; i < cases->len; i++)
    print_case (engine, ((LeioCase *) g_ptr_array_index (cases, i))->answers, possible);
  g_print ("%.2f %.2f\n", time_diagrams (engine, cases, possible),
           time_plain (knowledge, cases, possible));
  return 0;
}
