/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * leio-cli report: each case as a report on paper, as a page for a browser, or as
 * text. A case that cannot be read, or a file that cannot be written, is told and
 * passed over.
 */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "leio-cli.h"
#include "leio-paper.h"
#include "leio-report-kinds.h"

typedef enum
{
  FORMAT_TEXT,
  FORMAT_MARKDOWN,
  FORMAT_HTML,
  FORMAT_PDF,
} Format;

static const char *const formats[] = { "text", "markdown", "html", "pdf", NULL };
static const char *const endings[] = { ".txt", ".md", ".html", ".pdf" };

static Format
get_format (const LeioCli *cli)
{
  return (Format) leio_cli_choose (cli->options->format, formats);
}

static LeioReport *
create_report (const LeioCli *cli, LeioEngine *engine, const LeioCase *kase)
{
  g_autoptr (LeioAdvice) advice = leio_engine_advise (engine, kase->answers, LEIO_ADVICE_ALL);
  int kind = leio_report_kind_from_id (cli->options->kind);

  return leio_report_new_for_case (engine, kase, advice,
                                   kind < 0 ? LEIO_REPORT_BOARD : (LeioReportKind) kind,
                                   leio_cli_get_reading (cli));
}

static GBytes *
write_report (const LeioCli *cli, const LeioReport *report, GError **error)
{
  gboolean letter = g_strcmp0 (cli->options->paper, "letter") == 0;
  char *text = NULL;

  switch (get_format (cli))
    {
    case FORMAT_PDF:
      return leio_paper_to_pdf (report, letter ? LEIO_PAPER_LETTER : LEIO_PAPER_A4, error);
    case FORMAT_HTML:
      text = leio_report_to_html (report);
      break;
    case FORMAT_TEXT:
    case FORMAT_MARKDOWN:
      text = leio_report_to_text (report, get_format (cli) == FORMAT_MARKDOWN);
      break;
    }
  return g_bytes_new_take (text, strlen (text));
}

/* The folder and the name of the case with the ending of the format; or the file that was given. */
static char *
dup_path (const LeioCli *cli, const char *name)
{
  g_autofree char *base = g_path_get_basename (name);
  g_autofree char *file = NULL;

  if (!g_file_test (cli->options->output, G_FILE_TEST_IS_DIR))
    return g_strdup (cli->options->output);

  if (g_str_equal (name, "-"))
    file = g_strconcat ("case", endings[get_format (cli)], NULL);
  else if (g_str_has_suffix (base, ".leio"))
    file = g_strdup_printf ("%.*s%s", (int) (strlen (base) - strlen (".leio")), base,
                            endings[get_format (cli)]);
  else
    file = g_strconcat (base, endings[get_format (cli)], NULL);
  return g_build_filename (cli->options->output, file, NULL);
}

/* @written: the paths so far; two cases of one name must not take each other's place. */
static gboolean
save (const LeioCli *cli, const char *name, GBytes *bytes, GHashTable *written)
{
  g_autofree char *path = dup_path (cli, name);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (g_hash_table_contains (written, path))
    {
      /* Translators: %1$s is a file that was read, %2$s one that was written just now */
      leio_cli_complain (_ ("%1$s: '%2$s' is the report on another case of that name"), name, path);
      return FALSE;
    }
  if (!g_file_set_contents (path, data, (gssize) length, &error))
    {
      leio_cli_complain ("%s", error->message);
      return FALSE;
    }
  g_hash_table_add (written, g_steal_pointer (&path));
  return TRUE;
}

static gboolean
put (const LeioCli *cli, guint index, GBytes *bytes, GHashTable *written)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (cli->options->output != NULL)
    return save (cli, cli->arguments[index], bytes, written);
  return (index == 0 || leio_cli_print ("\n")) && leio_cli_print_bytes (data, length);
}

/* Several files need a folder; a PDF does not go to a terminal. */
static gboolean
check_output (const LeioCli *cli)
{
  const char *output = cli->options->output;
  gboolean several = g_strv_length (cli->arguments) > 1;
  Format format = get_format (cli);

  if (output == NULL && format == FORMAT_PDF && isatty (STDOUT_FILENO))
    leio_cli_complain (_ ("a PDF does not go to a terminal, expected --output"));
  else if (output == NULL && several && (format == FORMAT_PDF || format == FORMAT_HTML))
    leio_cli_complain (_ ("more than one report, expected --output with a folder"));
  else if (output != NULL && several && !g_file_test (output, G_FILE_TEST_IS_DIR))
    /* Translators: %s is what was given */
    leio_cli_complain (_ ("--output: '%s' is no folder, expected one for more than one report"),
                       output);
  else
    return TRUE;
  return FALSE;
}

static gboolean
report_on (const LeioCli *cli, LeioEngine *engine, guint index, GHashTable *written)
{
  const char *name = cli->arguments[index];
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioCase) kase = leio_cli_read_case (cli->knowledge, name, &error);
  g_autoptr (LeioReport) report = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (kase != NULL)
    {
      report = create_report (cli, engine, kase);
      bytes = write_report (cli, report, &error);
    }
  if (bytes == NULL)
    {
      leio_cli_complain_about (name, error);
      return FALSE;
    }
  return put (cli, index, bytes, written);
}

LeioCliExit
leio_cli_report (const LeioCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioEngine) engine = leio_engine_new (cli->knowledge, 0, &error);
  g_autoptr (GHashTable) written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  LeioCliExit result = LEIO_CLI_FINE;

  if (engine == NULL)
    {
      leio_cli_complain ("%s", error->message);
      return LEIO_CLI_UNUSABLE;
    }
  if (!check_output (cli))
    return LEIO_CLI_UNUSABLE;

  for (guint i = 0; cli->arguments[i] != NULL; i++)
    if (!report_on (cli, engine, i, written))
      result = LEIO_CLI_UNUSABLE;

  return result;
}
