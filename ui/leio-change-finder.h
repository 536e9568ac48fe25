/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds in a thread what would change each status. It is the one part of the
 * advice that searches, so that it may take longer than a frame; all else is
 * computed at once.
 *
 * The thread has an engine of its own, kept for the next question. Requests are
 * answered one after the other; one that was cancelled costs nothing, but for
 * the one that is at work.
 */
#pragma once

#include <gio/gio.h>

#include "leio-engine.h"

G_BEGIN_DECLS

void leio_change_finder_find_async (LeioKnowledge *knowledge,
                                    const LeioAnswers *answers,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
/* (transfer full) (nullable): an advice with its statuses and changes only. The callback is called
 * also when cancelled, and then gets an error. */
LeioAdvice *leio_change_finder_find_finish (GAsyncResult *result, GError **error);

G_END_DECLS
