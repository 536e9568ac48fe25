/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A decision in the file of a case, both ways. Reading stops at the first fault.
 * Members that are not known are kept where they stood.
 */
#include "config.h"

#include "leio-decision.h"

#include <glib/gi18n-lib.h>

#include "leio-decision-private.h"
#include "leio-json.h"
#include "leio-record-private.h"
#include "leio-words.h"

#define MAX_SEQUENCE 1000000
#define MAX_NAME 4096

static const char *const known_members[] = {
  "date", "participants", "participants_note", "next_step", "entries", "advice", NULL,
};
static const char *const known_entry_members[] = {
  "treatment", "name", "verdict", "sequence", "reason", "reason_text", "alternatives", "follow_up",
  NULL,
};
static const char *const known_follow_up_members[] = { "state", "date", "note", NULL };

static const char *const verdicts[] = { "chosen", "deferred", "declined", NULL };
static const char *const reasons[] = {
  "none", "patient_wish", "comorbidity", "finding", "trial", "not_available", "experts_differ",
  NULL,
};
static const char *const roles[] = {
  "surgeon",      "gynaecologist", "medical_oncologist", "radiation_oncologist",
  "radiologist",  "pathologist",   "palliative_care",    "nurse",
  "psychologist", "general_practitioner", "patient",     "patient_representative",
  NULL,
};
static const char *const follow_ups[] = { "none", "done", "partly", "not_done", NULL };

G_STATIC_ASSERT (G_N_ELEMENTS (verdicts) == LEIO_N_VERDICTS + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (reasons) == LEIO_N_REASONS + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (roles) == LEIO_N_ROLES + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (follow_ups) == LEIO_N_FOLLOW_UPS + 1);

/**
 * leio_verdict_to_id:
 * @verdict: a verdict
 *
 * Returns: (transfer none): "chosen"
 */
const char *
leio_verdict_to_id (LeioVerdict verdict)
{
  return verdicts[verdict];
}

/**
 * leio_reason_to_id:
 * @reason: a kind of reason
 *
 * Returns: (transfer none): "patient_wish"
 */
const char *
leio_reason_to_id (LeioReasonKind reason)
{
  return reasons[reason];
}

/**
 * leio_role_to_id:
 * @role: a role
 *
 * Returns: (transfer none): "radiation_oncologist"
 */
const char *
leio_role_to_id (LeioRole role)
{
  return roles[role];
}

/**
 * leio_follow_up_to_id:
 * @follow_up: what became of it
 *
 * Returns: (transfer none): "not_done"
 */
const char *
leio_follow_up_to_id (LeioFollowUp follow_up)
{
  return follow_ups[follow_up];
}

/* FALSE with "found 'chose', expected one of chosen, deferred, declined; did …". */
static gboolean
find_word (const char *found, const char *const *words, guint *index, GError **error)
{
  guint n_words = g_strv_length ((char **) words);
  g_autofree char *expected = NULL;
  const char *near;

  for (*index = 0; *index < n_words; (*index)++)
    if (g_str_equal (words[*index], found))
      return TRUE;

  expected = leio_words_join_some (words, n_words, n_words);
  near = leio_words_find_near (found, words, n_words);
  if (near != NULL)
    g_set_error (error, LEIO_ERROR, LEIO_ERROR_UNKNOWN_ID,
                 /* Translators: a word as it was found, a list of words, one of them */
                 _ ("found '%1$s', expected one of %2$s; did you mean '%3$s'?"), found, expected,
                 near);
  else
    g_set_error (error, LEIO_ERROR, LEIO_ERROR_UNKNOWN_ID,
                 /* Translators: a word as it was found, a list of words */
                 _ ("found '%1$s', expected one of %2$s"), found, expected);
  return FALSE;
}

/* @index stays what it is where the member is absent. */
static gboolean
read_word (JsonObject *object,
           const char *member,
           gboolean needed,
           const char *const *words,
           guint *index,
           GError **error)
{
  const char *found = NULL;

  if (!leio_json_get_text (object, member, needed, &found, error))
    return FALSE;
  if (found == NULL || find_word (found, words, index, error))
    return TRUE;

  g_prefix_error (error, "%s: ", member);
  return FALSE;
}

static gboolean
read_date (JsonObject *object, char **date, GError **error)
{
  if (!leio_record_read_text (object, "date", LEIO_DECISION_MAX_TEXT, date, error))
    return FALSE;
  if (**date == '\0' || leio_decision_date_is_valid (*date))
    return TRUE;

  g_set_error (error, LEIO_ERROR, LEIO_ERROR_RANGE,
               /* Translators: %s is what stands in a file in place of a date */
               _ ("date: found '%s', expected a day as in 2026-11-25"), *date);
  return FALSE;
}

static gboolean
read_sequence (LeioDecisionEntry *self, JsonObject *object, GError **error)
{
  double number = 0;
  char found[G_ASCII_DTOSTR_BUF_SIZE];

  if (!leio_json_get_number (object, "sequence", FALSE, &number, error))
    return FALSE;
  if (number >= 0 && number <= MAX_SEQUENCE && number == (guint) number)
    {
      self->sequence = (guint) number;
      return TRUE;
    }

  g_ascii_formatd (found, sizeof found, "%g", number);
  g_set_error (error, LEIO_ERROR, LEIO_ERROR_RANGE,
               /* Translators: a number as it was found, and the largest one that may stand there */
               _ ("sequence: found %1$s, expected a whole number up to %2$d"), found, MAX_SEQUENCE);
  return FALSE;
}

static gboolean
add_alternative (LeioDecisionEntry *self, JsonNode *node, GError **error)
{
  const char *id = NULL;

  if (!leio_json_node_get_text (node, &id, error))
    return FALSE;
  if (g_ptr_array_find_with_equal_func (self->alternatives, id, g_str_equal, NULL))
    {
      g_set_error (error, LEIO_ERROR, LEIO_ERROR_DUPLICATE,
                   /* Translators: %s is an id in a list */
                   _ ("'%s' is named twice"), id);
      return FALSE;
    }
  g_ptr_array_add (self->alternatives, g_strdup (id));
  return TRUE;
}

static gboolean
read_alternatives (LeioDecisionEntry *self, JsonObject *object, GError **error)
{
  JsonArray *list = NULL;
  gboolean good;

  if (!leio_json_get_array (object, "alternatives", FALSE, &list, error))
    return FALSE;
  if (list == NULL)
    return TRUE;

  good = leio_record_check_length (json_array_get_length (list), LEIO_DECISION_MAX_ALTERNATIVES,
                                   error);
  for (guint i = 0; good && i < json_array_get_length (list); i++)
    good = add_alternative (self, json_array_get_element (list, i), error);
  if (!good)
    g_prefix_error (error, "alternatives: ");
  return good;
}

static gboolean
read_follow_up (LeioDecisionEntry *self, JsonObject *object, GError **error)
{
  JsonObject *follow_up = NULL;
  guint state = LEIO_FOLLOW_UP_NONE;

  if (!leio_json_get_object (object, "follow_up", FALSE, &follow_up, error))
    return FALSE;
  if (follow_up == NULL)
    return TRUE;
  if (!read_word (follow_up, "state", FALSE, follow_ups, &state, error) ||
      !read_date (follow_up, &self->follow_up_date, error) ||
      !leio_record_read_text (follow_up, "note", LEIO_DECISION_MAX_TEXT, &self->follow_up_note,
                              error))
    {
      g_prefix_error (error, "follow_up: ");
      return FALSE;
    }
  self->follow_up = (LeioFollowUp) state;
  self->rest_follow_up = leio_record_dup_rest (follow_up, known_follow_up_members);
  return TRUE;
}

static LeioDecisionEntry *
read_entry (JsonObject *object, GError **error)
{
  g_autoptr (LeioDecisionEntry) self = NULL;
  const char *treatment = NULL;
  guint verdict = LEIO_VERDICT_CHOSEN;
  guint reason = LEIO_REASON_NONE;

  if (!leio_json_get_text (object, "treatment", TRUE, &treatment, error))
    return NULL;

  self = leio_decision_entry_new (treatment, treatment);
  if (!leio_record_read_text (object, "name", MAX_NAME, &self->name, error) ||
      !read_word (object, "verdict", TRUE, verdicts, &verdict, error) ||
      !read_sequence (self, object, error) ||
      !read_word (object, "reason", FALSE, reasons, &reason, error) ||
      !leio_record_read_text (object, "reason_text", LEIO_DECISION_MAX_TEXT, &self->reason_text,
                              error) ||
      !read_alternatives (self, object, error) || !read_follow_up (self, object, error))
    return NULL;

  if (*self->name == '\0')
    {
      g_free (self->name);
      self->name = g_strdup (treatment);
    }
  self->verdict = (LeioVerdict) verdict;
  self->reason = (LeioReasonKind) reason;
  self->rest = leio_record_dup_rest (object, known_entry_members);
  return g_steal_pointer (&self);
}

static gboolean
add_entry (LeioDecision *self, JsonNode *node, GError **error)
{
  g_autoptr (LeioDecisionEntry) entry = NULL;
  JsonObject *object = NULL;

  if (!leio_json_node_get_object (node, &object, error))
    return FALSE;
  entry = read_entry (object, error);
  if (entry == NULL)
    return FALSE;
  if (leio_decision_find (self, entry->treatment) != NULL)
    {
      g_set_error (error, LEIO_ERROR, LEIO_ERROR_DUPLICATE,
                   /* Translators: %s is the id of a treatment */
                   _ ("treatment: '%s' is decided on twice"), entry->treatment);
      return FALSE;
    }
  g_ptr_array_add (self->entries, g_steal_pointer (&entry));
  return TRUE;
}

static gboolean
read_entries (LeioDecision *self, JsonObject *object, GError **error)
{
  JsonArray *list = NULL;

  if (!leio_json_get_array (object, "entries", FALSE, &list, error))
    return FALSE;
  if (list == NULL)
    return TRUE;
  if (!leio_record_check_length (json_array_get_length (list), LEIO_DECISION_MAX_ENTRIES, error))
    {
      g_prefix_error (error, "entries: ");
      return FALSE;
    }
  for (guint i = 0; i < json_array_get_length (list); i++)
    if (!add_entry (self, json_array_get_element (list, i), error))
      {
        g_prefix_error (error, "entries: %u: ", i + 1);
        return FALSE;
      }
  leio_decision_arrange (self);
  return TRUE;
}

static gboolean
add_participant (LeioDecision *self, JsonNode *node, GError **error)
{
  const char *role = NULL;
  guint index = 0;

  if (!leio_json_node_get_text (node, &role, error) || !find_word (role, roles, &index, error))
    return FALSE;
  if ((self->participants & (1u << index)) != 0)
    {
      g_set_error (error, LEIO_ERROR, LEIO_ERROR_DUPLICATE, _ ("'%s' is named twice"), role);
      return FALSE;
    }
  self->participants |= 1u << index;
  return TRUE;
}

static gboolean
read_participants (LeioDecision *self, JsonObject *object, GError **error)
{
  JsonArray *list = NULL;

  if (!leio_json_get_array (object, "participants", FALSE, &list, error))
    return FALSE;
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    if (!add_participant (self, json_array_get_element (list, i), error))
      {
        g_prefix_error (error, "participants: ");
        return FALSE;
      }
  return TRUE;
}

static gboolean
read_advice (LeioDecision *self, JsonObject *object, GError **error)
{
  JsonObject *advice = NULL;

  if (!leio_json_get_object (object, "advice", FALSE, &advice, error))
    return FALSE;
  if (advice == NULL)
    return TRUE;

  self->advice = leio_past_advice_from_object (advice, error);
  if (self->advice != NULL)
    return TRUE;

  g_prefix_error (error, "advice: ");
  return FALSE;
}

/**
 * leio_decision_from_object:
 * @object: an object of a file, whatever it holds
 * @error: "entries: 2: verdict: found 'chose', expected one of chosen, deferred, declined"
 *
 * Returns: (transfer full) (nullable): the decision
 */
LeioDecision *
leio_decision_from_object (JsonObject *object, GError **error)
{
  g_autoptr (LeioDecision) self = leio_decision_new ();

  if (!read_date (object, &self->date, error) || !read_participants (self, object, error) ||
      !leio_record_read_text (object, "participants_note", LEIO_DECISION_MAX_TEXT,
                              &self->participants_note, error) ||
      !leio_record_read_text (object, "next_step", LEIO_DECISION_MAX_TEXT, &self->next_step,
                              error) ||
      !read_entries (self, object, error) || !read_advice (self, object, error))
    return NULL;

  self->rest = leio_record_dup_rest (object, known_members);
  return g_steal_pointer (&self);
}

static JsonArray *
make_participants (guint participants)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < LEIO_N_ROLES; i++)
    if ((participants & (1u << i)) != 0)
      json_array_add_string_element (list, roles[i]);
  return list;
}

static void
add_follow_up (JsonObject *object, const LeioDecisionEntry *entry)
{
  JsonObject *follow_up = json_object_new ();

  if (entry->follow_up != LEIO_FOLLOW_UP_NONE)
    json_object_set_string_member (follow_up, "state", follow_ups[entry->follow_up]);
  leio_record_add_text (follow_up, "date", entry->follow_up_date);
  leio_record_add_text (follow_up, "note", entry->follow_up_note);
  leio_record_add_rest (follow_up, entry->rest_follow_up);
  if (json_object_get_size (follow_up) > 0)
    json_object_set_object_member (object, "follow_up", follow_up);
  else
    json_object_unref (follow_up);
}

static JsonObject *
make_entry (const LeioDecisionEntry *entry)
{
  JsonObject *object = json_object_new ();
  JsonArray *alternatives = NULL;

  json_object_set_string_member (object, "treatment", entry->treatment);
  json_object_set_string_member (object, "name", entry->name);
  json_object_set_string_member (object, "verdict", verdicts[entry->verdict]);
  if (entry->sequence > 0)
    json_object_set_int_member (object, "sequence", entry->sequence);
  if (entry->reason != LEIO_REASON_NONE)
    json_object_set_string_member (object, "reason", reasons[entry->reason]);
  leio_record_add_text (object, "reason_text", entry->reason_text);
  if (entry->alternatives->len > 0)
    {
      alternatives = json_array_new ();
      for (guint i = 0; i < entry->alternatives->len; i++)
        json_array_add_string_element (alternatives, g_ptr_array_index (entry->alternatives, i));
      json_object_set_array_member (object, "alternatives", alternatives);
    }
  add_follow_up (object, entry);
  leio_record_add_rest (object, entry->rest);
  return object;
}

static JsonArray *
make_entries (const LeioDecision *self)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < self->entries->len; i++)
    json_array_add_object_element (list, make_entry (g_ptr_array_index (self->entries, i)));
  return list;
}

/**
 * leio_decision_to_object:
 * @self: a decision
 *
 * Returns: (transfer full): what stands in the file; what is empty is left out
 */
JsonObject *
leio_decision_to_object (const LeioDecision *self)
{
  JsonObject *object = json_object_new ();

  leio_record_add_text (object, "date", self->date);
  if (self->participants != 0)
    json_object_set_array_member (object, "participants", make_participants (self->participants));
  leio_record_add_text (object, "participants_note", self->participants_note);
  leio_record_add_text (object, "next_step", self->next_step);
  if (self->entries->len > 0)
    json_object_set_array_member (object, "entries", make_entries (self));
  if (self->advice != NULL)
    json_object_set_object_member (object, "advice", leio_past_advice_to_object (self->advice));
  leio_record_add_rest (object, self->rest);
  return object;
}
