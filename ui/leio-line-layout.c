/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-line-layout.h"

/* Of the width that Pango calls that of a letter: with words and blanks some 75 letters fit. */
#define LINE_CHARS 80

struct _LeioLineLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (LeioLineLayout, leio_line_layout, GTK_TYPE_LAYOUT_MANAGER)

int
leio_line_layout_get_width (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS_CEIL (width * LINE_CHARS);
}

/* The children below each other, each @width wide; where @place is set, at @x. Returns the height.
 */
static int
go_through (LeioLineLayout *self, GtkWidget *widget, int x, int width, gboolean place)
{
  int y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int height = 0;

      if (!gtk_widget_should_layout (child))
        continue;

      y += y > 0 ? self->spacing : 0;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
      if (place)
        gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
      y += height;
    }
  return y;
}

static int
get_least_width (GtkWidget *widget)
{
  int least = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int width = 0;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      least = MAX (least, width);
    }
  return least;
}

/* What cannot be narrower than a line has the width that it needs. */
static int
get_column (GtkWidget *widget, int width)
{
  int line = MAX (leio_line_layout_get_width (widget), get_least_width (widget));

  return width < 0 ? line : MIN (line, width);
}

static void
leio_line_layout_measure (GtkLayoutManager *manager,
                          GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = get_least_width (widget);
      *natural = get_column (widget, -1);
      return;
    }
  *minimum = *natural = go_through (LEIO_LINE_LAYOUT (manager), widget, 0,
                                    get_column (widget, for_size), FALSE);
}

static void
leio_line_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  int column = get_column (widget, width);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  go_through (LEIO_LINE_LAYOUT (manager), widget, rtl ? width - column : 0, column, TRUE);
}

static GtkSizeRequestMode
leio_line_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
leio_line_layout_class_init (LeioLineLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->measure = leio_line_layout_measure;
  manager_class->allocate = leio_line_layout_allocate;
  manager_class->get_request_mode = leio_line_layout_get_request_mode;
}

static void
leio_line_layout_init (LeioLineLayout *self)
{
}

GtkLayoutManager *
leio_line_layout_new (int spacing)
{
  LeioLineLayout *self = g_object_new (LEIO_TYPE_LINE_LAYOUT, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
