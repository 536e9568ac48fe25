/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes rows of the blocks of a report. A row has cells side by side; a cell is
 * one piece of text. How blocks look on paper is decided here and nowhere else.
 */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "leio-paper-private.h"

/* In sizes of a letter. */
#define TITLE 1.65
#define HEADING 1.15
#define LEAD 1.12
#define SMALL 0.84

/* Parts of the width. */
#define NAME_WIDTH 0.26
#define TEXT_START 0.28
#define LABEL_WIDTH 0.155
#define FORM_LABEL_WIDTH 0.24
#define SOURCE_WIDTH 0.17

/* A value longer than this gets the whole width. */
#define LONG_VALUE 90

#define LONG_LINK 48

/* Of a line to write on, in sizes of a letter. */
#define RULE_HEIGHT 1.9

#define MAX_COLUMNS 8

typedef struct
{
  LeioPaper *paper;
  LeioPaperRow *again;   /* (nullable) */
  const char *container; /* (nullable) */
  guint container_id;
  double x; /* where text begins */
} Maker;

static LeioPaperRow *
row_new (Maker *maker)
{
  LeioPaperRow *self = leio_paper_row_new ();

  self->again = maker->again;
  self->container = maker->container;
  self->container_id = maker->container_id;
  return self;
}

/* @size: in sizes of a letter. */
static LeioPaperCell *
add_cell (Maker *maker,
          LeioPaperRow *row,
          const char *text,
          double size,
          double x,
          double width,
          const char *tag)
{
  LeioPaper *paper = maker->paper;

  return leio_paper_row_add (
      row, leio_paper_create_layout (paper, text, size * paper->size, width), x, width, tag);
}

static void
make_all_bold (LeioPaperCell *cell)
{
  leio_paper_cell_make_bold (cell, 0, G_MAXUINT);
}

static void
add_row (Maker *maker, LeioPaperRow *row)
{
  row->height = MAX (row->height, leio_paper_row_measure (row, 0, G_MAXUINT / 2));
  g_ptr_array_add (maker->paper->rows, row);
}

static const char *
get_heading_tag (guint level)
{
  static const char *const tags[] = { "H1", "H1", "H2", "H3" };

  return tags[MIN (level, 3)];
}

static double
get_width (const Maker *maker)
{
  return leio_paper_get_width (maker->paper) - maker->x;
}

static LeioPaperRow *
create_heading (Maker *maker, const LeioBlock *block, const char *text)
{
  static const double sizes[] = { TITLE, TITLE, HEADING, 1 };
  LeioPaperRow *row = row_new (maker);
  double size = sizes[MIN (block->level, 3)];
  double letter = size * maker->paper->size;
  double indent = block->sign != LEIO_SIGN_NONE && block->level < 3 ? letter * 1.35 : 0;

  make_all_bold (add_cell (maker, row, text, size, maker->x + indent, get_width (maker) - indent,
                           get_heading_tag (block->level)));
  row->above = maker->paper->size * (block->level != 2 ? 0.4 : maker->paper->tight ? 0.6 : 0.9);
  row->keep = TRUE;
  row->again = NULL;
  row->outline = block->level;
  row->title = block->text;
  if (indent > 0)
    {
      row->sign = block->sign;
      row->sign_size = letter;
    }
  if (block->level == 2)
    row->line = LEIO_PAPER_LINE_UNDER;
  return row;
}

static void
add_heading (Maker *maker, const LeioBlock *block)
{
  add_row (maker, create_heading (maker, block, block->text));
}

static void
add_paragraph (Maker *maker, const LeioBlock *block)
{
  LeioPaperRow *row = row_new (maker);
  double small = maker->paper->report->large ? 1 : SMALL;
  double size = block->tone == LEIO_TONE_LEAD ? LEAD : block->tone == LEIO_TONE_SMALL ? small : 1;
  LeioPaperCell *cell = add_cell (maker, row, block->text, size, maker->x, get_width (maker), "P");

  if (block->tone == LEIO_TONE_LEAD)
    make_all_bold (cell);
  if (block->tone == LEIO_TONE_SMALL)
    cell->gray = 0.25;
  row->above = maker->paper->size * 0.35;
  add_row (maker, row);
}

static void
add_note (Maker *maker, const LeioBlock *block)
{
  LeioPaperRow *row = row_new (maker);
  double room = maker->paper->size * 0.6;

  make_all_bold (add_cell (maker, row, block->text, 1, maker->x + room,
                           get_width (maker) - 2 * room, "P"));
  row->line = LEIO_PAPER_LINE_FRAME;
  row->height += 2 * room;
  row->above = maker->paper->size * 0.5;
  add_row (maker, row);
}

static gboolean
is_shown (const Maker *maker, const LeioBlock *block)
{
  return block->room == LEIO_ROOM_ANY ||
         block->room == (maker->paper->tight ? LEIO_ROOM_TIGHT : LEIO_ROOM_WIDE);
}

static void
begin_container (Maker *maker, const char *tag)
{
  static const char *const none = NULL;

  maker->container = tag != NULL ? tag : none;
  maker->container_id++;
}

/* The mark stands in front, the text beside it. */
static void
add_item_cells (Maker *maker, LeioPaperRow *row, const LeioBlock *item, double x)
{
  g_autofree char *text =
      item->label != NULL ? g_strconcat (item->label, ": ", item->text, NULL) : NULL;
  double letter = maker->paper->size * 1.2;
  const char *mark = item->mark != NULL ? item->mark : "•";
  LeioPaperCell *cell = NULL;

  if (g_str_equal (mark, "-"))
    mark = "−";
  make_all_bold (add_cell (maker, row, mark, 1, x, letter, "Lbl"));
  cell = add_cell (maker, row, text != NULL ? text : item->text, 1, x + letter,
                   maker->x + get_width (maker) - x - letter, "LBody");
  if (item->label != NULL)
    leio_paper_cell_make_bold (cell, 0, strlen (item->label) + 1);
  row->wrap = "LI";
}

static void
add_list (Maker *maker, const LeioBlock *block)
{
  begin_container (maker, "L");
  for (guint i = 0; i < block->blocks->len; i++)
    {
      const LeioBlock *item = g_ptr_array_index (block->blocks, i);
      LeioPaperRow *row = NULL;

      if (!is_shown (maker, item))
        continue;
      row = row_new (maker);
      add_item_cells (maker, row, item, maker->x);
      row->above = maker->paper->size * 0.2;
      add_row (maker, row);
    }
  begin_container (maker, NULL);
}

static void
add_rules (Maker *maker, const LeioBlock *block)
{
  for (guint i = 0; i < block->level; i++)
    {
      LeioPaperRow *row = row_new (maker);

      row->line = LEIO_PAPER_LINE_FORM;
      row->line_from = maker->x;
      row->height = maker->paper->size * RULE_HEIGHT;
      add_row (maker, row);
    }
}

static gboolean
is_form (const LeioBlock *facts)
{
  const LeioBlock *first = facts->blocks->len > 0 ? g_ptr_array_index (facts->blocks, 0) : NULL;

  return first != NULL && *first->text == '\0';
}

static guint
count_columns (const LeioBlock *facts)
{
  if (facts->tone == LEIO_TONE_PLAIN || is_form (facts))
    return 1;
  for (guint i = 0; i < facts->blocks->len; i++)
    if (g_utf8_strlen (((LeioBlock *) g_ptr_array_index (facts->blocks, i))->text, -1) > LONG_VALUE)
      return 1;
  return 2;
}

static double
get_label_width (const LeioBlock *facts)
{
  if (facts->tone == LEIO_TONE_PLAIN)
    return 0.45;
  return is_form (facts) ? FORM_LABEL_WIDTH : LABEL_WIDTH;
}

static void
add_fact (Maker *maker, LeioPaperRow *row, const LeioBlock *facts, guint index, guint column)
{
  const LeioBlock *fact = g_ptr_array_index (facts->blocks, index);
  double width = get_width (maker);
  double whole = count_columns (facts) == 2 ? width / 2 : width;
  double label = width * get_label_width (facts);
  double x = maker->x + column * whole;

  add_cell (maker, row, fact->label, 1, x, label - 6, "TH")->gray = 0.3;
  if (*fact->text != '\0')
    add_cell (maker, row, fact->text, 1, x + label, whole - label - 8, "TD")->link = fact->link;
  else
    {
      row->line = LEIO_PAPER_LINE_FORM;
      row->line_from = x + label;
      row->height += maker->paper->size * 0.7;
    }
}

/* One after the other in one paragraph; the labels in gray. */
static void
add_facts_run_in (Maker *maker, const LeioBlock *block)
{
  LeioPaperRow *row = row_new (maker);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (gsize));
  LeioPaperCell *cell = NULL;

  for (guint i = 0; i < block->blocks->len; i++)
    {
      const LeioBlock *fact = g_ptr_array_index (block->blocks, i);
      gsize from, to;

      g_string_append (text, i > 0 ? "  ·  " : "");
      from = text->len;
      g_string_append (text, fact->label);
      to = text->len;
      g_string_append_printf (text, " %s", fact->text);
      g_array_append_val (places, from);
      g_array_append_val (places, to);
    }
  cell = add_cell (maker, row, text->str, 1, maker->x, get_width (maker), "P");
  for (guint i = 0; i + 1 < places->len; i += 2)
    leio_paper_cell_make_gray (cell, g_array_index (places, gsize, i),
                               g_array_index (places, gsize, i + 1));
  row->above = maker->paper->size * 0.2;
  add_row (maker, row);
}

static void
add_facts (Maker *maker, const LeioBlock *block)
{
  guint n_columns = count_columns (block);

  if (maker->paper->tight && n_columns == 2)
    {
      add_facts_run_in (maker, block);
      return;
    }

  begin_container (maker, "Table");
  for (guint i = 0; i < block->blocks->len; i += n_columns)
    {
      LeioPaperRow *row = row_new (maker);

      for (guint j = 0; j < n_columns && i + j < block->blocks->len; j++)
        add_fact (maker, row, block, i + j, j);
      row->wrap = "TR";
      row->above = maker->paper->size * 0.2;
      row->keep = is_form (block) && i + n_columns < block->blocks->len;
      add_row (maker, row);
    }
  begin_container (maker, NULL);
}

/* The columns get room by their longest texts, within bounds. */
static void
find_columns (const LeioBlock *table, guint n, double *weights)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    {
      weights[i] = 6;
      for (guint j = 0; j < table->blocks->len; j++)
        {
          const LeioBlock *row = g_ptr_array_index (table->blocks, j);

          if (i < row->blocks->len)
            weights[i] = MAX (weights[i], g_utf8_strlen (((LeioBlock *) g_ptr_array_index (
                                                             row->blocks, i))->text, -1));
        }
      weights[i] = MIN (weights[i], 45);
      sum += weights[i];
    }
  for (guint i = 0; i < n; i++)
    weights[i] /= sum;
}

static LeioPaperRow *
create_table_row (Maker *maker, const LeioBlock *block, const double *weights, gboolean head)
{
  LeioPaperRow *row = row_new (maker);
  double x = maker->x;

  for (guint i = 0; i < block->blocks->len && i < MAX_COLUMNS; i++)
    {
      const LeioBlock *cell = g_ptr_array_index (block->blocks, i);
      double width = get_width (maker) * weights[i];
      LeioPaperCell *made = add_cell (maker, row, cell->text, 1, x, width - 8, head ? "TH" : "TD");

      if (head)
        make_all_bold (made);
      x += width;
    }
  row->wrap = "TR";
  row->above = maker->paper->size * 0.35;
  if (head)
    {
      row->line = LEIO_PAPER_LINE_UNDER;
      row->keep = TRUE;
    }
  return row;
}

static void
add_table (Maker *maker, const LeioBlock *block)
{
  const LeioBlock *head = block->blocks->len > 0 ? g_ptr_array_index (block->blocks, 0) : NULL;
  LeioPaperRow *outer = maker->again;
  double weights[MAX_COLUMNS];

  if (head == NULL)
    return;

  find_columns (block, MIN (head->blocks->len, MAX_COLUMNS), weights);
  begin_container (maker, "Table");
  add_row (maker, create_table_row (maker, head, weights, TRUE));
  maker->again = create_table_row (maker, head, weights, TRUE);
  g_ptr_array_add (maker->paper->heads, maker->again);
  for (guint i = 1; i < block->blocks->len; i++)
    {
      const LeioBlock *row = g_ptr_array_index (block->blocks, i);

      add_row (maker, create_table_row (maker, row, weights, FALSE));
    }
  maker->again = outer;
  begin_container (maker, NULL);
}

static void
add_source (Maker *maker, const LeioBlock *source)
{
  LeioPaperRow *row = row_new (maker);
  double label = get_width (maker) * SOURCE_WIDTH;
  g_autofree char *text =
      source->link != NULL ? g_strconcat (source->text, " ", source->link, NULL)
                           : g_strdup (source->text);

  make_all_bold (add_cell (maker, row, source->label, 1, maker->x, label - 6, "Lbl"));
  add_cell (maker, row, text, 1, maker->x + label, get_width (maker) - label, "LBody")->link =
      source->link;
  row->wrap = "LI";
  row->above = maker->paper->size * 0.25;
  add_row (maker, row);
}

static const char *
skip_scheme (const char *link)
{
  const char *place = strstr (link, "://");

  return place != NULL ? place + strlen ("://") : link;
}

/* Of an address too long for a line among others, only where it leads. */
static char *
dup_short_link (const char *link)
{
  const char *shown = skip_scheme (link);
  gsize host = strcspn (shown, "/");

  return strlen (shown) > LONG_LINK ? g_strndup (shown, host) : g_strdup (shown);
}

static void
add_small_source (Maker *maker, LeioPaperRow *row, const LeioBlock *source, guint column)
{
  const char *link = source->link != NULL ? skip_scheme (source->link) : "";
  g_autofree char *text = g_strconcat (source->label, "  ", link, NULL);
  double width = get_width (maker) / 2;
  LeioPaperCell *cell = add_cell (maker, row, text, SMALL * 0.92, maker->x + column * width,
                                  width - 8, "LBody");

  leio_paper_cell_make_bold (cell, 0, strlen (source->label));
  cell->link = source->link;
}

/* One after the other in one paragraph; the labels bold. */
static void
add_sources_run_in (Maker *maker, GPtrArray *sources)
{
  LeioPaperRow *row = row_new (maker);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (gsize));
  LeioPaperCell *cell = NULL;

  for (guint i = 0; i < sources->len; i++)
    {
      const LeioBlock *source = g_ptr_array_index (sources, i);
      gsize from, to;

      g_string_append (text, i > 0 ? "  ·  " : "");
      from = text->len;
      g_string_append (text, source->label);
      to = text->len;
      if (source->link != NULL)
        {
          g_autofree char *link = dup_short_link (source->link);

          g_string_append_printf (text, " %s", link);
        }
      g_array_append_val (places, from);
      g_array_append_val (places, to);
    }
  cell = add_cell (maker, row, text->str, SMALL * 0.95, maker->x, get_width (maker), "P");
  for (guint i = 0; i + 1 < places->len; i += 2)
    leio_paper_cell_make_bold (cell, g_array_index (places, gsize, i),
                               g_array_index (places, gsize, i + 1));
  row->above = maker->paper->size * 0.2;
  add_row (maker, row);
}

/* What is only looked up stands in two columns, its address without the citation. */
static void
add_small_sources (Maker *maker, const LeioBlock *block)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  for (guint i = 0; i < block->blocks->len; i++)
    if (is_shown (maker, g_ptr_array_index (block->blocks, i)))
      g_ptr_array_add (shown, g_ptr_array_index (block->blocks, i));
  if (maker->paper->tight)
    {
      add_sources_run_in (maker, shown);
      return;
    }

  for (guint i = 0; i < shown->len; i += 2)
    {
      LeioPaperRow *row = row_new (maker);

      for (guint j = 0; j < 2 && i + j < shown->len; j++)
        add_small_source (maker, row, g_ptr_array_index (shown, i + j), j);
      row->wrap = "LI";
      add_row (maker, row);
    }
}

static void
add_sources (Maker *maker, const LeioBlock *block)
{
  begin_container (maker, "L");
  if (block->tone == LEIO_TONE_SMALL)
    add_small_sources (maker, block);
  else
    for (guint i = 0; i < block->blocks->len; i++)
      add_source (maker, g_ptr_array_index (block->blocks, i));
  begin_container (maker, NULL);
}

static void
add_picture (Maker *maker, const LeioBlock *block)
{
  LeioPaperRow *row = NULL;

  if (block->figure != NULL)
    {
      add_heading (maker, block);
      ((LeioPaperRow *) g_ptr_array_index (maker->paper->rows, maker->paper->rows->len - 1))
          ->outline = 0;
    }
  row = row_new (maker);
  row->picture = block;
  row->above = maker->paper->size * 0.5;
  row->height = leio_paper_draw_picture (maker->paper, NULL, block, maker->paper->room);
  if (block->phase != NULL)
    {
      row->outline = block->level;
      row->title = block->text;
    }
  add_row (maker, row);
}

static void add_blocks (Maker *maker, const LeioBlock *block);

static const LeioBlock *
find_first_item (const Maker *maker, const LeioBlock *card)
{
  const LeioBlock *list = card->blocks->len > 0 ? g_ptr_array_index (card->blocks, 0) : NULL;

  for (guint i = 0; list != NULL && list->kind == LEIO_BLOCK_LIST && i < list->blocks->len; i++)
    if (is_shown (maker, g_ptr_array_index (list->blocks, i)))
      return g_ptr_array_index (list->blocks, i);
  return NULL;
}

static LeioPaperRow *
create_name_row (Maker *maker, const LeioBlock *card, double width)
{
  LeioPaperRow *row = row_new (maker);

  make_all_bold (
      add_cell (maker, row, card->text, 1, maker->x, width, get_heading_tag (card->level)));
  row->above = maker->paper->size * 0.55;
  row->outline = card->level;
  row->title = card->text;
  return row;
}

/* As in the window: the treatment on the one side, its reasons beside it. */
static void
add_card_beside (Maker *maker, const LeioBlock *card)
{
  const LeioBlock *list = g_ptr_array_index (card->blocks, 0);
  double text = maker->x + get_width (maker) * TEXT_START;
  LeioPaperRow *row = create_name_row (maker, card, get_width (maker) * NAME_WIDTH);

  begin_container (maker, "L");
  for (guint i = 0; i < list->blocks->len; i++)
    {
      const LeioBlock *item = g_ptr_array_index (list->blocks, i);

      if (!is_shown (maker, item))
        continue;
      if (row == NULL)
        {
          row = row_new (maker);
          row->above = maker->paper->size * 0.15;
        }
      add_item_cells (maker, row, item, text);
      /* A heading cannot stand in a list. */
      if (row->outline > 0)
        row->wrap = NULL;
      add_row (maker, row);
      row = NULL;
    }
  begin_container (maker, NULL);
}

/* Where room is short: the name, then its reasons, in one paragraph. */
static void
add_card_run_in (Maker *maker, const LeioBlock *card)
{
  const LeioBlock *list = g_ptr_array_index (card->blocks, 0);
  LeioPaperRow *row = row_new (maker);
  g_autoptr (GString) text = g_string_new (card->text);
  LeioPaperCell *cell = NULL;

  for (guint i = 0; i < list->blocks->len; i++)
    {
      const LeioBlock *item = g_ptr_array_index (list->blocks, i);

      if (!is_shown (maker, item))
        continue;
      g_string_append (text, "  ");
      if (item->label != NULL)
        g_string_append_printf (text, "%s: ", item->label);
      g_string_append (text, item->text);
    }
  cell = add_cell (maker, row, text->str, 1, maker->x, get_width (maker), "LBody");
  leio_paper_cell_make_bold (cell, 0, strlen (card->text));
  row->wrap = "LI";
  row->above = maker->paper->size * 0.3;
  add_row (maker, row);
}

/* Columns would be too narrow for large letters. What belongs to a question stays with it. */
static void
add_card_large (Maker *maker, const LeioBlock *card)
{
  GPtrArray *rows = maker->paper->rows;
  guint first = rows->len;

  add_row (maker, create_name_row (maker, card, get_width (maker)));
  add_blocks (maker, card);
  for (guint i = first; i + 1 < rows->len; i++)
    ((LeioPaperRow *) g_ptr_array_index (rows, i))->keep = TRUE;
}

static void
add_card (Maker *maker, const LeioBlock *card)
{
  LeioPaperRow *row = NULL;

  if (maker->paper->tight && find_first_item (maker, card) != NULL)
    {
      add_card_run_in (maker, card);
      return;
    }

  if (maker->paper->report->large)
    {
      add_card_large (maker, card);
      return;
    }
  if (find_first_item (maker, card) != NULL)
    {
      add_card_beside (maker, card);
      return;
    }

  row = create_name_row (maker, card, get_width (maker));
  row->keep = card->blocks->len > 0 && ((LeioBlock *) g_ptr_array_index (card->blocks, 0))->kind !=
                                           LEIO_BLOCK_LIST;
  add_row (maker, row);
  add_blocks (maker, card);
}

static void
add_group (Maker *maker, const LeioBlock *block)
{
  LeioPaperRow *outer = maker->again;
  guint first = maker->paper->rows->len;

  if (block->level > 0)
    add_heading (maker, block);
  if (block->sign != LEIO_SIGN_NONE)
    {
      g_autofree char *text =
          /* Translators: the heading of a group that goes on on the next page */
          g_strdup_printf (C_ ("paper", "%s, continued"), block->text);

      maker->again = create_heading (maker, block, text);
      maker->again->height = leio_paper_row_measure (maker->again, 0, G_MAXUINT / 2);
      maker->again->outline = 0;
      g_ptr_array_add (maker->paper->heads, maker->again);
    }
  if (maker->paper->tight)
    begin_container (maker, "L");
  add_blocks (maker, block);
  /* A heading and one line are no beginning. */
  if (maker->paper->report->large && block->level > 0 && block->blocks->len > 1 &&
      ((LeioBlock *) g_ptr_array_index (block->blocks, 0))->kind == LEIO_BLOCK_PARAGRAPH)
    ((LeioPaperRow *) g_ptr_array_index (maker->paper->rows, first + 1))->keep = TRUE;
  begin_container (maker, NULL);
  maker->again = outer;
}

static void
add_block (Maker *maker, const LeioBlock *block)
{
  switch (block->kind)
    {
    case LEIO_BLOCK_GROUP:
      add_group (maker, block);
      break;
    case LEIO_BLOCK_CARD:
      add_card (maker, block);
      break;
    case LEIO_BLOCK_HEADING:
      add_heading (maker, block);
      break;
    case LEIO_BLOCK_PARAGRAPH:
      add_paragraph (maker, block);
      break;
    case LEIO_BLOCK_NOTE:
      add_note (maker, block);
      break;
    case LEIO_BLOCK_LIST:
      add_list (maker, block);
      break;
    case LEIO_BLOCK_FACTS:
      add_facts (maker, block);
      break;
    case LEIO_BLOCK_TABLE:
      add_table (maker, block);
      break;
    case LEIO_BLOCK_SOURCES:
      add_sources (maker, block);
      break;
    case LEIO_BLOCK_PICTURE:
      add_picture (maker, block);
      break;
    case LEIO_BLOCK_RULES:
      add_rules (maker, block);
      break;
    case LEIO_BLOCK_ITEM:
    case LEIO_BLOCK_FACT:
    case LEIO_BLOCK_ROW:
    case LEIO_BLOCK_CELL:
    case LEIO_BLOCK_SOURCE:
      /* What they stand in adds them. */
      break;
    }
}

static void
add_blocks (Maker *maker, const LeioBlock *block)
{
  for (guint i = 0; i < block->blocks->len; i++)
    if (is_shown (maker, g_ptr_array_index (block->blocks, i)))
      add_block (maker, g_ptr_array_index (block->blocks, i));
}

static void
add_end_paragraph (Maker *maker, const char *text)
{
  LeioPaperRow *row = NULL;

  if (text == NULL)
    return;
  row = row_new (maker);
  add_cell (maker, row, text, 1, maker->x, get_width (maker), "P");
  row->above = maker->paper->size * 0.5;
  add_row (maker, row);
}

/* What stands on every page where letters are small. */
static void
add_end (Maker *maker)
{
  const LeioReport *report = maker->paper->report;
  g_autofree char *made = report->date != NULL ? leio_report_dup_made (report) : NULL;

  add_end_paragraph (maker, report->purpose);
  add_end_paragraph (maker, report->origin);
  add_end_paragraph (maker, made);
}

void
leio_paper_lay_out (LeioPaper *self)
{
  Maker maker = { .paper = self };

  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->heads, 0);
  add_blocks (&maker, self->report->root);
  if (self->report->large)
    add_end (&maker);
}
