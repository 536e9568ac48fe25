/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-pathway-page.h"

#include <glib/gi18n.h>

#include "leio-column-layout.h"
#include "leio-end-layout.h"
#include "leio-links.h"
#include "leio-pathway.h"
#include "leio-text.h"

/* A card is at least so many letters wide. */
#define CARD_CHARS 27

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
new_text (const char *text, const char *css_class)
{
  GtkWidget *widget = leio_text_new (text);

  gtk_widget_add_css_class (widget, css_class);
  return widget;
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

static char *
dup_body (const LeioStep *step)
{
  GString *body = g_string_new (step->emergency ? C_ ("pathway", "Emergency. ") : NULL);

  g_string_append (body, step->detail);
  for (guint i = 0; i < step->lines->len; i++)
    g_string_append_printf (body, "%s• %s", body->len > 0 ? "\n" : "",
                            (char *) g_ptr_array_index (step->lines, i));
  return g_string_free (body, FALSE);
}

/* Where a step leads: a card, a question, or to what should be asked next. */
static void
set_action (LeioPathwayPage *self, GtkWidget *card, const LeioStep *step)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (self->session);

  if (step->treatment >= 0)
    {
      const LeioTreatment *treatment
          = g_ptr_array_index (knowledge->treatments, (guint) step->treatment);

      leio_links_set_action (card, "win.show-treatment", treatment->id);
    }
  else if (step->question >= 0)
    {
      const LeioQuestion *question = leio_questionnaire_get_question (
          knowledge->logic->questionnaire, (guint) step->question);

      leio_links_set_action (card, "win.show-question", question->id);
    }
  else
    {
      leio_links_set_action (card, "win.show-next", NULL);
    }
}

static GtkWidget *
new_card (void)
{
  GtkWidget *card = g_object_new (GTK_TYPE_BUTTON, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_LIST_ITEM, "valign", GTK_ALIGN_START, NULL);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (words), new_text ("", "leio-step-title"));
  gtk_box_append (GTK_BOX (words), new_text ("", "leio-step-body"));
  gtk_button_set_child (GTK_BUTTON (card), words);
  return card;
}

static void
fill_card (LeioPathwayPage *self, GtkWidget *card, const LeioStep *step)
{
  const char *classes[] = { "leio-step", get_style (step), NULL };
  GtkWidget *title = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (card)));
  g_autofree char *text = leio_step_dup_text (step);

  gtk_widget_set_css_classes (card, classes);
  leio_text_set_text (LEIO_TEXT (title), step->title);
  leio_text_take (LEIO_TEXT (gtk_widget_get_next_sibling (title)), dup_body (step));
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  set_action (self, card, step);
}

/* Cards are used again, for to make one takes longer than to fill it, and the focus stays. */
static void
fill_list (LeioPathwayPage *self, GtkWidget *list, const LeioPathwayPhase *phase)
{
  GtkWidget *card = gtk_widget_get_first_child (list);
  g_autofree char *name = leio_pathway_phase_dup_name (phase);

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (guint i = 0; i < phase->steps->len; i++)
    {
      if (card == NULL)
        {
          card = new_card ();
          gtk_box_append (GTK_BOX (list), card);
        }
      fill_card (self, card, g_ptr_array_index (phase->steps, i));
      card = gtk_widget_get_next_sibling (card);
    }
  while (card != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (card);

      gtk_box_remove (GTK_BOX (list), card);
      card = next;
    }
}

static GtkWidget *
new_heading (void)
{
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *dot = g_object_new (GTK_TYPE_BOX, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign", GTK_ALIGN_CENTER,
                                 NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (dot, "leio-dot");
  gtk_widget_add_css_class (label, "leio-name");
  gtk_box_append (GTK_BOX (heading), dot);
  gtk_box_append (GTK_BOX (heading), label);
  return heading;
}

/* A phase: its heading, the list of its steps, and what stands there without any. */
static GtkWidget *
new_phase (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (box, "leio-phase");
  gtk_box_append (GTK_BOX (box), new_heading ());
  gtk_box_append (GTK_BOX (box),
                  g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                                "layout-manager", leio_column_layout_new (CARD_CHARS, 8), NULL));
  gtk_box_append (GTK_BOX (box),
                  new_text (C_ ("pathway", "Nothing in this case"), "leio-secondary"));
  return box;
}

static void
fill_phase (LeioPathwayPage *self, GtkWidget *box, const LeioPathwayPhase *phase)
{
  GtkWidget *heading = gtk_widget_get_first_child (box);
  GtkWidget *list = gtk_widget_get_next_sibling (heading);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (heading)), phase->title);
  fill_list (self, list, phase);
  gtk_widget_set_visible (list, phase->steps->len > 0);
  gtk_widget_set_visible (gtk_widget_get_last_child (box), phase->steps->len == 0);
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

      if (box == NULL)
        {
          box = new_phase ();
          gtk_box_append (self->phases, box);
        }
      if (self->shown == NULL
          || !leio_pathway_phase_equal (phase, g_ptr_array_index (self->shown->phases, i)))
        fill_phase (self, box, phase);
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
    {
      GtkWidget *list = gtk_widget_get_next_sibling (gtk_widget_get_first_child (phase));

      if (gtk_widget_get_visible (list)
          && gtk_widget_grab_focus (gtk_widget_get_first_child (list)))
        return TRUE;
    }
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
  g_type_ensure (LEIO_TYPE_END_LAYOUT);
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
