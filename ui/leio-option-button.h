/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One value that can be chosen: a radio button or a check button whose label
 * wraps. GTK 4.8 gives a grouped GtkCheckButton the role of a check box and no
 * action at all; this one has the right role, and "option.choose" can be
 * invoked through AT-SPI.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LEIO_TYPE_OPTION_BUTTON (leio_option_button_get_type ())
G_DECLARE_FINAL_TYPE (LeioOptionButton, leio_option_button, LEIO, OPTION_BUTTON, GtkCheckButton)

GtkWidget *leio_option_button_new_radio (const char *label);
GtkWidget *leio_option_button_new_check (const char *label);
/* What the option means, below its label. Once. */
void leio_option_button_set_detail (LeioOptionButton *self, const char *detail);
/* Shows the key that chooses it, and tells it to a screen reader. */
void leio_option_button_set_key (LeioOptionButton *self, const char *key);
const char *leio_option_button_get_text (LeioOptionButton *self);

G_END_DECLS
