/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Measures what is painted: the contrast of every text that a window shows with
 * what lies under it, whatever style sheet, theme or widget chose the colours.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The ratio of WCAG, 1 to 21. */
double leio_test_contrast_get (const GdkRGBA *text, const GdkRGBA *ground);
/* Fails the test for each text of @window with less than 4.5 : 1, and says which; texts of what
 * cannot be used now are not held to it. Returns how many texts were measured. */
guint leio_test_contrast_check (GtkWidget *window, const char *what);

G_END_DECLS
