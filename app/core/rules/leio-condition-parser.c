/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the line to the tree: GScanner makes words and signs of the text, a
 * recursive descent makes the tree, one function a line of the grammar. A
 * function returns NULL after parser->error is set; the first fault is reported.
 */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "leio-condition.h"
#include "leio-error.h"
#include "leio-logic.h"
#include "leio-text.h"

#define MAX_BYTES (64 * 1024)
#define MAX_NESTING 200
/* Of the names in a message; more cannot be taken in. */
#define MAX_SHOWN 10
/* What a double keeps, so that a threshold is printed as it was written. */
#define MAX_DIGITS 15

#define WORD_CHARACTERS G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "_"

typedef enum
{
  TOKEN_WORD, /* a name, a keyword or a number */
  TOKEN_SIGN, /* one of ( ) , = != < <= > >= -, or a character of no meaning */
  TOKEN_END,
} TokenKind;

typedef struct
{
  TokenKind kind;
  const char *text; /* in the parser's chunk */
  gsize offset;     /* in bytes */
} Token;

typedef struct
{
  const LeioLogic *logic;
  const char *text;
  GStringChunk *words;
  GArray *tokens; /* (element-type Token) the last is the end */
  guint position;
  guint nesting;
  gsize offset;   /* of the fault */
  GError *error;
} Parser;

/* What a question or a derived fact is to the grammar. */
typedef struct
{
  const char *id;
  const LeioQuestion *question; /* NULL: a derived fact */
  GPtrArray *values;            /* (element-type LeioValue) */
  guint index;
} Fact;

static const char *const reserved[] = {
  "and",    "or", "not",   "in",     "has",   "any",     "at",
  "least", "is", "within", "empty", "always", "known", "unknown",
};

/**
 * leio_condition_is_reserved:
 * @name: a word
 *
 * Returns: whether the grammar uses the word, so that nothing can be named so
 */
gboolean
leio_condition_is_reserved (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (reserved); i++)
    if (g_str_equal (name, reserved[i]))
      return TRUE;

  return FALSE;
}

/**
 * leio_condition_check_name:
 * @name: the id of a question, value, definition or derived fact
 * @error: what is wrong with it
 *
 * Returns: whether a condition can use the name
 */
gboolean
leio_condition_check_name (const char *name, GError **error)
{
  if (*name == '\0')
    {
      g_set_error_literal (error, LEIO_ERROR, LEIO_ERROR_SYNTAX, _ ("an id is empty"));
      return FALSE;
    }
  if (name[strspn (name, WORD_CHARACTERS)] != '\0')
    {
      g_set_error (error, LEIO_ERROR, LEIO_ERROR_SYNTAX,
                   /* Translators: %s is an id */
                   _ ("'%s' cannot be an id: use the letters a to z, digits and '_'"), name);
      return FALSE;
    }
  if (leio_condition_is_reserved (name))
    {
      g_set_error (error, LEIO_ERROR, LEIO_ERROR_SYNTAX,
                   /* Translators: %s is a word like 'and' or 'in' */
                   _ ("'%s' cannot be an id: it is a word of the conditions' own language"), name);
      return FALSE;
    }

  return TRUE;
}

static const Token *
peek (const Parser *parser)
{
  return &g_array_index (parser->tokens, Token, parser->position);
}

static const Token *
take (Parser *parser)
{
  const Token *token = peek (parser);

  if (token->kind != TOKEN_END)
    parser->position++;

  return token;
}

static gboolean
is_next (const Parser *parser, const char *text)
{
  const Token *token = peek (parser);

  return token->kind != TOKEN_END && g_str_equal (token->text, text);
}

static gboolean
accept (Parser *parser, const char *text)
{
  if (!is_next (parser, text))
    return FALSE;

  take (parser);

  return TRUE;
}

G_GNUC_PRINTF (4, 5)
static void
fail (Parser *parser, const Token *token, LeioError code, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  parser->error = g_error_new_valist (LEIO_ERROR, (int) code, format, arguments);
  va_end (arguments);
  parser->offset = token->offset;
}

/* @expected is a whole phrase, e.g. "'and', 'or' or the end". */
static void
fail_expected (Parser *parser, const char *expected)
{
  const Token *token = peek (parser);

  if (token->kind == TOKEN_END)
    fail (parser, token, LEIO_ERROR_SYNTAX,
          /* Translators: %s is what would be right here, e.g. “'(' or a number” */
          _ ("expected %s, found the end"), expected);
  else
    fail (parser, token, LEIO_ERROR_SYNTAX,
          /* Translators: %1$s is what would be right here, %2$s what is there instead */
          _ ("expected %1$s, found '%2$s'"), expected, token->text);
}

/* People try to ask whether an answer is known; the reason why not belongs into the message. */
static gboolean
fail_if_known (Parser *parser)
{
  const Token *token = peek (parser);

  if (!is_next (parser, "known") && !is_next (parser, "unknown"))
    return FALSE;

  fail (parser, token, LEIO_ERROR_SYNTAX,
        /* Translators: %s is 'known' or 'unknown' */
        _ ("'%s' is not possible: a condition cannot ask whether an answer is known"), token->text);

  return TRUE;
}

static gboolean
expect (Parser *parser, const char *text)
{
  g_autofree char *expected = NULL;

  if (accept (parser, text))
    return TRUE;
  if (fail_if_known (parser))
    return FALSE;

  expected = g_strdup_printf ("'%s'", text);
  fail_expected (parser, expected);

  return FALSE;
}

/* "values: a, b, …" and, where @word is nearly one of them, the one. */
static char *
dup_hint (const char *word, const char *const *names, guint n_names)
{
  g_autofree char *list = leio_text_join_some (names, n_names, MAX_SHOWN);
  const char *near = leio_text_find_near (word, names, n_names);

  if (near == NULL)
    /* Translators: %s is a list of ids */
    return g_strdup_printf (_ ("(values: %s)"), list);

  /* Translators: %1$s is a list of ids, %2$s the one that was probably meant */
  return g_strdup_printf (_ ("(values: %1$s), did you mean '%2$s'?"), list, near);
}

static void
fail_value (Parser *parser, const Token *token, const Fact *fact)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *hint = NULL;

  for (guint i = 0; i < fact->values->len; i++)
    g_ptr_array_add (names, ((LeioValue *) fact->values->pdata[i])->id);
  hint = dup_hint (token->text, (const char *const *) names->pdata, names->len);

  if (fact->question != NULL)
    fail (parser, token, LEIO_ERROR_UNKNOWN_ID,
          /* Translators: %1$s is what was found, %2$s a question, %3$s “(values: …)” */
          _ ("'%1$s' is not a value of question %2$s %3$s"), token->text, fact->id, hint);
  else
    fail (parser, token, LEIO_ERROR_UNKNOWN_ID,
          /* Translators: %1$s is what was found, %2$s a derived fact, %3$s “(values: …)” */
          _ ("'%1$s' is not a value of derived fact %2$s %3$s"), token->text, fact->id, hint);
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

static void
fail_unknown_fact (Parser *parser, const Token *token)
{
  g_autoptr (GPtrArray) names = list_facts (parser->logic);
  const char *const *words = (const char *const *) names->pdata;
  const char *near = leio_text_find_near (token->text, words, names->len);
  g_autofree char *list = leio_text_join_some (words, names->len, MAX_SHOWN);

  if (near != NULL)
    fail (parser, token, LEIO_ERROR_UNKNOWN_ID,
          /* Translators: %1$s is what was found, %2$s what was probably meant */
          _ ("unknown fact '%1$s', did you mean '%2$s'?"), token->text, near);
  else
    fail (parser, token, LEIO_ERROR_UNKNOWN_ID,
          /* Translators: %1$s is what was found, %2$s a list of ids */
          _ ("unknown fact '%1$s' (facts: %2$s)"), token->text, list);
}

static LeioCondition *
new_atom (LeioConditionKind kind, const Fact *fact)
{
  LeioCondition *atom = leio_condition_new (kind);

  atom->index = fact->index;

  return atom;
}

/* value := the id of a value; -1 after a fault */
static int
parse_value (Parser *parser, const Fact *fact)
{
  const Token *token = peek (parser);

  if (fail_if_known (parser))
    return -1;
  if (token->kind != TOKEN_WORD || leio_condition_is_reserved (token->text))
    {
      g_autofree char *expected = NULL;

      /* Translators: %s is a question or a derived fact; follows “expected” */
      expected = g_strdup_printf (_ ("a value of %s"), fact->id);
      fail_expected (parser, expected);
      return -1;
    }

  take (parser);
  for (guint i = 0; i < fact->values->len; i++)
    if (g_str_equal (((LeioValue *) fact->values->pdata[i])->id, token->text))
      return (int) i;

  fail_value (parser, token, fact);

  return -1;
}

/* list := "(" value { "," value } ")"; 0 after a fault */
static guint64
parse_list (Parser *parser, const Fact *fact)
{
  guint64 mask = 0;

  if (!expect (parser, "("))
    return 0;

  do
    {
      const Token *token = peek (parser);
      int value = parse_value (parser, fact);

      if (value < 0)
        return 0;
      if ((mask >> value & 1) != 0)
        {
          fail (parser, token, LEIO_ERROR_DUPLICATE,
                /* Translators: %s is the id of a value */
                _ ("'%s' is in the list twice"), token->text);
          return 0;
        }
      mask |= G_GUINT64_CONSTANT (1) << value;
    }
  while (accept (parser, ","));

  if (accept (parser, ")"))
    return mask;

  fail_expected (parser, _ ("',' or ')'"));

  return 0;
}

static gboolean
find_comparison (const Token *token, LeioComparison *comparison)
{
  static const struct
  {
    const char *text;
    LeioComparison comparison;
  } signs[] = {
    { "<", LEIO_COMPARISON_LESS },      { "<=", LEIO_COMPARISON_AT_MOST },
    { ">", LEIO_COMPARISON_MORE },      { ">=", LEIO_COMPARISON_AT_LEAST },
    { "=", LEIO_COMPARISON_EQUAL },     { "!=", LEIO_COMPARISON_NOT_EQUAL },
  };

  for (guint i = 0; token->kind == TOKEN_SIGN && i < G_N_ELEMENTS (signs); i++)
    if (g_str_equal (token->text, signs[i].text))
      {
        *comparison = signs[i].comparison;
        return TRUE;
      }

  return FALSE;
}

static gboolean
is_order (LeioComparison comparison)
{
  return comparison != LEIO_COMPARISON_EQUAL && comparison != LEIO_COMPARISON_NOT_EQUAL;
}

/* The values that stand in @comparison to @value, by their position. */
static guint64
get_compared_mask (guint64 all, LeioComparison comparison, int value)
{
  guint64 one = G_GUINT64_CONSTANT (1) << value;
  guint64 below = one - 1;

  switch (comparison)
    {
    case LEIO_COMPARISON_LESS:
      return below;
    case LEIO_COMPARISON_AT_MOST:
      return below | one;
    case LEIO_COMPARISON_MORE:
      return all & ~(below | one);
    case LEIO_COMPARISON_AT_LEAST:
      return all & ~below;
    case LEIO_COMPARISON_EQUAL:
      return one;
    case LEIO_COMPARISON_NOT_EQUAL:
      return all & ~one;
    }

  g_return_val_if_reached (0);
}

static guint64
parse_compared_values (Parser *parser, const Fact *fact, LeioComparison comparison)
{
  guint n_values = fact->values->len;
  guint64 all = n_values >= LEIO_MAX_VALUES ? G_MAXUINT64
                                            : (G_GUINT64_CONSTANT (1) << n_values) - 1;
  const Token *token = peek (parser);
  int value = parse_value (parser, fact);
  guint64 mask;

  if (value < 0)
    return 0;

  mask = get_compared_mask (all, comparison, value);
  if (mask == 0)
    fail (parser, token, LEIO_ERROR_RANGE,
          /* Translators: %1$s is a question, %2$s one of its values */
          _ ("this can never be: no value of %1$s is left beside '%2$s'"), fact->id, token->text);

  return mask;
}

/* What an author can write after @fact. */
static void
fail_operator (Parser *parser, const Fact *fact)
{
  const Token *token = peek (parser);

  if (fact->question == NULL)
    fail (parser, token, LEIO_ERROR_TYPE,
          /* Translators: %s is a derived fact; =, != and in stay as they are */
          _ ("%s is a derived fact: use =, != or in with its values"), fact->id);
  else if (fact->question->kind == LEIO_QUESTION_NUMBER)
    fail (parser, token, LEIO_ERROR_TYPE,
          /* Translators: %s is a question; the signs stay as they are */
          _ ("question %s is a number: use <, <=, >, >=, = or != with a number"), fact->id);
  else if (fact->question->kind == LEIO_QUESTION_SET)
    fail (parser, token, LEIO_ERROR_TYPE,
          /* Translators: %s is a question; has, any, at least, within, is empty stay as they are */
          _ ("question %s is a set: use has, has any, has at least, within or is empty"), fact->id);
  else if (fact->question->kind == LEIO_QUESTION_SCALE)
    fail (parser, token, LEIO_ERROR_TYPE,
          /* Translators: %s is a question; the signs and in stay as they are */
          _ ("question %s is a scale: use <, <=, >, >=, =, != or in with its values"), fact->id);
  else
    fail (parser, token, LEIO_ERROR_TYPE,
          /* Translators: %s is a question; =, != and in stay as they are */
          _ ("question %s is a choice: use =, != or in with its values"), fact->id);
}

static void
fail_order (Parser *parser, const Token *token, const Fact *fact)
{
  if (fact->question == NULL)
    fail (parser, token, LEIO_ERROR_TYPE,
          /* Translators: %1$s is a sign like <, %2$s a derived fact */
          _ ("'%1$s' needs a number or a scale; %2$s is a derived fact"), token->text, fact->id);
  else
    fail (parser, token, LEIO_ERROR_TYPE,
          /* Translators: %1$s is a sign like <, %2$s a question */
          _ ("'%1$s' needs a number or a scale; %2$s is a choice"), token->text, fact->id);
}

/* choice-atom := fact ( "=" | "!=" | order ) value | fact "in" list; also scales and derived facts */
static LeioCondition *
parse_value_atom (Parser *parser, const Fact *fact)
{
  const Token *token = peek (parser);
  gboolean ordered = fact->question != NULL && fact->question->kind == LEIO_QUESTION_SCALE;
  LeioComparison comparison;
  LeioCondition *atom;
  guint64 mask;

  if (accept (parser, "in"))
    mask = parse_list (parser, fact);
  else if (!find_comparison (token, &comparison))
    {
      if (!fail_if_known (parser))
        fail_operator (parser, fact);
      return NULL;
    }
  else if (is_order (comparison) && !ordered)
    {
      fail_order (parser, token, fact);
      return NULL;
    }
  else
    {
      take (parser);
      mask = parse_compared_values (parser, fact, comparison);
    }
  if (mask == 0)
    return NULL;

  atom = new_atom (fact->question != NULL ? LEIO_CONDITION_VALUE : LEIO_CONDITION_DERIVED, fact);
  atom->mask = mask;

  return atom;
}

/* "12", "8.5"; words are scanned with their points, so "8.5.1" and "8cm" come here whole. */
static gboolean
is_number (const Token *token)
{
  const char *text = token->text;
  gsize whole = strspn (text, G_CSET_DIGITS);
  gsize part = text[whole] == '.' ? strspn (text + whole + 1, G_CSET_DIGITS) : 0;

  if (token->kind != TOKEN_WORD || whole == 0)
    return FALSE;

  return text[whole] == '\0' || (part > 0 && text[whole + 1 + part] == '\0');
}

static void
fail_bounds (Parser *parser, const Token *token, const LeioQuestion *question, double number)
{
  g_autofree char *found = leio_text_from_number (number);
  g_autofree char *min = leio_text_from_number (question->min);
  g_autofree char *max = leio_text_from_number (question->max);

  fail (parser, token, LEIO_ERROR_RANGE,
        /* Translators: %1$s is a number, %2$s a question, %3$s and %4$s its bounds */
        _ ("%1$s is out of the bounds of question %2$s (%3$s to %4$s)"), found, question->id, min,
        max);
}

static gboolean
parse_number (Parser *parser, const LeioQuestion *question, double *number)
{
  const Token *start = peek (parser);
  gboolean negative = accept (parser, "-");
  const Token *token = peek (parser);

  if (fail_if_known (parser))
    return FALSE;
  if (!is_number (token))
    {
      fail_expected (parser, _ ("a number"));
      return FALSE;
    }
  if (strlen (token->text) > MAX_DIGITS)
    {
      fail (parser, token, LEIO_ERROR_RANGE,
            /* Translators: %d is a number of digits */
            _ ("a number has at most %d digits here"), MAX_DIGITS);
      return FALSE;
    }

  take (parser);
  *number = g_ascii_strtod (token->text, NULL) * (negative ? -1 : 1);
  if (*number >= question->min && *number <= question->max)
    return TRUE;

  fail_bounds (parser, start, question, *number);

  return FALSE;
}

/* number-atom := fact ( "=" | "!=" | order ) number */
static LeioCondition *
parse_number_atom (Parser *parser, const Fact *fact)
{
  const Token *token = peek (parser);
  const LeioQuestion *question = fact->question;
  LeioComparison comparison;
  LeioCondition *atom;
  double number;

  if (!find_comparison (token, &comparison))
    {
      if (!fail_if_known (parser))
        fail_operator (parser, fact);
      return NULL;
    }

  take (parser);
  if (!parse_number (parser, question, &number))
    return NULL;
  if ((comparison == LEIO_COMPARISON_LESS && number <= question->min) ||
      (comparison == LEIO_COMPARISON_MORE && number >= question->max))
    {
      fail (parser, token, LEIO_ERROR_RANGE,
            /* Translators: %1$s is a question, %2$s a sign like < */
            _ ("this can never be: the bound of question %1$s leaves nothing '%2$s'"), fact->id,
            token->text);
      return NULL;
    }

  atom = new_atom (LEIO_CONDITION_NUMBER, fact);
  atom->comparison = comparison;
  atom->number = number;

  return atom;
}

/* count := digits, from 1 to the number of values; 0 after a fault */
static guint
parse_count (Parser *parser, const Fact *fact)
{
  const Token *token = peek (parser);
  guint64 count;

  if (!is_number (token) || strchr (token->text, '.') != NULL)
    {
      fail_expected (parser, _ ("a whole number"));
      return 0;
    }

  take (parser);
  count = g_ascii_strtoull (token->text, NULL, 10);
  if (count >= 1 && count <= fact->values->len)
    return (guint) count;

  fail (parser, token, LEIO_ERROR_RANGE,
        /* Translators: %1$s is a number, %2$s a question, %3$u how many values it has */
        _ ("%1$s is out of range: question %2$s can have 1 to %3$u values"), token->text, fact->id,
        fact->values->len);

  return 0;
}

/* has-atom := fact "has" ( value | "any" list | "at" "least" count ); @fact "has" is read */
static LeioCondition *
parse_has_atom (Parser *parser, const Fact *fact)
{
  g_autoptr (LeioCondition) atom = new_atom (LEIO_CONDITION_HAS_ANY, fact);
  int value;

  if (accept (parser, "at"))
    {
      atom->kind = LEIO_CONDITION_AT_LEAST;
      if (expect (parser, "least"))
        atom->count = parse_count (parser, fact);
      return atom->count > 0 ? g_steal_pointer (&atom) : NULL;
    }
  if (accept (parser, "any"))
    {
      atom->mask = parse_list (parser, fact);
      return atom->mask != 0 ? g_steal_pointer (&atom) : NULL;
    }

  value = parse_value (parser, fact);
  if (value < 0)
    return NULL;
  atom->mask = G_GUINT64_CONSTANT (1) << value;

  return g_steal_pointer (&atom);
}

/* set-atom := has-atom | fact "within" list | fact "is" "empty" */
static LeioCondition *
parse_set_atom (Parser *parser, const Fact *fact)
{
  g_autoptr (LeioCondition) atom = NULL;

  if (accept (parser, "has"))
    return parse_has_atom (parser, fact);
  if (accept (parser, "is"))
    return expect (parser, "empty") ? new_atom (LEIO_CONDITION_EMPTY, fact) : NULL;
  if (!accept (parser, "within"))
    {
      if (!fail_if_known (parser))
        fail_operator (parser, fact);
      return NULL;
    }

  atom = new_atom (LEIO_CONDITION_WITHIN, fact);
  atom->mask = parse_list (parser, fact);

  return atom->mask != 0 ? g_steal_pointer (&atom) : NULL;
}

/* "grade is known" and "size_cm is unknown" deserve the reason, not a list of operators. */
static gboolean
fail_if_is_known (Parser *parser, const Fact *fact)
{
  gboolean set = fact->question != NULL && fact->question->kind == LEIO_QUESTION_SET;

  if (set || !is_next (parser, "is"))
    return FALSE;

  take (parser);
  if (fail_if_known (parser))
    return TRUE;
  parser->position--;

  return FALSE;
}

static LeioCondition *
parse_fact_atom (Parser *parser, const Fact *fact)
{
  if (fail_if_is_known (parser, fact))
    return NULL;
  if (fact->question == NULL)
    return parse_value_atom (parser, fact);

  switch (fact->question->kind)
    {
    case LEIO_QUESTION_CHOICE:
    case LEIO_QUESTION_SCALE:
      return parse_value_atom (parser, fact);
    case LEIO_QUESTION_SET:
      return parse_set_atom (parser, fact);
    case LEIO_QUESTION_NUMBER:
      return parse_number_atom (parser, fact);
    }

  g_return_val_if_reached (NULL);
}

static gboolean
is_operator (const Token *token)
{
  static const char *const words[] = { "in", "has", "within", "is", NULL };
  LeioComparison comparison;

  return find_comparison (token, &comparison) ||
         (token->kind == TOKEN_WORD && g_strv_contains (words, token->text));
}

static LeioCondition *
parse_definition (Parser *parser, const Token *name, int index)
{
  const Token *token = peek (parser);
  LeioCondition *atom;

  if (is_operator (token))
    {
      fail (parser, token, LEIO_ERROR_TYPE,
            /* Translators: %1$s is a definition, %2$s what follows it */
            _ ("%1$s is a definition: write its name alone, without '%2$s'"), name->text,
            token->text);
      return NULL;
    }

  atom = leio_condition_new (LEIO_CONDITION_DEFINITION);
  atom->index = (guint) index;

  return atom;
}

/* atom := "always" | definition | fact-atom */
static LeioCondition *
parse_atom (Parser *parser)
{
  const Token *token = peek (parser);
  const LeioLogic *logic = parser->logic;
  Fact fact = { .id = token->text };
  int index;

  if (accept (parser, "always"))
    return leio_condition_new (LEIO_CONDITION_ALWAYS);
  if (fail_if_known (parser))
    return NULL;
  if (token->kind != TOKEN_WORD || leio_condition_is_reserved (token->text))
    {
      fail_expected (parser, _ ("a fact, 'not' or '('"));
      return NULL;
    }

  take (parser);
  index = leio_logic_find_definition (logic, token->text);
  if (index >= 0)
    return parse_definition (parser, token, index);

  index = leio_logic_find_derived (logic, token->text);
  fact.question = leio_questionnaire_find (logic->questionnaire, token->text);
  if (index < 0 && fact.question == NULL)
    {
      fail_unknown_fact (parser, token);
      return NULL;
    }
  fact.index = index >= 0 ? (guint) index : fact.question->index;
  fact.values = index >= 0 ? ((LeioDerived *) logic->derived->pdata[index])->values
                           : fact.question->values;

  return parse_fact_atom (parser, &fact);
}

static LeioCondition *parse_condition (Parser *parser);

static gboolean
enter (Parser *parser, const Token *token)
{
  if (++parser->nesting <= MAX_NESTING)
    return TRUE;

  fail (parser, token, LEIO_ERROR_SYNTAX,
        /* Translators: %d is a number */
        _ ("parentheses and 'not' nest deeper than %d levels"), MAX_NESTING);

  return FALSE;
}

/* factor := "not" factor | "(" condition ")" | atom */
static LeioCondition *
parse_factor (Parser *parser)
{
  const Token *token = peek (parser);
  g_autoptr (LeioCondition) inner = NULL;
  LeioCondition *negation;

  if (!is_next (parser, "not") && !is_next (parser, "("))
    return parse_atom (parser);
  if (!enter (parser, token))
    return NULL;

  take (parser);
  inner = *token->text == '(' ? parse_condition (parser) : parse_factor (parser);
  parser->nesting--;
  if (inner == NULL)
    return NULL;

  if (*token->text == '(')
    {
      if (accept (parser, ")"))
        return g_steal_pointer (&inner);
      fail_expected (parser, _ ("'and', 'or' or ')'"));
      return NULL;
    }

  negation = leio_condition_new (LEIO_CONDITION_NOT);
  g_ptr_array_add (negation->children, g_steal_pointer (&inner));

  return negation;
}

/* One operand, or a node of @kind over all that @word joins. */
static LeioCondition *
parse_joined (Parser *parser,
              LeioConditionKind kind,
              const char *word,
              LeioCondition *(*parse_operand) (Parser *parser))
{
  g_autoptr (LeioCondition) joined = NULL;
  LeioCondition *operand = parse_operand (parser);

  if (operand == NULL || !is_next (parser, word))
    return operand;

  joined = leio_condition_new (kind);
  g_ptr_array_add (joined->children, operand);
  while (accept (parser, word))
    {
      operand = parse_operand (parser);
      if (operand == NULL)
        return NULL;
      g_ptr_array_add (joined->children, operand);
    }

  return g_steal_pointer (&joined);
}

/* term := factor { "and" factor } */
static LeioCondition *
parse_term (Parser *parser)
{
  return parse_joined (parser, LEIO_CONDITION_AND, "and", parse_factor);
}

/* condition := term { "or" term } */
static LeioCondition *
parse_condition (Parser *parser)
{
  return parse_joined (parser, LEIO_CONDITION_OR, "or", parse_term);
}

static GScanner *
new_scanner (void)
{
  /* A number is scanned as a word too: "3d" is an id, and GScanner would read it as 3 and d. */
  static const GScannerConfig config = {
    .cset_skip_characters = (char *) " \t\r\n",
    .cset_identifier_first = (char *) WORD_CHARACTERS,
    .cset_identifier_nth = (char *) WORD_CHARACTERS ".",
    .cpair_comment_single = (char *) "",
    .case_sensitive = TRUE,
    .scan_identifier = TRUE,
    .scan_identifier_1char = TRUE,
    .char_2_token = TRUE,
  };

  return g_scanner_new (&config);
}

/* GScanner gives signs one byte at a time; two that touch can be one. */
static gsize
get_sign_length (const char *text)
{
  if (strchr ("<>!", *text) != NULL && text[1] == '=')
    return 2;

  return (gsize) (g_utf8_next_char (text) - text);
}

static void
add_token (Parser *parser, TokenKind kind, gsize offset, gsize length)
{
  Token token = {
    .kind = kind,
    .text = g_string_chunk_insert_len (parser->words, parser->text + offset, (gssize) length),
    .offset = offset,
  };

  g_array_append_val (parser->tokens, token);
}

static void
scan_tokens (Parser *parser, const char *text)
{
  GScanner *scanner = new_scanner ();
  gsize end = 0;

  g_scanner_input_text (scanner, text, (guint) strlen (text));
  while (g_scanner_get_next_token (scanner) != G_TOKEN_EOF)
    {
      gboolean word = scanner->token == G_TOKEN_IDENTIFIER;
      gsize length = word ? strlen (scanner->value.v_identifier) : 1;
      gsize offset = g_scanner_cur_position (scanner) - length;

      /* The rest of a sign of several bytes, which was taken as a whole. */
      if (offset < end)
        continue;
      if (!word)
        length = get_sign_length (text + offset);
      add_token (parser, word ? TOKEN_WORD : TOKEN_SIGN, offset, length);
      end = offset + length;
    }
  add_token (parser, TOKEN_END, strlen (text), 0);
  g_scanner_destroy (scanner);
}

static gboolean
check_text (const char *text, guint *column, GError **error)
{
  const char *end;

  *column = 1;
  if (strlen (text) > MAX_BYTES)
    {
      g_set_error (error, LEIO_ERROR, LEIO_ERROR_TOO_LARGE,
                   /* Translators: %d is a number of kibibytes */
                   _ ("a condition is longer than %d KiB"), MAX_BYTES / 1024);
      return FALSE;
    }
  if (!g_utf8_validate (text, -1, &end))
    {
      *column = (guint) g_utf8_strlen (text, end - text) + 1;
      g_set_error_literal (error, LEIO_ERROR, LEIO_ERROR_ENCODING,
                           _ ("a condition is not UTF-8 text"));
      return FALSE;
    }

  return TRUE;
}

static LeioCondition *
parse_all (Parser *parser)
{
  g_autoptr (LeioCondition) condition = parse_condition (parser);

  if (condition == NULL || peek (parser)->kind == TOKEN_END)
    return g_steal_pointer (&condition);

  fail_expected (parser, _ ("'and', 'or' or the end"));

  return NULL;
}

LeioCondition *
leio_condition_parse (const LeioLogic *logic, const char *text, guint *column, GError **error)
{
  g_autofree char *line = NULL;
  guint unused;
  guint *place = column != NULL ? column : &unused;
  LeioCondition *condition;
  Parser parser = { .logic = logic };

  g_return_val_if_fail (logic != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  if (!check_text (text, place, error))
    return NULL;

  /* GScanner counts columns anew after a line feed, and by eights at a tab. */
  line = g_strdelimit (g_strdup (text), "\t\r\n", ' ');
  parser.text = line;
  parser.words = g_string_chunk_new (1024);
  parser.tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  scan_tokens (&parser, line);

  condition = parse_all (&parser);
  if (condition == NULL)
    {
      *place = (guint) g_utf8_strlen (text, (gssize) parser.offset) + 1;
      g_propagate_error (error, parser.error);
    }
  g_array_unref (parser.tokens);
  g_string_chunk_free (parser.words);

  return condition;
}
