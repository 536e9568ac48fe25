/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "leio-error.h"
#include "leio-logic.h"

/* How deep conditions may nest through all the names they use. Everybody who walks the logic
 * recurses this deep at most, so a file cannot exhaust the stack. */
#define DEEPEST 2000

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
  for (guint i = 0; i < self->values->len; i++)
    {
      const LeioValue *value = g_ptr_array_index (self->values, i);

      if (g_str_equal (value->id, id))
        return (int) i;
    }

  return -1;
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
  guint n_values = self->values->len;

  return n_values >= LEIO_MAX_VALUES ? G_MAXUINT64 : (G_GUINT64_CONSTANT (1) << n_values) - 1;
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

/* The search for circles. Every question, definition and derived fact is a node; its edges go to
 * the names that its condition uses. */
typedef struct
{
  const LeioLogic *logic;
  int *heights;   /* 0: not seen, OPEN: on the way, else levels below the node */
  GPtrArray *way; /* (element-type utf8) from the start to the present node */
  GError *error;
} Search;

#define OPEN -1

static int visit_node (Search *search, guint node, guint depth);

static guint
node_of_definition (const LeioLogic *logic, guint index)
{
  return logic->ask_if->len + index;
}

static guint
node_of_derived (const LeioLogic *logic, guint index)
{
  return logic->ask_if->len + logic->definitions->len + index;
}

static guint
count_nodes (const LeioLogic *logic)
{
  return node_of_derived (logic, logic->derived->len);
}

static const char *
get_node_id (const LeioLogic *logic, guint node)
{
  guint n_questions = logic->ask_if->len;

  if (node < n_questions)
    return leio_questionnaire_get_question (logic->questionnaire, node)->id;
  node -= n_questions;
  if (node < logic->definitions->len)
    return ((LeioDefinition *) g_ptr_array_index (logic->definitions, node))->id;

  return ((LeioDerived *) g_ptr_array_index (logic->derived, node - logic->definitions->len))->id;
}

static void
report_circle (Search *search, const char *id)
{
  g_autoptr (GString) circle = g_string_new (NULL);
  guint start = 0;

  if (search->error != NULL)
    return;

  while (!g_str_equal (g_ptr_array_index (search->way, start), id))
    start++;
  for (guint i = start; i < search->way->len; i++)
    g_string_append_printf (circle, "%s -> ", (char *) g_ptr_array_index (search->way, i));
  g_string_append (circle, id);

  g_set_error (&search->error, LEIO_ERROR, LEIO_ERROR_CYCLE,
               /* Translators: %s is the circle, e.g. “a -> b -> a” */
               _ ("conditions go in a circle: %s"), circle->str);
}

static void
report_depth (Search *search, const char *id)
{
  if (search->error == NULL)
    g_set_error (&search->error, LEIO_ERROR, LEIO_ERROR_SYNTAX,
                 /* Translators: %1$s is the name of a condition, %2$d a number */
                 _ ("'%1$s' builds on conditions that nest deeper than %2$d levels"), id, DEEPEST);
}

/* Levels of @condition with everything below the names it uses; @depth is what is above it. */
static int
visit_condition (Search *search, const LeioCondition *condition, guint depth)
{
  int height = 0;

  if (condition == NULL || search->error != NULL)
    return 0;

  switch (condition->kind)
    {
    case LEIO_CONDITION_ALWAYS:
      return 1;
    case LEIO_CONDITION_AND:
    case LEIO_CONDITION_OR:
    case LEIO_CONDITION_NOT:
      for (guint i = 0; i < condition->children->len; i++)
        height = MAX (height, visit_condition (search, condition->children->pdata[i], depth + 1));
      return height + 1;
    case LEIO_CONDITION_VALUE:
    case LEIO_CONDITION_NUMBER:
    case LEIO_CONDITION_HAS_ANY:
    case LEIO_CONDITION_AT_LEAST:
    case LEIO_CONDITION_WITHIN:
    case LEIO_CONDITION_EMPTY:
      return 1 + visit_node (search, condition->index, depth + 1);
    case LEIO_CONDITION_DEFINITION:
      return 1 +
             visit_node (search, node_of_definition (search->logic, condition->index), depth + 1);
    case LEIO_CONDITION_DERIVED:
      return 1 + visit_node (search, node_of_derived (search->logic, condition->index), depth + 1);
    }

  g_return_val_if_reached (0);
}

static int
visit_conditions_of (Search *search, guint node, guint depth)
{
  const LeioLogic *logic = search->logic;
  const LeioDerived *derived;
  int height = 0;

  if (node < logic->ask_if->len)
    return visit_condition (search, logic->ask_if->pdata[node], depth);
  node -= logic->ask_if->len;
  if (node < logic->definitions->len)
    return visit_condition (search, ((LeioDefinition *) logic->definitions->pdata[node])->condition,
                            depth);

  derived = logic->derived->pdata[node - logic->definitions->len];
  for (guint i = 0; i < derived->rows->len; i++)
    height =
        MAX (height,
             visit_condition (search, g_array_index (derived->rows, LeioRow, i).condition, depth));

  return height;
}

static int
visit_node (Search *search, guint node, guint depth)
{
  const char *id = get_node_id (search->logic, node);

  if (search->heights[node] == OPEN)
    {
      report_circle (search, id);
      return 0;
    }
  if (depth + MAX (search->heights[node], 0) > DEEPEST)
    {
      report_depth (search, id);
      return 0;
    }
  if (search->heights[node] > 0)
    return search->heights[node];

  search->heights[node] = OPEN;
  g_ptr_array_add (search->way, (gpointer) id);
  /* One more, so that a node without conditions also counts as seen. */
  search->heights[node] = 1 + visit_conditions_of (search, node, depth);
  g_ptr_array_set_size (search->way, (int) search->way->len - 1);

  return search->heights[node];
}

/**
 * leio_logic_check_cycles:
 * @self: a logic that is filled
 * @error: LEIO_ERROR_CYCLE with the circle, "a -> b -> a"; LEIO_ERROR_SYNTAX
 *   where conditions build on each other so deep that nobody can mean it
 *
 * Whether every question, definition and derived fact stands on answers alone.
 * A question stands on its ask_if, for its atoms are false where it is not asked.
 * Nothing may evaluate or compile a logic that has not passed. Cost: linear.
 *
 * Returns: whether all is well
 */
gboolean
leio_logic_check_cycles (const LeioLogic *self, GError **error)
{
  guint n_nodes = count_nodes (self);
  g_autofree int *heights = g_new0 (int, n_nodes);
  g_autoptr (GPtrArray) way = g_ptr_array_new ();
  Search search = { .logic = self, .heights = heights, .way = way };

  for (guint node = 0; node < n_nodes && search.error == NULL; node++)
    visit_node (&search, node, 0);

  if (search.error == NULL)
    return TRUE;

  g_propagate_error (error, search.error);

  return FALSE;
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
