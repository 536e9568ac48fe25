/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * leio-cli agenda: the cases of a meeting with what is missing in each. A case
 * that cannot be read has a row that tells why.
 */
#include "config.h"

#include <glib/gi18n.h>

#include "leio-agenda-report.h"
#include "leio-cli.h"

static LeioReportFormat
get_format (const LeioCli *cli)
{
  static const char *const words[] = { "text", "json", "markdown", NULL };
  static const LeioReportFormat formats[] = { LEIO_REPORT_TEXT, LEIO_REPORT_JSON,
                                              LEIO_REPORT_MARKDOWN };

  return formats[leio_cli_choose (cli->options->format, words)];
}

/* Returns whether every case could be read. */
static gboolean
add_rows (LeioAgendaReport *report, LeioEngine *engine, const LeioAgenda *agenda)
{
  gboolean fine = TRUE;

  for (guint i = 0; i < agenda->cases->len; i++)
    {
      LeioAgendaRow *row =
          leio_agenda_row_new (engine, agenda, g_ptr_array_index (agenda->cases, i));

      fine = fine && row->fault == NULL;
      g_ptr_array_add (report->rows, row);
    }
  return fine;
}

LeioCliExit
leio_cli_agenda (const LeioCli *cli)
{
  const char *name = cli->arguments[0];
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (LeioAgenda) agenda = leio_agenda_load (file, NULL, &error);
  g_autoptr (LeioEngine) engine = NULL;
  g_autoptr (LeioAgendaReport) report = NULL;
  g_autofree char *text = NULL;
  gboolean fine;

  if (agenda == NULL)
    {
      leio_cli_complain ("%s: %s", name, error->message);
      return LEIO_CLI_UNUSABLE;
    }
  engine = leio_engine_new (cli->knowledge, 0, &error);
  if (engine == NULL)
    {
      leio_cli_complain ("%s", error->message);
      return LEIO_CLI_UNUSABLE;
    }

  report = leio_agenda_report_new (agenda, cli->knowledge);
  fine = add_rows (report, engine, agenda);
  text = leio_agenda_report_write (report, get_format (cli));
  if (!leio_cli_print (text))
    return LEIO_CLI_UNUSABLE;
  return fine ? LEIO_CLI_FINE : LEIO_CLI_FINDING;
}
