/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-report-past.h"
#include "leio-session-private.h"
#include "leio-wording.h"

gboolean
leio_session_load (LeioSession *self, GFile *file, GError **error)
{
  g_autofree char *tag = NULL;
  LeioCase *kase;

  g_return_val_if_fail (LEIO_IS_SESSION (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  kase = leio_case_load (file, leio_session_get_questionnaire (self), self->knowledge->id, &tag,
                         error);
  if (kase == NULL)
    return FALSE;

  leio_session_replace (self, kase, file, g_steal_pointer (&tag));
  return TRUE;
}

/* An example is called as the reader's language calls it. */
static void
take_example_label (LeioSession *self, LeioCase *kase, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  leio_case_set_label (kase, leio_wording_example (self->knowledge, name, kase->label));
}

gboolean
leio_session_load_copy (LeioSession *self, GFile *file, GError **error)
{
  g_autofree char *tag = NULL;
  LeioCase *kase;

  g_return_val_if_fail (LEIO_IS_SESSION (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  kase = leio_case_load (file, leio_session_get_questionnaire (self), self->knowledge->id, &tag,
                         error);
  if (kase == NULL)
    return FALSE;

  take_example_label (self, kase, file);
  leio_session_replace (self, kase, NULL, NULL);
  return TRUE;
}

/* The tag that the file must still have: only where it is the file that was read. */
static const char *
expected_tag (LeioSession *self, GFile *file, gboolean overwrite)
{
  if (overwrite || self->file == NULL || !g_file_equal (file, self->file))
    return NULL;

  return self->tag;
}

/* The case with the advice as it stands, whatever the what-if is. */
static LeioCase *
dup_written (LeioSession *self)
{
  g_autoptr (LeioAdvice) advice =
      leio_engine_advise (self->engine, self->kase->answers, LEIO_ADVICE_ARGUMENTS);

  return leio_report_copy_with_advice (self->knowledge, self->kase, advice);
}

/* What the thread needs, and what is true once it is done. */
typedef struct
{
  const LeioQuestionnaire *questionnaire;
  LeioCase *written; /* with the advice as it stands */
  LeioCase *shown;   /* the case at that time */
  GFile *file;
  char *expected; /* (nullable) */
  char *tag;      /* (nullable) until it is written */
  guint opening;
} SaveJob;

static void
save_job_free (gpointer data)
{
  SaveJob *job = data;

  leio_case_free (job->written);
  g_clear_pointer (&job->shown, leio_case_free);
  g_object_unref (job->file);
  g_free (job->expected);
  g_free (job->tag);
  g_free (job);
}

static SaveJob *
new_save_job (LeioSession *self, GFile *file, gboolean overwrite)
{
  SaveJob *job = g_new0 (SaveJob, 1);

  job->questionnaire = leio_session_get_questionnaire (self);
  job->written = dup_written (self);
  job->written->reading = self->plain ? LEIO_CASE_READING_HOME : LEIO_CASE_READING_CLINICIAN;
  job->shown = leio_case_copy (self->kase);
  job->shown->reading = job->written->reading;
  job->file = g_object_ref (file);
  job->expected = g_strdup (expected_tag (self, file, overwrite));
  job->opening = self->opening;
  return job;
}

static void
write_file (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  SaveJob *job = task_data;
  GError *error = NULL;

  if (leio_case_save (job->written, job->questionnaire, job->file, job->expected, &job->tag,
                      &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
leio_session_save_async (LeioSession *self,
                         GFile *file,
                         gboolean overwrite,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (LEIO_IS_SESSION (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, leio_session_save_async);
  g_task_set_task_data (task, new_save_job (self, file, overwrite), save_job_free);
  g_task_run_in_thread (task, write_file);
}

gboolean
leio_session_save_finish (LeioSession *self, GAsyncResult *result, GError **error)
{
  SaveJob *job;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  job = g_task_get_task_data (G_TASK (result));
  /* Another case took its place: that one is not what the file has. */
  if (job->opening != self->opening)
    return TRUE;

  g_free (self->tag);
  self->tag = g_steal_pointer (&job->tag);
  g_set_object (&self->file, job->file);
  self->kase->reading = job->shown->reading;
  leio_session_set_saved (self, g_steal_pointer (&job->shown));
  return TRUE;
}

gboolean
leio_session_take_theirs (LeioSession *self, GError **error)
{
  g_autofree char *tag = NULL;
  LeioCase *theirs;

  g_return_val_if_fail (LEIO_IS_SESSION (self), FALSE);
  g_return_val_if_fail (self->file != NULL, FALSE);

  theirs = leio_case_load (self->file, leio_session_get_questionnaire (self), self->knowledge->id,
                           &tag, error);
  if (theirs == NULL)
    return FALSE;

  leio_session_drop_what_if (self);
  g_free (self->tag);
  self->tag = g_steal_pointer (&tag);
  leio_session_edit_case (self, leio_case_copy (theirs), NULL);
  leio_session_set_saved (self, theirs);
  return TRUE;
}

void
leio_session_make_own (LeioSession *self)
{
  LeioCase *own;

  g_return_if_fail (LEIO_IS_SESSION (self));

  own = leio_case_copy (self->kase);
  own->reading = LEIO_CASE_READING_HOME;
  leio_case_take_decision (own, NULL);
  leio_case_set_notes (own, "");
  g_ptr_array_set_size (own->advice, 0);
  leio_session_restore (self, own, NULL, NULL);
}

const char *
leio_session_get_tag (LeioSession *self)
{
  g_return_val_if_fail (LEIO_IS_SESSION (self), NULL);
  return self->tag;
}

void
leio_session_restore (LeioSession *self, LeioCase *kase, GFile *file, const char *tag)
{
  g_return_if_fail (LEIO_IS_SESSION (self));
  g_return_if_fail (kase != NULL);

  leio_session_replace (self, kase, file, g_strdup (tag));
  leio_session_set_saved (self, NULL);
}
