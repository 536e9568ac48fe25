/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changes of the decision in the case of a session: each is a step that can be
 * undone. The first one gives the decision its date, today. Where what is decided on
 * a treatment changes, the advice is kept with it as it stands, unless it was another
 * version of the knowledge base with which the board decided.
 */
#pragma once

#include "leio-session.h"

G_BEGIN_DECLS

/* (transfer full): the decision of the case, to be changed; a new one where there is none. */
LeioDecision *leio_decision_edit_begin (LeioSession *session);
/* Takes @decision. @step: as of leio_session_edit_case(). */
void leio_decision_edit_end (LeioSession *session, LeioDecision *decision, const char *step);

/* @verdict: -1 takes the treatment out of the decision. */
void leio_decision_edit_verdict (LeioSession *session, const char *treatment, int verdict);
void leio_decision_edit_move (LeioSession *session, const char *treatment, int by);
/* The advice of now takes the place of that with which the board decided, which the case keeps. */
void leio_decision_edit_take_advice (LeioSession *session);
/* What another version of the knowledge base said stays in the case, and what this one says comes
 * beside it: the difference was seen. */
void leio_decision_edit_accept_advice (LeioSession *session);
/* (transfer full): the advice on the case itself, whatever the what-if is. */
LeioAdvice *leio_decision_dup_advice (LeioSession *session);

/* @text takes the place of what is in @field. */
void leio_decision_set_text (char **field, const char *text);

G_END_DECLS
