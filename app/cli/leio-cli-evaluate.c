/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * leio-cli evaluate: the advice on each case file, one after the other. A file
 * that cannot be read is told and passed over.
 */
#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "leio-cli-against.h"
#include "leio-cli.h"
#include "leio-error.h"
#include "leio-report.h"

static LeioCase *
read_standard_input (const LeioKnowledge *knowledge, GError **error)
{
  g_autofree char *data = g_malloc (LEIO_CASE_MAX_BYTES + 1);
  gsize length = fread (data, 1, LEIO_CASE_MAX_BYTES + 1, stdin);

  if (ferror (stdin))
    {
      /* Translators: %s is the system's reason */
      g_set_error (error, LEIO_ERROR, LEIO_ERROR_UNREADABLE, _ ("it cannot be read: %s"),
                   g_strerror (errno));
      return NULL;
    }
  if (length > LEIO_CASE_MAX_BYTES)
    {
      /* Translators: %d is a number of megabytes */
      g_set_error (error, LEIO_ERROR, LEIO_ERROR_TOO_LARGE, _ ("more than %d MB, expected a case"),
                   LEIO_CASE_MAX_BYTES / (1024 * 1024));
      return NULL;
    }

  return leio_case_from_data (data, length, knowledge->logic->questionnaire, knowledge->id, error);
}

static LeioCase *
read_case (const LeioKnowledge *knowledge, const char *name, GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (g_str_equal (name, "-"))
    return read_standard_input (knowledge, error);

  file = g_file_new_for_commandline_arg (name);
  return leio_case_load (file, knowledge->logic->questionnaire, knowledge->id, NULL, error);
}

/* What was read goes in front of the message, once. */
static void
complain_about (const char *name, const GError *error)
{
  if (g_str_equal (name, "-"))
    /* Translators: %s is what is wrong with it */
    leio_cli_complain (_ ("standard input: %s"), error->message);
  else if (g_str_has_prefix (error->message, name))
    leio_cli_complain ("%s", error->message);
  else
    leio_cli_complain ("%s: %s", name, error->message);
}

static LeioReportFormat
get_format (const LeioCli *cli)
{
  static const char *const words[] = { "text", "json", "markdown", NULL };
  static const LeioReportFormat formats[] = { LEIO_REPORT_TEXT, LEIO_REPORT_JSON,
                                              LEIO_REPORT_MARKDOWN };

  return formats[leio_cli_choose (cli->options->format, words)];
}

static LeioReportReading
get_reading (const LeioCli *cli)
{
  return g_strcmp0 (cli->options->reading, "home") == 0 ? LEIO_REPORT_HOME : LEIO_REPORT_CLINICIAN;
}

/* At home nothing is said about what would change the advice, which takes the longest to find. */
static LeioAdviceParts
get_parts (const LeioCli *cli)
{
  if (get_reading (cli) == LEIO_REPORT_HOME && get_format (cli) != LEIO_REPORT_JSON)
    return LEIO_ADVICE_ARGUMENTS | LEIO_ADVICE_REASONS;

  return LEIO_ADVICE_ALL;
}

/* (nullable): after a complaint. */
static char *
dup_report (const LeioCli *cli,
            LeioEngine *engine,
            LeioCliAgainst *against,
            const char *name,
            const LeioCase *kase)
{
  g_autoptr (LeioAdvice) advice = leio_engine_advise (engine, kase->answers, get_parts (cli));
  g_autoptr (LeioPastAdvice) past = NULL;
  g_autoptr (GError) error = NULL;

  if (against == NULL)
    return leio_report_evaluation_for (cli->knowledge, kase, advice, get_format (cli),
                                       get_reading (cli));

  past = leio_cli_against_advise (against, cli->knowledge, kase, &error);
  if (past == NULL)
    {
      complain_about (name, error);
      return NULL;
    }
  return leio_report_evaluation_against (cli->knowledge, kase, advice, past, get_format (cli),
                                         get_reading (cli));
}

LeioCliExit
leio_cli_evaluate (const LeioCli *cli)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (LeioEngine) engine = leio_engine_new (cli->knowledge, 0, &failure);
  g_autoptr (LeioCliAgainst) against = NULL;
  LeioCliExit result = LEIO_CLI_FINE;
  gboolean apart = get_format (cli) != LEIO_REPORT_JSON;
  gboolean first = TRUE;

  if (engine != NULL && cli->options->against != NULL)
    against = leio_cli_against_new (cli->options->against, &failure);
  if (failure != NULL)
    {
      leio_cli_complain ("%s", failure->message);
      return LEIO_CLI_UNUSABLE;
    }

  for (guint i = 0; cli->arguments[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LeioCase) kase = read_case (cli->knowledge, cli->arguments[i], &error);
      g_autofree char *report = NULL;

      if (kase == NULL)
        {
          complain_about (cli->arguments[i], error);
          result = LEIO_CLI_UNUSABLE;
          continue;
        }
      report = dup_report (cli, engine, against, cli->arguments[i], kase);
      if (report == NULL)
        {
          result = LEIO_CLI_UNUSABLE;
          continue;
        }
      if ((!first && apart && !leio_cli_print ("\n")) || !leio_cli_print (report))
        return LEIO_CLI_UNUSABLE;
      first = FALSE;
    }

  return result;
}
