/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A figure of a source as a picture: for each arm its name, its number, a bar
 * from zero, and the interval around the number where there is one; all arms on
 * one scale, which begins at zero. The drawing knows no widget: it stands in the
 * window and on paper.
 */
#pragma once

#include <pango/pangocairo.h>

#include "leio-knowledge.h"

G_BEGIN_DECLS

/* The scale of a figure: ticks from @low to @high, @step apart. */
typedef struct
{
  double low, high, step;
} LeioScale;

/* The scale that all arms and their intervals fit on, with round numbers. */
LeioScale leio_scale_for_figure (const LeioFigure *figure);
/* Where @value is on a scale of @width; from right to left the other way round. */
double leio_scale_place (const LeioScale *self, double value, double width, gboolean rtl);

typedef struct
{
  float red, green, blue, alpha;
} LeioColor;

/* What the drawing takes from the place where it is put. */
typedef struct
{
  PangoContext *context; /* borrowed: font and direction of text */
  LeioColor text, line, bar, mark;
  gboolean rtl;
} LeioChartStyle;

/**
 * leio_chart_draw:
 * @cr: (nullable): where to; NULL to measure only
 * @figure: what
 * @style: how
 * @width: how wide
 *
 * Returns: how high the picture is
 */
double leio_chart_draw (cairo_t *cr,
                        const LeioFigure *figure,
                        const LeioChartStyle *style,
                        double width);

G_END_DECLS
