/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A layout that sets its children side by side and starts a new line where one
 * does not fit, as words do in a paragraph. Its minimum width is that of the
 * widest child; children get their natural width, or the line's where that is
 * less, and the height of their line. Measuring and placing are linear in the number of children.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LEIO_TYPE_WRAP_LAYOUT (leio_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (LeioWrapLayout, leio_wrap_layout, LEIO, WRAP_LAYOUT, GtkLayoutManager)

/* Property: "spacing" (int), between children and between lines. */
GtkLayoutManager *leio_wrap_layout_new (int spacing);

G_END_DECLS
