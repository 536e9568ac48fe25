/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "leio-case.h"
#include "leio-cli-quick.h"

/* Of an id; longer texts than this are nobody's id. */
#define MAX_ID 63
/* So many digits a double holds exactly. */
#define MAX_DIGITS 15

typedef struct
{
  const char *at, *end;
} Cursor;

typedef struct
{
  const char *at;
  gsize length;
} Text;

/* What was seen of a case, so that nothing stands there twice. */
enum
{
  SEEN_FORMAT = 1 << 0,
  SEEN_VERSION = 1 << 1,
  SEEN_KNOWLEDGE = 1 << 2,
  SEEN_LABEL = 1 << 3,
  SEEN_ANSWERS = 1 << 4,
};

typedef struct
{
  const LeioKnowledge *knowledge;
  LeioAnswers *answers;
  Cursor cursor;
  Text label;
  guint seen;
} Quick;

static void
skip_space (Cursor *cursor)
{
  while (cursor->at < cursor->end &&
         (*cursor->at == ' ' || *cursor->at == '\t' || *cursor->at == '\r'))
    cursor->at++;
}

static gboolean
take (Cursor *cursor, char letter)
{
  skip_space (cursor);
  if (cursor->at == cursor->end || *cursor->at != letter)
    return FALSE;

  cursor->at++;
  return TRUE;
}

static gboolean
take_word (Cursor *cursor, const char *word)
{
  gsize length = strlen (word);

  skip_space (cursor);
  if ((gsize) (cursor->end - cursor->at) < length || memcmp (cursor->at, word, length) != 0)
    return FALSE;

  cursor->at += length;
  return TRUE;
}

/* A string without escapes. */
static gboolean
take_text (Cursor *cursor, Text *text)
{
  if (!take (cursor, '"'))
    return FALSE;

  text->at = cursor->at;
  while (cursor->at < cursor->end && *cursor->at != '"')
    {
      if (*cursor->at == '\\' || (guchar) *cursor->at < 0x20)
        return FALSE;
      cursor->at++;
    }
  text->length = (gsize) (cursor->at - text->at);

  return take (cursor, '"');
}

static gboolean
is_text (const Text *text, const char *expected)
{
  return strlen (expected) == text->length && memcmp (text->at, expected, text->length) == 0;
}

/* Digits and perhaps a fraction; the quotient of two exact numbers is rounded once, as strtod()
 * does. */
static gboolean
take_number (Cursor *cursor, double *number)
{
  gint64 digits = 0;
  double divisor = 1;
  guint n_digits = 0;
  gboolean fraction = FALSE;

  skip_space (cursor);
  for (; cursor->at < cursor->end; cursor->at++)
    {
      if (*cursor->at == '.' && !fraction && n_digits > 0)
        {
          fraction = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (*cursor->at))
        break;
      if (++n_digits > MAX_DIGITS || (n_digits == 2 && digits == 0 && !fraction))
        return FALSE;
      digits = digits * 10 + (*cursor->at - '0');
      divisor = fraction ? divisor * 10 : 1;
    }
  if (n_digits == 0 || (fraction && divisor == 1))
    return FALSE;

  *number = (double) digits / divisor;
  /* An exponent is for the ordinary reader. */
  return cursor->at == cursor->end || strchr (",]} \t\r", *cursor->at) != NULL;
}

static int
find_value (const LeioQuestion *question, const Text *text)
{
  char id[MAX_ID + 1];

  if (text->length > MAX_ID)
    return -1;

  memcpy (id, text->at, text->length);
  id[text->length] = '\0';
  return leio_question_find_value (question, id);
}

static const LeioQuestion *
find_question (const Quick *quick, const Text *text)
{
  char id[MAX_ID + 1];

  if (text->length > MAX_ID)
    return NULL;

  memcpy (id, text->at, text->length);
  id[text->length] = '\0';
  return leio_questionnaire_find (quick->knowledge->logic->questionnaire, id);
}

static gboolean
take_value (Cursor *cursor, const LeioQuestion *question, LeioAnswer *answer)
{
  Text text;
  int value = take_text (cursor, &text) ? find_value (question, &text) : -1;

  answer->value = value >= 0 ? (guint) value : 0;
  return value >= 0;
}

static gboolean
take_set (Cursor *cursor, const LeioQuestion *question, LeioAnswer *answer)
{
  if (!take (cursor, '['))
    return FALSE;
  if (take (cursor, ']'))
    return TRUE;

  do
    {
      LeioAnswer one = { 0 };
      guint64 bit;

      if (!take_value (cursor, question, &one))
        return FALSE;
      bit = G_GUINT64_CONSTANT (1) << one.value;
      if ((answer->set & bit) != 0)
        return FALSE;
      answer->set |= bit;
    }
  while (take (cursor, ','));

  return take (cursor, ']');
}

static gboolean
take_answer (Cursor *cursor, const LeioQuestion *question, LeioAnswer *answer)
{
  if (take_word (cursor, "null"))
    {
      answer->state = LEIO_ANSWER_NOT_KNOWN;
      return TRUE;
    }

  answer->state = LEIO_ANSWER_GIVEN;
  switch (question->kind)
    {
    case LEIO_QUESTION_CHOICE:
    case LEIO_QUESTION_SCALE:
      return take_value (cursor, question, answer);
    case LEIO_QUESTION_SET:
      return take_set (cursor, question, answer);
    case LEIO_QUESTION_NUMBER:
      return take_number (cursor, &answer->number) && answer->number >= question->min &&
             answer->number <= question->max;
    }

  g_return_val_if_reached (FALSE);
}

static gboolean
take_answers (Quick *quick)
{
  Cursor *cursor = &quick->cursor;

  if (!take (cursor, '{'))
    return FALSE;
  if (take (cursor, '}'))
    return TRUE;

  do
    {
      LeioAnswer answer = { 0 };
      const LeioQuestion *question;
      Text name;

      if (!take_text (cursor, &name) || !take (cursor, ':'))
        return FALSE;
      question = find_question (quick, &name);
      if (question == NULL || !take_answer (cursor, question, &answer) ||
          leio_answers_get (quick->answers, question->index)->state != LEIO_ANSWER_OPEN)
        return FALSE;
      leio_answers_set (quick->answers, question->index, &answer);
    }
  while (take (cursor, ','));

  return take (cursor, '}');
}

/* {"id": "…", "version": "…"}, in this order, of this very knowledge base; a line of another
 * version that has only known questions means the same. */
static gboolean
take_knowledge (Quick *quick)
{
  Cursor *cursor = &quick->cursor;
  Text text;

  return take (cursor, '{') && take_text (cursor, &text) && is_text (&text, "id") &&
         take (cursor, ':') && take_text (cursor, &text) && is_text (&text, quick->knowledge->id) &&
         take (cursor, ',') && take_text (cursor, &text) && is_text (&text, "version") &&
         take (cursor, ':') && take_text (cursor, &text) && take (cursor, '}');
}

static gboolean
take_version (Cursor *cursor)
{
  double version;

  return take_number (cursor, &version) && version == LEIO_CASE_VERSION;
}

/* FALSE where the member stands there twice. */
static gboolean
see (Quick *quick, guint what)
{
  gboolean first = (quick->seen & what) == 0;

  quick->seen |= what;
  return first;
}

static gboolean
take_member (Quick *quick)
{
  Cursor *cursor = &quick->cursor;
  Text name;
  Text text;

  if (!take_text (cursor, &name) || !take (cursor, ':'))
    return FALSE;

  if (is_text (&name, "answers"))
    return see (quick, SEEN_ANSWERS) && take_answers (quick);
  if (is_text (&name, "label"))
    return see (quick, SEEN_LABEL) && take_text (cursor, &quick->label);
  if (is_text (&name, "format"))
    return see (quick, SEEN_FORMAT) && take_text (cursor, &text) && is_text (&text, "leio-case");
  if (is_text (&name, "version"))
    return see (quick, SEEN_VERSION) && take_version (cursor);
  if (is_text (&name, "knowledge"))
    return see (quick, SEEN_KNOWLEDGE) && take_knowledge (quick);

  return FALSE;
}

gboolean
leio_cli_read_quickly (const LeioKnowledge *knowledge,
                       const char *line,
                       gsize length,
                       LeioAnswers *answers,
                       const char **label,
                       gsize *label_length)
{
  Quick quick = { knowledge, answers, { line, line + length }, { "", 0 }, 0 };
  Cursor *cursor = &quick.cursor;

  if (length == 0 || !g_utf8_validate_len (line, length, NULL))
    return FALSE;

  for (guint i = 0; i < leio_answers_get_length (answers); i++)
    leio_answers_clear (answers, i);

  if (!take (cursor, '{'))
    return FALSE;
  do
    if (!take_member (&quick))
      return FALSE;
  while (take (cursor, ','));
  if (!take (cursor, '}'))
    return FALSE;
  skip_space (cursor);

  *label = quick.label.at;
  *label_length = quick.label.length;
  return cursor->at == cursor->end && (quick.seen & SEEN_ANSWERS) != 0;
}
