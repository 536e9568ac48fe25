/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-column-layout.h"

/* How many columns are natural. */
#define NATURAL 3

struct _LeioColumnLayout
{
  GtkLayoutManager parent_instance;

  guint chars;
  int spacing;
};

G_DEFINE_FINAL_TYPE (LeioColumnLayout, leio_column_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
get_column_width (LeioColumnLayout *self, GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS_CEIL (width * (int) self->chars);
}

static guint
count_columns (LeioColumnLayout *self, GtkWidget *widget, int width)
{
  int column = get_column_width (self, widget) + self->spacing;

  return MAX (1, (width + self->spacing) / MAX (1, column));
}

/* The rows from top to bottom; with @width of a column, and where @place is set, in their places.
 * Returns the height. */
static int
go_through (LeioColumnLayout *self, GtkWidget *widget, int width, gboolean place)
{
  guint n_columns = count_columns (self, widget, width);
  int column = (width - ((int) n_columns - 1) * self->spacing) / (int) n_columns;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int y = 0, row_height = 0;
  guint at = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation room = { 0, 0, column, 0 };

      if (!gtk_widget_should_layout (child))
        continue;
      if (at == n_columns)
        {
          y += row_height + self->spacing;
          at = row_height = 0;
        }
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, column, NULL, &room.height, NULL, NULL);
      room.x = (int) at * (column + self->spacing);
      room.y = y;
      if (rtl)
        room.x = width - room.x - column;
      if (place)
        gtk_widget_size_allocate (child, &room, -1);
      row_height = MAX (row_height, room.height);
      at++;
    }
  return y + row_height;
}

static void
leio_column_layout_measure (GtkLayoutManager *manager,
                            GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  LeioColumnLayout *self = LEIO_COLUMN_LAYOUT (manager);
  int wide = NATURAL * (get_column_width (self, widget) + self->spacing);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = go_through (self, widget, for_size < 0 ? wide : for_size, FALSE);
      return;
    }

  *minimum = 0;
  *natural = wide;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum = 0;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, NULL, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
    }
}

static void
leio_column_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  go_through (LEIO_COLUMN_LAYOUT (manager), widget, width, TRUE);
}

static GtkSizeRequestMode
leio_column_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
leio_column_layout_class_init (LeioColumnLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->measure = leio_column_layout_measure;
  manager_class->allocate = leio_column_layout_allocate;
  manager_class->get_request_mode = leio_column_layout_get_request_mode;
}

static void
leio_column_layout_init (LeioColumnLayout *self)
{
  self->chars = 1;
}

GtkLayoutManager *
leio_column_layout_new (guint chars, int spacing)
{
  LeioColumnLayout *self = g_object_new (LEIO_TYPE_COLUMN_LAYOUT, NULL);

  self->chars = chars;
  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
