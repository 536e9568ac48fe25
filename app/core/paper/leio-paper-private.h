/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the paper share. leio-paper-layout.c makes rows of blocks,
 * leio-paper-pages.c pages of rows, leio-paper.c draws a page, leio-paper-pdf.c
 * writes the file.
 */
#pragma once

#include <pango/pangocairo.h>

#include "leio-paper.h"

G_BEGIN_DECLS

typedef struct
{
  double top, bottom, baseline; /* in the cell */
} LeioPaperLine;

/* A piece of text in a column; @x counts from the side where reading begins. */
typedef struct
{
  PangoLayout *layout;
  GArray *lines; /* LeioPaperLine */
  double x, width, gray;
  const char *tag;  /* its role in the structure of the file: "P" */
  const char *link; /* (nullable) borrowed from the block */
} LeioPaperCell;

typedef enum
{
  LEIO_PAPER_LINE_NONE,
  LEIO_PAPER_LINE_UNDER, /* under a heading */
  LEIO_PAPER_LINE_FORM,  /* to write on, behind the first cell */
  LEIO_PAPER_LINE_FRAME, /* around what must not be missed */
} LeioPaperLineKind;

typedef struct _LeioPaperRow LeioPaperRow;
struct _LeioPaperRow
{
  GPtrArray *cells; /* LeioPaperCell */
  double above;     /* room over it, but at the top of a page */
  double height;
  gboolean keep; /* stays with the row after it */
  LeioPaperLineKind line;
  double line_from;       /* where a line to write on begins */
  LeioSign sign;
  double sign_size;
  guint outline;          /* the level of a heading, or 0 */
  const char *title;      /* (nullable) of a heading, borrowed */
  const char *container;  /* (nullable) "L", "Table": rows with the same @container_id share it */
  guint container_id;
  const char *wrap;       /* (nullable) "LI", "TR" */
  LeioPaperRow *again;    /* (nullable) owned by the paper: comes first on a new page */
  const LeioBlock *picture; /* (nullable) */
};

/* Lines @first to @first + @n of the longest cell of a row, and with the first all other cells. */
typedef struct
{
  const LeioPaperRow *row;
  guint first, n;
  double y;
} LeioPaperPiece;

struct _LeioPaper
{
  const LeioReport *report;
  double width, height; /* of the sheet */
  double room;          /* of the text on it, without margins and foot */
  double size;          /* of the letters */
  double top;           /* where the text begins */
  double foot_size;     /* of those that stand on every page */
  gboolean tight;       /* what can be spared is left out */
  PangoContext *context;
  GPtrArray *rows;  /* LeioPaperRow, in order */
  GPtrArray *heads; /* LeioPaperRow that come again */
  GPtrArray *pages; /* GArray of LeioPaperPiece */
  PangoLayout *foot;
};

/* The margins of the sheet. */
#define LEIO_PAPER_SIDE 45.0
#define LEIO_PAPER_TOP 46.0
#define LEIO_PAPER_BOTTOM 28.0

double leio_paper_get_width (const LeioPaper *self); /* of a line */
PangoLayout *
leio_paper_create_layout (const LeioPaper *self, const char *text, double size, double width);

void leio_paper_lay_out (LeioPaper *self);

/* leio-paper-row.c */
LeioPaperRow *leio_paper_row_new (void);
/* @layout: (transfer full) */
LeioPaperCell *leio_paper_row_add (
    LeioPaperRow *row, PangoLayout *layout, double x, double width, const char *tag);
/* From byte @from to byte @to. */
void leio_paper_cell_make_bold (LeioPaperCell *cell, gsize from, gsize to);
void leio_paper_cell_make_gray (LeioPaperCell *cell, gsize from, gsize to);
/* Which cell of a row has the most lines. */
const LeioPaperCell *leio_paper_row_get_longest (const LeioPaperRow *self);
/* How high lines @first to @first + @n of a row are. */
double leio_paper_row_measure (const LeioPaperRow *self, guint first, guint n);
void leio_paper_row_free (gpointer data);

void leio_paper_break (LeioPaper *self);
double leio_paper_draw_picture (const LeioPaper *self,
                                cairo_t *cr,
                                const LeioBlock *picture,
                                double most);
void leio_paper_draw_sign (cairo_t *cr, LeioSign sign, double x, double y, double size);

G_END_DECLS
