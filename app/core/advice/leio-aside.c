/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The search for changes takes as long as all else that is told of a case, and
 * needs nothing of it but the possible statuses. So it runs on a thread of its
 * own, on a twin of the engine: the diagrams and what was compiled are shared, for
 * nobody writes there any more; all that a search writes to is there twice.
 */
#include "config.h"

#include "leio-advice-private.h"
#include "leio-engine-private.h"

struct _LeioAside
{
  LeioEngine twin;
  GThreadPool *pool; /* (nullable): where there is one processor */
  GMutex mutex;
  GCond found;
  int is_searching; /* atomic, so that a thread sanitizer sees the hand-over too */
  const LeioAnswers *answers;
  LeioAdvice *advice;
};

static void
search (LeioAside *self)
{
  leio_compiler_fill (self->twin.model->compiler, self->answers, self->twin.values);
  leio_engine_find_changes (&self->twin, self->answers, self->advice);
}

static void
search_in_thread (gpointer data, gpointer user_data G_GNUC_UNUSED)
{
  LeioAside *self = data;

  g_return_if_fail (g_atomic_int_get (&self->is_searching));
  search (self);
  g_mutex_lock (&self->mutex);
  g_atomic_int_set (&self->is_searching, FALSE);
  g_cond_signal (&self->found);
  g_mutex_unlock (&self->mutex);
}

static LeioAside *
aside_new (const LeioEngine *engine)
{
  LeioAside *self = g_new0 (LeioAside, 1);

  self->twin = *engine;
  self->twin.stamp = self->twin.possible_stamp = self->twin.bound_stamp = 0;
  leio_engine_prepare_scratch (&self->twin);
  self->twin.implied =
      g_memdup2 (engine->implied, leio_engine_get_size_of_implied (engine));
  g_mutex_init (&self->mutex);
  g_cond_init (&self->found);
  /* One thread of its own, which is there from now on; else all is done by the caller. */
  if (g_get_num_processors () > 1)
    self->pool = g_thread_pool_new (search_in_thread, NULL, 1, TRUE, NULL);
  return self;
}

void
leio_aside_free (LeioAside *self)
{
  if (self == NULL)
    return;
  if (self->pool != NULL)
    g_thread_pool_free (self->pool, FALSE, TRUE);
  leio_engine_free_scratch (&self->twin);
  g_free (self->twin.implied);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->found);
  g_free (self);
}

void
leio_engine_find_changes_aside (LeioEngine *self, const LeioAnswers *answers, LeioAdvice *advice)
{
  LeioAside *aside = self->aside != NULL ? self->aside : (self->aside = aside_new (self));

  aside->answers = answers;
  aside->advice = advice;
  if (aside->pool == NULL)
    {
      search (aside);
      return;
    }
  g_atomic_int_set (&aside->is_searching, TRUE);
  g_thread_pool_push (aside->pool, aside, NULL);
}

void
leio_engine_wait_aside (LeioEngine *self)
{
  LeioAside *aside = self->aside;

  g_mutex_lock (&aside->mutex);
  while (g_atomic_int_get (&aside->is_searching))
    g_cond_wait (&aside->found, &aside->mutex);
  g_mutex_unlock (&aside->mutex);
}
