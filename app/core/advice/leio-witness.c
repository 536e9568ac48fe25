/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-witness.h"

#include <string.h>

#define TRUE_RESULT (G_GUINT64_CONSTANT (1) << LEIO_NODE_TRUE)

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
                   const LeioLogic *logic, LeioNode where)
{
  guint n_questions = leio_questionnaire_get_n_questions (logic->questionnaire);
  g_autofree int *values = g_new (int, space->n_variables + 1);
  LeioAnswers *answers;

  if (leio_diagrams_shortest (diagrams, where, TRUE_RESULT, space->question_of, values) == G_MAXUINT)
    return NULL;
  leave_out (diagrams, space, where, values);
  answers = leio_answers_new (n_questions);
  for (guint i = 0; i < n_questions; i++)
    {
      LeioAnswer answer = leio_compiler_read (compiler, i, values);

      if (answer.state == LEIO_ANSWER_GIVEN)
        leio_answers_set (answers, i, &answer);
    }
  return answers;
}
