/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Buttons with a mnemonic are told to a screen reader by their label alone: GTK 4.8
 * puts the text with the underline before it.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Mends every such button under @root, itself included. */
void leio_mnemonic_mend_names (GtkWidget *root);

G_END_DECLS
