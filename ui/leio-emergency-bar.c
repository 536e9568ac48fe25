/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-emergency-bar.h"

#include "leio-report.h"

struct _LeioEmergencyBar
{
  GtkBox parent_instance;

  /* Template Widgets */
  GtkLabel *text;

  /* Borrowed References */
  LeioSession *session;
};

G_DEFINE_FINAL_TYPE (LeioEmergencyBar, leio_emergency_bar, GTK_TYPE_BOX)

static void
leio_emergency_bar_class_init (LeioEmergencyBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/leio_app/Leio/ui/emergency-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LeioEmergencyBar, text);
}

static void
leio_emergency_bar_init (LeioEmergencyBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
update (LeioEmergencyBar *self)
{
  g_autofree char *text = NULL;

  if (leio_session_get_plain (self->session))
    text = leio_report_dup_emergency (leio_session_get_knowledge (self->session),
                                      leio_session_get_answers (self->session),
                                      leio_session_get_advice (self->session), LEIO_REPORT_HOME);
  gtk_label_set_label (self->text, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
}

void
leio_emergency_bar_set_session (LeioEmergencyBar *self, LeioSession *session)
{
  g_return_if_fail (LEIO_IS_EMERGENCY_BAR (self));
  g_return_if_fail (self->session == NULL);

  self->session = session;
  g_signal_connect_object (session, "advice-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::plain", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}
