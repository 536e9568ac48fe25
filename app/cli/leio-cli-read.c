/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * leio-cli read: the pages for reading at home, without a window. A page is named
 * by its id or by that of the treatment that it is about.
 */
#include "config.h"

#include <glib/gi18n.h>

#include "leio-cli.h"
#include "leio-report-pages.h"

/* (nullable) where there is no such page */
static char *
dup_page (const LeioKnowledge *knowledge, const char *id)
{
  const LeioPage *page = leio_knowledge_find_page (knowledge, id);
  const LeioTreatment *treatment = leio_knowledge_find_treatment (knowledge, id);
  const LeioTreatmentPage *about = NULL;

  if (page != NULL)
    return leio_report_dup_page (knowledge, page);
  if (treatment != NULL)
    about = leio_knowledge_get_treatment_page (knowledge, treatment->index);
  return about != NULL ? leio_report_dup_treatment_page (knowledge, about) : NULL;
}

LeioCliExit
leio_cli_read (const LeioCli *cli)
{
  const char *id = cli->arguments[0];
  g_autofree char *text =
      id != NULL ? dup_page (cli->knowledge, id) : leio_report_dup_page_list (cli->knowledge);

  if (text == NULL)
    {
      /* Translators: %s is what was given for the name of a page */
      leio_cli_complain (_ ("'%s' is not a page; 'leio-cli read' lists them"), id);
      return LEIO_CLI_UNUSABLE;
    }
  return leio_cli_print (text) ? LEIO_CLI_FINE : LEIO_CLI_UNUSABLE;
}
