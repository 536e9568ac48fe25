/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Faults are kept as finished lines, in the order in which they were found.
 */
#include "config.h"

#include "leio-faults.h"

#include <glib/gi18n-lib.h>

struct _LeioFaults
{
  GPtrArray *lines;
  LeioError code;
};

LeioFaults *
leio_faults_new (void)
{
  LeioFaults *self = g_new0 (LeioFaults, 1);

  self->lines = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
leio_faults_free (LeioFaults *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->lines);
  g_free (self);
}

static void
leio_faults_add_text (LeioFaults *self,
                      LeioError code,
                      const char *file,
                      const char *where,
                      guint column,
                      const char *text)
{
  GString *line = g_string_new (file);

  if (where != NULL)
    g_string_append_printf (line, ": %s", where);
  if (column > 0)
    {
      g_string_append (line, ": ");
      /* Translators: %u is a position in a line of text, as in "column 18" */
      g_string_append_printf (line, _ ("column %u"), column);
    }
  g_string_append_printf (line, ": %s", text);

  if (self->lines->len == 0)
    self->code = code;
  else if (self->code != code)
    self->code = LEIO_ERROR_KNOWLEDGE;
  g_ptr_array_add (self->lines, g_string_free (line, FALSE));
}

void
leio_faults_add (LeioFaults *self,
                 LeioError code,
                 const char *file,
                 const char *where,
                 guint column,
                 const char *format,
                 ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  leio_faults_add_text (self, code, file, where, column, text);
}

void
leio_faults_take (
    LeioFaults *self, const char *file, const char *where, guint column, GError *error)
{
  LeioError code = LEIO_ERROR_FAILED;

  g_return_if_fail (error != NULL);

  if (error->domain == LEIO_ERROR)
    code = (LeioError) error->code;
  leio_faults_add_text (self, code, file, where, column, error->message);
  g_error_free (error);
}

guint
leio_faults_get_length (const LeioFaults *self)
{
  return self->lines->len;
}

gboolean
leio_faults_to_error (const LeioFaults *self, GError **error)
{
  GString *text;
  g_autofree char *message = NULL;

  if (self->lines->len == 0)
    return TRUE;

  text = g_string_new (NULL);
  for (guint i = 0; i < self->lines->len; i++)
    g_string_append_printf (text, i == 0 ? "%s" : "\n%s",
                            (const char *) g_ptr_array_index (self->lines, i));
  message = g_string_free (text, FALSE);
  g_set_error_literal (error, LEIO_ERROR, (int) self->code, message);
  return FALSE;
}
