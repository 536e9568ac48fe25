/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the advice page shows and in which order: groups of treatments, the
 * order within a group, what differs between two pieces of advice. Pure
 * functions over the advice: no widget is known here.
 */
#pragma once

#include "leio-advice.h"

G_BEGIN_DECLS

/**
 * LeioAdviceGroup:
 * @LEIO_ADVICE_GROUP_EMERGENCY: recommended, and not to be put off
 * @LEIO_ADVICE_GROUP_RECOMMENDED: recommended
 * @LEIO_ADVICE_GROUP_OPEN: depends on an open answer
 * @LEIO_ADVICE_GROUP_OPTION: an option
 * @LEIO_ADVICE_GROUP_TRIAL_ONLY: only in a trial
 * @LEIO_ADVICE_GROUP_NOT_ADVISED: not advised
 * @LEIO_ADVICE_GROUP_CONTRAINDICATED: contraindicated
 * @LEIO_ADVICE_GROUP_NOT_RELEVANT: nothing speaks for or against it in this case
 * @LEIO_ADVICE_GROUP_NONE: the answers contradict each other, so nothing can be said
 *
 * The groups of the page, from the top.
 */
typedef enum
{
  LEIO_ADVICE_GROUP_EMERGENCY,
  LEIO_ADVICE_GROUP_RECOMMENDED,
  LEIO_ADVICE_GROUP_OPEN,
  LEIO_ADVICE_GROUP_OPTION,
  LEIO_ADVICE_GROUP_TRIAL_ONLY,
  LEIO_ADVICE_GROUP_NOT_ADVISED,
  LEIO_ADVICE_GROUP_CONTRAINDICATED,
  LEIO_ADVICE_GROUP_NOT_RELEVANT,
  LEIO_ADVICE_GROUP_NONE,
} LeioAdviceGroup;
#define LEIO_N_ADVICE_GROUPS 9

/* "Depends on an open answer": over the group; @plain picks the home wording. */
const char *leio_advice_group_get_title (LeioAdviceGroup group, gboolean plain);
/* "Open": in front of a count. */
const char *leio_advice_group_get_short_title (LeioAdviceGroup group, gboolean plain);
/* A word for the style class, "recommended"; also the middle of the icon's name. */
const char *leio_advice_group_get_style (LeioAdviceGroup group);
/* "leio-status-recommended-symbolic" */
const char *leio_advice_group_get_icon_name (LeioAdviceGroup group);

LeioAdviceGroup leio_advice_get_group (const LeioKnowledge *knowledge,
                                       const LeioTreatmentAdvice *advice);

/**
 * LeioAdviceGrouping:
 * @LEIO_ADVICE_BY_STATUS: a section a group
 * @LEIO_ADVICE_BY_PHASE: emergencies, then a section a phase of the treatment, then what is not
 *   relevant
 *
 * What makes a section of the page.
 */
typedef enum
{
  LEIO_ADVICE_BY_STATUS,
  LEIO_ADVICE_BY_PHASE,
} LeioAdviceGrouping;

/* Sections are numbered from the top; the last holds what cannot be judged and is not shown. */
guint leio_advice_get_n_sections (const LeioKnowledge *knowledge, LeioAdviceGrouping grouping);
guint leio_advice_get_section (const LeioKnowledge *knowledge,
                               LeioAdviceGrouping grouping,
                               const LeioTreatmentAdvice *advice);
/* Over the section; @plain picks the home wording. */
const char *leio_advice_section_get_title (const LeioKnowledge *knowledge,
                                           LeioAdviceGrouping grouping,
                                           guint section,
                                           gboolean plain);
/* What is there for completeness only: what is not relevant, and what cannot be judged. */
gboolean leio_advice_section_is_aside (const LeioKnowledge *knowledge,
                                       LeioAdviceGrouping grouping,
                                       guint section);
/* (transfer full): names a section between two runs: "recommended", "phase/follow_up". */
char *leio_advice_section_dup_key (const LeioKnowledge *knowledge,
                                   LeioAdviceGrouping grouping,
                                   guint section);

/**
 * leio_advice_order:
 * @knowledge: the knowledge base of @advice
 * @grouping: what makes a section
 *
 * The order: by section; in a section by group, emergencies first, then by phase as the
 * knowledge base lists them, but the first phase (the work-up, which is mostly
 * behind a case that is discussed) last; then as the knowledge base has them. So
 * a treatment that stays in its section keeps its place. The alternatives of one choice stand
 * together at the place of the first.
 *
 * Returns: (transfer full) (element-type guint): indices of treatments
 */
GArray *leio_advice_order (const LeioKnowledge *knowledge,
                           const LeioAdvice *advice,
                           LeioAdviceGrouping grouping);

/* Whether the status, or a reason that is in force, is another one. */
gboolean leio_treatment_advice_differs (const LeioTreatmentAdvice *a, const LeioTreatmentAdvice *b);

/* A number that is another one wherever the card of @advice would look different. */
guint64 leio_treatment_advice_get_signature (const LeioKnowledge *knowledge,
                                             const LeioAnswers *answers,
                                             const LeioTreatmentAdvice *advice);

G_END_DECLS
