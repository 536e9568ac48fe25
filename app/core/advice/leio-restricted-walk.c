/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Walks over what remains, beside the limit.
 */
#include "config.h"

#include "leio-restricted-private.h"

/* Results */

/* Adds to @found the results of @node that the limit allows; ends as soon as there is nothing
 * new to find. */
static void
find_results (LeioRestricted *self, guint node, guint limit, guint64 *found)
{
  guint variable = MIN (leio_remain (self, node)->variable, leio_remain (self, limit)->variable);

  if (limit == LEIO_NODE_FALSE || (leio_remain (self, node)->mask & ~*found) == 0)
    return;
  if (!leio_restricted_overlap (self, node, limit))
    {
      *found |= leio_remain (self, node)->mask;
      return;
    }
  if (!leio_tuples_add (self->seen, (LeioTuple){ node, limit, 0, 0 }))
    return;
  for (guint i = 0; i < self->space->arities[variable]; i++)
    find_results (self, leio_remain_child (self, node, variable, i),
                  leio_remain_child (self, limit, variable, i), found);
}

/* Remembered: many functions of a case end in the same nodes. */
guint64
leio_restricted_get_results (LeioRestricted *self, guint node)
{
  LeioRemain *remain = &self->records[node];

  if (self->limit == LEIO_NODE_FALSE)
    return 0;
  if (leio_is_single_result (remain->mask) || !leio_restricted_overlap (self, node, self->limit))
    return remain->mask;
  if (remain->possible == 0)
    {
      leio_tuples_clear (self->seen);
      find_results (self, node, self->limit, &remain->possible);
    }
  return remain->possible;
}

/* Questions */

void
leio_restricted_list_asked (const LeioRestricted *self, guint node, GArray *questions)
{
  leio_restricted_list_set (self, leio_remain_questions (self, node), questions);
}

static gboolean
asks_below (LeioRestricted *self, guint node, guint variable)
{
  if (node < LEIO_N_TERMINALS || leio_remain (self, node)->variable > variable)
    return FALSE;
  if (leio_remain (self, node)->variable == variable)
    return TRUE;
  if (!leio_tuples_add (self->seen, (LeioTuple){ node, 0, 0, 0 }))
    return FALSE;
  for (guint i = 0; i < self->space->arities[leio_remain (self, node)->variable]; i++)
    if (asks_below (self, leio_remain_children (self, node)[i], variable))
      return TRUE;
  return FALSE;
}

gboolean
leio_restricted_asks (LeioRestricted *self, guint node, guint variable)
{
  leio_tuples_clear (self->seen);
  return asks_below (self, node, variable);
}
