/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A figure of a source as a picture. The widget tells the same numbers to
 * assistive technology.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-chart-draw.h"

G_BEGIN_DECLS

#define LEIO_TYPE_CHART (leio_chart_get_type ())
G_DECLARE_FINAL_TYPE (LeioChart, leio_chart, LEIO, CHART, GtkWidget)

/* @figure: lent; it must live longer than the chart. */
GtkWidget *leio_chart_new (const LeioFigure *figure);

G_END_DECLS
