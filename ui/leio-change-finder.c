/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-change-finder.h"

/* An engine is for one thread at a time. */
static GMutex engine_lock;
static LeioEngine *engine; /* (nullable) of the knowledge base asked for last */

typedef struct
{
  LeioKnowledge *knowledge;
  LeioAnswers *answers;
} Request;

static void
request_free (Request *self)
{
  leio_knowledge_unref (self->knowledge);
  leio_answers_free (self->answers);
  g_free (self);
}

static gboolean
prepare_engine (LeioKnowledge *knowledge, GError **error)
{
  if (engine != NULL && leio_engine_get_knowledge (engine) == knowledge)
    return TRUE;

  g_clear_pointer (&engine, leio_engine_free);
  engine = leio_engine_new (knowledge, 0, error);
  return engine != NULL;
}

static void
find (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Request *request = task_data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&engine_lock);
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;

  if (prepare_engine (request->knowledge, &error))
    g_task_return_pointer (task, leio_engine_advise (engine, request->answers, LEIO_ADVICE_CHANGES),
                           (GDestroyNotify) leio_advice_free);
  else
    g_task_return_error (task, error);
}

void
leio_change_finder_find_async (LeioKnowledge *knowledge,
                               const LeioAnswers *answers,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->knowledge = leio_knowledge_ref (knowledge);
  request->answers = leio_answers_copy (answers);
  g_task_set_source_tag (task, leio_change_finder_find_async);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_run_in_thread (task, find);
}

LeioAdvice *
leio_change_finder_find_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
