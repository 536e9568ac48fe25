/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which cards of the list have content: those around the view. To make the
 * content of all of them, or to lay it out, would take many frames.
 */
#pragma once

#include "leio-advice-list.h"

G_BEGIN_DECLS

/**
 * leio_advice_content_refresh:
 * @list: where the cards are shown
 * @cards: (element-type LeioTreatmentCard): all cards, also those that are in no list
 *
 * To be called when the advice, or the view, has changed. The statuses are right at once, also for
 * a screen reader; so are the reasons of as many cards in view as the frame has time for.
 */
void leio_advice_content_refresh (LeioAdviceList *list, GPtrArray *cards);

/**
 * leio_advice_content_prepare:
 * @list: a list that was refreshed
 * @cards: (element-type LeioTreatmentCard): all cards
 *
 * To be called once a frame: makes the content of one more card, in view first, then of what comes
 * into view next; or gives that of one up that is far away.
 *
 * Returns: whether there was something to do
 */
gboolean leio_advice_content_prepare (LeioAdviceList *list, GPtrArray *cards);

G_END_DECLS
