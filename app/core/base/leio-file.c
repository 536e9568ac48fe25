/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "leio-error.h"

#include <glib/gi18n-lib.h>

static gboolean
set_errno (GError **error, int number)
{
  g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (number),
                       g_strerror (number));
  return FALSE;
}

/* What a link stands for is replaced, not the link. */
static char *
dup_target (const char *path)
{
  char *target = realpath (path, NULL);

  return target != NULL ? target : g_strdup (path);
}

/* A file that its owner made read-only is not replaced by way of its folder. */
static gboolean
check_target (const char *path, int *mode, struct stat *old, GError **error)
{
  if (g_stat (path, old) != 0)
    {
      old->st_nlink = 0;
      return errno == ENOENT || set_errno (error, errno);
    }
  if (!S_ISREG (old->st_mode))
    {
      g_set_error_literal (error, LEIO_ERROR, LEIO_ERROR_UNREADABLE,
                           S_ISDIR (old->st_mode)
                               ? _ ("found a folder, expected a file")
                               : _ ("found a device or pipe, expected a file"));
      return FALSE;
    }
  if (g_access (path, W_OK) != 0)
    return set_errno (error, errno);

  *mode = (int) (old->st_mode & 07777);
  return TRUE;
}

static gboolean
write_all (int fd, const char *data, gsize length)
{
  while (length > 0)
    {
      gssize written = write (fd, data, length);

      if (written < 0 && errno != EINTR)
        return FALSE;
      if (written > 0)
        {
          data += written;
          length -= (gsize) written;
        }
    }
  return TRUE;
}

/* All of it is on the disk when this is done, not on its way there. */
static gboolean
fill (int fd, const char *data, gsize length, int mode, const struct stat *old)
{
  /* Only root may give a file away, and a member of the group may keep it: where neither can be
   * done the file is the writer's own. */
  if (old->st_nlink > 0 && fchown (fd, old->st_uid, old->st_gid) != 0)
    mode &= ~(S_ISUID | S_ISGID);

  return (mode < 0 || fchmod (fd, (mode_t) mode) == 0) && write_all (fd, data, length) &&
         fsync (fd) == 0;
}

/* So that the name, too, is there after the power was cut. Not every file system can. */
static void
sync_folder (const char *folder)
{
  int fd = g_open (folder, O_RDONLY | O_CLOEXEC, 0);

  if (fd < 0)
    return;

  fsync (fd);
  close (fd);
}

/**
 * leio_file_replace:
 * @path: where to; a link is followed, the mode of a file that is there already is kept
 * @data: the bytes
 * @length: their number
 * @mode: of a new file, e.g. 0600; -1: what the person's umask says
 * @error: a #GIOError in the words of the system, or LEIO_ERROR_UNREADABLE where @path is no file;
 *   does not name the file
 *
 * Writes another file in the same folder and puts it in the place of the old one. Can be called
 * from any thread.
 *
 * Returns: whether @path holds @data now; where not, it is what it was
 */
gboolean
leio_file_replace (const char *path, const char *data, gsize length, int mode, GError **error)
{
  g_autofree char *target = dup_target (path);
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *scratch = g_build_filename (folder, ".leio-XXXXXX", NULL);
  struct stat old = { 0 };
  gboolean done;
  int fd, number;

  if (!check_target (target, &mode, &old, error))
    return FALSE;

  fd = g_mkstemp_full (scratch, O_WRONLY | O_CLOEXEC, mode < 0 ? 0666 : 0600);
  if (fd < 0)
    return set_errno (error, errno);

  done = fill (fd, data, length, mode, &old);
  number = errno;
  /* A file system over a network may tell only now that there is no room. */
  if (close (fd) != 0 && done)
    {
      number = errno;
      done = FALSE;
    }
  if (done && g_rename (scratch, target) != 0)
    {
      number = errno;
      done = FALSE;
    }
  if (!done)
    {
      g_unlink (scratch);
      return set_errno (error, number);
    }
  sync_folder (folder);
  return TRUE;
}

/**
 * leio_file_is_same:
 * @a: a file
 * @b: another
 *
 * Returns: whether both are the same file; a link to a file is the file
 */
gboolean
leio_file_is_same (GFile *a, GFile *b)
{
  g_autoptr (GFileInfo) left = NULL;
  g_autoptr (GFileInfo) right = NULL;

  if (g_file_equal (a, b))
    return TRUE;

  left = g_file_query_info (a, G_FILE_ATTRIBUTE_ID_FILE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  right = g_file_query_info (b, G_FILE_ATTRIBUTE_ID_FILE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  return left != NULL && right != NULL &&
         g_strcmp0 (g_file_info_get_attribute_string (left, G_FILE_ATTRIBUTE_ID_FILE),
                    g_file_info_get_attribute_string (right, G_FILE_ATTRIBUTE_ID_FILE)) == 0;
}
