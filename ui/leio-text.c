/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-text.h"

#include "leio-links.h"
#include "leio-text-words.h"

/* Narrower than this no paragraph can be read. */
#define MIN_WIDTH 60
#define NATURAL_WIDTH 400

struct _LeioText
{
  GtkWidget parent_instance;

  /* Owned References */
  char *text;
  PangoLayout *layout; /* NULL until it is measured, and after the font changed */

  LeioTextWords *words; /* (nullable) where there are none, or none were looked for */

  gboolean snug;
  int line_width;    /* of the text on one line, where snug; -1 until it is known */
  gboolean explains;
  gboolean searched; /* whether words were looked for in the text */
};

enum
{
  PROP_0,
  PROP_TEXT,
  PROP_SNUG,
  PROP_EXPLAINS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LeioText, leio_text, GTK_TYPE_WIDGET)

/* Pango turns an alignment round where the paragraph's script goes another way than the window, and
 * lines are to begin where the window does. */
static PangoAlignment
get_alignment (PangoLayout *layout)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);

  return pango_layout_line_get_resolved_direction (line) == PANGO_DIRECTION_RTL ? PANGO_ALIGN_RIGHT
                                                                                : PANGO_ALIGN_LEFT;
}

/* The layout, wrapped to @width; a paragraph that is measured and then placed at one width is laid
 * out once. */
static PangoLayout *
get_layout (LeioText *self, int width)
{
  gboolean is_new = self->layout == NULL;

  if (is_new)
    {
      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
      pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
    }

  pango_layout_set_width (self->layout, width * PANGO_SCALE);
  if (is_new)
    pango_layout_set_alignment (self->layout, get_alignment (self->layout));
  return self->layout;
}

/* The width of the text on one line. */
static int
get_line_width (LeioText *self)
{
  if (self->line_width < 0)
    {
      PangoLayout *layout = get_layout (self, 0);

      pango_layout_set_width (layout, -1);
      pango_layout_get_pixel_size (layout, &self->line_width, NULL);
    }

  return self->line_width;
}

static void
measure_width (LeioText *self, int *minimum, int *natural)
{
  *natural = self->snug ? get_line_width (self) : NATURAL_WIDTH;
  *minimum = MIN (MIN_WIDTH, *natural);
}

static void
leio_text_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (LEIO_TEXT (widget), minimum, natural);
      return;
    }

  pango_layout_get_pixel_size (get_layout (LEIO_TEXT (widget),
                                           for_size < 0 ? NATURAL_WIDTH : for_size),
                               NULL, minimum);
  *natural = *minimum;
}

/* What one press does: it opens the meaning where a word is, and is nothing of ours elsewhere. */
static void
on_pressed (GtkGesture *gesture, int n_press, double x, double y, LeioText *self)
{
  PangoLayout *layout = get_layout (self, gtk_widget_get_width (GTK_WIDGET (self)));
  int word = self->words != NULL ? leio_text_words_find (self->words, layout, x, y) : -1;

  if (word < 0)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  leio_text_words_set_current (self->words, (guint) word);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  leio_text_words_explain (self->words, layout);
}

static void
on_motion (GtkEventController *controller, double x, double y, LeioText *self)
{
  PangoLayout *layout = get_layout (self, gtk_widget_get_width (GTK_WIDGET (self)));
  gboolean over = self->words != NULL && leio_text_words_find (self->words, layout, x, y) >= 0;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), over ? "pointer" : NULL);
}

/* Most texts have no words, and need none of this. */
static void
add_controllers (LeioText *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

/* (nullable): looked for when the text is first seen, or first asked for the focus. */
static LeioTextWords *
get_words (LeioText *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (self->searched || !self->explains || *self->text == '\0')
    return self->words;

  self->searched = TRUE;
  self->words = leio_text_words_new (widget, self->text);
  if (self->words == NULL)
    return NULL;

  if (gtk_widget_get_focusable (widget))
    return self->words;
  gtk_widget_set_focusable (widget, TRUE);
  add_controllers (self);
  return self->words;
}

static void
discard_words (LeioText *self)
{
  self->searched = FALSE;
  if (self->words == NULL)
    return;

  leio_links_keep_focus (GTK_WIDGET (self));
  g_clear_pointer (&self->words, leio_text_words_free);
}

static void
leio_text_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LeioText *self = LEIO_TEXT (widget);
  int width = gtk_widget_get_width (widget);

  if (*self->text == '\0')
    return;

  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), 0, 0,
                              get_layout (self, width));
  if (get_words (self) != NULL)
    leio_text_words_snapshot (self->words, snapshot, get_layout (self, width));
}

/* Tab goes from word to word, and then on. */
static gboolean
leio_text_focus (GtkWidget *widget, GtkDirectionType direction)
{
  LeioText *self = LEIO_TEXT (widget);
  gboolean enter = !gtk_widget_is_focus (widget);

  if (get_words (self) == NULL || !leio_text_words_move (self->words, direction, enter))
    return FALSE;
  return !enter || gtk_widget_grab_focus (widget);
}

static gboolean
leio_text_grab_focus (GtkWidget *widget)
{
  return get_words (LEIO_TEXT (widget)) != NULL
         && GTK_WIDGET_CLASS (leio_text_parent_class)->grab_focus (widget);
}

/* The word that has the focus is marked by the text, not by a style. */
static void
leio_text_state_flags_changed (GtkWidget *widget, GtkStateFlags before)
{
  GtkStateFlags changed = before ^ gtk_widget_get_state_flags (widget);

  GTK_WIDGET_CLASS (leio_text_parent_class)->state_flags_changed (widget, before);

  if (LEIO_TEXT (widget)->words != NULL
      && changed & (GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_FOCUS_VISIBLE))
    gtk_widget_queue_draw (widget);
}

static gboolean
explain (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  LeioText *self = LEIO_TEXT (widget);

  if (self->words == NULL)
    return FALSE;

  leio_text_words_explain (self->words, get_layout (self, gtk_widget_get_width (widget)));
  return TRUE;
}

static GtkSizeRequestMode
leio_text_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
discard_layout (LeioText *self)
{
  g_clear_object (&self->layout);
  self->line_width = -1;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
leio_text_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  LeioText *self = LEIO_TEXT (widget);
  g_autoptr (PangoFontDescription) before = NULL;
  PangoContext *context;

  if (self->layout != NULL)
    before = pango_font_description_copy (
      pango_context_get_font_description (pango_layout_get_context (self->layout)));

  GTK_WIDGET_CLASS (leio_text_parent_class)->css_changed (widget, change);

  context = gtk_widget_get_pango_context (widget);
  if (before != NULL
      && !pango_font_description_equal (before, pango_context_get_font_description (context)))
    discard_layout (self);
}

static void
leio_text_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (leio_text_parent_class)->system_setting_changed (widget, setting);

  discard_layout (LEIO_TEXT (widget));
}

static void
leio_text_direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  GTK_WIDGET_CLASS (leio_text_parent_class)->direction_changed (widget, before);

  discard_layout (LEIO_TEXT (widget));
}

static void
leio_text_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TEXT)
    g_value_set_string (value, LEIO_TEXT (object)->text);
  else if (id == PROP_SNUG)
    g_value_set_boolean (value, LEIO_TEXT (object)->snug);
  else if (id == PROP_EXPLAINS)
    g_value_set_boolean (value, LEIO_TEXT (object)->explains);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
set_snug (LeioText *self, gboolean snug)
{
  if (self->snug == snug)
    return;

  self->snug = snug;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SNUG]);
}

static void
leio_text_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TEXT)
    leio_text_set_text (LEIO_TEXT (object), g_value_get_string (value));
  else if (id == PROP_SNUG)
    set_snug (LEIO_TEXT (object), g_value_get_boolean (value));
  else if (id == PROP_EXPLAINS)
    LEIO_TEXT (object)->explains = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
leio_text_finalize (GObject *object)
{
  LeioText *self = LEIO_TEXT (object);

  g_clear_pointer (&self->words, leio_text_words_free);
  g_clear_object (&self->layout);
  g_free (self->text);

  G_OBJECT_CLASS (leio_text_parent_class)->finalize (object);
}

static void
leio_text_class_init (LeioTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = leio_text_get_property;
  object_class->set_property = leio_text_set_property;
  object_class->finalize = leio_text_finalize;
  widget_class->measure = leio_text_measure;
  widget_class->snapshot = leio_text_snapshot;
  widget_class->focus = leio_text_focus;
  widget_class->grab_focus = leio_text_grab_focus;
  widget_class->state_flags_changed = leio_text_state_flags_changed;
  widget_class->get_request_mode = leio_text_get_request_mode;
  widget_class->css_changed = leio_text_css_changed;
  widget_class->system_setting_changed = leio_text_system_setting_changed;
  widget_class->direction_changed = leio_text_direction_changed;

  properties[PROP_TEXT]
    = g_param_spec_string ("text", NULL, NULL, "",
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SNUG]
    = g_param_spec_boolean ("snug", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_EXPLAINS]
    = g_param_spec_boolean ("explains", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, explain, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, explain, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, explain, NULL);
  gtk_widget_class_set_css_name (widget_class, "leio-text");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
leio_text_init (LeioText *self)
{
  self->text = g_strdup ("");
  self->line_width = -1;
}

GtkWidget *
leio_text_new (const char *text)
{
  return g_object_new (LEIO_TYPE_TEXT, "text", text, NULL);
}

const char *
leio_text_get_text (LeioText *self)
{
  g_return_val_if_fail (LEIO_IS_TEXT (self), NULL);

  return self->text;
}

void
leio_text_set_text (LeioText *self, const char *text)
{
  g_return_if_fail (LEIO_IS_TEXT (self));

  if (text == NULL)
    text = "";
  if (g_str_equal (self->text, text))
    return;

  discard_words (self);
  g_free (self->text);
  self->text = g_strdup (text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  discard_layout (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

void
leio_text_take (LeioText *self, char *text)
{
  g_autofree char *owned = text;

  g_return_if_fail (LEIO_IS_TEXT (self));

  leio_text_set_text (self, owned);
  gtk_widget_set_visible (GTK_WIDGET (self), *self->text != '\0');
}
