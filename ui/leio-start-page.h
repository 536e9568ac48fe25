/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of the first start: what the program is, what it is not, a door for
 * clinicians and one for people at home, and example cases to open. The examples
 * are built in; those that do not fit the knowledge base are left out.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-session.h"

G_BEGIN_DECLS

#define LEIO_TYPE_START_PAGE (leio_start_page_get_type ())
G_DECLARE_FINAL_TYPE (LeioStartPage, leio_start_page, LEIO, START_PAGE, GtkWidget)

/* Signals: "door-chosen" (gboolean plain), and "example-chosen" (GFile file). */

/* @session tells the knowledge base; it is not kept. */
GtkWidget *leio_start_page_new (LeioSession *session);

G_END_DECLS
