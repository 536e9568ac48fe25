/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the two files of the visit share.
 */
#pragma once

#include "leio-visit.h"

G_BEGIN_DECLS

LeioVisitQuestion *leio_visit_question_new (const char *id);
void leio_visit_question_unref (LeioVisitQuestion *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioVisitQuestion, leio_visit_question_unref)

G_END_DECLS
