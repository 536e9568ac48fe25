/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The button on a card by which its treatment is decided on. It opens a menu, made
 * when it is first pressed, and tells by an icon and a word what was decided. At
 * home nothing is decided, and there is no button.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-session.h"

G_BEGIN_DECLS

#define LEIO_TYPE_DECISION_BUTTON (leio_decision_button_get_type ())
G_DECLARE_FINAL_TYPE (LeioDecisionButton, leio_decision_button, LEIO, DECISION_BUTTON, GtkButton)

void leio_decision_button_set_treatment (LeioDecisionButton *self,
                                         LeioSession *session,
                                         guint treatment);

G_END_DECLS
