/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A report as readable text and as Markdown.
 */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "leio-report-private.h"

/* A line to write on. */
#define RULE "____________________________________________________________"

static void write_block (LeioReportWriter *writer, const LeioBlock *block);

static void
write_blocks (LeioReportWriter *writer, const LeioBlock *block)
{
  for (guint i = 0; i < block->blocks->len; i++)
    {
      const LeioBlock *it = g_ptr_array_index (block->blocks, i);

      if (it->room != LEIO_ROOM_TIGHT)
        write_block (writer, it);
    }
}

static void
write_list (LeioReportWriter *writer, const LeioBlock *block)
{
  write_blocks (writer, block);
  leio_report_writer_end (writer);
}

static void
write_fact (LeioReportWriter *writer, const LeioBlock *block)
{
  const char *value = *block->text != '\0' ? block->text : "………";
  g_autofree char *line =
      block->tone == LEIO_TONE_PLAIN
          /* Translators: %1$s is a question in full, %2$s the answer */
          ? g_strdup_printf (C_ ("answer at home", "%1$s %2$s"), block->label, value)
          /* Translators: %1$s is a question in short, %2$s the answer: “size: 8.5 cm” */
          : g_strdup_printf (C_ ("answer", "%1$s: %2$s"), block->label, value);

  leio_report_writer_item (writer, NULL, NULL, line);
}

static void
write_source (LeioReportWriter *writer, const LeioBlock *block)
{
  g_autofree char *line = NULL;

  /* Translators: %1$s is the short label of a source, %2$s its citation, %3$s its address or
   * nothing */
  line = g_strdup_printf (C_ ("source", "%1$s: %2$s %3$s"), block->label, block->text,
                          block->link != NULL ? block->link : "");
  leio_report_writer_item (writer, NULL, NULL, line);
}

static void
write_row (LeioReportWriter *writer, const LeioBlock *block, gboolean head)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();

  for (guint i = 0; i < block->blocks->len; i++)
    g_ptr_array_add (cells, ((LeioBlock *) g_ptr_array_index (block->blocks, i))->text);
  leio_report_writer_row (writer, cells, head);
}

/* In text each row is one item, its cells named by the first row: "missing: grade". */
static void
write_table (LeioReportWriter *writer, const LeioBlock *block)
{
  const LeioBlock *names = block->blocks->len > 0 ? g_ptr_array_index (block->blocks, 0) : NULL;

  if (writer->markdown)
    {
      for (guint i = 0; i < block->blocks->len; i++)
        write_row (writer, g_ptr_array_index (block->blocks, i), i == 0);
      leio_report_writer_end (writer);
      return;
    }

  for (guint i = 1; i < block->blocks->len; i++)
    {
      const LeioBlock *row = g_ptr_array_index (block->blocks, i);
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint j = 0; j < row->blocks->len && j < names->blocks->len; j++)
        {
          const LeioBlock *name = g_ptr_array_index (names->blocks, j);
          const LeioBlock *cell = g_ptr_array_index (row->blocks, j);

          if (*cell->text != '\0')
            g_string_append_printf (line, "%s%s: %s", line->len > 0 ? "; " : "", name->text,
                                    cell->text);
        }
      leio_report_writer_item (writer, NULL, NULL, line->str);
    }
  leio_report_writer_end (writer);
}

static void
write_picture (LeioReportWriter *writer, const LeioBlock *block)
{
  leio_report_writer_heading (writer, block->level, block->text);
  write_blocks (writer, block);
}

static void
write_group (LeioReportWriter *writer, const LeioBlock *block)
{
  if (block->level > 0)
    leio_report_writer_heading (writer, block->level, block->text);
  write_blocks (writer, block);
}

static void
write_block (LeioReportWriter *writer, const LeioBlock *block)
{
  switch (block->kind)
    {
    case LEIO_BLOCK_GROUP:
    case LEIO_BLOCK_CARD:
      write_group (writer, block);
      break;
    case LEIO_BLOCK_HEADING:
      leio_report_writer_heading (writer, block->level, block->text);
      break;
    case LEIO_BLOCK_PARAGRAPH:
    case LEIO_BLOCK_NOTE:
      leio_report_writer_paragraph (writer, block->text);
      break;
    case LEIO_BLOCK_LIST:
    case LEIO_BLOCK_FACTS:
    case LEIO_BLOCK_SOURCES:
      write_list (writer, block);
      break;
    case LEIO_BLOCK_ITEM:
      leio_report_writer_item (writer, block->mark, block->label, block->text);
      break;
    case LEIO_BLOCK_FACT:
      write_fact (writer, block);
      break;
    case LEIO_BLOCK_SOURCE:
      write_source (writer, block);
      break;
    case LEIO_BLOCK_TABLE:
      write_table (writer, block);
      break;
    case LEIO_BLOCK_ROW:
    case LEIO_BLOCK_CELL:
      /* Their table writes them. */
      break;
    case LEIO_BLOCK_PICTURE:
      write_picture (writer, block);
      break;
    case LEIO_BLOCK_RULES:
      for (guint i = 0; i < block->level; i++)
        leio_report_writer_paragraph (writer, RULE);
      break;
    }
}

static void
write_foot (LeioReportWriter *writer, const LeioReport *report)
{
  g_autofree char *made = NULL;

  if (report->purpose != NULL)
    leio_report_writer_paragraph (writer, report->purpose);
  if (report->origin != NULL)
    leio_report_writer_paragraph (writer, report->origin);
  if (report->date == NULL)
    return;
  made = leio_report_dup_made (report);
  leio_report_writer_paragraph (writer, made);
}

char *
leio_report_dup_made (const LeioReport *report)
{
  /* Translators: 1 is the version of Leio, 2 a date */
  return g_strdup_printf (_ ("Made with Leio %1$s on %2$s."), LEIO_VERSION, report->date);
}

char *
leio_report_to_text (const LeioReport *self, gboolean markdown)
{
  LeioReportWriter writer = { .text = g_string_new (NULL), .markdown = markdown };

  write_block (&writer, self->root);
  write_foot (&writer, self);

  /* Sections end in an empty line, the report in one newline. */
  while (g_str_has_suffix (writer.text->str, "\n\n"))
    g_string_truncate (writer.text, writer.text->len - 1);

  return g_string_free (writer.text, FALSE);
}
