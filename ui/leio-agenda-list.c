/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-agenda-list.h"

#include <string.h>

struct _LeioAgendaList
{
  GObject parent_instance;

  LeioAgenda *agenda;
  LeioKnowledge *knowledge;
  GListStore *items;
  GCancellable *closing; /* cancelled with the list: its thread ends then */
  char *etag;            /* (nullable) of the file, when it was read or written */
  GAsyncQueue *found;    /* Found: from the thread to the main loop */
  guint showing;         /* source that takes them */
  guint n_changes;       /* of the order; to see whether there was one while it was saved */
  guint n_faults;
  gboolean dirty;
};

/* What the thread found. */
typedef struct
{
  LeioAgendaItem *item;
  LeioAgendaRow *row;
} Found;

typedef struct
{
  GFile *file;
  LeioKnowledge *knowledge;
} Wish;

/* Rows that are shown in one turn of the main loop. */
#define ROWS_A_TURN 8

enum
{
  PROP_0,
  PROP_DIRTY,
  PROP_N_FAULTS,
  PROP_TITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LeioAgendaList, leio_agenda_list, G_TYPE_OBJECT)

static void
found_free (Found *found)
{
  g_object_unref (found->item);
  leio_agenda_row_free (found->row);
  g_free (found);
}

static void
wish_free (Wish *wish)
{
  g_object_unref (wish->file);
  leio_knowledge_unref (wish->knowledge);
  g_free (wish);
}

static void
set_dirty (LeioAgendaList *self, gboolean dirty)
{
  if (self->dirty == dirty)
    return;
  self->dirty = dirty;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIRTY]);
}

static void
count_faults (LeioAgendaList *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint n = 0;

  for (guint i = 0; i < n_items; i++)
    n += leio_agenda_item_get_row (leio_agenda_list_get_item (self, i))->fault != NULL;
  if (n == self->n_faults)
    return;
  self->n_faults = n;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_FAULTS]);
}

static gboolean
on_show_found (gpointer user_data)
{
  LeioAgendaList *self = user_data;
  Found *found = NULL;

  for (guint i = 0; i < ROWS_A_TURN; i++)
    {
      found = g_async_queue_try_pop (self->found);
      if (found == NULL)
        break;
      leio_agenda_item_take_row (found->item, g_steal_pointer (&found->row));
      found_free (found);
    }
  if (found != NULL)
    return G_SOURCE_CONTINUE;

  count_faults (self);
  self->showing = 0;
  return G_SOURCE_REMOVE;
}

/* In the main loop: something was found, or the thread is at its end. Rows are shown between the
 * frames, never instead of one. */
static gboolean
on_found (gpointer user_data)
{
  LeioAgendaList *self = user_data;

  if (self->showing == 0 && !g_cancellable_is_cancelled (self->closing))
    self->showing = g_idle_add (on_show_found, self);
  return G_SOURCE_REMOVE;
}

static void
tell_found (LeioAgendaList *self)
{
  g_main_context_invoke_full (NULL, G_PRIORITY_DEFAULT_IDLE, on_found, g_object_ref (self),
                              g_object_unref);
}

/* In a thread; @task_data: the items to read. */
static void
read_items (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  LeioAgendaList *self = source;
  GPtrArray *items = task_data;
  g_autoptr (LeioEngine) engine = leio_engine_new (self->knowledge, 0, NULL);

  for (guint i = 0; engine != NULL && i < items->len && !g_cancellable_is_cancelled (cancellable);
       i++)
    {
      Found *found = g_new (Found, 1);

      found->item = g_object_ref (g_ptr_array_index (items, i));
      found->row = leio_agenda_row_new (engine, self->agenda,
                                        leio_agenda_item_get_row (found->item)->file);
      g_async_queue_push (self->found, found);
      if (i % ROWS_A_TURN == 0)
        tell_found (self);
    }
  tell_found (self);
  g_task_return_boolean (task, TRUE);
}

static void
read_async (LeioAgendaList *self, GPtrArray *items)
{
  g_autoptr (GTask) task = g_task_new (self, self->closing, NULL, NULL);

  g_task_set_source_tag (task, read_async);
  g_task_set_task_data (task, items, (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, read_items);
}

static void
read_item (LeioAgendaList *self, LeioAgendaItem *item)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (items, g_object_ref (item));
  read_async (self, items);
}

static LeioAgendaItem *
new_item (LeioAgendaList *self, GFile *file)
{
  return leio_agenda_item_new (leio_agenda_row_new_unread (self->agenda, file));
}

static void
make_items (LeioAgendaList *self)
{
  GPtrArray *cases = self->agenda->cases;
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < cases->len; i++)
    g_ptr_array_add (items, new_item (self, g_ptr_array_index (cases, i)));
  g_list_store_splice (self->items, 0, 0, items->pdata, items->len);
  read_async (self, items);
}

static void
load (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Wish *wish = task_data;
  g_autoptr (LeioAgendaList) self = g_object_new (LEIO_TYPE_AGENDA_LIST, NULL);
  GError *error = NULL;

  self->knowledge = leio_knowledge_ref (wish->knowledge);
  self->agenda = leio_agenda_load (wish->file, &self->etag, &error);
  if (self->agenda == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&self), g_object_unref);
}

void
leio_agenda_list_load_async (GFile *file,
                             LeioKnowledge *knowledge,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Wish *wish = g_new (Wish, 1);

  wish->file = g_object_ref (file);
  wish->knowledge = leio_knowledge_ref (knowledge);
  g_task_set_source_tag (task, leio_agenda_list_load_async);
  g_task_set_task_data (task, wish, (GDestroyNotify) wish_free);
  g_task_run_in_thread (task, load);
}

LeioAgendaList *
leio_agenda_list_load_finish (GAsyncResult *result, GError **error)
{
  LeioAgendaList *self = g_task_propagate_pointer (G_TASK (result), error);

  if (self != NULL)
    make_items (self);
  return self;
}

void
leio_agenda_list_close (LeioAgendaList *self)
{
  /* The thread still holds it for a moment. */
  g_cancellable_cancel (self->closing);
  g_clear_handle_id (&self->showing, g_source_remove);
}

GListModel *
leio_agenda_list_get_model (LeioAgendaList *self)
{
  return G_LIST_MODEL (self->items);
}

char *
leio_agenda_list_dup_title (LeioAgendaList *self)
{
  return leio_agenda_dup_title (self->agenda);
}

const char *
leio_agenda_list_get_title (LeioAgendaList *self)
{
  return self->agenda->title;
}

const char *
leio_agenda_list_get_date (LeioAgendaList *self)
{
  return self->agenda->date;
}

GFile *
leio_agenda_list_get_folder (LeioAgendaList *self)
{
  return self->agenda->folder;
}

GFile *
leio_agenda_list_get_file (LeioAgendaList *self)
{
  return self->agenda->file;
}

gboolean
leio_agenda_list_get_dirty (LeioAgendaList *self)
{
  return self->dirty;
}

guint
leio_agenda_list_get_n_faults (LeioAgendaList *self)
{
  return self->n_faults;
}

int
leio_agenda_list_find (LeioAgendaList *self, GFile *file)
{
  GPtrArray *cases = self->agenda->cases;

  for (guint i = 0; file != NULL && i < cases->len; i++)
    if (g_file_equal (g_ptr_array_index (cases, i), file))
      return (int) i;
  return -1;
}

LeioAgendaItem *
leio_agenda_list_get_item (LeioAgendaList *self, guint place)
{
  g_autoptr (LeioAgendaItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), place);

  /* The list keeps it. */
  return item;
}

static void
note_change (LeioAgendaList *self)
{
  self->n_changes++;
  set_dirty (self, TRUE);
}

/* Returns whether @text is another one now. */
static gboolean
set_text (LeioAgendaList *self, char **text, const char *value)
{
  if (g_str_equal (*text, value))
    return FALSE;

  g_free (*text);
  *text = g_strdup (value);
  note_change (self);
  return TRUE;
}

void
leio_agenda_list_set_title (LeioAgendaList *self, const char *title)
{
  if (set_text (self, &self->agenda->title, title))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

void
leio_agenda_list_set_date (LeioAgendaList *self, const char *date)
{
  set_text (self, &self->agenda->date, date);
}

void
leio_agenda_list_move (LeioAgendaList *self, guint from, guint to)
{
  GPtrArray *cases = self->agenda->cases;
  g_autoptr (LeioAgendaItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), from);

  if (from == to || from >= cases->len || to >= cases->len)
    return;

  g_ptr_array_insert (cases, (int) to, g_ptr_array_steal_index (cases, from));
  g_list_store_remove (self->items, from);
  g_list_store_insert (self->items, to, item);
  note_change (self);
}

void
leio_agenda_list_remove (LeioAgendaList *self, guint place)
{
  if (place >= self->agenda->cases->len)
    return;

  g_ptr_array_remove_index (self->agenda->cases, place);
  g_list_store_remove (self->items, place);
  count_faults (self);
  note_change (self);
}

void
leio_agenda_list_add (LeioAgendaList *self, GFile *file)
{
  g_autoptr (LeioAgendaItem) item = NULL;

  if (leio_agenda_list_find (self, file) >= 0)
    return;

  item = new_item (self, file);
  g_ptr_array_add (self->agenda->cases, g_object_ref (file));
  g_list_store_append (self->items, item);
  note_change (self);
  read_item (self, item);
}

void
leio_agenda_list_reread (LeioAgendaList *self, GFile *file)
{
  int place = leio_agenda_list_find (self, file);

  if (place >= 0)
    read_item (self, leio_agenda_list_get_item (self, (guint) place));
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  LeioAgendaList *self = g_task_get_source_object (task);
  GFile *file = G_FILE (source);
  g_autofree char *etag = NULL;
  GError *error = NULL;

  if (!g_file_replace_contents_finish (file, result, &etag, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  g_free (self->etag);
  self->etag = g_steal_pointer (&etag);
  g_set_object (&self->agenda->file, file);
  set_dirty (self, self->n_changes != GPOINTER_TO_UINT (g_task_get_task_data (task)));
  g_task_return_boolean (task, TRUE);
}

void
leio_agenda_list_save_async (LeioAgendaList *self,
                             GFile *file,
                             gboolean overwrite,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GBytes) bytes = NULL;
  gboolean known = self->agenda->file != NULL && g_file_equal (self->agenda->file, file);
  gsize length = 0;
  char *text = leio_agenda_to_data (self->agenda, folder != NULL ? folder : file, &length);

  bytes = g_bytes_new_take (text, length);
  g_task_set_source_tag (task, leio_agenda_list_save_async);
  g_task_set_task_data (task, GUINT_TO_POINTER (self->n_changes), NULL);
  g_file_replace_contents_bytes_async (file, bytes, known && !overwrite ? self->etag : NULL, FALSE,
                                       G_FILE_CREATE_NONE, NULL, on_written, task);
}

gboolean
leio_agenda_list_save_finish (LeioAgendaList *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static LeioAgendaRow *
copy_row (const LeioAgendaRow *row)
{
  LeioAgendaRow *copy = g_new0 (LeioAgendaRow, 1);

  copy->file = g_object_ref (row->file);
  copy->path = g_strdup (row->path);
  copy->label = g_strdup (row->label);
  copy->fault = g_strdup (row->fault);
  copy->summary = g_strdup (row->summary);
  copy->stage = g_strdup (row->stage);
  copy->missing = g_strdup (row->missing);
  copy->questions = g_strdupv (row->questions);
  copy->n_open = row->n_open;
  copy->n_settled = row->n_settled;
  return copy;
}

LeioAgendaReport *
leio_agenda_list_make_report (LeioAgendaList *self)
{
  LeioAgendaReport *report = leio_agenda_report_new (self->agenda, self->knowledge);

  for (guint i = 0; i < self->agenda->cases->len; i++)
    g_ptr_array_add (report->rows,
                     copy_row (leio_agenda_item_get_row (leio_agenda_list_get_item (self, i))));
  return report;
}

static void
leio_agenda_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LeioAgendaList *self = LEIO_AGENDA_LIST (object);

  switch (id)
    {
    case PROP_DIRTY:
      g_value_set_boolean (value, self->dirty);
      break;
    case PROP_N_FAULTS:
      g_value_set_uint (value, self->n_faults);
      break;
    case PROP_TITLE:
      g_value_take_string (value, leio_agenda_list_dup_title (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
leio_agenda_list_finalize (GObject *object)
{
  LeioAgendaList *self = LEIO_AGENDA_LIST (object);

  g_clear_handle_id (&self->showing, g_source_remove);
  g_clear_pointer (&self->agenda, leio_agenda_free);
  g_clear_pointer (&self->knowledge, leio_knowledge_unref);
  g_object_unref (self->items);
  g_object_unref (self->closing);
  g_async_queue_unref (self->found);
  g_free (self->etag);

  G_OBJECT_CLASS (leio_agenda_list_parent_class)->finalize (object);
}

static void
leio_agenda_list_class_init (LeioAgendaListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = leio_agenda_list_get_property;
  object_class->finalize = leio_agenda_list_finalize;
  properties[PROP_DIRTY]
      = g_param_spec_boolean ("dirty", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_N_FAULTS]
      = g_param_spec_uint ("n-faults", NULL, NULL, 0, G_MAXUINT, 0,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_TITLE]
      = g_param_spec_string ("title", NULL, NULL, NULL,
                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
leio_agenda_list_init (LeioAgendaList *self)
{
  self->items = g_list_store_new (LEIO_TYPE_AGENDA_ITEM);
  self->closing = g_cancellable_new ();
  self->found = g_async_queue_new_full ((GDestroyNotify) found_free);
}
