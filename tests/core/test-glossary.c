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

/* The sample has "Excision" (also "removal") and "Margin". */
static void
test_markup (void)
{
  static const struct
  {
    const char *text, *markup;
    guint n_terms;
  } texts[] = {
    { "", "", 0 },
    { "Nothing of it.", "Nothing of it.", 0 },
    { "The margin is clear.", "The <a href=\"term:1\">margin</a> is clear.", 1 },
    { "Margins, margin & Margin.", "<a href=\"term:1\">Margins</a>, margin &amp; Margin.", 1 },
    { "A removal < an excision.", "A <a href=\"term:0\">removal</a> &lt; an excision.", 1 },
    { "A re-excision, marginal.", "A re-excision, marginal.", 0 },
    { "Excision with a margin",
      "<a href=\"term:0\">Excision</a> with a <a href=\"term:1\">margin</a>", 2 },
  };
  g_autoptr (LeioKnowledge) knowledge = load_sample ();
  g_autoptr (LeioGlossary) glossary = leio_glossary_new (knowledge);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autofree char *markup = leio_glossary_dup_markup (glossary, texts[i].text, terms);

      g_assert_cmpstr (markup, ==, texts[i].markup);
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

  g_free (leio_glossary_dup_markup (glossary, "A margin.", terms));
  g_free (leio_glossary_dup_markup (glossary, "Margin, excision.", terms));
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

  g_test_add_func ("/glossary/markup", test_markup);
  g_test_add_func ("/glossary/places", test_places);
  g_test_add_func ("/glossary/terms-of-a-page", test_terms_of_a_page);

  return g_test_run ();
}
