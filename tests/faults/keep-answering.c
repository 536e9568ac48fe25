/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * keep-answering answer DRAFTS FILE LOG SEED: answers, takes notes and saves at
 * random, by the session and the keeper of the program, until it is killed. Every
 * state goes to LOG before it becomes the case's: "SEQUENCE MICROSECONDS CHECKSUM";
 * between them "tick MICROSECONDS" for as long as the machine lets the program run.
 *
 * With planted faults, which the one who looks must find: "forget" neither keeps nor
 * saves, "tear" leaves half of the file.
 *
 * keep-answering look DRAFTS FILE: what is found afterwards: "draft CHECKSUM NOTES" for
 * each draft, "file CHECKSUM NOTES" for the file, "fault WHY" for what cannot be read.
 */
#include "config.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "leio-engine.h"
#include "leio-keeper.h"

typedef struct
{
  LeioSession *session;
  LeioDraftStore *store;
  GFile *file;
  GRand *rand;
  const char *mode;
  int log;
  guint sequence;
  gboolean saving;
} Writer;

#define TICK_USEC (10 * G_TIME_SPAN_MILLISECOND)

/* Of what a person entered: the reading is told by whoever saves. */
static char *
dup_checksum (const LeioCase *kase, const LeioQuestionnaire *questionnaire)
{
  gsize length = 0;
  g_autofree char *data = NULL;
  g_autoptr (LeioCase) entered = leio_case_copy (kase);

  entered->reading = LEIO_CASE_READING_UNTOLD;
  data = leio_case_to_data (entered, questionnaire, &length);
  return leio_case_dup_tag (data, length);
}

static void
write_log (Writer *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* In the kernel's hands when this is done: it outlives a kill. */
static void
write_log (Writer *self, const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list arguments;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (write (self->log, line, strlen (line)) != (gssize) strlen (line))
    exit (3);
}

static void
draw_answer (Writer *self, LeioCase *kase)
{
  const LeioQuestionnaire *questionnaire = leio_session_get_questionnaire (self->session);
  guint n_questions = leio_questionnaire_get_n_questions (questionnaire);
  guint index = (guint) g_rand_int_range (self->rand, 0, (gint32) n_questions);
  const LeioQuestion *question = leio_questionnaire_get_question (questionnaire, index);

  if (question->kind == LEIO_QUESTION_CHOICE || question->kind == LEIO_QUESTION_SCALE)
    leio_answers_set_value (
        kase->answers, index,
        (guint) g_rand_int_range (self->rand, 0, (gint32) question->values->len));
  else
    leio_answers_set_not_known (kase->answers, index);
}

static void
log_state (Writer *self, const LeioCase *kase)
{
  g_autofree char *checksum =
      dup_checksum (kase, leio_session_get_questionnaire (self->session));

  write_log (self, "%u %" G_GINT64_FORMAT " %s\n", self->sequence, g_get_monotonic_time (),
             checksum);
}

static void
change (Writer *self)
{
  LeioCase *kase = leio_case_copy (leio_session_get_case (self->session));
  g_autofree char *notes = NULL;

  draw_answer (self, kase);
  notes = g_strdup_printf ("%u", ++self->sequence);
  leio_case_set_notes (kase, notes);
  log_state (self, kase);
  leio_session_edit_case (self->session, kase, NULL);
}

static void
tear (Writer *self)
{
  gsize length = 0;
  g_autofree char *data =
      leio_case_to_data (leio_session_get_case (self->session),
                         leio_session_get_questionnaire (self->session), &length);

  g_file_set_contents_full (g_file_peek_path (self->file), data, (gssize) length / 2,
                            G_FILE_SET_CONTENTS_NONE, 0600, NULL);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Writer *self = user_data;
  g_autoptr (GError) error = NULL;

  self->saving = FALSE;
  if (leio_session_save_finish (LEIO_SESSION (source), result, &error))
    return;
  g_printerr ("%s\n", error->message);
  exit (4);
}

/* Answers go on while it is written. */
static void
save (Writer *self)
{
  if (g_str_equal (self->mode, "tear"))
    {
      tear (self);
    }
  else if (!g_str_equal (self->mode, "forget") && !self->saving)
    {
      self->saving = TRUE;
      leio_session_save_async (self->session, self->file, FALSE, on_saved, self);
    }
}

/* In a thread of its own, which nothing that the program does can hold up. */
static gpointer
tick (gpointer user_data)
{
  for (;;)
    {
      write_log (user_data, "tick %" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
      g_usleep (TICK_USEC);
    }
  return NULL;
}

static gboolean
on_time (gpointer user_data)
{
  Writer *self = user_data;

  if (g_rand_int_range (self->rand, 0, 8) == 0)
    save (self);
  else
    change (self);
  g_timeout_add ((guint) g_rand_int_range (self->rand, 0, 60), on_time, self);
  return G_SOURCE_REMOVE;
}

static LeioKnowledge *
load_knowledge (void)
{
  g_autofree char *folder =
      g_build_filename (g_getenv ("LEIO_SOURCE_DIR"), "tests", "broken", "base", NULL);
  g_autoptr (GError) error = NULL;
  LeioKnowledge *knowledge = leio_knowledge_load (folder, &error);

  if (knowledge == NULL)
    g_error ("%s", error->message);
  return knowledge;
}

static void
answer (char **arguments)
{
  LeioEngine *engine = leio_engine_new (load_knowledge (), 0, NULL);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (LeioKeeper) keeper = NULL;
  g_autoptr (GError) error = NULL;
  Writer self = {
    .session = leio_session_new (engine),
    .mode = arguments[0],
    .store = leio_draft_store_new (arguments[1], &error),
    .file = g_file_new_for_path (arguments[2]),
    .log = open (arguments[3], O_WRONLY | O_CREAT | O_APPEND, 0600),
    .rand = g_rand_new_with_seed ((guint32) g_ascii_strtoull (arguments[4], NULL, 10)),
  };

  if (self.store == NULL || self.log < 0)
    g_error ("%s", error != NULL ? error->message : "no log");
  if (!g_str_equal (self.mode, "forget"))
    keeper = leio_keeper_new (self.session, self.store);
  log_state (&self, leio_session_get_case (self.session));
  g_thread_unref (g_thread_new ("tick", tick, &self));
  on_time (&self);
  g_main_loop_run (loop);
}

/* A file holds the advice as it stood besides: nothing that a person said. */
static void
tell (const char *what, LeioCase *kase, const LeioQuestionnaire *questionnaire)
{
  g_autofree char *checksum = NULL;

  g_ptr_array_set_size (kase->advice, 0);
  checksum = dup_checksum (kase, questionnaire);
  g_print ("%s %s %s\n", what, checksum, kase->notes);
}

static void
look (const char *folder, const char *path)
{
  g_autoptr (LeioKnowledge) knowledge = load_knowledge ();
  const LeioQuestionnaire *questionnaire = knowledge->logic->questionnaire;
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioDraftStore) store = leio_draft_store_new (folder, &error);
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (LeioCase) kase = NULL;

  drafts = leio_draft_store_list (store, questionnaire, knowledge->id, &error);
  for (guint i = 0; i < drafts->len; i++)
    {
      const LeioDraft *draft = g_ptr_array_index (drafts, i);

      if (draft->fault != NULL)
        g_print ("fault %s\n", draft->fault->message);
      else
        tell ("draft", draft->kase, questionnaire);
    }

  if (!g_file_query_exists (file, NULL))
    return;
  kase = leio_case_load (file, questionnaire, knowledge->id, NULL, &error);
  if (kase == NULL)
    g_print ("fault %s\n", error->message);
  else if (kase->advice->len == 0)
    g_print ("fault the file has no advice\n");
  else
    tell ("file", kase, questionnaire);
}

int
main (int argc, char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], "look"))
    look (argv[2], argv[3]);
  else if (argc == 6)
    answer (argv + 1);
  else
    return 2;
  return 0;
}
