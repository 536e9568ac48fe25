/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the board decided on one case: per treatment chosen, deferred or declined
 * and why, in which order, who took part by role, on which day, what comes next,
 * and later whether it was done. With it stands the advice as it was that day, so
 * that the record can be read without the knowledge base it was made with. No name
 * is asked. It is the member "decision" of a case; all members may be left out,
 * but for "treatment" and "verdict" of an entry:
 *
 *     { "date": "2026-11-25",
 *       "participants": ["surgeon", "pathologist"],
 *       "participants_note": "two students",
 *       "next_step": "Operation in two weeks",
 *       "entries": [
 *         { "treatment": "hysterectomy", "name": "Total hysterectomy", "verdict": "chosen",
 *           "sequence": 1, "reason": "patient_wish", "reason_text": "…",
 *           "alternatives": ["myomectomy"],
 *           "follow_up": { "state": "done", "date": "2026-12-09", "note": "…" } } ],
 *       "advice": { … as leio-past-advice.h has it … } }
 *
 * Whether the decision departs from the advice is said by leio-report-decision.h.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "leio-past-advice.h"

G_BEGIN_DECLS

#define LEIO_DECISION_MAX_ENTRIES 200
#define LEIO_DECISION_MAX_ALTERNATIVES 100
#define LEIO_DECISION_MAX_TEXT (64 * 1024)

typedef enum
{
  LEIO_VERDICT_CHOSEN,
  LEIO_VERDICT_DEFERRED,
  LEIO_VERDICT_DECLINED,
} LeioVerdict;
#define LEIO_N_VERDICTS 3

/**
 * LeioReasonKind:
 * @LEIO_REASON_NONE: none was given
 * @LEIO_REASON_PATIENT_WISH: the person wishes otherwise; it comes first because it counts first
 * @LEIO_REASON_COMORBIDITY: other illness, strength, or what earlier treatment left behind
 * @LEIO_REASON_FINDING: a finding that is still awaited, or that no question asks for
 * @LEIO_REASON_TRIAL: a trial is open to the person
 * @LEIO_REASON_NOT_AVAILABLE: not to be had here, or not in time
 * @LEIO_REASON_EXPERTS_DIFFER: the board weighs the evidence otherwise
 *
 * Six kinds, so that a year of records can be counted. Boards whose decisions were not carried out
 * were asked why: the wish of the person, other illness, and findings that came later are the
 * reasons found most often; a trial and what a place can do follow, and where guidelines
 * themselves differ the board may too. Anything else is told in words alone.
 */
typedef enum
{
  LEIO_REASON_NONE,
  LEIO_REASON_PATIENT_WISH,
  LEIO_REASON_COMORBIDITY,
  LEIO_REASON_FINDING,
  LEIO_REASON_TRIAL,
  LEIO_REASON_NOT_AVAILABLE,
  LEIO_REASON_EXPERTS_DIFFER,
} LeioReasonKind;
#define LEIO_N_REASONS 7

typedef enum
{
  LEIO_ROLE_SURGEON,
  LEIO_ROLE_GYNAECOLOGIST,
  LEIO_ROLE_MEDICAL_ONCOLOGIST,
  LEIO_ROLE_RADIATION_ONCOLOGIST,
  LEIO_ROLE_RADIOLOGIST,
  LEIO_ROLE_PATHOLOGIST,
  LEIO_ROLE_PALLIATIVE_CARE,
  LEIO_ROLE_NURSE,
  LEIO_ROLE_PSYCHOLOGIST,
  LEIO_ROLE_GENERAL_PRACTITIONER,
  LEIO_ROLE_PATIENT,
  LEIO_ROLE_PATIENT_REPRESENTATIVE,
} LeioRole;
#define LEIO_N_ROLES 12

typedef enum
{
  LEIO_FOLLOW_UP_NONE, /* nobody has looked yet */
  LEIO_FOLLOW_UP_DONE,
  LEIO_FOLLOW_UP_PARTLY,
  LEIO_FOLLOW_UP_NOT_DONE,
} LeioFollowUp;
#define LEIO_N_FOLLOW_UPS 4

/* No string is NULL. */
typedef struct
{
  char *treatment; /* id */
  char *name;      /* as it was shown to a clinician; the id where nothing was kept */
  LeioVerdict verdict;
  guint sequence; /* 1, 2, … of what was chosen; else 0 */
  LeioReasonKind reason;
  char *reason_text;
  GPtrArray *alternatives; /* utf8: ids of the treatments that were considered beside it */
  LeioFollowUp follow_up;
  char *follow_up_date; /* "" or "2026-12-09" */
  char *follow_up_note;
  /*< private >*/
  JsonObject *rest, *rest_follow_up; /* (nullable) */
} LeioDecisionEntry;

/* Shared between copies of a case, so it is not changed once a case holds it: who edits makes a
 * leio_decision_copy() and puts that in its place. */
typedef struct
{
  char *date;         /* "" or "2026-11-25" */
  guint participants; /* bit r = the role r took part */
  char *participants_note;
  char *next_step;
  GPtrArray *entries; /* LeioDecisionEntry: chosen by sequence, then deferred, then declined */
  LeioPastAdvice *advice; /* (nullable) as it stood when the treatments were decided on */
  /*< private >*/
  JsonObject *rest; /* (nullable) */
  gatomicrefcount ref_count;
} LeioDecision;

LeioDecision *leio_decision_new (void);
LeioDecision *leio_decision_copy (const LeioDecision *self);
LeioDecision *leio_decision_ref (LeioDecision *self);
void leio_decision_unref (LeioDecision *self);
gboolean leio_decision_equal (const LeioDecision *a, const LeioDecision *b);
gboolean leio_decision_is_empty (const LeioDecision *self);

LeioDecisionEntry *leio_decision_find (const LeioDecision *self, const char *treatment);
LeioDecisionEntry *leio_decision_set_verdict (LeioDecision *self,
                                              const char *treatment,
                                              const char *name,
                                              LeioVerdict verdict);
void leio_decision_remove (LeioDecision *self, const char *treatment);
gboolean leio_decision_can_move (const LeioDecision *self, const char *treatment, int by);
void leio_decision_move (LeioDecision *self, const char *treatment, int by);
gboolean leio_decision_date_is_valid (const char *text);

/* The words of the file; lent for ever. */
const char *leio_verdict_to_id (LeioVerdict verdict);
const char *leio_reason_to_id (LeioReasonKind reason);
const char *leio_role_to_id (LeioRole role);
const char *leio_follow_up_to_id (LeioFollowUp follow_up);

LeioDecision *leio_decision_from_object (JsonObject *object, GError **error);
JsonObject *leio_decision_to_object (const LeioDecision *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioDecision, leio_decision_unref)

G_END_DECLS
