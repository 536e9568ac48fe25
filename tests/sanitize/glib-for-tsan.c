/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GLib's locks are made of futexes, which ThreadSanitizer does not see: it would
 * report every hand-over between threads as a race. This library, loaded before
 * GLib, tells of the locks, conditions, threads and thread pools that Leio uses, and
 * goes on to GLib's own. Its memory functions let ThreadSanitizer see which thread
 * a block belongs to.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <glib.h>
#include <stdlib.h>

void __tsan_acquire (void *address);
void __tsan_release (void *address);

#define NEXT(name) ((__typeof__ (&name)) dlsym (RTLD_NEXT, #name))

void
g_mutex_lock (GMutex *mutex)
{
  static __typeof__ (&g_mutex_lock) next;

  if (next == NULL)
    next = NEXT (g_mutex_lock);
  next (mutex);
  __tsan_acquire (mutex);
}

gboolean
g_mutex_trylock (GMutex *mutex)
{
  static __typeof__ (&g_mutex_trylock) next;

  if (next == NULL)
    next = NEXT (g_mutex_trylock);
  if (!next (mutex))
    return FALSE;
  __tsan_acquire (mutex);
  return TRUE;
}

void
g_mutex_unlock (GMutex *mutex)
{
  static __typeof__ (&g_mutex_unlock) next;

  if (next == NULL)
    next = NEXT (g_mutex_unlock);
  __tsan_release (mutex);
  next (mutex);
}

void
g_cond_wait (GCond *cond, GMutex *mutex)
{
  static __typeof__ (&g_cond_wait) next;

  if (next == NULL)
    next = NEXT (g_cond_wait);
  __tsan_release (mutex);
  next (cond, mutex);
  __tsan_acquire (mutex);
}

gboolean
g_cond_wait_until (GCond *cond, GMutex *mutex, gint64 end_time)
{
  static __typeof__ (&g_cond_wait_until) next;
  gboolean in_time;

  if (next == NULL)
    next = NEXT (g_cond_wait_until);
  __tsan_release (mutex);
  in_time = next (cond, mutex, end_time);
  __tsan_acquire (mutex);
  return in_time;
}

/* What a pool runs; it lives as long as the process, for pools are few. */
typedef struct
{
  GFunc run;
  gpointer user_data;
} Work;

static void
run_in_pool (gpointer data, gpointer user_data)
{
  Work *work = user_data;

  __tsan_acquire (data);
  work->run (data, work->user_data);
  __tsan_release (work);
}

GThreadPool *
g_thread_pool_new (GFunc func, gpointer user_data, gint max_threads, gboolean exclusive,
                   GError **error)
{
  Work *work = calloc (1, sizeof (Work));

  work->run = func;
  work->user_data = user_data;
  return NEXT (g_thread_pool_new) (run_in_pool, work, max_threads, exclusive, error);
}

void
g_thread_pool_free (GThreadPool *pool, gboolean immediate, gboolean wait)
{
  gpointer work = pool->user_data;

  NEXT (g_thread_pool_free) (pool, immediate, wait);
  if (wait)
    __tsan_acquire (work);
}

gboolean
g_thread_pool_push (GThreadPool *pool, gpointer data, GError **error)
{
  static __typeof__ (&g_thread_pool_push) next;

  if (next == NULL)
    next = NEXT (g_thread_pool_push);
  __tsan_release (data);
  return next (pool, data, error);
}

void
g_free (gpointer memory)
{
  free (memory);
}

gpointer
g_malloc (gsize size)
{
  return size > 0 ? malloc (size) : NULL;
}

gpointer
g_malloc0 (gsize size)
{
  return size > 0 ? calloc (1, size) : NULL;
}

gpointer
g_malloc_n (gsize n, gsize size)
{
  return g_malloc (n * size);
}

gpointer
g_malloc0_n (gsize n, gsize size)
{
  return g_malloc0 (n * size);
}
