/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-option-button.h"

struct _LeioOptionButton
{
  GtkCheckButton parent_instance;

  GtkLabel *text;
};

G_DEFINE_FINAL_TYPE (LeioOptionButton, leio_option_button, GTK_TYPE_CHECK_BUTTON)

static void
on_choose (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkCheckButton *button = GTK_CHECK_BUTTON (widget);
  gboolean is_radio =
      gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_RADIO;

  gtk_check_button_set_active (button, is_radio || !gtk_check_button_get_active (button));
}

static void
leio_option_button_class_init (LeioOptionButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO);
  gtk_widget_class_install_action (widget_class, "option.choose", NULL, on_choose);
}

static void
leio_option_button_init (LeioOptionButton *self)
{
  self->text = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->text, TRUE);
  gtk_label_set_wrap_mode (self->text, PANGO_WRAP_WORD_CHAR);
  /* Else a label asks for less width than its text has, and breaks where there is room. */
  gtk_label_set_natural_wrap_mode (self->text, GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (self->text, 0.0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (self), GTK_WIDGET (self->text));
  gtk_widget_add_css_class (GTK_WIDGET (self), "option");
}

static GtkWidget *
new_option (GtkAccessibleRole role, const char *label)
{
  LeioOptionButton *self = g_object_new (LEIO_TYPE_OPTION_BUTTON, "accessible-role", role, NULL);

  gtk_label_set_label (self->text, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

GtkWidget *
leio_option_button_new_radio (const char *label)
{
  return new_option (GTK_ACCESSIBLE_ROLE_RADIO, label);
}

GtkWidget *
leio_option_button_new_check (const char *label)
{
  return new_option (GTK_ACCESSIBLE_ROLE_CHECKBOX, label);
}

const char *
leio_option_button_get_text (LeioOptionButton *self)
{
  g_return_val_if_fail (LEIO_IS_OPTION_BUTTON (self), NULL);
  return gtk_label_get_label (self->text);
}
