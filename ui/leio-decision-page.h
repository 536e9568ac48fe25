/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The record of the board's decision, filled in during the meeting: what was decided
 * in its order, then what is recommended or an option and not decided on yet, then
 * who took part, the day and the next step. At home it is read only.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-session.h"

G_BEGIN_DECLS

#define LEIO_TYPE_DECISION_PAGE (leio_decision_page_get_type ())
G_DECLARE_FINAL_TYPE (LeioDecisionPage, leio_decision_page, LEIO, DECISION_PAGE, GtkWidget)

GtkWidget *leio_decision_page_new (LeioSession *session);

G_END_DECLS
