/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of the glossary in one paragraph: underlined, found under the pointer,
 * and gone through by Tab. They are no widgets of their own: a page has hundreds.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _LeioTextWords LeioTextWords;

/* (nullable): NULL where @text has no word that the window of @widget can explain. */
LeioTextWords *leio_text_words_new (GtkWidget *widget, const char *text);
void leio_text_words_free (LeioTextWords *self);
/* Draws the lines under the words, over what @layout has drawn. */
void leio_text_words_snapshot (LeioTextWords *self, GtkSnapshot *snapshot, PangoLayout *layout);
/* -1 where there is no word. */
int leio_text_words_find (LeioTextWords *self, PangoLayout *layout, double x, double y);
/* Whether there is a next word in @direction, which then is the current one. */
gboolean leio_text_words_move (LeioTextWords *self, GtkDirectionType direction, gboolean enter);
void leio_text_words_set_current (LeioTextWords *self, guint word);
/* Says what the current word means. */
void leio_text_words_explain (LeioTextWords *self, PangoLayout *layout);

G_END_DECLS
