/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-card-layout.h"

/* Side by side where the card is at least this many letters wide. */
#define WIDE_LETTERS 45
#define MIN_HEAD_LETTERS 14
#define MAX_HEAD_LETTERS 19

struct _LeioCardLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (LeioCardLayout, leio_card_layout, GTK_TYPE_LAYOUT_MANAGER)

/* The children of the card. */
typedef struct
{
  GtkWidget *head;
  GtkWidget *divider;
  GtkWidget *reasons;
  GtkWidget *details;
} CardParts;

static CardParts
get_parts (GtkWidget *card)
{
  CardParts parts;

  parts.head = gtk_widget_get_first_child (card);
  parts.divider = gtk_widget_get_next_sibling (parts.head);
  parts.reasons = gtk_widget_get_next_sibling (parts.divider);
  parts.details = gtk_widget_get_next_sibling (parts.reasons);

  return parts;
}

static int
get_letter_width (GtkWidget *card)
{
  PangoContext *context = gtk_widget_get_pango_context (card);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  double resolution = pango_cairo_context_get_resolution (context);

  if (!pango_font_description_get_size_is_absolute (font))
    size *= (resolution > 0 ? resolution : 96) / 72;

  return MAX (1, (int) size);
}

/* The width of the head where it stands beside the reasons; 0 where they are stacked. */
static int
get_head_width (GtkWidget *card, int width)
{
  int letter = get_letter_width (card);

  if (!gtk_widget_should_layout (get_parts (card).reasons))
    return 0;
  if (width < WIDE_LETTERS * letter)
    return 0;

  return CLAMP (width * 3 / 10, MIN_HEAD_LETTERS * letter, MAX_HEAD_LETTERS * letter);
}

static int
get_height (GtkWidget *widget, int width)
{
  int height;

  if (!gtk_widget_should_layout (widget))
    return 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

static int
get_width (GtkWidget *widget, int *natural)
{
  int minimum = 0;

  if (natural != NULL)
    *natural = 0;
  if (!gtk_widget_should_layout (widget))
    return 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, natural, NULL, NULL);
  return minimum;
}

static int
measure_height (GtkWidget *card, int width)
{
  CardParts parts = get_parts (card);
  int head_width = get_head_width (card, width);
  int details = get_height (parts.details, width);
  int divider = get_width (parts.divider, NULL);

  if (head_width == 0)
    return get_height (parts.head, width) + divider + get_height (parts.reasons, width) + details;

  return MAX (get_height (parts.head, head_width),
              get_height (parts.reasons, width - head_width - divider))
         + details;
}

static void
leio_card_layout_measure (GtkLayoutManager *manager,
                          GtkWidget *card,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  CardParts parts = get_parts (card);
  int head, reasons;

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = measure_height (card, for_size < 0 ? G_MAXINT / 4 : for_size);
      return;
    }

  *minimum = MAX (get_width (parts.head, &head), get_width (parts.reasons, &reasons));
  *natural = MAX (*minimum, head + reasons);
}

static void
place (GtkWidget *card, GtkWidget *child, int x, int y, int width, int height)
{
  if (!gtk_widget_should_layout (child))
    return;
  if (gtk_widget_get_direction (card) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (card) - x - width;

  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
leio_card_layout_allocate (GtkLayoutManager *manager,
                           GtkWidget *card,
                           int width,
                           int height,
                           int baseline)
{
  CardParts parts = get_parts (card);
  int head_width = get_head_width (card, width);
  int divider = get_width (parts.divider, NULL);
  int details = get_height (parts.details, width);
  int top = height - details;

  if (head_width > 0)
    {
      place (card, parts.head, 0, 0, head_width, top);
      place (card, parts.divider, head_width, 0, divider, top);
      place (card, parts.reasons, head_width + divider, 0, width - head_width - divider, top);
    }
  else
    {
      int head = get_height (parts.head, width);

      place (card, parts.head, 0, 0, width, head);
      place (card, parts.divider, 0, head, width, divider);
      place (card, parts.reasons, 0, head + divider, width, top - head - divider);
    }

  place (card, parts.details, 0, top, width, details);
}

static GtkSizeRequestMode
leio_card_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *card)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
leio_card_layout_class_init (LeioCardLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = leio_card_layout_measure;
  layout_class->allocate = leio_card_layout_allocate;
  layout_class->get_request_mode = leio_card_layout_get_request_mode;
}

static void
leio_card_layout_init (LeioCardLayout *self)
{
}
