/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-catalogue.h"

#include <glib/gi18n.h>

#include "leio-adaptive-bin.h"
#include "leio-text.h"
#include "leio-wrap-layout.h"

/* How much of the width the list takes beside a page. */
#define LIST_WIDTH 310

struct _LeioCatalogue
{
  GtkWidget parent_instance;

  /* Template Widgets */
  LeioAdaptiveBin *bin;
  GtkWidget *list_side;
  GtkEditable *search;
  GtkDropDown *kinds;
  GtkDropDown *periods;
  GtkLabel *count;
  GtkWidget *list_scroller;
  GtkListView *list;
  GtkSingleSelection *selection;
  GtkFilterListModel *filtered;
  GtkCustomFilter *words_filter;
  GtkStringFilter *kind_filter;
  GtkStringFilter *period_filter;
  GtkWidget *divider;
  GtkWidget *page_side;
  GtkWidget *back;
  GtkScrolledWindow *page_scroller;

  /* Owned References */
  char *list_label;
  char *search_label;
  char *kind_label;
  char *any_kind;
  GStrv words; /* that are searched for */

  LeioCatalogueOpen open;
  gpointer user_data;
  gboolean page_is_seen; /* where there is room for one */
};

enum
{
  PROP_0,
  PROP_LIST_LABEL,
  PROP_SEARCH_LABEL,
  PROP_KIND_LABEL,
  PROP_ANY_KIND,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LeioCatalogue, leio_catalogue, GTK_TYPE_WIDGET)

static void
show_sides (LeioCatalogue *self)
{
  gboolean narrow = leio_adaptive_bin_get_narrow (self->bin);

  gtk_widget_set_visible (self->list_side, !narrow || !self->page_is_seen);
  gtk_widget_set_visible (self->page_side, !narrow || self->page_is_seen);
  gtk_widget_set_visible (self->divider, !narrow);
  gtk_widget_set_visible (self->back, narrow);
  gtk_widget_set_hexpand (self->list_side, narrow);
  gtk_widget_set_size_request (self->list_side, narrow ? -1 : LIST_WIDTH, -1);
  /* A click opens; side by side it is enough to choose. */
  gtk_list_view_set_single_click_activate (self->list, narrow);
}

static void
show_count (LeioCatalogue *self)
{
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  GListModel *all = gtk_filter_list_model_get_model (self->filtered);
  guint n = all != NULL ? g_list_model_get_n_items (all) : 0;
  /* Translators: 1 is how many entries of a list are shown, 2 how many there are */
  g_autofree char *text = g_strdup_printf (_ ("%1$u of %2$u"), shown, n);

  gtk_label_set_label (self->count, text);
}

static void
open_page (LeioCatalogue *self, LeioCatalogueItem *item)
{
  GtkWidget *page = self->open (leio_catalogue_item_get_index (item), self->user_data);

  gtk_scrolled_window_set_child (self->page_scroller, page);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->page_scroller), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->page_scroller),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  leio_catalogue_item_get_heading (item), -1);
}

static void
on_selected (LeioCatalogue *self)
{
  LeioCatalogueItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item != NULL && self->open != NULL)
    open_page (self, item);
}

static void
focus_page (LeioCatalogue *self)
{
  GtkWidget *start = gtk_widget_get_visible (self->back) ? self->back
                                                         : GTK_WIDGET (self->page_scroller);

  if (!gtk_widget_grab_focus (start))
    gtk_widget_child_focus (self->page_side, GTK_DIR_TAB_FORWARD);
}

static void
on_activate (LeioCatalogue *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  self->page_is_seen = TRUE;
  show_sides (self);
  focus_page (self);
}

static gboolean
matches_words (gpointer item, gpointer user_data)
{
  LeioCatalogue *self = user_data;

  return self->words == NULL
         || leio_catalogue_item_matches (item, (const char *const *) self->words);
}

static void
on_search_changed (LeioCatalogue *self)
{
  g_autofree char *folded = g_utf8_casefold (gtk_editable_get_text (self->search), -1);

  g_strfreev (self->words);
  self->words = g_strsplit_set (folded, " \t", -1);
  gtk_filter_changed (GTK_FILTER (self->words_filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
on_stop_search (LeioCatalogue *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "window.close", NULL);
}

/* The first entry of a list means that anything goes. */
static void
follow_drop_down (GtkStringFilter *filter, GtkDropDown *drop_down)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (drop_down);
  gboolean any = chosen == NULL || gtk_drop_down_get_selected (drop_down) == 0;

  gtk_string_filter_set_search (filter, any ? NULL : gtk_string_object_get_string (chosen));
}

/* GTK 4.8 names neither the button in a drop-down, which has the focus, nor what it shows. */
static void
name_drop_down (GtkDropDown *drop_down, const char *what)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (drop_down);
  g_autofree char *name = NULL;

  if (chosen == NULL || what == NULL)
    return;

  /* Translators: 1 is what a list is filtered by, “Year”, 2 what is chosen, “2020 to 2024” */
  name = g_strdup_printf (C_ ("filter", "%1$s: %2$s"), what, gtk_string_object_get_string (chosen));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (drop_down))),
      GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
on_filter_changed (LeioCatalogue *self)
{
  follow_drop_down (self->kind_filter, self->kinds);
  follow_drop_down (self->period_filter, self->periods);
  name_drop_down (self->kinds, self->kind_label);
  name_drop_down (self->periods, C_ ("filter", "Year"));
}

static void
on_choice_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, NULL));
}

static void
on_choice_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (label)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
focus_list (LeioCatalogue *self)
{
  gtk_widget_child_focus (self->list_scroller, GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
new_line (const char *css_class)
{
  return g_object_new (LEIO_TYPE_TEXT, "css-classes", (const char *[]){ css_class, NULL }, NULL);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                 2, NULL);

  gtk_widget_add_css_class (row, "leio-entry");
  gtk_box_append (GTK_BOX (row), new_line ("leio-name"));
  gtk_box_append (GTK_BOX (row), new_line ("leio-secondary"));
  gtk_list_item_set_child (item, row);
}

/* GTK 4.8 does not name the row, which has the focus, by what stands in it. */
static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  LeioCatalogueItem *entry = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *heading = gtk_widget_get_first_child (row);
  g_autofree char *name = g_strdup_printf ("%s, %s", leio_catalogue_item_get_heading (entry),
                                           leio_catalogue_item_get_detail (entry));

  leio_text_set_text (LEIO_TEXT (heading), leio_catalogue_item_get_heading (entry));
  leio_text_set_text (LEIO_TEXT (gtk_widget_get_next_sibling (heading)),
                      leio_catalogue_item_get_detail (entry));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static char **
get_text (LeioCatalogue *self, guint id)
{
  switch (id)
    {
    case PROP_LIST_LABEL:
      return &self->list_label;
    case PROP_SEARCH_LABEL:
      return &self->search_label;
    case PROP_KIND_LABEL:
      return &self->kind_label;
    case PROP_ANY_KIND:
      return &self->any_kind;
    default:
      return NULL;
    }
}

static void
leio_catalogue_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  char **text = get_text (LEIO_CATALOGUE (object), id);

  if (text != NULL)
    g_value_set_string (value, *text);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
leio_catalogue_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  char **text = get_text (LEIO_CATALOGUE (object), id);

  if (text != NULL)
    *text = g_value_dup_string (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
name_widget (gpointer widget, const char *name)
{
  if (name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
}

static void
leio_catalogue_constructed (GObject *object)
{
  LeioCatalogue *self = LEIO_CATALOGUE (object);

  G_OBJECT_CLASS (leio_catalogue_parent_class)->constructed (object);

  name_widget (self->list, self->list_label);
  name_widget (self->list_scroller, self->list_label);
  name_widget (self->page_scroller, self->list_label);
  name_widget (self->search, self->search_label);
  name_widget (self->kinds, self->kind_label);
}

static void
leio_catalogue_dispose (GObject *object)
{
  LeioCatalogue *self = LEIO_CATALOGUE (object);

  self->open = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), LEIO_TYPE_CATALOGUE);

  G_OBJECT_CLASS (leio_catalogue_parent_class)->dispose (object);
}

static void
leio_catalogue_finalize (GObject *object)
{
  LeioCatalogue *self = LEIO_CATALOGUE (object);

  g_free (self->list_label);
  g_free (self->search_label);
  g_free (self->kind_label);
  g_free (self->any_kind);
  g_strfreev (self->words);

  G_OBJECT_CLASS (leio_catalogue_parent_class)->finalize (object);
}

static GParamSpec *
new_text (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, NULL,
                              G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/leio_app/Leio/ui/knowledge/catalogue.ui");
  gtk_widget_class_bind_template_child (widget_class, LeioCatalogue, bin);
  gtk_widget_class_bind_template_child (widget_class, LeioCatalogue, list_side);
  gtk_widget_class_bind_template_child (widget_class, LeioCatalogue, search);
  gtk_widget_class_bind_template_child (widget_class, LeioCatalogue, kinds);
  gtk_widget_class_bind_template_child (widget_class, LeioCatalogue, periods);
  gtk_widget_class_bind_template_child (widget_class, LeioCatalogue, count);
  gtk_widget_class_bind_template_child (widget_class, LeioCatalogue, list_scroller);
  gtk_widget_class_bind_template_child (widget_class, LeioCatalogue, list);
  gtk_widget_class_bind_template_child (widget_class, LeioCatalogue, selection);
  gtk_widget_class_bind_template_child (widget_class, LeioCatalogue, filtered);
  gtk_widget_class_bind_template_child (widget_class, LeioCatalogue, words_filter);
  gtk_widget_class_bind_template_child (widget_class, LeioCatalogue, kind_filter);
  gtk_widget_class_bind_template_child (widget_class, LeioCatalogue, period_filter);
  gtk_widget_class_bind_template_child (widget_class, LeioCatalogue, divider);
  gtk_widget_class_bind_template_child (widget_class, LeioCatalogue, page_side);
  gtk_widget_class_bind_template_child (widget_class, LeioCatalogue, back);
  gtk_widget_class_bind_template_child (widget_class, LeioCatalogue, page_scroller);
  gtk_widget_class_bind_template_callback (widget_class, show_sides);
  gtk_widget_class_bind_template_callback (widget_class, show_count);
  gtk_widget_class_bind_template_callback (widget_class, focus_list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_bind);
  gtk_widget_class_bind_template_callback (widget_class, leio_catalogue_go_back);
}

static void
leio_catalogue_class_init (LeioCatalogueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = leio_catalogue_get_property;
  object_class->set_property = leio_catalogue_set_property;
  object_class->constructed = leio_catalogue_constructed;
  object_class->dispose = leio_catalogue_dispose;
  object_class->finalize = leio_catalogue_finalize;

  properties[PROP_LIST_LABEL] = new_text ("list-label");
  properties[PROP_SEARCH_LABEL] = new_text ("search-label");
  properties[PROP_KIND_LABEL] = new_text ("kind-label");
  properties[PROP_ANY_KIND] = new_text ("any-kind");
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* The template names them. */
  g_type_ensure (LEIO_TYPE_ADAPTIVE_BIN);
  g_type_ensure (LEIO_TYPE_WRAP_LAYOUT);
  g_type_ensure (LEIO_TYPE_CATALOGUE_ITEM);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
leio_catalogue_init (LeioCatalogue *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_custom_filter_set_filter_func (self->words_filter, matches_words, self, NULL);
  show_sides (self);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* @any, then each text that the property has in @items, once: in the order of the letters, or else
 * of the items. */
static void
fill_drop_down (GtkDropDown *drop_down,
                const char *any,
                GListModel *items,
                const char *property,
                gboolean by_letters)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (GtkStringList) model = gtk_string_list_new ((const char *[]){ any, NULL });

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (items, i);
      g_autofree char *text = NULL;

      g_object_get (item, property, &text, NULL);
      if (*text == '\0' || g_hash_table_contains (seen, text))
        continue;
      g_ptr_array_add (texts, text);
      g_hash_table_add (seen, g_steal_pointer (&text));
    }
  if (by_letters)
    g_ptr_array_sort (texts, compare_texts);
  for (guint i = 0; i < texts->len; i++)
    gtk_string_list_append (model, g_ptr_array_index (texts, i));
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (model));
  gtk_widget_set_visible (GTK_WIDGET (drop_down), texts->len > 1);
}

void
leio_catalogue_fill (LeioCatalogue *self,
                     GListModel *items,
                     LeioCatalogueOpen open,
                     gpointer user_data)
{
  g_return_if_fail (LEIO_IS_CATALOGUE (self));
  g_return_if_fail (G_IS_LIST_MODEL (items));

  self->open = open;
  self->user_data = user_data;
  fill_drop_down (self->kinds, self->any_kind, items, "kind", TRUE);
  fill_drop_down (self->periods, C_ ("filter", "Any year"), items, "period", FALSE);
  gtk_filter_list_model_set_model (self->filtered, items);
  on_filter_changed (self);
  show_count (self);
}

gboolean
leio_catalogue_is_filled (LeioCatalogue *self)
{
  g_return_val_if_fail (LEIO_IS_CATALOGUE (self), FALSE);

  return self->open != NULL;
}

/* A list that has no size yet would show one row only. */
static gboolean
scroll_to_selected (GtkWidget *list, GdkFrameClock *clock, gpointer user_data)
{
  LeioCatalogue *self = user_data;

  if (!gtk_widget_get_mapped (list))
    return G_SOURCE_REMOVE;
  if (gtk_widget_get_height (list) == 0)
    return G_SOURCE_CONTINUE;

  gtk_widget_activate_action (list, "list.scroll-to-item", "u",
                              gtk_single_selection_get_selected (self->selection));
  return G_SOURCE_REMOVE;
}

static void
drop_filters (LeioCatalogue *self)
{
  gtk_editable_set_text (self->search, "");
  on_search_changed (self);
  gtk_drop_down_set_selected (self->kinds, 0);
  gtk_drop_down_set_selected (self->periods, 0);
}

void
leio_catalogue_show (LeioCatalogue *self, guint index)
{
  g_return_if_fail (LEIO_IS_CATALOGUE (self));

  drop_filters (self);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->filtered)); i++)
    {
      g_autoptr (LeioCatalogueItem) item
          = g_list_model_get_item (G_LIST_MODEL (self->filtered), i);

      if (leio_catalogue_item_get_index (item) != index)
        continue;
      on_activate (self, i);
      gtk_widget_add_tick_callback (GTK_WIDGET (self->list), scroll_to_selected, self, NULL);
      return;
    }
}

void
leio_catalogue_focus_search (LeioCatalogue *self)
{
  g_return_if_fail (LEIO_IS_CATALOGUE (self));

  leio_catalogue_go_back (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

gboolean
leio_catalogue_go_back (LeioCatalogue *self)
{
  g_return_val_if_fail (LEIO_IS_CATALOGUE (self), FALSE);

  if (!self->page_is_seen || !leio_adaptive_bin_get_narrow (self->bin))
    return FALSE;

  self->page_is_seen = FALSE;
  show_sides (self);
  focus_list (self);
  return TRUE;
}
