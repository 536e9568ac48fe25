/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Proof over all cases: what must hold in every complete case of a knowledge
 * base is decided on its diagrams, not by trying cases. Each finding has the
 * exact number of complete cases concerned (a number question counts an interval
 * between thresholds as one case) and, on wish, a witness: a case in which it
 * happens whatever the other answers are, and of whose answers every one is
 * needed for that.
 */
#pragma once

#include "leio-diagram.h"
#include "leio-knowledge.h"

G_BEGIN_DECLS

typedef enum
{
  LEIO_FINDING_CLASH,          /* a supporting and an opposing argument in force on one treatment */
  LEIO_FINDING_GAP,            /* a required phase in which nothing is recommended or an option */
  LEIO_FINDING_DEAD_RULE,      /* a rule that never applies */
  LEIO_FINDING_DEAD_VALUE,     /* a value that a derived fact never has */
  LEIO_FINDING_NEVER_ASKED,    /* a question that no case asks */
  LEIO_FINDING_NEVER_MATTERS,  /* a question that changes no status, argument or derived fact */
  LEIO_FINDING_PROPERTY,       /* a property that does not hold */
  LEIO_FINDING_BOARD,          /* a reason for the full board that holds in no case, or in all */
  LEIO_FINDING_CONTRADICTION,  /* there is no possible case at all */
  LEIO_FINDING_OVERRIDDEN,     /* an argument that is overridden wherever it applies */
  LEIO_FINDING_IDLE_RULE,      /* a rule without which every status would be the same */
  LEIO_FINDING_ALWAYS,         /* a condition, not written "always", that always holds */
  LEIO_FINDING_UNUSED_SOURCE,  /* a source on which nothing rests */
} LeioFindingKind;

typedef struct
{
  LeioFindingKind kind;
  gboolean violation;        /* else a warning */
  char *subject;             /* id of the treatment, phase, rule, question, source or property */
  GPtrArray *rules;          /* (element-type utf8) ids of the rules concerned */
  char *message;             /* one sentence, translated */
  LeioCount count;           /* complete cases concerned; 0 where counting makes no sense */
  gboolean count_overflow;   /* more than 128 bits hold */
  double share;              /* of all complete cases, 0 to 1 */
  LeioAnswers *witness;      /* (nullable) */
} LeioFinding;

typedef struct
{
  GPtrArray *findings;       /* LeioFinding: violations first */
  guint n_violations;
  guint n_warnings;
  LeioCount n_cases;         /* complete cases */
  gboolean n_cases_overflow;
  guint n_rules, n_treatments, n_questions, n_sources, n_properties;
  guint n_nodes;             /* diagram nodes that the proof needed */
} LeioAudit;

/**
 * leio_audit_new:
 * @properties: (nullable) (element-type LeioProperty): proved beside the base's own
 * @witnesses: whether to look for smallest witnesses
 * @error: LEIO_ERROR_LIMIT
 *
 * Returns: (transfer full) (nullable): the result
 */
LeioAudit *leio_audit_new (LeioKnowledge *knowledge,
                           const GPtrArray *properties,
                           gboolean witnesses,
                           GError **error);
void leio_audit_free (LeioAudit *self); /* takes an audit, or NULL */
/* The word of the kind in files, not translated: "clash", "dead_rule"; lent for ever. */
const char *leio_finding_kind_to_id (LeioFindingKind kind);
/* (transfer full): all digits of the number; with @overflow that it is more than 128 bits hold. */
char *leio_count_dup_text (LeioCount count, gboolean overflow);

typedef struct
{
  char *treatment;
  LeioStatus from, to;
  LeioCount count;
  gboolean count_overflow;
  double share;
  LeioAnswers *witness;      /* of the second base's questions */
} LeioDifference;

typedef struct
{
  GPtrArray *differences;    /* LeioDifference: by treatment, then by status */
  LeioCount n_cases;
  gboolean n_cases_overflow;
} LeioDifferences;

/**
 * leio_differences_new:
 * @before: the older knowledge base
 * @after: the newer one
 * @error: LEIO_ERROR_KNOWLEDGE where a question became another, by kind or unit, and
 *   LEIO_ERROR_LIMIT
 *
 * What two knowledge bases advise differently, over all cases that are possible
 * in both: a value that one of them does not know is in none of these. Questions,
 * values and treatments meet by id; a treatment that one of them does not have is
 * not relevant there.
 *
 * Returns: (transfer full) (nullable): the differences
 */
LeioDifferences *leio_differences_new (LeioKnowledge *before, LeioKnowledge *after, GError **error);
void leio_differences_free (LeioDifferences *self); /* takes differences, or NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioAudit, leio_audit_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioDifferences, leio_differences_free)

G_END_DECLS
