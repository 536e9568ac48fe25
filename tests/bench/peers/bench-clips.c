/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-clips RULES CASES: the statuses of each case of CASES, one line a case,
 * then the processor time for a case in microseconds: all of it, and what the
 * inference alone takes. A case is a line of facts with tabs between them.
 */
#include <clips/clips.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MAX_LINE (1 << 16)

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e6 + (double) time.tv_nsec / 1e3;
}

/* @line is cut at its tabs. Returns the time of the inference. */
static double
evaluate (void *environment, char *line)
{
  double since;

  EnvReset (environment);
  for (char *fact = strtok (line, "\t\n"); fact != NULL; fact = strtok (NULL, "\t\n"))
    EnvAssertString (environment, fact);
  since = now ();
  EnvRun (environment, -1);
  return now () - since;
}

static void
print_statuses (void *environment)
{
  void *template = EnvFindDeftemplate (environment, "status");
  void *fact = NULL;
  DATA_OBJECT fields;

  while ((fact = EnvGetNextFactInTemplate (environment, template, fact)) != NULL)
    {
      EnvGetFactSlot (environment, fact, NULL, &fields);
      printf ("%s=%s ", ValueToString (GetMFValue (GetValue (fields), GetDOBegin (fields))),
              ValueToString (GetMFValue (GetValue (fields), GetDOBegin (fields) + 1)));
    }
  putchar ('\n');
}

int
main (int argc, char *argv[])
{
  void *environment = CreateEnvironment ();
  FILE *cases = argc == 3 ? fopen (argv[2], "r") : NULL;
  char *line = malloc (MAX_LINE);
  double all = 0, inference = 0;
  unsigned n_cases = 0;

  if (cases == NULL || line == NULL || EnvLoad (environment, argv[1]) != 1)
    {
      fprintf (stderr, "bench-clips RULES CASES: one of them cannot be read\n");
      return 2;
    }
  for (; fgets (line, MAX_LINE, cases) != NULL; n_cases++)
    {
      double since = now ();

      inference += evaluate (environment, line);
      all += now () - since;
      print_statuses (environment);
    }
  printf ("%.2f %.2f\n", all / n_cases, inference / n_cases);
  free (line);
  fclose (cases);
  DestroyEnvironment (environment);
  return 0;
}
