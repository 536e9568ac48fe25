/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A layout for one child that scrolls up and down: what is in it can be as high as it likes, so
 * its height is never asked for, nor the width that it would have at some height. GtkPaned and
 * GtkScrolledWindow (GTK 4.8) ask for both, and each paragraph tries width after width.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LEIO_TYPE_PANE_LAYOUT (leio_pane_layout_get_type ())
G_DECLARE_FINAL_TYPE (LeioPaneLayout, leio_pane_layout, LEIO, PANE_LAYOUT, GtkLayoutManager)

G_END_DECLS
