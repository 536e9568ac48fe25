/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The whole advice on a case: the diagrams are restricted to its answers once,
 * then each part reads what it needs.
 */
#include "config.h"

#include "leio-advice-private.h"
#include "leio-engine-private.h"

#define TRUE_BIT 2u

static void
sort_own (LeioEngine *self, GArray *questions)
{
  for (guint i = 0; i < questions->len; i++)
    g_array_index (questions, guint, i) = self->own_question[g_array_index (questions, guint, i)];
  leio_sort_indices (questions);
}

/* The questions on which a restricted function depends, in the questionnaire's order. */
static void
list_depends (LeioEngine *self, guint root, GArray *questions)
{
  leio_restricted_depends (self->restricted, root, questions);
  sort_own (self, questions);
}

/* The questions that it asks, impossible combinations aside. */
static void
list_asked (LeioEngine *self, guint root, GArray *questions)
{
  leio_restricted_list_asked (self->restricted, root, questions);
  sort_own (self, questions);
}

static guint64
mask_in_case (LeioEngine *self, LeioNode node)
{
  return leio_restricted_get_results (self->restricted,
                                      leio_restricted_add (self->restricted, node));
}

static void
add_overriders (LeioEngine *self, const LeioArgument *argument, LeioArgumentAdvice *advice)
{
  for (guint i = 0; i < argument->overriders->len; i++)
    {
      guint overrider = g_array_index (argument->overriders, guint, i);

      if (mask_in_case (self, self->model->in_force[overrider]) & TRUE_BIT)
        g_array_append_val (advice->overridden_by, overrider);
    }
}

static LeioArgumentAdvice *
advise_argument (LeioEngine *self, guint index)
{
  const LeioArgument *argument = g_ptr_array_index (self->knowledge->arguments, index);
  guint64 applies = mask_in_case (self, self->model->applies[argument->rule]);
  guint root = leio_restricted_add (self->restricted, self->model->in_force[index]);
  guint64 in_force = leio_restricted_get_results (self->restricted, root);
  LeioArgumentAdvice *advice;

  if ((applies & TRUE_BIT) == 0)
    return NULL;
  if (in_force == TRUE_BIT)
    return leio_argument_advice_new (index, LEIO_ARGUMENT_IN_FORCE);
  if (applies == TRUE_BIT && (in_force & TRUE_BIT) == 0)
    advice = leio_argument_advice_new (index, LEIO_ARGUMENT_OVERRIDDEN);
  else
    advice = leio_argument_advice_new (index, LEIO_ARGUMENT_OPEN);
  add_overriders (self, argument, advice);
  if (advice->state == LEIO_ARGUMENT_OPEN)
    list_asked (self,
                leio_is_single (in_force)
                    ? leio_restricted_add (self->restricted, self->model->applies[argument->rule])
                    : root,
                advice->waits_for);
  return advice;
}

static void
advise_arguments (LeioEngine *self, LeioTreatmentAdvice *advice)
{
  guint end = leio_model_first_argument (self->model, advice->treatment + 1);

  for (guint i = leio_model_first_argument (self->model, advice->treatment); i < end; i++)
    {
      LeioArgumentAdvice *argument = advise_argument (self, i);

      if (argument != NULL)
        g_ptr_array_add (advice->arguments, argument);
    }
}

static LeioAsked
find_asked (LeioEngine *self, guint question)
{
  guint64 mask = mask_in_case (self, self->asked[question]);

  if (mask == TRUE_BIT)
    return LEIO_ASKED_ALWAYS;
  return mask & TRUE_BIT ? LEIO_ASKED_PERHAPS : LEIO_ASKED_NEVER;
}

static void
advise_questions (LeioEngine *self, const LeioAnswers *answers, LeioAdvice *advice)
{
  for (guint i = 0; i < self->n_questions; i++)
    {
      LeioAsked asked = find_asked (self, i);

      g_array_append_val (advice->asked, asked);
      if (asked != LEIO_ASKED_NEVER && leio_answers_is_given (answers, i))
        advice->n_answers++;
    }
}

static void
forget_unasked (const LeioAdvice *advice, GArray *questions)
{
  for (guint i = questions->len; i-- > 0;)
    if (g_array_index (advice->asked, LeioAsked, g_array_index (questions, guint, i)) ==
        LEIO_ASKED_NEVER)
      g_array_remove_index (questions, i);
}

/* An impossible combination can exclude all cases that ask what an argument seems to wait for. */
static void
tidy_waits (LeioAdvice *advice)
{
  for (guint t = 0; t < advice->treatments->len; t++)
    {
      const LeioTreatmentAdvice *treatment = g_ptr_array_index (advice->treatments, t);

      for (guint i = 0; i < treatment->arguments->len; i++)
        forget_unasked (advice,
                        ((LeioArgumentAdvice *) g_ptr_array_index (treatment->arguments, i))
                            ->waits_for);
    }
}

static void
advise_derived (LeioEngine *self, LeioAdvice *advice)
{
  for (guint i = 0; i < self->knowledge->logic->derived->len; i++)
    {
      LeioDerivedAdvice *derived = leio_derived_advice_new (i);
      guint root = leio_restricted_add (self->restricted, self->derived[i]);
      guint64 mask = leio_restricted_get_results (self->restricted, root);

      if (mask != 0 && !leio_is_single (mask))
        list_depends (self, root, derived->depends_on);
      derived->none_possible = mask >> LEIO_RESULT_NONE & 1;
      derived->possible = mask & ~(G_GUINT64_CONSTANT (1) << LEIO_RESULT_NONE);
      g_ptr_array_add (advice->derived, derived);
    }
}

static void
advise_board (LeioEngine *self, LeioAdvice *advice)
{
  for (guint i = 0; i < self->knowledge->board->len; i++)
    {
      guint root = leio_restricted_add (self->restricted, self->board[i]);
      guint64 mask = leio_restricted_get_results (self->restricted, root);
      LeioBoardAdvice *reason;

      if ((mask & TRUE_BIT) == 0)
        continue;
      reason = leio_board_advice_new (i, mask == TRUE_BIT);
      if (!reason->in_force)
        list_depends (self, root, reason->depends_on);
      g_ptr_array_add (advice->board, reason);
    }
}

/* Open questions that some completion asks and on which no treatment depends. */
static void
find_moot (LeioEngine *self, const LeioAnswers *answers, LeioAdvice *advice)
{
  g_autofree gboolean *matters = g_new0 (gboolean, self->n_questions + 1);

  for (guint i = 0; i < advice->treatments->len; i++)
    {
      const LeioTreatmentAdvice *treatment = g_ptr_array_index (advice->treatments, i);

      for (guint k = 0; k < treatment->depends_on->len; k++)
        matters[g_array_index (treatment->depends_on, guint, k)] = TRUE;
    }
  for (guint i = 0; i < self->n_questions; i++)
    if (!matters[i] && !leio_answers_is_given (answers, i) &&
        g_array_index (advice->asked, LeioAsked, i) != LEIO_ASKED_NEVER)
      g_array_append_val (advice->moot, i);
}

static void
advise_treatment (LeioEngine *self, guint root, LeioAdviceParts parts, LeioTreatmentAdvice *advice)
{
  if (parts == LEIO_ADVICE_STATUSES)
    return;
  list_depends (self, root, advice->depends_on);
  if (parts & LEIO_ADVICE_ARGUMENTS)
    advise_arguments (self, advice);
  if (parts & LEIO_ADVICE_REASONS)
    leio_engine_find_if_then (self, root, advice);
}

static void
advise_statuses (LeioEngine *self, guint *roots, LeioAdvice *advice)
{
  for (guint i = 0; i < self->knowledge->treatments->len; i++)
    {
      LeioTreatmentAdvice *treatment = leio_treatment_advice_new (i);

      roots[i] = leio_restricted_add (self->restricted, self->model->statuses[i]);
      treatment->possible = (guint) leio_restricted_get_results (self->restricted, roots[i]);
      advice->n_settled += leio_is_single (treatment->possible);
      g_ptr_array_add (advice->treatments, treatment);
    }
}

static void
advise_treatments (LeioEngine *self, LeioAdviceParts parts, const guint *roots, LeioAdvice *advice)
{
  if (leio_restricted_is_possible (self->restricted))
    for (guint i = 0; i < advice->treatments->len; i++)
      advise_treatment (self, roots[i], parts, g_ptr_array_index (advice->treatments, i));
}

/* An answer to a question that is not asked in this case is no reason, though it could be one in
 * another. It stays where it alone makes the cases impossible that would ask it. */
static void
forget_answer (LeioEngine *self, guint question, LeioAnswers *answers)
{
  const LeioAnswer nothing = { LEIO_ANSWER_OPEN, 0, 0, 0 };
  LeioCompiler *compiler = self->model->compiler;

  leio_compiler_fill_one (compiler, question, &nothing, self->values);
  leio_engine_values_changed (self);
  if (leio_engine_results (self, self->asked[question]) & TRUE_BIT)
    leio_compiler_fill_one (compiler, question, leio_answers_get (answers, question), self->values);
  else
    leio_answers_clear (answers, question);
}

/* The answers that are asked, also in engine->values. */
static LeioAnswers *
dup_asked (LeioEngine *self, const LeioAnswers *answers, const LeioAdvice *advice)
{
  LeioAnswers *asked = leio_answers_copy (answers);

  leio_compiler_fill (self->model->compiler, asked, self->values);
  for (guint i = 0; i < advice->asked->len; i++)
    if (g_array_index (advice->asked, LeioAsked, i) == LEIO_ASKED_NEVER &&
        leio_answers_is_given (asked, i))
      forget_answer (self, i, asked);
  leio_engine_values_changed (self);
  return asked;
}

/* Puts other values in place of the answers for a while, so it comes last. */
static void
advise_reasons (LeioEngine *self, const LeioAnswers *answers, LeioAdvice *advice)
{
  g_autoptr (LeioAnswers) asked = dup_asked (self, answers, advice);
  g_autofree int *given = g_memdup2 (self->values, sizeof (int) * (self->space->n_variables + 1));

  for (guint i = 0; i < advice->treatments->len; i++)
    {
      LeioTreatmentAdvice *treatment = g_ptr_array_index (advice->treatments, i);

      if (treatment->possible != 0)
        leio_engine_find_sufficient (self, asked, given, treatment);
    }
  leio_compiler_fill (self->model->compiler, answers, self->values);
  leio_engine_values_changed (self);
}

/**
 * leio_engine_advise:
 * @answers: the case; answers to questions that are not asked change nothing
 * @parts: what to compute beside the statuses
 *
 * Cost: linear in the diagrams that the answers leave, but for the changes,
 * which search (see leio-changes.c); a second processor, where there is one,
 * begins with that search at once and is helped when all else is done.
 *
 * Returns: (transfer full): the advice
 */
LeioAdvice *
leio_engine_advise (LeioEngine *self, const LeioAnswers *answers, LeioAdviceParts parts)
{
  LeioAdvice *advice = leio_advice_new ();
  g_autofree guint *roots = g_new (guint, self->knowledge->treatments->len + 1);

  leio_compiler_fill (self->model->compiler, answers, self->values);
  leio_restricted_begin (self->restricted, self->values, self->possible);
  advise_statuses (self, roots, advice);
  if (parts & LEIO_ADVICE_CHANGES)
    leio_engine_begin_changes (self, answers, advice);
  advise_treatments (self, parts, roots, advice);
  advise_questions (self, answers, advice);
  tidy_waits (advice);
  if (parts & LEIO_ADVICE_ARGUMENTS)
    {
      advise_derived (self, advice);
      advise_board (self, advice);
    }
  if (parts != LEIO_ADVICE_STATUSES)
    find_moot (self, answers, advice);
  if (parts & LEIO_ADVICE_REASONS)
    leio_engine_find_next (self, answers, roots, advice);
  g_ptr_array_unref (advice->odd);
  advice->odd = leio_engine_find_odd (self, answers);
  if (parts & LEIO_ADVICE_REASONS)
    advise_reasons (self, answers, advice);
  if (parts & LEIO_ADVICE_CHANGES)
    leio_engine_finish_changes (self);
  return advice;
}
