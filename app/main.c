/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <locale.h>

#include "leio-application.h"
#include "leio-locale.h"
#include "leio-settings.h"

/* What the person chose in the preferences; before anything is said. */
static void
choose_language (void)
{
  g_autoptr (GSettings) settings = leio_settings_new ();
  g_autofree char *language = NULL;

  if (settings == NULL)
    return;

  language = g_settings_get_string (settings, LEIO_SETTING_LANGUAGE);
  leio_locale_choose (language);
}

int
main (int argc, char **argv)
{
  g_autoptr (LeioApplication) application = NULL;

  setlocale (LC_ALL, "");
  choose_language ();
  leio_locale_set_up ();

  application = leio_application_new ();
  return leio_application_run (application, argc, argv);
}
