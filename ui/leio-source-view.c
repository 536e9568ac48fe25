/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-source-view.h"

#include <glib/gi18n.h>
#include <math.h>

struct _LeioSourceView
{
  GtkBox parent_instance;

  /* Template Widgets */
  GtkLabel *name;
  GtkLabel *citation;
  GtkLabel *population_title;
  GtkLabel *population;
  GtkLabel *finding_title;
  GtkLabel *finding;
  GtkBox *figures;
  GtkLabel *level;
  GtkButton *link_button;
  GtkLabel *link_label;

  /* Owned References */
  char *link;
};

G_DEFINE_FINAL_TYPE (LeioSourceView, leio_source_view, GTK_TYPE_BOX)

static void
on_link_clicked (LeioSourceView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->link, GDK_CURRENT_TIME);
}

static void
leio_source_view_finalize (GObject *object)
{
  g_free (LEIO_SOURCE_VIEW (object)->link);

  G_OBJECT_CLASS (leio_source_view_parent_class)->finalize (object);
}

static void
leio_source_view_class_init (LeioSourceViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = leio_source_view_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/leio_app/Leio/ui/advice/source-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LeioSourceView, name);
  gtk_widget_class_bind_template_child (widget_class, LeioSourceView, citation);
  gtk_widget_class_bind_template_child (widget_class, LeioSourceView, population_title);
  gtk_widget_class_bind_template_child (widget_class, LeioSourceView, population);
  gtk_widget_class_bind_template_child (widget_class, LeioSourceView, finding_title);
  gtk_widget_class_bind_template_child (widget_class, LeioSourceView, finding);
  gtk_widget_class_bind_template_child (widget_class, LeioSourceView, figures);
  gtk_widget_class_bind_template_child (widget_class, LeioSourceView, level);
  gtk_widget_class_bind_template_child (widget_class, LeioSourceView, link_button);
  gtk_widget_class_bind_template_child (widget_class, LeioSourceView, link_label);
  gtk_widget_class_bind_template_callback (widget_class, on_link_clicked);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
leio_source_view_init (LeioSourceView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_text (GtkLabel *label, GtkLabel *title, const char *text)
{
  gboolean has_text = text != NULL && *text != '\0';

  gtk_label_set_label (label, has_text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), has_text);
  if (title != NULL)
    gtk_widget_set_visible (GTK_WIDGET (title), has_text);
}

static char *
dup_arm (const LeioFigureArm *arm, const char *unit)
{
  g_autofree char *value = g_strdup_printf ("%g", arm->value);
  g_autofree char *low = g_strdup_printf ("%g", arm->low);
  g_autofree char *high = g_strdup_printf ("%g", arm->high);

  if (isnan (arm->low) || isnan (arm->high))
    /* Translators: one bar of a figure: 1 who ("doxorubicin"), 2 number, 3 unit */
    return g_strdup_printf (_ ("%1$s: %2$s %3$s"), arm->label, value, unit);

  /* Translators: one bar of a figure: 1 who, 2 number, 3 unit, 4 and 5 the interval around it */
  return g_strdup_printf (_ ("%1$s: %2$s %3$s (%4$s to %5$s)"), arm->label, value, unit, low, high);
}

static GtkWidget *
new_line (const char *text, const char *style)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode",
                       PANGO_WRAP_WORD_CHAR, "xalign", 0.0, "css-classes",
                       (const char *[]){ style, NULL }, NULL);
}

static void
add_figure (LeioSourceView *self, const LeioFigure *figure)
{
  gtk_box_append (self->figures, new_line (figure->title, "leio-subtitle"));

  for (guint i = 0; i < figure->arms->len; i++)
    {
      g_autofree char *text = dup_arm (&g_array_index (figure->arms, LeioFigureArm, i),
                                       figure->unit != NULL ? figure->unit : "");

      gtk_box_append (self->figures, new_line (text, "leio-figure"));
    }
}

static void
show_link (LeioSourceView *self, const LeioSource *source)
{
  self->link = leio_source_dup_link (source);
  gtk_widget_set_visible (GTK_WIDGET (self->link_button), self->link != NULL);
  gtk_label_set_label (self->link_label, self->link != NULL ? self->link : "");
  if (self->link != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->link_button),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, self->link, -1);
}

static const char *
get_text (const LeioKnowledge *knowledge,
          const LeioSource *source,
          const char *member,
          const char *text)
{
  g_autofree char *context = g_strdup_printf ("sources/%s/%s", source->id, member);

  return text != NULL ? leio_knowledge_text (knowledge, context, text) : NULL;
}

GtkWidget *
leio_source_view_new (const LeioKnowledge *knowledge, guint source, const LeioRule *rule)
{
  LeioSourceView *self = g_object_new (LEIO_TYPE_SOURCE_VIEW, NULL);
  const LeioSource *shown = g_ptr_array_index (knowledge->sources, source);
  g_autofree char *citation = leio_source_dup_citation (shown);
  g_autofree char *level = rule != NULL ? leio_source_view_dup_level_sentence (rule) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  shown->label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, citation, -1);
  set_text (self->name, NULL, shown->label);
  set_text (self->citation, NULL, citation);
  set_text (self->population, self->population_title,
            get_text (knowledge, shown, "population", shown->population));
  set_text (self->finding, self->finding_title,
            get_text (knowledge, shown, "finding", shown->finding));
  set_text (self->level, NULL, level);
  show_link (self, shown);
  for (guint i = 0; shown->figures != NULL && i < shown->figures->len; i++)
    add_figure (self, g_ptr_array_index (shown->figures, i));

  return GTK_WIDGET (self);
}

char *
leio_source_view_dup_level (const LeioRule *rule)
{
  if (rule->level == NULL && rule->grade == NULL)
    return NULL;
  if (rule->level == NULL || rule->grade == NULL)
    return g_strdup (rule->level != NULL ? rule->level : rule->grade);

  return g_strdup_printf ("%s %s", rule->level, rule->grade);
}

char *
leio_source_view_dup_level_sentence (const LeioRule *rule)
{
  if (rule->level != NULL && rule->grade != NULL)
    /* Translators: 1 a Roman number, I to V, 2 a letter, A to E */
    return g_strdup_printf (_ ("Level of evidence %1$s, grade of recommendation %2$s: assigned by "
                               "Leio’s authors"),
                            rule->level, rule->grade);
  if (rule->level != NULL)
    /* Translators: %s is a Roman number, I to V */
    return g_strdup_printf (_ ("Level of evidence %s: assigned by Leio’s authors"), rule->level);
  if (rule->grade != NULL)
    /* Translators: %s is a letter, A to E */
    return g_strdup_printf (_ ("Grade of recommendation %s: assigned by Leio’s authors"),
                            rule->grade);

  return NULL;
}
