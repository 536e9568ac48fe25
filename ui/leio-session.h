/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One open case of one window: the case, its file, the advice on it, and the
 * history of everything a person entered, back to the opening. Every change of an
 * answer computes the advice at once and tells it in the same turn of the main
 * loop, so what is shown never lags behind what is answered.
 *
 * A what-if is a second set of answers that stands in front of the case's own:
 * leio_session_get_answers() and leio_session_get_advice() then speak of it, and
 * leio_session_set_answer() changes it. It never reaches a file: it is kept
 * (becomes the case's answers) or dropped.
 *
 * State changes only on success: after a failed load or save the session is what
 * it was before.
 */
#pragma once

#include <gio/gio.h>

#include "leio-case.h"
#include "leio-engine.h"

G_BEGIN_DECLS

#define LEIO_TYPE_SESSION (leio_session_get_type ())
G_DECLARE_FINAL_TYPE (LeioSession, leio_session, LEIO, SESSION, GObject)

/* The question of "answers-changed" where all answers may have changed (open, undo, what-if). */
#define LEIO_SESSION_ALL_QUESTIONS G_MAXUINT

/* Properties, all notify: "label", "notes" (string, read-write), "title" (string: the label, or the
 * file's name, or "New case"), "dirty" (boolean), "what-if" (boolean), "can-undo", "can-redo"
 * (boolean), "plain" (boolean, read-write: the home wording instead of the clinician's), "locked"
 * (boolean: a sheet of clinicians that is read at home: it cannot be changed).
 * Signals, in this order: "answers-changed" (guint question), then "advice-changed" (). A handler
 * of the first reads answers only: the advice is already the new one, but nobody was told yet.
 * "case-changed" (): after them, whenever anything of the case itself (not of a what-if) changed,
 * or another case took its place.
 */

/**
 * leio_session_new:
 * @engine: lent; it must live longer than the session
 *
 * Returns: (transfer full): a session with an empty case
 */
LeioSession *leio_session_new (LeioEngine *engine);

LeioEngine *leio_session_get_engine (LeioSession *self);
const LeioKnowledge *leio_session_get_knowledge (LeioSession *self);
const LeioQuestionnaire *leio_session_get_questionnaire (LeioSession *self);
/* The case with its own answers, whatever the what-if is. */
const LeioCase *leio_session_get_case (LeioSession *self);
/* The answers and the advice shown: of the what-if where there is one, else of the case. */
const LeioAnswers *leio_session_get_answers (LeioSession *self);
const LeioAdvice *leio_session_get_advice (LeioSession *self);
/* (nullable): the advice shown before the last change, to mark what changed. */
const LeioAdvice *leio_session_get_previous_advice (LeioSession *self);

/* The answer is of the right kind and within the bounds: the rows saw to that. */
void leio_session_set_answer (LeioSession *self, guint question, const LeioAnswer *answer);
void leio_session_clear_answer (LeioSession *self, guint question);

/**
 * leio_session_edit_case:
 * @edited: (transfer full): the case, changed: a copy of leio_session_get_case()
 * @step: (nullable): changes of the same name in quick succession are one step of undo; an id of
 * a question is the name of its answer
 *
 * The case becomes @edited, in one step that can be undone; nothing happens where it says the same.
 * The what-if, where there is one, stays.
 */
void leio_session_edit_case (LeioSession *self, LeioCase *edited, const char *step);

void leio_session_undo (LeioSession *self);
void leio_session_redo (LeioSession *self);
gboolean leio_session_get_can_undo (LeioSession *self);
gboolean leio_session_get_can_redo (LeioSession *self);

/* Applies every answer of @change on top of what is shown, as a what-if. */
void leio_session_apply_what_if (LeioSession *self, const LeioChange *change);
void leio_session_drop_what_if (LeioSession *self);
void leio_session_keep_what_if (LeioSession *self);
gboolean leio_session_get_what_if (LeioSession *self);

const char *leio_session_get_label (LeioSession *self);
void leio_session_set_label (LeioSession *self, const char *label);
const char *leio_session_get_notes (LeioSession *self);
void leio_session_set_notes (LeioSession *self, const char *notes);
char *leio_session_dup_title (LeioSession *self);
gboolean leio_session_get_plain (LeioSession *self);
void leio_session_set_plain (LeioSession *self, gboolean plain);
gboolean leio_session_get_locked (LeioSession *self);
gboolean leio_session_get_dirty (LeioSession *self);
GFile *leio_session_get_file (LeioSession *self); /* (nullable) */
/* TRUE for a new case nobody has answered anything in: opening a file may take its place. */
gboolean leio_session_is_pristine (LeioSession *self);

/* (transfer full): the case, with the answers shown: those of a what-if where there is one. */
LeioCase *leio_session_dup_shown_case (LeioSession *self);
/* (transfer full): the case as text that people read, with the answers shown. */
char *leio_session_dup_text (LeioSession *self);

/**
 * leio_session_paste_text:
 * @text: a case as leio_session_dup_text() gives it, as a person typed it, or as a file has it
 * @error: every line that cannot be read, and why
 *
 * The case with its label becomes the one of @text, in one step that can be undone. The file stays
 * the same until it is saved.
 *
 * Returns: whether @text was a case; where not, nothing changed
 */
gboolean leio_session_paste_text (LeioSession *self, const char *text, GError **error);

/* The answers of the case become @answers, in one step that can be undone. */
void leio_session_take_answers (LeioSession *self, const LeioAnswers *answers);

/* A new, empty case in place of the one that is open. */
void leio_session_reset (LeioSession *self);
gboolean leio_session_load (LeioSession *self, GFile *file, GError **error);

/**
 * leio_session_load_copy:
 * @file: a case to begin from, as an example
 * @error: as of leio_session_load()
 *
 * Opens the case of @file as one that has no file of its own yet.
 *
 * Returns: whether it could be read; where not, nothing changed
 */
gboolean leio_session_load_copy (LeioSession *self, GFile *file, GError **error);

/**
 * leio_session_take_theirs:
 * @error: as of leio_session_load()
 *
 * The case becomes what its file holds now, in one step that can be undone.
 *
 * Returns: whether it could be read; where not, nothing changed
 */
gboolean leio_session_take_theirs (LeioSession *self, GError **error);

/**
 * leio_session_make_own:
 *
 * The answers of the case become those of a new one, of home, that has no file yet and can be
 * changed. The record of the board and the notes are not taken along: they speak of the case that
 * the board saw.
 */
void leio_session_make_own (LeioSession *self);

/* (nullable): of the file, when the case was last read from or written to it. */
const char *leio_session_get_tag (LeioSession *self);

/**
 * leio_session_restore:
 * @kase: (transfer full): a case that was kept by itself
 * @file: (nullable): the file that it belongs to
 * @tag: (nullable): what leio_session_get_tag() was
 *
 * Opens @kase as one that is not saved.
 */
void leio_session_restore (LeioSession *self, LeioCase *kase, GFile *file, const char *tag);

/**
 * leio_session_save_async:
 * @file: where to
 * @overwrite: also where the file was changed by somebody else since it was read
 * @callback: called once
 * @user_data: for @callback
 *
 * Writes the case as it is now, atomically and in a thread: a disk that is slow holds up nobody.
 */
void leio_session_save_async (LeioSession *self,
                              GFile *file,
                              gboolean overwrite,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
/**
 * leio_session_save_finish:
 * @result: of the callback
 * @error: G_IO_ERROR_WRONG_ETAG where the file was changed underneath and was not to be
 *   overwritten, or as of leio_case_save()
 *
 * On success the file is the session's, which is dirty only with what was changed meanwhile.
 *
 * Returns: whether the case is written; where not, nothing changed
 */
gboolean leio_session_save_finish (LeioSession *self, GAsyncResult *result, GError **error);

G_END_DECLS
