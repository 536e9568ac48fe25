/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "leio-cli.h"

/* Control characters, U+0080 to U+009F among them, steer a terminal; a line may end. */
static char *
dup_harmless (const char *text)
{
  GString *shown = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      g_string_append_unichar (shown, g_unichar_iscntrl (letter) && letter != '\n' ? ' ' : letter);
    }

  return g_string_free (shown, FALSE);
}

void
leio_cli_complain (const char *format, ...)
{
  g_autofree char *text = NULL;
  g_autofree char *valid = NULL;
  g_autofree char *shown = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  /* A file name may hold any bytes, and a message may quote a file. */
  valid = g_utf8_make_valid (text, -1);
  shown = dup_harmless (valid);
  g_printerr ("leio-cli: %s\n", shown);
}

gboolean
leio_cli_print (const char *text)
{
  return leio_cli_print_bytes (text, strlen (text));
}

gboolean
leio_cli_print_bytes (const void *data, gsize length)
{
  int problem;

  if (fwrite (data, 1, length, stdout) == length && fflush (stdout) == 0)
    return TRUE;

  problem = errno;
  if (problem != EPIPE)
    /* Translators: %s is the system's reason, e.g. “No space left on device” */
    leio_cli_complain (_ ("standard output: %s"), g_strerror (problem));
  return FALSE;
}

int
leio_cli_choose (const char *given, const char *const *words)
{
  if (given == NULL)
    return 0;

  for (int i = 0; words[i] != NULL; i++)
    if (g_str_equal (given, words[i]))
      return i;

  return -1;
}
