/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The picture and the words of a figure, without a widget.
 */
#include "config.h"

#include "leio-chart-draw.h"

#include <math.h>

#include "leio-figure-words.h"


/* Between numbers of a scale there is room for at least this many letters. */
#define TICKS 5

/* In heights of a line of text. */
#define BAND 0.9
#define GAP 0.35
#define RADIUS 0.26
#define BAR 0.3

typedef struct
{
  cairo_t *cr; /* (nullable) */
  const LeioChartStyle *style;
  LeioScale scale;
  double width;
  double margin; /* on both sides of the scale, for the numbers at its ends */
  double line;   /* the height of a line of text */
  double y;
} Pen;

static double
find_step (double range)
{
  double rough = range / TICKS;
  double power = pow (10, floor (log10 (rough)));

  if (rough <= power)
    return power;
  if (rough <= 2 * power)
    return 2 * power;
  return rough <= 5 * power ? 5 * power : 10 * power;
}

LeioScale
leio_scale_for_figure (const LeioFigure *figure)
{
  LeioScale scale = { 0, 0, 1 };

  for (guint i = 0; i < figure->arms->len; i++)
    {
      const LeioFigureArm *arm = &g_array_index (figure->arms, LeioFigureArm, i);

      scale.low = MIN (scale.low, isnan (arm->low) ? arm->value : arm->low);
      scale.high = MAX (scale.high, isnan (arm->high) ? arm->value : arm->high);
    }
  if (scale.high - scale.low <= 0)
    scale.high = scale.low + 1;
  scale.step = find_step (scale.high - scale.low);
  scale.low = floor (scale.low / scale.step) * scale.step;
  scale.high = ceil (scale.high / scale.step) * scale.step;
  return scale;
}

double
leio_scale_place (const LeioScale *self, double value, double width, gboolean rtl)
{
  double part = (value - self->low) / (self->high - self->low);

  return width * (rtl ? 1 - part : part);
}

static char *
dup_plain_number (double number)
{
  return g_strdup_printf ("%g", number);
}

static void
set_color (const Pen *pen, const LeioColor *color)
{
  cairo_set_source_rgba (pen->cr, color->red, color->green, color->blue, color->alpha);
}

static double
place (const Pen *pen, double value)
{
  return pen->margin
         + leio_scale_place (&pen->scale, value, pen->width - 2 * pen->margin, pen->style->rtl);
}

static PangoLayout *
create_layout (const Pen *pen, const char *text)
{
  PangoLayout *layout = pango_layout_new (pen->style->context);

  pango_layout_set_text (layout, text, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

static void
show_layout (const Pen *pen, PangoLayout *layout, double x)
{
  if (pen->cr == NULL)
    return;

  set_color (pen, &pen->style->text);
  cairo_move_to (pen->cr, x, pen->y);
  pango_cairo_show_layout (pen->cr, layout);
}

/* The name at the start of the line, the number at its end; the name wraps in what is left. */
static void
draw_words (Pen *pen, const LeioFigure *figure, const LeioFigureArm *arm)
{
  g_autofree char *number = leio_figure_dup_number (figure, arm);
  g_autoptr (PangoLayout) right = create_layout (pen, number);
  g_autoptr (PangoLayout) left = create_layout (pen, arm->label);
  PangoRectangle name;
  int number_width, number_height;
  double room;

  pango_layout_get_pixel_size (right, &number_width, &number_height);
  room = MAX (pen->width - number_width - pen->line, pen->line);
  pango_layout_set_width (left, (int) (room * PANGO_SCALE));
  pango_layout_get_pixel_extents (left, NULL, &name);

  show_layout (pen, left, (pen->style->rtl ? pen->width - name.width : 0) - name.x);
  show_layout (pen, right, pen->style->rtl ? 0 : pen->width - number_width);
  pen->y += MAX (name.height, number_height);
}

static void
draw_interval (const Pen *pen, const LeioFigureArm *arm, double y)
{
  double low = place (pen, arm->low);
  double high = place (pen, arm->high);
  double cap = pen->line * RADIUS;

  cairo_move_to (pen->cr, low, y);
  cairo_line_to (pen->cr, high, y);
  cairo_move_to (pen->cr, low, y - cap);
  cairo_line_to (pen->cr, low, y + cap);
  cairo_move_to (pen->cr, high, y - cap);
  cairo_line_to (pen->cr, high, y + cap);
  cairo_stroke (pen->cr);
}

static void
draw_bar (Pen *pen, const LeioFigureArm *arm)
{
  double y = pen->y + pen->line * BAND / 2;
  double zero = place (pen, 0);
  double end = place (pen, arm->value);

  pen->y += pen->line * (BAND + GAP);
  if (pen->cr == NULL)
    return;

  set_color (pen, &pen->style->bar);
  cairo_rectangle (pen->cr, MIN (zero, end), y - pen->line * BAR, fabs (end - zero),
                   2 * pen->line * BAR);
  cairo_fill (pen->cr);
  set_color (pen, &pen->style->mark);
  cairo_set_line_width (pen->cr, MAX (1.5, pen->line / 10));
  if (!isnan (arm->low) && !isnan (arm->high))
    draw_interval (pen, arm, y);
  cairo_arc (pen->cr, end, y, pen->line * RADIUS, 0, 2 * G_PI);
  cairo_fill (pen->cr);
}

static void
draw_tick (const Pen *pen, double value)
{
  g_autofree char *number = dup_plain_number (value);
  g_autoptr (PangoLayout) layout = create_layout (pen, number);
  double x = place (pen, value);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  show_layout (pen, layout, x - width / 2.0);
}

static void
draw_lines (const Pen *pen, double top, double bottom)
{
  set_color (pen, &pen->style->line);
  cairo_set_line_width (pen->cr, 1);
  for (double value = pen->scale.low; value < pen->scale.high + pen->scale.step / 2;
       value += pen->scale.step)
    {
      double x = floor (place (pen, value)) + 0.5;

      cairo_move_to (pen->cr, x, top);
      cairo_line_to (pen->cr, x, bottom);
    }
  cairo_move_to (pen->cr, place (pen, pen->scale.low), bottom - 0.5);
  cairo_line_to (pen->cr, place (pen, pen->scale.high), bottom - 0.5);
  cairo_stroke (pen->cr);
}

static void
draw_scale (Pen *pen)
{
  double bottom = pen->y;

  if (pen->cr != NULL)
    draw_lines (pen, bottom - pen->line * GAP, bottom);
  pen->y += pen->line * GAP / 2;
  for (double value = pen->scale.low; value < pen->scale.high + pen->scale.step / 2;
       value += pen->scale.step)
    draw_tick (pen, value);
  pen->y += pen->line;
}

double
leio_chart_draw (cairo_t *cr, const LeioFigure *figure, const LeioChartStyle *style, double width)
{
  Pen pen = { .cr = cr, .style = style, .width = width };
  g_autoptr (PangoLayout) sample = create_layout (&pen, "00");
  int sample_width, sample_height;

  pango_layout_get_pixel_size (sample, &sample_width, &sample_height);
  pen.line = sample_height;
  pen.margin = sample_width;
  pen.scale = leio_scale_for_figure (figure);
  for (guint i = 0; i < figure->arms->len; i++)
    {
      const LeioFigureArm *arm = &g_array_index (figure->arms, LeioFigureArm, i);

      draw_words (&pen, figure, arm);
      draw_bar (&pen, arm);
    }
  draw_scale (&pen);
  return ceil (pen.y);
}
