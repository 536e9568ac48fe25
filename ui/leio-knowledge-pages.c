/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-knowledge-pages.h"

#include <glib/gi18n.h>

#include "leio-knowledge-pages-private.h"
#include "leio-reading.h"
#include "leio-report-base.h"
#include "leio-source-view.h"

const char *
leio_knowledge_pages_get_treatment_name (const LeioKnowledge *knowledge, guint treatment)
{
  const LeioTreatment *it = g_ptr_array_index (knowledge->treatments, treatment);
  g_autofree char *context = g_strdup_printf ("treatments/%s/name", it->id);

  return leio_knowledge_text (knowledge, context, it->name);
}

char *
leio_knowledge_pages_dup_reason (const LeioKnowledge *knowledge,
                                 const LeioRule *rule,
                                 gboolean plain)
{
  g_autofree char *context = g_strdup_printf ("rules/%s/%s", rule->id, plain ? "plain" : "why");
  const char *text = leio_knowledge_text (knowledge, context, plain ? rule->plain : rule->why);

  return leio_knowledge_fill (knowledge, text, NULL, plain);
}

char *
leio_knowledge_pages_dup_why (const LeioKnowledge *knowledge, const LeioProperty *property)
{
  g_autofree char *context = g_strdup_printf ("properties/%s/why", property->id);

  return g_strdup (leio_knowledge_text (knowledge, context, property->why));
}

static void
add_condition (GtkWidget *page, const LeioKnowledge *knowledge, const LeioCondition *condition)
{
  g_autoptr (GPtrArray) clauses = leio_report_list_conditions (knowledge, condition);
  const char *heading = clauses->len > 1 ? _ ("When all of this holds") : _ ("When this holds");

  leio_reading_add_heading (page, heading);
  leio_reading_add_list (page, heading, clauses);
}

static void
add_treatments (GtkWidget *page, const LeioKnowledge *knowledge, const LeioRule *rule)
{
  g_autoptr (GPtrArray) names = leio_knowledge_pages_list_treatments (knowledge, rule);

  if (names->len < 2)
    return;

  leio_reading_add_heading (page, _ ("Treatments"));
  leio_reading_add_list (page, _ ("Treatments"), names);
}

static void
add_sources (GtkWidget *page, const LeioKnowledge *knowledge, const GArray *evidence)
{
  leio_reading_add_heading (page, _ ("Sources"));
  for (guint i = 0; i < evidence->len; i++)
    {
      const LeioSource *source
          = g_ptr_array_index (knowledge->sources, g_array_index (evidence, guint, i));
      g_autofree char *kind = leio_knowledge_pages_dup_kind_line (source);
      g_autofree char *text = g_strdup_printf ("%s: %s (%s)", source->label, source->title, kind);

      leio_reading_add_action (page, text, "knowledge.show-source", source->id);
    }
}

static void
add_rules (GtkWidget *page,
           const LeioKnowledge *knowledge,
           const char *heading,
           const GArray *rules)
{
  if (rules->len == 0)
    return;

  leio_reading_add_heading (page, heading);
  for (guint i = 0; i < rules->len; i++)
    {
      const LeioRule *rule
          = g_ptr_array_index (knowledge->rules, g_array_index (rules, guint, i));
      g_autofree char *title = leio_knowledge_pages_dup_rule_title (knowledge, rule);
      g_autofree char *why = leio_knowledge_pages_dup_reason (knowledge, rule, FALSE);
      g_autofree char *text = g_strdup_printf ("%s. %s", title, why);

      leio_reading_add_action (page, text, "knowledge.show-rule", rule->id);
    }
}

static GArray *
list_overriders (const LeioKnowledge *knowledge, guint rule)
{
  GArray *rules = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < knowledge->rules->len; i++)
    {
      const LeioRule *other = g_ptr_array_index (knowledge->rules, i);

      for (guint j = 0; j < other->overrides->len; j++)
        if (g_array_index (other->overrides, guint, j) == rule)
          g_array_append_val (rules, i);
    }
  return rules;
}

static void
add_positions (GtkWidget *page, const LeioRule *rule)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  if (rule->positions->len == 0)
    return;

  for (guint i = 0; i < rule->positions->len; i++)
    {
      const LeioPosition *position = g_ptr_array_index (rule->positions, i);

      g_ptr_array_add (texts, g_strdup_printf ("%s: %s", position->name, position->stance));
    }
  leio_reading_add_heading (page, _ ("Guidelines differ"));
  leio_reading_add_list (page, _ ("Guidelines differ"), texts);
}

static void
add_reasons (GtkWidget *page, const LeioKnowledge *knowledge, const LeioRule *rule)
{
  g_autofree char *why = leio_knowledge_pages_dup_reason (knowledge, rule, FALSE);
  g_autofree char *plain = leio_knowledge_pages_dup_reason (knowledge, rule, TRUE);
  g_autofree char *level = leio_source_view_dup_level_sentence (rule);

  leio_reading_add_heading (page, _ ("Reason"));
  leio_reading_add_text (page, why, NULL);
  if (level != NULL)
    leio_reading_add_text (page, level, "leio-secondary");
  leio_reading_add_heading (page, _ ("In plain words"));
  leio_reading_add_text (page, plain, NULL);
}

GtkWidget *
leio_knowledge_pages_new_rule (const LeioKnowledge *knowledge, guint rule)
{
  const LeioRule *shown = g_ptr_array_index (knowledge->rules, rule);
  g_autoptr (GArray) overriders = list_overriders (knowledge, rule);
  g_autofree char *title = leio_knowledge_pages_dup_rule_title (knowledge, shown);
  /* Translators: 1 is a condition in the language of the knowledge base, 2 the id of a rule, 3 a
   * file. */
  g_autofree char *origin = g_strdup_printf (_ ("As written: %1$s (rule %2$s in %3$s)"),
                                             shown->when, shown->id, shown->file);
  GtkWidget *page = leio_reading_new (title);

  leio_reading_add_title (page, title);
  add_treatments (page, knowledge, shown);
  add_condition (page, knowledge, shown->condition);
  leio_reading_add_text (page, origin, "leio-secondary");
  add_reasons (page, knowledge, shown);
  add_positions (page, shown);
  add_rules (page, knowledge, _ ("It goes before"), shown->overrides);
  add_rules (page, knowledge, _ ("It gives way to"), overriders);
  add_sources (page, knowledge, shown->evidence);
  return page;
}

static void
add_seen_at (GtkWidget *page, const LeioSource *source)
{
  if (source->seen_at->len == 0)
    return;

  leio_reading_add_heading (page, _ ("Where it was read"));
  for (guint i = 0; i < source->seen_at->len; i++)
    leio_reading_add_address (page, g_ptr_array_index (source->seen_at, i));
}

GtkWidget *
leio_knowledge_pages_new_source (const LeioKnowledge *knowledge, guint source, gboolean home)
{
  const LeioSource *shown = g_ptr_array_index (knowledge->sources, source);
  g_autoptr (GArray) rules = leio_knowledge_pages_list_users (knowledge, source);
  g_autofree char *kind = leio_knowledge_pages_dup_kind_line (shown);
  g_autofree char *use = leio_knowledge_pages_dup_use (rules->len);
  GtkWidget *page = leio_reading_new (shown->label);
  GtkWidget *view = leio_source_view_new (knowledge, source, NULL);

  leio_source_view_set_on_page (LEIO_SOURCE_VIEW (view), kind);
  leio_source_view_set_home (LEIO_SOURCE_VIEW (view), home);
  gtk_box_append (GTK_BOX (page), view);
  if (!home && rules->len > 0)
    add_rules (page, knowledge, use, rules);
  else if (!home)
    leio_reading_add_text (page, use, "leio-secondary");
  add_seen_at (page, shown);
  return page;
}

GtkWidget *
leio_knowledge_pages_new_property (const LeioKnowledge *knowledge, guint property)
{
  const LeioProperty *shown = g_ptr_array_index (knowledge->properties, property);
  g_autofree char *claim = leio_knowledge_pages_dup_claim (knowledge, shown);
  g_autofree char *why = leio_knowledge_pages_dup_why (knowledge, shown);
  GtkWidget *page = leio_reading_new (claim);

  leio_reading_add_title (page, claim);
  leio_reading_add_text (page, why, NULL);
  add_condition (page, knowledge, shown->condition);
  leio_reading_add_text (page, shown->id, "leio-secondary");
  add_sources (page, knowledge, shown->evidence);
  return page;
}
