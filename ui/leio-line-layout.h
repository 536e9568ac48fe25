/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is read, from top to bottom, in a column that is no wider than a line is
 * good to read, however wide the window is. It stands at the side where lines
 * begin.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LEIO_TYPE_LINE_LAYOUT (leio_line_layout_get_type ())
G_DECLARE_FINAL_TYPE (LeioLineLayout, leio_line_layout, LEIO, LINE_LAYOUT, GtkLayoutManager)

/* @spacing: between children, in pixels. */
GtkLayoutManager *leio_line_layout_new (int spacing);
/* How wide a line of @widget is to be at most, in pixels: some 75 letters of its font. */
int leio_line_layout_get_width (GtkWidget *widget);

G_END_DECLS
