/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-ask-row.h"

#include <glib/gi18n.h>

#include "leio-ask-tools.h"
#include "leio-text.h"

struct _LeioAskRow
{
  GtkListBoxRow parent_instance;

  /* Template widgets */
  GtkBox *content;
  LeioText *question;
  LeioText *why;
  LeioText *answer;
  GtkWidget *mark;

  /* Borrowed references */
  LeioSession *session;
  GtkWidget *tools; /* (nullable) where it is not open */

  /* Owned references */
  char *id;
  char *worded;
  char *title;
  char *intro; /* (nullable) */

  guint number;
};

G_DEFINE_FINAL_TYPE (LeioAskRow, leio_ask_row, GTK_TYPE_LIST_BOX_ROW)

static void
set_text (char **field, const char *text)
{
  char *old = *field;

  *field = g_strdup (text);
  g_free (old);
}

static void
show_answer (LeioAskRow *self, const char *answer)
{
  g_autofree char *bare = g_strstrip (g_strdup (answer));

  leio_text_take (self->answer, *bare == '\0'
                                    ? NULL
                                    /* Translators: %s is what a doctor answered */
                                    : g_strdup_printf (_ ("Answer: %s"), bare));
}

void
leio_ask_row_show (LeioAskRow *self,
                   const LeioAskList *list,
                   const LeioAskGroup *group,
                   const LeioAskItem *item,
                   guint number)
{
  /* Translators: a question in a list: 1 is its number, 2 the question */
  g_autofree char *text = g_strdup_printf (C_ ("question", "%1$u. %2$s"), number, item->question);

  g_return_if_fail (LEIO_IS_ASK_ROW (self));

  self->number = number;
  set_text (&self->worded, item->worded);
  set_text (&self->title, group->title);
  set_text (&self->intro, group->intro);
  leio_text_set_text (self->question, text);
  leio_text_take (self->why, g_strdup (item->why));
  show_answer (self, item->answer);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, item->why, -1);
  if (self->tools != NULL)
    leio_ask_tools_show (LEIO_ASK_TOOLS (self->tools), list, item);
}

void
leio_ask_row_set_locked (LeioAskRow *self, gboolean locked)
{
  g_return_if_fail (LEIO_IS_ASK_ROW (self));

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), !locked);
  gtk_widget_set_visible (self->mark, !locked);
}

void
leio_ask_row_set_open (LeioAskRow *self, const LeioAskList *list, gboolean open)
{
  const LeioAskItem *item = open ? leio_ask_list_find (list, self->id) : NULL;

  g_return_if_fail (LEIO_IS_ASK_ROW (self));

  if ((item != NULL) == (self->tools != NULL))
    return;

  if (item == NULL)
    {
      gtk_box_remove (self->content, self->tools);
      self->tools = NULL;
    }
  else
    {
      self->tools = leio_ask_tools_new (self->session);
      leio_ask_tools_show (LEIO_ASK_TOOLS (self->tools), list, item);
      gtk_box_append (self->content, self->tools);
      gtk_widget_grab_focus (self->tools);
    }
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, item != NULL,
                               -1);
}

gboolean
leio_ask_row_get_open (LeioAskRow *self)
{
  g_return_val_if_fail (LEIO_IS_ASK_ROW (self), FALSE);
  return self->tools != NULL;
}

const char *
leio_ask_row_get_id (LeioAskRow *self)
{
  g_return_val_if_fail (LEIO_IS_ASK_ROW (self), NULL);
  return self->id;
}

guint
leio_ask_row_get_number (LeioAskRow *self)
{
  g_return_val_if_fail (LEIO_IS_ASK_ROW (self), 0);
  return self->number;
}

const char *
leio_ask_row_get_title (LeioAskRow *self)
{
  g_return_val_if_fail (LEIO_IS_ASK_ROW (self), NULL);
  return self->title;
}

const char *
leio_ask_row_get_intro (LeioAskRow *self)
{
  g_return_val_if_fail (LEIO_IS_ASK_ROW (self), NULL);
  return self->intro;
}

/* What a click does, for who cannot click. */
static void
on_open (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (widget)))
    g_signal_emit_by_name (widget, "activate");
}

static gboolean
move_by_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  LeioAskRow *self = LEIO_ASK_ROW (widget);

  leio_visit_edit_move (self->session, self->id, g_variant_get_int32 (args));
  return TRUE;
}

static gboolean
remove_by_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  LeioAskRow *self = LEIO_ASK_ROW (widget);
  const LeioAskItem item = { .id = self->id, .worded = self->worded };

  leio_visit_edit_remove (self->session, &item, TRUE);
  return TRUE;
}

static void
leio_ask_row_finalize (GObject *object)
{
  LeioAskRow *self = LEIO_ASK_ROW (object);

  g_free (self->id);
  g_free (self->worded);
  g_free (self->title);
  g_free (self->intro);

  G_OBJECT_CLASS (leio_ask_row_parent_class)->finalize (object);
}

static void
leio_ask_row_class_init (LeioAskRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = leio_ask_row_finalize;

  /* The template names it. */
  g_type_ensure (LEIO_TYPE_TEXT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/leio_app/Leio/ui/home/ask-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LeioAskRow, content);
  gtk_widget_class_bind_template_child (widget_class, LeioAskRow, question);
  gtk_widget_class_bind_template_child (widget_class, LeioAskRow, why);
  gtk_widget_class_bind_template_child (widget_class, LeioAskRow, answer);
  gtk_widget_class_bind_template_child (widget_class, LeioAskRow, mark);
  gtk_widget_class_install_action (widget_class, "ask.open", NULL, on_open);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, move_by_key, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, move_by_key, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, remove_by_key, NULL);
}

static void
leio_ask_row_init (LeioAskRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
leio_ask_row_new (LeioSession *session, const char *id)
{
  LeioAskRow *self = g_object_new (LEIO_TYPE_ASK_ROW, NULL);

  self->session = session;
  self->id = g_strdup (id);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE, -1);
  return GTK_WIDGET (self);
}
