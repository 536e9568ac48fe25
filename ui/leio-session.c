/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The history is a list of whole cases, the shown one at the cursor, from the
 * opening on and without a limit: a copy shares its texts and what it keeps of the
 * file with the case before it, so a step is little more than its answers (some hundred bytes
 * to 2 KB). Changes of the same name in quick succession (a number
 * being typed) are one step.
 */
#include "config.h"

#include "leio-session.h"

#include <glib/gi18n.h>

#include "leio-case-text.h"
#include "leio-session-private.h"

/* Changes of the same name closer together than the first are one step of undo, which however is
 * never longer than the second: undo is not to take back a whole page of notes. */
#define SAME_STEP_USEC (1500 * G_TIME_SPAN_MILLISECOND)
#define LONGEST_STEP_USEC (8 * G_TIME_SPAN_SECOND)

/* No question has such an id. */
#define STEP_LABEL "/label"
#define STEP_NOTES "/notes"

enum
{
  PROP_LABEL = 1,
  PROP_NOTES,
  PROP_TITLE,
  PROP_DIRTY,
  PROP_WHAT_IF,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_PLAIN,
  PROP_LOCKED,
  N_PROPS
};

enum
{
  ANSWERS_CHANGED,
  ADVICE_CHANGED,
  CASE_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LeioSession, leio_session, G_TYPE_OBJECT)

static void
update_dirty (LeioSession *self)
{
  gboolean dirty = self->saved == NULL || !leio_case_equal (self->kase, self->saved);

  if (dirty == self->dirty)
    return;

  self->dirty = dirty;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIRTY]);
}

/* Computes the advice on what is shown and tells both. */
static void
answers_changed (LeioSession *self, guint question)
{
  g_clear_pointer (&self->previous, leio_advice_free);
  self->previous = g_steal_pointer (&self->advice);
  self->advice =
      leio_engine_advise (self->engine, leio_session_get_answers (self), LEIO_ADVICE_ALL);

  g_signal_emit (self, signals[ANSWERS_CHANGED], 0, question);
  g_signal_emit (self, signals[ADVICE_CHANGED], 0);
}

static void
notify_history (LeioSession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
}

/* What comes next is a step of its own. */
static void
end_step (LeioSession *self)
{
  g_clear_pointer (&self->step, g_free);
}

static void
start_history (LeioSession *self)
{
  g_ptr_array_set_size (self->history, 0);
  g_ptr_array_add (self->history, leio_case_copy (self->kase));
  self->cursor = 0;
  end_step (self);
  notify_history (self);
}

static gboolean
continues_step (LeioSession *self, const char *step, gint64 now)
{
  return step != NULL && g_strcmp0 (step, self->step) == 0 && self->cursor > 0 &&
         now - self->step_ended < SAME_STEP_USEC && now - self->step_began < LONGEST_STEP_USEC;
}

/* The case changed: a step of the history. What could be redone is gone. */
static void
record_step (LeioSession *self, const char *step)
{
  gint64 now = g_get_monotonic_time ();

  if (!continues_step (self, step, now))
    {
      self->cursor++;
      self->step_began = now;
      g_free (self->step);
      self->step = g_strdup (step);
    }
  self->step_ended = now;
  g_ptr_array_set_size (self->history, (int) self->cursor);
  g_ptr_array_add (self->history, leio_case_copy (self->kase));
  notify_history (self);
}

/* Everything that is told where the case is another one than @old. */
static void
tell_case (LeioSession *self, const LeioCase *old, guint question)
{
  update_dirty (self);
  if (!g_str_equal (old->label, self->kase->label))
    {
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
    }
  if (!g_str_equal (old->notes, self->kase->notes))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTES]);
  if (!leio_answers_equal (old->answers, self->kase->answers))
    answers_changed (self, question);
  g_signal_emit (self, signals[CASE_CHANGED], 0);
}

static void
go_to_step (LeioSession *self, guint index)
{
  g_autoptr (LeioCase) old = g_steal_pointer (&self->kase);

  self->kase = leio_case_copy (g_ptr_array_index (self->history, index));
  self->cursor = index;
  end_step (self);
  notify_history (self);
  tell_case (self, old, LEIO_SESSION_ALL_QUESTIONS);
}

/* What clinicians saved and nobody is at work on is only read at home. */
void
leio_session_update_locked (LeioSession *self)
{
  gboolean locked = self->plain && self->file != NULL && self->saved != NULL && !self->dirty
                    && self->what_if == NULL && self->saved->reading != LEIO_CASE_READING_HOME;

  if (locked == self->locked)
    return;

  self->locked = locked;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOCKED]);
  notify_history (self);
}

/* The case becomes @kase, as it stands in @file. */
void
leio_session_replace (LeioSession *self, LeioCase *kase, GFile *file, char *tag)
{
  gboolean had_what_if = self->what_if != NULL;

  g_clear_pointer (&self->kase, leio_case_free);
  g_clear_pointer (&self->saved, leio_case_free);
  g_clear_pointer (&self->what_if, leio_answers_free);
  g_free (self->tag);
  self->opening++;
  self->kase = kase;
  self->saved = leio_case_copy (kase);
  self->tag = tag;
  g_set_object (&self->file, file);

  start_history (self);
  update_dirty (self);
  answers_changed (self, LEIO_SESSION_ALL_QUESTIONS);
  /* Marks of what changed make sense within one case only. */
  g_clear_pointer (&self->previous, leio_advice_free);
  leio_session_update_locked (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTES]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  if (had_what_if)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WHAT_IF]);
  g_signal_emit (self, signals[CASE_CHANGED], 0);
}

/* @saved: (nullable) (transfer full): what the file has, or somebody would lose. */
void
leio_session_set_saved (LeioSession *self, LeioCase *saved)
{
  g_clear_pointer (&self->saved, leio_case_free);
  self->saved = saved;
  update_dirty (self);
  leio_session_update_locked (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
leio_session_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LeioSession *self = LEIO_SESSION (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, leio_session_get_label (self));
      break;
    case PROP_NOTES:
      g_value_set_string (value, leio_session_get_notes (self));
      break;
    case PROP_TITLE:
      g_value_take_string (value, leio_session_dup_title (self));
      break;
    case PROP_DIRTY:
      g_value_set_boolean (value, self->dirty);
      break;
    case PROP_WHAT_IF:
      g_value_set_boolean (value, leio_session_get_what_if (self));
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, leio_session_get_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, leio_session_get_can_redo (self));
      break;
    case PROP_PLAIN:
      g_value_set_boolean (value, self->plain);
      break;
    case PROP_LOCKED:
      g_value_set_boolean (value, self->locked);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
leio_session_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LeioSession *self = LEIO_SESSION (object);

  if (prop_id == PROP_LABEL)
    leio_session_set_label (self, g_value_get_string (value));
  else if (prop_id == PROP_NOTES)
    leio_session_set_notes (self, g_value_get_string (value));
  else if (prop_id == PROP_PLAIN)
    leio_session_set_plain (self, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
leio_session_finalize (GObject *object)
{
  LeioSession *self = LEIO_SESSION (object);

  g_clear_pointer (&self->kase, leio_case_free);
  g_clear_pointer (&self->saved, leio_case_free);
  g_clear_pointer (&self->what_if, leio_answers_free);
  g_clear_pointer (&self->advice, leio_advice_free);
  g_clear_pointer (&self->previous, leio_advice_free);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  g_clear_object (&self->file);
  g_clear_pointer (&self->tag, g_free);
  end_step (self);

  G_OBJECT_CLASS (leio_session_parent_class)->finalize (object);
}

static void
leio_session_class_init (LeioSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags writable = readable | G_PARAM_WRITABLE;

  object_class->get_property = leio_session_get_property;
  object_class->set_property = leio_session_set_property;
  object_class->finalize = leio_session_finalize;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", writable);
  properties[PROP_NOTES] = g_param_spec_string ("notes", NULL, NULL, "", writable);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, readable);
  properties[PROP_DIRTY] = g_param_spec_boolean ("dirty", NULL, NULL, FALSE, readable);
  properties[PROP_WHAT_IF] = g_param_spec_boolean ("what-if", NULL, NULL, FALSE, readable);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, readable);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, readable);
  properties[PROP_PLAIN] = g_param_spec_boolean ("plain", NULL, NULL, FALSE, writable);
  properties[PROP_LOCKED] = g_param_spec_boolean ("locked", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ANSWERS_CHANGED] =
      g_signal_new ("answers-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[ADVICE_CHANGED] = g_signal_new ("advice-changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CASE_CHANGED] = g_signal_new ("case-changed", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
leio_session_init (LeioSession *self)
{
  self->history = g_ptr_array_new_with_free_func ((GDestroyNotify) leio_case_free);
}

LeioSession *
leio_session_new (LeioEngine *engine)
{
  LeioSession *self;

  g_return_val_if_fail (engine != NULL, NULL);

  self = g_object_new (LEIO_TYPE_SESSION, NULL);
  self->engine = engine;
  self->knowledge = leio_engine_get_knowledge (engine);
  leio_session_reset (self);

  return self;
}

void
leio_session_reset (LeioSession *self)
{
  g_return_if_fail (LEIO_IS_SESSION (self));

  leio_session_replace (self,
                        leio_case_new (leio_session_get_questionnaire (self), self->knowledge->id,
                                       self->knowledge->version),
                        NULL, NULL);
}

LeioEngine *
leio_session_get_engine (LeioSession *self)
{
  g_return_val_if_fail (LEIO_IS_SESSION (self), NULL);
  return self->engine;
}

const LeioKnowledge *
leio_session_get_knowledge (LeioSession *self)
{
  g_return_val_if_fail (LEIO_IS_SESSION (self), NULL);
  return self->knowledge;
}

const LeioQuestionnaire *
leio_session_get_questionnaire (LeioSession *self)
{
  g_return_val_if_fail (LEIO_IS_SESSION (self), NULL);
  return self->knowledge->logic->questionnaire;
}

const LeioCase *
leio_session_get_case (LeioSession *self)
{
  g_return_val_if_fail (LEIO_IS_SESSION (self), NULL);
  return self->kase;
}

const LeioAnswers *
leio_session_get_answers (LeioSession *self)
{
  g_return_val_if_fail (LEIO_IS_SESSION (self), NULL);
  return self->what_if != NULL ? self->what_if : self->kase->answers;
}

const LeioAdvice *
leio_session_get_advice (LeioSession *self)
{
  g_return_val_if_fail (LEIO_IS_SESSION (self), NULL);
  return self->advice;
}

const LeioAdvice *
leio_session_get_previous_advice (LeioSession *self)
{
  g_return_val_if_fail (LEIO_IS_SESSION (self), NULL);
  return self->previous;
}

/* @question: the one that alone differs, or LEIO_SESSION_ALL_QUESTIONS. */
static void
change_case (LeioSession *self, LeioCase *edited, const char *step, guint question)
{
  g_autoptr (LeioCase) old = NULL;

  if (self->locked || leio_case_equal (self->kase, edited))
    {
      leio_case_free (edited);
      return;
    }

  old = g_steal_pointer (&self->kase);
  self->kase = edited;
  record_step (self, step);
  tell_case (self, old, question);
}

void
leio_session_edit_case (LeioSession *self, LeioCase *edited, const char *step)
{
  g_return_if_fail (LEIO_IS_SESSION (self));
  g_return_if_fail (edited != NULL);

  change_case (self, edited, step, LEIO_SESSION_ALL_QUESTIONS);
}

void
leio_session_set_answer (LeioSession *self, guint question, const LeioAnswer *answer)
{
  const LeioQuestionnaire *questionnaire;
  LeioCase *edited;

  g_return_if_fail (LEIO_IS_SESSION (self));
  g_return_if_fail (question < leio_answers_get_length (self->kase->answers));
  g_return_if_fail (answer != NULL);

  if (leio_answer_equal (leio_answers_get (leio_session_get_answers (self), question), answer))
    return;

  if (self->what_if != NULL)
    {
      leio_answers_set (self->what_if, question, answer);
      answers_changed (self, question);
      return;
    }

  edited = leio_case_copy (self->kase);
  leio_answers_set (edited->answers, question, answer);
  questionnaire = leio_session_get_questionnaire (self);
  change_case (self, edited, leio_questionnaire_get_question (questionnaire, question)->id,
               question);
}

void
leio_session_clear_answer (LeioSession *self, guint question)
{
  const LeioAnswer open = { .state = LEIO_ANSWER_OPEN };

  leio_session_set_answer (self, question, &open);
}

gboolean
leio_session_get_can_undo (LeioSession *self)
{
  g_return_val_if_fail (LEIO_IS_SESSION (self), FALSE);
  return self->what_if == NULL && !self->locked && self->cursor > 0;
}

gboolean
leio_session_get_can_redo (LeioSession *self)
{
  g_return_val_if_fail (LEIO_IS_SESSION (self), FALSE);
  return self->what_if == NULL && !self->locked && self->cursor + 1 < self->history->len;
}

void
leio_session_undo (LeioSession *self)
{
  if (leio_session_get_can_undo (self))
    go_to_step (self, self->cursor - 1);
}

void
leio_session_redo (LeioSession *self)
{
  if (leio_session_get_can_redo (self))
    go_to_step (self, self->cursor + 1);
}

static void
notify_what_if (LeioSession *self)
{
  notify_history (self);
  answers_changed (self, LEIO_SESSION_ALL_QUESTIONS);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WHAT_IF]);
}

void
leio_session_apply_what_if (LeioSession *self, const LeioChange *change)
{
  g_return_if_fail (LEIO_IS_SESSION (self));
  g_return_if_fail (change != NULL);

  if (self->locked)
    return;

  if (self->what_if == NULL)
    self->what_if = leio_answers_copy (self->kase->answers);
  for (guint i = 0; i < change->questions->len; i++)
    leio_answers_set (self->what_if, g_array_index (change->questions, guint, i),
                      &g_array_index (change->answers, LeioAnswer, i));
  notify_what_if (self);
}

void
leio_session_drop_what_if (LeioSession *self)
{
  g_return_if_fail (LEIO_IS_SESSION (self));

  if (self->what_if == NULL)
    return;

  g_clear_pointer (&self->what_if, leio_answers_free);
  notify_what_if (self);
}

void
leio_session_keep_what_if (LeioSession *self)
{
  LeioCase *edited;

  g_return_if_fail (LEIO_IS_SESSION (self));

  if (self->what_if == NULL)
    return;

  if (leio_answers_equal (self->what_if, self->kase->answers))
    {
      leio_session_drop_what_if (self);
      return;
    }

  edited = leio_case_copy (self->kase);
  leio_answers_free (edited->answers);
  edited->answers = g_steal_pointer (&self->what_if);
  /* The same answers are shown as before, but they are the case's own now. */
  change_case (self, edited, NULL, LEIO_SESSION_ALL_QUESTIONS);
  notify_history (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WHAT_IF]);
}

gboolean
leio_session_get_what_if (LeioSession *self)
{
  g_return_val_if_fail (LEIO_IS_SESSION (self), FALSE);
  return self->what_if != NULL;
}

const char *
leio_session_get_label (LeioSession *self)
{
  g_return_val_if_fail (LEIO_IS_SESSION (self), NULL);
  return self->kase->label;
}

void
leio_session_set_label (LeioSession *self, const char *label)
{
  LeioCase *edited;

  g_return_if_fail (LEIO_IS_SESSION (self));

  edited = leio_case_copy (self->kase);
  leio_case_set_label (edited, label != NULL ? label : "");
  leio_session_edit_case (self, edited, STEP_LABEL);
}

const char *
leio_session_get_notes (LeioSession *self)
{
  g_return_val_if_fail (LEIO_IS_SESSION (self), NULL);
  return self->kase->notes;
}

void
leio_session_set_notes (LeioSession *self, const char *notes)
{
  LeioCase *edited;

  g_return_if_fail (LEIO_IS_SESSION (self));

  edited = leio_case_copy (self->kase);
  leio_case_set_notes (edited, notes != NULL ? notes : "");
  leio_session_edit_case (self, edited, STEP_NOTES);
}

char *
leio_session_dup_title (LeioSession *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (LEIO_IS_SESSION (self), NULL);

  if (self->kase->label[0] != '\0')
    return g_strdup (self->kase->label);
  if (self->file == NULL)
    return g_strdup (_ ("New case"));

  name = g_file_get_basename (self->file);
  return g_filename_display_name (name);
}

gboolean
leio_session_get_plain (LeioSession *self)
{
  g_return_val_if_fail (LEIO_IS_SESSION (self), FALSE);
  return self->plain;
}

void
leio_session_set_plain (LeioSession *self, gboolean plain)
{
  g_return_if_fail (LEIO_IS_SESSION (self));

  plain = plain != FALSE;
  if (plain == self->plain)
    return;

  self->plain = plain;
  leio_session_update_locked (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAIN]);
}

gboolean
leio_session_get_locked (LeioSession *self)
{
  g_return_val_if_fail (LEIO_IS_SESSION (self), FALSE);
  return self->locked;
}

gboolean
leio_session_get_dirty (LeioSession *self)
{
  g_return_val_if_fail (LEIO_IS_SESSION (self), FALSE);
  return self->dirty;
}

GFile *
leio_session_get_file (LeioSession *self)
{
  g_return_val_if_fail (LEIO_IS_SESSION (self), NULL);
  return self->file;
}

gboolean
leio_session_is_pristine (LeioSession *self)
{
  g_return_val_if_fail (LEIO_IS_SESSION (self), FALSE);
  return self->file == NULL && !self->dirty && self->what_if == NULL && self->history->len == 1;
}

LeioCase *
leio_session_dup_shown_case (LeioSession *self)
{
  LeioCase *shown = NULL;

  g_return_val_if_fail (LEIO_IS_SESSION (self), NULL);

  shown = leio_case_copy (self->kase);
  leio_answers_free (shown->answers);
  shown->answers = leio_answers_copy (leio_session_get_answers (self));
  return shown;
}

char *
leio_session_dup_text (LeioSession *self)
{
  g_autoptr (LeioCase) shown = NULL;

  g_return_val_if_fail (LEIO_IS_SESSION (self), NULL);

  shown = leio_session_dup_shown_case (self);
  return leio_case_text_write (self->knowledge, shown);
}

gboolean
leio_session_paste_text (LeioSession *self, const char *text, GError **error)
{
  g_autoptr (LeioCase) kase = NULL;

  g_return_val_if_fail (LEIO_IS_SESSION (self), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  kase = leio_case_text_read (self->knowledge, text, error);
  if (kase == NULL)
    return FALSE;

  leio_session_drop_what_if (self);
  leio_session_edit_case (self, g_steal_pointer (&kase), NULL);
  return TRUE;
}

void
leio_session_take_answers (LeioSession *self, const LeioAnswers *answers)
{
  LeioCase *edited;

  g_return_if_fail (LEIO_IS_SESSION (self));
  g_return_if_fail (answers != NULL);

  edited = leio_case_copy (self->kase);
  leio_answers_free (edited->answers);
  edited->answers = leio_answers_copy (answers);
  leio_session_edit_case (self, edited, NULL);
}
