/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The files of a store: PROGRAM.lock, PROGRAM.CASE.draft for each unsaved case of it,
 * and PROGRAM.WINDOW.open with the address of the file that a window has open.
 */
#include "config.h"

#include "leio-draft.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "leio-error.h"
#include "leio-file.h"
#include "leio-json.h"

#define FORMAT "leio-draft"
#define SUFFIX ".draft"
#define LOCK_SUFFIX ".lock"
#define MARK_SUFFIX ".open"
#define FOLDER_MODE 0700
#define DRAFT_MODE 0600
/* A case with its envelope; one that is too large to be saved is kept all the same. */
#define MAX_MARK_BYTES (64 * 1024)
#define MAX_BYTES (64 * 1024 * 1024)

struct _LeioDraftStore
{
  char *folder;
  char *program; /* the name of its lock, without a point */
  int lock;
};

static gboolean
set_errno (GError **error, int number)
{
  g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (number),
                       g_strerror (number));
  return FALSE;
}

static char *
dup_lock_path (LeioDraftStore *self, const char *program)
{
  g_autofree char *name = g_strconcat (program, LOCK_SUFFIX, NULL);

  return g_build_filename (self->folder, name, NULL);
}

/* Between making the file and locking it another program may take it for a dead one's. */
static gboolean
is_there (int fd, const char *path)
{
  struct stat ours, theirs;

  return fstat (fd, &ours) == 0 && g_stat (path, &theirs) == 0 && ours.st_ino == theirs.st_ino;
}

static gboolean
take_lock (LeioDraftStore *self, GError **error)
{
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *path = NULL;

      g_free (self->program);
      self->program = g_uuid_string_random ();
      path = dup_lock_path (self, self->program);
      self->lock = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, DRAFT_MODE);
      if (self->lock < 0 || flock (self->lock, LOCK_EX) != 0)
        return set_errno (error, errno);
      if (is_there (self->lock, path))
        return TRUE;
      close (self->lock);
    }
  return set_errno (error, EBUSY);
}

static void
store_clear (gpointer data)
{
  LeioDraftStore *self = data;

  if (self->lock >= 0)
    {
      g_autofree char *path = dup_lock_path (self, self->program);

      g_unlink (path);
      close (self->lock);
    }
  g_free (self->program);
  g_free (self->folder);
}

/**
 * leio_draft_store_new:
 * @folder: where drafts are kept; made where it is not there
 * @error: why nothing can be kept there
 *
 * Returns: (transfer full) (nullable): the drafts of this program
 */
LeioDraftStore *
leio_draft_store_new (const char *folder, GError **error)
{
  g_autoptr (LeioDraftStore) self = g_atomic_rc_box_new0 (LeioDraftStore);

  self->folder = g_strdup (folder);
  self->lock = -1;
  if (g_mkdir_with_parents (folder, FOLDER_MODE) != 0 || g_chmod (folder, FOLDER_MODE) != 0)
    {
      set_errno (error, errno);
      return NULL;
    }
  if (!take_lock (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * leio_draft_store_ref:
 * @self: a store
 *
 * Returns: (transfer full): the same one
 */
LeioDraftStore *
leio_draft_store_ref (LeioDraftStore *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * leio_draft_store_unref:
 * @self: (transfer full): a store
 *
 * With the last one the lock is given back: drafts that are still there count as lost.
 */
void
leio_draft_store_unref (LeioDraftStore *self)
{
  g_atomic_rc_box_release_full (self, store_clear);
}

static char *
dup_path (LeioDraftStore *self, const char *suffix)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (self->program, ".", id, suffix, NULL);

  return g_build_filename (self->folder, name, NULL);
}

/**
 * leio_draft_store_dup_path:
 * @self: a store
 *
 * Returns: (transfer full): where a new draft of this program can be written
 */
char *
leio_draft_store_dup_path (LeioDraftStore *self)
{
  return dup_path (self, SUFFIX);
}

static void
add_text (JsonObject *object, const char *name, const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, name, value);
}

/* The case stands in the draft as it would stand in its file, for whoever has to look. */
static JsonNode *
make_node (const LeioDraft *draft, const LeioQuestionnaire *questionnaire, GError **error)
{
  g_autofree char *uri = draft->file != NULL ? g_file_get_uri (draft->file) : NULL;
  g_autofree char *date = g_date_time_format_iso8601 (draft->date);
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) kase = NULL;
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object;
  gsize length = 0;

  text = leio_case_to_data (draft->kase, questionnaire, &length);
  kase = leio_json_parse (text, length, error);
  if (kase == NULL)
    return NULL;

  object = json_object_new ();
  json_object_set_string_member (object, "format", FORMAT);
  json_object_set_int_member (object, "version", LEIO_DRAFT_VERSION);
  add_text (object, "date", date);
  add_text (object, "file", uri);
  add_text (object, "tag", draft->tag);
  json_object_set_member (object, "case", g_steal_pointer (&kase));
  json_node_take_object (node, object);
  return g_steal_pointer (&node);
}

/**
 * leio_draft_store_write:
 * @self: a store
 * @draft: with the path of leio_draft_store_dup_path()
 * @questionnaire: the questions that its case answers
 * @error: why it could not be kept
 *
 * Can be called from any thread.
 *
 * Returns: whether the draft is safe on the disk; where not, what was kept before is still there
 */
gboolean
leio_draft_store_write (LeioDraftStore *self,
                        const LeioDraft *draft,
                        const LeioQuestionnaire *questionnaire,
                        GError **error)
{
  g_autoptr (JsonNode) node = make_node (draft, questionnaire, error);
  g_autofree char *text = NULL;

  if (node == NULL)
    return FALSE;

  text = leio_json_to_text (node, TRUE);
  return leio_file_replace (draft->path, text, strlen (text), DRAFT_MODE, error);
}

/**
 * leio_draft_store_remove:
 * @self: a store
 * @path: of a draft that is saved, or that a person discarded
 * @error: why it is still there
 *
 * Returns: whether there is no such draft now
 */
gboolean
leio_draft_store_remove (LeioDraftStore *self, const char *path, GError **error)
{
  return g_unlink (path) == 0 || errno == ENOENT || set_errno (error, errno);
}

static gboolean
read_date (LeioDraft *self, JsonObject *object, GError **error)
{
  const char *text = "";

  if (!leio_json_get_text (object, "date", TRUE, &text, error))
    return FALSE;

  self->date = g_date_time_new_from_iso8601 (text, NULL);
  if (self->date != NULL)
    return TRUE;

  g_set_error (error, LEIO_ERROR, LEIO_ERROR_TYPE,
               /* Translators: %s is what stands where a date should */
               _ ("date: found '%s', expected a date and a time"), text);
  return FALSE;
}

static gboolean
read_format (JsonObject *object, GError **error)
{
  const char *format = "";
  double version = 0;

  if (!leio_json_get_text (object, "format", TRUE, &format, error) ||
      !leio_json_get_number (object, "version", TRUE, &version, error))
    return FALSE;
  if (g_str_equal (format, FORMAT) && version >= 1 && version < LEIO_DRAFT_VERSION + 1)
    return TRUE;

  g_set_error (error, LEIO_ERROR, LEIO_ERROR_VERSION,
               /* Translators: %s is the name of a file format */
               _ ("format: found '%s' or a version of a newer Leio, expected 'leio-draft'"),
               format);
  return FALSE;
}

static gboolean
read_case (LeioDraft *self,
           JsonObject *object,
           const LeioQuestionnaire *questionnaire,
           const char *knowledge_id,
           GError **error)
{
  JsonObject *kase = NULL;
  g_autofree char *text = NULL;

  if (!leio_json_get_object (object, "case", TRUE, &kase, error))
    return FALSE;

  text = leio_json_to_text (json_object_get_member (object, "case"), FALSE);
  self->kase = leio_case_from_data (text, -1, questionnaire, knowledge_id, error);
  return self->kase != NULL;
}

static gboolean
read_draft (LeioDraft *self,
            const LeioQuestionnaire *questionnaire,
            const char *knowledge_id,
            GError **error)
{
  gsize length = 0;
  g_autofree char *data = leio_json_read_file (self->path, MAX_BYTES, &length, error);
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object = NULL;
  const char *uri = NULL, *tag = NULL;

  if (data == NULL)
    return FALSE;
  node = leio_json_parse (data, length, error);
  if (node == NULL || !leio_json_node_get_object (node, &object, error) ||
      !read_format (object, error) || !read_date (self, object, error) ||
      !leio_json_get_text (object, "file", FALSE, &uri, error) ||
      !leio_json_get_text (object, "tag", FALSE, &tag, error) ||
      !read_case (self, object, questionnaire, knowledge_id, error))
    return FALSE;

  self->file = uri != NULL ? g_file_new_for_uri (uri) : NULL;
  self->tag = g_strdup (tag);
  return TRUE;
}

/* The lock of a program that lives cannot be taken. That of a dead one without drafts is swept. */
static gboolean
is_alive (LeioDraftStore *self, const char *program)
{
  g_autofree char *path = dup_lock_path (self, program);
  int fd = g_open (path, O_RDWR | O_CLOEXEC, 0);
  gboolean alive;

  if (fd < 0)
    return errno != ENOENT;

  alive = flock (fd, LOCK_EX | LOCK_NB) != 0;
  if (!alive)
    g_unlink (path);
  close (fd);
  return alive;
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const LeioDraft *left = *(const LeioDraft *const *) a;
  const LeioDraft *right = *(const LeioDraft *const *) b;

  if (left->date == NULL || right->date == NULL)
    return (left->date == NULL) - (right->date == NULL);
  return g_date_time_compare (right->date, left->date);
}

/* (nullable): the draft of that name, where it is one that somebody lost. */
static LeioDraft *
open_draft (LeioDraftStore *self,
            const char *name,
            const LeioQuestionnaire *questionnaire,
            const char *knowledge_id)
{
  g_auto (GStrv) parts = g_strsplit (name, ".", 2);
  g_autoptr (LeioDraft) draft = NULL;

  if (!g_str_has_suffix (name, SUFFIX) || parts[0][0] == '\0' || is_alive (self, parts[0]))
    return NULL;

  draft = g_new0 (LeioDraft, 1);
  draft->path = g_build_filename (self->folder, name, NULL);
  read_draft (draft, questionnaire, knowledge_id, &draft->fault);
  /* Another base is open than the one it was made with; with that one it can be read. */
  if (g_error_matches (draft->fault, LEIO_ERROR, LEIO_ERROR_KNOWLEDGE))
    return NULL;

  return g_steal_pointer (&draft);
}

/**
 * leio_draft_store_list:
 * @self: a store
 * @questionnaire: what the answers are checked against
 * @knowledge_id: the id that a case's knowledge must have; drafts of another are passed over
 * @error: why the folder cannot be read
 *
 * Can be called from any thread.
 *
 * Returns: (transfer full) (element-type LeioDraft) (nullable): the drafts of programs that are
 *   gone, the newest first, those that cannot be read last
 */
GPtrArray *
leio_draft_store_list (LeioDraftStore *self,
                       const LeioQuestionnaire *questionnaire,
                       const char *knowledge_id,
                       GError **error)
{
  g_autoptr (GPtrArray) drafts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) leio_draft_free);
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, error);
  const char *name;

  if (folder == NULL)
    return NULL;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      LeioDraft *draft = open_draft (self, name, questionnaire, knowledge_id);

      if (draft != NULL)
        g_ptr_array_add (drafts, draft);
    }
  g_ptr_array_sort (drafts, compare_newest_first);
  return g_steal_pointer (&drafts);
}

/**
 * leio_draft_store_take:
 * @self: a store
 * @draft: of leio_draft_store_list()
 * @error: G_IO_ERROR_NOT_FOUND where another program took it, or it was discarded
 *
 * The draft becomes one of this program; its content stays.
 *
 * Returns: (transfer full) (nullable): its new path
 */
char *
leio_draft_store_take (LeioDraftStore *self, const LeioDraft *draft, GError **error)
{
  g_autofree char *path = leio_draft_store_dup_path (self);

  if (g_rename (draft->path, path) != 0)
    {
      set_errno (error, errno);
      return NULL;
    }
  return g_steal_pointer (&path);
}

/**
 * leio_draft_store_dup_mark:
 * @self: a store
 *
 * Returns: (transfer full): the mark of one window of this program, see
 *   leio_draft_store_mark_open()
 */
char *
leio_draft_store_dup_mark (LeioDraftStore *self)
{
  return dup_path (self, MARK_SUFFIX);
}

/* So that what is saved again keeps its date. */
static gboolean
is_marked (const char *mark, const char *uri)
{
  gsize length = 0;
  g_autofree char *text = leio_json_read_file (mark, MAX_MARK_BYTES, &length, NULL);

  return text != NULL && g_str_equal (text, uri);
}

/**
 * leio_draft_store_mark_open:
 * @self: a store
 * @mark: of leio_draft_store_dup_mark()
 * @file: (nullable): the file that the window has open; %NULL: none
 * @error: why others cannot know it
 *
 * The mark counts for as long as this program lives; it need not outlive a power cut.
 *
 * Returns: whether others can know it
 */
gboolean
leio_draft_store_mark_open (LeioDraftStore *self, const char *mark, GFile *file, GError **error)
{
  g_autofree char *uri = NULL;

  if (file == NULL)
    return leio_draft_store_remove (self, mark, error);

  uri = g_file_get_uri (file);
  return is_marked (mark, uri) ||
         g_file_set_contents_full (mark, uri, -1, G_FILE_SET_CONTENTS_NONE, DRAFT_MODE, error);
}

/* (nullable): since when the mark of that name says that @file is open. */
static GDateTime *
read_mark (LeioDraftStore *self, const char *name, GFile *file)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_auto (GStrv) parts = g_strsplit (name, ".", 2);
  g_autofree char *uri = NULL;
  g_autoptr (GFile) other = NULL;
  gsize length = 0;
  GStatBuf info;

  if (!is_alive (self, parts[0]))
    {
      g_unlink (path);
      return NULL;
    }

  uri = leio_json_read_file (path, MAX_MARK_BYTES, &length, NULL);
  if (uri == NULL || g_stat (path, &info) != 0)
    return NULL;

  other = g_file_new_for_uri (uri);
  return leio_file_is_same (other, file) ? g_date_time_new_from_unix_local (info.st_mtime) : NULL;
}

/**
 * leio_draft_store_find_open:
 * @self: a store
 * @file: a file
 *
 * Returns: (transfer full) (nullable): since when another program that runs has @file open
 */
GDateTime *
leio_draft_store_find_open (LeioDraftStore *self, GFile *file)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      GDateTime *since = NULL;

      if (g_str_has_suffix (name, MARK_SUFFIX) && !g_str_has_prefix (name, self->program))
        since = read_mark (self, name, file);
      if (since != NULL)
        return since;
    }
  return NULL;
}

/**
 * leio_draft_free:
 * @self: (nullable) (transfer full): a draft
 */
void
leio_draft_free (LeioDraft *self)
{
  if (self == NULL)
    return;

  g_free (self->path);
  g_clear_pointer (&self->kase, leio_case_free);
  g_clear_object (&self->file);
  g_free (self->tag);
  g_clear_pointer (&self->date, g_date_time_unref);
  g_clear_error (&self->fault);
  g_free (self);
}
