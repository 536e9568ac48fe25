/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "leio-chart-draw.h"
#include "leio-paper-private.h"
#include "leio-pathway-draw.h"

#define FULL_SIZE 9.0
#define FOOT_SIZE 6.8
/* For who does not see well; the notices of the margins too. */
#define LARGE_SIZE 16.0
/* Lines of Noto and its like are set for screens. */
#define LINE_SPACING 0.9
#define FOOT_GAP 8.0

void
leio_paper_size_get (LeioPaperSize size, double *width, double *height)
{
  *width = size == LEIO_PAPER_A4 ? 595.276 : 612;
  *height = size == LEIO_PAPER_A4 ? 841.89 : 792;
}

double
leio_paper_get_width (const LeioPaper *self)
{
  return self->width - 2 * LEIO_PAPER_SIDE;
}

/* Ligatures are left out: what reads the file finds one letter where there were two. */
PangoLayout *
leio_paper_create_layout (const LeioPaper *self, const char *text, double size, double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans");
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  const PangoLayoutLine *line = NULL;

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0, clig=0, dlig=0"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, LINE_SPACING);
  pango_layout_set_text (layout, text, -1);
  /* Text of the other direction stays on the side where one looks for it. */
  line = pango_layout_get_line_readonly (layout, 0);
  if ((line->resolved_dir == PANGO_DIRECTION_RTL) != self->report->rtl)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  return layout;
}

static PangoContext *
create_context (gboolean rtl)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  return context;
}

/* In large letters the words that must stand would take a fifth of each page: they end the text. */
static char *
dup_foot (const LeioReport *report)
{
  GString *text = g_string_new (report->large ? NULL : report->purpose);

  if (report->large)
    {
      if (report->version != NULL && report->date != NULL)
        g_string_append_printf (text,
                                /* Translators: at the foot of a page; 1 is the version of the
                                 * knowledge base, 2 the day on which the page was made */
                                _ ("Leio, knowledge base %1$s, made on %2$s"), report->version,
                                report->date);
      return g_string_free (text, FALSE);
    }

  if (report->origin != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", report->origin);
  if (report->date != NULL)
    {
      g_autofree char *made = leio_report_dup_made (report);

      g_string_append_printf (text, " %s", made);
    }
  return g_string_free (text, FALSE);
}

static double
get_layout_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

static void
set_size (LeioPaper *self, double size, gboolean tight)
{
  self->size = size;
  self->tight = tight;
  leio_paper_lay_out (self);
  leio_paper_break (self);
}

/* What does not fit on one side goes on overleaf, if that is enough. */
static void
fit_one_sheet (LeioPaper *self)
{
  set_size (self, 8.5, TRUE);
  if (self->pages->len > 2)
    set_size (self, FULL_SIZE, FALSE);
}

/* Smaller letters first, then less text; never too small to be read. Each takes less room than the
 * one before, so the first that fits is found by halving. */
static void
fit_one_page (LeioPaper *self)
{
  static const struct
  {
    double size;
    gboolean tight;
  } tries[] = {
    { FULL_SIZE, FALSE }, { 8.5, FALSE }, { 8, FALSE },  { FULL_SIZE, TRUE }, { 8.5, TRUE },
    { 8, TRUE },          { 7.6, TRUE },  { 7.2, TRUE }, { 6.9, TRUE },
  };
  guint low = 1;
  guint high = G_N_ELEMENTS (tries);

  if (self->pages->len == 1)
    return;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      set_size (self, tries[middle].size, tries[middle].tight);
      if (self->pages->len == 1)
        high = middle;
      else
        low = middle + 1;
    }
  if (low < G_N_ELEMENTS (tries))
    set_size (self, tries[low].size, tries[low].tight);
  else
    fit_one_sheet (self);
}

LeioPaper *
leio_paper_new (const LeioReport *report, double width, double height)
{
  LeioPaper *self = g_new0 (LeioPaper, 1);
  g_autofree char *foot = dup_foot (report);

  self->report = report;
  self->width = width;
  self->height = height;
  self->foot_size = report->large ? LARGE_SIZE : FOOT_SIZE;
  self->top = LEIO_PAPER_TOP + (report->large ? LARGE_SIZE : 0);
  self->context = create_context (report->rtl);
  self->rows = g_ptr_array_new_with_free_func (leio_paper_row_free);
  self->heads = g_ptr_array_new_with_free_func (leio_paper_row_free);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->foot = leio_paper_create_layout (self, foot, self->foot_size, leio_paper_get_width (self));
  self->room = height - self->top - LEIO_PAPER_BOTTOM - FOOT_GAP -
               get_layout_height (self->foot);
  set_size (self, report->large ? LARGE_SIZE : FULL_SIZE, FALSE);
  if (report->one_page)
    fit_one_page (self);
  return self;
}

void
leio_paper_free (LeioPaper *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->heads);
  g_object_unref (self->foot);
  g_object_unref (self->context);
  g_free (self);
}

guint
leio_paper_get_n_pages (const LeioPaper *self)
{
  return self->pages->len;
}

static void
set_gray (cairo_t *cr, double gray)
{
  cairo_set_source_rgb (cr, gray, gray, gray);
}

/* The font of a picture, made smaller until it fits in @most. */
static double
draw_phase (const LeioPaper *self, cairo_t *cr, const LeioBlock *picture, double most)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans");

  pango_font_description_set_absolute_size (font, self->size * PANGO_SCALE);
  pango_context_set_font_description (self->context, font);
  return leio_pathway_draw_phase (cr, self->context, picture->phase, leio_paper_get_width (self),
                                  most, self->report->rtl);
}

static double
draw_figure (const LeioPaper *self, cairo_t *cr, const LeioBlock *picture)
{
  const LeioChartStyle style = {
    .context = self->context,
    .text = { 0, 0, 0, 1 },
    .line = { 0.6f, 0.6f, 0.6f, 1 },
    .bar = { 0.75f, 0.75f, 0.75f, 1 },
    .mark = { 0, 0, 0, 1 },
    .rtl = self->report->rtl,
  };
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans");

  pango_font_description_set_absolute_size (font, self->size * 0.9 * PANGO_SCALE);
  pango_context_set_font_description (self->context, font);
  return leio_chart_draw (cr, picture->figure, &style, leio_paper_get_width (self) * 0.7);
}

double
leio_paper_draw_picture (const LeioPaper *self,
                         cairo_t *cr,
                         const LeioBlock *picture,
                         double most)
{
  double height = 0;

  if (cr != NULL)
    {
      set_gray (cr, 0);
      cairo_save (cr);
    }
  if (picture->phase != NULL)
    height = draw_phase (self, cr, picture, most);
  else if (picture->figure != NULL)
    height = draw_figure (self, cr, picture);
  if (cr != NULL)
    cairo_restore (cr);
  return height;
}

static double
get_left (const LeioPaper *self, double x, double width)
{
  double across = self->report->rtl ? leio_paper_get_width (self) - x - width : x;

  return LEIO_PAPER_SIDE + across;
}

static void
begin_link (cairo_t *cr, const char *link)
{
  g_auto (GStrv) parts = g_strsplit (link, "'", -1);
  g_autofree char *quoted = g_strjoinv ("%27", parts);
  g_autofree char *attributes = g_strdup_printf ("uri='%s'", quoted);

  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
}

static void
draw_lines (const LeioPaper *self,
            cairo_t *cr,
            const LeioPaperCell *cell,
            const LeioPaperPiece *piece,
            double y)
{
  PangoLayoutIter *iter = pango_layout_get_iter (cell->layout);
  double left = get_left (self, cell->x, cell->width);
  double top = g_array_index (cell->lines, LeioPaperLine, piece->first).top;

  for (guint i = 0; i < piece->first + piece->n && i < cell->lines->len; i++)
    {
      PangoRectangle extents;
      double baseline = g_array_index (cell->lines, LeioPaperLine, i).baseline;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      cairo_move_to (cr, left + (double) extents.x / PANGO_SCALE, y + baseline - top);
      if (i >= piece->first)
        pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
      pango_layout_iter_next_line (iter);
    }
  pango_layout_iter_free (iter);
}

static void
draw_cell (const LeioPaper *self,
           cairo_t *cr,
           const LeioPaperCell *cell,
           const LeioPaperPiece *piece,
           double y)
{
  if (piece->first >= cell->lines->len || *pango_layout_get_text (cell->layout) == '\0')
    return;

  cairo_tag_begin (cr, cell->tag, NULL);
  if (cell->link != NULL)
    begin_link (cr, cell->link);
  set_gray (cr, cell->gray);
  draw_lines (self, cr, cell, piece, y);
  if (cell->link != NULL)
    cairo_tag_end (cr, CAIRO_TAG_LINK);
  cairo_tag_end (cr, cell->tag);
}

static void
draw_line (const LeioPaper *self, cairo_t *cr, const LeioPaperRow *row, double y, double height)
{
  double width = leio_paper_get_width (self);
  double left = get_left (self, row->line_from, width - row->line_from);

  set_gray (cr, 0.2);
  cairo_set_line_width (cr, 0.6);
  switch (row->line)
    {
    case LEIO_PAPER_LINE_NONE:
      return;
    case LEIO_PAPER_LINE_UNDER:
      cairo_move_to (cr, LEIO_PAPER_SIDE, y + height - 1);
      cairo_rel_line_to (cr, width, 0);
      break;
    case LEIO_PAPER_LINE_FORM:
      cairo_move_to (cr, left, y + height - 1);
      cairo_rel_line_to (cr, width - row->line_from, 0);
      break;
    case LEIO_PAPER_LINE_FRAME:
      cairo_set_line_width (cr, 1.2);
      cairo_rectangle (cr, LEIO_PAPER_SIDE, y, width, height);
      break;
    }
  cairo_stroke (cr);
}

static void
draw_row_picture (const LeioPaper *self, cairo_t *cr, const LeioPaperRow *row, double y)
{
  cairo_tag_begin (cr, "P", NULL);
  cairo_save (cr);
  cairo_translate (cr, LEIO_PAPER_SIDE, y);
  leio_paper_draw_picture (self, cr, row->picture, self->room);
  cairo_restore (cr);
  cairo_tag_end (cr, "P");
}

static void
draw_piece (const LeioPaper *self, cairo_t *cr, const LeioPaperPiece *piece)
{
  const LeioPaperRow *row = piece->row;
  double y = self->top + piece->y;
  double height = leio_paper_row_measure (row, piece->first, piece->n);
  double inside = 0;

  draw_line (self, cr, row, y, height);
  if (row->line == LEIO_PAPER_LINE_FRAME)
    inside = self->size * 0.6;
  if (row->sign != LEIO_SIGN_NONE)
    leio_paper_draw_sign (cr, row->sign, get_left (self, 0, row->sign_size),
                          y + row->sign_size * 0.16, row->sign_size);
  if (row->picture != NULL)
    draw_row_picture (self, cr, row, y);
  if (row->wrap != NULL)
    cairo_tag_begin (cr, row->wrap, NULL);
  for (guint i = 0; i < row->cells->len; i++)
    draw_cell (self, cr, g_ptr_array_index (row->cells, i), piece, y + inside);
  if (row->wrap != NULL)
    cairo_tag_end (cr, row->wrap);
}

static void
show_text (cairo_t *cr, PangoLayout *layout, double x, double y)
{
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/* What stands on every page is not part of the structure. */
static void
draw_margins (const LeioPaper *self, cairo_t *cr, guint page)
{
  const LeioReport *report = self->report;
  double width = leio_paper_get_width (self);
  double foot = self->height - LEIO_PAPER_BOTTOM - get_layout_height (self->foot);
  g_autofree char *head =
      page > 0 && report->kind != NULL ? g_strdup_printf ("%s · %s", report->kind, report->title)
                                       : g_strdup (report->kind != NULL ? report->kind : "");
  g_autofree char *number =
      /* Translators: 1 is the number of a page, 2 how many there are */
      g_strdup_printf (_ ("Page %1$u of %2$u"), page + 1, self->pages->len);
  double size = report->large ? self->foot_size : self->foot_size + 1;
  double share = report->large ? 0.7 : 0.8;
  g_autoptr (PangoLayout) title = leio_paper_create_layout (self, head, size, width * share);
  g_autoptr (PangoLayout) count = leio_paper_create_layout (self, number, size, width);

  pango_layout_set_height (title, -1);
  pango_layout_set_ellipsize (title, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (count, PANGO_ALIGN_RIGHT);
  set_gray (cr, 0.25);
  show_text (cr, title, get_left (self, 0, width * share), LEIO_PAPER_TOP - 20);
  show_text (cr, count, LEIO_PAPER_SIDE, LEIO_PAPER_TOP - 20);
  cairo_set_line_width (cr, 0.5);
  cairo_move_to (cr, LEIO_PAPER_SIDE, foot - 3);
  cairo_rel_line_to (cr, width, 0);
  cairo_stroke (cr);
  show_text (cr, self->foot, LEIO_PAPER_SIDE, foot);
}

void
leio_paper_draw_page (const LeioPaper *self, cairo_t *cr, guint page)
{
  const GArray *pieces = g_ptr_array_index (self->pages, page);
  const LeioPaperRow *open = NULL;

  for (guint i = 0; i < pieces->len; i++)
    {
      const LeioPaperPiece *piece = &g_array_index (pieces, LeioPaperPiece, i);
      const LeioPaperRow *row = piece->row->wrap != NULL ? piece->row : NULL;

      if (open != NULL && (row == NULL || row->container_id != open->container_id))
        {
          cairo_tag_end (cr, open->container);
          open = NULL;
        }
      if (open == NULL && row != NULL && row->container != NULL)
        {
          cairo_tag_begin (cr, row->container, NULL);
          open = row;
        }
      draw_piece (self, cr, piece);
    }
  if (open != NULL)
    cairo_tag_end (cr, open->container);
  draw_margins (self, cr, page);
}
