/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever a case or a knowledge base holds is read in a report as it was written: it steers no
 * terminal, and Markdown takes none of it for markup.
 */
#include "config.h"

#include "leio-report-writer.h"

static void
test_markdown (void)
{
  static const struct
  {
    const char *text, *expected;
  } rows[] = {
    { "size 8.5 cm, grade 2", "size 8.5 cm, grade 2" },
    { "a *b* _c_ `d` [e](f) # | ~", "a \\*b\\* \\_c\\_ \\`d\\` \\[e\\](f) \\# \\| \\~" },
    { "<b>size</b>", "\\<b\\>size\\</b\\>" },
    /* An entity would be read as the character that it names. */
    { "size &lt; 5 cm", "size \\&lt; 5 cm" },
    { "&#60;b&#x3e;", "\\&\\#60;b\\&\\#x3e;" },
    { "Gynaecology & Obstetrics", "Gynaecology \\& Obstetrics" },
    /* What begins as a list or a line across. */
    { "- seen twice", "\\- seen twice" },
    { "+ lung", "\\+ lung" },
    { "1. lung", "1\\. lung" },
    { "12) lung", "12\\) lung" },
    { "---", "\\---" },
    { "-", "\\-" },
    { "-5 to 8.5", "-5 to 8.5" },
    { "8.5 cm", "8.5 cm" },
    { "2024", "2024" },
    { "", "" },
    { "a\x1b[31m\nb\xc2\x9b", "a \\[31m b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *expected = g_strconcat (rows[i].expected, "\n\n", NULL);
      LeioReportWriter writer = { text, TRUE };

      leio_report_writer_paragraph (&writer, rows[i].text);
      g_assert_cmpstr (text->str, ==, expected);
    }
}

/* Readable text has no markup, so nothing is escaped there. */
static void
test_text (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  LeioReportWriter writer = { text, FALSE };

  leio_report_writer_item (&writer, NULL, NULL, "- size &lt; 5 *cm*\x1b[31m");
  g_assert_cmpstr (text->str, ==, "  · - size &lt; 5 *cm* [31m\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/report-writer/markdown", test_markdown);
  g_test_add_func ("/core/report-writer/text", test_text);

  return g_test_run ();
}
