/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-appearance.h"

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_INTERFACE "org.freedesktop.portal.Settings"
#define HIGH_CONTRAST_THEME "Default-hc"


/* 0 no preference, 1 dark, 2 light. */
static void
apply_color_scheme (GtkSettings *settings, guint32 scheme)
{
  const char *property = "gtk-application-prefer-dark-theme";

  if (scheme == 1 || scheme == 2)
    g_object_set (settings, property, scheme == 1, NULL);
  else
    gtk_settings_reset_property (settings, property);
}

/* 0 no preference, 1 higher. */
static void
apply_contrast (GtkSettings *settings, guint32 contrast)
{
  if (contrast == 1)
    g_object_set (settings, "gtk-theme-name", HIGH_CONTRAST_THEME, NULL);
  else
    gtk_settings_reset_property (settings, "gtk-theme-name");
}

/* 0 no preference, 1 reduced. */
static void
apply_reduced_motion (GtkSettings *settings, guint32 reduced)
{
  if (reduced == 1)
    g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  else
    gtk_settings_reset_property (settings, "gtk-enable-animations");
}

static void
apply_animations (GtkSettings *settings, guint32 enabled)
{
  apply_reduced_motion (settings, enabled == 0 ? 1 : 0);
}

/* What desktops agreed on, and GNOME's own for portals that are older than that. */
static const struct
{
  const char *group;
  const char *key;
  void (*apply) (GtkSettings *settings, guint32 value);
} known[] = {
  { "org.freedesktop.appearance", "color-scheme", apply_color_scheme },
  { "org.gnome.desktop.a11y.interface", "high-contrast", apply_contrast },
  { "org.freedesktop.appearance", "contrast", apply_contrast },
  { "org.gnome.desktop.interface", "enable-animations", apply_animations },
  { "org.freedesktop.appearance", "reduced-motion", apply_reduced_motion },
};

/* Read() of the portal wraps the value once more than its signal does. */
static GVariant *
unwrap (GVariant *value)
{
  GVariant *inner = g_variant_ref (value);

  while (g_variant_is_of_type (inner, G_VARIANT_TYPE_VARIANT))
    {
      GVariant *next = g_variant_get_variant (inner);

      g_variant_unref (inner);
      inner = next;
    }
  return inner;
}

void
leio_appearance_apply (GtkSettings *settings,
                       const char *group,
                       const char *key,
                       GVariant *value)
{
  g_autoptr (GVariant) inner = unwrap (value);
  guint32 number;

  if (g_variant_is_of_type (inner, G_VARIANT_TYPE_UINT32))
    number = g_variant_get_uint32 (inner);
  else if (g_variant_is_of_type (inner, G_VARIANT_TYPE_BOOLEAN))
    number = g_variant_get_boolean (inner) ? 1 : 0;
  else
    return;

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      if (g_str_equal (known[i].group, group) && g_str_equal (known[i].key, key))
        known[i].apply (settings, number);
    }
}

static void
on_read_all (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkSettings) settings = user_data;
  /* No portal is no mistake: then nobody has a wish. */
  g_autoptr (GVariant) reply =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_autoptr (GVariant) groups = NULL;

  if (reply == NULL)
    return;

  groups = g_variant_get_child_value (reply, 0);
  /* In the order of the table: what desktops agreed on has the last word. */
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autoptr (GVariant) group =
          g_variant_lookup_value (groups, known[i].group, G_VARIANT_TYPE_VARDICT);
      g_autoptr (GVariant) value =
          group != NULL ? g_variant_lookup_value (group, known[i].key, NULL) : NULL;

      if (value != NULL)
        leio_appearance_apply (settings, known[i].group, known[i].key, value);
    }
}

static void
on_setting_changed (GDBusConnection *connection,
                    const char *sender,
                    const char *path,
                    const char *interface,
                    const char *signal,
                    GVariant *parameters,
                    gpointer user_data)
{
  g_autoptr (GVariant) value = NULL;
  const char *group, *key;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ssv)")))
    return;

  g_variant_get (parameters, "(&s&sv)", &group, &key, &value);
  leio_appearance_apply (user_data, group, key, value);
}

static GVariant *
list_groups (void)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("as"));

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    g_variant_builder_add (&builder, "s", known[i].group);

  return g_variant_new ("(as)", &builder);
}

void
leio_appearance_follow (GDBusConnection *connection, GtkSettings *settings)
{
  if (connection == NULL || settings == NULL)
    return;

  g_dbus_connection_signal_subscribe (connection, PORTAL_NAME, PORTAL_INTERFACE, "SettingChanged",
                                      PORTAL_PATH, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
                                      on_setting_changed, g_object_ref (settings), g_object_unref);
  g_dbus_connection_call (connection, PORTAL_NAME, PORTAL_PATH, PORTAL_INTERFACE, "ReadAll",
                          list_groups (), G_VARIANT_TYPE ("(a{sa{sv}})"),
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, on_read_all,
                          g_object_ref (settings));
}
