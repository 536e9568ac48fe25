/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages for reading at home as plain text: for the command line, for copying
 * and for paper. Everything is in the user's language.
 */
#pragma once

#include "leio-knowledge.h"

G_BEGIN_DECLS

/**
 * leio_report_page_part_heading:
 * @part: a part of the page about a treatment
 *
 * Returns: (transfer none): "What speaks against it"
 */
const char *leio_report_page_part_heading (LeioPagePart part);
/**
 * leio_report_dup_page_list:
 * @knowledge: the knowledge base
 *
 * Returns: (transfer full): the chapters with the ids and titles of their pages, then the
 *   treatments by group
 */
char *leio_report_dup_page_list (const LeioKnowledge *knowledge);
/**
 * leio_report_dup_page:
 * @knowledge: the knowledge base
 * @page: one of its pages
 *
 * Returns: (transfer full): the page with the labels of its sources
 */
char *leio_report_dup_page (const LeioKnowledge *knowledge, const LeioPage *page);
/**
 * leio_report_dup_treatment_page:
 * @knowledge: the knowledge base
 * @page: the page about one of its treatments
 *
 * Returns: (transfer full): the page with the labels of its sources
 */
char *leio_report_dup_treatment_page (const LeioKnowledge *knowledge,
                                      const LeioTreatmentPage *page);

G_END_DECLS
