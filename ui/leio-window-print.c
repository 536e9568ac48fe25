/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reports on the case of a window: printed, and saved as files that others can
 * read. What is shown is reported, a what-if too; its answers are in the report.
 */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "leio-dialogs.h"
#include "leio-paper.h"
#include "leio-report-print.h"
#include "leio-window-private.h"

LeioReport *
leio_window_create_report (LeioWindow *self, LeioReportKind kind)
{
  LeioSession *session = self->session;
  g_autoptr (LeioCase) shown = leio_session_dup_shown_case (session);

  return leio_report_new_for_case (
      leio_session_get_engine (session), shown, leio_session_get_advice (session), kind,
      leio_session_get_plain (session) ? LEIO_REPORT_HOME : LEIO_REPORT_CLINICIAN);
}

static void
on_printed (GtkPrintOperation *operation, GtkPrintOperationResult result, LeioWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  leio_window_show_error (self, _ ("The report could not be printed"), error);
}

void
leio_window_print (LeioWindow *self, LeioReportKind kind)
{
  g_autoptr (GtkPrintOperation) operation =
      leio_report_print_new (leio_window_create_report (self, kind));

  g_signal_connect_object (operation, "done", G_CALLBACK (on_printed), self, 0);
  /* What goes wrong is told by "done" too. */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self),
                           NULL);
}

static const char *const endings[] = { ".pdf", ".html", ".md", ".txt", NULL };

static GBytes *
write_report (const LeioReport *report, guint ending, GError **error)
{
  char *text = NULL;

  if (ending == 0)
    return leio_paper_to_pdf (report, leio_report_print_get_size (), error);

  text = ending == 1 ? leio_report_to_html (report) : leio_report_to_text (report, ending == 2);
  return g_bytes_new_take (text, strlen (text));
}

static int
find_ending (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *small = g_ascii_strdown (name, -1);

  for (guint i = 0; endings[i] != NULL; i++)
    if (g_str_has_suffix (small, endings[i]))
      return (int) i;
  return -1;
}

static void
on_replaced (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LeioWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error) &&
      !gtk_widget_in_destruction (GTK_WIDGET (self)))
    leio_window_show_error (self, _ ("The report could not be saved"), error);
}

void
leio_window_export_to (LeioWindow *self, LeioReportKind kind, GFile *file)
{
  g_autoptr (LeioReport) report = leio_window_create_report (self, kind);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = write_report (report, (guint) MAX (find_ending (file), 0), &error);

  if (bytes == NULL)
    {
      leio_window_show_error (self, _ ("The report could not be saved"), error);
      return;
    }
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                       on_replaced, g_object_ref (self));
}

static void
on_export_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LeioWindow *self = LEIO_WINDOW (source);
  g_autofree char *kind = NULL;
  g_autoptr (GFile) file = leio_dialogs_export_finish (GTK_WINDOW (self), result, &kind);
  g_autoptr (GError) error = NULL;

  if (file == NULL || self->session == NULL)
    return;

  if (find_ending (file) < 0)
    {
      g_set_error (&error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
                   _ ("the name tells the format: it ends in .pdf, .html, .md or .txt"));
      leio_window_show_error (self, _ ("The report could not be saved"), error);
      return;
    }
  leio_window_export_to (self, (LeioReportKind) MAX (leio_report_kind_from_id (kind), 0), file);
}

void
leio_window_export (LeioWindow *self)
{
  g_autofree char *title = leio_session_dup_title (self->session);

  leio_dialogs_export_async (GTK_WINDOW (self), title, on_export_chosen, NULL);
}
