/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The report that people read. Order: the case, what the program is, what does
 * not fit, what to ask next, then the treatments by status with the urgent ones
 * first, then the sources.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "leio-report-decision.h"
#include "leio-report-private.h"

/* The groups of the report, in the order in which they are read. */
typedef enum
{
  GROUP_URGENT,
  GROUP_RECOMMENDED,
  GROUP_OPTION,
  GROUP_TRIAL_ONLY,
  GROUP_OPEN,
  GROUP_NOT_ADVISED,
  GROUP_CONTRAINDICATED,
  GROUP_NOT_RELEVANT,
  N_GROUPS,
} Group;

static Group
get_group (const LeioReport *report, const LeioTreatmentAdvice *advice)
{
  const LeioTreatment *treatment =
      g_ptr_array_index (report->knowledge->treatments, advice->treatment);
  int status = leio_treatment_advice_get_status (advice);

  if (status < 0)
    return GROUP_OPEN;
  if (treatment->emergency && (status == LEIO_STATUS_RECOMMENDED || status == LEIO_STATUS_OPTION))
    return GROUP_URGENT;

  switch ((LeioStatus) status)
    {
    case LEIO_STATUS_RECOMMENDED:
      return GROUP_RECOMMENDED;
    case LEIO_STATUS_OPTION:
      return GROUP_OPTION;
    case LEIO_STATUS_TRIAL_ONLY:
      return GROUP_TRIAL_ONLY;
    case LEIO_STATUS_NOT_ADVISED:
      return GROUP_NOT_ADVISED;
    case LEIO_STATUS_CONTRAINDICATED:
      return GROUP_CONTRAINDICATED;
    case LEIO_STATUS_NOT_RELEVANT:
      return GROUP_NOT_RELEVANT;
    }

  g_return_val_if_reached (GROUP_OPEN);
}

static const char *
get_group_heading (const LeioReport *report, Group group)
{
  LeioReportReading reading = report->plain ? LEIO_REPORT_HOME : LEIO_REPORT_CLINICIAN;

  switch (group)
    {
    case GROUP_URGENT:
      return report->plain ? _ ("Needs a doctor today") : _ ("Urgent");
    case GROUP_RECOMMENDED:
      return leio_report_status_heading (LEIO_STATUS_RECOMMENDED, reading);
    case GROUP_OPTION:
      return leio_report_status_heading (LEIO_STATUS_OPTION, reading);
    case GROUP_TRIAL_ONLY:
      return leio_report_status_heading (LEIO_STATUS_TRIAL_ONLY, reading);
    case GROUP_OPEN:
      return report->plain ? _ ("Not clear yet") : _ ("Still open");
    case GROUP_NOT_ADVISED:
      return leio_report_status_heading (LEIO_STATUS_NOT_ADVISED, reading);
    case GROUP_CONTRAINDICATED:
      return leio_report_status_heading (LEIO_STATUS_CONTRAINDICATED, reading);
    case GROUP_NOT_RELEVANT:
      return leio_report_status_heading (LEIO_STATUS_NOT_RELEVANT, reading);
    case N_GROUPS:
      break;
    }

  g_return_val_if_reached ("");
}

static void
write_case (LeioReportWriter *writer, const LeioReport *report)
{
  LeioReportReading reading = report->plain ? LEIO_REPORT_HOME : LEIO_REPORT_CLINICIAN;
  const LeioAnswers *answers = report->kase->answers;
  g_autofree char *summary =
      leio_report_dup_summary_for (report->knowledge, answers, report->advice, reading);
  g_autofree char *stage = leio_report_dup_stage_line (report->knowledge, answers, report->advice);
  g_autofree char *board =
      report->plain ? leio_report_dup_board_at_home (report->knowledge, report->advice)
                    : leio_report_dup_board (report->knowledge, report->advice);

  leio_report_writer_heading (
      writer, 1, *report->kase->label != '\0' ? report->kase->label : _ ("Case without a label"));
  leio_report_writer_paragraph (writer, summary);
  if (*stage != '\0' && !report->plain)
    leio_report_writer_paragraph (writer, stage);
  if (board != NULL)
    leio_report_writer_paragraph (writer, board);
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

static void
write_purpose (LeioReportWriter *writer, const LeioReport *report)
{
  const LeioKnowledge *knowledge = report->knowledge;
  g_autofree char *line = NULL;

  leio_report_writer_paragraph (
      writer, leio_knowledge_text (knowledge, "knowledge/intended_use", knowledge->intended_use));
  /* Translators: %1$s is the title of the knowledge base, %2$s its version, %3$s a date */
  line = g_strdup_printf (_ ("Knowledge base %1$s %2$s, reviewed on %3$s."),
                          leio_knowledge_text (knowledge, "knowledge/title", knowledge->title),
                          knowledge->version, knowledge->review_date);
  leio_report_writer_paragraph (writer, line);
  if (is_out_of_date (knowledge))
    leio_report_writer_paragraph (
        writer, _ ("The review is more than a year old: newer guidance may say otherwise."));
}

static char *
dup_answer_line (const LeioReport *report, guint question)
{
  const LeioKnowledge *knowledge = report->knowledge;
  const LeioAnswer *answer = leio_answers_get (report->kase->answers, question);
  g_autofree char *words = leio_report_dup_answer (
      knowledge, leio_questionnaire_get_question (knowledge->logic->questionnaire, question),
      answer, report->plain ? LEIO_REPORT_HOME : LEIO_REPORT_CLINICIAN);

  if (report->plain)
    /* Translators: %1$s is a question in full, %2$s the answer */
    return g_strdup_printf (C_ ("answer at home", "%1$s %2$s"),
                            leio_report_question_text (knowledge, question, TRUE), words);
  /* Translators: %1$s is a question in short, %2$s the answer: “size: 8.5 cm” */
  return g_strdup_printf (C_ ("answer", "%1$s: %2$s"),
                          leio_report_question_label (knowledge, question), words);
}

static void
write_answers (LeioReportWriter *writer, const LeioReport *report)
{
  const LeioAnswers *answers = report->kase->answers;

  leio_report_writer_heading (writer, 2, _ ("Answers"));
  for (guint i = 0; i < leio_answers_get_length (answers); i++)
    {
      g_autofree char *line = NULL;

      if (leio_answers_get (answers, i)->state == LEIO_ANSWER_OPEN ||
          !leio_report_is_asked (report->advice, i))
        continue;
      line = dup_answer_line (report, i);
      leio_report_writer_item (writer, NULL, NULL, line);
    }
  leio_report_writer_end (writer);
}

static void
write_odd (LeioReportWriter *writer, const LeioReport *report)
{
  LeioReportReading reading = report->plain ? LEIO_REPORT_HOME : LEIO_REPORT_CLINICIAN;

  if (report->advice->odd->len == 0)
    return;

  leio_report_writer_heading (writer, 2,
                              report->plain ? _ ("Please check these answers") : _ ("Odd answers"));
  for (guint i = 0; i < report->advice->odd->len; i++)
    {
      g_autofree char *line =
          leio_report_dup_oddity (report->knowledge, report->kase->answers,
                                  g_ptr_array_index (report->advice->odd, i), reading);

      leio_report_writer_item (writer, "!", NULL, line);
    }
  leio_report_writer_end (writer);
}

static char *
dup_next (const LeioReport *report)
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

static const char *
get_nothing_to_ask (const LeioAdvice *advice)
{
  if (advice->n_settled < advice->treatments->len)
    return _ ("Nothing: what is still open was asked and is not known.");
  return _ ("No open question changes the advice any more.");
}

static void
write_next (LeioReportWriter *writer, const LeioReport *report)
{
  const LeioAdvice *advice = report->advice;
  g_autofree char *next = advice->next_question >= 0 ? dup_next (report) : NULL;
  g_autofree char *moot = leio_report_dup_question_labels (report->knowledge, advice->moot);
  g_autofree char *progress = NULL;
  g_autofree char *line = NULL;

  leio_report_writer_heading (writer, 2, _ ("Ask next"));
  if (next != NULL)
    leio_report_writer_paragraph (writer, next);
  else
    leio_report_writer_paragraph (writer, get_nothing_to_ask (advice));

  progress = g_strdup_printf (
      /* Translators: %1$u treatments of all %2$u have one status whatever the open answers are */
      ngettext ("%1$u of %2$u treatment is settled.", "%1$u of %2$u treatments are settled.",
                advice->treatments->len),
      advice->n_settled, advice->treatments->len);
  leio_report_writer_paragraph (writer, progress);
  if (*moot == '\0' || report->plain)
    return;

  /* Translators: %s is a list of questions in short */
  line = g_strdup_printf (_ ("Open, but without effect on the advice: %s."), moot);
  leio_report_writer_paragraph (writer, line);
}

static GPtrArray *
list_group (const LeioReport *report, Group group)
{
  GPtrArray *members = g_ptr_array_new ();

  for (guint i = 0; i < report->advice->treatments->len; i++)
    {
      LeioTreatmentAdvice *advice = g_ptr_array_index (report->advice->treatments, i);

      if (get_group (report, advice) == group)
        g_ptr_array_add (members, advice);
    }

  return members;
}

static void
write_names (LeioReportWriter *writer, const LeioReport *report, GPtrArray *members)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < members->len; i++)
    {
      const LeioTreatmentAdvice *advice = g_ptr_array_index (members, i);

      g_ptr_array_add (names, (gpointer) leio_report_treatment_name (
                                  report->knowledge, advice->treatment, report->plain));
    }
  list = leio_report_join (names);
  leio_report_writer_paragraph (writer, list);
}

static void
write_group (LeioReportWriter *writer, const LeioReport *report, Group group)
{
  g_autoptr (GPtrArray) members = list_group (report, group);
  g_autofree char *heading = NULL;

  if (members->len == 0)
    return;

  /* Translators: the heading of a group; %1$s is its name, %2$u how many treatments are in it */
  heading = g_strdup_printf (C_ ("group", "%1$s (%2$u)"), get_group_heading (report, group),
                             members->len);
  leio_report_writer_heading (writer, 2, heading);
  if (group == GROUP_NOT_RELEVANT)
    {
      write_names (writer, report, members);
      return;
    }

  if (report->plain && group != GROUP_URGENT)
    leio_report_writer_paragraph (writer, _ ("Talk about this with your team."));
  for (guint i = 0; i < members->len; i++)
    leio_report_write_treatment (writer, report, g_ptr_array_index (members, i));
}

static void
write_changes (LeioReportWriter *writer, const LeioReport *report, const LeioReportChanges *changes)
{
  g_autofree char *title = leio_report_changes_dup_title (changes, report->knowledge->version);

  leio_report_writer_paragraph (writer, title);
  if (!changes->same_answers)
    leio_report_writer_paragraph (
        writer, _ ("The answers have changed since, so not all of this comes from the knowledge "
                   "base."));
  for (guint i = 0; i < changes->changes->len; i++)
    {
      const LeioReportChange *change = g_ptr_array_index (changes->changes, i);
      g_autofree char *line = g_strconcat (change->text, ". ", change->reason, NULL);

      leio_report_writer_item (writer, NULL, NULL, g_strstrip (line));
    }
  leio_report_writer_end (writer);
}

static void
write_decision_item (LeioReportWriter *writer, const LeioReportDecisionItem *item)
{
  g_autoptr (GString) line = g_string_new (item->title);

  g_string_append_c (line, '.');
  for (guint i = 0; i < item->lines->len; i++)
    g_string_append_printf (line, " %s", (const char *) g_ptr_array_index (item->lines, i));
  leio_report_writer_item (writer, NULL, NULL, line->str);
}

static void
write_decision (LeioReportWriter *writer, const LeioReport *report)
{
  g_autoptr (LeioReportDecision) decision = leio_report_decision_new (
      report->knowledge, report->kase, report->advice,
      report->plain ? LEIO_REPORT_HOME : LEIO_REPORT_CLINICIAN);

  if (decision == NULL)
    return;

  leio_report_writer_heading (writer, 2, decision->heading);
  for (guint i = 0; i < decision->items->len; i++)
    write_decision_item (writer, g_ptr_array_index (decision->items, i));
  leio_report_writer_end (writer);
  if (*decision->next_step != '\0')
    leio_report_writer_paragraph (writer, decision->next_step);
  if (*decision->participants != '\0')
    leio_report_writer_paragraph (writer, decision->participants);
  if (*decision->origin != '\0')
    leio_report_writer_paragraph (writer, decision->origin);
  for (guint i = 0; i < decision->missing->len; i++)
    leio_report_writer_item (writer, "!", NULL, g_ptr_array_index (decision->missing, i));
  if (decision->missing->len > 0)
    leio_report_writer_end (writer);
  if (decision->changes != NULL)
    write_changes (writer, report, decision->changes);
}

static void
write_past (LeioReportWriter *writer, const LeioReport *report)
{
  g_autoptr (LeioReportChanges) changes = NULL;

  if (report->past == NULL)
    return;

  changes =
      leio_report_changes_new (report->knowledge, report->kase, report->advice, report->past,
                               report->plain ? LEIO_REPORT_HOME : LEIO_REPORT_CLINICIAN);
  leio_report_writer_heading (writer, 2, _ ("Advised differently now"));
  write_changes (writer, report, changes);
}

/* TRUE where no completion of the answers is possible, so that there is nothing to advise on. */
static gboolean
is_contradictory (const LeioReport *report)
{
  const LeioTreatmentAdvice *first = NULL;

  if (report->advice->treatments->len == 0)
    return FALSE;
  first = g_ptr_array_index (report->advice->treatments, 0);
  return first->possible == 0;
}

static void
write_sources (LeioReportWriter *writer, const LeioReport *report)
{
  g_autoptr (GPtrArray) sources = leio_report_list_sources (report);

  if (sources->len == 0)
    return;

  leio_report_writer_heading (writer, 2, _ ("Sources"));
  for (guint i = 0; i < sources->len; i++)
    {
      const LeioSource *source = g_ptr_array_index (sources, i);
      g_autofree char *citation = leio_source_dup_citation (source);
      g_autofree char *link = leio_source_dup_link (source);
      g_autofree char *line = NULL;

      /* Translators: %1$s is the short label of a source, %2$s its citation, %3$s its address or
       * nothing */
      line = g_strdup_printf (C_ ("source", "%1$s: %2$s %3$s"), source->label, citation,
                              link != NULL ? link : "");
      leio_report_writer_item (writer, NULL, NULL, line);
    }
  leio_report_writer_end (writer);
}

static void
write_treatments (LeioReportWriter *writer, const LeioReport *report)
{
  if (is_contradictory (report))
    {
      leio_report_writer_paragraph (
          writer, _ ("These answers cannot be true together, so nothing is said about "
                     "treatments. Please correct one of them."));
      return;
    }

  if (!report->plain)
    leio_report_writer_paragraph (
        writer, _ ("Levels of evidence and grades were assigned by Leio’s authors from the "
                   "design of the studies; they are not quoted from a guideline."));
  for (guint i = 0; i < N_GROUPS; i++)
    write_group (writer, report, i);
  write_sources (writer, report);
}

char *
leio_report_write (const LeioReport *report, gboolean markdown)
{
  LeioReportWriter writer = { .text = g_string_new (NULL), .markdown = markdown };

  write_case (&writer, report);
  write_purpose (&writer, report);
  write_decision (&writer, report);
  write_past (&writer, report);
  write_answers (&writer, report);
  write_odd (&writer, report);
  write_next (&writer, report);
  write_treatments (&writer, report);

  /* Sections end in an empty line, the report in one newline. */
  while (g_str_has_suffix (writer.text->str, "\n\n"))
    g_string_truncate (writer.text, writer.text->len - 1);

  return g_string_free (writer.text, FALSE);
}
