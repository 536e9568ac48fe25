/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One case on the whole screen, in letters that are read from five metres, and
 * the way to the case before and after: of the agenda, else the next file of the
 * folder that the case is in, or the next window where it is in none.
 */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "leio-advice-page.h"
#include "leio-window-private.h"

static int
compare_files (gconstpointer a, gconstpointer b)
{
  g_autofree char *first = g_file_get_basename (*(GFile *const *) a);
  g_autofree char *second = g_file_get_basename (*(GFile *const *) b);
  g_autofree char *first_key = g_utf8_collate_key_for_filename (first, -1);
  g_autofree char *second_key = g_utf8_collate_key_for_filename (second, -1);

  return strcmp (first_key, second_key);
}

/* In a thread: every case of the folder of a file, in the order of their names. */
static void
list_cases (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (GFile) folder = g_file_get_parent (task_data);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFileEnumerator) children = NULL;
  GFile *child = NULL;
  GFileInfo *info;

  if (folder != NULL)
    children = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME,
                                          G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  while (children != NULL
         && g_file_enumerator_iterate (children, &info, &child, cancellable, NULL)
         && info != NULL)
    if (g_str_has_suffix (g_file_info_get_name (info), ".leio"))
      g_ptr_array_add (files, g_object_ref (child));

  g_ptr_array_sort (files, compare_files);
  g_task_return_pointer (task, g_steal_pointer (&files), (GDestroyNotify) g_ptr_array_unref);
}

static void
list_cases_async (LeioWindow *self, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  g_task_set_source_tag (task, list_cases_async);
  g_task_set_task_data (task, g_object_ref (leio_session_get_file (self->session)),
                        g_object_unref);
  g_task_run_in_thread (task, list_cases);
}

/* The place of the window's case among @files; -1 where it is not there. */
static int
find_case (LeioWindow *self, GPtrArray *files)
{
  GFile *file = leio_session_get_file (self->session);

  for (guint i = 0; file != NULL && i < files->len; i++)
    if (g_file_equal (g_ptr_array_index (files, i), file))
      return i;

  return -1;
}

static void
on_cases_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  LeioWindow *self = LEIO_WINDOW (source);
  g_autoptr (GPtrArray) files = g_task_propagate_pointer (G_TASK (result), NULL);
  int wanted = self->session != NULL ? find_case (self, files) + GPOINTER_TO_INT (data) : -1;

  if (wanted >= 0 && wanted < (int) files->len)
    leio_window_open (self, g_ptr_array_index (files, wanted));
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* The window after or before this one, of those with a case. */
static void
step_window (LeioWindow *self, int direction)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  GList *windows = application != NULL ? gtk_application_get_windows (application) : NULL;
  GList *item = g_list_find (windows, self);

  do
    item = direction > 0 ? g_list_next (item) : g_list_previous (item);
  while (item != NULL && !LEIO_IS_WINDOW (item->data));

  if (item == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  leio_window_set_presenting (item->data, self->presenting);
  gtk_window_present (item->data);
}

static void
step_case (LeioWindow *self, int direction)
{
  if (leio_window_step_agenda (self, direction))
    return;
  if (leio_session_get_file (self->session) != NULL)
    list_cases_async (self, on_cases_listed, GINT_TO_POINTER (direction));
  else
    step_window (self, direction);
}

static void
on_next_case (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  step_case (user_data, 1);
}

static void
on_previous_case (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  step_case (user_data, -1);
}

static void
on_cases_counted (GObject *source, GAsyncResult *result, gpointer data)
{
  LeioWindow *self = LEIO_WINDOW (source);
  g_autoptr (GPtrArray) files = g_task_propagate_pointer (G_TASK (result), NULL);
  int place = self->session != NULL ? find_case (self, files) : -1;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (place < 0)
    return;

  title = leio_session_dup_title (self->session);
  /* Translators: 1 the number of a case in its folder, 2 how many there are, 3 its label */
  text = g_strdup_printf (_ ("Case %1$d of %2$u: %3$s"), place + 1, files->len, title);
  gtk_label_set_label (self->presentation_label, text);
}

void
leio_window_show_case_place (LeioWindow *self)
{
  g_autofree char *title = NULL;
  g_autofree char *place = NULL;
  g_autofree char *text = NULL;

  if (!self->presenting || self->session == NULL)
    return;

  title = leio_session_dup_title (self->session);
  place = leio_window_dup_agenda_place (self);
  /* Translators: 1 is the place of a case on an agenda, “3 of 12”, 2 its label */
  text = place != NULL ? g_strdup_printf (_ ("Case %1$s: %2$s"), place, title) : g_strdup (title);
  gtk_label_set_label (self->presentation_label, text);
  if (place == NULL && leio_session_get_file (self->session) != NULL)
    list_cases_async (self, on_cases_counted, NULL);
}

/* In pixels, for a picture of so many. What is read from five metres needs capital letters of 16
 * minutes of arc, the least of ISO 9241-303: 23.3 mm. Of a size of letters they are 0.71, the
 * smallest letters here have 0.79 of the size, and the picture is taken to be two metres wide. */
int
leio_window_get_presented_size (int width)
{
  return (int) ceil (width * 23.3 / 2000 / 0.71 / 0.79);
}

static int
get_picture_width (LeioWindow *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));
  GdkMonitor *monitor = NULL;
  GdkRectangle picture;

  if (surface != NULL)
    monitor = gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface);
  if (monitor == NULL)
    return gtk_widget_get_width (GTK_WIDGET (self));

  gdk_monitor_get_geometry (monitor, &picture);
  return picture.width;
}

/* Letters for the projector that the window is on. */
static void
enlarge (LeioWindow *self)
{
  const char *key = "leio-presented-size";
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));
  GtkCssProvider *sheet = g_object_get_data (G_OBJECT (display), key);
  int size = leio_window_get_presented_size (get_picture_width (self));
  g_autofree char *css = g_strdup_printf (".presentation .questions-pane,"
                                          " .presentation .advice-pane { font-size: %dpx; }",
                                          size);

  if (sheet == NULL)
    {
      sheet = gtk_css_provider_new ();
      gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (sheet),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
      g_object_set_data_full (G_OBJECT (display), key, sheet, g_object_unref);
    }
  gtk_css_provider_load_from_data (sheet, css, -1);
}

/* The cards begin folded, and are afterwards as they were before. */
void
leio_window_set_presenting (LeioWindow *self, gboolean presenting)
{
  LeioAdvicePage *advice = LEIO_ADVICE_PAGE (self->advice);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "present");

  if (self->presenting == presenting || advice == NULL)
    return;

  self->presenting = presenting;
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (presenting));
  if (presenting)
    {
      self->folded_before = leio_advice_page_get_all_folded (advice);
      enlarge (self);
      gtk_widget_add_css_class (GTK_WIDGET (self), "presentation");
      gtk_window_fullscreen (GTK_WINDOW (self));
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "presentation");
      gtk_window_unfullscreen (GTK_WINDOW (self));
    }
  leio_advice_page_set_all_folded (advice, presenting || self->folded_before);
  gtk_widget_set_visible (self->presentation_bar, presenting);
  leio_window_show_agenda_bar (self);
  leio_window_set_page (self, "advice");
  leio_window_show_case_place (self);
}

static void
on_present (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  leio_window_set_presenting (user_data, g_variant_get_boolean (state));
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  LeioWindow *self = LEIO_WINDOW (widget);

  if (!self->presenting)
    return FALSE;

  leio_window_set_presenting (self, FALSE);
  return TRUE;
}

/* What is open over the page, a menu or a search, takes Escape before. */
void
leio_window_install_presentation_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

void
leio_window_add_presentation_actions (LeioWindow *self)
{
  const GActionEntry entries[] = {
    { .name = "present", .state = "false", .change_state = on_present },
    { .name = "next-case", .activate = on_next_case },
    { .name = "previous-case", .activate = on_previous_case },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
