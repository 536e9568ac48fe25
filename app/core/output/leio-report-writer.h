/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes headings, paragraphs and lists as readable text or as Markdown. Any
 * text may be given: control characters become spaces, what Markdown would
 * read as markup is escaped, and lines of text are filled to 80 columns.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  GString *text;
  gboolean markdown;
} LeioReportWriter;

/**
 * leio_report_writer_heading:
 * @self: a writer
 * @level: 1 to 3
 * @heading: the heading
 */
void leio_report_writer_heading (LeioReportWriter *self, guint level, const char *heading);
/**
 * leio_report_writer_paragraph:
 * @self: a writer
 * @paragraph: the text
 */
void leio_report_writer_paragraph (LeioReportWriter *self, const char *paragraph);
/**
 * leio_report_writer_item:
 * @self: a writer
 * @mark: (nullable): what stands in front of it in text, "+"; "·" where it is %NULL
 * @word: (nullable): what stands in front of it in Markdown, "For"
 * @item: one item of a list
 */
void leio_report_writer_item (LeioReportWriter *self,
                              const char *mark,
                              const char *word,
                              const char *item);
/**
 * leio_report_writer_row:
 * @self: a writer of Markdown
 * @cells: (element-type utf8): the cells of a row of a table
 * @head: whether it names the columns
 */
void leio_report_writer_row (LeioReportWriter *self, GPtrArray *cells, gboolean head);
/**
 * leio_report_writer_end:
 * @self: a writer
 *
 * Ends a list.
 */
void leio_report_writer_end (LeioReportWriter *self);

G_END_DECLS
