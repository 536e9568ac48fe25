/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cases: what is refused and in which words, what is kept, and how it is written.
 */
#include "config.h"

#include "leio-case.h"
#include "leio-error.h"

#include <glib/gstdio.h>
#include <string.h>

#define KNOWLEDGE_ID "sample"
#define KNOWLEDGE_VERSION "2026.11"

/* The text of a case with these answers. */
#define CASE(answers) "{\"format\": \"leio-case\", \"version\": 1, \"answers\": {" answers "}}"

typedef struct
{
  LeioQuestionnaire *questionnaire;
} Fixture;

static void
add_values (LeioQuestion *question, const char *ids)
{
  g_auto (GStrv) values = g_strsplit (ids, " ", -1);

  for (guint i = 0; values[i] != NULL; i++)
    g_ptr_array_add (question->values, leio_value_new (values[i], values[i], NULL));
}

static void
add_question (LeioQuestionnaire *questionnaire,
              const char *id,
              LeioQuestionKind kind,
              const char *values)
{
  LeioQuestion *question = leio_question_new (id, kind);

  if (values != NULL)
    add_values (question, values);
  if (kind == LEIO_QUESTION_NUMBER)
    {
      question->unit = g_strdup ("cm");
      question->min = 0.1;
      question->max = 60;
      question->decimals = 1;
    }
  g_assert_true (leio_questionnaire_add (questionnaire, question));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->questionnaire = leio_questionnaire_new ();
  leio_questionnaire_set_version (fixture->questionnaire, KNOWLEDGE_VERSION);
  add_question (fixture->questionnaire, "site", LEIO_QUESTION_CHOICE, "uterus limb skin");
  add_question (fixture->questionnaire, "size_cm", LEIO_QUESTION_NUMBER, NULL);
  add_question (fixture->questionnaire, "grade", LEIO_QUESTION_SCALE, "1 2 3");
  add_question (fixture->questionnaire, "symptoms", LEIO_QUESTION_SET, "pain bleeding fracture");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  leio_questionnaire_unref (fixture->questionnaire);
}

static LeioCase *
read_case (const Fixture *fixture, const char *text, GError **error)
{
  return leio_case_from_data (text, -1, fixture->questionnaire, KNOWLEDGE_ID, error);
}

static LeioCase *
read_good (const Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;
  LeioCase *kase = read_case (fixture, text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (kase);
  return kase;
}

typedef struct
{
  const char *name;
  const char *text;
  LeioError code;
  const char *message;
} Bad;

static const Bad bad[] = {
  { "empty", "", LEIO_ERROR_SYNTAX, "the text is empty, expected JSON" },
  { "blank", " \n\t", LEIO_ERROR_SYNTAX, "the text is empty, expected JSON" },
  { "words", "A woman of 54", LEIO_ERROR_SYNTAX, "line 1, column 1: found 'A', expected a value" },
  { "truncated", "{\n  \"format\": \"leio-case\",\n  \"answers\": {\"site\"", LEIO_ERROR_SYNTAX,
    "line 3, column 21: found the end of the text, expected ':'" },
  { "open-text", "{\"label\": \"Board", LEIO_ERROR_SYNTAX,
    "line 1, column 11: found a text without an end, expected a closing quote" },
  { "not-utf-8", "{\"label\": \"M\xfcller\"}", LEIO_ERROR_ENCODING,
    "line 1, column 13: found a byte that is not UTF-8, expected UTF-8 text" },
  { "half-surrogate", "{\"label\": \"\\udc00\"}", LEIO_ERROR_SYNTAX,
    "line 1, column 12: found an escape that is no character, expected \\u and four hexadecimal "
    "digits" },
  { "twice", CASE ("\"site\": \"limb\", \"site\": \"skin\""), LEIO_ERROR_DUPLICATE,
    "line 1, column 67: 'site' is given twice" },
  { "list", "[]", LEIO_ERROR_TYPE, "found a list, expected an object" },
  { "text", "\"case\"", LEIO_ERROR_TYPE, "found the text 'case', expected an object" },
  { "null", "null", LEIO_ERROR_MISSING, "found nothing, expected an object" },
  { "format", "{\"format\": \"leio-evaluation\", \"answers\": {}}", LEIO_ERROR_TYPE,
    "format: found 'leio-evaluation', expected 'leio-case'" },
  { "format-type", "{\"format\": 1, \"answers\": {}}", LEIO_ERROR_TYPE,
    "format: found the number 1, expected a text" },
  { "version", "{\"format\": \"leio-case\", \"version\": 2, \"answers\": {}}", LEIO_ERROR_VERSION,
    "version: found 2, this Leio reads version 1; a newer Leio is needed to open the case" },
  { "version-zero", "{\"version\": 0.5, \"answers\": {}}", LEIO_ERROR_VERSION,
    "version: found 0.5, expected 1" },
  { "version-type", "{\"version\": \"1\", \"answers\": {}}", LEIO_ERROR_TYPE,
    "version: found the text '1', expected a number" },
  { "knowledge", "{\"knowledge\": {\"id\": \"gist\"}, \"answers\": {}}", LEIO_ERROR_KNOWLEDGE,
    "knowledge: id: found 'gist', expected 'sample', the knowledge base that is open" },
  { "knowledge-type", "{\"knowledge\": \"sample\", \"answers\": {}}", LEIO_ERROR_TYPE,
    "knowledge: found the text 'sample', expected an object" },
  { "knowledge-version-type", "{\"knowledge\": {\"version\": 2026.11}, \"answers\": {}}",
    LEIO_ERROR_TYPE, "knowledge: version: found the number 2026.11, expected a text" },
  { "label-type", "{\"label\": 12, \"answers\": {}}", LEIO_ERROR_TYPE,
    "label: found the number 12, expected a text" },
  { "notes-type", "{\"notes\": [], \"answers\": {}}", LEIO_ERROR_TYPE,
    "notes: found a list, expected a text" },
  { "answers-missing", "{\"format\": \"leio-case\", \"answer\": {}}", LEIO_ERROR_MISSING,
    "answers: missing, expected an object" },
  { "answers-type", "{\"answers\": []}", LEIO_ERROR_TYPE,
    "answers: found a list, expected an object" },
  { "question-near", CASE ("\"sizecm\": 8"), LEIO_ERROR_UNKNOWN_ID,
    "answers: unknown question 'sizecm', did you mean 'size_cm'?" },
  { "question-far", CASE ("\"blood_group\": \"A\""), LEIO_ERROR_UNKNOWN_ID,
    "answers: unknown question 'blood_group'" },
  { "question-same-version",
    "{\"knowledge\": {\"id\": \"sample\", \"version\": \"2026.11\"}, \"answers\": {\"new\": 1}}",
    LEIO_ERROR_UNKNOWN_ID, "answers: unknown question 'new'" },
  { "question-older-version",
    "{\"knowledge\": {\"id\": \"sample\", \"version\": \"2026.9\"}, \"answers\": {\"new\": 1}}",
    LEIO_ERROR_UNKNOWN_ID, "answers: unknown question 'new'" },
  { "choice-near", CASE ("\"site\": \"limbs\""), LEIO_ERROR_UNKNOWN_ID,
    "answers: site: found 'limbs', expected one of uterus, limb, skin; did you mean 'limb'?" },
  { "reading-number",
    "{\"format\": \"leio-case\", \"version\": 1, \"answers\": {}, \"reading\": 1}",
    LEIO_ERROR_TYPE,
    "reading: found the number 1, expected a text" },
  { "choice-far", CASE ("\"site\": \"head\""), LEIO_ERROR_UNKNOWN_ID,
    "answers: site: found 'head', expected one of uterus, limb, skin" },
  { "choice-list", CASE ("\"site\": [\"limb\"]"), LEIO_ERROR_TYPE,
    "answers: site: found a list, expected a text" },
  { "choice-boolean", CASE ("\"site\": true"), LEIO_ERROR_TYPE,
    "answers: site: found true, expected a text" },
  { "scale-out", CASE ("\"grade\": 4"), LEIO_ERROR_UNKNOWN_ID,
    "answers: grade: found '4', expected one of 1, 2, 3" },
  { "scale-half", CASE ("\"grade\": 2.5"), LEIO_ERROR_UNKNOWN_ID,
    "answers: grade: found '2.5', expected one of 1, 2, 3" },
  { "number-text", CASE ("\"size_cm\": \"8.5\""), LEIO_ERROR_TYPE,
    "answers: size_cm: found the text '8.5', expected a number" },
  { "number-low", CASE ("\"size_cm\": 0"), LEIO_ERROR_RANGE,
    "answers: size_cm: found 0, expected 0.1 to 60 cm" },
  { "number-high", CASE ("\"size_cm\": 60.001"), LEIO_ERROR_RANGE,
    "answers: size_cm: found 60.001, expected 0.1 to 60 cm" },
  { "number-nan", CASE ("\"size_cm\": NaN"), LEIO_ERROR_SYNTAX,
    "line 1, column 62: found 'N', expected a value" },
  { "number-infinite", CASE ("\"size_cm\": 1e999"), LEIO_ERROR_RANGE,
    "line 1, column 62: found a number that is too large" },
  { "number-whole-too-large", CASE ("\"size_cm\": 99999999999999999999"), LEIO_ERROR_RANGE,
    "line 1, column 62: found a number that is too large" },
  { "set-text", CASE ("\"symptoms\": \"pain\""), LEIO_ERROR_TYPE,
    "answers: symptoms: found the text 'pain', expected a list of values" },
  { "set-unknown", CASE ("\"symptoms\": [\"pain\", \"bleding\"]"), LEIO_ERROR_UNKNOWN_ID,
    "answers: symptoms: found 'bleding', expected one of pain, bleeding, fracture; did you mean "
    "'bleeding'?" },
  { "set-twice", CASE ("\"symptoms\": [\"pain\", \"pain\"]"), LEIO_ERROR_DUPLICATE,
    "answers: symptoms: 'pain' is named twice" },
  { "set-null", CASE ("\"symptoms\": [null]"), LEIO_ERROR_MISSING,
    "answers: symptoms: found nothing, expected a text" },
};

static void
test_bad (Fixture *fixture, gconstpointer data)
{
  const Bad *row = data;
  g_autoptr (GError) error = NULL;

  g_assert_null (read_case (fixture, row->text, &error));
  g_assert_error (error, LEIO_ERROR, (int) row->code);
  g_assert_cmpstr (error->message, ==, row->message);
}

static void
test_nested (Fixture *fixture, gconstpointer data)
{
  g_autofree char *open = g_strnfill (100000, '[');
  g_autofree char *text = g_strconcat ("{\"answers\": {}, \"x\": ", open, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (read_case (fixture, text, &error));
  g_assert_error (error, LEIO_ERROR, LEIO_ERROR_SYNTAX);
  g_assert_cmpstr (error->message, ==,
                   "line 1, column 85: found more than 64 levels of objects and lists");
}

static void
test_every_kind (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LeioCase) kase = read_good (
      fixture, "\xef\xbb\xbf" CASE ("\"site\": \"limb\", \"size_cm\": 8.25, \"grade\": 3,"
                                    " \"symptoms\": [\"fracture\", \"pain\"]"));

  g_assert_cmpuint (leio_answers_get (kase->answers, 0)->value, ==, 1);
  g_assert_cmpfloat (leio_answers_get (kase->answers, 1)->number, ==, 8.25);
  g_assert_cmpuint (leio_answers_get (kase->answers, 2)->value, ==, 2);
  g_assert_cmpuint (leio_answers_get (kase->answers, 3)->set, ==, 5);
  g_assert_cmpstr (kase->label, ==, "");
  g_assert_cmpstr (kase->notes, ==, "");
  g_assert_cmpstr (kase->knowledge_id, ==, KNOWLEDGE_ID);
  g_assert_cmpstr (kase->knowledge_version, ==, KNOWLEDGE_VERSION);
}

static void
test_states (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LeioCase) kase = read_good (fixture, CASE ("\"grade\": null, \"symptoms\": []"));

  g_assert_cmpint (leio_answers_get (kase->answers, 0)->state, ==, LEIO_ANSWER_OPEN);
  g_assert_cmpint (leio_answers_get (kase->answers, 2)->state, ==, LEIO_ANSWER_NOT_KNOWN);
  g_assert_cmpint (leio_answers_get (kase->answers, 3)->state, ==, LEIO_ANSWER_GIVEN);
  g_assert_cmpuint (leio_answers_get (kase->answers, 3)->set, ==, 0);
}

/* Answers stand in the questionnaire's order, whatever the order was. */
static void
test_written (Fixture *fixture, gconstpointer data)
{
  static const char *const expected = "{\n"
                                      "  \"format\": \"leio-case\",\n"
                                      "  \"version\": 1,\n"
                                      "  \"knowledge\": {\n"
                                      "    \"id\": \"sample\",\n"
                                      "    \"version\": \"2026.11\"\n"
                                      "  },\n"
                                      "  \"label\": \"Board \\\"12\\\"\\n\\u0001 é\",\n"
                                      "  \"answers\": {\n"
                                      "    \"site\": \"skin\",\n"
                                      "    \"size_cm\": 8.3,\n"
                                      "    \"grade\": null,\n"
                                      "    \"symptoms\": [\"pain\", \"fracture\"]\n"
                                      "  },\n"
                                      "  \"notes\": \"Two lines\\nof notes\"\n"
                                      "}\n";
  g_autoptr (LeioCase) kase = read_good (
      fixture,
      "{\"label\": \"Board \\\"12\\\"\\n\\u0001 \\u00e9\", \"notes\": \"Two lines\\nof notes\","
      " \"answers\": {\"symptoms\": [\"fracture\", \"pain\"], \"grade\": null,"
      " \"size_cm\": 8.3, \"site\": \"skin\"}}");
  gsize length = 0;
  g_autofree char *data_out = leio_case_to_data (kase, fixture->questionnaire, &length);

  g_assert_cmpstr (data_out, ==, expected);
  g_assert_cmpuint (length, ==, strlen (expected));
}

/* In which reading it was saved; a word of a newer version comes back as it was. */
static void
test_reading (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *word;
    LeioCaseReading reading;
  } words[] = {
    { "\"clinician\"", LEIO_CASE_READING_CLINICIAN },
    { "\"home\"", LEIO_CASE_READING_HOME },
    { "\"children\"", LEIO_CASE_READING_UNTOLD },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *text
          = g_strdup_printf ("{\"format\": \"leio-case\", \"version\": 1, \"answers\": {},"
                             " \"reading\": %s}", words[i].word);
      g_autofree char *line = g_strdup_printf ("\"reading\": %s\n", words[i].word);
      g_autoptr (LeioCase) kase = read_good (fixture, text);
      g_autoptr (LeioCase) copy = leio_case_copy (kase);
      g_autofree char *written = leio_case_to_data (copy, fixture->questionnaire, NULL);

      g_assert_cmpint (kase->reading, ==, words[i].reading);
      g_assert_nonnull (strstr (written, line));
    }
}

/* A copy that is of no reading any more does not claim one. */
static void
test_reading_untold (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LeioCase) kase = read_good (
      fixture, "{\"format\": \"leio-case\", \"version\": 1, \"answers\": {},"
               " \"reading\": \"clinician\"}");
  g_autofree char *written = NULL;

  kase->reading = LEIO_CASE_READING_UNTOLD;
  written = leio_case_to_data (kase, fixture->questionnaire, NULL);
  g_assert_null (strstr (written, "reading"));
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LeioCase) kase = leio_case_new (fixture->questionnaire, KNOWLEDGE_ID, "2026.12");
  g_autofree char *text = leio_case_to_data (kase, fixture->questionnaire, NULL);

  g_assert_cmpstr (text, ==,
                   "{\n  \"format\": \"leio-case\",\n  \"version\": 1,\n  \"knowledge\": {\n"
                   "    \"id\": \"sample\",\n    \"version\": \"2026.12\"\n  },\n"
                   "  \"label\": \"\",\n  \"answers\": {}\n}\n");
}

/* Everything of a newer version comes back byte for byte. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  static const char *const text = "{\n"
                                  "  \"format\": \"leio-case\",\n"
                                  "  \"version\": 1.2,\n"
                                  "  \"knowledge\": {\n"
                                  "    \"id\": \"sample\",\n"
                                  "    \"version\": \"2027.1\",\n"
                                  "    \"edition\": \"hospital\"\n"
                                  "  },\n"
                                  "  \"label\": \"Case\",\n"
                                  "  \"answers\": {\n"
                                  "    \"size_cm\": 8.1,\n"
                                  "    \"mitoses\": 12,\n"
                                  "    \"markers\": [\"a\", \"b\"]\n"
                                  "  },\n"
                                  "  \"decision\": {\n"
                                  "    \"chosen\": [\n"
                                  "      {\n"
                                  "        \"treatment\": \"surgery\",\n"
                                  "        \"share\": 0.1,\n"
                                  "        \"sure\": true\n"
                                  "      }\n"
                                  "    ],\n"
                                  "    \"none\": {},\n"
                                  "    \"nothing\": null,\n"
                                  "    \"large\": 9007199254740993\n"
                                  "  }\n"
                                  "}\n";
  g_autoptr (LeioCase) kase = read_good (fixture, text);
  g_autoptr (LeioCase) copy = leio_case_copy (kase);
  g_autofree char *written = leio_case_to_data (kase, fixture->questionnaire, NULL);
  g_autofree char *copied = leio_case_to_data (copy, fixture->questionnaire, NULL);

  g_assert_cmpstr (written, ==, text);
  g_assert_cmpstr (copied, ==, text);
}

/* A copy has answers of its own. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LeioCase) kase = read_good (fixture, CASE ("\"site\": \"limb\""));
  g_autoptr (LeioCase) copy = leio_case_copy (kase);

  g_assert_true (leio_answers_equal (kase->answers, copy->answers));
  leio_answers_set_value (copy->answers, 0, 2);
  g_assert_cmpuint (leio_answers_get (kase->answers, 0)->value, ==, 1);
}

static void
test_numbers (Fixture *fixture, gconstpointer data)
{
  static const char *const numbers[] = {
    "0.1", "8", "8.3", "59.999999", "0.30000000000000004", "12.5", "60", "8.12345678901234"
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"answers\": {\"size_cm\": %s}}", numbers[i]);
      g_autofree char *line = g_strdup_printf ("\"size_cm\": %s\n", numbers[i]);
      g_autoptr (LeioCase) kase = read_good (fixture, text);
      g_autofree char *written = leio_case_to_data (kase, fixture->questionnaire, NULL);

      g_assert_nonnull (strstr (written, line));
    }
}

typedef struct
{
  const char *text;
  double number; /* 0: refused with @message */
  const char *message;
} Typed;

static const Typed typed[] = {
  { "8.5", 8.5, NULL },
  { "8,5", 8.5, NULL },
  { " 8.5 cm", 8.5, NULL },
  { "8.5cm", 8.5, NULL },
  { "8,5 CM ", 8.5, NULL },
  { "\u00a08\u202f", 8, NULL },
  { "08", 8, NULL },
  { ".5", 0.5, NULL },
  { "8.", 8, NULL },
  { "8.123456", 8.123456, NULL },
  { "\u0668\u066b\u0665", 8.5, NULL }, /* Arabic-Indic digits and their decimal mark */
  { "\u200f\u06f8\u066b\u06f5\u200f cm", 8.5, NULL }, /* Persian digits between direction marks */
  { "\u096e.\u096b", 8.5, NULL },                     /* Devanagari */
  { "", 0, "found nothing, expected a number" },
  { "  ", 0, "found nothing, expected a number" },
  { "large", 0, "found 'large', expected a number in cm, such as 8.5" },
  { "8.5 mm", 0, "found '8.5 mm', expected a number in cm, such as 8.5" },
  { "8 5", 0, "found '8 5', expected a number in cm, such as 8.5" },
  { "1,234.5", 0, "found '1,234.5', expected a number in cm, such as 8.5" },
  { "1e1", 0, "found '1e1', expected a number in cm, such as 8.5" },
  { "0x1", 0, "found '0x1', expected a number in cm, such as 8.5" },
  { "nan", 0, "found 'nan', expected a number in cm, such as 8.5" },
  { "inf", 0, "found 'inf', expected a number in cm, such as 8.5" },
  { ".", 0, "found '.', expected a number in cm, such as 8.5" },
  { "-8", 0, "found -8, expected 0.1 to 60 cm" },
  { "\u22128", 0, "found -8, expected 0.1 to 60 cm" },
  { "60.1", 0, "found 60.1, expected 0.1 to 60 cm" },
};

static void
test_typed (Fixture *fixture, gconstpointer data)
{
  const LeioQuestion *question = leio_questionnaire_get_question (fixture->questionnaire, 1);

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (GError) error = NULL;
      LeioAnswer answer = { LEIO_ANSWER_OPEN, 0, 0, 0.0 };
      gboolean good = leio_answer_from_text (question, typed[i].text, &answer, &error);

      g_assert_cmpstr (good ? NULL : error->message, ==, typed[i].message);
      g_assert_cmpfloat (answer.number, ==, typed[i].number);
      g_assert_cmpint (answer.state, ==, good ? LEIO_ANSWER_GIVEN : LEIO_ANSWER_OPEN);
    }
}

/* What is typed is not the program's own text: it may be very long, or no text at all. */
static void
test_typed_rubbish (Fixture *fixture, gconstpointer data)
{
  const LeioQuestion *number = leio_questionnaire_get_question (fixture->questionnaire, 1);
  const LeioQuestion *choice = leio_questionnaire_get_question (fixture->questionnaire, 0);
  g_autofree char *digits = g_strnfill (5000, '9');
  LeioAnswer answer = { LEIO_ANSWER_OPEN, 0, 0, 0.0 };

  g_assert_false (leio_answer_from_text (number, digits, &answer, NULL));
  g_assert_false (leio_answer_from_text (number, "\xff\xfe", &answer, NULL));
  g_assert_false (leio_answer_from_text (choice, "8", &answer, NULL));
  g_assert_cmpint (answer.state, ==, LEIO_ANSWER_OPEN);
}

static char *
make_file (const char *contents, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("leio-case-XXXXXX", &error);
  char *path;

  g_assert_no_error (error);
  path = g_build_filename (folder, "case.leio", NULL);
  g_file_set_contents (path, contents, (gssize) length, &error);
  g_assert_no_error (error);
  return path;
}

static void
remove_file (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_load (Fixture *fixture, gconstpointer data)
{
  static const char *const text = CASE ("\"site\": \"limb\"");
  g_autofree char *path = make_file (text, strlen (text));
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *etag = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioCase) kase =
      leio_case_load (file, fixture->questionnaire, KNOWLEDGE_ID, &etag, &error);

  g_assert_no_error (error);
  g_assert_nonnull (etag);
  g_assert_cmpuint (leio_answers_get (kase->answers, 0)->value, ==, 1);
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, text);
  remove_file (path);
}

static void
assert_not_loaded (const Fixture *fixture, const char *path, LeioError code, const char *message)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (leio_case_load (file, fixture->questionnaire, KNOWLEDGE_ID, NULL, &error));
  g_assert_error (error, LEIO_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_load_bad (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = make_file ("", 0);
  g_autofree char *folder = g_path_get_dirname (path);

  assert_not_loaded (fixture, path, LEIO_ERROR_SYNTAX, "the text is empty, expected JSON");
  assert_not_loaded (fixture, folder, LEIO_ERROR_UNREADABLE, "found a folder, expected a file");
  assert_not_loaded (fixture, "/dev/zero", LEIO_ERROR_UNREADABLE,
                     "found a device or pipe, expected a file");
  remove_file (path);
  assert_not_loaded (fixture, path, LEIO_ERROR_UNREADABLE, "the file is missing");
}

/* A hole of 100 MB: the size alone is looked at. */
static void
test_load_too_large (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = make_file ("", 0);
  FILE *stream = g_fopen (path, "r+");

  g_assert_nonnull (stream);
  g_assert_cmpint (fseek (stream, 100 * 1024 * 1024 - 1, SEEK_SET), ==, 0);
  g_assert_cmpint (fputc ('\n', stream), ==, '\n');
  g_assert_cmpint (fclose (stream), ==, 0);
  assert_not_loaded (fixture, path, LEIO_ERROR_TOO_LARGE,
                     "the file has 104857600 bytes, at most 4194304 are read");
  remove_file (path);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/case/nested", test_nested },
    { "/case/every-kind", test_every_kind },
    { "/case/states", test_states },
    { "/case/written", test_written },
    { "/case/reading", test_reading },
    { "/case/reading/untold", test_reading_untold },
    { "/case/empty", test_empty },
    { "/case/kept", test_kept },
    { "/case/copy", test_copy },
    { "/case/numbers", test_numbers },
    { "/case/typed", test_typed },
    { "/case/typed-rubbish", test_typed_rubbish },
    { "/case/load", test_load },
    { "/case/load-bad", test_load_bad },
    { "/case/load-too-large", test_load_too_large },
  };

  g_test_init (&argc, &argv, NULL);
  g_test_summary ("A case is read exactly or refused with the place, and nothing of it is lost");

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strconcat ("/case/bad/", bad[i].name, NULL);

      g_test_add (path, Fixture, &bad[i], set_up, test_bad, tear_down);
    }

  return g_test_run ();
}
