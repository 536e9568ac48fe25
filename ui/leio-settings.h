/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is remembered between two runs, and is no part of a case: the size of the
 * window. The program works without the schema (not installed), it then
 * remembers nothing.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A string: the code of the language, "" for that of the system. */
#define LEIO_SETTING_LANGUAGE "language"

/* (transfer full) (nullable): NULL where the schema is not installed. */
GSettings *leio_settings_new (void);

G_END_DECLS
