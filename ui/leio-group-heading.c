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
  LeioText *names;          /* NULL where it does not fold */
  GtkToggleButton *toggle;  /* NULL where it does not fold */
  GtkImage *arrow;          /* NULL where it does not fold */
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
leio_group_heading_init (LeioGroupHeading *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "leio-group");
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

static void
make_foldable (LeioGroupHeading *self, GtkWidget *line)
{
  GtkWidget *toggle = gtk_toggle_button_new ();

  self->toggle = GTK_TOGGLE_BUTTON (toggle);
  self->arrow = GTK_IMAGE (gtk_image_new_from_icon_name ("pan-down-symbolic"));
  self->names = LEIO_TEXT (leio_text_new (NULL));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->arrow));
  gtk_button_set_child (GTK_BUTTON (toggle), line);
  gtk_widget_set_halign (toggle, GTK_ALIGN_START);
  gtk_widget_add_css_class (toggle, "leio-link");
  gtk_widget_add_css_class (GTK_WIDGET (self->names), "leio-secondary");
  gtk_accessible_update_state (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (self->title), -1);
  g_signal_connect_swapped (toggle, "toggled", G_CALLBACK (on_toggled), self);

  gtk_box_append (GTK_BOX (self), toggle);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->names));
}

GtkWidget *
leio_group_heading_new (LeioAdviceGroup group, gboolean folds)
{
  LeioGroupHeading *self = g_object_new (LEIO_TYPE_GROUP_HEADING, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->title = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "accessible-role",
                                         GTK_ACCESSIBLE_ROLE_HEADING, "label",
                                         leio_advice_group_get_title (group), "wrap", TRUE,
                                         "xalign", 0.0, NULL));
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2,
                                  -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "leio-secondary");
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->count));

  if (folds)
    make_foldable (self, line);
  else
    gtk_box_append (GTK_BOX (self), line);

  return GTK_WIDGET (self);
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

  if (self->names != NULL)
    leio_text_set_text (self->names, names);
}

gboolean
leio_group_heading_get_unfolded (LeioGroupHeading *self)
{
  g_return_val_if_fail (LEIO_IS_GROUP_HEADING (self), TRUE);

  return self->toggle == NULL || gtk_toggle_button_get_active (self->toggle);
}

void
leio_group_heading_set_unfolded (LeioGroupHeading *self, gboolean unfolded)
{
  g_return_if_fail (LEIO_IS_GROUP_HEADING (self));

  if (self->toggle != NULL)
    gtk_toggle_button_set_active (self->toggle, unfolded);
}
