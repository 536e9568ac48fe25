/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-home-page.h"

#include <glib/gi18n.h>

#include "leio-catalogue.h"
#include "leio-home-items.h"
#include "leio-wrap-layout.h"

#define MEANING_CHARS 42

struct _LeioHomePage
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkStack *stack;
  LeioCatalogue *pages;
  LeioCatalogue *words;
  GtkWidget *situation;
  GtkWidget *limits;
  GtkScrolledWindow *limits_scroller;
  GtkWidget *limits_button;

  /* Owned references */
  LeioKnowledge *knowledge;
  LeioGlossary *glossary;
  GtkWidget *popover; /* (nullable) until a word is first explained */

  /* Borrowed references: in the popover */
  GtkLabel *word;
  GtkLabel *meaning;
  GtkWidget *close;

  GtkWidget *explained; /* (nullable) weak: where the word is that is explained */
};

enum
{
  LIMITS_READ,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LeioHomePage, leio_home_page, GTK_TYPE_WIDGET)

static GtkWidget *
open_page (guint index, gpointer user_data)
{
  LeioHomePage *self = user_data;

  return leio_home_items_new_page (self->knowledge, self->glossary, index);
}

static GtkWidget *
open_word (guint index, gpointer user_data)
{
  return leio_home_items_new_word (LEIO_HOME_PAGE (user_data)->glossary, index);
}

/* Fills a list when it is first seen. */
static void
on_page_changed (LeioHomePage *self)
{
  g_autoptr (GListModel) items = NULL;

  if (self->knowledge == NULL
      || gtk_stack_get_visible_child (self->stack) != GTK_WIDGET (self->words)
      || leio_catalogue_is_filled (self->words))
    return;

  items = leio_home_items_list_words (self->knowledge, self->glossary);
  leio_catalogue_fill (self->words, items, open_word, self);
}

/* (nullable): the one that is seen. */
static LeioCatalogue *
get_catalogue (LeioHomePage *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->stack);

  return LEIO_IS_CATALOGUE (child) ? LEIO_CATALOGUE (child) : NULL;
}

static void
on_limits_read (LeioHomePage *self)
{
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->pages));
  g_signal_emit (self, signals[LIMITS_READ], 0);
}

/* Back to reading, without going on to the questions. */
static void
on_read_on (LeioHomePage *self)
{
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->pages));
  leio_home_page_focus_search (self);
}

static gboolean
on_back (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  LeioHomePage *self = LEIO_HOME_PAGE (widget);
  LeioCatalogue *catalogue = get_catalogue (self);

  if (catalogue != NULL)
    return leio_catalogue_go_back (catalogue);

  on_read_on (self);
  return TRUE;
}

static gboolean
on_find (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  leio_home_page_focus_search (LEIO_HOME_PAGE (widget));
  return TRUE;
}

static void
on_explain (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, widget))
    focus = widget;
  leio_home_page_explain (LEIO_HOME_PAGE (widget), g_variant_get_uint32 (parameter), focus);
}

static void
on_popover_closed (LeioHomePage *self)
{
  if (self->explained != NULL && gtk_widget_get_mapped (self->explained))
    gtk_widget_grab_focus (self->explained);
  g_clear_weak_pointer (&self->explained);
}

static void
create_popover (LeioHomePage *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                 4, NULL);

  self->word = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "accessible-role",
                             GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->word), "leio-name");
  self->meaning = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "max-width-chars",
                                MEANING_CHARS, NULL);
  self->close = g_object_new (GTK_TYPE_BUTTON, "label", _ ("_Close"), "use-underline", TRUE,
                              "halign", GTK_ALIGN_END, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->word));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->meaning));
  gtk_box_append (GTK_BOX (box), self->close);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_widget_add_css_class (self->popover, "leio-meaning");
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_swapped (self->close, "clicked", G_CALLBACK (gtk_popover_popdown),
                            self->popover);
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (on_popover_closed), self);
}

/* The button has the focus, so its description is what a screen reader says. */
static void
say (LeioHomePage *self, guint term)
{
  const char *word = leio_glossary_get_word (self->glossary, term);
  const char *meaning = leio_glossary_get_meaning (self->glossary, term);
  /* Translators: 1 is a word of the glossary, 2 what it means */
  g_autofree char *both = g_strdup_printf (_ ("%1$s: %2$s"), word, meaning);

  gtk_label_set_label (self->word, word);
  gtk_label_set_label (self->meaning, meaning);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->close), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  both, -1);
}

void
leio_home_page_explain (LeioHomePage *self, guint term, GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_return_if_fail (LEIO_IS_HOME_PAGE (self));

  if (term >= self->knowledge->terms->len)
    return;
  if (self->popover == NULL)
    create_popover (self);

  say (self, term);
  g_set_weak_pointer (&self->explained, widget);
  if (gtk_widget_compute_bounds (widget, GTK_WIDGET (self), &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                                 &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                                                  (int) bounds.size.width,
                                                  (int) bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (self->close);
}

const char *
leio_home_page_get_seen (LeioHomePage *self)
{
  g_return_val_if_fail (LEIO_IS_HOME_PAGE (self), NULL);

  return gtk_stack_get_visible_child_name (self->stack);
}

void
leio_home_page_focus_search (LeioHomePage *self)
{
  g_return_if_fail (LEIO_IS_HOME_PAGE (self));

  if (get_catalogue (self) == NULL)
    gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->pages));
  leio_catalogue_focus_search (get_catalogue (self));
}

gboolean
leio_home_page_show_limits (LeioHomePage *self)
{
  int index;

  g_return_val_if_fail (LEIO_IS_HOME_PAGE (self), FALSE);

  index = leio_home_items_find_limits (self->knowledge);
  if (index < 0)
    return FALSE;

  if (gtk_scrolled_window_get_child (self->limits_scroller) == NULL)
    gtk_scrolled_window_set_child (self->limits_scroller, open_page ((guint) index, self));
  gtk_stack_set_visible_child (self->stack, self->limits);
  gtk_widget_grab_focus (GTK_WIDGET (self->limits_scroller));
  return TRUE;
}

void
leio_home_page_show (LeioHomePage *self, const char *id)
{
  const LeioTreatment *treatment;

  g_return_if_fail (LEIO_IS_HOME_PAGE (self));

  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->pages));
  for (guint i = 0; i < self->knowledge->pages->len; i++)
    {
      const LeioPage *page = g_ptr_array_index (self->knowledge->pages, i);

      if (g_str_equal (page->id, id))
        leio_catalogue_show (self->pages, i);
    }
  treatment = leio_knowledge_find_treatment (self->knowledge, id);
  if (treatment != NULL
      && leio_knowledge_get_treatment_page (self->knowledge, treatment->index) != NULL)
    leio_catalogue_show (self->pages, self->knowledge->pages->len + treatment->index);
}

static gboolean
leio_home_page_grab_focus (GtkWidget *widget)
{
  LeioHomePage *self = LEIO_HOME_PAGE (widget);

  if (get_catalogue (self) == NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (self->limits_scroller));

  leio_home_page_focus_search (self);
  return TRUE;
}

static void
leio_home_page_dispose (GObject *object)
{
  LeioHomePage *self = LEIO_HOME_PAGE (object);
  GtkWidget *child;

  g_clear_weak_pointer (&self->explained);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), LEIO_TYPE_HOME_PAGE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (leio_home_page_parent_class)->dispose (object);
}

static void
leio_home_page_finalize (GObject *object)
{
  LeioHomePage *self = LEIO_HOME_PAGE (object);

  g_clear_pointer (&self->glossary, leio_glossary_free);
  g_clear_pointer (&self->knowledge, leio_knowledge_unref);

  G_OBJECT_CLASS (leio_home_page_parent_class)->finalize (object);
}

static void
leio_home_page_class_init (LeioHomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = leio_home_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = leio_home_page_finalize;
  widget_class->grab_focus = leio_home_page_grab_focus;

  signals[LIMITS_READ] = g_signal_new ("limits-read", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "home.explain", "u", on_explain);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, on_find, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, on_back, NULL);

  /* The template names them. */
  g_type_ensure (LEIO_TYPE_CATALOGUE);
  g_type_ensure (LEIO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/leio_app/Leio/ui/home/home-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LeioHomePage, stack);
  gtk_widget_class_bind_template_child (widget_class, LeioHomePage, pages);
  gtk_widget_class_bind_template_child (widget_class, LeioHomePage, words);
  gtk_widget_class_bind_template_child (widget_class, LeioHomePage, situation);
  gtk_widget_class_bind_template_child (widget_class, LeioHomePage, limits);
  gtk_widget_class_bind_template_child (widget_class, LeioHomePage, limits_scroller);
  gtk_widget_class_bind_template_child (widget_class, LeioHomePage, limits_button);
  gtk_widget_class_bind_template_callback (widget_class, on_page_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_limits_read);
  gtk_widget_class_bind_template_callback (widget_class, on_read_on);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
}

static void
leio_home_page_init (LeioHomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
leio_home_page_new (LeioKnowledge *knowledge)
{
  LeioHomePage *self = g_object_new (LEIO_TYPE_HOME_PAGE, NULL);
  g_autoptr (GListModel) items = NULL;

  self->knowledge = leio_knowledge_ref (knowledge);
  self->glossary = leio_glossary_new (knowledge);
  items = leio_home_items_list_pages (knowledge);
  leio_catalogue_fill (self->pages, items, open_page, self);
  return GTK_WIDGET (self);
}
