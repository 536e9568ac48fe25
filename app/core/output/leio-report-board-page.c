/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page for the tumour board: what is known, the stage, the advice with the
 * reasons that decide and their sources, what is open, and the decision. It is
 * meant to be one side of paper: what is of least weight is marked as the first
 * to be left out.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "leio-report-private.h"

#define NOTES_SHOWN 500

/* So many open treatments are told one by one also where room is short. */
#define OPEN_SHOWN 12

static gboolean
decides (LeioEffect effect, LeioSign sign)
{
  switch (effect)
    {
    case LEIO_EFFECT_RECOMMENDS:
      return sign == LEIO_SIGN_RECOMMENDED || sign == LEIO_SIGN_URGENT;
    case LEIO_EFFECT_OFFERS:
      return sign == LEIO_SIGN_OPTION || sign == LEIO_SIGN_URGENT;
    case LEIO_EFFECT_TRIAL_ONLY:
      return sign == LEIO_SIGN_TRIAL_ONLY;
    case LEIO_EFFECT_ADVISES_AGAINST:
      return sign == LEIO_SIGN_NOT_ADVISED;
    case LEIO_EFFECT_RULES_OUT:
      return sign == LEIO_SIGN_CONTRAINDICATED;
    case LEIO_EFFECT_CAUTIONS:
      return FALSE;
    }

  g_return_val_if_reached (FALSE);
}

static LeioBlock *
write_reason (LeioBlock *list, const LeioReportInput *report, const LeioArgumentAdvice *argument)
{
  const LeioRule *rule = leio_report_get_rule (report, argument);
  g_autofree char *reason =
      leio_report_dup_reason (report->knowledge, rule, report->kase->answers, report->plain);
  g_autofree char *basis = leio_report_dup_basis (report, rule);
  g_autofree char *line = NULL;

  /* Translators: %1$s is a reason, %2$s what it rests on */
  line = g_strdup_printf (C_ ("argument on the board page", "%1$s (%2$s)"), reason, basis);
  return leio_block_add_item (list, leio_report_argument_mark (argument->state, rule->effect),
                              leio_report_argument_word (argument->state, rule->effect), line);
}

/* The first reason that decides and all cautions stand; the others where there is room. */
static gboolean
is_spare (LeioEffect effect, LeioSign sign, gboolean decided)
{
  return effect != LEIO_EFFECT_CAUTIONS && (decided || !decides (effect, sign));
}

static void
write_reasons (LeioBlock *card,
               const LeioReportInput *report,
               const LeioTreatmentAdvice *advice,
               LeioSign sign)
{
  LeioBlock *list = leio_block_add_list (card);
  gboolean decided = FALSE;

  for (guint i = 0; i < advice->arguments->len; i++)
    {
      const LeioArgumentAdvice *argument = g_ptr_array_index (advice->arguments, i);
      LeioEffect effect = leio_report_get_rule (report, argument)->effect;
      LeioBlock *item = NULL;

      if (argument->state != LEIO_ARGUMENT_IN_FORCE)
        continue;
      item = write_reason (list, report, argument);
      if (is_spare (effect, sign, decided))
        item->room = LEIO_ROOM_WIDE;
      decided |= decides (effect, sign);
    }
}

static void
write_card (LeioBlock *group,
            const LeioReportInput *report,
            const LeioTreatmentAdvice *advice,
            LeioSign sign)
{
  const char *name =
      leio_report_treatment_name (report->knowledge, advice->treatment, report->plain);
  LeioBlock *card = leio_block_add_card (group, sign, 3, name);

  write_reasons (card, report, advice, sign);
}

static void
write_group (LeioBlock *into, const LeioReportInput *report, LeioSign sign)
{
  g_autoptr (GPtrArray) members = leio_report_list_group (report, sign);
  gboolean against = sign == LEIO_SIGN_NOT_ADVISED || sign == LEIO_SIGN_CONTRAINDICATED;
  LeioBlock *group = leio_report_write_group (into, report, sign, members);
  g_autofree char *names = NULL;

  if (group == NULL)
    return;

  for (guint i = 0; i < members->len; i++)
    {
      write_card (group, report, g_ptr_array_index (members, i), sign);
      if (against)
        ((LeioBlock *) g_ptr_array_index (group->blocks, i))->room = LEIO_ROOM_WIDE;
    }
  if (!against)
    return;

  names = leio_report_dup_names (report, members);
  leio_block_add_paragraph (group, LEIO_TONE_NORMAL, names)->room = LEIO_ROOM_TIGHT;
}

/* What it can still become, and on what that depends. */
static void
write_open_card (LeioBlock *group,
                 const LeioReportInput *report,
                 const LeioTreatmentAdvice *advice)
{
  const LeioKnowledge *knowledge = report->knowledge;
  g_autofree char *statuses = leio_report_dup_status_phrases (advice->possible, report->plain);
  g_autofree char *questions
      = leio_report_dup_question_labels (knowledge, advice->depends_on, report->plain);
  g_autofree char *if_then = leio_report_dup_if_then (knowledge, advice);
  g_autofree char *line = NULL;
  LeioBlock *card = leio_block_add_card (
      group, LEIO_SIGN_OPEN, 3,
      leio_report_treatment_name (knowledge, advice->treatment, report->plain));
  LeioBlock *list = leio_block_add_list (card);

  if (*if_then != '\0' && !report->plain)
    {
      leio_block_add_item (list, NULL, NULL, if_then);
      return;
    }
  /* Translators: of a treatment that is not settled: %1$s are the statuses that are possible,
   * %2$s the questions that decide: “recommended or an option, by grade, size” */
  line = g_strdup_printf (C_ ("board page", "%1$s, by %2$s"), statuses, questions);
  leio_block_add_item (list, NULL, NULL, line);
}

/* Where hardly anything is answered nearly all treatments are open. */
static void
write_open_names (LeioBlock *group, const LeioReportInput *report, GPtrArray *members)
{
  g_autofree char *names = NULL;

  if (members->len <= OPEN_SHOWN)
    return;

  for (guint i = 0; i < group->blocks->len; i++)
    ((LeioBlock *) g_ptr_array_index (group->blocks, i))->room = LEIO_ROOM_WIDE;
  names = leio_report_dup_names (report, members);
  leio_block_add_paragraph (group, LEIO_TONE_NORMAL, names)->room = LEIO_ROOM_TIGHT;
}

static void
write_open (LeioBlock *into, const LeioReportInput *report)
{
  g_autoptr (GPtrArray) members = leio_report_list_group (report, LEIO_SIGN_OPEN);
  LeioBlock *group = leio_report_write_group (into, report, LEIO_SIGN_OPEN, members);
  g_autofree char *next = NULL;
  g_autofree char *line = NULL;

  if (group == NULL)
    return;

  for (guint i = 0; i < members->len; i++)
    write_open_card (group, report, g_ptr_array_index (members, i));
  write_open_names (group, report, members);
  if (report->advice->next_question < 0)
    {
      leio_block_add_paragraph (group, LEIO_TONE_NORMAL,
                                leio_report_nothing_to_ask (report->advice));
      return;
    }
  next = leio_report_dup_next (report);
  /* Translators: %s is a question */
  line = g_strdup_printf (_ ("Ask next: %s"), next);
  leio_block_add_paragraph (group, LEIO_TONE_NORMAL, line);
}

static void
write_left_out (LeioBlock *into, const LeioReportInput *report)
{
  g_autoptr (GPtrArray) others = leio_report_list_group (report, LEIO_SIGN_NOT_RELEVANT);
  g_autofree char *line = NULL;

  leio_block_add_paragraph (into, LEIO_TONE_SMALL,
                            _ ("Further reasons are left out here; they stand in the whole "
                               "report."))
      ->room = LEIO_ROOM_TIGHT;
  if (others->len == 0)
    return;

  line = g_strdup_printf (
      /* Translators: %u is how many treatments the page does not name */
      ngettext ("%u further treatment is not relevant in this case.",
                "%u further treatments are not relevant in this case.", others->len),
      others->len);
  leio_block_add_paragraph (into, LEIO_TONE_SMALL, line);
}

/* A decision that was not recorded is written by hand. */
static void
write_decision (LeioBlock *into, const LeioReportInput *report)
{
  LeioBlock *facts = NULL;

  if (leio_report_write_decision (into, report))
    return;

  into = leio_block_add_group (into, LEIO_SIGN_NONE, 2, _ ("Decision of the board"));
  facts = leio_block_add_facts (into, LEIO_TONE_NORMAL);
  leio_block_add_fact (facts, C_ ("board page", "Decision"), NULL);
  leio_block_add_fact (facts, C_ ("board page", "Reason for departing from the advice"), NULL);
  leio_block_add_fact (facts, C_ ("board page", "Next step, by whom, until when"), NULL);
  leio_block_add_fact (facts, C_ ("board page", "Present (by role), date"), NULL);
}

/* How a source is needed: not at all, by reasons that can be left out, by others. */
typedef enum
{
  CITED_NOT,
  CITED_WIDE,
  CITED_ALWAYS,
} Cited;

/* The reasons that stand in a card, in the order in which write_reasons() wrote them. */
static void
mark_cited (const LeioReportInput *report,
            const LeioTreatmentAdvice *advice,
            LeioSign sign,
            Cited *cited)
{
  gboolean against = sign == LEIO_SIGN_NOT_ADVISED || sign == LEIO_SIGN_CONTRAINDICATED;
  gboolean decided = FALSE;

  for (guint i = 0; i < advice->arguments->len; i++)
    {
      const LeioArgumentAdvice *argument = g_ptr_array_index (advice->arguments, i);
      const LeioRule *rule = leio_report_get_rule (report, argument);
      Cited how = against || is_spare (rule->effect, sign, decided) ? CITED_WIDE : CITED_ALWAYS;

      if (argument->state != LEIO_ARGUMENT_IN_FORCE)
        continue;
      for (guint j = 0; j < rule->evidence->len; j++)
        {
          Cited *it = &cited[g_array_index (rule->evidence, guint, j)];

          *it = MAX (*it, how);
        }
      decided |= decides (rule->effect, sign);
    }
}

/* Of the reasons on the page, each with its address: who wants to read it finds it. */
static void
write_sources (LeioBlock *into, const LeioReportInput *report)
{
  const GPtrArray *sources = report->knowledge->sources;
  g_autofree Cited *cited = g_new0 (Cited, sources->len + 1);
  LeioBlock *group = leio_block_add_group (into, LEIO_SIGN_NONE, 2, _ ("Sources"));
  LeioBlock *list = leio_block_add_sources (group);

  list->tone = LEIO_TONE_SMALL;
  for (guint i = LEIO_SIGN_URGENT; i < LEIO_SIGN_NOT_RELEVANT; i++)
    {
      g_autoptr (GPtrArray) members = leio_report_list_group (report, i);

      for (guint j = 0; i != LEIO_SIGN_OPEN && j < members->len; j++)
        mark_cited (report, g_ptr_array_index (members, j), i, cited);
    }
  for (guint i = 0; i < sources->len; i++)
    {
      const LeioSource *source = g_ptr_array_index (sources, i);

      if (cited[i] == CITED_NOT || !source->verified)
        continue;
      leio_block_add_source (list, source)->room =
          cited[i] == CITED_WIDE ? LEIO_ROOM_WIDE : LEIO_ROOM_ANY;
    }
  if (list->blocks->len == 0)
    g_ptr_array_set_size (into->blocks, (int) into->blocks->len - 1);
}

static void
write_advice (LeioBlock *into, const LeioReportInput *report)
{
  static const LeioSign signs[] = {
    LEIO_SIGN_URGENT,     LEIO_SIGN_RECOMMENDED, LEIO_SIGN_OPTION,
    LEIO_SIGN_TRIAL_ONLY, LEIO_SIGN_NOT_ADVISED, LEIO_SIGN_CONTRAINDICATED,
  };

  if (leio_report_is_contradictory (report))
    {
      leio_block_add_note (into, leio_report_contradiction ());
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    write_group (into, report, signs[i]);
  write_open (into, report);
  write_left_out (into, report);
}

void
leio_report_write_board_page (LeioBlock *into, const LeioReportInput *report)
{
  LeioBlock *facts = NULL;

  leio_report_write_case (into, report);
  facts = leio_block_add_group (into, LEIO_SIGN_NONE, 2, _ ("Facts"));
  if (leio_report_write_answers (facts, report)->blocks->len == 0)
    leio_block_add_paragraph (facts, LEIO_TONE_NORMAL, _ ("Nothing has been answered yet."));
  leio_report_write_odd (into, report);
  leio_report_write_notes (into, report, NOTES_SHOWN);
  write_advice (into, report);
  write_decision (into, report);
  write_sources (into, report);
}
