/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The report that people read. Order: the case, what the program is, what does
 * not fit, what to ask next, then the treatments by status with the urgent ones
 * first, then the sources.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "leio-locale.h"
#include "leio-report-private.h"

LeioSign
leio_report_get_sign (const LeioReportInput *report, const LeioTreatmentAdvice *advice)
{
  const LeioTreatment *treatment =
      g_ptr_array_index (report->knowledge->treatments, advice->treatment);
  int status = leio_treatment_advice_get_status (advice);

  if (status < 0)
    return LEIO_SIGN_OPEN;
  if (treatment->emergency && (status == LEIO_STATUS_RECOMMENDED || status == LEIO_STATUS_OPTION))
    return LEIO_SIGN_URGENT;

  switch ((LeioStatus) status)
    {
    case LEIO_STATUS_RECOMMENDED:
      return LEIO_SIGN_RECOMMENDED;
    case LEIO_STATUS_OPTION:
      return LEIO_SIGN_OPTION;
    case LEIO_STATUS_TRIAL_ONLY:
      return LEIO_SIGN_TRIAL_ONLY;
    case LEIO_STATUS_NOT_ADVISED:
      return LEIO_SIGN_NOT_ADVISED;
    case LEIO_STATUS_CONTRAINDICATED:
      return LEIO_SIGN_CONTRAINDICATED;
    case LEIO_STATUS_NOT_RELEVANT:
      return LEIO_SIGN_NOT_RELEVANT;
    }

  g_return_val_if_reached (LEIO_SIGN_OPEN);
}

const char *
leio_report_sign_heading (const LeioReportInput *report, LeioSign sign)
{
  LeioReportReading reading = report->plain ? LEIO_REPORT_HOME : LEIO_REPORT_CLINICIAN;

  switch (sign)
    {
    case LEIO_SIGN_URGENT:
      return report->plain ? _ ("Needs a doctor today") : _ ("Urgent");
    case LEIO_SIGN_RECOMMENDED:
      return leio_report_status_heading (LEIO_STATUS_RECOMMENDED, reading);
    case LEIO_SIGN_OPTION:
      return leio_report_status_heading (LEIO_STATUS_OPTION, reading);
    case LEIO_SIGN_TRIAL_ONLY:
      return leio_report_status_heading (LEIO_STATUS_TRIAL_ONLY, reading);
    case LEIO_SIGN_OPEN:
      return report->plain ? _ ("Not clear yet") : _ ("Still open");
    case LEIO_SIGN_NOT_ADVISED:
      return leio_report_status_heading (LEIO_STATUS_NOT_ADVISED, reading);
    case LEIO_SIGN_CONTRAINDICATED:
      return leio_report_status_heading (LEIO_STATUS_CONTRAINDICATED, reading);
    case LEIO_SIGN_NOT_RELEVANT:
      return leio_report_status_heading (LEIO_STATUS_NOT_RELEVANT, reading);
    case LEIO_SIGN_NONE:
      break;
    }

  g_return_val_if_reached ("");
}

const char *
leio_report_case_title (const LeioReportInput *report)
{
  return *report->kase->label != '\0' ? report->kase->label : _ ("Case without a label");
}

void
leio_report_write_case (LeioBlock *into, const LeioReportInput *report)
{
  LeioReportReading reading = report->plain ? LEIO_REPORT_HOME : LEIO_REPORT_CLINICIAN;
  const LeioAnswers *answers = report->kase->answers;
  g_autofree char *summary =
      leio_report_dup_summary_for (report->knowledge, answers, report->advice, reading);
  g_autofree char *stage = leio_report_dup_stage_line (report->knowledge, answers, report->advice);
  g_autofree char *board =
      report->plain ? leio_report_dup_board_at_home (report->knowledge, report->advice)
                    : leio_report_dup_board (report->knowledge, report->advice);

  leio_block_add_heading (into, 1, leio_report_case_title (report));
  leio_block_add_paragraph (into, LEIO_TONE_LEAD, summary);
  if (*stage != '\0' && !report->plain)
    leio_block_add_paragraph (into, LEIO_TONE_NORMAL, stage);
  if (board != NULL)
    leio_block_add_paragraph (into, LEIO_TONE_NORMAL, board);
}

/* A year and a day after the review the knowledge base may be behind. */
static gboolean
is_out_of_date (const LeioKnowledge *knowledge)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autofree char *midnight = g_strconcat (knowledge->review_date, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) review = g_date_time_new_from_iso8601 (midnight, zone);
  g_autoptr (GDateTime) due = review != NULL ? g_date_time_add_years (review, 1) : NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return due != NULL && g_date_time_compare (now, due) > 0;
}

char *
leio_report_dup_origin (const LeioKnowledge *knowledge)
{
  g_autofree char *date = leio_locale_dup_date (knowledge->review_date);
  g_autofree char *line = NULL;

  /* Translators: %1$s is the title of the knowledge base, %2$s its version, %3$s a date */
  line = g_strdup_printf (_ ("Knowledge base %1$s %2$s, reviewed on %3$s."),
                          leio_knowledge_text (knowledge, "knowledge/title", knowledge->title),
                          knowledge->version, date);
  if (!is_out_of_date (knowledge))
    return g_steal_pointer (&line);
  return g_strconcat (
      line, " ", _ ("The review is more than a year old: newer guidance may say otherwise."), NULL);
}

static void
write_purpose (LeioBlock *into, const LeioReportInput *report)
{
  const LeioKnowledge *knowledge = report->knowledge;
  const char *purpose =
      leio_knowledge_text (knowledge, "knowledge/intended_use", knowledge->intended_use);
  g_autofree char *origin = leio_report_dup_origin (knowledge);

  leio_block_add_paragraph (into, LEIO_TONE_SMALL, purpose);
  leio_block_add_paragraph (into, LEIO_TONE_SMALL, origin);
}

static void
write_answer (LeioBlock *facts, const LeioReportInput *report, guint question)
{
  const LeioKnowledge *knowledge = report->knowledge;
  const LeioAnswer *answer = leio_answers_get (report->kase->answers, question);
  g_autofree char *words = leio_report_dup_answer (
      knowledge, leio_questionnaire_get_question (knowledge->logic->questionnaire, question),
      answer, report->plain ? LEIO_REPORT_HOME : LEIO_REPORT_CLINICIAN);

  leio_block_add_fact (facts,
                       report->plain ? leio_report_question_text (knowledge, question, TRUE)
                                     : leio_report_question_label (knowledge, question),
                       words);
}

LeioBlock *
leio_report_write_answers (LeioBlock *into, const LeioReportInput *report)
{
  const LeioAnswers *answers = report->kase->answers;
  LeioBlock *facts =
      leio_block_add_facts (into, report->plain ? LEIO_TONE_PLAIN : LEIO_TONE_NORMAL);

  for (guint i = 0; i < leio_answers_get_length (answers); i++)
    if (leio_answers_get (answers, i)->state != LEIO_ANSWER_OPEN &&
        leio_report_is_asked (report->advice, i))
      write_answer (facts, report, i);
  return facts;
}

void
leio_report_write_odd (LeioBlock *into, const LeioReportInput *report)
{
  LeioReportReading reading = report->plain ? LEIO_REPORT_HOME : LEIO_REPORT_CLINICIAN;
  LeioBlock *list = NULL;

  if (report->advice->odd->len == 0)
    return;

  leio_block_add_heading (into, 2,
                          report->plain ? _ ("Please check these answers") : _ ("Odd answers"));
  list = leio_block_add_list (into);
  for (guint i = 0; i < report->advice->odd->len; i++)
    {
      g_autofree char *line =
          leio_report_dup_oddity (report->knowledge, report->kase->answers,
                                  g_ptr_array_index (report->advice->odd, i), reading);

      leio_block_add_item (list, "!", NULL, line);
    }
}

char *
leio_report_dup_next (const LeioReportInput *report)
{
  const LeioAdvice *advice = report->advice;
  const char *question =
      leio_report_question_text (report->knowledge, advice->next_question, report->plain);

  if (report->plain)
    return g_strdup (question);
  /* Translators: %1$s is a question; %2$.1f is how many treatments its answer will settle on
   * average */
  return g_strdup_printf (_ ("%1$s (settles %2$.1f treatments on average)"), question,
                          advice->next_settles);
}

const char *
leio_report_nothing_to_ask (const LeioAdvice *advice)
{
  if (advice->n_settled < advice->treatments->len)
    return _ ("Nothing: what is still open was asked and is not known.");
  return _ ("No open question changes the advice any more.");
}

static void
write_next (LeioBlock *into, const LeioReportInput *report)
{
  const LeioAdvice *advice = report->advice;
  g_autofree char *next = advice->next_question >= 0 ? leio_report_dup_next (report) : NULL;
  g_autofree char *moot
      = leio_report_dup_question_labels (report->knowledge, advice->moot, report->plain);
  g_autofree char *progress = NULL;
  g_autofree char *line = NULL;

  leio_block_add_heading (into, 2, _ ("Ask next"));
  if (next != NULL)
    leio_block_add_paragraph (into, LEIO_TONE_NORMAL, next);
  else
    leio_block_add_paragraph (into, LEIO_TONE_NORMAL, leio_report_nothing_to_ask (advice));

  progress = g_strdup_printf (
      /* Translators: %1$u treatments of all %2$u have one status whatever the open answers are */
      ngettext ("%1$u of %2$u treatment is settled.", "%1$u of %2$u treatments are settled.",
                advice->treatments->len),
      advice->n_settled, advice->treatments->len);
  leio_block_add_paragraph (into, LEIO_TONE_NORMAL, progress);
  if (*moot == '\0' || report->plain)
    return;

  /* Translators: %s is a list of questions in short */
  line = g_strdup_printf (_ ("Open, but without effect on the advice: %s."), moot);
  leio_block_add_paragraph (into, LEIO_TONE_NORMAL, line);
}

GPtrArray *
leio_report_list_group (const LeioReportInput *report, LeioSign sign)
{
  GPtrArray *members = g_ptr_array_new ();

  for (guint i = 0; i < report->advice->treatments->len; i++)
    {
      LeioTreatmentAdvice *advice = g_ptr_array_index (report->advice->treatments, i);

      if (leio_report_get_sign (report, advice) == sign)
        g_ptr_array_add (members, advice);
    }

  return members;
}

char *
leio_report_dup_names (const LeioReportInput *report, GPtrArray *members)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < members->len; i++)
    {
      const LeioTreatmentAdvice *advice = g_ptr_array_index (members, i);

      g_ptr_array_add (names, (gpointer) leio_report_treatment_name (
                                  report->knowledge, advice->treatment, report->plain));
    }
  return leio_report_join (names);
}

/* A group of treatments under its name and their number; NULL where it has none. */
LeioBlock *
leio_report_write_group (LeioBlock *into,
                         const LeioReportInput *report,
                         LeioSign sign,
                         GPtrArray *members)
{
  g_autofree char *heading = NULL;

  if (members->len == 0)
    return NULL;

  /* Translators: the heading of a group; %1$s is its name, %2$u how many treatments are in it */
  heading = g_strdup_printf (C_ ("group", "%1$s (%2$u)"), leio_report_sign_heading (report, sign),
                             members->len);
  return leio_block_add_group (into, sign, 2, heading);
}

void
leio_report_write_treatments (LeioBlock *into, const LeioReportInput *report, LeioSign sign)
{
  g_autoptr (GPtrArray) members = leio_report_list_group (report, sign);
  LeioBlock *group = leio_report_write_group (into, report, sign, members);
  g_autofree char *names = NULL;

  if (group == NULL)
    return;

  if (sign == LEIO_SIGN_NOT_RELEVANT)
    {
      names = leio_report_dup_names (report, members);
      leio_block_add_paragraph (group, LEIO_TONE_SMALL, names);
      return;
    }

  if (report->plain && sign != LEIO_SIGN_URGENT)
    leio_block_add_paragraph (group, LEIO_TONE_NORMAL, _ ("Talk about this with your team."));
  for (guint i = 0; i < members->len; i++)
    leio_report_write_treatment (group, report, g_ptr_array_index (members, i));
}

/* TRUE where no completion of the answers is possible, so that there is nothing to advise on. */
gboolean
leio_report_is_contradictory (const LeioReportInput *report)
{
  const LeioTreatmentAdvice *first = NULL;

  if (report->advice->treatments->len == 0)
    return FALSE;
  first = g_ptr_array_index (report->advice->treatments, 0);
  return first->possible == 0;
}

void
leio_report_write_sources (LeioBlock *into, const LeioReportInput *report)
{
  g_autoptr (GPtrArray) sources = leio_report_list_sources (report);
  LeioBlock *list = NULL;

  if (sources->len == 0)
    return;

  leio_block_add_heading (into, 2, _ ("Sources"));
  list = leio_block_add_sources (into);
  for (guint i = 0; i < sources->len; i++)
    leio_block_add_source (list, g_ptr_array_index (sources, i));
}

const char *
leio_report_contradiction (void)
{
  return _ ("These answers cannot be true together, so nothing is said about treatments. Please "
            "correct one of them.");
}

void
leio_report_write_advice (LeioBlock *into, const LeioReportInput *report)
{
  if (leio_report_is_contradictory (report))
    {
      leio_block_add_paragraph (into, LEIO_TONE_NORMAL, leio_report_contradiction ());
      return;
    }

  if (!report->plain)
    leio_block_add_paragraph (
        into, LEIO_TONE_SMALL,
        _ ("Levels of evidence and grades were assigned by Leio’s authors from the design of the "
           "studies; they are not quoted from a guideline."));
  for (guint i = LEIO_SIGN_URGENT; i <= LEIO_SIGN_NOT_RELEVANT; i++)
    leio_report_write_treatments (into, report, i);
  leio_report_write_sources (into, report);
}

void
leio_report_write_evaluation (LeioBlock *into, const LeioReportInput *report)
{
  leio_report_write_case (into, report);
  if (report->with_purpose)
    write_purpose (into, report);
  leio_report_write_decision (into, report);
  leio_report_write_past (into, report);
  leio_block_add_heading (into, 2, _ ("Answers"));
  leio_report_write_answers (into, report);
  leio_report_write_odd (into, report);
  write_next (into, report);
  leio_report_write_advice (into, report);
}
