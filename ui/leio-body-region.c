/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-body-region.h"

#include <string.h>

#include "leio-tooltip.h"

#define LINE_WIDTH 1.2
#define CHOSEN_WIDTH 2.0
/* A ring in the accent around a gap: it is seen around any filling. */
#define RING_WIDTH 9.0
#define GAP_WIDTH 5.0
/* So much of a line lies outside of the outline. */
#define MARGIN 5
#define FILL_ALPHA 0.12
#define HOVER_ALPHA 0.3
#define LINE_ALPHA 0.8

struct _LeioBodyRegion
{
  GtkCheckButton parent_instance;

  char *path;
  char *lines; /* (nullable) */
  graphene_rect_t bounds;
};

G_DEFINE_FINAL_TYPE (LeioBodyRegion, leio_body_region, GTK_TYPE_CHECK_BUTTON)

static gboolean
read_numbers (const char **text, double *numbers, guint n_numbers)
{
  for (guint i = 0; i < n_numbers; i++)
    {
      char *end = NULL;

      numbers[i] = g_ascii_strtod (*text, &end);
      if (end == *text)
        return FALSE;
      *text = end;
    }
  return TRUE;
}

/* One command at *@path, which moves behind it. */
static gboolean
trace_command (cairo_t *cr, const char **path)
{
  double n[6];
  char command = *(*path)++;

  switch (command)
    {
    case 'M':
      if (!read_numbers (path, n, 2))
        return FALSE;
      cairo_move_to (cr, n[0], n[1]);
      return TRUE;
    case 'L':
      if (!read_numbers (path, n, 2))
        return FALSE;
      cairo_line_to (cr, n[0], n[1]);
      return TRUE;
    case 'C':
      if (!read_numbers (path, n, 6))
        return FALSE;
      cairo_curve_to (cr, n[0], n[1], n[2], n[3], n[4], n[5]);
      return TRUE;
    case 'Z':
      cairo_close_path (cr);
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
leio_body_region_trace (cairo_t *cr, const char *path)
{
  cairo_new_path (cr);
  while (TRUE)
    {
      path += strspn (path, " ");
      if (*path == '\0')
        return TRUE;
      if (!trace_command (cr, &path))
        return FALSE;
    }
}

static cairo_t *
new_measure (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  return cr;
}

static double
get_scale (LeioBodyRegion *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) / (double) self->bounds.size.width;
}

static gboolean
leio_body_region_contains (GtkWidget *widget, double x, double y)
{
  LeioBodyRegion *self = LEIO_BODY_REGION (widget);
  double scale = get_scale (self);
  cairo_t *cr = new_measure ();
  gboolean inside;

  leio_body_region_trace (cr, self->path);
  inside = scale > 0 && cairo_in_fill (cr, self->bounds.origin.x + x / scale,
                                       self->bounds.origin.y + y / scale);
  cairo_destroy (cr);
  return inside;
}

static void
stroke (cairo_t *cr, const GdkRGBA *color, double alpha, double width)
{
  double across = width;
  double down = width;

  cairo_device_to_user_distance (cr, &across, &down);
  cairo_set_line_width (cr, ABS (across));
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, alpha);
  cairo_stroke_preserve (cr);
}

static void
draw_ring (cairo_t *cr, GtkStyleContext *context, const GdkRGBA *accent)
{
  GdkRGBA gap;

  if (!gtk_style_context_lookup_color (context, "theme_bg_color", &gap))
    gap = (GdkRGBA){ 1, 1, 1, 1 };
  stroke (cr, accent, 1, RING_WIDTH);
  stroke (cr, &gap, 1, GAP_WIDTH);
}

static void
draw (LeioBodyRegion *self, cairo_t *cr)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GtkStateFlags state = gtk_widget_get_state_flags (GTK_WIDGET (self));
  gboolean chosen = (state & GTK_STATE_FLAG_CHECKED) != 0;
  double alpha = (state & GTK_STATE_FLAG_PRELIGHT) != 0 ? HOVER_ALPHA : FILL_ALPHA;
  GdkRGBA text, accent;

  gtk_style_context_get_color (context, &text);
  if (!gtk_style_context_lookup_color (context, "leio_drawn", &accent))
    accent = text;

  leio_body_region_trace (cr, self->path);
  if ((state & GTK_STATE_FLAG_FOCUS_VISIBLE) != 0)
    draw_ring (cr, context, &accent);
  if (chosen)
    cairo_set_source_rgba (cr, accent.red, accent.green, accent.blue, 1);
  else
    cairo_set_source_rgba (cr, text.red, text.green, text.blue, alpha);
  cairo_fill_preserve (cr);
  stroke (cr, &text, LINE_ALPHA, chosen ? CHOSEN_WIDTH : LINE_WIDTH);
  if (self->lines != NULL && leio_body_region_trace (cr, self->lines))
    stroke (cr, &text, LINE_ALPHA, LINE_WIDTH);
}

static void
leio_body_region_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LeioBodyRegion *self = LEIO_BODY_REGION (widget);
  double scale = get_scale (self);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                             gtk_widget_get_height (widget));
  cairo_t *cr;

  graphene_rect_inset (&area, -MARGIN, -MARGIN);
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -self->bounds.origin.x, -self->bounds.origin.y);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  draw (self, cr);
  cairo_destroy (cr);
}

/* No style sheet draws it, so that none sees that it looks different now. */
static void
leio_body_region_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  GTK_WIDGET_CLASS (leio_body_region_parent_class)->state_flags_changed (widget, previous);
  gtk_widget_queue_draw (widget);
}

/* The picture says how large it is. */
static void
leio_body_region_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
on_choose (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (widget), TRUE);
}

static void
leio_body_region_finalize (GObject *object)
{
  LeioBodyRegion *self = LEIO_BODY_REGION (object);

  g_free (self->path);
  g_free (self->lines);

  G_OBJECT_CLASS (leio_body_region_parent_class)->finalize (object);
}

static void
leio_body_region_class_init (LeioBodyRegionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = leio_body_region_finalize;
  widget_class->contains = leio_body_region_contains;
  widget_class->snapshot = leio_body_region_snapshot;
  widget_class->measure = leio_body_region_measure;
  widget_class->state_flags_changed = leio_body_region_state_flags_changed;

  gtk_widget_class_set_css_name (widget_class, "bodyregion");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO);
  gtk_widget_class_install_action (widget_class, "option.choose", NULL, on_choose);
}

static void
leio_body_region_init (LeioBodyRegion *self)
{
  /* The indicator that the class puts in: the outline takes its place. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_set_visible (gtk_widget_get_first_child (GTK_WIDGET (self)), FALSE);
}

GtkWidget *
leio_body_region_new (const char *label, const char *path, const char *lines)
{
  LeioBodyRegion *self = g_object_new (LEIO_TYPE_BODY_REGION, NULL);
  double x1, y1, x2, y2;
  cairo_t *cr = new_measure ();

  self->path = g_strdup (path);
  self->lines = g_strdup (lines);
  leio_body_region_trace (cr, path);
  cairo_path_extents (cr, &x1, &y1, &x2, &y2);
  cairo_destroy (cr);
  graphene_rect_init (&self->bounds, x1, y1, x2 - x1, y2 - y1);

  leio_tooltip_set (GTK_WIDGET (self), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

const graphene_rect_t *
leio_body_region_get_bounds (LeioBodyRegion *self)
{
  g_return_val_if_fail (LEIO_IS_BODY_REGION (self), NULL);
  return &self->bounds;
}
