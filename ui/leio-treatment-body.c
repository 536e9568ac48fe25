/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-treatment-body.h"

#include <glib/gi18n.h>

#include "leio-advice-order.h"
#include "leio-argument-row.h"
#include "leio-card-layout.h"
#include "leio-report.h"
#include "leio-text.h"
#include "leio-wording.h"
#include "leio-wrap-layout.h"

/* How many open reasons and changes are shown before the card is expanded. */
#define FEW_OPEN 2
#define FEW_CHANGES 2

/* Up to so many answers are told with their values before the card is expanded. */
#define FEW_ANSWERS 4

struct _LeioTreatmentBody
{
  GtkWidget parent_instance;

  /* Template Widgets */
  GtkWidget *details;
  GtkWidget *status;
  GtkImage *status_icon;
  GtkLabel *status_word;
  GtkLabel *phase;
  GtkStack *phase_stack;
  GtkLabel *changed_mark;
  GtkLabel *name;
  LeioText *possible;
  LeioText *what;
  GtkToggleButton *toggle;
  GtkImage *toggle_icon;
  GtkBox *arguments;
  GtkWidget *no_reason;
  GtkWidget *more;
  LeioText *more_label;
  LeioText *positions;
  LeioText *settled;
  LeioText *if_then;
  GtkWidget *depends;
  GtkWidget *changes;
  LeioText *plain;
  GtkWidget *burden_title;
  LeioText *burden;
  LeioText *stays;

  /* Borrowed References */
  LeioSession *session;
  const LeioKnowledge *knowledge;
  const char *style;

  guint treatment;
};

G_DEFINE_FINAL_TYPE (LeioTreatmentBody, leio_treatment_body, GTK_TYPE_WIDGET)

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

/* A widget keeps the focus where it is about to go: its card takes it. */
static void
keep_focus (GtkWidget *leaving)
{
  GtkWidget *parent = leaving;

  if ((gtk_widget_get_state_flags (leaving) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    return;

  while ((parent = gtk_widget_get_parent (parent)) != NULL)
    if (gtk_widget_get_focusable (parent) && gtk_widget_grab_focus (parent))
      return;
}

static void
hide (GtkWidget *widget)
{
  keep_focus (widget);
  gtk_widget_set_visible (widget, FALSE);
}

static guint
count_statuses (guint possible)
{
  guint n_statuses = 0;

  for (guint i = 0; i < LEIO_N_STATUSES; i++)
    n_statuses += possible >> i & 1;

  return n_statuses;
}

/* One status or two have room in the chip; of more, the chip says that they are open. */
static void
show_status_words (LeioTreatmentBody *self, guint possible, LeioAdviceGroup group)
{
  gboolean many = count_statuses (possible) > 2;
  g_autofree char *statuses = leio_report_dup_statuses (possible);
  const char *word = statuses;

  if (possible == 0 || many)
    word = leio_advice_group_get_short_title (group);

  gtk_label_set_label (self->status_word, word);
  gtk_widget_set_tooltip_text (self->status, many ? NULL : word);
  /* Translators: %s are statuses: "Recommended, an option or not advised" */
  leio_text_take (self->possible, many ? g_strdup_printf (_ ("Still possible: %s."), statuses)
                                       : NULL);
}

static void
show_status (LeioTreatmentBody *self, const LeioTreatmentAdvice *advice)
{
  LeioAdviceGroup group = leio_advice_get_group (self->knowledge, advice);

  show_status_words (self, advice->possible, group);
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

      keep_focus (row);
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
  leio_argument_row_update (LEIO_ARGUMENT_ROW (row), shown,
                            leio_session_get_answers (self->session));
  leio_argument_row_set_plain (LEIO_ARGUMENT_ROW (row), leio_treatment_body_get_expanded (self));

  return row;
}

static void
show_more (LeioTreatmentBody *self, guint n_hidden)
{
  g_autofree char *text = NULL;

  if (n_hidden == 0)
    {
      hide (self->more);
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

static void
show_arguments (LeioTreatmentBody *self, const LeioTreatmentAdvice *advice)
{
  g_autoptr (GArray) ranks = rank_arguments (self, advice);
  gboolean all = leio_treatment_body_get_expanded (self);
  GtkWidget *row = NULL;
  guint n_open = 0, n_shown = 0;

  for (guint i = 0; i < ranks->len; i++)
    {
      guint index = g_array_index (ranks, guint, i) & 0xffff;
      const LeioArgumentAdvice *shown = g_ptr_array_index (advice->arguments, index);

      if (shown->state == LEIO_ARGUMENT_OPEN && n_open++ >= FEW_OPEN && !all)
        continue;

      row = show_argument (self, shown, row);
      n_shown++;
    }

  remove_rows_after (self, row);
  gtk_widget_set_visible (GTK_WIDGET (self->arguments), n_shown > 0);
  gtk_widget_set_visible (self->no_reason, ranks->len == 0);
  show_more (self, ranks->len - n_shown);
}

static void
show_positions (LeioTreatmentBody *self, const LeioTreatmentAdvice *advice)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < advice->arguments->len; i++)
    {
      const LeioArgumentAdvice *shown = g_ptr_array_index (advice->arguments, i);
      const LeioRule *rule = get_rule (self, shown);

      for (guint j = 0; shown->state == LEIO_ARGUMENT_IN_FORCE && j < rule->positions->len; j++)
        {
          const LeioPosition *position = g_ptr_array_index (rule->positions, j);

          g_string_append (text, text->len == 0 ? _ ("Guidelines and experts differ: ") : " · ");
          /* Translators: 1 a guideline ("ESGO 2024"), 2 what it says ("against") */
          g_string_append_printf (text, _ ("%1$s: %2$s"), position->who, position->stance);
        }
    }

  leio_text_take (self->positions, g_string_free (g_steal_pointer (&text), FALSE));
}

static char *
dup_labels (LeioTreatmentBody *self, const GArray *questions)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < questions->len; i++)
    {
      if (i > 0)
        /* Translators: between the items of a list, "size, grade" */
        g_string_append (list, C_ ("list", ", "));
      g_string_append (list, leio_wording_short_label (self->knowledge,
                                                       g_array_index (questions, guint, i)));
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* A long list names the questions alone; the expanded card has the answers, too. */
static char *
dup_settled (LeioTreatmentBody *self, const LeioTreatmentAdvice *advice)
{
  const GArray *sufficient = advice->sufficient;
  gboolean brief = sufficient->len > FEW_ANSWERS && !leio_treatment_body_get_expanded (self);
  g_autofree char *answers = NULL;

  if (leio_treatment_advice_get_status (advice) < 0)
    return NULL;
  if (sufficient->len == 0)
    return g_strdup (_ ("Settled whatever the answers are."));

  if (brief)
    answers = dup_labels (self, sufficient);
  else
    answers = leio_report_dup_answers (self->knowledge, leio_session_get_answers (self->session),
                                       sufficient);
  if (sufficient->len == 1)
    /* Translators: %s is an answer: "site (uterus)" */
    return g_strdup_printf (_ ("Settled by one answer: %s."), answers);

  /* Translators: %1$u is a number, %2$s that many answers: "site (uterus), metastasis (none)" */
  return g_strdup_printf (ngettext ("Settled by %1$u answer: %2$s.",
                                    "Settled by %1$u answers: %2$s.", sufficient->len),
                          sufficient->len, answers);
}

static char *
dup_stays (LeioTreatmentBody *self, const LeioTreatmentAdvice *advice)
{
  g_autofree char *answers = NULL;

  if (advice->stays_even_if == NULL || advice->stays_even_if->len == 0)
    return NULL;

  answers = leio_report_dup_answers (self->knowledge, leio_session_get_answers (self->session),
                                     advice->stays_even_if);
  /* Translators: %s are answers: "grade (2), margin (R0)" */
  return g_strdup_printf (_ ("This would stay so even if these answers were other ones: %s."),
                          answers);
}

/* A long link wraps; a short one stands in a line with others. It fills what it is given: with
 * another alignment GTK would make it narrower than it was measured for. */
static GtkWidget *
new_link (GtkWidget *text)
{
  return g_object_new (GTK_TYPE_BUTTON, "child", text, "css-classes",
                       (const char *[]){ "leio-link", NULL }, NULL);
}

static void
set_link_text (GtkWidget *link, const char *text)
{
  GtkWidget *child = gtk_button_get_child (GTK_BUTTON (link));

  if (LEIO_IS_TEXT (child))
    leio_text_set_text (LEIO_TEXT (child), text);
  else
    gtk_label_set_label (GTK_LABEL (child), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
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
new_change_link (LeioTreatmentBody *self)
{
  GtkWidget *link = new_link (leio_text_new (NULL));

  g_signal_connect_swapped (link, "clicked", G_CALLBACK (on_change_clicked), self);

  return link;
}

static GtkWidget *
new_question_link (void)
{
  return new_link (g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, NULL));
}

static GtkWidget *
get_next_link (GtkWidget *child)
{
  while (child != NULL && !GTK_IS_BUTTON (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

/* Makes @box show @n_links links, which stand behind all else in it; returns the first. */
static GtkWidget *
set_n_links (LeioTreatmentBody *self, GtkWidget *box, guint n_links)
{
  GtkWidget *link = get_next_link (gtk_widget_get_first_child (box));
  guint n_there = 0;

  for (; link != NULL; link = gtk_widget_get_next_sibling (link))
    if (++n_there > n_links)
      hide (link);
    else
      gtk_widget_set_visible (link, TRUE);

  for (; n_there < n_links; n_there++)
    {
      link = box == self->changes ? new_change_link (self) : new_question_link ();
      gtk_box_append (GTK_BOX (box), link);
    }

  if (n_links == 0)
    hide (box);
  else
    gtk_widget_set_visible (box, TRUE);

  return get_next_link (gtk_widget_get_first_child (box));
}

static void
show_depends (LeioTreatmentBody *self, const LeioTreatmentAdvice *advice)
{
  GtkWidget *link = set_n_links (self, self->depends, advice->depends_on->len);

  for (guint i = 0; i < advice->depends_on->len; i++)
    {
      guint index = g_array_index (advice->depends_on, guint, i);
      const LeioQuestion *question
        = leio_questionnaire_get_question (self->knowledge->logic->questionnaire, index);

      set_link_text (link, leio_wording_short_label (self->knowledge, index));
      gtk_widget_set_tooltip_text (link, leio_wording_question (self->knowledge, index, FALSE));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (link), "win.show-question");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (link), "s", question->id);
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

  link = set_n_links (self, self->changes, n_shown);

  for (guint i = 0; i < n_shown; i++)
    {
      const LeioChange *change = g_ptr_array_index (changes, i);
      g_autofree char *condition = leio_report_dup_change (self->knowledge, change);
      /* Translators: 1 a status ("not advised"), 2 a change ("size were 5 cm") */
      g_autofree char *text = g_strdup_printf (_ ("Would be %1$s if %2$s ›"),
                                               leio_report_status_phrase (change->to, FALSE),
                                               condition);

      set_link_text (link, text);
      link = gtk_widget_get_next_sibling (link);
    }
}

void
leio_treatment_body_update (LeioTreatmentBody *self)
{
  const LeioTreatmentAdvice *advice;

  g_return_if_fail (LEIO_IS_TREATMENT_BODY (self));

  advice = get_advice (self);
  show_status (self, advice);
  show_arguments (self, advice);
  show_positions (self, advice);
  leio_text_take (self->settled, dup_settled (self, advice));
  leio_text_take (self->if_then, leio_report_dup_if_then (self->knowledge, advice));
  show_depends (self, advice);
  show_changes (self, advice);
  leio_text_take (self->stays, dup_stays (self, advice));
}

static void
on_toggled (LeioTreatmentBody *self)
{
  gboolean expanded = gtk_toggle_button_get_active (self->toggle);

  if (!expanded)
    keep_focus (self->details);
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
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, details);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, status);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, status_icon);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, status_word);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, phase);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, phase_stack);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, changed_mark);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, name);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, possible);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, what);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, toggle);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, toggle_icon);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, arguments);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, no_reason);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, more);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, more_label);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, positions);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, settled);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, if_then);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, depends);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, changes);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, plain);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, burden_title);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, burden);
  gtk_widget_class_bind_template_child (widget_class, LeioTreatmentBody, stays);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_more_clicked);
}

static void
leio_treatment_body_class_init (LeioTreatmentBodyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = leio_treatment_body_dispose;

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

static void
show_treatment (LeioTreatmentBody *self)
{
  const LeioTreatment *treatment = g_ptr_array_index (self->knowledge->treatments,
                                                      self->treatment);
  const LeioPhase *phase = g_ptr_array_index (self->knowledge->phases, treatment->phase);
  g_autofree char *context = g_strdup_printf ("phases/%s/title", phase->id);

  gtk_label_set_label (self->phase, leio_knowledge_text (self->knowledge, context, phase->title));
  gtk_label_set_label (self->name, get_text (self, "name", treatment->name));
  leio_text_take (self->what, g_strdup (get_text (self, "what", treatment->what)));
  leio_text_take (self->plain, g_strdup (get_text (self, "plain", treatment->plain)));
  leio_text_take (self->burden, g_strdup (get_text (self, "burden", treatment->burden)));
  gtk_widget_set_visible (self->burden_title, gtk_widget_get_visible (GTK_WIDGET (self->burden)));
}

GtkWidget *
leio_treatment_body_new (LeioSession *session, guint treatment)
{
  LeioTreatmentBody *self = g_object_new (LEIO_TYPE_TREATMENT_BODY, NULL);

  self->session = session;
  self->knowledge = leio_session_get_knowledge (session);
  self->treatment = treatment;
  show_treatment (self);
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
