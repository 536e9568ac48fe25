/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "leio-decision-edit.h"
#include "leio-dialogs.h"
#include "leio-notice.h"
#include "leio-report-folder.h"
#include "leio-treatment-card.h"
#include "leio-window-private.h"

/* Treatments that are named in the notice, so that the case stays in sight; all stand on the page
 * of the decision. */
#define MOST_NAMED 3

/* -1 for "none" and for what is no verdict. */
static int
find_verdict (const char *id)
{
  for (int i = 0; i < LEIO_N_VERDICTS; i++)
    if (g_str_equal (leio_verdict_to_id (i), id))
      return i;
  return -1;
}

/* The card that has the focus, or in which it is. */
static const char *
find_focused_treatment (LeioWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *card =
      focus != NULL ? gtk_widget_get_ancestor (focus, LEIO_TYPE_TREATMENT_CARD) : NULL;
  const LeioKnowledge *knowledge = leio_session_get_knowledge (self->session);
  const LeioTreatment *treatment;

  if (card == NULL)
    return NULL;
  treatment = g_ptr_array_index (knowledge->treatments,
                                 leio_treatment_card_get_treatment (LEIO_TREATMENT_CARD (card)));
  return treatment->id;
}

/* Decides on the treatment of the card with the focus. At home nothing is decided. */
static void
on_decide (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LeioWindow *self = user_data;
  const char *treatment = find_focused_treatment (self);

  if (treatment == NULL || leio_session_get_plain (self->session))
    return;
  leio_decision_edit_verdict (self->session, treatment,
                              find_verdict (g_variant_get_string (parameter, NULL)));
}

typedef struct
{
  LeioKnowledge *knowledge;
  GFile *folder;
  GFile *file;
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  g_clear_pointer (&self->knowledge, leio_knowledge_unref);
  g_clear_object (&self->folder);
  g_clear_object (&self->file);
  g_free (self);
}

/* In a thread: a folder may hold thousands of cases, or be far away. */
static void
export_records (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Export *self = data;
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) csv = g_string_new (NULL);
  GError *error = NULL;

  leio_report_list_cases (self->folder, files, faults);
  leio_report_add_records_heading (csv);
  for (guint i = 0; i < files->len; i++)
    leio_report_add_records_of_file (csv, self->knowledge, g_ptr_array_index (files, i), faults);

  if (!g_file_replace_contents (self->file, csv->str, csv->len, NULL, FALSE, G_FILE_CREATE_NONE,
                                NULL, cancellable, &error))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&faults), (GDestroyNotify) g_ptr_array_unref);
}

static void
tell_exported (LeioWindow *self, GFile *file, GPtrArray *faults)
{
  g_autofree char *name = g_file_get_parse_name (file);
  GString *text = g_string_new (NULL);

  /* Translators: %s is the name of a file */
  g_string_append_printf (text, _ ("The records were written to %s."), name);
  for (guint i = 0; i < faults->len && i < MOST_NAMED; i++)
    g_string_append_printf (text, "\n⚠ %s", (char *) g_ptr_array_index (faults, i));
  gtk_box_append (self->notices,
                  leio_notice_new (faults->len > 0 ? LEIO_NOTICE_WARNING : LEIO_NOTICE_INFO,
                                   text->str));
  g_string_free (text, TRUE);
}

static void
on_exported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LeioWindow *self = LEIO_WINDOW (source);
  const Export *export = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = g_task_propagate_pointer (G_TASK (result), &error);

  if (error != NULL)
    leio_window_show_error (self, _ ("The records could not be written"), error);
  else
    tell_exported (self, export->file, faults);
}

static void
on_table_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LeioWindow *self = LEIO_WINDOW (source);
  g_autoptr (GFile) folder = user_data;
  g_autoptr (GFile) file = leio_dialogs_file_finish (GTK_WINDOW (self), result);

  if (file != NULL)
    leio_window_export_records (self, folder, file);
}

static void
on_folder_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GFile *folder = leio_dialogs_file_finish (GTK_WINDOW (source), result);

  if (folder != NULL)
    leio_dialogs_save_table_async (GTK_WINDOW (source), on_table_chosen, folder);
}

static void
on_export_records (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  leio_dialogs_folder_async (user_data, on_folder_chosen, NULL);
}

void
leio_window_export_records (LeioWindow *self, GFile *folder, GFile *file)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_exported, NULL);
  Export *export = g_new0 (Export, 1);
  LeioEngine *engine = leio_session_get_engine (self->session);

  export->knowledge = leio_knowledge_ref (leio_engine_get_knowledge (engine));
  export->folder = g_object_ref (folder);
  export->file = g_object_ref (file);
  g_task_set_source_tag (task, leio_window_export_records);
  g_task_set_task_data (task, export, export_free);
  g_task_run_in_thread (task, export_records);
}

static char *
dup_past_text (LeioWindow *self, const LeioPastAdvice *past)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (self->session);
  gboolean plain = leio_session_get_plain (self->session);
  g_autoptr (LeioAdvice) advice = leio_decision_dup_advice (self->session);
  g_autoptr (LeioReportChanges) changes = leio_report_changes_new (
      knowledge, leio_session_get_case (self->session), advice, past,
      plain ? LEIO_REPORT_HOME : LEIO_REPORT_CLINICIAN);
  g_autofree char *title = leio_report_changes_dup_title (changes, knowledge->version);
  GString *text = g_string_new (title);

  for (guint i = 0; i < changes->changes->len && i < MOST_NAMED; i++)
    {
      const LeioReportChange *change = g_ptr_array_index (changes->changes, i);

      g_string_append_printf (text, "\n• %s. %s", change->text,
                              changes->changes->len > MOST_NAMED ? "" : change->reason);
    }
  if (changes->changes->len > MOST_NAMED)
    {
      guint n_more = changes->changes->len - MOST_NAMED;

      g_string_append_c (text, '\n');
      g_string_append_printf (text,
                              /* Translators: %u is how many treatments are not named */
                              ngettext ("… and %u more: it stands under “Decision”.",
                                        "… and %u more: they stand under “Decision”.", n_more),
                              n_more);
    }
  g_string_append_printf (text, "\n%s", _ ("The earlier advice stays in the case."));
  return g_string_free (text, FALSE);
}

/* Of a case that was made with another version and keeps nothing of what it said. */
static char *
dup_unknown_past (LeioWindow *self)
{
  const LeioCase *kase = leio_session_get_case (self->session);
  const char *ours = leio_session_get_knowledge (self->session)->version;

  if (kase->advice->len > 0 || kase->knowledge_version == NULL ||
      g_str_equal (kase->knowledge_version, ours))
    return NULL;
  /* Translators: two versions of the knowledge base */
  return g_strdup_printf (_ ("This case was made with version %1$s of the knowledge base; the "
                             "advice shown is that of version %2$s. What was advised then is not "
                             "in the case."),
                          kase->knowledge_version, ours);
}

/* Who closes the notice has seen it. */
static void
on_past_closed (LeioWindow *self)
{
  const LeioCase *kase = leio_session_get_case (self->session);

  g_clear_weak_pointer (&self->past_notice);
  if (leio_report_find_other_advice (leio_session_get_knowledge (self->session), kase) != NULL)
    leio_decision_edit_accept_advice (self->session);
}

static void
show_past (LeioWindow *self)
{
  const LeioPastAdvice *past = leio_report_find_other_advice (
      leio_session_get_knowledge (self->session), leio_session_get_case (self->session));
  g_autofree char *text =
      past != NULL ? dup_past_text (self, past) : dup_unknown_past (self);

  if (self->past_notice != NULL)
    gtk_box_remove (self->notices, self->past_notice);
  g_clear_weak_pointer (&self->past_notice);
  if (text == NULL)
    return;

  g_set_weak_pointer (&self->past_notice, leio_notice_new (LEIO_NOTICE_INFO, text));
  g_signal_connect_object (self->past_notice, "closed", G_CALLBACK (on_past_closed), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->notices, self->past_notice);
}

/* What is advised differently is told when a case is opened, not again with each answer. */
static void
on_case_changed (LeioWindow *self)
{
  const LeioCase *kase = leio_session_get_case (self->session);
  const LeioPastAdvice *past =
      leio_report_find_other_advice (leio_session_get_knowledge (self->session), kase);
  GFile *file = leio_session_get_file (self->session);
  const void *subject = past != NULL ? (const void *) past : (const void *) file;

  if (self->past_subject == subject)
    return;
  self->past_subject = subject;
  show_past (self);
}

void
leio_window_add_decision_actions (LeioWindow *self)
{
  const GActionEntry entries[] = {
    { .name = "decide", .activate = on_decide, .parameter_type = "s" },
    { .name = "export-records", .activate = on_export_records },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->session, "case-changed", G_CALLBACK (on_case_changed), self,
                           G_CONNECT_SWAPPED);
}

void
leio_window_install_decision_accels (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *accels[2];
  } table[] = {
    { "win.page::decision", { "<Control>d" } },
    { "win.decide::chosen", { "<Alt><Shift>c" } },
    { "win.decide::deferred", { "<Alt><Shift>d" } },
    { "win.decide::declined", { "<Alt><Shift>x" } },
    { "win.decide::none", { "<Alt><Shift>n" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_application_set_accels_for_action (application, table[i].action, table[i].accels);
}
