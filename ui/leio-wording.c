/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-wording.h"

static const LeioQuestion *
get_question (const LeioKnowledge *knowledge, guint question)
{
  return leio_questionnaire_get_question (knowledge->logic->questionnaire, question);
}

/* @plain_text where it is asked for and there is one, else @text; translated. */
static const char *
pick (const LeioKnowledge *knowledge,
      const char *place,
      const char *field,
      const char *text,
      const char *plain_text,
      gboolean plain)
{
  gboolean take_plain = plain && plain_text != NULL && plain_text[0] != '\0';
  g_autofree char *context = NULL;

  if (!take_plain && text == NULL)
    return NULL;

  context = g_strconcat (place, "/", take_plain ? "plain_" : "", field, NULL);
  return leio_knowledge_text (knowledge, context, take_plain ? plain_text : text);
}

const char *
leio_wording_section (const LeioKnowledge *knowledge, guint section, gboolean plain)
{
  const LeioSection *it = leio_questionnaire_get_section (knowledge->logic->questionnaire, section);
  g_autofree char *place = g_strconcat ("sections/", it->id, NULL);

  return pick (knowledge, place, "title", it->title, it->plain_title, plain);
}

const char *
leio_wording_question (const LeioKnowledge *knowledge, guint question, gboolean plain)
{
  const LeioQuestion *it = get_question (knowledge, question);
  g_autofree char *place = g_strconcat ("questions/", it->id, NULL);

  return pick (knowledge, place, "question", it->question, it->plain_question, plain);
}

const char *
leio_wording_short_label (const LeioKnowledge *knowledge, guint question)
{
  const LeioQuestion *it = get_question (knowledge, question);
  g_autofree char *place = g_strconcat ("questions/", it->id, NULL);

  return pick (knowledge, place, "short", it->short_label, NULL, FALSE);
}

const char *
leio_wording_question_name (const LeioKnowledge *knowledge, guint question, gboolean plain)
{
  const LeioQuestion *it = get_question (knowledge, question);
  g_autofree char *place = g_strconcat ("questions/", it->id, NULL);

  return pick (knowledge, place, "short", it->short_label, it->plain_short, plain);
}

const char *
leio_wording_value (const LeioKnowledge *knowledge, guint question, guint value, gboolean plain)
{
  const LeioQuestion *it = get_question (knowledge, question);
  const LeioValue *choice = leio_question_get_value (it, value);
  g_autofree char *place = g_strconcat ("questions/", it->id, "/values/", choice->id, NULL);

  return pick (knowledge, place, "label", choice->label, choice->plain_label, plain);
}

const char *
leio_wording_treatment (const LeioKnowledge *knowledge, guint treatment, gboolean plain)
{
  const LeioTreatment *it = g_ptr_array_index (knowledge->treatments, treatment);
  g_autofree char *place = g_strconcat ("treatments/", it->id, NULL);

  return pick (knowledge, place, "name", it->name, it->plain_name, plain);
}

const char *
leio_wording_phase (const LeioKnowledge *knowledge, guint phase, gboolean plain)
{
  const LeioPhase *it = g_ptr_array_index (knowledge->phases, phase);
  g_autofree char *place = g_strconcat ("phases/", it->id, NULL);

  return pick (knowledge, place, "title", it->title, it->plain_title, plain);
}

const char *
leio_wording_example (const LeioKnowledge *knowledge, const char *name, const char *label)
{
  g_autofree char *context = g_strconcat ("examples/", name, "/label", NULL);

  return leio_knowledge_text (knowledge, context, label);
}

const char *
leio_wording_choice (const LeioKnowledge *knowledge, guint choice, gboolean plain)
{
  const LeioChoiceGroup *it = g_ptr_array_index (knowledge->choices, choice);
  g_autofree char *place = g_strconcat ("choices/", it->id, NULL);

  return pick (knowledge, place, "title", it->title, it->plain_title, plain);
}

const char *
leio_wording_why (const LeioKnowledge *knowledge, guint question, gboolean plain)
{
  const LeioQuestion *it = get_question (knowledge, question);
  g_autofree char *place = g_strconcat ("questions/", it->id, NULL);

  return pick (knowledge, place, "why", it->why, it->plain_why, plain);
}

const char *
leio_wording_help (const LeioKnowledge *knowledge, guint question, gboolean plain)
{
  const LeioQuestion *it = get_question (knowledge, question);
  g_autofree char *place = g_strconcat ("questions/", it->id, NULL);

  return pick (knowledge, place, "help", it->help, it->plain_help, plain);
}

char *
leio_wording_dup_impossible (const LeioKnowledge *knowledge,
                             guint impossible,
                             const LeioAnswers *answers,
                             gboolean plain)
{
  const LeioImpossible *it = g_ptr_array_index (knowledge->logic->impossible, impossible);
  gboolean take_plain = plain && it->plain != NULL && it->plain[0] != '\0';
  g_autofree char *context =
      g_strconcat ("impossible/", it->id, take_plain ? "/plain" : "/why", NULL);
  const char *text = leio_knowledge_text (knowledge, context, take_plain ? it->plain : it->why);

  return leio_knowledge_fill (knowledge, text, answers, plain);
}
