/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-error.h"

G_DEFINE_QUARK (leio-error-quark, leio_error)
