/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps the unsaved case of one session as a draft, by itself: a change is on the
 * disk within half a second, also while others follow it. Where nothing is
 * unsaved there is no draft.
 *
 * The disk is touched in a thread only, one write at a time. A write that fails is
 * told by the property "fault" and tried again until it succeeds.
 */
#pragma once

#include "leio-draft.h"
#include "leio-session.h"

G_BEGIN_DECLS

#define LEIO_TYPE_KEEPER (leio_keeper_get_type ())
G_DECLARE_FINAL_TYPE (LeioKeeper, leio_keeper, LEIO, KEEPER, GObject)

/* Property "fault" (string, nullable, notifies): why the last change could not be kept. */

LeioKeeper *leio_keeper_new (LeioSession *session, LeioDraftStore *store);
/* (nullable) */
const char *leio_keeper_get_fault (LeioKeeper *self);
gboolean leio_keeper_restore (LeioKeeper *self, const LeioDraft *draft, GError **error);
void leio_keeper_close (LeioKeeper *self, gboolean discard);

G_END_DECLS
