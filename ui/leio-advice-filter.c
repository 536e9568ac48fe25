/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-advice-filter.h"

#include <string.h>

#include "leio-wording.h"

/* Where a word may stand, by how much it says about the treatment. */
typedef enum
{
  IN_NAME,
  IN_GROUP,
  IN_TEXT,
  N_PLACES
} Place;

struct _LeioAdviceFilter
{
  GPtrArray *texts[N_PLACES]; /* utf8, by treatment: folded */
  GStrv words;                /* folded; none: everything is found */
};

static char *
fold (const char *text)
{
  g_autofree char *lower = g_utf8_casefold (text, -1);

  return g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
}

static void
add_text (GString *all, const LeioKnowledge *knowledge, const char *place, const char *text)
{
  if (text != NULL)
    g_string_append_printf (all, "%s\n", leio_knowledge_text (knowledge, place, text));
}

static void
add_rule (GString *all, const LeioKnowledge *knowledge, const LeioRule *rule)
{
  g_autofree char *why = g_strdup_printf ("rules/%s/why", rule->id);
  g_autofree char *plain = g_strdup_printf ("rules/%s/plain", rule->id);

  add_text (all, knowledge, why, rule->why);
  add_text (all, knowledge, plain, rule->plain);
  for (guint i = 0; i < rule->evidence->len; i++)
    {
      guint index = g_array_index (rule->evidence, guint, i);
      const LeioSource *source = g_ptr_array_index (knowledge->sources, index);

      if (source->verified)
        g_string_append_printf (all, "%s\n", source->label);
    }
}

static char *
dup_names (const LeioKnowledge *knowledge, guint treatment)
{
  g_autofree char *names
    = g_strdup_printf ("%s\n%s", leio_wording_treatment (knowledge, treatment, FALSE),
                       leio_wording_treatment (knowledge, treatment, TRUE));

  return fold (names);
}

static char *
dup_group (const LeioKnowledge *knowledge, guint treatment)
{
  const LeioTreatment *it = g_ptr_array_index (knowledge->treatments, treatment);
  const LeioGroup *group = g_ptr_array_index (knowledge->groups, it->group);
  g_autofree char *title = g_strdup_printf ("groups/%s/title", group->id);
  g_autofree char *plain = g_strdup_printf ("groups/%s/plain_title", group->id);
  g_autoptr (GString) titles = g_string_new (NULL);

  add_text (titles, knowledge, title, group->title);
  add_text (titles, knowledge, plain, group->plain_title);

  return fold (titles->str);
}

static char *
dup_all_text (const LeioKnowledge *knowledge, guint treatment)
{
  const LeioTreatment *it = g_ptr_array_index (knowledge->treatments, treatment);
  g_autofree char *what = g_strdup_printf ("treatments/%s/what", it->id);
  g_autofree char *plain = g_strdup_printf ("treatments/%s/plain", it->id);
  g_autoptr (GString) all = g_string_new (NULL);
  guint first = g_array_index (knowledge->first_argument, guint, treatment);
  guint end = g_array_index (knowledge->first_argument, guint, treatment + 1);

  add_text (all, knowledge, what, it->what);
  add_text (all, knowledge, plain, it->plain);
  for (guint i = first; i < end; i++)
    {
      const LeioArgument *argument = g_ptr_array_index (knowledge->arguments, i);

      add_rule (all, knowledge, g_ptr_array_index (knowledge->rules, argument->rule));
    }

  return fold (all->str);
}

LeioAdviceFilter *
leio_advice_filter_new (const LeioKnowledge *knowledge)
{
  LeioAdviceFilter *self = g_new0 (LeioAdviceFilter, 1);

  self->words = g_new0 (char *, 1);
  for (guint place = 0; place < N_PLACES; place++)
    self->texts[place] = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < knowledge->treatments->len; i++)
    {
      g_ptr_array_add (self->texts[IN_NAME], dup_names (knowledge, i));
      g_ptr_array_add (self->texts[IN_GROUP], dup_group (knowledge, i));
      g_ptr_array_add (self->texts[IN_TEXT], dup_all_text (knowledge, i));
    }

  return self;
}

void
leio_advice_filter_free (LeioAdviceFilter *self)
{
  for (guint place = 0; place < N_PLACES; place++)
    g_ptr_array_unref (self->texts[place]);
  g_strfreev (self->words);
  g_free (self);
}

void
leio_advice_filter_set_text (LeioAdviceFilter *self, const char *text)
{
  g_autofree char *folded = fold (text);
  g_auto (GStrv) pieces = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; pieces[i] != NULL; i++)
    if (*pieces[i] != '\0')
      g_strv_builder_add (words, pieces[i]);

  g_strfreev (self->words);
  self->words = g_strv_builder_end (words);
}

gboolean
leio_advice_filter_is_empty (const LeioAdviceFilter *self)
{
  return self->words[0] == NULL;
}

/* The best place where @word stands; N_PLACES: nowhere. */
static guint
find_place (const LeioAdviceFilter *self, guint treatment, const char *word)
{
  guint place = 0;

  while (place < N_PLACES
         && strstr (g_ptr_array_index (self->texts[place], treatment), word) == NULL)
    place++;

  return place;
}

/* 0: all words stand in the names; the higher, the more of them only further on; -1: not found. */
static int
get_rank (const LeioAdviceFilter *self, guint treatment)
{
  int rank = 0;

  for (guint i = 0; self->words[i] != NULL; i++)
    {
      guint place = find_place (self, treatment, self->words[i]);

      if (place == N_PLACES)
        return -1;
      rank += (int) place;
    }

  return rank;
}

gboolean
leio_advice_filter_matches (const LeioAdviceFilter *self, guint treatment)
{
  return get_rank (self, treatment) >= 0;
}

static int
compare_ranks (gconstpointer a, gconstpointer b, gpointer self)
{
  return get_rank (self, *(const guint *) a) - get_rank (self, *(const guint *) b);
}

void
leio_advice_filter_sort (const LeioAdviceFilter *self, GArray *order)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_placed = 0;

  for (guint i = 0; i < order->len; i++)
    if (leio_advice_filter_matches (self, g_array_index (order, guint, i)))
      g_array_append_val (found, g_array_index (order, guint, i));
  g_array_sort_with_data (found, compare_ranks, (gpointer) self);

  for (guint i = 0; i < order->len; i++)
    if (leio_advice_filter_matches (self, g_array_index (order, guint, i)))
      g_array_index (order, guint, i) = g_array_index (found, guint, n_placed++);
}
