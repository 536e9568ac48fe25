/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-figure-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static char *
dup_plain_number (double number)
{
  return g_strdup_printf ("%g", number);
}

char *
leio_figure_dup_interval (const LeioFigureArm *arm)
{
  g_autofree char *low = dup_plain_number (arm->low);
  g_autofree char *high = dup_plain_number (arm->high);

  if (isnan (arm->low) || isnan (arm->high))
    return g_strdup ("");

  /* Translators: the interval around a number, from 1 to 2 */
  return g_strdup_printf (C_ ("interval", "%1$s to %2$s"), low, high);
}

char *
leio_figure_dup_number (const LeioFigure *figure, const LeioFigureArm *arm)
{
  g_autofree char *value = dup_plain_number (arm->value);
  g_autofree char *interval = leio_figure_dup_interval (arm);
  const char *unit = figure->unit != NULL ? figure->unit : "";
  const char *space = *unit != '\0' ? "\u00a0" : "";

  if (*interval == '\0')
    return g_strdup_printf ("%s%s%s", value, space, unit);
  return g_strdup_printf ("%s%s%s (%s)", value, space, unit, interval);
}

char *
leio_figure_dup_description (const LeioFigure *figure)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < figure->arms->len; i++)
    {
      const LeioFigureArm *arm = &g_array_index (figure->arms, LeioFigureArm, i);
      g_autofree char *number = leio_figure_dup_number (figure, arm);

      g_string_append_printf (text, "%s%s: %s", i > 0 ? "; " : "", arm->label, number);
    }
  return g_string_free (text, FALSE);
}
