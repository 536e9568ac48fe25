/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the three parts of the parser share: the scanner makes tokens of the line,
 * the parser makes the tree of the tokens, the faults are the messages. For the
 * files leio-condition-*.c alone.
 */
#pragma once

#include "leio-condition.h"
#include "leio-error.h"
#include "leio-logic.h"

G_BEGIN_DECLS

typedef enum
{
  LEIO_TOKEN_WORD, /* a name, a keyword or a number */
  LEIO_TOKEN_SIGN, /* one of ( ) , = != < <= > >= -, or a character of no meaning */
  LEIO_TOKEN_END,
} LeioTokenKind;

typedef struct
{
  LeioTokenKind kind;
  const char *text; /* in the parser's chunk */
  gsize offset;     /* in bytes */
} LeioToken;

typedef struct
{
  const LeioLogic *logic;
  const char *text; /* the line, in which every blank is a space */
  GStringChunk *words;
  GArray *tokens; /* (element-type LeioToken) the last is the end */
  guint position;
  guint nesting;
  gsize offset;   /* of the fault, in bytes */
  GError *error;  /* the first fault */
} LeioParser;

/* What a question or a derived fact is to the grammar. */
typedef struct
{
  const char *id;
  const LeioQuestion *question; /* NULL: a derived fact */
  GPtrArray *values;            /* (element-type LeioValue) */
  guint index;
} LeioFact;

void leio_parser_scan (LeioParser *parser);
const LeioToken *leio_parser_peek (const LeioParser *parser);
const LeioToken *leio_parser_take (LeioParser *parser);
gboolean leio_parser_is_next (const LeioParser *parser, const char *text);
gboolean leio_parser_accept (LeioParser *parser, const char *text);

void leio_parser_fail (LeioParser *parser,
                       const LeioToken *token,
                       LeioError code,
                       const char *format,
                       ...) G_GNUC_PRINTF (4, 5);
void leio_parser_fail_expected (LeioParser *parser, const char *expected);
gboolean leio_parser_fail_known (LeioParser *parser);
void leio_parser_fail_fact (LeioParser *parser, const LeioToken *token);
void leio_parser_fail_value (LeioParser *parser, const LeioToken *token, const LeioFact *fact);
void leio_parser_fail_operator (LeioParser *parser, const LeioFact *fact);
void leio_parser_fail_order (LeioParser *parser, const LeioToken *token, const LeioFact *fact);
void leio_parser_fail_bounds (LeioParser *parser,
                              const LeioToken *token,
                              const LeioQuestion *question,
                              double number);

G_END_DECLS
