/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "leio-report-kinds.h"
#include "leio-report-private.h"

/* A paragraph is laid out as a whole, so a very long one of the notes is divided, at a blank where
 * it has one. */
#define LONGEST_PARAGRAPH 4000

/* No more of the notes goes into a report, be it a megabyte of them. */
#define MOST_NOTES 40000
#define MOST_LINES 1500

static const struct
{
  const char *id, *title;
} kinds[LEIO_N_REPORT_KINDS] = {
  [LEIO_REPORT_BOARD] = { "board", N_ ("Board page") },
  [LEIO_REPORT_PATHWAY] = { "pathway", N_ ("Pathway") },
  [LEIO_REPORT_EVIDENCE] = { "evidence", N_ ("Evidence list") },
  [LEIO_REPORT_WHOLE] = { "whole", N_ ("Whole report") },
  [LEIO_REPORT_QUESTIONS] = { "questions", N_ ("Questions to take along") },
  [LEIO_REPORT_HANDOUT] = { "handout", N_ ("Handout of the visit") },
};

const char *
leio_report_kind_to_id (LeioReportKind kind)
{
  return kinds[kind].id;
}

int
leio_report_kind_from_id (const char *id)
{
  for (guint i = 0; i < LEIO_N_REPORT_KINDS; i++)
    if (g_strcmp0 (kinds[i].id, id) == 0)
      return (int) i;
  return -1;
}

const char *
leio_report_kind_title (LeioReportKind kind)
{
  return _ (kinds[kind].title);
}

static const char *
find_break (const char *text, const char *end)
{
  if (end - text <= LONGEST_PARAGRAPH)
    return end;

  for (const char *at = text + LONGEST_PARAGRAPH; at > text + LONGEST_PARAGRAPH / 2; at--)
    if (*at == ' ')
      return at;
  return g_utf8_find_prev_char (text, text + LONGEST_PARAGRAPH);
}

static void
write_line (LeioBlock *into, const char *line)
{
  const char *end = line + strlen (line);

  while (line < end)
    {
      const char *stop = find_break (line, end);
      g_autofree char *part = g_strndup (line, (gsize) (stop - line));

      leio_block_add_paragraph (into, LEIO_TONE_NORMAL, part);
      line = stop;
    }
}

gboolean
leio_report_write_lines (LeioBlock *into, const char *text, guint most)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; i < most && lines[i] != NULL; i++)
    write_line (into, lines[i]);
  return g_strv_length (lines) > most;
}

void
leio_report_write_notes (LeioBlock *into, const LeioReportInput *report, glong most)
{
  const char *notes = report->kase->notes;
  gboolean cut = g_utf8_strlen (notes, -1) > most;
  g_autofree char *shown = cut ? g_utf8_substring (notes, 0, most) : g_strdup (notes);
  LeioBlock *group = NULL;

  if (*g_strstrip (shown) == '\0')
    return;

  group = leio_block_add_group (into, LEIO_SIGN_NONE, 2, _ ("Notes"));
  if (leio_report_write_lines (group, shown, MOST_LINES) || cut)
    leio_block_add_paragraph (group, LEIO_TONE_SMALL,
                              _ ("… The notes are longer; all of them are in the case."));
}

static void
write_title (LeioBlock *into, const LeioReportInput *input)
{
  g_autofree char *summary =
      leio_report_dup_summary_for (input->knowledge, input->kase->answers, input->advice,
                                   input->plain ? LEIO_REPORT_HOME : LEIO_REPORT_CLINICIAN);
  g_autofree char *stage =
      leio_report_dup_stage_line (input->knowledge, input->kase->answers, input->advice);

  leio_block_add_heading (into, 1, leio_report_case_title (input));
  leio_block_add_paragraph (into, LEIO_TONE_LEAD, summary);
  if (*stage != '\0' && !input->plain)
    leio_block_add_paragraph (into, LEIO_TONE_NORMAL, stage);
}

static void
write_phases (LeioReport *report, LeioBlock *into, const LeioReportInput *input)
{
  report->pathway =
      leio_pathway_new (input->knowledge, input->kase->answers, input->advice,
                        input->plain ? LEIO_REPORT_HOME : LEIO_REPORT_CLINICIAN);
  for (guint i = 0; i < report->pathway->phases->len; i++)
    leio_block_add_phase (into, g_ptr_array_index (report->pathway->phases, i));
}

static void
write_pathway (LeioReport *report, const LeioReportInput *input)
{
  LeioBlock *root = report->root;
  LeioBlock *answers = NULL;

  write_title (root, input);
  if (leio_report_is_contradictory (input))
    leio_block_add_note (root, leio_report_contradiction ());
  else
    write_phases (report, root, input);
  answers = leio_block_add_group (root, LEIO_SIGN_NONE, 2, _ ("Answers"));
  leio_report_write_answers (answers, input);
}

static void
write_whole (LeioReport *report, const LeioReportInput *input)
{
  LeioBlock *group = NULL;

  leio_report_write_evaluation (report->root, input);
  leio_report_write_notes (report->root, input, MOST_NOTES);
  if (leio_report_is_contradictory (input))
    return;

  group = leio_block_add_group (report->root, LEIO_SIGN_NONE, 1, _ ("Pathway"));
  write_phases (report, group, input);
}

LeioReport *
leio_report_new_for_case (LeioEngine *engine,
                          const LeioCase *kase,
                          const LeioAdvice *advice,
                          LeioReportKind kind,
                          LeioReportReading reading)
{
  const LeioKnowledge *knowledge = leio_engine_get_knowledge (engine);
  gboolean large = kind == LEIO_REPORT_QUESTIONS || kind == LEIO_REPORT_HANDOUT;
  const LeioReportInput input = {
    .knowledge = knowledge,
    .kase = kase,
    .advice = advice,
    .plain = reading == LEIO_REPORT_HOME || large,
    .brief = large,
  };
  LeioReport *report =
      leio_report_new (leio_report_case_title (&input), leio_report_kind_title (kind));

  leio_report_set_origin (report, knowledge);
  report->large = large;
  switch (kind)
    {
    case LEIO_REPORT_BOARD:
      report->one_page = TRUE;
      leio_report_write_board_page (report->root, &input);
      break;
    case LEIO_REPORT_PATHWAY:
      write_pathway (report, &input);
      break;
    case LEIO_REPORT_EVIDENCE:
      write_title (report->root, &input);
      leio_report_write_evidence (report->root, &input);
      break;
    case LEIO_REPORT_WHOLE:
      write_whole (report, &input);
      break;
    case LEIO_REPORT_QUESTIONS:
      leio_report_write_questions (report->root, &input, engine);
      break;
    case LEIO_REPORT_HANDOUT:
      leio_report_write_handout (report->root, &input, engine);
      break;
    }
  return report;
}

LeioReport *
leio_report_new_for_treatments (const LeioKnowledge *knowledge,
                                const LeioCase *kase,
                                const LeioAdvice *advice,
                                const GArray *treatments,
                                const char *heading,
                                LeioReportReading reading)
{
  const LeioReportInput input = {
    .knowledge = knowledge,
    .kase = kase,
    .advice = advice,
    .plain = reading == LEIO_REPORT_HOME,
  };
  LeioReport *report = leio_report_new (leio_report_case_title (&input), NULL);
  LeioBlock *into = report->root;

  leio_report_set_origin (report, knowledge);
  write_title (into, &input);
  if (heading != NULL)
    into = leio_block_add_group (into, LEIO_SIGN_NONE, 2, heading);
  for (guint i = 0; i < treatments->len; i++)
    leio_report_write_treatment (
        into, &input,
        g_ptr_array_index (advice->treatments, g_array_index (treatments, guint, i)));
  return report;
}
