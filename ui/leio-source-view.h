/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One source, opened: citation, whom it studied, what it found, its figures as
 * charts, and the link to the article. Fits a popover, from which it leads to the
 * page of the source, as well as that page.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-knowledge.h"

G_BEGIN_DECLS

#define LEIO_TYPE_SOURCE_VIEW (leio_source_view_get_type ())
G_DECLARE_FINAL_TYPE (LeioSourceView, leio_source_view, LEIO, SOURCE_VIEW, GtkBox)

/**
 * leio_source_view_new:
 * @knowledge: lent; it must live longer than the view
 * @source: index of the source
 * @rule: (nullable): the rule that cites it here, for its level and grade
 */
GtkWidget *leio_source_view_new (const LeioKnowledge *knowledge,
                                 guint source,
                                 const LeioRule *rule);

/* At home the numbers wait until they are asked for: who was studied comes first, and how sure it
 * is stands beside them. */
void leio_source_view_set_home (LeioSourceView *self, gboolean home);
/* It is the page of the source itself; @kind says of what kind that is. */
void leio_source_view_set_on_page (LeioSourceView *self, const char *kind);

/* (transfer full) (nullable): "III A", or NULL where the rule has neither. */
char *leio_source_view_dup_level (const LeioRule *rule);
/* (transfer full) (nullable): the same in a sentence, with whose judgement it is. */
char *leio_source_view_dup_level_sentence (const LeioRule *rule);

/* (nullable): how sure a study of this kind is, in plain words. */
const char *leio_source_view_get_certainty (const char *kind);

G_END_DECLS
