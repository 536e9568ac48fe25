/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parser says about a line that is wrong: what was found, what could be
 * there, and what was probably meant.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "leio-condition-private.h"
#include "leio-words.h"

/* Of the names in a message; more cannot be taken in. */
#define MAX_SHOWN 10

/* Keeps the fault and its place. The parser stops at the first. */
void
leio_parser_fail (
    LeioParser *parser, const LeioToken *token, LeioError code, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  parser->error = g_error_new_valist (LEIO_ERROR, (int) code, format, arguments);
  va_end (arguments);
  parser->offset = token->offset;
}

/* @expected is a whole phrase, e.g. "'and', 'or' or the end". */
void
leio_parser_fail_expected (LeioParser *parser, const char *expected)
{
  const LeioToken *token = leio_parser_peek (parser);

  if (token->kind == LEIO_TOKEN_END)
    leio_parser_fail (parser, token, LEIO_ERROR_SYNTAX,
                      /* Translators: %s is what would be right here, e.g. “'(' or a number” */
                      _ ("expected %s, found the end"), expected);
  else
    leio_parser_fail (
        parser, token, LEIO_ERROR_SYNTAX,
        /* Translators: %1$s is what would be right here, %2$s what is there instead */
        _ ("expected %1$s, found '%2$s'"), expected, token->text);
}

/* People try to ask whether an answer is known; the reason why not belongs into the message. */
gboolean
leio_parser_fail_known (LeioParser *parser)
{
  const LeioToken *token = leio_parser_peek (parser);

  if (!leio_parser_is_next (parser, "known") && !leio_parser_is_next (parser, "unknown"))
    return FALSE;

  leio_parser_fail (parser, token, LEIO_ERROR_SYNTAX,
                    /* Translators: %s is 'known' or 'unknown' */
                    _ ("'%s' is not possible: a condition cannot ask whether an answer is known"),
                    token->text);

  return TRUE;
}

/* "values: a, b, …" and, where @word is nearly one of them, the one. */
static char *
dup_hint (const char *word, const char *const *names, guint n_names)
{
  g_autofree char *list = leio_words_join_some (names, n_names, MAX_SHOWN);
  const char *near = leio_words_find_near (word, names, n_names);

  if (near == NULL)
    /* Translators: %s is a list of ids */
    return g_strdup_printf (_ ("(values: %s)"), list);

  /* Translators: %1$s is a list of ids, %2$s the one that was probably meant */
  return g_strdup_printf (_ ("(values: %1$s), did you mean '%2$s'?"), list, near);
}

void
leio_parser_fail_value (LeioParser *parser, const LeioToken *token, const LeioFact *fact)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *hint = NULL;

  for (guint i = 0; i < fact->values->len; i++)
    g_ptr_array_add (names, ((LeioValue *) fact->values->pdata[i])->id);
  hint = dup_hint (token->text, (const char *const *) names->pdata, names->len);

  if (fact->question != NULL)
    leio_parser_fail (parser, token, LEIO_ERROR_UNKNOWN_ID,
                      /* Translators: %1$s was found, %2$s a question, %3$s “(values: …)” */
                      _ ("'%1$s' is not a value of question %2$s %3$s"), token->text, fact->id,
                      hint);
  else
    leio_parser_fail (parser, token, LEIO_ERROR_UNKNOWN_ID,
                      /* Translators: %1$s was found, %2$s is a derived fact, %3$s “(values: …)” */
                      _ ("'%1$s' is not a value of derived fact %2$s %3$s"), token->text, fact->id,
                      hint);
}

static GPtrArray *
list_facts (const LeioLogic *logic)
{
  GPtrArray *names = g_ptr_array_new ();
  guint n_questions = leio_questionnaire_get_n_questions (logic->questionnaire);

  for (guint i = 0; i < n_questions; i++)
    g_ptr_array_add (names, leio_questionnaire_get_question (logic->questionnaire, i)->id);
  for (guint i = 0; i < logic->definitions->len; i++)
    g_ptr_array_add (names, ((LeioDefinition *) logic->definitions->pdata[i])->id);
  for (guint i = 0; i < logic->derived->len; i++)
    g_ptr_array_add (names, ((LeioDerived *) logic->derived->pdata[i])->id);

  return names;
}

void
leio_parser_fail_fact (LeioParser *parser, const LeioToken *token)
{
  g_autoptr (GPtrArray) names = list_facts (parser->logic);
  const char *const *words = (const char *const *) names->pdata;
  const char *near = leio_words_find_near (token->text, words, names->len);
  g_autofree char *list = leio_words_join_some (words, names->len, MAX_SHOWN);

  if (near != NULL)
    leio_parser_fail (parser, token, LEIO_ERROR_UNKNOWN_ID,
                      /* Translators: %1$s is what was found, %2$s what was probably meant */
                      _ ("unknown fact '%1$s', did you mean '%2$s'?"), token->text, near);
  else
    leio_parser_fail (parser, token, LEIO_ERROR_UNKNOWN_ID,
                      /* Translators: %1$s is what was found, %2$s a list of ids */
                      _ ("unknown fact '%1$s' (facts: %2$s)"), token->text, list);
}

/* What an author can write after @fact. */
void
leio_parser_fail_operator (LeioParser *parser, const LeioFact *fact)
{
  const LeioToken *token = leio_parser_peek (parser);

  if (fact->question == NULL)
    leio_parser_fail (parser, token, LEIO_ERROR_TYPE,
                      /* Translators: %s is a derived fact; =, != and in stay as they are */
                      _ ("%s is a derived fact: use =, != or in with its values"), fact->id);
  else if (fact->question->kind == LEIO_QUESTION_NUMBER)
    leio_parser_fail (parser, token, LEIO_ERROR_TYPE,
                      /* Translators: %s is a question; the signs stay as they are */
                      _ ("question %s is a number: use <, <=, >, >=, = or != with a number"),
                      fact->id);
  else if (fact->question->kind == LEIO_QUESTION_SET)
    leio_parser_fail (
        parser, token, LEIO_ERROR_TYPE,
        /* Translators: %s is a question; has, any, at least, within, is empty stay as they are */
        _ ("question %s is a set: use has, has any, has at least, within or is empty"), fact->id);
  else if (fact->question->kind == LEIO_QUESTION_SCALE)
    leio_parser_fail (parser, token, LEIO_ERROR_TYPE,
                      /* Translators: %s is a question; the signs and in stay as they are */
                      _ ("question %s is a scale: use <, <=, >, >=, =, != or in with its values"),
                      fact->id);
  else
    leio_parser_fail (parser, token, LEIO_ERROR_TYPE,
                      /* Translators: %s is a question; =, != and in stay as they are */
                      _ ("question %s is a choice: use =, != or in with its values"), fact->id);
}

void
leio_parser_fail_order (LeioParser *parser, const LeioToken *token, const LeioFact *fact)
{
  if (fact->question == NULL)
    leio_parser_fail (parser, token, LEIO_ERROR_TYPE,
                      /* Translators: %1$s is a sign like <, %2$s a derived fact */
                      _ ("'%1$s' needs a number or a scale; %2$s is a derived fact"), token->text,
                      fact->id);
  else
    leio_parser_fail (parser, token, LEIO_ERROR_TYPE,
                      /* Translators: %1$s is a sign like <, %2$s a question */
                      _ ("'%1$s' needs a number or a scale; %2$s is a choice"), token->text,
                      fact->id);
}

void
leio_parser_fail_bounds (LeioParser *parser,
                         const LeioToken *token,
                         const LeioQuestion *question,
                         double number)
{
  g_autofree char *found = leio_words_from_number (number);
  g_autofree char *min = leio_words_from_number (question->min);
  g_autofree char *max = leio_words_from_number (question->max);

  leio_parser_fail (parser, token, LEIO_ERROR_RANGE,
                    /* Translators: %1$s is a number, %2$s a question, %3$s and %4$s its bounds */
                    _ ("%1$s is out of the bounds of question %2$s (%3$s to %4$s)"), found,
                    question->id, min, max);
}
