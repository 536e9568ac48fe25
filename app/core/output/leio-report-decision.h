/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The record of a decision in words, and what it asks for: who departs from the
 * advice gives the reason. The judgement rests on the advice as it stood with the
 * decision, so it is the same years later.
 *
 * leio_report_decision_new() is the whole record as sentences, in the order in
 * which they are read: whoever writes text, paper or a window takes them as they
 * are.
 */
#pragma once

#include "leio-report-past.h"

G_BEGIN_DECLS

typedef enum
{
  LEIO_DEPARTURE_NONE,
  LEIO_DEPARTURE_CHOSEN,   /* chosen, though neither recommended nor an option */
  LEIO_DEPARTURE_LEFT_OUT, /* deferred or declined, though recommended */
} LeioDeparture;

typedef struct
{
  char *title;      /* "1. Total hysterectomy: chosen" */
  GPtrArray *lines; /* utf8, whole sentences */
} LeioReportDecisionItem;

typedef struct
{
  char *heading;      /* "Decision of 2026-11-25" */
  char *participants; /* "Took part: surgeon, pathologist." or "" */
  GPtrArray *items;   /* LeioReportDecisionItem */
  char *next_step;    /* "Next step: …" or "" */
  char *origin;       /* with which knowledge base it was made, or "" */
  GPtrArray *missing; /* utf8: what the record is not complete without; empty at home */
  LeioReportChanges *changes; /* (nullable) where the advice is another one now */
} LeioReportDecision;

LeioDeparture
leio_report_get_departure (const LeioDecision *decision, const LeioDecisionEntry *entry);
gboolean leio_report_needs_reason (const LeioDecision *decision, const LeioDecisionEntry *entry);
char *leio_report_dup_departure (const LeioDecision *decision, const LeioDecisionEntry *entry);
GPtrArray *leio_report_list_missing (const LeioDecision *decision);

/* Words; translated, lent for ever. */
const char *leio_report_verdict_word (LeioVerdict verdict);
const char *leio_report_reason_word (LeioReasonKind reason);
const char *leio_report_role_word (LeioRole role);
const char *leio_report_follow_up_word (LeioFollowUp follow_up);

char *leio_report_dup_participants (const LeioDecision *decision);
char *leio_report_dup_recorded_name (const LeioKnowledge *knowledge,
                                     const LeioDecision *decision,
                                     const char *treatment,
                                     LeioReportReading reading);
void leio_report_fill_alternatives (const LeioKnowledge *knowledge,
                                    const LeioAdvice *advice,
                                    LeioDecisionEntry *entry);

LeioReportDecision *leio_report_decision_new (const LeioKnowledge *knowledge,
                                              const LeioCase *kase,
                                              const LeioAdvice *advice,
                                              LeioReportReading reading);
void leio_report_decision_free (LeioReportDecision *self);

/* leio-report-decision-json.c */
JsonObject *leio_report_changes_to_object (const LeioReportChanges *self);
void leio_report_add_decision (JsonObject *object,
                               const LeioKnowledge *knowledge,
                               const LeioCase *kase,
                               const LeioAdvice *advice,
                               const LeioPastAdvice *past);

/* leio-report-records.c */
void leio_report_add_records_heading (GString *csv);
void leio_report_add_records (GString *csv,
                              const LeioKnowledge *knowledge,
                              const LeioCase *kase,
                              const char *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioReportDecision, leio_report_decision_free)

G_END_DECLS
