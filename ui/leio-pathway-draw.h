/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pathway as a picture on paper: the phases from top to bottom beside a line,
 * each with its steps in columns. It needs a surface of cairo and a font, and no
 * widget; black on white, so that a copier keeps it. What is settled has a solid
 * edge, what is open a dashed one, and each says so in words.
 */
#pragma once

#include <pango/pangocairo.h>

#include "leio-pathway.h"

G_BEGIN_DECLS

/**
 * leio_pathway_draw:
 * @cr: (nullable): where to; NULL to measure only
 * @context: of Pango: the font and its size
 * @pathway: what
 * @width: how wide
 * @rtl: whether one reads from right to left
 *
 * Returns: how high the picture is
 */
double leio_pathway_draw (cairo_t *cr,
                          PangoContext *context,
                          const LeioPathway *pathway,
                          double width,
                          gboolean rtl);

/**
 * leio_pathway_draw_fitting:
 * @height: how high at most
 *
 * The same, with a smaller font where it would be too high.
 */
void leio_pathway_draw_fitting (cairo_t *cr,
                                PangoContext *context,
                                const LeioPathway *pathway,
                                double width,
                                double height,
                                gboolean rtl);

G_END_DECLS
