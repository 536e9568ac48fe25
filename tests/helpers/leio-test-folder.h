/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A copy of a folder of JSON files, in which a test plants what it looks for.
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* (transfer full): the path of a new folder with copies of all that is in @from. */
char *leio_test_folder_copy (const char *from);
void leio_test_folder_remove (const char *folder);

/* Puts @to in the place of @from, which must be in the file exactly once. */
void leio_test_folder_replace (const char *folder, const char *file, const char *from,
                               const char *to);
/* Adds @element, JSON, at the end of the list at @path ("derived/0/values") in the file's
 * object. */
void leio_test_folder_append (const char *folder, const char *file, const char *path,
                              const char *element);

/* Changes the file's object in any other way. */
typedef void (*LeioTestEdit) (JsonObject *object, gpointer data);
void leio_test_folder_edit (const char *folder, const char *file, LeioTestEdit edit, gpointer data);

G_END_DECLS
