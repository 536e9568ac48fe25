/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The data of a knowledge base: its words, its life, its look-ups.
 */
#include "config.h"

#include "leio-knowledge-private.h"

static const char *const effect_ids[] = {
  [LEIO_EFFECT_RECOMMENDS] = "recommends",           [LEIO_EFFECT_OFFERS] = "offers",
  [LEIO_EFFECT_TRIAL_ONLY] = "trial_only",           [LEIO_EFFECT_CAUTIONS] = "cautions",
  [LEIO_EFFECT_ADVISES_AGAINST] = "advises_against", [LEIO_EFFECT_RULES_OUT] = "rules_out",
};
G_STATIC_ASSERT (G_N_ELEMENTS (effect_ids) == LEIO_N_EFFECTS);

static const char *const status_ids[] = {
  [LEIO_STATUS_RECOMMENDED] = "recommended",         [LEIO_STATUS_OPTION] = "option",
  [LEIO_STATUS_TRIAL_ONLY] = "trial_only",           [LEIO_STATUS_NOT_ADVISED] = "not_advised",
  [LEIO_STATUS_CONTRAINDICATED] = "contraindicated", [LEIO_STATUS_NOT_RELEVANT] = "not_relevant",
};
G_STATIC_ASSERT (G_N_ELEMENTS (status_ids) == LEIO_N_STATUSES);

/**
 * leio_effect_to_id:
 * @effect: an effect
 *
 * Returns: (transfer none): the word of the files, "recommends"
 */
const char *
leio_effect_to_id (LeioEffect effect)
{
  g_return_val_if_fail ((guint) effect < LEIO_N_EFFECTS, NULL);

  return effect_ids[effect];
}

/**
 * leio_effect_from_id:
 * @id: a word
 *
 * Returns: the #LeioEffect of that word, or -1
 */
int
leio_effect_from_id (const char *id)
{
  for (guint i = 0; i < LEIO_N_EFFECTS; i++)
    if (g_str_equal (effect_ids[i], id))
      return (int) i;
  return -1;
}

/**
 * leio_status_to_id:
 * @status: a status
 *
 * Returns: (transfer none): the word of the files, "recommended"
 */
const char *
leio_status_to_id (LeioStatus status)
{
  g_return_val_if_fail ((guint) status < LEIO_N_STATUSES, NULL);

  return status_ids[status];
}

/**
 * leio_status_from_id:
 * @id: a word
 *
 * Returns: the #LeioStatus of that word, or -1
 */
int
leio_status_from_id (const char *id)
{
  for (guint i = 0; i < LEIO_N_STATUSES; i++)
    if (g_str_equal (status_ids[i], id))
      return (int) i;
  return -1;
}

static void
group_free (gpointer data)
{
  LeioGroup *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self->plain_title);
  g_free (self);
}

static void
phase_free (gpointer data)
{
  LeioPhase *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self->plain_title);
  g_free (self);
}

static void
choice_reason_free (gpointer data)
{
  LeioChoiceReason *self = data;

  g_free (self->why);
  g_free (self->plain);
  g_array_unref (self->evidence);
  g_free (self);
}

/* An empty choice of which one treatment is taken. */
LeioChoiceGroup *
leio_choice_group_new (const char *id)
{
  LeioChoiceGroup *self = g_new0 (LeioChoiceGroup, 1);

  self->id = g_strdup (id);
  self->reasons = g_ptr_array_new_with_free_func (choice_reason_free);
  return self;
}

static void
choice_free (gpointer data)
{
  LeioChoiceGroup *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self->plain_title);
  g_array_unref (self->treatments);
  g_ptr_array_unref (self->reasons);
  g_free (self);
}

static void
treatment_free (gpointer data)
{
  LeioTreatment *self = data;

  g_free (self->id);
  g_free (self->name);
  g_free (self->plain_name);
  g_free (self->what);
  g_free (self->plain);
  g_free (self->burden);
  g_free (self);
}

void
leio_rule_free (LeioRule *self)
{
  g_free (self->id);
  g_free (self->file);
  g_array_unref (self->treatments);
  g_free (self->when);
  leio_condition_free (self->condition);
  g_free (self->why);
  g_free (self->plain);
  g_array_unref (self->evidence);
  g_free (self->level);
  g_free (self->grade);
  g_array_unref (self->overrides);
  g_ptr_array_unref (self->positions);
  g_free (self);
}

static void
argument_free (gpointer data)
{
  LeioArgument *self = data;

  g_array_unref (self->overriders);
  g_free (self);
}

static void
source_free (gpointer data)
{
  LeioSource *self = data;

  g_free (self->id);
  g_free (self->kind);
  g_free (self->label);
  g_free (self->authors);
  g_free (self->title);
  g_free (self->journal);
  g_free (self->volume);
  g_free (self->pages);
  g_free (self->doi);
  g_free (self->pmid);
  g_free (self->population);
  g_free (self->finding);
  g_ptr_array_unref (self->seen_at);
  g_ptr_array_unref (self->figures);
  g_free (self);
}

static void
term_free (gpointer data)
{
  LeioTerm *self = data;

  g_free (self->term);
  g_ptr_array_unref (self->aka);
  g_free (self->plain);
  g_free (self);
}

static void
board_reason_free (gpointer data)
{
  LeioBoardReason *self = data;

  g_free (self->id);
  leio_condition_free (self->condition);
  g_free (self->why);
  g_free (self->plain);
  g_clear_pointer (&self->evidence, g_array_unref);
  g_free (self);
}

static void
doctor_question_free (gpointer data)
{
  LeioDoctorQuestion *self = data;

  g_free (self->id);
  g_free (self->group);
  g_free (self->group_label);
  leio_condition_free (self->condition);
  g_free (self->question);
  g_free (self->why);
  g_free (self);
}

void
leio_property_free (LeioProperty *self)
{
  g_free (self->id);
  leio_condition_free (self->condition);
  g_free (self->why);
  g_array_unref (self->evidence);
  g_free (self);
}

static void
attribute_free (gpointer data)
{
  LeioAttribute *self = data;

  g_free (self->name);
  g_free (self->text);
  g_free (self);
}

LeioKnowledge *
leio_knowledge_new (void)
{
  LeioKnowledge *self = g_new0 (LeioKnowledge, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->summary = g_array_new (FALSE, FALSE, sizeof (guint));
  self->attributes = g_ptr_array_new_with_free_func (attribute_free);
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->phases = g_ptr_array_new_with_free_func (phase_free);
  self->disagreements = g_ptr_array_new_with_free_func (group_free);
  self->board = g_ptr_array_new_with_free_func (board_reason_free);
  self->choices = g_ptr_array_new_with_free_func (choice_free);
  self->treatments = g_ptr_array_new_with_free_func (treatment_free);
  self->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) leio_rule_free);
  self->arguments = g_ptr_array_new_with_free_func (argument_free);
  self->first_argument = g_array_new (FALSE, FALSE, sizeof (guint));
  self->sources = g_ptr_array_new_with_free_func (source_free);
  self->terms = g_ptr_array_new_with_free_func (term_free);
  self->doctor_questions = g_ptr_array_new_with_free_func (doctor_question_free);
  self->chapters = g_ptr_array_new_with_free_func ((GDestroyNotify) leio_chapter_free);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) leio_page_free);
  self->treatment_pages =
      g_ptr_array_new_with_free_func ((GDestroyNotify) leio_treatment_page_free);
  self->matters = g_ptr_array_new_with_free_func ((GDestroyNotify) leio_matter_free);
  self->properties = g_ptr_array_new_with_free_func ((GDestroyNotify) leio_property_free);
  self->treatment_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->rule_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->source_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * leio_knowledge_ref:
 * @self: a knowledge base
 *
 * Returns: (transfer full): @self
 */
LeioKnowledge *
leio_knowledge_ref (LeioKnowledge *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * leio_knowledge_unref:
 * @self: (transfer full) (nullable): a knowledge base
 */
void
leio_knowledge_unref (LeioKnowledge *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->id);
  g_free (self->title);
  g_free (self->version);
  g_free (self->review_date);
  g_free (self->intended_use);
  g_ptr_array_unref (self->attributes);
  g_array_unref (self->summary);
  leio_logic_free (self->logic);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->phases);
  g_ptr_array_unref (self->disagreements);
  g_ptr_array_unref (self->board);
  g_ptr_array_unref (self->choices);
  g_ptr_array_unref (self->treatments);
  g_ptr_array_unref (self->rules);
  g_ptr_array_unref (self->arguments);
  g_array_unref (self->first_argument);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->terms);
  g_ptr_array_unref (self->doctor_questions);
  g_ptr_array_unref (self->chapters);
  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->treatment_pages);
  g_ptr_array_unref (self->matters);
  g_ptr_array_unref (self->properties);
  g_hash_table_unref (self->treatment_ids);
  g_hash_table_unref (self->rule_ids);
  g_hash_table_unref (self->source_ids);
  g_free (self);
}

static gpointer
find (GPtrArray *array, GHashTable *ids, const char *id)
{
  guint position = GPOINTER_TO_UINT (g_hash_table_lookup (ids, id));

  return position > 0 ? g_ptr_array_index (array, position - 1) : NULL;
}

/**
 * leio_knowledge_find_treatment:
 * @self: a knowledge base
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the treatment of that id
 */
const LeioTreatment *
leio_knowledge_find_treatment (const LeioKnowledge *self, const char *id)
{
  return find (self->treatments, self->treatment_ids, id);
}

/**
 * leio_knowledge_find_rule:
 * @self: a knowledge base
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the rule of that id
 */
const LeioRule *
leio_knowledge_find_rule (const LeioKnowledge *self, const char *id)
{
  return find (self->rules, self->rule_ids, id);
}

/**
 * leio_knowledge_find_source:
 * @self: a knowledge base
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the source of that id
 */
const LeioSource *
leio_knowledge_find_source (const LeioKnowledge *self, const char *id)
{
  return find (self->sources, self->source_ids, id);
}
