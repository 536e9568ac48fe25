/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-compare-words.h"

#include <glib/gi18n.h>

#include "leio-advice-order.h"
#include "leio-report.h"
#include "leio-wording.h"

/* So many treatments that stay are named. */
#define MAX_STAYS 8

GArray *
leio_compare_list_answers (LeioSession *before, LeioSession *after)
{
  const LeioAnswers *first = leio_session_get_answers (before);
  const LeioAnswers *second = leio_session_get_answers (after);
  GArray *questions = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < leio_answers_get_length (first); i++)
    if (!leio_answer_equal (leio_answers_get (first, i), leio_answers_get (second, i)))
      g_array_append_val (questions, i);

  return questions;
}

static const LeioTreatmentAdvice *
get_advice (LeioSession *session, guint treatment)
{
  return g_ptr_array_index (leio_session_get_advice (session)->treatments, treatment);
}

GArray *
leio_compare_list_treatments (LeioSession *before, LeioSession *after)
{
  guint n_treatments = leio_session_get_knowledge (before)->treatments->len;
  GArray *treatments = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n_treatments; i++)
    if (get_advice (before, i)->possible != get_advice (after, i)->possible)
      g_array_append_val (treatments, i);

  return treatments;
}

/* Whether an effect is what gives a status. */
static gboolean
decides (LeioEffect effect, LeioStatus status)
{
  switch (effect)
    {
    case LEIO_EFFECT_RECOMMENDS:
      return status == LEIO_STATUS_RECOMMENDED;
    case LEIO_EFFECT_OFFERS:
      return status == LEIO_STATUS_OPTION;
    case LEIO_EFFECT_TRIAL_ONLY:
      return status == LEIO_STATUS_TRIAL_ONLY;
    case LEIO_EFFECT_ADVISES_AGAINST:
      return status == LEIO_STATUS_NOT_ADVISED;
    case LEIO_EFFECT_RULES_OUT:
      return status == LEIO_STATUS_CONTRAINDICATED;
    case LEIO_EFFECT_CAUTIONS:
    default:
      return FALSE;
    }
}

/* The text of the first argument in force that gives the status; (nullable). */
static char *
dup_reason (LeioSession *session, const LeioTreatmentAdvice *advice)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (session);
  gboolean plain = leio_session_get_plain (session);
  int status = leio_treatment_advice_get_status (advice);

  for (guint i = 0; i < advice->arguments->len; i++)
    {
      const LeioArgumentAdvice *shown = g_ptr_array_index (advice->arguments, i);
      const LeioArgument *argument = g_ptr_array_index (knowledge->arguments, shown->argument);
      const LeioRule *rule = g_ptr_array_index (knowledge->rules, argument->rule);
      g_autofree char *place = NULL;

      if (shown->state != LEIO_ARGUMENT_IN_FORCE || !decides (rule->effect, status))
        continue;

      place = g_strdup_printf ("rules/%s/%s", rule->id, plain ? "plain" : "why");
      return leio_knowledge_fill (
          knowledge, leio_knowledge_text (knowledge, place, plain ? rule->plain : rule->why),
          leio_session_get_answers (session), plain);
    }

  return NULL;
}

/* Treatments that all change to the same, for the same reason: told once. */
typedef struct
{
  guint possible; /* statuses, as of an advice */
  int status;     /* -1 where it is open */
  char *reason;   /* (nullable) */
  GString *names;
  guint n_names;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->reason);
  g_string_free (change->names, TRUE);
  g_free (change);
}

static Change *
find_change (GPtrArray *changes, guint possible, const char *reason)
{
  for (guint i = 0; i < changes->len; i++)
    {
      Change *change = g_ptr_array_index (changes, i);

      if (change->possible == possible && g_strcmp0 (change->reason, reason) == 0)
        return change;
    }
  return NULL;
}

static void
add_change (GPtrArray *changes, LeioSession *after, guint treatment)
{
  const LeioTreatmentAdvice *advice = get_advice (after, treatment);
  int status = leio_treatment_advice_get_status (advice);
  g_autofree char *reason = status >= 0 ? dup_reason (after, advice) : NULL;
  Change *change = find_change (changes, advice->possible, reason);

  if (change == NULL)
    {
      change = g_new0 (Change, 1);
      change->possible = advice->possible;
      change->status = status;
      change->reason = g_steal_pointer (&reason);
      change->names = g_string_new (NULL);
      g_ptr_array_add (changes, change);
    }
  if (change->n_names++ > 0)
    /* Translators: between the items of a list, "size, grade" */
    g_string_append (change->names, C_ ("list", ", "));
  g_string_append (change->names,
                   leio_wording_treatment (leio_session_get_knowledge (after), treatment,
                                           leio_session_get_plain (after)));
}

char *
leio_compare_dup_status (guint possible, gboolean plain)
{
  int status = -1;

  if (!plain)
    return leio_report_dup_statuses (possible);

  for (guint i = 0; i < LEIO_N_STATUSES; i++)
    if (possible == 1u << i)
      status = (int) i;
  return g_strdup (status >= 0
                     ? leio_report_status_heading ((LeioStatus) status, LEIO_REPORT_HOME)
                     : leio_advice_group_get_short_title (LEIO_ADVICE_GROUP_OPEN, TRUE));
}

/* At home no statuses are listed: an open one is open. */
static char *
dup_open_at_home (const Change *change)
{
  /* Translators: %s are treatments */
  return g_strdup_printf (ngettext ("%s depends on an open answer.",
                                    "%s depend on open answers.", change->n_names),
                          change->names->str);
}

static char *
dup_change (const Change *change, gboolean plain)
{
  const char *names = change->names->str;
  const char *status;
  g_autofree char *statuses = NULL;

  if (change->status < 0 && plain)
    return dup_open_at_home (change);
  if (change->status < 0)
    {
      statuses = leio_report_dup_statuses (change->possible);
      /* Translators: 1 treatments, 2 statuses: “Recommended or an option” */
      return g_strdup_printf (ngettext ("%1$s depends on an open answer (%2$s).",
                                        "%1$s depend on open answers (%2$s).", change->n_names),
                              names, statuses);
    }

  status = leio_report_status_phrase (change->status, plain);
  if (change->reason == NULL)
    return g_strdup_printf (
        /* Translators: 1 treatments, 2 their status now: “not relevant” */
        ngettext ("%1$s becomes %2$s.", "%1$s become %2$s.", change->n_names), names, status);

  /* Translators: 1 treatments, 2 their status now: “an option”, 3 why, a sentence with its stop */
  return g_strdup_printf (ngettext ("%1$s becomes %2$s, because: %3$s",
                                    "%1$s become %2$s, because: %3$s", change->n_names),
                          names, status, change->reason);
}

/* NULL, or "Stays recommended: …". */
static char *
dup_stays (LeioSession *before, LeioSession *after)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (after);
  gboolean plain = leio_session_get_plain (after);
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_stay = 0;

  for (guint i = 0; i < knowledge->treatments->len; i++)
    {
      if (leio_treatment_advice_get_status (get_advice (before, i)) != LEIO_STATUS_RECOMMENDED
          || leio_treatment_advice_get_status (get_advice (after, i)) != LEIO_STATUS_RECOMMENDED
          || n_stay++ >= MAX_STAYS)
        continue;
      if (names->len > 0)
        /* Translators: between the items of a list, "size, grade" */
        g_string_append (names, C_ ("list", ", "));
      g_string_append (names, leio_wording_treatment (knowledge, i, plain));
    }

  if (n_stay == 0)
    return NULL;
  /* Translators: 1 a status, “recommended”, 2 names of treatments */
  return g_strdup_printf (_ ("Stays %1$s: %2$s."),
                          leio_report_status_phrase (LEIO_STATUS_RECOMMENDED, plain), names->str);
}

char *
leio_compare_dup_words (LeioSession *before, LeioSession *after)
{
  g_autoptr (GArray) treatments = leio_compare_list_treatments (before, after);
  g_autofree char *stays = dup_stays (before, after);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (change_free);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < treatments->len; i++)
    add_change (changes, after, g_array_index (treatments, guint, i));
  if (treatments->len == 0)
    g_string_append (words, _ ("The status of every treatment stays the same."));
  for (guint i = 0; i < changes->len; i++)
    {
      g_autofree char *change = dup_change (g_ptr_array_index (changes, i),
                                            leio_session_get_plain (after));

      g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "", change);
    }
  if (stays != NULL)
    g_string_append_printf (words, "\n%s", stays);

  return g_string_free (g_steal_pointer (&words), FALSE);
}
