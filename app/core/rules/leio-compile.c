/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-compile.h"

#include <string.h>

#define NOT_COMPILED G_MAXUINT32

G_STATIC_ASSERT (LEIO_MAX_DERIVED_VALUES <= LEIO_RESULT_NONE);

typedef struct
{
  const LeioSpaceQuestion *question;
  guint *values;    /* index of the logic's value -> index of the space's */
  LeioNode asked;   /* remembered */
} Place;

struct _LeioCompiler
{
  const LeioLogic *logic;
  const LeioSpace *space;
  LeioDiagrams *diagrams;
  Place *places;         /* one a question */
  guint n_places;
  LeioNode *definitions; /* remembered */
  LeioNode *derived;     /* remembered */
  GHashTable *atoms;     /* remembered: derived facts compared with values */
};

static LeioNode *
new_memory (guint length)
{
  LeioNode *memory = g_new (LeioNode, length + 1);

  memset (memory, 0xff, sizeof (LeioNode) * (length + 1));
  return memory;
}

static guint
find_value (const LeioSpaceQuestion *question, const char *id)
{
  guint position = 0;

  g_ptr_array_find_with_equal_func (question->values, id, g_str_equal, &position);
  return position;
}

static void
find_place (LeioCompiler *self, guint index)
{
  const LeioQuestion *question
      = leio_questionnaire_get_question (self->logic->questionnaire, index);
  Place *place = &self->places[index];

  place->question = leio_space_find (self->space, question->id);
  place->values = g_new (guint, question->values->len + 1);
  place->asked = NOT_COMPILED;
  for (guint i = 0; i < question->values->len; i++)
    place->values[i] = find_value (place->question, leio_question_get_value (question, i)->id);
}

/**
 * leio_compiler_new:
 * @logic: the logic; must outlive the compiler
 * @space: a finished space to which @logic was added; must outlive the compiler
 * @diagrams: the manager made for @space; must outlive the compiler
 *
 * Returns: (transfer full): the compiler
 */
LeioCompiler *
leio_compiler_new (const LeioLogic *logic, const LeioSpace *space, LeioDiagrams *diagrams)
{
  LeioCompiler *self = g_new0 (LeioCompiler, 1);

  self->logic = logic;
  self->space = space;
  self->diagrams = diagrams;
  self->n_places = leio_questionnaire_get_n_questions (logic->questionnaire);
  self->places = g_new0 (Place, self->n_places + 1);
  self->definitions = new_memory (logic->definitions->len);
  self->derived = new_memory (logic->derived->len);
  self->atoms = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < self->n_places; i++)
    find_place (self, i);
  return self;
}

/**
 * leio_compiler_free:
 * @self: (nullable) (transfer full): a compiler; its diagrams stay
 */
void
leio_compiler_free (LeioCompiler *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_places; i++)
    g_free (self->places[i].values);
  g_free (self->places);
  g_free (self->definitions);
  g_free (self->derived);
  g_hash_table_unref (self->atoms);
  g_free (self);
}

/**
 * leio_compiler_question:
 * @self: the compiler
 * @question: the index of a question in the logic
 *
 * Returns: (transfer none): the question of the space that it is, owned by the space
 */
const LeioSpaceQuestion *
leio_compiler_question (const LeioCompiler *self, guint question)
{
  return self->places[question].question;
}

static guint64
map_values (const Place *place, guint64 mask)
{
  guint64 mapped = 0;

  for (guint i = 0; i < 64; i++)
    if (mask >> i & 1)
      mapped |= G_GUINT64_CONSTANT (1) << place->values[i];
  return mapped;
}

/* The threshold is a cut of the space, so one number of the interval speaks for all. */
static LeioNode
compile_number (LeioCompiler *self, const LeioCondition *condition)
{
  const LeioSpaceQuestion *question = self->places[condition->index].question;
  guint n = leio_space_question_n_intervals (question);
  g_autofree LeioNode *children = g_new (LeioNode, n);

  for (guint i = 0; i < n; i++)
    children[i] = leio_comparison_holds (condition->comparison,
                                         leio_space_question_sample (question, i, 6),
                                         condition->number);
  return leio_diagrams_node (self->diagrams, question->first_variable, children);
}

static LeioNode
compile_any_of (LeioCompiler *self, const LeioSpaceQuestion *question, guint64 values)
{
  LeioNode node = LEIO_NODE_FALSE;

  for (guint i = question->n_variables; i-- > 0;)
    if (values >> i & 1)
      {
        LeioNode children[2] = { node, LEIO_NODE_TRUE };

        node = leio_diagrams_node (self->diagrams, question->first_variable + i, children);
      }
  return node;
}

/* @nodes[k]: at least k more values from here on. */
static LeioNode
compile_at_least (LeioCompiler *self, const LeioSpaceQuestion *question, guint count)
{
  g_autofree LeioNode *nodes = g_new0 (LeioNode, (gsize) count + 1);

  nodes[0] = LEIO_NODE_TRUE;
  for (guint i = question->n_variables; i-- > 0;)
    for (guint k = count; k > 0; k--)
      {
        LeioNode children[2] = { nodes[k], nodes[k - 1] };

        nodes[k] = leio_diagrams_node (self->diagrams, question->first_variable + i, children);
      }
  return nodes[count];
}

static guint64
all_values (const LeioSpaceQuestion *question)
{
  return leio_values_get_all (question->values->len);
}

/* The atom where its question is asked. */
static LeioNode
compile_bare_atom (LeioCompiler *self, const LeioCondition *condition)
{
  const Place *place = &self->places[condition->index];
  guint64 values = map_values (place, condition->mask);

  switch (condition->kind)
    {
    case LEIO_CONDITION_VALUE:
      return leio_diagrams_literal (self->diagrams, place->question->first_variable, values);
    case LEIO_CONDITION_NUMBER:
      return compile_number (self, condition);
    case LEIO_CONDITION_HAS_ANY:
      return compile_any_of (self, place->question, values);
    case LEIO_CONDITION_AT_LEAST:
      return compile_at_least (self, place->question, MIN (condition->count, 65));
    case LEIO_CONDITION_WITHIN:
      return leio_diagrams_not (self->diagrams,
                                compile_any_of (self, place->question,
                                                all_values (place->question) & ~values));
    case LEIO_CONDITION_EMPTY:
      return leio_diagrams_not (self->diagrams, compile_any_of (self, place->question,
                                                                all_values (place->question)));
    case LEIO_CONDITION_ALWAYS:
    case LEIO_CONDITION_AND:
    case LEIO_CONDITION_OR:
    case LEIO_CONDITION_NOT:
    case LEIO_CONDITION_DEFINITION:
    case LEIO_CONDITION_DERIVED:
      break;
    }
  return LEIO_NODE_FALSE;
}

static LeioNode
compile_atom (LeioCompiler *self, const LeioCondition *condition)
{
  const LeioQuestion *question
      = leio_questionnaire_get_question (self->logic->questionnaire, condition->index);
  LeioNode atom = compile_bare_atom (self, condition);
  LeioNode otherwise = LEIO_NODE_FALSE;

  if (question->if_not_asked >= 0 && condition->kind == LEIO_CONDITION_VALUE)
    otherwise = condition->mask >> question->if_not_asked & 1;
  return leio_diagrams_if (self->diagrams, leio_compiler_asked (self, condition->index), atom,
                           otherwise);
}

/* The function that asks last comes first. */
static int
compare_tops (gconstpointer a, gconstpointer b, gpointer data)
{
  const LeioDiagrams *diagrams = data;
  guint left = leio_diagrams_get_variable (diagrams, *(const LeioNode *) a);
  guint right = leio_diagrams_get_variable (diagrams, *(const LeioNode *) b);

  return (left < right) - (left > right);
}

/* Joined from below, so that each step only puts nodes on top of what is there. */
static LeioNode
compile_children (LeioCompiler *self, const LeioCondition *condition)
{
  gboolean all = condition->kind == LEIO_CONDITION_AND;
  guint n = condition->children->len;
  g_autofree LeioNode *nodes = g_new (LeioNode, n + 1);
  LeioNode node = all ? LEIO_NODE_TRUE : LEIO_NODE_FALSE;

  for (guint i = 0; i < n; i++)
    nodes[i] = leio_compiler_condition (self, g_ptr_array_index (condition->children, i));
  g_qsort_with_data (nodes, (int) n, sizeof (LeioNode), compare_tops, self->diagrams);
  for (guint i = 0; i < n; i++)
    node = all ? leio_diagrams_and (self->diagrams, nodes[i], node)
               : leio_diagrams_or (self->diagrams, nodes[i], node);
  return node;
}

static LeioNode
compile_definition (LeioCompiler *self, guint index)
{
  const LeioDefinition *definition = g_ptr_array_index (self->logic->definitions, index);

  if (self->definitions[index] == NOT_COMPILED)
    self->definitions[index] = leio_compiler_condition (self, definition->condition);
  return self->definitions[index];
}

static LeioNode
compile_derived_atom (LeioCompiler *self, const LeioCondition *condition)
{
  guint64 values = condition->mask & ~(G_GUINT64_CONSTANT (1) << LEIO_RESULT_NONE);
  gint64 key = (gint64) (values * 64 + condition->index);
  gpointer known;
  LeioNode node;

  if (values >> 58 == 0 && condition->index < 64 &&
      g_hash_table_lookup_extended (self->atoms, &key, NULL, &known))
    return GPOINTER_TO_UINT (known);
  node = leio_diagrams_is_one_of (self->diagrams, leio_compiler_derived (self, condition->index),
                                  values);
  if (values >> 58 == 0 && condition->index < 64)
    g_hash_table_insert (self->atoms, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (node));
  return node;
}

/**
 * leio_compiler_condition:
 * @self: the compiler
 * @condition: a condition over its logic, which passed leio_logic_check_cycles(); its thresholds
 *   are in the space
 *
 * Every atom is joined with "its question is asked". Where the nodes run out the result is worth
 * nothing: ask leio_diagrams_is_full().
 *
 * Returns: the diagram that is TRUE in the cases in which @condition holds
 */
LeioNode
leio_compiler_condition (LeioCompiler *self, const LeioCondition *condition)
{
  switch (condition->kind)
    {
    case LEIO_CONDITION_ALWAYS:
      return LEIO_NODE_TRUE;
    case LEIO_CONDITION_AND:
    case LEIO_CONDITION_OR:
      return compile_children (self, condition);
    case LEIO_CONDITION_NOT:
      return leio_diagrams_not (self->diagrams,
                                leio_compiler_condition (
                                    self, g_ptr_array_index (condition->children, 0)));
    case LEIO_CONDITION_VALUE:
    case LEIO_CONDITION_NUMBER:
    case LEIO_CONDITION_HAS_ANY:
    case LEIO_CONDITION_AT_LEAST:
    case LEIO_CONDITION_WITHIN:
    case LEIO_CONDITION_EMPTY:
      return compile_atom (self, condition);
    case LEIO_CONDITION_DEFINITION:
      return compile_definition (self, condition->index);
    case LEIO_CONDITION_DERIVED:
      return compile_derived_atom (self, condition);
    }
  return LEIO_NODE_FALSE;
}

/**
 * leio_compiler_asked:
 * @self: the compiler
 * @question: the index of a question
 *
 * Returns: the diagram that is TRUE in the cases in which the question is asked; remembered
 */
LeioNode
leio_compiler_asked (LeioCompiler *self, guint question)
{
  Place *place = &self->places[question];
  const LeioCondition *ask_if = g_ptr_array_index (self->logic->ask_if, question);

  if (place->asked == NOT_COMPILED)
    place->asked = ask_if == NULL ? LEIO_NODE_TRUE : leio_compiler_condition (self, ask_if);
  return place->asked;
}

/**
 * leio_compiler_derived:
 * @self: the compiler
 * @index: which derived fact
 *
 * The rows from the last to the first, so that the first one that holds decides.
 *
 * Returns: the diagram whose results are the indices of the values, and LEIO_RESULT_NONE where no
 *   row holds; remembered
 */
LeioNode
leio_compiler_derived (LeioCompiler *self, guint index)
{
  const LeioDerived *derived = g_ptr_array_index (self->logic->derived, index);

  if (self->derived[index] == NOT_COMPILED)
    {
      LeioNode node = LEIO_RESULT_NONE;

      for (guint i = derived->rows->len; i-- > 0;)
        {
          const LeioRow *row = &g_array_index (derived->rows, LeioRow, i);

          node = leio_diagrams_if (self->diagrams, leio_compiler_condition (self, row->condition),
                                   row->value, node);
        }
      self->derived[index] = node;
    }
  return self->derived[index];
}

/**
 * leio_compiler_impossible:
 * @self: the compiler
 * @index: which of the combinations of answers that cannot be
 *
 * Returns: the diagram that is TRUE in the cases in which the combination is there
 */
LeioNode
leio_compiler_impossible (LeioCompiler *self, guint index)
{
  const LeioImpossible *impossible = g_ptr_array_index (self->logic->impossible, index);

  return leio_compiler_condition (self, impossible->condition);
}

/**
 * leio_compiler_at_first_value:
 * @self: the compiler
 * @question: a question of the space
 *
 * What stands for "not asked" where cases are counted, so that a case counts once.
 *
 * Returns: the diagram that is TRUE where the question has its first value, a set none
 */
LeioNode
leio_compiler_at_first_value (LeioCompiler *self, const LeioSpaceQuestion *question)
{
  LeioNode node = LEIO_NODE_TRUE;

  for (guint i = question->n_variables; i-- > 0;)
    node = leio_diagrams_and (
        self->diagrams, leio_diagrams_literal (self->diagrams, question->first_variable + i, 1),
        node);
  return node;
}

/* Only the values that this logic knows: a space may have more, from another knowledge base. */
static LeioNode
known_values (LeioCompiler *self, guint question)
{
  const Place *place = &self->places[question];
  const LeioQuestion *own
      = leio_questionnaire_get_question (self->logic->questionnaire, question);
  guint64 values = map_values (place, leio_question_get_all_values (own));

  switch (own->kind)
    {
    case LEIO_QUESTION_CHOICE:
    case LEIO_QUESTION_SCALE:
      return leio_diagrams_literal (self->diagrams, place->question->first_variable, values);
    case LEIO_QUESTION_SET:
      return leio_diagrams_not (self->diagrams,
                                compile_any_of (self, place->question,
                                                all_values (place->question) & ~values));
    case LEIO_QUESTION_NUMBER:
      break;
    }
  return LEIO_NODE_TRUE;
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const LeioCompiler *self = data;
  guint left = self->places[*(const guint *) a].question->first_variable;
  guint right = self->places[*(const guint *) b].question->first_variable;

  return (left > right) - (left < right);
}

/* The questions in the order of their variables. */
static guint *
dup_order (LeioCompiler *self)
{
  guint *order = g_new (guint, self->n_places + 1);

  for (guint i = 0; i < self->n_places; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) self->n_places, sizeof (guint), compare_places, self);
  return order;
}

/**
 * leio_compiler_known:
 * @self: the compiler
 *
 * Another knowledge base in the space may have more values.
 *
 * Returns: the diagram that is TRUE where every question that is asked has a value that the logic
 *   knows
 */
LeioNode
leio_compiler_known (LeioCompiler *self)
{
  g_autofree guint *order = dup_order (self);
  LeioNode node = LEIO_NODE_TRUE;

  for (guint i = self->n_places; i-- > 0;)
    {
      LeioNode sound = leio_diagrams_if (self->diagrams, leio_compiler_asked (self, order[i]),
                                         known_values (self, order[i]), LEIO_NODE_TRUE);

      node = leio_diagrams_and (self->diagrams, sound, node);
    }
  return node;
}

/**
 * leio_compiler_cases:
 * @self: the compiler
 *
 * Joined from the last question to the first, so that each step puts nodes on top. With many
 * impossible combinations this is the largest diagram of all.
 *
 * Returns: the diagram that is TRUE for each complete case once: nothing impossible, only values
 *   that the logic knows, and every question that is not asked at its first value
 */
LeioNode
leio_compiler_cases (LeioCompiler *self)
{
  g_autofree guint *order = dup_order (self);
  LeioNode node = LEIO_NODE_TRUE;

  for (guint i = self->n_places; i-- > 0;)
    {
      LeioNode asked = leio_compiler_asked (self, order[i]);
      LeioNode known = known_values (self, order[i]);
      LeioNode first = leio_compiler_at_first_value (self, self->places[order[i]].question);
      LeioNode sound = leio_diagrams_if (self->diagrams, asked, known, first);

      node = leio_diagrams_and (self->diagrams, sound, node);
    }
  for (guint i = 0; i < self->logic->impossible->len; i++)
    node = leio_diagrams_and (self->diagrams,
                              leio_diagrams_not (self->diagrams,
                                                 leio_compiler_impossible (self, i)),
                              node);
  return node;
}

/**
 * leio_compiler_fill_one:
 * @self: the compiler
 * @question: the index of a question
 * @answer: an answer to it; its value is in range
 * @values: (array): one slot a variable; those of the question get the value, the interval for a
 *   number, 0 or 1 for each value of a set, and -1 where the answer is open or not known
 */
void
leio_compiler_fill_one (const LeioCompiler *self, guint question, const LeioAnswer *answer,
                        int *values)
{
  const Place *place = &self->places[question];
  const LeioSpaceQuestion *target = place->question;
  gboolean given = answer->state == LEIO_ANSWER_GIVEN;
  guint64 set = given && target->kind == LEIO_QUESTION_SET ? map_values (place, answer->set) : 0;

  for (guint i = 0; i < target->n_variables; i++)
    if (!given)
      values[target->first_variable + i] = -1;
    else if (target->kind == LEIO_QUESTION_SET)
      values[target->first_variable + i] = set >> i & 1;
    else if (target->kind == LEIO_QUESTION_NUMBER)
      values[target->first_variable] = (int) leio_space_question_interval (target, answer->number);
    else
      values[target->first_variable] = (int) place->values[answer->value];
}

/**
 * leio_compiler_fill:
 * @self: the compiler
 * @answers: the answers of a case
 * @values: (out) (array): for each variable of the space its value, or -1 where it can be any
 */
void
leio_compiler_fill (const LeioCompiler *self, const LeioAnswers *answers, int *values)
{
  for (guint i = 0; i < self->space->n_variables; i++)
    values[i] = -1;
  for (guint i = 0; i < self->n_places; i++)
    leio_compiler_fill_one (self, i, leio_answers_get (answers, i), values);
}

/* -1 for a value of another knowledge base that shares the space. */
static int
own_value (const Place *place, guint n_values, guint value)
{
  for (guint i = 0; i < n_values; i++)
    if (place->values[i] == value)
      return (int) i;
  return -1;
}

static guint64
read_set (const Place *place, guint n_values, const int *values)
{
  guint64 set = 0;

  for (guint i = 0; i < n_values; i++)
    if (values[place->question->first_variable + place->values[i]] == 1)
      set |= G_GUINT64_CONSTANT (1) << i;
  return set;
}

static gboolean
any_given (const LeioSpaceQuestion *question, const int *values)
{
  for (guint i = 0; i < question->n_variables; i++)
    if (values[question->first_variable + i] >= 0)
      return TRUE;
  return FALSE;
}

/**
 * leio_compiler_read:
 * @self: the compiler
 * @index: which question of the logic
 * @values: (array): for each variable its value or -1, as from leio_diagrams_shortest()
 *
 * The other way of leio_compiler_fill(). Of an interval a round number stands for all, and what is
 * left open in a set is not in it.
 *
 * Returns: the answer; open where @values leave it open or have a value that the logic does not
 *   know
 */
LeioAnswer
leio_compiler_read (const LeioCompiler *self, guint index, const int *values)
{
  const LeioQuestion *question
      = leio_questionnaire_get_question (self->logic->questionnaire, index);
  const Place *place = &self->places[index];
  int value = values[place->question->first_variable];
  LeioAnswer answer = { LEIO_ANSWER_OPEN, 0, 0, 0 };

  if (!any_given (place->question, values))
    return answer;
  if (question->kind == LEIO_QUESTION_CHOICE || question->kind == LEIO_QUESTION_SCALE)
    {
      value = own_value (place, question->values->len, (guint) value);
      if (value < 0)
        return answer;
      answer.value = (guint) value;
    }
  answer.state = LEIO_ANSWER_GIVEN;
  if (question->kind == LEIO_QUESTION_SET)
    answer.set = read_set (place, question->values->len, values);
  else if (question->kind == LEIO_QUESTION_NUMBER)
    answer.number = leio_space_question_sample (place->question, (guint) value, question->decimals);
  return answer;
}
