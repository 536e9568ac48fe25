/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a case is a standard one or one for the full board, and why. It is
 * standard where everything that decides is settled, no argument in force is one of
 * those on which the base knows that guidelines or experts differ, and none of the
 * base's reasons for the full board holds or can still come to hold.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "leio-report-private.h"

/* So many treatments and questions are named; of more, their number is told. */
#define MAX_NAMED 3

/* Marks the known disagreements that the arguments in force on a treatment touch. */
static void
mark_touched (const LeioKnowledge *knowledge, const LeioTreatmentAdvice *advice, gboolean *touched)
{
  for (guint i = 0; i < advice->arguments->len; i++)
    {
      const LeioArgumentAdvice *shown = g_ptr_array_index (advice->arguments, i);
      const LeioArgument *argument = g_ptr_array_index (knowledge->arguments, shown->argument);
      const LeioRule *rule = g_ptr_array_index (knowledge->rules, argument->rule);

      if (shown->state == LEIO_ARGUMENT_IN_FORCE && rule->disagreement >= 0)
        touched[rule->disagreement] = TRUE;
    }
}

GPtrArray *
leio_report_list_disagreements (const LeioKnowledge *knowledge, const LeioAdvice *advice)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autofree gboolean *touched = g_new0 (gboolean, knowledge->disagreements->len + 1);

  for (guint i = 0; i < advice->treatments->len; i++)
    mark_touched (knowledge, g_ptr_array_index (advice->treatments, i), touched);
  for (guint i = 0; i < knowledge->disagreements->len; i++)
    if (touched[i])
      g_ptr_array_add (found, g_ptr_array_index (knowledge->disagreements, i));
  return found;
}

static gboolean
is_open (const LeioTreatmentAdvice *advice)
{
  return advice->possible != 0 && leio_treatment_advice_get_status (advice) < 0;
}

/* "wish, grade, size and 4 more" */
static char *
dup_names (GPtrArray *names)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_free);
  guint n_more = names->len > MAX_NAMED + 1 ? names->len - MAX_NAMED : 0;

  for (guint i = 0; i + n_more < names->len; i++)
    g_ptr_array_add (shown, g_strdup (g_ptr_array_index (names, i)));
  if (n_more > 0)
    /* Translators: at the end of a list of names, “size, grade and 4 more” */
    g_ptr_array_add (shown, g_strdup_printf (ngettext ("%u more", "%u more", n_more), n_more));

  return leio_report_join_and (shown);
}

static gboolean *
new_marks (const LeioKnowledge *knowledge)
{
  return g_new0 (gboolean,
                 leio_questionnaire_get_n_questions (knowledge->logic->questionnaire) + 1);
}

static void
mark (gboolean *marks, const GArray *questions)
{
  for (guint i = 0; i < questions->len; i++)
    marks[g_array_index (questions, guint, i)] = TRUE;
}

/* NULL where nothing is marked, or the names: "size, grade". */
static char *
dup_marked (const LeioKnowledge *knowledge, const gboolean *marks)
{
  guint n_questions = leio_questionnaire_get_n_questions (knowledge->logic->questionnaire);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < n_questions; i++)
    if (marks[i])
      g_ptr_array_add (names, (gpointer) leio_report_question_label (knowledge, i));

  return names->len > 0 ? dup_names (names) : NULL;
}

/* NULL, or "2 treatments wait for an answer (wish)". */
static char *
dup_waiting (const LeioKnowledge *knowledge, const LeioAdvice *advice)
{
  g_autofree gboolean *waits = new_marks (knowledge);
  g_autofree char *names = NULL;
  guint n_open = 0;

  for (guint i = 0; i < advice->treatments->len; i++)
    {
      const LeioTreatmentAdvice *it = g_ptr_array_index (advice->treatments, i);

      if (!is_open (it))
        continue;
      n_open++;
      mark (waits, it->depends_on);
    }
  names = dup_marked (knowledge, waits);
  if (n_open == 0)
    return NULL;

  /* Translators: 1 a number of treatments, 2 the questions that they wait for: “size, grade” */
  return g_strdup_printf (ngettext ("%1$u treatment waits for an answer (%2$s)",
                                    "%1$u treatments wait for an answer (%2$s)", n_open),
                          n_open, names != NULL ? names : "");
}

/* NULL, or what is disputed: "the extent of resection in the retroperitoneum". */
static char *
dup_titles (const LeioKnowledge *knowledge, const LeioAdvice *advice, gboolean plain)
{
  g_autoptr (GPtrArray) disagreements = leio_report_list_disagreements (knowledge, advice);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < disagreements->len; i++)
    {
      const LeioGroup *it = g_ptr_array_index (disagreements, i);
      g_autofree char *place =
          g_strdup_printf ("disagreements/%s/%s", it->id, plain ? "plain_title" : "title");

      g_ptr_array_add (titles, (gpointer) leio_knowledge_text (
                                   knowledge, place, plain ? it->plain_title : it->title));
    }
  return titles->len > 0 ? leio_report_join_and (titles) : NULL;
}

/* NULL, or "guidelines or experts differ on regional hyperthermia". */
static char *
dup_disputed (const LeioKnowledge *knowledge, const LeioAdvice *advice)
{
  g_autofree char *titles = dup_titles (knowledge, advice, FALSE);

  if (titles == NULL)
    return NULL;
  /* Translators: %s is what they differ on: “the extent of resection in the retroperitoneum” */
  return g_strdup_printf (_ ("guidelines or experts differ on %s"), titles);
}

/* The reasons of the base that hold, in the words of clinicians as parts of a sentence, at home as
 * sentences. NULL where none does. */
static char *
dup_reasons (const LeioKnowledge *knowledge, const LeioAdvice *advice, gboolean plain)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < advice->board->len; i++)
    {
      const LeioBoardAdvice *it = g_ptr_array_index (advice->board, i);
      const LeioBoardReason *reason = g_ptr_array_index (knowledge->board, it->reason);
      g_autofree char *place
          = g_strdup_printf ("board/%s/%s", reason->id, plain ? "plain" : "why");

      if (!it->in_force)
        continue;
      if (text->len > 0)
        /* Translators: between two reasons, each a part of a sentence */
        g_string_append (text, plain ? " " : C_ ("reasons", "; "));
      g_string_append (
          text, leio_knowledge_text (knowledge, place, plain ? reason->plain : reason->why));
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* NULL, or "it is still open whether more speaks for it (pregnancy)". */
static char *
dup_undecided (const LeioKnowledge *knowledge, const LeioAdvice *advice)
{
  g_autofree gboolean *waits = new_marks (knowledge);
  g_autofree char *names = NULL;

  for (guint i = 0; i < advice->board->len; i++)
    mark (waits, ((const LeioBoardAdvice *) g_ptr_array_index (advice->board, i))->depends_on);
  names = dup_marked (knowledge, waits);
  if (names == NULL)
    return NULL;

  /* Translators: %s are questions: “family history, pregnancy” */
  return g_strdup_printf (_ ("an open answer can still ask for it (%s)"), names);
}

gboolean
leio_report_is_standard (const LeioKnowledge *knowledge, const LeioAdvice *advice)
{
  g_autoptr (GPtrArray) disagreements = leio_report_list_disagreements (knowledge, advice);

  for (guint i = 0; i < advice->treatments->len; i++)
    if (leio_treatment_advice_get_status (g_ptr_array_index (advice->treatments, i)) < 0)
      return FALSE;

  return disagreements->len == 0 && advice->odd->len == 0 && advice->board->len == 0;
}

/* Takes @part, or NULL. */
static void
add_part (GPtrArray *parts, char *part)
{
  if (part != NULL)
    g_ptr_array_add (parts, part);
}

char *
leio_report_dup_board (const LeioKnowledge *knowledge, const LeioAdvice *advice)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *because = NULL;

  if (advice->odd->len > 0)
    return g_strdup (_ ("For the full board, because the answers contradict each other."));
  if (leio_report_is_standard (knowledge, advice))
    return g_strdup (
        _ ("Standard case: all that decides is settled, and it touches no known disagreement."));

  add_part (parts, dup_reasons (knowledge, advice, FALSE));
  add_part (parts, dup_waiting (knowledge, advice));
  add_part (parts, dup_disputed (knowledge, advice));
  if (parts->len == 0)
    add_part (parts, dup_undecided (knowledge, advice));
  g_ptr_array_add (parts, NULL);
  because = g_strjoinv (C_ ("reasons", "; "), (char **) parts->pdata);

  /* Translators: reasons: “the patient is pregnant”, “2 treatments wait for an answer (wish)”,
   * “guidelines or experts differ on regional hyperthermia” */
  return g_strdup_printf (_ ("For the full board, because %s."), because);
}

char *
leio_report_dup_board_at_home (const LeioKnowledge *knowledge, const LeioAdvice *advice)
{
  g_autofree char *titles = dup_titles (knowledge, advice, TRUE);
  g_autofree char *reasons = dup_reasons (knowledge, advice, TRUE);
  g_autofree char *differ = NULL;

  if (titles != NULL)
    /* Translators: %s is a list: “warming the tumour area during chemotherapy” */
    differ = g_strdup_printf (_ ("Experts differ on %s. Ask what your team thinks, and why."),
                              titles);
  if (reasons == NULL)
    return g_steal_pointer (&differ);

  return g_strconcat (reasons, differ != NULL ? " " : NULL, differ, NULL);
}
