/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the engine share: the diagrams of a knowledge base with the
 * impossible cases left out, and scratch memory that is stamped instead of
 * cleared.
 */
#pragma once

#include "leio-diagram-private.h"
#include "leio-engine.h"
#include "leio-model.h"
#include "leio-restricted.h"
#include "leio-tuples.h"

G_BEGIN_DECLS

/* For each status the fewest answers to set or change; see leio-changes.c. */
typedef struct
{
  guint8 to[8];
} LeioCosts;

typedef struct
{
  LeioCosts way[2];       /* [1]: the node's question is changed already */
  LeioCosts bound[2];
} LeioBounds;

struct _LeioEngine
{
  LeioKnowledge *knowledge;
  LeioSpace *space;
  LeioDiagrams *diagrams;
  LeioModel *model;

  guint n_questions;
  guint *own_question;    /* index in the space -> index in the questionnaire */

  /* Beside the model's rules, arguments and statuses; all stay in the diagrams. */
  LeioNode *asked;        /* one a question */
  LeioNode *derived;      /* one a derived fact */
  LeioNode *impossible;   /* one an impossible combination */
  LeioNode *doctor_questions; /* one a question for the doctor */
  LeioNode possible;      /* TRUE where no combination is impossible */
  guint8 *reachable;      /* for each treatment the statuses of all cases, as bits */
  GArray *possible_support; /* guint: the questions of impossible combinations, rising */
  GPtrArray *supports;    /* (element-type GArray of guint) questions of each treatment, rising */

  /* Scratch */
  int *values;            /* for each variable the answer, or -1 */
  guint64 *masks;         /* for each node the results that can be reached */
  guint32 *stamps;        /* masks[n] is true while stamps[n] == stamp */
  guint32 stamp;
  /* (element-type GPtrArray), NULL until asked for; see leio_engine_get_kinds() */
  GPtrArray *kinds;
  LeioTuples *seen;
  LeioTuples *ways;       /* see leio-changes.c */
  LeioRestricted *restricted;
  LeioBounds *bounds;     /* for each node, while bound_stamps[n] == bound_stamp */
  guint32 *bound_stamps;
  guint32 bound_stamp;
  guint n_walks;          /* of the searches for changes in one case */
};

/* To be called after a change of engine->values, before the next two. */
void leio_engine_values_changed (LeioEngine *self);
/* The results that the function can still give under engine->values, as bits, possible or not. */
guint64 leio_engine_mask (LeioEngine *self, LeioNode root);
/* The results that some possible completion of engine->values gives; those in @known are not
 * looked for. */
guint64 leio_engine_results (LeioEngine *self, LeioNode root, guint64 known);

static inline gboolean
leio_is_single (guint64 mask)
{
  return mask != 0 && (mask & (mask - 1)) == 0;
}

static inline guint
leio_single_bit (guint64 mask)
{
  return (guint) __builtin_ctzll (mask);
}

static inline const LeioSpaceQuestion *
leio_engine_place (const LeioEngine *self, guint question)
{
  return leio_compiler_question (self->model->compiler, question);
}

/* (element-type int*): of all values of a question one of each kind that the treatment (or an
 * impossible combination) can tell apart; each an array of the values of the question's
 * variables. Found once. */
GPtrArray *leio_engine_new_kinds (const LeioEngine *self);
const GPtrArray *leio_engine_get_kinds (LeioEngine *self, guint treatment, guint question);

/* Parts of leio_engine_advise(), each in a file of its own. */
void leio_engine_find_sufficient (LeioEngine *self,
                                  const LeioAnswers *answers,
                                  LeioTreatmentAdvice *advice);
void leio_engine_begin_changes (LeioEngine *self);
void leio_engine_find_changes (LeioEngine *self,
                               const LeioAnswers *answers,
                               LeioTreatmentAdvice *advice);
void leio_engine_find_next (LeioEngine *self, const LeioAnswers *answers, const guint *roots,
                            LeioAdvice *advice);
void leio_engine_find_if_then (LeioEngine *self, guint root, LeioTreatmentAdvice *advice);
GPtrArray *leio_engine_find_odd (LeioEngine *self, const LeioAnswers *answers);

G_END_DECLS
