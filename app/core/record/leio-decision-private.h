/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the two files of the decision share.
 */
#pragma once

#include "leio-decision.h"

G_BEGIN_DECLS

LeioDecisionEntry *leio_decision_entry_new (const char *treatment, const char *name);
void leio_decision_entry_free (LeioDecisionEntry *self); /* takes an entry */
/* Sorts the entries and numbers what was chosen from 1. */
void leio_decision_arrange (LeioDecision *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioDecisionEntry, leio_decision_entry_free)

G_END_DECLS
