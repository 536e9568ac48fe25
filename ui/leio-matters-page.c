/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-matters-page.h"

#include <glib/gi18n.h>

#include "leio-line-layout.h"
#include "leio-option-button.h"
#include "leio-text.h"
#include "leio-visit-edit.h"

#define SPACING 6

struct _LeioMattersPage
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *scroller;
  GtkWidget *content;
  GtkWidget *locked;
  GtkWidget *choices;
  LeioText *count;

  /* Owned references */
  LeioSession *session; /* (nullable) until it is set */

  gboolean filling; /* what changes now is shown, not chosen */
};

G_DEFINE_FINAL_TYPE (LeioMattersPage, leio_matters_page, GTK_TYPE_WIDGET)

static const LeioMatter *
get_matter (LeioMattersPage *self, GtkWidget *choice)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (self->session);
  guint index = 0;

  while ((choice = gtk_widget_get_prev_sibling (choice)) != NULL)
    index++;
  return g_ptr_array_index (knowledge->matters, index);
}

static void
on_toggled (LeioMattersPage *self, GtkCheckButton *choice)
{
  LeioVisit *visit;

  if (self->filling)
    return;

  visit = leio_visit_edit_begin (self->session);
  leio_visit_set_matter (visit, get_matter (self, GTK_WIDGET (choice))->id,
                         gtk_check_button_get_active (choice));
  leio_visit_edit_end (self->session, visit, NULL);
}

static GtkWidget *
new_choice (const LeioKnowledge *knowledge, const LeioMatter *matter)
{
  g_autofree char *title = g_strdup_printf ("matters/%s/title", matter->id);
  g_autofree char *plain = g_strdup_printf ("matters/%s/plain", matter->id);
  GtkWidget *choice =
      leio_option_button_new_check (leio_knowledge_text (knowledge, title, matter->title));

  leio_option_button_set_detail (LEIO_OPTION_BUTTON (choice),
                                 leio_knowledge_text (knowledge, plain, matter->plain));
  return choice;
}

static void
add_choices (LeioMattersPage *self)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (self->session);

  for (guint i = 0; i < knowledge->matters->len; i++)
    {
      GtkWidget *choice = new_choice (knowledge, g_ptr_array_index (knowledge->matters, i));

      g_signal_connect_swapped (choice, "toggled", G_CALLBACK (on_toggled), self);
      gtk_box_append (GTK_BOX (self->choices), choice);
    }
}

static guint
count_questions (LeioMattersPage *self)
{
  g_autoptr (LeioAskList) list = leio_visit_edit_dup_list (self->session);
  guint n_questions = 0;

  for (guint i = 0; i < list->groups->len; i++)
    {
      const LeioAskGroup *group = g_ptr_array_index (list->groups, i);

      for (guint k = 0; k < group->items->len; k++)
        n_questions += g_str_has_prefix (
            ((LeioAskItem *) g_ptr_array_index (group->items, k))->group, LEIO_ASK_MATTER);
    }
  return n_questions;
}

static void
show_count (LeioMattersPage *self)
{
  guint n_questions = count_questions (self);

  if (n_questions == 0)
    {
      leio_text_set_text (self->count, _ ("No question comes from this yet."));
      return;
    }
  leio_text_take (self->count,
                  /* Translators: %u is a number of questions to a doctor */
                  g_strdup_printf (ngettext ("%u question in your list comes from this.",
                                             "%u questions in your list come from this.",
                                             n_questions),
                                   n_questions));
}

static void
show_choices (LeioMattersPage *self)
{
  const LeioVisit *visit = leio_session_get_case (self->session)->visit;
  gboolean locked = leio_session_get_locked (self->session);
  GtkWidget *choice = gtk_widget_get_first_child (self->choices);

  self->filling = TRUE;
  for (; choice != NULL; choice = gtk_widget_get_next_sibling (choice))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (choice),
                                 leio_visit_has_matter (visit, get_matter (self, choice)->id));
  self->filling = FALSE;
  gtk_widget_set_sensitive (self->choices, !locked);
  gtk_widget_set_visible (self->locked, locked);
  /* Without a choice the keys scroll. */
  gtk_widget_set_focusable (self->scroller, locked);
}

static void
refresh (LeioMattersPage *self)
{
  if (self->session == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  show_choices (self);
  show_count (self);
}

static void
leio_matters_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (leio_matters_page_parent_class)->map (widget);
  refresh (LEIO_MATTERS_PAGE (widget));
}

static gboolean
leio_matters_page_grab_focus (GtkWidget *widget)
{
  LeioMattersPage *self = LEIO_MATTERS_PAGE (widget);
  GtkWidget *first = gtk_widget_get_first_child (self->choices);

  return (first != NULL && gtk_widget_grab_focus (first))
         || gtk_widget_grab_focus (self->scroller);
}

static void
leio_matters_page_dispose (GObject *object)
{
  LeioMattersPage *self = LEIO_MATTERS_PAGE (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (leio_matters_page_parent_class)->dispose (object);
}

static void
leio_matters_page_class_init (LeioMattersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = leio_matters_page_dispose;
  widget_class->map = leio_matters_page_map;
  widget_class->grab_focus = leio_matters_page_grab_focus;

  /* The template names it. */
  g_type_ensure (LEIO_TYPE_TEXT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/leio_app/Leio/ui/home/matters-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LeioMattersPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, LeioMattersPage, content);
  gtk_widget_class_bind_template_child (widget_class, LeioMattersPage, locked);
  gtk_widget_class_bind_template_child (widget_class, LeioMattersPage, choices);
  gtk_widget_class_bind_template_child (widget_class, LeioMattersPage, count);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
leio_matters_page_init (LeioMattersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->content, leio_line_layout_new (SPACING));
}

void
leio_matters_page_set_session (LeioMattersPage *self, LeioSession *session)
{
  g_return_if_fail (LEIO_IS_MATTERS_PAGE (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  add_choices (self);
  g_signal_connect_object (session, "case-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "advice-changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::locked", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}
