/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The oracle: what a base says about one complete case, straight from the
 * definitions of "in force" and "status", with no diagrams and no memory of what
 * was computed. The engine and its tests are measured against it; so it must stay
 * plain. Cost: exponential in chains of overrides, which are short.
 */
#include "config.h"

#include "leio-knowledge.h"

gboolean
leio_knowledge_argument_in_force_plainly (const LeioKnowledge *self,
                                          guint argument,
                                          const LeioAnswers *answers)
{
  const LeioArgument *this = g_ptr_array_index (self->arguments, argument);
  const LeioRule *rule = g_ptr_array_index (self->rules, this->rule);

  if (!leio_condition_holds (self->logic, rule->condition, answers))
    return FALSE;

  for (guint i = 0; i < this->overriders->len; i++)
    if (leio_knowledge_argument_in_force_plainly (self, g_array_index (this->overriders, guint, i),
                                                  answers))
      return FALSE;
  return TRUE;
}

LeioStatus
leio_knowledge_evaluate_plainly (const LeioKnowledge *self,
                                 guint treatment,
                                 const LeioAnswers *answers)
{
  gboolean in_force[LEIO_N_EFFECTS] = { FALSE };
  guint first = g_array_index (self->first_argument, guint, treatment);
  guint end = g_array_index (self->first_argument, guint, treatment + 1);

  for (guint i = first; i < end; i++)
    {
      const LeioArgument *argument = g_ptr_array_index (self->arguments, i);
      const LeioRule *rule = g_ptr_array_index (self->rules, argument->rule);

      if (leio_knowledge_argument_in_force_plainly (self, i, answers))
        in_force[rule->effect] = TRUE;
    }

  if (in_force[LEIO_EFFECT_RULES_OUT])
    return LEIO_STATUS_CONTRAINDICATED;
  if (in_force[LEIO_EFFECT_ADVISES_AGAINST])
    return LEIO_STATUS_NOT_ADVISED;
  if (in_force[LEIO_EFFECT_RECOMMENDS])
    return LEIO_STATUS_RECOMMENDED;
  if (in_force[LEIO_EFFECT_OFFERS])
    return LEIO_STATUS_OPTION;
  if (in_force[LEIO_EFFECT_TRIAL_ONLY])
    return LEIO_STATUS_TRIAL_ONLY;
  return LEIO_STATUS_NOT_RELEVANT;
}
