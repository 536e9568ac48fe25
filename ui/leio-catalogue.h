/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list to search and filter, and beside it the page of the entry that is
 * chosen; where there is room for one only, the page takes the place of the list
 * and has a way back. A page is made when its entry is chosen. It knows nothing
 * of rules and sources: the owner gives the entries and makes the pages.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-catalogue-item.h"

G_BEGIN_DECLS

#define LEIO_TYPE_CATALOGUE (leio_catalogue_get_type ())
G_DECLARE_FINAL_TYPE (LeioCatalogue, leio_catalogue, LEIO, CATALOGUE, GtkWidget)

/* Properties, strings, for construction: "list-label", "search-label", "any-kind", "kind-label". */

/* Makes the page of the entry with this index. */
typedef GtkWidget *(*LeioCatalogueOpen) (guint index, gpointer user_data);

/**
 * leio_catalogue_fill:
 * @items: (element-type LeioCatalogueItem): the entries
 * @open: makes pages
 * @user_data: for @open; it must live longer than the catalogue
 *
 * What can be filtered by are the kinds and the periods of @items; without periods there is no
 * filter by them.
 */
void leio_catalogue_fill (LeioCatalogue *self,
                          GListModel *items,
                          LeioCatalogueOpen open,
                          gpointer user_data);
gboolean leio_catalogue_is_filled (LeioCatalogue *self);
/* Shows the page of the entry with this index, whatever was searched and filtered. */
void leio_catalogue_show (LeioCatalogue *self, guint index);
void leio_catalogue_focus_search (LeioCatalogue *self);
/* Goes from the page back to the list; FALSE where the list is seen already. */
gboolean leio_catalogue_go_back (LeioCatalogue *self);

G_END_DECLS
