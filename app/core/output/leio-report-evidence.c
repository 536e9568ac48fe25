/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The evidence in a case: each source that speaks in it, with whom was studied,
 * what was found, its figures, and the treatments for which it is named here.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "leio-report-private.h"

static gboolean
cites (const LeioRule *rule, guint source)
{
  for (guint i = 0; i < rule->evidence->len; i++)
    if (g_array_index (rule->evidence, guint, i) == source)
      return TRUE;
  return FALSE;
}

/* NULL, or "Hysterectomy (recommended)". */
static char *
dup_use (const LeioReportInput *report, const LeioTreatmentAdvice *advice, guint source)
{
  g_autofree char *statuses = NULL;
  gboolean used = FALSE;

  for (guint i = 0; i < advice->arguments->len; i++)
    used |= cites (leio_report_get_rule (report, g_ptr_array_index (advice->arguments, i)), source);
  if (!used)
    return NULL;

  statuses = leio_report_dup_status_phrases (advice->possible, report->plain);
  /* Translators: %1$s is a treatment, %2$s its status: “Hysterectomy (recommended)” */
  return g_strdup_printf (C_ ("evidence list", "%1$s (%2$s)"),
                          leio_report_treatment_name (report->knowledge, advice->treatment,
                                                      report->plain),
                          statuses);
}

static char *
dup_uses (const LeioReportInput *report, guint source)
{
  g_autoptr (GPtrArray) uses = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < report->advice->treatments->len; i++)
    {
      char *use = dup_use (report, g_ptr_array_index (report->advice->treatments, i), source);

      if (use != NULL)
        g_ptr_array_add (uses, use);
    }
  return leio_report_join (uses);
}

static void
write_text (LeioBlock *facts,
            const LeioReportInput *report,
            const LeioSource *source,
            const char *label,
            const char *field,
            const char *text)
{
  g_autofree char *context = g_strdup_printf ("sources/%s/%s", source->id, field);

  if (leio_report_has_text (text))
    leio_block_add_fact (facts, label, leio_knowledge_text (report->knowledge, context, text));
}

static void
write_citation (LeioBlock *facts, const LeioSource *source)
{
  g_autofree char *citation = leio_source_dup_citation (source);
  g_autofree char *link = leio_source_dup_link (source);
  g_autofree char *text = link != NULL ? g_strconcat (citation, " ", link, NULL) : NULL;
  LeioBlock *fact =
      leio_block_add_fact (facts, _ ("Published"), text != NULL ? text : citation);

  fact->link = g_steal_pointer (&link);
}

static void
write_source (LeioBlock *into, const LeioReportInput *report, const LeioSource *source)
{
  LeioBlock *card = leio_block_add_card (into, LEIO_SIGN_NONE, 3, source->label);
  LeioBlock *facts = NULL;
  g_autofree char *uses = dup_uses (report, source->index);

  facts = leio_block_add_facts (card, LEIO_TONE_NORMAL);
  write_citation (facts, source);
  write_text (facts, report, source, _ ("Studied"), "population", source->population);
  if (!report->plain)
    write_text (facts, report, source, _ ("Found"), "finding", source->finding);
  leio_block_add_fact (facts, _ ("In this case named for"), uses);
  for (guint i = 0; !report->plain && i < source->figures->len; i++)
    leio_block_add_figure (card, g_ptr_array_index (source->figures, i));
}

void
leio_report_write_evidence (LeioBlock *into, const LeioReportInput *report)
{
  g_autoptr (GPtrArray) sources = leio_report_list_sources (report);
  g_autofree char *heading = NULL;
  LeioBlock *group = NULL;

  if (sources->len == 0)
    {
      leio_block_add_note (into, _ ("No source speaks in this case."));
      return;
    }

  /* Translators: a heading; %u is how many sources follow */
  heading = g_strdup_printf (_ ("Sources (%u)"), sources->len);
  group = leio_block_add_group (into, LEIO_SIGN_NONE, 2, heading);
  for (guint i = 0; i < sources->len; i++)
    write_source (group, report, g_ptr_array_index (sources, i));
  /* Nobody is to come upon a number of survival by turning a page. */
  if (report->plain)
    leio_block_add_note (into, _ ("What was found, with its numbers, is shown in the program when "
                                  "you ask for it: open a source, and choose “Show the numbers”."));
}
