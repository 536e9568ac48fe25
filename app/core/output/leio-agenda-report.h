/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The agenda of a meeting as it is read: for each case its label, one line that
 * sums it up, its stage, and one sentence on what is missing; of a case that
 * cannot be opened, why. Plain data for the window, the command line and paper.
 */
#pragma once

#include "leio-agenda.h"
#include "leio-engine.h"
#include "leio-missing.h"
#include "leio-report-model.h"
#include "leio-report.h"

G_BEGIN_DECLS

/**
 * LeioAgendaRow:
 * @file: the case
 * @path: where it is, to be shown
 * @label: its label, or else the name of the file
 * @fault: (nullable): why it cannot be opened: place, found, expected; then nothing follows
 * @summary: (nullable): as of leio_report_dup_summary()
 * @stage: (nullable): as of leio_report_dup_stage_line()
 * @missing: (nullable): as of leio_report_dup_missing()
 * @questions: (nullable): the ids of the questions that @missing asks for
 * @n_open: the treatments that are open
 * @n_settled: those that the answers would settle
 */
typedef struct
{
  GFile *file;
  char *path;
  char *label;
  char *fault;
  char *summary;
  char *stage;
  char *missing;
  char **questions;
  guint n_open;
  guint n_settled;
} LeioAgendaRow;

typedef struct
{
  char *title;
  char *date;                     /* "" where there is none */
  const LeioKnowledge *knowledge; /* lent */
  GPtrArray *rows;                /* (element-type LeioAgendaRow) */
} LeioAgendaReport;

/**
 * leio_agenda_row_new:
 * @engine: the engine
 * @agenda: the agenda
 * @file: one of its cases
 *
 * Reads the case. For a thread that has an engine of its own.
 *
 * Returns: (transfer full): its row
 */
LeioAgendaRow *leio_agenda_row_new (LeioEngine *engine, const LeioAgenda *agenda, GFile *file);
/**
 * leio_agenda_row_new_unread:
 * @agenda: the agenda
 * @file: one of its cases
 *
 * Returns: (transfer full): a row for as long as the case is not read: the name of its file
 */
LeioAgendaRow *leio_agenda_row_new_unread (const LeioAgenda *agenda, GFile *file);
void leio_agenda_row_free (LeioAgendaRow *self); /* takes it, or NULL */

/**
 * leio_agenda_report_new:
 * @agenda: the agenda
 * @knowledge: lent; it must live longer
 *
 * Returns: (transfer full): a report to which rows are added
 */
LeioAgendaReport *leio_agenda_report_new (const LeioAgenda *agenda, const LeioKnowledge *knowledge);
void leio_agenda_report_free (LeioAgendaReport *self); /* takes it, or NULL */
/**
 * leio_agenda_report_to_report:
 * @self: a report
 *
 * Returns: (transfer full): the list as a tree of blocks, for paper and pages
 */
LeioReport *leio_agenda_report_to_report (const LeioAgendaReport *self);
/**
 * leio_agenda_report_write:
 * @self: a report
 * @format: JSON ("leio-agenda-report"), text or Markdown
 *
 * Returns: (transfer full): the list, ending in a newline
 */
char *leio_agenda_report_write (const LeioAgendaReport *self, LeioReportFormat format);

/**
 * leio_report_dup_missing:
 * @knowledge: the knowledge base
 * @answers: the answers of the case
 * @advice: the advice on it
 * @missing: what is missing in it
 *
 * Returns: (transfer full): one sentence, translated: "3 answers would settle 12 of 40 open
 *   treatments: grade, size, margins"; see #LeioMissing for what is meant
 */
char *leio_report_dup_missing (const LeioKnowledge *knowledge,
                               const LeioAnswers *answers,
                               const LeioAdvice *advice,
                               const LeioMissing *missing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioAgendaRow, leio_agenda_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioAgendaReport, leio_agenda_report_free)

G_END_DECLS
