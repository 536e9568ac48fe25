/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cases as text: people can read them, what was written is read as the same case
 * whatever is in it, and of what cannot be read every line is told.
 */
#include "config.h"

#include "leio-case-text.h"
#include "leio-error.h"
#include "leio-test-cases.h"
#include "leio-test-folder.h"

#include <string.h>

#define N_CASES 400

typedef struct
{
  char *folder; /* (nullable) a copy of the sample base */
  LeioKnowledge *knowledge;
} Fixture;

typedef struct
{
  const char *from;
  const char *to;
} Replacement;

/* Words that mean something else: labels that are ids, keys or separators of others. */
static const Replacement confusing[] = {
  { "\"short\": \"site\"", "\"short\": \"Label\"" },
  { "\"short\": \"size\"", "\"short\": \"grade\"" },
  { "\"short\": \"symptoms\"", "\"short\": \"a: b\"" },
  { "\"short\": \"pregnancy\"", "\"short\": \"could be pregnant\"" },
  { "\"Limb\"", "\"Not known\"" },
  { "\"Skin\", \"plain_label\": \"Skin\"", "\"limb\", \"plain_label\": \"Skin\"" },
  { "\"Grade 1\"", "\"2\"" },
  { "\"Grade 3\"", "\"Grade 2\"" },
  { "\"Pain\"", "\"Bleeding; Pain\"" },
  { "\"Bleeding\"}", "\"None of these\"}" },
};

static LeioKnowledge *
load (const char *folder)
{
  g_autoptr (GError) error = NULL;
  LeioKnowledge *knowledge = leio_knowledge_load (folder, &error);

  g_assert_no_error (error);
  return knowledge;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->knowledge = load (NULL);
}

static void
set_up_confusing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sample = g_test_build_filename (G_TEST_DIST, "broken", "base", NULL);

  fixture->folder = leio_test_folder_copy (sample);
  for (guint i = 0; i < G_N_ELEMENTS (confusing); i++)
    leio_test_folder_replace (fixture->folder, "questions.json", confusing[i].from,
                              confusing[i].to);
  fixture->knowledge = load (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  leio_knowledge_unref (fixture->knowledge);
  if (fixture->folder != NULL)
    leio_test_folder_remove (fixture->folder);
  g_free (fixture->folder);
}

static LeioCase *
read_good (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;
  LeioCase *kase = leio_case_text_read (fixture->knowledge, text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (kase);
  return kase;
}

static void
assert_text (Fixture *fixture, const char *text, const char *expected)
{
  g_autoptr (LeioCase) kase = read_good (fixture, text);
  g_autofree char *written = leio_case_text_write (fixture->knowledge, kase);
  g_autofree char *head = g_strdup_printf ("Leio case: %s %s\n", fixture->knowledge->id,
                                           fixture->knowledge->version);

  g_assert_true (g_str_has_prefix (written, head));
  g_assert_cmpstr (written + strlen (head), ==, expected);
}

static const char as_written[] = "Label: Board 12\n"
                                 "removed: Not removed\n"
                                 "site: Uterus\n"
                                 "size: 8.5 cm\n"
                                 "grade: Not known\n"
                                 "sites of spread: Lung; Liver\n"
                                 "symptoms: None of these\n"
                                 "Notes: seen twice\n"
                                 "  \n"
                                 "  by two people\n";

static void
test_written (Fixture *fixture, gconstpointer data)
{
  assert_text (fixture, as_written, as_written);
}

/* As a person types it: ids, capitals, whole questions, home words, commas, CRLF, indentation. */
static void
test_typed (Fixture *fixture, gconstpointer data)
{
  assert_text (fixture,
               "\r\n  LABEL: Board 12\r\n"
               "  Has this tumour already been taken out?: no, IT IS still there\r\n"
               "  size: 8,5\r\n"
               "  Site:womb\r\n"
               "  grade: ?\r\n"
               "  metastasis_sites: liver, lung\r\n"
               "  symptoms: none\r\n"
               "  metastases:\r\n"
               "  Notes: seen twice\r\n"
               "\r\n"
               "    by two people\r\n",
               as_written);
}

/* One is said as one, and read as it is said; so is what somebody types. */
static void
test_one (Fixture *fixture, gconstpointer data)
{
  const char one[] = "first or recurrence: Local recurrence at or near the original place\n"
                     "time to recurrence: 1 month\n";

  assert_text (fixture, one, one);
  assert_text (fixture, "first or recurrence: local_recurrence\ntime to recurrence: 1 months", one);
}

static void
test_case_file (Fixture *fixture, gconstpointer data)
{
  assert_text (fixture, " {\"format\": \"leio-case\", \"answers\": {\"site\": \"skin\"}}",
               "site: Skin\n");
}

typedef struct
{
  const char *name;
  const char *text;
  int code;
  const char *message;
} Bad;

static const Bad bad[] = {
  { "empty", "", LEIO_ERROR_MISSING,
    "found no text, expected a case: a question and its answer a line" },
  { "blank", " \n\t\r\n", LEIO_ERROR_MISSING,
    "found no text, expected a case: a question and its answer a line" },
  { "not-utf-8", "site: M\xfcller", LEIO_ERROR_ENCODING,
    "found a byte that is not UTF-8, expected UTF-8 text" },
  { "no-colon", "site: Skin\n\nand a letter", LEIO_ERROR_SYNTAX,
    "line 3: found 'and a letter', expected a question, a colon and its answer" },
  { "question", "Label: x\nstie: Skin", LEIO_ERROR_UNKNOWN_ID,
    "line 2: found 'stie', expected a question of this knowledge base, such as 'diagnosis'" },
  { "question-near", "synptoms: Pain", LEIO_ERROR_UNKNOWN_ID,
    "line 1: found 'synptoms', expected a question; did you mean 'symptoms'?" },
  { "value", "removed: perhaps", LEIO_ERROR_UNKNOWN_ID,
    "line 1: removed: found 'perhaps', expected one of: Not removed; Removed" },
  { "value-near", "removed: Remuved", LEIO_ERROR_UNKNOWN_ID,
    "line 1: removed: found 'Remuved', expected one of: Not removed; Removed; "
    "did you mean 'Removed'?" },
  { "value-of-set", "nodes: No\nsites of spread: Lung; Lever", LEIO_ERROR_UNKNOWN_ID,
    "line 2: sites of spread: found 'Lever', expected one of: " },
  { "value-twice", "sites of spread: Lung; lung", LEIO_ERROR_DUPLICATE,
    "line 1: sites of spread: 'lung' is named twice" },
  { "number", "size: large", LEIO_ERROR_TYPE,
    "line 1: size: found 'large', expected a number in cm, such as 8.5" },
  { "number-range", "size: 85 cm", LEIO_ERROR_RANGE,
    "line 1: size: found 85, expected 0.1 to 60 cm" },
  { "question-twice", "site: Skin\nsize: 3\nSite: Uterus", LEIO_ERROR_DUPLICATE,
    "line 3: found 'Site' again, expected it once: it is answered in line 1" },
  { "other-base", "Leio case: osteosarcoma 2027.1\nsite: Skin", LEIO_ERROR_KNOWLEDGE,
    "line 1: found a case of 'osteosarcoma', expected one of 'leiomyosarcoma', the knowledge base "
    "that is open" },
  { "several", "size: 85\nsite: Skin\nremoved: perhaps", LEIO_ERROR_RANGE,
    "line 1: size: found 85, expected 0.1 to 60 cm\n"
    "line 3: removed: found 'perhaps', expected one of: Not removed; Removed" },
  { "file", "{\"answers\": {\"site\": \"limbs\"}}", LEIO_ERROR_UNKNOWN_ID,
    "answers: site: found 'limbs'" },
};

static void
test_bad (Fixture *fixture, gconstpointer data)
{
  const Bad *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioCase) kase = leio_case_text_read (fixture->knowledge, row->text, &error);

  g_assert_null (kase);
  g_assert_error (error, LEIO_ERROR, row->code);
  g_assert_true (g_str_has_prefix (error->message, row->message));
}

/* A letter that is no case does not fill the screen. */
static void
test_many_faults (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) letter = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < 50; i++)
    g_string_append (letter, "Dear colleague\n");
  g_assert_null (leio_case_text_read (fixture->knowledge, letter->str, &error));
  lines = g_strsplit (error->message, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 9);
  g_assert_cmpstr (lines[8], ==, "42 more lines cannot be read");
}

static char *
draw_text (LeioTestCases *cases)
{
  static const char *const parts[] = { "a",  "\n", " ", ":",  "\\", "\\n", "Label: ", "site: skin",
                                       "é",  "\t", "  ", "{", "你", "\n\n", ";" };
  GString *text = g_string_new (NULL);

  for (guint i = leio_test_cases_pick (cases, 12); i > 0; i--)
    g_string_append (text, parts[leio_test_cases_pick (cases, G_N_ELEMENTS (parts))]);
  return g_string_free (text, FALSE);
}

static LeioCase *
draw_case (LeioTestCases *cases, const LeioKnowledge *knowledge)
{
  LeioCase *kase =
      leio_case_new (knowledge->logic->questionnaire, knowledge->id, knowledge->version);
  g_autofree char *label = draw_text (cases);
  g_autofree char *notes = draw_text (cases);

  leio_answers_free (kase->answers);
  kase->answers = leio_test_cases_draw (cases, g_rand_double (cases->rand));
  for (guint i = 0; i < cases->n_questions; i++)
    {
      if (leio_test_cases_pick (cases, 6) == 0)
        leio_answers_set_not_known (kase->answers, i);
    }
  leio_case_set_label (kase, label);
  leio_case_set_notes (kase, notes);
  return kase;
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LeioTestCases) cases = leio_test_cases_new (fixture->knowledge, 20261124);

  for (guint i = 0; i < N_CASES; i++)
    {
      g_autoptr (LeioCase) kase = draw_case (cases, fixture->knowledge);
      g_autofree char *text = leio_case_text_write (fixture->knowledge, kase);
      g_autoptr (LeioCase) read = read_good (fixture, text);

      g_assert_true (leio_answers_equal (read->answers, kase->answers));
      g_assert_cmpstr (read->label, ==, kase->label);
      g_assert_cmpstr (read->notes, ==, kase->notes);
    }
}

/* Whatever is cut off or changed, the reader says yes or why not, and nothing else. */
static void
test_noise (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LeioTestCases) cases = leio_test_cases_new (fixture->knowledge, 7);

  for (guint i = 0; i < N_CASES; i++)
    {
      g_autoptr (LeioCase) kase = draw_case (cases, fixture->knowledge);
      g_autofree char *text = leio_case_text_write (fixture->knowledge, kase);
      guint length = strlen (text);
      g_autoptr (GError) error = NULL;
      g_autoptr (LeioCase) read = NULL;

      text[leio_test_cases_pick (cases, length)] = (char) leio_test_cases_pick (cases, 256);
      text[leio_test_cases_pick (cases, length)] = '\n';
      read = leio_case_text_read (fixture->knowledge, text, &error);
      g_assert_true ((read == NULL) == (error != NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/case-text/written", Fixture, NULL, set_up, test_written, tear_down);
  g_test_add ("/case-text/typed", Fixture, NULL, set_up, test_typed, tear_down);
  g_test_add ("/case-text/one", Fixture, NULL, set_up, test_one, tear_down);
  g_test_add ("/case-text/case-file", Fixture, NULL, set_up, test_case_file, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strdup_printf ("/case-text/bad/%s", bad[i].name);

      g_test_add (path, Fixture, &bad[i], set_up, test_bad, tear_down);
    }
  g_test_add ("/case-text/many-faults", Fixture, NULL, set_up, test_many_faults, tear_down);
  g_test_add ("/case-text/round-trip", Fixture, NULL, set_up, test_round_trip, tear_down);
  g_test_add ("/case-text/round-trip-confusing", Fixture, NULL, set_up_confusing, test_round_trip,
              tear_down);
  g_test_add ("/case-text/noise", Fixture, NULL, set_up, test_noise, tear_down);
  return g_test_run ();
}
