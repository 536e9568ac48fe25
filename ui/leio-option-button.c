/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-option-button.h"

#include "leio-text.h"

struct _LeioOptionButton
{
  GtkCheckButton parent_instance;

  LeioText *text;
  GtkLabel *key; /* the key that chooses it; empty where there is none */
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

static GtkWidget *
new_key (void)
{
  GtkWidget *key = gtk_label_new (NULL);

  gtk_widget_set_visible (key, FALSE);
  gtk_widget_set_valign (key, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (key, "key");
  /* It is told as the shortcut of the option. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (key), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  return key;
}

static void
leio_option_button_init (LeioOptionButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->text = g_object_new (LEIO_TYPE_TEXT, "snug", TRUE, "hexpand", TRUE, "valign",
                             GTK_ALIGN_CENTER, NULL);
  self->key = GTK_LABEL (new_key ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->key));
  gtk_check_button_set_child (GTK_CHECK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "option");
}

static GtkWidget *
new_option (GtkAccessibleRole role, const char *label)
{
  LeioOptionButton *self = g_object_new (LEIO_TYPE_OPTION_BUTTON, "accessible-role", role, NULL);

  leio_text_set_text (self->text, label);
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

void
leio_option_button_set_detail (LeioOptionButton *self, const char *detail)
{
  GtkWidget *words, *text;
  GtkBox *box;

  g_return_if_fail (LEIO_IS_OPTION_BUTTON (self));

  words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_hexpand (words, TRUE);
  text = leio_text_new (detail);
  box = GTK_BOX (gtk_check_button_get_child (GTK_CHECK_BUTTON (self)));
  gtk_widget_add_css_class (GTK_WIDGET (self->text), "leio-minor");
  gtk_widget_add_css_class (text, "leio-secondary");
  g_object_ref (self->text);
  gtk_box_remove (box, GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->text));
  g_object_unref (self->text);
  gtk_box_append (GTK_BOX (words), text);
  gtk_box_prepend (box, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  detail, -1);
}

void
leio_option_button_set_key (LeioOptionButton *self, const char *key)
{
  g_return_if_fail (LEIO_IS_OPTION_BUTTON (self));
  g_return_if_fail (key != NULL);

  gtk_label_set_label (self->key, key);
  /* A label that begins with its key shows it already. */
  gtk_widget_set_visible (GTK_WIDGET (self->key),
                          !g_str_has_prefix (leio_text_get_text (self->text), key));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, key,
                                  -1);
}

const char *
leio_option_button_get_text (LeioOptionButton *self)
{
  g_return_val_if_fail (LEIO_IS_OPTION_BUTTON (self), NULL);
  return leio_text_get_text (self->text);
}
