/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was decided on one treatment: the verdict, its place in the order, how it
 * stands to the advice, the reason, what else was considered, and what became of it.
 * Alt with the arrow keys moves it, Delete takes it out.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-session.h"

G_BEGIN_DECLS

#define LEIO_TYPE_DECISION_ROW (leio_decision_row_get_type ())
G_DECLARE_FINAL_TYPE (LeioDecisionRow, leio_decision_row, LEIO, DECISION_ROW, GtkWidget)

GtkWidget *leio_decision_row_new (LeioSession *session, const char *treatment);
const char *leio_decision_row_get_treatment (LeioDecisionRow *self);
/* Shows the case's decision on the treatment, which is there. */
void leio_decision_row_refresh (LeioDecisionRow *self);

G_END_DECLS
