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

/* @level: 1 to 3. */
void leio_report_writer_heading (LeioReportWriter *self, guint level, const char *heading);
void leio_report_writer_paragraph (LeioReportWriter *self, const char *paragraph);
/* One item of a list: text shows the @mark ("+"), Markdown the @word ("For"); both may be NULL. */
void leio_report_writer_item (LeioReportWriter *self,
                              const char *mark,
                              const char *word,
                              const char *item);
/* After the last item of a list. */
void leio_report_writer_end (LeioReportWriter *self);

G_END_DECLS
