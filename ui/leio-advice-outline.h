/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands between the cards of the advice page: a heading a section, which
 * folds, and one over the alternatives of a choice. It remembers what is folded
 * and by what the page is grouped between two runs.
 *
 * The cards are not its own: it is told which are shown, and says in which order
 * headings and cards stand.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-advice-order.h"
#include "leio-group-heading.h"
#include "leio-session.h"

G_BEGIN_DECLS

#define LEIO_TYPE_ADVICE_OUTLINE (leio_advice_outline_get_type ())
G_DECLARE_FINAL_TYPE (LeioAdviceOutline, leio_advice_outline, LEIO, ADVICE_OUTLINE, GObject)

/* The signal "folded" () tells that a section was folded or unfolded. */

/* @session is lent; it must live longer. */
LeioAdviceOutline *leio_advice_outline_new (LeioSession *session);

LeioAdviceGrouping leio_advice_outline_get_grouping (LeioAdviceOutline *self);
void leio_advice_outline_set_grouping (LeioAdviceOutline *self, LeioAdviceGrouping grouping);
/* (transfer none): the heading of a section. */
LeioGroupHeading *leio_advice_outline_get_heading (LeioAdviceOutline *self, guint section);
gboolean leio_advice_outline_is_unfolded (LeioAdviceOutline *self, guint section);
/* All but what is not relevant: that are most treatments, and nobody asked for them. */
void leio_advice_outline_unfold_all (LeioAdviceOutline *self);

/* One card of the page. */
typedef struct
{
  GtkWidget *card; /* lent */
  guint treatment;
  guint section;
  gboolean found; /* no filter keeps it back */
} LeioAdviceEntry;

/**
 * leio_advice_outline_arrange:
 * @entries: (element-type LeioAdviceEntry): every card, in the order of the page
 *
 * Brings titles, counts and names up to date, and tells every card of a choice that it is one.
 *
 * Returns: (transfer container) (element-type GtkWidget): headings and cards from the top
 */
GPtrArray *leio_advice_outline_arrange (LeioAdviceOutline *self, const GArray *entries);

/**
 * leio_advice_outline_list:
 * @entries: (element-type LeioAdviceEntry): every card, in the order to be shown
 *
 * For what is looked for: the cards alone, whatever their section, and none as part of a choice.
 *
 * Returns: (transfer container) (element-type GtkWidget): the cards from the top
 */
GPtrArray *leio_advice_outline_list (LeioAdviceOutline *self, const GArray *entries);

G_END_DECLS
