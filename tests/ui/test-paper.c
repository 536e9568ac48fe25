/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What leaves the window: printed pages, exported files, and the advice on the clipboard.
 */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "leio-advice-order.h"
#include "leio-report-print.h"
#include "leio-style.h"
#include "leio-test-ui.h"
#include "leio-treatment-card.h"
#include "leio-window-private.h"

typedef struct
{
  LeioWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = LEIO_WINDOW (leio_window_new (NULL));
  leio_window_set_engine (fixture->window, leio_test_ui_get_engine ());
  leio_session_set_label (fixture->window->session, "Größe <b>");
  leio_test_ui_answer (fixture->window->session, "site", "limb");
  gtk_window_present (GTK_WINDOW (fixture->window));
  leio_test_ui_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  leio_test_ui_settle ();
}

static char *
dup_path (const char *name)
{
  return g_build_filename (g_get_tmp_dir (), name, NULL);
}

/* The bytes may have zeros in them. */
static gboolean
has_bytes (const char *content, gsize length, const char *word)
{
  gsize n = strlen (word);

  for (gsize i = 0; i + n <= length; i++)
    if (memcmp (content + i, word, n) == 0)
      return TRUE;
  return FALSE;
}

/* Every kind of report comes out of the print operation, with its structure in the file. */
static void
test_prints (Fixture *fixture, gconstpointer data)
{
  for (guint kind = 0; kind < LEIO_N_REPORT_KINDS; kind++)
    {
      g_autoptr (GtkPrintOperation) operation =
          leio_report_print_new (leio_window_create_report (fixture->window, kind));
      g_autofree char *path = dup_path ("printed.pdf");
      g_autofree char *content = NULL;
      g_autoptr (GError) error = NULL;
      gsize length;

      gtk_print_operation_set_export_filename (operation, path);
      gtk_print_operation_set_allow_async (operation, FALSE);
      g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                                                GTK_WINDOW (fixture->window), &error),
                       ==, GTK_PRINT_OPERATION_RESULT_APPLY);
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &content, &length, NULL));
      g_assert_true (g_str_has_prefix (content, "%PDF"));
      g_assert_true (has_bytes (content, length, "/StructTreeRoot"));
      g_unlink (path);
    }
}

static void
wait_for (const char *path)
{
  GStatBuf about;

  while (g_stat (path, &about) != 0 || about.st_size == 0)
    g_main_context_iteration (NULL, FALSE);
  leio_test_ui_settle ();
}

/* The ending of the name is the format. */
static void
test_exports (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name, *begins;
  } rows[] = {
    { "report.pdf", "%PDF" },
    { "report.html", "<!DOCTYPE html>" },
    { "report.md", "# Größe \\<b\\>" },
    { "report.txt", "Größe <b>\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = dup_path (rows[i].name);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autofree char *content = NULL;

      leio_window_export_to (fixture->window, LEIO_REPORT_BOARD, file);
      wait_for (path);
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_assert_true (g_str_has_prefix (content, rows[i].begins));
      g_unlink (path);
    }
}

/* A file that cannot be written is told in the window. */
static void
test_tells_what_was_not_saved (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path ("no-such-folder/report.txt");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  leio_window_export_to (fixture->window, LEIO_REPORT_BOARD, file);
  while (leio_test_ui_find_label (GTK_WIDGET (fixture->window), "could not be saved") == NULL)
    g_main_context_iteration (NULL, TRUE);
}

typedef struct
{
  char *text;
  gboolean done;
} Taken;

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Taken *taken = user_data;
  g_autoptr (GError) error = NULL;

  gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (source), result, &error);
  g_assert_no_error (error);
  taken->done = TRUE;
}

/* What another program gets that asks for @type. */
static char *
dup_clipboard (LeioWindow *window, const char *type)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  GdkContentProvider *content = gdk_clipboard_get_content (clipboard);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  Taken taken = { NULL, FALSE };
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  const char *data;

  g_assert_nonnull (content);
  gdk_content_provider_write_mime_type_async (content, type, stream, G_PRIORITY_DEFAULT, NULL,
                                              on_written, &taken);
  while (!taken.done)
    g_main_context_iteration (NULL, TRUE);
  g_output_stream_close (stream, NULL, NULL);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  data = g_bytes_get_data (bytes, &length);
  return g_strndup (data, length);
}

static void
assert_copied (LeioWindow *window, const char *words)
{
  g_autofree char *html = dup_clipboard (window, "text/html");
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (
      gdk_content_provider_get_value (gdk_clipboard_get_content (clipboard), &value, NULL));
  g_assert_nonnull (strstr (g_value_get_string (&value), words));
  g_assert_nonnull (strstr (g_value_get_string (&value), "Größe <b>"));
  g_assert_nonnull (strstr (html, words));
  g_assert_nonnull (strstr (html, "Größe &lt;b&gt;"));
  g_assert_nonnull (strstr (html, "A small base for tests"));
}

static gboolean
is_enabled (LeioWindow *window, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), action);
}

static void
test_copies_advice (Fixture *fixture, gconstpointer data)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "copy-advice", NULL);
  assert_copied (fixture->window, "Excision");
}

/* Over the list that a treatment is in. */
static const char *
get_title (LeioWindow *window, const char *id)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (window->session);
  const LeioAdvice *advice = leio_session_get_advice (window->session);
  guint treatment = leio_knowledge_find_treatment (knowledge, id)->index;
  guint section = leio_advice_get_section (knowledge, LEIO_ADVICE_BY_STATUS,
                                           g_ptr_array_index (advice->treatments, treatment));

  return leio_advice_section_get_title (knowledge, LEIO_ADVICE_BY_STATUS, section, FALSE);
}

/* The card that had the focus last is copied, also where a menu has it since. */
static void
test_copies_treatment_and_list (Fixture *fixture, gconstpointer data)
{
  LeioWindow *window = fixture->window;
  g_autofree char *html = NULL;

  g_assert_false (is_enabled (window, "copy-treatment"));
  g_assert_false (is_enabled (window, "copy-list"));
  g_action_group_activate_action (G_ACTION_GROUP (window), "show-treatment",
                                  g_variant_new_string ("watching"));
  leio_test_ui_settle ();
  g_assert_true (is_enabled (window, "copy-treatment"));
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  g_action_group_activate_action (G_ACTION_GROUP (window), "copy-treatment", NULL);
  assert_copied (window, "Watching");
  html = dup_clipboard (window, "text/html");
  g_assert_null (strstr (html, "Excision"));

  g_action_group_activate_action (G_ACTION_GROUP (window), "copy-list", NULL);
  assert_copied (window, "Watching");
  /* The list has its heading, which tells what it is. */
  assert_copied (window, get_title (window, "watching"));
}

static void
add (const char *path, void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  gtk_init ();
  leio_style_register_resources ();
  leio_style_load (gdk_display_get_default ());

  add ("/ui/paper/prints", test_prints);
  add ("/ui/paper/exports", test_exports);
  add ("/ui/paper/tells-what-was-not-saved", test_tells_what_was_not_saved);
  add ("/ui/paper/copies-advice", test_copies_advice);
  add ("/ui/paper/copies-treatment-and-list", test_copies_treatment_and_list);

  return g_test_run ();
}
