/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-preferences.h"

#include <glib/gi18n.h>

#include "leio-locale.h"
#include "leio-settings.h"
#include "leio-text.h"

#define GROUP "preferences"

struct _LeioPreferences
{
  GtkWindow parent_instance;

  GtkBox *languages; /* template widget */
};

G_DEFINE_FINAL_TYPE (LeioPreferences, leio_preferences, GTK_TYPE_WINDOW)

static GtkWidget *
add_language (LeioPreferences *self, const char *code, const char *name)
{
  GtkWidget *button = g_object_new (GTK_TYPE_CHECK_BUTTON, "label", name, "action-name",
                                    GROUP "." LEIO_SETTING_LANGUAGE, "action-target",
                                    g_variant_new_string (code), "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_RADIO, NULL);

  gtk_box_append (self->languages, button);
  return button;
}

static void
leio_preferences_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LEIO_TYPE_PREFERENCES);

  G_OBJECT_CLASS (leio_preferences_parent_class)->dispose (object);
}

static void
leio_preferences_class_init (LeioPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = leio_preferences_dispose;

  g_type_ensure (LEIO_TYPE_TEXT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/leio_app/Leio/ui/preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, LeioPreferences, languages);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
leio_preferences_init (LeioPreferences *self)
{
  guint n_languages;
  const LeioLanguage *languages = leio_locale_get_languages (&n_languages);
  GtkWidget *first;

  gtk_widget_init_template (GTK_WIDGET (self));
  first = add_language (self, "", _ ("As on this computer"));
  for (guint i = 0; i < n_languages; i++)
    add_language (self, languages[i].code, languages[i].name);
  gtk_window_set_focus (GTK_WINDOW (self), first);
}

GtkWidget *
leio_preferences_new (GtkWindow *parent, GSettings *settings)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkWidget *self = g_object_new (LEIO_TYPE_PREFERENCES, "transient-for", parent,
                                  "destroy-with-parent", TRUE, "modal", TRUE, NULL);

  if (settings != NULL)
    {
      g_autoptr (GAction) language = g_settings_create_action (settings, LEIO_SETTING_LANGUAGE);

      g_action_map_add_action (G_ACTION_MAP (group), language);
    }
  gtk_widget_insert_action_group (self, GROUP, G_ACTION_GROUP (group));
  return self;
}
