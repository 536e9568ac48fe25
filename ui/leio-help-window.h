/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The help: topics to search and to read, beside the window that they are about.
 * All of it is in the program. A reader at home sees the topics for home, a
 * clinician all of them.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LEIO_TYPE_HELP_WINDOW (leio_help_window_get_type ())
G_DECLARE_FINAL_TYPE (LeioHelpWindow, leio_help_window, LEIO, HELP_WINDOW, GtkWindow)

/**
 * leio_help_window_new:
 * @parent: the window that it stands over, and that closes it; buttons in the help act on it where
 *   it has actions
 * @menu: (nullable): the menu of its commands
 * @home: for reading at home
 */
GtkWidget *leio_help_window_new (GtkWindow *parent, GMenuModel *menu, gboolean home);
gboolean leio_help_window_get_home (LeioHelpWindow *self);
/* Shows the topic with this id; where there is none in this reading, the first. */
void leio_help_window_show (LeioHelpWindow *self, const char *id);
/* The help key in the windows of a class that stand over one with a help: it opens this topic. */
void leio_help_window_add_key (GtkWidgetClass *widget_class, const char *topic);
/* (nullable): the id of the topic that is open. */
const char *leio_help_window_get_topic (LeioHelpWindow *self);

G_END_DECLS
