/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The top of the advice page: the case in one line, its stage, how many
 * treatments stand where (each a link to its group), and answers that cannot be
 * true together.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-advice-order.h"
#include "leio-session.h"

G_BEGIN_DECLS

#define LEIO_TYPE_ADVICE_SUMMARY (leio_advice_summary_get_type ())
G_DECLARE_FINAL_TYPE (LeioAdviceSummary, leio_advice_summary, LEIO, ADVICE_SUMMARY, GtkBox)

/* The signal "group-chosen" (guint group) asks to show a LeioAdviceGroup. */

/* @session is lent; it must live longer than the summary. */
GtkWidget *leio_advice_summary_new (LeioSession *session);

/**
 * leio_advice_summary_update:
 * @counts: (array fixed-size=9): how many treatments are in each group
 */
void leio_advice_summary_update (LeioAdviceSummary *self, const guint *counts);

G_END_DECLS
