/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-compare-window.h"

#include <glib/gi18n.h>

#include "leio-compare-words.h"
#include "leio-help-window.h"
#include "leio-mnemonic.h"
#include "leio-question-row.h"
#include "leio-report.h"
#include "leio-text.h"
#include "leio-wording.h"
#include "leio-wrap-layout.h"

#define MAX_VARIANTS 3

/* One column beside the case. */
typedef struct
{
  LeioSession *session; /* owned */
  GtkWidget *card;      /* lent: its controls */
  GtkBox *question;     /* lent: where the row of the question to change stands */
  LeioText *differs;    /* lent */
  char letter;          /* its name, which it keeps */
} Variant;

struct _LeioCompareWindow
{
  GtkWindow parent_instance;

  /* Template widgets */
  GtkBox *cards;
  GtkWidget *add_button;
  GtkBox *words;
  GtkGrid *table;

  /* Owned references */
  LeioSession *session; /* of the window */
  LeioSession *base;    /* its case, without a what-if */
  GPtrArray *variants;  /* (element-type Variant) */
};

G_DEFINE_FINAL_TYPE (LeioCompareWindow, leio_compare_window, GTK_TYPE_WINDOW)

static void
variant_free (gpointer data)
{
  Variant *variant = data;

  g_object_unref (variant->session);
  g_free (variant);
}

static Variant *
get_variant (LeioCompareWindow *self, guint i)
{
  return g_ptr_array_index (self->variants, i);
}

static char *
dup_title (const Variant *variant)
{
  /* Translators: %c is a letter: "Variant A" */
  return g_strdup_printf (_ ("Variant %c"), variant->letter);
}

/* The first letter that no variant has. */
static char
find_letter (LeioCompareWindow *self)
{
  char letter = 'A';

  for (guint i = 0; i < self->variants->len; i++)
    if (get_variant (self, i)->letter == letter)
      {
        letter++;
        i = G_MAXUINT;
      }

  return letter;
}

static void
remove_children (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    {
      if (GTK_IS_GRID (box))
        gtk_grid_remove (GTK_GRID (box), child);
      else
        gtk_box_remove (GTK_BOX (box), child);
    }
}

static LeioSession *
get_column (LeioCompareWindow *self, guint column)
{
  return column == 0 ? self->base : get_variant (self, column - 1)->session;
}

/* A cell that differs from the case is marked, and told to be so. */
static void
add_cell (LeioCompareWindow *self, guint column, int row, const char *text, gboolean changed)
{
  g_autofree char *marked = g_strconcat ("● ", text, NULL);
  /* Translators: a cell of a table that differs from the case; %s is what is in it */
  g_autofree char *told = g_strdup_printf (_ ("%s, changed"), text);
  GtkWidget *cell = g_object_new (GTK_TYPE_LABEL, "label", changed ? marked : text, "wrap", TRUE,
                                  "xalign", 0.0, "yalign", 0.0, "max-width-chars", 26, NULL);

  if (changed)
    gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, told,
                                    -1);
  gtk_widget_add_css_class (cell, changed ? "compare-changed" : "compare-cell");
  if (column == 0 || row == 0)
    gtk_widget_add_css_class (cell, "compare-heading");
  gtk_grid_attach (self->table, cell, (int) column, row, 1, 1);
}

static void
add_answers (LeioCompareWindow *self, int row, guint question)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (self->base);
  const LeioQuestion *asked
      = leio_questionnaire_get_question (knowledge->logic->questionnaire, question);
  const LeioAnswer *own = leio_answers_get (leio_session_get_answers (self->base), question);
  gboolean plain = leio_session_get_plain (self->base);

  add_cell (self, 0, row, leio_wording_short_label (knowledge, question), FALSE);
  for (guint i = 0; i <= self->variants->len; i++)
    {
      const LeioAnswer *answer
          = leio_answers_get (leio_session_get_answers (get_column (self, i)), question);
      g_autofree char *text = leio_report_dup_answer (
          knowledge, asked, answer, plain ? LEIO_REPORT_HOME : LEIO_REPORT_CLINICIAN);

      add_cell (self, i + 1, row, text, !leio_answer_equal (answer, own));
    }
}

static guint
get_possible (LeioSession *session, guint treatment)
{
  const LeioTreatmentAdvice *advice
      = g_ptr_array_index (leio_session_get_advice (session)->treatments, treatment);

  return advice->possible;
}

static void
add_statuses (LeioCompareWindow *self, int row, guint treatment)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (self->base);
  gboolean plain = leio_session_get_plain (self->base);
  guint own = get_possible (self->base, treatment);

  add_cell (self, 0, row, leio_wording_treatment (knowledge, treatment, plain), FALSE);
  for (guint i = 0; i <= self->variants->len; i++)
    {
      guint possible = get_possible (get_column (self, i), treatment);
      g_autofree char *text = leio_compare_dup_status (possible, plain);

      add_cell (self, i + 1, row, text, possible != own);
    }
}

/* Marks in @differs what @list finds different in any variant. */
static void
mark_different (LeioCompareWindow *self,
                GArray *(*list) (LeioSession *, LeioSession *),
                gboolean *differs)
{
  for (guint i = 0; i < self->variants->len; i++)
    {
      g_autoptr (GArray) found = list (self->base, get_variant (self, i)->session);

      for (guint j = 0; j < found->len; j++)
        differs[g_array_index (found, guint, j)] = TRUE;
    }
}

static void
show_table (LeioCompareWindow *self)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (self->base);
  guint n_questions = leio_questionnaire_get_n_questions (knowledge->logic->questionnaire);
  g_autofree gboolean *answers = g_new0 (gboolean, n_questions + 1);
  g_autofree gboolean *treatments = g_new0 (gboolean, knowledge->treatments->len + 1);
  int row = 1;

  remove_children (GTK_WIDGET (self->table));
  add_cell (self, 1, 0, _ ("This case"), FALSE);
  for (guint i = 0; i < self->variants->len; i++)
    {
      g_autofree char *title = dup_title (get_variant (self, i));

      add_cell (self, i + 2, 0, title, FALSE);
    }

  mark_different (self, leio_compare_list_answers, answers);
  mark_different (self, leio_compare_list_treatments, treatments);
  for (guint i = 0; i < n_questions; i++)
    if (answers[i])
      add_answers (self, row++, i);
  for (guint i = 0; i < knowledge->treatments->len; i++)
    if (treatments[i])
      add_statuses (self, row++, i);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->table)), row > 1);
}

static void
add_words (LeioCompareWindow *self, guint i)
{
  Variant *variant = get_variant (self, i);
  g_autofree char *title = dup_title (variant);
  g_autofree char *words = leio_compare_dup_words (self->base, variant->session);
  g_autoptr (GArray) questions = leio_compare_list_answers (self->base, variant->session);
  g_autofree char *answers
      = leio_report_dup_answers (leio_session_get_knowledge (self->base),
                                 leio_session_get_answers (variant->session), questions);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0,
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (heading, "start-heading");
  gtk_box_append (self->words, heading);
  gtk_box_append (self->words, leio_text_new (questions->len > 0 ? words : _ ("Like the case.")));
  leio_text_set_text (variant->differs, questions->len > 0 ? answers : _ ("Like the case."));
}

static void
refresh (LeioCompareWindow *self)
{
  remove_children (GTK_WIDGET (self->words));
  for (guint i = 0; i < self->variants->len; i++)
    add_words (self, i);
  show_table (self);
  gtk_widget_set_visible (GTK_WIDGET (self->words), self->variants->len > 0);
  gtk_widget_set_sensitive (self->add_button, self->variants->len < MAX_VARIANTS);
}

static void
on_case_changed (LeioCompareWindow *self)
{
  leio_session_take_answers (self->base, leio_session_get_case (self->session)->answers);
}

static Variant *
find_variant (LeioCompareWindow *self, GtkWidget *card, guint *place)
{
  for (*place = 0; *place < self->variants->len; (*place)++)
    if (get_variant (self, *place)->card == card)
      return get_variant (self, *place);

  return NULL;
}

static void
on_remove_clicked (GtkWidget *button, LeioCompareWindow *self)
{
  GtkWidget *card = gtk_widget_get_parent (button);
  guint place;

  if (find_variant (self, card, &place) == NULL)
    return;

  g_signal_handlers_disconnect_by_data (get_variant (self, place)->session, self);
  gtk_box_remove (self->cards, card);
  g_ptr_array_remove_index (self->variants, place);
  gtk_widget_grab_focus (self->add_button);
  refresh (self);
}

static gboolean
focus_row_later (gpointer row)
{
  if (gtk_widget_get_mapped (row))
    leio_question_row_focus_control (row);
  return G_SOURCE_REMOVE;
}

/* The row of the question that is chosen in the list, for the person to answer at once; the list
 * takes the focus back when it closes. */
static void
on_question_chosen (GtkDropDown *list, GParamSpec *pspec, LeioCompareWindow *self)
{
  GtkWidget *row;
  Variant *variant;
  guint place, chosen = gtk_drop_down_get_selected (list);

  variant = find_variant (self, gtk_widget_get_parent (GTK_WIDGET (list)), &place);
  if (variant == NULL)
    return;

  remove_children (GTK_WIDGET (variant->question));
  if (chosen == 0)
    return;

  row = leio_question_row_new (variant->session, chosen - 1);
  gtk_box_append (variant->question, row);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_row_later, g_object_ref (row), g_object_unref);
}

/* (nullable): the first widget of @type under @root. */
static GtkWidget *
find_inside (GtkWidget *root, GType type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_inside (child, type);
  return found;
}

static gboolean
focus_later (gpointer entry)
{
  if (gtk_widget_get_mapped (entry))
    gtk_widget_grab_focus (entry);
  return G_SOURCE_REMOVE;
}

/* GTK gives the focus to the row that is chosen, once the list is there. */
static void
on_list_shown (GtkWidget *entry)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_later, g_object_ref (entry), g_object_unref);
}

/* Who types goes on in the search, as in every list that has one. */
static void
search_by_typing (GtkWidget *list)
{
  GtkWidget *entry = find_inside (list, GTK_TYPE_SEARCH_ENTRY);

  if (entry != NULL)
    g_signal_connect (entry, "map", G_CALLBACK (on_list_shown), NULL);
}

static GtkWidget *
new_question_list (LeioCompareWindow *self, const char *title)
{
  const LeioQuestionnaire *questionnaire = leio_session_get_questionnaire (self->base);
  const LeioKnowledge *knowledge = leio_session_get_knowledge (self->base);
  GtkStringList *labels = gtk_string_list_new (NULL);
  /* Translators: %s is "Variant A" */
  g_autofree char *name = g_strdup_printf (_ ("Change an answer of %s"), title);
  GtkWidget *list;

  gtk_string_list_append (labels, _ ("Change an answer…"));
  for (guint i = 0; i < leio_questionnaire_get_n_questions (questionnaire); i++)
    gtk_string_list_append (labels, leio_wording_short_label (knowledge, i));

  list = gtk_drop_down_new (G_LIST_MODEL (labels),
                            gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (list), TRUE);
  search_by_typing (list);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* The button in it is what has the focus. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (list)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (list, "notify::selected", G_CALLBACK (on_question_chosen), self);
  return list;
}

static GtkWidget *
new_remove_button (LeioCompareWindow *self, const char *title)
{
  /* Translators: %s is "Variant A" */
  g_autofree char *name = g_strdup_printf (_ ("Remove %s"), title);
  GtkWidget *button = gtk_button_new_with_label (name);

  gtk_widget_add_css_class (button, "leio-link");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect (button, "clicked", G_CALLBACK (on_remove_clicked), self);
  return button;
}

static void
fill_card (LeioCompareWindow *self, Variant *variant)
{
  g_autofree char *title = dup_title (variant);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0,
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  GtkBox *card = GTK_BOX (variant->card);

  gtk_widget_add_css_class (heading, "start-heading");
  gtk_widget_add_css_class (variant->card, "compare-card");
  variant->differs = LEIO_TEXT (leio_text_new (NULL));
  variant->question = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_accessible_update_property (GTK_ACCESSIBLE (variant->card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_box_append (card, heading);
  gtk_box_append (card, GTK_WIDGET (variant->differs));
  gtk_box_append (card, new_question_list (self, title));
  gtk_box_append (card, GTK_WIDGET (variant->question));
  gtk_box_append (card, new_remove_button (self, title));
}

static void
add_variant (LeioCompareWindow *self, const LeioAnswers *answers)
{
  Variant *variant = g_new0 (Variant, 1);

  variant->letter = find_letter (self);
  variant->session = leio_session_new (leio_session_get_engine (self->session));
  leio_session_set_plain (variant->session, leio_session_get_plain (self->session));
  leio_session_take_answers (variant->session, answers);
  variant->card = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                6, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  fill_card (self, variant);
  g_ptr_array_add (self->variants, variant);
  gtk_box_append (self->cards, variant->card);
  g_signal_connect_swapped (variant->session, "advice-changed", G_CALLBACK (refresh), self);
  refresh (self);
}

void
leio_compare_window_add_variant (LeioCompareWindow *self)
{
  g_return_if_fail (LEIO_IS_COMPARE_WINDOW (self));

  if (self->variants->len < MAX_VARIANTS)
    add_variant (self, leio_session_get_answers (self->base));
}

static void
leio_compare_window_dispose (GObject *object)
{
  LeioCompareWindow *self = LEIO_COMPARE_WINDOW (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->base != NULL)
    g_signal_handlers_disconnect_by_data (self->base, self);
  for (guint i = 0; i < self->variants->len; i++)
    g_signal_handlers_disconnect_by_data (get_variant (self, i)->session, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), LEIO_TYPE_COMPARE_WINDOW);
  g_ptr_array_set_size (self->variants, 0);
  g_clear_object (&self->base);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (leio_compare_window_parent_class)->dispose (object);
}

static void
leio_compare_window_finalize (GObject *object)
{
  g_ptr_array_unref (LEIO_COMPARE_WINDOW (object)->variants);

  G_OBJECT_CLASS (leio_compare_window_parent_class)->finalize (object);
}

static void
leio_compare_window_class_init (LeioCompareWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = leio_compare_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = leio_compare_window_finalize;

  g_type_ensure (LEIO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/leio_app/Leio/ui/compare-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LeioCompareWindow, cards);
  gtk_widget_class_bind_template_child (widget_class, LeioCompareWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, LeioCompareWindow, words);
  gtk_widget_class_bind_template_child (widget_class, LeioCompareWindow, table);
  gtk_widget_class_bind_template_callback (widget_class, leio_compare_window_add_variant);
  leio_help_window_add_key (widget_class, "compare");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
}

static void
leio_compare_window_init (LeioCompareWindow *self)
{
  self->variants = g_ptr_array_new_with_free_func (variant_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  leio_mnemonic_mend_names (self->add_button);
}

GtkWidget *
leio_compare_window_new (GtkWindow *parent, LeioSession *session)
{
  LeioCompareWindow *self = g_object_new (LEIO_TYPE_COMPARE_WINDOW, "transient-for", parent,
                                          "destroy-with-parent", TRUE, NULL);

  self->session = g_object_ref (session);
  self->base = leio_session_new (leio_session_get_engine (session));
  leio_session_set_plain (self->base, leio_session_get_plain (session));
  on_case_changed (self);
  g_signal_connect_swapped (session, "advice-changed", G_CALLBACK (on_case_changed), self);
  g_signal_connect_swapped (self->base, "advice-changed", G_CALLBACK (refresh), self);
  add_variant (self, leio_session_get_answers (session));

  return GTK_WIDGET (self);
}

LeioSession *
leio_compare_window_get_variant (LeioCompareWindow *self, guint variant)
{
  g_return_val_if_fail (LEIO_IS_COMPARE_WINDOW (self), NULL);

  return variant < self->variants->len ? get_variant (self, variant)->session : NULL;
}
