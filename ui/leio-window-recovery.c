/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeping what is not saved, and offering at the start what was kept. One case is
 * offered at a time: opened, discarded after a question, or left for the next
 * start; then comes the next one.
 */
#include "config.h"

#include <glib/gi18n.h>

#include "leio-dialogs.h"
#include "leio-notice.h"
#include "leio-window-private.h"

static void offer_next (LeioWindow *self);

static void
on_fault (LeioWindow *self)
{
  const char *fault = leio_keeper_get_fault (self->keeper);
  g_autofree char *text = NULL;
  GtkWidget *notice;

  if (self->keeper_notice != NULL)
    leio_notice_close (LEIO_NOTICE (self->keeper_notice));
  g_clear_weak_pointer (&self->keeper_notice);
  if (fault == NULL)
    return;

  text = g_strdup_printf (
      /* Translators: %s is a reason, in the words of the system. */
      _ ("What is not saved cannot be kept for the case of a crash: %s. It is best to save now."),
      fault);
  notice = leio_notice_new (LEIO_NOTICE_WARNING, text);
  gtk_box_append (self->notices, notice);
  g_set_weak_pointer (&self->keeper_notice, notice);
}

/* With drafts to keep the case in. */
void
leio_window_start_keeping (LeioWindow *self)
{
  if (self->draft_store == NULL)
    return;

  self->keeper = leio_keeper_new (self->session, self->draft_store);
  g_signal_connect_object (self->keeper, "notify::fault", G_CALLBACK (on_fault), self,
                           G_CONNECT_SWAPPED);
}

/* @discard: whether a person gave up what is not saved. */
void
leio_window_stop_keeping (LeioWindow *self, gboolean discard)
{
  if (self->keeper != NULL)
    leio_keeper_close (self->keeper, discard);
  g_clear_object (&self->keeper);
}

static char *
dup_title (const LeioDraft *draft)
{
  g_autofree char *name = NULL;

  if (draft->kase->label[0] != '\0')
    return g_strdup (draft->kase->label);
  if (draft->file == NULL)
    return g_strdup (_ ("New case"));

  name = g_file_get_basename (draft->file);
  return g_filename_display_name (name);
}

static char *
dup_date (const LeioDraft *draft)
{
  g_autoptr (GDateTime) local = g_date_time_to_local (draft->date);

  return g_date_time_format (local, "%c");
}

static char *
dup_offer (const LeioDraft *draft)
{
  g_autofree char *title = dup_title (draft);
  g_autofree char *date = dup_date (draft);
  g_autofree char *file = NULL;

  if (draft->file == NULL)
    /* Translators: 1 is the label of a case, 2 a date and time. */
    return g_strdup_printf (_ ("“%1$s” was not saved when Leio ended. It was kept on %2$s; it has "
                               "no file yet."),
                            title, date);

  file = g_file_get_parse_name (draft->file);
  /* Translators: 1 is the label of a case, 2 a date and time, 3 the path of a file. */
  return g_strdup_printf (_ ("“%1$s” was not saved when Leio ended. It was kept on %2$s; its file "
                             "is “%3$s”."),
                          title, date, file);
}

/* (nullable): the draft that is on offer. */
static const LeioDraft *
get_offer (LeioWindow *self)
{
  return self->offers != NULL && self->offers->len > 0 ? g_ptr_array_index (self->offers, 0) : NULL;
}

static void
close_offer (LeioWindow *self)
{
  if (self->offer_notice != NULL)
    leio_notice_close (LEIO_NOTICE (self->offer_notice));
}

/* However it was closed: this one is done with for now. */
static void
on_offer_closed (LeioWindow *self)
{
  g_clear_weak_pointer (&self->offer_notice);
  if (get_offer (self) != NULL)
    g_ptr_array_remove_index (self->offers, 0);
  offer_next (self);
}

static LeioWindow *
get_window_for_draft (LeioWindow *self)
{
  LeioWindow *other;

  if (leio_session_is_pristine (self->session))
    return self;

  other = LEIO_WINDOW (leio_window_new (gtk_window_get_application (GTK_WINDOW (self))));
  leio_window_set_drafts (other, self->draft_store);
  leio_window_set_engine (other, leio_session_get_engine (self->session));
  gtk_window_present (GTK_WINDOW (other));
  return other;
}

static void
on_open_offer (GtkWidget *button, LeioWindow *self)
{
  const LeioDraft *draft = get_offer (self);
  LeioWindow *window = get_window_for_draft (self);
  g_autoptr (GError) error = NULL;

  leio_window_leave_start (window);
  if (leio_keeper_restore (window->keeper, draft, &error))
    leio_window_mark_open (window, TRUE);
  else
    leio_window_show_error (self, _ ("The case is not there any more"), error);
  close_offer (self);
}

static void
on_discard_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LeioWindow *self = LEIO_WINDOW (source);
  const LeioDraft *draft = get_offer (self);
  g_autoptr (GError) error = NULL;

  if (!leio_dialogs_discard_finish (GTK_WINDOW (self), result) || draft == NULL)
    return;

  if (!leio_draft_store_remove (self->draft_store, draft->path, &error))
    leio_window_show_error (self, _ ("The case could not be discarded"), error);
  close_offer (self);
}

static void
on_discard_offer (GtkWidget *button, LeioWindow *self)
{
  g_autofree char *title = dup_title (get_offer (self));

  leio_dialogs_discard_async (GTK_WINDOW (self), title, on_discard_answered, NULL);
}

static void
on_keep_offer (GtkWidget *button, LeioWindow *self)
{
  close_offer (self);
}

static void
show_offer (LeioWindow *self, const LeioDraft *draft)
{
  g_autofree char *text = dup_offer (draft);
  GtkWidget *notice = leio_notice_new (LEIO_NOTICE_WARNING, text);

  g_signal_connect_object (leio_notice_add_button (LEIO_NOTICE (notice), _ ("Open")), "clicked",
                           G_CALLBACK (on_open_offer), self, 0);
  g_signal_connect_object (leio_notice_add_button (LEIO_NOTICE (notice), _ ("Keep for Later")),
                           "clicked", G_CALLBACK (on_keep_offer), self, 0);
  g_signal_connect_object (leio_notice_add_button (LEIO_NOTICE (notice), _ ("Discard…")),
                           "clicked", G_CALLBACK (on_discard_offer), self, 0);
  g_signal_connect_object (notice, "closed", G_CALLBACK (on_offer_closed), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->notices, notice);
  g_set_weak_pointer (&self->offer_notice, notice);
}

static void
tell_unreadable (LeioWindow *self, const LeioDraft *draft)
{
  g_autofree char *path = g_filename_display_name (draft->path);
  g_autofree char *text = g_strdup_printf (
      /* Translators: 1 is the path of a file, 2 why it cannot be read. */
      _ ("A case that was kept cannot be read; it is left in “%1$s”. %2$s"), path,
      draft->fault->message);

  gtk_box_append (self->notices, leio_notice_new (LEIO_NOTICE_ERROR, text));
}

static void
offer_next (LeioWindow *self)
{
  const LeioDraft *draft;

  while ((draft = get_offer (self)) != NULL)
    {
      if (draft->fault == NULL)
        {
          show_offer (self, draft);
          return;
        }
      tell_unreadable (self, draft);
      g_ptr_array_remove_index (self->offers, 0);
    }
}

typedef struct
{
  LeioDraftStore *store;
  const LeioKnowledge *knowledge;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  leio_draft_store_unref (search->store);
  g_free (search);
}

static void
search_drafts (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Search *search = task_data;
  GError *error = NULL;
  GPtrArray *drafts =
      leio_draft_store_list (search->store, search->knowledge->logic->questionnaire,
                             search->knowledge->id, &error);

  if (drafts == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, drafts, (GDestroyNotify) g_ptr_array_unref);
}

static void
on_drafts_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LeioWindow *self = LEIO_WINDOW (source);
  gboolean asked = GPOINTER_TO_INT (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = g_task_propagate_pointer (G_TASK (result), &error);

  /* The window may have been closed meanwhile. */
  if (self->session == NULL)
    return;
  if (error != NULL)
    {
      leio_window_show_error (self, _ ("The cases that were kept cannot be looked for"), error);
      return;
    }

  if (asked && drafts->len == 0)
    gtk_box_append (self->notices,
                    leio_notice_new (LEIO_NOTICE_INFO, _ ("No unsaved case is kept for later.")));
  /* First, or the next of them would be offered. */
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  close_offer (self);
  self->offers = g_steal_pointer (&drafts);
  offer_next (self);
}

/* @asked: whether a person asked for them, and is told where there are none. */
static void
look_for_drafts (LeioWindow *self, gboolean asked)
{
  g_autoptr (GTask) task = NULL;
  Search *search;

  if (self->session == NULL || self->draft_store == NULL)
    return;

  search = g_new0 (Search, 1);
  search->store = leio_draft_store_ref (self->draft_store);
  search->knowledge = leio_session_get_knowledge (self->session);
  task = g_task_new (self, NULL, on_drafts_found, GINT_TO_POINTER (asked));
  g_task_set_source_tag (task, look_for_drafts);
  g_task_set_task_data (task, search, search_free);
  g_task_run_in_thread (task, search_drafts);
}

void
leio_window_offer_drafts (LeioWindow *self)
{
  g_return_if_fail (LEIO_IS_WINDOW (self));
  look_for_drafts (self, FALSE);
}

static void
on_unsaved_cases (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  look_for_drafts (user_data, TRUE);
}

void
leio_window_add_recovery_actions (LeioWindow *self)
{
  const GActionEntry entries[] = {
    { .name = "unsaved-cases", .activate = on_unsaved_cases },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  leio_window_enable (self, "unsaved-cases", self->draft_store != NULL);
}

void
leio_window_set_drafts (LeioWindow *self, LeioDraftStore *store)
{
  g_return_if_fail (LEIO_IS_WINDOW (self));
  g_return_if_fail (self->session == NULL && self->draft_store == NULL);

  if (store != NULL)
    self->draft_store = leio_draft_store_ref (store);
}

void
leio_window_clear_drafts (LeioWindow *self)
{
  leio_window_stop_keeping (self, FALSE);
  leio_window_unmark_open (self);
  g_clear_weak_pointer (&self->keeper_notice);
  g_clear_weak_pointer (&self->offer_notice);
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  g_clear_pointer (&self->draft_store, leio_draft_store_unref);
}
