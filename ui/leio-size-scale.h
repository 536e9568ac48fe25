/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A size drawn to scale against the marks that decide: a bar from nothing to a
 * little beyond the last mark, and further where the size is larger, with a line
 * and a number at each mark. It shows only: the entry beside it is the control.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LEIO_TYPE_SIZE_SCALE (leio_size_scale_get_type ())
G_DECLARE_FINAL_TYPE (LeioSizeScale, leio_size_scale, LEIO, SIZE_SCALE, GtkWidget)

/* @marks: at least one, rising; @unit: (nullable) */
GtkWidget *leio_size_scale_new (const double *marks, guint n_marks, const char *unit);
/* @size: NAN where it is not known. */
void leio_size_scale_set_size (LeioSizeScale *self, double size);

char *leio_size_scale_dup_words (LeioSizeScale *self);

G_END_DECLS
