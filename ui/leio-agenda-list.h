/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An open agenda: its cases as a list model of LeioAgendaItem, their order, and
 * the file that keeps it. The names are there as soon as it is loaded; a thread
 * with an engine of its own then reads one case after the other, so that neither
 * 500 cases nor a slow disk hold up the window.
 *
 * The state changes only on success: after a failed save the order counts as not
 * saved.
 */
#pragma once

#include <gio/gio.h>

#include "leio-agenda-item.h"

G_BEGIN_DECLS

#define LEIO_TYPE_AGENDA_LIST (leio_agenda_list_get_type ())
G_DECLARE_FINAL_TYPE (LeioAgendaList, leio_agenda_list, LEIO, AGENDA_LIST, GObject)

/* Properties, all notify: "title" (string), "dirty" (boolean: it is not saved), "n-faults" (uint:
 * the cases that cannot be opened, as far as they are read). */

/**
 * leio_agenda_list_load_async:
 * @file: a folder or an agenda file
 * @knowledge: what its cases are read with; a reference is kept
 * @cancellable: (nullable): to give up
 * @callback: called once, with no source object
 * @user_data: for @callback
 */
void leio_agenda_list_load_async (GFile *file,
                                  LeioKnowledge *knowledge,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/* (transfer full) (nullable): the agenda, whose cases are read from now on. */
LeioAgendaList *leio_agenda_list_load_finish (GAsyncResult *result, GError **error);

/* Reads no further case: for who gives the list up. */
void leio_agenda_list_close (LeioAgendaList *self);

/* (transfer none): the items in their order; it stays the same. */
GListModel *leio_agenda_list_get_model (LeioAgendaList *self);
/* Its title, or else the name of its file or folder. */
char *leio_agenda_list_dup_title (LeioAgendaList *self);
const char *leio_agenda_list_get_title (LeioAgendaList *self);
void leio_agenda_list_set_title (LeioAgendaList *self, const char *title);
const char *leio_agenda_list_get_date (LeioAgendaList *self);
/* @date: a day as "2026-11-25", or "" */
void leio_agenda_list_set_date (LeioAgendaList *self, const char *date);
GFile *leio_agenda_list_get_folder (LeioAgendaList *self);
GFile *leio_agenda_list_get_file (LeioAgendaList *self); /* (nullable): of the agenda */
gboolean leio_agenda_list_get_dirty (LeioAgendaList *self);
guint leio_agenda_list_get_n_faults (LeioAgendaList *self);
/* The place of a case from 0, or -1; @file is nullable. */
int leio_agenda_list_find (LeioAgendaList *self, GFile *file);
/* (transfer none) (nullable) */
LeioAgendaItem *leio_agenda_list_get_item (LeioAgendaList *self, guint place);

/* The case at @from is at @to afterwards. */
void leio_agenda_list_move (LeioAgendaList *self, guint from, guint to);
/* Takes the case off the agenda; its file stays. */
void leio_agenda_list_remove (LeioAgendaList *self, guint place);
/* Adds a case at the end, unless it is there. */
void leio_agenda_list_add (LeioAgendaList *self, GFile *file);
/* The file of a case was written: it is read again. */
void leio_agenda_list_reread (LeioAgendaList *self, GFile *file);

/**
 * leio_agenda_list_save_async:
 * @file: where to
 * @overwrite: also where the file was changed by somebody else since it was read
 * @callback: called once
 * @user_data: for @callback
 *
 * Writes the agenda atomically. On success @file is its file.
 */
void leio_agenda_list_save_async (LeioAgendaList *self,
                                  GFile *file,
                                  gboolean overwrite,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/* FALSE with G_IO_ERROR_WRONG_ETAG where the file was changed underneath. */
gboolean leio_agenda_list_save_finish (LeioAgendaList *self, GAsyncResult *result, GError **error);

/* (transfer full): what is read so far, to be written or printed. */
LeioAgendaReport *leio_agenda_list_make_report (LeioAgendaList *self);

G_END_DECLS
