/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One case of an agenda in a list: first the name of its file, and what was found
 * in it as soon as it is read.
 */
#pragma once

#include <gio/gio.h>

#include "leio-agenda-report.h"

G_BEGIN_DECLS

#define LEIO_TYPE_AGENDA_ITEM (leio_agenda_item_get_type ())
G_DECLARE_FINAL_TYPE (LeioAgendaItem, leio_agenda_item, LEIO, AGENDA_ITEM, GObject)

/* Signal "changed" (): there is another row. */

/* @row: (transfer full) */
LeioAgendaItem *leio_agenda_item_new (LeioAgendaRow *row);
const LeioAgendaRow *leio_agenda_item_get_row (LeioAgendaItem *self);
/* @row: (transfer full): what was found in the file now */
void leio_agenda_item_take_row (LeioAgendaItem *self, LeioAgendaRow *row);
/* Whether the file was read, with or without success. */
gboolean leio_agenda_item_is_read (LeioAgendaItem *self);
/* (transfer full): all that its row shows, for a screen reader; @place from 1. */
char *leio_agenda_item_dup_name (LeioAgendaItem *self, guint place);

G_END_DECLS
