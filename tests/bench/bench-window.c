/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long the window takes, on the shipped base: the first frame and the memory
 * beside a bare window of GTK in the same run; the frame that shows an answer,
 * over 500 random ones (or as many as are asked for), by the frame clock; and the
 * processor time of an idle window. Prints a table and never fails for being slow.
 */
#include "config.h"

#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

#include "leio-style.h"
#include "leio-window.h"

#define N_ANSWERS 500
#define IDLE_SECONDS 3
#define N_FRAMES 4

typedef struct
{
  gint64 begun;
  gint64 longest; /* microseconds of one frame */
  guint n_frames;
} Frames;

static void
on_begun (GdkFrameClock *clock, Frames *frames)
{
  frames->begun = g_get_monotonic_time ();
}

static void
on_painted (GdkFrameClock *clock, Frames *frames)
{
  frames->longest = MAX (frames->longest, g_get_monotonic_time () - frames->begun);
  frames->n_frames++;
}

static gboolean
go_on (GtkWidget *window, GdkFrameClock *clock, gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Frames come whether or not there is something to draw. */
static void
wait_for_frames (GtkWidget *window, Frames *frames, guint n_frames)
{
  guint end = frames->n_frames + n_frames;
  guint tick = gtk_widget_add_tick_callback (window, go_on, NULL, NULL);

  while (frames->n_frames < end)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (window, tick);
}

static void
watch (GtkWidget *window, Frames *frames)
{
  GdkFrameClock *clock;

  gtk_widget_realize (window);
  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_begun), frames);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_painted), frames);
}

/* In MiB, of this process now. */
static double
get_memory (void)
{
  g_autofree char *text = NULL;
  unsigned long total, resident = 0;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL)
      || sscanf (text, "%lu %lu", &total, &resident) != 2)
    return 0;

  return (double) resident * (double) sysconf (_SC_PAGESIZE) / (1024 * 1024);
}

static void
measure_first_frame (const char *name, GtkWidget *window, Frames *frames)
{
  gint64 begun = g_get_monotonic_time ();

  watch (window, frames);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_frames (window, frames, 1);
  g_print ("%-28s first frame %6.1f ms, memory %6.1f MiB\n", name,
           (double) (g_get_monotonic_time () - begun) / 1000, get_memory ());
}

static LeioAnswer
pick_answer (GRand *random, const LeioQuestion *question)
{
  LeioAnswer answer = { .state = LEIO_ANSWER_GIVEN };

  answer.number = g_rand_double_range (random, question->min, question->max + 0.001);
  if (question->values->len > 0)
    {
      answer.value = g_rand_int_range (random, 0, (int) question->values->len);
      answer.set = g_rand_int (random) & leio_question_get_all_values (question);
    }

  return answer;
}

/* One that a person can answer, for it arises in the case; -1 where answers contradict each other,
 * so that none does. */
static int
pick_question (GRand *random, LeioSession *session)
{
  const GArray *asked = leio_session_get_advice (session)->asked;
  guint first = (guint) g_rand_int_range (random, 0, (int) asked->len);

  for (guint i = 0; i < asked->len; i++)
    {
      guint question = (first + i) % asked->len;

      if (g_array_index (asked, LeioAsked, question) != LEIO_ASKED_NEVER)
        return (int) question;
    }
  return -1;
}

/* An answer; or what a person does who sees that the last one was a slip. */
static void
answer (GRand *random, LeioSession *session)
{
  int index = pick_question (random, session);

  if (index < 0)
    leio_session_undo (session);
  else
    {
      const LeioQuestionnaire *questionnaire = leio_session_get_questionnaire (session);
      LeioAnswer value
          = pick_answer (random, leio_questionnaire_get_question (questionnaire, (guint) index));

      leio_session_set_answer (session, (guint) index, &value);
    }
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/* The answer itself, and the longest frame of those that show it. */
static void
measure_answers (LeioWindow *window, Frames *frames, guint n_answers)
{
  LeioSession *session = leio_window_get_session (window);
  g_autoptr (GRand) random = g_rand_new_with_seed (20261124);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n_answers; i++)
    {
      gint64 begun = g_get_monotonic_time ();
      gint64 spent;

      answer (random, session);
      spent = g_get_monotonic_time () - begun;
      frames->longest = 0;
      wait_for_frames (GTK_WIDGET (window), frames, N_FRAMES);
      spent += frames->longest;
      g_array_append_val (times, spent);
    }

  g_array_sort (times, compare_times);
  g_print ("answer to cards, %u answers: median %.1f ms, p99 %.1f ms, longest %.1f ms\n",
           times->len, (double) g_array_index (times, gint64, times->len / 2) / 1000,
           (double) g_array_index (times, gint64, times->len * 99 / 100) / 1000,
           (double) g_array_index (times, gint64, times->len - 1) / 1000);
}

static double
get_processor_ms (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000
         + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
}

static gboolean
end_wait (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_REMOVE;
}

static void
measure_idle (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  double before;

  /* The marks of the last change go away first. */
  g_timeout_add_seconds (7, end_wait, loop);
  g_main_loop_run (loop);
  before = get_processor_ms ();
  g_timeout_add_seconds (IDLE_SECONDS, end_wait, loop);
  g_main_loop_run (loop);
  g_print ("idle for %d s: %.1f ms of the processor\n", IDLE_SECONDS,
           get_processor_ms () - before);
}

int
main (int argc, char **argv)
{
  g_autoptr (LeioKnowledge) knowledge = NULL;
  g_autoptr (LeioEngine) engine = NULL;
  g_autoptr (GError) error = NULL;
  Frames bare_frames = { 0 }, frames = { 0 };
  GtkWidget *bare, *window;

  gtk_init ();
  bare = gtk_window_new ();
  measure_first_frame ("a bare window", bare, &bare_frames);
  gtk_window_destroy (GTK_WINDOW (bare));

  leio_style_register_resources ();
  leio_style_load (gdk_display_get_default ());
  window = leio_window_new (NULL);
  measure_first_frame ("the window, before the case", window, &frames);

  knowledge = leio_knowledge_load (NULL, &error);
  engine = knowledge != NULL ? leio_engine_new (knowledge, 0, &error) : NULL;
  if (engine == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  leio_window_set_engine (LEIO_WINDOW (window), engine);
  g_action_group_activate_action (G_ACTION_GROUP (window), "reading",
                                  g_variant_new_string ("clinician"));
  g_action_group_change_action_state (G_ACTION_GROUP (window), "page",
                                      g_variant_new_string ("advice"));
  wait_for_frames (window, &frames, 120);
  g_print ("%-28s memory %.1f MiB\n", "the window, with all cards", get_memory ());
  measure_answers (LEIO_WINDOW (window), &frames,
                   argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : N_ANSWERS);
  measure_idle ();

  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
