/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-wrap-layout.h"

struct _LeioWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

/* Where the next child goes, in a paragraph of @width. */
typedef struct
{
  int width;
  int spacing;
  int x; /* end of the last child on the line, 0 on an empty line */
  int y; /* top of the line */
  int line_height;
} Paragraph;

enum
{
  PROP_SPACING = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LeioWrapLayout, leio_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
leio_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (LeioWrapLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  GtkWidget *child;
  int n_children = 0;

  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_min = 0, child_nat = 0;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_min, &child_nat, NULL,
                          NULL);
      *minimum = MAX (*minimum, child_min);
      *natural += child_nat + (n_children > 0 ? self->spacing : 0);
      n_children++;
    }
}

/* Puts @child on the paragraph and says where: always within the width. */
static GtkAllocation
paragraph_place (Paragraph *paragraph, GtkWidget *child)
{
  GtkAllocation place = { 0 };
  int child_min = 0, child_nat = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_min, &child_nat, NULL, NULL);
  place.width = MAX (child_min, MIN (child_nat, paragraph->width));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place.width, NULL, &place.height, NULL,
                      NULL);

  if (paragraph->x > 0 && paragraph->x + paragraph->spacing + place.width > paragraph->width)
    {
      paragraph->y += paragraph->line_height + paragraph->spacing;
      paragraph->x = 0;
      paragraph->line_height = 0;
    }

  place.x = paragraph->x > 0 ? paragraph->x + paragraph->spacing : 0;
  place.y = paragraph->y;
  paragraph->x = place.x + place.width;
  paragraph->line_height = MAX (paragraph->line_height, place.height);
  return place;
}

static int
measure_height (LeioWrapLayout *self, GtkWidget *widget, int width)
{
  Paragraph paragraph = { .width = width < 0 ? G_MAXINT / 2 : width, .spacing = self->spacing };
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (gtk_widget_should_layout (child))
        paragraph_place (&paragraph, child);
    }

  return paragraph.y + paragraph.line_height;
}

static void
leio_wrap_layout_measure (GtkLayoutManager *manager,
                          GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  LeioWrapLayout *self = LEIO_WRAP_LAYOUT (manager);

  *minimum = 0;
  *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, widget, minimum, natural);
  else
    *minimum = *natural = measure_height (self, widget, for_size);
}

typedef struct
{
  GtkWidget *child;
  GtkAllocation place;
} Placed;

/* Gives all of a line the height of the line: from @first to the end. */
static void
level_line (GArray *line, guint first, int height)
{
  for (guint i = first; i < line->len; i++)
    g_array_index (line, Placed, i).place.height = height;
}

/* The children with their places: a line is over where the next child is lower. */
static GArray *
place_children (LeioWrapLayout *self, GtkWidget *widget, int width)
{
  Paragraph paragraph = { .width = width, .spacing = self->spacing };
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Placed));
  guint first = 0;
  int line_height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      Placed placed = { .child = child };
      int top = paragraph.y;

      if (!gtk_widget_should_layout (child))
        continue;

      placed.place = paragraph_place (&paragraph, child);
      if (placed.place.y != top)
        {
          level_line (all, first, line_height);
          first = all->len;
        }
      line_height = paragraph.line_height;
      g_array_append_val (all, placed);
    }
  level_line (all, first, line_height);
  return all;
}

static void
leio_wrap_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  g_autoptr (GArray) all = place_children (LEIO_WRAP_LAYOUT (manager), widget, width);

  /* A single line fills what it gets, as a box would. */
  if (all->len > 0 && g_array_index (all, Placed, all->len - 1).place.y == 0)
    level_line (all, 0, height);

  for (guint i = 0; i < all->len; i++)
    {
      Placed *placed = &g_array_index (all, Placed, i);

      if (mirrored)
        placed->place.x = width - placed->place.x - placed->place.width;
      gtk_widget_size_allocate (placed->child, &placed->place, -1);
    }
}

static void
leio_wrap_layout_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SPACING)
    g_value_set_int (value, LEIO_WRAP_LAYOUT (object)->spacing);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
leio_wrap_layout_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  LeioWrapLayout *self = LEIO_WRAP_LAYOUT (object);

  if (prop_id != PROP_SPACING)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }

  if (self->spacing == g_value_get_int (value))
    return;

  self->spacing = g_value_get_int (value);
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
  g_object_notify_by_pspec (object, pspec);
}

static void
leio_wrap_layout_class_init (LeioWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = leio_wrap_layout_get_property;
  object_class->set_property = leio_wrap_layout_set_property;
  layout_class->get_request_mode = leio_wrap_layout_get_request_mode;
  layout_class->measure = leio_wrap_layout_measure;
  layout_class->allocate = leio_wrap_layout_allocate;

  properties[PROP_SPACING] =
      g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0,
                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
leio_wrap_layout_init (LeioWrapLayout *self)
{
}

GtkLayoutManager *
leio_wrap_layout_new (int spacing)
{
  return g_object_new (LEIO_TYPE_WRAP_LAYOUT, "spacing", spacing, NULL);
}
