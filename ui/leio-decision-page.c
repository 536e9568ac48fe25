/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-decision-page.h"

#include <glib/gi18n.h>

#include "leio-decision-date.h"
#include "leio-decision-edit.h"
#include "leio-decision-row.h"
#include "leio-decision-verdicts.h"
#include "leio-end-layout.h"
#include "leio-report-decision.h"
#include "leio-text.h"
#include "leio-wording.h"
#include "leio-wrap-layout.h"

struct _LeioDecisionPage
{
  GtkWidget parent_instance;

  /* Template Widgets */
  GtkWidget *scroller;
  GtkLabel *summary;
  LeioText *state;
  GtkWidget *changes_part;
  LeioText *changes;
  GtkWidget *take_advice;
  GtkBox *plain_part;
  GtkWidget *record_part;
  GtkBox *entries;
  GtkWidget *candidates_title;
  GtkBox *candidates;
  GtkDropDown *others;
  GtkBox *participants;
  GtkEditable *participants_note;
  GtkEditable *next_step;
  GtkEditable *date;

  /* Owned References */
  LeioSession *session;

  gboolean filling; /* what changes now is shown, not entered */
};

G_DEFINE_FINAL_TYPE (LeioDecisionPage, leio_decision_page, GTK_TYPE_WIDGET)

static const LeioDecision *
get_decision (LeioDecisionPage *self)
{
  return leio_session_get_case (self->session)->decision;
}

static void
on_take_advice (LeioDecisionPage *self)
{
  leio_decision_edit_take_advice (self->session);
}

static void
on_add_other (LeioDecisionPage *self)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (self->session);
  guint selected = gtk_drop_down_get_selected (self->others);

  if (selected < knowledge->treatments->len)
    {
      const LeioTreatment *treatment = g_ptr_array_index (knowledge->treatments, selected);

      leio_decision_edit_verdict (self->session, treatment->id, LEIO_VERDICT_CHOSEN);
    }
}

static void
on_participants_note_changed (LeioDecisionPage *self)
{
  LeioDecision *decision;

  if (self->filling)
    return;
  decision = leio_decision_edit_begin (self->session);
  leio_decision_set_text (&decision->participants_note,
                          gtk_editable_get_text (self->participants_note));
  leio_decision_edit_end (self->session, decision, "decision/participants_note");
}

static void
on_next_step_changed (LeioDecisionPage *self)
{
  LeioDecision *decision;

  if (self->filling)
    return;
  decision = leio_decision_edit_begin (self->session);
  leio_decision_set_text (&decision->next_step, gtk_editable_get_text (self->next_step));
  leio_decision_edit_end (self->session, decision, "decision/next_step");
}

static void
on_date_changed (LeioDecisionPage *self)
{
  LeioDecision *decision;

  if (self->filling || !leio_decision_date_check (self->date))
    return;
  decision = leio_decision_edit_begin (self->session);
  leio_decision_set_text (&decision->date, gtk_editable_get_text (self->date));
  leio_decision_edit_end (self->session, decision, "decision/date");
}

static void
on_participant_toggled (LeioDecisionPage *self, GtkCheckButton *check)
{
  guint role = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "role"));
  LeioDecision *decision;

  if (self->filling)
    return;
  decision = leio_decision_edit_begin (self->session);
  if (gtk_check_button_get_active (check))
    decision->participants |= 1u << role;
  else
    decision->participants &= ~(1u << role);
  leio_decision_edit_end (self->session, decision, NULL);
}

static GtkWidget *
find_row (GtkBox *box, const char *treatment)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (box)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (g_strcmp0 (gtk_widget_get_name (row), treatment) == 0)
      return row;
  return NULL;
}

/* The focus goes to what takes the place of a row that goes. */
static void
remove_row (GtkBox *box, GtkWidget *row)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (row));
  GtkWidget *next = gtk_widget_get_next_sibling (row);

  if (next == NULL)
    next = gtk_widget_get_prev_sibling (row);
  if (next != NULL && focus != NULL && gtk_widget_is_ancestor (focus, row))
    gtk_widget_child_focus (next, GTK_DIR_TAB_FORWARD);
  gtk_box_remove (box, row);
}

/* Rows of treatments that are not in @ids go; @create makes those that are missing. */
static void
show_rows (LeioDecisionPage *self,
           GtkBox *box,
           GPtrArray *ids,
           GtkWidget *(*create) (LeioDecisionPage *self, const char *id))
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (box));
  GtkWidget *before = NULL;

  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      if (!g_ptr_array_find_with_equal_func (ids, gtk_widget_get_name (row), g_str_equal, NULL))
        remove_row (box, row);
      row = next;
    }
  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);

      row = find_row (box, id);
      if (row == NULL)
        {
          row = create (self, id);
          gtk_widget_set_name (row, id);
          gtk_box_append (box, row);
        }
      if (gtk_widget_get_prev_sibling (row) != before)
        gtk_box_reorder_child_after (box, row, before);
      before = row;
    }
}

static GtkWidget *
create_entry (LeioDecisionPage *self, const char *id)
{
  return leio_decision_row_new (self->session, id);
}

static void
show_entries (LeioDecisionPage *self)
{
  const LeioDecision *decision = get_decision (self);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; decision != NULL && i < decision->entries->len; i++)
    g_ptr_array_add (
        ids, ((LeioDecisionEntry *) g_ptr_array_index (decision->entries, i))->treatment);
  show_rows (self, self->entries, ids, create_entry);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->entries)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    leio_decision_row_refresh (LEIO_DECISION_ROW (row));
  gtk_widget_set_visible (GTK_WIDGET (self->entries), ids->len > 0);
}

static GtkWidget *
create_candidate (LeioDecisionPage *self, const char *id)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (self->session);
  const LeioTreatment *treatment = leio_knowledge_find_treatment (knowledge, id);
  const char *name = leio_wording_treatment (knowledge, treatment->index, FALSE);
  GtkWidget *row =
      g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                    "layout-manager", leio_end_layout_new (), NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (row, "leio-decision-candidate");
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), leio_decision_verdicts_new (self->session, id));
  return row;
}

static void
fill_candidate (LeioDecisionPage *self, GtkWidget *row, LeioStatus status)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (self->session);
  const LeioTreatment *treatment =
      leio_knowledge_find_treatment (knowledge, gtk_widget_get_name (row));
  g_autofree char *text = g_strdup_printf (
      /* Translators: %1$s is a treatment, %2$s its status, “recommended” */
      C_ ("candidate", "%1$s, %2$s"), leio_wording_treatment (knowledge, treatment->index, FALSE),
      leio_report_status_phrase (status, FALSE));

  leio_decision_verdicts_set (LEIO_DECISION_VERDICTS (gtk_widget_get_last_child (row)), -1);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (row)), text);
}

static void
add_candidates (LeioDecisionPage *self, const LeioAdvice *advice, LeioStatus status, GPtrArray *ids)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (self->session);
  const LeioDecision *decision = get_decision (self);

  for (guint i = 0; i < advice->treatments->len; i++)
    {
      const LeioTreatmentAdvice *found = g_ptr_array_index (advice->treatments, i);
      const LeioTreatment *treatment = g_ptr_array_index (knowledge->treatments, found->treatment);

      if (leio_treatment_advice_get_status (found) == (int) status &&
          (decision == NULL || leio_decision_find (decision, treatment->id) == NULL))
        g_ptr_array_add (ids, treatment->id);
    }
}

static void
show_candidates (LeioDecisionPage *self, const LeioAdvice *advice)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GtkWidget *row;
  guint n_recommended;

  add_candidates (self, advice, LEIO_STATUS_RECOMMENDED, ids);
  n_recommended = ids->len;
  add_candidates (self, advice, LEIO_STATUS_OPTION, ids);
  show_rows (self, self->candidates, ids, create_candidate);
  row = gtk_widget_get_first_child (GTK_WIDGET (self->candidates));
  for (guint i = 0; row != NULL; i++, row = gtk_widget_get_next_sibling (row))
    fill_candidate (self, row, i < n_recommended ? LEIO_STATUS_RECOMMENDED : LEIO_STATUS_OPTION);
  gtk_widget_set_visible (self->candidates_title, ids->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->candidates), ids->len > 0);
}

static void
show_text (GtkEditable *editable, const char *text)
{
  if (!g_str_equal (gtk_editable_get_text (editable), text))
    gtk_editable_set_text (editable, text);
}

static void
show_details (LeioDecisionPage *self)
{
  const LeioDecision *decision = get_decision (self);
  GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->participants));

  for (guint i = 0; check != NULL; i++, check = gtk_widget_get_next_sibling (check))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                 decision != NULL && (decision->participants & (1u << i)) != 0);
  show_text (self->participants_note, decision != NULL ? decision->participants_note : "");
  show_text (self->next_step, decision != NULL ? decision->next_step : "");
  if (decision == NULL || leio_decision_date_check (self->date))
    show_text (self->date, decision != NULL ? decision->date : "");
}

static void
show_state (LeioDecisionPage *self)
{
  const LeioDecision *decision = get_decision (self);
  g_autoptr (GPtrArray) missing = NULL;
  GString *text = g_string_new (NULL);

  if (decision == NULL)
    g_string_append (text, _ ("Nothing is recorded yet."));
  else
    {
      missing = leio_report_list_missing (decision);
      g_string_append (text, missing->len == 0 ? _ ("The record is complete.")
                                               : _ ("The record is not complete."));
      for (guint i = 0; i < missing->len; i++)
        g_string_append_printf (text, "\n⚠ %s", (char *) g_ptr_array_index (missing, i));
    }
  leio_text_take (self->state, g_string_free (text, FALSE));
}

static const char *
get_changes_title (gboolean decided, gboolean same_answers)
{
  if (decided)
    return same_answers ? _ ("Since this was decided, the advice has changed.")
                        : _ ("Since this was decided, answers and advice have changed.");
  return same_answers ? _ ("Since the case was saved, the advice has changed.")
                      : _ ("Since the case was saved, answers and advice have changed.");
}

/* What is advised differently since the board decided, or else since the case was saved with
 * another version of the knowledge base. */
static void
show_changes (LeioDecisionPage *self, const LeioAdvice *advice)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (self->session);
  const LeioCase *kase = leio_session_get_case (self->session);
  gboolean decided = kase->decision != NULL && kase->decision->advice != NULL;
  const LeioPastAdvice *past =
      decided ? kase->decision->advice : leio_report_find_other_advice (knowledge, kase);
  g_autoptr (LeioReportChanges) changes = NULL;
  GString *text;

  if (past != NULL)
    changes = leio_report_changes_new (knowledge, kase, advice, past, LEIO_REPORT_CLINICIAN);
  gtk_widget_set_visible (self->changes_part, changes != NULL && changes->changes->len > 0);
  if (changes == NULL || changes->changes->len == 0)
    return;

  gtk_widget_set_visible (self->take_advice, decided);
  text = g_string_new (get_changes_title (decided, changes->same_answers));
  for (guint i = 0; i < changes->changes->len; i++)
    {
      const LeioReportChange *change = g_ptr_array_index (changes->changes, i);

      g_string_append_printf (text, "\n• %s. %s", change->text, change->reason);
    }
  leio_text_take (self->changes, g_string_free (text, FALSE));
}

static void
add_plain (LeioDecisionPage *self, const char *text, const char *css_class)
{
  GtkWidget *widget;

  if (*text == '\0')
    return;
  widget = leio_text_new (text);
  if (css_class != NULL)
    gtk_widget_add_css_class (widget, css_class);
  gtk_box_append (self->plain_part, widget);
}

/* What is read at home, without anything to change. */
static void
show_plain (LeioDecisionPage *self, const LeioAdvice *advice)
{
  g_autoptr (LeioReportDecision) record =
      leio_report_decision_new (leio_session_get_knowledge (self->session),
                                leio_session_get_case (self->session), advice, LEIO_REPORT_HOME);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->plain_part))) != NULL)
    gtk_box_remove (self->plain_part, child);
  if (record == NULL)
    {
      add_plain (self, _ ("This case holds no decision of your team."), NULL);
      return;
    }

  add_plain (self, record->heading, "leio-name");
  for (guint i = 0; i < record->items->len; i++)
    {
      const LeioReportDecisionItem *item = g_ptr_array_index (record->items, i);

      add_plain (self, item->title, "leio-name");
      for (guint j = 0; j < item->lines->len; j++)
        add_plain (self, g_ptr_array_index (item->lines, j), NULL);
    }
  add_plain (self, record->next_step, NULL);
  add_plain (self, record->participants, "leio-secondary");
}

static void
show_record (LeioDecisionPage *self, const LeioAdvice *advice)
{
  self->filling = TRUE;
  show_state (self);
  show_changes (self, advice);
  show_entries (self);
  show_candidates (self, advice);
  show_details (self);
  self->filling = FALSE;
}

static void
refresh (LeioDecisionPage *self)
{
  gboolean plain = leio_session_get_plain (self->session);
  const LeioCase *kase = leio_session_get_case (self->session);
  g_autoptr (LeioAdvice) advice = leio_decision_dup_advice (self->session);
  g_autofree char *summary = leio_report_dup_summary_for (
      leio_session_get_knowledge (self->session), kase->answers, advice,
      plain ? LEIO_REPORT_HOME : LEIO_REPORT_CLINICIAN);

  gtk_label_set_label (self->summary, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->plain_part), plain);
  gtk_widget_set_visible (self->record_part, !plain);
  if (!plain)
    {
      show_record (self, advice);
      return;
    }

  leio_text_take (self->state, NULL);
  gtk_widget_set_visible (self->changes_part, FALSE);
  show_plain (self, advice);
}

static void
on_changed (LeioDecisionPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
leio_decision_page_map (GtkWidget *widget)
{
  refresh (LEIO_DECISION_PAGE (widget));

  GTK_WIDGET_CLASS (leio_decision_page_parent_class)->map (widget);
}

/* To what waits to be decided; else to what was. */
static gboolean
leio_decision_page_grab_focus (GtkWidget *widget)
{
  LeioDecisionPage *self = LEIO_DECISION_PAGE (widget);

  return gtk_widget_child_focus (GTK_WIDGET (self->candidates), GTK_DIR_TAB_FORWARD) ||
         gtk_widget_child_focus (self->record_part, GTK_DIR_TAB_FORWARD);
}

static void
leio_decision_page_dispose (GObject *object)
{
  LeioDecisionPage *self = LEIO_DECISION_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LEIO_TYPE_DECISION_PAGE);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (leio_decision_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/leio_app/Leio/ui/decision/decision-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LeioDecisionPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, LeioDecisionPage, summary);
  gtk_widget_class_bind_template_child (widget_class, LeioDecisionPage, state);
  gtk_widget_class_bind_template_child (widget_class, LeioDecisionPage, changes_part);
  gtk_widget_class_bind_template_child (widget_class, LeioDecisionPage, changes);
  gtk_widget_class_bind_template_child (widget_class, LeioDecisionPage, take_advice);
  gtk_widget_class_bind_template_child (widget_class, LeioDecisionPage, plain_part);
  gtk_widget_class_bind_template_child (widget_class, LeioDecisionPage, record_part);
  gtk_widget_class_bind_template_child (widget_class, LeioDecisionPage, entries);
  gtk_widget_class_bind_template_child (widget_class, LeioDecisionPage, candidates_title);
  gtk_widget_class_bind_template_child (widget_class, LeioDecisionPage, candidates);
  gtk_widget_class_bind_template_child (widget_class, LeioDecisionPage, others);
  gtk_widget_class_bind_template_child (widget_class, LeioDecisionPage, participants);
  gtk_widget_class_bind_template_child (widget_class, LeioDecisionPage, participants_note);
  gtk_widget_class_bind_template_child (widget_class, LeioDecisionPage, next_step);
  gtk_widget_class_bind_template_child (widget_class, LeioDecisionPage, date);
  gtk_widget_class_bind_template_callback (widget_class, on_take_advice);
  gtk_widget_class_bind_template_callback (widget_class, on_add_other);
  gtk_widget_class_bind_template_callback (widget_class, on_participants_note_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_next_step_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_date_changed);
}

static void
leio_decision_page_class_init (LeioDecisionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = leio_decision_page_dispose;
  widget_class->map = leio_decision_page_map;
  widget_class->grab_focus = leio_decision_page_grab_focus;

  g_type_ensure (LEIO_TYPE_TEXT);
  g_type_ensure (LEIO_TYPE_WRAP_LAYOUT);
  bind_template (widget_class);
}

static void
add_participants (LeioDecisionPage *self)
{
  for (guint i = 0; i < LEIO_N_ROLES; i++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (leio_report_role_word (i));

      g_object_set_data (G_OBJECT (check), "role", GUINT_TO_POINTER (i));
      g_signal_connect_object (check, "toggled", G_CALLBACK (on_participant_toggled), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (self->participants, check);
    }
}

static void
leio_decision_page_init (LeioDecisionPage *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_participants (self);
  self->filling = FALSE;
}

static void
add_others (LeioDecisionPage *self)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (self->session);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkExpression) expression =
      gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  for (guint i = 0; i < knowledge->treatments->len; i++)
    gtk_string_list_append (names, leio_wording_treatment (knowledge, i, FALSE));
  gtk_drop_down_set_expression (self->others, expression);
  gtk_drop_down_set_model (self->others, G_LIST_MODEL (names));
}

GtkWidget *
leio_decision_page_new (LeioSession *session)
{
  LeioDecisionPage *self;

  g_return_val_if_fail (LEIO_IS_SESSION (session), NULL);

  self = g_object_new (LEIO_TYPE_DECISION_PAGE, NULL);
  self->session = g_object_ref (session);
  add_others (self);
  g_signal_connect_object (session, "case-changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::plain", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
