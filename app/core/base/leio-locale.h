/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The language of the person: where the catalogues are, which language is used,
 * and a day in the order in which that language writes it. Both programs begin
 * with it. Files and JSON know nothing of it.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LeioLanguage:
 * @code: as the system has it, such as "de"
 * @name: the language in its own words
 */
typedef struct
{
  const char *code;
  const char *name;
} LeioLanguage;

const LeioLanguage *leio_locale_get_languages (guint *n_languages);
void leio_locale_choose (const char *language);
void leio_locale_set_up (void);
char *leio_locale_dup_date (const char *date);

G_END_DECLS
