/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the thread needs is copied for it; keeper and thread share only the place
 * of the draft, behind a lock, in which the keeper says where it was closed: a
 * write that comes late then writes nothing.
 */
#include "config.h"

#include "leio-keeper.h"

/* A pause to gather what is changed at once: not longer while changes go on. */
#define PAUSE_MSEC 200
#define RETRY_MSEC 2000

typedef struct
{
  GMutex mutex;
  LeioDraftStore *store;
  char *path;
  gboolean closed;
} Place;

typedef struct
{
  Place *place;
  const LeioQuestionnaire *questionnaire;
  LeioDraft *draft; /* (nullable): NULL: nothing is unsaved */
} Job;

struct _LeioKeeper
{
  GObject parent_instance;

  LeioSession *session; /* (nullable) once it is closed */
  Place *place;
  char *fault; /* (nullable) */

  guint timer;
  gboolean working;
  gboolean changed; /* since the work began */
  gboolean kept;    /* a draft is there, or is being written */
};

enum
{
  PROP_FAULT = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LeioKeeper, leio_keeper, G_TYPE_OBJECT)

static void
place_clear (gpointer data)
{
  Place *place = data;

  g_mutex_clear (&place->mutex);
  g_clear_pointer (&place->store, leio_draft_store_unref);
  g_free (place->path);
}

static void
place_unref (Place *place)
{
  g_atomic_rc_box_release_full (place, place_clear);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  place_unref (job->place);
  leio_draft_free (job->draft);
  g_free (job);
}

static LeioDraft *
new_draft (LeioKeeper *self)
{
  LeioDraft *draft = g_new0 (LeioDraft, 1);
  GFile *file = leio_session_get_file (self->session);

  draft->kase = leio_case_copy (leio_session_get_case (self->session));
  draft->file = file != NULL ? g_object_ref (file) : NULL;
  draft->tag = g_strdup (leio_session_get_tag (self->session));
  draft->date = g_date_time_new_now_local ();
  return draft;
}

static Job *
new_job (LeioKeeper *self)
{
  Job *job = g_new0 (Job, 1);

  job->place = g_atomic_rc_box_acquire (self->place);
  job->questionnaire = leio_session_get_questionnaire (self->session);
  if (leio_session_get_dirty (self->session))
    job->draft = new_draft (self);
  return job;
}

/* With the place locked. */
static gboolean
do_job (Job *job, GError **error)
{
  Place *place = job->place;

  if (job->draft == NULL)
    return leio_draft_store_remove (place->store, place->path, error);

  g_free (job->draft->path);
  job->draft->path = g_strdup (place->path);
  return leio_draft_store_write (place->store, job->draft, job->questionnaire, error);
}

static void
work (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  g_mutex_lock (&job->place->mutex);
  if (!job->place->closed)
    do_job (job, &error);
  g_mutex_unlock (&job->place->mutex);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
set_fault (LeioKeeper *self, const char *fault)
{
  if (g_strcmp0 (fault, self->fault) == 0)
    return;

  g_free (self->fault);
  self->fault = g_strdup (fault);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FAULT]);
}

static void plan_work (LeioKeeper *self, guint msec);

static void
on_worked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LeioKeeper *self = LEIO_KEEPER (source);
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  self->working = FALSE;
  if (self->session == NULL)
    return;

  set_fault (self, error != NULL ? error->message : NULL);
  if (error != NULL)
    plan_work (self, RETRY_MSEC);
  else if (self->changed)
    plan_work (self, PAUSE_MSEC);
}

static gboolean
on_timer (gpointer user_data)
{
  LeioKeeper *self = user_data;
  g_autoptr (GTask) task = g_task_new (self, NULL, on_worked, NULL);
  Job *job = new_job (self);

  self->timer = 0;
  self->working = TRUE;
  self->changed = FALSE;
  self->kept = job->draft != NULL;
  g_task_set_source_tag (task, on_timer);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, work);
  return G_SOURCE_REMOVE;
}

static void
plan_work (LeioKeeper *self, guint msec)
{
  if (self->timer == 0)
    self->timer = g_timeout_add_full (G_PRIORITY_DEFAULT, msec, on_timer, self, NULL);
}

/* The case, or whether its file has it. */
static void
on_changed (LeioKeeper *self)
{
  if (!leio_session_get_dirty (self->session) && !self->kept)
    return;

  if (self->working)
    self->changed = TRUE;
  else
    plan_work (self, PAUSE_MSEC);
}

static void
leio_keeper_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_FAULT)
    g_value_set_string (value, LEIO_KEEPER (object)->fault);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
leio_keeper_dispose (GObject *object)
{
  leio_keeper_close (LEIO_KEEPER (object), FALSE);

  G_OBJECT_CLASS (leio_keeper_parent_class)->dispose (object);
}

static void
leio_keeper_finalize (GObject *object)
{
  LeioKeeper *self = LEIO_KEEPER (object);

  g_clear_pointer (&self->place, place_unref);
  g_clear_pointer (&self->fault, g_free);

  G_OBJECT_CLASS (leio_keeper_parent_class)->finalize (object);
}

static void
leio_keeper_class_init (LeioKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = leio_keeper_get_property;
  object_class->dispose = leio_keeper_dispose;
  object_class->finalize = leio_keeper_finalize;

  properties[PROP_FAULT] =
      g_param_spec_string ("fault", NULL, NULL, NULL,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
leio_keeper_init (LeioKeeper *self)
{
  self->place = g_atomic_rc_box_new0 (Place);
  g_mutex_init (&self->place->mutex);
}

/**
 * leio_keeper_new:
 * @session: whose case is kept
 * @store: where
 *
 * Returns: (transfer full): what keeps it until it is closed
 */
LeioKeeper *
leio_keeper_new (LeioSession *session, LeioDraftStore *store)
{
  LeioKeeper *self = g_object_new (LEIO_TYPE_KEEPER, NULL);

  self->session = g_object_ref (session);
  self->place->store = leio_draft_store_ref (store);
  self->place->path = leio_draft_store_dup_path (store);
  g_signal_connect_swapped (session, "case-changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (session, "notify::dirty", G_CALLBACK (on_changed), self);
  on_changed (self);
  return self;
}

const char *
leio_keeper_get_fault (LeioKeeper *self)
{
  g_return_val_if_fail (LEIO_IS_KEEPER (self), NULL);
  return self->fault;
}

/**
 * leio_keeper_restore:
 * @self: a keeper whose session has nothing to lose
 * @draft: of leio_draft_store_list(), one that can be read
 * @error: as of leio_draft_store_take()
 *
 * The session's case becomes the one of @draft, and @draft the one of this keeper: it is never
 * missing from the disk meanwhile.
 *
 * Returns: whether it is open now
 */
gboolean
leio_keeper_restore (LeioKeeper *self, const LeioDraft *draft, GError **error)
{
  char *path;

  g_return_val_if_fail (LEIO_IS_KEEPER (self), FALSE);
  g_return_val_if_fail (self->session != NULL && draft->kase != NULL, FALSE);

  path = leio_draft_store_take (self->place->store, draft, error);
  if (path == NULL)
    return FALSE;

  g_mutex_lock (&self->place->mutex);
  /* Of a case that is saved or given up, which is why @self may restore another. */
  leio_draft_store_remove (self->place->store, self->place->path, NULL);
  g_free (self->place->path);
  self->place->path = path;
  g_mutex_unlock (&self->place->mutex);
  self->kept = TRUE;
  leio_session_restore (self->session, leio_case_copy (draft->kase), draft->file, draft->tag);
  return TRUE;
}

/* What was not kept yet; the program may end before a thread could do it. */
static void
finish (LeioKeeper *self, gboolean discard)
{
  g_autoptr (GError) error = NULL;
  Job *job = new_job (self);

  if (discard)
    g_clear_pointer (&job->draft, leio_draft_free);
  if (!do_job (job, &error) && job->draft != NULL)
    g_message ("%s", error->message);
  job_free (job);
}

/**
 * leio_keeper_close:
 * @self: a keeper
 * @discard: whether a person gave up what is not saved
 *
 * Ends the keeping. What is not saved stays as a draft for the next start, unless it is discarded.
 */
void
leio_keeper_close (LeioKeeper *self, gboolean discard)
{
  g_return_if_fail (LEIO_IS_KEEPER (self));

  if (self->session == NULL)
    return;

  g_clear_handle_id (&self->timer, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_mutex_lock (&self->place->mutex);
  if (self->kept || leio_session_get_dirty (self->session))
    finish (self, discard);
  self->place->closed = TRUE;
  g_mutex_unlock (&self->place->mutex);
  g_clear_object (&self->session);
}
