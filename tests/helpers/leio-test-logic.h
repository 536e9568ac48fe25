/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small logic for the tests of the core, with every kind of question, with
 * questions that are not always asked, and with names that build on each other.
 * Made in code, so that a test of conditions does not need the loader.
 */
#pragma once

#include "leio-logic.h"

G_BEGIN_DECLS

LeioLogic *leio_test_logic_new (void);
/* The tree of @text, which must parse. */
LeioCondition *leio_test_parse (const LeioLogic *logic, const char *text);
/* Sets the answers of "site=limb size_cm=8.5 symptoms=pain,bleeding"; "symptoms=" is the empty set,
 * and "grade=?" is not known. */
void leio_test_answer (const LeioLogic *logic, LeioAnswers *answers, const char *text);
LeioAnswers *leio_test_answers (const LeioLogic *logic, const char *text);
/* A random complete case: every question has an answer, asked or not. */
LeioAnswers *leio_test_random_case (const LeioLogic *logic, GRand *rand);
/* A random tree over all names of @logic, at most @depth levels. */
LeioCondition *leio_test_random_condition (const LeioLogic *logic, GRand *rand, guint depth);

G_END_DECLS
