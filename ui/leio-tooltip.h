/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tooltips of widgets that come and go in numbers.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void leio_tooltip_set (GtkWidget *widget, const char *text);

G_END_DECLS
