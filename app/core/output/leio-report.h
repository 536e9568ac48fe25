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

char *leio_report_evaluation_for (const LeioKnowledge *knowledge,
                                  const LeioCase *kase,
                                  const LeioAdvice *advice,
                                  LeioReportFormat format,
                                  LeioReportReading reading);
char *leio_report_evaluation_against (const LeioKnowledge *knowledge,
                                      const LeioCase *kase,
                                      const LeioAdvice *advice,
                                      const LeioPastAdvice *past,
                                      LeioReportFormat format,
                                      LeioReportReading reading);
JsonNode *leio_report_evaluation_node (const LeioKnowledge *knowledge,
                                       const LeioCase *kase,
                                       const LeioAdvice *advice);

/**
 * leio_report_dup_summary:
 * @knowledge: the knowledge base
 * @answers: the answers of the case
 * @advice: (nullable): the advice on it, which tells what is asked; else all answers count
 *
 * One line that sums the case up in the clinician's words: "Uterine leiomyosarcoma, 8.5 cm,
 * confined, no spread". Which answers make it the knowledge base says.
 *
 * Returns: (transfer full): the line, translated
 */
char *leio_report_dup_summary (const LeioKnowledge *knowledge,
                               const LeioAnswers *answers,
                               const LeioAdvice *advice);
/**
 * leio_report_dup_summary_for:
 * @knowledge: the knowledge base
 * @answers: the answers of the case
 * @advice: (nullable): the advice on it
 * @reading: in whose words
 *
 * Returns: (transfer full): the line of leio_report_dup_summary() in the words of @reading
 */
char *leio_report_dup_summary_for (const LeioKnowledge *knowledge,
                                   const LeioAnswers *answers,
                                   const LeioAdvice *advice,
                                   LeioReportReading reading);
/**
 * leio_report_dup_stage_line:
 * @knowledge: the knowledge base
 * @answers: the answers of the case
 * @advice: the advice on it, with LEIO_ADVICE_ARGUMENTS
 *
 * The line under the summary: "FIGO 2009: IB". Open stages are a range with what they wait for,
 * provisional ones are said to be so.
 *
 * Returns: (transfer full): the line, translated; "" where nothing is staged
 */
char *leio_report_dup_stage_line (const LeioKnowledge *knowledge,
                                  const LeioAnswers *answers,
                                  const LeioAdvice *advice);
/**
 * leio_report_list_disagreements:
 * @knowledge: the knowledge base
 * @advice: the advice on a case, with LEIO_ADVICE_ARGUMENTS
 *
 * Returns: (transfer full) (element-type LeioGroup): the known disagreements that an argument in
 *   force touches, in the order of the knowledge base; they stay with @knowledge
 */
GPtrArray *
leio_report_list_disagreements (const LeioKnowledge *knowledge, const LeioAdvice *advice);
/* The choices between treatments, in leio-report-choice.c. */
GPtrArray *leio_report_list_choices (const LeioKnowledge *knowledge,
                                     const LeioAdvice *advice,
                                     guint treatment);
char *leio_report_dup_choice_line (const LeioKnowledge *knowledge,
                                   const LeioChoiceGroup *choice,
                                   guint treatment,
                                   LeioReportReading reading);
/**
 * leio_report_is_standard:
 * @knowledge: the knowledge base
 * @advice: the advice on a case, with LEIO_ADVICE_ARGUMENTS
 *
 * Returns: whether everything that decides is settled and no argument in force is disputed
 */
gboolean leio_report_is_standard (const LeioKnowledge *knowledge, const LeioAdvice *advice);
/**
 * leio_report_dup_board:
 * @knowledge: the knowledge base
 * @advice: the advice on a case, with LEIO_ADVICE_ARGUMENTS
 *
 * Returns: (transfer full): "Standard case: …" or "For the full board, because …", translated
 */
char *leio_report_dup_board (const LeioKnowledge *knowledge, const LeioAdvice *advice);
/**
 * leio_report_dup_board_at_home:
 * @knowledge: the knowledge base
 * @advice: the advice on a case, with LEIO_ADVICE_ARGUMENTS
 *
 * Returns: (transfer full) (nullable): on what experts differ in this case, in plain words,
 *   translated; %NULL where they do not
 */
char *leio_report_dup_board_at_home (const LeioKnowledge *knowledge, const LeioAdvice *advice);
/**
 * leio_report_dup_emergency:
 * @knowledge: the knowledge base
 * @answers: the answers of the case
 * @advice: the advice on it, with LEIO_ADVICE_ARGUMENTS
 * @reading: in whose words
 *
 * Returns: (transfer full) (nullable): what cannot wait: "New weak or numb legs … Please call the
 *   hospital now", translated; %NULL where nothing is an emergency
 */
char *leio_report_dup_emergency (const LeioKnowledge *knowledge,
                                 const LeioAnswers *answers,
                                 const LeioAdvice *advice,
                                 LeioReportReading reading);
/**
 * leio_report_is_emergency_answer:
 * @knowledge: the knowledge base
 * @advice: the advice on a case, with LEIO_ADVICE_REASONS
 * @question: a question
 *
 * Returns: whether its answer is one of those that make the case an emergency
 */
gboolean leio_report_is_emergency_answer (const LeioKnowledge *knowledge,
                                          const LeioAdvice *advice,
                                          guint question);
/**
 * leio_report_status_word:
 * @status: a status
 *
 * Returns: (transfer none): its word, translated: "Recommended", "Only in a trial"
 */
const char *leio_report_status_word (LeioStatus status);
/**
 * leio_report_status_phrase:
 * @status: a status
 * @plain: whether to use the home wording
 *
 * Returns: (transfer none): how it is said inside a sentence, translated: "an option"
 */
const char *leio_report_status_phrase (LeioStatus status, gboolean plain);
/**
 * leio_report_status_heading:
 * @status: a status
 * @reading: in whose words
 *
 * Returns: (transfer none): the heading of the treatments with that status, translated; at home
 *   "Often used in a situation like this"
 */
const char *leio_report_status_heading (LeioStatus status, LeioReportReading reading);
/**
 * leio_report_dup_statuses:
 * @possible: statuses as bits
 *
 * Returns: (transfer full): "Recommended or an option", translated; "" for no status
 */
char *leio_report_dup_statuses (guint possible);
/**
 * leio_report_dup_answers:
 * @knowledge: the knowledge base
 * @answers: the answers of the case
 * @questions: (element-type guint): which of them
 *
 * Returns: (transfer full): "site (uterus), metastasis (none)", translated
 */
char *leio_report_dup_answers (const LeioKnowledge *knowledge,
                               const LeioAnswers *answers,
                               const GArray *questions);
/* The same in the words of home where @plain: "where it started (womb)". */
char *leio_report_dup_answers_in (const LeioKnowledge *knowledge,
                                  const LeioAnswers *answers,
                                  const GArray *questions,
                                  gboolean plain);
/**
 * leio_report_dup_change:
 * @knowledge: the knowledge base
 * @change: what would change a status
 *
 * Returns: (transfer full): "size were 5 cm and grade were “Grade 1 (low)”", translated
 */
char *leio_report_dup_change (const LeioKnowledge *knowledge, const LeioChange *change);
/**
 * leio_report_dup_if_then:
 * @knowledge: the knowledge base
 * @advice: the advice on a treatment
 *
 * Returns: (transfer full): "If grade is “Grade 1 (low)”: not advised. If “Grade 2” or “Grade 3”:
 *   an option.", translated; "" where the treatment does not wait for one question
 */
char *leio_report_dup_if_then (const LeioKnowledge *knowledge, const LeioTreatmentAdvice *advice);
/**
 * leio_report_dup_oddity:
 * @knowledge: the knowledge base
 * @answers: the answers of the case
 * @oddity: which of them cannot be true together
 * @reading: in whose words
 *
 * Returns: (transfer full): the answers and why: "site (uterus), …: why", translated
 */
char *leio_report_dup_oddity (const LeioKnowledge *knowledge,
                              const LeioAnswers *answers,
                              const LeioOddity *oddity,
                              LeioReportReading reading);
/**
 * leio_report_dup_answer:
 * @knowledge: the knowledge base
 * @question: a question
 * @answer: its answer
 * @reading: in whose words
 *
 * Returns: (transfer full): the answer, translated: "8.5 cm", "Uterus", "Lung, Liver", "none"
 */
char *leio_report_dup_answer (const LeioKnowledge *knowledge,
                              const LeioQuestion *question,
                              const LeioAnswer *answer,
                              LeioReportReading reading);

G_END_DECLS
