/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A report as one HTML file: no script, nothing loaded from anywhere, readable on
 * a phone, in the dark and on paper. All text is escaped, and each piece of it
 * finds its own direction.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "leio-report-private.h"

static const char style[] =
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:1rem;"
    "color:#1a1a1a;background:#fff;overflow-wrap:anywhere}"
    "h1{font-size:1.5rem;line-height:1.25;margin:.25rem 0 .75rem}"
    "h2{font-size:1.2rem;border-bottom:2px solid;padding-bottom:.2rem;margin:1.75rem 0 .75rem}"
    "h3{font-size:1.05rem;margin:1.1rem 0 .3rem}"
    "ul,ol{padding-inline-start:1.3rem;margin:.4rem 0}li{margin:.3rem 0}"
    "dl{display:grid;grid-template-columns:minmax(7rem,auto) 1fr;gap:.2rem 1rem;margin:.5rem 0}"
    "dl.plain{display:block}dt{color:#555}dd{margin:0}"
    "table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;"
    "padding:.3rem .5rem;border-bottom:1px solid #bbb}"
    ".kind{color:#555;margin:0}.lead{font-size:1.1rem;font-weight:600}.small{font-size:.85rem}"
    ".rule{border-bottom:1px solid;height:2.2rem}"
    ".note{border:2px solid;padding:.5rem .75rem}.sign{display:inline-block;min-width:1.4em}"
    "footer{margin-top:2rem;border-top:1px solid;font-size:.85rem}a{color:#0b57a4}"
    "@media(max-width:30rem){dl{display:block}dd{margin-bottom:.4rem}}"
    "@media(prefers-color-scheme:dark){body{color:#eee;background:#1e1e1e}dt,.kind{color:#bbb}"
    "a{color:#8ab8ff}}"
    "@media print{body{max-width:none;font-size:10pt}h2,h3{break-after:avoid}}";

/* All of it counts in rem, so that nothing stays small; a question stays with its room. */
static const char large_style[] =
    "html{font-size:1.4rem}.small,.kind,footer{font-size:1rem}section section section"
    "{break-inside:avoid}@media print{html,body{font-size:16pt}}";

static void
append_text (GString *html, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (html, escaped);
}

/* @class: (nullable) */
static void
append_element (GString *html, const char *name, const char *class, const char *text)
{
  g_string_append_printf (html, "<%s dir=\"auto\"", name);
  if (class != NULL)
    g_string_append_printf (html, " class=\"%s\"", class);
  g_string_append_c (html, '>');
  append_text (html, text);
  g_string_append_printf (html, "</%s>\n", name);
}

static void write_block (GString *html, const LeioBlock *block);

static void
write_blocks (GString *html, const LeioBlock *block)
{
  for (guint i = 0; i < block->blocks->len; i++)
    {
      const LeioBlock *it = g_ptr_array_index (block->blocks, i);

      if (it->room != LEIO_ROOM_TIGHT)
        write_block (html, it);
    }
}

static void
write_in (GString *html, const char *name, const LeioBlock *block)
{
  if (block->blocks->len == 0)
    return;

  g_string_append_printf (html, "<%s>\n", name);
  write_blocks (html, block);
  g_string_append_printf (html, "</%s>\n", name);
}

static void
write_heading (GString *html, const LeioBlock *block, gboolean with_sign)
{
  g_string_append_printf (html, "<h%u dir=\"auto\">", block->level);
  if (with_sign && block->sign != LEIO_SIGN_NONE)
    g_string_append_printf (html, "<span class=\"sign\" aria-hidden=\"true\">%s</span>",
                            leio_sign_to_text (block->sign));
  append_text (html, block->text);
  g_string_append_printf (html, "</h%u>\n", block->level);
}

static void
write_section (GString *html, const LeioBlock *block, gboolean with_sign)
{
  g_string_append (html, "<section>\n");
  if (block->level > 0)
    write_heading (html, block, with_sign);
  write_blocks (html, block);
  g_string_append (html, "</section>\n");
}

static void
write_paragraph (GString *html, const LeioBlock *block)
{
  switch (block->tone)
    {
    case LEIO_TONE_LEAD:
      append_element (html, "p", "lead", block->text);
      break;
    case LEIO_TONE_SMALL:
      append_element (html, "p", "small", block->text);
      break;
    case LEIO_TONE_NORMAL:
    case LEIO_TONE_PLAIN:
      append_element (html, "p", NULL, block->text);
      break;
    }
}

static void
write_item (GString *html, const LeioBlock *block)
{
  g_string_append (html, "<li dir=\"auto\">");
  if (block->label != NULL)
    {
      g_string_append (html, "<b>");
      append_text (html, block->label);
      g_string_append (html, ":</b> ");
    }
  append_text (html, block->text);
  g_string_append (html, "</li>\n");
}

static void
write_facts (GString *html, const LeioBlock *block)
{
  if (block->blocks->len == 0)
    return;

  g_string_append (html, block->tone == LEIO_TONE_PLAIN ? "<dl class=\"plain\">\n" : "<dl>\n");
  write_blocks (html, block);
  g_string_append (html, "</dl>\n");
}

static void
append_link (GString *html, const char *link, const char *text)
{
  g_string_append (html, "<a href=\"");
  append_text (html, link);
  g_string_append (html, "\" rel=\"noreferrer\">");
  append_text (html, text);
  g_string_append (html, "</a>");
}

static void
write_fact (GString *html, const LeioBlock *block)
{
  append_element (html, "dt", NULL, block->label);
  if (block->link != NULL)
    {
      g_string_append (html, "<dd dir=\"auto\">");
      append_link (html, block->link, block->text);
      g_string_append (html, "</dd>\n");
      return;
    }
  append_element (html, "dd", NULL, *block->text != '\0' ? block->text : "………");
}

static void
write_source (GString *html, const LeioBlock *block)
{
  g_string_append (html, "<li dir=\"auto\"><b>");
  append_text (html, block->label);
  g_string_append (html, "</b> ");
  append_text (html, block->text);
  if (block->link != NULL)
    {
      g_string_append_c (html, ' ');
      append_link (html, block->link, block->link);
    }
  g_string_append (html, "</li>\n");
}

static void
write_table (GString *html, const LeioBlock *block)
{
  g_string_append (html, "<table>\n");
  for (guint i = 0; i < block->blocks->len; i++)
    {
      const LeioBlock *row = g_ptr_array_index (block->blocks, i);

      g_string_append (html, "<tr>\n");
      for (guint j = 0; j < row->blocks->len; j++)
        append_element (html, i == 0 ? "th" : "td", NULL,
                        ((LeioBlock *) g_ptr_array_index (row->blocks, j))->text);
      g_string_append (html, "</tr>\n");
    }
  g_string_append (html, "</table>\n");
}

static void
write_block (GString *html, const LeioBlock *block)
{
  switch (block->kind)
    {
    case LEIO_BLOCK_GROUP:
      write_section (html, block, TRUE);
      break;
    case LEIO_BLOCK_CARD:
    case LEIO_BLOCK_PICTURE:
      write_section (html, block, FALSE);
      break;
    case LEIO_BLOCK_HEADING:
      write_heading (html, block, FALSE);
      break;
    case LEIO_BLOCK_PARAGRAPH:
      write_paragraph (html, block);
      break;
    case LEIO_BLOCK_NOTE:
      append_element (html, "p", "note", block->text);
      break;
    case LEIO_BLOCK_LIST:
    case LEIO_BLOCK_SOURCES:
      write_in (html, "ul", block);
      break;
    case LEIO_BLOCK_ITEM:
      write_item (html, block);
      break;
    case LEIO_BLOCK_FACTS:
      write_facts (html, block);
      break;
    case LEIO_BLOCK_FACT:
      write_fact (html, block);
      break;
    case LEIO_BLOCK_SOURCE:
      write_source (html, block);
      break;
    case LEIO_BLOCK_TABLE:
      write_table (html, block);
      break;
    case LEIO_BLOCK_RULES:
      for (guint i = 0; i < block->level; i++)
        g_string_append (html, "<div class=\"rule\"></div>\n");
      break;
    case LEIO_BLOCK_ROW:
    case LEIO_BLOCK_CELL:
      /* Their table writes them. */
      break;
    }
}

static void
write_head (GString *html, const LeioReport *report)
{
  g_string_append_printf (html, "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\">\n<head>\n",
                          report->language, report->rtl ? "rtl" : "ltr");
  g_string_append (html, "<meta charset=\"utf-8\">\n"
                         "<meta name=\"viewport\" content=\"width=device-width\">\n"
                         "<meta http-equiv=\"Content-Security-Policy\" "
                         "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>");
  append_text (html, report->title);
  g_string_append_printf (html, "</title>\n<style>%s%s</style>\n</head>\n<body>\n", style,
                          report->large ? large_style : "");
  if (report->kind != NULL)
    append_element (html, "p", "kind", report->kind);
}

static void
write_foot (GString *html, const LeioReport *report)
{
  g_autofree char *made = report->date != NULL ? leio_report_dup_made (report) : NULL;

  g_string_append (html, "<footer>\n");
  if (report->purpose != NULL)
    append_element (html, "p", NULL, report->purpose);
  if (report->origin != NULL)
    append_element (html, "p", NULL, report->origin);
  if (made != NULL)
    append_element (html, "p", NULL, made);
  g_string_append (html, "</footer>\n</body>\n</html>\n");
}

char *
leio_report_to_html (const LeioReport *self)
{
  GString *html = g_string_new (NULL);

  write_head (html, self);
  g_string_append (html, "<main>\n");
  write_blocks (html, self->root);
  g_string_append (html, "</main>\n");
  write_foot (html, self);
  return g_string_free (html, FALSE);
}
