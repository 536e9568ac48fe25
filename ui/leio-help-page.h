/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A topic of the help to read. A table is shown row by row, each with the headings
 * of its columns: so it fits a narrow window and is read aloud in order.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The action by which a link shows another topic (s: id). */
#define LEIO_HELP_SHOW_ACTION "help.show"
/* Links to actions of the main window, "win.compare", are activated under this prefix: the keys of
 * the application are for the main window and must not find them here. */
#define LEIO_HELP_MAIN_PREFIX "main"

/**
 * leio_help_page_new:
 * @topic: its index
 * @menu: (nullable): where commands are looked for
 * @home: for reading at home, where links to what only clinicians have are left out
 */
GtkWidget *leio_help_page_new (guint topic, GMenuModel *menu, gboolean home);
/* (transfer full): the text of a topic, to be searched. */
char *leio_help_page_dup_text (guint topic, GMenuModel *menu);
/* (transfer full) */
char *leio_help_page_dup_title (guint topic);

G_END_DECLS
