/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-question-keys.h"

#include "leio-option-group.h"
#include "leio-question-row.h"

static GtkWidget *
get_focus (GtkWidget *page)
{
  return gtk_root_get_focus (gtk_widget_get_root (page));
}

/* (nullable): the question of which @widget is a part; else the one that is asked next. */
static LeioQuestionRow *
find_row (LeioQuestionPage *page, GtkWidget *widget)
{
  GtkWidget *row
      = widget != NULL ? gtk_widget_get_ancestor (widget, LEIO_TYPE_QUESTION_ROW) : NULL;

  return row != NULL ? LEIO_QUESTION_ROW (row) : leio_question_page_get_next_row (page);
}

static gboolean
is_answer (guint keyval, GdkModifierType state)
{
  const GdkModifierType others = GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK;

  return (state & others) == 0 && g_unichar_isalnum (gdk_keyval_to_unicode (keyval));
}

/* Controls had the key before, and a text every letter. */
static gboolean
on_key_pressed (GtkEventControllerKey *keys,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                LeioQuestionPage *page)
{
  GtkWidget *focus = get_focus (GTK_WIDGET (page));
  LeioQuestionRow *row = find_row (page, focus);
  GtkWidget *group;

  if (row == NULL || focus == NULL || !is_answer (keyval, state)
      || GTK_IS_EDITABLE (focus)
      || gtk_widget_get_ancestor (focus, LEIO_TYPE_OPTION_GROUP) != NULL)
    return GDK_EVENT_PROPAGATE;
  if (!leio_question_row_focus_control (row))
    return GDK_EVENT_PROPAGATE;

  focus = get_focus (GTK_WIDGET (page));
  group = gtk_widget_get_ancestor (focus, LEIO_TYPE_OPTION_GROUP);
  return gtk_event_controller_key_forward (keys, group != NULL ? group : focus);
}

static void
on_pressed (GtkGestureClick *click, int n_presses, double x, double y, LeioQuestionPage *page)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (page), x, y, GTK_PICK_DEFAULT);
  LeioQuestionRow *row = find_row (page, picked);
  GtkWidget *focus = get_focus (GTK_WIDGET (page));

  if (row == NULL || (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (row))))
    return;

  leio_question_row_focus_control (row);
}

void
leio_question_keys_add (LeioQuestionPage *page)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), page);
  gtk_widget_add_controller (GTK_WIDGET (page), keys);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), page);
  gtk_widget_add_controller (GTK_WIDGET (page), GTK_EVENT_CONTROLLER (click));
}
