/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The cases that were opened or saved last, in the main menu. The desktop keeps
 * the list (GtkRecentManager): the paths of the files, and nothing of what is in them.
 */
#include "config.h"

#include <glib/gi18n.h>

#include "leio-window-private.h"

#define MOST 8
#define MIME_TYPE "application/x-leio-case"

static gboolean
is_ours (GtkRecentInfo *info)
{
  return gtk_recent_info_has_application (info, g_get_application_name ()) &&
         gtk_recent_info_exists (info);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

static void
add_item (GMenu *menu, GtkRecentInfo *info)
{
  g_autofree char *name = gtk_recent_info_get_uri_display (info);
  g_autofree char *label = name != NULL ? g_path_get_basename (name) : NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *escaped = NULL;
  g_autoptr (GMenuItem) item = NULL;

  if (label == NULL)
    return;

  /* An underline in a name is none of a mnemonic. */
  parts = g_strsplit (label, "_", -1);
  escaped = g_strjoinv ("__", parts);
  item = g_menu_item_new (escaped, NULL);
  g_menu_item_set_action_and_target (item, "win.open-recent", "s", gtk_recent_info_get_uri (info));
  g_menu_append_item (menu, item);
}

static void
fill_menu (LeioWindow *self)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();
  GList *items = g_list_sort (gtk_recent_manager_get_items (manager), compare_newest_first);
  guint count = 0;

  g_menu_remove_all (self->recent_menu);
  for (GList *item = items; item != NULL && count < MOST; item = item->next)
    if (is_ours (item->data))
      {
        add_item (self->recent_menu, item->data);
        count++;
      }
  if (count > 0)
    g_menu_append (self->recent_menu, _ ("_Forget These"), "win.forget-recent");
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}

static void
on_open_recent (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  leio_window_open (user_data, file);
}

static void
on_forget_recent (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();
  GList *items = gtk_recent_manager_get_items (manager);

  for (GList *item = items; item != NULL; item = item->next)
    if (gtk_recent_info_has_application (item->data, g_get_application_name ()))
      /* One that another program forgot meanwhile is forgotten. */
      gtk_recent_manager_remove_item (manager, gtk_recent_info_get_uri (item->data), NULL);
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}

/* The session has another file, or saved it. */
void
leio_window_remember_file (LeioWindow *self)
{
  GFile *file = leio_session_get_file (self->session);
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;
  g_autofree char *command = g_strconcat (g_get_prgname (), " %u", NULL);
  GtkRecentData data = {
    .mime_type = (char *) MIME_TYPE,
    .app_name = (char *) g_get_application_name (),
    .app_exec = command,
    .is_private = TRUE,
  };

  /* A window without a program is a test's: it has no place on the desktop. */
  if (uri != NULL && gtk_window_get_application (GTK_WINDOW (self)) != NULL)
    gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

void
leio_window_add_recent_actions (LeioWindow *self)
{
  const GActionEntry entries[] = {
    { .name = "open-recent", .activate = on_open_recent, .parameter_type = "s" },
    { .name = "forget-recent", .activate = on_forget_recent },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  if (gtk_window_get_application (GTK_WINDOW (self)) == NULL)
    return;

  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (fill_menu),
                           self, G_CONNECT_SWAPPED);
  fill_menu (self);
}
