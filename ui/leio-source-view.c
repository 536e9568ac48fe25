/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-source-view.h"

#include <glib/gi18n.h>

#include "leio-figure-view.h"
#include "leio-text.h"

struct _LeioSourceView
{
  GtkBox parent_instance;

  /* Template Widgets */
  GtkLabel *name;
  GtkLabel *kind;
  GtkLabel *citation;
  GtkLabel *population_title;
  LeioText *population;
  GtkToggleButton *numbers_button;
  GtkWidget *numbers;
  GtkWidget *groups;
  GtkLabel *finding_title;
  LeioText *finding;
  GtkBox *figures;
  LeioText *level;
  GtkLinkButton *link_button;
  GtkLabel *link_label;
  GtkButton *page_button;

  /* Owned References */
  char *level_sentence;  /* (nullable) of clinicians */
  char *level_at_home;   /* (nullable) */

  gboolean home;
  gboolean on_page;
};

G_DEFINE_FINAL_TYPE (LeioSourceView, leio_source_view, GTK_TYPE_BOX)

static void
show_numbers (LeioSourceView *self)
{
  gboolean shown = !self->home || gtk_toggle_button_get_active (self->numbers_button);

  gtk_widget_set_visible (self->numbers, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->page_button), shown && !self->on_page);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->numbers_button),
                               GTK_ACCESSIBLE_STATE_EXPANDED, shown, -1);
}

static void
leio_source_view_finalize (GObject *object)
{
  g_free (LEIO_SOURCE_VIEW (object)->level_sentence);
  g_free (LEIO_SOURCE_VIEW (object)->level_at_home);

  G_OBJECT_CLASS (leio_source_view_parent_class)->finalize (object);
}

static void
leio_source_view_class_init (LeioSourceViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = leio_source_view_finalize;

  g_type_ensure (LEIO_TYPE_TEXT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/leio_app/Leio/ui/advice/source-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LeioSourceView, name);
  gtk_widget_class_bind_template_child (widget_class, LeioSourceView, kind);
  gtk_widget_class_bind_template_child (widget_class, LeioSourceView, citation);
  gtk_widget_class_bind_template_child (widget_class, LeioSourceView, population_title);
  gtk_widget_class_bind_template_child (widget_class, LeioSourceView, population);
  gtk_widget_class_bind_template_child (widget_class, LeioSourceView, numbers_button);
  gtk_widget_class_bind_template_child (widget_class, LeioSourceView, numbers);
  gtk_widget_class_bind_template_child (widget_class, LeioSourceView, groups);
  gtk_widget_class_bind_template_child (widget_class, LeioSourceView, finding_title);
  gtk_widget_class_bind_template_child (widget_class, LeioSourceView, finding);
  gtk_widget_class_bind_template_child (widget_class, LeioSourceView, figures);
  gtk_widget_class_bind_template_child (widget_class, LeioSourceView, level);
  gtk_widget_class_bind_template_child (widget_class, LeioSourceView, link_button);
  gtk_widget_class_bind_template_child (widget_class, LeioSourceView, link_label);
  gtk_widget_class_bind_template_child (widget_class, LeioSourceView, page_button);
  gtk_widget_class_bind_template_callback (widget_class, show_numbers);
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

static void
set_paragraph (LeioText *paragraph, GtkLabel *title, const char *text)
{
  leio_text_take (paragraph, g_strdup (text));
  if (title != NULL)
    gtk_widget_set_visible (GTK_WIDGET (title), gtk_widget_get_visible (GTK_WIDGET (paragraph)));
}

static void
show_link (LeioSourceView *self, const LeioSource *source)
{
  g_autofree char *link = leio_source_dup_link (source);

  gtk_widget_set_visible (GTK_WIDGET (self->link_button), link != NULL);
  if (link == NULL)
    return;

  gtk_link_button_set_uri (self->link_button, link);
  gtk_label_set_label (self->link_label, link);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->link_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, link, -1);
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

/* (nullable): how sure a reason is, by the level that the authors gave it. */
static const char *
get_certainty (const LeioRule *rule)
{
  static const char *const levels[] = { "I", "II", "III", "IV", "V" };
  const char *const words[] = {
    _ ("How sure: quite sure. It rests on a large study in which chance decided who got what."),
    _ ("How sure: fairly sure. It rests on a smaller study in which chance decided who got what."),
    _ ("How sure: less sure. It rests on a study that followed people without such a comparison."),
    _ ("How sure: not very sure. It rests on studies that looked back at what was done."),
    _ ("How sure: not sure. It rests on few people or on the opinion of experts."),
  };

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (g_strcmp0 (rule->level, levels[i]) == 0)
      return words[i];

  return NULL;
}

const char *
leio_source_view_get_certainty (const char *kind)
{
  static const char *const kinds[] = { "rct", "meta-analysis", "phase2", "cohort", "case-series" };
  const char *const words[] = {
    _ ("How sure: a study in which chance decided who got what. That is as sure as one study can "
       "be. The larger it is, the surer."),
    _ ("How sure: several studies taken together. It is as sure as the studies in it are."),
    _ ("How sure: less sure. A study without a comparison, or with few people."),
    _ ("How sure: not very sure. It looked at what was done, without chance deciding who got "
       "what."),
    _ ("How sure: not sure. It tells of few people."),
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kind, kinds[i]))
      return words[i];

  return NULL;
}

GtkWidget *
leio_source_view_new (const LeioKnowledge *knowledge, guint source, const LeioRule *rule)
{
  LeioSourceView *self = g_object_new (LEIO_TYPE_SOURCE_VIEW, NULL);
  const LeioSource *shown = g_ptr_array_index (knowledge->sources, source);
  g_autofree char *citation = leio_source_dup_citation (shown);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  shown->label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, citation, -1);
  set_text (self->name, NULL, shown->label);
  set_text (self->citation, NULL, citation);
  set_paragraph (self->population, self->population_title,
                 get_text (knowledge, shown, "population", shown->population));
  set_paragraph (self->finding, self->finding_title,
                 get_text (knowledge, shown, "finding", shown->finding));
  self->level_sentence = rule != NULL ? leio_source_view_dup_level_sentence (rule) : NULL;
  self->level_at_home
      = g_strdup (rule != NULL ? get_certainty (rule)
                               : leio_source_view_get_certainty (shown->kind));
  set_paragraph (self->level, NULL, self->level_sentence);
  show_link (self, shown);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->page_button), "s", shown->id);
  for (guint i = 0; shown->figures != NULL && i < shown->figures->len; i++)
    gtk_box_append (self->figures,
                    leio_figure_view_new (g_ptr_array_index (shown->figures, i)));

  return GTK_WIDGET (self);
}

void
leio_source_view_set_home (LeioSourceView *self, gboolean home)
{
  g_return_if_fail (LEIO_IS_SOURCE_VIEW (self));

  self->home = home;
  gtk_toggle_button_set_active (self->numbers_button, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->numbers_button), home);
  gtk_widget_set_visible (self->groups, home);
  set_paragraph (self->level, NULL, home ? self->level_at_home : self->level_sentence);
  show_numbers (self);
}

void
leio_source_view_set_on_page (LeioSourceView *self, const char *kind)
{
  g_return_if_fail (LEIO_IS_SOURCE_VIEW (self));

  self->on_page = TRUE;
  set_text (self->kind, NULL, kind);
  show_numbers (self);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "leio-on-page");
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
