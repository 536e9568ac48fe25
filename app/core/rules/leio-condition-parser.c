/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From words to the tree, by recursive descent: one function a line of the
 * grammar. A function returns nothing (NULL, -1, 0) after it has told the fault.
 */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "leio-condition-private.h"
#include "leio-words.h"

#define MAX_BYTES (64 * 1024)
#define MAX_NESTING 200
/* What a double keeps, so that a threshold is printed as it was written. */
#define MAX_DIGITS 15

static gboolean
expect (LeioParser *parser, const char *text)
{
  g_autofree char *expected = NULL;

  if (leio_parser_accept (parser, text))
    return TRUE;
  if (leio_parser_fail_known (parser))
    return FALSE;

  expected = g_strdup_printf ("'%s'", text);
  leio_parser_fail_expected (parser, expected);

  return FALSE;
}

static LeioCondition *
new_atom (LeioConditionKind kind, const LeioFact *fact)
{
  LeioCondition *atom = leio_condition_new (kind);

  atom->index = fact->index;

  return atom;
}

/* value := the id of a value; -1 after a fault */
static int
parse_value (LeioParser *parser, const LeioFact *fact)
{
  const LeioToken *token = leio_parser_peek (parser);
  int value;

  if (leio_parser_fail_known (parser))
    return -1;
  if (token->kind != LEIO_TOKEN_WORD || leio_condition_is_reserved (token->text))
    {
      g_autofree char *expected = NULL;

      /* Translators: %s is a question or a derived fact; follows “expected” */
      expected = g_strdup_printf (_ ("a value of %s"), fact->id);
      leio_parser_fail_expected (parser, expected);
      return -1;
    }

  leio_parser_take (parser);
  value = leio_values_find (fact->values, token->text);
  if (value < 0)
    leio_parser_fail_value (parser, token, fact);

  return value;
}

/* list := "(" value { "," value } ")"; 0 after a fault */
static guint64
parse_list (LeioParser *parser, const LeioFact *fact)
{
  guint64 mask = 0;

  if (!expect (parser, "("))
    return 0;

  do
    {
      const LeioToken *token = leio_parser_peek (parser);
      int value = parse_value (parser, fact);

      if (value < 0)
        return 0;
      if ((mask >> value & 1) != 0)
        {
          leio_parser_fail (parser, token, LEIO_ERROR_DUPLICATE,
                            /* Translators: %s is the id of a value */
                            _ ("'%s' is in the list twice"), token->text);
          return 0;
        }
      mask |= G_GUINT64_CONSTANT (1) << value;
    }
  while (leio_parser_accept (parser, ","));

  if (leio_parser_accept (parser, ")"))
    return mask;

  leio_parser_fail_expected (parser, _ ("',' or ')'"));

  return 0;
}

static gboolean
find_comparison (const LeioToken *token, LeioComparison *comparison)
{
  static const struct
  {
    const char *text;
    LeioComparison comparison;
  } signs[] = {
    { "<", LEIO_COMPARISON_LESS },  { "<=", LEIO_COMPARISON_AT_MOST },
    { ">", LEIO_COMPARISON_MORE },  { ">=", LEIO_COMPARISON_AT_LEAST },
    { "=", LEIO_COMPARISON_EQUAL }, { "!=", LEIO_COMPARISON_NOT_EQUAL },
  };

  for (guint i = 0; token->kind == LEIO_TOKEN_SIGN && i < G_N_ELEMENTS (signs); i++)
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

/* Only the ends of a scale or of the bounds leave nothing, so it is a slip. */
static void
fail_never (LeioParser *parser, const LeioToken *sign, const LeioFact *fact, const char *literal)
{
  leio_parser_fail (parser, sign, LEIO_ERROR_RANGE,
                    /* Translators: %1$s is a question, %2$s a sign, %3$s a value */
                    _ ("%1$s can never be %2$s %3$s"), fact->id, sign->text, literal);
}

static guint64
parse_compared_values (LeioParser *parser, const LeioFact *fact, LeioComparison comparison)
{
  const LeioToken *sign = leio_parser_take (parser);
  const LeioToken *literal = leio_parser_peek (parser);
  int value = parse_value (parser, fact);
  guint64 mask;

  if (value < 0)
    return 0;

  mask = get_compared_mask (leio_values_get_all (fact->values->len), comparison, value);
  if (mask == 0)
    fail_never (parser, sign, fact, literal->text);

  return mask;
}

/* value-atom := fact ( "=" | "!=" | order ) value | fact "in" list */
static LeioCondition *
parse_value_atom (LeioParser *parser, const LeioFact *fact)
{
  const LeioToken *token = leio_parser_peek (parser);
  gboolean ordered = fact->question != NULL && fact->question->kind == LEIO_QUESTION_SCALE;
  LeioComparison comparison;
  LeioCondition *atom;
  guint64 mask;

  if (leio_parser_accept (parser, "in"))
    mask = parse_list (parser, fact);
  else if (!find_comparison (token, &comparison))
    {
      if (!leio_parser_fail_known (parser))
        leio_parser_fail_operator (parser, fact);
      return NULL;
    }
  else if (is_order (comparison) && !ordered)
    {
      leio_parser_fail_order (parser, token, fact);
      return NULL;
    }
  else
    mask = parse_compared_values (parser, fact, comparison);
  if (mask == 0)
    return NULL;

  atom = new_atom (fact->question != NULL ? LEIO_CONDITION_VALUE : LEIO_CONDITION_DERIVED, fact);
  atom->mask = mask;

  return atom;
}

/* "12", "8.5"; words are scanned with their points, so "8.5.1" and "8cm" come here whole. */
static gboolean
is_number (const LeioToken *token)
{
  const char *text = token->text;
  gsize whole = strspn (text, G_CSET_DIGITS);
  gsize part = text[whole] == '.' ? strspn (text + whole + 1, G_CSET_DIGITS) : 0;

  if (token->kind != LEIO_TOKEN_WORD || whole == 0)
    return FALSE;

  return text[whole] == '\0' || (part > 0 && text[whole + 1 + part] == '\0');
}

static gboolean
parse_number (LeioParser *parser, const LeioQuestion *question, double *number)
{
  const LeioToken *start = leio_parser_peek (parser);
  gboolean negative = leio_parser_accept (parser, "-");
  const LeioToken *token = leio_parser_peek (parser);

  if (leio_parser_fail_known (parser))
    return FALSE;
  if (!is_number (token))
    {
      leio_parser_fail_expected (parser, _ ("a number"));
      return FALSE;
    }
  if (strlen (token->text) > MAX_DIGITS)
    {
      leio_parser_fail (parser, token, LEIO_ERROR_RANGE,
                        /* Translators: %d is a number of digits */
                        _ ("a number has at most %d digits here"), MAX_DIGITS);
      return FALSE;
    }

  leio_parser_take (parser);
  *number = g_ascii_strtod (token->text, NULL) * (negative ? -1 : 1);
  if (*number >= question->min && *number <= question->max)
    return TRUE;

  leio_parser_fail_bounds (parser, start, question, *number);

  return FALSE;
}

/* number-atom := fact ( "=" | "!=" | order ) number */
static LeioCondition *
parse_number_atom (LeioParser *parser, const LeioFact *fact)
{
  const LeioToken *token = leio_parser_peek (parser);
  const LeioQuestion *question = fact->question;
  LeioComparison comparison;
  LeioCondition *atom;
  double number;

  if (!find_comparison (token, &comparison))
    {
      if (!leio_parser_fail_known (parser))
        leio_parser_fail_operator (parser, fact);
      return NULL;
    }

  leio_parser_take (parser);
  if (!parse_number (parser, question, &number))
    return NULL;
  if ((comparison == LEIO_COMPARISON_LESS && number <= question->min) ||
      (comparison == LEIO_COMPARISON_MORE && number >= question->max))
    {
      g_autofree char *literal = leio_words_from_number (number);

      fail_never (parser, token, fact, literal);
      return NULL;
    }

  atom = new_atom (LEIO_CONDITION_NUMBER, fact);
  atom->comparison = comparison;
  atom->number = number;

  return atom;
}

/* count := digits, from 1 to the number of values; 0 after a fault */
static guint
parse_count (LeioParser *parser, const LeioFact *fact)
{
  const LeioToken *token = leio_parser_peek (parser);
  guint64 count;

  if (!is_number (token) || strchr (token->text, '.') != NULL)
    {
      leio_parser_fail_expected (parser, _ ("a whole number"));
      return 0;
    }

  leio_parser_take (parser);
  count = g_ascii_strtoull (token->text, NULL, 10);
  if (count >= 1 && count <= fact->values->len)
    return (guint) count;

  leio_parser_fail (
      parser, token, LEIO_ERROR_RANGE,
      /* Translators: %1$s is a number, %2$s a question, %3$u how many values it has */
      _ ("%1$s is out of range: question %2$s can have 1 to %3$u values"), token->text, fact->id,
      fact->values->len);

  return 0;
}

/* has-atom := fact "has" ( value | "any" list | "at" "least" count ); @fact "has" is read */
static LeioCondition *
parse_has_atom (LeioParser *parser, const LeioFact *fact)
{
  g_autoptr (LeioCondition) atom = new_atom (LEIO_CONDITION_HAS_ANY, fact);
  int value;

  if (leio_parser_accept (parser, "at"))
    {
      atom->kind = LEIO_CONDITION_AT_LEAST;
      if (expect (parser, "least"))
        atom->count = parse_count (parser, fact);
      return atom->count > 0 ? g_steal_pointer (&atom) : NULL;
    }
  if (leio_parser_accept (parser, "any"))
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
parse_set_atom (LeioParser *parser, const LeioFact *fact)
{
  g_autoptr (LeioCondition) atom = NULL;

  if (leio_parser_accept (parser, "has"))
    return parse_has_atom (parser, fact);
  if (leio_parser_accept (parser, "is"))
    return expect (parser, "empty") ? new_atom (LEIO_CONDITION_EMPTY, fact) : NULL;
  if (!leio_parser_accept (parser, "within"))
    {
      if (!leio_parser_fail_known (parser))
        leio_parser_fail_operator (parser, fact);
      return NULL;
    }

  atom = new_atom (LEIO_CONDITION_WITHIN, fact);
  atom->mask = parse_list (parser, fact);

  return atom->mask != 0 ? g_steal_pointer (&atom) : NULL;
}

/* "grade is known" and "size_cm is unknown" deserve the reason, not a list of operators. */
static gboolean
fail_if_is_known (LeioParser *parser, const LeioFact *fact)
{
  gboolean set = fact->question != NULL && fact->question->kind == LEIO_QUESTION_SET;

  if (set || !leio_parser_is_next (parser, "is"))
    return FALSE;

  leio_parser_take (parser);
  if (leio_parser_fail_known (parser))
    return TRUE;
  parser->position--;

  return FALSE;
}

static LeioCondition *
parse_fact_atom (LeioParser *parser, const LeioFact *fact)
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
is_operator (const LeioToken *token)
{
  static const char *const words[] = { "in", "has", "within", "is", NULL };
  LeioComparison comparison;

  return find_comparison (token, &comparison) ||
         (token->kind == LEIO_TOKEN_WORD && g_strv_contains (words, token->text));
}

static LeioCondition *
parse_definition (LeioParser *parser, const LeioToken *name, int index)
{
  const LeioToken *token = leio_parser_peek (parser);
  LeioCondition *atom;

  if (is_operator (token))
    {
      leio_parser_fail (parser, token, LEIO_ERROR_TYPE,
                        /* Translators: %1$s is a definition, %2$s what follows it */
                        _ ("%1$s is a definition: write its name alone, without '%2$s'"),
                        name->text, token->text);
      return NULL;
    }

  atom = leio_condition_new (LEIO_CONDITION_DEFINITION);
  atom->index = (guint) index;

  return atom;
}

/* atom := "always" | definition | fact-atom */
static LeioCondition *
parse_atom (LeioParser *parser)
{
  const LeioToken *token = leio_parser_peek (parser);
  const LeioLogic *logic = parser->logic;
  LeioFact fact = { .id = token->text };
  int index;

  if (leio_parser_accept (parser, "always"))
    return leio_condition_new (LEIO_CONDITION_ALWAYS);
  if (leio_parser_fail_known (parser))
    return NULL;
  if (token->kind != LEIO_TOKEN_WORD || leio_condition_is_reserved (token->text))
    {
      leio_parser_fail_expected (parser, _ ("a fact, 'not' or '('"));
      return NULL;
    }

  leio_parser_take (parser);
  index = leio_logic_find_definition (logic, token->text);
  if (index >= 0)
    return parse_definition (parser, token, index);

  index = leio_logic_find_derived (logic, token->text);
  fact.question = leio_questionnaire_find (logic->questionnaire, token->text);
  if (index < 0 && fact.question == NULL)
    {
      leio_parser_fail_fact (parser, token);
      return NULL;
    }
  fact.index = index >= 0 ? (guint) index : fact.question->index;
  fact.values =
      index >= 0 ? ((LeioDerived *) logic->derived->pdata[index])->values : fact.question->values;

  return parse_fact_atom (parser, &fact);
}

static LeioCondition *parse_condition (LeioParser *parser);

static gboolean
enter (LeioParser *parser, const LeioToken *token)
{
  if (++parser->nesting <= MAX_NESTING)
    return TRUE;

  leio_parser_fail (parser, token, LEIO_ERROR_SYNTAX,
                    /* Translators: %d is a number */
                    _ ("parentheses and 'not' nest deeper than %d levels"), MAX_NESTING);

  return FALSE;
}

/* factor := "not" factor | "(" condition ")" | atom */
static LeioCondition *
parse_factor (LeioParser *parser)
{
  const LeioToken *token = leio_parser_peek (parser);
  g_autoptr (LeioCondition) inner = NULL;
  LeioCondition *negation;

  if (!leio_parser_is_next (parser, "not") && !leio_parser_is_next (parser, "("))
    return parse_atom (parser);
  if (!enter (parser, token))
    return NULL;

  leio_parser_take (parser);
  inner = *token->text == '(' ? parse_condition (parser) : parse_factor (parser);
  parser->nesting--;
  if (inner == NULL)
    return NULL;

  if (*token->text == '(')
    {
      if (leio_parser_accept (parser, ")"))
        return g_steal_pointer (&inner);
      leio_parser_fail_expected (parser, _ ("'and', 'or' or ')'"));
      return NULL;
    }

  negation = leio_condition_new (LEIO_CONDITION_NOT);
  g_ptr_array_add (negation->children, g_steal_pointer (&inner));

  return negation;
}

/* One operand, or a node of @kind over all that @word joins. */
static LeioCondition *
parse_joined (LeioParser *parser,
              LeioConditionKind kind,
              const char *word,
              LeioCondition *(*parse_operand) (LeioParser *parser))
{
  g_autoptr (LeioCondition) joined = NULL;
  LeioCondition *operand = parse_operand (parser);

  if (operand == NULL || !leio_parser_is_next (parser, word))
    return operand;

  joined = leio_condition_new (kind);
  g_ptr_array_add (joined->children, operand);
  while (leio_parser_accept (parser, word))
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
parse_term (LeioParser *parser)
{
  return parse_joined (parser, LEIO_CONDITION_AND, "and", parse_factor);
}

/* condition := term { "or" term } */
static LeioCondition *
parse_condition (LeioParser *parser)
{
  return parse_joined (parser, LEIO_CONDITION_OR, "or", parse_term);
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
parse_all (LeioParser *parser)
{
  g_autoptr (LeioCondition) condition = parse_condition (parser);

  if (condition == NULL || leio_parser_peek (parser)->kind == LEIO_TOKEN_END)
    return g_steal_pointer (&condition);

  leio_parser_fail_expected (parser, _ ("'and', 'or' or the end"));

  return NULL;
}

LeioCondition *
leio_condition_parse (const LeioLogic *logic, const char *text, guint *column, GError **error)
{
  g_autofree char *line = NULL;
  guint unused = 0;
  guint *place = column != NULL ? column : &unused;
  LeioCondition *condition;
  LeioParser parser = { .logic = logic };

  g_return_val_if_fail (logic != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  if (!check_text (text, place, error))
    return NULL;

  /* GScanner counts columns anew after a line feed, and by eights at a tab. */
  line = g_strdelimit (g_strdup (text), "\t\r\n", ' ');
  parser.text = line;
  parser.words = g_string_chunk_new (1024);
  parser.tokens = g_array_new (FALSE, FALSE, sizeof (LeioToken));
  leio_parser_scan (&parser);

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
