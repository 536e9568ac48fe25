/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A figure of a source as a picture: for each arm its name, its number, a bar
 * from zero, and the interval around the number where there is one; all arms on
 * one scale, which begins at zero. The drawing knows no widget, so that it can be
 * put on paper too; the widget tells the same numbers to assistive technology.
 */
#pragma once

#include <gtk/gtk.h>

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

/* What the drawing takes from the place where it is put. */
typedef struct
{
  PangoContext *context; /* borrowed: font and direction of text */
  GdkRGBA text, line, bar, mark;
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

/* (transfer full): "33 months (26 to 48)". */
char *leio_chart_dup_number (const LeioFigure *figure, const LeioFigureArm *arm);
/* (transfer full): "26 to 48", or "" where there is no interval. */
char *leio_chart_dup_interval (const LeioFigureArm *arm);
/* (transfer full): every arm with its number, as a sentence. */
char *leio_chart_dup_description (const LeioFigure *figure);

#define LEIO_TYPE_CHART (leio_chart_get_type ())
G_DECLARE_FINAL_TYPE (LeioChart, leio_chart, LEIO, CHART, GtkWidget)

/* @figure: lent; it must live longer than the chart. */
GtkWidget *leio_chart_new (const LeioFigure *figure);

G_END_DECLS
