/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A case from a diagram.
 */
#pragma once

#include "leio-compile.h"

G_BEGIN_DECLS

/**
 * leio_witness_find:
 * @possible: TRUE where no combination of answers is impossible
 * @where: a function with the results TRUE and FALSE
 *
 * A case with as few answers as a way through the diagram needs, and no answer
 * that could be left out, in which @where is TRUE whatever the other answers are
 * as long as they are possible.
 *
 * Returns: (transfer full) (nullable): the answers; NULL where no possible case is there
 */
LeioAnswers *leio_witness_find (LeioDiagrams *diagrams, const LeioSpace *space,
                                const LeioCompiler *compiler, const LeioLogic *logic,
                                LeioNode possible, LeioNode where);

G_END_DECLS
