/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The numbers of studies on a treatment, at home: people out of 100, as pictures
 * and in words, always with who was studied and how sure it is. Numbers about
 * survival are there for those who ask for them.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-knowledge.h"

G_BEGIN_DECLS

/* (nullable): NULL where there are none about the treatment. @knowledge must outlive the widget. */
GtkWidget *leio_numbers_new (const LeioKnowledge *knowledge, guint treatment);
/* (nullable): a button that shows them and puts them away. */
GtkWidget *leio_numbers_new_asked (const LeioKnowledge *knowledge, guint treatment);

G_END_DECLS
