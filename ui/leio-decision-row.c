/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-decision-row.h"

#include <glib/gi18n.h>

#include "leio-decision-date.h"
#include "leio-decision-edit.h"
#include "leio-decision-verdicts.h"
#include "leio-report-decision.h"
#include "leio-text.h"
#include "leio-wrap-layout.h"

struct _LeioDecisionRow
{
  GtkWidget parent_instance;

  /* Template Widgets */
  GtkWidget *content;
  GtkLabel *title;
  GtkBox *verdicts;
  GtkWidget *up;
  GtkWidget *down;
  LeioText *advised;
  LeioText *missing;
  GtkDropDown *reason;
  GtkEditable *reason_text;
  GtkBox *choices;
  LeioText *considered;
  GtkExpander *follow_up_part;
  GtkDropDown *follow_up;
  GtkEditable *follow_up_date;
  GtkEditable *follow_up_note;

  /* Borrowed References */
  LeioSession *session;
  GtkWidget *buttons;

  /* Owned References */
  char *treatment;

  gboolean filling; /* what changes now is shown, not entered */
};

G_DEFINE_FINAL_TYPE (LeioDecisionRow, leio_decision_row, GTK_TYPE_WIDGET)

static LeioDecisionEntry *
get_entry (LeioDecisionRow *self)
{
  const LeioCase *kase = leio_session_get_case (self->session);

  return kase->decision != NULL ? leio_decision_find (kase->decision, self->treatment) : NULL;
}

/* (transfer full) (nullable): the decision to be changed, where this is a person's doing. */
static LeioDecision *
begin (LeioDecisionRow *self, LeioDecisionEntry **entry)
{
  LeioDecision *decision;

  if (self->filling || get_entry (self) == NULL)
    return NULL;

  decision = leio_decision_edit_begin (self->session);
  *entry = leio_decision_find (decision, self->treatment);
  return decision;
}

static void
end (LeioDecisionRow *self, LeioDecision *decision, const char *field)
{
  g_autofree char *step =
      field != NULL ? g_strconcat ("decision/", self->treatment, "/", field, NULL) : NULL;

  leio_decision_edit_end (self->session, decision, step);
}

static void
on_reason_changed (LeioDecisionRow *self)
{
  LeioDecisionEntry *entry = NULL;
  LeioDecision *decision = begin (self, &entry);

  if (decision == NULL)
    return;
  entry->reason = (LeioReasonKind) gtk_drop_down_get_selected (self->reason);
  end (self, decision, NULL);
}

static void
on_reason_text_changed (LeioDecisionRow *self)
{
  LeioDecisionEntry *entry = NULL;
  LeioDecision *decision = begin (self, &entry);

  if (decision == NULL)
    return;
  leio_decision_set_text (&entry->reason_text, gtk_editable_get_text (self->reason_text));
  end (self, decision, "reason_text");
}

static void
on_follow_up_changed (LeioDecisionRow *self)
{
  LeioDecisionEntry *entry = NULL;
  LeioDecision *decision = begin (self, &entry);

  if (decision == NULL)
    return;
  entry->follow_up = (LeioFollowUp) gtk_drop_down_get_selected (self->follow_up);
  end (self, decision, NULL);
}

static void
on_follow_up_date_changed (LeioDecisionRow *self)
{
  LeioDecisionEntry *entry = NULL;
  LeioDecision *decision = begin (self, &entry);

  if (decision == NULL)
    return;
  if (!leio_decision_date_check (self->follow_up_date))
    {
      leio_decision_unref (decision);
      return;
    }
  leio_decision_set_text (&entry->follow_up_date, gtk_editable_get_text (self->follow_up_date));
  end (self, decision, "follow_up_date");
}

static void
on_follow_up_note_changed (LeioDecisionRow *self)
{
  LeioDecisionEntry *entry = NULL;
  LeioDecision *decision = begin (self, &entry);

  if (decision == NULL)
    return;
  leio_decision_set_text (&entry->follow_up_note, gtk_editable_get_text (self->follow_up_note));
  end (self, decision, "follow_up_note");
}

static void
on_up (LeioDecisionRow *self)
{
  leio_decision_edit_move (self->session, self->treatment, -1);
}

static void
on_down (LeioDecisionRow *self)
{
  leio_decision_edit_move (self->session, self->treatment, 1);
}

static void
on_remove (LeioDecisionRow *self)
{
  leio_decision_edit_verdict (self->session, self->treatment, -1);
}

static gboolean
move_by_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  LeioDecisionRow *self = LEIO_DECISION_ROW (widget);

  leio_decision_edit_move (self->session, self->treatment, g_variant_get_int32 (args));
  return TRUE;
}

static void
on_alternative_toggled (LeioDecisionRow *self, GtkCheckButton *check)
{
  const char *id = g_object_get_data (G_OBJECT (check), "treatment");
  LeioDecisionEntry *entry = NULL;
  LeioDecision *decision = begin (self, &entry);
  guint index = 0;
  gboolean found;

  if (decision == NULL)
    return;

  found = g_ptr_array_find_with_equal_func (entry->alternatives, id, g_str_equal, &index);
  if (gtk_check_button_get_active (check) && !found &&
      entry->alternatives->len < LEIO_DECISION_MAX_ALTERNATIVES)
    g_ptr_array_add (entry->alternatives, g_strdup (id));
  else if (!gtk_check_button_get_active (check) && found)
    g_ptr_array_remove_index (entry->alternatives, index);
  end (self, decision, NULL);
}

static void
add_alternative (LeioDecisionRow *self, const LeioDecisionEntry *entry, const char *id)
{
  g_autofree char *name = leio_report_dup_recorded_name (
      leio_session_get_knowledge (self->session), leio_session_get_case (self->session)->decision,
      id, LEIO_REPORT_CLINICIAN);
  GtkWidget *check = gtk_check_button_new_with_label (name);

  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (check),
      g_ptr_array_find_with_equal_func (entry->alternatives, id, g_str_equal, NULL));
  g_object_set_data_full (G_OBJECT (check), "treatment", g_strdup (id), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_alternative_toggled), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->choices, check);
}

/* All treatments to choose from: those named first, then the rest in the order of the base. */
static void
on_popover_mapped (LeioDecisionRow *self)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (self->session);
  const LeioDecisionEntry *entry = get_entry (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->choices))) != NULL)
    gtk_box_remove (self->choices, child);
  for (guint i = 0; entry != NULL && i < entry->alternatives->len; i++)
    add_alternative (self, entry, g_ptr_array_index (entry->alternatives, i));
  for (guint i = 0; entry != NULL && i < knowledge->treatments->len; i++)
    {
      const LeioTreatment *treatment = g_ptr_array_index (knowledge->treatments, i);

      if (!g_str_equal (treatment->id, self->treatment) &&
          !g_ptr_array_find_with_equal_func (entry->alternatives, treatment->id, g_str_equal, NULL))
        add_alternative (self, entry, treatment->id);
    }
}

static char *
dup_considered (LeioDecisionRow *self, const LeioDecision *decision, const LeioDecisionEntry *entry)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < entry->alternatives->len; i++)
    {
      g_autofree char *name = leio_report_dup_recorded_name (
          leio_session_get_knowledge (self->session), decision,
          g_ptr_array_index (entry->alternatives, i), LEIO_REPORT_CLINICIAN);

      g_string_append_printf (names, "%s%s", i > 0 ? C_ ("list", ", ") : "", name);
    }
  return g_string_free (names, FALSE);
}

static void
show_title (LeioDecisionRow *self, const LeioDecision *decision, const LeioDecisionEntry *entry)
{
  g_autofree char *name =
      leio_report_dup_recorded_name (leio_session_get_knowledge (self->session), decision,
                                     self->treatment, LEIO_REPORT_CLINICIAN);
  /* Translators: %1$u is the place of a treatment in the order, %2$s its name */
  g_autofree char *numbered = g_strdup_printf (_ ("%1$u. %2$s"), entry->sequence, name);
  const char *title = entry->sequence > 0 ? numbered : name;

  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

/* What is being typed keeps its cursor. */
static void
show_text (GtkEditable *editable, const char *text)
{
  if (!g_str_equal (gtk_editable_get_text (editable), text))
    gtk_editable_set_text (editable, text);
}

void
leio_decision_row_refresh (LeioDecisionRow *self)
{
  const LeioDecision *decision = leio_session_get_case (self->session)->decision;
  const LeioDecisionEntry *entry = get_entry (self);

  g_return_if_fail (LEIO_IS_DECISION_ROW (self));
  g_return_if_fail (entry != NULL);

  self->filling = TRUE;
  show_title (self, decision, entry);
  leio_decision_verdicts_set (LEIO_DECISION_VERDICTS (self->buttons), entry->verdict);
  gtk_widget_set_sensitive (self->up, leio_decision_can_move (decision, self->treatment, -1));
  gtk_widget_set_sensitive (self->down, leio_decision_can_move (decision, self->treatment, 1));
  leio_text_take (self->advised, leio_report_dup_departure (decision, entry));
  leio_text_take (self->missing, leio_report_needs_reason (decision, entry)
                                     ? g_strdup (_ ("⚠ The record asks for the reason."))
                                     : NULL);
  gtk_drop_down_set_selected (self->reason, entry->reason);
  show_text (self->reason_text, entry->reason_text);
  leio_text_take (self->considered, dup_considered (self, decision, entry));
  gtk_drop_down_set_selected (self->follow_up, entry->follow_up);
  if (leio_decision_date_check (self->follow_up_date))
    show_text (self->follow_up_date, entry->follow_up_date);
  show_text (self->follow_up_note, entry->follow_up_note);
  if (entry->follow_up != LEIO_FOLLOW_UP_NONE)
    gtk_expander_set_expanded (self->follow_up_part, TRUE);
  self->filling = FALSE;
}

static void
leio_decision_row_dispose (GObject *object)
{
  LeioDecisionRow *self = LEIO_DECISION_ROW (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (leio_decision_row_parent_class)->dispose (object);
}

static void
leio_decision_row_finalize (GObject *object)
{
  g_free (LEIO_DECISION_ROW (object)->treatment);

  G_OBJECT_CLASS (leio_decision_row_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/leio_app/Leio/ui/decision/decision-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LeioDecisionRow, content);
  gtk_widget_class_bind_template_child (widget_class, LeioDecisionRow, title);
  gtk_widget_class_bind_template_child (widget_class, LeioDecisionRow, verdicts);
  gtk_widget_class_bind_template_child (widget_class, LeioDecisionRow, up);
  gtk_widget_class_bind_template_child (widget_class, LeioDecisionRow, down);
  gtk_widget_class_bind_template_child (widget_class, LeioDecisionRow, advised);
  gtk_widget_class_bind_template_child (widget_class, LeioDecisionRow, missing);
  gtk_widget_class_bind_template_child (widget_class, LeioDecisionRow, reason);
  gtk_widget_class_bind_template_child (widget_class, LeioDecisionRow, reason_text);
  gtk_widget_class_bind_template_child (widget_class, LeioDecisionRow, choices);
  gtk_widget_class_bind_template_child (widget_class, LeioDecisionRow, considered);
  gtk_widget_class_bind_template_child (widget_class, LeioDecisionRow, follow_up_part);
  gtk_widget_class_bind_template_child (widget_class, LeioDecisionRow, follow_up);
  gtk_widget_class_bind_template_child (widget_class, LeioDecisionRow, follow_up_date);
  gtk_widget_class_bind_template_child (widget_class, LeioDecisionRow, follow_up_note);
  gtk_widget_class_bind_template_callback (widget_class, on_up);
  gtk_widget_class_bind_template_callback (widget_class, on_down);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
  gtk_widget_class_bind_template_callback (widget_class, on_reason_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_reason_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_mapped);
  gtk_widget_class_bind_template_callback (widget_class, on_follow_up_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_follow_up_date_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_follow_up_note_changed);
}

static void
leio_decision_row_class_init (LeioDecisionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = leio_decision_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = leio_decision_row_finalize;

  g_type_ensure (LEIO_TYPE_TEXT);
  g_type_ensure (LEIO_TYPE_WRAP_LAYOUT);
  bind_template (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, move_by_key, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, move_by_key, "i", 1);
}

static void
fill_drop_downs (LeioDecisionRow *self)
{
  g_autoptr (GtkStringList) reasons = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) follow_ups = gtk_string_list_new (NULL);

  for (guint i = 0; i < LEIO_N_REASONS; i++)
    gtk_string_list_append (reasons, leio_report_reason_word (i));
  for (guint i = 0; i < LEIO_N_FOLLOW_UPS; i++)
    gtk_string_list_append (follow_ups, leio_report_follow_up_word (i));
  gtk_drop_down_set_model (self->reason, G_LIST_MODEL (reasons));
  gtk_drop_down_set_model (self->follow_up, G_LIST_MODEL (follow_ups));
}

static void
leio_decision_row_init (LeioDecisionRow *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_drop_downs (self);
  self->filling = FALSE;
}

GtkWidget *
leio_decision_row_new (LeioSession *session, const char *treatment)
{
  LeioDecisionRow *self = g_object_new (LEIO_TYPE_DECISION_ROW, NULL);

  self->session = session;
  self->treatment = g_strdup (treatment);
  self->buttons = leio_decision_verdicts_new (session, treatment);
  gtk_box_append (self->verdicts, self->buttons);
  leio_decision_row_refresh (self);
  return GTK_WIDGET (self);
}

const char *
leio_decision_row_get_treatment (LeioDecisionRow *self)
{
  g_return_val_if_fail (LEIO_IS_DECISION_ROW (self), NULL);
  return self->treatment;
}
