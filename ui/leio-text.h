/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A paragraph that takes the width it is given and wraps to it. A wrapping
 * GtkLabel is laid out about five times before it is drawn (its widths, smallest
 * and natural, and its height); a page of reasons then takes longer than a frame.
 * This one says beforehand that it fits any width, and is laid out once.
 *
 * It draws text and nothing else: no markup, no selection, no mnemonics. Lines
 * begin at the start side of the reading direction. To assistive technology it is
 * a label (or the role that its creator gave) whose name is the text. One that
 * explains underlines the words of the glossary, which a click, or Tab and Enter,
 * opens; they are looked for when the text is first drawn.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Properties: "text" (string, never NULL, notifies); "snug" (boolean, notifies): it would like to
 * be as wide as its text on one line, not as wide as a paragraph reads well; "explains" (boolean,
 * construct only). */
#define LEIO_TYPE_TEXT (leio_text_get_type ())
G_DECLARE_FINAL_TYPE (LeioText, leio_text, LEIO, TEXT, GtkWidget)

GtkWidget *leio_text_new (const char *text);
const char *leio_text_get_text (LeioText *self);
void leio_text_set_text (LeioText *self, const char *text);
/* Takes over @text (nullable); an empty one hides the paragraph. */
void leio_text_take (LeioText *self, char *text);

G_END_DECLS
