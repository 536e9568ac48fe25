/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lines of a case as text. What a line says is for leio-case-text-words.c.
 */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "leio-case-text-private.h"
#include "leio-error.h"

/* More faults are only counted: a letter that is no case has one a line. */
#define MOST_FAULTS 8
#define INDENT "  "

typedef struct
{
  const LeioKnowledge *knowledge;
  const LeioCaseTextNames *names;
  LeioCase *kase;
  GString *notes;
  GArray *lines;     /* (element-type guint) by question: the line of its answer, or 0 */
  guint line;        /* the one at hand, from 1 */
  gsize indent;      /* blanks in front of every line */
  guint n_blank;     /* empty lines before the one at hand */
  gboolean in_notes; /* the line before belongs to the notes */
  guint n_faults;
  int code; /* of the first fault */
  GString *faults;
} Reader;

static void
take_fault (Reader *reader, GError *error)
{
  if (reader->n_faults == 0)
    reader->code = error->code;
  if (reader->n_faults < MOST_FAULTS)
    {
      if (reader->faults->len > 0)
        g_string_append_c (reader->faults, '\n');
      /* Translators: %1$u is the number of a line of a text, %2$s what is wrong there */
      g_string_append_printf (reader->faults, _ ("line %1$u: %2$s"), reader->line, error->message);
    }
  reader->n_faults++;
  g_error_free (error);
}

static void
fault_no_question (Reader *reader, const char *found)
{
  const char *near = leio_case_text_find_near (reader->knowledge, found);
  GError *error = NULL;

  if (near != NULL)
    g_set_error (&error, LEIO_ERROR, LEIO_ERROR_UNKNOWN_ID,
                 /* Translators: %1$s is what was found, %2$s a question in two or three words */
                 _ ("found '%1$s', expected a question; did you mean '%2$s'?"), found, near);
  else
    g_set_error (&error, LEIO_ERROR, LEIO_ERROR_UNKNOWN_ID,
                 /* Translators: %1$s is what was found, %2$s a question in two or three words */
                 _ ("found '%1$s', expected a question of this knowledge base, such as '%2$s'"),
                 found, leio_case_text_question_word (reader->names, 0));
  take_fault (reader, error);
}

static void
fault_twice (Reader *reader, const char *word, guint first)
{
  take_fault (reader,
              g_error_new (LEIO_ERROR, LEIO_ERROR_DUPLICATE,
                           /* Translators: %1$s is a question in two or three words, %2$u the number
                              of a line */
                           _ ("found '%1$s' again, expected it once: it is answered in line %2$u"),
                           word, first));
}

static void
fault_no_colon (Reader *reader, const char *found)
{
  take_fault (reader, g_error_new (LEIO_ERROR, LEIO_ERROR_SYNTAX,
                                   /* Translators: %s is a line as it was found */
                                   _ ("found '%s', expected a question, a colon and its answer"),
                                   found));
}

static void
read_answer (Reader *reader, guint question, const char *word, const char *text)
{
  guint *line = &g_array_index (reader->lines, guint, question);
  GError *error = NULL;
  LeioAnswer answer;

  if (*line != 0)
    {
      fault_twice (reader, word, *line);
      return;
    }

  *line = reader->line;
  if (leio_case_text_read_answer (
          reader->knowledge,
          leio_questionnaire_get_question (reader->knowledge->logic->questionnaire, question), text,
          &answer, &error))
    leio_answers_set (reader->kase->answers, question, &answer);
  else
    {
      g_prefix_error (&error, "%s: ", word);
      take_fault (reader, error);
    }
}

/* "leiomyosarcoma 2026.11": of another knowledge base the same words may mean something else. */
static void
read_header (Reader *reader, const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t", 2);

  if (words[0] == NULL || g_str_equal (words[0], reader->knowledge->id))
    return;

  take_fault (reader,
              g_error_new (LEIO_ERROR, LEIO_ERROR_KNOWLEDGE,
                           /* Translators: the ids of two knowledge bases */
                           _ ("found a case of '%1$s', expected one of '%2$s', the knowledge base "
                              "that is open"),
                           words[0], reader->knowledge->id));
}

/* The backslashes of dup_label(). */
static char *
dup_unescaped (const char *text)
{
  GString *label = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      if (text[0] == '\\' && (text[1] == '\\' || text[1] == 'n' || text[1] == 'r'))
        {
          text++;
          g_string_append_c (label, *text == 'n' ? '\n' : *text == 'r' ? '\r' : '\\');
        }
      else
        g_string_append_c (label, *text);
    }
  return g_string_free (label, FALSE);
}

static void
read_label (Reader *reader, const char *text)
{
  g_autofree char *label = dup_unescaped (text);

  leio_case_set_label (reader->kase, label);
}

static void
read_pair (Reader *reader, const char *word, const char *rest)
{
  /* One blank belongs to the colon, further ones to the label or the notes. */
  const char *text = *rest == ' ' ? rest + 1 : rest;
  g_autofree char *stripped = g_strstrip (g_strdup (rest));
  guint question = 0;

  switch (leio_case_text_find_key (reader->names, word, &question))
    {
    case LEIO_CASE_TEXT_QUESTION:
      read_answer (reader, question, word, stripped);
      break;
    case LEIO_CASE_TEXT_HEADER:
      read_header (reader, stripped);
      break;
    case LEIO_CASE_TEXT_LABEL:
      read_label (reader, text);
      break;
    case LEIO_CASE_TEXT_NOTES:
      reader->in_notes = TRUE;
      g_string_assign (reader->notes, text);
      break;
    case LEIO_CASE_TEXT_NOTHING:
      fault_no_question (reader, word);
      break;
    }
}

static gboolean
continues_notes (Reader *reader, const char *line)
{
  if (!reader->in_notes || !g_str_has_prefix (line, INDENT))
    return FALSE;

  for (; reader->n_blank > 0; reader->n_blank--)
    g_string_append_c (reader->notes, '\n');
  g_string_append_c (reader->notes, '\n');
  g_string_append (reader->notes, line + strlen (INDENT));
  return TRUE;
}

static void
read_line (Reader *reader, const char *line)
{
  g_autofree char *word = NULL;
  const char *colon = strchr (line, ':');

  if (*line == '\0')
    {
      reader->n_blank++;
      return;
    }
  if (continues_notes (reader, line))
    return;

  reader->n_blank = 0;
  reader->in_notes = FALSE;
  word = g_strstrip (colon != NULL ? g_strndup (line, (gsize) (colon - line)) : g_strdup (line));
  if (colon != NULL)
    read_pair (reader, word, colon + 1);
  else if (*word != '\0')
    fault_no_colon (reader, word);
}

/* A text that was moved to the right as a whole is read as if it was not. */
static void
read_lines (Reader *reader, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gboolean started = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = lines[i];
      gsize length = strlen (line);

      if (length > 0 && line[length - 1] == '\r')
        line[length - 1] = '\0';
      if (!started && line[strspn (line, " \t")] != '\0')
        {
          reader->indent = strspn (line, " \t");
          started = TRUE;
        }
      reader->line = i + 1;
      read_line (reader, line + MIN (reader->indent, strspn (line, " \t")));
    }
}

static gboolean
give_faults (Reader *reader, GError **error)
{
  guint n_more = reader->n_faults > MOST_FAULTS ? reader->n_faults - MOST_FAULTS : 0;

  if (reader->n_faults == 0)
    return FALSE;

  if (n_more > 0)
    {
      g_string_append_c (reader->faults, '\n');
      g_string_append_printf (reader->faults,
                              /* Translators: %u counts lines of a text */
                              ngettext ("%u more line cannot be read",
                                        "%u more lines cannot be read", n_more),
                              n_more);
    }
  g_set_error_literal (error, LEIO_ERROR, reader->code, reader->faults->str);
  return TRUE;
}

static gboolean
check_text (const char *text, GError **error)
{
  gsize length = strlen (text);

  if (length > LEIO_CASE_MAX_BYTES)
    g_set_error (error, LEIO_ERROR, LEIO_ERROR_TOO_LARGE,
                 /* Translators: two numbers of bytes */
                 _ ("found %1$zu bytes, expected at most %2$d"), length, LEIO_CASE_MAX_BYTES);
  else if (!g_utf8_validate (text, -1, NULL))
    g_set_error_literal (error, LEIO_ERROR, LEIO_ERROR_ENCODING,
                         _ ("found a byte that is not UTF-8, expected UTF-8 text"));
  else if (text[strspn (text, " \t\r\n")] == '\0')
    g_set_error_literal (error, LEIO_ERROR, LEIO_ERROR_MISSING,
                         _ ("found no text, expected a case: a question and its answer a line"));
  else
    return TRUE;
  return FALSE;
}

static LeioCase *
new_case (const LeioKnowledge *knowledge)
{
  return leio_case_new (knowledge->logic->questionnaire, knowledge->id, knowledge->version);
}

LeioCase *
leio_case_text_read (const LeioKnowledge *knowledge, const char *text, GError **error)
{
  const LeioQuestionnaire *questionnaire = knowledge->logic->questionnaire;
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autoptr (GString) faults = g_string_new (NULL);
  g_autoptr (GArray) lines = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autoptr (LeioCaseTextNames) names = leio_case_text_names_new (knowledge);
  g_autoptr (LeioCase) kase = NULL;
  Reader reader = { .knowledge = knowledge,
                    .names = names,
                    .notes = notes,
                    .faults = faults,
                    .lines = lines };

  if (g_str_has_prefix (text, "\xef\xbb\xbf"))
    text += strlen ("\xef\xbb\xbf");
  if (!check_text (text, error))
    return NULL;
  if (text[strspn (text, " \t\r\n")] == '{')
    return leio_case_from_data (text, -1, questionnaire, knowledge->id, error);

  kase = reader.kase = new_case (knowledge);
  g_array_set_size (lines, leio_questionnaire_get_n_questions (questionnaire));
  read_lines (&reader, text);
  if (give_faults (&reader, error))
    return NULL;

  leio_case_set_notes (kase, notes->str);
  return g_steal_pointer (&kase);
}

static void
write_pair (GString *text, const char *word, const char *rest)
{
  g_string_append_printf (text, "%s: %s\n", word, rest);
}

/* On one line, whatever is in it. */
static char *
dup_label (const char *label)
{
  GString *line = g_string_new (label);

  g_string_replace (line, "\\", "\\\\", 0);
  g_string_replace (line, "\n", "\\n", 0);
  g_string_replace (line, "\r", "\\r", 0);
  return g_string_free (line, FALSE);
}

static void
write_head (GString *text, const LeioKnowledge *knowledge, const LeioCase *kase)
{
  g_autofree char *version = g_strconcat (knowledge->id, " ", knowledge->version, NULL);

  write_pair (text, leio_case_text_key_word (LEIO_CASE_TEXT_HEADER), version);
  if (*kase->label != '\0')
    {
      g_autofree char *label = dup_label (kase->label);

      write_pair (text, leio_case_text_key_word (LEIO_CASE_TEXT_LABEL), label);
    }
}

static void
write_notes (GString *text, const char *notes)
{
  g_autoptr (GString) indented = g_string_new (notes);

  if (*notes == '\0')
    return;

  g_string_replace (indented, "\n", "\n" INDENT, 0);
  write_pair (text, leio_case_text_key_word (LEIO_CASE_TEXT_NOTES), indented->str);
}

char *
leio_case_text_write (const LeioKnowledge *knowledge, const LeioCase *kase)
{
  const LeioQuestionnaire *questionnaire = knowledge->logic->questionnaire;
  g_autoptr (LeioCaseTextNames) names = leio_case_text_names_new (knowledge);
  GString *text = g_string_new (NULL);

  write_head (text, knowledge, kase);
  for (guint i = 0; i < leio_questionnaire_get_n_questions (questionnaire); i++)
    {
      const LeioAnswer *answer = leio_answers_get (kase->answers, i);
      g_autofree char *words = NULL;

      if (answer->state == LEIO_ANSWER_OPEN)
        continue;

      words = leio_case_text_dup_answer (
          knowledge, leio_questionnaire_get_question (questionnaire, i), answer);
      write_pair (text, leio_case_text_question_word (names, i), words);
    }
  write_notes (text, kase->notes);
  return g_string_free (text, FALSE);
}
