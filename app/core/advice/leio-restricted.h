/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The diagrams of one case: what remains of the knowledge base's diagrams once
 * the answers are put in, reduced again. Small (only what is reachable is
 * looked at), made anew for each case, in memory that is kept. Node numbers are
 * its own; the terminals are those of LeioDiagrams.
 *
 * Reduced again, so the questions in it are exactly those on which the result
 * still depends; with impossible combinations (INVALID) in it that takes a
 * comparison of pairs, which leio_restricted_depends() does.
 */
#pragma once

#include "leio-diagram.h"
#include "leio-space.h"

G_BEGIN_DECLS

typedef struct _LeioRestricted LeioRestricted;

LeioRestricted *leio_restricted_new (const LeioSpace *space, const LeioDiagrams *diagrams);
void leio_restricted_free (LeioRestricted *self);

/* Forgets the last case. @values: for each variable the answer or -1; lent until the next call. */
void leio_restricted_begin (LeioRestricted *self, const int *values);
/* What remains of @root. */
guint leio_restricted_add (LeioRestricted *self, LeioNode root);

/* The results that can be reached, as bits; INVALID is none. */
guint64 leio_restricted_get_mask (const LeioRestricted *self, guint node);
/* Appends the questions (index in the space) on which the result depends. */
void leio_restricted_depends (LeioRestricted *self, guint node, GArray *questions);

guint leio_restricted_get_variable (const LeioRestricted *self, guint node);
const guint *leio_restricted_get_children (const LeioRestricted *self, guint node);
guint leio_restricted_get_arity (const LeioRestricted *self, guint node);

/* The nodes of a function that ask for @question (index in the space) first: all ways lead through one of
 * them or past the question. Also the results on the ways past it, as bits. */
void leio_restricted_entries (LeioRestricted *self, guint root, guint question, GArray *entries,
                              guint64 *past);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioRestricted, leio_restricted_free)

G_END_DECLS
