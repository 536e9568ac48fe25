/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is in a card: the treatment with its status on the start side, the reasons
 * on the end side, plain words and burden below on wish.
 *
 * An update keeps every widget that still says something: a reason stays the
 * same row as long as the rule is shown, so an open popover and the focus
 * survive.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-session.h"

G_BEGIN_DECLS

#define LEIO_TYPE_TREATMENT_BODY (leio_treatment_body_get_type ())
G_DECLARE_FINAL_TYPE (LeioTreatmentBody, leio_treatment_body, LEIO, TREATMENT_BODY, GtkWidget)

/* Property: "folded" (boolean, read-write, notifies): only status and name are shown. */

/* @session is lent; it must live longer than the body. */
GtkWidget *leio_treatment_body_new (LeioSession *session, guint treatment);
/* Takes what is shown from the advice of the session. */
void leio_treatment_body_update (LeioTreatmentBody *self);
/* The status alone, which is quick; the rest is to follow. */
void leio_treatment_body_update_status (LeioTreatmentBody *self);
void leio_treatment_body_set_changed (LeioTreatmentBody *self, gboolean changed);
void leio_treatment_body_set_expanded (LeioTreatmentBody *self, gboolean expanded);
gboolean leio_treatment_body_get_expanded (LeioTreatmentBody *self);
void leio_treatment_body_set_folded (LeioTreatmentBody *self, gboolean folded);
gboolean leio_treatment_body_get_folded (LeioTreatmentBody *self);

G_END_DECLS
