/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-pathway-draw.h"

#include <glib/gi18n-lib.h>

#define N_COLUMNS 3

/* In heights of a line of text. */
#define GAP 0.6
#define PADDING 0.5
#define RAIL 1.6
#define DOT 0.45

/* The font is made so much smaller at a time, and not smaller than that. */
#define SHRINK 0.94
#define SMALLEST 0.45

typedef struct
{
  cairo_t *cr; /* (nullable) */
  PangoContext *context;
  double width;
  double line;
  gboolean rtl;
} Pen;

/* @x counts from the side where reading begins. Returns the height. */
static double
draw_text (const Pen *pen, const char *text, double x, double y, double width, gboolean bold)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (pen->context);
  PangoRectangle extents;

  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (bold)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, attributes);
    }
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  if (pen->cr != NULL)
    {
      double left = pen->rtl ? pen->width - x - extents.width : x;

      cairo_move_to (pen->cr, left - extents.x, y);
      pango_cairo_show_layout (pen->cr, layout);
    }
  return extents.height;
}

static double
draw_words (const Pen *pen, const LeioStep *step, double x, double y, double width)
{
  double height = draw_text (pen, step->title, x, y, width, TRUE);

  if (step->emergency)
    height += draw_text (pen, C_ ("pathway", "Emergency"), x, y + height, width, TRUE);
  if (*step->detail != '\0')
    height += draw_text (pen, step->detail, x, y + height, width, FALSE);
  for (guint i = 0; i < step->lines->len; i++)
    {
      g_autofree char *line = g_strdup_printf ("• %s",
                                               (char *) g_ptr_array_index (step->lines, i));

      height += draw_text (pen, line, x, y + height, width, FALSE);
    }
  return height;
}

static void
draw_edge (const Pen *pen, const LeioStep *step, double x, double y, double width, double height)
{
  const double dashes[] = { pen->line / 4, pen->line / 5 };
  gboolean open = step->kind == LEIO_STEP_FORK || step->kind == LEIO_STEP_OPEN;
  gboolean strong = step->status == LEIO_STATUS_RECOMMENDED;

  if (pen->cr == NULL)
    return;

  cairo_save (pen->cr);
  cairo_set_line_width (pen->cr, pen->line * (strong ? 0.11 : 0.05));
  if (open)
    cairo_set_dash (pen->cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_rectangle (pen->cr, pen->rtl ? pen->width - x - width : x, y, width, height);
  cairo_stroke (pen->cr);
  cairo_restore (pen->cr);
}

/* A row of steps, as high as the highest; returns the height. */
static double
draw_row (const Pen *pen, GPtrArray *steps, guint first, double x, double y)
{
  double room = pen->width - x;
  double width = (room - (N_COLUMNS - 1) * pen->line * GAP) / N_COLUMNS;
  double padding = pen->line * PADDING;
  double height = 0;

  for (guint i = first; i < steps->len && i < first + N_COLUMNS; i++)
    {
      double left = x + (i - first) * (width + pen->line * GAP) + padding;
      double high = draw_words (pen, g_ptr_array_index (steps, i), left, y + padding,
                                width - 2 * padding);

      height = MAX (height, high + 2 * padding);
    }
  for (guint i = first; i < steps->len && i < first + N_COLUMNS; i++)
    draw_edge (pen, g_ptr_array_index (steps, i), x + (i - first) * (width + pen->line * GAP), y,
               width, height);
  return height;
}

static void
draw_dot (const Pen *pen, double y)
{
  double x = pen->line * DOT;

  if (pen->cr == NULL)
    return;

  /* Else a line would lead here from the text before. */
  cairo_new_path (pen->cr);
  cairo_arc (pen->cr, pen->rtl ? pen->width - x : x, y + pen->line / 2, pen->line * DOT, 0,
             2 * G_PI);
  cairo_fill (pen->cr);
}

static void
draw_rail (const Pen *pen, double bottom)
{
  double x = pen->line * DOT;

  if (pen->cr == NULL)
    return;

  cairo_set_line_width (pen->cr, pen->line * 0.08);
  cairo_move_to (pen->cr, pen->rtl ? pen->width - x : x, pen->line / 2);
  cairo_line_to (pen->cr, pen->rtl ? pen->width - x : x, bottom);
  cairo_stroke (pen->cr);
}

static double
draw_phase (const Pen *pen, const LeioPathwayPhase *phase)
{
  double x = pen->line * RAIL;
  double y = 0;

  draw_dot (pen, y);
  y += draw_text (pen, phase->title, x, y, pen->width - x, TRUE) + pen->line * GAP / 2;
  if (phase->steps->len == 0)
    y += draw_text (pen, C_ ("pathway", "Nothing in this case"), x, y, pen->width - x, FALSE)
         + pen->line * GAP;
  for (guint i = 0; i < phase->steps->len; i += N_COLUMNS)
    y += draw_row (pen, phase->steps, i, x, y) + pen->line * GAP;
  draw_rail (pen, y);
  return y;
}

static double
measure_line (PangoContext *context)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  int height;

  pango_layout_set_text (layout, "X", -1);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

double
leio_pathway_draw_phase (cairo_t *cr,
                         PangoContext *context,
                         const LeioPathwayPhase *phase,
                         double width,
                         double most,
                         gboolean rtl)
{
  const PangoFontDescription *full = pango_context_get_font_description (context);
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (full);
  int size = pango_font_description_get_size (font);
  double part = 1;
  Pen pen = { NULL, context, width, measure_line (context), rtl };

  while (draw_phase (&pen, phase) > most && part > SMALLEST)
    {
      part *= SHRINK;
      if (pango_font_description_get_size_is_absolute (font))
        pango_font_description_set_absolute_size (font, size * part);
      else
        pango_font_description_set_size (font, (int) (size * part));
      pango_context_set_font_description (context, font);
      pen.line = measure_line (context);
    }
  pen.cr = cr;
  return draw_phase (&pen, phase);
}
