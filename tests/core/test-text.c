/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of messages.
 */
#include "config.h"

#include <string.h>

#include "leio-words.h"

static void
test_join (void)
{
  static const char *const words[] = { "uterus", "limb", "skin" };
  static const struct
  {
    guint n_words, most;
    const char *expected;
  } rows[] = {
    { 0, 10, "" },
    { 1, 10, "uterus" },
    { 3, 10, "uterus, limb, skin" },
    { 3, 3, "uterus, limb, skin" },
    { 3, 2, "uterus, limb, …" },
    { 3, 0, "…" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = leio_words_join_some (words, rows[i].n_words, rows[i].most);

      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

static void
test_near (void)
{
  static const char *const names[] = { "grade", "site", "r0", "no", "limb", "retroperitoneum" };
  static const struct
  {
    const char *word, *expected;
  } rows[] = {
    { "grad", "grade" },
    { "gradee", "grade" },
    { "grdae", "grade" },
    { "limbs", "limb" },
    { "retroperitonium", "retroperitoneum" },
    { "Site", "site" },
    { "size", "site" },
    /* Half of a short word is not a slip. */
    { "r1", NULL },
    { "yes", NULL },
    { "grey_den", NULL },
    { "", NULL },
    { "a_word_that_is_much_longer_than_any_name_that_anybody_would_write", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (leio_words_find_near (rows[i].word, names, G_N_ELEMENTS (names)), ==,
                     rows[i].expected);
  g_assert_null (leio_words_find_near ("grade", names, 0));
}

/* Of two names as near as each other, the first; of two unlike, the nearest. */
static void
test_near_ties (void)
{
  static const char *const names[] = { "heart_a", "heart_b", "heart" };

  g_assert_cmpstr (leio_words_find_near ("heart_c", names, 2), ==, "heart_a");
  g_assert_cmpstr (leio_words_find_near ("hearts", names, 3), ==, "heart");
}

static void
test_number (void)
{
  static const struct
  {
    double number;
    const char *expected;
  } rows[] = {
    { 0, "0" },
    { 5, "5" },
    { 8.5, "8.5" },
    { 0.1, "0.1" },
    { 5.04, "5.04" },
    { -2.25, "-2.25" },
    { 600, "600" },
    { 1000000, "1000000" },
    { 123456789012345, "123456789012345" },
    { 0.00000000000001, "0.00000000000001" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = leio_words_from_number (rows[i].number);

      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

/* What is written reads back as the same number, and does not overflow. */
static void
test_number_extremes (void)
{
  g_autofree char *third = leio_words_from_number (1.0 / 3);
  g_autofree char *largest = leio_words_from_number (G_MAXDOUBLE);

  g_assert_cmpfloat (g_ascii_strtod (third, NULL), ==, 1.0 / 3);
  g_assert_cmpuint (strlen (largest), ==, 309);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/words/join", test_join);
  g_test_add_func ("/core/words/near", test_near);
  g_test_add_func ("/core/words/near-ties", test_near_ties);
  g_test_add_func ("/core/words/number", test_number);
  g_test_add_func ("/core/words/number-extremes", test_number_extremes);

  return g_test_run ();
}
