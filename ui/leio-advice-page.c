/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-advice-page.h"

#include <glib/gi18n.h>

#include "leio-advice-content.h"
#include "leio-advice-filter.h"
#include "leio-advice-list.h"
#include "leio-advice-outline.h"
#include "leio-advice-summary.h"
#include "leio-settings.h"
#include "leio-text.h"
#include "leio-treatment-card.h"
#include "leio-wording.h"

/* How long changes stay marked. */
#define MARK_SECONDS 5

/* So many treatments that changed are named; of more, their number is told. */
#define MAX_NAMED 3

#define KEY_CARDS_FOLDED "cards-folded"

struct _LeioAdvicePage
{
  GtkWidget parent_instance;

  /* Template Widgets */
  GtkWidget *content;
  GtkBox *column;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkWidget *nothing_found;
  LeioAdviceList *list;
  GtkLabel *announcement;

  /* Owned References */
  LeioSession *session;
  GSettings *settings;  /* (nullable) */
  GtkWidget *summary;
  GPtrArray *cards;     /* (element-type LeioTreatmentCard), by treatment; none until shown */
  GArray *order;        /* guint: treatments as shown */
  GArray *sections;     /* guint, by treatment: where it was last shown */
  LeioAdviceOutline *outline;
  LeioAdviceFilter *filter; /* (nullable) until something is looked for */

  gboolean cards_folded;
  gboolean scrolls;     /* the summary scrolls with the list, for want of height */
  int height;           /* of the last allocation */
  gboolean refreshed;   /* for the next frame, which has enough to do */
  guint build_source;
  guint prepare_id;
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
prepare_cards (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  LeioAdvicePage *self = LEIO_ADVICE_PAGE (widget);
  gboolean is_full = self->refreshed;

  self->refreshed = FALSE;
  if (is_full || leio_advice_content_prepare (self->list, self->cards))
    return G_SOURCE_CONTINUE;

  self->prepare_id = 0;
  return G_SOURCE_REMOVE;
}

static void
prepare_soon (LeioAdvicePage *self)
{
  if (self->prepare_id == 0)
    self->prepare_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), prepare_cards, NULL, NULL);
}

static void
refresh_near (LeioAdvicePage *self)
{
  leio_advice_content_refresh (self->list, self->cards);
  self->refreshed = TRUE;
  prepare_soon (self);
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

/* Marks the cards that changed; returns their treatments, (element-type guint). */
static GArray *
mark_changes (LeioAdvicePage *self)
{
  const LeioAdvice *before = leio_session_get_previous_advice (self->session);
  const LeioAdvice *now = leio_session_get_advice (self->session);
  GArray *treatments = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->cards->len; i++)
    {
      gboolean changed
        = before != NULL
          && leio_treatment_advice_differs (g_ptr_array_index (before->treatments, i),
                                            g_ptr_array_index (now->treatments, i));

      leio_treatment_card_set_changed (get_card (self, i), changed);
      if (changed)
        g_array_append_val (treatments, i);
    }

  return treatments;
}

static char *
dup_names (LeioAdvicePage *self, const GArray *treatments)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (self->session);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < treatments->len; i++)
    {
      guint treatment = g_array_index (treatments, guint, i);

      if (i > 0)
        /* Translators: between the items of a list, "size, grade" */
        g_string_append (names, C_ ("list", ", "));
      g_string_append (names, leio_wording_treatment (knowledge, treatment,
                                                      leio_session_get_plain (self->session)));
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static char *
dup_change (LeioAdvicePage *self, const GArray *treatments)
{
  guint n_changed = treatments->len;
  g_autofree char *names = NULL;

  if (n_changed > MAX_NAMED)
    /* Translators: %u is the number of treatments whose advice the last answer changed */
    return g_strdup_printf (ngettext ("%u treatment changed", "%u treatments changed", n_changed),
                            n_changed);

  names = dup_names (self, treatments);
  /* Translators: 1 the number of treatments whose advice the last answer changed, 2 their names */
  return g_strdup_printf (ngettext ("%1$u treatment changed: %2$s",
                                    "%1$u treatments changed: %2$s", n_changed),
                          n_changed, names);
}

static void
announce_changes (LeioAdvicePage *self)
{
  g_autoptr (GArray) treatments = mark_changes (self);
  g_autofree char *text = dup_change (self, treatments);

  announce (self, treatments->len > 0 ? text : "");

  g_clear_handle_id (&self->mark_source, g_source_remove);
  if (treatments->len > 0)
    self->mark_source = g_timeout_add_seconds (MARK_SECONDS, clear_marks, self);
}

static const LeioTreatmentAdvice *
get_advice (LeioAdvicePage *self, guint treatment)
{
  return g_ptr_array_index (leio_session_get_advice (self->session)->treatments, treatment);
}

static guint
get_section (LeioAdvicePage *self, guint treatment)
{
  return leio_advice_get_section (leio_session_get_knowledge (self->session),
                                  leio_advice_outline_get_grouping (self->outline),
                                  get_advice (self, treatment));
}

static gboolean
is_filtered (LeioAdvicePage *self)
{
  return self->filter != NULL && !leio_advice_filter_is_empty (self->filter);
}

/* What cannot be judged is in no section that is shown, whatever is looked for. */
static gboolean
is_found (LeioAdvicePage *self, guint treatment)
{
  return get_advice (self, treatment)->possible != 0
         && (!is_filtered (self) || leio_advice_filter_matches (self->filter, treatment));
}

/* What is looked for is shown wherever it is found. */
static gboolean
is_shown (LeioAdvicePage *self, guint treatment)
{
  if (is_filtered (self))
    return is_found (self, treatment);

  return leio_advice_outline_is_unfolded (self->outline, get_section (self, treatment));
}

/* The cards that are in another section than before; they are put into their new one. Headings
 * count as moved as well: cards come and go between a heading and the one that is being read. */
static GHashTable *
move_cards (LeioAdvicePage *self)
{
  guint n_sections
    = leio_advice_get_n_sections (leio_session_get_knowledge (self->session),
                                  leio_advice_outline_get_grouping (self->outline));
  GHashTable *moved = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n_sections; i++)
    g_hash_table_add (moved, leio_advice_outline_get_heading (self->outline, i));
  for (guint i = 0; i < self->cards->len; i++)
    {
      guint *section = &g_array_index (self->sections, guint, i);
      guint now = get_section (self, i);

      if (*section != now)
        g_hash_table_add (moved, get_card (self, i));
      *section = now;
      gtk_widget_set_visible (GTK_WIDGET (get_card (self, i)), is_shown (self, i));
    }

  return moved;
}

static void
count_groups (LeioAdvicePage *self, guint *counts)
{
  for (guint i = 0; i < self->cards->len; i++)
    counts[leio_advice_get_group (leio_session_get_knowledge (self->session),
                                  get_advice (self, i))]++;
}

/* Every row from the top: the summary where it scrolls, then each section with its heading, or
 * what was found, the best first. */
static GPtrArray *
list_rows (LeioAdvicePage *self)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (LeioAdviceEntry));
  GPtrArray *rows;

  for (guint i = 0; i < self->order->len; i++)
    {
      guint treatment = g_array_index (self->order, guint, i);
      LeioAdviceEntry entry = { GTK_WIDGET (get_card (self, treatment)), treatment,
                                g_array_index (self->sections, guint, treatment),
                                is_found (self, treatment) };

      g_array_append_val (entries, entry);
    }

  rows = is_filtered (self) ? leio_advice_outline_list (self->outline, entries)
                            : leio_advice_outline_arrange (self->outline, entries);
  if (self->scrolls)
    g_ptr_array_insert (rows, 0, self->summary);

  return rows;
}

static void
update (LeioAdvicePage *self)
{
  guint counts[LEIO_N_ADVICE_GROUPS] = { 0 };
  g_autoptr (GHashTable) moved = move_cards (self);
  g_autoptr (GPtrArray) rows = NULL;

  g_clear_pointer (&self->order, g_array_unref);
  self->order = leio_advice_order (leio_session_get_knowledge (self->session),
                                   leio_session_get_advice (self->session),
                                   leio_advice_outline_get_grouping (self->outline));
  if (is_filtered (self))
    leio_advice_filter_sort (self->filter, self->order);
  count_groups (self, counts);
  leio_advice_summary_update (LEIO_ADVICE_SUMMARY (self->summary), counts);

  rows = list_rows (self);
  leio_advice_list_set_rows (self->list, rows, moved);
  refresh_near (self);
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
update_if_built (LeioAdvicePage *self)
{
  if (is_built (self))
    update (self);
}

/* The first card in the order of the page that @wanted picks; (nullable). */
static LeioTreatmentCard *
find_first_card (LeioAdvicePage *self, gboolean (*wanted) (LeioAdvicePage *, guint, guint),
                 guint data)
{
  for (guint i = 0; i < self->order->len; i++)
    {
      guint treatment = g_array_index (self->order, guint, i);

      if (wanted (self, treatment, data))
        return get_card (self, treatment);
    }

  return NULL;
}

static gboolean
is_in_group (LeioAdvicePage *self, guint treatment, guint group)
{
  return leio_advice_get_group (leio_session_get_knowledge (self->session),
                                get_advice (self, treatment))
         == group;
}

static gboolean
is_seen (LeioAdvicePage *self, guint treatment, guint unused)
{
  return gtk_widget_get_visible (GTK_WIDGET (get_card (self, treatment)));
}

static void
stop_looking (LeioAdvicePage *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
show_card (LeioAdvicePage *self, LeioTreatmentCard *card, GtkWidget *top)
{
  leio_treatment_card_refresh (card);
  leio_advice_list_show_row (self->list, top);
  gtk_widget_grab_focus (GTK_WIDGET (card));
}

/* A count on top shows what it counts, with the heading where the section is of nothing else. */
static void
on_group_chosen (LeioAdvicePage *self, guint group)
{
  LeioTreatmentCard *card;
  LeioGroupHeading *heading;

  stop_looking (self);
  card = find_first_card (self, is_in_group, group);
  if (card == NULL || group == LEIO_ADVICE_GROUP_NONE)
    return;

  heading = leio_advice_outline_get_heading (
    self->outline, get_section (self, leio_treatment_card_get_treatment (card)));
  leio_group_heading_set_unfolded (heading, TRUE);
  show_card (self, card,
             leio_advice_outline_get_grouping (self->outline) == LEIO_ADVICE_BY_STATUS
               ? GTK_WIDGET (heading)
               : GTK_WIDGET (card));
}

static void
filter (LeioAdvicePage *self, const char *text)
{
  gboolean found;

  if (!is_built (self))
    return;
  if (self->filter == NULL)
    self->filter = leio_advice_filter_new (leio_session_get_knowledge (self->session));

  leio_advice_filter_set_text (self->filter, text);
  if (is_filtered (self))
    leio_advice_list_show_row (self->list, NULL);
  update (self);
  found = find_first_card (self, is_seen, 0) != NULL;
  gtk_widget_set_visible (self->nothing_found, is_filtered (self) && !found);
}

static void
announce_found (LeioAdvicePage *self)
{
  g_autofree char *text = NULL;
  guint n_found = 0;

  if (!is_filtered (self))
    {
      announce (self, "");
      return;
    }

  for (guint i = 0; i < self->cards->len; i++)
    n_found += is_seen (self, i, 0) ? 1 : 0;
  /* Translators: %u is the number of treatments that have the words that are looked for */
  text = g_strdup_printf (ngettext ("%u treatment found", "%u treatments found", n_found),
                          n_found);
  announce (self, text);
  g_clear_handle_id (&self->mark_source, g_source_remove);
  self->mark_source = g_timeout_add_seconds (MARK_SECONDS, clear_marks, self);
}

static void
on_search_changed (LeioAdvicePage *self)
{
  filter (self, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  announce_found (self);
}

static void
on_search_activated (LeioAdvicePage *self)
{
  LeioTreatmentCard *card;

  filter (self, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  card = is_built (self) ? find_first_card (self, is_seen, 0) : NULL;
  if (card != NULL)
    show_card (self, card, NULL);
}

static void
on_search_mode (LeioAdvicePage *self)
{
  if (!gtk_search_bar_get_search_mode (self->search_bar))
    filter (self, "");
}

static void
build (LeioAdvicePage *self)
{
  const LeioAdvice *advice = leio_session_get_advice (self->session);

  for (guint i = 0; i < advice->treatments->len; i++)
    {
      guint section = get_section (self, i);
      GtkWidget *card = leio_treatment_card_new (self->session, i);

      leio_treatment_card_set_folded (LEIO_TREATMENT_CARD (card), self->cards_folded);
      g_ptr_array_add (self->cards, g_object_ref_sink (card));
      g_array_append_val (self->sections, section);
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

static void
create_summary (LeioAdvicePage *self)
{
  self->summary = g_object_ref_sink (leio_advice_summary_new (self->session));
  g_signal_connect_swapped (self->summary, "group-chosen", G_CALLBACK (on_group_chosen), self);
}

/* Puts a summary over the list, or on top of it to scroll with it. It is a new one: GTK 4.8 does
 * not tell a screen reader of a widget that moved to another parent. */
static gboolean
place_summary (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  LeioAdvicePage *self = LEIO_ADVICE_PAGE (widget);

  if (!is_built (self) || self->scrolls == GPOINTER_TO_INT (data))
    return G_SOURCE_REMOVE;

  self->scrolls = GPOINTER_TO_INT (data);
  if (self->scrolls)
    gtk_box_remove (self->column, self->summary);
  g_clear_object (&self->summary);
  create_summary (self);
  update (self);
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
  /* It does not move to and fro with each answer: back only in another height. */
  scrolls = needed > height / 4 || (self->scrolls && height == self->height);
  self->height = height;
  /* Other cards may be in view now. */
  if (is_built (self))
    prepare_soon (self);
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
  if (self->prepare_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->prepare_id);
  self->prepare_id = 0;
  g_clear_handle_id (&self->mark_source, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);

  gtk_widget_dispose_template (GTK_WIDGET (self), LEIO_TYPE_ADVICE_PAGE);
  g_ptr_array_set_size (self->cards, 0);
  if (self->outline != NULL)
    g_signal_handlers_disconnect_by_data (self->outline, self);
  g_clear_object (&self->outline);
  g_clear_pointer (&self->filter, leio_advice_filter_free);
  g_clear_object (&self->settings);
  g_clear_object (&self->summary);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (leio_advice_page_parent_class)->dispose (object);
}

static void
leio_advice_page_finalize (GObject *object)
{
  LeioAdvicePage *self = LEIO_ADVICE_PAGE (object);

  g_ptr_array_unref (self->cards);
  g_array_unref (self->sections);
  g_clear_pointer (&self->order, g_array_unref);

  G_OBJECT_CLASS (leio_advice_page_parent_class)->finalize (object);
}

static GtkSizeRequestMode
leio_advice_page_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static gboolean
leio_advice_page_grab_focus (GtkWidget *widget)
{
  GtkWidget *summary = LEIO_ADVICE_PAGE (widget)->summary;

  return gtk_widget_get_mapped (summary) && gtk_widget_grab_focus (summary);
}

static void
leio_advice_page_class_init (LeioAdvicePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = leio_advice_page_dispose;
  object_class->finalize = leio_advice_page_finalize;
  widget_class->grab_focus = leio_advice_page_grab_focus;
  widget_class->map = leio_advice_page_map;
  widget_class->measure = leio_advice_page_measure;
  widget_class->size_allocate = leio_advice_page_size_allocate;
  widget_class->get_request_mode = leio_advice_page_get_request_mode;

  g_type_ensure (LEIO_TYPE_ADVICE_LIST);
  g_type_ensure (LEIO_TYPE_TEXT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/leio_app/Leio/ui/advice/advice-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LeioAdvicePage, content);
  gtk_widget_class_bind_template_child (widget_class, LeioAdvicePage, column);
  gtk_widget_class_bind_template_child (widget_class, LeioAdvicePage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, LeioAdvicePage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, LeioAdvicePage, nothing_found);
  gtk_widget_class_bind_template_child (widget_class, LeioAdvicePage, list);
  gtk_widget_class_bind_template_child (widget_class, LeioAdvicePage, announcement);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_mode);
  gtk_widget_class_bind_template_callback (widget_class, on_view_changed);
  gtk_widget_class_set_css_name (widget_class, "leio-advice-page");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
}

static void
leio_advice_page_init (LeioAdvicePage *self)
{
  self->cards = g_ptr_array_new_with_free_func (g_object_unref);
  self->sections = g_array_new (FALSE, FALSE, sizeof (guint));
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  self->settings = leio_settings_new ();
  if (self->settings != NULL)
    self->cards_folded = g_settings_get_boolean (self->settings, KEY_CARDS_FOLDED);
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
  self->outline = leio_advice_outline_new (session);
  g_signal_connect_swapped (self->outline, "folded", G_CALLBACK (update_if_built), self);
  create_summary (self);
  gtk_box_prepend (self->column, self->summary);
  g_signal_connect_swapped (session, "advice-changed", G_CALLBACK (on_advice_changed), self);
  g_signal_connect_swapped (session, "notify::plain", G_CALLBACK (update_if_built), self);

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

  stop_looking (self);
  leio_group_heading_set_unfolded (
    leio_advice_outline_get_heading (self->outline, get_section (self, treatment)), TRUE);
  show_card (self, get_card (self, treatment), GTK_WIDGET (get_card (self, treatment)));
}

/**
 * leio_advice_page_find:
 *
 * Opens the entry for the text to find, as a person asks for it.
 */
void
leio_advice_page_find (LeioAdvicePage *self)
{
  g_return_if_fail (LEIO_IS_ADVICE_PAGE (self));

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

LeioAdviceGrouping
leio_advice_page_get_grouping (LeioAdvicePage *self)
{
  g_return_val_if_fail (LEIO_IS_ADVICE_PAGE (self), LEIO_ADVICE_BY_STATUS);

  return leio_advice_outline_get_grouping (self->outline);
}

/**
 * leio_advice_page_set_grouping:
 * @grouping: what shall make a section
 *
 * Groups the cards otherwise, and remembers it for the next window.
 */
void
leio_advice_page_set_grouping (LeioAdvicePage *self, LeioAdviceGrouping grouping)
{
  g_return_if_fail (LEIO_IS_ADVICE_PAGE (self));

  leio_advice_outline_set_grouping (self->outline, grouping);
  update_if_built (self);
}

/**
 * leio_advice_page_set_all_folded:
 * @folded: whether every card shall have one line
 *
 * Folds every card; or unfolds every card, and the sections of what is relevant. It is
 * remembered for the next window.
 */
void
leio_advice_page_set_all_folded (LeioAdvicePage *self, gboolean folded)
{
  g_return_if_fail (LEIO_IS_ADVICE_PAGE (self));

  self->cards_folded = folded;
  if (self->settings != NULL)
    g_settings_set_boolean (self->settings, KEY_CARDS_FOLDED, folded);
  for (guint i = 0; i < self->cards->len; i++)
    leio_treatment_card_set_folded (get_card (self, i), folded);
  if (!folded)
    leio_advice_outline_unfold_all (self->outline);
}

gboolean
leio_advice_page_get_all_folded (LeioAdvicePage *self)
{
  g_return_val_if_fail (LEIO_IS_ADVICE_PAGE (self), FALSE);

  return self->cards_folded;
}
