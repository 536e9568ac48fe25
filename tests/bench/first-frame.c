/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Preloaded into a program of GTK by bench-start.py: tells in the file that
 * LEIO_START_REPORT names when frames were painted, by the clock that
 * LEIO_START_BEGUN was taken from (nanoseconds), and what memory was used: at the
 * first frame, and when nothing was painted for LEIO_START_QUIET milliseconds.
 * Then it ends the program.
 */
#include <gtk/gtk.h>
#include <time.h>
#include <unistd.h>

typedef struct
{
  gint64 begun;
  guint quiet; /* milliseconds */
  guint ending;
  double first, last; /* milliseconds */
  char *memory;       /* (nullable) at the first frame */
} Start;

static Start start;

static gint64
get_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return (gint64) now.tv_sec * G_GINT64_CONSTANT (1000000000) + now.tv_nsec;
}

/* What the kernel counts, for all of the process. */
static char *
dup_memory (void)
{
  char *text = NULL;

  g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL);
  return text;
}

static gboolean
on_quiet (gpointer data)
{
  g_autofree char *settled = dup_memory ();
  g_autofree char *report = g_strdup_printf ("first: %.2f ms\n%slast: %.2f ms\n%s", start.first,
                                             start.memory, start.last, settled);

  g_file_set_contents (g_getenv ("LEIO_START_REPORT"), report, -1, NULL);
  _exit (0);
}

static gboolean
on_painted (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  start.last = (double) (get_now () - start.begun) / 1e6;
  if (start.memory == NULL)
    {
      start.first = start.last;
      start.memory = dup_memory ();
    }
  if (start.ending != 0)
    g_source_remove (start.ending);
  start.ending = g_timeout_add (start.quiet, on_quiet, NULL);
  return TRUE;
}

__attribute__ ((constructor)) static void
begin (void)
{
  const char *begun = g_getenv ("LEIO_START_BEGUN");
  const char *quiet = g_getenv ("LEIO_START_QUIET");

  g_unsetenv ("LD_PRELOAD");
  if (begun == NULL || quiet == NULL)
    return;
  start.begun = g_ascii_strtoll (begun, NULL, 10);
  start.quiet = (guint) g_ascii_strtoull (quiet, NULL, 10);
  g_type_class_ref (GDK_TYPE_FRAME_CLOCK);
  g_signal_add_emission_hook (g_signal_lookup ("after-paint", GDK_TYPE_FRAME_CLOCK), 0, on_painted,
                              NULL, NULL);
}
