/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-treatment-card.h"

#include <glib/gi18n.h>

#include "leio-advice-order.h"
#include "leio-report.h"
#include "leio-treatment-body.h"
#include "leio-wording.h"

/* The height of a card whose content is still to be made: about that of most. */
#define EXPECTED_HEIGHT 150
#define EXPECTED_FOLDED_HEIGHT 46

/* Within the border of the style sheet. */
#define RADIUS 9
#define CHANGED_WIDTH 2

/* How far the alternatives of a choice are set in. */
#define INDENT 18

struct _LeioTreatmentCard
{
  GtkWidget parent_instance;

  /* Borrowed References */
  LeioSession *session;
  GtkWidget *body;  /* the only child; NULL until the first refresh */
  const char *name; /* as a screen reader was told it */

  /* Owned References */
  char *choice;      /* (nullable) what it is one alternative of */
  char *description; /* (nullable) as a screen reader was told it */

  guint treatment;
  guint64 signature;
  gboolean changed;
  gboolean folded;
  gboolean expanded; /* while there is no body */
};

G_DEFINE_FINAL_TYPE (LeioTreatmentCard, leio_treatment_card, GTK_TYPE_WIDGET)

static const LeioTreatmentAdvice *
get_advice (LeioTreatmentCard *self)
{
  const LeioAdvice *advice = leio_session_get_advice (self->session);

  return g_ptr_array_index (advice->treatments, self->treatment);
}

static guint64
get_signature (LeioTreatmentCard *self)
{
  guint64 signature = leio_treatment_advice_get_signature (
    leio_session_get_knowledge (self->session), leio_session_get_answers (self->session),
    get_advice (self));

  return leio_session_get_plain (self->session) ? ~signature : signature;
}

static gboolean
toggle_expanded (GtkWidget *widget, GVariant *args, gpointer data)
{
  LeioTreatmentCard *self = LEIO_TREATMENT_CARD (widget);

  if (self->body == NULL || !gtk_widget_has_focus (widget))
    return FALSE;

  leio_treatment_body_set_expanded (
    LEIO_TREATMENT_BODY (self->body),
    !leio_treatment_body_get_expanded (LEIO_TREATMENT_BODY (self->body)));
  return TRUE;
}

static gboolean
fold (GtkWidget *widget, GVariant *args, gpointer data)
{
  leio_treatment_card_set_folded (LEIO_TREATMENT_CARD (widget), g_variant_get_boolean (args));
  return TRUE;
}

/* The border of a card that changed is drawn here: a style class would give a new style to
 * everything in the card, for each card that an answer changes. */
static void
leio_treatment_card_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  const float widths[] = { CHANGED_WIDTH, CHANGED_WIDTH, CHANGED_WIDTH, CHANGED_WIDTH };
  GskRoundedRect outline;
  GdkRGBA color;

  GTK_WIDGET_CLASS (leio_treatment_card_parent_class)->snapshot (widget, snapshot);

  if (!LEIO_TREATMENT_CARD (widget)->changed
      || !gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "leio_link_fg",
                                          &color))
    return;

  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                        gtk_widget_get_height (widget)),
                                   RADIUS);
  gtk_snapshot_append_border (snapshot, &outline, widths,
                              (const GdkRGBA[]){ color, color, color, color });
}

static void
leio_treatment_card_dispose (GObject *object)
{
  g_clear_pointer (&LEIO_TREATMENT_CARD (object)->body, gtk_widget_unparent);

  G_OBJECT_CLASS (leio_treatment_card_parent_class)->dispose (object);
}

static void
leio_treatment_card_finalize (GObject *object)
{
  g_free (LEIO_TREATMENT_CARD (object)->choice);
  g_free (LEIO_TREATMENT_CARD (object)->description);

  G_OBJECT_CLASS (leio_treatment_card_parent_class)->finalize (object);
}

static void
leio_treatment_card_class_init (LeioTreatmentCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = leio_treatment_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = leio_treatment_card_finalize;
  widget_class->snapshot = leio_treatment_card_snapshot;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "leio-treatment-card");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, toggle_expanded, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, toggle_expanded, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, toggle_expanded, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_minus, 0, fold, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Subtract, 0, fold, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_plus, 0, fold, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Add, 0, fold, "b", FALSE);
}

static void
leio_treatment_card_init (LeioTreatmentCard *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_size_request (GTK_WIDGET (self), -1, EXPECTED_HEIGHT);
}

static void
append (GString *description, const char *part)
{
  if (description->len > 0)
    /* Translators: between the items of a list, "size, grade" */
    g_string_append (description, C_ ("list", ", "));
  g_string_append (description, part);
}

static void
describe (LeioTreatmentCard *self)
{
  guint possible = get_advice (self)->possible;
  int status = leio_treatment_advice_get_status (get_advice (self));
  gboolean plain = leio_session_get_plain (self->session);
  g_autofree char *statuses = leio_report_dup_statuses (possible);
  g_autoptr (GString) description = g_string_new (NULL);

  if (plain && status >= 0)
    append (description, leio_report_status_heading (status, LEIO_REPORT_HOME));
  else
    append (description, plain ? leio_advice_group_get_title (LEIO_ADVICE_GROUP_OPEN, TRUE)
                               : statuses);
  if (self->choice != NULL)
    append (description, self->choice);
  if (self->changed)
    /* Translators: a word in the description of a card whose advice is new */
    append (description, C_ ("mark of a card", "changed"));

  if (g_strcmp0 (self->description, description->str) == 0)
    return;

  g_free (self->description);
  self->description = g_string_free (g_steal_pointer (&description), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->description, -1);
}

static void
show_name (LeioTreatmentCard *self)
{
  gboolean plain = leio_session_get_plain (self->session);
  const char *name = leio_wording_treatment (leio_session_get_knowledge (self->session),
                                             self->treatment, plain);

  if (self->name == name)
    return;

  self->name = name;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

GtkWidget *
leio_treatment_card_new (LeioSession *session, guint treatment)
{
  LeioTreatmentCard *self = g_object_new (LEIO_TYPE_TREATMENT_CARD, NULL);

  self->session = session;
  self->treatment = treatment;
  show_name (self);

  return GTK_WIDGET (self);
}

guint
leio_treatment_card_get_treatment (LeioTreatmentCard *self)
{
  g_return_val_if_fail (LEIO_IS_TREATMENT_CARD (self), 0);

  return self->treatment;
}

gboolean
leio_treatment_card_is_stale (LeioTreatmentCard *self)
{
  g_return_val_if_fail (LEIO_IS_TREATMENT_CARD (self), FALSE);

  return self->body == NULL || self->signature != get_signature (self);
}

static void
on_folded (LeioTreatmentCard *self)
{
  self->folded = leio_treatment_body_get_folded (LEIO_TREATMENT_BODY (self->body));
}

static void
create_body (LeioTreatmentCard *self)
{
  self->body = leio_treatment_body_new (self->session, self->treatment);
  leio_treatment_body_set_changed (LEIO_TREATMENT_BODY (self->body), self->changed);
  leio_treatment_body_set_folded (LEIO_TREATMENT_BODY (self->body), self->folded);
  leio_treatment_body_set_expanded (LEIO_TREATMENT_BODY (self->body), self->expanded);
  g_signal_connect_object (self->body, "notify::folded", G_CALLBACK (on_folded), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_size_request (GTK_WIDGET (self), -1, -1);
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
}

void
leio_treatment_card_refresh (LeioTreatmentCard *self)
{
  guint64 signature;

  g_return_if_fail (LEIO_IS_TREATMENT_CARD (self));

  signature = get_signature (self);
  if (self->body != NULL && self->signature == signature)
    return;

  if (self->body == NULL)
    create_body (self);
  else
    leio_treatment_body_update (LEIO_TREATMENT_BODY (self->body));

  self->signature = signature;
  show_name (self);
  describe (self);
}

void
leio_treatment_card_refresh_status (LeioTreatmentCard *self)
{
  g_return_if_fail (LEIO_IS_TREATMENT_CARD (self));

  if (self->body != NULL)
    leio_treatment_body_update_status (LEIO_TREATMENT_BODY (self->body));
  show_name (self);
  describe (self);
}

gboolean
leio_treatment_card_release (LeioTreatmentCard *self)
{
  g_return_val_if_fail (LEIO_IS_TREATMENT_CARD (self), FALSE);

  if (self->body == NULL
      || (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    return FALSE;

  self->expanded = leio_treatment_body_get_expanded (LEIO_TREATMENT_BODY (self->body));
  gtk_widget_set_size_request (GTK_WIDGET (self), -1, gtk_widget_get_height (GTK_WIDGET (self)));
  g_clear_pointer (&self->body, gtk_widget_unparent);
  return TRUE;
}

void
leio_treatment_card_set_changed (LeioTreatmentCard *self, gboolean changed)
{
  g_return_if_fail (LEIO_IS_TREATMENT_CARD (self));

  if (self->changed == changed)
    return;

  self->changed = changed;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->body != NULL)
    leio_treatment_body_set_changed (LEIO_TREATMENT_BODY (self->body), changed);
  describe (self);
}

gboolean
leio_treatment_card_get_changed (LeioTreatmentCard *self)
{
  g_return_val_if_fail (LEIO_IS_TREATMENT_CARD (self), FALSE);

  return self->changed;
}

void
leio_treatment_card_set_expanded (LeioTreatmentCard *self, gboolean expanded)
{
  g_return_if_fail (LEIO_IS_TREATMENT_CARD (self));

  leio_treatment_card_refresh (self);
  leio_treatment_body_set_expanded (LEIO_TREATMENT_BODY (self->body), expanded);
}

void
leio_treatment_card_set_folded (LeioTreatmentCard *self, gboolean folded)
{
  g_return_if_fail (LEIO_IS_TREATMENT_CARD (self));

  self->folded = folded;
  if (self->body != NULL)
    leio_treatment_body_set_folded (LEIO_TREATMENT_BODY (self->body), folded);
  else
    gtk_widget_set_size_request (GTK_WIDGET (self), -1,
                                 folded ? EXPECTED_FOLDED_HEIGHT : EXPECTED_HEIGHT);
}

gboolean
leio_treatment_card_get_folded (LeioTreatmentCard *self)
{
  g_return_val_if_fail (LEIO_IS_TREATMENT_CARD (self), FALSE);

  return self->folded;
}

void
leio_treatment_card_set_choice (LeioTreatmentCard *self, const char *choice)
{
  g_return_if_fail (LEIO_IS_TREATMENT_CARD (self));

  if (g_strcmp0 (self->choice, choice) == 0)
    return;

  g_free (self->choice);
  self->choice = g_strdup (choice);
  gtk_widget_set_margin_start (GTK_WIDGET (self), choice != NULL ? INDENT : 0);
  describe (self);
}
