/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of the lists of rules, sources and properties.
 */
#include "config.h"

#include <glib/gi18n.h>

#include "leio-catalogue-item.h"
#include "leio-knowledge-pages-private.h"
#include "leio-report-base.h"
#include "leio-report.h"

/* Sources are filtered by spans of so many years, back to this one. */
#define SPAN 5
#define FIRST_SPAN 2000

/* A rule on more treatments than these names the first of them and counts the others. */
#define MOST_NAMES 3

char *
leio_knowledge_pages_dup_treatments (const LeioKnowledge *knowledge, const LeioRule *rule)
{
  guint n = rule->treatments->len;
  guint n_named = n > MOST_NAMES ? 1 : n;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_named; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            leio_knowledge_pages_get_treatment_name (
                                knowledge, g_array_index (rule->treatments, guint, i)));
  if (n_named == n)
    return g_string_free (g_steal_pointer (&text), FALSE);

  /* Translators: 1 is a treatment, 2 the number of further ones, always more than 2 */
  return g_strdup_printf (_ ("%1$s and %2$u others"), text->str, n - n_named);
}

GPtrArray *
leio_knowledge_pages_list_treatments (const LeioKnowledge *knowledge, const LeioRule *rule)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < rule->treatments->len; i++)
    g_ptr_array_add (names, (gpointer) leio_knowledge_pages_get_treatment_name (
                                knowledge, g_array_index (rule->treatments, guint, i)));
  return names;
}

char *
leio_knowledge_pages_dup_rule_title (const LeioKnowledge *knowledge, const LeioRule *rule)
{
  g_autofree char *treatments = leio_knowledge_pages_dup_treatments (knowledge, rule);

  /* Translators: 1 is what a rule does, “Recommends”, 2 the treatments that it does it to */
  return g_strdup_printf (C_ ("rule", "%1$s: %2$s"), leio_report_effect_word (rule->effect),
                          treatments);
}

static char *
dup_labels (const LeioKnowledge *knowledge, const GArray *evidence)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < evidence->len; i++)
    {
      const LeioSource *source
          = g_ptr_array_index (knowledge->sources, g_array_index (evidence, guint, i));

      g_string_append_printf (text, "%s%s", i > 0 ? " · " : "", source->label);
    }
  return g_string_free (text, FALSE);
}

static char *
join_lines (GPtrArray *texts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (texts, i));
  return g_string_free (text, FALSE);
}

GListModel *
leio_knowledge_pages_list_rules (const LeioKnowledge *knowledge)
{
  GListStore *store = g_list_store_new (LEIO_TYPE_CATALOGUE_ITEM);

  for (guint i = 0; i < knowledge->rules->len; i++)
    {
      const LeioRule *rule = g_ptr_array_index (knowledge->rules, i);
      g_autofree char *title = leio_knowledge_pages_dup_rule_title (knowledge, rule);
      g_autofree char *labels = dup_labels (knowledge, rule->evidence);
      g_autofree char *why = leio_knowledge_pages_dup_reason (knowledge, rule, FALSE);
      g_autoptr (GPtrArray) names = leio_knowledge_pages_list_treatments (knowledge, rule);
      g_autofree char *treatments = join_lines (names);
      g_autofree char *text
          = g_strjoin ("\n", rule->id, rule->when, rule->plain, labels, treatments, NULL);
      g_autoptr (LeioCatalogueItem) item = leio_catalogue_item_new (
          i, title, why, leio_report_effect_word (rule->effect), "", text);

      g_list_store_append (store, item);
    }
  return G_LIST_MODEL (store);
}

static char *
dup_period (int year)
{
  int from = year / SPAN * SPAN;

  if (year <= 0)
    return g_strdup (C_ ("filter", "No year told"));
  if (year < FIRST_SPAN)
    /* Translators: %d is a year */
    return g_strdup_printf (C_ ("filter", "Before %d"), FIRST_SPAN);
  /* Translators: 1 and 2 are years */
  return g_strdup_printf (C_ ("filter", "%1$d to %2$d"), from, from + SPAN - 1);
}

char *
leio_knowledge_pages_dup_kind_line (const LeioSource *source)
{
  const char *kind = leio_report_kind_word (source->kind);

  if (source->year <= 0)
    return g_strdup (kind);
  return g_strdup_printf ("%s, %d", kind, source->year);
}

GArray *
leio_knowledge_pages_list_users (const LeioKnowledge *knowledge, guint source)
{
  GArray *rules = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < knowledge->rules->len; i++)
    {
      const LeioRule *rule = g_ptr_array_index (knowledge->rules, i);

      for (guint j = 0; j < rule->evidence->len; j++)
        if (g_array_index (rule->evidence, guint, j) == source)
          {
            g_array_append_val (rules, i);
            break;
          }
    }
  return rules;
}

char *
leio_knowledge_pages_dup_use (guint n_rules)
{
  /* Translators: %u is the number of rules that rest on a source. */
  return g_strdup_printf (ngettext ("%u rule rests on it", "%u rules rest on it", n_rules),
                          n_rules);
}

static LeioCatalogueItem *
new_source_item (const LeioKnowledge *knowledge, const LeioSource *source, gboolean home)
{
  g_autoptr (GArray) rules = leio_knowledge_pages_list_users (knowledge, source->index);
  g_autofree char *kind = leio_knowledge_pages_dup_kind_line (source);
  g_autofree char *use = leio_knowledge_pages_dup_use (rules->len);
  g_autofree char *detail = g_strdup_printf ("%s · %s%s%s", kind, use,
                                             source->figures->len > 0 ? " · " : "",
                                             source->figures->len > 0 ? _ ("with a chart") : "");
  g_autofree char *period = dup_period (source->year);
  g_autofree char *citation = leio_source_dup_citation (source);
  g_autofree char *text = g_strjoin ("\n", source->id, citation, source->finding,
                                     source->population, NULL);

  return leio_catalogue_item_new (source->index, source->label, home ? kind : detail,
                                  leio_report_kind_word (source->kind), period, text);
}

/* Newest first; those without a year last. */
static int
compare_sources (gconstpointer a, gconstpointer b)
{
  const LeioSource *first = *(const LeioSource *const *) a;
  const LeioSource *second = *(const LeioSource *const *) b;

  if (first->year != second->year)
    return second->year - first->year;
  return g_utf8_collate (first->label, second->label);
}

GListModel *
leio_knowledge_pages_list_sources (const LeioKnowledge *knowledge, gboolean home)
{
  GListStore *store = g_list_store_new (LEIO_TYPE_CATALOGUE_ITEM);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < knowledge->sources->len; i++)
    {
      LeioSource *source = g_ptr_array_index (knowledge->sources, i);

      if (source->verified)
        g_ptr_array_add (sorted, source);
    }
  g_ptr_array_sort (sorted, compare_sources);
  for (guint i = 0; i < sorted->len; i++)
    {
      g_autoptr (LeioCatalogueItem) item
          = new_source_item (knowledge, g_ptr_array_index (sorted, i), home);

      g_list_store_append (store, item);
    }
  return G_LIST_MODEL (store);
}

char *
leio_knowledge_pages_dup_claim (const LeioKnowledge *knowledge, const LeioProperty *property)
{
  g_autofree char *statuses = leio_report_dup_statuses (property->statuses);

  return g_strdup_printf (
      /* Translators: 1 is a treatment, 2 statuses: “Morcellation: Contraindicated” */
      C_ ("property", "%1$s: %2$s"),
      leio_knowledge_pages_get_treatment_name (knowledge, property->treatment), statuses);
}

GListModel *
leio_knowledge_pages_list_properties (const LeioKnowledge *knowledge)
{
  GListStore *store = g_list_store_new (LEIO_TYPE_CATALOGUE_ITEM);

  for (guint i = 0; i < knowledge->properties->len; i++)
    {
      const LeioProperty *property = g_ptr_array_index (knowledge->properties, i);
      g_autofree char *claim = leio_knowledge_pages_dup_claim (knowledge, property);
      g_autofree char *why = leio_knowledge_pages_dup_why (knowledge, property);
      g_autoptr (LeioCatalogueItem) item
          = leio_catalogue_item_new (i, claim, why, "", "", property->id);

      g_list_store_append (store, item);
    }
  return G_LIST_MODEL (store);
}
