/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the window of the knowledge base lists, and the page of each: a rule with
 * all it says, a source with its charts and the rules that rest on it, a property
 * that was proved. Links go by the actions "knowledge.show-rule" and
 * "knowledge.show-source", each with an id.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-knowledge.h"

G_BEGIN_DECLS

/* (transfer full): what a catalogue lists. A source that nobody has checked is not shown. */
GListModel *leio_knowledge_pages_list_rules (const LeioKnowledge *knowledge);
/* @home: without the words of clinicians. */
GListModel *leio_knowledge_pages_list_sources (const LeioKnowledge *knowledge, gboolean home);
GListModel *leio_knowledge_pages_list_properties (const LeioKnowledge *knowledge);

/* (transfer floating): the page; @knowledge must live longer. */
GtkWidget *leio_knowledge_pages_new_rule (const LeioKnowledge *knowledge, guint rule);
GtkWidget *
leio_knowledge_pages_new_source (const LeioKnowledge *knowledge, guint source, gboolean home);
GtkWidget *leio_knowledge_pages_new_property (const LeioKnowledge *knowledge, guint property);

G_END_DECLS
