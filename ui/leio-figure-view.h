/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One figure of a source: what it measures, the chart, and the same numbers as a
 * table, of which each row can have the focus and is named with all it says.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-knowledge.h"

G_BEGIN_DECLS

#define LEIO_TYPE_FIGURE_VIEW (leio_figure_view_get_type ())
G_DECLARE_FINAL_TYPE (LeioFigureView, leio_figure_view, LEIO, FIGURE_VIEW, GtkBox)

/* @figure: lent; it must live longer than the view. */
GtkWidget *leio_figure_view_new (const LeioFigure *figure);

G_END_DECLS
