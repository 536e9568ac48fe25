/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the record share: keeping what a newer Leio wrote, and texts
 * with a limit.
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* leio-record-json.c */
/* (nullable) (transfer full): the members of @object that are not in @known. */
JsonObject *leio_record_dup_rest (JsonObject *object, const char *const *known);
/* Adds the members of @rest (nullable) that @object does not have. */
void leio_record_add_rest (JsonObject *object, JsonObject *rest);
/* Like leio_json_get_text() of a text that may be left out, of at most @max_bytes; (transfer full)
 * "" where there is none. */
gboolean leio_record_read_text (
    JsonObject *object, const char *member, gsize max_bytes, char **value, GError **error);
/* Does not add what is empty. */
void leio_record_add_text (JsonObject *object, const char *member, const char *text);
/* FALSE with "found 300 in the list, expected at most 200". */
gboolean leio_record_check_length (guint length, guint most, GError **error);

G_END_DECLS
