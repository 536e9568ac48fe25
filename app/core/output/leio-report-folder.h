/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The records of many files: which files of a folder are cases, and the table of
 * what is recorded in them. What cannot be read is told and passed over. Nothing here
 * needs an engine, so a thread may do it.
 */
#pragma once

#include <gio/gio.h>

#include "leio-report-decision.h"

G_BEGIN_DECLS

void leio_report_list_cases (GFile *file, GPtrArray *files, GPtrArray *faults);
void leio_report_add_records_of_file (GString *csv,
                                      const LeioKnowledge *knowledge,
                                      GFile *file,
                                      GPtrArray *faults);

G_END_DECLS
