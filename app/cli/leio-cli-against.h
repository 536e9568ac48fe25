/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Another knowledge base beside the one in use, as an older version of it: what
 * it says of the same case.
 */
#pragma once

#include "leio-case.h"
#include "leio-engine.h"

G_BEGIN_DECLS

typedef struct _LeioCliAgainst LeioCliAgainst;

/**
 * leio_cli_against_new:
 * @directory: the folder of a knowledge base
 * @error: all its faults
 *
 * Returns: (transfer full) (nullable): it, ready to advise
 */
LeioCliAgainst *leio_cli_against_new (const char *directory, GError **error);
void leio_cli_against_free (LeioCliAgainst *self); /* takes it, or NULL */
/**
 * leio_cli_against_advise:
 * @self: a knowledge base
 * @knowledge: the one with which the case was read
 * @kase: a case
 * @error: which answer means nothing to @self
 *
 * Returns: (transfer full) (nullable): what @self says of it
 */
LeioPastAdvice *leio_cli_against_advise (LeioCliAgainst *self,
                                         const LeioKnowledge *knowledge,
                                         const LeioCase *kase,
                                         GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioCliAgainst, leio_cli_against_free)

G_END_DECLS
