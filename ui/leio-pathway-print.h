/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pathway of a case on one page of paper, with what must stand on every
 * print: what Leio is and is not, and how old its knowledge is.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-session.h"

G_BEGIN_DECLS

/* (transfer full): prints the pathway as the session shows it now, whatever is answered later. */
GtkPrintOperation *leio_pathway_print_new (LeioSession *session);

G_END_DECLS
