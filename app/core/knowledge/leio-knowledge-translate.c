/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts that are told where nobody knows their place any more: units, short names
 * of sources, the words of figures, positions of guidelines, other names of a
 * term. They are translated once, on loading; everything else where it is told
 * (leio_knowledge_text()).
 */
#include "config.h"

#include "leio-knowledge-private.h"

static G_GNUC_PRINTF (3, 4) void
translate (const LeioKnowledge *knowledge, char **text, const char *format, ...)
{
  g_autofree char *context = NULL;
  g_autofree char *before = NULL;
  va_list arguments;

  va_start (arguments, format);
  context = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  before = *text;
  *text = g_strdup (leio_knowledge_text (knowledge, context, before));
}

/* The units of the base stay known: a case in words may come from a reader of another language. */
static void
translate_units (LeioKnowledge *knowledge, LeioQuestion *question)
{
  question->base_unit = g_strdup (question->unit);
  question->base_unit_one = g_strdup (question->unit_one);
  translate (knowledge, &question->unit, "questions/%s/unit", question->id);
  translate (knowledge, &question->unit_one, "questions/%s/unit_one", question->id);
}

static void
translate_positions (LeioKnowledge *knowledge, const LeioRule *rule)
{
  for (guint i = 0; i < rule->positions->len; i++)
    {
      LeioPosition *position = g_ptr_array_index (rule->positions, i);

      translate (knowledge, &position->name, "positions/%s", position->who);
      translate (knowledge, &position->stance, "rules/%s/positions/%s", rule->id, position->who);
    }
}

static void
translate_figure (LeioKnowledge *knowledge, const char *source, guint index, LeioFigure *figure)
{
  translate (knowledge, &figure->title, "sources/%s/figures/%u/title", source, index + 1);
  translate (knowledge, &figure->unit, "sources/%s/figures/%u/unit", source, index + 1);
  for (guint i = 0; i < figure->arms->len; i++)
    translate (knowledge, &g_array_index (figure->arms, LeioFigureArm, i).label,
               "sources/%s/figures/%u/arms/%u", source, index + 1, i + 1);
}

static void
translate_numbers (LeioKnowledge *knowledge, const LeioTreatmentPage *page)
{
  const LeioTreatment *treatment = g_ptr_array_index (knowledge->treatments, page->treatment);
  const char *id = treatment->id;

  for (guint i = 0; i < page->numbers->len; i++)
    {
      LeioPageNumbers *numbers = g_ptr_array_index (page->numbers, i);

      translate (knowledge, &numbers->title, "treatment_pages/%s/numbers/%u/title", id, i + 1);
      translate (knowledge, &numbers->who, "treatment_pages/%s/numbers/%u/who", id, i + 1);
      for (guint k = 0; k < numbers->groups->len; k++)
        translate (knowledge, (char **) &numbers->groups->pdata[k],
                   "treatment_pages/%s/numbers/%u/groups/%u", id, i + 1, k + 1);
    }
}

/* Another language has other names, and more or fewer of them: they are one text, with commas. */
static void
translate_names (LeioKnowledge *knowledge, LeioTerm *term)
{
  GString *names;
  g_autofree char *joined = NULL;
  g_auto (GStrv) parts = NULL;

  if (term->aka->len == 0)
    return;

  names = g_string_new (NULL);
  for (guint i = 0; i < term->aka->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (term->aka, i));
  joined = g_string_free (names, FALSE);
  translate (knowledge, &joined, "terms/%s/aka", term->term);
  parts = g_strsplit (joined, ",", -1);
  g_ptr_array_set_size (term->aka, 0);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_ptr_array_add (term->aka, g_strdup (parts[i]));
}

void
leio_knowledge_translate (LeioKnowledge *self)
{
  LeioQuestionnaire *questionnaire = self->logic->questionnaire;

  for (guint i = 0; i < leio_questionnaire_get_n_questions (questionnaire); i++)
    translate_units (self, (LeioQuestion *) leio_questionnaire_get_question (questionnaire, i));
  for (guint i = 0; i < self->rules->len; i++)
    translate_positions (self, g_ptr_array_index (self->rules, i));
  for (guint i = 0; i < self->sources->len; i++)
    {
      LeioSource *source = g_ptr_array_index (self->sources, i);

      translate (self, &source->label, "sources/%s/label", source->id);
      for (guint k = 0; k < source->figures->len; k++)
        translate_figure (self, source->id, k, g_ptr_array_index (source->figures, k));
    }
  for (guint i = 0; i < self->treatment_pages->len; i++)
    if (g_ptr_array_index (self->treatment_pages, i) != NULL)
      translate_numbers (self, g_ptr_array_index (self->treatment_pages, i));
  for (guint i = 0; i < self->terms->len; i++)
    translate_names (self, g_ptr_array_index (self->terms, i));
}
