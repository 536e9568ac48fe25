/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-treatment-body.h"

#include <glib/gi18n.h>

#include "leio-advice-order.h"
#include "leio-argument-row.h"
#include "leio-card-layout.h"
#include "leio-decision-button.h"
#include "leio-links.h"
#include "leio-numbers.h"
#include "leio-report.h"
#include "leio-text.h"
#include "leio-tooltip.h"
#include "leio-treatment-words.h"
#include "leio-wording.h"
#include "leio-wrap-layout.h"

/* How many open reasons and changes are shown before the card is expanded. */
#define FEW_OPEN 2
#define FEW_CHANGES 2

struct _LeioTreatmentBody
{
  GtkWidget parent_instance;

  /* Template Widgets */
  GtkBox *head;
  GtkBox *line;
  GtkToggleButton *fold;
  GtkImage *fold_icon;
  GtkWidget *divider;
  GtkWidget *reasons;
  GtkWidget *details;
  GtkWidget *status;
  GtkImage *status_icon;
  GtkLabel *status_word;
  GtkLabel *phase;
  GtkStack *phase_stack;
  GtkLabel *changed_mark;
  LeioDecisionButton *decide;
  GtkLabel *name;
  LeioText *possible;
  LeioText *choice;
  LeioText *what;
  GtkToggleButton *toggle;
  GtkImage *toggle_icon;
  GtkLabel *toggle_label;
  GtkBox *arguments;
  LeioText *no_reason;
  GtkWidget *more;
  LeioText *more_label;
  LeioText *positions;
  LeioText *speaks;
  LeioText *settled;
  LeioText *if_then;
  GtkWidget *depends;
  GtkWidget *team;
  GtkWidget *changes;
  GtkWidget *plain_title;
  LeioText *plain;
  GtkWidget *burden_title;
  LeioText *burden;
  LeioText *stays;
  GtkWidget *numbers;

  /* Borrowed References */
  LeioSession *session;
  const LeioKnowledge *knowledge;
  const char *style;

  guint treatment;
};

enum
{
  PROP_0,
  PROP_FOLDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LeioTreatmentBody, leio_treatment_body, GTK_TYPE_WIDGET)

static gboolean
is_plain (LeioTreatmentBody *self)
{
  return leio_session_get_plain (self->session);
}

static const LeioTreatmentAdvice *
get_advice (LeioTreatmentBody *self)
{
  const LeioAdvice *advice = leio_session_get_advice (self->session);

  return g_ptr_array_index (advice->treatments, self->treatment);
}

static const LeioRule *
get_rule (LeioTreatmentBody *self, const LeioArgumentAdvice *shown)
{
  const LeioArgument *argument = g_ptr_array_index (self->knowledge->arguments, shown->argument);

  return g_ptr_array_index (self->knowledge->rules, argument->rule);
}

static const char *
get_text (LeioTreatmentBody *self, const char *member, const char *text)
{
  const LeioTreatment *treatment = g_ptr_array_index (self->knowledge->treatments,
                                                      self->treatment);
  g_autofree char *context = g_strdup_printf ("treatments/%s/%s", treatment->id, member);

  return text != NULL ? leio_knowledge_text (self->knowledge, context, text) : NULL;
}

static guint
count_statuses (guint possible)
{
  guint n_statuses = 0;

  for (guint i = 0; i < LEIO_N_STATUSES; i++)
    n_statuses += possible >> i & 1;

  return n_statuses;
}

/* One status or two have room in the chip; of more, the chip says that they are open. At home no
 * statuses are listed: an open one is open. */
static void
show_status_words (LeioTreatmentBody *self, guint possible, LeioAdviceGroup group)
{
  guint n_statuses = count_statuses (possible);
  gboolean many = n_statuses > 2;
  g_autofree char *statuses = leio_report_dup_statuses (possible);
  const char *word = statuses;

  if (n_statuses == 0 || many || is_plain (self))
    word = leio_advice_group_get_short_title (group, is_plain (self));

  gtk_label_set_label (self->status_word, word);
  leio_text_take (self->possible,
                  many && !is_plain (self)
                    /* Translators: %s are statuses: "Recommended, an option or not advised" */
                    ? g_strdup_printf (_ ("Still possible: %s."), statuses)
                    : NULL);
}

static void
show_status (LeioTreatmentBody *self, const LeioTreatmentAdvice *advice)
{
  LeioAdviceGroup group = leio_advice_get_group (self->knowledge, advice);

  show_status_words (self, advice->possible, group);
  /* Who shall go to hospital now has nothing to talk over first. */
  gtk_widget_set_visible (self->team, is_plain (self) && group != LEIO_ADVICE_GROUP_EMERGENCY);
  gtk_image_set_from_icon_name (self->status_icon, leio_advice_group_get_icon_name (group));
  if (self->style != NULL)
    gtk_widget_remove_css_class (self->status, self->style);
  self->style = leio_advice_group_get_style (group);
  gtk_widget_add_css_class (self->status, self->style);
}

static LeioArgumentRow *
find_row (LeioTreatmentBody *self, guint argument)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->arguments)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (leio_argument_row_get_argument (LEIO_ARGUMENT_ROW (row)) == argument)
      return LEIO_ARGUMENT_ROW (row);

  return NULL;
}

/* What decides comes first: the side of the status, cautions, the other side; then what is
 * overridden, then what is open. */
static guint
get_rank (LeioTreatmentBody *self, const LeioTreatmentAdvice *advice, guint i)
{
  const LeioArgumentAdvice *shown = g_ptr_array_index (advice->arguments, i);
  LeioEffect effect = get_rule (self, shown)->effect;
  int status = leio_treatment_advice_get_status (advice);
  gboolean against = status == LEIO_STATUS_NOT_ADVISED || status == LEIO_STATUS_CONTRAINDICATED;
  guint side = effect > LEIO_EFFECT_CAUTIONS ? 2 : effect == LEIO_EFFECT_CAUTIONS ? 1 : 0;

  return (guint) shown->state << 24 | (against ? 2 - side : side) << 16 | i;
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return (first > second) - (first < second);
}

static GArray *
rank_arguments (LeioTreatmentBody *self, const LeioTreatmentAdvice *advice)
{
  GArray *ranks = g_array_sized_new (FALSE, FALSE, sizeof (guint), advice->arguments->len);

  for (guint i = 0; i < advice->arguments->len; i++)
    {
      guint rank = get_rank (self, advice, i);

      g_array_append_val (ranks, rank);
    }

  g_array_sort (ranks, compare_ranks);
  return ranks;
}

static void
remove_rows_after (LeioTreatmentBody *self, GtkWidget *last)
{
  GtkWidget *row = last != NULL ? gtk_widget_get_next_sibling (last)
                                : gtk_widget_get_first_child (GTK_WIDGET (self->arguments));

  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      leio_links_keep_focus (row);
      gtk_box_remove (self->arguments, row);
      row = next;
    }
}

static GtkWidget *
show_argument (LeioTreatmentBody *self, const LeioArgumentAdvice *shown, GtkWidget *previous)
{
  GtkWidget *row = (GtkWidget *) find_row (self, shown->argument);

  if (row == NULL)
    {
      row = leio_argument_row_new (self->knowledge, shown->argument);
      gtk_box_append (self->arguments, row);
    }

  gtk_box_reorder_child_after (self->arguments, row, previous);
  leio_argument_row_set_wordings (LEIO_ARGUMENT_ROW (row), !is_plain (self),
                                  is_plain (self) || leio_treatment_body_get_expanded (self));
  leio_argument_row_update (LEIO_ARGUMENT_ROW (row), shown,
                            leio_session_get_answers (self->session));

  return row;
}

static void
show_more (LeioTreatmentBody *self, guint n_hidden)
{
  g_autofree char *text = NULL;

  if (n_hidden == 0)
    {
      leio_links_hide (self->more);
      return;
    }

  /* Translators: %u is a number of reasons */
  text = g_strdup_printf (ngettext ("Show %u more reason that waits for an answer",
                                    "Show %u more reasons that wait for an answer", n_hidden),
                          n_hidden);
  leio_text_set_text (self->more_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
  gtk_widget_set_visible (self->more, TRUE);
}

/* What is only possible reads at home as if it were so: it is left out. */
static gboolean
is_told (LeioTreatmentBody *self, const LeioArgumentAdvice *shown)
{
  return shown->state != LEIO_ARGUMENT_OPEN || !is_plain (self);
}

/* An empty card would look as if something were missing. */
static void
show_no_reason (LeioTreatmentBody *self, guint n_arguments, guint n_told)
{
  if (n_arguments == 0)
    leio_text_set_text (self->no_reason, _ ("Nothing speaks for or against it in this case."));
  else
    leio_text_set_text (self->no_reason, _ ("The reasons depend on answers that are still open."));
  gtk_widget_set_visible (GTK_WIDGET (self->no_reason), n_told == 0);
}

static void
show_arguments (LeioTreatmentBody *self, const LeioTreatmentAdvice *advice)
{
  g_autoptr (GArray) ranks = rank_arguments (self, advice);
  gboolean all = leio_treatment_body_get_expanded (self);
  GtkWidget *row = NULL;
  guint n_open = 0, n_shown = 0, n_told = 0;

  for (guint i = 0; i < ranks->len; i++)
    {
      guint index = g_array_index (ranks, guint, i) & 0xffff;
      const LeioArgumentAdvice *shown = g_ptr_array_index (advice->arguments, index);

      if (!is_told (self, shown))
        continue;
      n_told++;
      if (shown->state == LEIO_ARGUMENT_OPEN && n_open++ >= FEW_OPEN && !all)
        continue;

      row = show_argument (self, shown, row);
      n_shown++;
    }

  remove_rows_after (self, row);
  gtk_widget_set_visible (GTK_WIDGET (self->arguments), n_shown > 0);
  show_no_reason (self, ranks->len, n_told);
  show_more (self, n_told - n_shown);
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const LeioChange *first = *(const LeioChange *const *) a;
  const LeioChange *second = *(const LeioChange *const *) b;

  if (first->questions->len != second->questions->len)
    return first->questions->len < second->questions->len ? -1 : 1;

  return (int) first->to - (int) second->to;
}

/* The changes, those with the fewest answers first. */
static GPtrArray *
dup_changes (const LeioTreatmentAdvice *advice)
{
  GPtrArray *changes = g_ptr_array_new ();

  for (guint i = 0; advice->changes != NULL && i < advice->changes->len; i++)
    g_ptr_array_add (changes, g_ptr_array_index (advice->changes, i));

  g_ptr_array_sort (changes, compare_changes);
  return changes;
}

static void
on_change_clicked (LeioTreatmentBody *self, GtkWidget *link)
{
  g_autoptr (GPtrArray) changes = dup_changes (get_advice (self));
  GtkWidget *sibling = link;
  guint place = 0;

  while ((sibling = gtk_widget_get_prev_sibling (sibling)) != NULL)
    place++;

  if (place < changes->len)
    leio_session_apply_what_if (self->session, g_ptr_array_index (changes, place));
}

static GtkWidget *
new_change_link (gpointer self)
{
  GtkWidget *link = leio_links_new (leio_text_new (NULL));

  g_signal_connect_swapped (link, "clicked", G_CALLBACK (on_change_clicked), self);

  return link;
}

static GtkWidget *
new_question_link (gpointer self)
{
  return leio_links_new (g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, NULL));
}

static void
show_depends (LeioTreatmentBody *self, const LeioTreatmentAdvice *advice)
{
  GtkWidget *link
    = leio_links_set_number (self->depends, advice->depends_on->len, new_question_link, self);

  for (guint i = 0; i < advice->depends_on->len; i++)
    {
      guint index = g_array_index (advice->depends_on, guint, i);
      const LeioQuestion *question
        = leio_questionnaire_get_question (self->knowledge->logic->questionnaire, index);

      leio_links_set_text (link,
                           leio_wording_question_name (self->knowledge, index, is_plain (self)));
      leio_tooltip_set (link,
                        leio_wording_question (self->knowledge, index, is_plain (self)));
      leio_links_set_action (link, "win.show-question", question->id);
      link = gtk_widget_get_next_sibling (link);
    }
}

static void
show_changes (LeioTreatmentBody *self, const LeioTreatmentAdvice *advice)
{
  g_autoptr (GPtrArray) changes = dup_changes (advice);
  gboolean all = leio_treatment_body_get_expanded (self);
  guint n_shown = all ? changes->len : MIN (changes->len, FEW_CHANGES);
  GtkWidget *link;

  link = leio_links_set_number (self->changes, n_shown, new_change_link, self);

  for (guint i = 0; i < n_shown; i++)
    {
      const LeioChange *change = g_ptr_array_index (changes, i);
      g_autofree char *condition = leio_report_dup_change (self->knowledge, change);
      /* Translators: 1 a status ("not advised"), 2 a change ("size were 5 cm") */
      g_autofree char *text = g_strdup_printf (_ ("Would be %1$s if %2$s ›"),
                                               leio_report_status_phrase (change->to, FALSE),
                                               condition);

      leio_links_set_text (link, text);
      link = gtk_widget_get_next_sibling (link);
    }
}

static void
show_changes_of (LeioTreatmentBody *self, const LeioTreatmentAdvice *advice)
{
  leio_text_take (self->settled,
                  leio_treatment_dup_settled (self->session, advice,
                                              !leio_treatment_body_get_expanded (self)));
  leio_text_take (self->if_then, leio_report_dup_if_then (self->knowledge, advice));
  show_changes (self, advice);
  leio_text_take (self->stays, leio_treatment_dup_stays (self->session, advice));
}

/* At home a card tells what a treatment is like and what speaks for and against it. What would
 * change the advice is for the conversation with the team. */
static void
hide_changes_of (LeioTreatmentBody *self)
{
  leio_text_take (self->settled, NULL);
  leio_text_take (self->if_then, NULL);
  leio_links_hide (self->changes);
  leio_text_take (self->stays, NULL);
}

/* The texts of the treatment, in the reading that is open. */
static void
show_treatment (LeioTreatmentBody *self)
{
  const LeioTreatment *treatment
    = g_ptr_array_index (self->knowledge->treatments, self->treatment);
  gboolean plain = is_plain (self);
  gboolean folded = leio_treatment_body_get_folded (self);

  gtk_label_set_label (self->phase,
                       leio_wording_phase (self->knowledge, treatment->phase, plain));
  gtk_label_set_label (self->name,
                       leio_wording_treatment (self->knowledge, self->treatment, plain));
  leio_text_take (self->choice, leio_treatment_dup_choice (self->session, self->treatment));
  leio_text_take (self->what, g_strdup (plain ? get_text (self, "plain", treatment->plain)
                                              : get_text (self, "what", treatment->what)));
  leio_text_take (self->plain,
                  plain ? NULL : g_strdup (get_text (self, "plain", treatment->plain)));
  leio_text_take (self->burden, g_strdup (get_text (self, "burden", treatment->burden)));
  gtk_widget_set_visible (self->plain_title, gtk_widget_get_visible (GTK_WIDGET (self->plain)));
  gtk_widget_set_visible (self->burden_title, gtk_widget_get_visible (GTK_WIDGET (self->burden)));
  if (folded)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->choice), FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->what), FALSE);
    }
}

static void
show_reading (LeioTreatmentBody *self)
{
  const char *label = is_plain (self) ? _ ("What it asks of you") : _ ("Plain words, burden");

  gtk_label_set_label (self->toggle_label, label);
  gtk_label_set_label (GTK_LABEL (self->burden_title),
                       is_plain (self) ? label : _ ("What it asks of the patient"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  if (is_plain (self))
    gtk_widget_add_css_class (GTK_WIDGET (self), "home");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "home");
}

/* The name stands on a line of its own, but in the one line that a folded card has. */
static void
place_name (LeioTreatmentBody *self, gboolean in_line)
{
  GtkWidget *name = g_object_ref (GTK_WIDGET (self->name));
  GtkBox *from = in_line ? self->head : self->line;
  GtkBox *to = in_line ? self->line : self->head;

  if (gtk_widget_get_parent (name) == GTK_WIDGET (from))
    {
      gtk_box_remove (from, name);
      gtk_box_insert_child_after (to, name,
                                  in_line ? self->status : GTK_WIDGET (self->line));
    }
  g_object_unref (name);
}

static void
show_fold (LeioTreatmentBody *self)
{
  gboolean folded = leio_treatment_body_get_folded (self);

  if (folded)
    {
      leio_links_keep_focus (self->reasons);
      leio_links_keep_focus (self->details);
      leio_links_keep_focus (GTK_WIDGET (self->toggle));
    }
  place_name (self, folded);
  gtk_widget_set_visible (self->divider, !folded);
  gtk_widget_set_visible (self->reasons, !folded);
  gtk_widget_set_visible (GTK_WIDGET (self->toggle), !folded);
  gtk_widget_set_visible (self->details, !folded && leio_treatment_body_get_expanded (self));
  gtk_image_set_from_icon_name (self->fold_icon,
                                folded ? "pan-end-symbolic" : "pan-down-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->fold), GTK_ACCESSIBLE_STATE_EXPANDED, !folded,
                               -1);
}

/* The numbers of studies, for a reader at home who opens the card and asks for them. */
static void
show_numbers (LeioTreatmentBody *self)
{
  gboolean shown = is_plain (self) && leio_treatment_body_get_expanded (self);

  if (shown && self->numbers == NULL)
    {
      self->numbers = leio_numbers_new_asked (self->knowledge, self->treatment);
      if (self->numbers != NULL)
        gtk_box_append (GTK_BOX (self->details), self->numbers);
    }
  if (self->numbers != NULL)
    gtk_widget_set_visible (self->numbers, shown);
}

void
leio_treatment_body_update (LeioTreatmentBody *self)
{
  const LeioTreatmentAdvice *advice;

  g_return_if_fail (LEIO_IS_TREATMENT_BODY (self));

  advice = get_advice (self);
  show_reading (self);
  show_treatment (self);
  show_status (self, advice);
  show_arguments (self, advice);
  leio_text_take (self->positions, leio_treatment_dup_positions (self->session, advice));
  leio_text_take (self->speaks, leio_treatment_dup_speaks (self->session, advice));
  show_depends (self, advice);
  show_numbers (self);
  if (is_plain (self))
    hide_changes_of (self);
  else
    show_changes_of (self, advice);
  if (leio_treatment_body_get_folded (self))
    gtk_widget_set_visible (GTK_WIDGET (self->possible), FALSE);
}

void
leio_treatment_body_update_status (LeioTreatmentBody *self)
{
  g_return_if_fail (LEIO_IS_TREATMENT_BODY (self));

  show_status (self, get_advice (self));
}

static void
on_fold_toggled (LeioTreatmentBody *self)
{
  show_fold (self);
  leio_treatment_body_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

static void
on_toggled (LeioTreatmentBody *self)
{
  gboolean expanded = gtk_toggle_button_get_active (self->toggle);

  if (expanded)
    leio_treatment_body_set_folded (self, FALSE);
  else
    leio_links_keep_focus (self->details);
  gtk_widget_set_visible (self->details, expanded);
  gtk_image_set_from_icon_name (self->toggle_icon,
                                expanded ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_STATE_EXPANDED,
                               expanded, -1);
  leio_treatment_body_update (self);
}

static void
on_more_clicked (LeioTreatmentBody *self)
{
  gtk_toggle_button_set_active (self->toggle, TRUE);
}

static void
leio_treatment_body_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FOLDED)
    g_value_set_boolean (value, leio_treatment_body_get_folded (LEIO_TREATMENT_BODY (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
leio_treatment_body_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FOLDED)
    leio_treatment_body_set_folded (LEIO_TREATMENT_BODY (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
leio_treatment_body_dispose (GObject *object)
{
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (object), LEIO_TYPE_TREATMENT_BODY);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (leio_treatment_body_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/leio_app/Leio/ui/advice/treatment-body.ui");
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, head);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, line);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, fold);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, fold_icon);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, divider);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, reasons);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, details);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, status);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, status_icon);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, status_word);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, phase);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, phase_stack);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, changed_mark);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, decide);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, name);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, possible);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, choice);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, what);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, toggle);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, toggle_icon);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, toggle_label);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, arguments);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, no_reason);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, more);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, more_label);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, positions);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, speaks);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, settled);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, if_then);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, depends);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, team);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, changes);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, plain_title);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, plain);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, burden_title);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, burden);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, stays);
  gtk_widget_class_bind_template_callback (widget_class, on_fold_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_more_clicked);
}

static void
leio_treatment_body_class_init (LeioTreatmentBodyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = leio_treatment_body_dispose;
  G_OBJECT_CLASS (klass)->get_property = leio_treatment_body_get_property;
  G_OBJECT_CLASS (klass)->set_property = leio_treatment_body_set_property;

  properties[PROP_FOLDED]
    = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  g_type_ensure (LEIO_TYPE_DECISION_BUTTON);
  g_type_ensure (LEIO_TYPE_TEXT);
  g_type_ensure (LEIO_TYPE_WRAP_LAYOUT);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, LEIO_TYPE_CARD_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "leio-treatment-body");
}

static void
leio_treatment_body_init (LeioTreatmentBody *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* GTK 4.8 would remember of an empty box that its height does not depend on its width. */
  gtk_box_append (GTK_BOX (self->changes), new_change_link (self));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE,
                               -1);
}

GtkWidget *
leio_treatment_body_new (LeioSession *session, guint treatment)
{
  LeioTreatmentBody *self = g_object_new (LEIO_TYPE_TREATMENT_BODY, NULL);

  self->session = session;
  self->knowledge = leio_session_get_knowledge (session);
  self->treatment = treatment;
  leio_decision_button_set_treatment (self->decide, session, treatment);
  leio_treatment_body_update (self);

  return GTK_WIDGET (self);
}

void
leio_treatment_body_set_changed (LeioTreatmentBody *self, gboolean changed)
{
  g_return_if_fail (LEIO_IS_TREATMENT_BODY (self));

  gtk_stack_set_visible_child_name (self->phase_stack, changed ? "changed" : "phase");
  /* Of a stack GTK 4.8 tells every page to a screen reader. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->changed_mark), GTK_ACCESSIBLE_STATE_HIDDEN,
                               !changed, -1);
}

void
leio_treatment_body_set_expanded (LeioTreatmentBody *self, gboolean expanded)
{
  g_return_if_fail (LEIO_IS_TREATMENT_BODY (self));

  gtk_toggle_button_set_active (self->toggle, expanded);
}

gboolean
leio_treatment_body_get_expanded (LeioTreatmentBody *self)
{
  g_return_val_if_fail (LEIO_IS_TREATMENT_BODY (self), FALSE);

  return gtk_toggle_button_get_active (self->toggle);
}

void
leio_treatment_body_set_folded (LeioTreatmentBody *self, gboolean folded)
{
  g_return_if_fail (LEIO_IS_TREATMENT_BODY (self));

  gtk_toggle_button_set_active (self->fold, !folded);
}

gboolean
leio_treatment_body_get_folded (LeioTreatmentBody *self)
{
  g_return_val_if_fail (LEIO_IS_TREATMENT_BODY (self), FALSE);

  return !gtk_toggle_button_get_active (self->fold);
}
