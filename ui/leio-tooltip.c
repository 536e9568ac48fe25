/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-tooltip.h"

#define KEY "leio-tooltip"

static gboolean
on_query (GtkWidget *widget,
          int x,
          int y,
          gboolean by_keyboard,
          GtkTooltip *tooltip,
          gpointer data)
{
  gtk_tooltip_set_text (tooltip, g_object_get_data (G_OBJECT (widget), KEY));
  return TRUE;
}

/**
 * leio_tooltip_set:
 * @widget: a widget without a tooltip of its own
 * @text: (nullable): what it shall tell where the pointer rests on it
 *
 * Does what gtk_widget_set_tooltip_text() does, but for one thing: that one asks the X server at
 * once where the pointer is, and waits for the answer. An answer to a question sets hundreds of
 * tooltips.
 */
void
leio_tooltip_set (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (g_object_get_data (G_OBJECT (widget), KEY) == NULL && text != NULL)
    g_signal_connect (widget, "query-tooltip", G_CALLBACK (on_query), NULL);
  else if (text == NULL)
    g_signal_handlers_disconnect_by_func (widget, on_query, NULL);
  g_object_set_data_full (G_OBJECT (widget), KEY, g_strdup (text), g_free);
  gtk_widget_set_has_tooltip (widget, text != NULL);
}
