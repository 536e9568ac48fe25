/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A fuzzer without libFuzzer: tries every file of a folder once, as a test that any
 * compiler builds. What a fuzzer once found is among them.
 */
#include "config.h"

#include "leio-fuzz.h"

static void
try_file (gconstpointer path)
{
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  LLVMFuzzerTestOneInput ((const uint8_t *) data, length);
}

static guint
add_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  for (; (name = g_dir_read_name (dir)) != NULL; n++)
    {
      g_autofree char *test = g_strconcat ("/fuzz/", name, NULL);

      g_test_add_data_func_full (test, g_build_filename (folder, name, NULL), try_file, g_free);
    }
  return n;
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_assert_cmpint (argc, ==, 2);
  folder = g_test_build_filename (G_TEST_DIST, "fuzz", "seeds", argv[1], NULL);
  LLVMFuzzerInitialize (&argc, &argv);
  g_assert_cmpuint (add_files (folder), >, 0);
  return g_test_run ();
}
