/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding the cases of a folder, and the agenda file that orders them.
 */
#include "config.h"

#include "leio-agenda.h"
#include "leio-error.h"
#include "leio-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CASE_SUFFIX ".leio"
#define NAME_IN_FOLDER "agenda" LEIO_AGENDA_SUFFIX
#define QUERIED_ATTRIBUTES                                                                         \
  G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_ETAG_VALUE

LeioAgenda *
leio_agenda_new (GFile *folder)
{
  LeioAgenda *self = g_new0 (LeioAgenda, 1);

  self->title = g_strdup ("");
  self->date = g_strdup ("");
  self->folder = g_object_ref (folder);
  self->cases = g_ptr_array_new_with_free_func (g_object_unref);
  self->format_version = LEIO_AGENDA_VERSION;
  return self;
}

void
leio_agenda_free (LeioAgenda *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->date);
  g_clear_object (&self->folder);
  g_clear_object (&self->file);
  g_ptr_array_unref (self->cases);
  g_clear_pointer (&self->rest, json_object_unref);
  g_free (self);
}

static gboolean
is_folder (GFile *file)
{
  return g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY;
}

gboolean
leio_agenda_is_one (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return (name != NULL && g_str_has_suffix (name, LEIO_AGENDA_SUFFIX)) || is_folder (file);
}

/* GIO's own words name the path, which the caller does too. */
static void
set_unreadable (GError **error, const GError *cause)
{
  const char *message = cause->message;

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    message = _ ("the file is missing");
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    message = _ ("the file may not be read, expected permission to read it");
  g_set_error_literal (error, LEIO_ERROR, LEIO_ERROR_UNREADABLE, message);
}

/* The bytes of a plain file: a pipe or device would wait or never end. */
static char *
read_bytes (GFile *file, gsize *length, char **etag, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *data = NULL;
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, QUERIED_ATTRIBUTES, G_FILE_QUERY_INFO_NONE, NULL, &cause);

  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_SPECIAL)
    {
      g_set_error_literal (error, LEIO_ERROR, LEIO_ERROR_UNREADABLE,
                           _ ("found a device or pipe, expected a file"));
      return NULL;
    }
  if (info != NULL && g_file_info_get_size (info) > LEIO_AGENDA_MAX_BYTES)
    {
      leio_json_set_too_large (error, (guint64) g_file_info_get_size (info), LEIO_AGENDA_MAX_BYTES);
      return NULL;
    }
  if (info == NULL || !g_file_load_contents (file, NULL, &data, length, NULL, &cause))
    {
      set_unreadable (error, cause);
      return NULL;
    }
  if (etag != NULL)
    *etag = g_strdup (g_file_info_get_etag (info));
  return g_steal_pointer (&data);
}

static LeioAgenda *
load_file (GFile *file, char **etag, GError **error)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *data = NULL;
  LeioAgenda *self;
  gsize length = 0;

  data = read_bytes (file, &length, etag, error);
  if (data == NULL)
    return NULL;

  self = leio_agenda_from_data (data, length, folder != NULL ? folder : file, error);
  if (self != NULL)
    self->file = g_object_ref (file);
  return self;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  g_autofree char *first = g_file_get_basename (*(GFile *const *) a);
  g_autofree char *second = g_file_get_basename (*(GFile *const *) b);
  g_autofree char *first_shown = g_filename_display_name (first);
  g_autofree char *second_shown = g_filename_display_name (second);
  g_autofree char *first_key = g_utf8_collate_key_for_filename (first_shown, -1);
  g_autofree char *second_key = g_utf8_collate_key_for_filename (second_shown, -1);
  int order = strcmp (first_key, second_key);

  return order != 0 ? order : strcmp (first, second);
}

static gboolean
is_case_name (const char *name)
{
  return g_str_has_suffix (name, CASE_SUFFIX) && name[0] != '.';
}

/* (transfer full) (nullable): the cases of a folder in natural order. */
static GPtrArray *
list_folder (GFile *folder, GError **error)
{
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFileEnumerator) children = NULL;
  g_autoptr (GError) cause = NULL;
  GFileInfo *info = NULL;
  GFile *child = NULL;

  children = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME,
                                        G_FILE_QUERY_INFO_NONE, NULL, &cause);
  while (children != NULL && g_file_enumerator_iterate (children, &info, &child, NULL, &cause) &&
         info != NULL)
    if (is_case_name (g_file_info_get_name (info)))
      g_ptr_array_add (cases, g_object_ref (child));
  if (cause != NULL)
    {
      set_unreadable (error, cause);
      return NULL;
    }

  g_ptr_array_sort (cases, compare_names);
  return g_steal_pointer (&cases);
}

static void
add_others (LeioAgenda *self, const GPtrArray *cases)
{
  g_autoptr (GHashTable) there = g_hash_table_new (g_file_hash, (GEqualFunc) g_file_equal);

  for (guint i = 0; i < self->cases->len; i++)
    g_hash_table_add (there, g_ptr_array_index (self->cases, i));
  for (guint i = 0; i < cases->len; i++)
    if (!g_hash_table_contains (there, g_ptr_array_index (cases, i)))
      g_ptr_array_add (self->cases, g_object_ref (g_ptr_array_index (cases, i)));
}

static LeioAgenda *
load_folder (GFile *folder, char **etag, GError **error)
{
  g_autoptr (GFile) file = g_file_get_child (folder, NAME_IN_FOLDER);
  g_autoptr (GPtrArray) cases = list_folder (folder, error);
  LeioAgenda *self;

  if (cases == NULL)
    return NULL;
  if (!g_file_query_exists (file, NULL))
    self = leio_agenda_new (folder);
  else
    self = load_file (file, etag, error);
  if (self == NULL)
    g_prefix_error (error, "%s: ", NAME_IN_FOLDER);
  else
    add_others (self, cases);
  return self;
}

LeioAgenda *
leio_agenda_load (GFile *file, char **etag, GError **error)
{
  if (etag != NULL)
    *etag = NULL;
  return is_folder (file) ? load_folder (file, etag, error) : load_file (file, etag, error);
}

char *
leio_agenda_dup_title (const LeioAgenda *self)
{
  GFile *named = self->file != NULL ? self->file : self->folder;
  g_autofree char *path = NULL;
  char *name;

  if (*self->title != '\0')
    return g_strdup (self->title);

  path = g_file_get_parse_name (named);
  name = g_filename_display_basename (path);
  if (self->file != NULL && g_str_has_suffix (name, LEIO_AGENDA_SUFFIX) &&
      !g_str_equal (name, LEIO_AGENDA_SUFFIX))
    name[strlen (name) - strlen (LEIO_AGENDA_SUFFIX)] = '\0';
  return name;
}

char *
leio_agenda_dup_path (const LeioAgenda *self, GFile *file)
{
  g_autofree char *path = g_file_get_relative_path (self->folder, file);

  return path != NULL ? g_filename_display_name (path) : g_file_get_parse_name (file);
}
