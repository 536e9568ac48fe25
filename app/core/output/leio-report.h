/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The advice as text: JSON ("leio-evaluation"), readable text, Markdown. One
 * model of the content; the window shows the same words through the functions
 * at the end. Nothing is computed here that the advice does not say.
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

/* Whose words: the clinician's, or plain ones without codes, doses and levels. */
typedef enum
{
  LEIO_REPORT_CLINICIAN,
  LEIO_REPORT_HOME,
} LeioReportReading;

/* (transfer full): the evaluation of one case in @format, in the clinician's words; ends in a
 * newline. */
char *leio_report_evaluation (const LeioKnowledge *knowledge,
                              const LeioCase *kase,
                              const LeioAdvice *advice,
                              LeioReportFormat format);
/* The same in the words of @reading. JSON holds both wordings and does not depend on it. */
char *leio_report_evaluation_for (const LeioKnowledge *knowledge,
                                  const LeioCase *kase,
                                  const LeioAdvice *advice,
                                  LeioReportFormat format,
                                  LeioReportReading reading);
JsonNode *leio_report_evaluation_node (const LeioKnowledge *knowledge,
                                       const LeioCase *kase,
                                       const LeioAdvice *advice);

/* One line that sums the case up: "Uterine leiomyosarcoma, 8.5 cm, confined, no spread". */
char *leio_report_dup_summary (const LeioKnowledge *knowledge,
                               const LeioAnswers *answers,
                               const LeioAdvice *advice);
char *leio_report_dup_summary_for (const LeioKnowledge *knowledge,
                                   const LeioAnswers *answers,
                                   const LeioAdvice *advice,
                                   LeioReportReading reading);
/*
 * The line under it: "FIGO 2009: IB"; open stages as a range with what they wait for, provisional
 * ones said so. Empty where nothing is staged.
 */
char *leio_report_dup_stage_line (const LeioKnowledge *knowledge,
                                  const LeioAnswers *answers,
                                  const LeioAdvice *advice);
/* "Recommended", "Option", "Only in a trial" …: translated word of a status; of several possible
 * ones "Recommended or an option". */
const char *leio_report_status_word (LeioStatus status);
/* "recommended", inside a sentence; @plain picks the home wording. */
const char *leio_report_status_phrase (LeioStatus status, gboolean plain);
/* The heading of a group: as above, or at home "Often used in a situation like this". */
const char *leio_report_status_heading (LeioStatus status, LeioReportReading reading);
char *leio_report_dup_statuses (guint possible);
/* "site (uterus), metastasis (none)" */
char *leio_report_dup_answers (const LeioKnowledge *knowledge,
                               const LeioAnswers *answers,
                               const GArray *questions);
/* "size were 5 cm and grade were “Grade 1 (low)”" of one change. */
char *leio_report_dup_change (const LeioKnowledge *knowledge, const LeioChange *change);
/* "If grade is “Grade 1 (low)”: not advised. If “Grade 2” or “Grade 3”: an option." */
char *leio_report_dup_if_then (const LeioKnowledge *knowledge, const LeioTreatmentAdvice *advice);
/* The answers that cannot be true together, and why: "site (uterus), … : why". */
char *leio_report_dup_oddity (const LeioKnowledge *knowledge,
                              const LeioAnswers *answers,
                              const LeioOddity *oddity,
                              LeioReportReading reading);
/* An answer in translated words: "8.5 cm", "Uterus", "Lung, Liver", "none". */
char *leio_report_dup_answer (const LeioKnowledge *knowledge,
                              const LeioQuestion *question,
                              const LeioAnswer *answer,
                              LeioReportReading reading);

G_END_DECLS
