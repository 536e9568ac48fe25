/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * See leio-fuzz.h. No fuzzer writes anywhere but to its folder in memory.
 */
#include "config.h"

#include "leio-fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "leio-error.h"

static char *folder;

static void
remove_folder (void)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", folder);

  if (system (command) != 0)
    g_printerr ("%s stays\n", folder);
}

void
leio_fuzz_begin (void)
{
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING | G_LOG_LEVEL_ERROR);
}

const char *
leio_fuzz_get_folder (void)
{
  if (folder == NULL)
    {
      const char *memory = g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR) ? "/dev/shm" : "/tmp";

      folder = g_strdup_printf ("%s/leio-fuzz-%d-XXXXXX", memory, (int) getpid ());
      g_assert_nonnull (g_mkdtemp (folder));
      atexit (remove_folder);
    }
  return folder;
}

void
leio_fuzz_write (const char *name, const uint8_t *data, size_t size)
{
  g_autofree char *path = g_build_filename (leio_fuzz_get_folder (), name, NULL);
  FILE *file = fopen (path, "wb");

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (data, 1, size, file), ==, size);
  fclose (file);
}

LeioKnowledge *
leio_fuzz_get_knowledge (void)
{
  static LeioKnowledge *knowledge;

  if (knowledge == NULL)
    knowledge = leio_knowledge_load (NULL, NULL);
  g_assert_nonnull (knowledge);
  return knowledge;
}

void
leio_fuzz_check_error (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_cmpuint (error->domain, ==, LEIO_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpuint (strlen (error->message), >, 5);
  g_assert_false (g_str_has_suffix (error->message, "."));
}
