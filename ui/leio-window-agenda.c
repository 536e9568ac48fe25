/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The agenda in the window: as a page in the place of the case, and while a case
 * of it is open as a bar with the way to the next one and back to the list. An
 * agenda that has a file is saved by itself after each change of it.
 */
#include "config.h"

#include <glib/gi18n.h>

#include "leio-agenda-page.h"
#include "leio-dialogs.h"
#include "leio-report-print.h"
#include "leio-window-private.h"

/* After a change of the order, for more of them to come. */
#define SAVE_DELAY_MS 400
#define NEW_NAME "agenda" LEIO_AGENDA_SUFFIX

static void save_agenda (LeioWindow *self);

gboolean
leio_window_is_at_agenda (LeioWindow *self)
{
  return self->agenda_page != NULL && gtk_widget_get_visible (self->agenda_slot);
}

/* The place of the window's case on the agenda from 0, or -1. */
static int
find_place (LeioWindow *self)
{
  if (self->agenda == NULL)
    return -1;
  return leio_agenda_list_find (self->agenda, leio_session_get_file (self->session));
}

static guint
count_cases (LeioWindow *self)
{
  return g_list_model_get_n_items (leio_agenda_list_get_model (self->agenda));
}

/* (nullable): "3 of 12", where the case is on the agenda. */
char *
leio_window_dup_agenda_place (LeioWindow *self)
{
  int place = find_place (self);

  if (place < 0)
    return NULL;
  /* Translators: 1 is the place of a case on an agenda, 2 how many there are */
  return g_strdup_printf (C_ ("agenda", "%1$d of %2$u"), place + 1, count_cases (self));
}

void
leio_window_show_agenda_bar (LeioWindow *self)
{
  g_autofree char *title = NULL;
  g_autofree char *place = NULL;
  g_autofree char *text = NULL;
  gboolean seen = self->agenda != NULL && !leio_window_is_at_agenda (self)
                  && !leio_window_is_at_start (self) && !self->presenting;

  gtk_widget_set_visible (self->agenda_bar, seen);
  if (!seen)
    return;

  title = leio_agenda_list_dup_title (self->agenda);
  place = leio_window_dup_agenda_place (self);
  /* Translators: 1 is the title of an agenda, 2 the place of the case on it: “3 of 12” */
  text = place != NULL ? g_strdup_printf (C_ ("agenda", "%1$s: %2$s"), title, place)
                       : g_strdup (title);
  gtk_label_set_label (self->agenda_label, text);
}

static void
update_actions (LeioWindow *self)
{
  gboolean at_agenda = leio_window_is_at_agenda (self);

  leio_window_enable (self, "show-agenda", self->agenda != NULL && !at_agenda);
  leio_window_enable (self, "leave-agenda", at_agenda);
  leio_window_enable (self, "save-agenda", self->agenda != NULL);
  leio_window_enable (self, "save-agenda-as", self->agenda != NULL);
  leio_window_enable (self, "add-to-agenda", self->agenda != NULL);
  leio_window_enable (self, "print-agenda", self->agenda != NULL);
  leio_window_update_steps (self);
}

static void
show_where (LeioWindow *self)
{
  update_actions (self);
  leio_window_show_agenda_bar (self);
  leio_window_show_title (self);
}

void
leio_window_leave_agenda (LeioWindow *self)
{
  if (!leio_window_is_at_agenda (self))
    return;

  gtk_widget_set_visible (self->agenda_slot, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->bin), TRUE);
  show_where (self);
}

static void
on_case_chosen (LeioWindow *self, guint place)
{
  const LeioAgendaRow *row
      = leio_agenda_item_get_row (leio_agenda_list_get_item (self->agenda, place));
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL;

  if (row->fault == NULL)
    {
      leio_window_open (self, row->file);
      return;
    }

  g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, row->fault);
  /* Translators: %s is the name of a file. */
  what = g_strdup_printf (_ ("“%s” could not be opened"), row->path);
  leio_window_show_error (self, what, error);
  /* It may have been repaired meanwhile. */
  leio_agenda_list_reread (self->agenda, row->file);
}

/* The panes of the case are not laid out meanwhile, but the header bar follows them. */
static void
follow_width (LeioWindow *self)
{
  LeioAdaptiveBin *bin = leio_agenda_page_get_bin (LEIO_AGENDA_PAGE (self->agenda_page));

  if (leio_window_is_at_agenda (self))
    leio_adaptive_bin_expect_width (self->bin, leio_adaptive_bin_get_narrow (bin) ? 0 : G_MAXINT);
}

static void
make_page (LeioWindow *self)
{
  if (self->agenda_page != NULL)
    return;

  self->agenda_page = leio_agenda_page_new ();
  gtk_widget_set_vexpand (self->agenda_page, TRUE);
  gtk_widget_set_hexpand (self->agenda_page, TRUE);
  gtk_box_append (GTK_BOX (self->agenda_slot), self->agenda_page);
  g_signal_connect_swapped (self->agenda_page, "case-chosen", G_CALLBACK (on_case_chosen), self);
  g_signal_connect_object (leio_agenda_page_get_bin (LEIO_AGENDA_PAGE (self->agenda_page)),
                           "notify::narrow", G_CALLBACK (follow_width), self, G_CONNECT_SWAPPED);
}

static void
show_agenda (LeioWindow *self)
{
  int place = find_place (self);

  if (self->agenda == NULL)
    return;

  leio_window_set_presenting (self, FALSE);
  leio_window_clear_place (self);
  gtk_widget_set_visible (GTK_WIDGET (self->bin), FALSE);
  gtk_widget_set_visible (self->agenda_slot, TRUE);
  show_where (self);
  leio_agenda_page_select (LEIO_AGENDA_PAGE (self->agenda_page), (guint) MAX (place, 0));
}

/* Stepping */

/* The next place in this direction with a case that can be opened, or -1; what is passed over is
 * told. */
static int
find_next_place (LeioWindow *self, int direction)
{
  int n = (int) count_cases (self);
  int place = find_place (self);

  for (place += direction; place >= 0 && place < n; place += direction)
    {
      const LeioAgendaRow *row
          = leio_agenda_item_get_row (leio_agenda_list_get_item (self->agenda, (guint) place));
      g_autoptr (GError) error = NULL;
      g_autofree char *what = NULL;

      if (row->fault == NULL)
        return place;
      g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, row->fault);
      /* Translators: %s is the name of a file. */
      what = g_strdup_printf (_ ("“%s” cannot be opened and was passed over"), row->path);
      leio_window_show_error (self, what, error);
    }
  return -1;
}

/* Returns whether there is an agenda that tells what is next. */
gboolean
leio_window_step_agenda (LeioWindow *self, int direction)
{
  int place;

  if (self->agenda == NULL || count_cases (self) == 0)
    return FALSE;

  place = find_next_place (self, direction);
  if (place < 0)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    leio_window_open (
        self, leio_agenda_item_get_row (leio_agenda_list_get_item (self->agenda, (guint) place))
                  ->file);
  return TRUE;
}

/* Saving */

static void
show_save_error (LeioWindow *self, const GError *error)
{
  g_autofree char *title = leio_agenda_list_dup_title (self->agenda);
  g_autofree char *what =
      /* Translators: %s is the title of an agenda. */
      g_strdup_printf (_ ("The agenda “%s” could not be saved"), title);

  leio_window_show_error (self, what, error);
}

static void plan_save (LeioWindow *self);
static void write_agenda (LeioWindow *self, GFile *file, gboolean overwrite);
static void choose_where_to_save (LeioWindow *self);

static void
on_conflict_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LeioWindow *self = LEIO_WINDOW (source);
  LeioConflictChoice choice = leio_dialogs_conflict_finish (GTK_WINDOW (self), result);

  self->agenda_asking = FALSE;
  if (self->agenda == NULL)
    return;
  switch (choice)
    {
    case LEIO_CONFLICT_CANCEL:
    case LEIO_CONFLICT_THEIRS: /* was not offered */
      self->agenda_closing = FALSE;
      break;
    case LEIO_CONFLICT_OVERWRITE:
      write_agenda (self, leio_agenda_list_get_file (self->agenda), TRUE);
      break;
    case LEIO_CONFLICT_COPY:
      choose_where_to_save (self);
      break;
    }
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LeioAgendaList *agenda = LEIO_AGENDA_LIST (source);
  g_autoptr (LeioWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  gboolean saved = leio_agenda_list_save_finish (agenda, result, &error);

  self->agenda_saving = FALSE;
  if (self->agenda != agenda)
    return;
  if (saved)
    {
      if (leio_agenda_list_get_dirty (agenda) && self->agenda_closing)
        save_agenda (self);
      else if (leio_agenda_list_get_dirty (agenda))
        plan_save (self);
      else if (self->agenda_closing)
        gtk_window_close (GTK_WINDOW (self));
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    {
      self->agenda_asking = TRUE;
      title = leio_agenda_list_dup_title (agenda);
      leio_dialogs_conflict_async (GTK_WINDOW (self), title, FALSE, on_conflict_answered, NULL);
    }
  else
    {
      self->agenda_closing = FALSE;
      show_save_error (self, error);
    }
}

static void
write_agenda (LeioWindow *self, GFile *file, gboolean overwrite)
{
  if (self->agenda_saving || self->agenda_asking)
    return;

  self->agenda_saving = TRUE;
  leio_agenda_list_save_async (self->agenda, file, overwrite, on_saved, g_object_ref (self));
}

static void
on_save_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LeioWindow *self = LEIO_WINDOW (source);
  g_autoptr (GFile) file = leio_dialogs_open_finish (GTK_WINDOW (self), result);

  self->agenda_asking = FALSE;
  /* The file dialog asked already whether a file of that name is to be replaced. */
  if (file != NULL && self->agenda != NULL)
    write_agenda (self, file, TRUE);
  else
    self->agenda_closing = FALSE;
}

static void
choose_where_to_save (LeioWindow *self)
{
  if (self->agenda_asking)
    return;

  self->agenda_asking = TRUE;
  leio_dialogs_save_agenda_async (GTK_WINDOW (self), leio_agenda_list_get_folder (self->agenda),
                                  NEW_NAME, on_save_chosen, NULL);
}

static void
save_agenda (LeioWindow *self)
{
  GFile *file = leio_agenda_list_get_file (self->agenda);

  if (file != NULL)
    write_agenda (self, file, FALSE);
  else
    choose_where_to_save (self);
}

static void
on_unsaved_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LeioWindow *self = LEIO_WINDOW (source);
  LeioUnsavedChoice choice = leio_dialogs_unsaved_finish (GTK_WINDOW (self), result);

  self->agenda_asking = FALSE;
  switch (choice)
    {
    case LEIO_UNSAVED_CANCEL:
      break;
    case LEIO_UNSAVED_DISCARD:
      leio_window_drop_agenda (self);
      gtk_window_close (GTK_WINDOW (self));
      break;
    case LEIO_UNSAVED_SAVE:
      self->agenda_closing = TRUE;
      save_agenda (self);
      break;
    }
}

/* FALSE where the order is to be saved first; the window then closes by itself, or stays and tells
 * why. Of a folder that has no agenda file it is asked. */
gboolean
leio_window_may_close_agenda (LeioWindow *self)
{
  g_autofree char *title = NULL;

  if (self->agenda == NULL || !leio_agenda_list_get_dirty (self->agenda))
    return TRUE;
  if (self->agenda_asking)
    return FALSE;
  if (leio_agenda_list_get_file (self->agenda) != NULL)
    {
      self->agenda_closing = TRUE;
      save_agenda (self);
      return FALSE;
    }

  self->agenda_asking = TRUE;
  title = leio_agenda_list_dup_title (self->agenda);
  leio_dialogs_unsaved_async (GTK_WINDOW (self), title, on_unsaved_answered, NULL);
  return FALSE;
}

static gboolean
on_save_delay (gpointer user_data)
{
  LeioWindow *self = user_data;

  self->agenda_save_delay = 0;
  save_agenda (self);
  return G_SOURCE_REMOVE;
}

/* A folder that has no file yet is not written to unasked. */
static void
plan_save (LeioWindow *self)
{
  g_clear_handle_id (&self->agenda_save_delay, g_source_remove);
  if (leio_agenda_list_get_dirty (self->agenda)
      && leio_agenda_list_get_file (self->agenda) != NULL)
    self->agenda_save_delay = g_timeout_add (SAVE_DELAY_MS, on_save_delay, self);
}

/* What the window shows of its case is read again by the list too. */
static void
on_case_dirty (LeioWindow *self)
{
  GFile *file = leio_session_get_file (self->session);

  if (self->agenda != NULL && file != NULL && !leio_session_get_dirty (self->session))
    leio_agenda_list_reread (self->agenda, file);
}

/* Opening */

void
leio_window_drop_agenda (LeioWindow *self)
{
  g_clear_handle_id (&self->agenda_save_delay, g_source_remove);
  if (self->agenda == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->agenda, self);
  leio_agenda_list_close (self->agenda);
  if (self->agenda_page != NULL)
    leio_agenda_page_set_list (LEIO_AGENDA_PAGE (self->agenda_page), NULL);
  g_clear_object (&self->agenda);
}

static void
set_agenda (LeioWindow *self, LeioAgendaList *agenda)
{
  leio_window_drop_agenda (self);
  self->agenda = agenda;
  g_signal_connect_swapped (agenda, "notify::dirty", G_CALLBACK (plan_save), self);
  g_signal_connect_swapped (agenda, "notify::title", G_CALLBACK (leio_window_show_title), self);
  g_signal_connect_object (leio_agenda_list_get_model (agenda), "items-changed",
                           G_CALLBACK (leio_window_show_title), self, G_CONNECT_SWAPPED);
  make_page (self);
  leio_agenda_page_set_list (LEIO_AGENDA_PAGE (self->agenda_page), agenda);
  show_agenda (self);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LeioWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  LeioAgendaList *agenda = leio_agenda_list_load_finish (result, &error);
  g_autofree char *what = NULL;

  /* A window that was closed meanwhile has no session. */
  if (self->session == NULL)
    {
      g_clear_object (&agenda);
      return;
    }
  if (agenda != NULL)
    {
      set_agenda (self, agenda);
      return;
    }

  /* Translators: %s is the name of a file or folder. */
  what = g_strdup_printf (_ ("“%s” could not be opened as an agenda"), self->agenda_name);
  leio_window_show_error (self, what, error);
}

void
leio_window_open_agenda (LeioWindow *self, GFile *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autofree char *path = g_file_get_parse_name (file);

  /* An order that is not saved keeps its window. */
  if (application != NULL && self->agenda != NULL && leio_agenda_list_get_dirty (self->agenda))
    {
      g_application_open (G_APPLICATION (application), &file, 1, "");
      return;
    }

  g_free (self->agenda_name);
  self->agenda_name = g_filename_display_basename (path);
  leio_agenda_list_load_async (file, leio_engine_get_knowledge (
                                         leio_session_get_engine (self->session)),
                               NULL, on_loaded, g_object_ref (self));
}

static void
on_open_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LeioWindow *self = LEIO_WINDOW (source);
  g_autoptr (GFile) file = leio_dialogs_open_finish (GTK_WINDOW (self), result);

  if (file != NULL)
    leio_window_open_agenda (self, file);
}

static void
on_cases_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LeioWindow *self = LEIO_WINDOW (source);
  g_autoptr (GListModel) files = leio_dialogs_open_cases_finish (GTK_WINDOW (self), result);

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      if (self->agenda != NULL)
        leio_agenda_list_add (self->agenda, file);
    }
}

/* Cases that are dropped on the list are added to it. */
gboolean
leio_window_drop_on_agenda (LeioWindow *self, GSList *files)
{
  if (!leio_window_is_at_agenda (self) || leio_agenda_is_one (files->data))
    return FALSE;

  for (GSList *item = files; item != NULL; item = item->next)
    if (!leio_agenda_is_one (item->data))
      leio_agenda_list_add (self->agenda, item->data);
  return TRUE;
}

static void
on_open_agenda (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  leio_dialogs_open_agenda_async (user_data, FALSE, on_open_chosen, NULL);
}

static void
on_open_agenda_folder (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  leio_dialogs_open_agenda_async (user_data, TRUE, on_open_chosen, NULL);
}

static void
on_show_agenda (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_agenda (user_data);
}

static void
on_leave_agenda (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  leio_window_leave_agenda (user_data);
}

static void
on_add_to_agenda (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LeioWindow *self = user_data;

  leio_dialogs_open_cases_async (GTK_WINDOW (self), leio_agenda_list_get_folder (self->agenda),
                                 on_cases_chosen, NULL);
}

static void
on_save_agenda (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  save_agenda (user_data);
}

static void
on_save_agenda_as (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  choose_where_to_save (user_data);
}

static void
on_printed (GtkPrintOperation *operation, GtkPrintOperationResult result, LeioWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  leio_window_show_error (self, _ ("The agenda could not be printed"), error);
}

static void
on_print_agenda (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LeioWindow *self = user_data;
  g_autoptr (LeioAgendaReport) agenda = leio_agenda_list_make_report (self->agenda);
  g_autoptr (GtkPrintOperation) operation
      = leio_report_print_new (leio_agenda_report_to_report (agenda));

  g_signal_connect_object (operation, "done", G_CALLBACK (on_printed), self, 0);
  /* What goes wrong is told by "done" too. */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self),
                           NULL);
}

void
leio_window_save_agenda (LeioWindow *self)
{
  save_agenda (self);
}

void
leio_window_add_agenda_actions (LeioWindow *self)
{
  const GActionEntry entries[] = {
    { .name = "open-agenda", .activate = on_open_agenda },
    { .name = "open-agenda-folder", .activate = on_open_agenda_folder },
    { .name = "show-agenda", .activate = on_show_agenda },
    { .name = "leave-agenda", .activate = on_leave_agenda },
    { .name = "add-to-agenda", .activate = on_add_to_agenda },
    { .name = "save-agenda", .activate = on_save_agenda },
    { .name = "save-agenda-as", .activate = on_save_agenda_as },
    { .name = "print-agenda", .activate = on_print_agenda },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->session, "notify::dirty", G_CALLBACK (on_case_dirty), self,
                           G_CONNECT_SWAPPED);
  update_actions (self);
}
