/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The entries of the lists for reading at home, and the pages behind them. The
 * pages about treatments follow those about the illness: their index is that of
 * the treatment and the number of pages.
 *
 * A page belongs into a LeioHomePage, which explains the words in it.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-glossary.h"

G_BEGIN_DECLS

/* (transfer full) (element-type LeioCatalogueItem) */
GListModel *leio_home_items_list_pages (const LeioKnowledge *knowledge);
GListModel *leio_home_items_list_words (const LeioKnowledge *knowledge,
                                        const LeioGlossary *glossary);

/* (transfer floating): @knowledge and @glossary are lent and must live longer than the page. */
GtkWidget *leio_home_items_new_page (const LeioKnowledge *knowledge,
                                     const LeioGlossary *glossary,
                                     guint index);
GtkWidget *leio_home_items_new_word (const LeioGlossary *glossary, guint term);

/* The index, as leio_home_items_new_page() takes it, of the page on what the program can and cannot
 * tell: the first that speaks of nothing but the program; -1: there is none. */
int leio_home_items_find_limits (const LeioKnowledge *knowledge);

G_END_DECLS
