/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Follows the desktop into dark, into high contrast and into reduced motion, and
 * back: GTK 4.8 does not by itself everywhere. The desktop is asked through its
 * settings portal; without one, GTK's own settings stand.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @connection: (nullable): the session bus. */
void leio_appearance_follow (GDBusConnection *connection, GtkSettings *settings);
/* One setting as the portal tells it; one that is not known changes nothing. */
void leio_appearance_apply (GtkSettings *settings,
                            const char *group,
                            const char *key,
                            GVariant *value);

G_END_DECLS
