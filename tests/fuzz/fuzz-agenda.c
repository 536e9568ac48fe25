/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An agenda: what is read is written, and read as the same agenda again; every
 * relative path stays within its folder.
 */
#include "config.h"

#include "leio-agenda.h"
#include "leio-fuzz.h"

static GFile *folder_of_cases;

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  leio_fuzz_begin ();
  folder_of_cases = g_file_new_for_path ("/srv/board/monday");
  return 0;
}

static void
check_same (const LeioAgenda *a, const LeioAgenda *b)
{
  g_assert_cmpstr (a->title, ==, b->title);
  g_assert_cmpstr (a->date, ==, b->date);
  g_assert_cmpuint (a->cases->len, ==, b->cases->len);
  for (guint i = 0; i < a->cases->len; i++)
    g_assert_true (
        g_file_equal (g_ptr_array_index (a->cases, i), g_ptr_array_index (b->cases, i)));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioAgenda) agenda =
      leio_agenda_from_data ((const char *) data, size, folder_of_cases, &error);
  g_autoptr (LeioAgenda) again = NULL;
  g_autofree char *text = NULL;
  gsize length = 0;

  if (agenda == NULL)
    {
      leio_fuzz_check_error (error);
      return 0;
    }
  g_assert_no_error (error);
  text = leio_agenda_to_data (agenda, folder_of_cases, &length);
  again = leio_agenda_from_data (text, length, folder_of_cases, &error);
  g_assert_no_error (error);
  check_same (agenda, again);
  return 0;
}
