/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands beside the rules: the glossary, the questions for the doctor, and
 * the properties that the audit proves.
 */
#include "config.h"

#include "leio-knowledge-private.h"

#include <glib/gi18n-lib.h>

#define ALL_STATUSES ((1u << LEIO_N_STATUSES) - 1)

static void
read_term (LeioLoader *loader, JsonObject *object, guint index)
{
  LeioTerm *term = g_new0 (LeioTerm, 1);

  term->term = leio_loader_dup_needed (loader, object, "term");
  term->aka = leio_loader_dup_texts (loader, object, "aka");
  term->plain = leio_loader_dup_needed (loader, object, "plain");
  if (*term->term != '\0' && !leio_loader_is_first (loader, "term", term->term))
    /* Translators: %s is a word of the glossary */
    leio_loader_fault (loader, LEIO_ERROR_DUPLICATE, _ ("term: '%s' is there already"), term->term);
  g_ptr_array_add (loader->knowledge->terms, term);
}

void
leio_loader_read_terms (LeioLoader *loader, JsonObject *object)
{
  leio_loader_each (loader, object, "terms", TRUE, "term", "term", read_term);
}

static void
read_doctor_question (LeioLoader *loader, JsonObject *object, guint index)
{
  const char *id = leio_loader_get_new_id (loader, object, "doctor_question");
  LeioDoctorQuestion *question;

  if (id == NULL)
    return;

  question = g_new0 (LeioDoctorQuestion, 1);
  question->id = g_strdup (id);
  question->group = leio_loader_dup_needed (loader, object, "group");
  question->group_label = leio_loader_dup_needed (loader, object, "group_label");
  question->condition = leio_loader_parse_condition (loader, object, "when");
  question->question = leio_loader_dup_needed (loader, object, "question");
  question->why = leio_loader_dup_text (loader, object, "why");
  g_ptr_array_add (loader->knowledge->doctor_questions, question);
}

void
leio_loader_read_doctor_questions (LeioLoader *loader, JsonObject *object)
{
  leio_loader_each (loader, object, "questions", TRUE, "question", "id", read_doctor_question);
}

static void
read_board_reason (LeioLoader *loader, JsonObject *object, guint index)
{
  const char *id = leio_loader_get_new_id (loader, object, "board");
  LeioBoardReason *reason;

  if (id == NULL)
    return;

  reason = g_new0 (LeioBoardReason, 1);
  reason->id = g_strdup (id);
  reason->condition = leio_loader_parse_condition (loader, object, "when");
  reason->why = leio_loader_dup_needed (loader, object, "why");
  reason->plain = leio_loader_dup_needed (loader, object, "plain");
  reason->evidence = leio_loader_get_evidence (loader, object);
  g_ptr_array_add (loader->knowledge->board, reason);
}

void
leio_loader_read_board (LeioLoader *loader, JsonObject *object)
{
  leio_loader_each (loader, object, "board", FALSE, "board", "id", read_board_reason);
}

/* The bits of the statuses in the list @member. */
static guint
get_statuses (LeioLoader *loader, JsonObject *object, const char *member)
{
  g_autoptr (GPtrArray) ids = leio_loader_dup_texts (loader, object, member);
  guint statuses = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      int status = leio_status_from_id (id);

      if (status >= 0)
        statuses |= 1u << status;
      else
        leio_loader_fault (loader, LEIO_ERROR_UNKNOWN_ID,
                           /* Translators: the name of a field, and an id that stands there */
                           _ ("%1$s: '%2$s' is not a status (recommended, option, trial_only, "
                              "not_advised, contraindicated, not_relevant)"),
                           member, id);
    }
  return statuses;
}

static void
read_then (LeioLoader *loader, JsonObject *object, LeioProperty *property)
{
  gboolean in = json_object_has_member (object, "in");
  gboolean not_in = json_object_has_member (object, "not_in");
  int treatment = 0;

  if (!loader->treatments_missing)
    treatment = leio_loader_get_reference (
        loader, object, "treatment", loader->knowledge->treatment_ids, _ ("the id of a treatment"));
  property->treatment = (guint) MAX (treatment, 0);
  if (in == not_in)
    leio_loader_fault (loader, LEIO_ERROR_MISSING, "%s",
                       in ? _ ("found both 'in' and 'not_in', expected one of them")
                          : _ ("found no statuses, expected 'in' or 'not_in' with a list"));
  if (in)
    property->statuses = get_statuses (loader, object, "in");
  else
    property->statuses = ALL_STATUSES & ~get_statuses (loader, object, "not_in");
}

static void
read_property_evidence (LeioLoader *loader, JsonObject *object, LeioProperty *property)
{
  if (loader->sources_missing)
    property->evidence = g_array_new (FALSE, FALSE, sizeof (guint));
  else
    property->evidence = leio_loader_get_references (
        loader, object, "evidence", FALSE, loader->knowledge->source_ids, _ ("the id of a source"));
}

static void
read_property (LeioLoader *loader, JsonObject *object, guint index)
{
  const char *id = leio_loader_get_new_id (loader, object, "property");
  g_autoptr (GError) error = NULL;
  JsonObject *then = NULL;
  LeioProperty *property;

  if (id == NULL)
    return;

  property = g_new0 (LeioProperty, 1);
  property->id = g_strdup (id);
  property->condition = leio_loader_parse_condition (loader, object, "if");
  property->why = leio_loader_dup_text (loader, object, "why");
  read_property_evidence (loader, object, property);
  g_ptr_array_add (loader->knowledge->properties, property);

  if (leio_json_get_object (object, "then", TRUE, &then, &error))
    {
      gsize place = leio_loader_enter (loader, "then", NULL);

      read_then (loader, then, property);
      leio_loader_leave (loader, place);
    }
  else
    leio_loader_take (loader, g_steal_pointer (&error));
}

void
leio_loader_read_properties (LeioLoader *loader, JsonObject *object)
{
  leio_loader_each (loader, object, "properties", TRUE, "property", "id", read_property);
}
