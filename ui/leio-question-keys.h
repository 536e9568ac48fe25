/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keys that answer from anywhere in the questionnaire: a digit or letter that no
 * control took goes to the question that one is at, else to the one that is asked
 * next; and a click beside the controls of a question goes to that question.
 */
#pragma once

#include "leio-question-page.h"

G_BEGIN_DECLS

void leio_question_keys_add (LeioQuestionPage *page);

G_END_DECLS
