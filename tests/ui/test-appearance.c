/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program looks as the desktop wishes, from the start and when the wish changes while it runs.
 * A settings portal of the test's own stands for the desktop.
 */
#include "config.h"

#include "leio-appearance.h"
#include "leio-style.h"
#include "leio-test-ui.h"

#define GROUP "org.freedesktop.appearance"
#define GNOME "org.gnome.desktop.interface"
#define GNOME_A11Y "org.gnome.desktop.a11y.interface"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_INTERFACE "org.freedesktop.portal.Settings"

static const char interface_xml[] =
    "<node><interface name='org.freedesktop.portal.Settings'>"
    "<method name='ReadAll'><arg type='as' direction='in'/>"
    "<arg type='a{sa{sv}}' direction='out'/></method>"
    "<signal name='SettingChanged'><arg type='s'/><arg type='s'/><arg type='v'/></signal>"
    "</interface></node>";

static gboolean
get (const char *property)
{
  gboolean value = FALSE;

  g_object_get (gtk_settings_get_default (), property, &value, NULL);
  return value;
}

static void
apply (const char *group, const char *key, GVariant *value)
{
  g_autoptr (GVariant) kept = g_variant_ref_sink (value);

  leio_appearance_apply (gtk_settings_get_default (), group, key, kept);
}

static void
test_color_scheme (void)
{
  const struct
  {
    guint32 scheme;
    gboolean dark;
  } table[] = { { 1, TRUE }, { 2, FALSE }, { 1, TRUE }, { 0, FALSE }, { 7, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      apply (GROUP, "color-scheme", g_variant_new_uint32 (table[i].scheme));
      g_assert_cmpint (get ("gtk-application-prefer-dark-theme"), ==, table[i].dark);
    }
}

/* The faint text of the sheets for everybody, on the ground it is on. */
static double
get_faintness (void)
{
  GtkWidget *label = gtk_label_new ("text");
  GtkStyleContext *context = gtk_widget_get_style_context (label);
  GdkRGBA faint, text;

  g_object_ref_sink (label);
  g_assert_true (gtk_style_context_lookup_color (context, "leio_secondary_fg", &faint));
  g_assert_true (gtk_style_context_lookup_color (context, "theme_fg_color", &text));
  g_object_unref (label);
  return ABS (faint.red - text.red) + ABS (faint.green - text.green);
}

static void
test_contrast (void)
{
  apply (GROUP, "contrast", g_variant_new_uint32 (1));
  g_assert_true (leio_style_is_high_contrast (gtk_settings_get_default ()));
  g_assert_cmpfloat (get_faintness (), <, 0.001);
  apply (GROUP, "contrast", g_variant_new_uint32 (0));
  g_assert_false (leio_style_is_high_contrast (gtk_settings_get_default ()));
  g_assert_cmpfloat (get_faintness (), >, 0.1);

  apply (GNOME_A11Y, "high-contrast", g_variant_new_boolean (TRUE));
  g_assert_true (leio_style_is_high_contrast (gtk_settings_get_default ()));
  apply (GNOME_A11Y, "high-contrast", g_variant_new_boolean (FALSE));
  g_assert_false (leio_style_is_high_contrast (gtk_settings_get_default ()));
}

static void
test_motion (void)
{
  apply (GROUP, "reduced-motion", g_variant_new_uint32 (1));
  g_assert_false (get ("gtk-enable-animations"));
  apply (GROUP, "reduced-motion", g_variant_new_uint32 (0));
  g_assert_true (get ("gtk-enable-animations"));
  apply (GNOME, "enable-animations", g_variant_new_boolean (FALSE));
  g_assert_false (get ("gtk-enable-animations"));
  apply (GNOME, "enable-animations", g_variant_new_boolean (TRUE));
  g_assert_true (get ("gtk-enable-animations"));
}

/* A portal may tell what nobody asked for, and in another type. */
static void
test_strange_values (void)
{
  apply (GROUP, "color-scheme", g_variant_new_string ("dark"));
  apply (GROUP, "accent-color", g_variant_new ("(ddd)", 0.1, 0.2, 0.3));
  apply (GNOME, "color-scheme", g_variant_new_uint32 (1));
  g_assert_false (get ("gtk-application-prefer-dark-theme"));
}

/* The desktop */

static GVariant *
new_settings (void)
{
  GVariantBuilder groups = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{sa{sv}}"));
  GVariantBuilder keys = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{sv}"));

  g_variant_builder_add (&keys, "{sv}", "color-scheme", g_variant_new_uint32 (1));
  g_variant_builder_add (&keys, "{sv}", "contrast", g_variant_new_uint32 (1));
  g_variant_builder_add (&groups, "{sa{sv}}", GROUP, &keys);
  g_variant_builder_init (&keys, G_VARIANT_TYPE ("a{sv}"));
  g_variant_builder_add (&keys, "{sv}", "enable-animations", g_variant_new_boolean (FALSE));
  g_variant_builder_add (&groups, "{sa{sv}}", GNOME, &keys);
  return g_variant_new ("(a{sa{sv}})", &groups);
}

static void
on_call (GDBusConnection *connection, const char *sender, const char *path, const char *interface,
         const char *method, GVariant *parameters, GDBusMethodInvocation *invocation, gpointer data)
{
  g_dbus_method_invocation_return_value (invocation, new_settings ());
}

static void
tell (GDBusConnection *portal, const char *group, const char *key, GVariant *value)
{
  g_assert_true (g_dbus_connection_emit_signal (portal, NULL, PORTAL_PATH, PORTAL_INTERFACE,
                                                "SettingChanged",
                                                g_variant_new ("(ssv)", group, key, value), NULL));
}

static GDBusConnection *
start_portal (void)
{
  static const GDBusInterfaceVTable vtable = { .method_call = on_call };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface_xml, NULL);
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) reply = NULL;
  GDBusConnection *portal = g_dbus_connection_new_for_address_sync (
      address,
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
          | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
      NULL, NULL, NULL);

  g_assert_nonnull (portal);
  g_assert_cmpuint (g_dbus_connection_register_object (portal, PORTAL_PATH, node->interfaces[0],
                                                       &vtable, NULL, NULL, NULL),
                    !=, 0);
  reply = g_dbus_connection_call_sync (
      portal, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
      "RequestName", g_variant_new ("(su)", "org.freedesktop.portal.Desktop", 4), NULL,
      G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  g_assert_nonnull (reply);
  return portal;
}

static gboolean
on_timeout (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Until the property is as it is wished, at most five seconds. */
static void
wait_for (const char *property, gboolean wanted)
{
  gboolean late = FALSE;
  guint timeout = g_timeout_add_seconds (5, on_timeout, &late);

  while (get (property) != wanted && !late)
    g_main_context_iteration (NULL, TRUE);

  g_assert_false (late);
  g_source_remove (timeout);
}

static void
test_follows_the_portal (void)
{
  g_autoptr (GDBusConnection) portal = start_portal ();
  g_autoptr (GDBusConnection) session = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  leio_appearance_follow (session, gtk_settings_get_default ());
  wait_for ("gtk-application-prefer-dark-theme", TRUE);
  wait_for ("gtk-enable-animations", FALSE);
  g_assert_true (leio_style_is_high_contrast (gtk_settings_get_default ()));

  tell (portal, GROUP, "color-scheme", g_variant_new_uint32 (2));
  wait_for ("gtk-application-prefer-dark-theme", FALSE);
  tell (portal, GROUP, "contrast", g_variant_new_uint32 (0));
  tell (portal, GNOME, "enable-animations", g_variant_new_boolean (TRUE));
  wait_for ("gtk-enable-animations", TRUE);
  g_assert_false (leio_style_is_high_contrast (gtk_settings_get_default ()));
  g_dbus_connection_close_sync (portal, NULL, NULL);
}

/* No desktop that tells: what GTK has stands. */
static void
test_no_portal (void)
{
  leio_appearance_follow (NULL, gtk_settings_get_default ());
  leio_test_ui_settle ();
  g_assert_false (get ("gtk-application-prefer-dark-theme"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  leio_style_register_resources ();
  leio_style_load (gdk_display_get_default ());

  g_test_add_func ("/ui/appearance/color-scheme", test_color_scheme);
  g_test_add_func ("/ui/appearance/contrast", test_contrast);
  g_test_add_func ("/ui/appearance/motion", test_motion);
  g_test_add_func ("/ui/appearance/strange-values", test_strange_values);
  g_test_add_func ("/ui/appearance/no-portal", test_no_portal);
  g_test_add_func ("/ui/appearance/follows-the-portal", test_follows_the_portal);
  return g_test_run ();
}
