/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The case of a session beside up to three variants of it, which are changed
 * here and never reach a file. What differs is told in words, then as a table
 * of the answers and the treatments that are not the same in all of them.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-session.h"

G_BEGIN_DECLS

#define LEIO_TYPE_COMPARE_WINDOW (leio_compare_window_get_type ())
G_DECLARE_FINAL_TYPE (LeioCompareWindow, leio_compare_window, LEIO, COMPARE_WINDOW, GtkWindow)

/* The first variant is what is shown: the what-if where there is one. */
GtkWidget *leio_compare_window_new (GtkWindow *parent, LeioSession *session);
/* (transfer none) (nullable): a variant, from 0. */
LeioSession *leio_compare_window_get_variant (LeioCompareWindow *self, guint variant);
void leio_compare_window_add_variant (LeioCompareWindow *self);

G_END_DECLS
