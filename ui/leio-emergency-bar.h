/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * At home, on every page: what cannot wait, in the words of the knowledge base, as long
 * as the answers say so. Clinicians have it on top of the advice.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-session.h"

G_BEGIN_DECLS

#define LEIO_TYPE_EMERGENCY_BAR (leio_emergency_bar_get_type ())
G_DECLARE_FINAL_TYPE (LeioEmergencyBar, leio_emergency_bar, LEIO, EMERGENCY_BAR, GtkBox)

/* Once; until then it is not seen. */
void leio_emergency_bar_set_session (LeioEmergencyBar *self, LeioSession *session);

G_END_DECLS
