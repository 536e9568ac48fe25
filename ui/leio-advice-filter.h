/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds treatments by text: every word that is typed must stand, whatever its
 * letters' case, in the names, the group, the descriptions, the reasons or the
 * labels of the sources of a treatment, in either reading. What is named so comes
 * before what only mentions it. The texts are folded once, when the filter is
 * made; a search is then a walk over them.
 */
#pragma once

#include "leio-knowledge.h"

G_BEGIN_DECLS

typedef struct _LeioAdviceFilter LeioAdviceFilter;

/* @knowledge is lent; it must live longer than the filter. */
LeioAdviceFilter *leio_advice_filter_new (const LeioKnowledge *knowledge);
void leio_advice_filter_free (LeioAdviceFilter *self);
/* An empty text finds everything. */
void leio_advice_filter_set_text (LeioAdviceFilter *self, const char *text);
gboolean leio_advice_filter_is_empty (const LeioAdviceFilter *self);
gboolean leio_advice_filter_matches (const LeioAdviceFilter *self, guint treatment);
/* @order: (element-type guint): treatments; those that are found change places among themselves,
 * the ones with the words in their names first, then those with them in their group. */
void leio_advice_filter_sort (const LeioAdviceFilter *self, GArray *order);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioAdviceFilter, leio_advice_filter_free)

G_END_DECLS
