/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-option-group.h"

#include "leio-option-button.h"
#include "leio-wrap-layout.h"

/* An option longer than this, in characters, makes the group stand one below the other. */
#define LONG_OPTION 26

struct _LeioOptionGroup
{
  GtkWidget parent_instance;

  GPtrArray *options; /* (element-type GtkCheckButton) borrowed: children */
  GArray *keys;       /* (element-type gunichar) by option; 0 for none */
  gboolean exclusive;
  gboolean showing; /* set_active() is at work: nobody chose */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LeioOptionGroup, leio_option_group, GTK_TYPE_WIDGET)

static void
on_toggled (LeioOptionGroup *self, GtkCheckButton *option)
{
  gboolean active = gtk_check_button_get_active (option);
  guint index;

  if (self->showing || (self->exclusive && !active))
    return;
  if (g_ptr_array_find (self->options, option, &index))
    g_signal_emit (self, signals[CHOSEN], 0, index, active);
}

/* Where Tab enters: the chosen option, else the first. */
static GtkWidget *
get_entry_option (LeioOptionGroup *self)
{
  for (guint i = 0; i < self->options->len; i++)
    {
      if (gtk_check_button_get_active (g_ptr_array_index (self->options, i)))
        return g_ptr_array_index (self->options, i);
    }
  return self->options->len > 0 ? g_ptr_array_index (self->options, 0) : NULL;
}

static int
get_step (LeioOptionGroup *self, GtkDirectionType direction)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  switch (direction)
    {
    case GTK_DIR_UP:
      return -1;
    case GTK_DIR_DOWN:
      return 1;
    case GTK_DIR_LEFT:
      return mirrored ? 1 : -1;
    case GTK_DIR_RIGHT:
      return mirrored ? -1 : 1;
    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
      return 0;
    }
  return 0;
}

/* An arrow key chooses the neighbour, round and round. */
static void
choose_neighbour (LeioOptionGroup *self, guint from, int step)
{
  guint len = self->options->len;
  GtkWidget *to = g_ptr_array_index (self->options, (from + len + step) % len);

  gtk_widget_grab_focus (to);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (to), TRUE);
}

static gboolean
leio_option_group_focus (GtkWidget *widget, GtkDirectionType direction)
{
  LeioOptionGroup *self = LEIO_OPTION_GROUP (widget);
  GtkWidget *inside = gtk_widget_get_focus_child (widget);
  GtkWidget *entry = get_entry_option (self);
  int step = get_step (self, direction);
  guint index;

  if (!self->exclusive)
    return GTK_WIDGET_CLASS (leio_option_group_parent_class)->focus (widget, direction);
  if (inside == NULL)
    return entry != NULL && gtk_widget_grab_focus (entry);
  if (step == 0 || !g_ptr_array_find (self->options, inside, &index))
    return FALSE;

  choose_neighbour (self, index, step);
  return TRUE;
}

/* A key chooses as a click does: of check boxes it takes back what is chosen. */
static gboolean
choose_by_key (LeioOptionGroup *self, gunichar key)
{
  for (guint i = 0; key != 0 && i < self->keys->len; i++)
    {
      GtkCheckButton *option = g_ptr_array_index (self->options, i);

      if (g_array_index (self->keys, gunichar, i) != key)
        continue;

      gtk_widget_grab_focus (GTK_WIDGET (option));
      gtk_check_button_set_active (option,
                                   self->exclusive || !gtk_check_button_get_active (option));
      return TRUE;
    }
  return FALSE;
}

static gboolean
is_chosen (LeioOptionGroup *self)
{
  GtkWidget *entry = get_entry_option (self);

  return entry != NULL && gtk_check_button_get_active (GTK_CHECK_BUTTON (entry));
}

static gboolean
on_key_pressed (LeioOptionGroup *self, guint keyval, guint keycode, GdkModifierType state)
{
  const GdkModifierType others = GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK;

  if ((state & others) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter)
    return choose_by_key (self, g_unichar_tolower (gdk_keyval_to_unicode (keyval)));
  if (!is_chosen (self))
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_activate_action (GTK_WIDGET (self), "question.go-on", NULL);
}

static gboolean
leio_option_group_grab_focus (GtkWidget *widget)
{
  GtkWidget *entry = get_entry_option (LEIO_OPTION_GROUP (widget));

  return entry != NULL && gtk_widget_grab_focus (entry);
}

static void
leio_option_group_dispose (GObject *object)
{
  LeioOptionGroup *self = LEIO_OPTION_GROUP (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->options, 0);
  g_array_set_size (self->keys, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (leio_option_group_parent_class)->dispose (object);
}

static void
leio_option_group_finalize (GObject *object)
{
  g_ptr_array_unref (LEIO_OPTION_GROUP (object)->options);
  g_array_unref (LEIO_OPTION_GROUP (object)->keys);

  G_OBJECT_CLASS (leio_option_group_parent_class)->finalize (object);
}

static void
leio_option_group_class_init (LeioOptionGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = leio_option_group_dispose;
  object_class->finalize = leio_option_group_finalize;
  widget_class->focus = leio_option_group_focus;
  widget_class->grab_focus = leio_option_group_grab_focus;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);

  gtk_widget_class_set_css_name (widget_class, "options");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
leio_option_group_init (LeioOptionGroup *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->options = g_ptr_array_new ();
  self->keys = g_array_new (FALSE, TRUE, sizeof (gunichar));
  /* Before the option, which would take Enter for itself. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), leio_wrap_layout_new (4));
  gtk_widget_add_css_class (GTK_WIDGET (self), "flow");
}

GtkWidget *
leio_option_group_new (gboolean exclusive)
{
  GtkAccessibleRole role = exclusive ? GTK_ACCESSIBLE_ROLE_RADIO_GROUP : GTK_ACCESSIBLE_ROLE_GROUP;
  LeioOptionGroup *self = g_object_new (LEIO_TYPE_OPTION_GROUP, "accessible-role", role, NULL);

  self->exclusive = exclusive;
  if (exclusive)
    gtk_widget_add_css_class (GTK_WIDGET (self), "exclusive");
  return GTK_WIDGET (self);
}

static void
stack (LeioOptionGroup *self)
{
  GtkLayoutManager *layout;

  if (gtk_widget_has_css_class (GTK_WIDGET (self), "stacked"))
    return;

  layout = gtk_box_layout_new (GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), layout);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "flow");
  gtk_widget_add_css_class (GTK_WIDGET (self), "stacked");
}

void
leio_option_group_add_option (LeioOptionGroup *self, GtkCheckButton *option)
{
  g_return_if_fail (LEIO_IS_OPTION_GROUP (self));
  g_return_if_fail (GTK_IS_CHECK_BUTTON (option));

  if (self->exclusive && self->options->len > 0)
    gtk_check_button_set_group (option, g_ptr_array_index (self->options, 0));
  g_signal_connect_swapped (option, "toggled", G_CALLBACK (on_toggled), self);
  g_ptr_array_add (self->options, option);
  g_array_set_size (self->keys, self->options->len);
  gtk_widget_set_parent (GTK_WIDGET (option), GTK_WIDGET (self));
}

void
leio_option_group_add (LeioOptionGroup *self, const char *label)
{
  GtkWidget *option;

  g_return_if_fail (LEIO_IS_OPTION_GROUP (self));

  option =
      self->exclusive ? leio_option_button_new_radio (label) : leio_option_button_new_check (label);
  leio_option_group_add_option (self, GTK_CHECK_BUTTON (option));
  if (g_utf8_strlen (label, -1) > LONG_OPTION)
    stack (self);
}

void
leio_option_group_set_key (LeioOptionGroup *self, guint option, gunichar key)
{
  GtkWidget *button;

  g_return_if_fail (LEIO_IS_OPTION_GROUP (self));
  g_return_if_fail (option < self->keys->len);

  g_array_index (self->keys, gunichar, option) = key;
  button = g_ptr_array_index (self->options, option);
  if (LEIO_IS_OPTION_BUTTON (button))
    {
      char text[7] = { 0 };

      g_unichar_to_utf8 (key, text);
      leio_option_button_set_key (LEIO_OPTION_BUTTON (button), text);
    }
}

guint
leio_option_group_get_length (LeioOptionGroup *self)
{
  g_return_val_if_fail (LEIO_IS_OPTION_GROUP (self), 0);
  return self->options->len;
}

GtkWidget *
leio_option_group_get_option (LeioOptionGroup *self, guint option)
{
  g_return_val_if_fail (LEIO_IS_OPTION_GROUP (self), NULL);
  g_return_val_if_fail (option < self->options->len, NULL);
  return g_ptr_array_index (self->options, option);
}

void
leio_option_group_set_active (LeioOptionGroup *self, guint option, gboolean active)
{
  g_return_if_fail (LEIO_IS_OPTION_GROUP (self));
  g_return_if_fail (option < self->options->len);

  self->showing = TRUE;
  gtk_check_button_set_active (g_ptr_array_index (self->options, option), active);
  self->showing = FALSE;
}

gboolean
leio_option_group_get_active (LeioOptionGroup *self, guint option)
{
  g_return_val_if_fail (LEIO_IS_OPTION_GROUP (self), FALSE);
  g_return_val_if_fail (option < self->options->len, FALSE);
  return gtk_check_button_get_active (g_ptr_array_index (self->options, option));
}
