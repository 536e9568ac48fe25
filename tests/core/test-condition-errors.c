/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Conditions that are wrong: each with its column, code and message, for a
 * clinician mends the line by these words.
 */
#include "config.h"

#include <string.h>

#include "leio-error.h"
#include "leio-test-logic.h"

typedef struct
{
  const char *text;
  guint column;
  LeioError code;
  const char *message;
} Row;

#define SYNTAX LEIO_ERROR_SYNTAX
#define TYPE LEIO_ERROR_TYPE
#define RANGE LEIO_ERROR_RANGE
#define UNKNOWN LEIO_ERROR_UNKNOWN_ID
#define DUPLICATE LEIO_ERROR_DUPLICATE

#define FACT "expected a fact, 'not' or '(', found "
#define SITES "(values: uterus, retroperitoneum, limb, skin)"
#define KNOWN " is not possible: a condition cannot ask whether an answer is known"

static const Row rows[] = {
  /* Names */
  { "site = limbs", 8, UNKNOWN,
    "'limbs' is not a value of question site " SITES ", did you mean 'limb'?" },
  { "site in (limb, colon)", 16, UNKNOWN, "'colon' is not a value of question site " SITES },
  { "grade = 4", 9, UNKNOWN, "'4' is not a value of question grade (values: 1, 2, 3)" },
  { "grade >= 2.5", 10, UNKNOWN, "'2.5' is not a value of question grade (values: 1, 2, 3)" },
  { "symptoms has pains", 14, UNKNOWN,
    "'pains' is not a value of question symptoms (values: pain, bleeding, fracture_risk), "
    "did you mean 'pain'?" },
  { "symptoms has any (pain, fever)", 25, UNKNOWN,
    "'fever' is not a value of question symptoms (values: pain, bleeding, fracture_risk)" },
  { "stage = V", 9, UNKNOWN, "'V' is not a value of derived fact stage (values: I, II, III, IV)" },
  { "grad >= 2", 1, UNKNOWN, "unknown fact 'grad', did you mean 'grade'?" },
  { "large and Site = limb", 11, UNKNOWN, "unknown fact 'Site', did you mean 'site'?" },
  { "larg", 1, UNKNOWN, "unknown fact 'larg', did you mean 'large'?" },
  { "colour = red", 1, UNKNOWN,
    "unknown fact 'colour' (facts: site, depth, size_cm, grade, nodes, metastasis, "
    "metastasis_sites, months, symptoms, ecog, …)" },
  { "8 > 5", 1, UNKNOWN,
    "unknown fact '8' (facts: site, depth, size_cm, grade, nodes, metastasis, "
    "metastasis_sites, months, symptoms, ecog, …)" },
  { "site in (limb, limb)", 16, DUPLICATE, "'limb' is in the list twice" },
  { "stage in (I, II, I)", 18, DUPLICATE, "'I' is in the list twice" },

  /* Grammar */
  { "", 1, SYNTAX, FACT "the end" },
  { "   ", 4, SYNTAX, FACT "the end" },
  { "and", 1, SYNTAX, FACT "'and'" },
  { ")", 1, SYNTAX, FACT "')'" },
  { "= limb", 1, SYNTAX, FACT "'='" },
  { "large and", 10, SYNTAX, FACT "the end" },
  { "large or or frail", 10, SYNTAX, FACT "'or'" },
  { "not", 4, SYNTAX, FACT "the end" },
  { "()", 2, SYNTAX, FACT "')'" },
  { "large)", 6, SYNTAX, "expected 'and', 'or' or the end, found ')'" },
  { "large frail", 7, SYNTAX, "expected 'and', 'or' or the end, found 'frail'" },
  { "large AND frail", 7, SYNTAX, "expected 'and', 'or' or the end, found 'AND'" },
  { "large && frail", 7, SYNTAX, "expected 'and', 'or' or the end, found '&'" },
  { "large not frail", 7, SYNTAX, "expected 'and', 'or' or the end, found 'not'" },
  { "size_cm > 5 < 8", 13, SYNTAX, "expected 'and', 'or' or the end, found '<'" },
  { "(large", 7, SYNTAX, "expected 'and', 'or' or ')', found the end" },
  { "(large frail)", 8, SYNTAX, "expected 'and', 'or' or ')', found 'frail'" },
  { "always = 1", 8, SYNTAX, "expected 'and', 'or' or the end, found '='" },
  { "site =", 7, SYNTAX, "expected a value of site, found the end" },
  { "site = and", 8, SYNTAX, "expected a value of site, found 'and'" },
  { "site == limb", 7, SYNTAX, "expected a value of site, found '='" },
  { "site = (limb)", 8, SYNTAX, "expected a value of site, found '('" },
  { "site = \"limb\"", 8, SYNTAX, "expected a value of site, found '\"'" },
  { "site in limb", 9, SYNTAX, "expected '(', found 'limb'" },
  { "site in", 8, SYNTAX, "expected '(', found the end" },
  { "site in ()", 10, SYNTAX, "expected a value of site, found ')'" },
  { "site in (limb", 14, SYNTAX, "expected ',' or ')', found the end" },
  { "site in (limb skin)", 15, SYNTAX, "expected ',' or ')', found 'skin'" },
  { "site in (limb,)", 15, SYNTAX, "expected a value of site, found ')'" },
  { "size_cm > large", 11, SYNTAX, "expected a number, found 'large'" },
  { "size_cm > 5cm", 11, SYNTAX, "expected a number, found '5cm'" },
  { "size_cm > 5.", 11, SYNTAX, "expected a number, found '5.'" },
  { "size_cm > 5.5.5", 11, SYNTAX, "expected a number, found '5.5.5'" },
  { "size_cm > 1e1", 11, SYNTAX, "expected a number, found '1e1'" },
  { "size_cm > .5", 11, SYNTAX, "expected a number, found '.'" },
  { "size_cm > 5,5", 12, SYNTAX, "expected 'and', 'or' or the end, found ','" },
  { "size_cm > ", 11, SYNTAX, "expected a number, found the end" },
  { "size_cm < = 5", 11, SYNTAX, "expected a number, found '='" },
  { "size_cm > months", 11, SYNTAX, "expected a number, found 'months'" },
  { "symptoms has", 13, SYNTAX, "expected a value of symptoms, found the end" },
  { "symptoms has any pain", 18, SYNTAX, "expected '(', found 'pain'" },
  { "symptoms has at 2", 17, SYNTAX, "expected 'least', found '2'" },
  { "symptoms has at least pain", 23, SYNTAX, "expected a whole number, found 'pain'" },
  { "symptoms has at least 1.5", 23, SYNTAX, "expected a whole number, found '1.5'" },
  { "symptoms is pain", 13, SYNTAX, "expected 'empty', found 'pain'" },
  { "symptoms within pain", 17, SYNTAX, "expected '(', found 'pain'" },

  /* Kinds */
  { "size_cm in (5, 6)", 9, TYPE,
    "question size_cm is a number: use <, <=, >, >=, = or != with a number" },
  { "size_cm has 5", 9, TYPE,
    "question size_cm is a number: use <, <=, >, >=, = or != with a number" },
  { "size_cm", 8, TYPE, "question size_cm is a number: use <, <=, >, >=, = or != with a number" },
  { "symptoms = pain", 10, TYPE,
    "question symptoms is a set: use has, has any, has at least, within or is empty" },
  { "symptoms > 2", 10, TYPE,
    "question symptoms is a set: use has, has any, has at least, within or is empty" },
  { "symptoms and large", 10, TYPE,
    "question symptoms is a set: use has, has any, has at least, within or is empty" },
  { "symptoms in (pain)", 10, TYPE,
    "question symptoms is a set: use has, has any, has at least, within or is empty" },
  { "site < limb", 6, TYPE, "'<' needs a number or a scale; site is a choice" },
  { "site >= limb", 6, TYPE, "'>=' needs a number or a scale; site is a choice" },
  { "site has limb", 6, TYPE, "question site is a choice: use =, != or in with its values" },
  { "site", 5, TYPE, "question site is a choice: use =, != or in with its values" },
  { "site is empty", 6, TYPE, "question site is a choice: use =, != or in with its values" },
  { "grade within (1)", 7, TYPE,
    "question grade is a scale: use <, <=, >, >=, =, != or in with its values" },
  { "stage", 6, TYPE, "stage is a derived fact: use =, != or in with its values" },
  { "stage and large", 7, TYPE, "stage is a derived fact: use =, != or in with its values" },
  { "stage > I", 7, TYPE, "'>' needs a number or a scale; stage is a derived fact" },
  { "large = yes", 7, TYPE, "large is a definition: write its name alone, without '='" },
  { "large in (yes)", 7, TYPE, "large is a definition: write its name alone, without 'in'" },
  { "large is empty", 7, TYPE, "large is a definition: write its name alone, without 'is'" },

  /* Bounds */
  { "size_cm > 61", 11, RANGE, "61 is out of the bounds of question size_cm (0.1 to 60)" },
  { "size_cm > 60.5", 11, RANGE, "60.5 is out of the bounds of question size_cm (0.1 to 60)" },
  { "size_cm < 0", 11, RANGE, "0 is out of the bounds of question size_cm (0.1 to 60)" },
  { "size_cm > -5", 11, RANGE, "-5 is out of the bounds of question size_cm (0.1 to 60)" },
  { "size_cm > - 5", 11, RANGE, "-5 is out of the bounds of question size_cm (0.1 to 60)" },
  { "size_cm > 60", 9, RANGE, "size_cm can never be > 60" },
  { "months < 0", 8, RANGE, "months can never be < 0" },
  { "size_cm > 5.00000000000000", 11, RANGE, "a number has at most 15 digits here" },
  { "grade < 1", 7, RANGE, "grade can never be < 1" },
  { "grade > 3", 7, RANGE, "grade can never be > 3" },
  { "symptoms has at least 0", 23, RANGE,
    "0 is out of range: question symptoms can have 1 to 3 values" },
  { "symptoms has at least 4", 23, RANGE,
    "4 is out of range: question symptoms can have 1 to 3 values" },
  { "symptoms has at least 99999999999999999999999", 23, RANGE,
    "99999999999999999999999 is out of range: question symptoms can have 1 to 3 values" },

  /* Whether an answer is known cannot be asked. */
  { "grade is known", 10, SYNTAX, "'known'" KNOWN },
  { "size_cm is unknown", 12, SYNTAX, "'unknown'" KNOWN },
  { "symptoms is unknown", 13, SYNTAX, "'unknown'" KNOWN },
  { "grade = unknown", 9, SYNTAX, "'unknown'" KNOWN },
  { "size_cm = unknown", 11, SYNTAX, "'unknown'" KNOWN },
  { "site in (limb, unknown)", 16, SYNTAX, "'unknown'" KNOWN },
  { "symptoms has unknown", 14, SYNTAX, "'unknown'" KNOWN },
  { "grade unknown", 7, SYNTAX, "'unknown'" KNOWN },
  { "symptoms known", 10, SYNTAX, "'known'" KNOWN },
  { "size_cm known", 9, SYNTAX, "'known'" KNOWN },
  { "known (grade)", 1, SYNTAX, "'known'" KNOWN },
  { "not unknown grade", 5, SYNTAX, "'unknown'" KNOWN },

  /* Columns count characters, and a tab or a new line is one. */
  { "site = limb €", 13, SYNTAX, "expected 'and', 'or' or the end, found '€'" },
  { "€€ large", 1, SYNTAX, FACT "'€'" },
  { "large and ≥", 11, SYNTAX, FACT "'≥'" },
  { "large\tand\tsite = limbs", 18, UNKNOWN,
    "'limbs' is not a value of question site " SITES ", did you mean 'limb'?" },
  { "large\nand\nsite = limbs", 18, UNKNOWN,
    "'limbs' is not a value of question site " SITES ", did you mean 'limb'?" },
  { "large # a note", 7, SYNTAX, "expected 'and', 'or' or the end, found '#'" },
  { "large /* a note */", 7, SYNTAX, "expected 'and', 'or' or the end, found '/'" },
  { "large and 'frail'", 11, SYNTAX, FACT "'''" },
  { "$large", 1, SYNTAX, FACT "'$'" },
};

static void
assert_fails (const char *text, guint expected_column, LeioError code, const char *message)
{
  g_autoptr (LeioLogic) logic = leio_test_logic_new ();
  g_autoptr (GError) error = NULL;
  guint column = 0;

  g_assert_null (leio_condition_parse (logic, text, &column, &error));

  g_assert_error (error, LEIO_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
  g_assert_cmpuint (column, ==, expected_column);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;

  assert_fails (row->text, row->column, row->code, row->message);
}

static char *
repeat (const char *before, guint n_times, const char *middle, const char *after)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_times; i++)
    g_string_append (text, before);
  g_string_append (text, middle);
  for (guint i = 0; i < n_times; i++)
    g_string_append (text, after);

  return g_string_free (text, FALSE);
}

static void
test_too_deep (void)
{
  g_autofree char *parentheses = repeat ("(", 201, "large", ")");
  g_autofree char *negations = repeat ("not ", 5000, "large", "");
  g_autofree char *both = repeat ("not (", 101, "large", ")");
  const char *message = "parentheses and 'not' nest deeper than 200 levels";

  assert_fails (parentheses, 201, SYNTAX, message);
  assert_fails (negations, 801, SYNTAX, message);
  assert_fails (both, 501, SYNTAX, message);
}

static void
test_too_long (void)
{
  g_autofree char *padding = g_strnfill (64 * 1024 - 4, ' ');
  g_autofree char *text = g_strconcat (padding, "large", NULL);

  assert_fails (text, 1, LEIO_ERROR_TOO_LARGE, "a condition is longer than 64 KiB");
}

static void
test_not_utf8 (void)
{
  const char *message = "a condition is not UTF-8 text";

  assert_fails ("\xff", 1, LEIO_ERROR_ENCODING, message);
  assert_fails ("site = l\xe4sst", 9, LEIO_ERROR_ENCODING, message);
  assert_fails ("€ \xe2\x82", 3, LEIO_ERROR_ENCODING, message);
}

/* A caller may want neither the column nor the words. */
static void
test_optional_arguments (void)
{
  g_autoptr (LeioLogic) logic = leio_test_logic_new ();

  g_assert_null (leio_condition_parse (logic, "site = limbs", NULL, NULL));
  g_assert_null (leio_condition_parse (logic, "\xff", NULL, NULL));
}

/* Whatever the bytes are: a tree or an error, and the column lies in the text. */
static void
test_random_text (void)
{
  static const char *const pieces[] = {
    "site", "grade", "size_cm", "symptoms", "stage", "large", "limb",   "2",  "8.5",   "pain",
    "I",    "and",   "or",      "not",      "in",    "has",   "any",    "at", "least", "within",
    "is",   "empty", "known",   "(",        ")",     ",",     "=",      "!=", "<",     "<=",
    ">",    ">=",    "-",       ".",        "€",     "\t",    "always", "\"", "!",     "#",
  };
  g_autoptr (LeioLogic) logic = leio_test_logic_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  guint n_parsed = 0;

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (LeioCondition) condition = NULL;
      g_autoptr (GError) error = NULL;
      guint column = 0;

      for (int n = g_rand_int_range (rand, 1, 9); n > 0; n--)
        g_string_append_printf (text, "%s%s",
                                pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))],
                                g_rand_boolean (rand) ? " " : "");
      condition = leio_condition_parse (logic, text->str, &column, &error);

      g_assert_true ((condition == NULL) == (error != NULL));
      if (error != NULL)
        g_assert_cmpuint (column, <=, g_utf8_strlen (text->str, -1) + 1);
      n_parsed += condition != NULL ? 1 : 0;
    }

  g_assert_cmpuint (n_parsed, >, 0);
}

static void
test_reserved (void)
{
  static const char *const reserved[] = {
    "and",   "or", "not",    "in",    "has",    "any",   "at",
    "least", "is", "within", "empty", "always", "known", "unknown",
  };
  static const char *const free_names[] = { "none", "no", "yes", "other", "And", "", "r0", "all" };

  for (guint i = 0; i < G_N_ELEMENTS (reserved); i++)
    g_assert_true (leio_condition_is_reserved (reserved[i]));
  for (guint i = 0; i < G_N_ELEMENTS (free_names); i++)
    g_assert_false (leio_condition_is_reserved (free_names[i]));
}

static void
test_check_name (void)
{
  static const struct
  {
    const char *name, *message;
  } names[] = {
    { "size_cm", NULL },
    { "3d", NULL },
    { "2", NULL },
    { "IIIA", NULL },
    { "", "an id is empty" },
    { "re-excision", "'re-excision' cannot be an id: use the letters a to z, digits and '_'" },
    { "8.5", "'8.5' cannot be an id: use the letters a to z, digits and '_'" },
    { "größe", "'größe' cannot be an id: use the letters a to z, digits and '_'" },
    { "any", "'any' cannot be an id: it is a word of the conditions' own language" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (leio_condition_check_name (names[i].name, &error), ==,
                       names[i].message == NULL);
      if (names[i].message == NULL)
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_error (error, LEIO_ERROR, LEIO_ERROR_SYNTAX);
      g_assert_cmpstr (error->message, ==, names[i].message);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/condition/error/%u", i);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/core/condition/error/too-deep", test_too_deep);
  g_test_add_func ("/core/condition/error/too-long", test_too_long);
  g_test_add_func ("/core/condition/error/not-utf8", test_not_utf8);
  g_test_add_func ("/core/condition/error/optional-arguments", test_optional_arguments);
  g_test_add_func ("/core/condition/error/random-text", test_random_text);
  g_test_add_func ("/core/condition/name/reserved", test_reserved);
  g_test_add_func ("/core/condition/name/check", test_check_name);

  return g_test_run ();
}
