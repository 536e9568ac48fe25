/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done to one question that is taken along: to word it, to write down
 * the answer, to move it, and to take it out. An empty question is not taken: it
 * stays as it was.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-visit-edit.h"

G_BEGIN_DECLS

#define LEIO_TYPE_ASK_TOOLS (leio_ask_tools_get_type ())
G_DECLARE_FINAL_TYPE (LeioAskTools, leio_ask_tools, LEIO, ASK_TOOLS, GtkWidget)

/* @session: lent; it must live longer */
GtkWidget *leio_ask_tools_new (LeioSession *session);
/* Shows @item of @list; it is the same question each time. */
void
leio_ask_tools_show (LeioAskTools *self, const LeioAskList *list, const LeioAskItem *item);

G_END_DECLS
