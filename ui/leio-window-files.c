/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "leio-dialogs.h"
#include "leio-file.h"
#include "leio-notice.h"
#include "leio-window-private.h"

static void choose_where_to_save (LeioWindow *self);

static char *
dup_name (GFile *file)
{
  g_autofree char *path = g_file_get_parse_name (file);

  return g_filename_display_basename (path);
}

static void
forget_request (LeioWindow *self)
{
  self->then = LEIO_THEN_NOTHING;
  self->asking = FALSE;
  g_clear_object (&self->then_file);
}

static void
load (LeioWindow *self, GFile *file, gboolean as_example)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *what = NULL;
  gboolean loaded = as_example ? leio_session_load_copy (self->session, file, &error)
                               : leio_session_load (self->session, file, &error);

  leio_window_leave_start (self);
  if (loaded)
    {
      leio_window_remember_file (self);
      leio_window_mark_open (self, TRUE);
      leio_window_focus_next (self);
      return;
    }

  name = dup_name (file);
  /* Translators: %s is the name of a file. */
  what = g_strdup_printf (_ ("“%s” could not be opened"), name);
  leio_window_show_error (self, what, error);
}

/* The changes are safe, or given up: does what was asked for. */
static void
proceed (LeioWindow *self)
{
  LeioThen then = self->then;
  g_autoptr (GFile) file = g_steal_pointer (&self->then_file);

  forget_request (self);
  switch (then)
    {
    case LEIO_THEN_NOTHING:
      break;
    case LEIO_THEN_CLOSE:
      self->may_close = TRUE;
      leio_window_stop_keeping (self, TRUE);
      gtk_window_close (GTK_WINDOW (self));
      break;
    case LEIO_THEN_NEW:
      leio_window_leave_start (self);
      leio_session_reset (self->session);
      leio_window_mark_open (self, FALSE);
      leio_window_focus_next (self);
      break;
    case LEIO_THEN_OPEN:
      load (self, file, FALSE);
      break;
    case LEIO_THEN_EXAMPLE:
      load (self, file, TRUE);
      break;
    }
}

static void write_case (LeioWindow *self, GFile *file, gboolean overwrite);

/* What was told of the save before is settled by this one. */
static void
forget_save_error (LeioWindow *self)
{
  if (self->save_notice != NULL)
    leio_notice_close (LEIO_NOTICE (self->save_notice));
  g_clear_weak_pointer (&self->save_notice);
}

static void
take_theirs (LeioWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *what = NULL;

  forget_request (self);
  if (leio_session_take_theirs (self->session, &error))
    return;

  name = dup_name (leio_session_get_file (self->session));
  /* Translators: %s is the name of a file. */
  what = g_strdup_printf (_ ("“%s” could not be opened"), name);
  leio_window_show_error (self, what, error);
}

static void
on_conflict_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LeioWindow *self = LEIO_WINDOW (source);

  switch (leio_dialogs_conflict_finish (GTK_WINDOW (self), result))
    {
    case LEIO_CONFLICT_CANCEL:
      forget_request (self);
      break;
    case LEIO_CONFLICT_OVERWRITE:
      write_case (self, leio_session_get_file (self->session), TRUE);
      break;
    case LEIO_CONFLICT_COPY:
      choose_where_to_save (self);
      break;
    case LEIO_CONFLICT_THEIRS:
      take_theirs (self);
      break;
    }
}

/* With the ways out: the case may be taken elsewhere, or to another program. */
static void
show_save_error (LeioWindow *self, GFile *file, const GError *error)
{
  g_autofree char *name = dup_name (file);
  g_autofree char *text =
      /* Translators: the first is the name of a file, the second why. */
      g_strdup_printf (_ ("“%1$s” could not be saved; the case is still open: %2$s"), name,
                       error->message);
  GtkWidget *notice = leio_notice_new (LEIO_NOTICE_ERROR, text);

  gtk_actionable_set_action_name (
      GTK_ACTIONABLE (leio_notice_add_button (LEIO_NOTICE (notice), _ ("Save Elsewhere…"))),
      "win.save-as");
  gtk_actionable_set_action_name (
      GTK_ACTIONABLE (leio_notice_add_button (LEIO_NOTICE (notice), _ ("Copy as Text"))),
      "win.copy-case");
  forget_save_error (self);
  gtk_box_append (self->notices, notice);
  g_set_weak_pointer (&self->save_notice, notice);
}

static void save (LeioWindow *self);

/* What was changed while it was written is saved or asked for before anything else is done. */
static void
go_on (LeioWindow *self)
{
  LeioThen then = self->then;
  g_autoptr (GFile) file = NULL;

  if (self->save_again && leio_session_get_dirty (self->session))
    {
      save (self);
      return;
    }

  file = g_steal_pointer (&self->then_file);
  forget_request (self);
  if (then != LEIO_THEN_NOTHING)
    leio_window_ask_first (self, then, file);
}

static void
tell_unsaved (LeioWindow *self, GFile *file, const GError *error)
{
  g_autofree char *title = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    {
      self->asking = TRUE;
      title = leio_session_dup_title (self->session);
      leio_dialogs_conflict_async (GTK_WINDOW (self), title, TRUE, on_conflict_answered, NULL);
      return;
    }

  forget_request (self);
  show_save_error (self, file, error);
}

typedef struct
{
  LeioWindow *window;
  GtkApplication *application; /* (nullable) that waits for the end */
  GFile *file;
} Saving;

static void
saving_free (Saving *self)
{
  if (self->application != NULL)
    g_application_release (G_APPLICATION (self->application));
  g_clear_object (&self->application);
  g_object_unref (self->window);
  g_object_unref (self->file);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  LeioWindow *self = saving->window;
  g_autoptr (GError) error = NULL;
  gboolean saved = leio_session_save_finish (LEIO_SESSION (source), result, &error);

  self->saving = FALSE;
  /* A window that was closed meanwhile has no session. */
  if (self->session == NULL)
    return;

  leio_window_show_title (self);
  if (!saved)
    {
      tell_unsaved (self, saving->file, error);
      return;
    }
  forget_save_error (self);
  leio_window_remember_file (self);
  leio_window_mark_open (self, FALSE);
  go_on (self);
}

static void
write_case (LeioWindow *self, GFile *file, gboolean overwrite)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  Saving *saving = g_new0 (Saving, 1);

  saving->window = g_object_ref (self);
  saving->file = g_object_ref (file);
  if (application != NULL)
    {
      saving->application = g_object_ref (application);
      g_application_hold (G_APPLICATION (application));
    }
  self->saving = TRUE;
  self->save_again = FALSE;
  leio_window_show_title (self);
  leio_session_save_async (self->session, file, overwrite, on_saved, saving);
}

static void
on_save_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LeioWindow *self = LEIO_WINDOW (source);
  g_autoptr (GFile) file = leio_dialogs_save_finish (GTK_WINDOW (self), result);

  if (file == NULL)
    forget_request (self);
  else
    /* The file dialog asked already whether a file of that name is to be replaced. */
    write_case (self, file, TRUE);
}

static void
choose_where_to_save (LeioWindow *self)
{
  g_autofree char *title = leio_session_dup_title (self->session);

  self->asking = TRUE;
  leio_dialogs_save_async (GTK_WINDOW (self), leio_session_get_file (self->session), title,
                           on_save_chosen, NULL);
}

static void
save (LeioWindow *self)
{
  if (leio_session_get_file (self->session) != NULL)
    write_case (self, leio_session_get_file (self->session), FALSE);
  else
    choose_where_to_save (self);
}

static void
on_unsaved_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LeioWindow *self = LEIO_WINDOW (source);

  switch (leio_dialogs_unsaved_finish (GTK_WINDOW (self), result))
    {
    case LEIO_UNSAVED_CANCEL:
      forget_request (self);
      break;
    case LEIO_UNSAVED_DISCARD:
      proceed (self);
      break;
    case LEIO_UNSAVED_SAVE:
      save (self);
      break;
    }
}

/* Does @then at once where nothing is lost by it, after a save that is under way, else asks. */
void
leio_window_ask_first (LeioWindow *self, LeioThen then, GFile *file)
{
  g_autofree char *title = NULL;

  if (self->asking)
    return;

  self->then = then;
  g_set_object (&self->then_file, file);
  if (self->saving)
    return;
  if (!leio_session_get_dirty (self->session))
    {
      proceed (self);
      return;
    }

  self->asking = TRUE;
  title = leio_session_dup_title (self->session);
  leio_dialogs_unsaved_async (GTK_WINDOW (self), title, on_unsaved_answered, NULL);
}

/* (nullable) the file that is shown, or will be once there is an engine */
static GFile *
get_file (LeioWindow *self)
{
  return self->session != NULL ? leio_session_get_file (self->session) : self->then_file;
}

static GtkWindow *
find_window (GtkApplication *application, LeioWindow *except, GFile *file)
{
  GList *windows = application != NULL ? gtk_application_get_windows (application) : NULL;

  for (GList *item = windows; item != NULL; item = item->next)
    {
      GFile *other;

      if (item->data == except || !LEIO_IS_WINDOW (item->data))
        continue;

      other = get_file (item->data);
      if (other != NULL && leio_file_is_same (other, file))
        return item->data;
    }
  return NULL;
}

GtkWindow *
leio_window_find (GtkApplication *application, GFile *file)
{
  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  return find_window (application, NULL, file);
}

void
leio_window_open (LeioWindow *self, GFile *file)
{
  GtkWindow *other;

  g_return_if_fail (LEIO_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->session == NULL)
    {
      g_set_object (&self->then_file, file);
      return;
    }

  if (leio_agenda_is_one (file))
    {
      leio_window_open_agenda (self, file);
      return;
    }

  other = find_window (gtk_window_get_application (GTK_WINDOW (self)), self, file);
  if (other != NULL)
    {
      leio_window_set_presenting (LEIO_WINDOW (other), self->presenting);
      gtk_window_present (other);
    }
  else
    leio_window_ask_first (self, LEIO_THEN_OPEN, file);
}

static void
on_open_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LeioWindow *self = LEIO_WINDOW (source);
  g_autoptr (GFile) file = leio_dialogs_open_finish (GTK_WINDOW (self), result);

  if (file != NULL)
    leio_window_open (self, file);
}

void
leio_window_choose_and_open (LeioWindow *self)
{
  leio_dialogs_open_async (GTK_WINDOW (self), on_open_chosen, NULL);
}

void
leio_window_save (LeioWindow *self)
{
  if (leio_window_is_at_agenda (self))
    leio_window_save_agenda (self);
  else if (self->saving)
    self->save_again = TRUE;
  else if (!self->asking)
    save (self);
}

void
leio_window_save_as (LeioWindow *self)
{
  if (!self->asking && !self->saving)
    choose_where_to_save (self);
}
