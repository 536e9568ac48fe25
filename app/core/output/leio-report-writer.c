/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "leio-report-private.h"

#define LINE_WIDTH 80

/* A label comes out of a file: it must not steer a terminal nor break a line. */
char *
leio_report_dup_clean (const char *text)
{
  GString *clean = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      GUnicodeType type = g_unichar_type (letter);

      if (type == G_UNICODE_CONTROL || type == G_UNICODE_LINE_SEPARATOR ||
          type == G_UNICODE_PARAGRAPH_SEPARATOR)
        letter = ' ';
      g_string_append_unichar (clean, letter);
    }

  return g_strstrip (g_string_free (clean, FALSE));
}

/* Where a text begins as a list would ("- ", "1. ") or as a line across ("---"): the place of what
 * makes it one, else the end of the text. */
static gsize
find_list_mark (const char *text)
{
  gsize n_digits = strspn (text, "0123456789");
  const char *mark = text + n_digits;

  if (*mark != '\0' && strchr (n_digits > 0 ? ".)" : "-+", *mark) != NULL &&
      !g_ascii_isalnum (mark[1]))
    return n_digits;

  return strlen (text);
}

/* @first: whether nothing stands before it on its line. "&" is escaped because "&lt;" would be read
 * as "<". */
static char *
dup_escaped (const char *text, gboolean first)
{
  g_autofree char *clean = leio_report_dup_clean (text);
  gsize list_mark = first ? find_list_mark (clean) : strlen (clean);
  GString *escaped = g_string_new (NULL);

  for (gsize i = 0; clean[i] != '\0'; i++)
    {
      if (i == list_mark || strchr ("\\`*_[]<>#|~&", clean[i]) != NULL)
        g_string_append_c (escaped, '\\');
      g_string_append_c (escaped, clean[i]);
    }

  return g_string_free (escaped, FALSE);
}

static guint
get_width (const char *text)
{
  guint width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (!g_unichar_iszerowidth (letter))
        width += g_unichar_iswide (letter) ? 2 : 1;
    }

  return width;
}

/* Fills lines; the first begins after @column, the others are indented by @indent. */
static void
append_filled (GString *text, const char *words, guint column, guint indent)
{
  g_autofree char *clean = leio_report_dup_clean (words);
  g_auto (GStrv) parts = g_strsplit (clean, " ", -1);
  gboolean first = TRUE;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint width = get_width (parts[i]);

      if (width == 0)
        continue;
      if (!first && column + 1 + width > LINE_WIDTH)
        {
          g_string_append_printf (text, "\n%*s", (int) indent, "");
          column = indent;
        }
      else if (!first)
        {
          g_string_append_c (text, ' ');
          column++;
        }
      g_string_append (text, parts[i]);
      column += width;
      first = FALSE;
    }

  g_string_append_c (text, '\n');
}

static void
append_underlined (LeioReportWriter *self, const char *heading, char line)
{
  g_autofree char *clean = leio_report_dup_clean (heading);
  g_autofree char *below = g_strnfill (MIN (get_width (clean), LINE_WIDTH), line);

  g_string_append_printf (self->text, "%s\n%s\n\n", clean, below);
}

void
leio_report_writer_heading (LeioReportWriter *self, guint level, const char *heading)
{
  g_autofree char *escaped = NULL;

  if (self->markdown)
    {
      escaped = dup_escaped (heading, FALSE);
      g_string_append_printf (self->text, "%.*s %s\n\n", (int) MIN (level, 3), "###", escaped);
      return;
    }

  if (level < 3)
    append_underlined (self, heading, level == 1 ? '=' : '-');
  else
    append_filled (self->text, heading, 0, 2);
}

void
leio_report_writer_paragraph (LeioReportWriter *self, const char *paragraph)
{
  g_autofree char *escaped = NULL;

  if (self->markdown)
    {
      escaped = dup_escaped (paragraph, TRUE);
      g_string_append_printf (self->text, "%s\n\n", escaped);
      return;
    }

  append_filled (self->text, paragraph, 0, 0);
  g_string_append_c (self->text, '\n');
}

void
leio_report_writer_item (LeioReportWriter *self,
                         const char *mark,
                         const char *word,
                         const char *item)
{
  g_autofree char *escaped = NULL;

  if (!self->markdown)
    {
      g_string_append_printf (self->text, "  %s ", mark != NULL ? mark : "·");
      append_filled (self->text, item, 4, 4);
      return;
    }

  escaped = dup_escaped (item, word == NULL);
  if (word != NULL)
    g_string_append_printf (self->text, "- **%s:** %s\n", word, escaped);
  else
    g_string_append_printf (self->text, "- %s\n", escaped);
}

/* Markdown only; in text a table is a list. */
void
leio_report_writer_row (LeioReportWriter *self, GPtrArray *cells, gboolean head)
{
  for (guint i = 0; i < cells->len; i++)
    {
      g_autofree char *escaped = dup_escaped (g_ptr_array_index (cells, i), FALSE);

      g_string_append_printf (self->text, "| %s ", escaped);
    }
  g_string_append (self->text, "|\n");
  for (guint i = 0; head && i < cells->len; i++)
    g_string_append (self->text, i + 1 < cells->len ? "| --- " : "| --- |\n");
}

void
leio_report_writer_end (LeioReportWriter *self)
{
  g_string_append_c (self->text, '\n');
}
