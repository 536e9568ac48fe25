/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One question of the list that is taken along, with the reason for it and what
 * was answered. The row that is open has the tools to change it below.
 *
 * Keys: Enter opens it, Alt+Up and Alt+Down move it, Delete takes it out.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-visit-edit.h"

G_BEGIN_DECLS

#define LEIO_TYPE_ASK_ROW (leio_ask_row_get_type ())
G_DECLARE_FINAL_TYPE (LeioAskRow, leio_ask_row, LEIO, ASK_ROW, GtkListBoxRow)

/* @session: lent; it must live longer */
GtkWidget *leio_ask_row_new (LeioSession *session, const char *id);
/* Shows its question as @item of @group, with @number before it. */
void leio_ask_row_show (LeioAskRow *self, const LeioAskList *list, const LeioAskGroup *group,
                        const LeioAskItem *item, guint number);
void leio_ask_row_set_locked (LeioAskRow *self, gboolean locked);
void leio_ask_row_set_open (LeioAskRow *self, const LeioAskList *list, gboolean open);
gboolean leio_ask_row_get_open (LeioAskRow *self);
const char *leio_ask_row_get_id (LeioAskRow *self);
guint leio_ask_row_get_number (LeioAskRow *self);
/* What stands above the first of a group; the intro is nullable. */
const char *leio_ask_row_get_title (LeioAskRow *self);
const char *leio_ask_row_get_intro (LeioAskRow *self);

G_END_DECLS
