/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Past advice beside the present one: what a case keeps of the advice is made
 * here, and what is advised differently since is told, per treatment and with the
 * reason of today. The older knowledge base is not needed for it.
 */
#pragma once

#include "leio-report.h"

G_BEGIN_DECLS

/* One treatment that is advised differently. */
typedef struct
{
  char *id;
  int treatment;   /* index; -1: the knowledge base does not have it any more */
  guint from, to;  /* statuses as bits; not relevant where it was not there */
  char *name;      /* in the words of the reading */
  char *text;      /* "Ablation: was not advised, is now an option" */
  char *reason;    /* of today, with a final stop; "" where none applies */
} LeioReportChange;

typedef struct
{
  char *version;         /* of the knowledge base that advised then */
  gboolean same_answers; /* else some of the changes may come from the answers */
  GPtrArray *changes;    /* LeioReportChange, in the order of the knowledge base */
} LeioReportChanges;

LeioPastAdvice *leio_report_keep_advice (const LeioKnowledge *knowledge,
                                         const LeioCase *kase,
                                         const LeioAdvice *advice);
LeioCase *leio_report_copy_with_advice (const LeioKnowledge *knowledge,
                                        const LeioCase *kase,
                                        const LeioAdvice *advice);
guint leio_report_past_statuses (const LeioPastAdvice *past, const char *treatment);
const LeioPastAdvice *leio_report_find_other_advice (const LeioKnowledge *knowledge,
                                                     const LeioCase *kase);
LeioReportChanges *leio_report_changes_new (const LeioKnowledge *knowledge,
                                            const LeioCase *kase,
                                            const LeioAdvice *advice,
                                            const LeioPastAdvice *past,
                                            LeioReportReading reading);
void leio_report_changes_free (LeioReportChanges *self);
char *leio_report_changes_dup_title (const LeioReportChanges *self, const char *version);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioReportChanges, leio_report_changes_free)

G_END_DECLS
