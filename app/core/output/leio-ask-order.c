/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order of the questions to take along. A question moves within its group; up
 * from the top of its group it goes to those that are asked first, and down from
 * the end of these back to its own. A question that comes up later stands behind
 * the one that it follows by itself.
 */
#include "config.h"

#include "leio-ask-list.h"

#include <string.h>

#include "leio-ask-private.h"

static gboolean
find_id (const GPtrArray *ids, const char *id, guint *index)
{
  return g_ptr_array_find_with_equal_func ((GPtrArray *) ids, id, g_str_equal, index);
}

static gboolean
find_item (const GPtrArray *items, const char *id, guint *index)
{
  for (*index = 0; *index < items->len; (*index)++)
    if (g_str_equal (((LeioAskItem *) g_ptr_array_index (items, *index))->id, id))
      return TRUE;
  return FALSE;
}

/* Those of @items that @order names, as it names them. */
static GPtrArray *
list_ordered (const GPtrArray *items, const GPtrArray *order)
{
  GPtrArray *ordered = g_ptr_array_new ();
  guint index;

  for (guint i = 0; i < order->len; i++)
    if (find_item (items, g_ptr_array_index (order, i), &index))
      g_ptr_array_add (ordered, g_ptr_array_index (items, index));
  return ordered;
}

static void
arrange_items (GPtrArray *items, const GPtrArray *order)
{
  g_autoptr (GPtrArray) ordered = list_ordered (items, order);
  guint n_ordered = ordered->len;
  guint index = 0;

  if (n_ordered == 0)
    return;

  for (guint i = 0; i < items->len; i++)
    {
      gpointer item = g_ptr_array_index (items, i);

      if (g_ptr_array_find (ordered, item, NULL))
        continue;
      if (i == 0 || !g_ptr_array_find (ordered, g_ptr_array_index (items, i - 1), &index))
        g_ptr_array_insert (ordered, 0, item);
      else
        g_ptr_array_insert (ordered, (int) index + 1, item);
    }
  memcpy (items->pdata, ordered->pdata, ordered->len * sizeof (gpointer));
}

void
leio_ask_list_arrange (LeioAskList *self, const LeioVisit *visit)
{
  for (guint i = self->groups->len; i-- > 0;)
    {
      LeioAskGroup *group = g_ptr_array_index (self->groups, i);

      if (group->items->len == 0)
        g_ptr_array_remove_index (self->groups, i);
      else if (visit != NULL)
        arrange_items (group->items, g_str_equal (group->id, LEIO_ASK_GROUP_FIRST) ? visit->first
                                                                                 : visit->order);
    }
}

/* The group in which @id is asked, and its place there; NULL where it is not asked. */
static LeioAskGroup *
find (const LeioAskList *self, const char *id, guint *index)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      LeioAskGroup *group = g_ptr_array_index (self->groups, i);

      if (find_item (group->items, id, index))
        return group;
    }
  return NULL;
}

/**
 * leio_ask_list_find:
 * @self: a list
 * @id: the id of a question
 *
 * Returns: (transfer none) (nullable): the question, where it is asked
 */
const LeioAskItem *
leio_ask_list_find (const LeioAskList *self, const char *id)
{
  guint index;
  const LeioAskGroup *group = find (self, id, &index);

  return group != NULL ? g_ptr_array_index (group->items, index) : NULL;
}

static gboolean
is_first (const LeioAskGroup *group)
{
  return g_str_equal (group->id, LEIO_ASK_GROUP_FIRST);
}

/**
 * leio_ask_list_can_move:
 * @self: a list
 * @id: the id of a question
 * @by: -1: up, 1: down
 *
 * Returns: whether leio_ask_list_move() would change anything
 */
gboolean
leio_ask_list_can_move (const LeioAskList *self, const char *id, int by)
{
  guint index;
  const LeioAskGroup *group = find (self, id, &index);

  if (group == NULL)
    return FALSE;
  if (is_first (group))
    return by > 0 || index > 0;
  return by < 0 || index + 1 < group->items->len;
}

static GPtrArray *
list_ids (const LeioAskGroup *group)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; group != NULL && i < group->items->len; i++)
    g_ptr_array_add (ids, g_strdup (((LeioAskItem *) g_ptr_array_index (group->items, i))->id));
  return ids;
}

/* Who was first and is not asked now may come back. */
static void
add_unasked (const LeioAskList *self, const GPtrArray *old, GPtrArray *first)
{
  for (guint i = 0; i < old->len; i++)
    if (leio_ask_list_find (self, g_ptr_array_index (old, i)) == NULL)
      g_ptr_array_add (first, g_strdup (g_ptr_array_index (old, i)));
}

/* @order without @ids, then @ids; takes @ids. */
static GPtrArray *
join_order (const GPtrArray *order, GPtrArray *ids)
{
  for (guint i = order->len; i-- > 0;)
    if (!find_id (ids, g_ptr_array_index (order, i), NULL))
      g_ptr_array_insert (ids, 0, g_strdup (g_ptr_array_index (order, i)));
  return ids;
}

static void
swap (GPtrArray *ids, guint index, int by)
{
  gpointer id = ids->pdata[index];

  ids->pdata[index] = ids->pdata[(int) index + by];
  ids->pdata[(int) index + by] = id;
}

/* From the end of those asked first to the top of its own group. */
static void
move_back (const LeioAskList *self, GPtrArray *first, GPtrArray **order, const char *id)
{
  const LeioAskItem *item = leio_ask_list_find (self, id);
  GPtrArray *ids = list_ids (leio_ask_list_find_group (self, item->group));

  g_ptr_array_remove_index (first, first->len - 1);
  g_ptr_array_insert (ids, 0, g_strdup (id));
  *order = ids;
}

/**
 * leio_ask_list_move:
 * @self: a list
 * @visit: the visit that it was made with, or a copy; nobody shares it
 * @id: the id of a question
 * @by: -1: up, 1: down
 *
 * Ids that are first or ordered in @visit without being asked now keep their places among
 * themselves.
 */
void
leio_ask_list_move (const LeioAskList *self, LeioVisit *visit, const char *id, int by)
{
  guint index;
  const LeioAskGroup *group = find (self, id, &index);
  GPtrArray *first, *order;

  if (!leio_ask_list_can_move (self, id, by))
    return;

  first = list_ids (leio_ask_list_find_group (self, LEIO_ASK_GROUP_FIRST));
  order = is_first (group) ? g_ptr_array_new_with_free_func (g_free) : list_ids (group);
  if (is_first (group) && by > 0 && index + 1 == group->items->len)
    {
      g_clear_pointer (&order, g_ptr_array_unref);
      move_back (self, first, &order, id);
    }
  else if (is_first (group))
    swap (first, index, by);
  else if (by < 0 && index == 0)
    g_ptr_array_add (first, g_strdup (id));
  else
    swap (order, index, by);
  add_unasked (self, visit->first, first);
  leio_visit_take_order (visit, first, join_order (visit->order, order));
}
