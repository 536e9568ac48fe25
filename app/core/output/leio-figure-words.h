/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The numbers of a figure of a source in words: for the picture, for a table
 * beside it, and for those who hear it.
 */
#pragma once

#include "leio-knowledge.h"

G_BEGIN_DECLS

/* (transfer full): "33 months (26 to 48)". */
char *leio_figure_dup_number (const LeioFigure *figure, const LeioFigureArm *arm);
/* (transfer full): "26 to 48", or "" where there is no interval. */
char *leio_figure_dup_interval (const LeioFigureArm *arm);
/* (transfer full): every arm with its number, as a sentence. */
char *leio_figure_dup_description (const LeioFigure *figure);

G_END_DECLS
