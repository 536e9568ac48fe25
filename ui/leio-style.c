/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-style.h"

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

void
leio_style_load (GdkDisplay *display)
{
  const char *paths[] = {
    "/io/github/leio_app/Leio/style.css",
    "/io/github/leio_app/Leio/style-advice.css",
    "/io/github/leio_app/Leio/style-evidence.css",
  };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

      gtk_css_provider_load_from_resource (provider, paths[i]);
      gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
    }
}
