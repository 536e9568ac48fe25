/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the line to words and signs, by GScanner, and the names that these words
 * can be.
 */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "leio-condition-private.h"

#define WORD_CHARACTERS G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "_"

static const char *const reserved[] = {
  "and",   "or", "not",    "in",    "has",    "any",   "at",
  "least", "is", "within", "empty", "always", "known", "unknown",
};

/**
 * leio_condition_is_reserved:
 * @name: a word
 *
 * Returns: whether the grammar uses the word, so that nothing can be named so
 */
gboolean
leio_condition_is_reserved (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (reserved); i++)
    if (g_str_equal (name, reserved[i]))
      return TRUE;

  return FALSE;
}

/**
 * leio_condition_check_name:
 * @name: the id of a question, value, definition or derived fact
 * @error: what is wrong with it
 *
 * Returns: whether a condition can use the name
 */
gboolean
leio_condition_check_name (const char *name, GError **error)
{
  if (*name == '\0')
    {
      g_set_error_literal (error, LEIO_ERROR, LEIO_ERROR_SYNTAX, _ ("an id is empty"));
      return FALSE;
    }
  if (name[strspn (name, WORD_CHARACTERS)] != '\0')
    {
      g_set_error (error, LEIO_ERROR, LEIO_ERROR_SYNTAX,
                   /* Translators: %s is an id */
                   _ ("'%s' cannot be an id: use the letters a to z, digits and '_'"), name);
      return FALSE;
    }
  if (leio_condition_is_reserved (name))
    {
      g_set_error (error, LEIO_ERROR, LEIO_ERROR_SYNTAX,
                   /* Translators: %s is a word like 'and' or 'in' */
                   _ ("'%s' cannot be an id: it is a word of the conditions' own language"), name);
      return FALSE;
    }

  return TRUE;
}

static GScanner *
new_scanner (void)
{
  /* A number is scanned as a word too: "3d" is an id, and GScanner would read it as 3 and d. */
  static const GScannerConfig config = {
    .cset_skip_characters = (char *) " \t\r\n",
    .cset_identifier_first = (char *) WORD_CHARACTERS,
    .cset_identifier_nth = (char *) WORD_CHARACTERS ".",
    .cpair_comment_single = (char *) "",
    .case_sensitive = TRUE,
    .scan_identifier = TRUE,
    .scan_identifier_1char = TRUE,
    .char_2_token = TRUE,
  };

  return g_scanner_new (&config);
}

/* GScanner gives signs one byte at a time; two that touch can be one. */
static gsize
get_sign_length (const char *text)
{
  if (strchr ("<>!", *text) != NULL && text[1] == '=')
    return 2;

  return (gsize) (g_utf8_next_char (text) - text);
}

static void
add_token (LeioParser *parser, LeioTokenKind kind, gsize offset, gsize length)
{
  LeioToken token = {
    .kind = kind,
    .text = g_string_chunk_insert_len (parser->words, parser->text + offset, (gssize) length),
    .offset = offset,
  };

  g_array_append_val (parser->tokens, token);
}

/* The tokens of parser->text, the last of which is the end. */
void
leio_parser_scan (LeioParser *parser)
{
  const char *text = parser->text;
  GScanner *scanner = new_scanner ();
  gsize end = 0;

  g_scanner_input_text (scanner, text, (guint) strlen (text));
  while (g_scanner_get_next_token (scanner) != G_TOKEN_EOF)
    {
      gboolean word = scanner->token == G_TOKEN_IDENTIFIER;
      gsize length = word ? strlen (scanner->value.v_identifier) : 1;
      gsize offset = g_scanner_cur_position (scanner) - length;

      /* The rest of a sign of several bytes, which was taken as a whole. */
      if (offset < end)
        continue;
      if (!word)
        length = get_sign_length (text + offset);
      add_token (parser, word ? LEIO_TOKEN_WORD : LEIO_TOKEN_SIGN, offset, length);
      end = offset + length;
    }
  add_token (parser, LEIO_TOKEN_END, strlen (text), 0);
  g_scanner_destroy (scanner);
}

const LeioToken *
leio_parser_peek (const LeioParser *parser)
{
  return &g_array_index (parser->tokens, LeioToken, parser->position);
}

/* The next token, which is read with that; the end stays. */
const LeioToken *
leio_parser_take (LeioParser *parser)
{
  const LeioToken *token = leio_parser_peek (parser);

  if (token->kind != LEIO_TOKEN_END)
    parser->position++;

  return token;
}

gboolean
leio_parser_is_next (const LeioParser *parser, const char *text)
{
  const LeioToken *token = leio_parser_peek (parser);

  return token->kind != LEIO_TOKEN_END && g_str_equal (token->text, text);
}

/* Reads the next token where it is @text. */
gboolean
leio_parser_accept (LeioParser *parser, const char *text)
{
  if (!leio_parser_is_next (parser, text))
    return FALSE;

  leio_parser_take (parser);

  return TRUE;
}
