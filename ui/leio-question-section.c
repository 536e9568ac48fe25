/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-question-section.h"

#include <glib/gi18n.h>

#include "leio-report.h"
#include "leio-wording.h"

struct _LeioQuestionSection
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *heading;
  GtkToggleButton *toggle;
  GtkImage *arrow;
  GtkLabel *title;
  GtkLabel *count;
  GtkLabel *summary;
  GtkBox *rows;

  LeioSession *session; /* owned */
  guint section;
};

enum
{
  PROP_UNFOLDED = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LeioQuestionSection, leio_question_section, GTK_TYPE_WIDGET)

static gboolean
is_answered (LeioQuestionSection *self, guint question)
{
  const LeioAnswers *answers = leio_session_get_answers (self->session);

  return leio_answers_get (answers, question)->state != LEIO_ANSWER_OPEN;
}

static void
show_count (LeioQuestionSection *self, guint n_answered, guint n_asked)
{
  /* Translators: how many questions of a section are answered, of how many, e.g. "4/6". */
  g_autofree char *text = g_strdup_printf (C_ ("section", "%1$u/%2$u"), n_answered, n_asked);
  /* Translators: both numbers count questions, e.g. "4 of 6 answered". */
  g_autofree char *told = g_strdup_printf (ngettext ("%1$u of %2$u question answered",
                                                     "%1$u of %2$u questions answered", n_asked),
                                           n_answered, n_asked);

  gtk_label_set_label (self->count, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, told, -1);
}

/* What the rows that are folded away would show. */
static void
show_summary (LeioQuestionSection *self, const GArray *answered)
{
  gboolean show = !leio_question_section_get_unfolded (self) && answered->len > 0;
  g_autofree char *text = NULL;

  if (show)
    text = leio_report_dup_answers_in (leio_session_get_knowledge (self->session),
                                       leio_session_get_answers (self->session), answered,
                                       leio_session_get_plain (self->session));
  gtk_label_set_label (self->summary, show ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->summary), show);
}

void
leio_question_section_update (LeioQuestionSection *self)
{
  g_autoptr (GArray) answered = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_asked = 0;

  g_return_if_fail (LEIO_IS_QUESTION_SECTION (self));

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      gboolean called_for = leio_question_row_is_called_for (LEIO_QUESTION_ROW (row));
      guint question = leio_question_row_get_question (LEIO_QUESTION_ROW (row));

      gtk_widget_set_visible (row, called_for);
      n_asked += called_for;
      if (is_answered (self, question))
        g_array_append_val (answered, question);
    }
  show_count (self, answered->len, n_asked);
  show_summary (self, answered);
  gtk_widget_set_visible (GTK_WIDGET (self), n_asked > 0);
}

static void
on_toggled (LeioQuestionSection *self)
{
  gboolean unfolded = gtk_toggle_button_get_active (self->toggle);

  gtk_widget_set_visible (GTK_WIDGET (self->rows), unfolded);
  gtk_image_set_from_icon_name (self->arrow,
                                unfolded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_STATE_EXPANDED,
                               unfolded, -1);
  if (self->session != NULL)
    leio_question_section_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNFOLDED]);
}

static void
leio_question_section_get_property (GObject *object,
                                    guint prop_id,
                                    GValue *value,
                                    GParamSpec *pspec)
{
  LeioQuestionSection *self = LEIO_QUESTION_SECTION (object);

  if (prop_id == PROP_UNFOLDED)
    g_value_set_boolean (value, leio_question_section_get_unfolded (self));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
leio_question_section_set_property (GObject *object,
                                    guint prop_id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  if (prop_id == PROP_UNFOLDED)
    leio_question_section_set_unfolded (LEIO_QUESTION_SECTION (object),
                                        g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
leio_question_section_dispose (GObject *object)
{
  LeioQuestionSection *self = LEIO_QUESTION_SECTION (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LEIO_TYPE_QUESTION_SECTION);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (leio_question_section_parent_class)->dispose (object);
}

static void
leio_question_section_class_init (LeioQuestionSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = leio_question_section_get_property;
  object_class->set_property = leio_question_section_set_property;
  object_class->dispose = leio_question_section_dispose;

  properties[PROP_UNFOLDED] =
      g_param_spec_boolean ("unfolded", NULL, NULL, TRUE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "section");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/leio_app/Leio/ui/rows/question-section.ui");
  gtk_widget_class_bind_template_child (widget_class, LeioQuestionSection, heading);
  gtk_widget_class_bind_template_child (widget_class, LeioQuestionSection, toggle);
  gtk_widget_class_bind_template_child (widget_class, LeioQuestionSection, arrow);
  gtk_widget_class_bind_template_child (widget_class, LeioQuestionSection, title);
  gtk_widget_class_bind_template_child (widget_class, LeioQuestionSection, count);
  gtk_widget_class_bind_template_child (widget_class, LeioQuestionSection, summary);
  gtk_widget_class_bind_template_child (widget_class, LeioQuestionSection, rows);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
}

static void
leio_question_section_init (LeioQuestionSection *self)
{
  GtkLayoutManager *layout;

  gtk_widget_init_template (GTK_WIDGET (self));
  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_STATE_EXPANDED, TRUE,
                               -1);
}

/**
 * leio_question_section_new:
 * @session: whose questionnaire
 * @section: the index of a section
 *
 * Returns: (transfer floating): the section without rows
 */
GtkWidget *
leio_question_section_new (LeioSession *session, guint section)
{
  LeioQuestionSection *self;
  const char *title;

  g_return_val_if_fail (LEIO_IS_SESSION (session), NULL);

  self = g_object_new (LEIO_TYPE_QUESTION_SECTION, NULL);
  self->session = g_object_ref (session);
  self->section = section;
  title = leio_wording_section (leio_session_get_knowledge (session), section,
                                leio_session_get_plain (session));
  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  return GTK_WIDGET (self);
}

guint
leio_question_section_get_section (LeioQuestionSection *self)
{
  g_return_val_if_fail (LEIO_IS_QUESTION_SECTION (self), 0);
  return self->section;
}

void
leio_question_section_add (LeioQuestionSection *self, LeioQuestionRow *row)
{
  g_return_if_fail (LEIO_IS_QUESTION_SECTION (self));
  gtk_box_append (self->rows, GTK_WIDGET (row));
}

gboolean
leio_question_section_get_unfolded (LeioQuestionSection *self)
{
  g_return_val_if_fail (LEIO_IS_QUESTION_SECTION (self), FALSE);
  return gtk_toggle_button_get_active (self->toggle);
}

void
leio_question_section_set_unfolded (LeioQuestionSection *self, gboolean unfolded)
{
  g_return_if_fail (LEIO_IS_QUESTION_SECTION (self));
  gtk_toggle_button_set_active (self->toggle, unfolded);
}

void
leio_question_section_reveal (LeioQuestionSection *self, LeioQuestionRow *row)
{
  leio_question_section_set_unfolded (self, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (row), TRUE);
}

void
leio_question_section_focus_heading (LeioQuestionSection *self)
{
  g_return_if_fail (LEIO_IS_QUESTION_SECTION (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->toggle));
}
