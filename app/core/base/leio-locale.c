/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-locale.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#include "leio-languages.h"

/* Of a program that is not installed: where its catalogues were put. */
#define FOLDER_VARIABLE "LEIO_LOCALE_DIR"
#define KNOWLEDGE_DOMAIN "leio-knowledge"

static const char *
get_folder (void)
{
  const char *folder = g_getenv (FOLDER_VARIABLE);

  return folder != NULL && *folder != '\0' ? folder : LEIO_LOCALE_DIR;
}

/* Numbers and dates follow the language only where the system has a locale for it: in the country
 * that is set, or in any. */
static void
set_formats (const char *language)
{
  g_autofree char *at_home = NULL;

  if (g_str_has_prefix (setlocale (LC_MESSAGES, NULL), language))
    return;

  at_home = g_strdup_printf ("%s_%c%c.UTF-8", language, g_ascii_toupper (language[0]),
                             g_ascii_toupper (language[1]));
  if (strlen (language) == 2 && setlocale (LC_ALL, at_home) != NULL)
    return;
  /* In the locale "C" gettext translates nothing. */
  if (g_str_equal (setlocale (LC_MESSAGES, NULL), "C"))
    setlocale (LC_ALL, "C.UTF-8");
}

/**
 * leio_locale_get_languages:
 * @n_languages: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_languages): the languages of the program, English first
 */
const LeioLanguage *
leio_locale_get_languages (guint *n_languages)
{
  static const LeioLanguage languages[] = {
    /* Translators: the name of your language in your language, such as “Deutsch”; it is read when
     * the program is built, and shown in every language. */
    { "en", NC_ ("the language of this catalogue", "English") },
    LEIO_LANGUAGES
  };

  *n_languages = G_N_ELEMENTS (languages);
  return languages;
}

static gboolean
is_known (const char *code)
{
  guint n_languages;
  const LeioLanguage *languages = leio_locale_get_languages (&n_languages);

  for (guint i = 0; i < n_languages; i++)
    if (g_str_equal (languages[i].code, code))
      return TRUE;
  return FALSE;
}

/**
 * leio_locale_choose:
 * @language: the code of a language such as "de", "en" for English; "" is that of the system
 *
 * Uses this language instead of that of the system; one that is not there any more changes nothing.
 * Before leio_locale_set_up() and before the
 * first text is asked for.
 */
void
leio_locale_choose (const char *language)
{
  if (!is_known (language))
    return;

  g_setenv ("LANGUAGE", language, TRUE);
  setlocale (LC_ALL, "");
  if (!g_str_equal (language, "en"))
    set_formats (language);
}

/**
 * leio_locale_set_up:
 *
 * Takes the catalogues of the program and of the shipped knowledge base, which are installed or in
 * the folder that the environment variable LEIO_LOCALE_DIR names.
 */
void
leio_locale_set_up (void)
{
  const char *folder = get_folder ();

  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  bindtextdomain (KNOWLEDGE_DOMAIN, folder);
  bind_textdomain_codeset (KNOWLEDGE_DOMAIN, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/**
 * leio_locale_dup_date:
 * @date: a day as files have it, "2026-11-25"
 *
 * Returns: (transfer full): the day as the person's language writes it; @date where it is no day
 */
char *
leio_locale_dup_date (const char *date)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autofree char *midnight = g_strconcat (date, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) day = g_date_time_new_from_iso8601 (midnight, zone);

  if (day == NULL)
    return g_strdup (date);

  /* Translators: how a day is written, with %Y for the year, %m for the month and %d for the day in
   * digits, such as “%d.%m.%Y” */
  return g_date_time_format (day, C_ ("day", "%Y-%m-%d"));
}
