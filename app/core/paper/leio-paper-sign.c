/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The signs of the groups, each with a shape of its own, so that a copier keeps
 * them. A word always stands beside them.
 */
#include "config.h"

#include <math.h>

#include "leio-paper-private.h"

static void
draw_circle (cairo_t *cr, gboolean filled)
{
  cairo_arc (cr, 0.5, 0.5, 0.44, 0, 2 * G_PI);
  if (filled)
    cairo_fill (cr);
  else
    cairo_stroke (cr);
}

static void
draw_lines (cairo_t *cr, const double *points, guint n, double gray)
{
  cairo_save (cr);
  cairo_set_source_rgb (cr, gray, gray, gray);
  cairo_move_to (cr, points[0], points[1]);
  for (guint i = 1; i < n; i++)
    cairo_line_to (cr, points[2 * i], points[2 * i + 1]);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_recommended (cairo_t *cr)
{
  static const double check[] = { 0.27, 0.52, 0.44, 0.68, 0.74, 0.34 };

  draw_circle (cr, TRUE);
  draw_lines (cr, check, 3, 1);
}

static void
draw_option (cairo_t *cr)
{
  draw_circle (cr, FALSE);
  cairo_arc (cr, 0.5, 0.5, 0.16, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_triangle (cairo_t *cr, gboolean filled)
{
  cairo_move_to (cr, 0.5, 0.06);
  cairo_line_to (cr, 0.97, 0.92);
  cairo_line_to (cr, 0.03, 0.92);
  cairo_close_path (cr);
  if (filled)
    cairo_fill (cr);
  else
    cairo_stroke (cr);
}

static void
draw_urgent (cairo_t *cr)
{
  static const double bar[] = { 0.5, 0.36, 0.5, 0.64 };
  static const double dot[] = { 0.5, 0.74, 0.5, 0.84 };

  draw_triangle (cr, TRUE);
  draw_lines (cr, bar, 2, 1);
  draw_lines (cr, dot, 2, 1);
}

static void
draw_open (cairo_t *cr)
{
  const double dashes[] = { 0.2, 0.145 };

  cairo_save (cr);
  cairo_set_dash (cr, dashes, 2, 0);
  draw_circle (cr, FALSE);
  cairo_restore (cr);
}

static void
draw_not_advised (cairo_t *cr)
{
  static const double bar[] = { 0.26, 0.5, 0.74, 0.5 };

  draw_circle (cr, FALSE);
  draw_lines (cr, bar, 2, 0);
}

static void
draw_contraindicated (cairo_t *cr)
{
  static const double down[] = { 0.3, 0.3, 0.7, 0.7 };
  static const double up[] = { 0.3, 0.7, 0.7, 0.3 };

  cairo_rectangle (cr, 0.06, 0.06, 0.88, 0.88);
  cairo_fill (cr);
  draw_lines (cr, down, 2, 1);
  draw_lines (cr, up, 2, 1);
}

void
leio_paper_draw_sign (cairo_t *cr, LeioSign sign, double x, double y, double size)
{
  static void (*const draw[]) (cairo_t *) = {
    [LEIO_SIGN_URGENT] = draw_urgent,
    [LEIO_SIGN_RECOMMENDED] = draw_recommended,
    [LEIO_SIGN_OPTION] = draw_option,
    [LEIO_SIGN_OPEN] = draw_open,
    [LEIO_SIGN_NOT_ADVISED] = draw_not_advised,
    [LEIO_SIGN_CONTRAINDICATED] = draw_contraindicated,
  };

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size, size);
  cairo_set_line_width (cr, 0.11);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_new_path (cr);
  if (sign == LEIO_SIGN_TRIAL_ONLY)
    draw_triangle (cr, FALSE);
  else if (sign < G_N_ELEMENTS (draw) && draw[sign] != NULL)
    draw[sign](cr);
  cairo_restore (cr);
}
