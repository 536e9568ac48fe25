/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The notes of a case, to read and to write. What is undone is undone by the
 * session, which has the notes in its history; the text has none of its own.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-session.h"

G_BEGIN_DECLS

#define LEIO_TYPE_NOTES (leio_notes_get_type ())
G_DECLARE_FINAL_TYPE (LeioNotes, leio_notes, LEIO, NOTES, GtkWidget)

/* Once. */
void leio_notes_set_session (LeioNotes *self, LeioSession *session);

G_END_DECLS
