/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One answer: as JSON, and as a person types a number. Errors tell what was found
 * and what was expected; the caller names the question.
 */
#include "config.h"

#include "leio-case.h"
#include "leio-error.h"
#include "leio-json.h"
#include "leio-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A message names this many values of a question. */
#define MOST_VALUES 12
/* No number of a case has more digits. */
#define LONGEST_NUMBER 32

/**
 * leio_answer_to_node:
 * @question: a question
 * @answer: its answer
 *
 * Returns: (transfer full): the answer as case files and "changes" have it; null where it is not
 *   given
 */
JsonNode *
leio_answer_to_node (const LeioQuestion *question, const LeioAnswer *answer)
{
  JsonNode *node;
  JsonArray *array;

  if (answer->state != LEIO_ANSWER_GIVEN)
    return json_node_new (JSON_NODE_NULL);
  if (question->kind == LEIO_QUESTION_NUMBER)
    return leio_json_node_new_number (answer->number);
  if (question->kind != LEIO_QUESTION_SET)
    {
      node = json_node_new (JSON_NODE_VALUE);
      json_node_set_string (node, leio_question_get_value (question, answer->value)->id);
      return node;
    }

  array = json_array_new ();
  for (guint i = 0; i < question->values->len; i++)
    if ((answer->set >> i & 1) != 0)
      json_array_add_string_element (array, leio_question_get_value (question, i)->id);
  node = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (node, array);
  return node;
}

static void
set_unknown_value (GError **error, const LeioQuestion *question, const char *id)
{
  guint n_values = question->values->len;
  g_autofree const char **ids = g_new0 (const char *, n_values + 1);
  g_autofree char *values = NULL;
  const char *near;

  for (guint i = 0; i < n_values; i++)
    ids[i] = leio_question_get_value (question, i)->id;
  near = leio_words_find_near (id, ids, n_values);
  values = leio_words_join_some (ids, n_values, MOST_VALUES);
  if (near != NULL)
    g_set_error (error, LEIO_ERROR, LEIO_ERROR_UNKNOWN_ID,
                 /* Translators: a word as it was found, the list of words that can stand there, and
                    the one that was perhaps meant */
                 _ ("found '%1$s', expected one of %2$s; did you mean '%3$s'?"), id, values, near);
  else
    g_set_error (
        error, LEIO_ERROR, LEIO_ERROR_UNKNOWN_ID,
        /* Translators: a word as it was found, and the list of words that can stand there */
        _ ("found '%1$s', expected one of %2$s"), id, values);
}

/* A scale is often written as a number: 3 is read as "3". */
static char *
dup_value_id (JsonNode *node, GError **error)
{
  const char *text = NULL;
  double number = 0.0;

  if (leio_json_node_get_number (node, &number, NULL))
    return leio_words_from_number (number);
  if (leio_json_node_get_text (node, &text, error))
    return g_strdup (text);
  return NULL;
}

static int
find_value (const LeioQuestion *question, JsonNode *node, GError **error)
{
  g_autofree char *id = dup_value_id (node, error);
  int value;

  if (id == NULL)
    return -1;

  value = leio_question_find_value (question, id);
  if (value < 0)
    set_unknown_value (error, question, id);
  return value;
}

static gboolean
read_set (const LeioQuestion *question, JsonNode *node, guint64 *set, GError **error)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      g_autofree char *found = leio_json_describe (node);

      g_set_error (error, LEIO_ERROR, LEIO_ERROR_TYPE,
                   /* Translators: %s is what was found, as in "the text 'lung'" */
                   _ ("found %s, expected a list of values"), found);
      return FALSE;
    }

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      int value = find_value (question, json_array_get_element (array, i), error);
      guint64 bit = value >= 0 ? G_GUINT64_CONSTANT (1) << value : 0;

      if (value < 0)
        return FALSE;
      if ((*set & bit) != 0)
        {
          g_set_error (error, LEIO_ERROR, LEIO_ERROR_DUPLICATE,
                       /* Translators: %s is a value in a list */
                       _ ("'%s' is named twice"),
                       leio_question_get_value (question, (guint) value)->id);
          return FALSE;
        }
      *set |= bit;
    }
  return TRUE;
}

static gboolean
check_bounds (const LeioQuestion *question, double number, GError **error)
{
  g_autofree char *found = NULL;
  g_autofree char *min = NULL;
  g_autofree char *max = NULL;
  const char *unit = question->unit != NULL ? question->unit : "";

  if (number >= question->min && number <= question->max)
    return TRUE;

  found = leio_words_from_number (number);
  min = leio_words_from_number (question->min);
  max = leio_words_from_number (question->max);
  g_set_error (error, LEIO_ERROR, LEIO_ERROR_RANGE,
               *unit != '\0'
                   /* Translators: a number, its bounds and its unit, as in
                      "found 70, expected 0.1 to 60 cm" */
                   ? _ ("found %1$s, expected %2$s to %3$s %4$s")
                   /* Translators: a number and its bounds; %4$s is empty */
                   : _ ("found %1$s, expected %2$s to %3$s%4$s"),
               found, min, max, unit);
  return FALSE;
}

/**
 * leio_answer_from_node:
 * @question: a question
 * @node: JSON; null is "not known", and a number is read as the text of a value too
 * @answer: (out): the answer
 * @error: what was found and what was expected
 *
 * Returns: whether the node is an answer to @question
 */
gboolean
leio_answer_from_node (const LeioQuestion *question,
                       JsonNode *node,
                       LeioAnswer *answer,
                       GError **error)
{
  LeioAnswer read = { LEIO_ANSWER_GIVEN, 0, 0, 0.0 };
  int value = 0;
  gboolean good = FALSE;

  if (JSON_NODE_HOLDS_NULL (node))
    {
      *answer = (LeioAnswer){ LEIO_ANSWER_NOT_KNOWN, 0, 0, 0.0 };
      return TRUE;
    }

  switch (question->kind)
    {
    case LEIO_QUESTION_CHOICE:
    case LEIO_QUESTION_SCALE:
      value = find_value (question, node, error);
      good = value >= 0;
      break;
    case LEIO_QUESTION_SET:
      good = read_set (question, node, &read.set, error);
      break;
    case LEIO_QUESTION_NUMBER:
      good = leio_json_node_get_number (node, &read.number, error) &&
             check_bounds (question, read.number, error);
      break;
    }
  if (!good)
    return FALSE;

  read.value = (guint) value;
  *answer = read;
  return TRUE;
}

static gboolean
is_decimal_mark (gunichar character)
{
  const gunichar arabic_decimal_separator = 0x066b;

  return character == '.' || character == ',' || character == arabic_decimal_separator;
}

static gboolean
is_minus (gunichar character)
{
  const gunichar minus_sign = 0x2212;

  return character == '-' || character == minus_sign;
}

/* Blanks, and the invisible marks that text in Arabic or Hebrew carries around numbers. */
static const char *
skip_blanks (const char *text)
{
  while (*text != '\0')
    {
      gunichar character = g_utf8_get_char (text);

      if (!g_unichar_isspace (character) && g_unichar_type (character) != G_UNICODE_FORMAT)
        break;
      text = g_utf8_next_char (text);
    }
  return text;
}

/* The number at the start of @text in ASCII digits; @end is after it. NULL where there is none. */
static char *
dup_ascii_number (const char *text, const char **end)
{
  g_autoptr (GString) ascii = g_string_new (NULL);
  guint n_digits = 0;
  gboolean has_mark = FALSE;

  if (is_minus (g_utf8_get_char (text)))
    {
      g_string_append_c (ascii, '-');
      text = g_utf8_next_char (text);
    }
  for (; *text != '\0' && ascii->len < LONGEST_NUMBER; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);

      if (g_unichar_isdigit (character))
        {
          g_string_append_c (ascii, (char) ('0' + g_unichar_digit_value (character)));
          n_digits++;
        }
      else if (is_decimal_mark (character) && !has_mark)
        {
          g_string_append_c (ascii, '.');
          has_mark = TRUE;
        }
      else
        break;
    }
  *end = text;
  return n_digits > 0 ? g_strdup (ascii->str) : NULL;
}

/* What may follow a number: nothing, or the unit of the question, of one or of several. */
static gboolean
is_unit (const LeioQuestion *question, const char *text)
{
  g_autofree char *found = g_strchomp (g_utf8_casefold (skip_blanks (text), -1));
  const char *units[] = { question->unit, question->unit_one, question->base_unit,
                          question->base_unit_one };

  if (*found == '\0')
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autofree char *unit = units[i] != NULL ? g_utf8_casefold (units[i], -1) : NULL;

      if (g_strcmp0 (found, unit) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
set_no_number (GError **error, const LeioQuestion *question, const char *text)
{
  if (question->unit != NULL)
    g_set_error (error, LEIO_ERROR, LEIO_ERROR_TYPE,
                 /* Translators: what somebody typed, and the unit that was asked for */
                 _ ("found '%1$s', expected a number in %2$s, such as 8.5"), text, question->unit);
  else
    g_set_error (error, LEIO_ERROR, LEIO_ERROR_TYPE,
                 /* Translators: %s is what somebody typed */
                 _ ("found '%s', expected a number, such as 8.5"), text);
  return FALSE;
}

/**
 * leio_answer_from_text:
 * @question: a question for a number
 * @text: what was typed, "8,5" or " 8.5 cm", in the digits of any script; comma and point are both
 * decimal marks, so there are no marks for thousands; the unit may follow
 * @answer: (out): the answer
 * @error: what was found and what was expected
 *
 * Does not depend on the locale: a case is often discussed in another language
 * than the computer's.
 *
 * Returns: whether the text is an answer to @question
 */
gboolean
leio_answer_from_text (const LeioQuestion *question,
                       const char *text,
                       LeioAnswer *answer,
                       GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *ascii = NULL;
  const char *end = NULL;
  double number;

  if (question->kind != LEIO_QUESTION_NUMBER)
    return set_no_number (error, question, valid);
  if (*skip_blanks (valid) == '\0')
    {
      g_set_error_literal (error, LEIO_ERROR, LEIO_ERROR_MISSING,
                           _ ("found nothing, expected a number"));
      return FALSE;
    }

  ascii = dup_ascii_number (skip_blanks (valid), &end);
  if (ascii == NULL || !is_unit (question, end))
    return set_no_number (error, question, valid);

  number = g_ascii_strtod (ascii, NULL);
  if (!check_bounds (question, number, error))
    return FALSE;

  *answer = (LeioAnswer){ LEIO_ANSWER_GIVEN, 0, 0, number };
  return TRUE;
}
