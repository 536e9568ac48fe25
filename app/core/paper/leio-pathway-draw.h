/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A phase of the pathway as a picture on paper: its steps in columns beside a line
 * that goes on to the next. It needs a surface of cairo and a font, and no
 * widget; black on white, so that a copier keeps it. What is settled has a solid
 * edge, what is open a dashed one, and each says so in words.
 */
#pragma once

#include <pango/pangocairo.h>

#include "leio-pathway.h"

G_BEGIN_DECLS

/**
 * leio_pathway_draw_phase:
 * @cr: (nullable): where to; NULL to measure only
 * @context: of Pango: the font and its size, which is made smaller where it must be
 * @phase: what
 * @width: how wide
 * @most: how high at most
 * @rtl: whether one reads from right to left
 *
 * Returns: how high the picture is
 */
double leio_pathway_draw_phase (cairo_t *cr,
                                PangoContext *context,
                                const LeioPathwayPhase *phase,
                                double width,
                                double most,
                                gboolean rtl);

G_END_DECLS
