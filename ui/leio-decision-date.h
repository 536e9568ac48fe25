/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An entry for a day. What is no day is marked and not taken.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Marks the entry; returns whether it holds a day, or nothing. */
gboolean leio_decision_date_check (GtkEditable *entry);

G_END_DECLS
