/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The search for circles. Every question, definition and derived fact is a node;
 * its edges go to the names that its conditions use.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "leio-error.h"
#include "leio-logic.h"

/* How deep conditions may nest through all the names they use. Everybody who walks the logic
 * recurses this deep at most, so a file cannot exhaust the stack. */
#define DEEPEST 2000

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
