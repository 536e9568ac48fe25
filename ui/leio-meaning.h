/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of the glossary in a window: which glossary its texts look words up
 * in, and the one popover of the window that says what a word means.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-glossary.h"

G_BEGIN_DECLS

/* Texts in @window find the words of @knowledge, which must live as long as the window. */
void leio_meaning_provide (GtkWidget *window, const LeioKnowledge *knowledge);
/* (nullable): of the window that @widget is in; made when it is first asked for. */
LeioGlossary *leio_meaning_get_glossary (GtkWidget *widget);
/* A button that bears the word and says what it means. */
GtkWidget *leio_meaning_new_button (const LeioGlossary *glossary, guint term);
/* Says what a term means beside @area of @widget, (nullable) for all of it; the focus comes back to
 * @widget. A term that is not there does nothing. */
void leio_meaning_explain (GtkWidget *widget, const GdkRectangle *area, guint term);

G_END_DECLS
