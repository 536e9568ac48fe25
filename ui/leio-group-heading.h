/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The heading over a group of cards, with their number. One that folds is a
 * button, and while it is folded names what is below it.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-advice-order.h"

G_BEGIN_DECLS

#define LEIO_TYPE_GROUP_HEADING (leio_group_heading_get_type ())
G_DECLARE_FINAL_TYPE (LeioGroupHeading, leio_group_heading, LEIO, GROUP_HEADING, GtkBox)

/* Property: "unfolded" (boolean, notifies); always TRUE for one that does not fold. */

GtkWidget *leio_group_heading_new (LeioAdviceGroup group, gboolean folds);
void leio_group_heading_set_count (LeioGroupHeading *self, guint count);
/* What is named while it is folded. */
void leio_group_heading_set_names (LeioGroupHeading *self, const char *names);
gboolean leio_group_heading_get_unfolded (LeioGroupHeading *self);
void leio_group_heading_set_unfolded (LeioGroupHeading *self, gboolean unfolded);

G_END_DECLS
