/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-option-keys.h"

#include <glib/gi18n.h>

static const char keys[] = "123456789abcdefghijklmopqrstuvwxyz";

static gboolean
is_digit (const LeioValue *value)
{
  return g_ascii_isdigit (value->id[0]) && value->id[1] == '\0';
}

static gboolean
are_digits (const LeioQuestion *question)
{
  for (guint i = 0; i < question->values->len; i++)
    {
      if (!is_digit (leio_question_get_value (question, i)))
        return FALSE;
    }
  return TRUE;
}

gunichar
leio_option_keys_get_not_known (void)
{
  /* Translators: the key, one small letter, that answers a question with “Not known”. Another
   * letter than the first ones of the alphabet, which choose values. */
  return g_utf8_get_char (C_ ("key", "n"));
}

gunichar
leio_option_keys_get (const LeioQuestion *question, guint value)
{
  gunichar key = 0;

  if (are_digits (question))
    return (gunichar) leio_question_get_value (question, value)->id[0];
  if (value < G_N_ELEMENTS (keys) - 1)
    key = (gunichar) keys[value];
  return key != leio_option_keys_get_not_known () ? key : 0;
}

void
leio_option_keys_set (LeioOptionGroup *group, const LeioQuestion *question)
{
  guint n_values = question->values->len;

  for (guint i = 0; i < n_values; i++)
    leio_option_group_set_key (group, i, leio_option_keys_get (question, i));
  if (question->kind == LEIO_QUESTION_SET)
    leio_option_group_set_key (group, n_values, '0');
  leio_option_group_set_key (group, leio_option_group_get_length (group) - 1,
                             leio_option_keys_get_not_known ());
}
