/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing a file of this computer so that it holds either the old bytes or the
 * new ones, whenever the program or the power is cut off.
 *
 * (g_file_replace_contents() writes a file that is new, a link, or in a folder that
 * cannot be written, in place; g_file_set_contents_full() makes a name that is longer
 * than file systems take.)
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean leio_file_replace (
    const char *path, const char *data, gsize length, int mode, GError **error);
gboolean leio_file_is_same (GFile *a, GFile *b);

G_END_DECLS
