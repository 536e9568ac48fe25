/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The advice as text: JSON ("leio-evaluation"), readable text, Markdown. One
 * model of the content; the window shows the same words through the functions
 * at the end.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "leio-advice.h"
#include "leio-case.h"

G_BEGIN_DECLS

typedef enum
{
  LEIO_REPORT_JSON,
  LEIO_REPORT_TEXT,
  LEIO_REPORT_MARKDOWN,
} LeioReportFormat;

/* (transfer full): the evaluation of one case in @format. */
char *leio_report_evaluation (const LeioKnowledge *knowledge, const LeioCase *kase, const LeioAdvice *advice,
                              LeioReportFormat format);
JsonNode *leio_report_evaluation_node (const LeioKnowledge *knowledge, const LeioCase *kase, const LeioAdvice *advice);

/* One line that sums the case up: "Uterine leiomyosarcoma, 8.5 cm, confined, no spread". */
char *leio_report_dup_summary (const LeioKnowledge *knowledge, const LeioAnswers *answers, const LeioAdvice *advice);
/* The line under it: "FIGO 2009 stage IB · not yet operated"; open stages as a range, provisional ones said so. */
char *leio_report_dup_stage_line (const LeioKnowledge *knowledge, const LeioAnswers *answers, const LeioAdvice *advice);
/* "Recommended", "Option", "Only in a trial" …: translated word of a status; of several possible ones "Option or not advised". */
const char *leio_report_status_word (LeioStatus status);
char *leio_report_dup_statuses (guint possible);
/* "site (uterus), metastasis (none)" */
char *leio_report_dup_answers (const LeioKnowledge *knowledge, const LeioAnswers *answers, const GArray *questions);
/* "size were at most 5 cm, and grade were 1" of one change. */
char *leio_report_dup_change (const LeioKnowledge *knowledge, const LeioChange *change);
/* "If grade is 1: not advised. If 2 or 3: an option." */
char *leio_report_dup_if_then (const LeioKnowledge *knowledge, const LeioTreatmentAdvice *advice);

G_END_DECLS
