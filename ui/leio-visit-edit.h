/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changes of what a person takes along to a visit, each a step that can be undone,
 * and the questions that the case as it is shown brings.
 */
#pragma once

#include "leio-ask-list.h"
#include "leio-session.h"

G_BEGIN_DECLS

/* (transfer full): what the case of @session takes along, to be changed. */
LeioVisit *leio_visit_edit_begin (LeioSession *session);

/**
 * leio_visit_edit_end:
 * @session: a case
 * @visit: (transfer full): of leio_visit_edit_begin()
 * @step: (nullable): as of leio_session_edit_case()
 *
 * The case of @session takes @visit along from now on; nothing happens where it cannot be changed.
 */
void leio_visit_edit_end (LeioSession *session, LeioVisit *visit, const char *step);

/* What is done to one question; nothing happens where it is not asked. */
void leio_visit_edit_move (LeioSession *session, const char *id, int by);
void leio_visit_edit_remove (LeioSession *session, const LeioAskItem *item, gboolean removed);

/* (transfer full): the questions to take along, in the language in use. */
LeioAskList *leio_visit_edit_dup_list (LeioSession *session);

G_END_DECLS
