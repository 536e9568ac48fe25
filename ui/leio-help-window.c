/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-help-window.h"

#include <glib/gi18n.h>

#include "leio-catalogue.h"
#include "leio-help-page.h"
#include "leio-help-topics.h"

struct _LeioHelpWindow
{
  GtkWindow parent_instance;

  /* Template widgets */
  LeioCatalogue *topics;

  /* Owned references */
  GMenuModel *menu; /* (nullable) */

  const char *topic; /* (nullable) that is open */
  gboolean home;
};

G_DEFINE_FINAL_TYPE (LeioHelpWindow, leio_help_window, GTK_TYPE_WINDOW)

static GtkWidget *
open_topic (guint index, gpointer user_data)
{
  LeioHelpWindow *self = user_data;

  self->topic = leio_help_topics_get (index)->id;
  return leio_help_page_new (index, self->menu, self->home);
}

static void
fill (LeioHelpWindow *self)
{
  g_autoptr (GListStore) items = g_list_store_new (LEIO_TYPE_CATALOGUE_ITEM);

  for (guint i = 0; i < leio_help_topics_get_length (); i++)
    {
      const LeioHelpTopic *topic = leio_help_topics_get (i);
      const char *chapter = g_dpgettext2 (GETTEXT_PACKAGE, "help", topic->chapter);
      g_autofree char *title = NULL;
      g_autofree char *text = NULL;
      g_autoptr (LeioCatalogueItem) item = NULL;

      if (!leio_help_topics_is_there (i, self->home))
        continue;

      title = leio_help_page_dup_title (i);
      text = leio_help_page_dup_text (i, self->menu);
      item = leio_catalogue_item_new (i, title, chapter, chapter, "", text);
      g_list_store_append (items, item);
    }
  leio_catalogue_fill (self->topics, G_LIST_MODEL (items), open_topic, self);
}

static gboolean
on_back (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return leio_catalogue_go_back (LEIO_HELP_WINDOW (widget)->topics);
}

static gboolean
on_find (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  leio_catalogue_focus_search (LEIO_HELP_WINDOW (widget)->topics);
  return TRUE;
}

/* From a topic that took the place of the list back to the list; else out. */
static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  if (!leio_catalogue_go_back (LEIO_HELP_WINDOW (widget)->topics))
    gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static void
on_show (GtkWidget *widget, const char *action, GVariant *parameter)
{
  leio_help_window_show (LEIO_HELP_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
leio_help_window_dispose (GObject *object)
{
  LeioHelpWindow *self = LEIO_HELP_WINDOW (object);

  /* GtkWindow (4.8) would unparent a child of the template once more. */
  gtk_window_set_child (GTK_WINDOW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LEIO_TYPE_HELP_WINDOW);
  g_clear_object (&self->menu);

  G_OBJECT_CLASS (leio_help_window_parent_class)->dispose (object);
}

static void
leio_help_window_class_init (LeioHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = leio_help_window_dispose;

  gtk_widget_class_install_action (widget_class, LEIO_HELP_SHOW_ACTION, "s", on_show);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, on_find, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, on_back, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);

  /* The template names it. */
  g_type_ensure (LEIO_TYPE_CATALOGUE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/leio_app/Leio/ui/help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LeioHelpWindow, topics);
}

static void
leio_help_window_init (LeioHelpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
leio_help_window_new (GtkWindow *parent, GMenuModel *menu, gboolean home)
{
  LeioHelpWindow *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);

  self = g_object_new (LEIO_TYPE_HELP_WINDOW, "transient-for", parent, NULL);
  g_set_object (&self->menu, menu);
  self->home = home;
  if (G_IS_ACTION_GROUP (parent))
    gtk_widget_insert_action_group (GTK_WIDGET (self), LEIO_HELP_MAIN_PREFIX,
                                    G_ACTION_GROUP (parent));
  fill (self);
  return GTK_WIDGET (self);
}

gboolean
leio_help_window_get_home (LeioHelpWindow *self)
{
  g_return_val_if_fail (LEIO_IS_HELP_WINDOW (self), FALSE);

  return self->home;
}

void
leio_help_window_show (LeioHelpWindow *self, const char *id)
{
  int index;

  g_return_if_fail (LEIO_IS_HELP_WINDOW (self));

  index = leio_help_topics_find (id);
  if (index >= 0 && leio_help_topics_is_there ((guint) index, self->home))
    leio_catalogue_show (self->topics, (guint) index);
}

const char *
leio_help_window_get_topic (LeioHelpWindow *self)
{
  g_return_val_if_fail (LEIO_IS_HELP_WINDOW (self), NULL);

  return self->topic;
}

static gboolean
on_help_key (GtkWidget *widget, GVariant *topic, gpointer user_data)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (!G_IS_ACTION_GROUP (parent))
    return FALSE;

  g_action_group_activate_action (G_ACTION_GROUP (parent), "show-help", topic);
  return TRUE;
}

void
leio_help_window_add_key (GtkWidgetClass *widget_class, const char *topic)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F1, 0, on_help_key, "s", topic);
}
