/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-source-chip.h"

#include <glib/gi18n.h>

#include "leio-source-view.h"
#include "leio-tooltip.h"

#define POPOVER_WIDTH 380
#define POPOVER_MIN_WIDTH 240
#define POPOVER_MARGIN 48
#define POPOVER_MAX_HEIGHT 420

struct _LeioSourceChip
{
  GtkButton parent_instance;

  /* Borrowed References */
  const LeioKnowledge *knowledge;
  const LeioRule *rule;

  /* Owned References */
  GtkWidget *popover;  /* NULL until it is first opened */

  /* Borrowed References: in the popover */
  GtkWidget *scroller;
  GtkWidget *view;

  guint source;
  gboolean home;
};

G_DEFINE_FINAL_TYPE (LeioSourceChip, leio_source_chip, GTK_TYPE_BUTTON)

static void
on_popover_closed (GtkPopover *popover, LeioSourceChip *self)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE, -1);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static GtkWidget *
create_popover (LeioSourceChip *self)
{
  const LeioSource *source = g_ptr_array_index (self->knowledge->sources, self->source);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *popover = gtk_popover_new ();

  self->scroller = scroller;
  self->view = leio_source_view_new (self->knowledge, self->source, self->rule);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), POPOVER_MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  source->label, -1);

  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_widget_add_css_class (popover, "leio-source");
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  g_signal_connect (popover, "closed", G_CALLBACK (on_popover_closed), self);

  return popover;
}

/* As wide as is good to read, but within the window. */
static void
fit_width (LeioSourceChip *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  int width = gtk_widget_get_width (root) - POPOVER_MARGIN;

  gtk_widget_set_size_request (self->scroller, CLAMP (width, POPOVER_MIN_WIDTH, POPOVER_WIDTH), -1);
}

static void
leio_source_chip_clicked (GtkButton *button)
{
  LeioSourceChip *self = LEIO_SOURCE_CHIP (button);

  if (self->popover == NULL)
    self->popover = create_popover (self);

  leio_source_view_set_home (LEIO_SOURCE_VIEW (self->view), self->home);
  fit_width (self);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  /* Else the citation, which can be selected, would take the focus and be selected. */
  gtk_widget_grab_focus (self->view);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, TRUE, -1);
}

static void
leio_source_chip_dispose (GObject *object)
{
  g_clear_pointer (&LEIO_SOURCE_CHIP (object)->popover, gtk_widget_unparent);

  G_OBJECT_CLASS (leio_source_chip_parent_class)->dispose (object);
}

static void
leio_source_chip_class_init (LeioSourceChipClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = leio_source_chip_dispose;
  GTK_BUTTON_CLASS (klass)->clicked = leio_source_chip_clicked;
}

static void
leio_source_chip_init (LeioSourceChip *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "leio-chip");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

static void
describe (LeioSourceChip *self, const LeioSource *source)
{
  g_autofree char *level = self->rule != NULL && !self->home
                             ? leio_source_view_dup_level_sentence (self->rule)
                             : NULL;
  /* Translators: %s is the short name of a source, "ESGO 2024" */
  g_autofree char *name = g_strdup_printf (_ ("Source: %s"), source->label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  level != NULL ? level : source->title, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE, -1);
}

void
leio_source_chip_set_home (LeioSourceChip *self, gboolean home)
{
  g_return_if_fail (LEIO_IS_SOURCE_CHIP (self));

  if (self->home == home)
    return;

  self->home = home;
  describe (self, g_ptr_array_index (self->knowledge->sources, self->source));
}

GtkWidget *
leio_source_chip_new (const LeioKnowledge *knowledge, guint source, const LeioRule *rule)
{
  LeioSourceChip *self = g_object_new (LEIO_TYPE_SOURCE_CHIP, NULL);
  const LeioSource *cited = g_ptr_array_index (knowledge->sources, source);
  GtkWidget *label;

  self->knowledge = knowledge;
  self->source = source;
  self->rule = rule;
  label = g_object_new (GTK_TYPE_LABEL, "label", cited->label, "ellipsize", PANGO_ELLIPSIZE_END,
                        NULL);
  gtk_button_set_child (GTK_BUTTON (self), label);
  leio_tooltip_set (GTK_WIDGET (self), cited->title);
  describe (self, cited);

  return GTK_WIDGET (self);
}

guint
leio_source_chip_get_source (LeioSourceChip *self)
{
  g_return_val_if_fail (LEIO_IS_SOURCE_CHIP (self), 0);

  return self->source;
}
