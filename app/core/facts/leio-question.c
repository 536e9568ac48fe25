/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-question.h"

struct _LeioQuestionnaire
{
  gatomicrefcount ref_count;
  GPtrArray *questions; /* (element-type LeioQuestion) owned */
  GPtrArray *sections;  /* (element-type LeioSection) owned */
  GHashTable *ids;      /* (element-type utf8 LeioQuestion) borrowed from the questions */
  char *version;        /* (nullable) */
};

/**
 * leio_value_new:
 * @id: the id in files and conditions
 * @label: (nullable): the clinician wording
 * @plain_label: (nullable): the home wording
 *
 * Returns: (transfer full): a value of a question or of a derived fact
 */
LeioValue *
leio_value_new (const char *id, const char *label, const char *plain_label)
{
  LeioValue *self;

  g_return_val_if_fail (id != NULL, NULL);

  self = g_new0 (LeioValue, 1);
  self->id = g_strdup (id);
  self->label = g_strdup (label);
  self->plain_label = g_strdup (plain_label);

  return self;
}

/**
 * leio_value_free:
 * @self: (nullable) (transfer full): a value
 */
void
leio_value_free (LeioValue *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->label);
  g_free (self->plain_label);
  g_free (self->summary);
  g_free (self->plain_summary);
  g_free (self->region);
  g_free (self);
}

/**
 * leio_values_find:
 * @values: (element-type LeioValue): the values of a question or of a derived fact
 * @id: the id of a value
 *
 * Returns: the position of the value, or -1 where there is none of that id
 */
int
leio_values_find (const GPtrArray *values, const char *id)
{
  for (guint i = 0; i < values->len; i++)
    {
      const LeioValue *value = g_ptr_array_index (values, i);

      if (g_str_equal (value->id, id))
        return (int) i;
    }

  return -1;
}

/**
 * leio_values_get_all:
 * @n_values: a number of values, at most %LEIO_MAX_VALUES
 *
 * Returns: the mask of all of them
 */
guint64
leio_values_get_all (guint n_values)
{
  /* A shift by the width of the type is undefined. */
  return n_values >= LEIO_MAX_VALUES ? G_MAXUINT64 : (G_GUINT64_CONSTANT (1) << n_values) - 1;
}

/**
 * leio_section_new:
 * @id: the id
 * @title: (nullable): the clinician wording
 * @plain_title: (nullable): the home wording
 *
 * Returns: (transfer full): a section of the questionnaire
 */
LeioSection *
leio_section_new (const char *id, const char *title, const char *plain_title)
{
  LeioSection *self;

  g_return_val_if_fail (id != NULL, NULL);

  self = g_new0 (LeioSection, 1);
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->plain_title = g_strdup (plain_title);

  return self;
}

/**
 * leio_section_free:
 * @self: (nullable) (transfer full): a section
 */
void
leio_section_free (LeioSection *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->title);
  g_free (self->plain_title);
  g_free (self);
}

/**
 * leio_question_new:
 * @id: the id in files and conditions
 * @kind: what an answer is
 *
 * A question that is always asked, has no values yet and no wording; the loader
 * fills the fields before it adds the question to a questionnaire.
 *
 * Returns: (transfer full): the question
 */
LeioQuestion *
leio_question_new (const char *id, LeioQuestionKind kind)
{
  LeioQuestion *self;

  g_return_val_if_fail (id != NULL, NULL);

  self = g_new0 (LeioQuestion, 1);
  self->id = g_strdup (id);
  self->kind = kind;
  self->values = g_ptr_array_new_with_free_func ((GDestroyNotify) leio_value_free);
  self->marks = g_array_new (FALSE, FALSE, sizeof (double));
  self->if_not_asked = -1;

  return self;
}

/**
 * leio_question_free:
 * @self: (nullable) (transfer full): a question
 */
void
leio_question_free (LeioQuestion *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->values);
  g_array_unref (self->marks);
  g_free (self->id);
  g_free (self->unit);
  g_free (self->unit_one);
  g_free (self->base_unit);
  g_free (self->base_unit_one);
  g_free (self->ask_if);
  g_free (self->question);
  g_free (self->plain_question);
  g_free (self->short_label);
  g_free (self->plain_short);
  g_free (self->why);
  g_free (self->plain_why);
  g_free (self->plain_ask);
  g_free (self->help);
  g_free (self->plain_help);
  g_free (self);
}

/**
 * leio_question_find_value:
 * @self: a question
 * @id: the id of a value
 *
 * Returns: the position of the value, or -1 where the question has none of that id
 */
int
leio_question_find_value (const LeioQuestion *self, const char *id)
{
  return leio_values_find (self->values, id);
}

/**
 * leio_question_get_unit:
 * @self: a question for a number
 * @number: the number that the unit follows
 *
 * Returns: (nullable): the unit as it is said after @number, "months", but "month" after 1
 */
const char *
leio_question_get_unit (const LeioQuestion *self, double number)
{
  return number == 1.0 && self->unit_one != NULL ? self->unit_one : self->unit;
}

/**
 * leio_question_get_value:
 * @self: a question
 * @index: the position of a value
 *
 * Returns: (transfer none): the value
 */
const LeioValue *
leio_question_get_value (const LeioQuestion *self, guint index)
{
  g_return_val_if_fail (index < self->values->len, NULL);

  return g_ptr_array_index (self->values, index);
}

/**
 * leio_question_get_all_values:
 * @self: a question
 *
 * Returns: the mask of every value
 */
guint64
leio_question_get_all_values (const LeioQuestion *self)
{
  return leio_values_get_all (self->values->len);
}

/**
 * leio_questionnaire_new:
 *
 * Returns: (transfer full): a questionnaire without questions
 */
LeioQuestionnaire *
leio_questionnaire_new (void)
{
  LeioQuestionnaire *self = g_new0 (LeioQuestionnaire, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->questions = g_ptr_array_new_with_free_func ((GDestroyNotify) leio_question_free);
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) leio_section_free);
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

/**
 * leio_questionnaire_ref:
 * @self: a questionnaire
 *
 * Returns: (transfer full): @self
 */
LeioQuestionnaire *
leio_questionnaire_ref (LeioQuestionnaire *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * leio_questionnaire_unref:
 * @self: (transfer full): a questionnaire
 */
void
leio_questionnaire_unref (LeioQuestionnaire *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_hash_table_unref (self->ids);
  g_ptr_array_unref (self->questions);
  g_ptr_array_unref (self->sections);
  g_free (self->version);
  g_free (self);
}

/**
 * leio_questionnaire_add:
 * @self: a questionnaire that is being filled
 * @question: (transfer full): the next question
 *
 * Sets the index of @question. Where the id is there already nothing is taken.
 *
 * Returns: whether the question was added
 */
gboolean
leio_questionnaire_add (LeioQuestionnaire *self, LeioQuestion *question)
{
  if (g_hash_table_contains (self->ids, question->id))
    return FALSE;

  question->index = self->questions->len;
  g_hash_table_insert (self->ids, question->id, question);
  g_ptr_array_add (self->questions, question);

  return TRUE;
}

/**
 * leio_questionnaire_add_section:
 * @self: a questionnaire that is being filled
 * @section: (transfer full): the next section
 *
 * Where the id is there already nothing is taken.
 *
 * Returns: whether the section was added
 */
gboolean
leio_questionnaire_add_section (LeioQuestionnaire *self, LeioSection *section)
{
  if (leio_questionnaire_find_section (self, section->id) >= 0)
    return FALSE;

  g_ptr_array_add (self->sections, section);

  return TRUE;
}

/**
 * leio_questionnaire_set_version:
 * @self: a questionnaire that is being filled
 * @version: (nullable): the version of the knowledge base that asks
 */
void
leio_questionnaire_set_version (LeioQuestionnaire *self, const char *version)
{
  g_free (self->version);
  self->version = g_strdup (version);
}

/**
 * leio_questionnaire_get_version:
 * @self: a questionnaire
 *
 * Returns: (transfer none) (nullable): the version of the knowledge base that asks
 */
const char *
leio_questionnaire_get_version (const LeioQuestionnaire *self)
{
  return self->version;
}

/**
 * leio_questionnaire_get_n_questions:
 * @self: a questionnaire
 *
 * Returns: how many questions it has
 */
guint
leio_questionnaire_get_n_questions (const LeioQuestionnaire *self)
{
  return self->questions->len;
}

/**
 * leio_questionnaire_get_question:
 * @self: a questionnaire
 * @index: the position of a question
 *
 * Returns: (transfer none): the question
 */
const LeioQuestion *
leio_questionnaire_get_question (const LeioQuestionnaire *self, guint index)
{
  g_return_val_if_fail (index < self->questions->len, NULL);

  return g_ptr_array_index (self->questions, index);
}

/**
 * leio_questionnaire_find:
 * @self: a questionnaire
 * @id: the id of a question
 *
 * Returns: (transfer none) (nullable): the question
 */
const LeioQuestion *
leio_questionnaire_find (const LeioQuestionnaire *self, const char *id)
{
  return g_hash_table_lookup (self->ids, id);
}

/**
 * leio_questionnaire_get_n_sections:
 * @self: a questionnaire
 *
 * Returns: how many sections it has
 */
guint
leio_questionnaire_get_n_sections (const LeioQuestionnaire *self)
{
  return self->sections->len;
}

/**
 * leio_questionnaire_get_section:
 * @self: a questionnaire
 * @index: the position of a section
 *
 * Returns: (transfer none): the section
 */
const LeioSection *
leio_questionnaire_get_section (const LeioQuestionnaire *self, guint index)
{
  g_return_val_if_fail (index < self->sections->len, NULL);

  return g_ptr_array_index (self->sections, index);
}

/**
 * leio_questionnaire_find_section:
 * @self: a questionnaire
 * @id: the id of a section
 *
 * Returns: the position of the section, or -1 where there is none of that id
 */
int
leio_questionnaire_find_section (const LeioQuestionnaire *self, const char *id)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      const LeioSection *section = g_ptr_array_index (self->sections, i);

      if (g_str_equal (section->id, id))
        return (int) i;
    }

  return -1;
}
