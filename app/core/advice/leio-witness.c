/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-witness.h"

#include <string.h>

#define TRUE_RESULT (G_GUINT64_CONSTANT (1) << LEIO_NODE_TRUE)

static gboolean
is_open (const LeioSpaceQuestion *question, const int *values)
{
  for (guint k = 0; k < question->n_variables; k++)
    if (values[question->first_variable + k] >= 0)
      return FALSE;
  return TRUE;
}

/* A set is answered as a whole: what the way does not ask of it is not in it. */
static void
complete_sets (const LeioSpace *space, int *values)
{
  for (guint i = 0; i < space->questions->len; i++)
    {
      const LeioSpaceQuestion *question = g_ptr_array_index (space->questions, i);

      for (guint k = 0; !is_open (question, values) && k < question->n_variables; k++)
        values[question->first_variable + k] = MAX (values[question->first_variable + k], 0);
    }
}

/* Leaves out every question without which @where is still TRUE. */
static void
leave_out (const LeioDiagrams *diagrams, const LeioSpace *space, LeioNode where, int *values)
{
  for (guint i = space->questions->len; i-- > 0;)
    {
      const LeioSpaceQuestion *question = g_ptr_array_index (space->questions, i);
      gsize size = sizeof (int) * question->n_variables;
      g_autofree int *kept = g_memdup2 (values + question->first_variable, size);

      for (guint k = 0; k < question->n_variables; k++)
        values[question->first_variable + k] = -1;
      if (leio_diagrams_mask (diagrams, where, values) != TRUE_RESULT)
        memcpy (values + question->first_variable, kept, size);
    }
}

LeioAnswers *
leio_witness_find (LeioDiagrams *diagrams, const LeioSpace *space, const LeioCompiler *compiler,
                   const LeioLogic *logic, LeioNode possible, LeioNode where)
{
  LeioNode root = leio_diagrams_if (diagrams, possible, where, LEIO_NODE_INVALID);
  guint n_questions = leio_questionnaire_get_n_questions (logic->questionnaire);
  g_autofree int *values = g_new (int, space->n_variables + 1);
  LeioAnswers *answers;

  if (leio_diagrams_shortest (diagrams, root, TRUE_RESULT, space->question_of, values) == G_MAXUINT)
    return NULL;
  complete_sets (space, values);
  leave_out (diagrams, space, root, values);
  answers = leio_answers_new (n_questions);
  for (guint i = 0; i < n_questions; i++)
    {
      LeioAnswer answer = leio_compiler_read (compiler, i, values);

      if (answer.state == LEIO_ANSWER_GIVEN)
        leio_answers_set (answers, i, &answer);
    }
  return answers;
}
