/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The diagrams of one case: what remains of the knowledge base's diagrams once
 * the answers are put in, reduced again. Small (only what is reachable is
 * looked at), made anew for each case, in memory that is kept. Node numbers are
 * its own; the terminals are those of LeioDiagrams.
 *
 * Beside them stands the limit: what remains of "no combination of answers is
 * impossible". Mostly it has nothing to do with a function, or is TRUE; where it
 * has, function and limit are walked side by side, and a walk ends as soon as it
 * has seen what it was sent for. Joining the two for good would make each
 * diagram many times as large.
 */
#pragma once

#include "leio-diagram.h"
#include "leio-space.h"

G_BEGIN_DECLS

typedef struct _LeioRestricted LeioRestricted;

/* (transfer full): memory for the cases of these diagrams; both are lent and must outlive it. */
LeioRestricted *leio_restricted_new (const LeioSpace *space, const LeioDiagrams *diagrams);
void leio_restricted_free (LeioRestricted *self); /* takes it, or NULL */

/* Forgets the last case. @values: for each variable the answer or -1, lent until the next call;
 * @possible: TRUE where no combination is impossible. */
void leio_restricted_begin (LeioRestricted *self, const int *values, LeioNode possible);
/* FALSE where the answers contradict each other. */
gboolean leio_restricted_is_possible (const LeioRestricted *self);
/* What remains of @root, as a node of this one, valid until the next begin. Cost: what is reachable
 * under the answers, each node once a case. */
guint leio_restricted_add (LeioRestricted *self, LeioNode root);

/* The results that some possible completion gives, as bits. */
guint64 leio_restricted_get_results (LeioRestricted *self, guint node);
/* Appends the questions (index in the space) on which the result depends: two possible
 * completions that differ in it alone have different results. Where each question is told by
 * the others, all are named. */
void leio_restricted_depends (LeioRestricted *self, guint node, GArray *questions);

/* Appends the questions (index in the space) that the function asks, the limit aside. */
void leio_restricted_list_asked (const LeioRestricted *self, guint node, GArray *questions);

/**
 * leio_restricted_share_settled:
 * @question: index in the space
 *
 * The share of the values of @question that leave one result, among those that leave any, 0 to 1;
 * each value, each subset of a set and each interval of a number counts alike.
 */
double leio_restricted_share_settled (LeioRestricted *self, guint node, guint question);
/* FALSE where that share is 0 at a glance. */
gboolean leio_restricted_can_settle (LeioRestricted *self, guint node, guint question);
/* The results that are left when the variables of @question (index in the space) have their
 * values in @values, as bits; where more than one is left, two of them at least. */
guint64 leio_restricted_results_with (LeioRestricted *self, guint node, guint question,
                                      const int *values);
/* Whether the function asks for a variable at all. */
gboolean leio_restricted_asks (LeioRestricted *self, guint node, guint variable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioRestricted, leio_restricted_free)

G_END_DECLS
