/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-notice.h"

#include "leio-wrap-layout.h"

struct _LeioNotice
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkImage *icon;
  GtkLabel *text;
  GtkBox *buttons;
};

enum
{
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LeioNotice, leio_notice, GTK_TYPE_WIDGET)

static void
leio_notice_dispose (GObject *object)
{
  GtkWidget *child;

  /* gtk_widget_dispose_template() lets go of bound children only: the button is none. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (leio_notice_parent_class)->dispose (object);
}

static void
leio_notice_class_init (LeioNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = leio_notice_dispose;

  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (LEIO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "notice");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/leio_app/Leio/ui/notice.ui");
  gtk_widget_class_bind_template_child (widget_class, LeioNotice, icon);
  gtk_widget_class_bind_template_child (widget_class, LeioNotice, text);
  gtk_widget_class_bind_template_child (widget_class, LeioNotice, buttons);
  gtk_widget_class_bind_template_callback (widget_class, leio_notice_close);
}

static void
leio_notice_init (LeioNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
leio_notice_new (LeioNoticeKind kind, const char *text)
{
  static const struct
  {
    const char *css_class;
    const char *icon_name;
  } looks[] = {
    [LEIO_NOTICE_INFO] = { "info", "help-about-symbolic" },
    [LEIO_NOTICE_WARNING] = { "warning", "dialog-warning-symbolic" },
    [LEIO_NOTICE_ERROR] = { "error", "dialog-error-symbolic" },
  };
  LeioNotice *self = g_object_new (LEIO_TYPE_NOTICE, NULL);

  gtk_widget_add_css_class (GTK_WIDGET (self), looks[kind].css_class);
  gtk_image_set_from_icon_name (self->icon, looks[kind].icon_name);
  gtk_label_set_label (self->text, text);
  return GTK_WIDGET (self);
}

GtkWidget *
leio_notice_add_button (LeioNotice *self, const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_return_val_if_fail (LEIO_IS_NOTICE (self), NULL);

  gtk_box_append (self->buttons, button);
  gtk_widget_set_visible (GTK_WIDGET (self->buttons), TRUE);
  return button;
}

void
leio_notice_close (LeioNotice *self)
{
  g_autoptr (LeioNotice) kept = NULL;
  GtkWidget *parent;

  g_return_if_fail (LEIO_IS_NOTICE (self));

  kept = g_object_ref (self);
  parent = gtk_widget_get_parent (GTK_WIDGET (self));
  if (GTK_IS_BOX (parent))
    gtk_box_remove (GTK_BOX (parent), GTK_WIDGET (self));
  g_signal_emit (self, signals[CLOSED], 0);
}
