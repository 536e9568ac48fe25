/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The keys that choose the answers of a question: the value's own digit where
 * each value is one (a grade, an ECOG status), else 1 to 9 and then letters; "0"
 * for none of a set; a letter of the language for what is not known.
 */
#pragma once

#include "leio-option-group.h"
#include "leio-question.h"

G_BEGIN_DECLS

/* 0 where there are more values than keys. */
gunichar leio_option_keys_get (const LeioQuestion *question, guint value);
gunichar leio_option_keys_get_not_known (void);
/* For a group that has the values first, of a set then none of them, and last "not known". */
void leio_option_keys_set (LeioOptionGroup *group, const LeioQuestion *question);

G_END_DECLS
