/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-model.h"

#include "leio-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NOT_COMPILED G_MAXUINT32
#define NO_ARGUMENT G_MAXUINT

void
leio_model_fill_space (LeioSpace *space, const LeioKnowledge *knowledge)
{
  leio_space_add_logic (space, knowledge->logic);
  for (guint i = 0; i < knowledge->rules->len; i++)
    {
      const LeioRule *rule = g_ptr_array_index (knowledge->rules, i);

      leio_space_add_condition (space, knowledge->logic, rule->condition);
    }
  for (guint i = 0; i < knowledge->properties->len; i++)
    {
      const LeioProperty *property = g_ptr_array_index (knowledge->properties, i);

      leio_space_add_condition (space, knowledge->logic, property->condition);
    }
  for (guint i = 0; i < knowledge->doctor_questions->len; i++)
    {
      const LeioDoctorQuestion *question = g_ptr_array_index (knowledge->doctor_questions, i);

      if (question->condition != NULL)
        leio_space_add_condition (space, knowledge->logic, question->condition);
    }
  for (guint i = 0; i < knowledge->board->len; i++)
    {
      const LeioBoardReason *reason = g_ptr_array_index (knowledge->board, i);

      leio_space_add_condition (space, knowledge->logic, reason->condition);
    }
}

guint
leio_model_first_argument (const LeioModel *self, guint treatment)
{
  return g_array_index (self->knowledge->first_argument, guint, treatment);
}

static const LeioArgument *
get_argument (const LeioModel *self, guint index)
{
  return g_ptr_array_index (self->knowledge->arguments, index);
}

/* Where an argument is in force: its rule applies, and no overrider is in force. @memory is
 * per argument. */
static LeioNode
compile_in_force (LeioModel *self, guint index, guint left_out, LeioNode *memory)
{
  const LeioArgument *argument = get_argument (self, index);
  LeioNode node;

  if (memory[index] != NOT_COMPILED)
    return memory[index];
  node = self->applies[argument->rule];
  for (guint i = 0; i < argument->overriders->len; i++)
    {
      guint overrider = g_array_index (argument->overriders, guint, i);

      if (overrider != left_out)
        node = leio_diagrams_if (self->diagrams,
                                 compile_in_force (self, overrider, left_out, memory),
                                 LEIO_NODE_FALSE, node);
    }
  memory[index] = node;
  return node;
}

/* What each effect makes of a treatment, the weakest first; a caution decides nothing. */
static const struct
{
  LeioEffect effect;
  LeioStatus status;
} precedence[] = {
  { LEIO_EFFECT_TRIAL_ONLY, LEIO_STATUS_TRIAL_ONLY },
  { LEIO_EFFECT_OFFERS, LEIO_STATUS_OPTION },
  { LEIO_EFFECT_RECOMMENDS, LEIO_STATUS_RECOMMENDED },
  { LEIO_EFFECT_ADVISES_AGAINST, LEIO_STATUS_NOT_ADVISED },
  { LEIO_EFFECT_RULES_OUT, LEIO_STATUS_CONTRAINDICATED },
};

static LeioEffect
effect_of (const LeioModel *self, guint argument)
{
  const LeioRule *rule
      = g_ptr_array_index (self->knowledge->rules, get_argument (self, argument)->rule);

  return rule->effect;
}

static LeioNode
compile_status (LeioModel *self, guint treatment, guint left_out, LeioNode *memory)
{
  guint first = leio_model_first_argument (self, treatment);
  guint end = leio_model_first_argument (self, treatment + 1);
  LeioNode node = LEIO_STATUS_NOT_RELEVANT;

  for (guint step = 0; step < G_N_ELEMENTS (precedence); step++)
    {
      LeioNode any = LEIO_NODE_FALSE;

      for (guint i = first; i < end; i++)
        if (i != left_out && effect_of (self, i) == precedence[step].effect)
          any =
              leio_diagrams_or (self->diagrams, compile_in_force (self, i, left_out, memory), any);
      node = leio_diagrams_if (self->diagrams, any, precedence[step].status, node);
    }
  return node;
}

static LeioNode *
new_memory (guint length)
{
  LeioNode *memory = g_new (LeioNode, length + 1);

  memset (memory, 0xff, sizeof (LeioNode) * (length + 1));
  return memory;
}

LeioNode
leio_model_status_without (LeioModel *self, guint treatment, guint argument)
{
  g_autofree LeioNode *memory = new_memory (self->knowledge->arguments->len);

  return compile_status (self, treatment, argument, memory);
}

typedef enum
{
  PART_QUESTION,
  PART_DERIVED,
  PART_RULE,
  PART_TREATMENT,
} Part;

static char *
dup_part (Part part, const char *id)
{
  switch (part)
    {
    case PART_QUESTION:
      /* Translators: %s is the id of a question; stands in front of what is wrong with it */
      return g_strdup_printf (C_ ("part of a knowledge base", "question %s"), id);
    case PART_DERIVED:
      /* Translators: %s is the id of a derived fact; stands in front of what is wrong with it */
      return g_strdup_printf (C_ ("part of a knowledge base", "derived fact %s"), id);
    case PART_RULE:
      /* Translators: %s is the id of a rule; stands in front of what is wrong with it */
      return g_strdup_printf (C_ ("part of a knowledge base", "rule %s"), id);
    case PART_TREATMENT:
      /* Translators: %s is the id of a treatment; stands in front of what is wrong with it */
      return g_strdup_printf (C_ ("part of a knowledge base", "treatment %s"), id);
    }
  g_return_val_if_reached (NULL);
}

static gboolean
check_room (const LeioModel *self, Part part, const char *id, GError **error)
{
  g_autofree char *name = NULL;

  if (!leio_diagrams_is_full (self->diagrams))
    return TRUE;
  name = dup_part (part, id);
  g_set_error (error, LEIO_ERROR, LEIO_ERROR_LIMIT,
               /* Translators: %1$s is as in "rule amputation-last", %2$u a number */
               _ ("%1$s: its decision diagram needs more than the %2$u nodes that are allowed"),
               name, leio_diagrams_get_n_nodes (self->diagrams));
  return FALSE;
}

static gboolean
compile_logic (LeioModel *self, GError **error)
{
  const LeioLogic *logic = self->knowledge->logic;

  for (guint i = 0; i < leio_questionnaire_get_n_questions (logic->questionnaire); i++)
    {
      leio_compiler_asked (self->compiler, i);
      if (!check_room (self, PART_QUESTION,
                       leio_questionnaire_get_question (logic->questionnaire, i)->id, error))
        return FALSE;
    }
  for (guint i = 0; i < logic->derived->len; i++)
    {
      const LeioDerived *derived = g_ptr_array_index (logic->derived, i);

      leio_compiler_derived (self->compiler, i);
      if (!check_room (self, PART_DERIVED, derived->id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
compile_rules (LeioModel *self, GError **error)
{
  for (guint i = 0; i < self->knowledge->rules->len; i++)
    {
      const LeioRule *rule = g_ptr_array_index (self->knowledge->rules, i);

      self->applies[i] = leio_compiler_condition (self->compiler, rule->condition);
      if (!check_room (self, PART_RULE, rule->id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
compile_treatments (LeioModel *self, GError **error)
{
  for (guint i = 0; i < self->knowledge->arguments->len; i++)
    {
      const LeioRule *rule
          = g_ptr_array_index (self->knowledge->rules, get_argument (self, i)->rule);

      compile_in_force (self, i, NO_ARGUMENT, self->in_force);
      if (!check_room (self, PART_RULE, rule->id, error))
        return FALSE;
    }
  for (guint i = 0; i < self->knowledge->treatments->len; i++)
    {
      const LeioTreatment *treatment = g_ptr_array_index (self->knowledge->treatments, i);

      self->statuses[i] = compile_status (self, i, NO_ARGUMENT, self->in_force);
      if (!check_room (self, PART_TREATMENT, treatment->id, error))
        return FALSE;
    }
  return TRUE;
}

/* Operations on diagrams recurse as deep as there are variables. */
static gboolean
check_variables (const LeioSpace *space, GError **error)
{
  if (space->n_variables <= LEIO_SPACE_MAX_VARIABLES)
    return TRUE;
  g_set_error (error, LEIO_ERROR, LEIO_ERROR_LIMIT,
               /* Translators: two numbers */
               _ ("the questions have %1$u variables (each value of a set is one), expected at "
                  "most %2$d"),
               space->n_variables, LEIO_SPACE_MAX_VARIABLES);
  return FALSE;
}

LeioModel *
leio_model_new (LeioKnowledge *knowledge, const LeioSpace *space, LeioDiagrams *diagrams,
                GError **error)
{
  g_autoptr (LeioModel) self = NULL;

  if (!check_variables (space, error))
    return NULL;

  self = g_new0 (LeioModel, 1);
  self->knowledge = leio_knowledge_ref (knowledge);
  self->diagrams = diagrams;
  self->compiler = leio_compiler_new (knowledge->logic, space, diagrams);
  self->applies = new_memory (knowledge->rules->len);
  self->in_force = new_memory (knowledge->arguments->len);
  self->statuses = new_memory (knowledge->treatments->len);
  if (!compile_logic (self, error) || !compile_rules (self, error) ||
      !compile_treatments (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
leio_model_free (LeioModel *self)
{
  if (self == NULL)
    return;
  leio_compiler_free (self->compiler);
  leio_knowledge_unref (self->knowledge);
  g_free (self->applies);
  g_free (self->in_force);
  g_free (self->statuses);
  g_free (self);
}
