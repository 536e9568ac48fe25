/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bytes of a file, and the members of an object.
 */
#include "config.h"

#include "leio-json.h"
#include "leio-words.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

void
leio_json_set_too_large (GError **error, guint64 size, guint64 max_bytes)
{
  g_autofree char *found = g_strdup_printf ("%" G_GUINT64_FORMAT, size);
  g_autofree char *most = g_strdup_printf ("%" G_GUINT64_FORMAT, max_bytes);

  g_set_error (error, LEIO_ERROR, LEIO_ERROR_TOO_LARGE,
               /* Translators: two numbers of bytes */
               _ ("the file has %1$s bytes, at most %2$s are read"), found, most);
}

static gboolean
set_unreadable (GError **error, int number)
{
  g_set_error_literal (error, LEIO_ERROR, LEIO_ERROR_UNREADABLE,
                       number == ENOENT ? _ ("the file is missing") : g_strerror (number));
  return FALSE;
}

/* What is no plain file is not opened: a pipe would wait for ever. */
static gboolean
check_file (const char *path, gsize max_bytes, GError **error)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    return set_unreadable (error, errno);
  if (S_ISDIR (status.st_mode))
    {
      g_set_error_literal (error, LEIO_ERROR, LEIO_ERROR_UNREADABLE,
                           _ ("found a folder, expected a file"));
      return FALSE;
    }
  if (!S_ISREG (status.st_mode))
    {
      g_set_error_literal (error, LEIO_ERROR, LEIO_ERROR_UNREADABLE,
                           _ ("found a device or pipe, expected a file"));
      return FALSE;
    }
  if ((guint64) status.st_size > max_bytes)
    {
      leio_json_set_too_large (error, (guint64) status.st_size, max_bytes);
      return FALSE;
    }
  return TRUE;
}

char *
leio_json_read_file (const char *path, gsize max_bytes, gsize *length, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *data = NULL;

  if (!check_file (path, max_bytes, error))
    return NULL;
  if (!g_file_get_contents (path, &data, length, &cause))
    {
      /* GLib's own words name the path, which the caller does too. */
      g_set_error_literal (error, LEIO_ERROR, LEIO_ERROR_UNREADABLE,
                           g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ACCES)
                               ? _ ("the file may not be read, expected permission to read it")
                               : cause->message);
      return NULL;
    }
  /* It may have grown since its size was asked; files of the system have none at all. */
  if (*length > max_bytes)
    {
      leio_json_set_too_large (error, *length, max_bytes);
      return NULL;
    }
  return g_steal_pointer (&data);
}

char *
leio_json_describe (JsonNode *node)
{
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return g_strdup (_ ("nothing"));
  if (JSON_NODE_HOLDS_OBJECT (node))
    return g_strdup (_ ("an object"));
  if (JSON_NODE_HOLDS_ARRAY (node))
    return g_strdup (_ ("a list"));
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? "true" : "false");
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    {
      /* Translators: %s is a text that stands in a file */
      return g_strdup_printf (_ ("the text '%s'"), json_node_get_string (node));
    }
  else
    {
      g_autofree char *number = leio_words_from_number (json_node_get_double (node));

      /* Translators: %s is a number, as in "8.5" */
      return g_strdup_printf (_ ("the number %s"), number);
    }
}

/* FALSE with "found nothing, expected a text". */
static gboolean
set_wrong_type (GError **error, JsonNode *node, const char *expected)
{
  g_autofree char *found = leio_json_describe (node);
  gboolean missing = node == NULL || JSON_NODE_HOLDS_NULL (node);

  g_set_error (error, LEIO_ERROR, missing ? LEIO_ERROR_MISSING : LEIO_ERROR_TYPE,
               /* Translators: two things, as in "found the number 3, expected a text" */
               _ ("found %1$s, expected %2$s"), found, expected);
  return FALSE;
}

gboolean
leio_json_node_get_object (JsonNode *node, JsonObject **value, GError **error)
{
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return set_wrong_type (error, node, _ ("an object"));

  *value = json_node_get_object (node);
  return TRUE;
}

gboolean
leio_json_node_get_text (JsonNode *node, const char **value, GError **error)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return set_wrong_type (error, node, _ ("a text"));

  *value = json_node_get_string (node);
  return TRUE;
}

gboolean
leio_json_node_get_number (JsonNode *node, double *value, GError **error)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return set_wrong_type (error, node, _ ("a number"));

  *value = json_node_get_double (node);
  return TRUE;
}

static gboolean
get_array (JsonNode *node, JsonArray **value, GError **error)
{
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return set_wrong_type (error, node, _ ("a list"));

  *value = json_node_get_array (node);
  return TRUE;
}

static gboolean
get_boolean (JsonNode *node, gboolean *value, GError **error)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return set_wrong_type (error, node, _ ("true or false"));

  *value = json_node_get_boolean (node);
  return TRUE;
}

/* NULL where the member is absent or null. */
static JsonNode *
find_member (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_NULL (node) ? NULL : node;
}

static gboolean
set_missing (GError **error, const char *member, const char *expected)
{
  g_set_error (error, LEIO_ERROR, LEIO_ERROR_MISSING,
               /* Translators: the first %s is the name of a field, the second what should be there,
                  as in "why: missing, expected a text" */
               _ ("%1$s: missing, expected %2$s"), member, expected);
  return FALSE;
}

gboolean
leio_json_get_object (
    JsonObject *object, const char *member, gboolean needed, JsonObject **value, GError **error)
{
  JsonNode *node = find_member (object, member);

  if (node == NULL)
    return !needed || set_missing (error, member, _ ("an object"));
  if (leio_json_node_get_object (node, value, error))
    return TRUE;

  g_prefix_error (error, "%s: ", member);
  return FALSE;
}

gboolean
leio_json_get_array (
    JsonObject *object, const char *member, gboolean needed, JsonArray **value, GError **error)
{
  JsonNode *node = find_member (object, member);

  if (node == NULL)
    return !needed || set_missing (error, member, _ ("a list"));
  if (get_array (node, value, error))
    return TRUE;

  g_prefix_error (error, "%s: ", member);
  return FALSE;
}

gboolean
leio_json_get_text (
    JsonObject *object, const char *member, gboolean needed, const char **value, GError **error)
{
  JsonNode *node = find_member (object, member);
  const char *text = NULL;

  if (node == NULL)
    return !needed || set_missing (error, member, _ ("a text"));
  if (!leio_json_node_get_text (node, &text, error))
    {
      g_prefix_error (error, "%s: ", member);
      return FALSE;
    }
  if (needed && *text == '\0')
    {
      g_set_error (error, LEIO_ERROR, LEIO_ERROR_MISSING,
                   /* Translators: %s is the name of a field */
                   _ ("%s: found an empty text, expected words"), member);
      return FALSE;
    }
  *value = text;
  return TRUE;
}

gboolean
leio_json_get_number (
    JsonObject *object, const char *member, gboolean needed, double *value, GError **error)
{
  JsonNode *node = find_member (object, member);

  if (node == NULL)
    return !needed || set_missing (error, member, _ ("a number"));
  if (leio_json_node_get_number (node, value, error))
    return TRUE;

  g_prefix_error (error, "%s: ", member);
  return FALSE;
}

gboolean
leio_json_get_boolean (
    JsonObject *object, const char *member, gboolean needed, gboolean *value, GError **error)
{
  JsonNode *node = find_member (object, member);

  if (node == NULL)
    return !needed || set_missing (error, member, _ ("true or false"));
  if (get_boolean (node, value, error))
    return TRUE;

  g_prefix_error (error, "%s: ", member);
  return FALSE;
}
