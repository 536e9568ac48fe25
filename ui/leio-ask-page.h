/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The questions to take along: those that this case brings, in groups, and what
 * the person made of them. Below stand those that may fit, to be added, and those
 * that were taken out. A case that is only to read is shown, and printed.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-session.h"

G_BEGIN_DECLS

#define LEIO_TYPE_ASK_PAGE (leio_ask_page_get_type ())
G_DECLARE_FINAL_TYPE (LeioAskPage, leio_ask_page, LEIO, ASK_PAGE, GtkWidget)

/* Once. */
void leio_ask_page_set_session (LeioAskPage *self, LeioSession *session);

G_END_DECLS
