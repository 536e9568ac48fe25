/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reduced ordered multi-valued decision diagrams.
 *
 * A diagram is a function of some variables with few values each. A node asks
 * for the value of one variable and has one child a value; a terminal is a
 * result. On every way down the variables come in one fixed order, no node has
 * children that are all the same, and no two nodes are alike. So each function
 * has exactly one diagram, and two functions are equal when their node numbers
 * are (Bryant 1986; for variables with many values Srinivasan, Ham, Malik and
 * Brayton 1990). Yes or no, possible or impossible, "which status" and "which
 * stage" are all such functions: they differ in their terminals alone.
 *
 * One manager holds all diagrams, shared node by node; there is no global state.
 * A node is a number; the terminals are the numbers below LEIO_N_TERMINALS. A
 * child has always a smaller number than its parent, so a loop upwards over the
 * numbers sees children first. Nodes are found again in a hash table (the unique
 * table); leio_diagrams_if() is the one operation from which all others are made
 * and remembers its results in a cache of fixed size (results that are pushed
 * out are computed again).
 *
 * | operation                       | cost, with |f| the nodes of f             |
 * | node, terminal, equality        | constant                                  |
 * | if (f, g, h)                    | |f| |g| |h| at most, in practice the result |
 * | restrict, support, count, ...   | |f|                                       |
 * | shortest path                   | |f|                                       |
 * | collect, check                  | all nodes that stay; all nodes            |
 *
 * Out of nodes: with more than the limit, or more than 2^28 children, every
 * operation gives LEIO_NODE_FALSE and leio_diagrams_is_full() is TRUE from then
 * on; the caller asks after each rule and names it. What is not here: reordering
 * (the order is chosen once, by leio-space), reference counts (what is not among
 * the roots of leio_diagrams_collect() is dropped), complement edges (they do
 * not fit many-valued terminals).
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef guint32 LeioNode;

/* Results 0 to 63 fit the bits of one guint64; INVALID is what no completion may be. */
#define LEIO_N_RESULTS 64
#define LEIO_NODE_INVALID 64
#define LEIO_N_TERMINALS 65
#define LEIO_NODE_FALSE 0
#define LEIO_NODE_TRUE 1

__extension__ typedef unsigned __int128 LeioCount;

typedef struct _LeioDiagrams LeioDiagrams;

LeioDiagrams *leio_diagrams_new (const guint *arities, guint n_variables, guint node_limit);
void leio_diagrams_free (LeioDiagrams *self);
/* Whether some result is missing for want of nodes; for ever from then on. */
gboolean leio_diagrams_is_full (const LeioDiagrams *self);
/* All nodes that there are, dead ones and the terminals too. */
guint leio_diagrams_get_n_nodes (const LeioDiagrams *self);
/* The number of variables, and of the values of one. */
guint leio_diagrams_get_n_variables (const LeioDiagrams *self);
guint leio_diagrams_get_arity (const LeioDiagrams *self, guint variable);

/* Reading a node; a terminal has the variable G_MAXUINT16. The children, one a value, are lent
 * until a node is made or collected; a terminal has none. */
guint leio_diagrams_get_variable (const LeioDiagrams *self, LeioNode node);
const LeioNode *leio_diagrams_get_children (const LeioDiagrams *self, LeioNode node);

/* Making nodes. The children stand below @variable in the order. */
LeioNode leio_diagrams_node (LeioDiagrams *self, guint variable, const LeioNode *children);
LeioNode leio_diagrams_literal (LeioDiagrams *self, guint variable, guint64 values);
LeioNode
leio_diagrams_if (LeioDiagrams *self, LeioNode condition, LeioNode then, LeioNode otherwise);
LeioNode leio_diagrams_and (LeioDiagrams *self, LeioNode a, LeioNode b);
LeioNode leio_diagrams_or (LeioDiagrams *self, LeioNode a, LeioNode b);
LeioNode leio_diagrams_not (LeioDiagrams *self, LeioNode a);

/* TRUE where the result is among the bits of @results, FALSE elsewhere (also for INVALID). */
LeioNode leio_diagrams_is_one_of (LeioDiagrams *self, LeioNode node, guint64 results);
/* The function with @variable set to @value. */
LeioNode leio_diagrams_restrict (LeioDiagrams *self, LeioNode node, guint variable, guint value);

/* Sets the bits of the variables that the function depends on; @support has n_variables bytes,
 * others stay. */
void leio_diagrams_support (const LeioDiagrams *self, LeioNode node, guint8 *support);
/* How many nodes the function has, terminals aside. */
guint leio_diagrams_size (const LeioDiagrams *self, LeioNode node);

/* How many assignments to all variables give a result among the bits of @results. */
LeioCount
leio_diagrams_count (const LeioDiagrams *self, LeioNode node, guint64 results, gboolean *overflow);

/* The share of the assignments for which @whole is TRUE in which @part is TRUE too (0 where
 * there are none). */
double leio_diagrams_share (const LeioDiagrams *self, LeioNode part, LeioNode whole);
/* The results that can be reached when each variable has its value in @values (-1: any), as
 * bits; INVALID is none. */
guint64 leio_diagrams_mask (const LeioDiagrams *self, LeioNode node, const int *values);

/* The way to one of @results that asks the fewest groups of variables, and their number. */
guint leio_diagrams_shortest (const LeioDiagrams *self, LeioNode node, guint64 results,
                              const guint *group_of, int *values);

/* Drops every node that no root reaches; renumbers the rest in their order and rewrites the
 * roots. */
void leio_diagrams_collect (LeioDiagrams *self, LeioNode **roots, guint n_roots);

/* NULL where all invariants hold (ordered, reduced, unique, children first), else what is
 * broken (transfer full). */
char *leio_diagrams_check (const LeioDiagrams *self);
/* How many nodes none of the roots reaches. */
guint leio_diagrams_count_dead (const LeioDiagrams *self, const LeioNode *roots, guint n_roots);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioDiagrams, leio_diagrams_free)

G_END_DECLS
