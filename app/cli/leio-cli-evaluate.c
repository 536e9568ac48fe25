/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * leio-cli evaluate: the advice on each case file, one after the other. A file
 * that cannot be read is told and passed over.
 */
#include "config.h"

#include "leio-cli-against.h"
#include "leio-cli.h"

static LeioReportFormat
get_format (const LeioCli *cli)
{
  static const char *const words[] = { "text", "json", "markdown", NULL };
  static const LeioReportFormat formats[] = { LEIO_REPORT_TEXT, LEIO_REPORT_JSON,
                                              LEIO_REPORT_MARKDOWN };

  return formats[leio_cli_choose (cli->options->format, words)];
}

/* At home nothing is said about what would change the advice, which takes the longest to find. */
static LeioAdviceParts
get_parts (const LeioCli *cli)
{
  if (leio_cli_get_reading (cli) == LEIO_REPORT_HOME && get_format (cli) != LEIO_REPORT_JSON)
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
                                       leio_cli_get_reading (cli));

  past = leio_cli_against_advise (against, cli->knowledge, kase, &error);
  if (past == NULL)
    {
      leio_cli_complain_about (name, error);
      return NULL;
    }
  return leio_report_evaluation_against (cli->knowledge, kase, advice, past, get_format (cli),
                                         leio_cli_get_reading (cli));
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
      g_autoptr (LeioCase) kase = leio_cli_read_case (cli->knowledge, cli->arguments[i], &error);
      g_autofree char *report = NULL;

      if (kase == NULL)
        {
          leio_cli_complain_about (cli->arguments[i], error);
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
