/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The row of one case on the agenda: its place, label, summary and stage, and
 * what is missing; of a case that cannot be opened, why. It is dragged to where
 * another case is to stand: then it activates "agenda.move" (uu: from, to).
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-agenda-item.h"

G_BEGIN_DECLS

#define LEIO_TYPE_AGENDA_ENTRY (leio_agenda_entry_get_type ())
G_DECLARE_FINAL_TYPE (LeioAgendaEntry, leio_agenda_entry, LEIO, AGENDA_ENTRY, GtkWidget)

/* For @list_item, which is lent. */
GtkWidget *leio_agenda_entry_new (GtkListItem *list_item);
/* Follows the item of the list item, or none. */
void leio_agenda_entry_set_item (LeioAgendaEntry *self, LeioAgendaItem *item);

/* Fewer words fit on a line: there is room for more lines. */
void leio_agenda_entry_set_narrow (LeioAgendaEntry *self, gboolean narrow);

G_END_DECLS
