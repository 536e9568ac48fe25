/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What nobody at home is to read unasked: a verdict, a code, a dose, a bare
 * percentage, a number of survival.
 */
#pragma once

#include "leio-knowledge.h"

G_BEGIN_DECLS

typedef struct _LeioTestWords LeioTestWords;

/* @knowledge: whose sources and ids are known; names of sources may have any words. */
LeioTestWords *leio_test_words_new (const LeioKnowledge *knowledge);
void leio_test_words_free (LeioTestWords *self);
/* (nullable) (transfer full): the first that @text has of it, with what stands around it. */
char *leio_test_words_find (LeioTestWords *self, const char *text);

G_END_DECLS
