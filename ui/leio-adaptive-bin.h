/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A container of one child that tells whether there is room for two panes. It
 * is the only place that knows a threshold of width.
 *
 * Its own minimum width is 0, so that the window can be made narrow while the
 * child still has both panes; the child then keeps its minimum for that one
 * frame. "narrow" changes in a tick after the allocation, never within one.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LEIO_TYPE_ADAPTIVE_BIN (leio_adaptive_bin_get_type ())
G_DECLARE_FINAL_TYPE (LeioAdaptiveBin, leio_adaptive_bin, LEIO, ADAPTIVE_BIN, GtkWidget)

/* Properties: "child" (GtkWidget), "threshold" (int: from this width on it is not narrow,
 * unless the text is large),
 * "narrow" (boolean, read-only, notifies). */

void leio_adaptive_bin_set_child (LeioAdaptiveBin *self, GtkWidget *child);
GtkWidget *leio_adaptive_bin_get_child (LeioAdaptiveBin *self);
/* Before the first allocation: is narrow at once where @width will be too little. */
void leio_adaptive_bin_expect_width (LeioAdaptiveBin *self, int width);
gboolean leio_adaptive_bin_get_narrow (LeioAdaptiveBin *self);

G_END_DECLS
