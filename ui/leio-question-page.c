/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-question-page.h"

#include <glib/gi18n.h>

#include "leio-question-row.h"
#include "leio-wording.h"

/* Sections made before the first frame: about what is to be seen without scrolling. */
#define SECTIONS_AT_ONCE 1

struct _LeioQuestionPage
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *scroller;
  GtkLabel *progress_label;
  GtkProgressBar *progress_bar;
  GtkEditable *label_entry;
  GtkBox *next_card;
  GtkLabel *next_heading;
  GtkBox *next_slot;
  GtkWidget *go_on_button;
  GtkLabel *next_reason;
  GtkBox *sections_box;

  LeioSession *session;      /* owned */
  GPtrArray *sections;       /* (element-type GtkWidget) borrowed: a box each, once it is made */
  GPtrArray *rows;           /* (element-type LeioQuestionRow) borrowed: by question, or NULL */
  LeioQuestionRow *next_row; /* (nullable) borrowed: in the card */
  guint build_source;
  guint card_source;
  guint focus_source;
  LeioQuestionRow *wanted; /* (nullable) borrowed: gets the focus after the layout */
};

G_DEFINE_FINAL_TYPE (LeioQuestionPage, leio_question_page, GTK_TYPE_WIDGET)

static char *
dup_progress (const LeioAdvice *advice)
{
  /* Translators: how far the case is: the first number counts answers, the others treatments, e.g.
   * "9 answers settle 41 of 58 treatments". */
  return g_strdup_printf (ngettext ("%1$u answer settles %2$u of %3$u treatments",
                                    "%1$u answers settle %2$u of %3$u treatments",
                                    advice->n_answers),
                          advice->n_answers, advice->n_settled, advice->treatments->len);
}

static void
show_progress (LeioQuestionPage *self)
{
  const LeioAdvice *advice = leio_session_get_advice (self->session);
  guint n_treatments = MAX (advice->treatments->len, 1);
  g_autofree char *text = dup_progress (advice);

  gtk_label_set_label (self->progress_label, text);
  gtk_progress_bar_set_fraction (self->progress_bar, (double) advice->n_settled / n_treatments);
}

/* Shows the rows that are called for, and a section only where one of its rows is. */
static void
show_section (LeioQuestionPage *self, guint section)
{
  const LeioQuestionnaire *questionnaire = leio_session_get_questionnaire (self->session);
  gboolean any = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      LeioQuestionRow *row = g_ptr_array_index (self->rows, i);
      gboolean called_for;

      if (row == NULL || leio_questionnaire_get_question (questionnaire, i)->section != section)
        continue;

      called_for = leio_question_row_is_called_for (row);
      gtk_widget_set_visible (GTK_WIDGET (row), called_for);
      any = any || called_for;
    }
  gtk_widget_set_visible (g_ptr_array_index (self->sections, section), any);
}

static GtkWidget *
new_section_box (LeioQuestionPage *self, guint section)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (self->session);
  gboolean plain = leio_session_get_plain (self->session);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                     "label", leio_wording_section (knowledge, section, plain),
                                     "xalign", 0.0, "wrap", TRUE, NULL);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  gtk_widget_add_css_class (heading, "section-heading");
  gtk_widget_add_css_class (box, "section");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  heading, NULL, -1);
  return box;
}

/* Makes the next section that is missing; FALSE when all are there. */
static gboolean
build_section (LeioQuestionPage *self)
{
  const LeioQuestionnaire *questionnaire = leio_session_get_questionnaire (self->session);
  guint section = self->sections->len;
  GtkWidget *box;

  if (section == leio_questionnaire_get_n_sections (questionnaire))
    return FALSE;

  box = new_section_box (self, section);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row;

      if (leio_questionnaire_get_question (questionnaire, i)->section != section)
        continue;

      row = leio_question_row_new (self->session, i);
      gtk_box_append (GTK_BOX (box), row);
      self->rows->pdata[i] = row;
    }
  g_ptr_array_add (self->sections, box);
  gtk_box_append (self->sections_box, box);
  show_section (self, section);
  return TRUE;
}

static gboolean
on_build_idle (gpointer user_data)
{
  LeioQuestionPage *self = user_data;

  if (build_section (self))
    return G_SOURCE_CONTINUE;

  self->build_source = 0;
  return G_SOURCE_REMOVE;
}

/* For the rare wish to see a question that is not made yet. */
static LeioQuestionRow *
get_row (LeioQuestionPage *self, guint question)
{
  while (g_ptr_array_index (self->rows, question) == NULL && build_section (self))
    ;
  return g_ptr_array_index (self->rows, question);
}

static char *
dup_next_reason (const LeioAdvice *advice)
{
  guint n_open = advice->treatments->len - advice->n_settled;
  g_autofree char *decides = NULL;
  g_autofree char *moot = NULL;

  /* Translators: both numbers count treatments, e.g. "It decides about 6 of the 17 treatments that
   * are still open." */
  decides = g_strdup_printf (ngettext ("It decides about %1$u of the %2$u treatment still open.",
                                       "It decides about %1$u of the %2$u treatments still open.",
                                       n_open),
                             (guint) (advice->next_settles + 0.5), n_open);
  if (advice->next_settles < 0.5)
    {
      g_free (decides);
      decides =
          g_strdup (_ ("No single answer settles a treatment now; this one brings most near."));
    }
  if (advice->moot->len == 0)
    return g_steal_pointer (&decides);

  moot =
      /* Translators: %u counts questions. */
      g_strdup_printf (ngettext ("%u open question changes nothing any more.",
                                 "%u open questions change nothing any more.", advice->moot->len),
                       advice->moot->len);
  return g_strjoin (" ", decides, moot, NULL);
}

static const char *
get_nothing_to_ask (const LeioAdvice *advice)
{
  if (advice->odd->len > 0)
    return _ ("Some answers do not go together. Mend them first: they are marked below.");
  return _ ("Nothing more to ask: no open question changes the advice any more.");
}

static gboolean
is_focus_within (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* Puts the row of @question, or none for -1, into the card. */
static void
set_next_row (LeioQuestionPage *self, int question)
{
  gboolean had_focus = is_focus_within (GTK_WIDGET (self->next_slot));

  if (self->next_row != NULL)
    gtk_box_remove (self->next_slot, GTK_WIDGET (self->next_row));
  self->next_row = NULL;
  if (question < 0)
    return;

  self->next_row = LEIO_QUESTION_ROW (leio_question_row_new (self->session, question));
  gtk_box_append (self->next_slot, GTK_WIDGET (self->next_row));
  /* Who answers in the card goes on in the card. */
  if (had_focus)
    leio_question_row_focus_control (self->next_row);
}

/* Sets and numbers are answered in several steps: their row stays in the card as long as somebody
 * is at work in it, also when another question would be the next by now. */
static gboolean
is_being_answered (LeioQuestionPage *self)
{
  const LeioQuestion *question;
  const LeioAnswer *answer;

  if (self->next_row == NULL || !is_focus_within (GTK_WIDGET (self->next_slot)))
    return FALSE;

  question = leio_question_row_get_definition (self->next_row);
  answer = leio_answers_get (leio_session_get_answers (self->session), question->index);
  return answer->state == LEIO_ANSWER_GIVEN &&
         (question->kind == LEIO_QUESTION_SET || question->kind == LEIO_QUESTION_NUMBER);
}

static void
show_reason (LeioQuestionPage *self)
{
  const LeioAdvice *advice = leio_session_get_advice (self->session);
  g_autofree char *reason = advice->next_question >= 0 ? dup_next_reason (advice)
                                                       : g_strdup (get_nothing_to_ask (advice));

  gtk_widget_set_visible (GTK_WIDGET (self->next_heading), advice->next_question >= 0);
  gtk_label_set_label (self->next_reason, reason);
}

static void
show_card (LeioQuestionPage *self)
{
  const LeioAdvice *advice = leio_session_get_advice (self->session);
  int shown = self->next_row != NULL ? (int) leio_question_row_get_question (self->next_row) : -1;

  if (shown != advice->next_question)
    set_next_row (self, advice->next_question);
  gtk_widget_set_visible (GTK_WIDGET (self->next_reason), TRUE);
  gtk_widget_set_visible (self->go_on_button, FALSE);
  show_reason (self);
}

static gboolean
on_card_idle (gpointer user_data)
{
  LeioQuestionPage *self = user_data;
  gboolean wait = is_being_answered (self);

  self->card_source = 0;
  if (!wait)
    show_card (self);
  /* What the next question decides is not what the one in the card does. */
  gtk_widget_set_visible (GTK_WIDGET (self->next_reason), !wait);
  gtk_widget_set_visible (self->go_on_button, wait);
  return G_SOURCE_REMOVE;
}

static void
go_on (LeioQuestionPage *self)
{
  show_card (self);
  if (self->next_row != NULL)
    leio_question_row_focus_control (self->next_row);
}

static gboolean
on_go_on_idle (gpointer user_data)
{
  LeioQuestionPage *self = user_data;

  self->card_source = 0;
  go_on (self);
  return G_SOURCE_REMOVE;
}

static void
schedule_card (LeioQuestionPage *self, GSourceFunc function)
{
  g_clear_handle_id (&self->card_source, g_source_remove);
  self->card_source = g_idle_add_full (GDK_PRIORITY_REDRAW - 10, function, self, NULL);
}

/* Enter in the entry of a number: it takes the number first, then the card goes on. */
static gboolean
on_card_key (LeioQuestionPage *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && is_being_answered (self) &&
      leio_question_row_get_definition (self->next_row)->kind == LEIO_QUESTION_NUMBER)
    schedule_card (self, on_go_on_idle);
  return GDK_EVENT_PROPAGATE;
}

/* Nobody is at work in the card any more. */
static void
on_card_left (LeioQuestionPage *self)
{
  schedule_card (self, on_card_idle);
}

static void
on_advice_changed (LeioQuestionPage *self)
{
  show_progress (self);
  for (guint i = 0; i < self->sections->len; i++)
    show_section (self, i);

  /* The answer may come from the row in the card, which must not go while it speaks: the card
   * follows before the next frame. */
  schedule_card (self, on_card_idle);
}

static void
forget_rows (LeioQuestionPage *self)
{
  guint n_questions =
      leio_questionnaire_get_n_questions (leio_session_get_questionnaire (self->session));
  GtkWidget *child;

  set_next_row (self, -1);
  self->wanted = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sections_box))) != NULL)
    gtk_box_remove (self->sections_box, child);
  g_ptr_array_set_size (self->sections, 0);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->rows, n_questions);
}

/* Makes every row anew, in the reading that is open now. */
static void
rebuild (LeioQuestionPage *self)
{
  forget_rows (self);
  show_progress (self);
  show_card (self);
  for (guint i = 0; i < SECTIONS_AT_ONCE; i++)
    build_section (self);
  if (self->build_source == 0)
    self->build_source = g_idle_add_full (G_PRIORITY_LOW, on_build_idle, self, NULL);
}

static void
set_session (LeioQuestionPage *self, LeioSession *session)
{
  self->session = g_object_ref (session);
  g_object_bind_property (session, "label", self->label_entry, "text",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_signal_connect_object (session, "advice-changed", G_CALLBACK (on_advice_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::plain", G_CALLBACK (rebuild), self, G_CONNECT_SWAPPED);
  rebuild (self);
}

static void
scroll_to (LeioQuestionPage *self, GtkWidget *widget)
{
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (widget, GTK_WIDGET (self->sections_box), &bounds))
    {
      double top = 0;

      gtk_widget_translate_coordinates (GTK_WIDGET (self->sections_box),
                                        gtk_widget_get_parent (GTK_WIDGET (self->sections_box)), 0,
                                        0, NULL, &top);
      top += bounds.origin.y;
      gtk_adjustment_clamp_page (adjustment, top, top + bounds.size.height);
    }
}

static gboolean
on_focus_idle (gpointer user_data)
{
  LeioQuestionPage *self = user_data;
  LeioQuestionRow *row = g_steal_pointer (&self->wanted);

  self->focus_source = 0;
  if (row != NULL && gtk_widget_get_mapped (GTK_WIDGET (row)))
    {
      leio_question_row_focus_control (row);
      scroll_to (self, GTK_WIDGET (row));
    }
  return G_SOURCE_REMOVE;
}

/* Rows that were just made or shown have no place before the next layout. */
static void
focus_after_layout (LeioQuestionPage *self, LeioQuestionRow *row)
{
  self->wanted = row;
  if (self->focus_source == 0)
    self->focus_source = g_idle_add (on_focus_idle, self);
}

static void
leio_question_page_dispose (GObject *object)
{
  LeioQuestionPage *self = LEIO_QUESTION_PAGE (object);

  g_clear_handle_id (&self->build_source, g_source_remove);
  g_clear_handle_id (&self->card_source, g_source_remove);
  g_clear_handle_id (&self->focus_source, g_source_remove);
  self->next_row = NULL;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), LEIO_TYPE_QUESTION_PAGE);
  g_clear_object (&self->session);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (leio_question_page_parent_class)->dispose (object);
}

static void
leio_question_page_class_init (LeioQuestionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = leio_question_page_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/leio_app/Leio/ui/question-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LeioQuestionPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, LeioQuestionPage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, LeioQuestionPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, LeioQuestionPage, label_entry);
  gtk_widget_class_bind_template_child (widget_class, LeioQuestionPage, next_card);
  gtk_widget_class_bind_template_child (widget_class, LeioQuestionPage, next_heading);
  gtk_widget_class_bind_template_child (widget_class, LeioQuestionPage, next_slot);
  gtk_widget_class_bind_template_child (widget_class, LeioQuestionPage, next_reason);
  gtk_widget_class_bind_template_child (widget_class, LeioQuestionPage, go_on_button);
  gtk_widget_class_bind_template_child (widget_class, LeioQuestionPage, sections_box);
  gtk_widget_class_bind_template_callback (widget_class, go_on);
  gtk_widget_class_bind_template_callback (widget_class, on_card_key);
  gtk_widget_class_bind_template_callback (widget_class, on_card_left);
}

static void
leio_question_page_init (LeioQuestionPage *self)
{
  self->sections = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * leio_question_page_new:
 * @session: whose questionnaire
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
leio_question_page_new (LeioSession *session)
{
  LeioQuestionPage *self;

  g_return_val_if_fail (LEIO_IS_SESSION (session), NULL);

  self = g_object_new (LEIO_TYPE_QUESTION_PAGE, NULL);
  set_session (self, session);
  return GTK_WIDGET (self);
}

void
leio_question_page_show_question (LeioQuestionPage *self, guint question)
{
  LeioQuestionRow *row;

  g_return_if_fail (LEIO_IS_QUESTION_PAGE (self));
  g_return_if_fail (question < self->rows->len);

  row = get_row (self, question);
  /* One that is not called for is shown for this once: somebody asked for it. */
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (row)), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (row), TRUE);
  focus_after_layout (self, row);
}

void
leio_question_page_show_section (LeioQuestionPage *self, guint section)
{
  const LeioQuestionnaire *questionnaire;

  g_return_if_fail (LEIO_IS_QUESTION_PAGE (self));

  questionnaire = leio_session_get_questionnaire (self->session);
  for (guint i = 0; i < self->rows->len; i++)
    {
      LeioQuestionRow *row;

      if (leio_questionnaire_get_question (questionnaire, i)->section != section)
        continue;

      row = get_row (self, i);
      if (!leio_question_row_is_called_for (row))
        continue;

      focus_after_layout (self, row);
      return;
    }
}

void
leio_question_page_show_next (LeioQuestionPage *self)
{
  g_return_if_fail (LEIO_IS_QUESTION_PAGE (self));

  if (self->next_row == NULL)
    return;

  gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  leio_question_row_focus_control (self->next_row);
}
