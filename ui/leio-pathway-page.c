/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-pathway-page.h"

#include <glib/gi18n.h>

#include "leio-pathway.h"
#include "leio-wrap-layout.h"

/* A card is at most so many letters wide. */
#define MAX_CARD_CHARS 34

struct _LeioPathwayPage
{
  GtkWidget parent_instance;

  /* Template Widgets */
  GtkWidget *scroller;
  GtkLabel *summary;
  GtkLabel *stage;
  GtkBox *phases;

  /* Owned References */
  LeioSession *session;
  LeioPathway *shown; /* (nullable) until it was first seen */
};

G_DEFINE_FINAL_TYPE (LeioPathwayPage, leio_pathway_page, GTK_TYPE_WIDGET)

static GtkWidget *
new_line (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "xalign", 0.0, "max-width-chars",
                                   MAX_CARD_CHARS, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static const char *
get_style (const LeioStep *step)
{
  if (step->kind == LEIO_STEP_FORK || step->kind == LEIO_STEP_OPEN)
    return "open";
  if (step->emergency)
    return "emergency";
  if (step->status == LEIO_STATUS_RECOMMENDED)
    return "recommended";
  return step->status == LEIO_STATUS_OPTION ? "option" : "trial";
}

static GtkWidget *
new_words (const LeioStep *step)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (words), new_line (step->title, "leio-step-title"));
  if (step->emergency)
    gtk_box_append (GTK_BOX (words), new_line (C_ ("pathway", "Emergency"), "leio-step-title"));
  if (*step->detail != '\0')
    gtk_box_append (GTK_BOX (words), new_line (step->detail, "leio-secondary"));
  for (guint i = 0; i < step->lines->len; i++)
    {
      g_autofree char *line = g_strdup_printf ("• %s",
                                               (char *) g_ptr_array_index (step->lines, i));

      gtk_box_append (GTK_BOX (words), new_line (line, NULL));
    }
  return words;
}

/* Where a step leads: a card, a question, or to what should be asked next. */
static void
set_action (LeioPathwayPage *self, GtkActionable *card, const LeioStep *step)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (self->session);

  if (step->treatment >= 0)
    {
      const LeioTreatment *treatment
          = g_ptr_array_index (knowledge->treatments, (guint) step->treatment);

      gtk_actionable_set_action_target (card, "s", treatment->id);
      gtk_actionable_set_action_name (card, "win.show-treatment");
    }
  else if (step->question >= 0)
    {
      const LeioQuestion *question = leio_questionnaire_get_question (
          knowledge->logic->questionnaire, (guint) step->question);

      gtk_actionable_set_action_target (card, "s", question->id);
      gtk_actionable_set_action_name (card, "win.show-question");
    }
  else
    {
      gtk_actionable_set_action_name (card, "win.show-next");
    }
}

static GtkWidget *
new_card (LeioPathwayPage *self, const LeioStep *step)
{
  GtkWidget *card = g_object_new (GTK_TYPE_BUTTON, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_LIST_ITEM, "valign", GTK_ALIGN_START, NULL);
  g_autofree char *text = leio_step_dup_text (step);

  gtk_widget_add_css_class (card, "leio-step");
  gtk_widget_add_css_class (card, get_style (step));
  gtk_button_set_child (GTK_BUTTON (card), new_words (step));
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  set_action (self, GTK_ACTIONABLE (card), step);
  return card;
}

static GtkWidget *
new_list (LeioPathwayPage *self, const LeioPathwayPhase *phase)
{
  GtkWidget *list = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                                  "layout-manager", leio_wrap_layout_new (8), NULL);
  g_autofree char *name = leio_pathway_phase_dup_name (phase);

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (guint i = 0; i < phase->steps->len; i++)
    gtk_box_append (GTK_BOX (list), new_card (self, g_ptr_array_index (phase->steps, i)));
  if (phase->steps->len == 0)
    gtk_box_append (GTK_BOX (list),
                    new_line (C_ ("pathway", "Nothing in this case"), "leio-secondary"));
  return list;
}

static GtkWidget *
new_heading (const char *title)
{
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *dot = g_object_new (GTK_TYPE_BOX, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign", GTK_ALIGN_CENTER,
                                 NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "wrap", TRUE,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (dot, "leio-dot");
  gtk_widget_add_css_class (label, "leio-name");
  gtk_box_append (GTK_BOX (heading), dot);
  gtk_box_append (GTK_BOX (heading), label);
  return heading;
}

/* Which child of @list the focus is in; -1: none. */
static int
find_focus (GtkWidget *list)
{
  int index = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (list); child != NULL;
       child = gtk_widget_get_next_sibling (child), index++)
    if (gtk_widget_get_focus_child (list) == child)
      return index;
  return -1;
}

static void
focus_child (GtkWidget *list, int index)
{
  GtkWidget *child = gtk_widget_get_first_child (list);

  for (; index > 0 && child != NULL && gtk_widget_get_next_sibling (child) != NULL; index--)
    child = gtk_widget_get_next_sibling (child);
  if (child != NULL)
    gtk_widget_grab_focus (child);
}

/* Each phase is a box with heading and list. */
static void
replace_phase (LeioPathwayPage *self, GtkWidget *box, const LeioPathwayPhase *phase)
{
  GtkWidget *before = gtk_widget_get_last_child (box);
  int focus = find_focus (before);
  GtkWidget *list = new_list (self, phase);

  gtk_label_set_label (
      GTK_LABEL (gtk_widget_get_last_child (gtk_widget_get_first_child (box))), phase->title);
  gtk_box_append (GTK_BOX (box), list);
  if (focus >= 0)
    focus_child (list, focus);
  gtk_box_remove (GTK_BOX (box), before);
}

static void
append_phase (LeioPathwayPage *self, const LeioPathwayPhase *phase)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (box, "leio-phase");
  gtk_box_append (GTK_BOX (box), new_heading (phase->title));
  gtk_box_append (GTK_BOX (box), new_list (self, phase));
  gtk_box_append (self->phases, box);
}

static LeioPathway *
create_pathway (LeioPathwayPage *self)
{
  return leio_pathway_new (
      leio_session_get_knowledge (self->session), leio_session_get_answers (self->session),
      leio_session_get_advice (self->session),
      leio_session_get_plain (self->session) ? LEIO_REPORT_HOME : LEIO_REPORT_CLINICIAN);
}

static void
refresh (LeioPathwayPage *self)
{
  LeioPathway *pathway = create_pathway (self);
  GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (self->phases));

  gtk_label_set_label (self->summary, pathway->summary);
  gtk_label_set_label (self->stage, pathway->stage);
  gtk_widget_set_visible (GTK_WIDGET (self->stage), *pathway->stage != '\0');
  for (guint i = 0; i < pathway->phases->len; i++)
    {
      const LeioPathwayPhase *phase = g_ptr_array_index (pathway->phases, i);

      if (self->shown == NULL)
        append_phase (self, phase);
      else if (!leio_pathway_phase_equal (phase, g_ptr_array_index (self->shown->phases, i)))
        replace_phase (self, box, phase);
      if (self->shown != NULL)
        box = gtk_widget_get_next_sibling (box);
    }
  g_clear_pointer (&self->shown, leio_pathway_free);
  self->shown = pathway;
}

static void
on_advice_changed (LeioPathwayPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
leio_pathway_page_map (GtkWidget *widget)
{
  refresh (LEIO_PATHWAY_PAGE (widget));

  GTK_WIDGET_CLASS (leio_pathway_page_parent_class)->map (widget);
}

/* To the first step: what is above it is no place to begin. */
static gboolean
leio_pathway_page_grab_focus (GtkWidget *widget)
{
  GtkWidget *phases = GTK_WIDGET (LEIO_PATHWAY_PAGE (widget)->phases);

  for (GtkWidget *phase = gtk_widget_get_first_child (phases); phase != NULL;
       phase = gtk_widget_get_next_sibling (phase))
    if (gtk_widget_grab_focus (gtk_widget_get_first_child (gtk_widget_get_last_child (phase))))
      return TRUE;
  return FALSE;
}

static void
leio_pathway_page_dispose (GObject *object)
{
  LeioPathwayPage *self = LEIO_PATHWAY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LEIO_TYPE_PATHWAY_PAGE);
  g_clear_object (&self->session);
  g_clear_pointer (&self->shown, leio_pathway_free);

  G_OBJECT_CLASS (leio_pathway_page_parent_class)->dispose (object);
}

static void
leio_pathway_page_class_init (LeioPathwayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = leio_pathway_page_dispose;
  widget_class->map = leio_pathway_page_map;
  widget_class->grab_focus = leio_pathway_page_grab_focus;

  /* The template names it. */
  g_type_ensure (LEIO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/leio_app/Leio/ui/pathway/pathway-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LeioPathwayPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, LeioPathwayPage, summary);
  gtk_widget_class_bind_template_child (widget_class, LeioPathwayPage, stage);
  gtk_widget_class_bind_template_child (widget_class, LeioPathwayPage, phases);
}

static void
leio_pathway_page_init (LeioPathwayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
leio_pathway_page_new (LeioSession *session)
{
  LeioPathwayPage *self;

  g_return_val_if_fail (LEIO_IS_SESSION (session), NULL);

  self = g_object_new (LEIO_TYPE_PATHWAY_PAGE, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "advice-changed", G_CALLBACK (on_advice_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::plain", G_CALLBACK (on_advice_changed), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
