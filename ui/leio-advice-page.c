/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-advice-page.h"

#include <glib/gi18n.h>

#include "leio-advice-list.h"
#include "leio-advice-order.h"
#include "leio-advice-summary.h"
#include "leio-group-heading.h"
#include "leio-treatment-card.h"

/* How long changes stay marked. */
#define MARK_SECONDS 5

/* How many cards out of view are refreshed in one frame: the layout of their texts is what takes
 * time, so it is spread. */
#define CARDS_PER_FRAME 2

struct _LeioAdvicePage
{
  GtkWidget parent_instance;

  /* Template Widgets */
  GtkWidget *content;
  GtkBox *column;
  LeioAdviceList *list;
  GtkLabel *announcement;

  /* Owned References */
  LeioSession *session;
  GtkWidget *summary;
  GPtrArray *cards;     /* (element-type LeioTreatmentCard), by treatment; none until shown */
  GArray *order;        /* guint: treatments as shown */
  GArray *groups;       /* LeioAdviceGroup, by treatment: where it was last shown */
  LeioGroupHeading *headings[LEIO_N_ADVICE_GROUPS];

  gboolean scrolls;     /* the summary scrolls with the list, for want of height */
  guint next_to_refresh;
  guint build_source;
  guint refresh_id;
  guint mark_source;
};

G_DEFINE_FINAL_TYPE (LeioAdvicePage, leio_advice_page, GTK_TYPE_WIDGET)

static LeioTreatmentCard *
get_card (LeioAdvicePage *self, guint treatment)
{
  return g_ptr_array_index (self->cards, treatment);
}

static gboolean
is_built (LeioAdvicePage *self)
{
  return self->cards->len > 0;
}

static gboolean
refresh_some (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  LeioAdvicePage *self = LEIO_ADVICE_PAGE (widget);
  guint n_refreshed = 0;

  for (; self->next_to_refresh < self->order->len; self->next_to_refresh++)
    {
      guint treatment = g_array_index (self->order, guint, self->next_to_refresh);
      LeioTreatmentCard *card = get_card (self, treatment);

      if (!gtk_widget_get_visible (GTK_WIDGET (card)) || !leio_treatment_card_is_stale (card))
        continue;
      if (n_refreshed++ == CARDS_PER_FRAME)
        return G_SOURCE_CONTINUE;
      leio_treatment_card_refresh (card);
    }

  self->refresh_id = 0;
  return G_SOURCE_REMOVE;
}

static void
refresh_rest (LeioAdvicePage *self)
{
  self->next_to_refresh = 0;
  if (self->refresh_id == 0)
    self->refresh_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), refresh_some, NULL, NULL);
}

static void
refresh_near (LeioAdvicePage *self)
{
  g_autoptr (GPtrArray) near = leio_advice_list_dup_near (self->list);

  for (guint i = 0; i < near->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (near, i);

      if (LEIO_IS_TREATMENT_CARD (row))
        leio_treatment_card_refresh (LEIO_TREATMENT_CARD (row));
    }
}

static void
on_view_changed (LeioAdvicePage *self)
{
  if (is_built (self))
    refresh_near (self);
}

/* An empty @text takes the announcement away, also for a screen reader: it speaks what appears. */
static void
announce (LeioAdvicePage *self, const char *text)
{
  gboolean is_empty = *text == '\0';

  gtk_label_set_label (self->announcement, text);
  gtk_widget_set_opacity (GTK_WIDGET (self->announcement), is_empty ? 0 : 1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->announcement), GTK_ACCESSIBLE_STATE_HIDDEN,
                               is_empty, -1);
}

static gboolean
clear_marks (gpointer data)
{
  LeioAdvicePage *self = data;

  for (guint i = 0; i < self->cards->len; i++)
    leio_treatment_card_set_changed (get_card (self, i), FALSE);
  announce (self, "");

  self->mark_source = 0;
  return G_SOURCE_REMOVE;
}

static guint
mark_changes (LeioAdvicePage *self)
{
  const LeioAdvice *before = leio_session_get_previous_advice (self->session);
  const LeioAdvice *now = leio_session_get_advice (self->session);
  guint n_changed = 0;

  for (guint i = 0; i < self->cards->len; i++)
    {
      gboolean changed
        = before != NULL
          && leio_treatment_advice_differs (g_ptr_array_index (before->treatments, i),
                                            g_ptr_array_index (now->treatments, i));

      leio_treatment_card_set_changed (get_card (self, i), changed);
      n_changed += changed ? 1 : 0;
    }

  return n_changed;
}

static void
announce_changes (LeioAdvicePage *self)
{
  guint n_changed = mark_changes (self);
  /* Translators: %u is the number of treatments whose advice the last answer changed */
  g_autofree char *text = g_strdup_printf (ngettext ("%u treatment changed",
                                                     "%u treatments changed", n_changed),
                                           n_changed);

  announce (self, n_changed > 0 ? text : "");

  g_clear_handle_id (&self->mark_source, g_source_remove);
  if (n_changed > 0)
    self->mark_source = g_timeout_add_seconds (MARK_SECONDS, clear_marks, self);
}

static LeioAdviceGroup
get_group (LeioAdvicePage *self, guint treatment)
{
  const LeioAdvice *advice = leio_session_get_advice (self->session);

  return leio_advice_get_group (leio_session_get_knowledge (self->session),
                                g_ptr_array_index (advice->treatments, treatment));
}

static gboolean
is_unfolded (LeioAdvicePage *self, LeioAdviceGroup group)
{
  return group != LEIO_ADVICE_GROUP_NONE
         && leio_group_heading_get_unfolded (self->headings[group]);
}

/* The cards that are in another group than before; they are put into their new one. Headings count
 * as moved as well: cards come and go between a heading and the one that is being read. */
static GHashTable *
move_cards (LeioAdvicePage *self)
{
  GHashTable *moved = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < LEIO_N_ADVICE_GROUPS; i++)
    g_hash_table_add (moved, self->headings[i]);
  for (guint i = 0; i < self->cards->len; i++)
    {
      LeioAdviceGroup *group = &g_array_index (self->groups, LeioAdviceGroup, i);
      LeioAdviceGroup now = get_group (self, i);

      if (*group != now)
        g_hash_table_add (moved, get_card (self, i));
      *group = now;
      gtk_widget_set_visible (GTK_WIDGET (get_card (self, i)), is_unfolded (self, now));
    }

  return moved;
}

static void
count_groups (LeioAdvicePage *self, guint *counts)
{
  for (guint i = 0; i < self->groups->len; i++)
    counts[g_array_index (self->groups, LeioAdviceGroup, i)]++;
}

/* Every row from the top: the summary where it scrolls, then each group with its heading. */
static GPtrArray *
list_rows (LeioAdvicePage *self)
{
  GPtrArray *rows = g_ptr_array_new ();
  guint group = LEIO_N_ADVICE_GROUPS;

  if (self->scrolls)
    g_ptr_array_add (rows, self->summary);

  for (guint i = 0; i < self->order->len; i++)
    {
      guint treatment = g_array_index (self->order, guint, i);
      guint own = g_array_index (self->groups, LeioAdviceGroup, treatment);

      if (own != group)
        g_ptr_array_add (rows, self->headings[own]);
      group = own;
      g_ptr_array_add (rows, get_card (self, treatment));
    }

  return rows;
}

static char *
dup_names (LeioAdvicePage *self, LeioAdviceGroup group)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (self->session);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < self->order->len; i++)
    {
      guint index = g_array_index (self->order, guint, i);
      const LeioTreatment *treatment = g_ptr_array_index (knowledge->treatments, index);
      g_autofree char *context = g_strdup_printf ("treatments/%s/name", treatment->id);

      if (g_array_index (self->groups, LeioAdviceGroup, index) != group)
        continue;
      if (names->len > 0)
        g_string_append (names, " · ");
      g_string_append (names, leio_knowledge_text (knowledge, context, treatment->name));
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
update_headings (LeioAdvicePage *self, const guint *counts)
{
  g_autofree char *names = dup_names (self, LEIO_ADVICE_GROUP_NOT_RELEVANT);

  for (guint i = 0; i < LEIO_N_ADVICE_GROUPS; i++)
    leio_group_heading_set_count (self->headings[i], counts[i]);
  leio_group_heading_set_names (self->headings[LEIO_ADVICE_GROUP_NOT_RELEVANT], names);
}

static void
update (LeioAdvicePage *self)
{
  guint counts[LEIO_N_ADVICE_GROUPS] = { 0 };
  g_autoptr (GHashTable) moved = move_cards (self);
  g_autoptr (GPtrArray) rows = NULL;

  g_clear_pointer (&self->order, g_array_unref);
  self->order = leio_advice_order (leio_session_get_knowledge (self->session),
                                   leio_session_get_advice (self->session));
  count_groups (self, counts);
  leio_advice_summary_update (LEIO_ADVICE_SUMMARY (self->summary), counts);
  update_headings (self, counts);

  rows = list_rows (self);
  leio_advice_list_set_rows (self->list, rows, moved);
  refresh_near (self);
  refresh_rest (self);
}

static void
on_advice_changed (LeioAdvicePage *self)
{
  if (!is_built (self))
    return;

  update (self);
  announce_changes (self);
}

static void
on_unfolded (LeioAdvicePage *self)
{
  if (is_built (self))
    update (self);
}

static void
on_group_chosen (LeioAdvicePage *self, guint group)
{
  leio_group_heading_set_unfolded (self->headings[group], TRUE);
  leio_advice_list_show_row (self->list, GTK_WIDGET (self->headings[group]));

  for (guint i = 0; i < self->order->len; i++)
    {
      guint treatment = g_array_index (self->order, guint, i);

      if (g_array_index (self->groups, LeioAdviceGroup, treatment) != group)
        continue;
      gtk_widget_grab_focus (GTK_WIDGET (get_card (self, treatment)));
      return;
    }
}

static void
create_headings (LeioAdvicePage *self)
{
  for (guint i = 0; i < LEIO_N_ADVICE_GROUPS; i++)
    {
      GtkWidget *heading = leio_group_heading_new (i, i == LEIO_ADVICE_GROUP_NOT_RELEVANT);

      self->headings[i] = LEIO_GROUP_HEADING (g_object_ref_sink (heading));
      g_signal_connect_swapped (heading, "notify::unfolded", G_CALLBACK (on_unfolded), self);
    }
}

static void
build (LeioAdvicePage *self)
{
  const LeioAdvice *advice = leio_session_get_advice (self->session);

  create_headings (self);
  for (guint i = 0; i < advice->treatments->len; i++)
    {
      LeioAdviceGroup group = get_group (self, i);
      GtkWidget *card = leio_treatment_card_new (self->session, i);

      g_ptr_array_add (self->cards, g_object_ref_sink (card));
      g_array_append_val (self->groups, group);
    }

  update (self);
}

static gboolean
build_in_idle (gpointer data)
{
  LeioAdvicePage *self = data;

  self->build_source = 0;
  build (self);

  return G_SOURCE_REMOVE;
}

static gboolean
build_after_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  LeioAdvicePage *self = LEIO_ADVICE_PAGE (widget);

  if (!is_built (self) && self->build_source == 0)
    self->build_source = g_idle_add (build_in_idle, self);

  return G_SOURCE_REMOVE;
}

static void
leio_advice_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (leio_advice_page_parent_class)->map (widget);

  if (!is_built (LEIO_ADVICE_PAGE (widget)))
    gtk_widget_add_tick_callback (widget, build_after_frame, NULL, NULL);
}

/* Puts the summary over the list, or on top of it to scroll with it. */
static gboolean
place_summary (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  LeioAdvicePage *self = LEIO_ADVICE_PAGE (widget);
  g_autoptr (GPtrArray) rows = NULL;

  if (!is_built (self) || self->scrolls == GPOINTER_TO_INT (data))
    return G_SOURCE_REMOVE;

  self->scrolls = GPOINTER_TO_INT (data);
  if (self->scrolls)
    gtk_box_remove (self->column, self->summary);
  rows = list_rows (self);
  leio_advice_list_set_rows (self->list, rows, NULL);
  if (!self->scrolls)
    gtk_box_prepend (self->column, self->summary);

  return G_SOURCE_REMOVE;
}

static void
leio_advice_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LeioAdvicePage *self = LEIO_ADVICE_PAGE (widget);
  gboolean scrolls;
  int needed;

  gtk_widget_size_allocate (self->content, &(GtkAllocation){ 0, 0, width, height }, baseline);

  gtk_widget_measure (self->summary, GTK_ORIENTATION_VERTICAL, width, &needed, NULL, NULL, NULL);
  scrolls = needed > height / 4;
  if (scrolls != self->scrolls)
    gtk_widget_add_tick_callback (widget, place_summary, GINT_TO_POINTER (scrolls), NULL);
}

static void
leio_advice_page_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  gtk_widget_measure (LEIO_ADVICE_PAGE (widget)->content, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
leio_advice_page_dispose (GObject *object)
{
  LeioAdvicePage *self = LEIO_ADVICE_PAGE (object);

  g_clear_handle_id (&self->build_source, g_source_remove);
  if (self->refresh_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->refresh_id);
  self->refresh_id = 0;
  g_clear_handle_id (&self->mark_source, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);

  gtk_widget_dispose_template (GTK_WIDGET (self), LEIO_TYPE_ADVICE_PAGE);
  g_ptr_array_set_size (self->cards, 0);
  for (guint i = 0; i < LEIO_N_ADVICE_GROUPS; i++)
    g_clear_object (&self->headings[i]);
  g_clear_object (&self->summary);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (leio_advice_page_parent_class)->dispose (object);
}

static void
leio_advice_page_finalize (GObject *object)
{
  LeioAdvicePage *self = LEIO_ADVICE_PAGE (object);

  g_ptr_array_unref (self->cards);
  g_array_unref (self->groups);
  g_clear_pointer (&self->order, g_array_unref);

  G_OBJECT_CLASS (leio_advice_page_parent_class)->finalize (object);
}

static GtkSizeRequestMode
leio_advice_page_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
leio_advice_page_class_init (LeioAdvicePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = leio_advice_page_dispose;
  object_class->finalize = leio_advice_page_finalize;
  widget_class->map = leio_advice_page_map;
  widget_class->measure = leio_advice_page_measure;
  widget_class->size_allocate = leio_advice_page_size_allocate;
  widget_class->get_request_mode = leio_advice_page_get_request_mode;

  g_type_ensure (LEIO_TYPE_ADVICE_LIST);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/leio_app/Leio/ui/advice/advice-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LeioAdvicePage, content);
  gtk_widget_class_bind_template_child (widget_class, LeioAdvicePage, column);
  gtk_widget_class_bind_template_child (widget_class, LeioAdvicePage, list);
  gtk_widget_class_bind_template_child (widget_class, LeioAdvicePage, announcement);
  gtk_widget_class_bind_template_callback (widget_class, on_view_changed);
  gtk_widget_class_set_css_name (widget_class, "leio-advice-page");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
}

static void
leio_advice_page_init (LeioAdvicePage *self)
{
  self->cards = g_ptr_array_new_with_free_func (g_object_unref);
  self->groups = g_array_new (FALSE, FALSE, sizeof (LeioAdviceGroup));
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));

  gtk_widget_init_template (GTK_WIDGET (self));
  announce (self, "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Advice"), -1);
}

/**
 * leio_advice_page_new:
 * @session: the session whose advice is shown; a reference is kept
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
leio_advice_page_new (LeioSession *session)
{
  LeioAdvicePage *self = g_object_new (LEIO_TYPE_ADVICE_PAGE, NULL);

  g_return_val_if_fail (LEIO_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  self->summary = g_object_ref_sink (leio_advice_summary_new (session));
  gtk_box_prepend (self->column, self->summary);
  g_signal_connect_swapped (self->summary, "group-chosen", G_CALLBACK (on_group_chosen), self);
  g_signal_connect_swapped (session, "advice-changed", G_CALLBACK (on_advice_changed), self);

  return GTK_WIDGET (self);
}

/**
 * leio_advice_page_show_treatment:
 * @treatment: index of the treatment
 *
 * Shows the card of @treatment, as soon as the page has been shown itself.
 */
void
leio_advice_page_show_treatment (LeioAdvicePage *self, guint treatment)
{
  g_return_if_fail (LEIO_IS_ADVICE_PAGE (self));
  g_return_if_fail (treatment < leio_session_get_knowledge (self->session)->treatments->len);

  if (!is_built (self))
    build (self);

  leio_group_heading_set_unfolded (self->headings[get_group (self, treatment)], TRUE);
  leio_treatment_card_refresh (get_card (self, treatment));
  leio_advice_list_show_row (self->list, GTK_WIDGET (get_card (self, treatment)));
  gtk_widget_grab_focus (GTK_WIDGET (get_card (self, treatment)));
}
