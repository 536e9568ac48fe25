/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A layout of columns that are all equally wide: as many as the letters of the
 * parent's font leave room for, at least one. Children go row by row and keep
 * their own height; a row is as high as its highest child. Each child is measured
 * at one width only, so that many texts are laid out within a frame.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LEIO_TYPE_COLUMN_LAYOUT (leio_column_layout_get_type ())
G_DECLARE_FINAL_TYPE (LeioColumnLayout, leio_column_layout, LEIO, COLUMN_LAYOUT, GtkLayoutManager)

/**
 * leio_column_layout_new:
 * @chars: the least width of a column, in letters
 * @spacing: between columns and between rows, in pixels
 */
GtkLayoutManager *leio_column_layout_new (guint chars, int spacing);

G_END_DECLS
