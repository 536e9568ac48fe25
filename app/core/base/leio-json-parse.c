/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The grammar of JSON, one function a production, over the bytes in place. Every
 * production gives its node, or NULL with an error; what was made so far is freed
 * on the way out.
 */
#include "config.h"

#include "leio-json.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef struct
{
  const char *start, *at, *end;
  GString *text; /* the last string or number, without quotes and escapes */
  guint depth;
  GError **error;
} Scan;

static JsonNode *scan_value (Scan *scan);

/* "line 3, column 5: "; columns are characters. */
static char *
dup_place (const Scan *scan, const char *at)
{
  const char *line_start = scan->start;
  guint line = 1;

  for (const char *p = scan->start; p < at; p++)
    if (*p == '\n')
      {
        line++;
        line_start = p + 1;
      }
  /* Translators: a place in a file, as in "line 3, column 5" */
  return g_strdup_printf (_ ("line %1$u, column %2$u"), line,
                          (guint) g_utf8_strlen (line_start, at - line_start) + 1);
}

static gboolean
fail (Scan *scan, LeioError code, const char *at, const char *message)
{
  g_autofree char *place = dup_place (scan, at);

  g_set_error (scan->error, LEIO_ERROR, (int) code, "%s: %s", place, message);
  return FALSE;
}

/* @expected is a whole phrase, "a value". */
static gboolean
fail_expected (Scan *scan, const char *expected)
{
  g_autofree char *message = NULL;
  char character[8] = { 0 };

  if (scan->at >= scan->end)
    {
      /* Translators: %s is what should stand there, as in "a value" */
      message = g_strdup_printf (_ ("found the end of the text, expected %s"), expected);
      return fail (scan, LEIO_ERROR_SYNTAX, scan->at, message);
    }

  g_unichar_to_utf8 (g_utf8_get_char (scan->at), character);
  /* Translators: the first %s is a character, the second what should stand there, as in "a value"
   */
  message = g_strdup_printf (_ ("found '%1$s', expected %2$s"), character, expected);
  return fail (scan, LEIO_ERROR_SYNTAX, scan->at, message);
}

static void
skip_blanks (Scan *scan)
{
  while (scan->at < scan->end &&
         (*scan->at == ' ' || *scan->at == '\n' || *scan->at == '\t' || *scan->at == '\r'))
    scan->at++;
}

static gboolean
take (Scan *scan, char character)
{
  if (scan->at >= scan->end || *scan->at != character)
    return FALSE;

  scan->at++;
  return TRUE;
}

static int
read_hex4 (const char *at, const char *end)
{
  int value = 0;

  if (end - at < 4)
    return -1;
  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (at[i]);

      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }
  return value;
}

/* The character of the \u at @scan->at; half a pair and NUL are none, and give -1. */
static int
read_unicode_escape (Scan *scan)
{
  int code = read_hex4 (scan->at + 1, scan->end);
  int low;

  if (code > 0 && (code < 0xd800 || code > 0xdfff))
    {
      scan->at += 5;
      return code;
    }
  if (code < 0xd800 || code > 0xdbff || scan->end - scan->at < 11 || scan->at[5] != '\\' ||
      scan->at[6] != 'u')
    return -1;

  low = read_hex4 (scan->at + 7, scan->end);
  if (low < 0xdc00 || low > 0xdfff)
    return -1;
  scan->at += 11;
  return 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
}

static gboolean
scan_escape (Scan *scan)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *letter;
  int code;

  if (scan->at < scan->end && *scan->at == 'u')
    {
      code = read_unicode_escape (scan);
      if (code < 0)
        return fail (scan, LEIO_ERROR_SYNTAX, scan->at - 1,
                     _ ("found an escape that is no character, expected \\u and four hexadecimal "
                        "digits"));
      g_string_append_unichar (scan->text, (gunichar) code);
      return TRUE;
    }

  letter = scan->at < scan->end ? memchr (letters, *scan->at, sizeof letters - 1) : NULL;
  if (letter == NULL)
    return fail_expected (scan, _ ("one of \" \\ / b f n r t u after \\"));
  g_string_append_c (scan->text, meanings[letter - letters]);
  scan->at++;
  return TRUE;
}

/* Appends what needs no escape. */
static void
scan_plain_text (Scan *scan)
{
  const char *start = scan->at;

  while (scan->at < scan->end && *scan->at != '"' && *scan->at != '\\' &&
         (guchar) *scan->at >= 0x20)
    scan->at++;
  g_string_append_len (scan->text, start, scan->at - start);
}

static gboolean
scan_string (Scan *scan)
{
  const char *start = scan->at;

  if (!take (scan, '"'))
    return fail_expected (scan, _ ("a text in double quotes"));

  g_string_truncate (scan->text, 0);
  scan_plain_text (scan);
  while (scan->at < scan->end && *scan->at != '"')
    {
      if (!take (scan, '\\'))
        return fail (scan, LEIO_ERROR_SYNTAX, scan->at,
                     _ ("found a line break or control character in a text, expected an escape"));
      if (!scan_escape (scan))
        return FALSE;
      scan_plain_text (scan);
    }
  if (!take (scan, '"'))
    return fail (scan, LEIO_ERROR_SYNTAX, start,
                 _ ("found a text without an end, expected a closing quote"));
  return TRUE;
}

static JsonNode *
scan_text (Scan *scan)
{
  return scan_string (scan) ? json_node_init_string (json_node_alloc (), scan->text->str) : NULL;
}

static gboolean
scan_digits (Scan *scan)
{
  if (scan->at >= scan->end || !g_ascii_isdigit (*scan->at))
    return fail_expected (scan, _ ("a digit"));
  while (scan->at < scan->end && g_ascii_isdigit (*scan->at))
    scan->at++;
  return TRUE;
}

static JsonNode *
make_number (Scan *scan, const char *start, gboolean whole)
{
  gint64 integer;
  double number;

  g_string_truncate (scan->text, 0);
  g_string_append_len (scan->text, start, scan->at - start);
  errno = 0;
  if (whole)
    {
      integer = g_ascii_strtoll (scan->text->str, NULL, 10);
      /* Any other error is none of the number: GLib can meet one while it makes its C locale. */
      if (errno != ERANGE)
        return json_node_init_int (json_node_alloc (), integer);
    }
  else
    {
      number = g_ascii_strtod (scan->text->str, NULL);
      if (isfinite (number))
        return json_node_init_double (json_node_alloc (), number);
    }
  fail (scan, LEIO_ERROR_RANGE, start, _ ("found a number that is too large"));
  return NULL;
}

static JsonNode *
scan_number (Scan *scan)
{
  const char *start = scan->at;
  gboolean whole = TRUE;

  take (scan, '-');
  if (!take (scan, '0') && !scan_digits (scan))
    return NULL;
  if (take (scan, '.'))
    {
      whole = FALSE;
      if (!scan_digits (scan))
        return NULL;
    }
  if (take (scan, 'e') || take (scan, 'E'))
    {
      whole = FALSE;
      if (!take (scan, '+'))
        take (scan, '-');
      if (!scan_digits (scan))
        return NULL;
    }
  return make_number (scan, start, whole);
}

static gboolean
scan_member (Scan *scan, JsonObject *object)
{
  const char *start = scan->at;
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;
  JsonNode *node;

  if (!scan_string (scan))
    return FALSE;
  name = g_strdup (scan->text->str);
  if (json_object_has_member (object, name))
    {
      /* Translators: %s is the name of a member of a JSON object */
      message = g_strdup_printf (_ ("'%s' is given twice"), name);
      return fail (scan, LEIO_ERROR_DUPLICATE, start, message);
    }

  skip_blanks (scan);
  if (!take (scan, ':'))
    return fail_expected (scan, "':'");
  node = scan_value (scan);
  if (node == NULL)
    return FALSE;
  json_object_set_member (object, name, node);
  return TRUE;
}

static JsonNode *
scan_object (Scan *scan)
{
  g_autoptr (JsonObject) object = json_object_new ();

  skip_blanks (scan);
  if (take (scan, '}'))
    return json_node_init_object (json_node_alloc (), object);
  do
    {
      skip_blanks (scan);
      if (!scan_member (scan, object))
        return NULL;
      skip_blanks (scan);
    }
  while (take (scan, ','));

  if (take (scan, '}'))
    return json_node_init_object (json_node_alloc (), object);
  fail_expected (scan, _ ("',' or '}'"));
  return NULL;
}

static JsonNode *
scan_array (Scan *scan)
{
  g_autoptr (JsonArray) array = json_array_new ();

  skip_blanks (scan);
  if (take (scan, ']'))
    return json_node_init_array (json_node_alloc (), array);
  do
    {
      JsonNode *node = scan_value (scan);

      if (node == NULL)
        return NULL;
      json_array_add_element (array, node);
      skip_blanks (scan);
    }
  while (take (scan, ','));

  if (take (scan, ']'))
    return json_node_init_array (json_node_alloc (), array);
  fail_expected (scan, _ ("',' or ']'"));
  return NULL;
}

static gboolean
take_word (Scan *scan, const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (scan->end - scan->at) < length || memcmp (scan->at, word, length) != 0)
    return FALSE;

  scan->at += length;
  return TRUE;
}

static JsonNode *
scan_constant (Scan *scan)
{
  if (take_word (scan, "true"))
    return json_node_init_boolean (json_node_alloc (), TRUE);
  if (take_word (scan, "false"))
    return json_node_init_boolean (json_node_alloc (), FALSE);
  if (take_word (scan, "null"))
    return json_node_init_null (json_node_alloc ());

  fail_expected (scan, _ ("a value"));
  return NULL;
}

static JsonNode *
scan_nested (Scan *scan, JsonNode *(*scan_inside) (Scan *) )
{
  g_autofree char *message = NULL;
  JsonNode *node;

  if (scan->depth == LEIO_JSON_MAX_DEPTH)
    {
      /* Translators: %d is a number of levels, 64 */
      message = g_strdup_printf (_ ("found more than %d levels of objects and lists"),
                                 LEIO_JSON_MAX_DEPTH);
      fail (scan, LEIO_ERROR_SYNTAX, scan->at, message);
      return NULL;
    }

  scan->at++;
  scan->depth++;
  node = scan_inside (scan);
  scan->depth--;
  return node;
}

static JsonNode *
scan_value (Scan *scan)
{
  skip_blanks (scan);
  if (scan->at == scan->end)
    return scan_constant (scan);

  switch (*scan->at)
    {
    case '{':
      return scan_nested (scan, scan_object);
    case '[':
      return scan_nested (scan, scan_array);
    case '"':
      return scan_text (scan);
    case '-':
    case '0' ... '9':
      return scan_number (scan);
    default:
      return scan_constant (scan);
    }
}

static gboolean
check_encoding (Scan *scan)
{
  const char *valid_end;

  if (g_utf8_validate_len (scan->start, (gsize) (scan->end - scan->start), &valid_end))
    return TRUE;
  if (*valid_end == '\0')
    return fail (scan, LEIO_ERROR_ENCODING, valid_end, _ ("found a NUL byte, expected text"));
  return fail (scan, LEIO_ERROR_ENCODING, valid_end,
               _ ("found a byte that is not UTF-8, expected UTF-8 text"));
}

JsonNode *
leio_json_parse (const char *data, gsize length, GError **error)
{
  static const char byte_order_mark[] = "\xef\xbb\xbf";
  gboolean has_mark = length >= 3 && memcmp (data, byte_order_mark, 3) == 0;
  const char *begin = data != NULL ? data : "";
  const char *start = has_mark ? begin + 3 : begin;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (JsonNode) node = NULL;
  Scan scan = { start, start, begin + length, text, 0, error };

  if (!check_encoding (&scan))
    return NULL;

  skip_blanks (&scan);
  if (scan.at == scan.end)
    {
      g_set_error_literal (error, LEIO_ERROR, LEIO_ERROR_SYNTAX,
                           _ ("the text is empty, expected JSON"));
      return NULL;
    }
  node = scan_value (&scan);
  if (node == NULL)
    return NULL;
  skip_blanks (&scan);
  if (scan.at < scan.end)
    {
      fail_expected (&scan, _ ("the end of the text"));
      return NULL;
    }
  return g_steal_pointer (&node);
}
