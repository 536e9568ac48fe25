/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The agenda of a meeting: every case with what is missing in it, in an order
 * that is changed by dragging, by Alt+Up and Alt+Down, and by buttons.
 *
 * Actions: agenda.move (uu: from, to), agenda.move-up, agenda.move-down,
 * agenda.remove, all of the selected case but the first.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-adaptive-bin.h"
#include "leio-agenda-list.h"

G_BEGIN_DECLS

#define LEIO_TYPE_AGENDA_PAGE (leio_agenda_page_get_type ())
G_DECLARE_FINAL_TYPE (LeioAgendaPage, leio_agenda_page, LEIO, AGENDA_PAGE, GtkWidget)

/* Signal "case-chosen" (guint place): a case is to be opened. */

GtkWidget *leio_agenda_page_new (void);
/* @list: (nullable) */
void leio_agenda_page_set_list (LeioAgendaPage *self, LeioAgendaList *list);
/* Selects the case and brings it into view. */
void leio_agenda_page_select (LeioAgendaPage *self, guint place);
/* The place of the selected case, or GTK_INVALID_LIST_POSITION. */
guint leio_agenda_page_get_selected (LeioAgendaPage *self);

/* Tells whether there is little room. */
LeioAdaptiveBin *leio_agenda_page_get_bin (LeioAgendaPage *self);

G_END_DECLS
