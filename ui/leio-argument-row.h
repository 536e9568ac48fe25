/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One reason in the margin of a card: a symbol (+ for, ! caution, − against,
 * ~ overridden, ? open), the text of the rule with the answers of the case in
 * it, what overrides it or what it waits for, its sources and its level. The
 * argument is fixed; its state is not.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-advice.h"

G_BEGIN_DECLS

#define LEIO_TYPE_ARGUMENT_ROW (leio_argument_row_get_type ())
G_DECLARE_FINAL_TYPE (LeioArgumentRow, leio_argument_row, LEIO, ARGUMENT_ROW, GtkWidget)

/* @knowledge is lent; it must live longer than the row. */
GtkWidget *leio_argument_row_new (const LeioKnowledge *knowledge, guint argument);
guint leio_argument_row_get_argument (LeioArgumentRow *self);
void leio_argument_row_update (LeioArgumentRow *self,
                               const LeioArgumentAdvice *advice,
                               const LeioAnswers *answers);
/* Whether the clinical words stand there, with the level of evidence, and whether the plain ones
 * do. */
void leio_argument_row_set_wordings (LeioArgumentRow *self, gboolean clinical, gboolean plain);

G_END_DECLS
