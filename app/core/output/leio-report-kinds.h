/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reports on a case, as trees of blocks: the board page, the pathway, the list
 * of evidence, the whole, the questions to take along, the handout of the visit;
 * and pieces of the advice, to be copied.
 */
#pragma once

#include "leio-engine.h"
#include "leio-report-model.h"

G_BEGIN_DECLS

typedef enum
{
  LEIO_REPORT_BOARD,    /* one page for the tumour board */
  LEIO_REPORT_PATHWAY,  /* what comes when */
  LEIO_REPORT_EVIDENCE, /* every source that speaks in the case */
  LEIO_REPORT_WHOLE,    /* all that is said */
  LEIO_REPORT_QUESTIONS, /* what to ask, large, with room for the answers */
  LEIO_REPORT_HANDOUT,   /* of the whole visit, to take home, large */
} LeioReportKind;
#define LEIO_N_REPORT_KINDS 6

/* "board", for the command line and for actions; NULL where there is none. */
const char *leio_report_kind_to_id (LeioReportKind kind);
int leio_report_kind_from_id (const char *id); /* -1: none */
/* Translated: "Board page". */
const char *leio_report_kind_title (LeioReportKind kind);

/**
 * leio_report_new_for_case:
 * @engine: the engine of the knowledge base, which must live longer than the report
 * @kase: a case of it
 * @advice: all parts of the advice on it
 * @kind: which report
 * @reading: in whose words; questions and handout are always in those of home
 *
 * Returns: (transfer full): the report
 */
LeioReport *leio_report_new_for_case (LeioEngine *engine,
                                      const LeioCase *kase,
                                      const LeioAdvice *advice,
                                      LeioReportKind kind,
                                      LeioReportReading reading);
/**
 * leio_report_new_for_treatments:
 * @knowledge: the knowledge base
 * @kase: a case of it
 * @advice: all parts of the advice on it
 * @treatments: (element-type guint): which treatments, by their index
 * @heading: (nullable): what they are
 * @reading: in whose words
 *
 * A piece of the advice that can stand alone: it names the case and where it comes from.
 *
 * Returns: (transfer full): the report
 */
LeioReport *leio_report_new_for_treatments (const LeioKnowledge *knowledge,
                                            const LeioCase *kase,
                                            const LeioAdvice *advice,
                                            const GArray *treatments,
                                            const char *heading,
                                            LeioReportReading reading);

G_END_DECLS
