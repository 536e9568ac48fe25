/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The advice on the case of a session: the case in one line, then one card a
 * treatment, by status or by phase, in the reading of the session. A text finds treatments;
 * sections and cards fold.
 *
 * An answer shows in the next frame. Each treatment keeps its card for the life
 * of the page; an update puts the cards in their order and refreshes those in view
 * at once, the others two a frame. What changed is marked for some
 * seconds and told in one line. Nothing is made before the first frame.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-advice-order.h"
#include "leio-session.h"

G_BEGIN_DECLS

#define LEIO_TYPE_ADVICE_PAGE (leio_advice_page_get_type ())
G_DECLARE_FINAL_TYPE (LeioAdvicePage, leio_advice_page, LEIO, ADVICE_PAGE, GtkWidget)

GtkWidget *leio_advice_page_new (LeioSession *session);
/* Brings the card of @treatment to the top of the view and gives it the focus. */
void leio_advice_page_show_treatment (LeioAdvicePage *self, guint treatment);
/* Opens the entry for the text to find. */
void leio_advice_page_find (LeioAdvicePage *self);
LeioAdviceGrouping leio_advice_page_get_grouping (LeioAdvicePage *self);
void leio_advice_page_set_grouping (LeioAdvicePage *self, LeioAdviceGrouping grouping);
/* Every card to one line, or every card and the sections of what is relevant unfolded. */
void leio_advice_page_set_all_folded (LeioAdvicePage *self, gboolean folded);
/* Whether they were folded last, all together. */
gboolean leio_advice_page_get_all_folded (LeioAdvicePage *self);

G_END_DECLS
