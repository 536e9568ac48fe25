/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of an agenda: reading the cases, and the sentence on what is missing.
 */
#include "config.h"

#include "leio-agenda-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "leio-case.h"
#include "leio-report-private.h"

#define CASE_SUFFIX ".leio"

/* "all 12 open treatments": nothing is open then. */
static char *
dup_all_settled (const LeioMissing *missing, const char *list)
{
  if (missing->n_open == 1)
    return g_strdup_printf (
        /* Translators: %1$u is a number of answers, %2$s a list of questions in short */
        ngettext ("%1$u answer would settle the one open treatment: %2$s",
                  "%1$u answers would settle the one open treatment: %2$s",
                  missing->questions->len),
        missing->questions->len, list);

  return g_strdup_printf (
      /* Translators: %1$u is a number of answers, %2$u of treatments (2 or more), %3$s a list of
         questions in short, “grade, size” */
      ngettext ("%1$u answer would settle all %2$u open treatments: %3$s",
                "%1$u answers would settle all %2$u open treatments: %3$s",
                missing->questions->len),
      missing->questions->len, missing->n_open, list);
}

static char *
dup_settled (const LeioKnowledge *knowledge, const LeioMissing *missing)
{
  g_autofree char *list = leio_report_dup_question_labels (knowledge, missing->questions, FALSE);

  if (missing->n_settled == missing->n_open)
    return dup_all_settled (missing, list);

  return g_strdup_printf (
      /* Translators: %1$u is a number of answers, %2$u and %3$u of treatments, %4$s a list of
         questions in short: “3 answers would settle 12 of 40 open treatments: grade, size, site” */
      ngettext ("%1$u answer would settle %2$u of %3$u open treatments: %4$s",
                "%1$u answers would settle %2$u of %3$u open treatments: %4$s",
                missing->questions->len),
      missing->questions->len, missing->n_settled, missing->n_open, list);
}

static char *
dup_unknown (const LeioKnowledge *knowledge, const LeioMissing *missing)
{
  g_autofree char *list = leio_report_dup_question_labels (knowledge, missing->unknown, FALSE);

  return g_strdup_printf (
      /* Translators: %1$u is a number of treatments, %2$s a list of questions in short */
      ngettext ("%1$u open treatment waits for what is not known: %2$s",
                "%1$u open treatments wait for what is not known: %2$s", missing->n_open),
      missing->n_open, list);
}

static char *
dup_contradiction (const LeioKnowledge *knowledge,
                   const LeioAnswers *answers,
                   const LeioAdvice *advice)
{
  g_autofree char *oddity = NULL;

  if (advice->odd->len == 0)
    return g_strdup (_ ("The answers contradict each other"));

  oddity = leio_report_dup_oddity (knowledge, answers, g_ptr_array_index (advice->odd, 0),
                                   LEIO_REPORT_CLINICIAN);
  /* Translators: %s tells which answers and why */
  return g_strdup_printf (_ ("The answers contradict each other: %s"), oddity);
}

char *
leio_report_dup_missing (const LeioKnowledge *knowledge,
                         const LeioAnswers *answers,
                         const LeioAdvice *advice,
                         const LeioMissing *missing)
{
  if (missing->contradictory)
    return dup_contradiction (knowledge, answers, advice);
  if (missing->n_open == 0)
    return g_strdup (_ ("Nothing is missing"));
  if (missing->questions->len == 0)
    return dup_unknown (knowledge, missing);
  return dup_settled (knowledge, missing);
}

static char *
dup_name (GFile *file)
{
  g_autofree char *path = g_file_get_parse_name (file);
  char *name = g_filename_display_basename (path);

  if (g_str_has_suffix (name, CASE_SUFFIX) && !g_str_equal (name, CASE_SUFFIX))
    name[strlen (name) - strlen (CASE_SUFFIX)] = '\0';
  return name;
}

LeioAgendaRow *
leio_agenda_row_new_unread (const LeioAgenda *agenda, GFile *file)
{
  LeioAgendaRow *self = g_new0 (LeioAgendaRow, 1);

  self->file = g_object_ref (file);
  self->path = leio_agenda_dup_path (agenda, file);
  self->label = dup_name (file);
  return self;
}

static void
take_missing (LeioAgendaRow *self,
              const LeioKnowledge *knowledge,
              const LeioAnswers *answers,
              const LeioAdvice *advice,
              const LeioMissing *missing)
{
  self->missing = leio_report_dup_missing (knowledge, answers, advice, missing);
  self->n_open = missing->n_open;
  self->n_settled = missing->n_settled;
  self->questions = g_new0 (char *, missing->questions->len + 1);
  for (guint i = 0; i < missing->questions->len; i++)
    self->questions[i] =
        g_strdup (leio_questionnaire_get_question (knowledge->logic->questionnaire,
                                                   g_array_index (missing->questions, guint, i))
                      ->id);
}

static void
tell_case (LeioAgendaRow *self, LeioEngine *engine, const LeioCase *kase)
{
  const LeioKnowledge *knowledge = leio_engine_get_knowledge (engine);
  g_autoptr (LeioAdvice) advice = leio_engine_advise (engine, kase->answers, LEIO_ADVICE_ARGUMENTS);
  g_autoptr (LeioMissing) missing = leio_missing_new (engine, kase->answers);

  if (*kase->label != '\0')
    {
      g_free (self->label);
      self->label = g_strdup (kase->label);
    }
  self->summary = leio_report_dup_summary (knowledge, kase->answers, advice);
  self->stage = leio_report_dup_stage_line (knowledge, kase->answers, advice);
  take_missing (self, knowledge, kase->answers, advice, missing);
}

LeioAgendaRow *
leio_agenda_row_new (LeioEngine *engine, const LeioAgenda *agenda, GFile *file)
{
  const LeioKnowledge *knowledge = leio_engine_get_knowledge (engine);
  LeioAgendaRow *self = leio_agenda_row_new_unread (agenda, file);
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioCase) kase =
      leio_case_load (file, knowledge->logic->questionnaire, knowledge->id, NULL, &error);

  if (kase != NULL)
    tell_case (self, engine, kase);
  else
    self->fault = g_strdup (error->message);
  return self;
}

void
leio_agenda_row_free (LeioAgendaRow *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->file);
  g_free (self->path);
  g_free (self->label);
  g_free (self->fault);
  g_free (self->summary);
  g_free (self->stage);
  g_free (self->missing);
  g_strfreev (self->questions);
  g_free (self);
}
