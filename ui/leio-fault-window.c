/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-fault-window.h"

struct _LeioFaultWindow
{
  GtkApplicationWindow parent_instance;

  GtkLabel *faults; /* template widget */
};

G_DEFINE_FINAL_TYPE (LeioFaultWindow, leio_fault_window, GTK_TYPE_APPLICATION_WINDOW)

static void
leio_fault_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LEIO_TYPE_FAULT_WINDOW);

  G_OBJECT_CLASS (leio_fault_window_parent_class)->dispose (object);
}

static void
leio_fault_window_class_init (LeioFaultWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = leio_fault_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/leio_app/Leio/ui/fault-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LeioFaultWindow, faults);
}

static void
leio_fault_window_init (LeioFaultWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
leio_fault_window_new (GtkApplication *application, const GError *fault)
{
  LeioFaultWindow *self;

  g_return_val_if_fail (fault != NULL, NULL);

  self = g_object_new (LEIO_TYPE_FAULT_WINDOW, "application", application, NULL);
  gtk_label_set_label (self->faults, fault->message);
  return GTK_WIDGET (self);
}
