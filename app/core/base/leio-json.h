/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JSON from files that persons wrote: strict reading with the place of the fault,
 * checked access to members, and writing that keeps numbers short.
 *
 * json-glib's own parser takes comments, reads numbers that do not fit as others,
 * recurses as deep as the text, and stops the program at half a surrogate pair. Files
 * come from anywhere, so the text is parsed here, by the letter of the standard
 * (RFC 8259), into json-glib's tree. It is faster, too.
 *
 * The getters return FALSE with an error "member: found, expected". A member that
 * is absent or null and not @needed is no error: the value is then left alone.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "leio-error.h"

G_BEGIN_DECLS

/* Objects and lists within each other; Leio's own formats need eight. */
#define LEIO_JSON_MAX_DEPTH 64

/**
 * leio_json_parse:
 * @data: (array length=length): a text, not necessarily ending in NUL; a byte order mark is
 *   passed over
 * @length: the number of bytes
 * @error: LEIO_ERROR_ENCODING, LEIO_ERROR_SYNTAX, LEIO_ERROR_DUPLICATE for a member given twice, or
 *   LEIO_ERROR_RANGE for a number that does not fit; "line 3, column 5: found, expected"
 *
 * Cost: linear in the text.
 *
 * Returns: (transfer full) (nullable): the text as a tree
 */
JsonNode *leio_json_parse (const char *data, gsize length, GError **error);

/**
 * leio_json_read_file:
 * @path: a file
 * @max_bytes: the most that is read
 * @length: (out): the number of bytes
 * @error: LEIO_ERROR_UNREADABLE or LEIO_ERROR_TOO_LARGE; does not name the file
 *
 * Returns: (transfer full) (nullable): the bytes, with a NUL after them
 */
char *leio_json_read_file (const char *path, gsize max_bytes, gsize *length, GError **error);
/**
 * leio_json_set_too_large:
 * @error: (nullable): set to %LEIO_ERROR_TOO_LARGE
 * @size: the bytes that there are
 * @max_bytes: the most that is read
 */
void leio_json_set_too_large (GError **error, guint64 size, guint64 max_bytes);

/**
 * leio_json_describe:
 * @node: (nullable): a node
 *
 * Returns: (transfer full): what it is, in words for a message: "the text 'lung'", "the number 3",
 *   "nothing", "a list"
 */
char *leio_json_describe (JsonNode *node);

/**
 * leio_json_get_object:
 * @object: where to look
 * @member: the name of the member
 * @needed: whether it is an error where it is absent or null
 * @value: (out) (transfer none): the value, owned by @object; untouched where there is none
 * @error: LEIO_ERROR_MISSING or LEIO_ERROR_TYPE
 *
 * Returns: FALSE with an error "member: found, expected"
 */
gboolean leio_json_get_object (
    JsonObject *object, const char *member, gboolean needed, JsonObject **value, GError **error);
/**
 * leio_json_get_array:
 * @object: where to look
 * @member: the name of the member
 * @needed: whether it is an error where it is absent or null
 * @value: (out) (transfer none): the value, owned by @object; untouched where there is none
 * @error: LEIO_ERROR_MISSING or LEIO_ERROR_TYPE
 *
 * Returns: FALSE with an error "member: found, expected"
 */
gboolean leio_json_get_array (
    JsonObject *object, const char *member, gboolean needed, JsonArray **value, GError **error);
/**
 * leio_json_get_text:
 * @object: where to look
 * @member: the name of the member
 * @needed: whether it is an error where it is absent, null or empty
 * @value: (out) (transfer none): the value, owned by @object; untouched where there is none
 * @error: LEIO_ERROR_MISSING or LEIO_ERROR_TYPE
 *
 * Returns: FALSE with an error "member: found, expected"
 */
gboolean leio_json_get_text (
    JsonObject *object, const char *member, gboolean needed, const char **value, GError **error);
/**
 * leio_json_get_number:
 * @object: where to look
 * @member: the name of the member
 * @needed: whether it is an error where it is absent or null
 * @value: (out): the value, always finite; untouched where there is none
 * @error: LEIO_ERROR_MISSING or LEIO_ERROR_TYPE
 *
 * Returns: FALSE with an error "member: found, expected"
 */
gboolean leio_json_get_number (
    JsonObject *object, const char *member, gboolean needed, double *value, GError **error);
/**
 * leio_json_get_boolean:
 * @object: where to look
 * @member: the name of the member
 * @needed: whether it is an error where it is absent or null
 * @value: (out): the value; untouched where there is none
 * @error: LEIO_ERROR_MISSING or LEIO_ERROR_TYPE
 *
 * Returns: FALSE with an error "member: found, expected"
 */
gboolean leio_json_get_boolean (
    JsonObject *object, const char *member, gboolean needed, gboolean *value, GError **error);

/**
 * leio_json_node_get_object:
 * @node: a node
 * @value: (out) (transfer none): the object, owned by @node
 * @error: LEIO_ERROR_MISSING for null, else LEIO_ERROR_TYPE
 *
 * Returns: FALSE with an error "found, expected" where the node is something else
 */
gboolean leio_json_node_get_object (JsonNode *node, JsonObject **value, GError **error);
/**
 * leio_json_node_get_text:
 * @node: a node
 * @value: (out) (transfer none): the text, owned by @node
 * @error: LEIO_ERROR_MISSING for null, else LEIO_ERROR_TYPE
 *
 * Returns: FALSE with an error "found, expected" where the node is something else
 */
gboolean leio_json_node_get_text (JsonNode *node, const char **value, GError **error);
/**
 * leio_json_node_get_number:
 * @node: a node
 * @value: (out): the number
 * @error: LEIO_ERROR_MISSING for null, else LEIO_ERROR_TYPE
 *
 * Returns: FALSE with an error "found, expected" where the node is something else
 */
gboolean leio_json_node_get_number (JsonNode *node, double *value, GError **error);

/**
 * leio_json_node_new_number:
 * @number: a number
 *
 * Returns: (transfer full): a node that is written without a fraction where @number has none, and
 *   as null where it is not finite
 */
JsonNode *leio_json_node_new_number (double number);

/**
 * leio_json_add_text:
 * @builder: inside an object
 * @name: the name of the member
 * @text: (nullable): the member; null where it is %NULL
 */
void leio_json_add_text (JsonBuilder *builder, const char *name, const char *text);

/**
 * leio_json_to_text:
 * @node: a tree
 * @pretty: two spaces a level and a line a member; lists of plain values stay on one line
 *
 * Returns: (transfer full): the node as JSON, with no newline at the end
 */
char *leio_json_to_text (JsonNode *node, gboolean pretty);

G_END_DECLS
