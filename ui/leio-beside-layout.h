/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A layout of two children, a picture and a list: side by side where the list
 * keeps a readable line, counted in letters, else the picture in the middle above
 * the list. It depends on the width alone, so that nothing has to be switched.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LEIO_TYPE_BESIDE_LAYOUT (leio_beside_layout_get_type ())
G_DECLARE_FINAL_TYPE (LeioBesideLayout, leio_beside_layout, LEIO, BESIDE_LAYOUT, GtkLayoutManager)

GtkLayoutManager *leio_beside_layout_new (void);

G_END_DECLS
