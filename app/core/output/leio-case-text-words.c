/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "leio-case-text-private.h"
#include "leio-error.h"
#include "leio-report-private.h"
#include "leio-words.h"

/* A message names this many values of a question. */
#define MOST_VALUES 12
/* Understood in every language. */
#define SIGN_NOT_KNOWN "?"
#define SIGN_NONE "{}"
#define SEPARATOR "; "

static const char *const key_words[] = {
  [LEIO_CASE_TEXT_HEADER] = NC_ ("case", "Leio case"),
  [LEIO_CASE_TEXT_LABEL] = NC_ ("case", "Label"),
  [LEIO_CASE_TEXT_NOTES] = NC_ ("case", "Notes"),
};

static const char *
translate (const char *context, const char *word)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, context, word);
}

/* Without the difference of capitals, and of how an accent is written. */
static char *
dup_folded (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (normal != NULL ? normal : text, -1);
}

static gboolean
is_folded (const char *folded, const char *text)
{
  g_autofree char *other = text != NULL ? dup_folded (text) : NULL;

  return other != NULL && g_str_equal (folded, other);
}

/* In the language in use, or as the program has it. */
static gboolean
is_word (const char *found, const char *context, const char *word)
{
  g_autofree char *folded = dup_folded (found);

  return is_folded (folded, word) || is_folded (folded, translate (context, word));
}

const char *
leio_case_text_key_word (LeioCaseTextKey key)
{
  return translate ("case", key_words[key]);
}

/* The first question of a name has it. */
static void
add_name (LeioCaseTextNames *self, const char *name, guint question)
{
  char *folded = name != NULL ? dup_folded (name) : NULL;

  if (folded == NULL || g_hash_table_contains (self->questions, folded))
    g_free (folded);
  else
    g_hash_table_insert (self->questions, folded, GUINT_TO_POINTER (question));
}

LeioCaseTextNames *
leio_case_text_names_new (const LeioKnowledge *knowledge)
{
  const LeioQuestionnaire *questionnaire = knowledge->logic->questionnaire;
  LeioCaseTextNames *self = g_new0 (LeioCaseTextNames, 1);

  self->knowledge = knowledge;
  self->questions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < leio_questionnaire_get_n_questions (questionnaire); i++)
    {
      const LeioQuestion *question = leio_questionnaire_get_question (questionnaire, i);

      add_name (self, leio_report_question_label (knowledge, i), i);
      add_name (self, question->short_label, i);
      add_name (self, leio_report_question_text (knowledge, i, FALSE), i);
      add_name (self, leio_report_question_text (knowledge, i, TRUE), i);
      add_name (self, question->question, i);
      add_name (self, question->plain_question, i);
    }
  return self;
}

void
leio_case_text_names_free (LeioCaseTextNames *self)
{
  g_hash_table_unref (self->questions);
  g_free (self);
}

LeioCaseTextKey
leio_case_text_find_key (const LeioCaseTextNames *names, const char *word, guint *question)
{
  const LeioQuestionnaire *questionnaire = names->knowledge->logic->questionnaire;
  const LeioQuestion *found = leio_questionnaire_find (questionnaire, word);
  g_autofree char *folded = dup_folded (word);
  gpointer value;

  if (found != NULL)
    {
      *question = found->index;
      return LEIO_CASE_TEXT_QUESTION;
    }

  for (guint key = LEIO_CASE_TEXT_HEADER; key <= LEIO_CASE_TEXT_NOTES; key++)
    {
      if (is_word (word, "case", key_words[key]))
        return key;
    }
  if (!g_hash_table_lookup_extended (names->questions, folded, NULL, &value))
    return LEIO_CASE_TEXT_NOTHING;

  *question = GPOINTER_TO_UINT (value);
  return LEIO_CASE_TEXT_QUESTION;
}

const char *
leio_case_text_question_word (const LeioCaseTextNames *names, guint question)
{
  const char *label = leio_report_question_label (names->knowledge, question);
  guint found = G_MAXUINT;

  if (strpbrk (label, ":\r\n") == NULL && !g_ascii_isspace (label[0]) &&
      leio_case_text_find_key (names, label, &found) == LEIO_CASE_TEXT_QUESTION &&
      found == question)
    return label;
  return leio_questionnaire_get_question (names->knowledge->logic->questionnaire, question)->id;
}

const char *
leio_case_text_find_near (const LeioKnowledge *knowledge, const char *word)
{
  const LeioQuestionnaire *questionnaire = knowledge->logic->questionnaire;
  guint n_questions = leio_questionnaire_get_n_questions (questionnaire);
  g_autofree const char **names = g_new0 (const char *, n_questions + 1);

  for (guint i = 0; i < n_questions; i++)
    names[i] = leio_report_question_label (knowledge, i);
  return leio_words_find_near (word, names, n_questions);
}

/* Ids first, then the clinician's words, then those at home: -1 where it is none of them. */
static int
find_value (const LeioKnowledge *knowledge, const LeioQuestion *question, const char *word)
{
  int value = leio_question_find_value (question, word);
  g_autofree char *folded = dup_folded (word);

  for (guint plain = 0; value < 0 && plain <= 1; plain++)
    {
      for (guint i = 0; value < 0 && i < question->values->len; i++)
        {
          const LeioValue *it = leio_question_get_value (question, i);

          if (is_folded (folded, leio_report_value_label (knowledge, question, i, plain)) ||
              is_folded (folded, plain ? it->plain_label : it->label))
            value = (int) i;
        }
    }
  return value;
}

static gboolean
is_not_known (const char *text)
{
  return g_str_equal (text, SIGN_NOT_KNOWN) || is_word (text, "answer", "Not known");
}

static gboolean
is_none (const char *text)
{
  return g_str_equal (text, SIGN_NONE) || is_word (text, "answer", "None of these") ||
         is_word (text, "answer", "none");
}

static gboolean
set_unknown_value (const LeioKnowledge *knowledge,
                   const LeioQuestion *question,
                   const char *found,
                   GError **error)
{
  guint n_values = question->values->len;
  g_autofree const char **labels = g_new0 (const char *, n_values + 1);
  g_autoptr (GString) listed = g_string_new (NULL);
  const char *near;

  for (guint i = 0; i < n_values; i++)
    {
      labels[i] = leio_report_value_label (knowledge, question, i, FALSE);
      if (i < MOST_VALUES)
        g_string_append_printf (listed, "%s%s", i > 0 ? SEPARATOR : "", labels[i]);
    }
  if (n_values > MOST_VALUES)
    g_string_append (listed, SEPARATOR "…");

  near = leio_words_find_near (found, labels, n_values);
  if (near != NULL)
    g_set_error (error, LEIO_ERROR, LEIO_ERROR_UNKNOWN_ID,
                 /* Translators: words as they were found, the list of those that can stand there,
                    and the one that was perhaps meant */
                 _ ("found '%1$s', expected one of: %2$s; did you mean '%3$s'?"), found,
                 listed->str, near);
  else
    g_set_error (error, LEIO_ERROR, LEIO_ERROR_UNKNOWN_ID,
                 /* Translators: words as they were found, and the list of those that can stand
                    there */
                 _ ("found '%1$s', expected one of: %2$s"), found, listed->str);
  return FALSE;
}

static gboolean
read_values (const LeioKnowledge *knowledge,
             const LeioQuestion *question,
             const char *const *words,
             guint64 *set,
             GError **error)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      int value = find_value (knowledge, question, words[i]);
      guint64 bit = value >= 0 ? G_GUINT64_CONSTANT (1) << value : 0;

      if (value < 0)
        return set_unknown_value (knowledge, question, words[i], error);
      if ((*set & bit) != 0)
        {
          g_set_error (error, LEIO_ERROR, LEIO_ERROR_DUPLICATE,
                       /* Translators: %s is a value in a list */
                       _ ("'%s' is named twice"), words[i]);
          return FALSE;
        }
      *set |= bit;
    }
  return TRUE;
}

/* "Lung; Liver", or "lung, liver" where no label has a comma. */
static GStrv
split_values (const LeioKnowledge *knowledge, const LeioQuestion *question, const char *text)
{
  gboolean is_one = find_value (knowledge, question, text) >= 0;
  const char *separator = strchr (text, ';') != NULL ? ";" : ",";
  GStrv words = g_strsplit (text, separator, is_one ? 1 : -1);

  for (guint i = 0; words[i] != NULL; i++)
    g_strstrip (words[i]);
  return words;
}

static gboolean
read_set (const LeioKnowledge *knowledge,
          const LeioQuestion *question,
          const char *text,
          LeioAnswer *answer,
          GError **error)
{
  g_auto (GStrv) words = NULL;

  if (is_none (text) && leio_question_find_value (question, text) < 0)
    return TRUE;

  words = split_values (knowledge, question, text);
  return read_values (knowledge, question, (const char *const *) words, &answer->set, error);
}

static gboolean
read_choice (const LeioKnowledge *knowledge,
             const LeioQuestion *question,
             const char *text,
             LeioAnswer *answer,
             GError **error)
{
  int value = find_value (knowledge, question, text);

  if (value < 0)
    return set_unknown_value (knowledge, question, text, error);

  answer->value = (guint) value;
  return TRUE;
}

/* @text: without blanks around it. */
gboolean
leio_case_text_read_answer (const LeioKnowledge *knowledge,
                            const LeioQuestion *question,
                            const char *text,
                            LeioAnswer *answer,
                            GError **error)
{
  gboolean is_id = leio_question_find_value (question, text) >= 0;

  *answer = (LeioAnswer){ .state = LEIO_ANSWER_GIVEN };
  if (*text == '\0' || (!is_id && is_not_known (text)))
    {
      answer->state = *text == '\0' ? LEIO_ANSWER_OPEN : LEIO_ANSWER_NOT_KNOWN;
      return TRUE;
    }

  switch (question->kind)
    {
    case LEIO_QUESTION_CHOICE:
    case LEIO_QUESTION_SCALE:
      return read_choice (knowledge, question, text, answer, error);
    case LEIO_QUESTION_SET:
      return read_set (knowledge, question, text, answer, error);
    case LEIO_QUESTION_NUMBER:
      return leio_answer_from_text (question, text, answer, error);
    }
  g_return_val_if_reached (FALSE);
}

static gboolean
is_read_as (const LeioKnowledge *knowledge,
            const LeioQuestion *question,
            const char *text,
            const LeioAnswer *answer)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  LeioAnswer read;

  return strpbrk (text, "\r\n") == NULL && g_str_equal (stripped, text) &&
         leio_case_text_read_answer (knowledge, question, text, &read, NULL) &&
         leio_answer_equal (&read, answer);
}

static char *
dup_values (const LeioKnowledge *knowledge,
            const LeioQuestion *question,
            guint64 set,
            gboolean as_ids)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < question->values->len; i++)
    {
      if ((set & (G_GUINT64_CONSTANT (1) << i)) == 0)
        continue;

      if (text->len > 0)
        g_string_append (text, SEPARATOR);
      g_string_append (text, as_ids ? leio_question_get_value (question, i)->id
                                    : leio_report_value_label (knowledge, question, i, FALSE));
    }
  return g_string_free (text, FALSE);
}

static char *
dup_number (const LeioQuestion *question, double number)
{
  g_autofree char *digits = leio_words_from_number (number);
  const char *unit = leio_question_get_unit (question, number);

  return unit != NULL ? g_strconcat (digits, " ", unit, NULL) : g_steal_pointer (&digits);
}

/* In words, or in ids and signs, which mean the same whatever the words are. */
static char *
dup_text (const LeioKnowledge *knowledge,
          const LeioQuestion *question,
          const LeioAnswer *answer,
          gboolean as_ids)
{
  guint64 set = answer->set;

  if (answer->state == LEIO_ANSWER_NOT_KNOWN)
    return g_strdup (as_ids ? SIGN_NOT_KNOWN : C_ ("answer", "Not known"));
  if (question->kind == LEIO_QUESTION_NUMBER)
    return dup_number (question, answer->number);
  if (question->kind != LEIO_QUESTION_SET)
    set = G_GUINT64_CONSTANT (1) << answer->value;
  if (set == 0)
    return g_strdup (as_ids ? SIGN_NONE : C_ ("answer", "None of these"));
  return dup_values (knowledge, question, set, as_ids);
}

char *
leio_case_text_dup_answer (const LeioKnowledge *knowledge,
                           const LeioQuestion *question,
                           const LeioAnswer *answer)
{
  g_autofree char *text = dup_text (knowledge, question, answer, FALSE);

  if (is_read_as (knowledge, question, text, answer))
    return g_steal_pointer (&text);
  return dup_text (knowledge, question, answer, TRUE);
}
