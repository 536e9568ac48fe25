/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-decision-button.h"

#include <glib/gi18n.h>

#include "leio-decision-edit.h"
#include "leio-decision-verdicts.h"
#include "leio-links.h"
#include "leio-tooltip.h"
#include "leio-wording.h"

#define NO_VERDICT (-1)

struct _LeioDecisionButton
{
  GtkButton parent_instance;

  /* Borrowed References */
  LeioSession *session;
  GtkWidget *icon;
  GtkWidget *word;
  GtkWidget *menu;       /* NULL until it is first opened */
  GSimpleAction *decide; /* of the group of the menu */

  guint treatment;
  int verdict;
};

G_DEFINE_FINAL_TYPE (LeioDecisionButton, leio_decision_button, GTK_TYPE_BUTTON)

static const LeioTreatment *
get_treatment (LeioDecisionButton *self)
{
  return g_ptr_array_index (leio_session_get_knowledge (self->session)->treatments,
                            self->treatment);
}

static int
find_verdict (LeioDecisionButton *self)
{
  const LeioDecision *decision = leio_session_get_case (self->session)->decision;
  const LeioDecisionEntry *entry =
      decision != NULL ? leio_decision_find (decision, get_treatment (self)->id) : NULL;

  return entry != NULL ? (int) entry->verdict : NO_VERDICT;
}

static const char *
get_id (int verdict)
{
  return verdict == NO_VERDICT ? "none" : leio_verdict_to_id ((LeioVerdict) verdict);
}

static const char *
get_icon_name (int verdict)
{
  switch (verdict)
    {
    case LEIO_VERDICT_CHOSEN:
      return "object-select-symbolic";
    case LEIO_VERDICT_DEFERRED:
      return "document-open-recent-symbolic";
    case LEIO_VERDICT_DECLINED:
      return "process-stop-symbolic";
    default:
      return "view-more-symbolic";
    }
}

static void
show_name (LeioDecisionButton *self)
{
  const char *name = leio_wording_treatment (leio_session_get_knowledge (self->session),
                                             self->treatment, FALSE);
  g_autofree char *label = NULL;

  if (self->verdict == NO_VERDICT)
    /* Translators: a button; %s is a treatment */
    label = g_strdup_printf (_ ("Decide on: %s"), name);
  else
    /* Translators: a button; %1$s is a treatment, %2$s “Chosen”, “Deferred” or “Declined” */
    label = g_strdup_printf (_ ("%1$s: %2$s. Change the decision"), name,
                             leio_decision_verdict_label ((LeioVerdict) self->verdict));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  leio_tooltip_set (GTK_WIDGET (self), label);
}

static void
show_verdict (LeioDecisionButton *self)
{
  gboolean decided = self->verdict != NO_VERDICT;

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), get_icon_name (self->verdict));
  gtk_label_set_label (GTK_LABEL (self->word),
                       decided ? leio_decision_verdict_label ((LeioVerdict) self->verdict) : "");
  gtk_widget_set_visible (self->word, decided);
  if (decided)
    gtk_widget_add_css_class (GTK_WIDGET (self), "decided");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "decided");
  if (self->decide != NULL)
    g_simple_action_set_state (self->decide, g_variant_new_string (get_id (self->verdict)));
  show_name (self);
}

/* With each answer: only a decision that is another one changes the button. */
static void
on_case_changed (LeioDecisionButton *self)
{
  int verdict = find_verdict (self);

  if (self->verdict == verdict)
    return;
  self->verdict = verdict;
  show_verdict (self);
}

static void
on_plain (LeioDecisionButton *self)
{
  if (leio_session_get_plain (self->session))
    leio_links_hide (GTK_WIDGET (self));
  else
    gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
on_decide (LeioDecisionButton *self, GVariant *value)
{
  const char *id = g_variant_get_string (value, NULL);
  int verdict = NO_VERDICT;

  for (int i = 0; i < LEIO_N_VERDICTS; i++)
    if (g_str_equal (get_id (i), id))
      verdict = i;
  leio_decision_edit_verdict (self->session, get_treatment (self)->id, verdict);
}

static GMenuModel *
create_model (void)
{
  GMenu *menu = g_menu_new ();

  for (int i = 0; i < LEIO_N_VERDICTS; i++)
    {
      g_autofree char *action = g_strdup_printf ("card.decide::%s", get_id (i));

      g_menu_append (menu, leio_decision_verdict_label ((LeioVerdict) i), action);
    }
  g_menu_append (menu, C_ ("menu", "No decision"), "card.decide::none");
  return G_MENU_MODEL (menu);
}

static void
on_menu_shown (LeioDecisionButton *self)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED,
                               gtk_widget_get_visible (self->menu), -1);
}

static void
create_menu (LeioDecisionButton *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) decide = g_simple_action_new_stateful (
      "decide", G_VARIANT_TYPE_STRING, g_variant_new_string (get_id (self->verdict)));
  g_autoptr (GMenuModel) model = create_model ();

  g_signal_connect_object (decide, "change-state", G_CALLBACK (on_decide), self,
                           G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (decide));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "card", G_ACTION_GROUP (group));
  self->decide = decide;
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  g_signal_connect_object (self->menu, "notify::visible", G_CALLBACK (on_menu_shown), self,
                           G_CONNECT_SWAPPED);
}

static void
leio_decision_button_clicked (GtkButton *button)
{
  LeioDecisionButton *self = LEIO_DECISION_BUTTON (button);

  if (self->menu == NULL)
    create_menu (self);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
leio_decision_button_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LeioDecisionButton *self = LEIO_DECISION_BUTTON (widget);

  GTK_WIDGET_CLASS (leio_decision_button_parent_class)
      ->size_allocate (widget, width, height, baseline);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
leio_decision_button_dispose (GObject *object)
{
  LeioDecisionButton *self = LEIO_DECISION_BUTTON (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->decide = NULL;

  G_OBJECT_CLASS (leio_decision_button_parent_class)->dispose (object);
}

static void
leio_decision_button_class_init (LeioDecisionButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = leio_decision_button_dispose;
  GTK_WIDGET_CLASS (klass)->size_allocate = leio_decision_button_size_allocate;
  GTK_BUTTON_CLASS (klass)->clicked = leio_decision_button_clicked;
}

static void
leio_decision_button_init (LeioDecisionButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->verdict = NO_VERDICT;
  self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                             NULL);
  self->word = g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, "visible", FALSE,
                             NULL);
  gtk_box_append (GTK_BOX (box), self->icon);
  gtk_box_append (GTK_BOX (box), self->word);
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE,
                                  -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE, -1);
}

/**
 * leio_decision_button_set_treatment:
 * @session: the case, which must outlive the button
 * @treatment: index of the treatment
 *
 * Says what is decided on, once, before the button is shown.
 */
void
leio_decision_button_set_treatment (LeioDecisionButton *self,
                                    LeioSession *session,
                                    guint treatment)
{
  g_return_if_fail (LEIO_IS_DECISION_BUTTON (self));
  g_return_if_fail (LEIO_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = session;
  self->treatment = treatment;
  self->verdict = find_verdict (self);
  g_signal_connect_object (session, "case-changed", G_CALLBACK (on_case_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::plain", G_CALLBACK (on_plain), self,
                           G_CONNECT_SWAPPED);
  show_verdict (self);
  on_plain (self);
}
