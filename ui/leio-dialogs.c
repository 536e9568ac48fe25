/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-dialogs.h"

#include <glib/gi18n.h>

#include "leio-agenda.h"
#include "leio-locale.h"
#include "leio-report-kinds.h"

#define CASE_SUFFIX ".leio"

static void
add_filter (GtkFileChooserNative *chooser, const char *name, const char *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

static void
on_file_response (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GFile *file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_destroy (dialog);
  /* A native dialog is owned by who made it: here. */
  g_object_unref (dialog);
  g_task_return_pointer (task, file, g_object_unref);
}

static void
show_chooser (GtkFileChooserNative *chooser, GTask *task)
{
  g_signal_connect (chooser, "response", G_CALLBACK (on_file_response), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
run_agenda_chooser (GtkFileChooserNative *chooser, GTask *task)
{
  /* Translators: kind of file in a file dialog. */
  add_filter (chooser, _ ("Agendas"), "*" LEIO_AGENDA_SUFFIX);
  add_filter (chooser, _ ("All files"), "*");
  show_chooser (chooser, task);
}

static void
run_chooser (GtkFileChooserNative *chooser, GTask *task)
{
  /* Translators: kind of file in a file dialog. */
  add_filter (chooser, _ ("Cases"), "*" CASE_SUFFIX);
  add_filter (chooser, _ ("All files"), "*");
  show_chooser (chooser, task);
}

void
leio_dialogs_open_async (GtkWindow *parent, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);

  g_task_set_source_tag (task, leio_dialogs_open_async);
  run_chooser (gtk_file_chooser_native_new (_ ("Open a case"), parent, GTK_FILE_CHOOSER_ACTION_OPEN,
                                            _ ("_Open"), _ ("_Cancel")),
               task);
}

GFile *
leio_dialogs_open_finish (GtkWindow *parent, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, parent), NULL);
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

void
leio_dialogs_open_agenda_async (GtkWindow *parent,
                                gboolean folder,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      folder ? _ ("Open a folder as an agenda") : _ ("Open an agenda"), parent,
      folder ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"),
      _ ("_Cancel"));

  g_task_set_source_tag (task, leio_dialogs_open_agenda_async);
  if (!folder)
    {
      run_agenda_chooser (chooser, task);
      return;
    }
  g_signal_connect (chooser, "response", G_CALLBACK (on_file_response), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
leio_dialogs_save_agenda_async (GtkWindow *parent,
                                GFile *folder,
                                const char *name,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Save the agenda"), parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));

  g_task_set_source_tag (task, leio_dialogs_save_agenda_async);
  /* A folder that is gone is no reason not to ask: the dialog then opens elsewhere. */
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  run_agenda_chooser (chooser, task);
}

static void
on_files_response (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GListModel *files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
  g_task_return_pointer (task, files, g_object_unref);
}

void
leio_dialogs_open_cases_async (GtkWindow *parent,
                               GFile *folder,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (_ ("Add cases to the agenda"), parent,
                                     GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Add"), _ ("_Cancel"));

  g_task_set_source_tag (task, leio_dialogs_open_cases_async);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  add_filter (chooser, _ ("Cases"), "*" CASE_SUFFIX);
  g_signal_connect (chooser, "response", G_CALLBACK (on_files_response), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

GListModel *
leio_dialogs_open_cases_finish (GtkWindow *parent, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, parent), NULL);
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/* A name for the file of a case that has none: its title, without what file systems refuse. */
static char *
dup_file_name (const char *title, const char *suffix)
{
  g_autofree char *name = g_strdup (title);

  g_strdelimit (name, "/\\:*?\"<>|\n\r\t", '-');
  g_strstrip (name);
  return g_strconcat (name, suffix, NULL);
}

void
leio_dialogs_save_async (GtkWindow *parent,
                         GFile *file,
                         const char *title,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Save the case"), parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  g_autofree char *name = dup_file_name (title, CASE_SUFFIX);

  g_task_set_source_tag (task, leio_dialogs_save_async);
  if (file != NULL)
    {
      /* A folder that is gone is no reason not to ask: the dialog then opens elsewhere. */
      gtk_file_chooser_set_file (GTK_FILE_CHOOSER (chooser), file, NULL);
    }
  else
    {
      gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
    }
  run_chooser (chooser, task);
}

GFile *
leio_dialogs_save_finish (GtkWindow *parent, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, parent), NULL);
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

void
leio_dialogs_folder_async (GtkWindow *parent, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);

  g_task_set_source_tag (task, leio_dialogs_folder_async);
  show_chooser (gtk_file_chooser_native_new (_ ("Folder of cases"), parent,
                                             GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Choose"),
                                             _ ("_Cancel")),
                task);
}

void
leio_dialogs_save_table_async (GtkWindow *parent, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Save the table of records"), parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"),
      _ ("_Cancel"));

  g_task_set_source_tag (task, leio_dialogs_save_table_async);
  /* Translators: the name of a file */
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), _ ("decisions.csv"));
  show_chooser (chooser, task);
}

GFile *
leio_dialogs_file_finish (GtkWindow *parent, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, parent), NULL);
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

static void
on_export_response (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  const char *kind = gtk_file_chooser_get_choice (GTK_FILE_CHOOSER (dialog), "kind");

  g_object_set_data_full (user_data, "kind", g_strdup (kind), g_free);
  on_file_response (dialog, response, user_data);
}

static void
add_kinds (GtkFileChooser *chooser)
{
  const char *ids[LEIO_N_REPORT_KINDS + 1] = { NULL };
  const char *titles[LEIO_N_REPORT_KINDS + 1] = { NULL };

  for (guint i = 0; i < LEIO_N_REPORT_KINDS; i++)
    {
      ids[i] = leio_report_kind_to_id (i);
      titles[i] = leio_report_kind_title (i);
    }
  gtk_file_chooser_add_choice (chooser, "kind", _ ("Report"), ids, titles);
  gtk_file_chooser_set_choice (chooser, "kind", ids[0]);
}

void
leio_dialogs_export_async (GtkWindow *parent,
                           const char *title,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Export a report"), parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), _ ("_Cancel"));
  g_autofree char *name = dup_file_name (title, ".pdf");

  g_task_set_source_tag (task, leio_dialogs_export_async);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  add_kinds (GTK_FILE_CHOOSER (chooser));
  /* Translators: kinds of file in a file dialog. */
  add_filter (chooser, _ ("PDF, HTML, Markdown or text, by the ending of the name"), "*");
  g_signal_connect (chooser, "response", G_CALLBACK (on_export_response), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

GFile *
leio_dialogs_export_finish (GtkWindow *parent, GAsyncResult *result, char **kind)
{
  g_return_val_if_fail (g_task_is_valid (result, parent), NULL);

  *kind = g_strdup (g_object_get_data (G_OBJECT (result), "kind"));
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

static void
on_message_response (GtkDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  gtk_window_destroy (GTK_WINDOW (dialog));
  /* Closing the dialog without an answer is "cancel", which is 0 in every enumeration. */
  g_task_return_int (task, MAX (response, 0));
}

static GtkWidget *
new_question (GtkWindow *parent, const char *heading, const char *body)
{
  GtkWidget *dialog =
      gtk_message_dialog_new (parent, GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                              GTK_MESSAGE_QUESTION, GTK_BUTTONS_NONE, "%s", heading);

  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s", body);
  return dialog;
}

static void
add_styled_button (GtkWidget *dialog, const char *label, int response, const char *css_class)
{
  GtkWidget *button = gtk_dialog_add_button (GTK_DIALOG (dialog), label, response);

  gtk_widget_add_css_class (button, css_class);
}

static void
run_question (GtkWidget *dialog, GTask *task)
{
  g_signal_connect (dialog, "response", G_CALLBACK (on_message_response), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
leio_dialogs_unsaved_async (GtkWindow *parent,
                            const char *title,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  /* Translators: %s is the label of a case, e.g. "Board 12, second case". */
  g_autofree char *heading = g_strdup_printf (_ ("Save the changes to “%s”?"), title);
  GtkWidget *dialog =
      new_question (parent, heading, _ ("Changes that are not saved are lost for good."));

  g_task_set_source_tag (task, leio_dialogs_unsaved_async);
  add_styled_button (dialog, _ ("_Discard"), LEIO_UNSAVED_DISCARD, "destructive-action");
  gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Cancel"), LEIO_UNSAVED_CANCEL);
  add_styled_button (dialog, _ ("_Save"), LEIO_UNSAVED_SAVE, "suggested-action");
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), LEIO_UNSAVED_SAVE);
  run_question (dialog, task);
}

LeioUnsavedChoice
leio_dialogs_unsaved_finish (GtkWindow *parent, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, parent), LEIO_UNSAVED_CANCEL);
  return (LeioUnsavedChoice) g_task_propagate_int (G_TASK (result), NULL);
}

void
leio_dialogs_conflict_async (GtkWindow *parent,
                             const char *title,
                             gboolean can_take,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  g_autofree char *heading =
      /* Translators: %s is the label of a case, e.g. "Board 12, second case". */
      g_strdup_printf (_ ("The file of “%s” was changed by another program"), title);
  GtkWidget *dialog = new_question (parent, heading,
                                    _ ("Saving now would replace what the file holds. "
                                       "A copy under another name keeps both."));

  g_task_set_source_tag (task, leio_dialogs_conflict_async);
  add_styled_button (dialog, _ ("Keep _Mine"), LEIO_CONFLICT_OVERWRITE, "destructive-action");
  if (can_take)
    gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("Take _Theirs"), LEIO_CONFLICT_THEIRS);
  gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Cancel"), LEIO_CONFLICT_CANCEL);
  add_styled_button (dialog, _ ("Save a Co_py"), LEIO_CONFLICT_COPY, "suggested-action");
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), LEIO_CONFLICT_COPY);
  run_question (dialog, task);
}

LeioConflictChoice
leio_dialogs_conflict_finish (GtkWindow *parent, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, parent), LEIO_CONFLICT_CANCEL);
  return (LeioConflictChoice) g_task_propagate_int (G_TASK (result), NULL);
}

void
leio_dialogs_discard_async (GtkWindow *parent,
                            const char *title,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  /* Translators: %s is the label of a case, e.g. "Board 12, second case". */
  g_autofree char *heading = g_strdup_printf (_ ("Discard the unsaved changes to “%s”?"), title);
  GtkWidget *dialog =
      new_question (parent, heading, _ ("What was kept of them is removed for good."));

  g_task_set_source_tag (task, leio_dialogs_discard_async);
  gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Cancel"), LEIO_UNSAVED_CANCEL);
  add_styled_button (dialog, _ ("_Discard"), LEIO_UNSAVED_DISCARD, "destructive-action");
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), LEIO_UNSAVED_CANCEL);
  run_question (dialog, task);
}

gboolean
leio_dialogs_discard_finish (GtkWindow *parent, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, parent), FALSE);
  return g_task_propagate_int (G_TASK (result), NULL) == LEIO_UNSAVED_DISCARD;
}

static char *
dup_about_text (const LeioKnowledge *knowledge)
{
  const char *use =
      leio_knowledge_text (knowledge, "knowledge/intended_use", knowledge->intended_use);
  g_autofree char *date = leio_locale_dup_date (knowledge->review_date);

  /* Translators: 1 is the statement of the intended use, 2 the title of a knowledge base, 3 its
   * version, 4 the date of its last review. */
  return g_strdup_printf (_ ("%1$s\n\nKnowledge base: %2$s, version %3$s, reviewed on %4$s"), use,
                          leio_knowledge_text (knowledge, "knowledge/title", knowledge->title),
                          knowledge->version, date);
}

void
leio_dialogs_show_about (GtkWindow *parent, const LeioKnowledge *knowledge)
{
  g_autofree char *text = dup_about_text (knowledge);

  gtk_show_about_dialog (parent, "program-name", "Leio", "version", LEIO_VERSION, "logo-icon-name",
                         LEIO_APP_ID, "license-type", GTK_LICENSE_GPL_3_0, "copyright",
                         _ ("© 2026 The Leio authors"), "comments", text, NULL);
}
