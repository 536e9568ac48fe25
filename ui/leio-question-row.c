/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-question-row.h"

#include <glib/gi18n.h>

#include "leio-choice-row.h"
#include "leio-meaning.h"
#include "leio-number-row.h"
#include "leio-report.h"
#include "leio-set-row.h"
#include "leio-text.h"
#include "leio-wording.h"
#include "leio-wrap-layout.h"

typedef struct
{
  /* Template widgets */
  LeioText *title;
  GtkButton *clear_button;
  GtkToggleButton *info_button;
  GtkBox *info;
  GtkLabel *why_title;
  LeioText *why;
  GtkLabel *where_title;
  LeioText *where;
  GtkBox *words;
  LeioText *emergency;
  LeioText *mistake;
  LeioText *odd;
  LeioText *note;
  GtkBox *control_slot;

  LeioSession *session; /* owned */
  guint question;
} LeioQuestionRowPrivate;

enum
{
  PROP_SESSION = 1,
  PROP_QUESTION,
  N_PROPS
};

enum
{
  GO_ON,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LeioQuestionRow, leio_question_row, GTK_TYPE_WIDGET)

#define PRIV(self) ((LeioQuestionRowPrivate *) leio_question_row_get_instance_private (self))

static const LeioAnswer *
get_answer (LeioQuestionRow *self)
{
  return leio_answers_get (leio_session_get_answers (PRIV (self)->session), PRIV (self)->question);
}

static LeioAsked
get_asked (LeioQuestionRow *self)
{
  const LeioAdvice *advice = leio_session_get_advice (PRIV (self)->session);

  return g_array_index (advice->asked, LeioAsked, PRIV (self)->question);
}

static gboolean
holds (const GArray *questions, guint question)
{
  for (guint i = 0; i < questions->len; i++)
    {
      if (g_array_index (questions, guint, i) == question)
        return TRUE;
    }
  return FALSE;
}

static char *
dup_oddity (LeioQuestionRow *self, const LeioOddity *odd)
{
  LeioSession *session = PRIV (self)->session;
  const LeioKnowledge *knowledge = leio_session_get_knowledge (session);
  const LeioAnswers *answers = leio_session_get_answers (session);
  g_autofree char *listed = leio_report_dup_answers_in (knowledge, answers, odd->questions,
                                                        leio_session_get_plain (session));
  g_autofree char *why = leio_wording_dup_impossible (knowledge, odd->impossible, answers,
                                                      leio_session_get_plain (session));

  /* Translators: the first is a list of answers, "site (uterus), depth (deep)", the second a
   * sentence that says why they cannot all be true. */
  return g_strdup_printf (_ ("These answers do not go together: %1$s. %2$s"), listed, why);
}

/* (nullable) (transfer full): how the answer collides with others. */
static char *
dup_contradiction (LeioQuestionRow *self)
{
  LeioQuestionRowPrivate *priv = PRIV (self);
  const LeioAdvice *advice = leio_session_get_advice (priv->session);

  for (guint i = 0; i < advice->odd->len; i++)
    {
      const LeioOddity *odd = g_ptr_array_index (advice->odd, i);

      if (holds (odd->questions, priv->question))
        return dup_oddity (self, odd);
    }
  return NULL;
}

/* The given answers on which it rests whether the question is asked. */
static char *
dup_what_rules_it_out (LeioQuestionRow *self)
{
  LeioQuestionRowPrivate *priv = PRIV (self);
  const LeioKnowledge *knowledge = leio_session_get_knowledge (priv->session);
  const LeioAnswers *answers = leio_session_get_answers (priv->session);
  g_autoptr (GArray) questions = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint8 *tested = g_new0 (guint8, leio_answers_get_length (answers));

  leio_logic_find_tested (knowledge->logic,
                          g_ptr_array_index (knowledge->logic->ask_if, priv->question), tested);
  for (guint i = 0; i < leio_answers_get_length (answers); i++)
    {
      if (tested[i] && leio_answers_is_given (answers, i))
        g_array_append_val (questions, i);
    }
  return leio_report_dup_answers_in (knowledge, answers, questions,
                                     leio_session_get_plain (priv->session));
}

/* Whether what is derived and shown, such as the stage, still waits for the answer. */
static gboolean
is_derived_from (LeioQuestionRow *self)
{
  const LeioAdvice *advice = leio_session_get_advice (PRIV (self)->session);

  for (guint i = 0; i < advice->derived->len; i++)
    {
      const LeioDerivedAdvice *it = g_ptr_array_index (advice->derived, i);

      if (holds (it->depends_on, PRIV (self)->question))
        return TRUE;
    }
  return FALSE;
}

/* Then nothing is asked, and all stays as it was seen last. */
static gboolean
is_contradictory (LeioQuestionRow *self)
{
  return leio_session_get_advice (PRIV (self)->session)->odd->len > 0;
}

/* (nullable) (transfer full): why no answer has an effect. */
static char *
dup_note (LeioQuestionRow *self)
{
  LeioQuestionRowPrivate *priv = PRIV (self);

  if (is_contradictory (self))
    return NULL;
  if (get_asked (self) == LEIO_ASKED_NEVER)
    {
      g_autofree char *answers = dup_what_rules_it_out (self);

      /* Translators: %s is a list of answers, e.g. "site (skin), metastases (no)". */
      return g_strdup_printf (_ ("Does not arise in this case: %s. The answer has no effect."),
                              answers);
    }
  if (holds (leio_session_get_advice (priv->session)->moot, priv->question))
    return is_derived_from (self)
             ? g_strdup (_ ("Changes no treatment any more; the stage or the risk still needs it."))
             : g_strdup (_ ("Changes nothing any more: whatever the answer is, the advice stays."));
  return NULL;
}

static void
set_css_class (GtkWidget *widget, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* (nullable) (transfer full): what cannot wait, told where the answer is given. */
static char *
dup_emergency (LeioQuestionRow *self)
{
  LeioSession *session = PRIV (self)->session;
  const LeioKnowledge *knowledge = leio_session_get_knowledge (session);
  const LeioAdvice *advice = leio_session_get_advice (session);
  gboolean plain = leio_session_get_plain (session);

  if (!leio_report_is_emergency_answer (knowledge, advice, PRIV (self)->question))
    return NULL;
  return leio_report_dup_emergency (knowledge, leio_session_get_answers (session), advice,
                                    plain ? LEIO_REPORT_HOME : LEIO_REPORT_CLINICIAN);
}

static void
on_advice_changed (LeioQuestionRow *self)
{
  LeioQuestionRowPrivate *priv = PRIV (self);
  g_autofree char *contradiction = dup_contradiction (self);
  g_autofree char *note = contradiction == NULL ? dup_note (self) : NULL;
  g_autofree char *emergency = dup_emergency (self);

  leio_text_take (priv->emergency, g_strdup (emergency));
  leio_text_take (priv->odd, g_strdup (contradiction));
  leio_text_take (priv->note, g_strdup (note));
  set_css_class (GTK_WIDGET (self), "odd", contradiction != NULL);
  /* On the title alone: a class on the row would give a new style to everything in it. */
  set_css_class (GTK_WIDGET (priv->title), "moot", note != NULL);
}

static void
show_answer (LeioQuestionRow *self)
{
  const LeioAnswer *answer = get_answer (self);

  LEIO_QUESTION_ROW_GET_CLASS (self)->show_answer (self, answer);
  gtk_widget_set_visible (GTK_WIDGET (PRIV (self)->clear_button),
                          answer->state != LEIO_ANSWER_OPEN);
}

static void
on_answers_changed (LeioQuestionRow *self, guint question)
{
  if (question == PRIV (self)->question || question == LEIO_SESSION_ALL_QUESTIONS)
    show_answer (self);
}

static void
clear (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LeioQuestionRow *self = LEIO_QUESTION_ROW (widget);
  LeioQuestionRowPrivate *priv = PRIV (self);

  if (get_answer (self)->state == LEIO_ANSWER_OPEN)
    return;

  leio_question_row_set_mistake (self, NULL);
  /* Before the button, which has the focus, goes away. */
  leio_question_row_focus_control (self);
  leio_session_clear_answer (priv->session, priv->question);
}

/* The question and its answers are no texts to click on: their words are buttons here. */
static void
add_words (LeioQuestionRow *self, LeioGlossary *glossary)
{
  LeioQuestionRowPrivate *priv = PRIV (self);
  const LeioKnowledge *knowledge = leio_session_get_knowledge (priv->session);
  const LeioQuestion *question
    = leio_questionnaire_get_question (knowledge->logic->questionnaire, priv->question);
  gboolean plain = leio_session_get_plain (priv->session);
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (guint));

  leio_glossary_add_terms (glossary, leio_wording_question (knowledge, priv->question, plain),
                           terms);
  for (guint i = 0; i < question->values->len; i++)
    leio_glossary_add_terms (glossary, leio_wording_value (knowledge, priv->question, i, plain),
                             terms);
  for (guint i = 0; i < terms->len; i++)
    gtk_box_append (priv->words,
                    leio_meaning_new_button (glossary, g_array_index (terms, guint, i)));
  gtk_widget_set_visible (GTK_WIDGET (priv->words), terms->len > 0);
}

static void
on_info_toggled (LeioQuestionRow *self)
{
  LeioQuestionRowPrivate *priv = PRIV (self);
  gboolean open = gtk_toggle_button_get_active (priv->info_button);
  LeioGlossary *glossary = leio_meaning_get_glossary (GTK_WIDGET (self));

  if (open && glossary != NULL && !gtk_widget_get_visible (GTK_WIDGET (priv->words)))
    add_words (self, glossary);
  gtk_widget_set_visible (GTK_WIDGET (priv->info), open);
  gtk_accessible_update_state (GTK_ACCESSIBLE (priv->info_button), GTK_ACCESSIBLE_STATE_EXPANDED,
                               open, -1);
}

static void
explain (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkToggleButton *button = PRIV (LEIO_QUESTION_ROW (widget))->info_button;

  if (gtk_widget_get_visible (GTK_WIDGET (button)))
    gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
}

static void
ask_for_next (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[GO_ON], 0);
}

static void
name_buttons (LeioQuestionRow *self, const char *short_label)
{
  LeioQuestionRowPrivate *priv = PRIV (self);
  /* Translators: %s is a question in two or three words, e.g. "tumour size". */
  g_autofree char *clear = g_strdup_printf (_ ("Clear the answer: %s"), short_label);
  /* Translators: %s is a question in two or three words, e.g. "tumour size". */
  g_autofree char *info = g_strdup_printf (_ ("Why this is asked: %s"), short_label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->clear_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, clear, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->info_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  info, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (priv->info_button), GTK_ACCESSIBLE_STATE_EXPANDED,
                               FALSE, -1);
}

static void
fill_info (LeioQuestionRow *self, const LeioKnowledge *knowledge, gboolean plain)
{
  LeioQuestionRowPrivate *priv = PRIV (self);
  const char *why = leio_wording_why (knowledge, priv->question, plain);
  const char *where = leio_wording_help (knowledge, priv->question, plain);

  leio_text_take (priv->why, g_strdup (why));
  leio_text_take (priv->where, g_strdup (where));
  gtk_widget_set_visible (GTK_WIDGET (priv->why_title), why != NULL && *why != '\0');
  gtk_widget_set_visible (GTK_WIDGET (priv->where_title), where != NULL && *where != '\0');
  gtk_widget_set_visible (GTK_WIDGET (priv->info_button), why != NULL || where != NULL);
}

static void
leio_question_row_constructed (GObject *object)
{
  LeioQuestionRow *self = LEIO_QUESTION_ROW (object);
  LeioQuestionRowPrivate *priv = PRIV (self);
  const LeioKnowledge *knowledge = leio_session_get_knowledge (priv->session);
  gboolean plain = leio_session_get_plain (priv->session);

  G_OBJECT_CLASS (leio_question_row_parent_class)->constructed (object);

  leio_text_set_text (priv->title, leio_wording_question (knowledge, priv->question, plain));
  name_buttons (self, leio_wording_question_name (knowledge, priv->question, plain));
  fill_info (self, knowledge, plain);
  LEIO_QUESTION_ROW_GET_CLASS (self)->build (self);
  show_answer (self);
  on_advice_changed (self);

  g_signal_connect_object (priv->session, "answers-changed", G_CALLBACK (on_answers_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->session, "advice-changed", G_CALLBACK (on_advice_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
leio_question_row_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  LeioQuestionRowPrivate *priv = PRIV (LEIO_QUESTION_ROW (object));

  switch (prop_id)
    {
    case PROP_SESSION:
      priv->session = g_value_dup_object (value);
      break;
    case PROP_QUESTION:
      priv->question = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
leio_question_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LeioQuestionRowPrivate *priv = PRIV (LEIO_QUESTION_ROW (object));

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, priv->session);
      break;
    case PROP_QUESTION:
      g_value_set_uint (value, priv->question);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
leio_question_row_dispose (GObject *object)
{
  LeioQuestionRowPrivate *priv = PRIV (LEIO_QUESTION_ROW (object));
  GtkWidget *child;

  if (priv->session != NULL)
    g_signal_handlers_disconnect_by_data (priv->session, object);
  /* gtk_widget_dispose_template() looks for the template in the subclass, which has none. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&priv->session);

  G_OBJECT_CLASS (leio_question_row_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (LEIO_TYPE_TEXT);
  g_type_ensure (LEIO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/leio_app/Leio/ui/rows/question-row.ui");
  gtk_widget_class_bind_template_child_private (widget_class, LeioQuestionRow, title);
  gtk_widget_class_bind_template_child_private (widget_class, LeioQuestionRow, clear_button);
  gtk_widget_class_bind_template_child_private (widget_class, LeioQuestionRow, info_button);
  gtk_widget_class_bind_template_child_private (widget_class, LeioQuestionRow, info);
  gtk_widget_class_bind_template_child_private (widget_class, LeioQuestionRow, why_title);
  gtk_widget_class_bind_template_child_private (widget_class, LeioQuestionRow, why);
  gtk_widget_class_bind_template_child_private (widget_class, LeioQuestionRow, where_title);
  gtk_widget_class_bind_template_child_private (widget_class, LeioQuestionRow, where);
  gtk_widget_class_bind_template_child_private (widget_class, LeioQuestionRow, words);
  gtk_widget_class_bind_template_child_private (widget_class, LeioQuestionRow, emergency);
  gtk_widget_class_bind_template_child_private (widget_class, LeioQuestionRow, mistake);
  gtk_widget_class_bind_template_child_private (widget_class, LeioQuestionRow, odd);
  gtk_widget_class_bind_template_child_private (widget_class, LeioQuestionRow, note);
  gtk_widget_class_bind_template_child_private (widget_class, LeioQuestionRow, control_slot);
  gtk_widget_class_bind_template_callback (widget_class, on_info_toggled);
}

/* In an entry Delete goes to the text first. */
static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "question.clear", NULL, clear);
  gtk_widget_class_install_action (widget_class, "question.explain", NULL, explain);
  gtk_widget_class_install_action (widget_class, "question.go-on", NULL, ask_for_next);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "question.clear", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "question.clear", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, GDK_CONTROL_MASK,
                                       "question.explain", NULL);
}

static void
leio_question_row_class_init (LeioQuestionRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = leio_question_row_constructed;
  object_class->set_property = leio_question_row_set_property;
  object_class->get_property = leio_question_row_get_property;
  object_class->dispose = leio_question_row_dispose;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, LEIO_TYPE_SESSION, flags);
  properties[PROP_QUESTION] = g_param_spec_uint ("question", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[GO_ON] = g_signal_new ("go-on", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "question");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  bind_template (widget_class);
}

static void
leio_question_row_init (LeioQuestionRow *self)
{
  GtkLayoutManager *layout;

  gtk_widget_init_template (GTK_WIDGET (self));
  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

static GType
type_of_kind (LeioQuestionKind kind)
{
  switch (kind)
    {
    case LEIO_QUESTION_CHOICE:
    case LEIO_QUESTION_SCALE:
      return LEIO_TYPE_CHOICE_ROW;
    case LEIO_QUESTION_SET:
      return LEIO_TYPE_SET_ROW;
    case LEIO_QUESTION_NUMBER:
      return LEIO_TYPE_NUMBER_ROW;
    }
  g_return_val_if_reached (LEIO_TYPE_CHOICE_ROW);
}

GtkWidget *
leio_question_row_new (LeioSession *session, guint question)
{
  const LeioQuestion *definition;

  g_return_val_if_fail (LEIO_IS_SESSION (session), NULL);

  definition = leio_questionnaire_get_question (leio_session_get_questionnaire (session), question);
  g_return_val_if_fail (definition != NULL, NULL);

  return g_object_new (type_of_kind (definition->kind), "session", session, "question", question,
                       NULL);
}

guint
leio_question_row_get_question (LeioQuestionRow *self)
{
  g_return_val_if_fail (LEIO_IS_QUESTION_ROW (self), 0);
  return PRIV (self)->question;
}

gboolean
leio_question_row_focus_control (LeioQuestionRow *self)
{
  g_return_val_if_fail (LEIO_IS_QUESTION_ROW (self), FALSE);
  return LEIO_QUESTION_ROW_GET_CLASS (self)->focus_control (self);
}

gboolean
leio_question_row_is_called_for (LeioQuestionRow *self)
{
  g_return_val_if_fail (LEIO_IS_QUESTION_ROW (self), FALSE);

  if (is_contradictory (self))
    return gtk_widget_get_visible (GTK_WIDGET (self));
  return get_asked (self) == LEIO_ASKED_ALWAYS || get_answer (self)->state != LEIO_ANSWER_OPEN;
}

LeioSession *
leio_question_row_get_session (LeioQuestionRow *self)
{
  g_return_val_if_fail (LEIO_IS_QUESTION_ROW (self), NULL);
  return PRIV (self)->session;
}

const LeioQuestion *
leio_question_row_get_definition (LeioQuestionRow *self)
{
  g_return_val_if_fail (LEIO_IS_QUESTION_ROW (self), NULL);
  return leio_questionnaire_get_question (leio_session_get_questionnaire (PRIV (self)->session),
                                          PRIV (self)->question);
}

void
leio_question_row_set_control (LeioQuestionRow *self, GtkWidget *control)
{
  g_return_if_fail (LEIO_IS_QUESTION_ROW (self));
  gtk_box_append (PRIV (self)->control_slot, control);
}

GtkWidget *
leio_question_row_get_title_label (LeioQuestionRow *self)
{
  g_return_val_if_fail (LEIO_IS_QUESTION_ROW (self), NULL);
  return GTK_WIDGET (PRIV (self)->title);
}

void
leio_question_row_relate (LeioQuestionRow *self, GtkWidget *control)
{
  LeioQuestionRowPrivate *priv;

  g_return_if_fail (LEIO_IS_QUESTION_ROW (self));

  priv = PRIV (self);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  priv->title, NULL, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  priv->mistake, priv->odd, priv->note, NULL, -1);
}

void
leio_question_row_answer (LeioQuestionRow *self, const LeioAnswer *answer)
{
  g_return_if_fail (LEIO_IS_QUESTION_ROW (self));
  leio_session_set_answer (PRIV (self)->session, PRIV (self)->question, answer);
}

void
leio_question_row_set_mistake (LeioQuestionRow *self, const char *mistake)
{
  g_return_if_fail (LEIO_IS_QUESTION_ROW (self));
  leio_text_take (PRIV (self)->mistake, g_strdup (mistake));
}
