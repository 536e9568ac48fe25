/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the logic of a knowledge base to diagrams over a space. "Not asked" is
 * built into every atom: where a question is not asked its atoms have the value
 * of if_not_asked, or are FALSE. So an answer to a question that is not asked
 * changes nothing, whatever it is.
 *
 * Each definition, derived fact and ask_if is compiled once and remembered.
 */
#pragma once

#include "leio-space.h"

G_BEGIN_DECLS

/* The result of a derived fact where no row holds. */
#define LEIO_RESULT_NONE 63

typedef struct _LeioCompiler LeioCompiler;

LeioCompiler *
leio_compiler_new (const LeioLogic *logic, const LeioSpace *space, LeioDiagrams *diagrams);
void leio_compiler_free (LeioCompiler *self);

LeioNode leio_compiler_condition (LeioCompiler *self, const LeioCondition *condition);
LeioNode leio_compiler_asked (LeioCompiler *self, guint question);
/* The results are the indices of the values, and LEIO_RESULT_NONE. */
LeioNode leio_compiler_derived (LeioCompiler *self, guint derived);
LeioNode leio_compiler_impossible (LeioCompiler *self, guint impossible);

/* TRUE where the question has its first value, a set none: what stands for "not asked" where
 * cases are counted. */
LeioNode leio_compiler_at_first_value (LeioCompiler *self, const LeioSpaceQuestion *question);
/* TRUE where every question that is asked has a value that the logic knows: another knowledge
 * base in the space may have more. */
LeioNode leio_compiler_known (LeioCompiler *self);
/* TRUE for each complete case once: nothing impossible, and every question that is not asked
 * at its first value. */
LeioNode leio_compiler_cases (LeioCompiler *self);

/* The space's question of one of the logic's questions. */
const LeioSpaceQuestion *leio_compiler_question (const LeioCompiler *self, guint question);

/* For each variable the value that the answers give, or -1. */
void leio_compiler_fill (const LeioCompiler *self, const LeioAnswers *answers, int *values);
void leio_compiler_fill_one (const LeioCompiler *self,
                             guint question,
                             const LeioAnswer *answer,
                             int *values);
/* The other way: the answer that the values give to @question, open where they leave it open. */
LeioAnswer leio_compiler_read (const LeioCompiler *self, guint question, const int *values);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioCompiler, leio_compiler_free)

G_END_DECLS
