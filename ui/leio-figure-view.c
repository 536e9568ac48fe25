/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-figure-view.h"

#include <glib/gi18n.h>

#include "leio-chart.h"
#include "leio-figure-words.h"

#define N_COLUMNS 3

struct _LeioFigureView
{
  GtkBox parent_instance;

  /* Template Widgets */
  GtkLabel *title;
  GtkBox *chart_slot;
  GtkExpander *expander;
  GtkBox *table;

  /* Owned References */
  GtkSizeGroup *columns[N_COLUMNS];
};

G_DEFINE_FINAL_TYPE (LeioFigureView, leio_figure_view, GTK_TYPE_BOX)

static void
leio_figure_view_finalize (GObject *object)
{
  LeioFigureView *self = LEIO_FIGURE_VIEW (object);

  for (guint i = 0; i < N_COLUMNS; i++)
    g_object_unref (self->columns[i]);

  G_OBJECT_CLASS (leio_figure_view_parent_class)->finalize (object);
}

static void
leio_figure_view_class_init (LeioFigureViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = leio_figure_view_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/leio_app/Leio/ui/knowledge/figure-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LeioFigureView, title);
  gtk_widget_class_bind_template_child (widget_class, LeioFigureView, chart_slot);
  gtk_widget_class_bind_template_child (widget_class, LeioFigureView, expander);
  gtk_widget_class_bind_template_child (widget_class, LeioFigureView, table);
}

static void
leio_figure_view_init (LeioFigureView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_COLUMNS; i++)
    self->columns[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
}

/* @name: (nullable): what a screen reader says of a row that can have the focus. */
static void
add_row (LeioFigureView *self,
         const char *const texts[N_COLUMNS],
         const char *name,
         GtkAccessibleRole cell_role)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "spacing", 12, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_ROW, "focusable", name != NULL, NULL);

  gtk_widget_add_css_class (row, name != NULL ? "leio-row" : "leio-row-heading");
  if (name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      GtkWidget *cell = g_object_new (GTK_TYPE_LABEL, "label", texts[i], "accessible-role",
                                      cell_role, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                      "xalign", 0.0, "width-chars", 6, NULL);

      gtk_size_group_add_widget (self->columns[i], cell);
      gtk_box_append (GTK_BOX (row), cell);
    }
  gtk_box_append (self->table, row);
}

static void
fill_table (LeioFigureView *self, const LeioFigure *figure)
{
  const char *const headings[] = { C_ ("figure", "Group"),
                                   figure->unit != NULL ? figure->unit : C_ ("figure", "Number"),
                                   C_ ("figure", "Interval") };

  add_row (self, headings, NULL, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  for (guint i = 0; i < figure->arms->len; i++)
    {
      const LeioFigureArm *arm = &g_array_index (figure->arms, LeioFigureArm, i);
      g_autofree char *value = g_strdup_printf ("%g", arm->value);
      g_autofree char *interval = leio_figure_dup_interval (arm);
      g_autofree char *number = leio_figure_dup_number (figure, arm);
      g_autofree char *name = g_strdup_printf ("%s: %s", arm->label, number);
      const char *const texts[]
          = { arm->label, value, *interval != '\0' ? interval : C_ ("figure", "not told") };

      add_row (self, texts, name, GTK_ACCESSIBLE_ROLE_CELL);
    }
}

GtkWidget *
leio_figure_view_new (const LeioFigure *figure)
{
  LeioFigureView *self = g_object_new (LEIO_TYPE_FIGURE_VIEW, NULL);
  GtkWidget *chart = leio_chart_new (figure);
  g_autofree char *title = figure->unit != NULL
                               /* Translators: 1 is what was measured, 2 its unit */
                               ? g_strdup_printf (C_ ("figure", "%1$s (%2$s)"), figure->title,
                                                  figure->unit)
                               : g_strdup (figure->title);

  gtk_label_set_label (self->title, title);
  gtk_widget_set_hexpand (chart, TRUE);
  gtk_box_append (self->chart_slot, chart);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  figure->title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The numbers as a table"), -1);
  fill_table (self, figure);
  return GTK_WIDGET (self);
}
