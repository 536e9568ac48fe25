/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One entry of a catalogue: what its row shows, what is searched, and what it is
 * filtered by. Read-only.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define LEIO_TYPE_CATALOGUE_ITEM (leio_catalogue_item_get_type ())
G_DECLARE_FINAL_TYPE (LeioCatalogueItem, leio_catalogue_item, LEIO, CATALOGUE_ITEM, GObject)

/* Properties, all strings and read-only: "heading", "detail", "kind", "period". */

/**
 * leio_catalogue_item_new:
 * @index: the place in the knowledge base
 * @heading: the first line of the row
 * @detail: the second line
 * @kind: what it is filtered by
 * @period: when it appeared, to filter by; "" where that makes no sense
 * @text: what is searched beside heading and detail
 */
LeioCatalogueItem *leio_catalogue_item_new (guint index,
                                            const char *heading,
                                            const char *detail,
                                            const char *kind,
                                            const char *period,
                                            const char *text);
guint leio_catalogue_item_get_index (LeioCatalogueItem *self);
const char *leio_catalogue_item_get_heading (LeioCatalogueItem *self);
const char *leio_catalogue_item_get_detail (LeioCatalogueItem *self);
/* Whether each of @words (casefolded) stands somewhere in it. */
gboolean leio_catalogue_item_matches (LeioCatalogueItem *self, const char *const *words);

G_END_DECLS
