/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * leio-cli agenda: the cases of a meeting with what is missing in each. A case
 * that cannot be read has a row that tells why.
 */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "leio-agenda-report.h"
#include "leio-cli.h"
#include "leio-paper.h"

typedef enum
{
  FORMAT_TEXT,
  FORMAT_JSON,
  FORMAT_MARKDOWN,
  FORMAT_HTML,
  FORMAT_PDF,
} Format;

static Format
get_format (const LeioCli *cli)
{
  static const char *const words[] = { "text", "json", "markdown", "html", "pdf", NULL };

  return (Format) leio_cli_choose (cli->options->format, words);
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

static GBytes *
write_pages (const LeioCli *cli, const LeioAgendaReport *agenda, GError **error)
{
  g_autoptr (LeioReport) report = leio_agenda_report_to_report (agenda);
  gboolean letter = g_strcmp0 (cli->options->paper, "letter") == 0;
  char *text;

  if (get_format (cli) == FORMAT_PDF)
    return leio_paper_to_pdf (report, letter ? LEIO_PAPER_LETTER : LEIO_PAPER_A4, error);

  text = leio_report_to_html (report);
  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
write_list (const LeioCli *cli, const LeioAgendaReport *agenda, GError **error)
{
  char *text = NULL;

  switch (get_format (cli))
    {
    case FORMAT_HTML:
    case FORMAT_PDF:
      return write_pages (cli, agenda, error);
    case FORMAT_TEXT:
      text = leio_agenda_report_write (agenda, LEIO_REPORT_TEXT);
      break;
    case FORMAT_MARKDOWN:
      text = leio_agenda_report_write (agenda, LEIO_REPORT_MARKDOWN);
      break;
    case FORMAT_JSON:
      text = leio_agenda_report_write (agenda, LEIO_REPORT_JSON);
      break;
    }
  return g_bytes_new_take (text, strlen (text));
}

/* Returns whether the list reached its file or standard output. */
static gboolean
put_list (const LeioCli *cli, const LeioAgendaReport *agenda)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = write_list (cli, agenda, &error);
  gsize length = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  if (data != NULL && cli->options->output == NULL)
    return leio_cli_print_bytes (data, length);
  if (data != NULL && g_file_set_contents (cli->options->output, data, (gssize) length, &error))
    return TRUE;
  leio_cli_complain ("%s", error->message);
  return FALSE;
}

static LeioAgenda *
load_agenda (const LeioCli *cli)
{
  const char *name = cli->arguments[0];
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  LeioAgenda *agenda = leio_agenda_load (file, NULL, &error);

  if (agenda == NULL)
    leio_cli_complain ("%s: %s", name, error->message);
  return agenda;
}

LeioCliExit
leio_cli_agenda (const LeioCli *cli)
{
  g_autoptr (LeioAgenda) agenda = NULL;
  g_autoptr (LeioEngine) engine = NULL;
  g_autoptr (LeioAgendaReport) report = NULL;
  g_autoptr (GError) error = NULL;
  gboolean fine;

  if (cli->options->output == NULL && get_format (cli) == FORMAT_PDF && isatty (STDOUT_FILENO))
    {
      leio_cli_complain (_ ("a PDF does not go to a terminal, expected --output"));
      return LEIO_CLI_UNUSABLE;
    }
  agenda = load_agenda (cli);
  if (agenda == NULL)
    return LEIO_CLI_UNUSABLE;
  engine = leio_engine_new (cli->knowledge, 0, &error);
  if (engine == NULL)
    {
      leio_cli_complain ("%s", error->message);
      return LEIO_CLI_UNUSABLE;
    }

  report = leio_agenda_report_new (agenda, cli->knowledge);
  fine = add_rows (report, engine, agenda);
  if (!put_list (cli, report))
    return LEIO_CLI_UNUSABLE;
  return fine ? LEIO_CLI_FINE : LEIO_CLI_FINDING;
}
