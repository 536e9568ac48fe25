/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines of a file descriptor in constant memory. A line that lies whole in the
 * buffer is lent from it; a longer one is put together, up to a limit; of one
 * beyond the limit nothing is kept, and reading goes on behind its end.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  LEIO_CLI_LINE_WHOLE,
  LEIO_CLI_LINE_TOO_LONG,
  LEIO_CLI_LINE_END,
  LEIO_CLI_LINE_FAILED, /* errno tells why */
} LeioCliLineResult;

typedef struct _LeioCliLines LeioCliLines;

/**
 * leio_cli_lines_new:
 * @fd: a file descriptor, lent
 * @max_length: the bytes of the longest line that is kept, without its newline
 *
 * Returns: (transfer full): the lines of @fd
 */
LeioCliLines *leio_cli_lines_new (int fd, gsize max_length);
/**
 * leio_cli_lines_free:
 * @self: (transfer full): lines; their file descriptor stays open
 */
void leio_cli_lines_free (LeioCliLines *self);
/**
 * leio_cli_lines_will_read:
 * @self: lines
 *
 * Returns: whether the next line needs more than what was read already, so that reading may block
 */
gboolean leio_cli_lines_will_read (const LeioCliLines *self);
/**
 * leio_cli_lines_next:
 * @self: lines
 * @line: (out) (transfer none) (array length=length): the line, with no newline and no NUL at its
 *   end; valid until the next call
 * @length: (out): its length
 *
 * A last line without a newline is a line too.
 *
 * Returns: what was found; @line and @length are set for %LEIO_CLI_LINE_WHOLE alone
 */
LeioCliLineResult leio_cli_lines_next (LeioCliLines *self, const char **line, gsize *length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioCliLines, leio_cli_lines_free)

G_END_DECLS
