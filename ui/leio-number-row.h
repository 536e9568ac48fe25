/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A question with a number: an entry that takes a decimal comma or point, two
 * buttons that step, the unit, and "not known". What is typed is the answer as
 * soon as it is a number within the bounds; until then the case keeps the answer
 * that it had, and the row says what is wrong once the entry is left.
 */
#pragma once

#include "leio-question-row.h"

G_BEGIN_DECLS

#define LEIO_TYPE_NUMBER_ROW (leio_number_row_get_type ())
G_DECLARE_FINAL_TYPE (LeioNumberRow, leio_number_row, LEIO, NUMBER_ROW, LeioQuestionRow)

G_END_DECLS
