/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialogs of the program, and the only place that calls GtkFileChooserNative
 * and GtkMessageDialog, which GTK 4.10 replaced by types that 4.8 does not have.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-knowledge.h"

G_BEGIN_DECLS

/**
 * LeioUnsavedChoice:
 * @LEIO_UNSAVED_CANCEL: stay
 * @LEIO_UNSAVED_DISCARD: go on, the changes are lost
 * @LEIO_UNSAVED_SAVE: save, then go on
 */
typedef enum
{
  LEIO_UNSAVED_CANCEL,
  LEIO_UNSAVED_DISCARD,
  LEIO_UNSAVED_SAVE,
} LeioUnsavedChoice;

/**
 * LeioConflictChoice:
 * @LEIO_CONFLICT_CANCEL: do not save now
 * @LEIO_CONFLICT_OVERWRITE: this case replaces what the file holds
 * @LEIO_CONFLICT_COPY: save under another name
 * @LEIO_CONFLICT_THEIRS: what the file holds replaces this case
 */
typedef enum
{
  LEIO_CONFLICT_CANCEL,
  LEIO_CONFLICT_OVERWRITE,
  LEIO_CONFLICT_COPY,
  LEIO_CONFLICT_THEIRS,
} LeioConflictChoice;

/* Every dialog is modal for @parent, and calls back once. */
void leio_dialogs_open_async (GtkWindow *parent, GAsyncReadyCallback callback, gpointer user_data);
/* Both (transfer full) (nullable): NULL where the person changed their mind; there is no error. */
GFile *leio_dialogs_open_finish (GtkWindow *parent, GAsyncResult *result);
void leio_dialogs_save_async (GtkWindow *parent,
                              GFile *file,
                              const char *title,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
GFile *leio_dialogs_save_finish (GtkWindow *parent, GAsyncResult *result);

/* Where to save a report; the name tells its format, @kind is which one was chosen. */
void leio_dialogs_export_async (GtkWindow *parent,
                                const char *title,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GFile *leio_dialogs_export_finish (GtkWindow *parent, GAsyncResult *result, char **kind);

/* An agenda file, or a folder of cases. */
void leio_dialogs_open_agenda_async (GtkWindow *parent,
                                     gboolean folder,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
/* @folder: where it begins to look; @name: of the file that is proposed. */
void leio_dialogs_save_agenda_async (GtkWindow *parent,
                                     GFile *folder,
                                     const char *name,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
/* Some case files. The two above end with leio_dialogs_open_finish(), this one with the next. */
void leio_dialogs_open_cases_async (GtkWindow *parent,
                                    GFile *folder,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
/* (transfer full) (nullable): the files; NULL where the person changed their mind. */
GListModel *leio_dialogs_open_cases_finish (GtkWindow *parent, GAsyncResult *result);

/* A folder, and where to save a table; both end in leio_dialogs_file_finish(), which is (transfer
 * full) (nullable). */
void leio_dialogs_folder_async (GtkWindow *parent,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
void leio_dialogs_save_table_async (GtkWindow *parent,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
GFile *leio_dialogs_file_finish (GtkWindow *parent, GAsyncResult *result);

void leio_dialogs_unsaved_async (GtkWindow *parent,
                                 const char *title,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
LeioUnsavedChoice leio_dialogs_unsaved_finish (GtkWindow *parent, GAsyncResult *result);

/* @can_take: whether LEIO_CONFLICT_THEIRS is offered. */
void leio_dialogs_conflict_async (GtkWindow *parent,
                                  const char *title,
                                  gboolean can_take,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
LeioConflictChoice leio_dialogs_conflict_finish (GtkWindow *parent, GAsyncResult *result);

/* Whether to remove a case that was kept. */
void leio_dialogs_discard_async (GtkWindow *parent,
                                 const char *title,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean leio_dialogs_discard_finish (GtkWindow *parent, GAsyncResult *result);

void leio_dialogs_show_about (GtkWindow *parent, const LeioKnowledge *knowledge);

G_END_DECLS
