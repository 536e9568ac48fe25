/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-style.h"

#include <string.h>

#include "leio-example-resources.h"
#include "leio-resources.h"

void
leio_style_register_resources (void)
{
  /* From a static library the linker takes only what somebody calls: this brings the resource in,
   * and registers it. */
  leio_ui_get_resource ();
  leio_examples_get_resource ();
}

static GtkCssProvider *
add_sheet (GdkDisplay *display, const char *path, guint priority)
{
  GtkCssProvider *provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, path);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider), priority);
  return provider;
}

gboolean
leio_style_is_high_contrast (GtkSettings *settings)
{
  g_autofree char *theme = g_strdup (g_getenv ("GTK_THEME"));

  /* The variable has the last word with GTK too, and the setting does not tell of it. */
  if (theme == NULL)
    g_object_get (settings, "gtk-theme-name", &theme, NULL);

  return theme != NULL
         && (g_str_has_prefix (theme, "HighContrast") || strstr (theme, "-hc") != NULL);
}

/* The sheet for high contrast lies over the others as long as its theme is there. */
static void
follow_theme (GtkSettings *settings, GParamSpec *pspec, GdkDisplay *display)
{
  const char *key = "leio-contrast-sheet";
  GtkStyleProvider *sheet = g_object_get_data (G_OBJECT (display), key);
  gboolean wanted = leio_style_is_high_contrast (settings);

  if (wanted == (sheet != NULL))
    return;

  if (wanted)
    {
      g_object_set_data_full (G_OBJECT (display), key,
                              add_sheet (display, "/io/github/leio_app/Leio/style-contrast.css",
                                         GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1),
                              g_object_unref);
      return;
    }
  gtk_style_context_remove_provider_for_display (display, sheet);
  g_object_set_data (G_OBJECT (display), key, NULL);
}

void
leio_style_load (GdkDisplay *display)
{
  const char *paths[] = {
    "/io/github/leio_app/Leio/style.css",
    "/io/github/leio_app/Leio/style-advice.css",
    "/io/github/leio_app/Leio/style-evidence.css",
    "/io/github/leio_app/Leio/style-agenda.css",
    "/io/github/leio_app/Leio/style-decision.css",
  };
  GtkSettings *settings = gtk_settings_get_for_display (display);

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    g_object_unref (add_sheet (display, paths[i], GTK_STYLE_PROVIDER_PRIORITY_APPLICATION));

  g_signal_connect_object (settings, "notify::gtk-theme-name", G_CALLBACK (follow_theme), display,
                           0);
  follow_theme (settings, NULL, display);
}
