/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A region of the picture of the body: a radio button that is drawn as an
 * outline and is hit only within it. As every option it has the role of a radio
 * button and the action "option.choose".
 *
 * Colours are those of the theme: lines in the colour of text, the chosen region
 * filled with the accent, the one with the focus with a broad edge.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LEIO_TYPE_BODY_REGION (leio_body_region_get_type ())
G_DECLARE_FINAL_TYPE (LeioBodyRegion, leio_body_region, LEIO, BODY_REGION, GtkCheckButton)

/**
 * leio_body_region_new:
 * @label: its name
 * @path: its outline in the units of the picture: the commands M, L, C and Z of SVG
 * @lines: (nullable): lines drawn on top, in the same way
 *
 * Returns: (transfer floating): the region
 */
GtkWidget *leio_body_region_new (const char *label, const char *path, const char *lines);
/* Where it lies, in the units of the picture. */
const graphene_rect_t *leio_body_region_get_bounds (LeioBodyRegion *self);

/**
 * leio_body_region_trace:
 * @cr: gets the path
 * @path: commands M, L, C and Z with absolute numbers
 *
 * Returns: whether all of @path was understood
 */
gboolean leio_body_region_trace (cairo_t *cr, const char *path);

G_END_DECLS
