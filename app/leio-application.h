/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program: one process for all windows of a session, with one knowledge
 * base. The base is loaded in a thread while GTK starts; the first window is shown
 * empty and filled after its first frame. A base with faults gives a window that lists them all,
 * and exit status 2.
 *
 * With --knowledge, or with LEIO_NON_UNIQUE in the environment, it is a process
 * of its own: it must not hand its files to one that has another base.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LEIO_TYPE_APPLICATION (leio_application_get_type ())
G_DECLARE_FINAL_TYPE (LeioApplication, leio_application, LEIO, APPLICATION, GtkApplication)

LeioApplication *leio_application_new (void);
/* What main() returns: the status of the run, or 2 where the knowledge base has faults. */
int leio_application_run (LeioApplication *self, int argc, char **argv);

G_END_DECLS
