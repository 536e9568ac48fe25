/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A report as a tree of plain blocks: what is said, and in which role, never how
 * it looks. Text, Markdown and HTML are written from it here, and paper (PDF and
 * print) lays the same tree out in app/core/paper, so that nothing is said in two
 * places. Texts are translated already; control characters become spaces when a
 * block is made, so that no case steers what reads the report.
 */
#pragma once

#include "leio-pathway.h"

G_BEGIN_DECLS

typedef enum
{
  LEIO_BLOCK_GROUP,     /* the root, a section: a heading (text), then blocks */
  LEIO_BLOCK_CARD,      /* one treatment: its name (text), then blocks */
  LEIO_BLOCK_HEADING,   /* text */
  LEIO_BLOCK_PARAGRAPH, /* text */
  LEIO_BLOCK_NOTE,      /* text that must not be missed */
  LEIO_BLOCK_LIST,      /* of items */
  LEIO_BLOCK_ITEM,      /* mark and label (both can be NULL), text */
  LEIO_BLOCK_FACTS,     /* of facts */
  LEIO_BLOCK_FACT,      /* label, text, link (can be NULL); no text is a line to write on */
  LEIO_BLOCK_TABLE,     /* of rows, the first one names the columns */
  LEIO_BLOCK_ROW,       /* of cells */
  LEIO_BLOCK_CELL,      /* text */
  LEIO_BLOCK_SOURCES,   /* of sources */
  LEIO_BLOCK_SOURCE,    /* label, text (the citation), link */
  LEIO_BLOCK_PICTURE,   /* a phase of the pathway or a figure; the blocks say the same in words */
  LEIO_BLOCK_RULES,     /* so many lines (level) to write on */
} LeioBlockKind;

typedef enum
{
  LEIO_TONE_NORMAL,
  LEIO_TONE_LEAD,  /* the line that sums up */
  LEIO_TONE_SMALL, /* what is looked up rather than read */
  LEIO_TONE_PLAIN, /* of facts: the labels are whole questions */
} LeioTone;

/* What a group or a card is, beside its words: shown as a sign, never by colour alone. */
typedef enum
{
  LEIO_SIGN_NONE,
  LEIO_SIGN_URGENT,
  LEIO_SIGN_RECOMMENDED,
  LEIO_SIGN_OPTION,
  LEIO_SIGN_TRIAL_ONLY,
  LEIO_SIGN_OPEN,
  LEIO_SIGN_NOT_ADVISED,
  LEIO_SIGN_CONTRAINDICATED,
  LEIO_SIGN_NOT_RELEVANT,
} LeioSign;

/* Where a report is to stay on one page, what stands there depends on the room. */
typedef enum
{
  LEIO_ROOM_ANY,
  LEIO_ROOM_WIDE,  /* left out where there is none; in text it always stands */
  LEIO_ROOM_TIGHT, /* stands only there, for what was left out */
} LeioRoom;

typedef struct
{
  LeioBlockKind kind;
  guint level; /* of a heading, a group, a card: 1 to 3; 0: no heading; of rules: how many */
  LeioTone tone;
  LeioSign sign;
  LeioRoom room;
  char *mark;     /* (nullable) "+" */
  char *label;    /* (nullable) */
  char *text;     /* never NULL */
  char *link;     /* (nullable) an address */
  GPtrArray *blocks; /* (element-type LeioBlock) never NULL */
  const LeioPathwayPhase *phase; /* (nullable) of a picture; it lives with the report */
  const LeioFigure *figure;      /* (nullable) of a picture; it lives with the knowledge base */
} LeioBlock;

typedef struct
{
  char *title;
  char *kind;     /* (nullable) what it is: "Board page" */
  char *language; /* of the texts, as a tag: "en" */
  gboolean rtl;   /* the language is read from right to left */
  gboolean one_page; /* is to stay on one page where it can */
  gboolean landscape;
  gboolean large; /* no letter on paper is smaller than 16 points */
  char *date;    /* (nullable) of the day it was made */
  char *purpose; /* (nullable) the words that stand on every page */
  char *origin;  /* (nullable) which knowledge base and program */
  char *version; /* (nullable) of the knowledge base */
  LeioBlock *root;
  /*< private >*/
  LeioPathway *pathway; /* (nullable) */
} LeioReport;

/**
 * leio_report_new:
 * @title: what it is about
 * @kind: (nullable): what it is
 *
 * Returns: (transfer full): an empty report in the language in use
 */
LeioReport *leio_report_new (const char *title, const char *kind);
void leio_report_free (LeioReport *self);
/**
 * leio_report_set_origin:
 * @self: a report
 * @knowledge: what it rests on
 *
 * Puts the intended use, the version of @knowledge and the date under the report; SOURCE_DATE_EPOCH
 * is the date where the environment has it.
 */
void leio_report_set_origin (LeioReport *self, const LeioKnowledge *knowledge);
/* (transfer full): the seconds of SOURCE_DATE_EPOCH, or now. */
GDateTime *leio_report_dup_time (void);

/* Each adds a block at the end of @self and lends it; texts are copied. */
LeioBlock *leio_block_add_group (LeioBlock *self, LeioSign sign, guint level, const char *heading);
LeioBlock *leio_block_add_card (LeioBlock *self, LeioSign sign, guint level, const char *name);
LeioBlock *leio_block_add_heading (LeioBlock *self, guint level, const char *text);
LeioBlock *leio_block_add_paragraph (LeioBlock *self, LeioTone tone, const char *text);
LeioBlock *leio_block_add_note (LeioBlock *self, const char *text);
LeioBlock *leio_block_add_list (LeioBlock *self);
LeioBlock *
leio_block_add_item (LeioBlock *self, const char *mark, const char *label, const char *text);
LeioBlock *leio_block_add_facts (LeioBlock *self, LeioTone tone);
LeioBlock *leio_block_add_fact (LeioBlock *self, const char *label, const char *text);
LeioBlock *leio_block_add_table (LeioBlock *self);
/* @cells: (array zero-terminated=1) */
LeioBlock *leio_block_add_row (LeioBlock *self, const char *const *cells);
LeioBlock *leio_block_add_sources (LeioBlock *self);
LeioBlock *leio_block_add_source (LeioBlock *self, const LeioSource *source);
LeioBlock *leio_block_add_phase (LeioBlock *self, const LeioPathwayPhase *phase);
LeioBlock *leio_block_add_rules (LeioBlock *self, guint n_lines);
LeioBlock *leio_block_add_figure (LeioBlock *self, const LeioFigure *figure);

/* (transfer full): "Made with Leio 1.0 on 2026-11-25."; it must have a date. */
char *leio_report_dup_made (const LeioReport *self);

/* A sign as a character, for text and HTML: "✓". */
const char *leio_sign_to_text (LeioSign sign);

/* (transfer full): as readable text or as Markdown, ending in one newline. */
char *leio_report_to_text (const LeioReport *self, gboolean markdown);
/* (transfer full): as one HTML file without script. */
char *leio_report_to_html (const LeioReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioReport, leio_report_free)

G_END_DECLS
