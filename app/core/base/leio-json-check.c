/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The grammar of JSON, one function a production, over the bytes in place. Keeps
 * no tree: only a stack of the names in the objects that are open, so that a name
 * given twice is found when the object closes.
 */
#include "config.h"

#include "leio-json.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef struct
{
  const char *start;
  guint length;
} Name;

typedef struct
{
  const char *start, *at, *end;
  GArray *names;
  guint depth;
  GError **error;
} Scan;

static gboolean scan_value (Scan *scan);

/* "line 3, column 5: "; columns are characters. */
static char *
dup_place (const Scan *scan,
           const char *at)
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
  return g_strdup_printf (_("line %u, column %u"), line,
                          (guint) g_utf8_strlen (line_start, at - line_start) + 1);
}

static gboolean
fail (Scan *scan,
      LeioError code,
      const char *at,
      const char *message)
{
  g_autofree char *place = dup_place (scan, at);

  g_set_error (scan->error, LEIO_ERROR, (int) code, "%s: %s", place, message);
  return FALSE;
}

/* @expected is a whole phrase, "a value". */
static gboolean
fail_expected (Scan *scan,
               const char *expected)
{
  g_autofree char *message = NULL;
  char character[8] = { 0 };

  if (scan->at >= scan->end)
    {
      /* Translators: %s is what should stand there, as in "a value" */
      message = g_strdup_printf (_("found the end of the text, expected %s"), expected);
      return fail (scan, LEIO_ERROR_SYNTAX, scan->at, message);
    }

  g_unichar_to_utf8 (g_utf8_get_char (scan->at), character);
  /* Translators: the first %s is a character, the second what should stand there, as in "a value" */
  message = g_strdup_printf (_("found '%s', expected %s"), character, expected);
  return fail (scan, LEIO_ERROR_SYNTAX, scan->at, message);
}

static void
skip_blanks (Scan *scan)
{
  while (scan->at < scan->end
         && (*scan->at == ' ' || *scan->at == '\n' || *scan->at == '\t' || *scan->at == '\r'))
    scan->at++;
}

static gboolean
take (Scan *scan,
      char character)
{
  if (scan->at >= scan->end || *scan->at != character)
    return FALSE;

  scan->at++;
  return TRUE;
}

static int
read_hex4 (const char *at,
           const char *end)
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

/* At the 'u' of an escape. Half a pair and NUL are no text. */
static gboolean
scan_unicode_escape (Scan *scan)
{
  int code = read_hex4 (scan->at + 1, scan->end);

  if (code > 0 && (code < 0xd800 || code > 0xdfff))
    {
      scan->at += 5;
      return TRUE;
    }
  if (code >= 0xd800 && code < 0xdc00 && scan->end - scan->at >= 11 && scan->at[5] == '\\'
      && scan->at[6] == 'u')
    {
      int low = read_hex4 (scan->at + 7, scan->end);

      if (low >= 0xdc00 && low <= 0xdfff)
        {
          scan->at += 11;
          return TRUE;
        }
    }
  return fail (scan, LEIO_ERROR_SYNTAX, scan->at - 1,
               _("found an escape that is no character, expected \\u and four hexadecimal digits"));
}

static gboolean
scan_escape (Scan *scan)
{
  if (scan->at < scan->end && *scan->at == 'u')
    return scan_unicode_escape (scan);
  if (scan->at < scan->end && *scan->at != '\0' && strchr ("\"\\/bfnrt", *scan->at) != NULL)
    {
      scan->at++;
      return TRUE;
    }
  return fail_expected (scan, _("one of \" \\ / b f n r t u after \\"));
}

static gboolean
scan_string (Scan *scan)
{
  const char *start = scan->at;

  if (!take (scan, '"'))
    return fail_expected (scan, _("a text in double quotes"));

  while (scan->at < scan->end && *scan->at != '"')
    {
      if ((guchar) *scan->at < 0x20)
        return fail (scan, LEIO_ERROR_SYNTAX, scan->at,
                     _("found a line break or control character in a text, expected an escape"));
      if (take (scan, '\\'))
        {
          if (!scan_escape (scan))
            return FALSE;
        }
      else
        scan->at++;
    }
  if (!take (scan, '"'))
    return fail (scan, LEIO_ERROR_SYNTAX, start,
                 _("found a text without an end, expected a closing quote"));
  return TRUE;
}

static gboolean
scan_digits (Scan *scan)
{
  if (scan->at >= scan->end || !g_ascii_isdigit (*scan->at))
    return fail_expected (scan, _("a digit"));
  while (scan->at < scan->end && g_ascii_isdigit (*scan->at))
    scan->at++;
  return TRUE;
}

static gboolean
check_number_fits (Scan *scan,
                   const char *start,
                   gboolean whole)
{
  g_autofree char *text = g_strndup (start, (gsize) (scan->at - start));
  gboolean fits;

  if (whole)
    {
      errno = 0;
      (void) g_ascii_strtoll (text, NULL, 10);
      fits = errno == 0;
    }
  else
    fits = isfinite (g_ascii_strtod (text, NULL)) != 0;

  return fits || fail (scan, LEIO_ERROR_RANGE, start, _("found a number that is too large"));
}

static gboolean
scan_number (Scan *scan)
{
  const char *start = scan->at;
  gboolean whole = TRUE;

  take (scan, '-');
  if (!take (scan, '0') && !scan_digits (scan))
    return FALSE;
  if (take (scan, '.'))
    {
      whole = FALSE;
      if (!scan_digits (scan))
        return FALSE;
    }
  if (take (scan, 'e') || take (scan, 'E'))
    {
      whole = FALSE;
      if (!take (scan, '+'))
        take (scan, '-');
      if (!scan_digits (scan))
        return FALSE;
    }
  return check_number_fits (scan, start, whole);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const Name *first = a, *second = b;
  int order = memcmp (first->start, second->start, MIN (first->length, second->length));

  if (order != 0)
    return order;
  if (first->length != second->length)
    return first->length < second->length ? -1 : 1;
  return first->start < second->start ? -1 : first->start > second->start;
}

/* The names of the object that closes are those from @first on. */
static gboolean
check_names (Scan *scan,
             guint first)
{
  Name *names = (Name *) (gpointer) scan->names->data + first;
  guint n_names = scan->names->len - first;

  if (n_names > 1)
    qsort (names, n_names, sizeof (Name), compare_names);
  for (guint i = 1; i < n_names; i++)
    if (names[i].length == names[i - 1].length
        && memcmp (names[i].start, names[i - 1].start, names[i].length) == 0)
      {
        g_autofree char *name = g_strndup (names[i].start, names[i].length);
        /* Translators: %s is the name of a member of a JSON object */
        g_autofree char *message = g_strdup_printf (_("'%s' is given twice"), name);

        return fail (scan, LEIO_ERROR_DUPLICATE, names[i].start - 1, message);
      }
  g_array_set_size (scan->names, first);
  return TRUE;
}

static gboolean
scan_member (Scan *scan)
{
  Name name = { scan->at + 1, 0 };

  if (!scan_string (scan))
    return FALSE;
  name.length = (guint) (scan->at - 1 - name.start);
  g_array_append_val (scan->names, name);

  skip_blanks (scan);
  if (!take (scan, ':'))
    return fail_expected (scan, "':'");
  return scan_value (scan);
}

static gboolean
scan_object (Scan *scan)
{
  guint first = scan->names->len;

  skip_blanks (scan);
  if (take (scan, '}'))
    return TRUE;
  do
    {
      skip_blanks (scan);
      if (!scan_member (scan))
        return FALSE;
      skip_blanks (scan);
    }
  while (take (scan, ','));

  if (!take (scan, '}'))
    return fail_expected (scan, _("',' or '}'"));
  return check_names (scan, first);
}

static gboolean
scan_array (Scan *scan)
{
  skip_blanks (scan);
  if (take (scan, ']'))
    return TRUE;
  do
    {
      if (!scan_value (scan))
        return FALSE;
      skip_blanks (scan);
    }
  while (take (scan, ','));

  return take (scan, ']') || fail_expected (scan, _("',' or ']'"));
}

static gboolean
scan_word (Scan *scan,
           const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (scan->end - scan->at) < length || memcmp (scan->at, word, length) != 0)
    return FALSE;

  scan->at += length;
  return TRUE;
}

static gboolean
scan_nested (Scan *scan,
             gboolean (*scan_inside) (Scan *))
{
  g_autofree char *message = NULL;

  if (scan->depth == LEIO_JSON_MAX_DEPTH)
    {
      /* Translators: %d is a number of levels, 64 */
      message = g_strdup_printf (_("found more than %d levels of objects and lists"),
                                 LEIO_JSON_MAX_DEPTH);
      return fail (scan, LEIO_ERROR_SYNTAX, scan->at, message);
    }

  scan->at++;
  scan->depth++;
  if (!scan_inside (scan))
    return FALSE;
  scan->depth--;
  return TRUE;
}

static gboolean
scan_value (Scan *scan)
{
  skip_blanks (scan);
  if (scan->at < scan->end)
    switch (*scan->at)
      {
      case '{':
        return scan_nested (scan, scan_object);
      case '[':
        return scan_nested (scan, scan_array);
      case '"':
        return scan_string (scan);
      case '-':
      case '0' ... '9':
        return scan_number (scan);
      default:
        if (scan_word (scan, "true") || scan_word (scan, "false") || scan_word (scan, "null"))
          return TRUE;
      }
  return fail_expected (scan, _("a value"));
}

static gboolean
check_encoding (Scan *scan)
{
  const char *valid_end;

  if (g_utf8_validate_len (scan->start, (gsize) (scan->end - scan->start), &valid_end))
    return TRUE;
  if (*valid_end == '\0')
    return fail (scan, LEIO_ERROR_ENCODING, valid_end, _("found a NUL byte, expected text"));
  return fail (scan, LEIO_ERROR_ENCODING, valid_end,
               _("found a byte that is not UTF-8, expected UTF-8 text"));
}

gboolean
leio_json_check (const char *data,
                 gsize length,
                 GError **error)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Name));
  Scan scan = { data, data, data + length, names, 0, error };

  if (!check_encoding (&scan))
    return FALSE;

  skip_blanks (&scan);
  if (scan.at == scan.end)
    {
      g_set_error_literal (error, LEIO_ERROR, LEIO_ERROR_SYNTAX,
                           _("the text is empty, expected JSON"));
      return FALSE;
    }
  if (!scan_value (&scan))
    return FALSE;
  skip_blanks (&scan);
  return scan.at == scan.end || fail_expected (&scan, _("the end of the text"));
}
