/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-test-contrast.h"

#include <math.h>

#include "leio-test-ui.h"

#define LEAST 4.5
#define LONGEST_WAIT 500
#define PAUSE_USEC (10 * G_TIME_SPAN_MILLISECOND)
#define MAX_GROUNDS 8

/* One colour, or the two ends of a gradient, on a rectangle. */
typedef struct
{
  graphene_rect_t bounds;
  GdkRGBA colors[2];
} Fill;

/* On the way down the tree of what is painted. */
typedef struct
{
  GskTransform *transform; /* (nullable) lent */
  graphene_rect_t clip;
  double opacity;
} Place;

typedef struct
{
  GtkWidget *window;
  const char *what;
  GArray *fills; /* (element-type Fill) in the order in which they are painted */
  guint n_texts;
} Painter;

static double
get_channel (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const GdkRGBA *color)
{
  return 0.2126 * get_channel (color->red) + 0.7152 * get_channel (color->green)
         + 0.0722 * get_channel (color->blue);
}

double
leio_test_contrast_get (const GdkRGBA *text, const GdkRGBA *ground)
{
  double a = get_luminance (text) + 0.05, b = get_luminance (ground) + 0.05;

  return MAX (a, b) / MIN (a, b);
}

static GdkRGBA
lay_over (const GdkRGBA *ground, const GdkRGBA *color)
{
  GdkRGBA mixed = { .alpha = 1 };

  mixed.red = ground->red + (color->red - ground->red) * color->alpha;
  mixed.green = ground->green + (color->green - ground->green) * color->alpha;
  mixed.blue = ground->blue + (color->blue - ground->blue) * color->alpha;
  return mixed;
}

/* What lies under a point: more than one colour where gradients do. */
static guint
find_grounds (Painter *painter, const graphene_point_t *point, GdkRGBA *grounds)
{
  guint n_grounds = 1;

  grounds[0] = (GdkRGBA) { 1, 1, 1, 1 };
  for (guint i = 0; i < painter->fills->len; i++)
    {
      const Fill *fill = &g_array_index (painter->fills, Fill, i);
      gboolean one = gdk_rgba_equal (&fill->colors[0], &fill->colors[1]);
      guint n_before = n_grounds;

      if (!graphene_rect_contains_point (&fill->bounds, point))
        continue;

      for (guint j = 0; j < n_before; j++)
        {
          if (!one && n_grounds < MAX_GROUNDS)
            grounds[n_grounds++] = lay_over (&grounds[j], &fill->colors[1]);
          grounds[j] = lay_over (&grounds[j], &fill->colors[0]);
        }
    }
  return n_grounds;
}

static char *
dup_widget (GtkWidget *widget)
{
  g_autofree char *classes = NULL;
  g_auto (GStrv) names = NULL;

  if (widget == NULL)
    return g_strdup ("nothing");

  names = gtk_widget_get_css_classes (widget);
  classes = g_strjoinv (".", names);
  return g_strdup_printf ("%s.%s in %s '%.40s'", gtk_widget_get_css_name (widget), classes,
                          gtk_widget_get_css_name (gtk_widget_get_parent (widget)),
                          GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "");
}

static void
measure (Painter *painter, const graphene_point_t *point, const GdkRGBA *color)
{
  GtkWidget *widget = gtk_widget_pick (painter->window, point->x, point->y,
                                       GTK_PICK_INSENSITIVE | GTK_PICK_NON_TARGETABLE);
  GdkRGBA grounds[MAX_GROUNDS];
  guint n_grounds = find_grounds (painter, point, grounds);
  double least = 21;

  if (widget != NULL && !gtk_widget_is_sensitive (widget))
    return;

  painter->n_texts++;
  for (guint i = 0; i < n_grounds; i++)
    {
      GdkRGBA seen = lay_over (&grounds[i], color);

      least = MIN (least, leio_test_contrast_get (&seen, &grounds[i]));
    }
  if (least < LEAST)
    {
      g_autofree char *name = dup_widget (widget);

      g_test_message ("%s: %.2f : 1 for %s", painter->what, least, name);
      g_test_fail ();
    }
}

static GdkRGBA
fade (const GdkRGBA *color, const Place *place)
{
  GdkRGBA faded = *color;

  faded.alpha *= place->opacity;
  return faded;
}

static gboolean
find_bounds (GskRenderNode *node, const Place *place, graphene_rect_t *seen)
{
  graphene_rect_t bounds;

  gsk_render_node_get_bounds (node, &bounds);
  gsk_transform_transform_bounds (place->transform, &bounds, &bounds);
  return graphene_rect_intersection (&bounds, &place->clip, seen);
}

static void
add_fill (Painter *painter, GskRenderNode *node, const Place *place, const GdkRGBA *first,
          const GdkRGBA *last)
{
  Fill fill = { .colors = { fade (first, place), fade (last, place) } };

  if (find_bounds (node, place, &fill.bounds))
    g_array_append_val (painter->fills, fill);
}

static void
add_gradient (Painter *painter, GskRenderNode *node, const Place *place)
{
  gsize n_stops = gsk_linear_gradient_node_get_n_color_stops (node);
  const GskColorStop *stops = gsk_linear_gradient_node_get_color_stops (node, NULL);

  add_fill (painter, node, place, &stops[0].color, &stops[n_stops - 1].color);
}

static void
add_text (Painter *painter, GskRenderNode *node, const Place *place)
{
  GdkRGBA color = fade (gsk_text_node_get_color (node), place);
  graphene_rect_t bounds;
  graphene_point_t center;

  if (!find_bounds (node, place, &bounds) || color.alpha < 0.01)
    return;

  graphene_rect_get_center (&bounds, &center);
  measure (painter, &center, &color);
}

static void paint (Painter *painter, GskRenderNode *node, const Place *place);

static void
paint_clipped (Painter *painter, GskRenderNode *child, const graphene_rect_t *clip,
               const Place *place)
{
  Place inner = *place;
  graphene_rect_t bounds;

  gsk_transform_transform_bounds (place->transform, clip, &bounds);
  if (graphene_rect_intersection (&bounds, &place->clip, &inner.clip))
    paint (painter, child, &inner);
}

static void
paint_transformed (Painter *painter, GskRenderNode *node, const Place *place)
{
  Place inner = *place;

  inner.transform = gsk_transform_transform (gsk_transform_ref (place->transform),
                                             gsk_transform_node_get_transform (node));
  paint (painter, gsk_transform_node_get_child (node), &inner);
  gsk_transform_unref (inner.transform);
}

static void
paint_faded (Painter *painter, GskRenderNode *node, const Place *place)
{
  Place inner = *place;

  inner.opacity *= gsk_opacity_node_get_opacity (node);
  paint (painter, gsk_opacity_node_get_child (node), &inner);
}

/* (nullable): the one child of a node that only wraps it. */
static GskRenderNode *
get_wrapped (GskRenderNode *node, GskRenderNodeType type)
{
  if (type == GSK_SHADOW_NODE)
    return gsk_shadow_node_get_child (node);
  if (type == GSK_DEBUG_NODE)
    return gsk_debug_node_get_child (node);
  if (type == GSK_CROSS_FADE_NODE)
    return gsk_cross_fade_node_get_end_child (node);
  return NULL;
}

static void
paint_leaf (Painter *painter, GskRenderNode *node, GskRenderNodeType type, const Place *place)
{
  if (type == GSK_COLOR_NODE)
    add_fill (painter, node, place, gsk_color_node_get_color (node),
              gsk_color_node_get_color (node));
  else if (type == GSK_LINEAR_GRADIENT_NODE)
    add_gradient (painter, node, place);
  else if (type == GSK_TEXT_NODE)
    add_text (painter, node, place);
}

/* Icons, lines and shadows are no text and no ground for it. */
static void
paint (Painter *painter, GskRenderNode *node, const Place *place)
{
  GskRenderNodeType type = gsk_render_node_get_node_type (node);
  GskRenderNode *wrapped = get_wrapped (node, type);

  if (wrapped != NULL)
    paint (painter, wrapped, place);
  else if (type == GSK_TRANSFORM_NODE)
    paint_transformed (painter, node, place);
  else if (type == GSK_OPACITY_NODE)
    paint_faded (painter, node, place);
  else if (type == GSK_CLIP_NODE)
    paint_clipped (painter, gsk_clip_node_get_child (node), gsk_clip_node_get_clip (node), place);
  else if (type == GSK_ROUNDED_CLIP_NODE)
    paint_clipped (painter, gsk_rounded_clip_node_get_child (node),
                   &gsk_rounded_clip_node_get_clip (node)->bounds, place);
  else if (type != GSK_CONTAINER_NODE)
    paint_leaf (painter, node, type, place);
  else
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      paint (painter, gsk_container_node_get_child (node, i), place);
}

/* NULL where nothing was painted yet. */
static GskRenderNode *
take_picture (GtkWidget *window, int width, int height)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  return gtk_snapshot_to_node (snapshot);
}

static GskRenderNode *
wait_for_picture (GtkWidget *window, int width, int height)
{
  GskRenderNode *node;

  for (guint i = 0; i < LONGEST_WAIT; i++)
    {
      if ((node = take_picture (window, width, height)) != NULL)
        return node;
      g_usleep (PAUSE_USEC);
      leio_test_ui_settle ();
    }
  return NULL;
}

guint
leio_test_contrast_check (GtkWidget *window, const char *what)
{
  int width = gtk_widget_get_width (window), height = gtk_widget_get_height (window);
  Painter painter = { .window = window, .what = what };
  Place place = { .opacity = 1, .clip = GRAPHENE_RECT_INIT (0, 0, width, height) };
  GskRenderNode *node = wait_for_picture (window, width, height);

  g_assert_nonnull (node);
  painter.fills = g_array_new (FALSE, FALSE, sizeof (Fill));
  paint (&painter, node, &place);
  g_array_unref (painter.fills);
  gsk_render_node_unref (node);
  return painter.n_texts;
}
