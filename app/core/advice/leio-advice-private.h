/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For those who fill an advice.
 */
#pragma once

#include "leio-advice.h"

G_BEGIN_DECLS

LeioAdvice *leio_advice_new (void);
LeioTreatmentAdvice *leio_treatment_advice_new (guint treatment);
LeioDerivedAdvice *leio_derived_advice_new (guint derived);
LeioBoardAdvice *leio_board_advice_new (guint reason, gboolean in_force);
LeioArgumentAdvice *leio_argument_advice_new (guint argument, LeioArgumentState state);
LeioChange *leio_change_new (LeioStatus to);
LeioOddity *leio_oddity_new (guint impossible);

/* Lists of indices (GArray of guint). */
void leio_sort_indices (GArray *indices);
gboolean leio_indices_contain (const GArray *indices, guint index);

G_END_DECLS
