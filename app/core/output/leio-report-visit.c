/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a patient takes to a visit, and home from it: the questions with room for
 * the answers, and the handout of the whole visit. Both are in plain words and
 * large letters; nothing in them is a verdict.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "leio-ask-list.h"
#include "leio-glossary.h"
#include "leio-report-kinds.h"
#include "leio-report-private.h"

/* Room for an answer by hand. */
#define ANSWER_LINES 3
#define MOST_ANSWER_LINES 400

static void
write_emergency (LeioBlock *into, const LeioReportInput *report)
{
  g_autofree char *text = leio_report_dup_emergency (report->knowledge, report->kase->answers,
                                                     report->advice, LEIO_REPORT_HOME);
  g_auto (GStrv) lines = text != NULL ? g_strsplit (text, "\n", -1) : NULL;

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    leio_block_add_note (into, lines[i]);
}

static void
write_title (LeioBlock *into, const LeioReportInput *report, LeioReportKind kind)
{
  leio_block_add_heading (into, 1, leio_report_kind_title (kind));
  if (*report->kase->label != '\0')
    leio_block_add_paragraph (into, LEIO_TONE_LEAD, report->kase->label);
  write_emergency (into, report);
}

/* Where the answer is known it stands there; else there is room for it. */
static void
write_answer (LeioBlock *card, const LeioAskItem *item)
{
  g_autofree char *answer = g_strstrip (g_strdup (item->answer));
  g_autofree char *text = NULL;

  if (*answer == '\0')
    {
      leio_block_add_rules (card, ANSWER_LINES);
      return;
    }
  /* Translators: %s is what a doctor answered */
  text = g_strdup_printf (_ ("Answer: %s"), answer);
  leio_report_write_lines (card, text, MOST_ANSWER_LINES);
}

static void
write_item (LeioBlock *into, const LeioAskItem *item, guint number)
{
  /* Translators: a question in a list: 1 is its number, 2 the question */
  g_autofree char *title = g_strdup_printf (C_ ("question", "%1$u. %2$s"), number, item->question);
  LeioBlock *card = leio_block_add_card (into, LEIO_SIGN_NONE, 3, title);

  if (*item->why != '\0')
    leio_block_add_paragraph (card, LEIO_TONE_SMALL, item->why);
  write_answer (card, item);
}

static void
write_list (LeioBlock *into, const LeioAskList *list)
{
  guint number = 0;

  for (guint i = 0; i < list->groups->len; i++)
    {
      const LeioAskGroup *group = g_ptr_array_index (list->groups, i);
      LeioBlock *block = leio_block_add_group (into, LEIO_SIGN_NONE, 2, group->title);

      for (guint k = 0; k < group->items->len; k++)
        write_item (block, g_ptr_array_index (group->items, k), ++number);
    }
  if (number == 0)
    leio_block_add_paragraph (into, LEIO_TONE_NORMAL, _ ("There is no question in this list yet."));
}

void
leio_report_write_questions (LeioBlock *into, const LeioReportInput *report, LeioEngine *engine)
{
  g_autoptr (LeioAskList) list = leio_ask_list_new (engine, report->kase, report->advice);

  write_title (into, report, LEIO_REPORT_QUESTIONS);
  leio_block_add_paragraph (
      into, LEIO_TONE_NORMAL,
      _ ("Take this list to your visit. You need not ask everything. Ask first what matters most "
         "to you, and write down what you hear."));
  write_list (into, list);
}

static void
write_situation (LeioBlock *into, const LeioReportInput *report)
{
  g_autofree char *summary = leio_report_dup_summary_for (
      report->knowledge, report->kase->answers, report->advice, LEIO_REPORT_HOME);
  g_autofree char *board = leio_report_dup_board_at_home (report->knowledge, report->advice);
  LeioBlock *group = leio_block_add_group (into, LEIO_SIGN_NONE, 2, _ ("Your situation"));

  if (*summary != '\0')
    leio_block_add_paragraph (group, LEIO_TONE_LEAD, summary);
  leio_report_write_answers (group, report);
  leio_report_write_odd (into, report);
  if (board != NULL)
    leio_block_add_paragraph (group, LEIO_TONE_NORMAL, board);
}

/* Of what is not clear yet or usually not used it is enough to know what it is. */
static void
write_names (LeioBlock *into, const LeioReportInput *report, LeioSign sign)
{
  g_autoptr (GPtrArray) members = leio_report_list_group (report, sign);
  LeioBlock *list = NULL;

  if (members->len == 0)
    return;

  into = leio_block_add_group (into, sign, 2, leio_report_sign_heading (report, sign));
  leio_block_add_paragraph (into, LEIO_TONE_NORMAL, _ ("Talk about this with your team."));
  list = leio_block_add_list (into);
  for (guint i = 0; i < members->len; i++)
    {
      const LeioTreatmentAdvice *advice = g_ptr_array_index (members, i);
      const LeioTreatment *treatment =
          g_ptr_array_index (report->knowledge->treatments, advice->treatment);
      g_autofree char *context = g_strdup_printf ("treatments/%s/plain", treatment->id);

      leio_block_add_item (list, NULL,
                           leio_report_treatment_name (report->knowledge, treatment->index, TRUE),
                           leio_knowledge_text (report->knowledge, context, treatment->plain));
    }
}

static void
write_treatments (LeioBlock *into, const LeioReportInput *report)
{
  if (leio_report_is_contradictory (report))
    {
      leio_block_add_paragraph (into, LEIO_TONE_NORMAL, leio_report_contradiction ());
      return;
    }

  for (guint i = LEIO_SIGN_URGENT; i <= LEIO_SIGN_TRIAL_ONLY; i++)
    leio_report_write_treatments (into, report, i);
  write_names (into, report, LEIO_SIGN_OPEN);
  write_names (into, report, LEIO_SIGN_NOT_ADVISED);
  write_names (into, report, LEIO_SIGN_CONTRAINDICATED);
}

static void
write_section (LeioBlock *into, const LeioKnowledge *knowledge, const LeioPageSection *section)
{
  LeioBlock *list = NULL;

  leio_block_add_heading (into, 3, leio_page_section_get_heading (section, knowledge));
  if (*section->text != '\0')
    leio_block_add_paragraph (into, LEIO_TONE_NORMAL,
                              leio_page_section_get_text (section, knowledge));
  list = leio_block_add_list (into);
  for (guint i = 0; i < section->points->len; i++)
    leio_block_add_item (list, NULL, NULL, leio_page_section_get_point (section, knowledge, i));
}

static void
write_when_to_call (LeioBlock *into, const LeioKnowledge *knowledge)
{
  for (guint i = 0; i < knowledge->pages->len; i++)
    {
      const LeioPage *page = g_ptr_array_index (knowledge->pages, i);
      g_autofree char *context = g_strdup_printf ("pages/%s/title", page->id);
      LeioBlock *group = NULL;

      if (!page->emergency)
        continue;
      group = leio_block_add_group (into, LEIO_SIGN_NONE, 2,
                                    leio_knowledge_text (knowledge, context, page->title));
      for (guint k = 0; k < page->sections->len; k++)
        write_section (group, knowledge, g_ptr_array_index (page->sections, k));
    }
}

/* Every word of the glossary in @block. */
static void
find_terms (const LeioGlossary *glossary, const LeioBlock *block, GArray *terms)
{
  leio_glossary_add_terms (glossary, block->text, terms);
  if (block->label != NULL)
    leio_glossary_add_terms (glossary, block->label, terms);
  for (guint i = 0; i < block->blocks->len; i++)
    find_terms (glossary, g_ptr_array_index (block->blocks, i), terms);
}

static int
compare_terms (gconstpointer a, gconstpointer b, gpointer glossary)
{
  return g_utf8_collate (leio_glossary_get_word (glossary, *(const guint *) a),
                         leio_glossary_get_word (glossary, *(const guint *) b));
}

static void
write_words (LeioBlock *into, const LeioKnowledge *knowledge)
{
  g_autoptr (LeioGlossary) glossary = leio_glossary_new (knowledge);
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (guint));
  LeioBlock *list = NULL;

  find_terms (glossary, into, terms);
  if (terms->len == 0)
    return;

  g_array_sort_with_data (terms, compare_terms, glossary);
  into = leio_block_add_group (into, LEIO_SIGN_NONE, 2, _ ("Words used here"));
  list = leio_block_add_list (into);
  for (guint i = 0; i < terms->len; i++)
    {
      guint term = g_array_index (terms, guint, i);

      leio_block_add_item (list, NULL, leio_glossary_get_word (glossary, term),
                           leio_glossary_get_meaning (glossary, term));
    }
}

void
leio_report_write_handout (LeioBlock *into, const LeioReportInput *report, LeioEngine *engine)
{
  g_autoptr (LeioAskList) list = leio_ask_list_new (engine, report->kase, report->advice);

  write_title (into, report, LEIO_REPORT_HANDOUT);
  write_situation (into, report);
  leio_report_write_decision (into, report);
  write_treatments (into, report);
  write_when_to_call (into, report->knowledge);
  leio_block_add_heading (into, 1, leio_report_kind_title (LEIO_REPORT_QUESTIONS));
  write_list (into, list);
  write_words (into, report->knowledge);
}
