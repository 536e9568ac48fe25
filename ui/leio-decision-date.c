/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-decision-date.h"

#include <glib/gi18n.h>

#include "leio-decision.h"

gboolean
leio_decision_date_check (GtkEditable *entry)
{
  const char *text = gtk_editable_get_text (entry);
  gboolean valid = *text == '\0' || leio_decision_date_is_valid (text);

  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (entry), GTK_ENTRY_ICON_SECONDARY,
                                     valid ? NULL : "dialog-warning-symbolic");
  if (valid)
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
      gtk_entry_set_icon_tooltip_text (GTK_ENTRY (entry), GTK_ENTRY_ICON_SECONDARY,
                                       _ ("This is no day. A day is written as 2026-11-25."));
    }
  return valid;
}
