/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "leio-application.h"
#include "leio-locale.h"
#include "leio-settings.h"

#define MEGABYTE (1024 * 1024)
/* Address space, not memory: every thread of a library sets aside much more than it ever uses. */
#define LEAST_ADDRESS_SPACE ((rlim_t) 1536 * MEGABYTE)

/* With less, a library stops the program at any moment, unable to tell that there is no room. */
static gboolean
has_room (void)
{
  struct rlimit limit;

  if (getrlimit (RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY ||
      limit.rlim_cur >= LEAST_ADDRESS_SPACE)
    return TRUE;

  leio_locale_set_up ();
  /* Translators: both numbers are whole megabytes; "ulimit -v" is a command. */
  g_printerr (_ ("Leio needs %1$u MB of address space and may use only %2$u MB: the limit on "
                 "memory (ulimit -v) is too low\n"),
              (guint) (LEAST_ADDRESS_SPACE / MEGABYTE), (guint) (limit.rlim_cur / MEGABYTE));
  return FALSE;
}

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
  if (!has_room ())
    return EXIT_FAILURE;
  choose_language ();
  leio_locale_set_up ();

  application = leio_application_new ();
  return leio_application_run (application, argc, argv);
}
