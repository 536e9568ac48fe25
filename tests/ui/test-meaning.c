/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A word of the glossary says what it means where it stands: by keys, and to who listens.
 */
#include "config.h"

#include "leio-knowledge-pages.h"
#include "leio-meaning.h"
#include "leio-style.h"
#include "leio-test-ui.h"

#define MEANING "Healthy tissue around what is cut out."

static const LeioKnowledge *
get_base (void)
{
  return leio_engine_get_knowledge (leio_test_ui_get_engine ());
}

/* In a box with a button before it, which has the focus at first, and one after it. */
static LeioText *
add_text (GtkWidget *box, const char *text, gboolean explains)
{
  GtkWidget *paragraph = g_object_new (LEIO_TYPE_TEXT, "text", text, "explains", explains, NULL);

  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Before"));
  gtk_box_append (GTK_BOX (box), paragraph);
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("After"));
  return LEIO_TEXT (paragraph);
}

static GtkWidget *
open_window (GtkWidget *child)
{
  GtkWidget *window = g_object_new (GTK_TYPE_WINDOW, "default-width", 400, "child", child, NULL);

  leio_meaning_provide (window, get_base ());
  gtk_window_present (GTK_WINDOW (window));
  leio_test_ui_settle ();
  return window;
}

static void
close_window (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  leio_test_ui_settle ();
}

static GtkWidget *
step (GtkWidget *window, GtkDirectionType direction)
{
  gtk_widget_child_focus (window, direction);
  return gtk_window_get_focus (GTK_WINDOW (window));
}

/* Whether the widget has a binding for the key and takes it. */
static gboolean
press (GtkWidget *widget, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);
      GListModel *shortcuts = GTK_IS_SHORTCUT_CONTROLLER (controller) ? G_LIST_MODEL (controller)
                                                                      : NULL;

      for (guint k = 0; shortcuts != NULL && k < g_list_model_get_n_items (shortcuts); k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, k);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger)
              && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key)
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }
  return FALSE;
}

/* Tab goes through the words and then on; Enter opens the meaning, Escape goes back to the word. */
static void
test_keys (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  LeioText *text = add_text (box, "An excision with a margin.", TRUE);
  GtkWidget *window = open_window (box);
  GtkWidget *close;

  g_assert_true (step (window, GTK_DIR_TAB_FORWARD) == GTK_WIDGET (text));
  gtk_test_accessible_assert_property (text, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "“Excision”: press Enter for what it means.");
  g_assert_true (step (window, GTK_DIR_TAB_FORWARD) == GTK_WIDGET (text));
  gtk_test_accessible_assert_property (text, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "“Margin”: press Enter for what it means.");
  g_assert_true (press (GTK_WIDGET (text), GDK_KEY_Return));
  leio_test_ui_settle ();
  g_assert_nonnull (leio_test_ui_find_label (window, MEANING));
  close = gtk_window_get_focus (GTK_WINDOW (window));
  gtk_test_accessible_assert_property (close, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Margin: " MEANING);
  g_signal_emit_by_name (close, "clicked");
  leio_test_ui_settle ();
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == GTK_WIDGET (text));
  g_assert_true (GTK_IS_BUTTON (step (window, GTK_DIR_TAB_FORWARD)));
  g_assert_true (step (window, GTK_DIR_TAB_BACKWARD) == GTK_WIDGET (text));
  gtk_test_accessible_assert_property (text, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "“Margin”: press Enter for what it means.");
  close_window (window);
}

/* What has nothing to explain is no stop on the way, and leaves Enter to who is around it. */
static void
test_text_without_words (void)
{
  static const struct
  {
    const char *text;
    gboolean explains;
  } texts[] = { { "Nothing of it.", TRUE }, { "A margin.", FALSE }, { "", TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
      LeioText *text = add_text (box, texts[i].text, texts[i].explains);
      GtkWidget *window = open_window (box);

      g_assert_true (GTK_IS_BUTTON (step (window, GTK_DIR_TAB_FORWARD)));
      g_assert_false (gtk_widget_grab_focus (GTK_WIDGET (text)));
      g_assert_false (press (GTK_WIDGET (text), GDK_KEY_Return));
      close_window (window);
    }
}

/* Another text has other words; the focus does not stay on what is gone. */
static void
test_text_changes (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  LeioText *text = add_text (box, "An excision.", TRUE);
  GtkWidget *window = open_window (box);

  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (text)));
  leio_text_set_text (text, "A margin.");
  leio_test_ui_settle ();
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (text)));
  g_assert_true (press (GTK_WIDGET (text), GDK_KEY_space));
  leio_test_ui_settle ();
  g_assert_nonnull (leio_test_ui_find_label (window, MEANING));
  g_signal_emit_by_name (gtk_window_get_focus (GTK_WINDOW (window)), "clicked");
  leio_text_set_text (text, "Nothing.");
  leio_test_ui_settle ();
  g_assert_false (gtk_widget_grab_focus (GTK_WIDGET (text)));
  close_window (window);
}

/* The bottom of the lowest line that is drawn below a word. */
static float
find_line (GskRenderNode *node)
{
  float bottom = 0;
  graphene_rect_t bounds;

  gsk_render_node_get_bounds (node, &bounds);
  if (gsk_render_node_get_node_type (node) == GSK_COLOR_NODE)
    return bounds.origin.y + bounds.size.height;
  if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      bottom = MAX (bottom, find_line (gsk_container_node_get_child (node, i)));
  return bottom;
}

static float
draw (LeioText *text)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  float line;

  GTK_WIDGET_GET_CLASS (text)->snapshot (GTK_WIDGET (text), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  line = find_line (node);
  gsk_render_node_unref (node);
  return line;
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer n_frames)
{
  (*(guint *) n_frames)++;
  return G_SOURCE_CONTINUE;
}

/* Until a frame has taken over what styles say, and the next one begins. */
static void
wait_for_frames (GtkWidget *widget)
{
  guint n_frames = 0;
  guint id = gtk_widget_add_tick_callback (widget, on_tick, &n_frames, NULL);

  while (n_frames < 3)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (widget, id);
}

/* The line stays below its word when the letters grow, time and again. */
static void
test_letters_grow (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  LeioText *text = add_text (box, "A margin.", TRUE);
  GtkWidget *window = open_window (box);
  GtkCssProvider *sheet = gtk_css_provider_new ();
  float line = 0;

  gtk_style_context_add_provider_for_display (gtk_widget_get_display (window),
                                              GTK_STYLE_PROVIDER (sheet),
                                              GTK_STYLE_PROVIDER_PRIORITY_USER);
  for (guint size = 14; size <= 42; size += 4)
    {
      g_autofree char *css = g_strdup_printf ("* { font-size: %upx; }", size);

      gtk_css_provider_load_from_data (sheet, css, -1);
      wait_for_frames (window);
      g_assert_cmpfloat (draw (text), >, line);
      line = draw (text);
    }
  gtk_style_context_remove_provider_for_display (gtk_widget_get_display (window),
                                                 GTK_STYLE_PROVIDER (sheet));
  g_object_unref (sheet);
  close_window (window);
}

static void
count_drawing (GdkPaintable *paintable, guint *n_drawings)
{
  (*n_drawings)++;
}

/* The mark of the focus goes with the focus: what draws it is drawn anew. */
static void
test_focus_leaves (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  LeioText *text = add_text (box, "A margin.", TRUE);
  GtkWidget *window = open_window (box);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (text));
  guint n_drawings = 0;

  g_assert_true (step (window, GTK_DIR_TAB_FORWARD) == GTK_WIDGET (text));
  wait_for_frames (window);
  g_signal_connect (paintable, "invalidate-contents", G_CALLBACK (count_drawing), &n_drawings);
  wait_for_frames (window);
  g_assert_cmpuint (n_drawings, ==, 0);
  g_assert_true (GTK_IS_BUTTON (step (window, GTK_DIR_TAB_FORWARD)));
  wait_for_frames (window);
  g_assert_cmpuint (n_drawings, >, 0);
  close_window (window);
}

/* How many texts below a widget can be asked for a word. */
static guint
count_explained (GtkWidget *widget)
{
  guint n = LEIO_IS_TEXT (widget) && gtk_widget_get_focusable (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_explained (child);
  return n;
}

/* The page of a source explains its words, in both readings. */
static void
test_source_page (gconstpointer home)
{
  const LeioKnowledge *knowledge
    = leio_engine_get_knowledge (leio_test_ui_get_shipped_engine ());
  const LeioSource *source = leio_knowledge_find_source (knowledge, "palette-2012");
  GtkWidget *window = gtk_window_new ();

  leio_meaning_provide (window, knowledge);
  gtk_window_present (GTK_WINDOW (window));
  gtk_window_set_child (GTK_WINDOW (window),
                        leio_knowledge_pages_new_source (knowledge, source->index,
                                                         GPOINTER_TO_INT (home)));
  leio_test_ui_settle ();
  g_assert_cmpuint (count_explained (window), >, 0);
  close_window (window);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_summary ("What a word means is said where the word stands");
  gtk_init ();
  leio_style_register_resources ();
  leio_style_load (gdk_display_get_default ());

  g_test_add_func ("/ui/meaning/keys", test_keys);
  g_test_add_func ("/ui/meaning/text-without-words", test_text_without_words);
  g_test_add_func ("/ui/meaning/text-changes", test_text_changes);
  g_test_add_func ("/ui/meaning/letters-grow", test_letters_grow);
  g_test_add_func ("/ui/meaning/focus-leaves", test_focus_leaves);
  g_test_add_data_func ("/ui/meaning/source-page", GINT_TO_POINTER (FALSE), test_source_page);
  g_test_add_data_func ("/ui/meaning/source-page-at-home", GINT_TO_POINTER (TRUE),
                        test_source_page);
  return g_test_run ();
}
