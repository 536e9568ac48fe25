/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-record-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "leio-json.h"

JsonObject *
leio_record_dup_rest (JsonObject *object, const char *const *known)
{
  g_autoptr (JsonObject) rest = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!g_strv_contains (known, name))
      json_object_set_member (rest, name, json_node_copy (node));

  return json_object_get_size (rest) > 0 ? g_steal_pointer (&rest) : NULL;
}

void
leio_record_add_rest (JsonObject *object, JsonObject *rest)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (rest == NULL)
    return;

  json_object_iter_init_ordered (&iter, rest);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!json_object_has_member (object, name))
      json_object_set_member (object, name, json_node_copy (node));
}

gboolean
leio_record_read_text (
    JsonObject *object, const char *member, gsize max_bytes, char **value, GError **error)
{
  const char *text = "";

  if (!leio_json_get_text (object, member, FALSE, &text, error))
    return FALSE;
  if (strlen (text) > max_bytes)
    {
      g_set_error (error, LEIO_ERROR, LEIO_ERROR_TOO_LARGE,
                   /* Translators: %1$s is the name of a field; two numbers of bytes */
                   _ ("%1$s: found a text of %2$u bytes, expected at most %3$u"), member,
                   (guint) strlen (text), (guint) max_bytes);
      return FALSE;
    }
  g_free (*value);
  *value = g_strdup (text);
  return TRUE;
}

void
leio_record_add_text (JsonObject *object, const char *member, const char *text)
{
  if (*text != '\0')
    json_object_set_string_member (object, member, text);
}

gboolean
leio_record_check_length (guint length, guint most, GError **error)
{
  if (length <= most)
    return TRUE;

  g_set_error (error, LEIO_ERROR, LEIO_ERROR_RANGE,
               /* Translators: two numbers of entries of a list */
               _ ("found %1$u entries, expected at most %2$u"), length, most);
  return FALSE;
}
