/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What clinicians entered, to read at home: each question with its answer, in
 * plain words, in the place of the questions while the case cannot be changed. A
 * figure about how long people live is shown when it is asked for.
 */
#pragma once

#include "leio-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LEIO_TYPE_SHEET_PAGE (leio_sheet_page_get_type ())
G_DECLARE_FINAL_TYPE (LeioSheetPage, leio_sheet_page, LEIO, SHEET_PAGE, GtkWidget)

/* It shows nothing while the case can be changed. */
GtkWidget *leio_sheet_page_new (LeioSession *session);

G_END_DECLS
