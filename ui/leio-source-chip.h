/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small button with the short name of a source ("ESGO 2024") that opens the
 * source in a popover. Escape closes it and the focus is on the chip again. The
 * popover is made when it is first asked for.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-knowledge.h"

G_BEGIN_DECLS

#define LEIO_TYPE_SOURCE_CHIP (leio_source_chip_get_type ())
G_DECLARE_FINAL_TYPE (LeioSourceChip, leio_source_chip, LEIO, SOURCE_CHIP, GtkButton)

/**
 * leio_source_chip_new:
 * @knowledge: lent; it must live longer than the chip
 * @source: index of the source
 * @rule: (nullable): the rule that cites it here
 */
GtkWidget *leio_source_chip_new (const LeioKnowledge *knowledge,
                                 guint source,
                                 const LeioRule *rule);
/* Whether it opens as at home, without numbers until they are asked for. */
void leio_source_chip_set_home (LeioSourceChip *self, gboolean home);
guint leio_source_chip_get_source (LeioSourceChip *self);

G_END_DECLS
