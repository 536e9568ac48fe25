/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes pages of rows.
 */
#include "config.h"

#include "leio-paper-private.h"

/* So many lines of a paragraph at least stand on each of two pages. */
#define TOGETHER 2

typedef struct
{
  LeioPaper *paper;
  GArray *page;
  double y;
} Breaker;

static void
begin_page (Breaker *self)
{
  self->page = g_array_new (FALSE, FALSE, sizeof (LeioPaperPiece));
  g_ptr_array_add (self->paper->pages, self->page);
  self->y = 0;
}

static double
get_above (const Breaker *self, const LeioPaperRow *row)
{
  return self->page->len == 0 ? 0 : row->above;
}

static void
put (Breaker *self, const LeioPaperRow *row, guint first, guint n)
{
  LeioPaperPiece piece = { row, first, n, 0 };

  self->y += get_above (self, row);
  piece.y = self->y;
  self->y += leio_paper_row_measure (row, first, n);
  g_array_append_val (self->page, piece);
}

static guint
count_lines (const LeioPaperRow *row)
{
  const LeioPaperCell *longest = leio_paper_row_get_longest (row);

  return longest != NULL ? longest->lines->len : 1;
}

/* Only text that has lines enough for two pages, in one cell, is divided. */
static gboolean
can_divide (const LeioPaperRow *row)
{
  guint n = count_lines (row);

  if (n < 2 * TOGETHER || row->picture != NULL || row->line != LEIO_PAPER_LINE_NONE)
    return FALSE;
  for (guint i = 0; i < row->cells->len; i++)
    {
      const LeioPaperCell *cell = g_ptr_array_index (row->cells, i);

      if (cell != leio_paper_row_get_longest (row) && cell->lines->len > TOGETHER)
        return FALSE;
    }
  return TRUE;
}

/* The least that must stand together from a row on. */
static double
measure_start (const LeioPaper *paper, guint index)
{
  const LeioPaperRow *row = g_ptr_array_index (paper->rows, index);
  double height = leio_paper_row_measure (row, 0, can_divide (row) ? TOGETHER : G_MAXUINT / 2);

  if (row->keep && index + 1 < paper->rows->len)
    {
      const LeioPaperRow *next = g_ptr_array_index (paper->rows, index + 1);

      height = row->height + next->above + measure_start (paper, index + 1);
    }
  return height;
}

static void
begin_next_page (Breaker *self, const LeioPaperRow *row)
{
  begin_page (self);
  if (row->again != NULL)
    put (self, row->again, 0, G_MAXUINT / 2);
}

/* How many lines from @first on fit in what is left of the page. */
static guint
count_fitting (const Breaker *self, const LeioPaperRow *row, guint first)
{
  double room = self->paper->room - self->y - get_above (self, row);
  guint n = 0;

  while (first + n < count_lines (row) && leio_paper_row_measure (row, first, n + 1) <= room)
    n++;
  return n;
}

static void
put_divided (Breaker *self, const LeioPaperRow *row)
{
  guint n_lines = count_lines (row);
  guint first = 0;

  while (first < n_lines)
    {
      guint n = count_fitting (self, row, first);

      if (n < n_lines - first && n_lines - first - n < TOGETHER && n > TOGETHER)
        n -= TOGETHER - (n_lines - first - n);
      if (n < MIN (TOGETHER, n_lines - first) && self->page->len > 1)
        {
          begin_next_page (self, row);
          continue;
        }
      put (self, row, first, MAX (n, 1));
      first += MAX (n, 1);
    }
}

static void
put_row (Breaker *self, guint index)
{
  const LeioPaperRow *row = g_ptr_array_index (self->paper->rows, index);
  double left = self->paper->room - self->y - get_above (self, row);

  if (measure_start (self->paper, index) > left && self->page->len > 0)
    begin_next_page (self, row);
  if (can_divide (row))
    put_divided (self, row);
  else
    put (self, row, 0, G_MAXUINT / 2);
}

void
leio_paper_break (LeioPaper *self)
{
  Breaker breaker = { .paper = self };

  g_ptr_array_set_size (self->pages, 0);
  begin_page (&breaker);
  for (guint i = 0; i < self->rows->len; i++)
    put_row (&breaker, i);
}
