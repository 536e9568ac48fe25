/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A report on paper, for PDF and for print alike: its blocks become rows, the rows
 * pages. No heading stands alone at the foot of a page, no single line of a
 * paragraph is left behind or goes ahead, the heads of tables and of groups come
 * again on the next page. A report that is to stay on one page is set smaller,
 * and then without what it can spare, until it fits; where it never does it is put
 * on two sides of a sheet, or goes on at its full size. Black on white; what a sign
 * tells, words tell too.
 *
 * Lengths are points. Needs Pango and cairo, and no display.
 */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "leio-report-model.h"

G_BEGIN_DECLS

typedef enum
{
  LEIO_PAPER_A4,
  LEIO_PAPER_LETTER,
} LeioPaperSize;

/**
 * leio_paper_size_get:
 * @size: a size of paper
 * @width: (out): of a sheet
 * @height: (out): of a sheet
 */
void leio_paper_size_get (LeioPaperSize size, double *width, double *height);

typedef struct _LeioPaper LeioPaper;

/**
 * leio_paper_new:
 * @report: what; it must live longer than the paper
 * @width: of the sheet
 * @height: of the sheet
 *
 * Cost: linear in the text, some milliseconds a page.
 *
 * Returns: (transfer full): the laid out pages
 */
LeioPaper *leio_paper_new (const LeioReport *report, double width, double height);
void leio_paper_free (LeioPaper *self);
guint leio_paper_get_n_pages (const LeioPaper *self);
/**
 * leio_paper_draw_page:
 * @self: the pages
 * @cr: where to; its origin is the corner of the sheet
 * @page: which, from 0
 *
 * Where @cr goes to PDF the text is tagged with its structure, page by page.
 */
void leio_paper_draw_page (const LeioPaper *self, cairo_t *cr, guint page);

/**
 * leio_paper_to_pdf:
 * @report: what
 * @size: of the sheets
 * @error: where it could not be made
 *
 * Title, language, outline, links and structure are in the file; so is no time but that of
 * leio_report_dup_time().
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *leio_paper_to_pdf (const LeioReport *report, LeioPaperSize size, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioPaper, leio_paper_free)

G_END_DECLS
