/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-end-layout.h"

#define SPACING 12
/* Between the text and buttons below it. */
#define LINE_SPACING 6
/* The buttons stand beside a longer text where it has at least this width. */
#define TEXT_LETTERS 36

struct _LeioEndLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (LeioEndLayout, leio_end_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef struct
{
  GtkWidget *text;
  GtkWidget *buttons;
  int text_min;
  int text_natural;
  int buttons_min;
  int buttons_natural;
} Parts;

static Parts
get_parts (GtkWidget *widget)
{
  Parts parts;

  parts.text = gtk_widget_get_first_child (widget);
  parts.buttons = gtk_widget_get_next_sibling (parts.text);
  gtk_widget_measure (parts.text, GTK_ORIENTATION_HORIZONTAL, -1, &parts.text_min,
                      &parts.text_natural, NULL, NULL);
  gtk_widget_measure (parts.buttons, GTK_ORIENTATION_HORIZONTAL, -1, &parts.buttons_min,
                      &parts.buttons_natural, NULL, NULL);
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

/* The width of the text beside the buttons; -1 where they stand below. */
static int
get_width_beside (GtkWidget *widget, const Parts *parts, int width)
{
  int rest = width - parts->buttons_natural - (parts->text_natural > 0 ? SPACING : 0);
  int readable = MIN (parts->text_natural, TEXT_LETTERS * get_letter_width (widget));

  return rest >= MAX (parts->text_min, readable) ? rest : -1;
}

static int
get_height (GtkWidget *child, int width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

static int
get_total_height (GtkWidget *widget, const Parts *parts, int width)
{
  int beside = get_width_beside (widget, parts, width);

  if (beside >= 0)
    return MAX (get_height (parts->text, beside),
                get_height (parts->buttons, parts->buttons_natural));
  return get_height (parts->text, width) + LINE_SPACING + get_height (parts->buttons, width);
}

static GtkSizeRequestMode
leio_end_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
leio_end_layout_measure (GtkLayoutManager *manager,
                         GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  Parts parts = get_parts (widget);

  *natural = parts.text_natural + SPACING + parts.buttons_natural;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MAX (parts.text_min, parts.buttons_min);
  else
    *minimum = *natural = get_total_height (widget, &parts, for_size < 0 ? *natural : for_size);
}

static void
place (GtkWidget *widget, GtkWidget *child, GtkAllocation place)
{
  if (!gtk_widget_should_layout (child))
    return;
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    place.x = gtk_widget_get_width (widget) - place.x - place.width;
  gtk_widget_size_allocate (child, &place, -1);
}

static void
leio_end_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  Parts parts = get_parts (widget);
  int beside = get_width_beside (widget, &parts, width);
  int text_height = get_height (parts.text, beside >= 0 ? beside : width);
  GtkAllocation text = { 0, 0, width, text_height };
  GtkAllocation buttons = { 0, text_height + LINE_SPACING, MIN (width, parts.buttons_natural), 0 };

  buttons.height = get_height (parts.buttons, buttons.width);
  if (beside >= 0)
    {
      text.width = beside;
      text.y = MAX (0, (buttons.height - text_height) / 2);
      buttons.x = width - buttons.width;
      buttons.y = 0;
    }
  place (widget, parts.text, text);
  place (widget, parts.buttons, buttons);
}

static void
leio_end_layout_class_init (LeioEndLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = leio_end_layout_get_request_mode;
  layout_class->measure = leio_end_layout_measure;
  layout_class->allocate = leio_end_layout_allocate;
}

static void
leio_end_layout_init (LeioEndLayout *self)
{
}

GtkLayoutManager *
leio_end_layout_new (void)
{
  return g_object_new (LEIO_TYPE_END_LAYOUT, NULL);
}
