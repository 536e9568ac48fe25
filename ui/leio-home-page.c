/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-home-page.h"

#include <glib/gi18n.h>

#include "leio-ask-page.h"
#include "leio-catalogue.h"
#include "leio-home-items.h"
#include "leio-matters-page.h"
#include "leio-mnemonic.h"
#include "leio-wrap-layout.h"

struct _LeioHomePage
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkStack *stack;
  LeioCatalogue *pages;
  LeioCatalogue *words;
  LeioMattersPage *matters;
  LeioAskPage *ask;
  GtkWidget *matters_toggle;
  GtkWidget *ask_toggle;
  GtkWidget *situation;
  GtkWidget *limits;
  GtkScrolledWindow *limits_scroller;
  GtkWidget *limits_button;

  /* Owned references */
  LeioKnowledge *knowledge;
  LeioGlossary *glossary;
};

enum
{
  PROP_0,
  PROP_SEEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

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

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEEN]);
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

const char *
leio_home_page_get_seen (LeioHomePage *self)
{
  g_return_val_if_fail (LEIO_IS_HOME_PAGE (self), NULL);

  return gtk_stack_get_visible_child_name (self->stack);
}

/* Actions can be called from outside: a name that is not there is no mistake of ours. */
void
leio_home_page_see (LeioHomePage *self, const char *name)
{
  g_return_if_fail (LEIO_IS_HOME_PAGE (self));

  if (name != NULL && gtk_stack_get_child_by_name (self->stack, name) != NULL)
    gtk_stack_set_visible_child_name (self->stack, name);
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

  if (gtk_stack_get_visible_child (self->stack) == self->limits)
    return gtk_widget_grab_focus (GTK_WIDGET (self->limits_scroller));
  if (get_catalogue (self) == NULL)
    return gtk_widget_grab_focus (gtk_stack_get_visible_child (self->stack));

  leio_home_page_focus_search (self);
  return TRUE;
}

static void
leio_home_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SEEN)
    g_value_set_string (value, leio_home_page_get_seen (LEIO_HOME_PAGE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
leio_home_page_set_property (GObject *object,
                             guint prop_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  if (prop_id == PROP_SEEN)
    leio_home_page_see (LEIO_HOME_PAGE (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
leio_home_page_dispose (GObject *object)
{
  LeioHomePage *self = LEIO_HOME_PAGE (object);
  GtkWidget *child;

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

  G_OBJECT_CLASS (klass)->get_property = leio_home_page_get_property;
  G_OBJECT_CLASS (klass)->set_property = leio_home_page_set_property;
  G_OBJECT_CLASS (klass)->dispose = leio_home_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = leio_home_page_finalize;
  widget_class->grab_focus = leio_home_page_grab_focus;

  properties[PROP_SEEN] =
      g_param_spec_string ("seen", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  gtk_widget_class_install_property_action (widget_class, "home.see", "seen");

  signals[LIMITS_READ] = g_signal_new ("limits-read", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, on_find, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, on_back, NULL);

  /* The template names them. */
  g_type_ensure (LEIO_TYPE_ASK_PAGE);
  g_type_ensure (LEIO_TYPE_CATALOGUE);
  g_type_ensure (LEIO_TYPE_MATTERS_PAGE);
  g_type_ensure (LEIO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/leio_app/Leio/ui/home/home-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LeioHomePage, stack);
  gtk_widget_class_bind_template_child (widget_class, LeioHomePage, pages);
  gtk_widget_class_bind_template_child (widget_class, LeioHomePage, words);
  gtk_widget_class_bind_template_child (widget_class, LeioHomePage, matters);
  gtk_widget_class_bind_template_child (widget_class, LeioHomePage, ask);
  gtk_widget_class_bind_template_child (widget_class, LeioHomePage, matters_toggle);
  gtk_widget_class_bind_template_child (widget_class, LeioHomePage, ask_toggle);
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
  leio_mnemonic_mend_names (GTK_WIDGET (self));
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

void
leio_home_page_set_session (LeioHomePage *self, LeioSession *session)
{
  g_return_if_fail (LEIO_IS_HOME_PAGE (self));

  leio_matters_page_set_session (self->matters, session);
  leio_ask_page_set_session (self->ask, session);
  gtk_widget_set_visible (self->ask_toggle, TRUE);
  gtk_widget_set_visible (self->matters_toggle, self->knowledge->matters->len > 0);
}
