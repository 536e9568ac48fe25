/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The files of rules. What a rule overrides is read after all of them, as it may
 * stand in a later file.
 */
#include "config.h"

#include "leio-knowledge-private.h"

#include <glib/gi18n-lib.h>

static const char *const level_words[] = { "I", "II", "III", "IV", "V", NULL };
static const char *const grade_words[] = { "A", "B", "C", "D", "E", NULL };

static void
append_once (GArray *treatments, guint treatment)
{
  for (guint i = 0; i < treatments->len; i++)
    if (g_array_index (treatments, guint, i) == treatment)
      return;
  g_array_append_val (treatments, treatment);
}

/* A target is a treatment or, past the treatments, a set of them. */
static void
append_target (LeioLoader *loader, GArray *treatments, guint target)
{
  guint n_treatments = loader->knowledge->treatments->len;
  GArray *set;

  if (target < n_treatments)
    {
      append_once (treatments, target);
      return;
    }

  set = g_ptr_array_index (loader->sets, target - n_treatments);
  for (guint i = 0; i < set->len; i++)
    append_once (treatments, g_array_index (set, guint, i));
}

static GArray *
get_targets (LeioLoader *loader, JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "treatment");
  const char *expected = _ ("the id of a treatment or set");
  GArray *targets;
  int target;

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return leio_loader_get_references (loader, object, "treatment", TRUE, loader->target_ids,
                                       expected);

  targets = g_array_new (FALSE, FALSE, sizeof (guint));
  target = leio_loader_get_reference (loader, object, "treatment", loader->target_ids, expected);
  if (target >= 0)
    g_array_append_val (targets, target);
  return targets;
}

static void
read_treatments (LeioLoader *loader, JsonObject *object, LeioRule *rule)
{
  g_autoptr (GArray) targets = NULL;

  rule->treatments = g_array_new (FALSE, FALSE, sizeof (guint));
  if (loader->treatments_missing)
    return;

  targets = get_targets (loader, object);
  for (guint i = 0; i < targets->len; i++)
    append_target (loader, rule->treatments, g_array_index (targets, guint, i));
}

static gboolean
has_verified (LeioLoader *loader, GArray *evidence)
{
  for (guint i = 0; i < evidence->len; i++)
    {
      guint source = g_array_index (evidence, guint, i);

      if (((LeioSource *) g_ptr_array_index (loader->knowledge->sources, source))->verified)
        return TRUE;
    }
  return FALSE;
}

GArray *
leio_loader_get_evidence (LeioLoader *loader, JsonObject *object)
{
  GArray *evidence;

  if (loader->sources_missing)
    return g_array_new (FALSE, FALSE, sizeof (guint));

  evidence = leio_loader_get_references (
      loader, object, "evidence", TRUE, loader->knowledge->source_ids, _ ("the id of a source"));
  if (evidence->len > 0 && !has_verified (loader, evidence))
    leio_loader_fault (loader, LEIO_ERROR_KNOWLEDGE, "%s",
                       _ ("evidence: none of the sources is verified, expected at least one"));
  return evidence;
}

/* NULL where the member is absent. */
static char *
dup_word (LeioLoader *loader, JsonObject *object, const char *member, const char *const *words)
{
  JsonNode *node = json_object_get_member (object, member);
  guint word;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return NULL;

  word = leio_loader_get_word (loader, object, member, words);
  return g_strdup (words[word]);
}

static void
position_free (gpointer data)
{
  LeioPosition *self = data;

  g_free (self->who);
  g_free (self->name);
  g_free (self->stance);
  g_free (self);
}

static GPtrArray *
read_positions (LeioLoader *loader, JsonObject *object)
{
  GPtrArray *positions = g_ptr_array_new_with_free_func (position_free);
  g_autoptr (GError) error = NULL;
  JsonObject *members = NULL;
  JsonObjectIter iter;
  const char *who;
  gsize place;

  if (!leio_json_get_object (object, "positions", FALSE, &members, &error))
    leio_loader_take (loader, g_steal_pointer (&error));
  if (members == NULL)
    return positions;

  place = leio_loader_enter (loader, "positions", NULL);
  json_object_iter_init_ordered (&iter, members);
  while (json_object_iter_next_ordered (&iter, &who, NULL))
    {
      LeioPosition *position = g_new0 (LeioPosition, 1);

      position->who = g_strdup (who);
      position->name = g_strdup (who);
      position->stance = leio_loader_dup_needed (loader, members, who);
      g_ptr_array_add (positions, position);
    }
  leio_loader_leave (loader, place);
  return positions;
}

static LeioEffect
get_effect (LeioLoader *loader, JsonObject *object)
{
  const char *words[LEIO_N_EFFECTS + 1] = { NULL };

  for (guint i = 0; i < LEIO_N_EFFECTS; i++)
    words[i] = leio_effect_to_id ((LeioEffect) i);
  return (LeioEffect) leio_loader_get_word (loader, object, "effect", words);
}

static void
read_rule (LeioLoader *loader, JsonObject *object, guint index)
{
  const char *id = leio_loader_get_id (loader, object);
  LeioRule *rule;

  if (id == NULL ||
      !leio_loader_claim (loader, loader->knowledge->rule_ids, id, loader->knowledge->rules->len))
    return;

  rule = g_new0 (LeioRule, 1);
  rule->id = g_strdup (id);
  rule->index = loader->knowledge->rules->len;
  rule->file = g_strdup (loader->file);
  read_treatments (loader, object, rule);
  rule->effect = get_effect (loader, object);
  rule->when = leio_loader_dup_text (loader, object, "when");
  rule->condition = leio_loader_parse_condition (loader, object, "when");
  rule->why = leio_loader_dup_needed (loader, object, "why");
  rule->plain = leio_loader_dup_needed (loader, object, "plain");
  rule->evidence = leio_loader_get_evidence (loader, object);
  rule->level = dup_word (loader, object, "level", level_words);
  rule->grade = dup_word (loader, object, "grade", grade_words);
  rule->overrides = g_array_new (FALSE, FALSE, sizeof (guint));
  rule->positions = read_positions (loader, object);
  rule->disagreement = -1;
  if (json_object_has_member (object, "disagreement"))
    rule->disagreement =
        leio_loader_get_reference (loader, object, "disagreement", loader->disagreement_ids,
                                   _ ("the id of a disagreement"));
  g_ptr_array_add (loader->knowledge->rules, rule);
  g_ptr_array_add (loader->overrides,
                   json_object_has_member (object, "overrides") ? json_object_ref (object) : NULL);
}

void
leio_loader_read_rules (LeioLoader *loader, JsonObject *object)
{
  leio_loader_each (loader, object, "rules", TRUE, "rule", "id", read_rule);
}

static gboolean
share_treatment (const LeioRule *a, const LeioRule *b)
{
  for (guint i = 0; i < a->treatments->len; i++)
    for (guint j = 0; j < b->treatments->len; j++)
      if (g_array_index (a->treatments, guint, i) == g_array_index (b->treatments, guint, j))
        return TRUE;
  return FALSE;
}

static void
check_overridden (LeioLoader *loader, const LeioRule *rule, const LeioRule *overridden)
{
  if (rule == overridden)
    leio_loader_fault (loader, LEIO_ERROR_CYCLE,
                       /* Translators: %s is the id of a rule */
                       _ ("overrides: '%s' overrides itself"), rule->id);
  else if (rule->treatments->len > 0 && overridden->treatments->len > 0 &&
           !share_treatment (rule, overridden))
    leio_loader_fault (loader, LEIO_ERROR_KNOWLEDGE,
                       /* Translators: %s is the id of a rule */
                       _ ("overrides: '%s' is about other treatments, expected one in common"),
                       overridden->id);
}

static void
read_overrides_of (LeioLoader *loader, LeioRule *rule, JsonObject *object)
{
  GPtrArray *rules = loader->knowledge->rules;

  g_array_unref (rule->overrides);
  rule->overrides = leio_loader_get_references (
      loader, object, "overrides", FALSE, loader->knowledge->rule_ids, _ ("the id of a rule"));
  for (guint i = 0; i < rule->overrides->len; i++)
    check_overridden (loader, rule,
                      g_ptr_array_index (rules, g_array_index (rule->overrides, guint, i)));
}

void
leio_loader_read_overrides (LeioLoader *loader)
{
  if (loader->rules_missing)
    return;

  for (guint i = 0; i < loader->knowledge->rules->len; i++)
    {
      LeioRule *rule = g_ptr_array_index (loader->knowledge->rules, i);
      JsonObject *object = g_ptr_array_index (loader->overrides, i);
      gsize place = leio_loader_enter (loader, "rule", rule->id);

      loader->file = rule->file;
      if (object != NULL)
        read_overrides_of (loader, rule, object);
      leio_loader_leave (loader, place);
    }
}
