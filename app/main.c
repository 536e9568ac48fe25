/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "leio-application.h"

int
main (int argc, char **argv)
{
  g_autoptr (LeioApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LEIO_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  bindtextdomain ("leio-knowledge", LEIO_LOCALE_DIR);
  bind_textdomain_codeset ("leio-knowledge", "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = leio_application_new ();
  return leio_application_run (application, argc, argv);
}
