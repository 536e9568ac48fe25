/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The search for changes takes as long as all else that is told of a case, and
 * needs nothing of it but the possible statuses. So a thread of its own begins
 * with it on a twin of the engine: the diagrams and what was compiled are shared,
 * for nobody writes there any more; all that a search writes to is there twice.
 * Whoever asked helps when all else is done: each takes the next treatment that
 * nobody has taken. What is found for one does not depend on who looks, or on the
 * others.
 *
 * To be woken takes a thread some 0.1 ms, as long as a tenth of the search: who
 * asked neither waits for a helper that has not begun nor sleeps for the short
 * time that the helper's last treatment takes.
 */
#include "config.h"

#include "leio-advice-private.h"
#include "leio-engine-private.h"

#define LONGEST_SPIN_USEC 200

struct _LeioAside
{
  LeioEngine twin;
  gboolean has_scratch; /* whether the twin has memory of its own, which the helper gets itself */
  GThreadPool *pool;
  int next; /* atomic: the first treatment that nobody has taken */
  const LeioAnswers *answers;
  LeioAdvice *advice;

  GMutex mutex; /* of the rest */
  GCond done;
  gboolean is_open; /* whether a helper may begin */
  int is_helping;   /* changed under the mutex, read by who spins too */
};

static void
set_helping (LeioAside *self, gboolean is_helping)
{
  g_atomic_int_set (&self->is_helping, is_helping);
  g_cond_signal (&self->done);
}

static gboolean
begin_to_help (LeioAside *self)
{
  gboolean is_open;

  g_mutex_lock (&self->mutex);
  is_open = self->is_open;
  if (is_open)
    set_helping (self, TRUE);
  g_mutex_unlock (&self->mutex);
  return is_open;
}

static void
prepare_twin (LeioAside *self)
{
  if (self->has_scratch)
    return;
  leio_engine_prepare_scratch (&self->twin);
  if (self->twin.implied != NULL)
    self->twin.implied = g_malloc0 (leio_engine_get_size_of_implied (&self->twin));
  self->has_scratch = TRUE;
}

/* Can come late, even in the next case: whatever is open then is what there is to do. */
static void
help (gpointer data, gpointer user_data G_GNUC_UNUSED)
{
  LeioAside *self = data;

  prepare_twin (self);
  if (!begin_to_help (self))
    return;
  leio_compiler_fill (self->twin.model->compiler, self->answers, self->twin.values);
  leio_engine_find_changes (&self->twin, self->answers, self->advice, &self->next);
  g_mutex_lock (&self->mutex);
  set_helping (self, FALSE);
  g_mutex_unlock (&self->mutex);
}

/* One thread of its own, which is there from now on. Where the system gives none, who asks does all
 * alone: a pool without a thread would be waited for without end. */
static void
get_helper (LeioAside *self)
{
  g_autoptr (GError) error = NULL;

  self->pool = g_thread_pool_new (help, NULL, 1, TRUE, &error);
  if (error == NULL)
    return;
  if (self->pool != NULL)
    g_thread_pool_free (self->pool, TRUE, FALSE);
  self->pool = NULL;
}

static LeioAside *
aside_new (const LeioEngine *engine)
{
  LeioAside *self = g_new0 (LeioAside, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->done);
  if (g_get_num_processors () > 1)
    {
      self->twin = *engine;
      self->twin.stamp = self->twin.possible_stamp = self->twin.bound_stamp = 0;
      get_helper (self);
    }
  return self;
}

void
leio_aside_free (LeioAside *self)
{
  if (self == NULL)
    return;
  if (self->pool != NULL)
    g_thread_pool_free (self->pool, FALSE, TRUE);
  if (self->has_scratch)
    {
      leio_engine_free_scratch (&self->twin);
      g_free (self->twin.implied);
    }
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->done);
  g_free (self);
}

void
leio_engine_begin_changes (LeioEngine *self, const LeioAnswers *answers, LeioAdvice *advice)
{
  LeioAside *aside = self->aside != NULL ? self->aside : (self->aside = aside_new (self));

  g_mutex_lock (&aside->mutex);
  aside->answers = answers;
  aside->advice = advice;
  g_atomic_int_set (&aside->next, 0);
  aside->is_open = TRUE;
  g_mutex_unlock (&aside->mutex);
  if (aside->pool != NULL)
    g_thread_pool_push (aside->pool, aside, NULL);
}

static void
spin (LeioAside *self)
{
  gint64 end = g_get_monotonic_time () + LONGEST_SPIN_USEC;

  while (g_atomic_int_get (&self->is_helping) && g_get_monotonic_time () < end)
    ;
}

void
leio_engine_finish_changes (LeioEngine *self)
{
  LeioAside *aside = self->aside;

  leio_engine_find_changes (self, aside->answers, aside->advice, &aside->next);
  g_mutex_lock (&aside->mutex);
  aside->is_open = FALSE;
  g_mutex_unlock (&aside->mutex);
  spin (aside);
  g_mutex_lock (&aside->mutex);
  while (aside->is_helping)
    g_cond_wait (&aside->done, &aside->mutex);
  g_mutex_unlock (&aside->mutex);
}
