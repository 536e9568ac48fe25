/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A report through the print dialog of the desktop. The pages are those of the
 * PDF: on whatever paper the person chooses, with the margins of the report.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-paper.h"
#include "leio-report-model.h"

G_BEGIN_DECLS

/**
 * leio_report_print_new:
 * @report: (transfer full): what; the knowledge base must live longer
 *
 * Returns: (transfer full): an operation that prints it, to be run
 */
GtkPrintOperation *leio_report_print_new (LeioReport *report);

/* The paper that is usual where the person is. */
LeioPaperSize leio_report_print_get_size (void);

G_END_DECLS
