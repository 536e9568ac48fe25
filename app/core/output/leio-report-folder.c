/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-report-folder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
add_fault (GPtrArray *faults, GFile *file, const char *message)
{
  g_autofree char *name = g_file_get_parse_name (file);

  if (g_str_has_prefix (message, name))
    g_ptr_array_add (faults, g_strdup (message));
  else
    g_ptr_array_add (faults, g_strconcat (name, ": ", message, NULL));
}

static int
compare_files (gconstpointer left, gconstpointer right)
{
  g_autofree char *a = g_file_get_basename (*(GFile *const *) left);
  g_autofree char *b = g_file_get_basename (*(GFile *const *) right);

  return strcmp (a, b);
}

static void
list_folder (GFile *folder, GPtrArray *files, GPtrArray *faults)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileEnumerator) children = NULL;
  GFile *child = NULL;
  gboolean good;

  children = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME,
                                        G_FILE_QUERY_INFO_NONE, NULL, &error);
  good = children != NULL;
  while (good && g_file_enumerator_iterate (children, NULL, &child, NULL, &error) && child != NULL)
    {
      g_autofree char *name = g_file_get_basename (child);

      if (g_str_has_suffix (name, ".leio"))
        g_ptr_array_add (found, g_object_ref (child));
    }
  if (error != NULL)
    add_fault (faults, folder, error->message);

  g_ptr_array_sort (found, compare_files);
  g_ptr_array_extend_and_steal (files, g_steal_pointer (&found));
}

/**
 * leio_report_list_cases:
 * @file: a file, or a folder of cases
 * @files: (element-type GFile): to which the file, or the cases of the folder, are added
 * @faults: (element-type utf8): to which it is added why a folder cannot be read
 *
 * The cases of a folder are its files that end in ".leio", by name; not those of folders within.
 */
void
leio_report_list_cases (GFile *file, GPtrArray *files, GPtrArray *faults)
{
  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
    list_folder (file, files, faults);
  else
    g_ptr_array_add (files, g_object_ref (file));
}

/**
 * leio_report_add_records_of_file:
 * @csv: a table
 * @knowledge: the knowledge base
 * @file: the file of a case
 * @faults: (element-type utf8): to which it is added why the file cannot be read
 *
 * Adds a line for each treatment that is decided on in the case.
 */
void
leio_report_add_records_of_file (GString *csv,
                                 const LeioKnowledge *knowledge,
                                 GFile *file,
                                 GPtrArray *faults)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioCase) kase =
      leio_case_load (file, knowledge->logic->questionnaire, knowledge->id, NULL, &error);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);

  if (kase == NULL)
    add_fault (faults, file, error->message);
  else
    leio_report_add_records (csv, knowledge, kase, name);
}
