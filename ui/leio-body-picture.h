/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A body seen from the front, of which regions can be chosen: a radio group beside
 * the list of the same values. Which value lies where is told by the knowledge
 * base ("region" of a value), what a region looks like by body.json in the
 * resources; a region without a value is not drawn, and a question none of whose
 * values has a region has no picture.
 */
#pragma once

#include "leio-knowledge.h"
#include "leio-option-group.h"

G_BEGIN_DECLS

#define LEIO_TYPE_BODY_PICTURE (leio_body_picture_get_type ())
G_DECLARE_FINAL_TYPE (LeioBodyPicture, leio_body_picture, LEIO, BODY_PICTURE, GtkWidget)

/* Signal "chosen" (guint value): a person chose. */

/* (transfer floating) (nullable) */
GtkWidget *leio_body_picture_new (const LeioKnowledge *knowledge, guint question, gboolean plain);
/* @value: -1 for none */
void leio_body_picture_set_value (LeioBodyPicture *self, int value);

G_END_DECLS
