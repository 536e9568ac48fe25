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

gboolean
leio_session_save (LeioSession *self, GFile *file, gboolean overwrite, GError **error)
{
  g_autoptr (LeioCase) written = NULL;
  char *tag = NULL;

  g_return_val_if_fail (LEIO_IS_SESSION (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  written = dup_written (self);
  written->reading = self->plain ? LEIO_CASE_READING_HOME : LEIO_CASE_READING_CLINICIAN;
  if (!leio_case_save (written, leio_session_get_questionnaire (self), file,
                       expected_tag (self, file, overwrite), &tag, error))
    return FALSE;

  g_free (self->tag);
  self->tag = tag;
  g_set_object (&self->file, file);
  self->kase->reading = written->reading;
  leio_session_set_saved (self, leio_case_copy (self->kase));
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
