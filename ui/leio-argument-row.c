/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-argument-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "leio-source-chip.h"
#include "leio-source-view.h"
#include "leio-text.h"
#include "leio-tooltip.h"
#include "leio-wording.h"
#include "leio-wrap-layout.h"

#define SPACING 8

/* How many letters of an overriding argument are quoted. */
#define BEGINNING_LENGTH 70

struct _LeioArgumentRow
{
  GtkWidget parent_instance;

  /* Template Widgets */
  GtkLabel *symbol;
  GtkWidget *column;
  LeioText *text;
  LeioText *plain;
  LeioText *note;
  GtkBox *chips;

  /* Borrowed References */
  const LeioKnowledge *knowledge;
  const LeioRule *rule;
  const char *style; /* the style class of the side it is on */
  GtkWidget *level;  /* (nullable) where the rule has one */

  guint argument;
};

G_DEFINE_FINAL_TYPE (LeioArgumentRow, leio_argument_row, GTK_TYPE_WIDGET)

typedef enum
{
  SIDE_FOR,
  SIDE_CAUTION,
  SIDE_AGAINST,
} Side;

static Side
get_side (LeioEffect effect)
{
  switch (effect)
    {
    case LEIO_EFFECT_CAUTIONS:
      return SIDE_CAUTION;
    case LEIO_EFFECT_ADVISES_AGAINST:
    case LEIO_EFFECT_RULES_OUT:
      return SIDE_AGAINST;
    case LEIO_EFFECT_RECOMMENDS:
    case LEIO_EFFECT_OFFERS:
    case LEIO_EFFECT_TRIAL_ONLY:
    default:
      return SIDE_FOR;
    }
}

static int
get_symbol_width (LeioArgumentRow *self)
{
  int width;

  gtk_widget_measure (GTK_WIDGET (self->symbol), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL,
                      NULL);
  return width + SPACING;
}

/* A horizontal GtkBox would ask the column for its width at a given height, and for that GTK lays
 * every text out some twenty times. */
static void
leio_argument_row_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  LeioArgumentRow *self = LEIO_ARGUMENT_ROW (widget);
  int symbol = get_symbol_width (self);
  gboolean horizontal = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum_baseline = *natural_baseline = -1;
  gtk_widget_measure (self->column, orientation,
                      horizontal || for_size < 0 ? -1 : MAX (0, for_size - symbol), minimum,
                      natural, NULL, NULL);
  *minimum += horizontal ? symbol : 0;
  *natural += horizontal ? symbol : 0;
}

static void
leio_argument_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LeioArgumentRow *self = LEIO_ARGUMENT_ROW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int symbol = get_symbol_width (self);
  int symbol_height;

  gtk_widget_measure (GTK_WIDGET (self->symbol), GTK_ORIENTATION_VERTICAL, -1, NULL, &symbol_height,
                      NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (self->symbol),
                            &(GtkAllocation){ rtl ? width - symbol + SPACING : 0, 0,
                                              symbol - SPACING, symbol_height },
                            -1);
  gtk_widget_size_allocate (self->column,
                            &(GtkAllocation){ rtl ? 0 : symbol, 0, width - symbol, height }, -1);
}

static GtkSizeRequestMode
leio_argument_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
leio_argument_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LEIO_TYPE_ARGUMENT_ROW);

  G_OBJECT_CLASS (leio_argument_row_parent_class)->dispose (object);
}

static void
leio_argument_row_class_init (LeioArgumentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = leio_argument_row_dispose;
  widget_class->measure = leio_argument_row_measure;
  widget_class->size_allocate = leio_argument_row_size_allocate;
  widget_class->get_request_mode = leio_argument_row_get_request_mode;

  g_type_ensure (LEIO_TYPE_TEXT);
  g_type_ensure (LEIO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/leio_app/Leio/ui/advice/argument-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LeioArgumentRow, symbol);
  gtk_widget_class_bind_template_child (widget_class, LeioArgumentRow, column);
  gtk_widget_class_bind_template_child (widget_class, LeioArgumentRow, text);
  gtk_widget_class_bind_template_child (widget_class, LeioArgumentRow, plain);
  gtk_widget_class_bind_template_child (widget_class, LeioArgumentRow, note);
  gtk_widget_class_bind_template_child (widget_class, LeioArgumentRow, chips);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
leio_argument_row_init (LeioArgumentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_level (LeioArgumentRow *self)
{
  g_autofree char *level = leio_source_view_dup_level (self->rule);
  g_autofree char *sentence = leio_source_view_dup_level_sentence (self->rule);
  GtkWidget *label;

  if (level == NULL)
    return;

  label = gtk_label_new (level);
  gtk_widget_add_css_class (label, "leio-level");
  leio_tooltip_set (label, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  gtk_box_append (self->chips, label);
  self->level = label;
}

/* A source that nobody has checked yet is not shown. */
static void
add_chips (LeioArgumentRow *self)
{
  for (guint i = 0; i < self->rule->evidence->len; i++)
    {
      guint index = g_array_index (self->rule->evidence, guint, i);
      const LeioSource *source = g_ptr_array_index (self->knowledge->sources, index);

      if (source->verified)
        gtk_box_append (self->chips, leio_source_chip_new (self->knowledge, index, self->rule));
    }

  add_level (self);
}

GtkWidget *
leio_argument_row_new (const LeioKnowledge *knowledge, guint argument)
{
  LeioArgumentRow *self = g_object_new (LEIO_TYPE_ARGUMENT_ROW, NULL);
  const LeioArgument *shown = g_ptr_array_index (knowledge->arguments, argument);

  self->knowledge = knowledge;
  self->argument = argument;
  self->rule = g_ptr_array_index (knowledge->rules, shown->rule);
  add_chips (self);

  return GTK_WIDGET (self);
}

guint
leio_argument_row_get_argument (LeioArgumentRow *self)
{
  g_return_val_if_fail (LEIO_IS_ARGUMENT_ROW (self), 0);

  return self->argument;
}

static char *
dup_filled (const LeioKnowledge *knowledge,
            const LeioRule *rule,
            gboolean plain,
            const LeioAnswers *answers)
{
  g_autofree char *context = g_strdup_printf ("rules/%s/%s", rule->id, plain ? "plain" : "why");
  const char *text = leio_knowledge_text (knowledge, context, plain ? rule->plain : rule->why);

  return leio_knowledge_fill (knowledge, text, answers, plain);
}

/* The beginning of a sentence that stands in full in a row of its own. */
static char *
dup_beginning (const char *text)
{
  g_autofree char *start = g_utf8_substring (text, 0, BEGINNING_LENGTH);
  char *space;

  if (g_utf8_strlen (text, -1) <= BEGINNING_LENGTH)
    return g_strdup (text);

  space = strrchr (start, ' ');
  if (space != NULL)
    *space = '\0';

  return g_strconcat (start, "…", NULL);
}

static char *
dup_overriders (LeioArgumentRow *self,
                const LeioArgumentAdvice *advice,
                const LeioAnswers *answers)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < advice->overridden_by->len; i++)
    {
      guint index = g_array_index (advice->overridden_by, guint, i);
      const LeioArgument *other = g_ptr_array_index (self->knowledge->arguments, index);
      g_autofree char *text
        = dup_filled (self->knowledge, g_ptr_array_index (self->knowledge->rules, other->rule),
                      !gtk_widget_get_visible (GTK_WIDGET (self->text)), answers);
      g_autofree char *beginning = dup_beginning (text);

      if (list->len > 0)
        g_string_append_c (list, ' ');
      /* Translators: %s is the beginning of a sentence, quoted */
      g_string_append_printf (list, C_ ("argument", "“%s”"), beginning);
    }

  /* Translators: %s are the beginnings of the arguments that weigh more than this one */
  return g_strdup_printf (_ ("Outweighed by: %s"), list->str);
}

static char *
dup_questions (LeioArgumentRow *self, const GArray *questions)
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

static char *
dup_waits_for (LeioArgumentRow *self, const LeioArgumentAdvice *advice)
{
  g_autofree char *questions = dup_questions (self, advice->waits_for);

  switch (get_side (self->rule->effect))
    {
    case SIDE_CAUTION:
      /* Translators: %s are questions, "size, grade" */
      return g_strdup_printf (_ ("Would call for caution. Waits for: %s"), questions);
    case SIDE_AGAINST:
      /* Translators: %s are questions, "size, grade" */
      return g_strdup_printf (_ ("Would speak against it. Waits for: %s"), questions);
    case SIDE_FOR:
    default:
      /* Translators: %s are questions, "size, grade" */
      return g_strdup_printf (_ ("Would speak for it. Waits for: %s"), questions);
    }
}

static void
set_mark (LeioArgumentRow *self, const char *symbol, const char *word, const char *style)
{
  gtk_label_set_label (self->symbol, symbol);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->symbol), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  word, -1);
  leio_tooltip_set (GTK_WIDGET (self->symbol), word);

  if (self->style != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->style);
  self->style = style;
  gtk_widget_add_css_class (GTK_WIDGET (self), style);
}

static void
mark_side (LeioArgumentRow *self)
{
  switch (get_side (self->rule->effect))
    {
    case SIDE_CAUTION:
      set_mark (self, "!", C_ ("argument", "Caution"), "caution");
      break;
    case SIDE_AGAINST:
      set_mark (self, "−", C_ ("argument", "Against"), "against");
      break;
    case SIDE_FOR:
    default:
      set_mark (self, "+", C_ ("argument", "For"), "for");
      break;
    }
}

static void
mark_state (LeioArgumentRow *self, LeioArgumentState state)
{
  switch (state)
    {
    case LEIO_ARGUMENT_OVERRIDDEN:
      set_mark (self, "~", C_ ("argument", "Overridden"), "overridden");
      break;
    case LEIO_ARGUMENT_OPEN:
      set_mark (self, "?", C_ ("argument", "Open"), "open");
      break;
    case LEIO_ARGUMENT_IN_FORCE:
    default:
      mark_side (self);
      break;
    }
}

void
leio_argument_row_update (LeioArgumentRow *self,
                          const LeioArgumentAdvice *advice,
                          const LeioAnswers *answers)
{
  g_autofree char *why = NULL;
  g_autofree char *plain = NULL;

  g_return_if_fail (LEIO_IS_ARGUMENT_ROW (self));
  g_return_if_fail (advice->argument == self->argument);

  why = dup_filled (self->knowledge, self->rule, FALSE, answers);
  plain = dup_filled (self->knowledge, self->rule, TRUE, answers);
  leio_text_set_text (self->text, why);
  leio_text_set_text (self->plain, plain);
  mark_state (self, advice->state);

  if (advice->state == LEIO_ARGUMENT_OVERRIDDEN)
    leio_text_take (self->note, dup_overriders (self, advice, answers));
  else if (advice->state == LEIO_ARGUMENT_OPEN)
    leio_text_take (self->note, dup_waits_for (self, advice));
  else
    leio_text_take (self->note, NULL);
}

void
leio_argument_row_set_wordings (LeioArgumentRow *self, gboolean clinical, gboolean plain)
{
  g_return_if_fail (LEIO_IS_ARGUMENT_ROW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->text), clinical);
  gtk_widget_set_visible (GTK_WIDGET (self->plain), plain);
  if (self->level != NULL)
    gtk_widget_set_visible (self->level, clinical);
  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips)); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    if (LEIO_IS_SOURCE_CHIP (chip))
      leio_source_chip_set_home (LEIO_SOURCE_CHIP (chip), !clinical);
}
