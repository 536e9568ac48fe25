/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-chart.h"
#include "leio-figure-words.h"

#define MIN_WIDTH 160
#define NATURAL_WIDTH 420

struct _LeioChart
{
  GtkWidget parent_instance;

  /* Borrowed References */
  const LeioFigure *figure;
};

G_DEFINE_FINAL_TYPE (LeioChart, leio_chart, GTK_TYPE_WIDGET)

static LeioColor
to_color (const GdkRGBA *color, float alpha)
{
  return (LeioColor) { color->red, color->green, color->blue, color->alpha * alpha };
}

static LeioChartStyle
get_style (GtkWidget *widget)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA text, mark;

  gtk_style_context_get_color (context, &text);
  if (!gtk_style_context_lookup_color (context, "leio_link_fg", &mark))
    mark = text;
  return (LeioChartStyle) {
    .context = gtk_widget_get_pango_context (widget),
    .rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
    .text = to_color (&text, 1),
    .mark = to_color (&mark, 1),
    .line = to_color (&text, 0.35f),
    .bar = to_color (&mark, 0.3f),
  };
}

static void
leio_chart_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  LeioChartStyle style = get_style (widget);

  *minimum_baseline = *natural_baseline = -1;
  *minimum = MIN_WIDTH;
  *natural = NATURAL_WIDTH;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = (int) leio_chart_draw (NULL, LEIO_CHART (widget)->figure, &style,
                                                 for_size < 0 ? NATURAL_WIDTH : for_size);
}

static void
leio_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width, height);
  LeioChartStyle style = get_style (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  leio_chart_draw (cr, LEIO_CHART (widget)->figure, &style, width);
  cairo_destroy (cr);
}

static GtkSizeRequestMode
leio_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
leio_chart_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (leio_chart_parent_class)->css_changed (widget, change);

  gtk_widget_queue_resize (widget);
}

static void
leio_chart_class_init (LeioChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = leio_chart_measure;
  widget_class->snapshot = leio_chart_snapshot;
  widget_class->get_request_mode = leio_chart_get_request_mode;
  widget_class->css_changed = leio_chart_css_changed;

  gtk_widget_class_set_css_name (widget_class, "leio-chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
leio_chart_init (LeioChart *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
leio_chart_new (const LeioFigure *figure)
{
  LeioChart *self = g_object_new (LEIO_TYPE_CHART, NULL);
  g_autofree char *description = leio_figure_dup_description (figure);

  self->figure = figure;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  figure->title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
  return GTK_WIDGET (self);
}
