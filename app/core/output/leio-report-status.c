/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of the statuses, as headings and inside sentences, for both
 * readings. At home no word is a verdict.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "leio-report-private.h"

const char *
leio_report_status_word (LeioStatus status)
{
  switch (status)
    {
    case LEIO_STATUS_RECOMMENDED:
      return C_ ("status", "Recommended");
    case LEIO_STATUS_OPTION:
      return C_ ("status", "Option");
    case LEIO_STATUS_TRIAL_ONLY:
      return C_ ("status", "Only in a trial");
    case LEIO_STATUS_NOT_ADVISED:
      return C_ ("status", "Not advised");
    case LEIO_STATUS_CONTRAINDICATED:
      return C_ ("status", "Contraindicated");
    case LEIO_STATUS_NOT_RELEVANT:
      return C_ ("status", "Not relevant");
    }

  g_return_val_if_reached ("");
}

static const char *
get_home_heading (LeioStatus status)
{
  switch (status)
    {
    case LEIO_STATUS_RECOMMENDED:
      return C_ ("status at home", "Often used in a situation like this");
    case LEIO_STATUS_OPTION:
      return C_ ("status at home", "Sometimes used");
    case LEIO_STATUS_TRIAL_ONLY:
      return C_ ("status at home", "Only in studies");
    case LEIO_STATUS_NOT_ADVISED:
      return C_ ("status at home", "Usually not used");
    case LEIO_STATUS_CONTRAINDICATED:
      return C_ ("status at home", "Usually avoided");
    case LEIO_STATUS_NOT_RELEVANT:
      return C_ ("status at home", "For other situations");
    }

  g_return_val_if_reached ("");
}

const char *
leio_report_status_heading (LeioStatus status, LeioReportReading reading)
{
  return reading == LEIO_REPORT_HOME ? get_home_heading (status) : leio_report_status_word (status);
}

static const char *
get_home_phrase (LeioStatus status)
{
  switch (status)
    {
    case LEIO_STATUS_RECOMMENDED:
      return C_ ("status at home in a sentence", "often used in a situation like this");
    case LEIO_STATUS_OPTION:
      return C_ ("status at home in a sentence", "sometimes used");
    case LEIO_STATUS_TRIAL_ONLY:
      return C_ ("status at home in a sentence", "only in studies");
    case LEIO_STATUS_NOT_ADVISED:
      return C_ ("status at home in a sentence", "usually not used");
    case LEIO_STATUS_CONTRAINDICATED:
      return C_ ("status at home in a sentence", "usually avoided");
    case LEIO_STATUS_NOT_RELEVANT:
      return C_ ("status at home in a sentence", "for other situations");
    }

  g_return_val_if_reached ("");
}

static const char *
get_phrase (LeioStatus status)
{
  switch (status)
    {
    case LEIO_STATUS_RECOMMENDED:
      return C_ ("status in a sentence", "recommended");
    case LEIO_STATUS_OPTION:
      return C_ ("status in a sentence", "an option");
    case LEIO_STATUS_TRIAL_ONLY:
      return C_ ("status in a sentence", "only in a trial");
    case LEIO_STATUS_NOT_ADVISED:
      return C_ ("status in a sentence", "not advised");
    case LEIO_STATUS_CONTRAINDICATED:
      return C_ ("status in a sentence", "contraindicated");
    case LEIO_STATUS_NOT_RELEVANT:
      return C_ ("status in a sentence", "not relevant");
    }

  g_return_val_if_reached ("");
}

const char *
leio_report_status_phrase (LeioStatus status, gboolean plain)
{
  return plain ? get_home_phrase (status) : get_phrase (status);
}

char *
leio_report_dup_status_phrases (guint possible, gboolean plain)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < LEIO_N_STATUSES; i++)
    if (possible & (1u << i))
      g_ptr_array_add (words, (gpointer) leio_report_status_phrase (i, plain));

  return leio_report_join_or (words);
}

char *
leio_report_dup_statuses (guint possible)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < LEIO_N_STATUSES; i++)
    if (possible & (1u << i))
      g_ptr_array_add (words, (gpointer) (words->len == 0 ? leio_report_status_word (i)
                                                          : leio_report_status_phrase (i, FALSE)));

  return leio_report_join_or (words);
}
