/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-report-print.h"

typedef struct
{
  LeioReport *report;
  LeioPaper *paper; /* (nullable) until the paper is chosen */
} Job;

static void
job_free (gpointer data, GClosure *closure)
{
  Job *self = data;

  leio_paper_free (self->paper);
  leio_report_free (self->report);
  g_free (self);
}

static void
on_begin_print (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  g_clear_pointer (&job->paper, leio_paper_free);
  job->paper = leio_paper_new (job->report, gtk_print_context_get_width (context),
                               gtk_print_context_get_height (context));
  gtk_print_operation_set_n_pages (operation, (int) leio_paper_get_n_pages (job->paper));
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, Job *job)
{
  leio_paper_draw_page (job->paper, gtk_print_context_get_cairo_context (context), (guint) page);
}

GtkPrintOperation *
leio_report_print_new (LeioReport *report)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  Job *job = g_new0 (Job, 1);
  g_autofree char *name = report->kind != NULL
                              ? g_strdup_printf ("%s – %s", report->title, report->kind)
                              : g_strdup (report->title);

  job->report = report;
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin_print), job);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (on_draw_page), job, job_free, 0);
  return operation;
}

LeioPaperSize
leio_report_print_get_size (void)
{
  return g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER) ? LEIO_PAPER_LETTER
                                                                            : LEIO_PAPER_A4;
}
