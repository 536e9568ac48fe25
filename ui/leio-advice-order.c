/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-advice-order.h"

#include <glib/gi18n.h>
#include <string.h>

#include "leio-report.h"

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

const char *
leio_advice_group_get_title (LeioAdviceGroup group)
{
  int status = get_status (group);

  if (status >= 0)
    return leio_report_status_word (status);
  if (group == LEIO_ADVICE_GROUP_EMERGENCY)
    return C_ ("advice group", "Emergency: act on this first");
  if (group == LEIO_ADVICE_GROUP_OPEN)
    return C_ ("advice group", "Depends on an open answer");

  return C_ ("advice group", "Cannot be judged: the answers contradict each other");
}

const char *
leio_advice_group_get_short_title (LeioAdviceGroup group)
{
  int status = get_status (group);

  if (status >= 0)
    return leio_report_status_word (status);
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

/* One number that sorts: group, emergency, phase, place in the knowledge base. */
static guint
get_rank (const LeioKnowledge *knowledge, const LeioTreatmentAdvice *advice)
{
  const LeioTreatment *treatment = g_ptr_array_index (knowledge->treatments, advice->treatment);
  guint group = leio_advice_get_group (knowledge, advice);
  guint phase = treatment->phase == 0 ? knowledge->phases->len : treatment->phase;

  return group << 28 | (treatment->emergency ? 0u : 1u) << 27 | (phase & 0x7ff) << 16
         | (treatment->index & 0xffff);
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return (first > second) - (first < second);
}

GArray *
leio_advice_order (const LeioKnowledge *knowledge, const LeioAdvice *advice)
{
  GArray *order = g_array_sized_new (FALSE, FALSE, sizeof (guint), advice->treatments->len);

  for (guint i = 0; i < advice->treatments->len; i++)
    {
      guint rank = get_rank (knowledge, g_ptr_array_index (advice->treatments, i));

      g_array_append_val (order, rank);
    }

  g_array_sort (order, compare_ranks);
  for (guint i = 0; i < order->len; i++)
    g_array_index (order, guint, i) &= 0xffff;

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
