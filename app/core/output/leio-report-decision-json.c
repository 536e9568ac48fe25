/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The decision, and what is advised differently since, as members of the
 * "leio-evaluation" format.
 */
#include "config.h"

#include "leio-report-decision.h"

static JsonArray *
make_statuses (guint possible)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < LEIO_N_STATUSES; i++)
    if ((possible & (1u << i)) != 0)
      json_array_add_string_element (list, leio_status_to_id (i));
  return list;
}

static JsonObject *
make_change (const LeioReportChange *change)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", change->id);
  json_object_set_array_member (object, "from", make_statuses (change->from));
  json_object_set_array_member (object, "to", make_statuses (change->to));
  json_object_set_string_member (object, "text", change->text);
  json_object_set_string_member (object, "reason", change->reason);
  return object;
}

/**
 * leio_report_changes_to_object:
 * @self: what is advised differently
 *
 * Returns: (transfer full): the same as JSON
 */
JsonObject *
leio_report_changes_to_object (const LeioReportChanges *self)
{
  JsonObject *object = json_object_new ();
  JsonArray *changes = json_array_new ();

  for (guint i = 0; i < self->changes->len; i++)
    json_array_add_object_element (changes, make_change (g_ptr_array_index (self->changes, i)));
  json_object_set_string_member (object, "version", self->version);
  json_object_set_boolean_member (object, "same_answers", self->same_answers);
  json_object_set_array_member (object, "changes", changes);
  return object;
}

/**
 * leio_report_add_decision:
 * @object: an evaluation
 * @knowledge: the knowledge base
 * @kase: a case
 * @advice: the advice on it now
 * @past: (nullable): what else was said of it
 *
 * Adds "decision" where the case has one, and "changed_since" where there is @past.
 */
void
leio_report_add_decision (JsonObject *object,
                          const LeioKnowledge *knowledge,
                          const LeioCase *kase,
                          const LeioAdvice *advice,
                          const LeioPastAdvice *past)
{
  g_autoptr (LeioReportChanges) changes = NULL;
  g_autoptr (GPtrArray) missing = NULL;
  JsonObject *decision = NULL;

  if (kase->decision != NULL)
    {
      missing = leio_report_list_missing (kase->decision);
      decision = leio_decision_to_object (kase->decision);
      json_object_set_boolean_member (decision, "complete", missing->len == 0);
      json_object_set_object_member (object, "decision", decision);
    }
  if (past == NULL)
    return;

  changes = leio_report_changes_new (knowledge, kase, advice, past, LEIO_REPORT_CLINICIAN);
  json_object_set_object_member (object, "changed_since", leio_report_changes_to_object (changes));
}
