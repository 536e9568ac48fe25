/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The knowledge base to read: what it says about itself, what a proof over all
 * cases found, its rules, its sources and the properties that were proved, each
 * to search and to open. The proof runs in a thread, on a reference of its own to
 * the base; nothing here depends on a case.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-knowledge.h"

G_BEGIN_DECLS

#define LEIO_TYPE_KNOWLEDGE_WINDOW (leio_knowledge_window_get_type ())
G_DECLARE_FINAL_TYPE (LeioKnowledgeWindow, leio_knowledge_window, LEIO, KNOWLEDGE_WINDOW, GtkWindow)

/**
 * leio_knowledge_window_new:
 * @parent: the window that it stands over, and that closes it
 * @knowledge: the base; a reference is kept
 * @home: for reading at home: without rules and what is proved of them, and with the numbers of a
 *   source only when they are asked for
 */
GtkWidget *leio_knowledge_window_new (GtkWindow *parent, LeioKnowledge *knowledge, gboolean home);
gboolean leio_knowledge_window_get_home (LeioKnowledgeWindow *self);
void leio_knowledge_window_show_sources (LeioKnowledgeWindow *self);
/* Shows the source with this id; where there is none, the list of sources. */
void leio_knowledge_window_show_source (LeioKnowledgeWindow *self, const char *id);

G_END_DECLS
