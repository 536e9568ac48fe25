/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which questions a condition reads, through all the names it uses. Names may
 * build on names many times over, so each is walked once.
 */
#include "config.h"

#include "leio-logic.h"

typedef struct
{
  const LeioLogic *logic;
  guint8 *questions;   /* what is found */
  guint8 *definitions; /* walked already */
  guint8 *derived;     /* walked already */
} Walk;

static void visit_condition (Walk *walk, const LeioCondition *condition);

static void
visit_definition (Walk *walk, guint index)
{
  const LeioDefinition *definition = g_ptr_array_index (walk->logic->definitions, index);

  if (walk->definitions[index])
    return;

  walk->definitions[index] = TRUE;
  visit_condition (walk, definition->condition);
}

static void
visit_derived (Walk *walk, guint index)
{
  const LeioDerived *derived = g_ptr_array_index (walk->logic->derived, index);

  if (walk->derived[index])
    return;

  walk->derived[index] = TRUE;
  for (guint i = 0; i < derived->rows->len; i++)
    visit_condition (walk, g_array_index (derived->rows, LeioRow, i).condition);
}

static void
visit_condition (Walk *walk, const LeioCondition *condition)
{
  /* A definition that is still being loaded has none. */
  if (condition == NULL)
    return;

  switch (condition->kind)
    {
    case LEIO_CONDITION_ALWAYS:
      break;
    case LEIO_CONDITION_AND:
    case LEIO_CONDITION_OR:
    case LEIO_CONDITION_NOT:
      for (guint i = 0; i < condition->children->len; i++)
        visit_condition (walk, g_ptr_array_index (condition->children, i));
      break;
    case LEIO_CONDITION_VALUE:
    case LEIO_CONDITION_NUMBER:
    case LEIO_CONDITION_HAS_ANY:
    case LEIO_CONDITION_AT_LEAST:
    case LEIO_CONDITION_WITHIN:
    case LEIO_CONDITION_EMPTY:
      walk->questions[condition->index] = TRUE;
      break;
    case LEIO_CONDITION_DEFINITION:
      visit_definition (walk, condition->index);
      break;
    case LEIO_CONDITION_DERIVED:
      visit_derived (walk, condition->index);
      break;
    }
}

/**
 * leio_logic_find_tested:
 * @self: a logic
 * @condition: a condition over it
 * @tested: one byte a question, set to TRUE for each that @condition reads, also through
 * definitions and derived facts; the others stay as they are
 *
 * What decides whether these questions are asked is not looked at. Cost: linear in the conditions,
 * however often names are used; ends also where names go in a circle.
 */
void
leio_logic_find_tested (const LeioLogic *self, const LeioCondition *condition, guint8 *tested)
{
  g_autofree guint8 *definitions = g_new0 (guint8, self->definitions->len + 1);
  g_autofree guint8 *derived = g_new0 (guint8, self->derived->len + 1);
  Walk walk = { self, tested, definitions, derived };

  visit_condition (&walk, condition);
}
