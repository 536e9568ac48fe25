/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An agenda of 500 random cases of the shipped base (or as many as are asked for):
 * how soon its list is shown, how soon all is read, the longest frame meanwhile,
 * and the frames of scrolling, in processor time between the signals of the frame
 * clock. Prints
 * a table and never fails for being slow.
 */
#include "config.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <time.h>

#include "leio-agenda-item.h"
#include "leio-agenda-page.h"
#include "leio-case.h"
#include "leio-style.h"
#include "leio-test-cases.h"
#include "leio-test-folder.h"
#include "leio-test-ui.h"
#include "leio-window.h"

#define N_CASES 500
#define N_STEPS 300

typedef struct
{
  gint64 begun;
  GArray *times; /* gint64: microseconds of each frame */
} Frames;

/* Of this thread, in microseconds: other programs do not count, nor does the thread that reads. */
static gint64
get_processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
on_begun (GdkFrameClock *clock, Frames *frames)
{
  frames->begun = get_processor_time ();
}

static void
on_painted (GdkFrameClock *clock, Frames *frames)
{
  gint64 spent = get_processor_time () - frames->begun;

  g_array_append_val (frames->times, spent);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static void
print_frames (const char *what, GArray *times)
{
  g_array_sort (times, compare_times);
  if (times->len > 0)
    g_print ("%-24s %4u frames: median %.1f ms, p99 %.1f ms, longest %.1f ms\n", what, times->len,
             (double) g_array_index (times, gint64, times->len / 2) / 1000,
             (double) g_array_index (times, gint64, times->len * 99 / 100) / 1000,
             (double) g_array_index (times, gint64, times->len - 1) / 1000);
  g_array_set_size (times, 0);
}

static void
write_cases (LeioKnowledge *knowledge, const char *folder, guint n)
{
  g_autoptr (LeioTestCases) cases = leio_test_cases_new (knowledge, 20261125);
  const LeioQuestionnaire *questionnaire = knowledge->logic->questionnaire;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LeioCase) kase = leio_case_new (questionnaire, knowledge->id, NULL);
      g_autofree char *name = g_strdup_printf ("case %u.leio", i + 1);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *label = g_strdup_printf ("Board 12, case %u of the morning", i + 1);
      g_autofree char *text = NULL;

      leio_answers_free (kase->answers);
      kase->answers = leio_test_cases_draw (cases, g_rand_double (cases->rand));
      leio_case_set_label (kase, label);
      text = leio_case_to_data (kase, questionnaire, NULL);
      g_file_set_contents (path, text, -1, NULL);
    }
}

static GListModel *
find_items (GtkWidget *window)
{
  GtkWidget *page = leio_test_ui_find (window, LEIO_TYPE_AGENDA_PAGE, 0);
  GtkWidget *list = page != NULL ? leio_test_ui_find (page, GTK_TYPE_LIST_VIEW, 0) : NULL;

  return list != NULL ? G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))) : NULL;
}

static gboolean
is_read (GListModel *items)
{
  guint n = items != NULL ? g_list_model_get_n_items (items) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LeioAgendaItem) item = g_list_model_get_item (items, i);

      if (!leio_agenda_item_is_read (item))
        return FALSE;
    }
  return n > 0;
}

static void
wait_for_frame (GtkWidget *window, Frames *frames)
{
  guint n = frames->times->len;

  while (frames->times->len == n)
    {
      gtk_widget_queue_draw (window);
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
measure_opening (GtkWidget *window, Frames *frames, const char *folder)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  gint64 begun = g_get_monotonic_time ();
  gint64 processor = get_processor_time ();

  g_array_set_size (frames->times, 0);
  leio_window_open (LEIO_WINDOW (window), file);
  while (find_items (window) == NULL)
    g_main_context_iteration (NULL, TRUE);
  wait_for_frame (window, frames);
  g_print ("%-24s %.0f ms, %.0f ms of the processor\n", "list shown after",
           (double) (g_get_monotonic_time () - begun) / 1000,
           (double) (get_processor_time () - processor) / 1000);
  while (!is_read (find_items (window)))
    wait_for_frame (window, frames);
  g_print ("%-24s %.0f ms\n", "all read after", (double) (g_get_monotonic_time () - begun) / 1000);
  print_frames ("frames meanwhile", frames->times);
}

static void
measure_scrolling (GtkWidget *window, Frames *frames)
{
  GtkWidget *page = leio_test_ui_find (window, LEIO_TYPE_AGENDA_PAGE, 0);
  GtkWidget *scroller = leio_test_ui_find (page, GTK_TYPE_SCROLLED_WINDOW, 0);
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  for (guint i = 0; i <= N_STEPS; i++)
    {
      double end = gtk_adjustment_get_upper (place) - gtk_adjustment_get_page_size (place);

      gtk_adjustment_set_value (place, end * i / N_STEPS);
      wait_for_frame (window, frames);
    }
  print_frames ("scrolling, in 300 steps", frames->times);
  for (guint i = 0; i <= N_STEPS; i++)
    {
      gtk_adjustment_set_value (place, gtk_adjustment_get_value (place) - 60);
      wait_for_frame (window, frames);
    }
  print_frames ("scrolling, 60 px a frame", frames->times);
}

int
main (int argc, char **argv)
{
  guint n = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : N_CASES;
  g_autofree char *folder = g_dir_make_tmp ("leio-bench-XXXXXX", NULL);
  g_autoptr (LeioKnowledge) knowledge = NULL;
  g_autoptr (LeioEngine) engine = NULL;
  Frames frames = { 0, g_array_new (FALSE, FALSE, sizeof (gint64)) };
  GtkWidget *window;

  gtk_init ();
  leio_style_register_resources ();
  leio_style_load (gdk_display_get_default ());
  knowledge = leio_knowledge_load (NULL, NULL);
  engine = leio_engine_new (knowledge, 0, NULL);
  write_cases (knowledge, folder, n);

  window = leio_window_new (NULL);
  leio_window_set_engine (LEIO_WINDOW (window), engine);
  gtk_widget_realize (window);
  g_signal_connect (gtk_widget_get_frame_clock (window), "before-paint", G_CALLBACK (on_begun),
                    &frames);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_painted),
                    &frames);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_frame (window, &frames);
  g_print ("%u cases\n", n);
  measure_opening (window, &frames, folder);
  measure_scrolling (window, &frames);

  gtk_window_destroy (GTK_WINDOW (window));
  leio_test_folder_remove (folder);
  g_array_unref (frames.times);
  return 0;
}
