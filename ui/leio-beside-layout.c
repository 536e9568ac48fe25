/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-beside-layout.h"

#define SPACING 12
/* The list stands beside the picture where it is at least this wide. */
#define LIST_LETTERS 22

struct _LeioBesideLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (LeioBesideLayout, leio_beside_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef struct
{
  GtkWidget *picture;
  GtkWidget *list;
  int picture_width;
  int picture_height;
  int list_min;
  int list_natural;
} Parts;

static Parts
get_parts (GtkWidget *widget)
{
  Parts parts;

  parts.picture = gtk_widget_get_first_child (widget);
  parts.list = gtk_widget_get_next_sibling (parts.picture);
  gtk_widget_measure (parts.picture, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &parts.picture_width,
                      NULL, NULL);
  gtk_widget_measure (parts.picture, GTK_ORIENTATION_VERTICAL, -1, NULL, &parts.picture_height,
                      NULL, NULL);
  gtk_widget_measure (parts.list, GTK_ORIENTATION_HORIZONTAL, -1, &parts.list_min,
                      &parts.list_natural, NULL, NULL);
  return parts;
}

static int
get_letter_width (GtkWidget *widget)
{
  PangoFontMetrics *metrics =
      pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  int width = PANGO_PIXELS (pango_font_metrics_get_approximate_char_width (metrics));

  pango_font_metrics_unref (metrics);
  return width;
}

/* The width of the list beside the picture; 0 where it stands below. */
static int
get_width_beside (GtkWidget *widget, const Parts *parts, int width)
{
  int rest = width - parts->picture_width - SPACING;

  return rest >= MAX (parts->list_min, LIST_LETTERS * get_letter_width (widget)) ? rest : 0;
}

static int
get_list_height (const Parts *parts, int width)
{
  int height;

  gtk_widget_measure (parts->list, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

static GtkSizeRequestMode
leio_beside_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
leio_beside_layout_measure (GtkLayoutManager *manager,
                            GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  Parts parts = get_parts (widget);
  int beside;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (parts.picture_width, parts.list_min);
      *natural = parts.picture_width + SPACING + parts.list_natural;
      return;
    }

  beside = for_size < 0 ? parts.list_natural : get_width_beside (widget, &parts, for_size);
  if (beside > 0)
    *minimum = MAX (parts.picture_height, get_list_height (&parts, beside));
  else
    *minimum = parts.picture_height + SPACING + get_list_height (&parts, for_size);
  *natural = *minimum;
}

static void
leio_beside_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  Parts parts = get_parts (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int beside = get_width_beside (widget, &parts, width);
  GtkAllocation picture = { 0, 0, parts.picture_width, parts.picture_height };
  GtkAllocation list = { 0, 0, beside, height };

  if (beside > 0 && mirrored)
    picture.x = width - parts.picture_width;
  else if (beside > 0)
    list.x = width - beside;
  else
    {
      picture.x = (width - parts.picture_width) / 2;
      list = (GtkAllocation){ 0, parts.picture_height + SPACING, width,
                              height - parts.picture_height - SPACING };
    }
  gtk_widget_size_allocate (parts.picture, &picture, -1);
  gtk_widget_size_allocate (parts.list, &list, -1);
}

static void
leio_beside_layout_class_init (LeioBesideLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = leio_beside_layout_get_request_mode;
  layout_class->measure = leio_beside_layout_measure;
  layout_class->allocate = leio_beside_layout_allocate;
}

static void
leio_beside_layout_init (LeioBesideLayout *self)
{
}

GtkLayoutManager *
leio_beside_layout_new (void)
{
  return g_object_new (LEIO_TYPE_BESIDE_LAYOUT, NULL);
}
