/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of questionnaire and treatments as they are shown: translated, and in the
 * reading that is open. Strings are lent by the knowledge base unless said otherwise.
 */
#pragma once

#include "leio-knowledge.h"

G_BEGIN_DECLS

const char *leio_wording_section (const LeioKnowledge *knowledge, guint section, gboolean plain);
const char *leio_wording_question (const LeioKnowledge *knowledge, guint question, gboolean plain);
const char *leio_wording_short_label (const LeioKnowledge *knowledge, guint question);
/* The same in the reading that is open: "ECOG", at home "how active you are". */
const char *
leio_wording_question_name (const LeioKnowledge *knowledge, guint question, gboolean plain);
const char *
leio_wording_value (const LeioKnowledge *knowledge, guint question, guint value, gboolean plain);
/* Names of what is advised: a treatment, when it comes, and what it is an alternative in. */
const char *
leio_wording_treatment (const LeioKnowledge *knowledge, guint treatment, gboolean plain);
const char *leio_wording_phase (const LeioKnowledge *knowledge, guint phase, gboolean plain);
/* What an example is called; @name is that of its file, @label what it says itself. */
const char *
leio_wording_example (const LeioKnowledge *knowledge, const char *name, const char *label);
const char *leio_wording_choice (const LeioKnowledge *knowledge, guint choice, gboolean plain);
/* (nullable): why it is asked, and where its answer is found. */
const char *leio_wording_why (const LeioKnowledge *knowledge, guint question, gboolean plain);
const char *leio_wording_help (const LeioKnowledge *knowledge, guint question, gboolean plain);
/* (transfer full): why the combination cannot be, with the answers of the case filled in. */
char *leio_wording_dup_impossible (const LeioKnowledge *knowledge,
                                   guint impossible,
                                   const LeioAnswers *answers,
                                   gboolean plain);

G_END_DECLS
