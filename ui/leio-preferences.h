/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person chooses once for all cases: the language. Every choice is a
 * setting and is kept at once; what it changes is seen after the next start.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LEIO_TYPE_PREFERENCES (leio_preferences_get_type ())
G_DECLARE_FINAL_TYPE (LeioPreferences, leio_preferences, LEIO, PREFERENCES, GtkWindow)

/* @settings: (nullable): where nothing can be remembered nothing can be chosen. */
GtkWidget *leio_preferences_new (GtkWindow *parent, GSettings *settings);

G_END_DECLS
