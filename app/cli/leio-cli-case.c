/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cases that are given as files on the command line.
 */
#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "leio-cli.h"
#include "leio-error.h"

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

LeioCase *
leio_cli_read_case (const LeioKnowledge *knowledge, const char *name, GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (g_str_equal (name, "-"))
    return read_standard_input (knowledge, error);

  file = g_file_new_for_commandline_arg (name);
  return leio_case_load (file, knowledge->logic->questionnaire, knowledge->id, NULL, error);
}

/* What was read goes in front of the message, once. */
void
leio_cli_complain_about (const char *name, const GError *error)
{
  if (g_str_equal (name, "-"))
    /* Translators: %s is what is wrong with it */
    leio_cli_complain (_ ("standard input: %s"), error->message);
  else if (g_str_has_prefix (error->message, name))
    leio_cli_complain ("%s", error->message);
  else
    leio_cli_complain ("%s: %s", name, error->message);
}

LeioReportReading
leio_cli_get_reading (const LeioCli *cli)
{
  return g_strcmp0 (cli->options->reading, "home") == 0 ? LEIO_REPORT_HOME : LEIO_REPORT_CLINICIAN;
}
