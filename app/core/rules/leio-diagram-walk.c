/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Walks over diagrams: each sees every node of the function once.
 */
#include "config.h"

#include "leio-diagram-private.h"

/* The nodes of one function, children first; terminals are left out. */
static GArray *
list_nodes (const LeioDiagrams *self, LeioNode root)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (LeioNode));
  g_autofree guint8 *seen = g_malloc0 ((gsize) root + 1);

  seen[root] = TRUE;
  for (LeioNode node = root; node >= LEIO_N_TERMINALS; node--)
    {
      if (!seen[node])
        continue;
      g_array_append_val (list, node);
      for (guint i = 0; i < leio_node_arity (self, node); i++)
        seen[leio_node_children (self, node)[i]] = TRUE;
    }
  for (guint i = 0; i < list->len / 2; i++)
    {
      LeioNode swapped = g_array_index (list, LeioNode, i);

      g_array_index (list, LeioNode, i) = g_array_index (list, LeioNode, list->len - 1 - i);
      g_array_index (list, LeioNode, list->len - 1 - i) = swapped;
    }
  return list;
}

static guint
position_of (const GArray *list, LeioNode node)
{
  guint position = 0;

  g_array_binary_search ((GArray *) list, &node, leio_compare_nodes, &position);
  return position;
}

int
leio_compare_nodes (gconstpointer a, gconstpointer b)
{
  LeioNode left = *(const LeioNode *) a;
  LeioNode right = *(const LeioNode *) b;

  return (left > right) - (left < right);
}

typedef LeioNode (*Rebuild) (LeioDiagrams *self,
                             guint variable,
                             const LeioNode *children,
                             gpointer data);

/* Builds the function anew from below: @terminals says what each terminal becomes. */
static LeioNode
rebuild (LeioDiagrams *self, LeioNode root, const LeioNode *terminals, Rebuild make, gpointer data)
{
  g_autoptr (GArray) list = list_nodes (self, root);
  g_autofree LeioNode *results = g_new (LeioNode, list->len + 1);
  g_autofree LeioNode *children = NULL;
  guint longest = 1;

  if (leio_node_is_terminal (root))
    return terminals[root];
  for (guint i = 0; i < list->len; i++)
    longest = MAX (longest, leio_node_arity (self, g_array_index (list, LeioNode, i)));
  children = g_new (LeioNode, longest);
  for (guint i = 0; i < list->len; i++)
    {
      LeioNode node = g_array_index (list, LeioNode, i);

      for (guint k = 0; k < leio_node_arity (self, node); k++)
        {
          LeioNode child = leio_node_children (self, node)[k];

          children[k] = leio_node_is_terminal (child) ? terminals[child]
                                                      : results[position_of (list, child)];
        }
      results[i] = make (self, leio_node_variable (self, node), children, data);
    }
  return results[list->len - 1];
}

static LeioNode
make_same (LeioDiagrams *self, guint variable, const LeioNode *children, gpointer data)
{
  return leio_diagrams_node (self, variable, children);
}

/**
 * leio_diagrams_is_one_of:
 * @self: the manager
 * @node: a function
 * @results: bit r = result r is wanted
 *
 * Returns: the function that is TRUE where the result of @node is among @results, and FALSE
 *   elsewhere, also where it is LEIO_NODE_INVALID
 */
LeioNode
leio_diagrams_is_one_of (LeioDiagrams *self, LeioNode node, guint64 results)
{
  LeioNode terminals[LEIO_N_TERMINALS];

  for (guint i = 0; i < LEIO_N_TERMINALS; i++)
    terminals[i] = i < LEIO_N_RESULTS && (results >> i & 1) ? LEIO_NODE_TRUE : LEIO_NODE_FALSE;
  return rebuild (self, node, terminals, make_same, NULL);
}

typedef struct
{
  guint variable;
  guint value;
} Restriction;

static LeioNode
make_restricted (LeioDiagrams *self, guint variable, const LeioNode *children, gpointer data)
{
  const Restriction *restriction = data;

  if (variable == restriction->variable)
    return children[restriction->value];
  return leio_diagrams_node (self, variable, children);
}

/**
 * leio_diagrams_restrict:
 * @self: the manager
 * @node: a function
 * @variable: a variable
 * @value: one of its values
 *
 * Returns: the function of the other variables that @node is where @variable has @value
 */
LeioNode
leio_diagrams_restrict (LeioDiagrams *self, LeioNode node, guint variable, guint value)
{
  LeioNode terminals[LEIO_N_TERMINALS];
  Restriction restriction = { variable, value };

  for (guint i = 0; i < LEIO_N_TERMINALS; i++)
    terminals[i] = i;
  return rebuild (self, node, terminals, make_restricted, &restriction);
}

/**
 * leio_diagrams_support:
 * @self: the manager
 * @node: a function
 * @support: (array): one byte a variable, set to TRUE for each on which the function depends; the
 *   others stay as they are, so that calls add up
 */
void
leio_diagrams_support (const LeioDiagrams *self, LeioNode node, guint8 *support)
{
  g_autoptr (GArray) list = list_nodes (self, node);

  for (guint i = 0; i < list->len; i++)
    support[leio_node_variable (self, g_array_index (list, LeioNode, i))] = TRUE;
}

/**
 * leio_diagrams_size:
 * @self: the manager
 * @node: a function
 *
 * The measure of all costs. The program only tells the size of the whole manager; the tests hold
 * this number against another library's, which proves that the diagrams are as small as they can
 * be.
 *
 * Returns: the number of its nodes without terminals
 */
guint
leio_diagrams_size (const LeioDiagrams *self, LeioNode node)
{
  g_autoptr (GArray) list = list_nodes (self, node);

  return list->len;
}

static LeioCount
multiply (LeioCount a, LeioCount b, gboolean *overflow)
{
  LeioCount product;

  if (__builtin_mul_overflow (a, b, &product))
    *overflow = TRUE;
  return product;
}

/* How many assignments the variables from @from up to and without @to have. */
static LeioCount
count_between (const LeioDiagrams *self, guint from, guint to, gboolean *overflow)
{
  LeioCount count = 1;

  for (guint i = from; i < to; i++)
    count = multiply (count, self->arities[i], overflow);
  return count;
}

static guint
level_of (const LeioDiagrams *self, LeioNode node)
{
  return leio_node_is_terminal (node) ? self->n_variables : leio_node_variable (self, node);
}

/* @counts[i]: the assignments to the variables from that of the i-th node on. */
static LeioCount
count_child (const LeioDiagrams *self, const GArray *list, const LeioCount *counts, LeioNode child,
             guint64 results, guint from, gboolean *overflow)
{
  LeioCount below;

  if (leio_node_is_terminal (child))
    below = child < LEIO_N_RESULTS && (results >> child & 1) ? 1 : 0;
  else
    below = counts[position_of (list, child)];
  if (below == 0)
    return 0;
  return multiply (below, count_between (self, from, level_of (self, child), overflow), overflow);
}

/**
 * leio_diagrams_count:
 * @self: the manager
 * @node: a function
 * @results: bit r = result r is wanted
 * @overflow: (out) (optional): whether the number does not fit in 128 bits; then it is worth
 *   nothing
 *
 * Returns: how many assignments to all variables, also to those on which the function does not
 *   depend, give one of @results
 */
LeioCount
leio_diagrams_count (const LeioDiagrams *self, LeioNode node, guint64 results, gboolean *overflow)
{
  g_autoptr (GArray) list = list_nodes (self, node);
  g_autofree LeioCount *counts = g_new0 (LeioCount, list->len + 1);
  gboolean too_large = FALSE;
  LeioCount total;

  for (guint i = 0; i < list->len; i++)
    {
      LeioNode parent = g_array_index (list, LeioNode, i);
      guint from = leio_node_variable (self, parent) + 1;

      for (guint k = 0; k < leio_node_arity (self, parent); k++)
        too_large |= __builtin_add_overflow (counts[i],
                                             count_child (self, list, counts,
                                                          leio_node_children (self, parent)[k],
                                                          results, from, &too_large),
                                             &counts[i]);
    }
  total = count_child (self, list, counts, node, results, 0, &too_large);
  if (overflow != NULL)
    *overflow = too_large;
  return total;
}

/* The probability of TRUE when all variables are drawn evenly: no overflow, however many there
 * are. */
static double
find_density (const LeioDiagrams *self, LeioNode node)
{
  g_autoptr (GArray) list = list_nodes (self, node);
  g_autofree double *densities = g_new0 (double, list->len + 1);

  if (leio_node_is_terminal (node))
    return node == LEIO_NODE_TRUE;
  for (guint i = 0; i < list->len; i++)
    {
      LeioNode parent = g_array_index (list, LeioNode, i);
      guint arity = leio_node_arity (self, parent);

      for (guint k = 0; k < arity; k++)
        {
          LeioNode child = leio_node_children (self, parent)[k];

          densities[i] += (leio_node_is_terminal (child) ? child == LEIO_NODE_TRUE
                                                         : densities[position_of (list, child)])
                          / arity;
        }
    }
  return densities[list->len - 1];
}

/**
 * leio_diagrams_share:
 * @self: the manager
 * @part: a function with the results TRUE and FALSE, TRUE only where @whole is
 * @whole: a function with the results TRUE and FALSE
 *
 * Every assignment counts alike. Made of densities, not of counts, so nothing overflows; exact to
 * the digits of a double.
 *
 * Returns: of the assignments for which @whole is TRUE the share in which @part is TRUE, 0 to 1; 0
 *   where there are none
 */
double
leio_diagrams_share (const LeioDiagrams *self, LeioNode part, LeioNode whole)
{
  double all = find_density (self, whole);

  return all > 0 ? find_density (self, part) / all : 0;
}

/**
 * leio_diagrams_mask:
 * @self: the manager
 * @node: a function
 * @values: (array): for each variable its value, or -1 where it can be any
 *
 * Returns: the results that can be reached, as bits; LEIO_NODE_INVALID has none
 */
guint64
leio_diagrams_mask (const LeioDiagrams *self, LeioNode node, const int *values)
{
  g_autoptr (GArray) list = list_nodes (self, node);
  g_autofree guint64 *masks = g_new0 (guint64, list->len + 1);

  if (leio_node_is_terminal (node))
    return node < LEIO_N_RESULTS ? G_GUINT64_CONSTANT (1) << node : 0;
  for (guint i = 0; i < list->len; i++)
    {
      LeioNode parent = g_array_index (list, LeioNode, i);
      int value = values[leio_node_variable (self, parent)];

      for (guint k = 0; k < leio_node_arity (self, parent); k++)
        {
          LeioNode child = leio_node_children (self, parent)[k];

          if (value >= 0 && value != (int) k)
            continue;
          if (!leio_node_is_terminal (child))
            masks[i] |= masks[position_of (list, child)];
          else if (child < LEIO_N_RESULTS)
            masks[i] |= G_GUINT64_CONSTANT (1) << child;
        }
    }
  return masks[list->len - 1];
}

#define NO_WAY G_MAXUINT

/* Fewest groups asked from @child on, when the parent belongs to @group. */
static guint
ways_below (const LeioDiagrams *self, const GArray *list, const guint *costs, LeioNode child,
            guint64 results, guint group, const guint *group_of)
{
  guint cost;

  if (leio_node_is_terminal (child))
    return child < LEIO_N_RESULTS && (results >> child & 1) ? 0 : NO_WAY;
  cost = costs[position_of (list, child)];
  if (cost == NO_WAY || group_of[leio_node_variable (self, child)] == group)
    return cost;
  return cost + 1;
}

/* The cheapest child; @costs[i] does not count the i-th node's own group. */
static guint
cheapest (const LeioDiagrams *self, const GArray *list, const guint *costs, LeioNode node,
          guint64 results, const guint *group_of, guint *value)
{
  guint group = group_of[leio_node_variable (self, node)];
  guint best = NO_WAY;

  for (guint k = 0; k < leio_node_arity (self, node); k++)
    {
      guint cost = ways_below (self, list, costs, leio_node_children (self, node)[k], results,
                               group, group_of);

      if (cost < best)
        {
          best = cost;
          *value = k;
        }
    }
  return best;
}

/**
 * leio_diagrams_shortest:
 * @self: the manager
 * @node: a function
 * @results: bit r = result r is wanted
 * @group_of: (array): for each variable the group (question) that it belongs to; groups are
 *   contiguous
 * @values: (out) (array): for each variable the value on the way, or -1 where it does not matter
 *
 * A way to one of @results that asks the fewest groups: the shortest path from below, a node once.
 * Of several the one with the smallest values.
 *
 * Returns: the number of groups, or G_MAXUINT where there is no such way
 */
guint
leio_diagrams_shortest (const LeioDiagrams *self, LeioNode node, guint64 results,
                        const guint *group_of, int *values)
{
  g_autoptr (GArray) list = list_nodes (self, node);
  g_autofree guint *costs = g_new (guint, list->len + 1);
  guint value = 0, total;

  for (guint i = 0; i < self->n_variables; i++)
    values[i] = -1;
  for (guint i = 0; i < list->len; i++)
    costs[i] = cheapest (self, list, costs, g_array_index (list, LeioNode, i), results, group_of,
                         &value);
  total = ways_below (self, list, costs, node, results, G_MAXUINT, group_of);
  while (total != NO_WAY && !leio_node_is_terminal (node))
    {
      cheapest (self, list, costs, node, results, group_of, &value);
      values[leio_node_variable (self, node)] = (int) value;
      node = leio_node_children (self, node)[value];
    }
  return total;
}

static char *
check_node (const LeioDiagrams *self, LeioNode node)
{
  const LeioNode *children = leio_node_children (self, node);
  gboolean reduced = FALSE;

  for (guint i = 0; i < leio_node_arity (self, node); i++)
    {
      if (children[i] >= node)
        return g_strdup_printf ("node %u: child %u does not come first", node, children[i]);
      if (level_of (self, children[i]) <= leio_node_variable (self, node))
        return g_strdup_printf ("node %u: variable %u stands above variable %u", node,
                                leio_node_variable (self, node), level_of (self, children[i]));
      reduced |= children[i] != children[0];
    }
  return reduced ? NULL : g_strdup_printf ("node %u: all children are the same", node);
}

static char *
dup_key (const LeioDiagrams *self, LeioNode node)
{
  GString *key = g_string_new (NULL);

  g_string_append_printf (key, "%u:", leio_node_variable (self, node));
  for (guint i = 0; i < leio_node_arity (self, node); i++)
    g_string_append_printf (key, "%u,", leio_node_children (self, node)[i]);
  return g_string_free (key, FALSE);
}

/**
 * leio_diagrams_check:
 * @self: the manager
 *
 * Whether all invariants hold: ordered, reduced, no two nodes alike, children first. For tests: it
 * makes a text of every node.
 *
 * Returns: (transfer full) (nullable): what is broken, for developers; NULL where nothing is
 */
char *
leio_diagrams_check (const LeioDiagrams *self)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (LeioNode node = LEIO_N_TERMINALS; node < self->nodes->len; node++)
    {
      char *fault = check_node (self, node);

      if (fault != NULL)
        return fault;
      if (!g_hash_table_add (keys, dup_key (self, node)))
        return g_strdup_printf ("node %u: there twice", node);
    }
  return NULL;
}
