/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * evidence.json: the sources, with figures for charts.
 */
#include "config.h"

#include "leio-knowledge-private.h"
#include "leio-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LAST_YEAR 9999

static double
get_number (LeioLoader *loader, JsonObject *object, const char *member, gboolean needed)
{
  g_autoptr (GError) error = NULL;
  double number = NAN;

  if (!leio_json_get_number (object, member, needed, &number, &error))
    leio_loader_take (loader, g_steal_pointer (&error));
  return number;
}

static int
get_year (LeioLoader *loader, JsonObject *object)
{
  double year = get_number (loader, object, "year", FALSE);
  g_autofree char *found = NULL;

  if (isnan (year))
    return 0;
  if (year >= 1 && year <= LAST_YEAR && floor (year) == year)
    return (int) year;

  found = leio_words_from_number (year);
  /* Translators: %s is a number that is no year */
  leio_loader_fault (loader, LEIO_ERROR_RANGE, _ ("year: found %s, expected a year such as 2024"),
                     found);
  return 0;
}

static void
clear_arm (gpointer data)
{
  g_free (((LeioFigureArm *) data)->label);
}

static void
figure_free (gpointer data)
{
  LeioFigure *self = data;

  g_free (self->title);
  g_free (self->unit);
  g_array_unref (self->arms);
  g_free (self);
}

static void
read_arm (LeioLoader *loader, JsonObject *object, gpointer data)
{
  LeioFigure *figure = data;
  LeioFigureArm arm = { 0 };

  arm.label = leio_loader_dup_needed (loader, object, "label");
  arm.value = get_number (loader, object, "value", TRUE);
  arm.low = get_number (loader, object, "low", FALSE);
  arm.high = get_number (loader, object, "high", FALSE);
  if (arm.low > arm.value || arm.high < arm.value)
    {
      g_autofree char *found = leio_words_from_number (arm.value);

      leio_loader_fault (loader, LEIO_ERROR_RANGE,
                         /* Translators: %s is a number; low and high are names of fields */
                         _ ("value: found %s, expected a number between low and high"), found);
    }
  g_array_append_val (figure->arms, arm);
}

static void
read_figure (LeioLoader *loader, JsonObject *object, gpointer data)
{
  LeioSource *source = data;
  LeioFigure *figure = g_new0 (LeioFigure, 1);

  figure->title = leio_loader_dup_needed (loader, object, "title");
  figure->unit = leio_loader_dup_text (loader, object, "unit");
  figure->arms = g_array_new (FALSE, FALSE, sizeof (LeioFigureArm));
  g_array_set_clear_func (figure->arms, clear_arm);
  leio_loader_each_part (loader, object, "arms", FALSE, "arms", read_arm, figure);
  g_ptr_array_add (source->figures, figure);
}

static void
read_citation (LeioLoader *loader, JsonObject *object, LeioSource *source)
{
  source->authors = leio_loader_dup_text (loader, object, "authors");
  source->title = leio_loader_dup_needed (loader, object, "title");
  source->journal = leio_loader_dup_text (loader, object, "journal");
  source->year = get_year (loader, object);
  source->volume = leio_loader_dup_text (loader, object, "volume");
  source->pages = leio_loader_dup_text (loader, object, "pages");
  source->doi = leio_loader_dup_text (loader, object, "doi");
  source->pmid = leio_loader_dup_text (loader, object, "pmid");
}

static void
read_source (LeioLoader *loader, JsonObject *object, guint index)
{
  const char *id = leio_loader_get_id (loader, object);
  guint position = loader->knowledge->sources->len;
  LeioSource *source;

  if (id == NULL || !leio_loader_claim (loader, loader->knowledge->source_ids, id, position))
    return;

  source = g_new0 (LeioSource, 1);
  source->id = g_strdup (id);
  source->index = position;
  source->kind = leio_loader_dup_needed (loader, object, "kind");
  source->label = leio_loader_dup_needed (loader, object, "label");
  read_citation (loader, object, source);
  source->population = leio_loader_dup_text (loader, object, "population");
  source->finding = leio_loader_dup_needed (loader, object, "finding");
  source->seen_at = leio_loader_dup_texts (loader, object, "seen_at");
  source->verified = leio_loader_get_boolean (loader, object, "verified");
  source->figures = g_ptr_array_new_with_free_func (figure_free);
  leio_loader_each_part (loader, object, "figures", FALSE, "figures", read_figure, source);
  g_ptr_array_add (loader->knowledge->sources, source);
}

void
leio_loader_read_sources (LeioLoader *loader, JsonObject *object)
{
  leio_loader_each (loader, object, "sources", TRUE, "source", "id", read_source);
}
