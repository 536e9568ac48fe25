/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The layout of a card, which has four children: head, divider, reasons, details.
 * In a wide place head and reasons stand side by side with the divider between
 * them, in a narrow one below each other; the details come below both. Which of
 * the two depends on the width alone, measured in letters, so there is no state
 * that a new width has to switch, and larger text counts like a smaller window.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LEIO_TYPE_CARD_LAYOUT (leio_card_layout_get_type ())
G_DECLARE_FINAL_TYPE (LeioCardLayout, leio_card_layout, LEIO, CARD_LAYOUT, GtkLayoutManager)

G_END_DECLS
