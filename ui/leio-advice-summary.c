/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-advice-summary.h"

#include <glib/gi18n.h>

#include "leio-end-layout.h"
#include "leio-links.h"
#include "leio-report.h"
#include "leio-text.h"
#include "leio-tooltip.h"
#include "leio-wording.h"
#include "leio-wrap-layout.h"

struct _LeioAdviceSummary
{
  GtkBox parent_instance;

  /* Template Widgets */
  GtkLabel *headline;
  LeioText *stage;
  GtkWidget *by_phase;
  LeioText *board;
  GtkBox *counts;
  GtkBox *odd;

  /* Borrowed References */
  LeioSession *session;
  GtkWidget *count_buttons[LEIO_N_ADVICE_GROUPS];
  GtkLabel *count_labels[LEIO_N_ADVICE_GROUPS];

  /* Owned References */
  char *odd_text; /* what the bars of odd answers say now */
};

enum
{
  GROUP_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LeioAdviceSummary, leio_advice_summary, GTK_TYPE_BOX)

static void
on_count_clicked (LeioAdviceSummary *self, GtkWidget *button)
{
  for (guint i = 0; i < LEIO_N_ADVICE_GROUPS; i++)
    if (self->count_buttons[i] == button)
      g_signal_emit (self, signals[GROUP_CHOSEN], 0, i);
}

static void
add_count (LeioAdviceSummary *self, LeioAdviceGroup group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name",
                                  leio_advice_group_get_icon_name (group), NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0, NULL);
  GtkWidget *button = gtk_button_new ();

  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "leio-status");
  gtk_widget_add_css_class (button, leio_advice_group_get_style (group));
  leio_tooltip_set (button, _ ("Show these treatments"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_count_clicked), self);

  self->count_buttons[group] = button;
  self->count_labels[group] = GTK_LABEL (label);
  gtk_box_append (self->counts, button);
}

static void
leio_advice_summary_finalize (GObject *object)
{
  g_free (LEIO_ADVICE_SUMMARY (object)->odd_text);

  G_OBJECT_CLASS (leio_advice_summary_parent_class)->finalize (object);
}

/* What stands before the first button can be read, and its words explained: no place to begin. */
static gboolean
leio_advice_summary_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LEIO_ADVICE_SUMMARY (widget)->by_phase);
}

static void
leio_advice_summary_class_init (LeioAdviceSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = leio_advice_summary_finalize;
  widget_class->grab_focus = leio_advice_summary_grab_focus;

  g_type_ensure (LEIO_TYPE_END_LAYOUT);
  g_type_ensure (LEIO_TYPE_TEXT);
  g_type_ensure (LEIO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/leio_app/Leio/ui/advice/advice-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, LeioAdviceSummary, headline);
  gtk_widget_class_bind_template_child (widget_class, LeioAdviceSummary, stage);
  gtk_widget_class_bind_template_child (widget_class, LeioAdviceSummary, by_phase);
  gtk_widget_class_bind_template_child (widget_class, LeioAdviceSummary, board);
  gtk_widget_class_bind_template_child (widget_class, LeioAdviceSummary, counts);
  gtk_widget_class_bind_template_child (widget_class, LeioAdviceSummary, odd);

  signals[GROUP_CHOSEN] = g_signal_new ("group-chosen", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                        G_TYPE_UINT);
}

static void
leio_advice_summary_init (LeioAdviceSummary *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < LEIO_N_ADVICE_GROUPS; i++)
    add_count (self, i);
}

GtkWidget *
leio_advice_summary_new (LeioSession *session)
{
  LeioAdviceSummary *self = g_object_new (LEIO_TYPE_ADVICE_SUMMARY, NULL);

  self->session = session;

  return GTK_WIDGET (self);
}

static void
show_counts (LeioAdviceSummary *self, const guint *counts)
{
  gboolean plain = leio_session_get_plain (self->session);

  for (guint i = 0; i < LEIO_N_ADVICE_GROUPS; i++)
    {
      /* Translators: 1 a status ("Recommended"), 2 how many treatments have it */
      g_autofree char *text = g_strdup_printf (C_ ("count", "%1$s %2$u"),
                                               leio_advice_group_get_short_title (i, plain),
                                               counts[i]);

      gtk_label_set_label (self->count_labels[i], text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->count_buttons[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
      gtk_widget_set_visible (self->count_buttons[i], counts[i] > 0);
    }
}

static GtkWidget *
new_question_link (LeioAdviceSummary *self, guint index)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (self->session);
  const LeioQuestion *question
    = leio_questionnaire_get_question (knowledge->logic->questionnaire, index);
  GtkWidget *link = gtk_button_new_with_label (
    leio_wording_question_name (knowledge, index, leio_session_get_plain (self->session)));

  gtk_widget_add_css_class (link, "leio-link");
  leio_tooltip_set (
    link, leio_wording_question (knowledge, index, leio_session_get_plain (self->session)));
  leio_links_set_action (link, "win.show-question", question->id);

  return link;
}

static GtkWidget *
new_oddity (LeioAdviceSummary *self, const LeioOddity *oddity, const char *text)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *links = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "xalign", 0.0, NULL);

  gtk_widget_set_layout_manager (links, leio_wrap_layout_new (6));
  gtk_box_append (GTK_BOX (links), gtk_label_new (_ ("Look again at:")));
  for (guint i = 0; i < oddity->questions->len; i++)
    gtk_box_append (GTK_BOX (links),
                    new_question_link (self, g_array_index (oddity->questions, guint, i)));

  gtk_widget_add_css_class (bar, "leio-odd");
  gtk_box_append (GTK_BOX (bar), label);
  gtk_box_append (GTK_BOX (bar), links);
  return bar;
}

static LeioReportReading
get_reading (LeioAdviceSummary *self)
{
  return leio_session_get_plain (self->session) ? LEIO_REPORT_HOME : LEIO_REPORT_CLINICIAN;
}

static char *
dup_oddity (LeioAdviceSummary *self, const LeioOddity *oddity)
{
  g_autofree char *why = leio_report_dup_oddity (leio_session_get_knowledge (self->session),
                                                 leio_session_get_answers (self->session), oddity,
                                                 get_reading (self));

  /* Translators: %s are the answers, and why they cannot be true together */
  return g_strdup_printf (_ ("These answers cannot all be true: %s"), why);
}

static char *
dup_odd_text (LeioAdviceSummary *self)
{
  const LeioAdvice *advice = leio_session_get_advice (self->session);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < advice->odd->len; i++)
    {
      g_autofree char *line = dup_oddity (self, g_ptr_array_index (advice->odd, i));

      g_string_append_printf (text, "%s\n", line);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_odd (LeioAdviceSummary *self)
{
  const LeioAdvice *advice = leio_session_get_advice (self->session);
  g_autofree char *text = dup_odd_text (self);
  GtkWidget *child;

  if (g_strcmp0 (text, self->odd_text) == 0)
    return;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->odd))) != NULL)
    gtk_box_remove (self->odd, child);
  for (guint i = 0; i < advice->odd->len; i++)
    {
      const LeioOddity *oddity = g_ptr_array_index (advice->odd, i);
      g_autofree char *line = dup_oddity (self, oddity);

      gtk_box_append (self->odd, new_oddity (self, oddity, line));
    }

  gtk_widget_set_visible (GTK_WIDGET (self->odd), advice->odd->len > 0);
  g_free (self->odd_text);
  self->odd_text = g_steal_pointer (&text);
}

/* Stage, and whether it is a standard case: for the board, with codes; not for home. */
static void
show_case (LeioAdviceSummary *self,
           const LeioKnowledge *knowledge,
           const LeioAnswers *answers,
           const LeioAdvice *advice)
{
  gboolean shown = !leio_session_get_plain (self->session) && advice->n_answers > 0;

  leio_text_take (self->stage,
                  shown ? leio_report_dup_stage_line (knowledge, answers, advice) : NULL);
  leio_text_take (self->board, shown ? leio_report_dup_board (knowledge, advice) : NULL);
}

void
leio_advice_summary_update (LeioAdviceSummary *self, const guint *counts)
{
  const LeioKnowledge *knowledge;
  const LeioAnswers *answers;
  const LeioAdvice *advice;
  g_autofree char *headline = NULL;

  g_return_if_fail (LEIO_IS_ADVICE_SUMMARY (self));

  knowledge = leio_session_get_knowledge (self->session);
  answers = leio_session_get_answers (self->session);
  advice = leio_session_get_advice (self->session);
  headline = leio_report_dup_summary_for (knowledge, answers, advice, get_reading (self));
  gtk_label_set_label (self->headline, headline);
  gtk_widget_set_visible (GTK_WIDGET (self->headline), *headline != '\0');
  show_case (self, knowledge, answers, advice);
  show_counts (self, counts);
  show_odd (self);
}
