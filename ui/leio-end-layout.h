/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A layout of two children, a text and the buttons for it: the buttons at the end
 * of the line where the text keeps a readable width, counted in letters, else
 * below the text. It depends on the width alone, so that nothing has to be
 * switched.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LEIO_TYPE_END_LAYOUT (leio_end_layout_get_type ())
G_DECLARE_FINAL_TYPE (LeioEndLayout, leio_end_layout, LEIO, END_LAYOUT, GtkLayoutManager)

GtkLayoutManager *leio_end_layout_new (void);

G_END_DECLS
