/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows and their cells: what lines a piece of text has, and how high they are.
 */
#include "config.h"

#include "leio-paper-private.h"

static void
cell_free (gpointer data)
{
  LeioPaperCell *self = data;

  g_object_unref (self->layout);
  g_array_unref (self->lines);
  g_free (self);
}

void
leio_paper_row_free (gpointer data)
{
  LeioPaperRow *self = data;

  g_ptr_array_unref (self->cells);
  g_free (self);
}

LeioPaperRow *
leio_paper_row_new (void)
{
  LeioPaperRow *self = g_new0 (LeioPaperRow, 1);

  self->cells = g_ptr_array_new_with_free_func (cell_free);
  return self;
}

const LeioPaperCell *
leio_paper_row_get_longest (const LeioPaperRow *self)
{
  const LeioPaperCell *longest = NULL;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const LeioPaperCell *cell = g_ptr_array_index (self->cells, i);

      if (longest == NULL || cell->lines->len > longest->lines->len)
        longest = cell;
    }
  return longest;
}

static double
cell_measure (const LeioPaperCell *self, guint first, guint n)
{
  guint end = MIN (first + n, self->lines->len);

  if (end <= first)
    return 0;
  return g_array_index (self->lines, LeioPaperLine, end - 1).bottom -
         g_array_index (self->lines, LeioPaperLine, first).top;
}

double
leio_paper_row_measure (const LeioPaperRow *self, guint first, guint n)
{
  double height = 0;

  if (self->cells->len == 0 || self->line == LEIO_PAPER_LINE_FORM ||
      self->line == LEIO_PAPER_LINE_FRAME)
    return self->height;

  for (guint i = 0; i < self->cells->len; i++)
    height = MAX (height, cell_measure (g_ptr_array_index (self->cells, i), first, n));
  return height + (self->line == LEIO_PAPER_LINE_UNDER ? 3 : 0);
}

static void
measure_lines (LeioPaperCell *cell)
{
  PangoLayoutIter *iter = pango_layout_get_iter (cell->layout);

  do
    {
      PangoRectangle extents;
      LeioPaperLine line;

      pango_layout_line_get_extents (pango_layout_iter_get_line_readonly (iter), NULL, &extents);
      line.baseline = (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;
      line.top = line.baseline + (double) extents.y / PANGO_SCALE;
      line.bottom = line.top + (double) extents.height / PANGO_SCALE;
      g_array_append_val (cell->lines, line);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

LeioPaperCell *
leio_paper_row_add (
    LeioPaperRow *row, PangoLayout *layout, double x, double width, const char *tag)
{
  LeioPaperCell *cell = g_new0 (LeioPaperCell, 1);

  cell->layout = layout;
  cell->lines = g_array_new (FALSE, FALSE, sizeof (LeioPaperLine));
  cell->x = x;
  cell->width = width;
  cell->tag = tag;
  measure_lines (cell);
  g_ptr_array_add (row->cells, cell);
  row->height = MAX (row->height, cell_measure (cell, 0, cell->lines->len));
  return cell;
}

/* From byte @from to byte @to. */
void
leio_paper_cell_make_bold (LeioPaperCell *cell, gsize from, gsize to)
{
  PangoAttrList *attributes = pango_layout_get_attributes (cell->layout);
  PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  weight->start_index = (guint) from;
  weight->end_index = (guint) to;
  pango_attr_list_insert (attributes, weight);
  pango_layout_context_changed (cell->layout);
  g_array_set_size (cell->lines, 0);
  measure_lines (cell);
}

void
leio_paper_cell_make_gray (LeioPaperCell *cell, gsize from, gsize to)
{
  PangoAttrList *attributes = pango_layout_get_attributes (cell->layout);
  PangoAttribute *gray = pango_attr_foreground_new (0x5000, 0x5000, 0x5000);

  gray->start_index = (guint) from;
  gray->end_index = (guint) to;
  pango_attr_list_insert (attributes, gray);
  pango_layout_context_changed (cell->layout);
}
