/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A hundred people in ten rows, so many of them filled: a number that is seen. The
 * others are outlines, so that it does not rest on colour. To assistive technology
 * it is a picture whose name says the number.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LEIO_TYPE_PEOPLE (leio_people_get_type ())
G_DECLARE_FINAL_TYPE (LeioPeople, leio_people, LEIO, PEOPLE, GtkWidget)

/* @n_people: of 100; @group: who they are. */
GtkWidget *leio_people_new (guint n_people, const char *group);
/* (transfer full): “36 of 100 people”. */
char *leio_people_dup_number (guint n_people);

G_END_DECLS
