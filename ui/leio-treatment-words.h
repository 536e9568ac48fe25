/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sentences of a card about the whole of the advice on a treatment. Each is NULL
 * where there is nothing to say.
 */
#pragma once

#include "leio-session.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): where guidelines and experts differ, in the arguments in force. */
char *leio_treatment_dup_positions (LeioSession *session, const LeioTreatmentAdvice *advice);
/* (transfer full) (nullable): what speaks for it where it is one of several in question. */
char *leio_treatment_dup_speaks (LeioSession *session, const LeioTreatmentAdvice *advice);
/* (transfer full) (nullable): the answers that settle the status; @brief names the questions alone
 * where there are many. */
char *leio_treatment_dup_settled (LeioSession *session,
                                  const LeioTreatmentAdvice *advice,
                                  gboolean brief);
/* (transfer full) (nullable): the answers that could be other ones. */
char *leio_treatment_dup_stays (LeioSession *session, const LeioTreatmentAdvice *advice);
/* (transfer full) (nullable): what the treatment is one alternative of. */
char *leio_treatment_dup_choice (LeioSession *session, guint treatment);

G_END_DECLS
