/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A whole case as text that people read, send and change, one line a question:
 *
 *     Leio case: leiomyosarcoma 2026.11
 *     Label: Board 12
 *     site: Uterus
 *     size: 8.5 cm
 *     sites of spread: Lung; Liver
 *     symptoms: None of these
 *     grade: Not known
 *     Notes: seen twice
 *       second line of the notes
 *
 * A question is named by its short label, by its whole text or by its id, a
 * value by its label in either reading or by its id, in the language in use or in
 * that of the knowledge base; capitals do not matter. A line with nothing after
 * the colon leaves the question open. What was written is read as exactly the
 * same case; where a word would be ambiguous the id is written instead.
 *
 * Answers of a newer knowledge base and members of a newer format are no part of
 * the text.
 */
#pragma once

#include "leio-case.h"
#include "leio-knowledge.h"

G_BEGIN_DECLS

/**
 * leio_case_text_write:
 * @knowledge: the knowledge base
 * @kase: a case of it
 *
 * Returns: (transfer full): the case as text, in the language in use
 */
char *leio_case_text_write (const LeioKnowledge *knowledge, const LeioCase *kase);
/**
 * leio_case_text_read:
 * @knowledge: the knowledge base
 * @text: what somebody pasted
 * @error: every fault, one a line: "line 3: found 'limbs', expected …", at most eight of them
 *
 * The text of a case file (it begins with a brace) is read too.
 *
 * Returns: (transfer full) (nullable): the case
 */
LeioCase *
leio_case_text_read (const LeioKnowledge *knowledge, const char *text, GError **error);

G_END_DECLS
