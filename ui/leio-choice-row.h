/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A question with one value, also of an ordered list: a radio group of the values
 * and "not known".
 */
#pragma once

#include "leio-question-row.h"

G_BEGIN_DECLS

#define LEIO_TYPE_CHOICE_ROW (leio_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (LeioChoiceRow, leio_choice_row, LEIO, CHOICE_ROW, LeioQuestionRow)

G_END_DECLS
