/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Follows the desktop into dark and back: GTK 4.8 does not by itself. The
 * desktop is asked through its settings portal; without one, GTK's own setting
 * stands.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @connection: (nullable): the session bus. */
void leio_color_scheme_follow (GDBusConnection *connection, GtkSettings *settings);
/* @scheme: as the portal tells it: 0 no preference, 1 dark, 2 light. */
void leio_color_scheme_apply (GtkSettings *settings, guint32 scheme);

G_END_DECLS
