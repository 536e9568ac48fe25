/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <locale.h>

#include "leio-application.h"
#include "leio-locale.h"

int
main (int argc, char **argv)
{
  g_autoptr (LeioApplication) application = NULL;

  setlocale (LC_ALL, "");
  leio_locale_set_up ();

  application = leio_application_new ();
  return leio_application_run (application, argc, argv);
}
