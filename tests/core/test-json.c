/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JSON by the letter of the standard: what is read, what is refused and where,
 * and that what is written reads the same.
 */
#include "config.h"

#include "leio-json.h"

#include <string.h>

/* Text, and how it is written again; NULL where it is written as it was. */
static const struct
{
  const char *text;
  const char *written;
} good[] = {
  { "null", NULL },
  { " \n true\t", "true" },
  { "0", NULL },
  { "-0", "0" },
  { "-12", NULL },
  { "9223372036854775807", NULL },
  { "8.3", NULL },
  { "1e3", "1000.0" },
  { "-0.0", NULL },
  { "1.5E-3", "0.0015" },
  { "1e300", "1e+300" },
  { "\"\"", NULL },
  { "\"Müller 你好\"", NULL },
  { "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\\"\\\\/\\u0008\\u000c\\n\\u000d\\t\"" },
  { "\"\\u00e9\\ud83d\\ude00\"", "\"é😀\"" },
  { "[]", NULL },
  { "[1, \"a\", null]", "[1,\"a\",null]" },
  { "{}", NULL },
  { "{\"b\":1,\"a\":[{}]}", NULL },
  { "\xef\xbb\xbf{}", "{}" },
};

static void
test_good (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = leio_json_parse (good[i].text, strlen (good[i].text), &error);
      g_autofree char *written = NULL;

      g_assert_no_error (error);
      written = leio_json_to_text (node, FALSE);
      g_assert_cmpstr (written, ==, good[i].written != NULL ? good[i].written : good[i].text);
    }
}

static const struct
{
  const char *text;
  LeioError code;
  const char *message;
} bad[] = {
  { "", LEIO_ERROR_SYNTAX, "the text is empty, expected JSON" },
  { "tru", LEIO_ERROR_SYNTAX, "line 1, column 1: found 't', expected a value" },
  { "[1,]", LEIO_ERROR_SYNTAX, "line 1, column 4: found ']', expected a value" },
  { "[1 2]", LEIO_ERROR_SYNTAX, "line 1, column 4: found '2', expected ',' or ']'" },
  { "{\"a\":1,}", LEIO_ERROR_SYNTAX,
    "line 1, column 8: found '}', expected a text in double quotes" },
  { "{a:1}", LEIO_ERROR_SYNTAX, "line 1, column 2: found 'a', expected a text in double quotes" },
  { "{\"a\" 1}", LEIO_ERROR_SYNTAX, "line 1, column 6: found '1', expected ':'" },
  { "{\"a\":1 \"b\":2}", LEIO_ERROR_SYNTAX, "line 1, column 8: found '\"', expected ',' or '}'" },
  { "[\n  é]", LEIO_ERROR_SYNTAX, "line 2, column 3: found 'é', expected a value" },
  { "01", LEIO_ERROR_SYNTAX, "line 1, column 2: found '1', expected the end of the text" },
  { "+1", LEIO_ERROR_SYNTAX, "line 1, column 1: found '+', expected a value" },
  { "1.", LEIO_ERROR_SYNTAX, "line 1, column 3: found the end of the text, expected a digit" },
  { "-", LEIO_ERROR_SYNTAX, "line 1, column 2: found the end of the text, expected a digit" },
  { "1e", LEIO_ERROR_SYNTAX, "line 1, column 3: found the end of the text, expected a digit" },
  { "'a'", LEIO_ERROR_SYNTAX, "line 1, column 1: found ''', expected a value" },
  { "\"a\nb\"", LEIO_ERROR_SYNTAX,
    "line 1, column 3: found a line break or control character in a text, expected an escape" },
  { "\"\\x\"", LEIO_ERROR_SYNTAX,
    "line 1, column 3: found 'x', expected one of \" \\ / b f n r t u after \\" },
  { "\"\\u00g0\"", LEIO_ERROR_SYNTAX,
    "line 1, column 2: found an escape that is no character, expected \\u and four hexadecimal "
    "digits" },
  { "\"\\u0000\"", LEIO_ERROR_SYNTAX,
    "line 1, column 2: found an escape that is no character, expected \\u and four hexadecimal "
    "digits" },
  { "\"\\ud83d\\u0041\"", LEIO_ERROR_SYNTAX,
    "line 1, column 2: found an escape that is no character, expected \\u and four hexadecimal "
    "digits" },
  { "// comment\n1", LEIO_ERROR_SYNTAX, "line 1, column 1: found '/', expected a value" },
  { "1 2", LEIO_ERROR_SYNTAX, "line 1, column 3: found '2', expected the end of the text" },
  { "{\"a\":1,\"\\u0061\":2}", LEIO_ERROR_DUPLICATE, "line 1, column 8: 'a' is given twice" },
  { "-1e400", LEIO_ERROR_RANGE, "line 1, column 1: found a number that is too large" },
  { "9223372036854775808", LEIO_ERROR_RANGE, "line 1, column 1: found a number that is too large" },
  { "\"\xc3\"", LEIO_ERROR_ENCODING,
    "line 1, column 2: found a byte that is not UTF-8, expected UTF-8 text" },
};

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (leio_json_parse (bad[i].text, strlen (bad[i].text), &error));
      g_assert_error (error, LEIO_ERROR, (int) bad[i].code);
      g_assert_cmpstr (error->message, ==, bad[i].message);
    }
}

/* Every beginning of a text is refused without reading past its end. */
static void
test_truncated (void)
{
  static const char *const text =
      "{\"a\": [1.5e3, \"\\u00e9\\ud83d\\ude00 é\", true, {\"b\": null}]}";

  for (gsize length = 0; length < strlen (text); length++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *copy = g_memdup2 (text, length);

      g_assert_null (leio_json_parse (copy, length, &error));
      g_assert_true (error->domain == LEIO_ERROR);
    }
}

static void
test_depth (void)
{
  g_autofree char *open = g_strnfill (LEIO_JSON_MAX_DEPTH, '[');
  g_autofree char *close = g_strnfill (LEIO_JSON_MAX_DEPTH, ']');
  g_autofree char *deepest = g_strconcat (open, close, NULL);
  g_autofree char *deeper = g_strconcat ("[", open, close, "]", NULL);
  g_autoptr (JsonNode) node = leio_json_parse (deepest, strlen (deepest), NULL);

  g_assert_nonnull (node);
  g_assert_null (leio_json_parse (deeper, strlen (deeper), NULL));
}

static void
test_pretty (void)
{
  static const char *const text = "{\n"
                                  "  \"list\": [1, 2],\n"
                                  "  \"objects\": [\n"
                                  "    {\n"
                                  "      \"a\": []\n"
                                  "    },\n"
                                  "    {}\n"
                                  "  ]\n"
                                  "}";
  g_autoptr (JsonNode) node = leio_json_parse (text, strlen (text), NULL);
  g_autofree char *written = leio_json_to_text (node, TRUE);

  g_assert_cmpstr (written, ==, text);
}

static void
test_members (void)
{
  static const char *const text = "{\"a\": 1.5, \"b\": null, \"c\": \"\", \"d\": true}";
  g_autoptr (JsonNode) node = leio_json_parse (text, strlen (text), NULL);
  JsonObject *object = json_node_get_object (node);
  g_autoptr (GError) error = NULL;
  const char *words = "as before";
  double number = 0.0;
  gboolean truth = FALSE;

  g_assert_true (leio_json_get_number (object, "a", TRUE, &number, NULL));
  g_assert_cmpfloat (number, ==, 1.5);
  g_assert_true (leio_json_get_boolean (object, "d", TRUE, &truth, NULL));
  g_assert_true (truth);
  g_assert_true (leio_json_get_text (object, "b", FALSE, &words, NULL));
  g_assert_cmpstr (words, ==, "as before");
  g_assert_false (leio_json_get_text (object, "c", TRUE, &words, &error));
  g_assert_error (error, LEIO_ERROR, LEIO_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_false (leio_json_get_number (object, "d", FALSE, &number, &error));
  g_assert_cmpstr (error->message, ==, "d: found true, expected a number");
}

/* What cannot be read is told without the path, which the caller puts in front. */
static void
test_read_file (void)
{
  const struct
  {
    const char *path;
    LeioError code;
    const char *message;
  } rows[] = {
    { "/nowhere/at/all", LEIO_ERROR_UNREADABLE, "the file is missing" },
    { "/", LEIO_ERROR_UNREADABLE, "found a folder, expected a file" },
    { "/dev/zero", LEIO_ERROR_UNREADABLE, "found a device or pipe, expected a file" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize length = 0;

      g_assert_null (leio_json_read_file (rows[i].path, 16, &length, &error));
      g_assert_error (error, LEIO_ERROR, (int) rows[i].code);
      g_assert_cmpstr (error->message, ==, rows[i].message);
    }
}

/* A file whose size nobody can tell beforehand, as a file that grows meanwhile. */
static void
test_read_growing_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  gsize length = 0;

  if (!g_file_test ("/proc/version", G_FILE_TEST_IS_REGULAR))
    {
      g_test_skip ("/proc is not mounted");
      return;
    }
  data = leio_json_read_file ("/proc/version", 4096, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (length, >, 4);
  g_assert_null (leio_json_read_file ("/proc/version", 4, &length, &error));
  g_assert_error (error, LEIO_ERROR, LEIO_ERROR_TOO_LARGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_summary ("JSON is read by the letter of the standard, or refused with its place");

  g_test_add_func ("/json/good", test_good);
  g_test_add_func ("/json/bad", test_bad);
  g_test_add_func ("/json/truncated", test_truncated);
  g_test_add_func ("/json/depth", test_depth);
  g_test_add_func ("/json/pretty", test_pretty);
  g_test_add_func ("/json/members", test_members);
  g_test_add_func ("/json/read-file", test_read_file);
  g_test_add_func ("/json/read-growing-file", test_read_growing_file);

  return g_test_run ();
}
