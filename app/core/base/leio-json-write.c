/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing. json-glib's generator prints every number with seventeen digits (8.3
 * as 8.3000000000000007); a case file is read by people, so numbers are written
 * here with as many digits as bring them back.
 */
#include "config.h"

#include "leio-json.h"

#include <math.h>
#include <string.h>

/* Larger whole numbers are written by their digits as a double prints them. */
#define MAX_WHOLE 9007199254740992.0

JsonNode *
leio_json_node_new_number (double number)
{
  JsonNode *node = json_node_new (JSON_NODE_VALUE);

  if (floor (number) == number && fabs (number) < MAX_WHOLE)
    json_node_set_int (node, (gint64) number);
  else
    json_node_set_double (node, number);
  return node;
}

void
leio_json_add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

/* The shortest of the usual forms that reads as the same number. */
static char *
dup_number (double number)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (text, sizeof text, formats[i], number);
      if (g_ascii_strtod (text, NULL) == number)
        break;
    }
  /* What was a fraction stays one, "-0.0" for example. */
  if (strpbrk (text, ".e") == NULL)
    return g_strconcat (text, ".0", NULL);
  return g_strdup (text);
}

static void
write_text (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (out, "\\%c", *p);
      else if (*p == '\n')
        g_string_append (out, "\\n");
      else if (*p == '\t')
        g_string_append (out, "\\t");
      else if ((guchar) *p < 0x20 || *p == 0x7f)
        g_string_append_printf (out, "\\u%04x", (guint) *p);
      else
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
write_plain (GString *out, JsonNode *node)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (type == G_TYPE_STRING)
    write_text (out, json_node_get_string (node));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
  else if (type == G_TYPE_INT64)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, json_node_get_int (node));
  else if (type == G_TYPE_DOUBLE && isfinite (json_node_get_double (node)))
    {
      g_autofree char *number = dup_number (json_node_get_double (node));

      g_string_append (out, number);
    }
  else
    g_string_append (out, "null");
}

static void
start_line (GString *out, gboolean pretty, guint depth)
{
  if (!pretty)
    return;

  g_string_append_c (out, '\n');
  for (guint i = 0; i < depth; i++)
    g_string_append (out, "  ");
}

static gboolean
is_plain_list (JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (node) || JSON_NODE_HOLDS_ARRAY (node))
        return FALSE;
    }
  return TRUE;
}

static void write_node (GString *out, JsonNode *node, gboolean pretty, guint depth);

static void
write_array (GString *out, JsonArray *array, gboolean pretty, guint depth)
{
  gboolean one_line = is_plain_list (array);

  g_string_append_c (out, '[');
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (i > 0)
        g_string_append (out, pretty && one_line ? ", " : ",");
      if (!one_line)
        start_line (out, pretty, depth + 1);
      write_node (out, json_array_get_element (array, i), pretty, depth + 1);
    }
  if (!one_line)
    start_line (out, pretty, depth);
  g_string_append_c (out, ']');
}

static void
write_object (GString *out, JsonObject *object, gboolean pretty, guint depth)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;
  gboolean first = TRUE;

  g_string_append_c (out, '{');
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      if (!first)
        g_string_append_c (out, ',');
      first = FALSE;
      start_line (out, pretty, depth + 1);
      write_text (out, name);
      g_string_append (out, pretty ? ": " : ":");
      write_node (out, node, pretty, depth + 1);
    }
  if (!first)
    start_line (out, pretty, depth);
  g_string_append_c (out, '}');
}

static void
write_node (GString *out, JsonNode *node, gboolean pretty, guint depth)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    write_object (out, json_node_get_object (node), pretty, depth);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    write_array (out, json_node_get_array (node), pretty, depth);
  else
    write_plain (out, node);
}

char *
leio_json_to_text (JsonNode *node, gboolean pretty)
{
  GString *out = g_string_new (NULL);

  write_node (out, node, pretty, 0);
  return g_string_free (out, FALSE);
}
