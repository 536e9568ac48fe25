/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What differs between two variants of a case, in words: which answers, which
 * advice, and by which argument that is in force. Nothing is computed here that
 * the two pieces of advice do not say.
 */
#pragma once

#include "leio-session.h"

G_BEGIN_DECLS

/* (transfer full) (element-type guint): the questions that are answered otherwise. */
GArray *leio_compare_list_answers (LeioSession *before, LeioSession *after);
/* (transfer full) (element-type guint): the treatments that have another status. */
GArray *leio_compare_list_treatments (LeioSession *before, LeioSession *after);
/* (transfer full): "Recommended or an option"; at home one status in its words, or that it is
 * open. */
char *leio_compare_dup_status (guint possible, gboolean plain);
/* (transfer full): "Adjuvant chemotherapy becomes an option, because: … Stays recommended: …" */
char *leio_compare_dup_words (LeioSession *before, LeioSession *after);

G_END_DECLS
