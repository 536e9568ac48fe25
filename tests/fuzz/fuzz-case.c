/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A case file: what is read is written, and read as the same case again.
 */
#include "config.h"

#include "leio-case.h"
#include "leio-fuzz.h"

static LeioCase *
read_case (const char *data, gssize length, GError **error)
{
  const LeioKnowledge *knowledge = leio_fuzz_get_knowledge ();

  return leio_case_from_data (data, length, knowledge->logic->questionnaire, knowledge->id, error);
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  leio_fuzz_begin ();
  return 0;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioCase) kase = read_case ((const char *) data, (gssize) size, &error);
  g_autoptr (LeioCase) again = NULL;
  g_autofree char *text = NULL;
  gsize length = 0;

  if (kase == NULL)
    {
      leio_fuzz_check_error (error);
      return 0;
    }
  g_assert_no_error (error);
  text = leio_case_to_data (kase, leio_fuzz_get_knowledge ()->logic->questionnaire, &length);
  again = read_case (text, (gssize) length, &error);
  g_assert_no_error (error);
  g_assert_true (leio_case_equal (kase, again));
  return 0;
}
