/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What comes when: the treatments that are recommended, an option or open to a
 * trial, phase by phase, with the choices among them as one step, and with what is
 * not settled as forks. Plain data in words, made from the advice; the window
 * shows it and paper takes it as it is.
 */
#pragma once

#include "leio-report.h"

G_BEGIN_DECLS

typedef enum
{
  LEIO_STEP_TREATMENT, /* one treatment, settled */
  LEIO_STEP_CHOICE,    /* several treatments of one choice, settled; the lines name them */
  LEIO_STEP_FORK,      /* one open question decides; the lines tell what follows from each answer */
  LEIO_STEP_OPEN,      /* treatments that wait for several answers; the lines name them */
} LeioStepKind;

typedef struct
{
  LeioStepKind kind;
  LeioStatus status; /* of a treatment; the best one of a choice */
  gboolean emergency;
  char *title;       /* the treatment, the choice, the question */
  char *detail;      /* the status in words, what a choice or a fork is; can be "" */
  GPtrArray *lines;  /* (element-type utf8) */
  int treatment;     /* -1: none; the first one of a choice */
  int question;      /* of a fork; -1: none */
} LeioStep;

typedef struct
{
  guint phase;
  char *title;
  GPtrArray *steps; /* (element-type LeioStep) */
} LeioPathwayPhase;

typedef struct
{
  char *summary; /* the case in one line */
  char *stage;   /* the line under it; "" where nothing is staged */
  GPtrArray *phases; /* (element-type LeioPathwayPhase), every phase of the knowledge base */
} LeioPathway;

/**
 * leio_pathway_new:
 * @knowledge: the knowledge base
 * @answers: the answers of the case
 * @advice: the advice on it, with all parts
 * @reading: in whose words
 *
 * Cost: linear in the treatments and their if-then tables.
 *
 * Returns: (transfer full): the pathway
 */
LeioPathway *leio_pathway_new (const LeioKnowledge *knowledge,
                               const LeioAnswers *answers,
                               const LeioAdvice *advice,
                               LeioReportReading reading);
void leio_pathway_free (LeioPathway *self); /* takes a pathway, or NULL */

/* (transfer full): all a step says, for who hears it: "Staging CT: recommended". */
char *leio_step_dup_text (const LeioStep *self);
/* (transfer full): the phase with the number of its steps: "Work-up, 3 steps". */
char *leio_pathway_phase_dup_name (const LeioPathwayPhase *self);
/* Whether both phases have the same steps in the same words: then nothing is shown anew. */
gboolean leio_pathway_phase_equal (const LeioPathwayPhase *a, const LeioPathwayPhase *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioPathway, leio_pathway_free)

G_END_DECLS
