/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The "leio-agenda" format, both ways. Reading stops at the first fault.
 */
#include "config.h"

#include "leio-agenda.h"
#include "leio-error.h"
#include "leio-json.h"
#include "leio-words.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#define FORMAT "leio-agenda"
#define URI_SCHEME "file:"

static const char *const known_members[] = { "format", "version", "title", "date", "cases", NULL };

static gboolean
read_format (LeioAgenda *self, JsonObject *object, GError **error)
{
  const char *format = NULL;
  g_autofree char *found = NULL;

  if (!leio_json_get_text (object, "format", TRUE, &format, error) ||
      !leio_json_get_number (object, "version", FALSE, &self->format_version, error))
    return FALSE;
  if (!g_str_equal (format, FORMAT))
    {
      g_set_error (error, LEIO_ERROR, LEIO_ERROR_TYPE,
                   /* Translators: %s is the name of a file format */
                   _ ("format: found '%s', expected 'leio-agenda'"), format);
      return FALSE;
    }
  if (self->format_version >= 1 && self->format_version < LEIO_AGENDA_VERSION + 1)
    return TRUE;

  found = leio_words_from_number (self->format_version);
  g_set_error (error, LEIO_ERROR, LEIO_ERROR_VERSION,
               /* Translators: two versions of a file format */
               _ ("version: found %1$s, this Leio reads version %2$d"), found, LEIO_AGENDA_VERSION);
  return FALSE;
}

static gboolean
is_date (const char *text)
{
  unsigned int year, month, day;
  int end = 0;

  return sscanf (text, "%4u-%2u-%2u%n", &year, &month, &day, &end) == 3 && strlen (text) == 10 &&
         end == 10 && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

static gboolean
read_words (LeioAgenda *self, JsonObject *object, GError **error)
{
  const char *title = "";
  const char *date = "";

  if (!leio_json_get_text (object, "title", FALSE, &title, error) ||
      !leio_json_get_text (object, "date", FALSE, &date, error))
    return FALSE;
  if (*date != '\0' && !is_date (date))
    {
      g_set_error (error, LEIO_ERROR, LEIO_ERROR_RANGE,
                   /* Translators: %s is what stands in the file */
                   _ ("date: found '%s', expected a date such as '2026-11-25'"), date);
      return FALSE;
    }
  g_free (self->title);
  self->title = g_strdup (title);
  g_free (self->date);
  self->date = g_strdup (date);
  return TRUE;
}

/* (transfer full) (nullable): the case that @path names. */
static GFile *
resolve (GFile *folder, const char *path, GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (g_str_has_prefix (path, URI_SCHEME))
    return g_file_new_for_uri (path);
  if (g_path_is_absolute (path))
    return g_file_new_for_path (path);

  file = *path != '\0' ? g_file_resolve_relative_path (folder, path) : NULL;
  if (file != NULL && g_file_has_prefix (file, folder))
    return g_steal_pointer (&file);

  g_set_error (error, LEIO_ERROR, LEIO_ERROR_RANGE,
               /* Translators: %s is a path that stands in a file */
               _ ("found '%s', expected the path of a case within the folder of the agenda, or an "
                  "absolute one"),
               path);
  return NULL;
}

static gboolean
read_case (LeioAgenda *self, JsonNode *node, GHashTable *there, GError **error)
{
  const char *path = NULL;
  GFile *file;

  if (!leio_json_node_get_text (node, &path, error))
    return FALSE;
  file = resolve (self->folder, path, error);
  if (file == NULL)
    return FALSE;

  g_ptr_array_add (self->cases, file);
  if (g_hash_table_add (there, file))
    return TRUE;
  g_set_error (error, LEIO_ERROR, LEIO_ERROR_DUPLICATE,
               /* Translators: %s is a path that stands in a file */
               _ ("'%s' is given twice"), path);
  return FALSE;
}

static gboolean
read_cases (LeioAgenda *self, JsonObject *object, GError **error)
{
  g_autoptr (GHashTable) there = g_hash_table_new (g_file_hash, (GEqualFunc) g_file_equal);
  JsonArray *cases = NULL;

  if (!leio_json_get_array (object, "cases", TRUE, &cases, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (cases); i++)
    if (!read_case (self, json_array_get_element (cases, i), there, error))
      {
        g_prefix_error (error, "cases: %u: ", i + 1);
        return FALSE;
      }
  return TRUE;
}

static void
keep_rest (LeioAgenda *self, JsonObject *object)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  self->rest = json_object_new ();
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!g_strv_contains (known_members, name))
      json_object_set_member (self->rest, name, json_node_copy (node));
}

LeioAgenda *
leio_agenda_from_data (const char *data, gsize length, GFile *folder, GError **error)
{
  g_autoptr (LeioAgenda) self = leio_agenda_new (folder);
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object = NULL;

  if (length > LEIO_AGENDA_MAX_BYTES)
    {
      leio_json_set_too_large (error, length, LEIO_AGENDA_MAX_BYTES);
      return NULL;
    }
  node = leio_json_parse (data, length, error);
  if (node == NULL || !leio_json_node_get_object (node, &object, error) ||
      !read_format (self, object, error) || !read_words (self, object, error) ||
      !read_cases (self, object, error))
    return NULL;

  keep_rest (self, object);
  return g_steal_pointer (&self);
}

/* (transfer full): what names the file from @folder. */
static char *
dup_written_path (GFile *folder, GFile *file)
{
  g_autofree char *path = g_file_get_relative_path (folder, file);

  /* A name that begins like a URI would be read as one. */
  if (path == NULL || g_str_has_prefix (path, URI_SCHEME))
    {
      g_free (path);
      path = g_file_get_path (file);
    }
  if (path != NULL && g_utf8_validate (path, -1, NULL))
    return g_steal_pointer (&path);
  return g_file_get_uri (file);
}

static JsonArray *
make_cases (const LeioAgenda *self, GFile *folder)
{
  JsonArray *cases = json_array_new ();

  for (guint i = 0; i < self->cases->len; i++)
    {
      g_autofree char *path = dup_written_path (folder, g_ptr_array_index (self->cases, i));

      json_array_add_string_element (cases, path);
    }
  return cases;
}

static void
add_rest (const LeioAgenda *self, JsonObject *object)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (self->rest == NULL)
    return;

  json_object_iter_init_ordered (&iter, self->rest);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    json_object_set_member (object, name, json_node_copy (node));
}

char *
leio_agenda_to_data (const LeioAgenda *self, GFile *folder, gsize *length)
{
  JsonObject *object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;
  char *data;

  json_object_set_string_member (object, "format", FORMAT);
  json_object_set_member (object, "version", leio_json_node_new_number (self->format_version));
  if (*self->title != '\0')
    json_object_set_string_member (object, "title", self->title);
  if (*self->date != '\0')
    json_object_set_string_member (object, "date", self->date);
  json_object_set_array_member (object, "cases", make_cases (self, folder));
  add_rest (self, object);
  json_node_take_object (node, object);

  text = leio_json_to_text (node, TRUE);
  data = g_strconcat (text, "\n", NULL);
  if (length != NULL)
    *length = strlen (data);
  return data;
}
