/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds the words of the glossary in a text, in the user's language. The longest
 * word wins, and each is found once in a text: a page full of links is hard to
 * read.
 */
#pragma once

#include "leio-knowledge.h"

G_BEGIN_DECLS

typedef struct _LeioGlossary LeioGlossary;

/**
 * LeioGlossaryWord:
 * @start: the byte of the text where the word begins
 * @end: the byte after it
 * @term: the index of its term
 */
typedef struct
{
  guint start;
  guint end;
  guint term;
} LeioGlossaryWord;

/**
 * leio_glossary_new:
 * @knowledge: lent; it must live longer than the glossary
 *
 * Returns: (transfer full): what finds the words
 */
LeioGlossary *leio_glossary_new (const LeioKnowledge *knowledge);
void leio_glossary_free (LeioGlossary *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioGlossary, leio_glossary_free)

/**
 * leio_glossary_get_word:
 * @self: a glossary
 * @term: the index of a term
 *
 * Returns: (transfer none): the word in the user's language
 */
const char *leio_glossary_get_word (const LeioGlossary *self, guint term);
/**
 * leio_glossary_get_meaning:
 * @self: a glossary
 * @term: the index of a term
 *
 * Returns: (transfer none): its plain meaning in the user's language
 */
const char *leio_glossary_get_meaning (const LeioGlossary *self, guint term);
/**
 * leio_glossary_find:
 * @self: a glossary
 * @text: a text without markup
 *
 * Returns: (transfer none) (element-type LeioGlossaryWord): the words in @text, each term where it
 *   comes first; valid until the next call
 */
const GArray *leio_glossary_find (const LeioGlossary *self, const char *text);
/**
 * leio_glossary_add_terms:
 * @self: a glossary
 * @text: a text without markup
 * @terms: (element-type guint): gets the terms that are in @text and not in it yet
 */
void leio_glossary_add_terms (const LeioGlossary *self, const char *text, GArray *terms);

G_END_DECLS
