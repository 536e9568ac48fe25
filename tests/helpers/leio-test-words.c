/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-test-words.h"

#include <string.h>

#define AROUND 40

struct _LeioTestWords
{
  GPtrArray *names;    /* of sources, which may have any words */
  GRegex *allowed;     /* words that are right although they look wrong */
  GPtrArray *wrong;    /* (element-type GRegex) */
  GHashTable *checked; /* texts in which nothing was found */
};

/* The heading of a group; what a reader may ask his team; how often one comes for a check-up, and
 * how long ago something was, as he entered it himself. */
static const char *const allowed[] = {
  "usually avoided",
  "avoiding hospital",
  "https?://\\S+",
  "[^.!?\n:]*\\?(\\** [\\d.]+ (months|years|weeks))?",
  "(every|after) [\\d to]+ (months|weeks|years)",
  "for [\\d to]+ years",
  "^\\d+ (months|years)$",
  NULL,
};

static const char *const wrong[] = {
  /* Verdicts */
  "recommend",
  "contraindicat",
  "\\bavoid",
  "\\bshould\\b",
  "\\bmust\\b",
  "\\bought to\\b",
  "\\badvised\\b",
  "\\badvisable\\b",
  "\\bindicated\\b",
  "\\b(not )?an option\\b",
  "\\bruled? out for you\\b",
  /* Codes */
  "(?-i:\\b(ECOG|FIGO|AJCC|UICC|TNM|WHO|SBRT|SABR|HIPEC|ILP|EQD2)\\b)",
  "(?-i:\\b[RGTNM][0-4][a-c]?\\b)",
  "[a-z]_[a-z]",
  /* Doses */
  "\\d ?(mg|µg|g/m|gy|ml|iu)\\b",
  "mg/m",
  /* Percentages */
  "\\d ?%",
  "per ?cent",
  /* Survival */
  "median",
  "\\bsurviv",
  "\\b\\d+(\\.\\d+)? (months|years)\\b",
  "\\b(lived?|alive|died?|dead)\\b[^.]*\\d",
  "\\d[^.]*\\b(lived?|alive|died?|dead)\\b",
};

static GRegex *
new_regex (const char *pattern)
{
  g_autoptr (GError) error = NULL;
  GRegex *regex
      = g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_MULTILINE | G_REGEX_OPTIMIZE, 0, &error);

  g_assert_no_error (error);
  return regex;
}

/* The longest first: a short one may be a part of it. */
static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  size_t first = strlen (*(const char *const *) a);
  size_t second = strlen (*(const char *const *) b);

  return (first < second) - (first > second);
}

LeioTestWords *
leio_test_words_new (const LeioKnowledge *knowledge)
{
  LeioTestWords *self = g_new0 (LeioTestWords, 1);
  g_autofree char *joined = NULL;

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->checked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < knowledge->sources->len; i++)
    {
      const LeioSource *source = g_ptr_array_index (knowledge->sources, i);

      g_ptr_array_add (self->names, leio_source_dup_citation (source));
      g_ptr_array_add (self->names, g_strdup (source->title));
      g_ptr_array_add (self->names, g_strdup (source->label));
      g_ptr_array_add (self->names, g_strdup (source->population));
    }
  g_ptr_array_sort (self->names, compare_lengths);
  joined = g_strjoinv ("|", (char **) allowed);
  self->allowed = new_regex (joined);
  self->wrong = g_ptr_array_new_with_free_func ((GDestroyNotify) g_regex_unref);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_ptr_array_add (self->wrong, new_regex (wrong[i]));
  return self;
}

void
leio_test_words_free (LeioTestWords *self)
{
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->checked);
  g_regex_unref (self->allowed);
  g_ptr_array_unref (self->wrong);
  g_free (self);
}

/* What stands around a place in @text, in whole letters. */
static char *
dup_around (const char *text, int start, int end)
{
  const char *from = text + MAX (0, start - AROUND);
  const char *to = text + MIN ((int) strlen (text), end + AROUND);

  while ((*from & 0xc0) == 0x80)
    from++;
  while ((*to & 0xc0) == 0x80)
    to++;
  return g_strndup (from, (gsize) (to - from));
}

/* @text without what may stand there. */
static char *
dup_rest (LeioTestWords *self, const char *text)
{
  g_autoptr (GString) rest = g_string_new (text);

  for (guint i = 0; i < self->names->len; i++)
    if (*(char *) g_ptr_array_index (self->names, i) != '\0')
      g_string_replace (rest, g_ptr_array_index (self->names, i), "", 0);
  return g_regex_replace_literal (self->allowed, rest->str, -1, 0, "", 0, NULL);
}

static char *
dup_wrong (LeioTestWords *self, const char *text)
{
  for (guint i = 0; i < self->wrong->len; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      int start = 0, end = 0;

      if (!g_regex_match (g_ptr_array_index (self->wrong, i), text, 0, &match))
        continue;

      g_match_info_fetch_pos (match, 0, &start, &end);
      return dup_around (text, start, end);
    }
  return NULL;
}

char *
leio_test_words_find (LeioTestWords *self, const char *text)
{
  g_autofree char *first = NULL;
  g_autofree char *rest = NULL;
  char *found;

  if (g_hash_table_contains (self->checked, text))
    return NULL;

  first = dup_wrong (self, text);
  rest = first != NULL ? dup_rest (self, text) : NULL;
  found = rest != NULL ? dup_wrong (self, rest) : NULL;
  if (found == NULL)
    g_hash_table_add (self->checked, g_strdup (text));
  return found;
}
