/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The agenda of a meeting: cases in the order in which they are discussed. It is
 * a file ("leio-agenda") that names them, or a folder: then its cases in the
 * natural order of their names, led by those that the file "agenda.leio-agenda"
 * in it names. Only names are read here: whether a case can be opened is seen
 * when it is.
 *
 * A path in the file is relative to it and stays within its folder, or it is
 * absolute; a "file:" URI stands for a name that is not UTF-8. Fields that Leio
 * does not know are kept and written again.
 */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define LEIO_AGENDA_VERSION 1
#define LEIO_AGENDA_SUFFIX ".leio-agenda"
/* An agenda larger than this is refused: one of 500 cases has some 20 kB. */
#define LEIO_AGENDA_MAX_BYTES (4 * 1024 * 1024)

typedef struct
{
  char *title;      /* never NULL */
  char *date;       /* never NULL: "2026-11-25" or "" */
  GFile *folder;    /* that paths are relative to */
  GFile *file;      /* (nullable): NULL for a folder that has no agenda file yet */
  GPtrArray *cases; /* (element-type GFile) */
  /*< private >*/
  double format_version;
  JsonObject *rest; /* (nullable): every member of the file that Leio does not know */
} LeioAgenda;

/**
 * leio_agenda_new:
 * @folder: where its cases are
 *
 * Returns: (transfer full): an agenda without cases
 */
LeioAgenda *leio_agenda_new (GFile *folder);
/**
 * leio_agenda_free:
 * @self: (nullable) (transfer full): an agenda
 */
void leio_agenda_free (LeioAgenda *self);

/**
 * leio_agenda_is_one:
 * @file: a file or folder
 *
 * Returns: whether it is opened as an agenda: a folder, or a name that ends as agendas do
 */
gboolean leio_agenda_is_one (GFile *file);
/**
 * leio_agenda_load:
 * @file: a folder or an agenda file
 * @etag: (out) (optional) (transfer full) (nullable): what the agenda file was, to see a change
 *   under the hands
 * @error: as of leio_agenda_from_data(), LEIO_ERROR_UNREADABLE or LEIO_ERROR_TOO_LARGE; it names
 *   the agenda file of a folder, but not @file
 *
 * Returns: (transfer full) (nullable): the agenda
 */
LeioAgenda *leio_agenda_load (GFile *file, char **etag, GError **error);
/**
 * leio_agenda_from_data:
 * @data: (array length=length): the bytes of a file
 * @length: their number
 * @folder: that paths are relative to
 * @error: one message naming the place ("cases: 3: …"), what was found and what was expected
 *
 * Returns: (transfer full) (nullable): the agenda
 */
LeioAgenda *
leio_agenda_from_data (const char *data, gsize length, GFile *folder, GError **error);
/**
 * leio_agenda_to_data:
 * @self: the agenda
 * @folder: of the file that is to be written; cases in it get a relative path
 * @length: (out) (optional): the number of bytes
 *
 * Returns: (transfer full): the text of the file, ending in a newline
 */
char *leio_agenda_to_data (const LeioAgenda *self, GFile *folder, gsize *length);
/**
 * leio_agenda_dup_title:
 * @self: the agenda
 *
 * Returns: (transfer full): its title, or else the name of its file or folder, to be shown
 */
char *leio_agenda_dup_title (const LeioAgenda *self);
/**
 * leio_agenda_dup_path:
 * @self: the agenda
 * @file: a case
 *
 * Returns: (transfer full): where it is, to be shown: its path within the folder, or all of it
 *   where it lies elsewhere
 */
char *leio_agenda_dup_path (const LeioAgenda *self, GFile *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioAgenda, leio_agenda_free)

G_END_DECLS
