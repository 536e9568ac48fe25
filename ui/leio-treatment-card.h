/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The card of one treatment. A new card is an empty frame; what is in it is made
 * when leio_treatment_card_refresh() is first called. A refresh compares a
 * signature of the advice and does nothing where the card would look the same,
 * so all cards can be refreshed after every answer.
 *
 * To a screen reader a card is a group with the treatment's name, described by
 * its status, by the choice that it is an alternative of, and by whether it has just changed.
 *
 * Keys of a card that has the focus: Enter and Space show and hide what stands below the reasons,
 * minus folds the card to one line, plus unfolds it.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-session.h"

G_BEGIN_DECLS

#define LEIO_TYPE_TREATMENT_CARD (leio_treatment_card_get_type ())
G_DECLARE_FINAL_TYPE (LeioTreatmentCard, leio_treatment_card, LEIO, TREATMENT_CARD, GtkWidget)

/* @session is lent; it must live longer than the card. */
GtkWidget *leio_treatment_card_new (LeioSession *session, guint treatment);
guint leio_treatment_card_get_treatment (LeioTreatmentCard *self);
/* Whether a refresh would do something. */
gboolean leio_treatment_card_is_stale (LeioTreatmentCard *self);
void leio_treatment_card_refresh (LeioTreatmentCard *self);
/* Shows the status at once, and tells it and the name; the content stays stale. */
void leio_treatment_card_refresh_status (LeioTreatmentCard *self);
/**
 * leio_treatment_card_release:
 *
 * Gives up the content of a card that is out of view; the card keeps its place, its height, and
 * whether it is folded or expanded. A refresh makes the content again.
 *
 * Returns: whether there was content to give up
 */
gboolean leio_treatment_card_release (LeioTreatmentCard *self);
/* Marks the card as changed by the last answer. */
void leio_treatment_card_set_changed (LeioTreatmentCard *self, gboolean changed);
gboolean leio_treatment_card_get_changed (LeioTreatmentCard *self);
/* Expands or closes what stands below the reasons; makes the content where needed. */
void leio_treatment_card_set_expanded (LeioTreatmentCard *self, gboolean expanded);
/* A folded card has one line: status and name. */
void leio_treatment_card_set_folded (LeioTreatmentCard *self, gboolean folded);
gboolean leio_treatment_card_get_folded (LeioTreatmentCard *self);
/* @choice: (nullable): what it is one alternative of, as it is shown. */
void leio_treatment_card_set_choice (LeioTreatmentCard *self, const char *choice);

G_END_DECLS
