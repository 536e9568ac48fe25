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
  gint16 to[8];
} LeioCosts;

typedef struct
{
  LeioCosts least[2];     /* [1]: the node's question is changed already */
} LeioBounds;

typedef struct _LeioAside LeioAside;

struct _LeioEngine
{
  LeioKnowledge *knowledge;
  LeioSpace *space;
  LeioDiagrams *diagrams;
  LeioModel *model;

  /* Borrowed from the diagrams, which nobody changes any more: for the innermost loops */
  const LeioNodeRecord *nodes;
  const LeioNode *children;
  const guint *arities;

  guint n_questions;
  guint *own_question;    /* index in the space -> index in the questionnaire */

  /* Beside the model's rules, arguments and statuses; all stay in the diagrams. */
  LeioNode *asked;        /* one a question */
  LeioNode *derived;      /* one a derived fact */
  LeioNode *impossible;   /* one an impossible combination */
  LeioNode *doctor_questions; /* one a question for the doctor */
  LeioNode *board;        /* one a reason for the full board */
  LeioNode possible;      /* TRUE where no combination is impossible */
  guint8 *reachable;      /* for each treatment the statuses of all cases, as bits */
  guint8 *ever;           /* for each node the results of all cases: see leio-engine.c */
  GArray *possible_support; /* guint: the questions of impossible combinations, rising */
  /* See leio-limits.c */
  guint n_limits;         /* nodes below "possible" */
  guint *limit_numbers;   /* for each of these nodes its number, below n_limits */
  guint8 *implied;        /* n_limits times n_limits, or NULL */
  guint64 *harmful;       /* for each variable the values, as bits */
  GPtrArray *supports;    /* (element-type GArray of guint) questions of each treatment, rising */

  /* Scratch */
  int *values;            /* for each variable the answer, or -1 */
  guint32 *reach;         /* for each node, while its stamp is the one below: see leio-engine.c */
  guint64 *wide_masks;    /* for each node of results that do not fit there */
  guint32 stamp;          /* of 24 bits */
  guint64 possible_mask;  /* what can be reached from "possible", while its stamp is that above */
  guint32 possible_stamp;
  LeioTuples *seen;
  LeioTuples *seen_fronts; /* see leio-changes.c */
  LeioRestricted *restricted;
  LeioBounds *bounds;     /* for each node, while bound_stamps[n] == bound_stamp */
  guint32 *bound_stamps;
  guint32 bound_stamp;
  guint *prices;          /* of each question of the space: see leio-changes.c */
  LeioAside *aside;       /* (nullable): until the first case whose changes are looked for */
};

/* The scratch memory of all but leio-limits.c. */
void leio_engine_prepare_scratch (LeioEngine *self);
void leio_engine_free_scratch (LeioEngine *self);
/* To be called after a change of engine->values, before the next two. */
void leio_engine_values_changed (LeioEngine *self);
/* The results that the function can still give under engine->values, as bits, possible or not. */
guint64 leio_engine_mask (LeioEngine *self, LeioNode root);
/* The results that some possible completion of engine->values gives. */
guint64 leio_engine_results (LeioEngine *self, LeioNode root);
/* Whether some possible completion of engine->values, which may have changed, gives another result
 * than the one in @known: ends at the first. */
gboolean leio_engine_has_other (LeioEngine *self, LeioNode root, guint64 known);

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

/* What impossible combinations leave; see leio-limits.c */
void leio_engine_prepare_limits (LeioEngine *self);
/* Of engine->implied, in bytes. */
gsize leio_engine_get_size_of_implied (const LeioEngine *self);
/* Whether all that is possible at @a is possible at @b, both below "possible"; where there are
 * very many nodes, FALSE can mean that it is not known. */
gboolean leio_engine_implies (LeioEngine *self, LeioNode a, LeioNode b);
/* Whether a value is possible wherever another value of the variable is. */
gboolean leio_engine_is_harmless (const LeioEngine *self, guint variable, guint value);

/* Parts of leio_engine_advise(), each in a file of its own. */
/* @given: for each variable the value in @answers, or -1 */
void leio_engine_find_sufficient (LeioEngine *self, const LeioAnswers *answers, const int *given,
                                  LeioTreatmentAdvice *advice);
/* The changes of the treatments of @advice, whose possible statuses are known, from @next on; takes
 * one after another from @next, as others may do on a twin at the same time. Touches nothing else
 * of it, and nothing of @self but scratch memory that leio-aside.c makes twice. */
void leio_engine_find_changes (LeioEngine *self, const LeioAnswers *answers, LeioAdvice *advice,
                               int *next);
/* The same, begun beside what the caller does until he helps to finish it; both are lent until
 * then. */
void leio_engine_begin_changes (LeioEngine *self, const LeioAnswers *answers, LeioAdvice *advice);
void leio_engine_finish_changes (LeioEngine *self);
void leio_aside_free (LeioAside *self); /* takes it, or NULL */
void leio_engine_find_next (LeioEngine *self, const LeioAnswers *answers, const guint *roots,
                            LeioAdvice *advice);
void leio_engine_find_if_then (LeioEngine *self, guint root, LeioTreatmentAdvice *advice);
GPtrArray *leio_engine_find_odd (LeioEngine *self, const LeioAnswers *answers);

G_END_DECLS
