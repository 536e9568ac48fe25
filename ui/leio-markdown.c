/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-markdown.h"

#include <string.h>

typedef struct
{
  GPtrArray *blocks;
  LeioMarkdownTranslate translate;
  LeioMarkdownBlock *open; /* (nullable): the block that a next line may belong to */
  GString *text;           /* the paragraph or item that goes on */
} Parser;

static void
free_block (gpointer data)
{
  LeioMarkdownBlock *block = data;

  g_ptr_array_unref (block->texts);
  g_free (block->target);
  g_free (block);
}

/* Names of files and addresses are the same in every language. */
static gboolean
has_words (const char *text)
{
  gboolean in_code = FALSE;

  if (g_str_has_prefix (text, "https://"))
    return FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (*p == '`')
        in_code = !in_code;
      else if (!in_code && g_unichar_isalpha (g_utf8_get_char (p)))
        return TRUE;
    }
  return FALSE;
}

/* Of "Shown by: `one`, `two`" only what stands before the names is translated. */
static char *
dup_translated (const char *text, LeioMarkdownTranslate translate)
{
  const char *names = strchr (text, '`');
  g_autofree char *before = NULL;
  g_autofree char *translated = NULL;

  if (!has_words (text))
    return g_strdup (text);
  if (names == NULL || names < text + 2 || strncmp (names - 2, ": ", 2) != 0 || has_words (names))
    return translate (text);

  before = g_strndup (text, (gsize) (names - 1 - text));
  translated = translate (before);
  return g_strconcat (translated, " ", names, NULL);
}

/* Takes over @text. */
static void
take_text (Parser *parser, LeioMarkdownBlock *block, char *text)
{
  g_autofree char *own = text;

  g_strstrip (own);
  g_ptr_array_add (block->texts, parser->translate != NULL
                                   ? dup_translated (own, parser->translate)
                                   : g_steal_pointer (&own));
}

static LeioMarkdownBlock *
add_block (Parser *parser, LeioMarkdownKind kind)
{
  LeioMarkdownBlock *block = g_new0 (LeioMarkdownBlock, 1);

  block->kind = kind;
  block->texts = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (parser->blocks, block);
  return block;
}

/* "[Text](target)" and nothing else. */
static gboolean
add_link (Parser *parser, const char *text)
{
  const char *middle = strstr (text, "](");
  gsize length = strlen (text);
  LeioMarkdownBlock *block;

  if (text[0] != '[' || middle == NULL || text[length - 1] != ')')
    return FALSE;

  block = add_block (parser, LEIO_MARKDOWN_LINK);
  take_text (parser, block, g_strndup (text + 1, (gsize) (middle - text - 1)));
  block->target = g_strndup (middle + 2, (gsize) (text + length - 1 - middle - 2));
  return TRUE;
}

/* What was gathered line by line is complete. */
static void
end_text (Parser *parser)
{
  if (parser->text->len > 0)
    {
      if (parser->open == NULL)
        {
          if (!add_link (parser, parser->text->str))
            take_text (parser, add_block (parser, LEIO_MARKDOWN_PARAGRAPH),
                       g_strdup (parser->text->str));
        }
      else if (!add_link (parser, parser->text->str))
        {
          take_text (parser, parser->open, g_strdup (parser->text->str));
        }
    }
  g_string_truncate (parser->text, 0);
}

static void
end_block (Parser *parser)
{
  end_text (parser);
  /* A list of links alone has no item. */
  if (parser->open != NULL && parser->open->texts->len == 0)
    g_ptr_array_remove (parser->blocks, parser->open);
  parser->open = NULL;
}

static gboolean
take_heading (Parser *parser, const char *line)
{
  gsize level = strspn (line, "#");
  LeioMarkdownBlock *block;

  if (level == 0 || line[level] != ' ')
    return FALSE;

  end_block (parser);
  block = add_block (parser, LEIO_MARKDOWN_HEADING);
  block->level = (guint) level;
  take_text (parser, block, g_strdup (line + level));
  return TRUE;
}

/* How long "- " or "12. " is at the start of @line; 0 where there is none. */
static gsize
get_sign (const char *line, LeioMarkdownKind *kind)
{
  gsize n_digits = strspn (line, "0123456789");

  *kind = n_digits > 0 ? LEIO_MARKDOWN_STEPS : LEIO_MARKDOWN_LIST;
  if (n_digits > 0)
    return g_str_has_prefix (line + n_digits, ". ") ? n_digits + 2 : 0;
  return g_str_has_prefix (line, "- ") ? 2 : 0;
}

static gboolean
take_item (Parser *parser, const char *line)
{
  LeioMarkdownKind kind;
  gsize length = get_sign (line, &kind);

  if (length == 0)
    return FALSE;

  if (parser->open != NULL && parser->open->kind == kind)
    end_text (parser);
  else
    {
      end_block (parser);
      parser->open = add_block (parser, kind);
    }
  g_string_append (parser->text, line + length);
  return TRUE;
}

static gboolean
is_rule (const char *line)
{
  return strspn (line, "|-: ") == strlen (line);
}

static gboolean
take_row (Parser *parser, const char *line)
{
  g_auto (GStrv) cells = NULL;
  guint n_cells;

  if (line[0] != '|')
    return FALSE;
  if (is_rule (line))
    return TRUE;

  if (parser->open == NULL || parser->open->kind != LEIO_MARKDOWN_TABLE)
    {
      end_block (parser);
      parser->open = add_block (parser, LEIO_MARKDOWN_TABLE);
    }
  /* The first and the last part are what is outside of the bars. */
  cells = g_strsplit (line, "|", -1);
  n_cells = g_strv_length (cells) - 2;
  if (parser->open->n_columns == 0)
    parser->open->n_columns = n_cells;
  for (guint i = 0; i < parser->open->n_columns; i++)
    take_text (parser, parser->open, g_strdup (i < n_cells ? cells[i + 1] : ""));
  return TRUE;
}

static void
take_line (Parser *parser, const char *line)
{
  if (*line == '\0')
    {
      end_block (parser);
      return;
    }
  if (take_heading (parser, line) || take_item (parser, line) || take_row (parser, line))
    return;

  if (parser->open != NULL && parser->open->kind == LEIO_MARKDOWN_TABLE)
    end_block (parser);
  if (parser->text->len > 0)
    g_string_append_c (parser->text, ' ');
  g_string_append (parser->text, line);
}

/* @text without <!-- comments -->. */
static char *
dup_without_comments (const char *text)
{
  GString *rest = g_string_new (NULL);
  const char *start;

  while ((start = strstr (text, "<!--")) != NULL)
    {
      const char *end = strstr (start, "-->");

      g_string_append_len (rest, text, start - text);
      text = end != NULL ? end + strlen ("-->") : start + strlen (start);
    }
  g_string_append (rest, text);
  return g_string_free (rest, FALSE);
}

GPtrArray *
leio_markdown_parse (const char *text, LeioMarkdownTranslate translate)
{
  g_autofree char *rest = NULL;
  g_auto (GStrv) lines = NULL;
  Parser parser = { NULL, translate, NULL, NULL };

  g_return_val_if_fail (text != NULL, NULL);

  rest = dup_without_comments (text);
  lines = g_strsplit (rest, "\n", -1);
  parser.blocks = g_ptr_array_new_with_free_func (free_block);
  parser.text = g_string_new (NULL);
  for (guint i = 0; lines[i] != NULL; i++)
    take_line (&parser, g_strstrip (lines[i]));
  end_block (&parser);
  g_string_free (parser.text, TRUE);
  return parser.blocks;
}

char *
leio_markdown_to_markup (const char *text)
{
  g_autofree char *escaped = NULL;
  GString *markup;
  gboolean bold = FALSE, code = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  escaped = g_markup_escape_text (text, -1);
  markup = g_string_new (NULL);
  for (const char *p = escaped; *p != '\0'; p++)
    {
      if (!code && g_str_has_prefix (p, "**"))
        {
          g_string_append (markup, bold ? "</b>" : "<b>");
          bold = !bold;
          p++;
        }
      else if (*p == '`')
        {
          g_string_append (markup, code ? "</tt>" : "<tt>");
          code = !code;
        }
      else
        g_string_append_c (markup, *p);
    }
  /* Marks that were not closed are at the end. */
  g_string_append (markup, code ? "</tt>" : "");
  g_string_append (markup, bold ? "</b>" : "");
  return g_string_free (markup, FALSE);
}

char *
leio_markdown_to_plain (const char *text)
{
  GString *plain;

  g_return_val_if_fail (text != NULL, NULL);

  plain = g_string_new (text);
  g_string_replace (plain, "**", "", 0);
  g_string_replace (plain, "`", "", 0);
  return g_string_free (plain, FALSE);
}
