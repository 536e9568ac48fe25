/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A question with any number of values: check buttons, and two answers that
 * exclude them, "none of these" (an answered, empty set) and "not known".
 */
#pragma once

#include "leio-question-row.h"

G_BEGIN_DECLS

#define LEIO_TYPE_SET_ROW (leio_set_row_get_type ())
G_DECLARE_FINAL_TYPE (LeioSetRow, leio_set_row, LEIO, SET_ROW, LeioQuestionRow)

G_END_DECLS
