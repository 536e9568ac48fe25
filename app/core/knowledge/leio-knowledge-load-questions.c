/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * questions.json and definitions.json: sections and questions, then the names of
 * definitions and derived facts, then all the conditions over them.
 */
#include "config.h"

#include "leio-knowledge-private.h"
#include "leio-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_DECIMALS 3

static const char *const kind_ids[] = {
  [LEIO_QUESTION_CHOICE] = "choice",
  [LEIO_QUESTION_SCALE] = "scale",
  [LEIO_QUESTION_SET] = "set",
  [LEIO_QUESTION_NUMBER] = "number",
  NULL,
};

static void
read_section (LeioLoader *loader, JsonObject *object, guint index)
{
  const char *id = leio_loader_get_id (loader, object);
  g_autofree char *title = leio_loader_dup_needed (loader, object, "title");
  g_autofree char *plain_title = leio_loader_dup_needed (loader, object, "plain_title");
  LeioSection *section;

  if (id == NULL)
    return;

  section = leio_section_new (id, title, plain_title);
  if (!leio_questionnaire_add_section (loader->questionnaire, section))
    {
      leio_section_free (section);
      leio_loader_fault_twice (loader, id);
    }
}

/* The id of a thing that conditions name; NULL with a fault. */
static const char *
get_name (LeioLoader *loader, JsonObject *object)
{
  g_autoptr (GError) error = NULL;
  const char *id = leio_loader_get_id (loader, object);

  if (id == NULL || leio_condition_check_name (id, &error))
    return id;

  g_prefix_error (&error, "id: ");
  leio_loader_take (loader, g_steal_pointer (&error));
  return NULL;
}

static guint
get_section (LeioLoader *loader, JsonObject *object)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_sections = leio_questionnaire_get_n_sections (loader->questionnaire);
  int index;

  for (guint i = 0; i < n_sections; i++)
    g_hash_table_insert (ids, leio_questionnaire_get_section (loader->questionnaire, i)->id,
                         GUINT_TO_POINTER (i + 1));
  index = leio_loader_get_reference (loader, object, "section", ids, _ ("the id of a section"));
  return (guint) MAX (index, 0);
}

/* FALSE where the member is absent or wrong. */
static gboolean
get_number (
    LeioLoader *loader, JsonObject *object, const char *member, gboolean needed, double *number)
{
  g_autoptr (GError) error = NULL;

  if (!leio_json_get_number (object, member, needed, number, &error))
    {
      leio_loader_take (loader, g_steal_pointer (&error));
      return FALSE;
    }
  return json_object_has_member (object, member);
}

static gboolean
read_bounds (LeioLoader *loader, JsonObject *object, LeioQuestion *question)
{
  gboolean has_min = get_number (loader, object, "min", TRUE, &question->min);
  gboolean has_max = get_number (loader, object, "max", TRUE, &question->max);
  g_autofree char *min = NULL;
  g_autofree char *max = NULL;

  if (!has_min || !has_max)
    return FALSE;
  if (question->min <= question->max)
    return TRUE;

  min = leio_words_from_number (question->min);
  max = leio_words_from_number (question->max);
  leio_loader_fault (loader, LEIO_ERROR_RANGE,
                     /* Translators: two numbers, the bounds of an answer */
                     _ ("min: found %1$s, expected at most the max of %2$s"), min, max);
  return FALSE;
}

/* A mark that is no number, or not between the mark before and the largest answer, is a fault. */
static gboolean
read_mark (LeioLoader *loader, JsonNode *node, LeioQuestion *question)
{
  double least = question->min;
  double mark = 0.0;
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;

  if (question->marks->len > 0)
    least = g_array_index (question->marks, double, question->marks->len - 1);
  if (!leio_json_node_get_number (node, &mark, &error))
    {
      g_prefix_error (&error, "marks: ");
      leio_loader_take (loader, g_steal_pointer (&error));
      return FALSE;
    }
  if (mark > least && mark <= question->max)
    {
      g_array_append_val (question->marks, mark);
      return TRUE;
    }

  found = leio_words_from_number (mark);
  leio_loader_fault (loader, LEIO_ERROR_RANGE,
                     /* Translators: %s is a number */
                     _ ("marks: found %s, expected numbers that rise from min to max"), found);
  return FALSE;
}

static void
read_marks (LeioLoader *loader, JsonObject *object, LeioQuestion *question)
{
  g_autoptr (GError) error = NULL;
  JsonArray *array = NULL;

  if (!leio_json_get_array (object, "marks", FALSE, &array, &error))
    leio_loader_take (loader, g_steal_pointer (&error));
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      if (!read_mark (loader, json_array_get_element (array, i), question))
        return;
    }
}

static void
read_number (LeioLoader *loader, JsonObject *object, LeioQuestion *question)
{
  g_autofree char *found = NULL;
  double decimals = 0.0;

  question->unit = leio_loader_dup_nullable (loader, object, "unit");
  question->unit_one = leio_loader_dup_nullable (loader, object, "unit_one");
  if (!read_bounds (loader, object, question))
    {
      /* So that conditions over it are not blamed too. */
      question->min = -G_MAXDOUBLE;
      question->max = G_MAXDOUBLE;
    }
  read_marks (loader, object, question);
  get_number (loader, object, "decimals", FALSE, &decimals);
  if (decimals >= 0 && decimals <= MOST_DECIMALS && floor (decimals) == decimals)
    {
      question->decimals = (guint) decimals;
      return;
    }

  found = leio_words_from_number (decimals);
  leio_loader_fault (loader, LEIO_ERROR_RANGE,
                     /* Translators: a number, and the most that it can be */
                     _ ("decimals: found %1$s, expected a whole number from 0 to %2$d"), found,
                     MOST_DECIMALS);
}

static void
read_values (LeioLoader *loader, JsonObject *object, LeioQuestion *question)
{
  g_clear_pointer (&question->values, g_ptr_array_unref);
  question->values = leio_loader_read_values (loader, object, LEIO_MAX_VALUES);
}

static void
read_if_not_asked (LeioLoader *loader, JsonObject *object, LeioQuestion *question)
{
  g_autofree char *id = leio_loader_dup_nullable (loader, object, "if_not_asked");

  question->if_not_asked = -1;
  if (id == NULL)
    return;

  if (question->kind == LEIO_QUESTION_CHOICE || question->kind == LEIO_QUESTION_SCALE)
    question->if_not_asked = leio_question_find_value (question, id);
  if (question->if_not_asked < 0)
    leio_loader_fault (
        loader, LEIO_ERROR_UNKNOWN_ID,
        /* Translators: %s is an id, the name of a thing in a file */
        _ ("if_not_asked: found '%s', expected one of the values of a choice or scale"), id);
}

static void
read_question_texts (LeioLoader *loader, JsonObject *object, LeioQuestion *question)
{
  question->ask_if = leio_loader_dup_nullable (loader, object, "ask_if");
  question->question = leio_loader_dup_needed (loader, object, "question");
  question->plain_question = leio_loader_dup_needed (loader, object, "plain_question");
  question->short_label = leio_loader_dup_needed (loader, object, "short");
  question->plain_short = leio_loader_dup_nullable (loader, object, "plain_short");
  question->why = leio_loader_dup_needed (loader, object, "why");
  question->plain_why = leio_loader_dup_nullable (loader, object, "plain_why");
  question->plain_ask = leio_loader_dup_nullable (loader, object, "plain_ask");
  question->help = leio_loader_dup_text (loader, object, "help");
  question->plain_help = leio_loader_dup_nullable (loader, object, "plain_help");
  question->essential = leio_loader_get_boolean (loader, object, "essential");
  question->fixed = leio_loader_get_boolean (loader, object, "fixed");
  question->forecast = leio_loader_get_boolean (loader, object, "forecast");
}

static void
read_question (LeioLoader *loader, JsonObject *object, guint index)
{
  const char *id = get_name (loader, object);
  guint kind = leio_loader_get_word (loader, object, "kind", kind_ids);
  g_autoptr (LeioQuestion) question = leio_question_new (id != NULL ? id : "", kind);

  question->section = get_section (loader, object);
  if (question->kind == LEIO_QUESTION_NUMBER)
    read_number (loader, object, question);
  else
    read_values (loader, object, question);
  read_if_not_asked (loader, object, question);
  read_question_texts (loader, object, question);

  if (id == NULL)
    return;
  if (leio_questionnaire_add (loader->questionnaire, question))
    g_steal_pointer (&question);
  else
    leio_loader_fault_twice (loader, id);
}

/* (transfer full): id -> index + 1. */
GHashTable *
leio_loader_dup_question_ids (LeioLoader *loader)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < leio_questionnaire_get_n_questions (loader->questionnaire); i++)
    g_hash_table_insert (ids, leio_questionnaire_get_question (loader->questionnaire, i)->id,
                         GUINT_TO_POINTER (i + 1));
  return ids;
}

void
leio_loader_read_questions (LeioLoader *loader)
{
  loader->file = loader->questions_file;
  leio_loader_each (loader, loader->questions, "sections", TRUE, "section", "id", read_section);
  leio_loader_each (loader, loader->questions, "questions", TRUE, "question", "id", read_question);
  if (leio_questionnaire_get_n_questions (loader->questionnaire) == 0)
    loader->names_missing = TRUE;
}

static void
fault_name_taken (LeioLoader *loader, const char *id)
{
  leio_loader_fault (loader, LEIO_ERROR_DUPLICATE,
                     /* Translators: %s is an id, the name of a thing in a file */
                     _ ("id: '%s' is already the name of a question, definition or derived fact"),
                     id);
}

static void
declare_definition (LeioLoader *loader, JsonObject *object, guint index)
{
  const char *id = get_name (loader, object);
  int definition;

  if (id == NULL)
    return;

  definition = leio_logic_declare_definition (loader->knowledge->logic, id);
  if (definition < 0)
    fault_name_taken (loader, id);
  else
    ((LeioDefinition *) loader->knowledge->logic->definitions->pdata[definition])->title =
        leio_loader_dup_nullable (loader, object, "title");
}

static void
check_evidence (LeioLoader *loader, JsonObject *object)
{
  g_autoptr (GArray) sources = NULL;

  if (!loader->sources_missing)
    sources = leio_loader_get_references (loader, object, "evidence", FALSE,
                                          loader->knowledge->source_ids, _ ("the id of a source"));
}

static void
declare_derived (LeioLoader *loader, JsonObject *object, guint index)
{
  const char *id = get_name (loader, object);
  LeioDerived *derived;
  int position;

  if (id == NULL)
    return;

  position = leio_logic_declare_derived (loader->knowledge->logic, id);
  if (position < 0)
    {
      fault_name_taken (loader, id);
      return;
    }

  derived = g_ptr_array_index (loader->knowledge->logic->derived, position);
  derived->title = leio_loader_dup_needed (loader, object, "title");
  derived->plain_title = leio_loader_dup_needed (loader, object, "plain_title");
  derived->edition = leio_loader_dup_nullable (loader, object, "edition");
  derived->note = leio_loader_dup_nullable (loader, object, "note");
  g_ptr_array_unref (derived->values);
  derived->values = leio_loader_read_values (loader, object, LEIO_MAX_DERIVED_VALUES);
  check_evidence (loader, object);
  g_ptr_array_unref (derived->evidence);
  derived->evidence = leio_loader_dup_texts (loader, object, "evidence");
}

void
leio_loader_declare_names (LeioLoader *loader)
{
  loader->file = loader->definitions_file;
  leio_loader_each (loader, loader->definitions, "definitions", FALSE, "definition", "id",
                    declare_definition);
  leio_loader_each (loader, loader->definitions, "derived", FALSE, "derived", "id",
                    declare_derived);
}

/* The id of an entry that is read a second time: its faults are told already. */
static const char *
peek_id (JsonObject *object)
{
  const char *id = "";

  leio_json_get_text (object, "id", FALSE, &id, NULL);
  return id;
}

static void
read_ask_if (LeioLoader *loader, JsonObject *object, guint index)
{
  const LeioQuestion *question = leio_questionnaire_find (loader->questionnaire, peek_id (object));

  if (question != NULL && question->ask_if != NULL)
    leio_logic_set_ask_if (loader->knowledge->logic, question->index,
                           leio_loader_parse_condition (loader, object, "ask_if"));
}

static void
read_impossible (LeioLoader *loader, JsonObject *object, guint index)
{
  const char *id = leio_loader_get_new_id (loader, object, "impossible");
  LeioImpossible *impossible;

  if (id == NULL)
    return;

  impossible = leio_logic_add_impossible (loader->knowledge->logic, id);
  impossible->condition = leio_loader_parse_condition (loader, object, "when");
  impossible->why = leio_loader_dup_needed (loader, object, "why");
  impossible->plain = leio_loader_dup_needed (loader, object, "plain");
}

static void
read_definition (LeioLoader *loader, JsonObject *object, guint index)
{
  LeioLogic *logic = loader->knowledge->logic;
  LeioCondition *condition = leio_loader_parse_condition (loader, object, "when");
  int position = leio_logic_find_definition (logic, peek_id (object));

  if (position >= 0 && ((LeioDefinition *) logic->definitions->pdata[position])->condition == NULL)
    ((LeioDefinition *) logic->definitions->pdata[position])->condition = condition;
  else
    leio_condition_free (condition);
}

static void
read_row (LeioLoader *loader, JsonObject *object, gpointer owner)
{
  LeioDerived *derived = owner;
  g_autoptr (LeioCondition) condition = leio_loader_parse_condition (loader, object, "when");
  g_autofree char *id = leio_loader_dup_needed (loader, object, "value");
  int value = leio_derived_find_value (derived, id);

  if (*id == '\0')
    return;
  if (value < 0)
    leio_loader_fault (loader, LEIO_ERROR_UNKNOWN_ID,
                       /* Translators: %1$s is a value, %2$s the fact that does not have it */
                       _ ("value: '%1$s' is not a value of '%2$s'"), id, derived->id);
  else
    leio_derived_add_row (derived, g_steal_pointer (&condition), (guint) value);
}

/* The fact beside which the values of this one are shown; -1 where it stands alone. */
static int
get_remark_on (LeioLoader *loader, JsonObject *object, int position)
{
  g_autofree char *id = leio_loader_dup_nullable (loader, object, "remark_on");
  int other = id != NULL ? leio_logic_find_derived (loader->knowledge->logic, id) : -1;

  if (id != NULL && (other < 0 || other == position))
    leio_loader_fault (loader, LEIO_ERROR_UNKNOWN_ID,
                       /* Translators: %s is an id */
                       _ ("remark_on: '%s' is not another derived fact"), id);
  return other != position ? other : -1;
}

static void
read_rows (LeioLoader *loader, JsonObject *object, guint index)
{
  LeioLogic *logic = loader->knowledge->logic;
  int position = leio_logic_find_derived (logic, peek_id (object));
  LeioDerived *derived;

  if (position < 0)
    return;
  derived = g_ptr_array_index (logic->derived, position);
  derived->remark_on = get_remark_on (loader, object, position);
  leio_loader_each_part (loader, object, "rows", TRUE, "row", read_row, derived);
}

static gboolean
check_circles (LeioLoader *loader)
{
  g_autoptr (GError) error = NULL;

  if (leio_logic_check_cycles (loader->knowledge->logic, &error))
    return TRUE;

  leio_loader_take (loader, g_steal_pointer (&error));
  return FALSE;
}

/* Circles among definitions are looked for before any question has its condition: a circle that is
 * found later goes through a question. */
void
leio_loader_read_conditions (LeioLoader *loader)
{
  gboolean good = TRUE;

  if (loader->definitions != NULL)
    {
      loader->file = loader->definitions_file;
      leio_loader_each (loader, loader->definitions, "definitions", FALSE, "definition", "id",
                        read_definition);
      leio_loader_each (loader, loader->definitions, "derived", FALSE, "derived", "id", read_rows);
      good = check_circles (loader);
    }
  if (loader->questions != NULL)
    {
      loader->file = loader->questions_file;
      leio_loader_each (loader, loader->questions, "questions", TRUE, "question", "id",
                        read_ask_if);
      leio_loader_each (loader, loader->questions, "impossible", FALSE, "impossible", "id",
                        read_impossible);
      if (good)
        check_circles (loader);
    }
}
