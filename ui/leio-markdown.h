/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The little of Markdown that the program's own texts are written in: headings,
 * paragraphs, lists with a dash or a number, tables, comments, and, on a line of
 * their own, links. Within a text only **bold** and `code` mean something. All
 * else is plain text; nothing can be wrong, for what is not understood is a
 * paragraph.
 *
 * po/md2pot.py reads the same language: each text here is one string there.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  LEIO_MARKDOWN_HEADING,
  LEIO_MARKDOWN_PARAGRAPH,
  LEIO_MARKDOWN_LIST,
  LEIO_MARKDOWN_STEPS, /* a list with numbers */
  LEIO_MARKDOWN_TABLE,
  LEIO_MARKDOWN_LINK,
} LeioMarkdownKind;

typedef struct
{
  LeioMarkdownKind kind;
  guint level;      /* of a heading, from 1 */
  guint n_columns;  /* of a table */
  GPtrArray *texts; /* (element-type utf8): items, cells row by row with the header first, or one */
  char *target;     /* (nullable) of a link */
} LeioMarkdownBlock;

/* (transfer full): a text in the language of the reader. */
typedef char *(*LeioMarkdownTranslate) (const char *text);

/**
 * leio_markdown_parse:
 * @text: of a file
 * @translate: (nullable): called for each text that has a letter outside of `code`; where it is a
 *   name, a colon and nothing but code, for the name alone
 *
 * Returns: (transfer full) (element-type LeioMarkdownBlock)
 */
GPtrArray *leio_markdown_parse (const char *text, LeioMarkdownTranslate translate);
/* (transfer full): @text for Pango, with what is bold or code marked up and all else escaped. */
char *leio_markdown_to_markup (const char *text);
/* (transfer full): @text without its marks. */
char *leio_markdown_to_plain (const char *text);

G_END_DECLS
