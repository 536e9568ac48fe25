/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-logic.h"

static void
definition_free (LeioDefinition *self)
{
  g_free (self->id);
  g_free (self->title);
  leio_condition_free (self->condition);
  g_free (self);
}

static void
row_clear (LeioRow *self)
{
  g_clear_pointer (&self->condition, leio_condition_free);
}

static void
derived_free (LeioDerived *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->plain_title);
  g_free (self->edition);
  g_free (self->note);
  g_ptr_array_unref (self->values);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->evidence);
  g_free (self);
}

static void
impossible_free (LeioImpossible *self)
{
  g_free (self->id);
  leio_condition_free (self->condition);
  g_free (self->why);
  g_free (self->plain);
  g_free (self);
}

/**
 * leio_logic_new:
 * @questionnaire: (transfer none): the questions, all of them; a reference is kept
 *
 * Returns: (transfer full): a logic in which every question is always asked
 */
LeioLogic *
leio_logic_new (LeioQuestionnaire *questionnaire)
{
  LeioLogic *self = g_new0 (LeioLogic, 1);

  self->questionnaire = leio_questionnaire_ref (questionnaire);
  self->ask_if = g_ptr_array_new_with_free_func ((GDestroyNotify) leio_condition_free);
  g_ptr_array_set_size (self->ask_if, (int) leio_questionnaire_get_n_questions (questionnaire));
  self->definitions = g_ptr_array_new_with_free_func ((GDestroyNotify) definition_free);
  self->derived = g_ptr_array_new_with_free_func ((GDestroyNotify) derived_free);
  self->impossible = g_ptr_array_new_with_free_func ((GDestroyNotify) impossible_free);
  self->names = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

/**
 * leio_logic_free:
 * @self: (nullable) (transfer full): a logic
 */
void
leio_logic_free (LeioLogic *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->names);
  g_ptr_array_unref (self->ask_if);
  g_ptr_array_unref (self->definitions);
  g_ptr_array_unref (self->derived);
  g_ptr_array_unref (self->impossible);
  leio_questionnaire_unref (self->questionnaire);
  g_free (self);
}

static gboolean
is_taken (const LeioLogic *self, const char *id)
{
  return leio_questionnaire_find (self->questionnaire, id) != NULL ||
         g_hash_table_contains (self->names, id);
}

/* What a name means is one number: from 1 up a definition, from -1 down a derived fact. */
static int
look_up (const LeioLogic *self, const char *id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->names, id));
}

/**
 * leio_logic_declare_definition:
 * @self: a logic that is being filled
 * @id: the name
 *
 * Returns: the index of the new definition, which has no condition yet, or -1
 *   where the name is taken by a question, definition or derived fact
 */
int
leio_logic_declare_definition (LeioLogic *self, const char *id)
{
  LeioDefinition *definition;

  if (is_taken (self, id))
    return -1;

  definition = g_new0 (LeioDefinition, 1);
  definition->id = g_strdup (id);
  g_ptr_array_add (self->definitions, definition);
  g_hash_table_insert (self->names, definition->id, GINT_TO_POINTER (self->definitions->len));

  return (int) self->definitions->len - 1;
}

/**
 * leio_logic_declare_derived:
 * @self: a logic that is being filled
 * @id: the name
 *
 * The loader adds the values before any condition is parsed, and then the rows.
 *
 * Returns: the index of the new derived fact, or -1 where the name is taken by a
 *   question, definition or derived fact
 */
int
leio_logic_declare_derived (LeioLogic *self, const char *id)
{
  LeioDerived *derived;

  if (is_taken (self, id))
    return -1;

  derived = g_new0 (LeioDerived, 1);
  derived->id = g_strdup (id);
  derived->remark_on = -1;
  derived->values = g_ptr_array_new_with_free_func ((GDestroyNotify) leio_value_free);
  derived->rows = g_array_new (FALSE, FALSE, sizeof (LeioRow));
  g_array_set_clear_func (derived->rows, (GDestroyNotify) row_clear);
  derived->evidence = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->derived, derived);
  g_hash_table_insert (self->names, derived->id, GINT_TO_POINTER (-(int) self->derived->len));

  return (int) self->derived->len - 1;
}

/**
 * leio_logic_add_impossible:
 * @self: a logic that is being filled
 * @id: the id
 *
 * Returns: (transfer none): a combination of answers that cannot be, to be filled
 */
LeioImpossible *
leio_logic_add_impossible (LeioLogic *self, const char *id)
{
  LeioImpossible *impossible = g_new0 (LeioImpossible, 1);

  impossible->id = g_strdup (id);
  g_ptr_array_add (self->impossible, impossible);

  return impossible;
}

/**
 * leio_logic_find_definition:
 * @self: a logic
 * @id: a name
 *
 * Returns: the index of the definition of that name, or -1
 */
int
leio_logic_find_definition (const LeioLogic *self, const char *id)
{
  return MAX (look_up (self, id), 0) - 1;
}

/**
 * leio_logic_find_derived:
 * @self: a logic
 * @id: a name
 *
 * Returns: the index of the derived fact of that name, or -1
 */
int
leio_logic_find_derived (const LeioLogic *self, const char *id)
{
  return MAX (-look_up (self, id), 0) - 1;
}

/**
 * leio_derived_find_value:
 * @self: a derived fact
 * @id: the id of a value
 *
 * Returns: the position of the value, or -1 where the fact has none of that id
 */
int
leio_derived_find_value (const LeioDerived *self, const char *id)
{
  return leio_values_find (self->values, id);
}

/**
 * leio_derived_get_all_values:
 * @self: a derived fact
 *
 * Returns: the mask of every value
 */
guint64
leio_derived_get_all_values (const LeioDerived *self)
{
  return leio_values_get_all (self->values->len);
}

/**
 * leio_derived_add_row:
 * @self: a derived fact that is being filled
 * @condition: (transfer full): when the row holds
 * @value: the index of the value that it then gives
 */
void
leio_derived_add_row (LeioDerived *self, LeioCondition *condition, guint value)
{
  LeioRow row = { .condition = condition, .value = value };

  g_return_if_fail (value < self->values->len);

  g_array_append_val (self->rows, row);
}

/**
 * leio_logic_set_ask_if:
 * @self: a logic that is being filled
 * @question: the index of a question
 * @condition: (transfer full) (nullable): when it is asked; %NULL is always
 */
void
leio_logic_set_ask_if (LeioLogic *self, guint question, LeioCondition *condition)
{
  g_return_if_fail (question < self->ask_if->len);

  leio_condition_free (g_ptr_array_index (self->ask_if, question));
  g_ptr_array_index (self->ask_if, question) = condition;
}

/**
 * leio_logic_is_asked:
 * @self: a logic that passed leio_logic_check_cycles()
 * @question: the index of a question
 * @answers: a complete case
 *
 * Returns: whether the question makes sense in the case
 */
gboolean
leio_logic_is_asked (const LeioLogic *self, guint question, const LeioAnswers *answers)
{
  const LeioCondition *ask_if;

  g_return_val_if_fail (question < self->ask_if->len, FALSE);

  ask_if = g_ptr_array_index (self->ask_if, question);

  return ask_if == NULL || leio_condition_holds (self, ask_if, answers);
}

/**
 * leio_logic_derive:
 * @self: a logic that passed leio_logic_check_cycles()
 * @derived: the index of a derived fact
 * @answers: a complete case
 *
 * Returns: the index of the value that the first row that holds gives, or -1
 *   where no row holds
 */
int
leio_logic_derive (const LeioLogic *self, guint derived, const LeioAnswers *answers)
{
  const LeioDerived *fact;

  g_return_val_if_fail (derived < self->derived->len, -1);

  fact = g_ptr_array_index (self->derived, derived);
  for (guint i = 0; i < fact->rows->len; i++)
    {
      const LeioRow *row = &g_array_index (fact->rows, LeioRow, i);

      if (leio_condition_holds (self, row->condition, answers))
        return (int) row->value;
    }

  return -1;
}

/**
 * leio_logic_is_possible:
 * @self: a logic that passed leio_logic_check_cycles()
 * @answers: a complete case
 *
 * Returns: whether none of the combinations that cannot be is in the case
 */
gboolean
leio_logic_is_possible (const LeioLogic *self, const LeioAnswers *answers)
{
  for (guint i = 0; i < self->impossible->len; i++)
    {
      const LeioImpossible *impossible = g_ptr_array_index (self->impossible, i);

      if (leio_condition_holds (self, impossible->condition, answers))
        return FALSE;
    }

  return TRUE;
}
