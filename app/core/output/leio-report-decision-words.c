/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The closed lists of a decision in words.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "leio-report-decision.h"

/**
 * leio_report_verdict_word:
 * @verdict: a verdict
 *
 * Returns: (transfer none): "chosen", translated
 */
const char *
leio_report_verdict_word (LeioVerdict verdict)
{
  switch (verdict)
    {
    case LEIO_VERDICT_CHOSEN:
      return C_ ("verdict", "chosen");
    case LEIO_VERDICT_DEFERRED:
      return C_ ("verdict", "deferred");
    case LEIO_VERDICT_DECLINED:
      return C_ ("verdict", "declined");
    }

  g_return_val_if_reached ("");
}

/**
 * leio_report_reason_word:
 * @reason: a kind of reason
 *
 * Returns: (transfer none): "The person’s wish", translated
 */
const char *
leio_report_reason_word (LeioReasonKind reason)
{
  switch (reason)
    {
    case LEIO_REASON_NONE:
      return C_ ("reason", "No reason chosen");
    case LEIO_REASON_PATIENT_WISH:
      return C_ ("reason", "The person’s wish");
    case LEIO_REASON_COMORBIDITY:
      return C_ ("reason", "Other illness or earlier treatment");
    case LEIO_REASON_FINDING:
      return C_ ("reason", "A finding that is new or awaited");
    case LEIO_REASON_TRIAL:
      return C_ ("reason", "A trial is open");
    case LEIO_REASON_NOT_AVAILABLE:
      return C_ ("reason", "Not available here, or not in time");
    case LEIO_REASON_EXPERTS_DIFFER:
      return C_ ("reason", "The board weighs the evidence otherwise");
    }

  g_return_val_if_reached ("");
}

/**
 * leio_report_role_word:
 * @role: a role
 *
 * Returns: (transfer none): "Radiation oncologist", translated
 */
const char *
leio_report_role_word (LeioRole role)
{
  switch (role)
    {
    case LEIO_ROLE_SURGEON:
      return C_ ("role", "Surgeon");
    case LEIO_ROLE_GYNAECOLOGIST:
      return C_ ("role", "Gynaecologist");
    case LEIO_ROLE_MEDICAL_ONCOLOGIST:
      return C_ ("role", "Medical oncologist");
    case LEIO_ROLE_RADIATION_ONCOLOGIST:
      return C_ ("role", "Radiation oncologist");
    case LEIO_ROLE_RADIOLOGIST:
      return C_ ("role", "Radiologist");
    case LEIO_ROLE_PATHOLOGIST:
      return C_ ("role", "Pathologist");
    case LEIO_ROLE_PALLIATIVE_CARE:
      return C_ ("role", "Palliative care");
    case LEIO_ROLE_NURSE:
      return C_ ("role", "Nurse");
    case LEIO_ROLE_PSYCHOLOGIST:
      return C_ ("role", "Psycho-oncologist");
    case LEIO_ROLE_GENERAL_PRACTITIONER:
      return C_ ("role", "General practitioner");
    case LEIO_ROLE_PATIENT:
      return C_ ("role", "The person concerned");
    case LEIO_ROLE_PATIENT_REPRESENTATIVE:
      return C_ ("role", "Patient representative");
    }

  g_return_val_if_reached ("");
}

/**
 * leio_report_follow_up_word:
 * @follow_up: what became of a decision
 *
 * Returns: (transfer none): "Done", translated
 */
const char *
leio_report_follow_up_word (LeioFollowUp follow_up)
{
  switch (follow_up)
    {
    case LEIO_FOLLOW_UP_NONE:
      return C_ ("follow-up", "Not followed up yet");
    case LEIO_FOLLOW_UP_DONE:
      return C_ ("follow-up", "Done");
    case LEIO_FOLLOW_UP_PARTLY:
      return C_ ("follow-up", "Partly done");
    case LEIO_FOLLOW_UP_NOT_DONE:
      return C_ ("follow-up", "Not done");
    }

  g_return_val_if_reached ("");
}
