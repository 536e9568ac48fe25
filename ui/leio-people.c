/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-people.h"

#include <glib/gi18n.h>
#include <math.h>

#define N_PEOPLE 100
#define N_IN_ROW 10
/* Of a person to the height of a line of text: ten fit beside each other at 360 pixels, even where
 * text is twice as large. */
#define PERSON_SIZE 0.8
/* Parts of a person, of its cell. */
#define HEAD_RADIUS 0.18
#define BODY_WIDTH 0.56
#define BODY_HEIGHT 0.36

struct _LeioPeople
{
  GtkWidget parent_instance;

  guint n_people;
};

G_DEFINE_FINAL_TYPE (LeioPeople, leio_people, GTK_TYPE_WIDGET)

static int
get_cell (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = PANGO_PIXELS (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);
  return MAX (8, (int) (height * PERSON_SIZE));
}

static void
leio_people_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  *minimum_baseline = *natural_baseline = -1;
  *minimum = *natural = get_cell (widget) * N_IN_ROW;
}

/* A head above shoulders. */
static void
add_person (cairo_t *cr, double x, double y, double cell)
{
  double middle = x + cell / 2;
  double top = y + cell * 0.5;

  cairo_new_sub_path (cr);
  cairo_arc (cr, middle, y + cell * 0.26, cell * HEAD_RADIUS, 0, 2 * M_PI);
  cairo_new_sub_path (cr);
  cairo_arc (cr, middle, top + cell * BODY_WIDTH / 2, cell * BODY_WIDTH / 2, M_PI, 2 * M_PI);
  cairo_line_to (cr, middle + cell * BODY_WIDTH / 2, top + cell * BODY_HEIGHT);
  cairo_line_to (cr, middle - cell * BODY_WIDTH / 2, top + cell * BODY_HEIGHT);
  cairo_close_path (cr);
}

static void
add_people (cairo_t *cr, GtkWidget *widget, guint first, guint end)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int cell = get_cell (widget);

  for (guint i = first; i < end; i++)
    {
      guint column = rtl ? N_IN_ROW - 1 - i % N_IN_ROW : i % N_IN_ROW;

      add_person (cr, column * (double) cell, i / N_IN_ROW * (double) cell, cell);
    }
}

static void
leio_people_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  guint n_people = LEIO_PEOPLE (widget)->n_people;
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                               gtk_widget_get_height (widget));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  GdkRGBA text, mark;

  gtk_style_context_get_color (context, &text);
  if (!gtk_style_context_lookup_color (context, "leio_link_fg", &mark))
    mark = text;

  add_people (cr, widget, 0, n_people);
  gdk_cairo_set_source_rgba (cr, &mark);
  cairo_fill (cr);
  add_people (cr, widget, n_people, N_PEOPLE);
  gdk_cairo_set_source_rgba (cr, &text);
  cairo_set_line_width (cr, 0.8);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
leio_people_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (leio_people_parent_class)->css_changed (widget, change);

  gtk_widget_queue_resize (widget);
}

static void
leio_people_class_init (LeioPeopleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = leio_people_measure;
  widget_class->snapshot = leio_people_snapshot;
  widget_class->css_changed = leio_people_css_changed;

  gtk_widget_class_set_css_name (widget_class, "leio-people");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
leio_people_init (LeioPeople *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
}

char *
leio_people_dup_number (guint n_people)
{
  /* Translators: %u is a number of people out of 100 */
  return g_strdup_printf (ngettext ("%u of 100 people", "%u of 100 people", n_people), n_people);
}

GtkWidget *
leio_people_new (guint n_people, const char *group)
{
  LeioPeople *self = g_object_new (LEIO_TYPE_PEOPLE, NULL);
  g_autofree char *number = leio_people_dup_number (n_people);
  /* Translators: 1 is “36 of 100 people”, 2 is what they were treated with */
  g_autofree char *name = g_strdup_printf (C_ ("people", "%1$s: %2$s"), number, group);

  self->n_people = MIN (n_people, N_PEOPLE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}
