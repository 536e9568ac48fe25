/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The column of headings and cards in the advice page, scrolled by the
 * GtkScrolledWindow around it. What it does beyond a GtkBox in a viewport:
 *
 * - It holds still. Where rows above grow, shrink or go elsewhere, the card with
 *   the focus, else the first one in view that keeps its place, stays where it
 *   is on the screen. At the very top it stays at the top.
 * - Rows can be put in another order without leaving the tree, so focus and
 *   state of a row survive.
 * - Only what is in view is drawn.
 *
 * Cost: a change of one row measures that row alone; placing is linear in rows.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LEIO_TYPE_ADVICE_LIST (leio_advice_list_get_type ())
G_DECLARE_FINAL_TYPE (LeioAdviceList, leio_advice_list, LEIO, ADVICE_LIST, GtkWidget)

/* The signal "view-changed" () tells that another part came into view by scrolling; it is never
 * sent while sizes are allocated, so a handler may change rows. */

GtkWidget *leio_advice_list_new (void);

/**
 * leio_advice_list_set_rows:
 * @rows: (element-type GtkWidget): every row, in the new order; new ones are added
 * @moved: (element-type GtkWidget): the rows of @rows that nothing shall be held still by
 */
void leio_advice_list_set_rows (LeioAdviceList *self, GPtrArray *rows, GHashTable *moved);

/**
 * leio_advice_list_dup_near:
 * @pages: how far around the view, in heights of the view
 *
 * Tells, by the heights that the rows had last, what the next layout brings into view or near it.
 *
 * Returns: (transfer container) (element-type GtkWidget): these rows
 */
GPtrArray *leio_advice_list_dup_near (LeioAdviceList *self, double pages);

/* Brings @row to the top of the view (%NULL: the very top). */
void leio_advice_list_show_row (LeioAdviceList *self, GtkWidget *row);

G_END_DECLS
