/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-adaptive-bin.h"

#define DEFAULT_THRESHOLD 720
/* Two panes with fewer characters on a line than this, together, are no pleasure to read. */
#define THRESHOLD_CHARACTERS 64

struct _LeioAdaptiveBin
{
  GtkWidget parent_instance;

  GtkWidget *child; /* owned: parented */
  int threshold;
  int text_minimum; /* of two panes, for the size of the text; 0: not known */
  int wide_minimum; /* of two panes, as last seen: else it would flip every frame */
  gboolean narrow;
  gboolean will_be_narrow;
  guint tick;
};

enum
{
  PROP_CHILD = 1,
  PROP_THRESHOLD,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void leio_adaptive_bin_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LeioAdaptiveBin,
                               leio_adaptive_bin,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      leio_adaptive_bin_buildable_init))

static void
set_narrow (LeioAdaptiveBin *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  LeioAdaptiveBin *self = LEIO_ADAPTIVE_BIN (widget);

  self->tick = 0;
  set_narrow (self, self->will_be_narrow);
  return G_SOURCE_REMOVE;
}

static GtkSizeRequestMode
leio_adaptive_bin_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
leio_adaptive_bin_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  LeioAdaptiveBin *self = LEIO_ADAPTIVE_BIN (widget);
  int child_minimum = 0, child_natural = 0;

  if (self->child != NULL && gtk_widget_should_layout (self->child))
    gtk_widget_measure (self->child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 0 : child_minimum;
  *natural = child_natural;
}

static int
measure_text (LeioAdaptiveBin *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS (THRESHOLD_CHARACTERS * width);
}

static int
get_needed_width (LeioAdaptiveBin *self)
{
  if (self->text_minimum == 0)
    self->text_minimum = measure_text (self);
  return MAX (MAX (self->threshold, self->text_minimum), self->wide_minimum);
}

static void
leio_adaptive_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LeioAdaptiveBin *self = LEIO_ADAPTIVE_BIN (widget);
  GtkAllocation place = { 0, 0, width, height };
  int minimum = 0;

  if (self->child != NULL && gtk_widget_should_layout (self->child))
    {
      gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      place.width = MAX (width, minimum);
      if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
        place.x = width - place.width;
      gtk_widget_size_allocate (self->child, &place, baseline);
    }

  if (!self->narrow)
    self->wide_minimum = minimum;
  self->will_be_narrow = width < get_needed_width (self);
  if (self->will_be_narrow != self->narrow && self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (widget, on_tick, NULL, NULL);
}

static void
leio_adaptive_bin_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (leio_adaptive_bin_parent_class)->css_changed (widget, change);

  /* The text may have another size now. */
  LEIO_ADAPTIVE_BIN (widget)->wide_minimum = 0;
  LEIO_ADAPTIVE_BIN (widget)->text_minimum = 0;
}

static void
leio_adaptive_bin_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LeioAdaptiveBin *self = LEIO_ADAPTIVE_BIN (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_THRESHOLD:
      g_value_set_int (value, self->threshold);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_threshold (LeioAdaptiveBin *self, int threshold)
{
  if (self->threshold == threshold)
    return;

  self->threshold = threshold;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_THRESHOLD]);
}

static void
leio_adaptive_bin_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  LeioAdaptiveBin *self = LEIO_ADAPTIVE_BIN (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      leio_adaptive_bin_set_child (self, g_value_get_object (value));
      break;
    case PROP_THRESHOLD:
      set_threshold (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
leio_adaptive_bin_dispose (GObject *object)
{
  g_clear_pointer (&LEIO_ADAPTIVE_BIN (object)->child, gtk_widget_unparent);

  G_OBJECT_CLASS (leio_adaptive_bin_parent_class)->dispose (object);
}

static void
leio_adaptive_bin_class_init (LeioAdaptiveBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags writable = readable | G_PARAM_WRITABLE;

  object_class->get_property = leio_adaptive_bin_get_property;
  object_class->set_property = leio_adaptive_bin_set_property;
  object_class->dispose = leio_adaptive_bin_dispose;
  widget_class->get_request_mode = leio_adaptive_bin_get_request_mode;
  widget_class->measure = leio_adaptive_bin_measure;
  widget_class->css_changed = leio_adaptive_bin_css_changed;
  widget_class->size_allocate = leio_adaptive_bin_size_allocate;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, writable);
  properties[PROP_THRESHOLD] =
      g_param_spec_int ("threshold", NULL, NULL, 0, G_MAXINT, DEFAULT_THRESHOLD, writable);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
leio_adaptive_bin_init (LeioAdaptiveBin *self)
{
  self->threshold = DEFAULT_THRESHOLD;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

static void
leio_adaptive_bin_add_child (GtkBuildable *buildable,
                             GtkBuilder *builder,
                             GObject *child,
                             const char *type)
{
  leio_adaptive_bin_set_child (LEIO_ADAPTIVE_BIN (buildable), GTK_WIDGET (child));
}

static void
leio_adaptive_bin_buildable_init (GtkBuildableIface *iface)
{
  iface->add_child = leio_adaptive_bin_add_child;
}

void
leio_adaptive_bin_set_child (LeioAdaptiveBin *self, GtkWidget *child)
{
  g_return_if_fail (LEIO_IS_ADAPTIVE_BIN (self));
  g_return_if_fail (child == NULL || GTK_IS_WIDGET (child));

  if (self->child == child)
    return;

  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

GtkWidget *
leio_adaptive_bin_get_child (LeioAdaptiveBin *self)
{
  g_return_val_if_fail (LEIO_IS_ADAPTIVE_BIN (self), NULL);
  return self->child;
}

void
leio_adaptive_bin_expect_width (LeioAdaptiveBin *self, int width)
{
  g_return_if_fail (LEIO_IS_ADAPTIVE_BIN (self));
  set_narrow (self, width < self->threshold);
}

gboolean
leio_adaptive_bin_get_narrow (LeioAdaptiveBin *self)
{
  g_return_val_if_fail (LEIO_IS_ADAPTIVE_BIN (self), FALSE);
  return self->narrow;
}
