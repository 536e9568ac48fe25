/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The look of the program: its style sheets, which only use the colours of the
 * theme and so follow it into dark; over them lies one more in high contrast.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Makes the templates known. Any number of times; must come before the first widget. */
void leio_style_register_resources (void);
void leio_style_load (GdkDisplay *display);
gboolean leio_style_is_high_contrast (GtkSettings *settings);

G_END_DECLS
