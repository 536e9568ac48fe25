/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The history is a list of whole answer sets, the shown one at the cursor: an
 * answer set has some kilobytes at most, and a case is answered a hundred times
 * at most. Answers to one question in quick succession (a number being typed)
 * are one step. Around a step that replaced the whole case both sides keep the case too.
 */
#include "config.h"

#include "leio-session.h"

#include <glib/gi18n.h>

#include "leio-case-text.h"

/* Answers to the same question closer together than this are one step of undo. */
#define SAME_STEP_USEC (1500 * G_TIME_SPAN_MILLISECOND)

typedef struct
{
  LeioAnswers *answers;
  LeioCase *kase; /* (nullable) with these answers: where more than answers changed */
} Step;

struct _LeioSession
{
  GObject parent_instance;

  /* Borrowed references */
  LeioEngine *engine;
  const LeioKnowledge *knowledge;

  /* Owned references */
  LeioCase *kase;
  LeioCase *saved;      /* as the file has it, or as it was new */
  LeioAnswers *what_if; /* (nullable) */
  LeioAdvice *advice;
  LeioAdvice *previous; /* (nullable) */
  GPtrArray *history;   /* (element-type Step) */
  GFile *file;          /* (nullable) */
  char *etag;           /* (nullable) of @file */

  guint cursor;        /* into the history: the answers of the case */
  guint last_question; /* of the last step */
  gint64 last_time;
  gboolean dirty;
  gboolean plain;
};

enum
{
  PROP_LABEL = 1,
  PROP_TITLE,
  PROP_DIRTY,
  PROP_WHAT_IF,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_PLAIN,
  N_PROPS
};

enum
{
  ANSWERS_CHANGED,
  ADVICE_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LeioSession, leio_session, G_TYPE_OBJECT)

static void
step_free (gpointer data)
{
  Step *step = data;

  leio_answers_free (step->answers);
  g_clear_pointer (&step->kase, leio_case_free);
  g_free (step);
}

static Step *
step_new (const LeioAnswers *answers)
{
  Step *step = g_new0 (Step, 1);

  step->answers = leio_answers_copy (answers);
  return step;
}

static gboolean
is_same_case (const LeioCase *a, const LeioCase *b)
{
  return leio_answers_equal (a->answers, b->answers) && g_str_equal (a->label, b->label) &&
         g_str_equal (a->notes, b->notes);
}

static void
update_dirty (LeioSession *self)
{
  gboolean dirty = !is_same_case (self->kase, self->saved);

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

  update_dirty (self);
  g_signal_emit (self, signals[ANSWERS_CHANGED], 0, question);
  g_signal_emit (self, signals[ADVICE_CHANGED], 0);
}

static void
notify_history (LeioSession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
}

static void
start_history (LeioSession *self)
{
  g_ptr_array_set_size (self->history, 0);
  g_ptr_array_add (self->history, step_new (self->kase->answers));
  self->cursor = 0;
  self->last_question = LEIO_SESSION_ALL_QUESTIONS;
  notify_history (self);
}

static gboolean
continues_last_step (LeioSession *self, guint question, gint64 now)
{
  return question != LEIO_SESSION_ALL_QUESTIONS && question == self->last_question &&
         self->cursor > 0 && now - self->last_time < SAME_STEP_USEC;
}

/* The case's answers changed: a step of the history. What could be redone is gone. */
static void
record_step (LeioSession *self, guint question)
{
  gint64 now = g_get_monotonic_time ();
  guint keep = continues_last_step (self, question, now) ? self->cursor : self->cursor + 1;

  g_ptr_array_set_size (self->history, keep);
  g_ptr_array_add (self->history, step_new (self->kase->answers));
  self->cursor = keep;
  self->last_question = question;
  self->last_time = now;
  notify_history (self);
}

/* The case becomes @kase, in the same file. */
static void
replace_case (LeioSession *self, LeioCase *kase)
{
  leio_case_free (self->kase);
  self->kase = kase;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
go_to_step (LeioSession *self, guint index)
{
  const Step *step = g_ptr_array_index (self->history, index);

  self->cursor = index;
  self->last_question = LEIO_SESSION_ALL_QUESTIONS;
  if (step->kase != NULL)
    replace_case (self, leio_case_copy (step->kase));
  leio_answers_free (self->kase->answers);
  self->kase->answers = leio_answers_copy (step->answers);
  notify_history (self);
  answers_changed (self, LEIO_SESSION_ALL_QUESTIONS);
}

/* The case becomes @kase, as it stands in @file. */
static void
take_case (LeioSession *self, LeioCase *kase, GFile *file, char *etag)
{
  gboolean had_what_if = self->what_if != NULL;

  g_clear_pointer (&self->kase, leio_case_free);
  g_clear_pointer (&self->saved, leio_case_free);
  g_clear_pointer (&self->what_if, leio_answers_free);
  g_free (self->etag);
  self->kase = kase;
  self->saved = leio_case_copy (kase);
  self->etag = etag;
  g_set_object (&self->file, file);

  start_history (self);
  answers_changed (self, LEIO_SESSION_ALL_QUESTIONS);
  /* Marks of what changed make sense within one case only. */
  g_clear_pointer (&self->previous, leio_advice_free);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  if (had_what_if)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WHAT_IF]);
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
  g_clear_pointer (&self->etag, g_free);

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
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, readable);
  properties[PROP_DIRTY] = g_param_spec_boolean ("dirty", NULL, NULL, FALSE, readable);
  properties[PROP_WHAT_IF] = g_param_spec_boolean ("what-if", NULL, NULL, FALSE, readable);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, readable);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, readable);
  properties[PROP_PLAIN] = g_param_spec_boolean ("plain", NULL, NULL, FALSE, writable);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ANSWERS_CHANGED] =
      g_signal_new ("answers-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[ADVICE_CHANGED] = g_signal_new ("advice-changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
leio_session_init (LeioSession *self)
{
  self->history = g_ptr_array_new_with_free_func (step_free);
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

  take_case (self,
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

void
leio_session_set_answer (LeioSession *self, guint question, const LeioAnswer *answer)
{
  g_return_if_fail (LEIO_IS_SESSION (self));
  g_return_if_fail (question < leio_answers_get_length (self->kase->answers));
  g_return_if_fail (answer != NULL);

  if (leio_answer_equal (leio_answers_get (leio_session_get_answers (self), question), answer))
    return;

  if (self->what_if != NULL)
    {
      leio_answers_set (self->what_if, question, answer);
    }
  else
    {
      leio_answers_set (self->kase->answers, question, answer);
      record_step (self, question);
    }
  answers_changed (self, question);
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
  return self->what_if == NULL && self->cursor > 0;
}

gboolean
leio_session_get_can_redo (LeioSession *self)
{
  g_return_val_if_fail (LEIO_IS_SESSION (self), FALSE);
  return self->what_if == NULL && self->cursor + 1 < self->history->len;
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
  g_return_if_fail (LEIO_IS_SESSION (self));

  if (self->what_if == NULL)
    return;

  leio_answers_free (self->kase->answers);
  self->kase->answers = g_steal_pointer (&self->what_if);
  record_step (self, LEIO_SESSION_ALL_QUESTIONS);
  notify_what_if (self);
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
  g_return_if_fail (LEIO_IS_SESSION (self));

  if (label == NULL)
    label = "";
  if (g_str_equal (self->kase->label, label))
    return;

  g_free (self->kase->label);
  self->kase->label = g_strdup (label);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  update_dirty (self);
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
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAIN]);
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

char *
leio_session_dup_text (LeioSession *self)
{
  g_autoptr (LeioCase) shown = NULL;

  g_return_val_if_fail (LEIO_IS_SESSION (self), NULL);

  shown = leio_case_copy (self->kase);
  leio_answers_free (shown->answers);
  shown->answers = leio_answers_copy (leio_session_get_answers (self));
  return leio_case_text_write (self->knowledge, shown);
}

/* Both sides of the step keep the whole case, so that undo brings back more than answers. */
static void
record_replacement (LeioSession *self, LeioCase *kase)
{
  Step *before = g_ptr_array_index (self->history, self->cursor);
  Step *after;

  g_clear_pointer (&before->kase, leio_case_free);
  before->kase = leio_case_copy (self->kase);
  replace_case (self, kase);
  record_step (self, LEIO_SESSION_ALL_QUESTIONS);
  after = g_ptr_array_index (self->history, self->cursor);
  after->kase = leio_case_copy (kase);
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
  if (!is_same_case (kase, self->kase))
    {
      record_replacement (self, g_steal_pointer (&kase));
      answers_changed (self, LEIO_SESSION_ALL_QUESTIONS);
    }
  return TRUE;
}

gboolean
leio_session_load (LeioSession *self, GFile *file, GError **error)
{
  g_autofree char *etag = NULL;
  LeioCase *kase;

  g_return_val_if_fail (LEIO_IS_SESSION (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  kase = leio_case_load (file, leio_session_get_questionnaire (self), self->knowledge->id, &etag,
                         error);
  if (kase == NULL)
    return FALSE;

  take_case (self, kase, file, g_steal_pointer (&etag));
  return TRUE;
}

void
leio_session_take_answers (LeioSession *self, const LeioAnswers *answers)
{
  g_return_if_fail (LEIO_IS_SESSION (self));
  g_return_if_fail (answers != NULL);

  leio_answers_free (self->kase->answers);
  self->kase->answers = leio_answers_copy (answers);
  record_step (self, LEIO_SESSION_ALL_QUESTIONS);
  answers_changed (self, LEIO_SESSION_ALL_QUESTIONS);
}

gboolean
leio_session_load_copy (LeioSession *self, GFile *file, GError **error)
{
  g_autofree char *etag = NULL;
  LeioCase *kase;

  g_return_val_if_fail (LEIO_IS_SESSION (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  kase = leio_case_load (file, leio_session_get_questionnaire (self), self->knowledge->id, &etag,
                         error);
  if (kase == NULL)
    return FALSE;

  take_case (self, kase, NULL, NULL);
  return TRUE;
}

/* The etag that the file must still have: only where it is the file that was read. */
static const char *
expected_etag (LeioSession *self, GFile *file, gboolean overwrite)
{
  if (overwrite || self->file == NULL || !g_file_equal (file, self->file))
    return NULL;

  return self->etag;
}

gboolean
leio_session_save (LeioSession *self, GFile *file, gboolean overwrite, GError **error)
{
  g_autofree char *data = NULL;
  g_autofree char *etag = NULL;
  gsize length = 0;

  g_return_val_if_fail (LEIO_IS_SESSION (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  data = leio_case_to_data (self->kase, leio_session_get_questionnaire (self), &length);
  if (!g_file_replace_contents (file, data, length, expected_etag (self, file, overwrite), FALSE,
                                G_FILE_CREATE_NONE, &etag, NULL, error))
    return FALSE;

  g_free (self->etag);
  self->etag = g_steal_pointer (&etag);
  g_set_object (&self->file, file);
  g_clear_pointer (&self->saved, leio_case_free);
  self->saved = leio_case_copy (self->kase);
  update_dirty (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  return TRUE;
}
