/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list of faults, for readers that go on after the first one so that an author
 * sees everything at once. Each fault is one line: "FILE: where: column N: what".
 */
#pragma once

#include "leio-error.h"

G_BEGIN_DECLS

typedef struct _LeioFaults LeioFaults;

/**
 * leio_faults_new:
 *
 * Returns: (transfer full): a list without faults
 */
LeioFaults *leio_faults_new (void);
/**
 * leio_faults_free:
 * @self: (nullable) (transfer full): a list
 */
void leio_faults_free (LeioFaults *self);

/**
 * leio_faults_add:
 * @self: the list
 * @code: what kind of fault it is
 * @file: the file, as its author names it
 * @where: (nullable): the place in the file, e.g. "rule amputation-last: when"
 * @column: the column in the text at that place, from 1; 0 where there is none
 * @format: what was found and what was expected, translated
 * @...: what @format asks for
 */
void leio_faults_add (LeioFaults *self,
                      LeioError code,
                      const char *file,
                      const char *where,
                      guint column,
                      const char *format,
                      ...) G_GNUC_PRINTF (6, 7);
/**
 * leio_faults_take:
 * @self: the list
 * @file: the file, as its author names it
 * @where: (nullable): the place in the file
 * @column: the column in the text at that place, from 1; 0 where there is none
 * @error: (transfer full): the fault; of another domain than %LEIO_ERROR it counts as
 *   %LEIO_ERROR_FAILED
 */
void leio_faults_take (
    LeioFaults *self, const char *file, const char *where, guint column, GError *error);
/**
 * leio_faults_get_length:
 * @self: the list
 *
 * Returns: how many faults it has
 */
guint leio_faults_get_length (const LeioFaults *self);

/**
 * leio_faults_to_error:
 * @self: the list
 * @error: all faults, one a line, in the order found; the code is that of the
 *   faults where all have the same one, else %LEIO_ERROR_KNOWLEDGE
 *
 * Returns: whether there is no fault; then @error is not set
 */
gboolean leio_faults_to_error (const LeioFaults *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioFaults, leio_faults_free)

G_END_DECLS
