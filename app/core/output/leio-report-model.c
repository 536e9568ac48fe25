/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "leio-figure-words.h"
#include "leio-locale.h"
#include "leio-report-model.h"
#include "leio-report-private.h"

static void
block_free (gpointer data)
{
  LeioBlock *self = data;

  g_free (self->mark);
  g_free (self->label);
  g_free (self->text);
  g_free (self->link);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

static LeioBlock *
block_new (LeioBlockKind kind, const char *text)
{
  LeioBlock *self = g_new0 (LeioBlock, 1);

  self->kind = kind;
  self->text = leio_report_dup_clean (text != NULL ? text : "");
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  return self;
}

static LeioBlock *
add_block (LeioBlock *self, LeioBlockKind kind, const char *text)
{
  LeioBlock *block = block_new (kind, text);

  g_ptr_array_add (self->blocks, block);
  return block;
}

LeioBlock *
leio_block_add_group (LeioBlock *self, LeioSign sign, guint level, const char *heading)
{
  LeioBlock *block = add_block (self, LEIO_BLOCK_GROUP, heading);

  block->sign = sign;
  block->level = level;
  return block;
}

LeioBlock *
leio_block_add_card (LeioBlock *self, LeioSign sign, guint level, const char *name)
{
  LeioBlock *block = add_block (self, LEIO_BLOCK_CARD, name);

  block->sign = sign;
  block->level = level;
  return block;
}

LeioBlock *
leio_block_add_heading (LeioBlock *self, guint level, const char *text)
{
  LeioBlock *block = add_block (self, LEIO_BLOCK_HEADING, text);

  block->level = level;
  return block;
}

LeioBlock *
leio_block_add_paragraph (LeioBlock *self, LeioTone tone, const char *text)
{
  LeioBlock *block = add_block (self, LEIO_BLOCK_PARAGRAPH, text);

  block->tone = tone;
  return block;
}

LeioBlock *
leio_block_add_note (LeioBlock *self, const char *text)
{
  return add_block (self, LEIO_BLOCK_NOTE, text);
}

LeioBlock *
leio_block_add_list (LeioBlock *self)
{
  return add_block (self, LEIO_BLOCK_LIST, NULL);
}

LeioBlock *
leio_block_add_item (LeioBlock *self, const char *mark, const char *label, const char *text)
{
  LeioBlock *block = add_block (self, LEIO_BLOCK_ITEM, text);

  block->mark = g_strdup (mark);
  block->label = g_strdup (label);
  return block;
}

LeioBlock *
leio_block_add_facts (LeioBlock *self, LeioTone tone)
{
  LeioBlock *block = add_block (self, LEIO_BLOCK_FACTS, NULL);

  block->tone = tone;
  return block;
}

LeioBlock *
leio_block_add_fact (LeioBlock *self, const char *label, const char *text)
{
  LeioBlock *block = add_block (self, LEIO_BLOCK_FACT, text);

  block->label = leio_report_dup_clean (label);
  block->tone = self->tone;
  return block;
}

LeioBlock *
leio_block_add_table (LeioBlock *self)
{
  return add_block (self, LEIO_BLOCK_TABLE, NULL);
}

LeioBlock *
leio_block_add_row (LeioBlock *self, const char *const *cells)
{
  LeioBlock *block = add_block (self, LEIO_BLOCK_ROW, NULL);

  for (guint i = 0; cells[i] != NULL; i++)
    add_block (block, LEIO_BLOCK_CELL, cells[i]);
  return block;
}

LeioBlock *
leio_block_add_sources (LeioBlock *self)
{
  return add_block (self, LEIO_BLOCK_SOURCES, NULL);
}

LeioBlock *
leio_block_add_source (LeioBlock *self, const LeioSource *source)
{
  g_autofree char *citation = leio_source_dup_citation (source);
  LeioBlock *block = add_block (self, LEIO_BLOCK_SOURCE, citation);

  block->label = leio_report_dup_clean (source->label);
  block->link = leio_source_dup_link (source);
  return block;
}

/* A picture is read by those who do not see it, and stands in text, as a list. */
LeioBlock *
leio_block_add_phase (LeioBlock *self, const LeioPathwayPhase *phase)
{
  LeioBlock *block = add_block (self, LEIO_BLOCK_PICTURE, phase->title);
  LeioBlock *list = NULL;

  block->phase = phase;
  block->level = 2;
  if (phase->steps->len == 0)
    {
      leio_block_add_paragraph (block, LEIO_TONE_NORMAL, C_ ("pathway", "Nothing in this case"));
      return block;
    }
  list = leio_block_add_list (block);
  for (guint i = 0; i < phase->steps->len; i++)
    {
      g_autofree char *text = leio_step_dup_text (g_ptr_array_index (phase->steps, i));

      leio_block_add_item (list, NULL, NULL, text);
    }
  return block;
}

LeioBlock *
leio_block_add_rules (LeioBlock *self, guint n_lines)
{
  LeioBlock *block = add_block (self, LEIO_BLOCK_RULES, NULL);

  block->level = n_lines;
  return block;
}

LeioBlock *
leio_block_add_figure (LeioBlock *self, const LeioFigure *figure)
{
  LeioBlock *block = add_block (self, LEIO_BLOCK_PICTURE, figure->title);
  LeioBlock *list = leio_block_add_list (block);

  block->figure = figure;
  block->level = 3;
  for (guint i = 0; i < figure->arms->len; i++)
    {
      const LeioFigureArm *arm = &g_array_index (figure->arms, LeioFigureArm, i);
      g_autofree char *number = leio_figure_dup_number (figure, arm);
      g_autofree char *line = g_strdup_printf (C_ ("answer", "%1$s: %2$s"), arm->label, number);

      leio_block_add_item (list, NULL, NULL, line);
    }
  return block;
}

/* Languages that are written from right to left, by their tags. */
static gboolean
is_rtl (const char *language)
{
  static const char *const tags[] = { "ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi" };
  gsize length = strcspn (language, "-_");

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (strlen (tags[i]) == length && g_ascii_strncasecmp (tags[i], language, length) == 0)
      return TRUE;
  return FALSE;
}

LeioReport *
leio_report_new (const char *title, const char *kind)
{
  LeioReport *self = g_new0 (LeioReport, 1);

  self->title = leio_report_dup_clean (title);
  self->kind = g_strdup (kind);
  /* Translators: not to be translated but replaced by the tag of your language, such as “de” */
  self->language = g_strdup (C_ ("language tag", "en"));
  self->rtl = is_rtl (self->language);
  self->root = block_new (LEIO_BLOCK_GROUP, NULL);
  return self;
}

void
leio_report_free (LeioReport *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->kind);
  g_free (self->language);
  g_free (self->date);
  g_free (self->purpose);
  g_free (self->origin);
  g_free (self->version);
  block_free (self->root);
  leio_pathway_free (self->pathway);
  g_free (self);
}

/* An epoch that is none, or before 1970, is not used. */
GDateTime *
leio_report_dup_time (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  guint64 seconds;

  if (epoch != NULL && g_ascii_string_to_unsigned (epoch, 10, 0, G_MAXINT32, &seconds, NULL))
    return g_date_time_new_from_unix_utc ((gint64) seconds);
  return g_date_time_new_now_local ();
}

void
leio_report_set_origin (LeioReport *self, const LeioKnowledge *knowledge)
{
  g_autoptr (GDateTime) now = leio_report_dup_time ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *origin = leio_report_dup_origin (knowledge);

  g_free (self->purpose);
  g_free (self->origin);
  g_free (self->version);
  g_free (self->date);
  self->purpose = leio_report_dup_clean (
      leio_knowledge_text (knowledge, "knowledge/intended_use", knowledge->intended_use));
  self->origin = leio_report_dup_clean (origin);
  self->version = leio_report_dup_clean (knowledge->version);
  self->date = leio_locale_dup_date (day);
}

const char *
leio_sign_to_text (LeioSign sign)
{
  switch (sign)
    {
    case LEIO_SIGN_URGENT:
      return "‼";
    case LEIO_SIGN_RECOMMENDED:
      return "✓";
    case LEIO_SIGN_OPTION:
      return "○";
    case LEIO_SIGN_TRIAL_ONLY:
      return "△";
    case LEIO_SIGN_OPEN:
      return "?";
    case LEIO_SIGN_NOT_ADVISED:
      return "−";
    case LEIO_SIGN_CONTRAINDICATED:
      return "✕";
    case LEIO_SIGN_NOT_RELEVANT:
      return "·";
    case LEIO_SIGN_NONE:
      break;
    }

  return "";
}
