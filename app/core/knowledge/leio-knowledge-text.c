/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts of a knowledge base as they are shown: translated, filled with the
 * answers of a case, and sources as citations.
 */
#include "config.h"

#include "leio-knowledge.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DOMAIN "leio-knowledge"

const char *
leio_knowledge_text (const LeioKnowledge *self, const char *context, const char *text)
{
  if (!self->translated || text == NULL || *text == '\0')
    return text;

  return g_dpgettext2 (DOMAIN, context, text);
}

/* Where @text goes on after the unit of @question, if it does so. */
static const char *
skip_unit (const LeioQuestion *question, const char *text)
{
  const char *unit = text;

  if (question->unit == NULL || *question->unit == '\0')
    return text;
  if (g_str_has_prefix (unit, " "))
    unit += strlen (" ");
  else if (g_str_has_prefix (unit, "\u00a0"))
    unit += strlen ("\u00a0");
  if (!g_str_has_prefix (unit, question->unit))
    return text;

  unit += strlen (question->unit);
  return g_unichar_isalnum (g_utf8_get_char (unit)) ? text : unit;
}

static void
append_value (const LeioKnowledge *self,
              const LeioQuestion *question,
              guint index,
              gboolean plain,
              GString *filled)
{
  const LeioValue *value = leio_question_get_value (question, index);
  g_autofree char *context = g_strdup_printf ("questions/%s/values/%s/%s", question->id, value->id,
                                              plain ? "plain_label" : "label");

  g_string_append (filled,
                   leio_knowledge_text (self, context, plain ? value->plain_label : value->label));
}

static void
append_answer (const LeioKnowledge *self,
               const LeioQuestion *question,
               const LeioAnswer *answer,
               gboolean plain,
               GString *filled)
{
  g_autofree char *words = NULL;

  switch (question->kind)
    {
    case LEIO_QUESTION_CHOICE:
    case LEIO_QUESTION_SCALE:
      append_value (self, question, answer->value, plain, filled);
      break;
    case LEIO_QUESTION_SET:
    case LEIO_QUESTION_NUMBER:
      words = leio_answer_dup_text (question, answer, plain);
      g_string_append (filled, words);
      break;
    }
}

static void
append_short_label (const LeioKnowledge *self, const LeioQuestion *question, GString *filled)
{
  g_autofree char *context = g_strdup_printf ("questions/%s/short", question->id);

  g_string_append (filled, leio_knowledge_text (self, context, question->short_label));
}

/* The question whose id stands between @brace and the brace that closes it. */
static const LeioQuestion *
find_placeholder (const LeioKnowledge *self, const char *brace, const char **end)
{
  const char *close = strchr (brace, '}');
  g_autofree char *id = NULL;

  if (close == NULL)
    return NULL;

  id = g_strndup (brace + 1, (gsize) (close - brace - 1));
  *end = close + 1;
  return leio_questionnaire_find (self->logic->questionnaire, id);
}

/**
 * leio_knowledge_fill:
 * @self: the knowledge base
 * @text: a text of the base, translated or not
 * @answers: (nullable): the case
 * @plain: whether answers are in the home wording
 *
 * Every {question_id} is replaced by the answer of the case, or by the question's short label where
 * it is open. A unit that follows the placeholder in the text is not said twice.
 *
 * Returns: (transfer full): the text for this case
 */
char *
leio_knowledge_fill (const LeioKnowledge *self,
                     const char *text,
                     const LeioAnswers *answers,
                     gboolean plain)
{
  GString *filled = g_string_new (NULL);
  const char *at = text;

  while (*at != '\0')
    {
      const char *brace = strchr (at, '{');
      const char *end = NULL;
      const LeioQuestion *question;

      if (brace == NULL)
        break;
      g_string_append_len (filled, at, brace - at);
      question = find_placeholder (self, brace, &end);
      if (question != NULL)
        {
          if (answers != NULL && leio_answers_is_given (answers, question->index))
            append_answer (self, question, leio_answers_get (answers, question->index), plain,
                           filled);
          else
            append_short_label (self, question, filled);
          at = skip_unit (question, end);
        }
      else
        {
          g_string_append_c (filled, '{');
          at = brace + 1;
        }
    }
  g_string_append (filled, at);
  return g_string_free (filled, FALSE);
}

static gboolean
is_filled (const char *text)
{
  return text != NULL && *text != '\0';
}

/* A sentence of a citation; it may bring its own full stop or question mark. */
static void
append_sentence (GString *citation, const char *text)
{
  if (!is_filled (text))
    return;

  if (citation->len > 0)
    g_string_append_c (citation, ' ');
  g_string_append (citation, text);
  if (strchr (".?!", citation->str[citation->len - 1]) == NULL)
    g_string_append_c (citation, '.');
}

/**
 * leio_source_dup_citation:
 * @source: a source
 *
 * Returns: (transfer full): authors, title, journal, year, volume and pages in one line: "Pautier
 * P, Italiano A, et al. Title. N Engl J Med 2024;391:789-799."
 */
char *
leio_source_dup_citation (const LeioSource *source)
{
  GString *citation = g_string_new (NULL);
  g_autoptr (GString) where = g_string_new (NULL);

  append_sentence (citation, source->authors);
  append_sentence (citation, source->title);

  if (is_filled (source->journal))
    g_string_append (where, source->journal);
  if (source->year > 0)
    g_string_append_printf (where, where->len > 0 ? " %d" : "%d", source->year);
  if (is_filled (source->volume))
    g_string_append_printf (where, ";%s", source->volume);
  if (is_filled (source->pages))
    g_string_append_printf (where, is_filled (source->volume) ? ":%s" : ";%s", source->pages);
  append_sentence (citation, where->str);

  return g_string_free (citation, FALSE);
}

/**
 * leio_source_dup_link:
 * @source: a source
 *
 * Returns: (transfer full) (nullable): the address of the DOI, else of the PubMed
 *   entry, else of the first page where the source was seen
 */
char *
leio_source_dup_link (const LeioSource *source)
{
  if (is_filled (source->doi))
    {
      g_autofree char *doi = g_uri_escape_string (source->doi, "/:;()", FALSE);

      return g_strconcat ("https://doi.org/", doi, NULL);
    }
  if (is_filled (source->pmid))
    return g_strconcat ("https://pubmed.ncbi.nlm.nih.gov/", source->pmid, "/", NULL);
  if (source->seen_at->len > 0)
    return g_strdup (g_ptr_array_index (source->seen_at, 0));
  return NULL;
}
