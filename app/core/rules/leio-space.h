/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The space of all cases as variables of diagrams: a choice or scale is one
 * variable, a set is one variable a value (in it or not), a number is one
 * variable whose values are the intervals between the thresholds that any
 * condition uses. Two knowledge bases can share one space (then their diagrams
 * can be compared): questions and values meet by id.
 *
 * Order of the variables: the questionnaire's, in which a question comes after
 * those that decide whether it is asked; but numbers come after all choices and
 * scales, and sets last. The variables of one question stay together. (On the
 * shipped knowledge base this gives less than half the nodes of an order by use.)
 *
 * Life: leio_space_new(); leio_space_add_logic() for each knowledge base;
 * leio_space_add_condition() for every condition that will be compiled beside
 * the logic's own; leio_space_finish(). Then read-only.
 */
#pragma once

#include "leio-diagram.h"
#include "leio-logic.h"

G_BEGIN_DECLS

/* More variables than any knowledge base needs; the shipped one has a hundred. */
#define LEIO_SPACE_MAX_VARIABLES 4096

/* A place where a number's line is cut: just below @at, or just above it. */
typedef struct
{
  double at;
  gboolean above;
} LeioCut;

typedef struct
{
  char *id;
  LeioQuestionKind kind;
  GPtrArray *values;     /* (element-type utf8) ids; empty for a number */
  /* (element-type LeioCut) of a number, rising, strictly inside the bounds */
  GArray *cuts;
  double min, max;
  gboolean gate;         /* some ask_if needs it */
  guint position;        /* in the order in which the questions were added */
  guint first_variable;
  guint n_variables;
} LeioSpaceQuestion;

typedef struct
{
  /* (element-type LeioSpaceQuestion) in the order of the variables once finished */
  GPtrArray *questions;
  guint n_variables;
  guint *arities;
  guint *question_of;    /* for each variable the index into @questions */
  /*< private >*/
  GHashTable *ids;
} LeioSpace;

LeioSpace *leio_space_new (void);
void leio_space_free (LeioSpace *self);
void leio_space_add_logic (LeioSpace *self, const LeioLogic *logic);
void
leio_space_add_condition (LeioSpace *self, const LeioLogic *logic, const LeioCondition *condition);
void leio_space_finish (LeioSpace *self);

/* (nullable): the question of that id. */
const LeioSpaceQuestion *leio_space_find (const LeioSpace *self, const char *id);
/* The interval in which a number lies. */
guint leio_space_question_interval (const LeioSpaceQuestion *self, double number);
/* A number inside interval @interval, as round as can be: within @decimals if there is one. */
double leio_space_question_sample (const LeioSpaceQuestion *self, guint interval, guint decimals);
double leio_space_question_nearest (const LeioSpaceQuestion *self, guint interval, guint decimals,
                                    double number);
/* One more than the thresholds of a number; 1 of any other question. */
guint leio_space_question_n_intervals (const LeioSpaceQuestion *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioSpace, leio_space_free)

G_END_DECLS
