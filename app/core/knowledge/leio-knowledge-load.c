/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loading a knowledge base: the list of the files, then the files in the order in
 * which they depend on each other. Each file is read and parsed once. A file that
 * cannot be read is one fault, and what refers to it is then not blamed.
 */
#include "config.h"

#include "leio-knowledge-private.h"
#include "leio-knowledge-resources.h"
#include "leio-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MANIFEST "knowledge.json"
#define RESOURCE_PREFIX "/io/github/leio_app/Leio/knowledge/"

/* Calls @read with the object of a file, where it could be read. */
typedef void (*ReadFile) (LeioLoader *loader, JsonObject *object);

static JsonNode *
read_resource (const char *file, GError **error)
{
  g_autofree char *path = g_strconcat (RESOURCE_PREFIX, file, NULL);
  g_autoptr (GError) cause = NULL;
  g_autoptr (GBytes) bytes = g_resource_lookup_data (leio_knowledge_data_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, &cause);

  if (bytes == NULL)
    {
      g_set_error_literal (error, LEIO_ERROR, LEIO_ERROR_UNREADABLE, cause->message);
      return NULL;
    }
  return leio_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
}

static JsonNode *
read_file (const char *directory, const char *file, GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *data = NULL;
  gsize length = 0;

  if (directory == NULL)
    return read_resource (file, error);

  path = g_build_filename (directory, file, NULL);
  data = leio_json_read_file (path, LEIO_KNOWLEDGE_MAX_BYTES, &length, error);
  return data != NULL ? leio_json_parse (data, length, error) : NULL;
}

/* The object of @file, from then on the file that faults are reported in; NULL with a fault. */
JsonObject *
leio_loader_open (LeioLoader *loader, const char *file)
{
  g_autoptr (GError) error = NULL;
  JsonObject *object = NULL;
  JsonNode *root;

  loader->file = file;
  root = read_file (loader->directory, file, &error);
  if (root != NULL)
    {
      g_ptr_array_add (loader->roots, root);
      if (leio_json_node_get_object (root, &object, &error))
        return object;
    }
  leio_loader_take (loader, g_steal_pointer (&error));
  return NULL;
}

static void
read_phase (LeioLoader *loader, JsonObject *object, guint index)
{
  const char *id = leio_loader_get_id (loader, object);
  LeioPhase *phase;

  if (id == NULL ||
      !leio_loader_claim (loader, loader->phase_ids, id, loader->knowledge->phases->len))
    return;

  phase = g_new0 (LeioPhase, 1);
  phase->id = g_strdup (id);
  phase->title = leio_loader_dup_needed (loader, object, "title");
  phase->plain_title = leio_loader_dup_needed (loader, object, "plain_title");
  phase->required = leio_loader_get_boolean (loader, object, "required");
  g_ptr_array_add (loader->knowledge->phases, phase);
}

static void
read_disagreement (LeioLoader *loader, JsonObject *object, guint index)
{
  const char *id = leio_loader_get_id (loader, object);
  LeioGroup *disagreement;

  if (id == NULL || !leio_loader_claim (loader, loader->disagreement_ids, id,
                                        loader->knowledge->disagreements->len))
    return;

  disagreement = g_new0 (LeioGroup, 1);
  disagreement->id = g_strdup (id);
  disagreement->title = leio_loader_dup_needed (loader, object, "title");
  disagreement->plain_title = leio_loader_dup_needed (loader, object, "plain_title");
  g_ptr_array_add (loader->knowledge->disagreements, disagreement);
}

static void
read_attributes (LeioLoader *loader, JsonObject *object)
{
  g_autoptr (GError) error = NULL;
  JsonObject *attributes = NULL;
  JsonObjectIter iter;
  const char *name;

  if (!leio_json_get_object (object, "attributes", FALSE, &attributes, &error))
    leio_loader_take (loader, g_steal_pointer (&error));
  if (attributes == NULL)
    return;

  json_object_iter_init_ordered (&iter, attributes);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    {
      LeioAttribute *attribute = g_new0 (LeioAttribute, 1);
      gsize place = leio_loader_enter (loader, "attributes", NULL);

      attribute->name = g_strdup (name);
      attribute->text = leio_loader_dup_needed (loader, attributes, name);
      g_ptr_array_add (loader->knowledge->attributes, attribute);
      leio_loader_leave (loader, place);
    }
}

/* FALSE where the rest cannot be understood: another format, or a newer one. */
static gboolean
check_format (LeioLoader *loader, JsonObject *object)
{
  g_autofree char *format = leio_loader_dup_needed (loader, object, "format");
  g_autofree char *number = NULL;
  g_autoptr (GError) error = NULL;
  double version = LEIO_KNOWLEDGE_FORMAT;

  if (*format != '\0' && !g_str_equal (format, "leio-knowledge"))
    {
      leio_loader_fault (loader, LEIO_ERROR_KNOWLEDGE,
                         /* Translators: %s is the name of a file format */
                         _ ("format: found '%s', expected 'leio-knowledge'"), format);
      return FALSE;
    }
  if (!leio_json_get_number (object, "format_version", TRUE, &version, &error))
    leio_loader_take (loader, g_steal_pointer (&error));
  if (version >= 1 && version < LEIO_KNOWLEDGE_FORMAT + 1)
    return *format != '\0';

  number = leio_words_from_number (version);
  leio_loader_fault (loader, LEIO_ERROR_VERSION,
                     /* Translators: %1$s and %2$d are versions of a file format */
                     _ ("format_version: found %1$s, this program reads version %2$d"), number,
                     LEIO_KNOWLEDGE_FORMAT);
  return FALSE;
}

static void
read_titles (LeioLoader *loader, JsonObject *object)
{
  LeioKnowledge *knowledge = loader->knowledge;

  knowledge->id = g_strdup (leio_loader_get_id (loader, object));
  knowledge->title = leio_loader_dup_needed (loader, object, "title");
  knowledge->version = leio_loader_dup_needed (loader, object, "version");
  leio_questionnaire_set_version (loader->questionnaire, knowledge->version);
  knowledge->review_date = leio_loader_dup_needed (loader, object, "review_date");
  knowledge->intended_use = leio_loader_dup_needed (loader, object, "intended_use");
  leio_loader_each (loader, object, "phases", TRUE, "phase", "id", read_phase);
  leio_loader_each (loader, object, "disagreements", FALSE, "disagreement", "id",
                    read_disagreement);
  read_attributes (loader, object);
}

/* A file of the base lies in its folder: no other folder, no way up. */
static gboolean
check_file_name (LeioLoader *loader, const char *name)
{
  if (*name != '\0' && !g_path_is_absolute (name) && strstr (name, "..") == NULL)
    return TRUE;

  leio_loader_fault (loader, LEIO_ERROR_RANGE,
                     /* Translators: %s is the name of a file */
                     _ ("found '%s', expected the name of a file in this folder"), name);
  return FALSE;
}

/* The name of the file for @member of "files"; NULL where it is absent or wrong. */
static const char *
get_file_name (LeioLoader *loader, JsonObject *files, const char *member, gboolean needed)
{
  gsize place = leio_loader_enter (loader, "files", NULL);
  g_autoptr (GError) error = NULL;
  const char *name = NULL;

  loader->file = MANIFEST;
  if (!leio_json_get_text (files, member, needed, &name, &error))
    leio_loader_take (loader, g_steal_pointer (&error));
  if (name != NULL)
    {
      gsize inner = leio_loader_enter (loader, member, NULL);

      if (!check_file_name (loader, name))
        name = NULL;
      leio_loader_leave (loader, inner);
    }
  leio_loader_leave (loader, place);
  return name;
}

static gboolean
read_one (LeioLoader *loader, JsonObject *files, const char *member, gboolean needed, ReadFile read)
{
  const char *name = get_file_name (loader, files, member, needed);
  JsonObject *object = name != NULL ? leio_loader_open (loader, name) : NULL;

  if (object == NULL)
    return FALSE;

  read (loader, object);
  /* The next file takes over the memory; questions and definitions are read twice. */
  if (object != loader->questions && object != loader->definitions)
    g_ptr_array_set_size (loader->roots, (int) loader->roots->len - 1);
  return TRUE;
}

static void
set_questions (LeioLoader *loader, JsonObject *object)
{
  loader->questions_file = loader->file;
  loader->questions = object;
}

static void
set_definitions (LeioLoader *loader, JsonObject *object)
{
  loader->definitions_file = loader->file;
  loader->definitions = object;
}

/* The questions of the line that sums a case up. */
static void
read_summary (LeioLoader *loader, JsonObject *object)
{
  g_autoptr (GHashTable) ids = leio_loader_dup_question_ids (loader);

  loader->file = MANIFEST;
  if (loader->questions == NULL)
    return;

  g_array_unref (loader->knowledge->summary);
  loader->knowledge->summary = leio_loader_get_references (loader, object, "summary", FALSE, ids,
                                                           _ ("the id of a question"));
}

/* Questions, then the names of definitions, then every condition over both. */
static void
read_names (LeioLoader *loader, JsonObject *files)
{
  gboolean has_definitions = json_object_has_member (files, "definitions");
  guint n_faults = leio_faults_get_length (loader->faults);

  loader->names_missing |= !read_one (loader, files, "questions", TRUE, set_questions);
  if (loader->questions != NULL)
    leio_loader_read_questions (loader);
  loader->knowledge->logic = leio_logic_new (loader->questionnaire);

  loader->names_missing |=
      !read_one (loader, files, "definitions", FALSE, set_definitions) && has_definitions;
  if (loader->definitions != NULL)
    leio_loader_declare_names (loader);
  leio_loader_read_conditions (loader);
  loader->names_faulty = leio_faults_get_length (loader->faults) > n_faults;
}

/* The names of the files of rules, without those that cannot be. */
static GPtrArray *
dup_rule_file_names (LeioLoader *loader, JsonObject *files)
{
  g_autoptr (GPtrArray) names = leio_loader_dup_texts (loader, files, "rules");
  gsize place = leio_loader_enter (loader, "rules", NULL);

  for (guint i = 0; i < names->len;)
    {
      const char *name = g_ptr_array_index (names, i);
      guint first = 0;

      g_ptr_array_find_with_equal_func (names, name, g_str_equal, &first);
      if (first < i)
        /* Translators: %s is the name of a file */
        leio_loader_fault (loader, LEIO_ERROR_DUPLICATE, _ ("'%s' is named twice"), name);
      if (first == i && check_file_name (loader, name))
        i++;
      else
        g_ptr_array_remove_index (names, i);
    }
  leio_loader_leave (loader, place);
  return g_steal_pointer (&names);
}

static void
read_rule_files (LeioLoader *loader, JsonObject *files)
{
  JsonNode *node = json_object_get_member (files, "rules");
  gsize place = leio_loader_enter (loader, "files", NULL);
  g_autoptr (GPtrArray) names = NULL;

  loader->file = MANIFEST;
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    leio_loader_fault (loader, LEIO_ERROR_MISSING, "%s", _ ("rules: missing, expected a list"));
  names = dup_rule_file_names (loader, files);
  leio_loader_leave (loader, place);

  for (guint i = 0; i < names->len; i++)
    {
      JsonObject *object = leio_loader_open (loader, g_ptr_array_index (names, i));

      if (object == NULL)
        {
          loader->rules_missing = TRUE;
          continue;
        }
      leio_loader_read_rules (loader, object);
      g_ptr_array_set_size (loader->roots, (int) loader->roots->len - 1);
    }
  loader->file = MANIFEST;
}

static void
read_treatments (LeioLoader *loader, JsonObject *files)
{
  guint n_faults = leio_faults_get_length (loader->faults);

  loader->treatments_missing =
      !read_one (loader, files, "treatments", TRUE, leio_loader_read_treatments);
  loader->treatments_faulty = leio_faults_get_length (loader->faults) > n_faults;
}

static void
read_files (LeioLoader *loader, JsonObject *object)
{
  g_autoptr (GError) error = NULL;
  JsonObject *files = NULL;

  if (!leio_json_get_object (object, "files", TRUE, &files, &error))
    {
      leio_loader_take (loader, g_steal_pointer (&error));
      return;
    }

  loader->sources_missing = !read_one (loader, files, "evidence", TRUE, leio_loader_read_sources);
  read_names (loader, files);
  read_summary (loader, object);
  read_treatments (loader, files);
  read_rule_files (loader, files);
  leio_loader_read_overrides (loader);
  loader->file = MANIFEST;
  leio_loader_read_board (loader, object);
  read_one (loader, files, "glossary", FALSE, leio_loader_read_terms);
  read_one (loader, files, "doctor_questions", FALSE, leio_loader_read_doctor_questions);
  read_one (loader, files, "home", FALSE, leio_loader_read_pages);
  read_one (loader, files, "home_treatments", FALSE, leio_loader_read_treatment_pages);
  read_one (loader, files, "properties", FALSE, leio_loader_read_properties);
  leio_loader_check (loader);
}

static void
clear_overrides (gpointer data)
{
  if (data != NULL)
    json_object_unref (data);
}

static void
loader_init (LeioLoader *loader, LeioKnowledge *knowledge)
{
  *loader = (LeioLoader){ .knowledge = knowledge };
  loader->faults = leio_faults_new ();
  loader->place = g_string_new (NULL);
  loader->roots = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  loader->questionnaire = leio_questionnaire_new ();
  loader->group_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  loader->phase_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  loader->disagreement_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  loader->target_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  loader->sets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  loader->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  loader->overrides = g_ptr_array_new_with_free_func (clear_overrides);
}

static void
loader_clear (LeioLoader *loader)
{
  leio_faults_free (loader->faults);
  g_string_free (loader->place, TRUE);
  g_ptr_array_unref (loader->roots);
  leio_questionnaire_unref (loader->questionnaire);
  g_hash_table_unref (loader->group_ids);
  g_hash_table_unref (loader->phase_ids);
  g_hash_table_unref (loader->disagreement_ids);
  g_hash_table_unref (loader->target_ids);
  g_ptr_array_unref (loader->sets);
  g_hash_table_unref (loader->names);
  g_ptr_array_unref (loader->overrides);
}

/* A catalogue answers the empty text with its header; no catalogue, with the empty text. */
static gboolean
has_catalogue (void)
{
  return *g_dgettext ("leio-knowledge", "") != '\0';
}

LeioKnowledge *
leio_knowledge_load (const char *directory, GError **error)
{
  g_autoptr (LeioKnowledge) knowledge = leio_knowledge_new ();
  LeioLoader loader;
  JsonObject *object;
  gboolean good;

  loader_init (&loader, knowledge);
  loader.directory = directory;
  object = leio_loader_open (&loader, MANIFEST);
  if (object != NULL && check_format (&loader, object))
    {
      read_titles (&loader, object);
      read_files (&loader, object);
    }
  knowledge->translated = has_catalogue ();
  good = leio_faults_to_error (loader.faults, error);
  if (good && knowledge->translated)
    leio_knowledge_translate (knowledge);
  loader_clear (&loader);
  return good ? g_steal_pointer (&knowledge) : NULL;
}

/**
 * leio_knowledge_load_properties:
 * @self: the knowledge base that the properties are about
 * @path: a file like properties.json
 * @error: all faults in one message, as of leio_knowledge_load()
 *
 * Returns: (transfer full) (nullable) (element-type LeioProperty): the properties
 */
GPtrArray *
leio_knowledge_load_properties (const LeioKnowledge *self, const char *path, GError **error)
{
  g_autoptr (LeioKnowledge) scratch = leio_knowledge_new ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GPtrArray) properties = NULL;
  LeioLoader loader;
  JsonObject *object;
  gboolean good;

  loader_init (&loader, scratch);
  loader.directory = folder;
  scratch->logic = self->logic;
  g_hash_table_unref (scratch->treatment_ids);
  scratch->treatment_ids = g_hash_table_ref (self->treatment_ids);
  g_hash_table_unref (scratch->source_ids);
  scratch->source_ids = g_hash_table_ref (self->source_ids);

  object = leio_loader_open (&loader, name);
  if (object != NULL)
    leio_loader_read_properties (&loader, object);
  properties = g_ptr_array_ref (scratch->properties);
  scratch->logic = NULL;
  good = leio_faults_to_error (loader.faults, error);
  loader_clear (&loader);
  return good ? g_steal_pointer (&properties) : NULL;
}
