/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "leio-cli-lines.h"

#define BUFFER_SIZE (64 * 1024)

struct _LeioCliLines
{
  int fd;
  gsize max_length;
  gsize start, end;  /* of what was read and not yet given */
  GByteArray *whole; /* the line so far, where it is longer than the buffer holds */
  gboolean skipping; /* the line is too long already */
  char buffer[BUFFER_SIZE];
};

LeioCliLines *
leio_cli_lines_new (int fd, gsize max_length)
{
  LeioCliLines *self = g_new0 (LeioCliLines, 1);

  self->fd = fd;
  self->max_length = max_length;
  self->whole = g_byte_array_new ();

  return self;
}

void
leio_cli_lines_free (LeioCliLines *self)
{
  g_byte_array_unref (self->whole);
  g_free (self);
}

static const char *
find_newline (const LeioCliLines *self)
{
  return memchr (self->buffer + self->start, '\n', self->end - self->start);
}

gboolean
leio_cli_lines_will_read (const LeioCliLines *self)
{
  return find_newline (self) == NULL;
}

/* Fewer than 0: failed; 0: the end. */
static gssize
fill (LeioCliLines *self)
{
  gssize n_read;

  do
    n_read = read (self->fd, self->buffer, BUFFER_SIZE);
  while (n_read < 0 && errno == EINTR);

  self->start = 0;
  self->end = n_read > 0 ? (gsize) n_read : 0;

  return n_read;
}

static void
keep (LeioCliLines *self, gsize length)
{
  if (self->skipping || self->whole->len + length > self->max_length)
    self->skipping = TRUE;
  else
    g_byte_array_append (self->whole, (const guint8 *) self->buffer + self->start, length);
  self->start += length;
}

static LeioCliLineResult
give_whole (LeioCliLines *self, const char **line, gsize *length)
{
  /* Nothing was ever kept where the line is empty. */
  *line = self->whole->data != NULL ? (const char *) self->whole->data : "";
  *length = self->whole->len;

  return self->skipping ? LEIO_CLI_LINE_TOO_LONG : LEIO_CLI_LINE_WHOLE;
}

/* The line began in an earlier filling of the buffer, or the buffer is empty. */
static LeioCliLineResult
put_together (LeioCliLines *self, const char **line, gsize *length)
{
  gboolean begun = self->start < self->end;

  keep (self, self->end - self->start);
  for (;;)
    {
      gssize n_read = fill (self);
      const char *newline = n_read > 0 ? find_newline (self) : NULL;

      if (n_read < 0)
        return LEIO_CLI_LINE_FAILED;
      if (n_read == 0)
        return begun ? give_whole (self, line, length) : LEIO_CLI_LINE_END;

      begun = TRUE;
      keep (self, newline != NULL ? (gsize) (newline - self->buffer) - self->start
                                  : self->end - self->start);
      if (newline != NULL)
        {
          self->start++;
          return give_whole (self, line, length);
        }
    }
}

LeioCliLineResult
leio_cli_lines_next (LeioCliLines *self, const char **line, gsize *length)
{
  const char *newline = find_newline (self);

  g_byte_array_set_size (self->whole, 0);
  self->skipping = FALSE;
  if (newline == NULL)
    return put_together (self, line, length);

  *line = self->buffer + self->start;
  *length = (gsize) (newline - *line);
  self->start += *length + 1;

  return LEIO_CLI_LINE_WHOLE;
}
