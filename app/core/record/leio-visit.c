/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The life of what is taken along, and its changes. A question that says nothing
 * any more is not kept.
 */
#include "config.h"

#include "leio-visit.h"

#include <string.h>

#include "leio-visit-private.h"

static void
question_clear (gpointer data)
{
  LeioVisitQuestion *self = data;

  g_free (self->id);
  g_free (self->question);
  g_free (self->text);
  g_free (self->answer);
  g_clear_pointer (&self->rest, json_object_unref);
}

void
leio_visit_question_unref (LeioVisitQuestion *self)
{
  g_atomic_rc_box_release_full (self, question_clear);
}

LeioVisitQuestion *
leio_visit_question_new (const char *id)
{
  LeioVisitQuestion *self = g_atomic_rc_box_new0 (LeioVisitQuestion);

  self->id = g_strdup (id);
  self->question = g_strdup ("");
  self->text = g_strdup ("");
  self->answer = g_strdup ("");
  return self;
}

static LeioVisitQuestion *
question_copy (const LeioVisitQuestion *self)
{
  LeioVisitQuestion *copy = g_atomic_rc_box_new0 (LeioVisitQuestion);

  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->question = g_strdup (self->question);
  copy->text = g_strdup (self->text);
  copy->answer = g_strdup (self->answer);
  copy->rest = self->rest != NULL ? json_object_ref (self->rest) : NULL;
  return copy;
}

static gpointer
share_question (gconstpointer question, gpointer data)
{
  return g_atomic_rc_box_acquire ((gpointer) question);
}

static gpointer
copy_text (gconstpointer text, gpointer data)
{
  return g_strdup (text);
}

static GPtrArray *
copy_ids (GPtrArray *ids)
{
  GPtrArray *copy = g_ptr_array_copy (ids, copy_text, NULL);

  g_ptr_array_set_free_func (copy, g_free);
  return copy;
}

/**
 * leio_visit_new:
 *
 * Returns: (transfer full): nothing chosen, nothing changed
 */
LeioVisit *
leio_visit_new (void)
{
  LeioVisit *self = g_new0 (LeioVisit, 1);

  self->matters = g_ptr_array_new_with_free_func (g_free);
  self->first = g_ptr_array_new_with_free_func (g_free);
  self->order = g_ptr_array_new_with_free_func (g_free);
  self->questions = g_ptr_array_new_with_free_func ((GDestroyNotify) leio_visit_question_unref);
  g_atomic_ref_count_init (&self->ref_count);
  return self;
}

/**
 * leio_visit_copy:
 * @self: a visit
 *
 * Returns: (transfer full): the same once more, to be changed; the questions are shared
 */
LeioVisit *
leio_visit_copy (const LeioVisit *self)
{
  LeioVisit *copy = g_new0 (LeioVisit, 1);

  copy->matters = copy_ids (self->matters);
  copy->first = copy_ids (self->first);
  copy->order = copy_ids (self->order);
  copy->questions = g_ptr_array_copy (self->questions, share_question, NULL);
  g_ptr_array_set_free_func (copy->questions, (GDestroyNotify) leio_visit_question_unref);
  copy->rest = self->rest != NULL ? json_object_ref (self->rest) : NULL;
  g_atomic_ref_count_init (&copy->ref_count);
  return copy;
}

/**
 * leio_visit_ref:
 * @self: a visit
 *
 * Returns: (transfer full): @self, which is not to be changed any more
 */
LeioVisit *
leio_visit_ref (LeioVisit *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * leio_visit_unref:
 * @self: (nullable) (transfer full): a visit
 */
void
leio_visit_unref (LeioVisit *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->matters);
  g_ptr_array_unref (self->first);
  g_ptr_array_unref (self->order);
  g_ptr_array_unref (self->questions);
  g_clear_pointer (&self->rest, json_object_unref);
  g_free (self);
}

/**
 * leio_visit_equal:
 * @a: (nullable): a visit
 * @b: (nullable): another
 *
 * Returns: whether both are written alike
 */
gboolean
leio_visit_equal (const LeioVisit *a, const LeioVisit *b)
{
  g_autoptr (JsonObject) left = NULL;
  g_autoptr (JsonObject) right = NULL;

  if (a == b || a == NULL || b == NULL)
    return a == b;

  left = leio_visit_to_object (a);
  right = leio_visit_to_object (b);
  return json_object_equal (left, right);
}

/**
 * leio_visit_is_empty:
 * @self: a visit
 *
 * Returns: whether it says nothing, so that a case need not keep it
 */
gboolean
leio_visit_is_empty (const LeioVisit *self)
{
  return self->matters->len == 0 && self->first->len == 0 && self->order->len == 0 &&
         self->questions->len == 0 && self->rest == NULL;
}

/**
 * leio_visit_has_matter:
 * @self: (nullable): a visit
 * @matter: the id of what can matter
 *
 * Returns: whether the person chose it
 */
gboolean
leio_visit_has_matter (const LeioVisit *self, const char *matter)
{
  return self != NULL &&
         g_ptr_array_find_with_equal_func (self->matters, matter, g_str_equal, NULL);
}

/**
 * leio_visit_set_matter:
 * @self: a visit that nobody shares
 * @matter: the id of what can matter
 * @chosen: whether it does
 */
void
leio_visit_set_matter (LeioVisit *self, const char *matter, gboolean chosen)
{
  guint index = 0;
  gboolean found = g_ptr_array_find_with_equal_func (self->matters, matter, g_str_equal, &index);

  if (chosen && !found && self->matters->len < LEIO_VISIT_MAX_IDS)
    g_ptr_array_add (self->matters, g_strdup (matter));
  else if (!chosen && found)
    g_ptr_array_remove_index (self->matters, index);
}

static gboolean
find_index (const LeioVisit *self, const char *id, guint *index)
{
  for (*index = 0; *index < self->questions->len; (*index)++)
    if (g_str_equal (((LeioVisitQuestion *) g_ptr_array_index (self->questions, *index))->id, id))
      return TRUE;
  return FALSE;
}

/**
 * leio_visit_find:
 * @self: (nullable): a visit
 * @id: the id of a question
 *
 * Returns: (transfer none) (nullable): what the person did to it
 */
const LeioVisitQuestion *
leio_visit_find (const LeioVisit *self, const char *id)
{
  guint index;

  return self != NULL && find_index (self, id, &index) ? g_ptr_array_index (self->questions, index)
                                                       : NULL;
}

/**
 * leio_visit_is_own:
 * @id: the id of a question
 *
 * Returns: whether the person wrote it
 */
gboolean
leio_visit_is_own (const char *id)
{
  return g_str_has_prefix (id, LEIO_VISIT_OWN);
}

static void
set_text (char **field, const char *text)
{
  char *old = *field;

  *field = g_strdup (text);
  g_free (old);
}

/* (transfer full) (nullable): the question @id to be changed, and to be put back. */
static LeioVisitQuestion *
begin (const LeioVisit *self, const char *id, const char *question)
{
  const LeioVisitQuestion *old = leio_visit_find (self, id);
  LeioVisitQuestion *copy;

  if (old != NULL)
    return question_copy (old);
  if (self->questions->len >= LEIO_VISIT_MAX_QUESTIONS)
    return NULL;

  copy = leio_visit_question_new (id);
  set_text (&copy->question, question);
  return copy;
}

static gboolean
says_nothing (const LeioVisitQuestion *question)
{
  return *question->text == '\0' && *question->answer == '\0' && !question->removed &&
         !question->added && question->rest == NULL;
}

static void
end (LeioVisit *self, LeioVisitQuestion *question)
{
  guint index;
  gboolean found = find_index (self, question->id, &index);

  if (says_nothing (question))
    {
      if (found)
        g_ptr_array_remove_index (self->questions, index);
      leio_visit_question_unref (question);
    }
  else if (found)
    {
      leio_visit_question_unref (g_ptr_array_index (self->questions, index));
      self->questions->pdata[index] = question;
    }
  else
    g_ptr_array_add (self->questions, question);
}

/* One more than the largest number so far, so that no id is used twice. */
static char *
dup_own_id (const LeioVisit *self)
{
  guint64 last = 0;

  for (guint i = 0; i < self->questions->len; i++)
    {
      const LeioVisitQuestion *question = g_ptr_array_index (self->questions, i);

      if (leio_visit_is_own (question->id))
        last = MAX (last, MIN (g_ascii_strtoull (question->id + strlen (LEIO_VISIT_OWN), NULL, 10),
                               G_MAXUINT32));
    }
  return g_strdup_printf (LEIO_VISIT_OWN "%" G_GUINT64_FORMAT, last + 1);
}

/**
 * leio_visit_add_own:
 * @self: a visit that nobody shares
 * @text: a question of the person
 *
 * Returns: (transfer none) (nullable): its id; %NULL where @text is empty or there are
 *   LEIO_VISIT_MAX_QUESTIONS already
 */
const char *
leio_visit_add_own (LeioVisit *self, const char *text)
{
  g_autofree char *id = dup_own_id (self);
  LeioVisitQuestion *question = begin (self, id, "");

  if (question == NULL || *text == '\0')
    {
      g_clear_pointer (&question, leio_visit_question_unref);
      return NULL;
    }
  set_text (&question->text, text);
  end (self, question);
  return question->id;
}

/**
 * leio_visit_set_text:
 * @self: a visit that nobody shares
 * @id: the id of a question
 * @question: how the program words it; "" for one that the person wrote
 * @text: how the person wants to ask it; "" or @question: as the program does
 */
void
leio_visit_set_text (LeioVisit *self, const char *id, const char *question, const char *text)
{
  LeioVisitQuestion *copy = begin (self, id, question);

  if (copy == NULL)
    return;
  set_text (&copy->text, g_str_equal (text, question) ? "" : text);
  end (self, copy);
}

/**
 * leio_visit_set_answer:
 * @self: a visit that nobody shares
 * @id: the id of a question
 * @question: how the program words it
 * @answer: what was answered, in any number of lines
 */
void
leio_visit_set_answer (LeioVisit *self, const char *id, const char *question, const char *answer)
{
  LeioVisitQuestion *copy = begin (self, id, question);

  if (copy == NULL)
    return;
  set_text (&copy->answer, answer);
  end (self, copy);
}

/**
 * leio_visit_set_removed:
 * @self: a visit that nobody shares
 * @id: the id of a question
 * @question: how the program words it
 * @removed: whether it is not to be asked; what was said of it stays
 */
void
leio_visit_set_removed (LeioVisit *self, const char *id, const char *question, gboolean removed)
{
  LeioVisitQuestion *copy = begin (self, id, question);

  if (copy == NULL)
    return;
  copy->removed = removed;
  end (self, copy);
}

/**
 * leio_visit_set_added:
 * @self: a visit that nobody shares
 * @id: the id of a question
 * @question: how the program words it
 * @added: whether it is to be asked though it only may fit
 */
void
leio_visit_set_added (LeioVisit *self, const char *id, const char *question, gboolean added)
{
  LeioVisitQuestion *copy = begin (self, id, question);

  if (copy == NULL)
    return;
  copy->added = added;
  end (self, copy);
}

/**
 * leio_visit_take_order:
 * @self: a visit that nobody shares
 * @first: (transfer full) (element-type utf8): the ids of those to be asked first
 * @order: (transfer full) (element-type utf8): ids, who comes before whom; both own their strings
 */
void
leio_visit_take_order (LeioVisit *self, GPtrArray *first, GPtrArray *order)
{
  g_ptr_array_unref (self->first);
  g_ptr_array_unref (self->order);
  self->first = first;
  self->order = order;
  g_ptr_array_set_size (first, (int) MIN (first->len, LEIO_VISIT_MAX_IDS));
  g_ptr_array_set_size (order, (int) MIN (order->len, LEIO_VISIT_MAX_IDS));
}
