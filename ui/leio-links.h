/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Links in a card: buttons that look like text. A box of links keeps its
 * buttons from one update to the next, and where one goes that had the focus, the
 * next focusable widget around it takes it.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer floating): makes a link of a box. */
typedef GtkWidget *(*LeioLinksCreate) (gpointer data);

/* @text: the label or LeioText in the link. */
GtkWidget *leio_links_new (GtkWidget *text);
void leio_links_set_text (GtkWidget *link, const char *text);

/**
 * leio_links_set_action:
 * @link: a button
 * @action: the name of an action, a literal: "win.show-question"
 * @target: (nullable): a string as its parameter
 *
 * What happens on a click. There are hundreds of such links to one action, and GTK (4.8) tells
 * every one of them of each that joins them where they are #GtkActionable.
 */
void leio_links_set_action (GtkWidget *link, const char *action, const char *target);

/**
 * leio_links_set_number:
 * @box: a GtkBox with links behind all else in it
 * @n_links: how many links it shall show; none hides the box
 * @create: makes those that are missing
 *
 * Returns: (transfer none) (nullable): the first link
 */
GtkWidget *leio_links_set_number (GtkWidget *box,
                                  guint n_links,
                                  LeioLinksCreate create,
                                  gpointer data);

/* @leaving is about to go: gives the focus in it to what is around it. */
void leio_links_keep_focus (GtkWidget *leaving);
void leio_links_hide (GtkWidget *widget);

G_END_DECLS
