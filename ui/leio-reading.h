/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts of a page to read: headings, paragraphs, lists, and links that have
 * the focus like any button. A page is a vertical box; each call adds to its end.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @name: what a screen reader calls the page. */
GtkWidget *leio_reading_new (const char *name);
void leio_reading_add_title (GtkWidget *page, const char *text);
void leio_reading_add_heading (GtkWidget *page, const char *text);
/* A paragraph as leio_reading_add_text() adds it, in no page yet. */
GtkWidget *leio_reading_new_text (const char *text);
/* @css_class: (nullable) */
void leio_reading_add_text (GtkWidget *page, const char *text, const char *css_class);
/* @items: (element-type utf8) */
void leio_reading_add_list (GtkWidget *page, const char *name, GPtrArray *items);
/* A heading below a heading. */
void leio_reading_add_minor_heading (GtkWidget *page, const char *text);
/* A paragraph in the markup of Pango. */
void leio_reading_add_markup (GtkWidget *page, const char *markup);
/* What belongs together below a small heading; @paragraphs: (element-type utf8): in the markup of
 * Pango */
void leio_reading_add_entry (GtkWidget *page, const char *heading, GPtrArray *paragraphs);
/* @items: (element-type utf8): in the markup of Pango
 * @counted: with numbers */
void leio_reading_add_marked_list (GtkWidget *page,
                                   const char *name,
                                   GPtrArray *items,
                                   gboolean counted);
/* A link within the program: @action with the string @target. */
void
leio_reading_add_action (GtkWidget *page, const char *text, const char *action, const char *target);
/* A button that does @action, which may have a target: "win.print::board". */
void leio_reading_add_command (GtkWidget *page, const char *text, const char *action);
/* A link to a page of the web, which the desktop opens. */
void leio_reading_add_address (GtkWidget *page, const char *address);

G_END_DECLS
