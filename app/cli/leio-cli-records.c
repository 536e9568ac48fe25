/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * leio-cli records: the decisions recorded in cases, as a table. Of a folder all
 * files that end in ".leio" are read, in the order of their names, not those in
 * folders within. A file that cannot be read is told and passed over.
 */
#include "config.h"

#include <glib/gi18n.h>

#include "leio-cli.h"
#include "leio-report-decision.h"
#include "leio-report-folder.h"

LeioCliExit
leio_cli_records (const LeioCli *cli)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) csv = g_string_new (NULL);

  for (guint i = 0; cli->arguments[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (cli->arguments[i]);

      leio_report_list_cases (file, files, faults);
    }
  leio_report_add_records_heading (csv);
  for (guint i = 0; i < files->len; i++)
    leio_report_add_records_of_file (csv, cli->knowledge, g_ptr_array_index (files, i), faults);

  for (guint i = 0; i < faults->len; i++)
    leio_cli_complain ("%s", (const char *) g_ptr_array_index (faults, i));
  if (!leio_cli_print (csv->str))
    return LEIO_CLI_UNUSABLE;
  return faults->len == 0 ? LEIO_CLI_FINE : LEIO_CLI_FINDING;
}
