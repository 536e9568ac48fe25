/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-test-folder.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
write_file (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
copy_into (const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (from, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);

      if (g_file_test (source, G_FILE_TEST_IS_DIR))
        {
          g_assert_cmpint (g_mkdir (target, 0700), ==, 0);
          copy_into (source, target);
        }
      else
        {
          g_autofree char *text = read_file (source);

          write_file (target, text);
        }
    }
}

char *
leio_test_folder_copy (const char *from)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("leio-test-XXXXXX", &error);

  g_assert_no_error (error);
  copy_into (from, folder);
  return folder;
}

void
leio_test_folder_remove (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        leio_test_folder_remove (path);
      else
        g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

void
leio_test_folder_replace (const char *folder, const char *file, const char *from, const char *to)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *text = read_file (path);
  g_auto (GStrv) parts = g_strsplit (text, from, 3);
  g_autofree char *changed = g_strjoinv (to, parts);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  write_file (path, changed);
}

void
leio_test_folder_edit (const char *folder, const char *file, LeioTestEdit edit, gpointer data)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *changed = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  edit (json_node_get_object (json_parser_get_root (parser)), data);
  changed = json_to_string (json_parser_get_root (parser), FALSE);
  write_file (path, changed);
}

/* Goes down @path, "derived/0/values". */
static JsonNode *
find_node (JsonObject *object, const char *path)
{
  g_auto (GStrv) steps = g_strsplit (path, "/", -1);
  JsonNode *node = json_object_get_member (object, steps[0]);

  for (guint i = 1; steps[i] != NULL; i++)
    if (JSON_NODE_HOLDS_ARRAY (node))
      node = json_array_get_element (json_node_get_array (node),
                                     (guint) g_ascii_strtoull (steps[i], NULL, 10));
    else
      node = json_object_get_member (json_node_get_object (node), steps[i]);
  return node;
}

typedef struct
{
  const char *path;
  const char *element;
} Append;

static void
append_element (JsonObject *object, gpointer data)
{
  const Append *append = data;
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (append->element, &error);

  g_assert_no_error (error);
  json_array_add_element (json_node_get_array (find_node (object, append->path)), node);
}

void
leio_test_folder_append (const char *folder, const char *file, const char *path,
                         const char *element)
{
  Append append = { path, element };

  leio_test_folder_edit (folder, file, append_element, &append);
}
