/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-text-words.h"

#include <glib/gi18n.h>

#include "leio-meaning.h"

/* Below the baseline, in pixels. */
#define LINE_DISTANCE 2
#define LINE_COLOR "leio_word_line"
#define FOCUS_COLOR "leio_link_fg"

/* A part of a word that stands on one line. */
typedef struct
{
  guint word;
  GdkRectangle area;
  int baseline;
} Part;

struct _LeioTextWords
{
  GtkWidget *widget; /* borrowed */
  GArray *words;     /* (element-type LeioGlossaryWord) */
  GArray *parts;     /* (element-type Part) */
  PangoLayout *layout; /* weak: that the parts are of */
  guint serial;        /* of the layout */
  guint current;
};

LeioTextWords *
leio_text_words_new (GtkWidget *widget, const char *text)
{
  LeioGlossary *glossary = leio_meaning_get_glossary (widget);
  const GArray *words = glossary != NULL ? leio_glossary_find (glossary, text) : NULL;
  LeioTextWords *self;

  if (words == NULL || words->len == 0)
    return NULL;

  self = g_new0 (LeioTextWords, 1);
  self->widget = widget;
  self->words = g_array_copy ((GArray *) words);
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  return self;
}

void
leio_text_words_free (LeioTextWords *self)
{
  if (self == NULL)
    return;

  g_clear_weak_pointer (&self->layout);
  g_array_unref (self->words);
  g_array_unref (self->parts);
  g_free (self);
}

static void
add_parts (LeioTextWords *self, guint index, PangoLayoutIter *iter)
{
  const LeioGlossaryWord *word = &g_array_index (self->words, LeioGlossaryWord, index);
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  int start = MAX ((int) word->start, line->start_index);
  int end = MIN ((int) word->end, line->start_index + line->length);
  g_autofree int *ranges = NULL;
  PangoRectangle extents;
  int n_ranges;

  if (start >= end)
    return;

  pango_layout_iter_get_line_extents (iter, NULL, &extents);
  pango_layout_line_get_x_ranges (line, start, end, &ranges, &n_ranges);
  for (int i = 0; i < n_ranges; i++)
    {
      Part part = { index,
                    { PANGO_PIXELS (ranges[2 * i]), PANGO_PIXELS (extents.y),
                      PANGO_PIXELS (ranges[2 * i + 1] - ranges[2 * i]),
                      PANGO_PIXELS (extents.height) },
                    PANGO_PIXELS (pango_layout_iter_get_baseline (iter)) };

      g_array_append_val (self->parts, part);
    }
}

/* Where the words stand in the layout, which may be a new one, for another font, or have been
 * wrapped to another width. */
static void
place (LeioTextWords *self, PangoLayout *layout)
{
  PangoLayoutIter *iter;

  if (self->layout == layout && self->serial == pango_layout_get_serial (layout))
    return;

  g_set_weak_pointer (&self->layout, layout);
  self->serial = pango_layout_get_serial (layout);
  g_array_set_size (self->parts, 0);
  iter = pango_layout_get_iter (layout);
  do
    for (guint i = 0; i < self->words->len; i++)
      add_parts (self, i, iter);
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
draw_focus (GtkSnapshot *snapshot, const GdkRectangle *area, const GdkRGBA *color)
{
  const float widths[] = { 2, 2, 2, 2 };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (
    &outline, &GRAPHENE_RECT_INIT (area->x - 2, area->y, area->width + 4, area->height), 3);
  gtk_snapshot_append_border (snapshot, &outline, widths,
                              (const GdkRGBA[]){ *color, *color, *color, *color });
}

void
leio_text_words_snapshot (LeioTextWords *self, GtkSnapshot *snapshot, PangoLayout *layout)
{
  GtkStyleContext *context = gtk_widget_get_style_context (self->widget);
  gboolean focused = gtk_widget_has_visible_focus (self->widget);
  GdkRGBA line, focus;

  if (!gtk_style_context_lookup_color (context, LINE_COLOR, &line)
      || !gtk_style_context_lookup_color (context, FOCUS_COLOR, &focus))
    return;

  place (self, layout);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);

      gtk_snapshot_append_color (snapshot, &line,
                                 &GRAPHENE_RECT_INIT (part->area.x, part->baseline + LINE_DISTANCE,
                                                      part->area.width, 1));
      if (focused && part->word == self->current)
        draw_focus (snapshot, &part->area, &focus);
    }
}

int
leio_text_words_find (LeioTextWords *self, PangoLayout *layout, double x, double y)
{
  place (self, layout);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);

      if (gdk_rectangle_contains_point (&part->area, (int) x, (int) y))
        return (int) part->word;
    }
  return -1;
}

/* The words are no widgets: what a screen reader says of the current one is a description of the
 * text that has the focus. */
static void
describe (LeioTextWords *self)
{
  const LeioGlossaryWord *word
    = &g_array_index (self->words, LeioGlossaryWord, self->current);
  const char *name = leio_glossary_get_word (leio_meaning_get_glossary (self->widget), word->term);
  /* Translators: %s is a word of the glossary, such as “Margin” */
  g_autofree char *text = g_strdup_printf (_ ("“%s”: press Enter for what it means."), name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->widget),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

void
leio_text_words_set_current (LeioTextWords *self, guint word)
{
  g_return_if_fail (word < self->words->len);

  self->current = word;
  describe (self);
  gtk_widget_queue_draw (self->widget);
}

gboolean
leio_text_words_move (LeioTextWords *self, GtkDirectionType direction, gboolean enter)
{
  guint last = self->words->len - 1;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;

  if (enter)
    leio_text_words_set_current (self, direction == GTK_DIR_TAB_FORWARD ? 0 : last);
  else if (direction == GTK_DIR_TAB_FORWARD && self->current < last)
    leio_text_words_set_current (self, self->current + 1);
  else if (direction == GTK_DIR_TAB_BACKWARD && self->current > 0)
    leio_text_words_set_current (self, self->current - 1);
  else
    return FALSE;
  return TRUE;
}

void
leio_text_words_explain (LeioTextWords *self, PangoLayout *layout)
{
  place (self, layout);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);

      if (part->word != self->current)
        continue;
      leio_meaning_explain (self->widget, &part->area,
                          g_array_index (self->words, LeioGlossaryWord, self->current).term);
      return;
    }
}
