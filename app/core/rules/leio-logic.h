/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The logic of a knowledge base below its rules: questions with the conditions
 * under which they are asked, named definitions, derived facts as ordered
 * decision tables, and combinations of answers that cannot be. Filled once by
 * the loader, then read-only.
 *
 * Life: leio_logic_new(); declare every definition and derived fact by name;
 * then set every condition; then leio_logic_check_cycles().
 */
#pragma once

#include "leio-condition.h"

G_BEGIN_DECLS

/* The most values of a derived fact: one fewer than of a question, for "no value" is one too. */
#define LEIO_MAX_DERIVED_VALUES (LEIO_MAX_VALUES - 1)

typedef struct
{
  char *id;
  char *title;              /* (nullable) */
  LeioCondition *condition; /* (nullable) while loading */
} LeioDefinition;

typedef struct
{
  LeioCondition *condition;
  guint value;              /* index into the derived fact's values */
} LeioRow;

typedef struct
{
  char *id;
  char *title;
  char *plain_title;
  char *edition;            /* (nullable) "AJCC 8th edition", shown wherever the value is shown */
  char *note;               /* (nullable) */
  int remark_on;            /* index of the fact beside which a value is shown, or -1 */
  GPtrArray *values;        /* (element-type LeioValue) */
  GArray *rows;             /* (element-type LeioRow) the first that holds gives the value */
  GPtrArray *evidence;      /* (element-type utf8) ids of sources */
} LeioDerived;

typedef struct
{
  char *id;
  LeioCondition *condition; /* a combination that cannot be */
  char *why;                /* shown at the questions */
  char *plain;
} LeioImpossible;

struct _LeioLogic
{
  LeioQuestionnaire *questionnaire;
  GPtrArray *ask_if;        /* (element-type LeioCondition) one a question, NULL = always */
  GPtrArray *definitions;   /* (element-type LeioDefinition) */
  GPtrArray *derived;       /* (element-type LeioDerived) */
  GPtrArray *impossible;    /* (element-type LeioImpossible) */
  GHashTable *names;        /* private: id -> what it is */
};

LeioLogic *leio_logic_new (LeioQuestionnaire *questionnaire);
void leio_logic_free (LeioLogic *self);
/* Index of the new one, or -1 where the name is taken by a question, definition or derived fact. */
int leio_logic_declare_definition (LeioLogic *self, const char *id);
int leio_logic_declare_derived (LeioLogic *self, const char *id);
LeioImpossible *leio_logic_add_impossible (LeioLogic *self, const char *id);
int leio_logic_find_definition (const LeioLogic *self, const char *id);
int leio_logic_find_derived (const LeioLogic *self, const char *id);
int leio_derived_find_value (const LeioDerived *self, const char *id); /* -1: none */
guint64 leio_derived_get_all_values (const LeioDerived *self);         /* the mask of every value */
/* Both take the condition. */
void leio_derived_add_row (LeioDerived *self, LeioCondition *condition, guint value);
void leio_logic_set_ask_if (LeioLogic *self, guint question, LeioCondition *condition);
/* Definitions, derived facts and ask_if conditions must not go in a circle. */
gboolean leio_logic_check_cycles (const LeioLogic *self, GError **error);
void
leio_logic_find_tested (const LeioLogic *self, const LeioCondition *condition, guint8 *tested);

/* Plain evaluation over a complete case (the oracle). */
gboolean leio_logic_is_asked (const LeioLogic *self, guint question, const LeioAnswers *answers);
/* -1: no value. */
int leio_logic_derive (const LeioLogic *self, guint derived, const LeioAnswers *answers);
/* Whether no impossible condition holds. */
gboolean leio_logic_is_possible (const LeioLogic *self, const LeioAnswers *answers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioLogic, leio_logic_free)

G_END_DECLS
