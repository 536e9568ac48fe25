/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-report-base.h"

#include <glib/gi18n-lib.h>

#include "leio-locale.h"

typedef struct
{
  const char *id;
  const char *word;
} Word;

static const char *
find_word (const Word *words, guint n_words, const char *context, const char *id)
{
  for (guint i = 0; i < n_words; i++)
    if (g_str_equal (words[i].id, id))
      return g_dpgettext2 (GETTEXT_PACKAGE, context, words[i].word);

  return id;
}

static const char *
get_heading (const char *name)
{
  static const Word headings[] = {
    { "purpose", NC_ ("heading", "Purpose") },
    { "population", NC_ ("heading", "Population") },
    { "authors", NC_ ("heading", "Authors") },
    { "review", NC_ ("heading", "Review") },
    { "update_rule", NC_ ("heading", "Renewal") },
    { "funding", NC_ ("heading", "Funding") },
    { "levels", NC_ ("heading", "Levels and grades") },
    { "limits", NC_ ("heading", "Limits") },
  };

  return find_word (headings, G_N_ELEMENTS (headings), "heading", name);
}

const char *
leio_report_kind_word (const char *kind)
{
  static const Word kinds[] = {
    { "guideline", NC_ ("kind of source", "Guideline") },
    { "consensus", NC_ ("kind of source", "Consensus of experts") },
    { "rct", NC_ ("kind of source", "Randomized trial") },
    { "phase2", NC_ ("kind of source", "Phase 2 trial") },
    { "meta-analysis", NC_ ("kind of source", "Analysis of several studies") },
    { "review", NC_ ("kind of source", "Review") },
    { "cohort", NC_ ("kind of source", "Cohort") },
    { "case-series", NC_ ("kind of source", "Series of cases") },
    { "drug-label", NC_ ("kind of source", "Drug label") },
    { "leaflet", NC_ ("kind of source", "Information for patients") },
    { "trial-record", NC_ ("kind of source", "Entry in a register of trials") },
  };

  return find_word (kinds, G_N_ELEMENTS (kinds), "kind of source", kind);
}

const char *
leio_report_effect_word (LeioEffect effect)
{
  switch (effect)
    {
    case LEIO_EFFECT_RECOMMENDS:
      return C_ ("rule", "Recommends");
    case LEIO_EFFECT_OFFERS:
      return C_ ("rule", "Offers as an option");
    case LEIO_EFFECT_TRIAL_ONLY:
      return C_ ("rule", "Only in a trial");
    case LEIO_EFFECT_CAUTIONS:
      return C_ ("rule", "Cautions");
    case LEIO_EFFECT_ADVISES_AGAINST:
      return C_ ("rule", "Advises against");
    case LEIO_EFFECT_RULES_OUT:
      return C_ ("rule", "Rules out");
    }

  g_return_val_if_reached ("");
}

static void
fact_free (gpointer data)
{
  LeioReportFact *self = data;

  g_free (self->name);
  g_free (self->heading);
  g_free (self->text);
  g_free (self);
}

static void
take_fact (GPtrArray *facts, const char *name, const char *heading, char *text)
{
  LeioReportFact *fact = g_new0 (LeioReportFact, 1);

  fact->name = g_strdup (name);
  fact->heading = g_strdup (heading);
  fact->text = text;
  g_ptr_array_add (facts, fact);
}

static guint
count_figures (const LeioKnowledge *knowledge)
{
  guint n = 0;

  for (guint i = 0; i < knowledge->sources->len; i++)
    {
      const LeioSource *source = g_ptr_array_index (knowledge->sources, i);

      n += source->figures->len > 0 ? 1 : 0;
    }
  return n;
}

static char *
dup_contents (const LeioKnowledge *knowledge)
{
  return g_strdup_printf (
      /* Translators: what a knowledge base holds; 1 to 6 are numbers, 5 of those of 4 */
      _ ("%1$u questions, %2$u treatments, %3$u rules; %4$u sources, %5$u of them with figures; "
         "%6$u properties that must hold in every case."),
      leio_questionnaire_get_n_questions (knowledge->logic->questionnaire),
      knowledge->treatments->len, knowledge->rules->len, knowledge->sources->len,
      count_figures (knowledge), knowledge->properties->len);
}

GPtrArray *
leio_report_list_facts (const LeioKnowledge *knowledge)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func (fact_free);
  g_autofree char *date = leio_locale_dup_date (knowledge->review_date);

  take_fact (facts, "version", _ ("Version"),
             /* Translators: 1 is the version of a knowledge base, 2 the date of its last review. */
             g_strdup_printf (_ ("%1$s, reviewed on %2$s"), knowledge->version, date));
  for (guint i = 0; i < knowledge->attributes->len; i++)
    {
      const LeioAttribute *attribute = g_ptr_array_index (knowledge->attributes, i);
      g_autofree char *context = g_strconcat ("attributes/", attribute->name, NULL);

      take_fact (facts, attribute->name, get_heading (attribute->name),
                 g_strdup (leio_knowledge_text (knowledge, context, attribute->text)));
    }
  take_fact (facts, "contents", _ ("Contents"), dup_contents (knowledge));
  return facts;
}

char *
leio_report_dup_grouped (const char *digits)
{
  GString *text = g_string_new (NULL);

  while (*digits != '\0')
    {
      gsize n_digits = 0;

      while (g_ascii_isdigit (digits[n_digits]))
        n_digits++;
      if (n_digits == 0)
        g_string_append_c (text, *digits++);
      for (; n_digits > 0; n_digits--)
        {
          g_string_append_c (text, *digits++);
          if (n_digits > 1 && n_digits % 3 == 1)
            g_string_append (text, "\u202f");
        }
    }
  return g_string_free (text, FALSE);
}

char *
leio_report_dup_proof (const LeioAudit *audit)
{
  g_autofree char *digits = leio_count_dup_text (audit->n_cases, audit->n_cases_overflow);
  g_autofree char *cases = leio_report_dup_grouped (digits);
  g_autofree char *properties = g_strdup_printf (
      /* Translators: %u is how many statements about all cases were proved. */
      ngettext ("%u property", "%u properties", audit->n_properties), audit->n_properties);
  g_autofree char *violations = g_strdup_printf (
      /* Translators: %u is the number of faults that a proof found in a knowledge base. */
      ngettext ("%u violation", "%u violations", audit->n_violations), audit->n_violations);
  g_autofree char *warnings = g_strdup_printf (
      /* Translators: %u is the number of warnings of a proof about a knowledge base. */
      ngettext ("%u warning", "%u warnings", audit->n_warnings), audit->n_warnings);

  return g_strdup_printf (
      /* Translators: 1 is a very large number, 2 "244 properties", 3 "0 violations", 4 "3
       * warnings". */
      _ ("Proved over all %1$s possible cases, with %2$s: %3$s, %4$s."), cases, properties,
      violations, warnings);
}
