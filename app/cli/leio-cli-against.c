/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-cli-against.h"

#include <glib/gi18n.h>

#include "leio-report-past.h"

struct _LeioCliAgainst
{
  LeioKnowledge *knowledge;
  LeioEngine *engine;
};

void
leio_cli_against_free (LeioCliAgainst *self)
{
  if (self == NULL)
    return;

  leio_engine_free (self->engine);
  g_clear_pointer (&self->knowledge, leio_knowledge_unref);
  g_free (self);
}

LeioCliAgainst *
leio_cli_against_new (const char *directory, GError **error)
{
  g_autoptr (LeioCliAgainst) self = g_new0 (LeioCliAgainst, 1);

  self->knowledge = leio_knowledge_load (directory, error);
  if (self->knowledge == NULL)
    return NULL;
  self->engine = leio_engine_new (self->knowledge, 0, error);
  return self->engine != NULL ? g_steal_pointer (&self) : NULL;
}

/* Questions meet by id, so the case goes through its file. An answer that the other base does not
 * know is an error: without it the advice would be on another case. */
static LeioCase *
translate_case (const LeioCliAgainst *self,
                const LeioKnowledge *knowledge,
                const LeioCase *kase,
                GError **error)
{
  const LeioQuestionnaire *questionnaire = self->knowledge->logic->questionnaire;
  g_autoptr (LeioCase) copy = leio_case_copy (kase);
  g_autofree char *data = NULL;
  gsize length = 0;

  g_free (copy->knowledge_id);
  g_free (copy->knowledge_version);
  copy->knowledge_id = g_strdup (self->knowledge->id);
  copy->knowledge_version = g_strdup (self->knowledge->version);
  data = leio_case_to_data (copy, knowledge->logic->questionnaire, &length);
  return leio_case_from_data (data, (gssize) length, questionnaire, self->knowledge->id, error);
}

LeioPastAdvice *
leio_cli_against_advise (LeioCliAgainst *self,
                         const LeioKnowledge *knowledge,
                         const LeioCase *kase,
                         GError **error)
{
  g_autoptr (LeioCase) translated = translate_case (self, knowledge, kase, error);
  g_autoptr (LeioAdvice) advice = NULL;

  if (translated == NULL)
    {
      /* Translators: the version of a knowledge base; what is wrong follows */
      g_prefix_error (error, _ ("for version %s of the knowledge base: "),
                      self->knowledge->version);
      return NULL;
    }
  advice = leio_engine_advise (self->engine, translated->answers, LEIO_ADVICE_ARGUMENTS);
  return leio_report_keep_advice (self->knowledge, translated, advice);
}
