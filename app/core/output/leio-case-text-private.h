/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of a case as text, both ways. The writer asks the reader what a
 * word means, and takes the id where it means something else.
 *
 * Ids are looked for first and with their capitals, so that an id always means
 * what it names, whatever the labels are.
 */
#pragma once

#include "leio-case-text.h"

G_BEGIN_DECLS

typedef enum
{
  LEIO_CASE_TEXT_NOTHING,
  LEIO_CASE_TEXT_QUESTION,
  LEIO_CASE_TEXT_HEADER,
  LEIO_CASE_TEXT_LABEL,
  LEIO_CASE_TEXT_NOTES,
} LeioCaseTextKey;

/* leio-case-text-words.c */
/* By what a question can be named. */
typedef struct
{
  const LeioKnowledge *knowledge;
  GHashTable *questions; /* name without capitals -> index */
} LeioCaseTextNames;

LeioCaseTextNames *leio_case_text_names_new (const LeioKnowledge *knowledge);
void leio_case_text_names_free (LeioCaseTextNames *self);
/* What stands before the colon; @question is set where it is one. */
LeioCaseTextKey
leio_case_text_find_key (const LeioCaseTextNames *names, const char *word, guint *question);
const char *leio_case_text_key_word (LeioCaseTextKey key);
const char *leio_case_text_question_word (const LeioCaseTextNames *names, guint question);
/* (nullable): the short label of a question that was perhaps meant. */
const char *leio_case_text_find_near (const LeioKnowledge *knowledge, const char *word);
gboolean leio_case_text_read_answer (const LeioKnowledge *knowledge,
                                     const LeioQuestion *question,
                                     const char *text,
                                     LeioAnswer *answer,
                                     GError **error);
char *leio_case_text_dup_answer (const LeioKnowledge *knowledge,
                                 const LeioQuestion *question,
                                 const LeioAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioCaseTextNames, leio_case_text_names_free)

G_END_DECLS
