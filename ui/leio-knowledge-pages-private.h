/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words that rows and pages of the knowledge base share.
 */
#pragma once

#include "leio-knowledge-pages.h"

G_BEGIN_DECLS

const char *
leio_knowledge_pages_get_treatment_name (const LeioKnowledge *knowledge, guint treatment);
/* "Doxorubicin, Trabectedin", or "Doxorubicin and 9 others". */
char *leio_knowledge_pages_dup_treatments (const LeioKnowledge *knowledge, const LeioRule *rule);
/* (element-type utf8): the names of all of them, lent. */
GPtrArray *
leio_knowledge_pages_list_treatments (const LeioKnowledge *knowledge, const LeioRule *rule);
/* "Recommends: Staging CT". */
char *leio_knowledge_pages_dup_rule_title (const LeioKnowledge *knowledge, const LeioRule *rule);
char *leio_knowledge_pages_dup_reason (const LeioKnowledge *knowledge,
                                       const LeioRule *rule,
                                       gboolean plain);
char *leio_knowledge_pages_dup_why (const LeioKnowledge *knowledge, const LeioProperty *property);
/* What a property says of its treatment. */
char *
leio_knowledge_pages_dup_claim (const LeioKnowledge *knowledge, const LeioProperty *property);
/* "Randomized trial, 2024". */
char *leio_knowledge_pages_dup_kind_line (const LeioSource *source);
char *leio_knowledge_pages_dup_use (guint n_rules);
/* (element-type guint): the rules that rest on @source. */
GArray *leio_knowledge_pages_list_users (const LeioKnowledge *knowledge, guint source);

G_END_DECLS
