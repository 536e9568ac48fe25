/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-application.h"

#include <glib/gi18n.h>
#include <pango/pangocairo.h>
#include <stdlib.h>

#include "leio-appearance.h"
#include "leio-engine.h"
#include "leio-fault-window.h"
#include "leio-style.h"
#include "leio-window.h"

#define RESOURCE_PATH "/io/github/leio_app/Leio"
#define STATUS_UNREADABLE 2

struct _LeioApplication
{
  GtkApplication parent_instance;

  char *directory;    /* (nullable) of the knowledge base; NULL: the shipped one */
  GThread *loader;    /* (nullable) until it is joined */
  LeioEngine *engine; /* (nullable) */
  GError *fault;      /* (nullable) why there is no engine */
  LeioDraftStore *drafts; /* (nullable) of what is not saved */
  gboolean looked;        /* for cases that another run did not save */
};

G_DEFINE_FINAL_TYPE (LeioApplication, leio_application, GTK_TYPE_APPLICATION)

/* Runs in the thread: the only one that touches engine and fault until it is joined. */
static gpointer
load_engine (gpointer user_data)
{
  LeioApplication *self = user_data;
  g_autoptr (LeioKnowledge) knowledge = leio_knowledge_load (self->directory, &self->fault);

  if (knowledge != NULL)
    self->engine = leio_engine_new (knowledge, 0, &self->fault);
  return NULL;
}

/* (nullable): the engine; NULL where the knowledge base has faults. */
static LeioEngine *
get_engine (LeioApplication *self)
{
  g_clear_pointer (&self->loader, g_thread_join);
  return self->engine;
}

static void
show_fault (LeioApplication *self)
{
  g_printerr ("%s\n", self->fault->message);
  gtk_window_present (GTK_WINDOW (leio_fault_window_new (GTK_APPLICATION (self), self->fault)));
}

static void
open_drafts (LeioApplication *self, LeioWindow *window)
{
  g_autofree char *folder =
      g_build_filename (g_get_user_state_dir (), "leio", "unsaved", NULL);
  g_autoptr (GError) error = NULL;

  self->drafts = leio_draft_store_new (folder, &error);
  if (self->drafts == NULL)
    leio_window_show_error (window, _ ("What is not saved cannot be kept for the case of a crash"),
                            error);
}

/* The first window also tells of cases that another run did not save. */
static void
start_case (LeioApplication *self, LeioWindow *window, LeioEngine *engine)
{
  gboolean first = !self->looked;

  self->looked = TRUE;
  if (first)
    open_drafts (self, window);
  leio_window_set_drafts (window, self->drafts);
  leio_window_set_engine (window, engine);
  if (first)
    leio_window_offer_drafts (window);
}

/* The window was seen empty: by now the engine is there, or nearly. */
static void
fill_window (LeioApplication *self, GtkWindow *window)
{
  LeioEngine *engine = get_engine (self);

  if (engine != NULL)
    {
      start_case (self, LEIO_WINDOW (window), engine);
      return;
    }

  show_fault (self);
  gtk_window_destroy (window);
}

static gboolean
on_fill_idle (gpointer user_data)
{
  GtkWindow *window = user_data;
  GtkApplication *application = gtk_window_get_application (window);

  /* A window that was closed meanwhile has no application. */
  if (application != NULL)
    fill_window (LEIO_APPLICATION (application), window);
  return G_SOURCE_REMOVE;
}

static void
on_first_paint (GdkFrameClock *clock, GtkWindow *window)
{
  g_signal_handlers_disconnect_by_func (clock, on_first_paint, window);
  g_idle_add_full (G_PRIORITY_DEFAULT, on_fill_idle, g_object_ref (window), g_object_unref);
}

static LeioWindow *
add_window (LeioApplication *self)
{
  GtkWidget *window = leio_window_new (GTK_APPLICATION (self));

  gtk_widget_realize (window);
  g_signal_connect_object (gtk_widget_get_frame_clock (window), "after-paint",
                           G_CALLBACK (on_first_paint), window, 0);
  gtk_window_present (GTK_WINDOW (window));
  return LEIO_WINDOW (window);
}

static LeioWindow *
get_window_for_file (LeioApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (LEIO_IS_WINDOW (window) && leio_window_is_pristine (LEIO_WINDOW (window)))
    return LEIO_WINDOW (window);
  return add_window (self);
}

/* A second start shows the program that runs already. */
static void
leio_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else
    add_window (LEIO_APPLICATION (application));
}

/* A file that is open already is shown where it is open, and no empty window comes with it. */
static void
open_file (LeioApplication *self, GFile *file)
{
  GtkWindow *window = leio_window_find (GTK_APPLICATION (self), file);

  if (window != NULL)
    gtk_window_present (window);
  else
    leio_window_open (get_window_for_file (self), file);
}

static void
leio_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    open_file (LEIO_APPLICATION (application), files[i]);
}

static void
on_new_window (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  add_window (user_data);
}

static void
on_home_reading (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  leio_window_start_at_home (add_window (user_data));
}

/* Windows with changes ask first; the program ends with the last of them. */
static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  for (GList *item = windows; item != NULL; item = item->next)
    gtk_window_close (item->data);
}

static GThread *loader_at_exit;

static void
wait_for_loader (void)
{
  g_thread_join (loader_at_exit);
}

/* GTK ends the program where there is no display: not while the thread needs its libraries. */
static void
start_loader (LeioApplication *self)
{
  self->loader = g_thread_new ("knowledge", load_engine, self);
  loader_at_exit = g_thread_ref (self->loader);
  atexit (wait_for_loader);
}

/* GIO ends a program whose session bus goes away. A case that is open can do without one. */
static void
outlive_the_bus (GApplication *application)
{
  GDBusConnection *bus = g_application_get_dbus_connection (application);

  if (bus != NULL)
    g_dbus_connection_set_exit_on_close (bus, FALSE);
}

static gboolean
has_font (void)
{
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  PangoContext *context = pango_font_map_create_context (map);
  PangoFontDescription *any = pango_font_description_from_string ("Sans 11");
  PangoFont *font = pango_font_map_load_font (map, context, any);
  gboolean found = font != NULL;

  g_clear_object (&font);
  pango_font_description_free (any);
  g_object_unref (context);
  return found;
}

/* As GTK does without a display: without a font it asks for windows that no display can hold. */
static void
end_without_font (void)
{
  if (has_font ())
    return;
  g_printerr ("%s\n", _ ("there is no font on this computer, so nothing can be shown; please "
                         "install one, such as Noto Sans"));
  exit (EXIT_FAILURE);
}

static void
leio_application_startup (GApplication *application)
{
  const GActionEntry entries[] = {
    { .name = "new-window", .activate = on_new_window },
    { .name = "home-reading", .activate = on_home_reading },
    { .name = "quit", .activate = on_quit },
  };
  LeioApplication *self = LEIO_APPLICATION (application);

  /* GLib 2.74 registers every resource of the program on the first use of one, and a second thread
   * that asks meanwhile gets none: so this comes before there is one. */
  leio_style_register_resources ();
  start_loader (self);
  G_APPLICATION_CLASS (leio_application_parent_class)->startup (application);

  outlive_the_bus (application);
  end_without_font ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  leio_window_install_accels (GTK_APPLICATION (self));
  gtk_window_set_default_icon_name (LEIO_APP_ID);
  leio_style_load (gdk_display_get_default ());
  leio_appearance_follow (g_application_get_dbus_connection (application),
                            gtk_settings_get_default ());
}

/* Asks the program that runs, which may be this one, for a window; the files of the command line,
 * or the activation that follows, then go to it. */
static gboolean
ask_for_window (GApplication *application, const char *action)
{
  g_autoptr (GError) error = NULL;

  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return FALSE;
    }
  g_action_group_activate_action (G_ACTION_GROUP (application), action, NULL);
  return TRUE;
}

static int
leio_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  LeioApplication *self = LEIO_APPLICATION (application);
  const char *action = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("leio %s\n", LEIO_VERSION);
      return 0;
    }

  if (g_variant_dict_lookup (options, "knowledge", "^ay", &self->directory))
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);

  if (g_variant_dict_contains (options, "home-reading"))
    action = "home-reading";
  else if (g_variant_dict_contains (options, "new-window"))
    action = "new-window";
  return action == NULL || ask_for_window (application, action) ? -1 : 1;
}

static void
leio_application_finalize (GObject *object)
{
  LeioApplication *self = LEIO_APPLICATION (object);

  g_clear_pointer (&self->loader, g_thread_join);
  g_clear_pointer (&self->engine, leio_engine_free);
  g_clear_error (&self->fault);
  g_clear_pointer (&self->drafts, leio_draft_store_unref);
  g_clear_pointer (&self->directory, g_free);

  G_OBJECT_CLASS (leio_application_parent_class)->finalize (object);
}

static void
leio_application_class_init (LeioApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = leio_application_finalize;
  application_class->startup = leio_application_startup;
  application_class->activate = leio_application_activate;
  application_class->open = leio_application_open;
  application_class->handle_local_options = leio_application_handle_local_options;
}

static void
leio_application_init (LeioApplication *self)
{
  const GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
    { "new-window", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open another window"), NULL },
    { "home-reading", 0, 0, G_OPTION_ARG_NONE, NULL,
      N_ ("Open a window in plain words, for reading at home"), NULL },
    { "knowledge", 0, 0, G_OPTION_ARG_FILENAME, NULL,
      N_ ("Use the knowledge base in DIR instead of the shipped one"), N_ ("DIR") },
    G_OPTION_ENTRY_NULL,
  };

  g_application_add_main_option_entries (G_APPLICATION (self), entries);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
  g_application_set_option_context_summary (
      G_APPLICATION (self), _ ("Explains the treatment of leiomyosarcoma, case by case."));
}

LeioApplication *
leio_application_new (void)
{
  GApplicationFlags flags = G_APPLICATION_HANDLES_OPEN;

  if (g_getenv ("LEIO_NON_UNIQUE") != NULL)
    flags |= G_APPLICATION_NON_UNIQUE;

  return g_object_new (LEIO_TYPE_APPLICATION, "application-id", LEIO_APP_ID, "flags", flags,
                       "resource-base-path", RESOURCE_PATH, NULL);
}

int
leio_application_run (LeioApplication *self, int argc, char **argv)
{
  int status;

  g_return_val_if_fail (LEIO_IS_APPLICATION (self), 1);

  status = g_application_run (G_APPLICATION (self), argc, argv);
  return self->fault != NULL ? STATUS_UNREADABLE : status;
}
