/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the board decided, and what is advised differently since, as blocks of a
 * report.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "leio-report-decision.h"
#include "leio-report-private.h"

static void
write_changes (LeioBlock *into, const LeioReportInput *report, const LeioReportChanges *changes)
{
  g_autofree char *title = leio_report_changes_dup_title (changes, report->knowledge->version);
  LeioBlock *list = NULL;

  leio_block_add_paragraph (into, LEIO_TONE_NORMAL, title);
  if (!changes->same_answers)
    leio_block_add_paragraph (into, LEIO_TONE_NORMAL,
                              _ ("The answers have changed since, so not all of this comes from "
                                 "the knowledge base."));
  list = leio_block_add_list (into);
  for (guint i = 0; i < changes->changes->len; i++)
    {
      const LeioReportChange *change = g_ptr_array_index (changes->changes, i);
      g_autofree char *line = g_strconcat (change->text, ". ", change->reason, NULL);

      leio_block_add_item (list, NULL, NULL, g_strstrip (line));
    }
}

static void
write_item (LeioBlock *list, const LeioReportDecisionItem *item)
{
  g_autoptr (GString) line = g_string_new (item->title);

  g_string_append_c (line, '.');
  for (guint i = 0; i < item->lines->len; i++)
    g_string_append_printf (line, " %s", (const char *) g_ptr_array_index (item->lines, i));
  leio_block_add_item (list, NULL, NULL, line->str);
}

static void
write_text (LeioBlock *into, const char *text)
{
  if (*text != '\0')
    leio_block_add_paragraph (into, LEIO_TONE_NORMAL, text);
}

static void
write_missing (LeioBlock *into, const LeioReportDecision *decision)
{
  LeioBlock *list = NULL;

  if (decision->missing->len == 0)
    return;

  list = leio_block_add_list (into);
  for (guint i = 0; i < decision->missing->len; i++)
    leio_block_add_item (list, "!", NULL, g_ptr_array_index (decision->missing, i));
}

gboolean
leio_report_write_decision (LeioBlock *into, const LeioReportInput *report)
{
  g_autoptr (LeioReportDecision) decision = leio_report_decision_new (
      report->knowledge, report->kase, report->advice,
      report->plain ? LEIO_REPORT_HOME : LEIO_REPORT_CLINICIAN);
  LeioBlock *list = NULL;

  if (decision == NULL)
    return FALSE;

  into = leio_block_add_group (into, LEIO_SIGN_NONE, 2, decision->heading);
  list = leio_block_add_list (into);
  for (guint i = 0; i < decision->items->len; i++)
    write_item (list, g_ptr_array_index (decision->items, i));
  write_text (into, decision->next_step);
  write_text (into, decision->participants);
  write_text (into, decision->origin);
  write_missing (into, decision);
  if (decision->changes != NULL)
    write_changes (into, report, decision->changes);
  return TRUE;
}

void
leio_report_write_past (LeioBlock *into, const LeioReportInput *report)
{
  g_autoptr (LeioReportChanges) changes = NULL;
  LeioBlock *group = NULL;

  if (report->past == NULL)
    return;

  changes =
      leio_report_changes_new (report->knowledge, report->kase, report->advice, report->past,
                               report->plain ? LEIO_REPORT_HOME : LEIO_REPORT_CLINICIAN);
  group = leio_block_add_group (into, LEIO_SIGN_NONE, 2, _ ("Advised differently now"));
  write_changes (group, report, changes);
}
