/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of the glossary are found where a person meets them, and only there.
 */
#include "config.h"

#include "leio-glossary.h"

static LeioKnowledge *
load_sample (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "broken", "base", NULL);
  g_autoptr (GError) error = NULL;
  LeioKnowledge *knowledge = leio_knowledge_load (folder, &error);

  g_assert_no_error (error);
  return knowledge;
}

/* @text with "[margin 1]" where a word of term 1 was found. */
static char *
dup_marked (const LeioGlossary *glossary, const char *text)
{
  const GArray *words = leio_glossary_find (glossary, text);
  GString *marked = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const LeioGlossaryWord *word = &g_array_index (words, LeioGlossaryWord, i);

      g_string_append_len (marked, text + at, word->start - at);
      g_string_append_printf (marked, "[%.*s %u]", (int) (word->end - word->start),
                              text + word->start, word->term);
      at = word->end;
    }
  g_string_append (marked, text + at);
  return g_string_free (marked, FALSE);
}

/* The sample has "Excision" (also "removal") and "Margin". */
static void
test_words (void)
{
  static const struct
  {
    const char *text, *marked;
    guint n_terms;
  } texts[] = {
    { "", "", 0 },
    { "Nothing of it.", "Nothing of it.", 0 },
    { "The margin is clear.", "The [margin 1] is clear.", 1 },
    { "Margins, margin & Margin.", "[Margins 1], margin & Margin.", 1 },
    { "A removal < an excision.", "A [removal 0] < an excision.", 1 },
    { "A re-excision, marginal.", "A re-excision, marginal.", 0 },
    { "Excision with a margin", "[Excision 0] with a [margin 1]", 2 },
  };
  g_autoptr (LeioKnowledge) knowledge = load_sample ();
  g_autoptr (LeioGlossary) glossary = leio_glossary_new (knowledge);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autofree char *marked = dup_marked (glossary, texts[i].text);

      leio_glossary_add_terms (glossary, texts[i].text, terms);
      g_assert_cmpstr (marked, ==, texts[i].marked);
      g_assert_cmpuint (terms->len, ==, texts[i].n_terms);
    }
}

/* A text is read once: what was found stays found, at the same bytes. */
static void
test_places (void)
{
  g_autoptr (LeioKnowledge) knowledge = load_sample ();
  g_autoptr (LeioGlossary) glossary = leio_glossary_new (knowledge);

  for (guint i = 0; i < 2; i++)
    {
      const GArray *words = leio_glossary_find (glossary, "– Margins, margin, removal.");

      g_assert_cmpuint (words->len, ==, 2);
      g_assert_cmpuint (g_array_index (words, LeioGlossaryWord, 0).start, ==, 4);
      g_assert_cmpuint (g_array_index (words, LeioGlossaryWord, 0).end, ==, 11);
      g_assert_cmpuint (g_array_index (words, LeioGlossaryWord, 0).term, ==, 1);
      g_assert_cmpuint (g_array_index (words, LeioGlossaryWord, 1).term, ==, 0);
    }
}

/* A page lists each term once, however many of its texts have it. */
static void
test_terms_of_a_page (void)
{
  g_autoptr (LeioKnowledge) knowledge = load_sample ();
  g_autoptr (LeioGlossary) glossary = leio_glossary_new (knowledge);
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (guint));

  leio_glossary_add_terms (glossary, "A margin.", terms);
  leio_glossary_add_terms (glossary, "Margin, excision.", terms);
  g_assert_cmpuint (terms->len, ==, 2);
  g_assert_cmpuint (g_array_index (terms, guint, 0), ==, 1);
  g_assert_cmpstr (leio_glossary_get_word (glossary, 0), ==, "Excision");
  g_assert_cmpstr (leio_glossary_get_meaning (glossary, 0), ==, "Cutting something out.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_summary ("Words of the glossary are found in texts");

  g_test_add_func ("/glossary/words", test_words);
  g_test_add_func ("/glossary/places", test_places);
  g_test_add_func ("/glossary/terms-of-a-page", test_terms_of_a_page);

  return g_test_run ();
}
