/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Broken knowledge bases: one test for each folder of tests/broken, which is laid
 * over the good base there; the whole message is compared. Then what cannot lie
 * in a folder: files that are too large, and folders that are not there.
 */
#include "config.h"

#include "leio-error.h"
#include "leio-knowledge.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

typedef struct
{
  char *folder; /* a copy of the good base */
} Fixture;

static char *
read_text (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
remove_tree (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
      const char *name;

      while ((name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          remove_tree (child);
        }
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
copy_file (const char *from, const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) error = NULL;

  g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Lays the tree @from over the tree @to. */
static void
lay_over (const char *from, const char *to)
{
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;
  const char *name;

  if (g_file_test (to, G_FILE_TEST_IS_REGULAR))
    g_assert_cmpint (g_remove (to), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (to, 0700), ==, 0);
  dir = g_dir_open (from, 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);

      if (g_file_test (source, G_FILE_TEST_IS_DIR))
        lay_over (source, target);
      else
        copy_file (source, target);
    }
}

static void
take_away (const char *folder, const char *list)
{
  g_autofree char *path = g_build_filename (folder, list, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) names = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return;

  text = read_text (path);
  names = g_strsplit (g_strchomp (text), "\n", -1);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *file = g_build_filename (folder, names[i], NULL);

      g_assert_cmpint (g_remove (file), ==, 0);
    }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *base = g_test_build_filename (G_TEST_DIST, "broken", "base", NULL);

  fixture->folder = g_dir_make_tmp ("leio-broken-XXXXXX", &error);
  g_assert_no_error (error);
  lay_over (base, fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_tree (fixture->folder);
  g_free (fixture->folder);
}

static void
assert_faults (const Fixture *fixture, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioKnowledge) knowledge = leio_knowledge_load (fixture->folder, &error);

  g_assert_null (knowledge);
  g_assert_nonnull (error);
  g_assert_true (error->domain == LEIO_ERROR);
  g_assert_cmpstr (error->message, ==, expected);
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  const char *name = data;
  g_autofree char *overlay = g_test_build_filename (G_TEST_DIST, "broken", name, NULL);
  g_autofree char *expected_path = g_build_filename (overlay, "expected", NULL);
  g_autofree char *expected = g_strchomp (read_text (expected_path));

  lay_over (overlay, fixture->folder);
  take_away (fixture->folder, "missing");
  assert_faults (fixture, expected);
}

/* The base under all of these tests has no fault of its own. */
static void
test_base (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioKnowledge) knowledge = leio_knowledge_load (fixture->folder, &error);

  g_assert_no_error (error);
  g_assert_nonnull (knowledge);
}

static void
test_too_large (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "glossary.json", NULL);
  g_autofree char *bytes = g_strnfill (10 * 1024 * 1024, ' ');
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, -1, &error);
  g_assert_no_error (error);
  assert_faults (fixture, "glossary.json: the file has 10485760 bytes, at most 8388608 are read");
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "nowhere", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (leio_knowledge_load (folder, &error));
  g_assert_error (error, LEIO_ERROR, LEIO_ERROR_UNREADABLE);
  g_assert_cmpstr (error->message, ==, "knowledge.json: the file is missing");
}

static void
test_pipe (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "glossary.json", NULL);
  g_autoptr (GSubprocess) mkfifo = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_remove (path), ==, 0);
  mkfifo = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "mkfifo", path, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (mkfifo, NULL, &error));
  assert_faults (fixture, "glossary.json: found a device or pipe, expected a file");
}

/* Faults of one kind have its code, a mixture is a base with faults. */
static void
test_code (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *folder;
    LeioError code;
  } codes[] = {
    { "file-missing", LEIO_ERROR_UNREADABLE },     { "file-not-utf-8", LEIO_ERROR_ENCODING },
    { "file-not-json", LEIO_ERROR_SYNTAX },        { "file-list-at-top", LEIO_ERROR_TYPE },
    { "rule-why-missing", LEIO_ERROR_MISSING },    { "rule-when-value", LEIO_ERROR_UNKNOWN_ID },
    { "rule-twice", LEIO_ERROR_DUPLICATE },        { "question-decimals", LEIO_ERROR_RANGE },
    { "rule-overrides-circle", LEIO_ERROR_CYCLE }, { "format-newer", LEIO_ERROR_VERSION },
    { "many-faults", LEIO_ERROR_KNOWLEDGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char *overlay =
          g_test_build_filename (G_TEST_DIST, "broken", codes[i].folder, NULL);
      g_autofree char *base = g_test_build_filename (G_TEST_DIST, "broken", "base", NULL);
      g_autoptr (GError) error = NULL;

      remove_tree (fixture->folder);
      lay_over (base, fixture->folder);
      lay_over (overlay, fixture->folder);
      take_away (fixture->folder, "missing");
      g_assert_null (leio_knowledge_load (fixture->folder, &error));
      g_assert_error (error, LEIO_ERROR, (int) codes[i].code);
    }
}

static void
add_folder_tests (void)
{
  g_autofree char *broken = g_test_build_filename (G_TEST_DIST, "broken", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (broken, 0, &error);
  const char *name;
  guint n_folders = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *expected = g_build_filename (broken, name, "expected", NULL);
      g_autofree char *path = g_strconcat ("/knowledge/broken/", name, NULL);

      if (!g_file_test (expected, G_FILE_TEST_EXISTS))
        continue;
      n_folders++;
      g_test_add_vtable (path, sizeof (Fixture), g_intern_string (name),
                         (GTestFixtureFunc) (void (*) (void)) set_up,
                         (GTestFixtureFunc) (void (*) (void)) test_folder,
                         (GTestFixtureFunc) (void (*) (void)) tear_down);
    }
  g_assert_cmpuint (n_folders, >=, 45);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_summary (
      "A broken knowledge base is refused with every fault, its place and what was expected");

  g_test_add ("/knowledge/broken-base", Fixture, NULL, set_up, test_base, tear_down);
  g_test_add ("/knowledge/broken-too-large", Fixture, NULL, set_up, test_too_large, tear_down);
  g_test_add ("/knowledge/broken-no-folder", Fixture, NULL, set_up, test_no_folder, tear_down);
  g_test_add ("/knowledge/broken-pipe", Fixture, NULL, set_up, test_pipe, tear_down);
  g_test_add ("/knowledge/broken-code", Fixture, NULL, set_up, test_code, tear_down);
  add_folder_tests ();

  return g_test_run ();
}
