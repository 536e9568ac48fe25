/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is shown instead of a case where the knowledge base has faults: all of
 * them, one a line, to be copied.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LEIO_TYPE_FAULT_WINDOW (leio_fault_window_get_type ())
G_DECLARE_FINAL_TYPE (LeioFaultWindow, leio_fault_window, LEIO, FAULT_WINDOW, GtkApplicationWindow)

GtkWidget *leio_fault_window_new (GtkApplication *application, const GError *fault);

G_END_DECLS
