/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-group-heading.h"

#include "leio-text.h"

struct _LeioGroupHeading
{
  GtkBox parent_instance;

  /* Borrowed References */
  GtkLabel *title;
  GtkLabel *count;
  LeioText *names;
  GtkToggleButton *toggle;
  GtkImage *arrow;
};

enum
{
  PROP_0,
  PROP_UNFOLDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LeioGroupHeading, leio_group_heading, GTK_TYPE_BOX)

static void
leio_group_heading_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_UNFOLDED)
    g_value_set_boolean (value, leio_group_heading_get_unfolded (LEIO_GROUP_HEADING (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
leio_group_heading_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_UNFOLDED)
    leio_group_heading_set_unfolded (LEIO_GROUP_HEADING (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
leio_group_heading_class_init (LeioGroupHeadingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = leio_group_heading_get_property;
  object_class->set_property = leio_group_heading_set_property;

  properties[PROP_UNFOLDED]
    = g_param_spec_boolean ("unfolded", NULL, NULL, TRUE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
on_toggled (LeioGroupHeading *self)
{
  gboolean unfolded = gtk_toggle_button_get_active (self->toggle);

  gtk_widget_set_visible (GTK_WIDGET (self->names), !unfolded);
  gtk_image_set_from_icon_name (self->arrow, unfolded ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_STATE_EXPANDED,
                               unfolded, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNFOLDED]);
}

static GtkWidget *
create_line (LeioGroupHeading *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->title = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "accessible-role",
                                         GTK_ACCESSIBLE_ROLE_HEADING, "wrap", TRUE, "xalign", 0.0,
                                         NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2,
                                  -1);
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "leio-secondary");
  self->arrow = GTK_IMAGE (g_object_new (GTK_TYPE_IMAGE, "icon-name", "pan-up-symbolic",
                                         "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                         NULL));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->arrow));

  return line;
}

static void
leio_group_heading_init (LeioGroupHeading *self)
{
  GtkWidget *toggle = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "active", TRUE, "halign",
                                    GTK_ALIGN_START, "child", create_line (self), NULL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "leio-group");

  self->toggle = GTK_TOGGLE_BUTTON (toggle);
  self->names = LEIO_TEXT (g_object_new (LEIO_TYPE_TEXT, "visible", FALSE, NULL));
  gtk_widget_add_css_class (toggle, "leio-link");
  gtk_widget_add_css_class (GTK_WIDGET (self->names), "leio-secondary");
  gtk_accessible_update_state (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_STATE_EXPANDED, TRUE, -1);
  g_signal_connect_swapped (toggle, "toggled", G_CALLBACK (on_toggled), self);
  gtk_box_append (GTK_BOX (self), toggle);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->names));
}

GtkWidget *
leio_group_heading_new (void)
{
  return g_object_new (LEIO_TYPE_GROUP_HEADING, NULL);
}

void
leio_group_heading_set_title (LeioGroupHeading *self, const char *title)
{
  g_return_if_fail (LEIO_IS_GROUP_HEADING (self));

  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
}

void
leio_group_heading_set_count (LeioGroupHeading *self, guint count)
{
  g_autofree char *text = NULL;

  g_return_if_fail (LEIO_IS_GROUP_HEADING (self));

  text = g_strdup_printf ("%u", count);
  gtk_label_set_label (self->count, text);
}

void
leio_group_heading_set_names (LeioGroupHeading *self, const char *names)
{
  g_return_if_fail (LEIO_IS_GROUP_HEADING (self));

  leio_text_set_text (self->names, names);
}

gboolean
leio_group_heading_get_unfolded (LeioGroupHeading *self)
{
  g_return_val_if_fail (LEIO_IS_GROUP_HEADING (self), TRUE);

  return gtk_toggle_button_get_active (self->toggle);
}

void
leio_group_heading_set_unfolded (LeioGroupHeading *self, gboolean unfolded)
{
  g_return_if_fail (LEIO_IS_GROUP_HEADING (self));

  gtk_toggle_button_set_active (self->toggle, unfolded);
}
