/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JSON: what is read is written, and read as the same again.
 */
#include "config.h"

#include "leio-fuzz.h"
#include "leio-json.h"

#include <string.h>

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
  g_autoptr (JsonNode) node = leio_json_parse ((const char *) data, size, &error);
  g_autoptr (JsonNode) again = NULL;
  g_autofree char *text = NULL;
  g_autofree char *text_again = NULL;

  if (node == NULL)
    {
      leio_fuzz_check_error (error);
      return 0;
    }
  g_assert_no_error (error);
  text = leio_json_to_text (node, size % 2);
  again = leio_json_parse (text, strlen (text), &error);
  g_assert_no_error (error);
  text_again = leio_json_to_text (again, size % 2);
  g_assert_cmpstr (text, ==, text_again);
  return 0;
}
