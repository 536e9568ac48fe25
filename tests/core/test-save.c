/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Saving where it goes wrong: faults that are made, not imitated. A file holds the
 * old case or the new one, and what is in the way is told.
 */
/* For unshare(). */
#define _GNU_SOURCE

#include "config.h"

#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utime.h>

#include "leio-case.h"
#include "leio-error.h"

#define KNOWLEDGE_ID "test"
/* Nobody, on every system that has one. */
#define UNPRIVILEGED 65534

typedef struct
{
  LeioQuestionnaire *questionnaire;
  LeioCase *kase;
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->questionnaire = leio_questionnaire_new ();
  fixture->kase = leio_case_new (fixture->questionnaire, KNOWLEDGE_ID, "1");
  fixture->folder = g_dir_make_tmp ("leio-save-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  leio_case_free (fixture->kase);
  leio_questionnaire_unref (fixture->questionnaire);
}

static GFile *
get_file (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  return g_file_new_for_path (path);
}

static void
save (Fixture *fixture, GFile *file, const char *expected, char **tag)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *unused = NULL;

  g_assert_true (leio_case_save (fixture->kase, fixture->questionnaire, file, expected,
                                 tag != NULL ? tag : &unused, &error));
  g_assert_no_error (error);
}

static void
assert_holds (Fixture *fixture, GFile *file, const char *label)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioCase) kase =
      leio_case_load (file, fixture->questionnaire, KNOWLEDGE_ID, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (kase->label, ==, label);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name (folder) != NULL)
    count++;
  return count;
}

/* However short the time between two writes: the clock of a file system has ticks. */
static void
test_sees_every_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (fixture, "a.leio");
  g_autofree char *mine = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  save (fixture, file, NULL, &mine);
  leio_case_set_label (fixture->kase, "theirs");
  save (fixture, file, mine, &theirs);
  leio_case_set_label (fixture->kase, "mine");

  g_assert_false (leio_case_save (fixture->kase, fixture->questionnaire, file, mine, &after,
                                  &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  g_assert_null (after);
  assert_holds (fixture, file, "theirs");
  save (fixture, file, theirs, NULL);
  assert_holds (fixture, file, "mine");
}

/* Who only looked at the file, or copied it back, changed nothing. */
static void
test_asks_for_no_reason_never (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (fixture, "a.leio");
  g_autofree char *tag = NULL;

  save (fixture, file, NULL, &tag);
  g_assert_cmpint (g_utime (g_file_peek_path (file), NULL), ==, 0);
  save (fixture, file, tag, NULL);
}

static void
test_removed_while_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (fixture, "a.leio");
  g_autoptr (GFile) far = g_file_new_for_path ("/nowhere/at-all/a.leio");
  g_autofree char *tag = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  save (fixture, file, NULL, &tag);
  g_assert_cmpint (g_remove (g_file_peek_path (file)), ==, 0);
  save (fixture, file, tag, NULL);
  assert_holds (fixture, file, "");

  g_assert_false (leio_case_save (fixture->kase, fixture->questionnaire, far, tag, &after,
                                  &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  g_autofree char *long_name = g_strnfill (255, 'n');
  const char *const names[] = { "it's \"so\".leio", "two\nlines.leio", "\xff\xfe.leio",
                                "\xe2\x80\x8f\xd7\x90.leio", long_name };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) file = get_file (fixture, names[i]);
      g_autofree char *tag = NULL;

      save (fixture, file, NULL, &tag);
      save (fixture, file, tag, NULL);
      assert_holds (fixture, file, "");
    }
  g_assert_cmpuint (count_files (fixture), ==, G_N_ELEMENTS (names));
}

/* A link stays one, what it stands for is replaced, and who may read it stays the same. */
static void
test_links_and_modes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (fixture, "a.leio");
  g_autoptr (GFile) link = get_file (fixture, "link.leio");
  GStatBuf info;

  save (fixture, file, NULL, NULL);
  g_assert_cmpint (g_chmod (g_file_peek_path (file), 0640), ==, 0);
  g_assert_cmpint (symlink ("a.leio", g_file_peek_path (link)), ==, 0);
  leio_case_set_label (fixture->kase, "by the link");
  save (fixture, link, NULL, NULL);

  assert_holds (fixture, file, "by the link");
  g_assert_cmpint (g_lstat (g_file_peek_path (link), &info), ==, 0);
  g_assert_true (S_ISLNK (info.st_mode));
  g_assert_cmpint (g_stat (g_file_peek_path (file), &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 07777, ==, 0640);
}

/* Notes that could not be read again are not written over those that can. */
static void
test_too_large (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (fixture, "a.leio");
  g_autofree char *notes = g_strnfill (LEIO_CASE_MAX_BYTES, 'n');
  g_autofree char *tag = NULL;
  g_autoptr (GError) error = NULL;

  save (fixture, file, NULL, NULL);
  leio_case_set_notes (fixture->kase, notes);
  g_assert_false (leio_case_save (fixture->kase, fixture->questionnaire, file, NULL, &tag,
                                  &error));
  g_assert_error (error, LEIO_ERROR, LEIO_ERROR_TOO_LARGE);
  assert_holds (fixture, file, "");
}

/* A megabyte of what is hard to write: control characters, marks of direction, an emoji. */
static void
test_notes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (fixture, "a.leio");
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autoptr (LeioCase) read = NULL;
  g_autoptr (GError) error = NULL;

  while (notes->len < 1024 * 1024)
    g_string_append (notes, "\x01\x1f\x7f\t\"\\ \xe2\x80\xae\xe2\x80\x8f\xd7\xa9 "
                            "\xf0\x9f\xa9\xba\n");
  leio_case_set_notes (fixture->kase, notes->str);
  save (fixture, file, NULL, NULL);
  read = leio_case_load (file, fixture->questionnaire, KNOWLEDGE_ID, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_equal (read->notes, notes->str));
}

/* In a process of its own, which may be without rights or room. Returns 0 where the save failed as
 * it should, with the code of the error. */
typedef void (*Hinder) (void);

static int
save_hindered (Fixture *fixture, GFile *file, Hinder hinder, int code)
{
  pid_t child = fork ();
  int status = 0;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      g_autofree char *tag = NULL;
      g_autoptr (GError) error = NULL;

      hinder ();
      if (leio_case_save (fixture->kase, fixture->questionnaire, file, NULL, &tag, &error))
        _exit (1);
      _exit (g_error_matches (error, G_IO_ERROR, code) ? 0 : 2);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return status;
}

static void
drop_rights (void)
{
  if (geteuid () == 0 && (setgid (UNPRIVILEGED) != 0 || setuid (UNPRIVILEGED) != 0))
    _exit (3);
}

static void
take_room (void)
{
  const struct rlimit limit = { .rlim_cur = 4096, .rlim_max = 4096 };

  signal (SIGXFSZ, SIG_IGN);
  if (setrlimit (RLIMIT_FSIZE, &limit) != 0)
    _exit (3);
}

static void
test_read_only_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (fixture, "a.leio");

  save (fixture, file, NULL, NULL);
  g_assert_cmpint (g_chmod (g_file_peek_path (file), 0666), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  leio_case_set_label (fixture->kase, "new");
  g_assert_cmpint (save_hindered (fixture, file, drop_rights, G_IO_ERROR_PERMISSION_DENIED), ==, 0);
  assert_holds (fixture, file, "");
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
}

static void
test_read_only_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (fixture, "a.leio");

  save (fixture, file, NULL, NULL);
  g_assert_cmpint (g_chmod (g_file_peek_path (file), 0444), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0777), ==, 0);
  leio_case_set_label (fixture->kase, "new");
  g_assert_cmpint (save_hindered (fixture, file, drop_rights, G_IO_ERROR_PERMISSION_DENIED), ==, 0);
  assert_holds (fixture, file, "");
}

/* No room after the first 4 KiB, as on a disk that is full: nothing is left over, either. */
static void
test_no_room (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (fixture, "a.leio");
  g_autofree char *notes = g_strnfill (100 * 1024, 'n');

  leio_case_set_label (fixture->kase, "old");
  save (fixture, file, NULL, NULL);
  leio_case_set_notes (fixture->kase, notes);
  g_assert_cmpint (
      save_hindered (fixture, file, take_room, (int) g_io_error_from_errno (EFBIG)), ==, 0);
  assert_holds (fixture, file, "old");
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

#define NOT_ALLOWED 77

/* Returns FALSE where this process may not mount anything. Seen by this process alone. */
static gboolean
mount_small (const char *folder)
{
  return unshare (CLONE_NEWNS) == 0 && mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
         mount ("none", folder, "tmpfs", 0, "size=64k") == 0;
}

static void
fill_small (Fixture *fixture)
{
  g_autoptr (GFile) file = get_file (fixture, "a.leio");
  g_autofree char *notes = g_strnfill (100 * 1024, 'n');
  g_autofree char *tag = NULL;
  g_autoptr (GError) error = NULL;

  leio_case_set_label (fixture->kase, "old");
  save (fixture, file, NULL, NULL);
  leio_case_set_notes (fixture->kase, notes);
  g_assert_false (leio_case_save (fixture->kase, fixture->questionnaire, file, NULL, &tag, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  assert_holds (fixture, file, "old");
  g_assert_cmpuint (count_files (fixture), ==, 1);

  /* What is in the way is gone: the same case can be saved. */
  leio_case_set_notes (fixture->kase, "");
  leio_case_set_label (fixture->kase, "new");
  save (fixture, file, NULL, NULL);
  assert_holds (fixture, file, "new");
}

/* A file system of 64 KiB, in a process that alone sees it. */
static void
test_full_file_system (Fixture *fixture, gconstpointer data)
{
  pid_t child = fork ();
  int status = 0;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      if (!mount_small (fixture->folder))
        _exit (NOT_ALLOWED);
      fill_small (fixture);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (WIFEXITED (status) && WEXITSTATUS (status) == NOT_ALLOWED)
    g_test_skip ("a small file system cannot be mounted here: only root may");
  else
    g_assert_cmpint (status, ==, 0);
}

#define ROUNDS 50

/* As the window does it: what was read last is the condition of the next write. */
static void
save_in_turn (Fixture *fixture, GFile *file)
{
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autofree char *tag = NULL;
      g_autofree char *next = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (LeioCase) kase =
          leio_case_load (file, fixture->questionnaire, KNOWLEDGE_ID, &tag, &error);
      g_autofree char *notes = NULL;

      if (kase == NULL)
        _exit (1);
      notes = g_strdup_printf ("%u", atoi (kase->notes) + 1);
      leio_case_set_notes (kase, notes);
      if (!leio_case_save (kase, fixture->questionnaire, file, tag, &next, &error))
        i--;
      if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
        _exit (2);
    }
  _exit (0);
}

/* Every write counts one up from what its program had read: none is lost. */
static void
test_two_programs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (fixture, "a.leio");
  g_autoptr (LeioCase) kase = NULL;
  pid_t children[2];

  save (fixture, file, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      children[i] = fork ();
      if (children[i] == 0)
        save_in_turn (fixture, file);
    }
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      int status = 0;

      g_assert_cmpint (waitpid (children[i], &status, 0), ==, children[i]);
      g_assert_cmpint (status, ==, 0);
    }
  kase = leio_case_load (file, fixture->questionnaire, KNOWLEDGE_ID, NULL, NULL);
  g_assert_cmpint (atoi (kase->notes), ==, 2 * ROUNDS);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/core/save/sees-every-change", test_sees_every_change);
  add ("/core/save/asks-for-no-reason-never", test_asks_for_no_reason_never);
  add ("/core/save/removed-while-open", test_removed_while_open);
  add ("/core/save/names", test_names);
  add ("/core/save/links-and-modes", test_links_and_modes);
  add ("/core/save/too-large", test_too_large);
  add ("/core/save/notes", test_notes);
  add ("/core/save/read-only-folder", test_read_only_folder);
  add ("/core/save/read-only-file", test_read_only_file);
  add ("/core/save/no-room", test_no_room);
  add ("/core/save/full-file-system", test_full_file_system);
  add ("/core/save/two-programs", test_two_programs);
  return g_test_run ();
}
