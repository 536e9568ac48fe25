/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing a case to its file, and seeing whether somebody else did meanwhile.
 *
 * The tag of a file is the checksum of what it holds: a clock has ticks, and two
 * programs can write within one of them.
 */
#include "config.h"

#include "leio-case.h"
#include "leio-error.h"
#include "leio-file.h"
#include "leio-json.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#define LOCK_TRIES 40
#define LOCK_WAIT_USEC (25 * G_TIME_SPAN_MILLISECOND)

/* Nobody else of Leio looks and writes in @folder meanwhile. Where folders cannot be locked, or
 * somebody holds the lock for a second, it is done without: the tag is still looked at. */
static int
lock_folder (const char *folder)
{
  int fd = g_open (folder, O_RDONLY | O_CLOEXEC, 0);

  for (guint i = 0; fd >= 0 && i < LOCK_TRIES; i++)
    {
      if (flock (fd, LOCK_EX | LOCK_NB) == 0)
        break;
      g_usleep (LOCK_WAIT_USEC);
    }
  return fd;
}

static void
unlock_folder (int fd)
{
  if (fd >= 0)
    close (fd);
}

/**
 * leio_case_dup_tag:
 * @data: what a file holds
 * @length: the number of bytes
 *
 * Returns: (transfer full): its tag: equal for equal bytes only
 */
char *
leio_case_dup_tag (const char *data, gsize length)
{
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) data, length);
}

/* A file that is gone was not changed: it is made again. */
static gboolean
check_tag (GFile *file, const char *expected, GError **error)
{
  g_autofree char *data = NULL;
  g_autofree char *tag = NULL;
  g_autoptr (GError) cause = NULL;
  gsize length = 0;

  if (!g_file_load_contents (file, NULL, &data, &length, NULL, &cause))
    {
      if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        return TRUE;
    }
  else
    {
      tag = leio_case_dup_tag (data, length);
      if (g_str_equal (tag, expected))
        return TRUE;
    }

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG,
                       _ ("the file was changed by another program"));
  return FALSE;
}

/* @file is on this computer, or of a service that GIO knows. */
static gboolean
replace (GFile *file, const char *data, gsize length, GError **error)
{
  const char *path = g_file_peek_path (file);

  if (path != NULL)
    return leio_file_replace (path, data, length, -1, error);

  return g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL,
                                  error);
}

/**
 * leio_case_save:
 * @self: the case
 * @questionnaire: the questions that it answers
 * @file: where to
 * @expected: (nullable): the tag that @file must still have; %NULL: whatever is there is replaced
 * @tag: (out) (transfer full): the tag that @file has now
 * @error: G_IO_ERROR_WRONG_ETAG where the file has another tag, LEIO_ERROR_TOO_LARGE where the case
 *   could not be read again, or what the system says; does not name the file
 *
 * Can be called from any thread.
 *
 * Returns: whether @file holds the case now, safe on the disk; where not, it is what it was
 */
gboolean
leio_case_save (const LeioCase *self,
                const LeioQuestionnaire *questionnaire,
                GFile *file,
                const char *expected,
                char **tag,
                GError **error)
{
  g_autofree char *data = NULL;
  g_autoptr (GFile) folder = g_file_get_parent (file);
  gsize length = 0;
  gboolean saved;
  int lock = -1;

  data = leio_case_to_data (self, questionnaire, &length);
  if (length > LEIO_CASE_MAX_BYTES)
    {
      leio_json_set_too_large (error, length, LEIO_CASE_MAX_BYTES);
      return FALSE;
    }

  if (folder != NULL && g_file_peek_path (folder) != NULL)
    lock = lock_folder (g_file_peek_path (folder));
  saved = (expected == NULL || check_tag (file, expected, error)) &&
          replace (file, data, length, error);
  unlock_folder (lock);
  if (saved)
    *tag = leio_case_dup_tag (data, length);
  return saved;
}
