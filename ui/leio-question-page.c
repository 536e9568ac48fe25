/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-question-page.h"

#include <glib/gi18n.h>

#include "leio-notes.h"
#include "leio-pane-layout.h"
#include "leio-question-keys.h"
#include "leio-question-section.h"
#include "leio-settings.h"
#include "leio-wording.h"

/* Sections made before the first frame: about what is to be seen without scrolling. */
#define SECTIONS_AT_ONCE 1
/* The card is brought up to date before the next key is read: an answer typed fast would else go to
 * the question before. */
#define CARD_PRIORITY G_PRIORITY_HIGH
/* Seen above and below a question that is scrolled to. */
#define SCROLL_MARGIN 60

struct _LeioQuestionPage
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *scroller;
  GtkLabel *progress_label;
  GtkProgressBar *progress_bar;
  GtkEditable *label_entry;
  LeioNotes *notes;
  GtkBox *next_card;
  GtkLabel *next_heading;
  GtkBox *next_slot;
  GtkWidget *go_on_button;
  GtkLabel *next_reason;
  GtkBox *sections_box;

  LeioSession *session;      /* owned */
  GSettings *settings;       /* (nullable) owned */
  GArray *order;             /* (element-type guint) the questions as they stand below each other */
  GPtrArray *sections;       /* (element-type LeioQuestionSection) borrowed: once they are made */
  GPtrArray *rows;           /* (element-type LeioQuestionRow) borrowed: by question, or NULL */
  LeioQuestionRow *next_row; /* (nullable) borrowed: in the card */
  guint build_source;
  guint card_source;
  guint focus_source;
  LeioQuestionRow *wanted; /* (nullable) borrowed: is scrolled to after the layout */
  gboolean wanted_section; /* its whole section is */
};

G_DEFINE_FINAL_TYPE (LeioQuestionPage, leio_question_page, GTK_TYPE_WIDGET)

static void step_to_open (LeioQuestionPage *self, int from, int direction);
static void on_card_go_on (LeioQuestionPage *self);

/* At home nothing is settled: treatments are sorted by how they are used. */
static char *
dup_progress_home (const LeioAdvice *advice)
{
  if (advice->odd->len > 0)
    return g_strdup (_ ("Please check these answers"));

  /* Translators: the first number counts answers, the others treatments */
  return g_strdup_printf (ngettext ("By your %1$u answer, %2$u of %3$u treatments are sorted",
                                    "By your %1$u answers, %2$u of %3$u treatments are sorted",
                                    advice->n_answers),
                          advice->n_answers, advice->n_settled, advice->treatments->len);
}

static char *
dup_progress (const LeioAdvice *advice)
{
  if (advice->odd->len > 0)
    return g_strdup (_ ("Nothing is settled: answers contradict each other"));

  /* Translators: how far the case is: the first number counts answers, the others treatments, e.g.
   * "9 answers settle 41 of 58 treatments". */
  return g_strdup_printf (ngettext ("%1$u answer settles %2$u of %3$u treatments",
                                    "%1$u answers settle %2$u of %3$u treatments",
                                    advice->n_answers),
                          advice->n_answers, advice->n_settled, advice->treatments->len);
}

static const char *
get_section_id (LeioQuestionPage *self, guint section)
{
  return leio_questionnaire_get_section (leio_session_get_questionnaire (self->session), section)
      ->id;
}

static void
show_progress (LeioQuestionPage *self)
{
  const LeioAdvice *advice = leio_session_get_advice (self->session);
  guint n_treatments = MAX (advice->treatments->len, 1);
  g_autofree char *text = leio_session_get_plain (self->session) ? dup_progress_home (advice)
                                                                 : dup_progress (advice);

  gtk_label_set_label (self->progress_label, text);
  gtk_progress_bar_set_fraction (self->progress_bar, (double) advice->n_settled / n_treatments);
}

/* Remembered for every window: who folds a section has no use for it in the next case either. */
static void
on_section_folded (LeioQuestionPage *self, GParamSpec *pspec, LeioQuestionSection *section)
{
  const char *id = get_section_id (self, leio_question_section_get_section (section));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) old = NULL;
  g_auto (GStrv) new = NULL;

  if (self->settings == NULL)
    return;

  old = g_settings_get_strv (self->settings, "folded-question-sections");
  for (guint i = 0; old[i] != NULL; i++)
    {
      if (!g_str_equal (old[i], id))
        g_strv_builder_add (builder, old[i]);
    }
  if (!leio_question_section_get_unfolded (section))
    g_strv_builder_add (builder, id);
  new = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, "folded-question-sections", (const char *const *) new);
}

static gboolean
is_folded (LeioQuestionPage *self, guint section)
{
  g_auto (GStrv) folded = NULL;

  if (self->settings == NULL)
    return FALSE;

  folded = g_settings_get_strv (self->settings, "folded-question-sections");
  return g_strv_contains ((const char *const *) folded, get_section_id (self, section));
}

static LeioQuestionSection *
new_section (LeioQuestionPage *self, guint index)
{
  LeioQuestionSection *section =
      LEIO_QUESTION_SECTION (leio_question_section_new (self->session, index));

  leio_question_section_set_unfolded (section, !is_folded (self, index));
  g_signal_connect_object (section, "notify::unfolded", G_CALLBACK (on_section_folded), self,
                           G_CONNECT_SWAPPED);
  return section;
}

static void
on_row_go_on (LeioQuestionPage *self, LeioQuestionRow *row)
{
  step_to_open (self, (int) leio_question_row_get_question (row), 1);
}

/* Makes the next section that is missing; FALSE when all are there. */
static gboolean
build_section (LeioQuestionPage *self)
{
  const LeioQuestionnaire *questionnaire = leio_session_get_questionnaire (self->session);
  guint section = self->sections->len;
  LeioQuestionSection *box;

  if (section == leio_questionnaire_get_n_sections (questionnaire))
    return FALSE;

  box = new_section (self, section);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row;

      if (leio_questionnaire_get_question (questionnaire, i)->section != section)
        continue;

      row = leio_question_row_new (self->session, i);
      g_signal_connect_object (row, "go-on", G_CALLBACK (on_row_go_on), self, G_CONNECT_SWAPPED);
      leio_question_section_add (box, LEIO_QUESTION_ROW (row));
      self->rows->pdata[i] = row;
    }
  g_ptr_array_add (self->sections, box);
  gtk_box_append (self->sections_box, GTK_WIDGET (box));
  leio_question_section_update (box);
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
dup_sorts (guint n_treatments, guint n_open)
{
  if (n_treatments == 0)
    return g_strdup (_ ("This answer helps most just now."));

  /* Translators: both numbers count treatments */
  return g_strdup_printf (ngettext ("It helps to sort %1$u of the %2$u treatment still open.",
                                    "It helps to sort %1$u of the %2$u treatments still open.",
                                    n_open),
                          n_treatments, n_open);
}

static char *
dup_decides (guint n_treatments, guint n_open)
{
  if (n_treatments == 0)
    return g_strdup (_ ("No single answer settles a treatment now; this one brings most near."));

  /* Translators: both numbers count treatments, e.g. "It decides about 6 of the 17 treatments that
   * are still open." */
  return g_strdup_printf (ngettext ("It decides about %1$u of the %2$u treatment still open.",
                                    "It decides about %1$u of the %2$u treatments still open.",
                                    n_open),
                          n_treatments, n_open);
}

static char *
dup_next_reason (const LeioAdvice *advice, gboolean plain)
{
  guint n_open = advice->treatments->len - advice->n_settled;
  guint n_treatments = (guint) (advice->next_settles + 0.5);
  g_autofree char *decides = plain ? dup_sorts (n_treatments, n_open)
                                   : dup_decides (n_treatments, n_open);
  g_autofree char *moot = NULL;

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
  g_signal_connect_object (self->next_row, "go-on", G_CALLBACK (on_card_go_on), self,
                           G_CONNECT_SWAPPED);
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
  gboolean plain = leio_session_get_plain (self->session);
  g_autofree char *reason = advice->next_question >= 0 ? dup_next_reason (advice, plain)
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
  self->card_source = g_idle_add_full (CARD_PRIORITY, function, self, NULL);
}

/* The row that asks for the next question must not go while it speaks. */
static void
on_card_go_on (LeioQuestionPage *self)
{
  schedule_card (self, on_go_on_idle);
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
    leio_question_section_update (g_ptr_array_index (self->sections, i));

  /* The answer may come from the row in the card, which must not go while it speaks: the card
   * follows before the next frame. */
  schedule_card (self, on_card_idle);
}

static void
list_questions (LeioQuestionPage *self)
{
  const LeioQuestionnaire *questionnaire = leio_session_get_questionnaire (self->session);
  guint n_questions = leio_questionnaire_get_n_questions (questionnaire);

  g_array_set_size (self->order, 0);
  for (guint i = 0; i < leio_questionnaire_get_n_sections (questionnaire); i++)
    {
      for (guint j = 0; j < n_questions; j++)
        {
          if (leio_questionnaire_get_question (questionnaire, j)->section == i)
            g_array_append_val (self->order, j);
        }
    }
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
  list_questions (self);
  g_object_bind_property (session, "label", self->label_entry, "text",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  leio_notes_set_session (self->notes, session);
  g_signal_connect_object (session, "advice-changed", G_CALLBACK (on_advice_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::plain", G_CALLBACK (rebuild), self, G_CONNECT_SWAPPED);
  rebuild (self);
}

/* Where @widget lies in what is scrolled. */
static gboolean
find_extent (LeioQuestionPage *self, GtkWidget *widget, double *top, double *bottom)
{
  GtkWidget *all = gtk_widget_get_parent (GTK_WIDGET (self->sections_box));
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (widget, all, &bounds))
    return FALSE;

  *top = bounds.origin.y;
  *bottom = bounds.origin.y + bounds.size.height;
  return TRUE;
}

/* To the top for a section, so that one sees how it goes on; else only as far as needed, with some
 * of what is around it. */
static void
scroll_to (LeioQuestionPage *self, GtkWidget *widget, gboolean to_top)
{
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double top, bottom;

  if (!find_extent (self, widget, &top, &bottom))
    return;

  if (to_top)
    gtk_adjustment_set_value (adjustment, top);
  else
    gtk_adjustment_clamp_page (adjustment, top - SCROLL_MARGIN, bottom + SCROLL_MARGIN);
}

static GtkWidget *
find_section (LeioQuestionRow *row)
{
  return gtk_widget_get_ancestor (GTK_WIDGET (row), LEIO_TYPE_QUESTION_SECTION);
}

static gboolean
on_focus_idle (gpointer user_data)
{
  LeioQuestionPage *self = user_data;
  LeioQuestionRow *row = g_steal_pointer (&self->wanted);

  self->focus_source = 0;
  if (row != NULL && gtk_widget_get_mapped (GTK_WIDGET (row)))
    scroll_to (self, self->wanted_section ? find_section (row) : GTK_WIDGET (row),
               self->wanted_section);
  self->wanted_section = FALSE;
  return G_SOURCE_REMOVE;
}

/* The focus goes at once, so that the next key finds it; rows that were just made or shown have no
 * place to scroll to before the next layout. */
static void
focus_row (LeioQuestionPage *self, LeioQuestionRow *row)
{
  leio_question_row_focus_control (row);
  self->wanted = row;
  if (self->focus_source == 0)
    self->focus_source = g_idle_add (on_focus_idle, self);
}

static LeioQuestionSection *
get_section_of (LeioQuestionPage *self, guint question)
{
  const LeioQuestionnaire *questionnaire = leio_session_get_questionnaire (self->session);

  return g_ptr_array_index (self->sections,
                            leio_questionnaire_get_question (questionnaire, question)->section);
}

/* Does an answer to it still make a difference? */
static gboolean
is_waiting (LeioQuestionPage *self, guint question)
{
  const LeioAdvice *advice = leio_session_get_advice (self->session);
  const LeioAnswers *answers = leio_session_get_answers (self->session);

  if (g_array_index (advice->asked, LeioAsked, question) != LEIO_ASKED_ALWAYS ||
      leio_answers_get (answers, question)->state != LEIO_ANSWER_OPEN)
    return FALSE;

  for (guint i = 0; i < advice->moot->len; i++)
    {
      if (g_array_index (advice->moot, guint, i) == question)
        return FALSE;
    }
  return TRUE;
}

/* Where in the order: -1 for the place before all. */
static int
find_place (LeioQuestionPage *self, int question)
{
  for (guint i = 0; i < self->order->len; i++)
    {
      if ((int) g_array_index (self->order, guint, i) == question)
        return (int) i;
    }
  return -1;
}

/* The question in whose row the focus is; -1 for none. */
static int
find_focused (LeioQuestionPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (row != NULL && is_focus_within (row))
        return (int) i;
    }
  return -1;
}

/* The nearest question that waits for an answer, round and round; @from: -1 for the top. */
static void
step_to_open (LeioQuestionPage *self, int from, int direction)
{
  int n_questions = (int) self->order->len;
  int place = find_place (self, from);

  if (place < 0 && direction < 0)
    place = n_questions;
  for (int i = 1; i <= n_questions; i++)
    {
      int index = ((place + direction * i) % n_questions + n_questions) % n_questions;
      guint question = g_array_index (self->order, guint, index);

      if (is_waiting (self, question))
        {
          leio_question_page_show_question (self, question);
          return;
        }
    }
  /* No question is left: as where a cursor stands at the end of its text. */
  gtk_widget_error_bell (GTK_WIDGET (self));
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
  g_clear_object (&self->settings);
  g_clear_pointer (&self->order, g_array_unref);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (leio_question_page_parent_class)->dispose (object);
}

static void
leio_question_page_class_init (LeioQuestionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = leio_question_page_dispose;

  g_type_ensure (LEIO_TYPE_NOTES);
  gtk_widget_class_set_layout_manager_type (widget_class, LEIO_TYPE_PANE_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/leio_app/Leio/ui/question-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LeioQuestionPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, LeioQuestionPage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, LeioQuestionPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, LeioQuestionPage, label_entry);
  gtk_widget_class_bind_template_child (widget_class, LeioQuestionPage, notes);
  gtk_widget_class_bind_template_child (widget_class, LeioQuestionPage, next_card);
  gtk_widget_class_bind_template_child (widget_class, LeioQuestionPage, next_heading);
  gtk_widget_class_bind_template_child (widget_class, LeioQuestionPage, next_slot);
  gtk_widget_class_bind_template_child (widget_class, LeioQuestionPage, next_reason);
  gtk_widget_class_bind_template_child (widget_class, LeioQuestionPage, go_on_button);
  gtk_widget_class_bind_template_child (widget_class, LeioQuestionPage, sections_box);
  gtk_widget_class_bind_template_callback (widget_class, go_on);
  gtk_widget_class_bind_template_callback (widget_class, on_card_left);
}

static void
leio_question_page_init (LeioQuestionPage *self)
{
  self->settings = leio_settings_new ();
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
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
  leio_question_keys_add (self);
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
  leio_question_section_reveal (get_section_of (self, question), row);
  focus_row (self, row);
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

      leio_question_page_show_question (self, i);
      self->wanted_section = TRUE;
      return;
    }
}

/* The section where the focus is; -1 for the card and what is above the sections. */
static int
find_focused_section (LeioQuestionPage *self)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      if (is_focus_within (g_ptr_array_index (self->sections, i)))
        return (int) i;
    }
  return -1;
}

void
leio_question_page_step_section (LeioQuestionPage *self, int direction)
{
  int n_sections;
  int section;

  g_return_if_fail (LEIO_IS_QUESTION_PAGE (self));

  n_sections =
      (int) leio_questionnaire_get_n_sections (leio_session_get_questionnaire (self->session));
  while (build_section (self))
    ;
  section = find_focused_section (self);
  if (section < 0 && direction < 0)
    section = n_sections;
  for (section += direction; section >= 0 && section < n_sections; section += direction)
    {
      if (!gtk_widget_get_visible (g_ptr_array_index (self->sections, section)))
        continue;

      leio_question_page_show_section (self, section);
      return;
    }
  if (direction < 0)
    leio_question_page_show_next (self);
}

void
leio_question_page_step_open (LeioQuestionPage *self, int direction)
{
  g_return_if_fail (LEIO_IS_QUESTION_PAGE (self));
  step_to_open (self, find_focused (self), direction);
}

gboolean
leio_question_page_show_next (LeioQuestionPage *self)
{
  g_return_val_if_fail (LEIO_IS_QUESTION_PAGE (self), FALSE);

  /* Of a case that was just opened the card follows in an idle. */
  if (self->card_source != 0)
    {
      g_clear_handle_id (&self->card_source, g_source_remove);
      show_card (self);
    }
  if (self->next_row == NULL)
    return FALSE;

  gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  leio_question_row_focus_control (self->next_row);
  return TRUE;
}

LeioQuestionRow *
leio_question_page_get_next_row (LeioQuestionPage *self)
{
  g_return_val_if_fail (LEIO_IS_QUESTION_PAGE (self), NULL);
  return self->next_row;
}
