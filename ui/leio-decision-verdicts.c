/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-decision-verdicts.h"

#include <glib/gi18n.h>

#include "leio-decision-edit.h"
#include "leio-wording.h"
#include "leio-wrap-layout.h"

struct _LeioDecisionVerdicts
{
  GtkWidget parent_instance;

  /* Borrowed References */
  LeioSession *session;
  GtkToggleButton *buttons[LEIO_N_VERDICTS];

  /* Owned References */
  char *treatment;

  gboolean filling;
};

G_DEFINE_FINAL_TYPE (LeioDecisionVerdicts, leio_decision_verdicts, GTK_TYPE_WIDGET)

const char *
leio_decision_verdict_label (LeioVerdict verdict)
{
  static const char *const labels[LEIO_N_VERDICTS] = {
    NC_ ("button", "Chosen"), NC_ ("button", "Deferred"), NC_ ("button", "Declined"),
  };

  g_return_val_if_fail (verdict < LEIO_N_VERDICTS, "");
  return g_dpgettext2 (NULL, "button", labels[verdict]);
}

static void
on_toggled (LeioDecisionVerdicts *self, GtkToggleButton *button)
{
  int verdict = -1;

  if (self->filling)
    return;

  for (int i = 0; i < LEIO_N_VERDICTS; i++)
    if (self->buttons[i] == button && gtk_toggle_button_get_active (button))
      verdict = i;
  leio_decision_edit_verdict (self->session, self->treatment, verdict);
}

static void
leio_decision_verdicts_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (leio_decision_verdicts_parent_class)->dispose (object);
}

static void
leio_decision_verdicts_finalize (GObject *object)
{
  g_free (LEIO_DECISION_VERDICTS (object)->treatment);

  G_OBJECT_CLASS (leio_decision_verdicts_parent_class)->finalize (object);
}

static void
leio_decision_verdicts_class_init (LeioDecisionVerdictsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = leio_decision_verdicts_dispose;
  G_OBJECT_CLASS (klass)->finalize = leio_decision_verdicts_finalize;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), LEIO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
leio_decision_verdicts_init (LeioDecisionVerdicts *self)
{
  g_object_set (gtk_widget_get_layout_manager (GTK_WIDGET (self)), "spacing", 4, NULL);
  for (guint i = 0; i < LEIO_N_VERDICTS; i++)
    {
      GtkWidget *button =
          gtk_toggle_button_new_with_label (leio_decision_verdict_label ((LeioVerdict) i));

      self->buttons[i] = GTK_TOGGLE_BUTTON (button);
      gtk_widget_set_parent (button, GTK_WIDGET (self));
      g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self,
                               G_CONNECT_SWAPPED);
    }
}

GtkWidget *
leio_decision_verdicts_new (LeioSession *session, const char *treatment)
{
  LeioDecisionVerdicts *self = g_object_new (LEIO_TYPE_DECISION_VERDICTS, NULL);
  const LeioKnowledge *knowledge = leio_session_get_knowledge (session);
  const LeioTreatment *known = leio_knowledge_find_treatment (knowledge, treatment);

  self->session = session;
  self->treatment = g_strdup (treatment);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
      known != NULL ? leio_wording_treatment (knowledge, known->index, FALSE) : treatment, -1);
  return GTK_WIDGET (self);
}

void
leio_decision_verdicts_set (LeioDecisionVerdicts *self, int verdict)
{
  g_return_if_fail (LEIO_IS_DECISION_VERDICTS (self));

  self->filling = TRUE;
  for (int i = 0; i < LEIO_N_VERDICTS; i++)
    gtk_toggle_button_set_active (self->buttons[i], i == verdict);
  self->filling = FALSE;
}
