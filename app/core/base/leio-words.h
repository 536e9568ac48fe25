/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small helpers for the words of messages: a list cut to a readable length, and
 * the name that somebody probably meant. Nothing here knows what the words are.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *leio_words_join_some (const char *const *words, guint n_words, guint most);
const char *leio_words_find_near (const char *word, const char *const *names, guint n_names);
char *leio_words_from_number (double number);

G_END_DECLS
