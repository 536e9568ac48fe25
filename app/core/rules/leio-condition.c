/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tree itself: making, comparing, printing and evaluating it. The parser is
 * in leio-condition-parser.c.
 */
#include "config.h"

#include "leio-condition.h"
#include "leio-logic.h"
#include "leio-words.h"

static gboolean
has_children (LeioConditionKind kind)
{
  return kind == LEIO_CONDITION_AND || kind == LEIO_CONDITION_OR || kind == LEIO_CONDITION_NOT;
}

/**
 * leio_condition_new:
 * @kind: what it is
 *
 * Returns: (transfer full): a condition whose fields are to be filled; with an
 *   empty list of children where the kind has them
 */
LeioCondition *
leio_condition_new (LeioConditionKind kind)
{
  LeioCondition *self = g_new0 (LeioCondition, 1);

  self->kind = kind;
  if (has_children (kind))
    self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) leio_condition_free);

  return self;
}

/**
 * leio_condition_free:
 * @self: (nullable) (transfer full): a condition
 */
void
leio_condition_free (LeioCondition *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_free (self);
}

/**
 * leio_condition_equal:
 * @a: a condition
 * @b: another condition over the same logic
 *
 * Returns: whether they are the same tree; two trees that only mean the same are
 *   not equal
 */
gboolean
leio_condition_equal (const LeioCondition *a, const LeioCondition *b)
{
  guint n_children = a->children != NULL ? a->children->len : 0;

  if (a->kind != b->kind || a->index != b->index || a->mask != b->mask || a->count != b->count ||
      a->comparison != b->comparison || a->number != b->number)
    return FALSE;
  if (n_children != (b->children != NULL ? b->children->len : 0))
    return FALSE;

  for (guint i = 0; i < n_children; i++)
    if (!leio_condition_equal (a->children->pdata[i], b->children->pdata[i]))
      return FALSE;

  return TRUE;
}

static const char *
get_comparison_text (LeioComparison comparison)
{
  switch (comparison)
    {
    case LEIO_COMPARISON_LESS:
      return "<";
    case LEIO_COMPARISON_AT_MOST:
      return "<=";
    case LEIO_COMPARISON_MORE:
      return ">";
    case LEIO_COMPARISON_AT_LEAST:
      return ">=";
    case LEIO_COMPARISON_EQUAL:
      return "=";
    case LEIO_COMPARISON_NOT_EQUAL:
      return "!=";
    }

  g_return_val_if_reached ("");
}

static gboolean
is_single (guint64 mask)
{
  return mask != 0 && (mask & (mask - 1)) == 0;
}

static const char *
get_first_id (GPtrArray *values, guint64 mask)
{
  for (guint i = 0; i < values->len; i++)
    if ((mask >> i & 1) != 0)
      return ((const LeioValue *) values->pdata[i])->id;

  return "";
}

static void
print_list (GString *text, GPtrArray *values, guint64 mask)
{
  const char *separator = "(";

  for (guint i = 0; i < values->len; i++)
    if ((mask >> i & 1) != 0)
      {
        g_string_append_printf (text, "%s%s", separator,
                                ((const LeioValue *) values->pdata[i])->id);
        separator = ", ";
      }
  g_string_append_c (text, ')');
}

/* "= v", "!= v" or "in (v, w)", whichever is the shortest. */
static void
print_values (GString *text, GPtrArray *values, guint64 all, guint64 mask)
{
  if (is_single (mask))
    g_string_append_printf (text, " = %s", get_first_id (values, mask));
  else if (is_single (all & ~mask))
    g_string_append_printf (text, " != %s", get_first_id (values, all & ~mask));
  else
    {
      g_string_append (text, " in ");
      print_list (text, values, mask);
    }
}

/* An end of a scale is a comparison: grade in (2, 3) of 1 to 3 is "grade >= 2". */
static void
print_scale (GString *text, const LeioQuestion *question, guint64 mask)
{
  guint64 all = leio_question_get_all_values (question);
  guint64 others = all & ~mask;

  if (!is_single (mask) && (others & (others + 1)) == 0)
    g_string_append_printf (text, " >= %s", get_first_id (question->values, mask));
  else if (!is_single (mask) && (mask & (mask + 1)) == 0)
    /* The last of the lower end is the one before the first of the others. */
    g_string_append_printf (text, " < %s", get_first_id (question->values, others));
  else
    print_values (text, question->values, all, mask);
}

static void
print_set (GString *text, const LeioQuestion *question, const LeioCondition *self)
{
  if (self->kind == LEIO_CONDITION_EMPTY)
    g_string_append (text, " is empty");
  else if (self->kind == LEIO_CONDITION_AT_LEAST)
    g_string_append_printf (text, " has at least %u", self->count);
  else if (self->kind == LEIO_CONDITION_HAS_ANY && is_single (self->mask))
    g_string_append_printf (text, " has %s", get_first_id (question->values, self->mask));
  else
    {
      g_string_append (text, self->kind == LEIO_CONDITION_WITHIN ? " within " : " has any ");
      print_list (text, question->values, self->mask);
    }
}

static void
print_question_atom (GString *text, const LeioLogic *logic, const LeioCondition *self)
{
  const LeioQuestion *question =
      leio_questionnaire_get_question (logic->questionnaire, self->index);

  g_string_append (text, question->id);
  if (self->kind == LEIO_CONDITION_NUMBER)
    {
      g_autofree char *number = leio_words_from_number (self->number);

      g_string_append_printf (text, " %s %s", get_comparison_text (self->comparison), number);
    }
  else if (self->kind != LEIO_CONDITION_VALUE)
    print_set (text, question, self);
  else if (question->kind == LEIO_QUESTION_SCALE)
    print_scale (text, question, self->mask);
  else
    print_values (text, question->values, leio_question_get_all_values (question), self->mask);
}

static void
print_derived_atom (GString *text, const LeioLogic *logic, const LeioCondition *self)
{
  const LeioDerived *derived = logic->derived->pdata[self->index];

  g_string_append (text, derived->id);
  print_values (text, derived->values, leio_derived_get_all_values (derived), self->mask);
}

static void print_tree (GString *text, const LeioLogic *logic, const LeioCondition *self);

/* How tight the words of a kind bind: or, and, not, atom. */
static int
get_rank (LeioConditionKind kind)
{
  if (kind == LEIO_CONDITION_OR)
    return 0;
  if (kind == LEIO_CONDITION_AND)
    return 1;

  return 2;
}

static void
print_child (GString *text, const LeioLogic *logic, const LeioCondition *self, guint index)
{
  const LeioCondition *child = self->children->pdata[index];
  /* "not not x" needs no parentheses; "and" in "and" does, to stay the same tree. */
  gboolean tight = get_rank (child->kind) >= 2 || get_rank (child->kind) > get_rank (self->kind);

  if (!tight)
    g_string_append_c (text, '(');
  print_tree (text, logic, child);
  if (!tight)
    g_string_append_c (text, ')');
}

static void
print_children (GString *text, const LeioLogic *logic, const LeioCondition *self, const char *word)
{
  for (guint i = 0; i < self->children->len; i++)
    {
      if (i > 0)
        g_string_append (text, word);
      print_child (text, logic, self, i);
    }
}

static void
print_tree (GString *text, const LeioLogic *logic, const LeioCondition *self)
{
  switch (self->kind)
    {
    case LEIO_CONDITION_ALWAYS:
      g_string_append (text, "always");
      break;
    case LEIO_CONDITION_AND:
      print_children (text, logic, self, " and ");
      break;
    case LEIO_CONDITION_OR:
      print_children (text, logic, self, " or ");
      break;
    case LEIO_CONDITION_NOT:
      g_string_append (text, "not ");
      print_child (text, logic, self, 0);
      break;
    case LEIO_CONDITION_VALUE:
    case LEIO_CONDITION_NUMBER:
    case LEIO_CONDITION_HAS_ANY:
    case LEIO_CONDITION_AT_LEAST:
    case LEIO_CONDITION_WITHIN:
    case LEIO_CONDITION_EMPTY:
      print_question_atom (text, logic, self);
      break;
    case LEIO_CONDITION_DEFINITION:
      g_string_append (text, ((LeioDefinition *) logic->definitions->pdata[self->index])->id);
      break;
    case LEIO_CONDITION_DERIVED:
      print_derived_atom (text, logic, self);
      break;
    }
}

/**
 * leio_condition_print:
 * @logic: the names
 * @self: a condition
 *
 * The canonical text: the shortest operator, values in their order, and only the
 * parentheses that are needed. It parses to an equal tree.
 *
 * Returns: (transfer full): the text
 */
char *
leio_condition_print (const LeioLogic *logic, const LeioCondition *self)
{
  GString *text = g_string_new (NULL);

  print_tree (text, logic, self);

  return g_string_free (text, FALSE);
}

/**
 * leio_comparison_holds:
 * @comparison: what is between them
 * @left: a number, the answer
 * @right: another in the same unit, the threshold
 *
 * Returns: whether "@left @comparison @right" is true
 */
gboolean
leio_comparison_holds (LeioComparison comparison, double left, double right)
{
  switch (comparison)
    {
    case LEIO_COMPARISON_LESS:
      return left < right;
    case LEIO_COMPARISON_AT_MOST:
      return left <= right;
    case LEIO_COMPARISON_MORE:
      return left > right;
    case LEIO_COMPARISON_AT_LEAST:
      return left >= right;
    case LEIO_COMPARISON_EQUAL:
      return left == right;
    case LEIO_COMPARISON_NOT_EQUAL:
      return left != right;
    }

  g_return_val_if_reached (FALSE);
}

static guint
count_values (guint64 set)
{
  guint count = 0;

  for (; set != 0; set &= set - 1)
    count++;

  return count;
}

static gboolean
holds_for_answer (const LeioCondition *self, const LeioAnswer *answer)
{
  switch (self->kind)
    {
    case LEIO_CONDITION_VALUE:
      return (self->mask >> answer->value & 1) != 0;
    case LEIO_CONDITION_NUMBER:
      return leio_comparison_holds (self->comparison, answer->number, self->number);
    case LEIO_CONDITION_HAS_ANY:
      return (answer->set & self->mask) != 0;
    case LEIO_CONDITION_AT_LEAST:
      return count_values (answer->set) >= self->count;
    case LEIO_CONDITION_WITHIN:
      return (answer->set & ~self->mask) == 0;
    case LEIO_CONDITION_EMPTY:
      return answer->set == 0;
    case LEIO_CONDITION_ALWAYS:
    case LEIO_CONDITION_AND:
    case LEIO_CONDITION_OR:
    case LEIO_CONDITION_NOT:
    case LEIO_CONDITION_DEFINITION:
    case LEIO_CONDITION_DERIVED:
      break;
    }

  g_return_val_if_reached (FALSE);
}

/* The answer that counts: none where the question is not asked, whatever the file has. */
static gboolean
get_effective_answer (const LeioLogic *logic,
                      guint index,
                      const LeioAnswers *answers,
                      LeioAnswer *answer)
{
  const LeioQuestion *question;

  if (leio_logic_is_asked (logic, index, answers))
    {
      *answer = *leio_answers_get (answers, index);
      return answer->state == LEIO_ANSWER_GIVEN;
    }

  question = leio_questionnaire_get_question (logic->questionnaire, index);
  if (question->if_not_asked < 0)
    return FALSE;

  *answer = (LeioAnswer){
    .state = LEIO_ANSWER_GIVEN,
    .value = (guint) question->if_not_asked,
    .set = G_GUINT64_CONSTANT (1) << question->if_not_asked,
  };

  return TRUE;
}

static gboolean
holds_all (const LeioLogic *logic, const LeioCondition *self, const LeioAnswers *answers)
{
  for (guint i = 0; i < self->children->len; i++)
    if (!leio_condition_holds (logic, self->children->pdata[i], answers))
      return FALSE;

  return TRUE;
}

static gboolean
holds_any (const LeioLogic *logic, const LeioCondition *self, const LeioAnswers *answers)
{
  for (guint i = 0; i < self->children->len; i++)
    if (leio_condition_holds (logic, self->children->pdata[i], answers))
      return TRUE;

  return FALSE;
}

static gboolean
holds_definition (const LeioLogic *logic, guint index, const LeioAnswers *answers)
{
  const LeioDefinition *definition = logic->definitions->pdata[index];

  return leio_condition_holds (logic, definition->condition, answers);
}

static gboolean
holds_derived (const LeioLogic *logic, const LeioCondition *self, const LeioAnswers *answers)
{
  int value = leio_logic_derive (logic, self->index, answers);

  return value >= 0 && (self->mask >> value & 1) != 0;
}

/**
 * leio_condition_holds:
 * @logic: a logic that passed leio_logic_check_cycles()
 * @self: a condition over it
 * @answers: a complete case
 *
 * The plain evaluator, and for ever the oracle of the tests: it walks the tree
 * and knows nothing of diagrams. Answers that are open make their atoms false,
 * so on an unfinished case it says nothing.
 *
 * Returns: whether the condition holds
 */
gboolean
leio_condition_holds (const LeioLogic *logic, const LeioCondition *self, const LeioAnswers *answers)
{
  LeioAnswer answer;

  switch (self->kind)
    {
    case LEIO_CONDITION_ALWAYS:
      return TRUE;
    case LEIO_CONDITION_AND:
      return holds_all (logic, self, answers);
    case LEIO_CONDITION_OR:
      return holds_any (logic, self, answers);
    case LEIO_CONDITION_NOT:
      return !leio_condition_holds (logic, self->children->pdata[0], answers);
    case LEIO_CONDITION_VALUE:
    case LEIO_CONDITION_NUMBER:
    case LEIO_CONDITION_HAS_ANY:
    case LEIO_CONDITION_AT_LEAST:
    case LEIO_CONDITION_WITHIN:
    case LEIO_CONDITION_EMPTY:
      return get_effective_answer (logic, self->index, answers, &answer) &&
             holds_for_answer (self, &answer);
    case LEIO_CONDITION_DEFINITION:
      return holds_definition (logic, self->index, answers);
    case LEIO_CONDITION_DERIVED:
      return holds_derived (logic, self, answers);
    }

  g_return_val_if_reached (FALSE);
}
