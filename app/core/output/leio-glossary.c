/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One expression holds all words, the longest first; the words are those of the
 * base and their translations, with the endings that the language gives them.
 */
#include "config.h"

#include "leio-glossary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _LeioGlossary
{
  const LeioKnowledge *knowledge;
  GHashTable *words;    /* casefolded word -> index + 1 */
  GPtrArray *spellings; /* of the same words, as they are written: “außen” folds to “aussen” */
  GStrv endings;
  GRegex *regex;        /* (nullable) where the glossary is empty */
  GHashTable *texts;    /* text -> (element-type LeioGlossaryWord): found before */
};

/* So many texts are remembered: a window has fewer, and says the same ones again and again. */
#define MOST_TEXTS 4000

const char *
leio_glossary_get_word (const LeioGlossary *self, guint term)
{
  const LeioTerm *it = g_ptr_array_index (self->knowledge->terms, term);
  g_autofree char *context = g_strdup_printf ("terms/%s/term", it->term);

  return leio_knowledge_text (self->knowledge, context, it->term);
}

const char *
leio_glossary_get_meaning (const LeioGlossary *self, guint term)
{
  const LeioTerm *it = g_ptr_array_index (self->knowledge->terms, term);
  g_autofree char *context = g_strdup_printf ("terms/%s/plain", it->term);

  return leio_knowledge_text (self->knowledge, context, it->plain);
}

static void
add_word (LeioGlossary *self, const char *word, guint term)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);

  if (*folded == '\0' || g_hash_table_contains (self->words, folded))
    return;
  g_hash_table_insert (self->words, g_steal_pointer (&folded), GUINT_TO_POINTER (term + 1));
  g_ptr_array_add (self->spellings, g_strdup (word));
}

/* A word of its own goes before another name of something else. */
static void
add_words (LeioGlossary *self)
{
  const GPtrArray *terms = self->knowledge->terms;

  for (guint i = 0; i < terms->len; i++)
    add_word (self, leio_glossary_get_word (self, i), i);
  for (guint i = 0; i < terms->len; i++)
    {
      const LeioTerm *term = g_ptr_array_index (terms, i);

      for (guint k = 0; k < term->aka->len; k++)
        add_word (self, g_ptr_array_index (term->aka, k), i);
    }
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  const char *first = *(const char *const *) a;
  const char *second = *(const char *const *) b;
  gsize first_length = strlen (first), second_length = strlen (second);

  if (first_length != second_length)
    return first_length > second_length ? -1 : 1;
  return strcmp (first, second);
}

static void
append_endings (const LeioGlossary *self, GString *pattern)
{
  for (guint i = 0; self->endings[i] != NULL; i++)
    {
      g_autofree char *escaped = g_regex_escape_string (self->endings[i], -1);

      g_string_append_printf (pattern, "%s%s", i > 0 ? "|" : "(?:", escaped);
    }
  if (self->endings[0] != NULL)
    g_string_append (pattern, ")?");
}

static GRegex *
create_regex (LeioGlossary *self)
{
  g_autoptr (GString) pattern = g_string_new ("(?<![\\w-])(?:");

  if (self->spellings->len == 0)
    return NULL;

  g_ptr_array_sort (self->spellings, compare_lengths);
  for (guint i = 0; i < self->spellings->len; i++)
    {
      g_autofree char *escaped
          = g_regex_escape_string (g_ptr_array_index (self->spellings, i), -1);

      g_string_append_printf (pattern, "%s%s", i > 0 ? "|" : "", escaped);
    }
  g_string_append_c (pattern, ')');
  append_endings (self, pattern);
  g_string_append (pattern, "(?![\\w-])");
  return g_regex_new (pattern->str, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
}

LeioGlossary *
leio_glossary_new (const LeioKnowledge *knowledge)
{
  LeioGlossary *self = g_new0 (LeioGlossary, 1);

  self->knowledge = knowledge;
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->spellings = g_ptr_array_new_with_free_func (g_free);
  /* Translators: endings that a word of the glossary may have in a sentence, as a plural has;
   * separated by |, or - where there are none */
  self->endings = g_strsplit (C_ ("endings of words", "s"), "|", -1);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_array_unref);
  add_words (self);
  self->regex = create_regex (self);
  return self;
}

void
leio_glossary_free (LeioGlossary *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->words);
  g_hash_table_unref (self->texts);
  g_ptr_array_unref (self->spellings);
  g_strfreev (self->endings);
  g_clear_pointer (&self->regex, g_regex_unref);
  g_free (self);
}

/* The term of @word, which may have an ending; -1 where there is none. */
static int
find_term (const LeioGlossary *self, const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);
  guint position = GPOINTER_TO_UINT (g_hash_table_lookup (self->words, folded));

  for (guint i = 0; position == 0 && self->endings[i] != NULL; i++)
    if (g_str_has_suffix (folded, self->endings[i]))
      {
        g_autofree char *stem = g_strndup (folded, strlen (folded) - strlen (self->endings[i]));

        position = GPOINTER_TO_UINT (g_hash_table_lookup (self->words, stem));
      }
  return (int) position - 1;
}

/* A word is a link where the text has it first. */
static gboolean
has_word (const GArray *words, guint term)
{
  for (guint i = 0; i < words->len; i++)
    if (g_array_index (words, LeioGlossaryWord, i).term == term)
      return TRUE;
  return FALSE;
}

static GArray *
find_words (const LeioGlossary *self, const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (LeioGlossaryWord));
  g_autoptr (GMatchInfo) info = NULL;

  for (gboolean found = self->regex != NULL && g_regex_match (self->regex, text, 0, &info); found;
       found = g_match_info_next (info, NULL))
    {
      g_autofree char *word = g_match_info_fetch (info, 0);
      int start, end, term = find_term (self, word);

      if (term < 0 || has_word (words, (guint) term))
        continue;
      g_match_info_fetch_pos (info, 0, &start, &end);
      g_array_append_vals (words,
                           &(LeioGlossaryWord){ (guint) start, (guint) end, (guint) term }, 1);
    }
  return words;
}

const GArray *
leio_glossary_find (const LeioGlossary *self, const char *text)
{
  GArray *words = g_hash_table_lookup (self->texts, text);

  if (words != NULL)
    return words;

  if (g_hash_table_size (self->texts) >= MOST_TEXTS)
    g_hash_table_remove_all (self->texts);
  words = find_words (self, text);
  g_hash_table_insert (self->texts, g_strdup (text), words);
  return words;
}

static gboolean
has_term (const GArray *terms, guint term)
{
  for (guint i = 0; i < terms->len; i++)
    if (g_array_index (terms, guint, i) == term)
      return TRUE;
  return FALSE;
}

void
leio_glossary_add_terms (const LeioGlossary *self, const char *text, GArray *terms)
{
  const GArray *words = leio_glossary_find (self, text);

  for (guint i = 0; i < words->len; i++)
    {
      guint term = g_array_index (words, LeioGlossaryWord, i).term;

      if (!has_term (terms, term))
        g_array_append_val (terms, term);
    }
}
