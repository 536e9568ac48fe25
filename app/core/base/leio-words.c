/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-words.h"

#include <string.h>

/* Two slips make a near miss; more is another word. */
#define NEAR 2
/* Longer words are not compared: names are short, and the table lives on the stack. */
#define LONGEST 48
/* More digits than these a double does not keep. */
#define MOST_DECIMALS 20

/**
 * leio_words_join_some:
 * @words: (array length=n_words): the words
 * @n_words: how many
 * @most: how many to show; the rest is an ellipsis
 *
 * Returns: (transfer full): "a, b, c" or "a, b, …"
 */
char *
leio_words_join_some (const char *const *words, guint n_words, guint most)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (n_words, most); i++)
    {
      if (i > 0)
        g_string_append (text, ", ");
      g_string_append (text, words[i]);
    }
  if (n_words > most)
    g_string_append (text, most > 0 ? ", …" : "…");

  return g_string_free (text, FALSE);
}

/* The edit distance of two words, by rows: how many letters to add, drop or replace. */
static guint
edit_distance (const char *a, const char *b)
{
  guint row[LONGEST + 1];
  gsize length_a = strlen (a);
  gsize length_b = strlen (b);

  if (length_a > LONGEST || length_b > LONGEST)
    return G_MAXUINT;

  for (guint j = 0; j <= length_b; j++)
    row[j] = j;
  for (guint i = 1; i <= length_a; i++)
    {
      guint corner = row[0];

      row[0] = i;
      for (guint j = 1; j <= length_b; j++)
        {
          guint replace = corner + (a[i - 1] == b[j - 1] ? 0 : 1);

          corner = row[j];
          row[j] = MIN (replace, MIN (row[j], row[j - 1]) + 1);
        }
    }

  return row[length_b];
}

/**
 * leio_words_find_near:
 * @word: what was found
 * @names: (array length=n_names): what could have been meant
 * @n_names: how many
 *
 * The nearest name, at most two letters away and less than half of the word
 * ("r1" is not a slip of "no"). The first of equals.
 *
 * Returns: (transfer none) (nullable): the name
 */
const char *
leio_words_find_near (const char *word, const char *const *names, guint n_names)
{
  const char *nearest = NULL;
  guint least = NEAR + 1;
  gsize length = strlen (word);

  for (guint i = 0; i < n_names; i++)
    {
      guint distance = edit_distance (word, names[i]);

      if (distance < least && 2 * (gsize) distance < length)
        {
          least = distance;
          nearest = names[i];
        }
    }

  return nearest;
}

/**
 * leio_words_from_number:
 * @number: a finite number
 *
 * The shortest decimals that are read as the same number, with a point in every
 * locale and without an exponent: "8.5", "60", "0.1".
 *
 * Returns: (transfer full): the number in digits
 */
char *
leio_words_from_number (double number)
{
  /* The largest double has 309 digits in front of the point. */
  char text[400];

  for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%df", decimals);
      g_ascii_formatd (text, sizeof text, format, number);
      if (g_ascii_strtod (text, NULL) == number)
        break;
    }

  return g_strdup (text);
}
