/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A bar that tells something until a person closes it. (GtkInfoBar is deprecated
 * from GTK 4.10 on, and complains about the height of wrapped text in 4.8.)
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LEIO_TYPE_NOTICE (leio_notice_get_type ())
G_DECLARE_FINAL_TYPE (LeioNotice, leio_notice, LEIO, NOTICE, GtkWidget)

typedef enum
{
  LEIO_NOTICE_INFO,
  LEIO_NOTICE_WARNING,
  LEIO_NOTICE_ERROR,
} LeioNoticeKind;

/* Signal "closed" (): a person closed it; it is gone from its GtkBox by then. */

GtkWidget *leio_notice_new (LeioNoticeKind kind, const char *text);
/* (transfer none): a button below the text; what it does is for the caller to say. */
GtkWidget *leio_notice_add_button (LeioNotice *self, const char *label);
/* What the button of the bar does. */
void leio_notice_close (LeioNotice *self);

G_END_DECLS
