/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-size-scale.h"

#include <glib/gi18n.h>
#include <math.h>

#include "leio-words.h"

/* The bar ends this much beyond its last mark, or beyond a larger size. */
#define BEYOND_MARKS 1.33
#define BEYOND_SIZE 1.05
#define BAR_TOP 4
#define BAR_HEIGHT 10
#define TICK_HEIGHT 18
#define LABEL_TOP 20
#define LABEL_SPACING 6
#define TROUGH_ALPHA 0.16f

struct _LeioSizeScale
{
  GtkWidget parent_instance;

  GArray *marks; /* (element-type double) */
  char *unit;
  double size; /* NAN where it is not known */
};

G_DEFINE_FINAL_TYPE (LeioSizeScale, leio_size_scale, GTK_TYPE_WIDGET)

static double
get_mark (LeioSizeScale *self, guint mark)
{
  return g_array_index (self->marks, double, mark);
}

/* What the whole bar stands for. */
static double
get_length (LeioSizeScale *self)
{
  double length = get_mark (self, self->marks->len - 1) * BEYOND_MARKS;

  return isnan (self->size) ? length : MAX (length, self->size * BEYOND_SIZE);
}

static char *
dup_length (LeioSizeScale *self, double length)
{
  g_autofree char *digits = leio_words_from_number (length);

  return g_strdup_printf ("%s %s", digits, self->unit);
}

/**
 * leio_size_scale_dup_words:
 * @self: the scale
 *
 * Returns: (transfer full) (nullable): between which marks the size lies; NULL without a size
 */
char *
leio_size_scale_dup_words (LeioSizeScale *self)
{
  g_autofree char *above = NULL;
  g_autofree char *below = NULL;
  guint mark = 0;

  g_return_val_if_fail (LEIO_IS_SIZE_SCALE (self), NULL);

  if (isnan (self->size))
    return NULL;

  /* A size at a mark counts as below it, as in the stages. */
  while (mark < self->marks->len && self->size > get_mark (self, mark))
    mark++;
  if (mark > 0)
    above = dup_length (self, get_mark (self, mark - 1));
  if (mark < self->marks->len)
    below = dup_length (self, get_mark (self, mark));

  if (above == NULL)
    /* Translators: %s is a length, e.g. "5 cm". */
    return g_strdup_printf (_ ("At most %s"), below);
  if (below == NULL)
    /* Translators: %s is a length, e.g. "15 cm". */
    return g_strdup_printf (_ ("More than %s"), above);
  /* Translators: two lengths, e.g. "5 cm" and "10 cm". */
  return g_strdup_printf (_ ("More than %1$s, at most %2$s"), above, below);
}

static char *
dup_marks (LeioSizeScale *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->marks->len; i++)
    {
      g_autofree char *mark = dup_length (self, get_mark (self, i));

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", mark);
    }
  return g_string_free (text, FALSE);
}

/* The picture in words, for who does not see it. */
static void
describe (LeioSizeScale *self)
{
  g_autofree char *marks = dup_marks (self);
  g_autofree char *text = NULL;

  if (isnan (self->size))
    {
      /* Translators: %s is a list of lengths, e.g. "5 cm, 10 cm, 15 cm". */
      text = g_strdup_printf (_ ("A scale with marks at %s, no size yet"), marks);
    }
  else
    {
      g_autofree char *size = dup_length (self, self->size);

      /* Translators: the first is a length, e.g. "8.5 cm", the second a list of lengths. */
      text = g_strdup_printf (_ ("%1$s on a scale with marks at %2$s"), size, marks);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* The place of @length from the start of the bar, which is on the right where text begins there. */
static float
get_x (LeioSizeScale *self, double length)
{
  float width = gtk_widget_get_width (GTK_WIDGET (self));
  float x = width * length / get_length (self);

  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? width - x : x;
}

static void
draw_bar (LeioSizeScale *self, GtkSnapshot *snapshot, const GdkRGBA *color, double to)
{
  float from_x = get_x (self, 0);
  float to_x = get_x (self, to);
  GskRoundedRect bar;

  gsk_rounded_rect_init_from_rect (&bar,
                                   &GRAPHENE_RECT_INIT (MIN (from_x, to_x), BAR_TOP,
                                                        fabsf (to_x - from_x), BAR_HEIGHT),
                                   BAR_HEIGHT / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &bar);
  gtk_snapshot_append_color (snapshot, color, &bar.bounds);
  gtk_snapshot_pop (snapshot);
}

/* The number at a mark, unless it would come nearer to the middle than @limit, where the number of
 * the next mark stands. Returns where it begins, seen from the start of the bar. */
static float
draw_label (LeioSizeScale *self,
            GtkSnapshot *snapshot,
            const GdkRGBA *color,
            double mark,
            float limit)
{
  g_autofree char *text = dup_length (self, mark);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  float width = gtk_widget_get_width (GTK_WIDGET (self));
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  float start;
  int length = 0;

  pango_layout_get_pixel_size (layout, &length, NULL);
  start = width * mark / get_length (self) - length / 2.0f;
  if (start + length > limit)
    return limit;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT (mirrored ? width - start - length : start, LABEL_TOP));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
  return start - LABEL_SPACING;
}

static void
leio_size_scale_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LeioSizeScale *self = LEIO_SIZE_SCALE (widget);
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  float limit = gtk_widget_get_width (widget);
  GdkRGBA color, accent;

  gtk_style_context_get_color (context, &color);
  if (!gtk_style_context_lookup_color (context, "leio_drawn", &accent))
    accent = color;

  draw_bar (self, snapshot, &(GdkRGBA){ color.red, color.green, color.blue, TROUGH_ALPHA },
            get_length (self));
  if (!isnan (self->size))
    draw_bar (self, snapshot, &accent, self->size);
  for (guint i = self->marks->len; i > 0; i--)
    {
      double mark = get_mark (self, i - 1);

      gtk_snapshot_append_color (snapshot, &color,
                                 &GRAPHENE_RECT_INIT (get_x (self, mark), 0, 1, TICK_HEIGHT));
      limit = draw_label (self, snapshot, &color, mark, limit);
    }
}

static void
leio_size_scale_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "0");
  int height = 0;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  pango_layout_get_pixel_size (layout, NULL, &height);
  *minimum = *natural = LABEL_TOP + height;
}

static void
leio_size_scale_finalize (GObject *object)
{
  LeioSizeScale *self = LEIO_SIZE_SCALE (object);

  g_array_unref (self->marks);
  g_free (self->unit);

  G_OBJECT_CLASS (leio_size_scale_parent_class)->finalize (object);
}

static void
leio_size_scale_class_init (LeioSizeScaleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = leio_size_scale_finalize;
  widget_class->snapshot = leio_size_scale_snapshot;
  widget_class->measure = leio_size_scale_measure;

  gtk_widget_class_set_css_name (widget_class, "sizescale");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
leio_size_scale_init (LeioSizeScale *self)
{
  self->marks = g_array_new (FALSE, FALSE, sizeof (double));
  self->size = NAN;
}

GtkWidget *
leio_size_scale_new (const double *marks, guint n_marks, const char *unit)
{
  LeioSizeScale *self;

  g_return_val_if_fail (n_marks > 0, NULL);

  self = g_object_new (LEIO_TYPE_SIZE_SCALE, NULL);
  g_array_append_vals (self->marks, marks, n_marks);
  self->unit = g_strdup (unit != NULL ? unit : "");
  describe (self);
  return GTK_WIDGET (self);
}

void
leio_size_scale_set_size (LeioSizeScale *self, double size)
{
  g_return_if_fail (LEIO_IS_SIZE_SCALE (self));

  self->size = size;
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
