/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the report share: translated texts of a knowledge base by
 * what they belong to, lists in words, and if-then cases put together by status.
 */
#pragma once

#include "leio-engine.h"
#include "leio-report-model.h"
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
  gboolean with_purpose; /* what the program is for stands in the report, not under it */
  gboolean brief; /* reasons without their sources, and no choices */
} LeioReportInput;

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
char *leio_report_dup_question_labels (const LeioKnowledge *knowledge,
                                       const GArray *questions,
                                       gboolean plain);
char *leio_report_dup_status_phrases (guint possible, gboolean plain);

/* A label in the middle of a line: its first letter small where the language writes it so,
 * unless it begins an abbreviation. */
char *leio_report_dup_inner (const char *label);
/* leio-report-board-page.c, leio-report-evidence.c: what stands under the heading of the report. */
void leio_report_write_board_page (LeioBlock *into, const LeioReportInput *report);
void leio_report_write_evidence (LeioBlock *into, const LeioReportInput *report);
/* leio-report-kinds.c: the notes, cut after @most characters. */
void leio_report_write_notes (LeioBlock *into, const LeioReportInput *report, glong most);
/* A text in paragraphs that can be laid out; TRUE where it had more than @most lines. */
gboolean leio_report_write_lines (LeioBlock *into, const char *text, guint most);

/* leio-report-visit.c: what is taken to a visit, and home from it. */
void leio_report_write_questions (LeioBlock *into,
                                  const LeioReportInput *report,
                                  LeioEngine *engine);
void leio_report_write_handout (LeioBlock *into,
                                const LeioReportInput *report,
                                LeioEngine *engine);

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
GPtrArray *leio_report_list_sources (const LeioReportInput *report);

/* leio-report-writer.c: without control characters; (transfer full). */
char *leio_report_dup_clean (const char *text);

/* leio-report-text.c: the parts that reports are made of. */
const char *leio_report_case_title (const LeioReportInput *report);
char *leio_report_dup_origin (const LeioKnowledge *knowledge);
LeioSign
leio_report_get_sign (const LeioReportInput *report, const LeioTreatmentAdvice *advice);
const char *leio_report_sign_heading (const LeioReportInput *report, LeioSign sign);
/* (element-type LeioTreatmentAdvice) with that sign. */
GPtrArray *leio_report_list_group (const LeioReportInput *report, LeioSign sign);
char *leio_report_dup_names (const LeioReportInput *report, GPtrArray *members);
gboolean leio_report_is_contradictory (const LeioReportInput *report);
const char *leio_report_contradiction (void);
char *leio_report_dup_next (const LeioReportInput *report);
const char *leio_report_nothing_to_ask (const LeioAdvice *advice);
void leio_report_write_case (LeioBlock *into, const LeioReportInput *report);
LeioBlock *leio_report_write_answers (LeioBlock *into, const LeioReportInput *report);
void leio_report_write_odd (LeioBlock *into, const LeioReportInput *report);
LeioBlock *leio_report_write_group (LeioBlock *into,
                                    const LeioReportInput *report,
                                    LeioSign sign,
                                    GPtrArray *members);
void leio_report_write_treatments (LeioBlock *into, const LeioReportInput *report, LeioSign sign);
void leio_report_write_sources (LeioBlock *into, const LeioReportInput *report);
void leio_report_write_advice (LeioBlock *into, const LeioReportInput *report);
/* All that is said about a case. */
void leio_report_write_evaluation (LeioBlock *into, const LeioReportInput *report);

/* leio-report-record.c: FALSE where nothing was decided. */
gboolean leio_report_write_decision (LeioBlock *into, const LeioReportInput *report);
void leio_report_write_past (LeioBlock *into, const LeioReportInput *report);

/* leio-report-treatment.c: one treatment and its reasons. */
const LeioRule *
leio_report_get_rule (const LeioReportInput *report, const LeioArgumentAdvice *advice);
const char *leio_report_argument_mark (LeioArgumentState state, LeioEffect effect);
const char *leio_report_argument_word (LeioArgumentState state, LeioEffect effect);
char *leio_report_dup_source_labels (const LeioReportInput *report, const LeioRule *rule);
/* "level III; grade A; Grimer 2019" */
char *leio_report_dup_basis (const LeioReportInput *report, const LeioRule *rule);
LeioBlock *leio_report_write_treatment (LeioBlock *into,
                                        const LeioReportInput *report,
                                        const LeioTreatmentAdvice *advice);

G_END_DECLS
