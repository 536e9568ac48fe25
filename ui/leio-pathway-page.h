/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pathway of the case of a session: phase after phase beside a line, each a
 * list of steps. A step is a list item and a button: a treatment leads to its
 * card, a fork to its question. While it is seen it follows every answer in the
 * same frame, and only phases that changed are filled again; unseen it costs nothing.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-session.h"

G_BEGIN_DECLS

#define LEIO_TYPE_PATHWAY_PAGE (leio_pathway_page_get_type ())
G_DECLARE_FINAL_TYPE (LeioPathwayPage, leio_pathway_page, LEIO, PATHWAY_PAGE, GtkWidget)

GtkWidget *leio_pathway_page_new (LeioSession *session);

G_END_DECLS
