/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the two files of the questions to take along share.
 */
#pragma once

#include "leio-ask-list.h"

G_BEGIN_DECLS

LeioAskGroup *leio_ask_list_find_group (const LeioAskList *self, const char *id);
/* leio-ask-order.c: puts the groups into the person's order, and drops empty ones. */
void leio_ask_list_arrange (LeioAskList *self, const LeioVisit *visit);

G_END_DECLS
