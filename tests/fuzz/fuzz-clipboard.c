/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A case that somebody pastes: what is read is written as text, and read as the same
 * answers, label and notes again.
 */
#include "config.h"

#include "leio-case-text.h"
#include "leio-fuzz.h"

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  leio_fuzz_begin ();
  return 0;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const LeioKnowledge *knowledge = leio_fuzz_get_knowledge ();
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *written = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioCase) kase = NULL;
  g_autoptr (LeioCase) again = NULL;

  /* GTK gives texts in UTF-8 alone. */
  if (!g_utf8_validate (text, -1, NULL))
    return 0;
  kase = leio_case_text_read (knowledge, text, &error);
  if (kase == NULL)
    {
      leio_fuzz_check_error (error);
      return 0;
    }
  g_assert_no_error (error);
  written = leio_case_text_write (knowledge, kase);
  again = leio_case_text_read (knowledge, written, &error);
  g_assert_no_error (error);
  g_assert_true (leio_answers_equal (kase->answers, again->answers));
  g_assert_cmpstr (kase->label, ==, again->label);
  g_assert_cmpstr (kase->notes, ==, again->notes);
  return 0;
}
