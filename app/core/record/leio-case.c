/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The life of a case, and reading it from a file that may be anything.
 */
#include "config.h"

#include "leio-case.h"
#include "leio-error.h"
#include "leio-json.h"

#include <glib/gi18n-lib.h>

#define QUERIED_ATTRIBUTES                                                                         \
  G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE

/**
 * leio_case_new:
 * @questionnaire: the questions
 * @knowledge_id: (nullable): the id of the knowledge base
 * @knowledge_version: (nullable): its version; that of @questionnaire where it is %NULL
 *
 * Returns: (transfer full): a case without label, notes and answers
 */
LeioCase *
leio_case_new (const LeioQuestionnaire *questionnaire,
               const char *knowledge_id,
               const char *knowledge_version)
{
  LeioCase *self = g_new0 (LeioCase, 1);

  if (knowledge_version == NULL)
    knowledge_version = leio_questionnaire_get_version (questionnaire);

  self->label = g_ref_string_new_intern ("");
  self->notes = g_ref_string_new_intern ("");
  self->knowledge_id = g_strdup (knowledge_id);
  self->knowledge_version = g_strdup (knowledge_version);
  self->format_version = LEIO_CASE_VERSION;
  self->answers = leio_answers_new (leio_questionnaire_get_n_questions (questionnaire));
  self->advice = g_ptr_array_new_with_free_func ((GDestroyNotify) leio_past_advice_unref);
  return self;
}

static const char *
share_text (const char *text)
{
  return g_ref_string_acquire ((char *) text);
}

static gpointer
share_advice (gconstpointer advice, gpointer data)
{
  return leio_past_advice_ref ((LeioPastAdvice *) advice);
}

/**
 * leio_case_copy:
 * @self: a case
 *
 * What a case keeps of its file, its decision, what is taken along and past advice are never
 * changed, so copies share them, as they do label and notes.
 *
 * Returns: (transfer full): the same case once more
 */
LeioCase *
leio_case_copy (const LeioCase *self)
{
  LeioCase *copy = g_new0 (LeioCase, 1);

  copy->label = share_text (self->label);
  copy->notes = share_text (self->notes);
  copy->knowledge_id = g_strdup (self->knowledge_id);
  copy->knowledge_version = g_strdup (self->knowledge_version);
  copy->format_version = self->format_version;
  copy->reading = self->reading;
  copy->answers = leio_answers_copy (self->answers);
  copy->decision = self->decision != NULL ? leio_decision_ref (self->decision) : NULL;
  copy->visit = self->visit != NULL ? leio_visit_ref (self->visit) : NULL;
  copy->advice = g_ptr_array_copy (self->advice, share_advice, NULL);
  g_ptr_array_set_free_func (copy->advice, (GDestroyNotify) leio_past_advice_unref);
  if (self->rest != NULL)
    copy->rest = json_object_ref (self->rest);
  if (self->rest_answers != NULL)
    copy->rest_answers = json_object_ref (self->rest_answers);
  return copy;
}

/**
 * leio_case_free:
 * @self: (nullable) (transfer full): a case
 */
void
leio_case_free (LeioCase *self)
{
  if (self == NULL)
    return;

  g_ref_string_release ((char *) self->label);
  g_ref_string_release ((char *) self->notes);
  g_free (self->knowledge_id);
  g_free (self->knowledge_version);
  leio_answers_free (self->answers);
  leio_decision_unref (self->decision);
  leio_visit_unref (self->visit);
  g_ptr_array_unref (self->advice);
  g_clear_pointer (&self->rest, json_object_unref);
  g_clear_pointer (&self->rest_answers, json_object_unref);
  g_free (self);
}

static void
set_text (const char **text, const char *value)
{
  const char *old = *text;

  if (g_str_equal (old, value))
    return;

  *text = g_ref_string_new (value);
  g_ref_string_release ((char *) old);
}

/**
 * leio_case_set_label:
 * @self: a case
 * @label: its new label
 */
void
leio_case_set_label (LeioCase *self, const char *label)
{
  g_return_if_fail (self != NULL && label != NULL);

  set_text (&self->label, label);
}

/**
 * leio_case_set_notes:
 * @self: a case
 * @notes: its new notes
 */
void
leio_case_set_notes (LeioCase *self, const char *notes)
{
  g_return_if_fail (self != NULL && notes != NULL);

  set_text (&self->notes, notes);
}

static gboolean
is_same_text (const char *a, const char *b)
{
  /* Copies share their texts, and notes may have a megabyte. */
  return a == b || g_str_equal (a, b);
}

static gboolean
is_same_advice (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!leio_past_advice_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  return TRUE;
}

/**
 * leio_case_equal:
 * @a: a case
 * @b: another
 *
 * What a person enters is compared, not what the file held besides.
 *
 * Returns: whether both say the same
 */
gboolean
leio_case_equal (const LeioCase *a, const LeioCase *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return leio_answers_equal (a->answers, b->answers) && is_same_text (a->label, b->label) &&
         is_same_text (a->notes, b->notes) && leio_decision_equal (a->decision, b->decision) &&
         leio_visit_equal (a->visit, b->visit) &&
         is_same_advice (a->advice, b->advice);
}

/**
 * leio_case_take_decision:
 * @self: a case
 * @decision: (nullable) (transfer full): what was decided; from now on it is not changed any more
 *
 * A decision that says nothing is not kept.
 */
void
leio_case_take_decision (LeioCase *self, LeioDecision *decision)
{
  leio_decision_unref (self->decision);
  self->decision = decision;
  if (decision != NULL && leio_decision_is_empty (decision))
    g_clear_pointer (&self->decision, leio_decision_unref);
}

/**
 * leio_case_take_visit:
 * @self: a case
 * @visit: (nullable) (transfer full): what a person takes along; from now on it is not changed any
 *   more
 *
 * What says nothing is not kept.
 */
void
leio_case_take_visit (LeioCase *self, LeioVisit *visit)
{
  leio_visit_unref (self->visit);
  self->visit = visit;
  if (visit != NULL && leio_visit_is_empty (visit))
    g_clear_pointer (&self->visit, leio_visit_unref);
}

/**
 * leio_case_find_advice:
 * @self: a case
 * @version: a version of the knowledge base
 *
 * Returns: (transfer none) (nullable): what that version last said of the case, as far as it keeps
 *   it
 */
LeioPastAdvice *
leio_case_find_advice (const LeioCase *self, const char *version)
{
  for (guint i = self->advice->len; i-- > 0;)
    {
      LeioPastAdvice *advice = g_ptr_array_index (self->advice, i);

      if (g_str_equal (advice->knowledge_version, version))
        return advice;
    }
  return NULL;
}

/**
 * leio_case_keep_advice:
 * @self: a case
 * @advice: (transfer full): what a version of the knowledge base says of it now
 *
 * Takes the place of what the same version said before and comes last; what other versions said
 * stays. Of more than LEIO_CASE_MAX_ADVICE versions the second oldest goes: the first one is that
 * the case was made with.
 */
void
leio_case_keep_advice (LeioCase *self, LeioPastAdvice *advice)
{
  LeioPastAdvice *same = leio_case_find_advice (self, advice->knowledge_version);

  if (same != NULL)
    g_ptr_array_remove (self->advice, same);
  else if (self->advice->len >= LEIO_CASE_MAX_ADVICE)
    g_ptr_array_remove_index (self->advice, 1);
  g_ptr_array_add (self->advice, advice);
}

/* GIO's own words name the path, which the caller does too. */
static gboolean
set_unreadable (GError **error, const GError *cause)
{
  const char *message = cause->message;

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    message = _ ("the file is missing");
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    message = _ ("the file may not be read, expected permission to read it");

  g_set_error_literal (error, LEIO_ERROR, LEIO_ERROR_UNREADABLE, message);
  return FALSE;
}

/* A pipe or device is not opened: it would wait or never end. */
static gboolean
check_info (GFileInfo *info, GError **error)
{
  GFileType type = g_file_info_get_file_type (info);

  if (type == G_FILE_TYPE_DIRECTORY)
    {
      g_set_error_literal (error, LEIO_ERROR, LEIO_ERROR_UNREADABLE,
                           _ ("found a folder, expected a file"));
      return FALSE;
    }
  if (type == G_FILE_TYPE_SPECIAL)
    {
      g_set_error_literal (error, LEIO_ERROR, LEIO_ERROR_UNREADABLE,
                           _ ("found a device or pipe, expected a file"));
      return FALSE;
    }
  if (g_file_info_get_size (info) > LEIO_CASE_MAX_BYTES)
    {
      leio_json_set_too_large (error, (guint64) g_file_info_get_size (info), LEIO_CASE_MAX_BYTES);
      return FALSE;
    }
  return TRUE;
}

/* The bytes of @file; it may have grown since its size was asked. */
static char *
read_bytes (GFile *file, gsize *length, GError **error)
{
  g_autofree char *data = g_malloc (LEIO_CASE_MAX_BYTES + 1);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) cause = NULL;

  stream = g_file_read (file, NULL, &cause);
  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), data,
                                                  LEIO_CASE_MAX_BYTES + 1, length, NULL, &cause))
    {
      set_unreadable (error, cause);
      return NULL;
    }
  if (*length > LEIO_CASE_MAX_BYTES)
    {
      leio_json_set_too_large (error, *length, LEIO_CASE_MAX_BYTES);
      return NULL;
    }
  return g_steal_pointer (&data);
}

/**
 * leio_case_load:
 * @file: a file; never more than LEIO_CASE_MAX_BYTES of it are read
 * @questionnaire: what the answers are checked against
 * @knowledge_id: the id that the case's knowledge must have
 * @tag: (out) (optional) (transfer full): what the file held, to see a change under the hands, as
 *   leio_case_save() takes it
 * @error: as of leio_case_from_data(), and LEIO_ERROR_UNREADABLE or LEIO_ERROR_TOO_LARGE
 *
 * Returns: (transfer full) (nullable): the case
 */
LeioCase *
leio_case_load (GFile *file,
                const LeioQuestionnaire *questionnaire,
                const char *knowledge_id,
                char **tag,
                GError **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GError) cause = NULL;
  g_autofree char *data = NULL;
  LeioCase *self;
  gsize length = 0;

  info = g_file_query_info (file, QUERIED_ATTRIBUTES, G_FILE_QUERY_INFO_NONE, NULL, &cause);
  if (info == NULL)
    {
      set_unreadable (error, cause);
      return NULL;
    }
  if (!check_info (info, error))
    return NULL;
  data = read_bytes (file, &length, error);
  if (data == NULL)
    return NULL;

  self = leio_case_from_data (data, (gssize) length, questionnaire, knowledge_id, error);
  if (self != NULL && tag != NULL)
    *tag = leio_case_dup_tag (data, length);
  return self;
}
