/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-advice-order.h"

#include <glib/gi18n.h>
#include <string.h>

#include "leio-report.h"
#include "leio-wording.h"

/* The status of a group that has one; -1 for the others. */
static int
get_status (LeioAdviceGroup group)
{
  switch (group)
    {
    case LEIO_ADVICE_GROUP_RECOMMENDED:
      return LEIO_STATUS_RECOMMENDED;
    case LEIO_ADVICE_GROUP_OPTION:
      return LEIO_STATUS_OPTION;
    case LEIO_ADVICE_GROUP_TRIAL_ONLY:
      return LEIO_STATUS_TRIAL_ONLY;
    case LEIO_ADVICE_GROUP_NOT_ADVISED:
      return LEIO_STATUS_NOT_ADVISED;
    case LEIO_ADVICE_GROUP_CONTRAINDICATED:
      return LEIO_STATUS_CONTRAINDICATED;
    case LEIO_ADVICE_GROUP_NOT_RELEVANT:
      return LEIO_STATUS_NOT_RELEVANT;
    case LEIO_ADVICE_GROUP_EMERGENCY:
    case LEIO_ADVICE_GROUP_OPEN:
    case LEIO_ADVICE_GROUP_NONE:
    default:
      return -1;
    }
}

static const char *
get_status_title (LeioStatus status, gboolean plain)
{
  return leio_report_status_heading (status, plain ? LEIO_REPORT_HOME : LEIO_REPORT_CLINICIAN);
}

const char *
leio_advice_group_get_title (LeioAdviceGroup group, gboolean plain)
{
  int status = get_status (group);

  if (status >= 0)
    return get_status_title (status, plain);
  if (group == LEIO_ADVICE_GROUP_EMERGENCY)
    return C_ ("advice group", "Emergency: act on this first");
  if (group == LEIO_ADVICE_GROUP_OPEN)
    return C_ ("advice group", "Depends on an open answer");

  return C_ ("advice group", "Cannot be judged: the answers contradict each other");
}

const char *
leio_advice_group_get_short_title (LeioAdviceGroup group, gboolean plain)
{
  int status = get_status (group);

  if (status >= 0)
    return get_status_title (status, plain);
  if (group == LEIO_ADVICE_GROUP_EMERGENCY)
    return C_ ("advice group", "Emergency");
  if (group == LEIO_ADVICE_GROUP_OPEN)
    return C_ ("advice group", "Open");

  return C_ ("advice group", "Cannot be judged");
}

const char *
leio_advice_group_get_style (LeioAdviceGroup group)
{
  static const char *const styles[] = { "emergency",  "recommended", "open",
                                        "option",     "trial",       "not-advised",
                                        "contraindicated", "not-relevant", "open" };

  g_return_val_if_fail (group < G_N_ELEMENTS (styles), NULL);

  return styles[group];
}

const char *
leio_advice_group_get_icon_name (LeioAdviceGroup group)
{
  static const char *const names[] = {
    "leio-status-emergency-symbolic",       "leio-status-recommended-symbolic",
    "leio-status-open-symbolic",            "leio-status-option-symbolic",
    "leio-status-trial-symbolic",           "leio-status-not-advised-symbolic",
    "leio-status-contraindicated-symbolic", "leio-status-not-relevant-symbolic",
    "leio-status-open-symbolic",
  };

  g_return_val_if_fail (group < G_N_ELEMENTS (names), NULL);

  return names[group];
}

static LeioAdviceGroup
group_of_status (LeioStatus status, gboolean emergency)
{
  switch (status)
    {
    case LEIO_STATUS_RECOMMENDED:
      return emergency ? LEIO_ADVICE_GROUP_EMERGENCY : LEIO_ADVICE_GROUP_RECOMMENDED;
    case LEIO_STATUS_OPTION:
      return LEIO_ADVICE_GROUP_OPTION;
    case LEIO_STATUS_TRIAL_ONLY:
      return LEIO_ADVICE_GROUP_TRIAL_ONLY;
    case LEIO_STATUS_NOT_ADVISED:
      return LEIO_ADVICE_GROUP_NOT_ADVISED;
    case LEIO_STATUS_CONTRAINDICATED:
      return LEIO_ADVICE_GROUP_CONTRAINDICATED;
    case LEIO_STATUS_NOT_RELEVANT:
    default:
      return LEIO_ADVICE_GROUP_NOT_RELEVANT;
    }
}

LeioAdviceGroup
leio_advice_get_group (const LeioKnowledge *knowledge, const LeioTreatmentAdvice *advice)
{
  const LeioTreatment *treatment = g_ptr_array_index (knowledge->treatments, advice->treatment);
  int status = leio_treatment_advice_get_status (advice);

  if (advice->possible == 0)
    return LEIO_ADVICE_GROUP_NONE;
  if (status < 0)
    return LEIO_ADVICE_GROUP_OPEN;

  return group_of_status (status, treatment->emergency);
}

guint
leio_advice_get_n_sections (const LeioKnowledge *knowledge, LeioAdviceGrouping grouping)
{
  /* By phase: the emergencies come before the phases, what is not relevant and what cannot be
   * judged after them. */
  return grouping == LEIO_ADVICE_BY_PHASE ? knowledge->phases->len + 3 : LEIO_N_ADVICE_GROUPS;
}

guint
leio_advice_get_section (const LeioKnowledge *knowledge,
                         LeioAdviceGrouping grouping,
                         const LeioTreatmentAdvice *advice)
{
  const LeioTreatment *treatment = g_ptr_array_index (knowledge->treatments, advice->treatment);
  LeioAdviceGroup group = leio_advice_get_group (knowledge, advice);

  if (grouping == LEIO_ADVICE_BY_STATUS)
    return group;
  if (group == LEIO_ADVICE_GROUP_EMERGENCY)
    return 0;
  if (group == LEIO_ADVICE_GROUP_NOT_RELEVANT || group == LEIO_ADVICE_GROUP_NONE)
    return knowledge->phases->len + (group == LEIO_ADVICE_GROUP_NONE ? 2 : 1);

  return treatment->phase + 1;
}

/* The group of a section that is one; -1 for a phase. */
static int
get_section_group (const LeioKnowledge *knowledge, LeioAdviceGrouping grouping, guint section)
{
  if (grouping == LEIO_ADVICE_BY_STATUS)
    return section;
  if (section == 0)
    return LEIO_ADVICE_GROUP_EMERGENCY;
  if (section <= knowledge->phases->len)
    return -1;

  return section == knowledge->phases->len + 1 ? LEIO_ADVICE_GROUP_NOT_RELEVANT
                                               : LEIO_ADVICE_GROUP_NONE;
}

const char *
leio_advice_section_get_title (const LeioKnowledge *knowledge,
                               LeioAdviceGrouping grouping,
                               guint section,
                               gboolean plain)
{
  int group = get_section_group (knowledge, grouping, section);

  return group >= 0 ? leio_advice_group_get_title (group, plain)
                    : leio_wording_phase (knowledge, section - 1, plain);
}

gboolean
leio_advice_section_is_aside (const LeioKnowledge *knowledge,
                              LeioAdviceGrouping grouping,
                              guint section)
{
  int group = get_section_group (knowledge, grouping, section);

  return group == LEIO_ADVICE_GROUP_NOT_RELEVANT || group == LEIO_ADVICE_GROUP_NONE;
}

char *
leio_advice_section_dup_key (const LeioKnowledge *knowledge,
                             LeioAdviceGrouping grouping,
                             guint section)
{
  int group = get_section_group (knowledge, grouping, section);
  const LeioPhase *phase;

  if (group >= 0)
    return g_strdup (leio_advice_group_get_style (group));

  phase = g_ptr_array_index (knowledge->phases, section - 1);
  return g_strconcat ("phase/", phase->id, NULL);
}

/* Where a treatment stands: @lead is the place of its choice, or its own. */
typedef struct
{
  guint64 lead;
  guint64 own;
  guint section;
  int choice;
} Place;

/* One number that sorts: section, group, emergency, phase, place in the knowledge base. */
static guint64
get_rank (const LeioKnowledge *knowledge, const LeioTreatmentAdvice *advice, guint section)
{
  const LeioTreatment *treatment = g_ptr_array_index (knowledge->treatments, advice->treatment);
  guint64 group = leio_advice_get_group (knowledge, advice);
  guint64 phase = treatment->phase == 0 ? knowledge->phases->len : treatment->phase;

  return (guint64) section << 48 | group << 40 | (treatment->emergency ? 0ull : 1ull) << 39
         | (phase & 0xffff) << 16 | (treatment->index & 0xffff);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *first = a;
  const Place *second = b;

  if (first->lead != second->lead)
    return first->lead < second->lead ? -1 : 1;

  return (first->own > second->own) - (first->own < second->own);
}

/* Puts the alternatives of a choice that are in one section behind the first of them. */
static void
join_choices (GArray *places)
{
  for (guint i = 0; i < places->len; i++)
    {
      Place *place = &g_array_index (places, Place, i);

      for (guint j = 0; place->choice >= 0 && j < places->len; j++)
        {
          const Place *other = &g_array_index (places, Place, j);

          if (other->choice == place->choice && other->section == place->section)
            place->lead = MIN (place->lead, other->own);
        }
    }
}

GArray *
leio_advice_order (const LeioKnowledge *knowledge,
                   const LeioAdvice *advice,
                   LeioAdviceGrouping grouping)
{
  GArray *order = g_array_sized_new (FALSE, FALSE, sizeof (guint), advice->treatments->len);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < advice->treatments->len; i++)
    {
      const LeioTreatmentAdvice *it = g_ptr_array_index (advice->treatments, i);
      const LeioTreatment *treatment = g_ptr_array_index (knowledge->treatments, it->treatment);
      guint section = leio_advice_get_section (knowledge, grouping, it);
      guint64 rank = get_rank (knowledge, it, section);
      Place place = { rank, rank, section, treatment->choice };

      g_array_append_val (places, place);
    }

  join_choices (places);
  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    {
      guint treatment = g_array_index (places, Place, i).own & 0xffff;

      g_array_append_val (order, treatment);
    }

  return order;
}

static guint
next_in_force (const LeioTreatmentAdvice *advice, guint from)
{
  for (; from < advice->arguments->len; from++)
    {
      const LeioArgumentAdvice *argument = g_ptr_array_index (advice->arguments, from);

      if (argument->state == LEIO_ARGUMENT_IN_FORCE)
        break;
    }

  return from;
}

gboolean
leio_treatment_advice_differs (const LeioTreatmentAdvice *a, const LeioTreatmentAdvice *b)
{
  guint i = next_in_force (a, 0);
  guint j = next_in_force (b, 0);

  if (a->possible != b->possible)
    return TRUE;

  for (; i < a->arguments->len && j < b->arguments->len;
       i = next_in_force (a, i + 1), j = next_in_force (b, j + 1))
    {
      const LeioArgumentAdvice *first = g_ptr_array_index (a->arguments, i);
      const LeioArgumentAdvice *second = g_ptr_array_index (b->arguments, j);

      if (first->argument != second->argument)
        return TRUE;
    }

  return i < a->arguments->len || j < b->arguments->len;
}

/* FNV-1a over eight bytes: cheap, and good enough to tell two cards apart. */
static void
mix (guint64 *hash, guint64 value)
{
  for (guint i = 0; i < 8; i++)
    {
      *hash ^= value >> (8 * i) & 0xff;
      *hash *= G_GUINT64_CONSTANT (0x100000001b3);
    }
}

static void
mix_indices (guint64 *hash, const GArray *indices)
{
  guint n = indices != NULL ? indices->len : 0;

  mix (hash, n);
  for (guint i = 0; i < n; i++)
    mix (hash, g_array_index (indices, guint, i));
}

static void
mix_number (guint64 *hash, double number)
{
  guint64 bits;

  memcpy (&bits, &number, sizeof bits);
  mix (hash, bits);
}

static void
mix_answer (guint64 *hash, const LeioAnswer *answer)
{
  mix (hash, answer->state);
  if (answer->state != LEIO_ANSWER_GIVEN)
    return;

  mix (hash, answer->value);
  mix (hash, answer->set);
  mix_number (hash, answer->number);
}

static void
mix_arguments (guint64 *hash, const GPtrArray *arguments)
{
  mix (hash, arguments->len);
  for (guint i = 0; i < arguments->len; i++)
    {
      const LeioArgumentAdvice *argument = g_ptr_array_index (arguments, i);

      mix (hash, argument->argument);
      mix (hash, argument->state);
      mix_indices (hash, argument->overridden_by);
      mix_indices (hash, argument->waits_for);
    }
}

static void
mix_changes (guint64 *hash, const GPtrArray *changes)
{
  guint n = changes != NULL ? changes->len : 0;

  mix (hash, n);
  for (guint i = 0; i < n; i++)
    {
      const LeioChange *change = g_ptr_array_index (changes, i);

      mix (hash, change->to);
      mix_indices (hash, change->questions);
      for (guint j = 0; j < change->answers->len; j++)
        mix_answer (hash, &g_array_index (change->answers, LeioAnswer, j));
    }
}

static void
mix_if_then (guint64 *hash, const LeioTreatmentAdvice *advice)
{
  guint n = advice->if_then != NULL ? advice->if_then->len : 0;

  mix (hash, n);
  for (guint i = 0; i < n; i++)
    {
      const LeioIfThen *branch = &g_array_index (advice->if_then, LeioIfThen, i);

      mix (hash, advice->if_then_question);
      mix_answer (hash, &branch->answer);
      mix_number (hash, branch->low);
      mix_number (hash, branch->high);
      mix (hash, branch->status);
    }
}

static gboolean
quotes_answers (const LeioKnowledge *knowledge, const LeioTreatmentAdvice *advice)
{
  for (guint i = 0; i < advice->arguments->len; i++)
    {
      const LeioArgumentAdvice *shown = g_ptr_array_index (advice->arguments, i);
      const LeioArgument *argument = g_ptr_array_index (knowledge->arguments, shown->argument);
      const LeioRule *rule = g_ptr_array_index (knowledge->rules, argument->rule);

      if (strchr (rule->why, '{') != NULL || strchr (rule->plain, '{') != NULL)
        return TRUE;
    }

  return FALSE;
}

guint64
leio_treatment_advice_get_signature (const LeioKnowledge *knowledge,
                                     const LeioAnswers *answers,
                                     const LeioTreatmentAdvice *advice)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  mix (&hash, advice->possible);
  mix_indices (&hash, advice->depends_on);
  mix_arguments (&hash, advice->arguments);
  mix_indices (&hash, advice->sufficient);
  mix_indices (&hash, advice->stays_even_if);
  mix_changes (&hash, advice->changes);
  mix_if_then (&hash, advice);

  for (guint i = 0; advice->sufficient != NULL && i < advice->sufficient->len; i++)
    mix_answer (&hash, leio_answers_get (answers, g_array_index (advice->sufficient, guint, i)));
  if (quotes_answers (knowledge, advice))
    for (guint i = 0; i < leio_answers_get_length (answers); i++)
      mix_answer (&hash, leio_answers_get (answers, i));

  return hash;
}
