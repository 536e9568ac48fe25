/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The heading over a section of cards, with their number: a button that folds
 * the section, and while it is folded names what is below it.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LEIO_TYPE_GROUP_HEADING (leio_group_heading_get_type ())
G_DECLARE_FINAL_TYPE (LeioGroupHeading, leio_group_heading, LEIO, GROUP_HEADING, GtkBox)

/* Property: "unfolded" (boolean, read-write, notifies). */

GtkWidget *leio_group_heading_new (void);
void leio_group_heading_set_title (LeioGroupHeading *self, const char *title);
void leio_group_heading_set_count (LeioGroupHeading *self, guint count);
/* What is named while it is folded. */
void leio_group_heading_set_names (LeioGroupHeading *self, const char *names);
gboolean leio_group_heading_get_unfolded (LeioGroupHeading *self);
void leio_group_heading_set_unfolded (LeioGroupHeading *self, gboolean unfolded);

G_END_DECLS
