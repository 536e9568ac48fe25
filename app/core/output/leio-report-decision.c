/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-report-decision.h"

#include <glib/gi18n-lib.h>

#include "leio-locale.h"
#include "leio-report-private.h"

#define RECOMMENDED (1u << LEIO_STATUS_RECOMMENDED)
#define SUPPORTED (RECOMMENDED | 1u << LEIO_STATUS_OPTION)

/* Alternatives that are filled in, so that the list stays one that is read. */
#define MOST_ALTERNATIVES 8

/**
 * leio_report_get_departure:
 * @decision: a decision
 * @entry: what it says of a treatment
 *
 * Where the status was not settled, only what holds for all that was possible counts.
 *
 * Returns: whether the board decided otherwise than the advice stood; without advice it did not
 */
LeioDeparture
leio_report_get_departure (const LeioDecision *decision, const LeioDecisionEntry *entry)
{
  guint possible = decision->advice != NULL
                       ? leio_report_past_statuses (decision->advice, entry->treatment)
                       : 0;

  if (possible == 0)
    return LEIO_DEPARTURE_NONE;
  if (entry->verdict == LEIO_VERDICT_CHOSEN)
    return (possible & SUPPORTED) == 0 ? LEIO_DEPARTURE_CHOSEN : LEIO_DEPARTURE_NONE;
  return possible == RECOMMENDED ? LEIO_DEPARTURE_LEFT_OUT : LEIO_DEPARTURE_NONE;
}

/**
 * leio_report_needs_reason:
 * @decision: a decision
 * @entry: what it says of a treatment
 *
 * Returns: whether it departs from the advice and neither kind nor words of a reason are there
 */
gboolean
leio_report_needs_reason (const LeioDecision *decision, const LeioDecisionEntry *entry)
{
  return entry->reason == LEIO_REASON_NONE && *entry->reason_text == '\0' &&
         leio_report_get_departure (decision, entry) != LEIO_DEPARTURE_NONE;
}

static char *
dup_advised (const LeioDecision *decision, const char *treatment)
{
  guint possible = leio_report_past_statuses (decision->advice, treatment);

  return leio_report_dup_status_phrases (possible, FALSE);
}

/**
 * leio_report_dup_departure:
 * @decision: a decision
 * @entry: what it says of a treatment
 *
 * Returns: (transfer full): how the decision stands to the advice, in one sentence, translated;
 *   "" where the advice was not kept
 */
char *
leio_report_dup_departure (const LeioDecision *decision, const LeioDecisionEntry *entry)
{
  g_autofree char *advised = NULL;

  if (decision->advice == NULL)
    return g_strdup ("");

  advised = dup_advised (decision, entry->treatment);
  if (*advised == '\0')
    return g_strdup ("");
  if (leio_report_get_departure (decision, entry) != LEIO_DEPARTURE_NONE)
    /* Translators: %s is a status, “not advised” */
    return g_strdup_printf (_ ("Departs from the advice: it was %s."), advised);
  /* Translators: %s is a status, “recommended” or “an option or not advised” */
  return g_strdup_printf (_ ("In the advice it was %s."), advised);
}

/**
 * leio_report_list_missing:
 * @decision: a decision
 *
 * Returns: (transfer full) (element-type utf8): what the record is not complete without, one
 *   sentence each, translated; empty where it is complete
 */
GPtrArray *
leio_report_list_missing (const LeioDecision *decision)
{
  GPtrArray *missing = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < decision->entries->len; i++)
    {
      const LeioDecisionEntry *entry = g_ptr_array_index (decision->entries, i);

      if (leio_report_needs_reason (decision, entry))
        /* Translators: %s is a treatment on which the board decided otherwise than advised */
        g_ptr_array_add (missing, g_strdup_printf (_ ("%s: the reason is missing."), entry->name));
    }
  if (*decision->date == '\0')
    g_ptr_array_add (missing, g_strdup (_ ("The date is missing.")));
  if (decision->participants == 0 && *decision->participants_note == '\0')
    g_ptr_array_add (missing, g_strdup (_ ("Who took part is missing.")));
  return missing;
}

/**
 * leio_report_dup_participants:
 * @decision: a decision
 *
 * Returns: (transfer full): "Surgeon, pathologist; two students", translated
 */
char *
leio_report_dup_participants (const LeioDecision *decision)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *roles = NULL;

  for (guint i = 0; i < LEIO_N_ROLES; i++)
    if ((decision->participants & (1u << i)) != 0)
      g_ptr_array_add (words, words->len == 0
                                  ? g_strdup (leio_report_role_word (i))
                                  : leio_report_dup_inner (leio_report_role_word (i)));
  roles = leio_report_join (words);
  if (*decision->participants_note == '\0')
    return g_steal_pointer (&roles);
  if (*roles == '\0')
    return g_strdup (decision->participants_note);
  /* Translators: %1$s is a list of roles, %2$s what was written beside it */
  return g_strdup_printf (C_ ("participants", "%1$s; %2$s"), roles, decision->participants_note);
}

/**
 * leio_report_dup_recorded_name:
 * @knowledge: the knowledge base
 * @decision: a decision, perhaps made with another version
 * @treatment: the id of a treatment
 * @reading: in whose words
 *
 * Returns: (transfer full): its name now, or the one that was kept, or the id
 */
char *
leio_report_dup_recorded_name (const LeioKnowledge *knowledge,
                               const LeioDecision *decision,
                               const char *treatment,
                               LeioReportReading reading)
{
  const LeioTreatment *known = leio_knowledge_find_treatment (knowledge, treatment);
  const LeioDecisionEntry *entry = leio_decision_find (decision, treatment);
  const LeioPastStatus *past =
      decision->advice != NULL ? leio_past_advice_find (decision->advice, treatment) : NULL;

  if (known != NULL)
    return g_strdup (
        leio_report_treatment_name (knowledge, known->index, reading == LEIO_REPORT_HOME));
  if (entry != NULL)
    return g_strdup (entry->name);
  return g_strdup (past != NULL ? past->name : treatment);
}

static gboolean
shares_choice (const LeioKnowledge *knowledge, guint a, guint b)
{
  for (guint i = 0; i < knowledge->choices->len; i++)
    {
      const LeioChoiceGroup *choice = g_ptr_array_index (knowledge->choices, i);
      guint n_found = 0;

      for (guint j = 0; j < choice->treatments->len; j++)
        {
          guint member = g_array_index (choice->treatments, guint, j);

          n_found += member == a || member == b;
        }
      if (n_found == 2)
        return TRUE;
    }
  return FALSE;
}

/* Recommended or an option in some completion, and of the choice of the treatment where @choice,
 * else of its phase and group. */
static void
add_alternatives (const LeioKnowledge *knowledge,
                  const LeioAdvice *advice,
                  const LeioTreatment *treatment,
                  gboolean choice,
                  GPtrArray *ids)
{
  for (guint i = 0; i < advice->treatments->len && ids->len < MOST_ALTERNATIVES; i++)
    {
      const LeioTreatmentAdvice *found = g_ptr_array_index (advice->treatments, i);
      const LeioTreatment *other = g_ptr_array_index (knowledge->treatments, found->treatment);
      gboolean fits = choice ? shares_choice (knowledge, treatment->index, other->index)
                             : treatment->phase == other->phase &&
                                   treatment->group == other->group;

      if (other != treatment && fits && (found->possible & SUPPORTED) != 0 &&
          !g_ptr_array_find_with_equal_func (ids, other->id, g_str_equal, NULL))
        g_ptr_array_add (ids, g_strdup (other->id));
    }
}

/**
 * leio_report_fill_alternatives:
 * @knowledge: the knowledge base
 * @advice: the advice on the case
 * @entry: what was decided on a treatment
 *
 * Where no alternatives are named yet, those that the advice knows: of the same choice, then of the
 * same phase and group, unless all cases need that phase, as far as they are recommended or an
 * option; the first eight.
 */
void
leio_report_fill_alternatives (const LeioKnowledge *knowledge,
                               const LeioAdvice *advice,
                               LeioDecisionEntry *entry)
{
  const LeioTreatment *treatment = leio_knowledge_find_treatment (knowledge, entry->treatment);
  const LeioPhase *phase;

  if (treatment == NULL || entry->alternatives->len > 0)
    return;

  phase = g_ptr_array_index (knowledge->phases, treatment->phase);
  add_alternatives (knowledge, advice, treatment, TRUE, entry->alternatives);
  /* Of the work-up, and of support and care, one does not take the place of another. */
  if (!phase->required)
    add_alternatives (knowledge, advice, treatment, FALSE, entry->alternatives);
}

static void
item_free (gpointer data)
{
  LeioReportDecisionItem *self = data;

  g_free (self->title);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/**
 * leio_report_decision_free:
 * @self: (nullable) (transfer full): a record in words
 */
void
leio_report_decision_free (LeioReportDecision *self)
{
  if (self == NULL)
    return;

  g_free (self->heading);
  g_free (self->participants);
  g_free (self->next_step);
  g_free (self->origin);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->missing);
  leio_report_changes_free (self->changes);
  g_free (self);
}

static const char *
get_plain_verdict (LeioVerdict verdict)
{
  switch (verdict)
    {
    case LEIO_VERDICT_CHOSEN:
      return C_ ("verdict at home", "planned");
    case LEIO_VERDICT_DEFERRED:
      return C_ ("verdict at home", "not now");
    case LEIO_VERDICT_DECLINED:
      return C_ ("verdict at home", "not planned");
    }

  g_return_val_if_reached ("");
}

static char *
dup_title (const LeioDecisionEntry *entry, const char *name, gboolean plain)
{
  const char *verdict = plain ? get_plain_verdict (entry->verdict)
                              : leio_report_verdict_word (entry->verdict);

  if (entry->sequence == 0)
    /* Translators: %1$s is a treatment, %2$s what was decided on it: “deferred” */
    return g_strdup_printf (C_ ("decision", "%1$s: %2$s"), name, verdict);
  /* Translators: %1$u is its place in the order, %2$s a treatment, %3$s “chosen” */
  return g_strdup_printf (C_ ("decision", "%1$u. %2$s: %3$s"), entry->sequence, name, verdict);
}

static char *
dup_reason_line (const LeioDecisionEntry *entry)
{
  if (entry->reason == LEIO_REASON_NONE)
    /* Translators: %s is the reason in somebody’s words */
    return g_strdup_printf (C_ ("decision", "Reason: %s"), entry->reason_text);
  if (*entry->reason_text == '\0')
    /* Translators: %s is one of six kinds of reasons: “The person’s wish” */
    return g_strdup_printf (C_ ("decision", "Reason: %s."),
                            leio_report_reason_word (entry->reason));
  /* Translators: %1$s is one of six kinds of reasons, %2$s the reason in somebody’s words */
  return g_strdup_printf (C_ ("decision", "Reason: %1$s: %2$s"),
                          leio_report_reason_word (entry->reason), entry->reason_text);
}

static char *
dup_alternatives_line (const LeioKnowledge *knowledge,
                       const LeioDecision *decision,
                       const LeioDecisionEntry *entry,
                       LeioReportReading reading)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < entry->alternatives->len; i++)
    g_ptr_array_add (names,
                     leio_report_dup_recorded_name (knowledge, decision,
                                                    g_ptr_array_index (entry->alternatives, i),
                                                    reading));
  list = leio_report_join (names);
  /* Translators: %s is a list of treatments */
  return g_strdup_printf (C_ ("decision", "Considered beside it: %s."), list);
}

static char *
dup_follow_up_line (const LeioDecisionEntry *entry)
{
  const char *word = leio_report_follow_up_word (entry->follow_up);
  const char *note = entry->follow_up_note;

  if (*entry->follow_up_date == '\0' && *note == '\0')
    /* Translators: %s is what became of it: “Done” */
    return g_strdup_printf (C_ ("follow-up", "Follow-up: %s."), word);
  if (*note == '\0')
    /* Translators: %1$s is a date, %2$s what became of it: “Done” */
    return g_strdup_printf (C_ ("follow-up", "Follow-up on %1$s: %2$s."), entry->follow_up_date,
                            word);
  if (*entry->follow_up_date == '\0')
    /* Translators: %1$s is what became of it: “Done”, %2$s a note */
    return g_strdup_printf (C_ ("follow-up", "Follow-up: %1$s. %2$s"), word, note);
  /* Translators: %1$s is a date, %2$s what became of it: “Done”, %3$s a note */
  return g_strdup_printf (C_ ("follow-up", "Follow-up on %1$s: %2$s. %3$s"),
                          entry->follow_up_date, word, note);
}

static LeioReportDecisionItem *
make_item (const LeioKnowledge *knowledge,
           const LeioDecision *decision,
           const LeioDecisionEntry *entry,
           LeioReportReading reading)
{
  gboolean plain = reading == LEIO_REPORT_HOME;
  LeioReportDecisionItem *item = g_new0 (LeioReportDecisionItem, 1);
  g_autofree char *name =
      leio_report_dup_recorded_name (knowledge, decision, entry->treatment, reading);
  g_autofree char *departure = leio_report_dup_departure (decision, entry);

  item->title = dup_title (entry, name, plain);
  item->lines = g_ptr_array_new_with_free_func (g_free);
  if (!plain && *departure != '\0')
    g_ptr_array_add (item->lines, g_steal_pointer (&departure));
  if (entry->reason != LEIO_REASON_NONE || *entry->reason_text != '\0')
    g_ptr_array_add (item->lines, dup_reason_line (entry));
  if (!plain && entry->alternatives->len > 0)
    g_ptr_array_add (item->lines, dup_alternatives_line (knowledge, decision, entry, reading));
  if (entry->follow_up != LEIO_FOLLOW_UP_NONE || *entry->follow_up_note != '\0')
    g_ptr_array_add (item->lines, dup_follow_up_line (entry));
  return item;
}

static char *
dup_heading (const LeioDecision *decision, gboolean plain)
{
  g_autofree char *date = leio_locale_dup_date (decision->date);

  if (*decision->date == '\0')
    return g_strdup (plain ? _ ("What the team decided") : _ ("Decision"));
  if (plain)
    /* Translators: %s is a date */
    return g_strdup_printf (_ ("What the team decided on %s"), date);
  /* Translators: %s is a date */
  return g_strdup_printf (_ ("Decision of %s"), date);
}

static char *
dup_labelled (const char *format, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  return *text != '\0' ? g_strconcat (parts[0], text, parts[1], NULL) : g_strdup ("");
}

static char *
dup_origin (const LeioDecision *decision)
{
  if (decision->advice == NULL)
    return g_strdup ("");
  /* Translators: %s is the version of the knowledge base */
  return g_strdup_printf (_ ("Decided with version %s of the knowledge base."),
                          decision->advice->knowledge_version);
}

static void
add_changes (LeioReportDecision *self,
             const LeioKnowledge *knowledge,
             const LeioCase *kase,
             const LeioAdvice *advice,
             LeioReportReading reading)
{
  const LeioPastAdvice *past = kase->decision->advice;
  g_autoptr (LeioReportChanges) changes = NULL;

  if (past == NULL || reading == LEIO_REPORT_HOME)
    return;

  changes = leio_report_changes_new (knowledge, kase, advice, past, reading);
  if (changes->changes->len > 0)
    self->changes = g_steal_pointer (&changes);
}

/**
 * leio_report_decision_new:
 * @knowledge: the knowledge base that is open
 * @kase: a case
 * @advice: the advice on it now
 * @reading: in whose words; at home how it stands to the advice is left out
 *
 * Returns: (transfer full) (nullable): the record in words; %NULL where nothing is decided
 */
LeioReportDecision *
leio_report_decision_new (const LeioKnowledge *knowledge,
                          const LeioCase *kase,
                          const LeioAdvice *advice,
                          LeioReportReading reading)
{
  const LeioDecision *decision = kase->decision;
  gboolean plain = reading == LEIO_REPORT_HOME;
  LeioReportDecision *self;
  g_autofree char *participants = NULL;

  if (decision == NULL)
    return NULL;

  self = g_new0 (LeioReportDecision, 1);
  participants = leio_report_dup_participants (decision);
  self->heading = dup_heading (decision, plain);
  /* Translators: %s is a list of roles */
  self->participants = dup_labelled (_ ("Took part: %s"), participants);
  /* Translators: %s is what somebody wrote */
  self->next_step = dup_labelled (_ ("Next step: %s"), decision->next_step);
  self->origin = plain ? g_strdup ("") : dup_origin (decision);
  self->missing = plain ? g_ptr_array_new () : leio_report_list_missing (decision);
  self->items = g_ptr_array_new_with_free_func (item_free);
  for (guint i = 0; i < decision->entries->len; i++)
    g_ptr_array_add (self->items,
                     make_item (knowledge, decision, g_ptr_array_index (decision->entries, i),
                                reading));
  add_changes (self, knowledge, kase, advice, reading);
  return self;
}
