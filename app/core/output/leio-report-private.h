/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the report share: translated texts of a knowledge base by
 * what they belong to, lists in words, and if-then cases put together by status.
 */
#pragma once

#include "leio-report-writer.h"
#include "leio-report.h"

G_BEGIN_DECLS

typedef struct
{
  const LeioKnowledge *knowledge;
  const LeioCase *kase;
  const LeioAdvice *advice;
  gboolean plain;
  const LeioPastAdvice *past; /* (nullable) what else was said of the case */
} LeioReport;

/* Whether the question can make sense in the case, as far as the advice knows. */
gboolean leio_report_is_asked (const LeioAdvice *advice, guint question);
/* FALSE for NULL and "". */
gboolean leio_report_has_text (const char *text);

/* leio-report-words.c: texts of the knowledge base; lent strings. */
const char *leio_report_question_label (const LeioKnowledge *knowledge, guint question);
/* The same in the words of home where @plain: "how active you are" for "ECOG". */
const char *
leio_report_question_name (const LeioKnowledge *knowledge, guint question, gboolean plain);
const char *
leio_report_question_text (const LeioKnowledge *knowledge, guint question, gboolean plain);
const char *leio_report_value_label (const LeioKnowledge *knowledge,
                                     const LeioQuestion *question,
                                     guint index,
                                     gboolean plain);
const char *
leio_report_treatment_name (const LeioKnowledge *knowledge, guint treatment, gboolean plain);
const char *leio_report_derived_label (const LeioKnowledge *knowledge, guint derived, guint value);
/* How a value reads in a summary; it must have such a wording. */
const char *leio_report_summary_text (const LeioKnowledge *knowledge,
                                      const LeioQuestion *question,
                                      const LeioValue *value,
                                      gboolean plain);
char *leio_report_dup_reason (const LeioKnowledge *knowledge,
                              const LeioRule *rule,
                              const LeioAnswers *answers,
                              gboolean plain);

/* Lists in words; the arrays hold strings. "a, b", "a or b", "a and b". */
char *leio_report_join (GPtrArray *words);
char *leio_report_join_or (GPtrArray *words);
char *leio_report_join_and (GPtrArray *words);
/* "size, grade" of indices of questions. */
char *leio_report_dup_question_labels (const LeioKnowledge *knowledge, const GArray *questions);
char *leio_report_dup_status_phrases (guint possible, gboolean plain);

/* A label in the middle of a line: its first letter small, unless it begins an abbreviation. */
char *leio_report_dup_inner (const char *label);
/* What a number must be: "over 5 cm". */
char *
leio_report_dup_bound (const LeioQuestion *question, LeioComparison comparison, double number);

/* The cases of an if-then that give one status: some values, or one interval. */
typedef struct
{
  LeioStatus status;
  GArray *answers; /* LeioAnswer; of a number: one */
  double low, high;
  gboolean low_inclusive, high_inclusive;
} LeioReportCase;

/* (element-type LeioReportCase): values of equal status together, touching intervals of equal
 * status as one. */
GPtrArray *leio_report_group_if_then (const LeioQuestion *question, const GArray *if_then);
/* The answers of one such case: "“Grade 2” or “Grade 3”", "over 5 cm". */
char *leio_report_dup_case_answers (const LeioKnowledge *knowledge,
                                    const LeioQuestion *question,
                                    const LeioReportCase *group,
                                    gboolean plain);

/* leio-report-sources.c: (element-type LeioSource) what a rule rests on; a source that nobody has
 * checked yet is not shown. */
GPtrArray *leio_report_list_evidence (const LeioKnowledge *knowledge, const LeioRule *rule);
/* the sources of the arguments that are shown, each once, in the order of
 * the knowledge base. */
GPtrArray *leio_report_list_sources (const LeioReport *report);

/* leio-report-text.c: the whole report; leio-report-treatment.c: one treatment of it. */
char *leio_report_write (const LeioReport *report, gboolean markdown);
void leio_report_write_treatment (LeioReportWriter *writer,
                                  const LeioReport *report,
                                  const LeioTreatmentAdvice *advice);

G_END_DECLS
