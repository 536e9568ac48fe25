/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The advice on one case: plain data, filled by the engine, read by window,
 * command line and report. Indices are those of the knowledge base. Everything
 * said here is exact over all completions of the case.
 */
#pragma once

#include "leio-knowledge.h"

G_BEGIN_DECLS

typedef enum
{
  LEIO_ARGUMENT_IN_FORCE,
  LEIO_ARGUMENT_OVERRIDDEN,
  LEIO_ARGUMENT_OPEN,
} LeioArgumentState;

typedef struct
{
  guint argument;         /* index into knowledge->arguments */
  LeioArgumentState state;
  GArray *overridden_by;  /* guint: arguments */
  GArray *waits_for;      /* guint: questions */
} LeioArgumentAdvice;

/* Where it is proved smallest, no other of as many answers changes fewer that are fixed or, of as
 * few, fewer that are given. */
typedef struct
{
  LeioStatus to;
  GArray *questions;      /* guint, in the questionnaire's order */
  GArray *answers;        /* LeioAnswer, one a question */
  gboolean smallest;      /* proved: no fewer answers do it; else no answer of it can be left out */
} LeioChange;

typedef struct
{
  /* a value of the one open question (for numbers: a value inside the interval) */
  LeioAnswer answer;
  double low, high;       /* number: the interval; -INFINITY/INFINITY at the ends of the domain */
  gboolean low_inclusive, high_inclusive;
  LeioStatus status;
} LeioIfThen;

typedef struct
{
  guint treatment;
  /* bit s = some completion gives status s; 0 = the answers contradict each other */
  guint possible;
  GArray *depends_on;      /* guint: questions */
  /* LeioArgumentAdvice: in force, overridden, open; in the order of the rules */
  GPtrArray *arguments;
  GArray *sufficient;      /* guint: given answers that settle the status; empty where open */
  gboolean sufficient_is_smallest; /* proved smallest; else minimal */
  /* guint: given answers that bear on this treatment and could be anything */
  GArray *stays_even_if;
  /* LeioChange, one for each status that is not possible now and can be reached */
  GPtrArray *changes;
  guint if_then_question;  /* the one open question, when if_then is not empty */
  GArray *if_then;         /* LeioIfThen */
} LeioTreatmentAdvice;

typedef struct
{
  guint derived;
  guint64 possible;        /* bit v = some completion gives value v */
  gboolean none_possible;  /* some completion gives no value */
  GArray *depends_on;      /* guint: open questions that still change the value */
} LeioDerivedAdvice;

typedef struct
{
  guint impossible;        /* index into logic->impossible */
  GArray *questions;       /* guint: the questions whose answers collide */
} LeioOddity;

typedef struct
{
  guint reason;            /* index into knowledge->board */
  gboolean in_force;       /* else some completion brings it into force */
  GArray *depends_on;      /* guint: open questions that still decide it */
} LeioBoardAdvice;

typedef enum
{
  LEIO_ASKED_NEVER,        /* makes no sense in this case */
  LEIO_ASKED_PERHAPS,      /* depends on open answers */
  LEIO_ASKED_ALWAYS,
} LeioAsked;

typedef struct
{
  GPtrArray *treatments;   /* LeioTreatmentAdvice, one a treatment, in the knowledge base's order */
  GPtrArray *derived;      /* LeioDerivedAdvice, one a derived fact */
  GArray *asked;           /* LeioAsked, one a question */
  GArray *moot;            /* guint: open questions that change no status any more */
  GPtrArray *odd;          /* LeioOddity */
  GPtrArray *board;        /* LeioBoardAdvice: what holds or can hold, in the base's order */
  int next_question;       /* -1: none */
  double next_settles;     /* expected number of treatments that the next question settles */
  guint n_answers;         /* given answers to questions that are asked */
  guint n_settled;         /* treatments with one possible status */
} LeioAdvice;

/* What to compute beside the statuses. */
typedef enum
{
  LEIO_ADVICE_STATUSES = 0,
  LEIO_ADVICE_ARGUMENTS = 1 << 0,   /* arguments, depends_on, derived, board, moot, asked, odd */
  LEIO_ADVICE_REASONS = 1 << 1,     /* sufficient, stays_even_if, if_then, next_question */
  LEIO_ADVICE_CHANGES = 1 << 2,
  LEIO_ADVICE_ALL = 7,
} LeioAdviceParts;

/* Takes advice, or NULL. */
void leio_advice_free (LeioAdvice *self);
/* The one status that is possible; -1 where several are, or none (the answers contradict). */
int leio_treatment_advice_get_status (const LeioTreatmentAdvice *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioAdvice, leio_advice_free)

G_END_DECLS
