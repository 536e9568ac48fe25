/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chosen, deferred, declined: three buttons that decide on one treatment. The one
 * that is in, pressed again, takes the treatment out of the decision.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-session.h"

G_BEGIN_DECLS

#define LEIO_TYPE_DECISION_VERDICTS (leio_decision_verdicts_get_type ())
G_DECLARE_FINAL_TYPE (LeioDecisionVerdicts, leio_decision_verdicts, LEIO, DECISION_VERDICTS,
                      GtkWidget)

GtkWidget *leio_decision_verdicts_new (LeioSession *session, const char *treatment);
/* @verdict: -1 where nothing is decided. */
void leio_decision_verdicts_set (LeioDecisionVerdicts *self, int verdict);

/* The word for what was decided, translated, as it stands on a button. */
const char *leio_decision_verdict_label (LeioVerdict verdict);

G_END_DECLS
