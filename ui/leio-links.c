/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-links.h"

#include "leio-text.h"

#define KEY_TARGET "leio-target"

/* A widget keeps the focus where it is about to go: its card takes it. */
void
leio_links_keep_focus (GtkWidget *leaving)
{
  GtkWidget *parent = leaving;

  if ((gtk_widget_get_state_flags (leaving) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    return;

  while ((parent = gtk_widget_get_parent (parent)) != NULL)
    if (gtk_widget_get_focusable (parent) && gtk_widget_grab_focus (parent))
      return;
}

void
leio_links_hide (GtkWidget *widget)
{
  leio_links_keep_focus (widget);
  gtk_widget_set_visible (widget, FALSE);
}

/* A long link wraps; a short one stands in a line with others. It fills what it is given: with
 * another alignment GTK would make it narrower than it was measured for. */
GtkWidget *
leio_links_new (GtkWidget *text)
{
  return g_object_new (GTK_TYPE_BUTTON, "child", text, "css-classes",
                       (const char *[]){ "leio-link", NULL }, NULL);
}

void
leio_links_set_text (GtkWidget *link, const char *text)
{
  GtkWidget *child = gtk_button_get_child (GTK_BUTTON (link));

  if (LEIO_IS_TEXT (child))
    leio_text_set_text (LEIO_TEXT (child), text);
  else
    gtk_label_set_label (GTK_LABEL (child), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
on_clicked (GtkWidget *link, const char *action)
{
  GVariant *target = g_object_get_data (G_OBJECT (link), KEY_TARGET);

  gtk_widget_activate_action_variant (link, action, target);
}

void
leio_links_set_action (GtkWidget *link, const char *action, const char *target)
{
  GVariant *variant = target != NULL ? g_variant_ref_sink (g_variant_new_string (target)) : NULL;

  g_return_if_fail (GTK_IS_BUTTON (link));

  g_object_set_data_full (G_OBJECT (link), KEY_TARGET, variant, (GDestroyNotify) g_variant_unref);
  g_signal_handlers_disconnect_matched (link, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, on_clicked, NULL);
  g_signal_connect (link, "clicked", G_CALLBACK (on_clicked), (gpointer) action);
}

static GtkWidget *
get_next_link (GtkWidget *child)
{
  while (child != NULL && !GTK_IS_BUTTON (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

GtkWidget *
leio_links_set_number (GtkWidget *box, guint n_links, LeioLinksCreate create, gpointer data)
{
  GtkWidget *link = get_next_link (gtk_widget_get_first_child (box));
  guint n_there = 0;

  for (; link != NULL; link = gtk_widget_get_next_sibling (link))
    if (++n_there > n_links)
      leio_links_hide (link);
    else
      gtk_widget_set_visible (link, TRUE);

  for (; n_there < n_links; n_there++)
    gtk_box_append (GTK_BOX (box), create (data));

  if (n_links == 0)
    leio_links_hide (box);
  else
    gtk_widget_set_visible (box, TRUE);

  return get_next_link (gtk_widget_get_first_child (box));
}
