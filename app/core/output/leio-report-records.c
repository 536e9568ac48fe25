/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records of decisions as a table (CSV, RFC 4180, UTF-8), a line a treatment, for
 * a spreadsheet or a registry. A case whose decision names no treatment has one line.
 *
 * A spreadsheet takes a cell that begins with =, +, -, @, a tab or a return for a
 * formula and runs it, and what stands in a case may come from anywhere. Such cells get
 * an apostrophe in front. Columns hold ids, not words, so that they can be counted in
 * every language.
 */
#include "config.h"

#include <string.h>

#include "leio-report-decision.h"

static const char *const columns[] = {
  "file", "label", "knowledge_version", "date", "participants", "participants_note", "treatment",
  "name", "verdict", "sequence", "advised", "departure", "reason", "reason_text", "alternatives",
  "follow_up", "follow_up_date", "follow_up_note", "next_step", "complete",
};

static void
add_cell (GString *csv, const char *text)
{
  gboolean formula = *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;

  if (csv->len > 0 && csv->str[csv->len - 1] != '\n')
    g_string_append_c (csv, ',');
  g_string_append_c (csv, '"');
  if (formula)
    g_string_append_c (csv, '\'');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *text);
    }
  g_string_append_c (csv, '"');
}

static void
end_line (GString *csv)
{
  g_string_append (csv, "\r\n");
}

/**
 * leio_report_add_records_heading:
 * @csv: a table without lines
 *
 * Adds the line that names the columns.
 */
void
leio_report_add_records_heading (GString *csv)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_cell (csv, columns[i]);
  end_line (csv);
}

static void
add_participants (GString *csv, const LeioDecision *decision)
{
  g_autoptr (GString) roles = g_string_new (NULL);

  for (guint i = 0; i < LEIO_N_ROLES; i++)
    if ((decision->participants & (1u << i)) != 0)
      g_string_append_printf (roles, "%s%s", roles->len > 0 ? " " : "", leio_role_to_id (i));
  add_cell (csv, roles->str);
}

static void
add_advised (GString *csv, const LeioDecision *decision, const LeioDecisionEntry *entry)
{
  guint possible = decision->advice != NULL
                       ? leio_report_past_statuses (decision->advice, entry->treatment)
                       : 0;
  g_autoptr (GString) statuses = g_string_new (NULL);

  for (guint i = 0; i < LEIO_N_STATUSES; i++)
    if ((possible & (1u << i)) != 0)
      g_string_append_printf (statuses, "%s%s", statuses->len > 0 ? " " : "",
                              leio_status_to_id (i));
  add_cell (csv, statuses->str);
}

static const char *
get_departure_id (LeioDeparture departure)
{
  switch (departure)
    {
    case LEIO_DEPARTURE_CHOSEN:
      return "chosen";
    case LEIO_DEPARTURE_LEFT_OUT:
      return "left_out";
    case LEIO_DEPARTURE_NONE:
      break;
    }
  return "";
}

static void
add_alternatives (GString *csv, const LeioDecisionEntry *entry)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < entry->alternatives->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            (const char *) g_ptr_array_index (entry->alternatives, i));
  add_cell (csv, ids->str);
}

static void
add_entry (GString *csv, const LeioDecision *decision, const LeioDecisionEntry *entry)
{
  g_autofree char *sequence =
      entry->sequence > 0 ? g_strdup_printf ("%u", entry->sequence) : g_strdup ("");

  add_cell (csv, entry->treatment);
  add_cell (csv, entry->name);
  add_cell (csv, leio_verdict_to_id (entry->verdict));
  add_cell (csv, sequence);
  add_advised (csv, decision, entry);
  add_cell (csv, get_departure_id (leio_report_get_departure (decision, entry)));
  add_cell (csv, entry->reason != LEIO_REASON_NONE ? leio_reason_to_id (entry->reason) : "");
  add_cell (csv, entry->reason_text);
  add_alternatives (csv, entry);
  add_cell (csv,
            entry->follow_up != LEIO_FOLLOW_UP_NONE ? leio_follow_up_to_id (entry->follow_up) : "");
  add_cell (csv, entry->follow_up_date);
  add_cell (csv, entry->follow_up_note);
}

/* The columns of a treatment, from "treatment" to "follow_up_note". */
#define N_ENTRY_COLUMNS 12

static void
add_line (GString *csv,
          const LeioKnowledge *knowledge,
          const LeioCase *kase,
          const char *file,
          const LeioDecisionEntry *entry)
{
  const LeioDecision *decision = kase->decision;
  g_autoptr (GPtrArray) missing = leio_report_list_missing (decision);
  const char *version = decision->advice != NULL ? decision->advice->knowledge_version
                        : kase->knowledge_version != NULL ? kase->knowledge_version
                                                          : knowledge->version;

  add_cell (csv, file);
  add_cell (csv, kase->label);
  add_cell (csv, version);
  add_cell (csv, decision->date);
  add_participants (csv, decision);
  add_cell (csv, decision->participants_note);
  if (entry != NULL)
    add_entry (csv, decision, entry);
  for (guint i = 0; entry == NULL && i < N_ENTRY_COLUMNS; i++)
    add_cell (csv, "");
  add_cell (csv, decision->next_step);
  add_cell (csv, missing->len == 0 ? "yes" : "no");
  end_line (csv);
}

/**
 * leio_report_add_records:
 * @csv: a table
 * @knowledge: the knowledge base
 * @kase: a case
 * @file: the name of its file, in UTF-8
 *
 * Adds a line for each treatment that is decided on; none where the case has no decision.
 */
void
leio_report_add_records (GString *csv,
                         const LeioKnowledge *knowledge,
                         const LeioCase *kase,
                         const char *file)
{
  const LeioDecision *decision = kase->decision;

  if (decision == NULL)
    return;

  if (decision->entries->len == 0)
    add_line (csv, knowledge, kase, file, NULL);
  for (guint i = 0; i < decision->entries->len; i++)
    add_line (csv, knowledge, kase, file, g_ptr_array_index (decision->entries, i));
}
