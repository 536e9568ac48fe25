/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How every file of a knowledge base is read: the place, members, ids, lists.
 */
#include "config.h"

#include "leio-knowledge-private.h"
#include "leio-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ID_CHARACTERS "abcdefghijklmnopqrstuvwxyz0123456789_-"
/* A message names this many of what could have stood there. */
#define MOST_WORDS 8
/* After so many faults the meant word is no longer looked for, which is slow. */
#define MOST_HINTS 200

gsize
leio_loader_enter (LeioLoader *loader, const char *word, const char *id)
{
  gsize place = loader->place->len;

  if (place > 0)
    g_string_append (loader->place, ": ");
  g_string_append (loader->place, word);
  if (id != NULL)
    g_string_append_printf (loader->place, " %s", id);
  return place;
}

void
leio_loader_leave (LeioLoader *loader, gsize place)
{
  g_string_truncate (loader->place, place);
}

static const char *
get_place (const LeioLoader *loader)
{
  return loader->place->len > 0 ? loader->place->str : NULL;
}

void
leio_loader_fault (LeioLoader *loader, LeioError code, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  leio_faults_add (loader->faults, code, loader->file, get_place (loader), 0, "%s", text);
}

/* Takes @error. */
void
leio_loader_take (LeioLoader *loader, GError *error)
{
  leio_faults_take (loader->faults, loader->file, get_place (loader), 0, error);
}

static const char *
get_text (LeioLoader *loader, JsonObject *object, const char *member, gboolean needed)
{
  g_autoptr (GError) error = NULL;
  const char *text = NULL;

  if (!leio_json_get_text (object, member, needed, &text, &error))
    leio_loader_take (loader, g_steal_pointer (&error));
  return text;
}

char *
leio_loader_dup_needed (LeioLoader *loader, JsonObject *object, const char *member)
{
  const char *text = get_text (loader, object, member, TRUE);

  return g_strdup (text != NULL ? text : "");
}

char *
leio_loader_dup_text (LeioLoader *loader, JsonObject *object, const char *member)
{
  const char *text = get_text (loader, object, member, FALSE);

  return g_strdup (text != NULL ? text : "");
}

char *
leio_loader_dup_nullable (LeioLoader *loader, JsonObject *object, const char *member)
{
  const char *text = get_text (loader, object, member, FALSE);

  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

gboolean
leio_loader_get_boolean (LeioLoader *loader, JsonObject *object, const char *member)
{
  g_autoptr (GError) error = NULL;
  gboolean value = FALSE;

  if (!leio_json_get_boolean (object, member, FALSE, &value, &error))
    leio_loader_take (loader, g_steal_pointer (&error));
  return value;
}

static JsonArray *
get_array (LeioLoader *loader, JsonObject *object, const char *member, gboolean needed)
{
  g_autoptr (GError) error = NULL;
  JsonArray *array = NULL;

  if (!leio_json_get_array (object, member, needed, &array, &error))
    leio_loader_take (loader, g_steal_pointer (&error));
  return array;
}

/* The text at @index of the list @member; NULL with a fault. */
static const char *
get_element_text (LeioLoader *loader, JsonArray *array, guint index)
{
  g_autoptr (GError) error = NULL;
  const char *text = NULL;

  if (!leio_json_node_get_text (json_array_get_element (array, index), &text, &error))
    leio_loader_take (loader, g_steal_pointer (&error));
  return text;
}

/* (element-type utf8): the texts of a list, which may be absent. */
GPtrArray *
leio_loader_dup_texts (LeioLoader *loader, JsonObject *object, const char *member)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  JsonArray *array = get_array (loader, object, member, FALSE);
  gsize place = leio_loader_enter (loader, member, NULL);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *text = get_element_text (loader, array, i);

      if (text != NULL)
        g_ptr_array_add (texts, g_strdup (text));
    }
  leio_loader_leave (loader, place);
  return texts;
}

const char *
leio_loader_get_id (LeioLoader *loader, JsonObject *object)
{
  const char *id = get_text (loader, object, "id", TRUE);

  if (id == NULL)
    return NULL;
  if (id[strspn (id, ID_CHARACTERS)] == '\0')
    return id;

  leio_loader_fault (loader, LEIO_ERROR_SYNTAX,
                     /* Translators: %s is an id, the name of a thing in a file */
                     _ ("id: found '%s', expected only a to z, 0 to 9, '_' and '-'"), id);
  return NULL;
}

guint
leio_loader_get_word (LeioLoader *loader,
                      JsonObject *object,
                      const char *member,
                      const char *const *words)
{
  const char *text = get_text (loader, object, member, TRUE);
  g_autofree char *expected = NULL;

  if (text == NULL)
    return 0;
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], text))
      return i;

  expected = g_strjoinv (", ", (char **) words);
  leio_loader_fault (loader, LEIO_ERROR_UNKNOWN_ID,
                     /* Translators: the name of a field, what stands there, and what could */
                     _ ("%1$s: found '%2$s', expected one of %3$s"), member, text, expected);
  return 0;
}

LeioCondition *
leio_loader_parse_condition (LeioLoader *loader, JsonObject *object, const char *member)
{
  const char *text = get_text (loader, object, member, TRUE);
  g_autoptr (LeioCondition) condition = NULL;
  g_autoptr (GError) error = NULL;
  guint column = 0;
  gsize place;

  if (text == NULL || loader->names_missing)
    return NULL;

  condition = leio_condition_parse (loader->knowledge->logic, text, &column, &error);
  if (condition != NULL)
    return g_steal_pointer (&condition);

  place = leio_loader_enter (loader, member, NULL);
  leio_faults_take (loader->faults, loader->file, get_place (loader), column,
                    g_steal_pointer (&error));
  leio_loader_leave (loader, place);
  return NULL;
}

gboolean
leio_loader_claim (LeioLoader *loader, GHashTable *ids, const char *id, guint index)
{
  if (!g_hash_table_contains (ids, id))
    {
      g_hash_table_insert (ids, g_strdup (id), GUINT_TO_POINTER (index + 1));
      return TRUE;
    }

  leio_loader_fault_twice (loader, id);
  return FALSE;
}

gboolean
leio_loader_is_first (LeioLoader *loader, const char *kind, const char *name)
{
  return g_hash_table_add (loader->names, g_strconcat (kind, " ", name, NULL));
}

const char *
leio_loader_get_new_id (LeioLoader *loader, JsonObject *object, const char *kind)
{
  const char *id = leio_loader_get_id (loader, object);

  if (id == NULL || leio_loader_is_first (loader, kind, id))
    return id;

  leio_loader_fault_twice (loader, id);
  return NULL;
}

void
leio_loader_fault_twice (LeioLoader *loader, const char *id)
{
  /* Translators: %s is an id, the name of a thing in a file */
  leio_loader_fault (loader, LEIO_ERROR_DUPLICATE, _ ("id: '%s' is there already"), id);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
fault_unknown (LeioLoader *loader, GHashTable *ids, const char *id, const char *expected)
{
  guint n_names;
  g_autofree const char **names = (const char **) g_hash_table_get_keys_as_array (ids, &n_names);
  g_autofree char *known = NULL;
  const char *near = NULL;

  qsort (names, n_names, sizeof (char *), compare_texts);
  if (leio_faults_get_length (loader->faults) < MOST_HINTS)
    near = leio_words_find_near (id, names, n_names);
  if (near != NULL)
    {
      leio_loader_fault (loader, LEIO_ERROR_UNKNOWN_ID,
                         /* Translators: an id, "the id of a source", and the id that was meant */
                         _ ("'%1$s' is unknown, expected %2$s, did you mean '%3$s'?"), id, expected,
                         near);
      return;
    }
  known = leio_words_join_some (names, n_names, MOST_WORDS);
  leio_loader_fault (loader, LEIO_ERROR_UNKNOWN_ID,
                     /* Translators: an id, "the id of a source", and a list of ids */
                     _ ("'%1$s' is unknown, expected %2$s (%3$s)"), id, expected, known);
}

int
leio_loader_find (LeioLoader *loader, GHashTable *ids, const char *id, const char *expected)
{
  guint position = GPOINTER_TO_UINT (g_hash_table_lookup (ids, id));

  if (position > 0)
    return (int) position - 1;

  fault_unknown (loader, ids, id, expected);
  return -1;
}

int
leio_loader_get_reference (LeioLoader *loader,
                           JsonObject *object,
                           const char *member,
                           GHashTable *ids,
                           const char *expected)
{
  const char *id = get_text (loader, object, member, TRUE);
  gsize place;
  int index;

  if (id == NULL)
    return -1;

  place = leio_loader_enter (loader, member, NULL);
  index = leio_loader_find (loader, ids, id, expected);
  leio_loader_leave (loader, place);
  return index;
}

static gboolean
has_index (GArray *indices, guint index)
{
  for (guint i = 0; i < indices->len; i++)
    if (g_array_index (indices, guint, i) == index)
      return TRUE;
  return FALSE;
}

static void
add_reference (
    LeioLoader *loader, GArray *indices, GHashTable *ids, const char *id, const char *expected)
{
  int found = leio_loader_find (loader, ids, id, expected);
  guint index = (guint) found;

  if (found < 0)
    return;
  if (!has_index (indices, index))
    g_array_append_val (indices, index);
  else
    /* Translators: %s is an id, the name of a thing in a file */
    leio_loader_fault (loader, LEIO_ERROR_DUPLICATE, _ ("'%s' is named twice"), id);
}

GArray *
leio_loader_get_references (LeioLoader *loader,
                            JsonObject *object,
                            const char *member,
                            gboolean needed,
                            GHashTable *ids,
                            const char *expected)
{
  GArray *indices = g_array_new (FALSE, FALSE, sizeof (guint));
  JsonArray *array = get_array (loader, object, member, needed);
  gsize place = leio_loader_enter (loader, member, NULL);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *id = get_element_text (loader, array, i);

      if (id != NULL)
        add_reference (loader, indices, ids, id, expected);
    }
  if (needed && array != NULL && json_array_get_length (array) == 0)
    /* Translators: %s is as in "the id of a source" */
    leio_loader_fault (loader, LEIO_ERROR_MISSING, _ ("found an empty list, expected %s"),
                       expected);
  leio_loader_leave (loader, place);
  return indices;
}

/* The entry's own name, where it has one, is a better place than its number. */
static gsize
enter_entry (LeioLoader *loader,
             JsonNode *node,
             guint index,
             const char *member,
             const char *word,
             const char *name)
{
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  JsonNode *id = NULL;

  if (JSON_NODE_HOLDS_OBJECT (node))
    id = json_object_get_member (json_node_get_object (node), name);
  if (id != NULL && JSON_NODE_HOLDS_VALUE (id) && json_node_get_value_type (id) == G_TYPE_STRING &&
      *json_node_get_string (id) != '\0')
    return leio_loader_enter (loader, word, json_node_get_string (id));

  return leio_loader_enter (loader, member, number);
}

void
leio_loader_each (LeioLoader *loader,
                  JsonObject *object,
                  const char *member,
                  gboolean needed,
                  const char *word,
                  const char *name,
                  LeioReadEntry read)
{
  JsonArray *array = get_array (loader, object, member, needed);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      gsize place = enter_entry (loader, node, i, member, word, name);
      g_autoptr (GError) error = NULL;
      JsonObject *entry = NULL;

      if (leio_json_node_get_object (node, &entry, &error))
        read (loader, entry, i);
      else
        leio_loader_take (loader, g_steal_pointer (&error));
      leio_loader_leave (loader, place);
    }
}

void
leio_loader_each_part (LeioLoader *loader,
                       JsonObject *object,
                       const char *member,
                       gboolean needed,
                       const char *word,
                       LeioReadPart read,
                       gpointer owner)
{
  JsonArray *array = get_array (loader, object, member, needed);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      gsize place = leio_loader_enter (loader, word, number);
      g_autoptr (GError) error = NULL;
      JsonObject *entry = NULL;

      if (leio_json_node_get_object (json_array_get_element (array, i), &entry, &error))
        read (loader, entry, owner);
      else
        leio_loader_take (loader, g_steal_pointer (&error));
      leio_loader_leave (loader, place);
    }
}

static void
read_value (LeioLoader *loader, JsonObject *object, GPtrArray *values)
{
  g_autofree char *id = leio_loader_dup_needed (loader, object, "id");
  g_autofree char *label = leio_loader_dup_needed (loader, object, "label");
  g_autofree char *plain_label = leio_loader_dup_text (loader, object, "plain_label");
  g_autoptr (LeioValue) value = NULL;
  g_autoptr (GError) error = NULL;

  value = leio_value_new (id, label, *plain_label != '\0' ? plain_label : label);
  value->summary = leio_loader_dup_nullable (loader, object, "summary");
  value->plain_summary = leio_loader_dup_nullable (loader, object, "plain_summary");
  value->region = leio_loader_dup_nullable (loader, object, "region");
  if (*id == '\0')
    return;
  if (!leio_condition_check_name (id, &error))
    {
      g_prefix_error (&error, "id: ");
      leio_loader_take (loader, g_steal_pointer (&error));
    }
  if (leio_values_find (values, id) >= 0)
    leio_loader_fault_twice (loader, id);
  else
    g_ptr_array_add (values, g_steal_pointer (&value));
}

GPtrArray *
leio_loader_read_values (LeioLoader *loader, JsonObject *object, guint most)
{
  GPtrArray *values = g_ptr_array_new_with_free_func ((GDestroyNotify) leio_value_free);
  JsonArray *array = get_array (loader, object, "values", TRUE);
  guint n_values = array != NULL ? json_array_get_length (array) : 0;

  if (array != NULL && (n_values == 0 || n_values > most))
    leio_loader_fault (loader, LEIO_ERROR_RANGE,
                       /* Translators: two numbers of values */
                       _ ("values: found %1$u, expected 1 to %2$u"), n_values, most);
  for (guint i = 0; i < MIN (n_values, most); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      gsize place = enter_entry (loader, node, i, "values", "value", "id");
      g_autoptr (GError) error = NULL;
      JsonObject *entry = NULL;

      if (leio_json_node_get_object (node, &entry, &error))
        read_value (loader, entry, values);
      else
        leio_loader_take (loader, g_steal_pointer (&error));
      leio_loader_leave (loader, place);
    }
  return values;
}
