/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A condition: one line of text as in the guideline's sentence, read with
 * GScanner into a tree. The tree is open to read: the compiler to diagrams, the
 * oracle and the exporters walk it.
 *
 *   condition := term { "or" term };  term := factor { "and" factor }
 *   factor    := "not" factor | "(" condition ")" | atom
 *   atom      := fact = value | fact != value | fact in (a, b, ...)
 *              | number-or-scale  < | <= | > | >= | = | !=  literal
 *              | set has value | set has any (a, b) | set has at least N
 *              | set within (a, b) | set is empty | name | "always"
 *
 * No atom can ask whether an answer is known. Of a question that is not asked in
 * the case every atom is false ("!=" too), unless it has an if_not_asked value.
 * Likewise every atom over a derived fact that has no value is false.
 * Negation is written "not fact = value" where that matters.
 */
#pragma once

#include "leio-answers.h"

G_BEGIN_DECLS

typedef struct _LeioLogic LeioLogic;

typedef enum
{
  LEIO_CONDITION_ALWAYS,     /* true */
  LEIO_CONDITION_AND,        /* children */
  LEIO_CONDITION_OR,         /* children */
  LEIO_CONDITION_NOT,        /* children[0] */
  LEIO_CONDITION_VALUE,      /* question (choice, scale) has one of the values in @mask */
  LEIO_CONDITION_NUMBER,     /* question (number) @comparison @number */
  LEIO_CONDITION_HAS_ANY,    /* question (set) holds at least one of @mask */
  LEIO_CONDITION_AT_LEAST,   /* question (set) holds at least @count values */
  LEIO_CONDITION_WITHIN,     /* question (set) holds nothing outside @mask; may be empty */
  LEIO_CONDITION_EMPTY,      /* question (set) is empty */
  LEIO_CONDITION_DEFINITION, /* definition @index holds */
  LEIO_CONDITION_DERIVED,    /* derived fact @index has one of the values in @mask */
} LeioConditionKind;

typedef enum
{
  LEIO_COMPARISON_LESS,
  LEIO_COMPARISON_AT_MOST,
  LEIO_COMPARISON_MORE,
  LEIO_COMPARISON_AT_LEAST,
  LEIO_COMPARISON_EQUAL,
  LEIO_COMPARISON_NOT_EQUAL,
} LeioComparison;

typedef struct _LeioCondition LeioCondition;
struct _LeioCondition
{
  LeioConditionKind kind;
  guint index;                /* of the question, definition or derived fact */
  guint64 mask;
  guint count;
  LeioComparison comparison;
  double number;
  GPtrArray *children;        /* (element-type LeioCondition), NULL for atoms */
};

/**
 * leio_condition_parse:
 * @logic: the names that a condition can use
 * @text: the line
 * @column: (out) (optional): where it went wrong, from 1, in characters
 * @error: what was found and what was expected, e.g. "'limbs' is not a value of
 *   question site (values: uterus, …)"; the caller puts file and rule in front
 *
 * Cost: linear in the text. Nesting deeper than 200 is an error.
 *
 * Returns: (transfer full) (nullable): the tree
 */
LeioCondition *leio_condition_parse (const LeioLogic *logic,
                                     const char *text,
                                     guint *column,
                                     GError **error);
/* An empty list of children where the kind has children. */
LeioCondition *leio_condition_new (LeioConditionKind kind);
void leio_condition_free (LeioCondition *self);
/* Whether both are the same tree: how the tests tell that what was printed is read the same. */
gboolean leio_condition_equal (const LeioCondition *a, const LeioCondition *b);

/* Words of the grammar, which no question, value, definition or derived fact may have as its id. */
gboolean leio_condition_is_reserved (const char *name);
/* Whether a condition can use @name: letters a to z, digits and '_', and not reserved. */
gboolean leio_condition_check_name (const char *name, GError **error);

gboolean leio_comparison_holds (LeioComparison comparison, double left, double right);

/* (transfer full): the tree as text again, in the one canonical form; parses to an equal tree. The
 * tests hold the grammar to it, and what shows or writes a condition has no other way. */
char *leio_condition_print (const LeioLogic *logic, const LeioCondition *self);

/**
 * leio_condition_holds:
 *
 * The plain evaluator, and for ever the oracle of the tests: evaluates the tree over a COMPLETE
 * case (every question that is asked has a given answer). Open answers to asked questions make the
 * atom false.
 */
gboolean leio_condition_holds (const LeioLogic *logic,
                               const LeioCondition *self,
                               const LeioAnswers *answers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioCondition, leio_condition_free)

G_END_DECLS
