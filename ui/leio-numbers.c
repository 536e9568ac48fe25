/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-numbers.h"

#include <glib/gi18n.h>
#include <math.h>

#include "leio-people.h"
#include "leio-reading.h"
#include "leio-source-chip.h"
#include "leio-source-view.h"
#include "leio-text.h"
#include "leio-wrap-layout.h"

#define SPACING 6
#define DISTANCE 24

static GtkWidget *
new_column (GtkAccessibleRole role)
{
  return g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", SPACING,
                       "accessible-role", role, NULL);
}

static GtkWidget *
new_group (double value, const char *name)
{
  guint n_people = (guint) lround (value);
  g_autofree char *number = leio_people_dup_number (n_people);
  GtkWidget *column = new_column (GTK_ACCESSIBLE_ROLE_GROUP);
  GtkWidget *count = g_object_new (GTK_TYPE_LABEL, "label", number, "xalign", 0.0, NULL);
  GtkWidget *group = g_object_new (GTK_TYPE_LABEL, "label", name, "xalign", 0.0, "wrap", TRUE,
                                   "max-width-chars", 20, "width-chars", 12, NULL);

  gtk_widget_add_css_class (count, "leio-name");
  gtk_accessible_update_property (GTK_ACCESSIBLE (column), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_box_append (GTK_BOX (column), leio_people_new (n_people, name));
  gtk_box_append (GTK_BOX (column), count);
  gtk_box_append (GTK_BOX (column), group);
  return column;
}

static GtkWidget *
new_groups (const LeioKnowledge *knowledge, const LeioPageNumbers *numbers)
{
  const LeioFigure *figure = leio_page_numbers_get_figure (numbers, knowledge);
  GtkWidget *groups
    = g_object_new (GTK_TYPE_BOX, "layout-manager",
                    g_object_new (LEIO_TYPE_WRAP_LAYOUT, "spacing", DISTANCE, NULL), NULL);

  for (guint i = 0; i < numbers->groups->len; i++)
    {
      const LeioFigureArm *arm = &g_array_index (figure->arms, LeioFigureArm, i);

      gtk_box_append (GTK_BOX (groups),
                      new_group (arm->value, g_ptr_array_index (numbers->groups, i)));
    }
  return groups;
}

static void
add_numbers (GtkWidget *box, const LeioKnowledge *knowledge, const LeioPageNumbers *numbers)
{
  const LeioSource *source = g_ptr_array_index (knowledge->sources, numbers->source);
  /* Translators: %s is a sentence on the people of a study */
  g_autofree char *who = g_strdup_printf (_ ("Who was studied: %s"), numbers->who);
  const char *certainty = leio_source_view_get_certainty (source->kind);
  GtkWidget *chip = leio_source_chip_new (knowledge, numbers->source, NULL);

  leio_reading_add_heading (box, numbers->title);
  gtk_box_append (GTK_BOX (box), new_groups (knowledge, numbers));
  leio_reading_add_text (box, who, NULL);
  if (certainty != NULL)
    leio_reading_add_text (box, certainty, NULL);
  leio_source_chip_set_home (LEIO_SOURCE_CHIP (chip), TRUE);
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), chip);
}

/* (nullable): a box with those about survival, or with the others. */
static GtkWidget *
new_box (const LeioKnowledge *knowledge, const LeioTreatmentPage *page, gboolean survival)
{
  GtkWidget *box = NULL;

  for (guint i = 0; i < page->numbers->len; i++)
    {
      const LeioPageNumbers *numbers = g_ptr_array_index (page->numbers, i);

      if (numbers->survival != survival)
        continue;
      if (box == NULL)
        box = new_column (GTK_ACCESSIBLE_ROLE_GROUP);
      add_numbers (box, knowledge, numbers);
    }
  return box;
}

static void
on_toggled (GtkToggleButton *button, GtkWidget *box)
{
  gboolean active = gtk_toggle_button_get_active (button);

  gtk_widget_set_visible (box, active);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_EXPANDED, active, -1);
}

/* @box is seen once the button is pressed. */
static GtkWidget *
new_button (const char *label, GtkWidget *box)
{
  GtkWidget *button
    = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "label", label, "halign", GTK_ALIGN_START, NULL);

  gtk_widget_set_visible (box, FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE, -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), box, 0);
  return button;
}

static void
add_asked (GtkWidget *column, const char *label, GtkWidget *box)
{
  gtk_box_append (GTK_BOX (column), new_button (label, box));
  gtk_box_append (GTK_BOX (column), box);
}

GtkWidget *
leio_numbers_new (const LeioKnowledge *knowledge, guint treatment)
{
  const LeioTreatmentPage *page = leio_knowledge_get_treatment_page (knowledge, treatment);
  GtkWidget *numbers, *box;

  if (page == NULL || page->numbers->len == 0)
    return NULL;

  numbers = new_column (GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_accessible_update_property (GTK_ACCESSIBLE (numbers), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Numbers from studies"), -1);
  leio_reading_add_heading (numbers, _ ("Numbers from studies"));
  leio_reading_add_text (numbers,
                         _ ("Numbers tell how groups of people fared in the past. They cannot tell "
                            "how one person will fare. Ask your team what they mean for you."),
                         NULL);
  box = new_box (knowledge, page, FALSE);
  if (box != NULL)
    gtk_box_append (GTK_BOX (numbers), box);
  box = new_box (knowledge, page, TRUE);
  if (box != NULL)
    add_asked (numbers, _ ("Show numbers about length of life"), box);
  return numbers;
}

GtkWidget *
leio_numbers_new_asked (const LeioKnowledge *knowledge, guint treatment)
{
  GtkWidget *numbers = leio_numbers_new (knowledge, treatment);
  GtkWidget *column;

  if (numbers == NULL)
    return NULL;

  column = new_column (GTK_ACCESSIBLE_ROLE_GROUP);
  add_asked (column, _ ("Show the numbers"), numbers);
  return column;
}
