/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What matters to a person, as boxes to check: each choice brings questions to
 * those that are taken along, and the page tells how many. It never reaches the
 * advice. A case that is only to read is shown, and cannot be changed.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-session.h"

G_BEGIN_DECLS

#define LEIO_TYPE_MATTERS_PAGE (leio_matters_page_get_type ())
G_DECLARE_FINAL_TYPE (LeioMattersPage, leio_matters_page, LEIO, MATTERS_PAGE, GtkWidget)

/* Once. */
void leio_matters_page_set_session (LeioMattersPage *self, LeioSession *session);

G_END_DECLS
