/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a reader must know about a knowledge base before relying on it, in words:
 * its attributes, what it holds, what a proof found, what a rule says and when,
 * and of what kind a source is. Window and command line say the same.
 */
#pragma once

#include "leio-audit.h"

G_BEGIN_DECLS

/* One fact of the knowledge base about itself. */
typedef struct
{
  char *name;    /* "funding" */
  char *heading; /* translated: "Funding" */
  char *text;    /* translated */
} LeioReportFact;

/**
 * leio_report_list_facts:
 * @knowledge: the knowledge base
 *
 * Version and review date, the attributes in the order of the file, and what the base holds.
 *
 * Returns: (transfer full) (element-type LeioReportFact): the facts
 */
GPtrArray *leio_report_list_facts (const LeioKnowledge *knowledge);

/**
 * leio_report_dup_proof:
 * @audit: the result of a proof over all cases
 *
 * Returns: (transfer full): over how many cases and properties, and what it found, translated
 */
char *leio_report_dup_proof (const LeioAudit *audit);

/**
 * leio_report_dup_grouped:
 * @digits: a text with a long number
 *
 * Returns: (transfer full): the text, with a narrow space between each three digits
 */
char *leio_report_dup_grouped (const char *digits);

/**
 * leio_report_list_conditions:
 * @knowledge: the knowledge base
 * @condition: the condition of a rule
 *
 * Returns: (transfer full) (element-type utf8): the clauses that must all hold, translated: "site:
 *   “Uterus”", "size: over 5 cm". Named conditions stand with their title.
 */
GPtrArray *
leio_report_list_conditions (const LeioKnowledge *knowledge, const LeioCondition *condition);

/* "Recommends", "Advises against": what a rule does to its treatments. */
const char *leio_report_effect_word (LeioEffect effect);
/* "Randomized trial"; a kind that this program does not know stands by its id. */
const char *leio_report_kind_word (const char *kind);

G_END_DECLS
