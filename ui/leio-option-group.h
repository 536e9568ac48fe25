/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The options of one question: radio buttons of which at most one is chosen
 * (none is possible, before the question is answered), or check buttons. Short
 * ones stand side by side and wrap, long ones stand one below the other.
 *
 * Keyboard: Tab goes into a radio group at the chosen option and out of it
 * again; the arrow keys choose within it. An option may have a key of its own
 * that chooses it from anywhere in the group. Enter takes the option that has the
 * focus while nothing is chosen, and asks for the next question ("question.go-on")
 * once something is.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LEIO_TYPE_OPTION_GROUP (leio_option_group_get_type ())
G_DECLARE_FINAL_TYPE (LeioOptionGroup, leio_option_group, LEIO, OPTION_GROUP, GtkWidget)

/* Signal "chosen" (guint option, gboolean active): a person chose, never the program by
 * leio_option_group_set_active(). For radio groups active is always TRUE. */

GtkWidget *leio_option_group_new (gboolean exclusive);
/* The options of all calls are numbered from 0. */
void leio_option_group_add (LeioOptionGroup *self, const char *label);
/* For an option that looks otherwise; it is named by its LABEL property. */
void leio_option_group_add_option (LeioOptionGroup *self, GtkCheckButton *option);
/* @key: in lower case; 0 for none. */
void leio_option_group_set_key (LeioOptionGroup *self, guint option, gunichar key);
guint leio_option_group_get_length (LeioOptionGroup *self);
GtkWidget *leio_option_group_get_option (LeioOptionGroup *self, guint option);
void leio_option_group_set_active (LeioOptionGroup *self, guint option, gboolean active);
gboolean leio_option_group_get_active (LeioOptionGroup *self, guint option);

G_END_DECLS
