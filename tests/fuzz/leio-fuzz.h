/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the fuzzers share. Each is a function that libFuzzer calls with a text; it
 * stops the program where a promise is broken, which libFuzzer then reports with
 * the text.
 */
#pragma once

#include <gio/gio.h>
#include <stdint.h>

#include "leio-engine.h"

G_BEGIN_DECLS

int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* The shipped base, loaded once. */
LeioKnowledge *leio_fuzz_get_knowledge (void);
/* A folder of this process in memory. */
const char *leio_fuzz_get_folder (void);
/* Writes the text to a file of that folder. */
void leio_fuzz_write (const char *name, const uint8_t *data, size_t size);
/* A fault that people can read: some words, in UTF-8, without a final stop. */
void leio_fuzz_check_error (const GError *error);
/* Stops at anything that GLib would only warn about. */
void leio_fuzz_begin (void);

G_END_DECLS
