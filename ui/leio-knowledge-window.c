/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-knowledge-window.h"

#include "leio-audit.h"
#include "leio-catalogue.h"
#include "leio-help-window.h"
#include "leio-knowledge-pages.h"
#include "leio-meaning.h"
#include "leio-reading.h"
#include "leio-report-base.h"
#include "leio-wrap-layout.h"

struct _LeioKnowledgeWindow
{
  GtkWindow parent_instance;

  /* Template widgets */
  GtkLabel *title_label;
  GtkLabel *use_label;
  GtkWidget *attributes;
  GtkWidget *audit;
  GtkSpinner *spinner;
  GtkLabel *audit_label;
  GtkWidget *switcher;
  GtkStack *stack;
  LeioCatalogue *rules;
  LeioCatalogue *sources;
  LeioCatalogue *properties;

  /* Owned references */
  LeioKnowledge *knowledge;
  GCancellable *cancellable;

  gboolean home;
};

G_DEFINE_FINAL_TYPE (LeioKnowledgeWindow, leio_knowledge_window, GTK_TYPE_WINDOW)

static void
show_attributes (LeioKnowledgeWindow *self)
{
  const LeioKnowledge *knowledge = self->knowledge;
  g_autoptr (GPtrArray) facts = leio_report_list_facts (knowledge);

  gtk_label_set_label (self->title_label,
                       leio_knowledge_text (knowledge, "knowledge/title", knowledge->title));
  gtk_label_set_label (self->use_label, leio_knowledge_text (knowledge, "knowledge/intended_use",
                                                             knowledge->intended_use));
  for (guint i = 0; i < facts->len; i++)
    {
      const LeioReportFact *fact = g_ptr_array_index (facts, i);

      leio_reading_add_heading (self->attributes, fact->heading);
      leio_reading_add_text (self->attributes, fact->text, NULL);
    }
}

static GtkWidget *
open_rule (guint index, gpointer user_data)
{
  return leio_knowledge_pages_new_rule (LEIO_KNOWLEDGE_WINDOW (user_data)->knowledge, index);
}

static GtkWidget *
open_source (guint index, gpointer user_data)
{
  LeioKnowledgeWindow *self = user_data;

  return leio_knowledge_pages_new_source (self->knowledge, index, self->home);
}

static GtkWidget *
open_property (guint index, gpointer user_data)
{
  return leio_knowledge_pages_new_property (LEIO_KNOWLEDGE_WINDOW (user_data)->knowledge, index);
}

/* Fills a list when it is first seen: its rows are many. */
static void
ensure_filled (LeioKnowledgeWindow *self, LeioCatalogue *catalogue)
{
  g_autoptr (GListModel) items = NULL;

  if (leio_catalogue_is_filled (catalogue))
    return;

  if (catalogue == self->rules)
    {
      items = leio_knowledge_pages_list_rules (self->knowledge);
      leio_catalogue_fill (catalogue, items, open_rule, self);
    }
  else if (catalogue == self->sources)
    {
      items = leio_knowledge_pages_list_sources (self->knowledge, self->home);
      leio_catalogue_fill (catalogue, items, open_source, self);
    }
  else
    {
      items = leio_knowledge_pages_list_properties (self->knowledge);
      leio_catalogue_fill (catalogue, items, open_property, self);
    }
}

static void
show_audit (LeioKnowledgeWindow *self, const LeioAudit *audit)
{
  g_autofree char *text = leio_report_dup_proof (audit);

  gtk_label_set_label (self->audit_label, text);
  for (guint i = 0; i < audit->findings->len; i++)
    {
      const LeioFinding *finding = g_ptr_array_index (audit->findings, i);

      leio_reading_add_text (self->audit, finding->message,
                             finding->violation ? "mistake" : "note");
    }
}

static void
on_audited (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioAudit) audit = g_task_propagate_pointer (G_TASK (result), &error);
  LeioKnowledgeWindow *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  gtk_spinner_stop (self->spinner);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
  if (audit != NULL)
    show_audit (self, audit);
  else
    gtk_label_set_label (self->audit_label, error->message);
}

static void
audit_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  LeioAudit *audit = leio_audit_new (data, NULL, FALSE, &error);

  if (audit != NULL)
    g_task_return_pointer (task, audit, (GDestroyNotify) leio_audit_free);
  else
    g_task_return_error (task, error);
}

static void
start_audit (LeioKnowledgeWindow *self)
{
  /* The window is no source object: a proof at work must not keep it alive. */
  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, on_audited, self);

  g_task_set_source_tag (task, start_audit);
  g_task_set_task_data (task, leio_knowledge_ref (self->knowledge),
                        (GDestroyNotify) leio_knowledge_unref);
  g_task_run_in_thread (task, audit_in_thread);
}

/* (nullable): the list that is seen. */
static LeioCatalogue *
get_catalogue (LeioKnowledgeWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);

  return LEIO_IS_CATALOGUE (page) ? LEIO_CATALOGUE (page) : NULL;
}

/* The search of the page that is seen takes what is typed. */
static void
on_page_changed (LeioKnowledgeWindow *self)
{
  LeioCatalogue *catalogue = get_catalogue (self);

  if (catalogue == NULL || self->knowledge == NULL)
    return;

  ensure_filled (self, catalogue);
  leio_catalogue_focus_search (catalogue);
}

static gboolean
on_back (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  LeioCatalogue *catalogue = get_catalogue (LEIO_KNOWLEDGE_WINDOW (widget));

  return catalogue != NULL && leio_catalogue_go_back (catalogue);
}

static gboolean
on_find (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  LeioKnowledgeWindow *self = LEIO_KNOWLEDGE_WINDOW (widget);

  if (get_catalogue (self) == NULL)
    gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->sources));
  leio_catalogue_focus_search (get_catalogue (self));
  return TRUE;
}

/* From a page that took the place of its list back to the list; else out. */
static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  LeioCatalogue *catalogue = get_catalogue (LEIO_KNOWLEDGE_WINDOW (widget));

  if (catalogue == NULL || !leio_catalogue_go_back (catalogue))
    gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static void
on_show_rule (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LeioKnowledgeWindow *self = LEIO_KNOWLEDGE_WINDOW (widget);
  const LeioRule *rule
      = leio_knowledge_find_rule (self->knowledge, g_variant_get_string (parameter, NULL));

  if (rule == NULL)
    return;

  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->rules));
  leio_catalogue_show (self->rules, rule->index);
}

static void
on_show_source (GtkWidget *widget, const char *action, GVariant *parameter)
{
  leio_knowledge_window_show_source (LEIO_KNOWLEDGE_WINDOW (widget),
                                     g_variant_get_string (parameter, NULL));
}

static void
leio_knowledge_window_dispose (GObject *object)
{
  LeioKnowledgeWindow *self = LEIO_KNOWLEDGE_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), LEIO_TYPE_KNOWLEDGE_WINDOW);

  G_OBJECT_CLASS (leio_knowledge_window_parent_class)->dispose (object);
}

static void
leio_knowledge_window_finalize (GObject *object)
{
  LeioKnowledgeWindow *self = LEIO_KNOWLEDGE_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->knowledge, leio_knowledge_unref);

  G_OBJECT_CLASS (leio_knowledge_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/leio_app/Leio/ui/knowledge-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LeioKnowledgeWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, LeioKnowledgeWindow, use_label);
  gtk_widget_class_bind_template_child (widget_class, LeioKnowledgeWindow, attributes);
  gtk_widget_class_bind_template_child (widget_class, LeioKnowledgeWindow, audit);
  gtk_widget_class_bind_template_child (widget_class, LeioKnowledgeWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, LeioKnowledgeWindow, audit_label);
  gtk_widget_class_bind_template_child (widget_class, LeioKnowledgeWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, LeioKnowledgeWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, LeioKnowledgeWindow, rules);
  gtk_widget_class_bind_template_child (widget_class, LeioKnowledgeWindow, sources);
  gtk_widget_class_bind_template_child (widget_class, LeioKnowledgeWindow, properties);
  gtk_widget_class_bind_template_callback (widget_class, on_page_changed);
}

static void
leio_knowledge_window_class_init (LeioKnowledgeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = leio_knowledge_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = leio_knowledge_window_finalize;

  gtk_widget_class_install_action (widget_class, "knowledge.show-rule", "s", on_show_rule);
  gtk_widget_class_install_action (widget_class, "knowledge.show-source", "s", on_show_source);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, on_find, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, on_back, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);

  leio_help_window_add_key (widget_class, "knowledge");

  /* The template names them. */
  g_type_ensure (LEIO_TYPE_CATALOGUE);
  g_type_ensure (LEIO_TYPE_WRAP_LAYOUT);
  bind_template (widget_class);
}

static void
leio_knowledge_window_init (LeioKnowledgeWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Its buttons may stand in two lines, which cannot be linked. */
  gtk_widget_remove_css_class (self->switcher, "linked");
}

/* Rules and proofs are in the words of clinicians. */
static void
hide_rules (LeioKnowledgeWindow *self)
{
  GtkWidget *const pages[] = { GTK_WIDGET (self->rules), GTK_WIDGET (self->properties) };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_stack_page_set_visible (gtk_stack_get_page (self->stack, pages[i]), FALSE);
  gtk_widget_set_visible (self->audit, FALSE);
}

gboolean
leio_knowledge_window_get_home (LeioKnowledgeWindow *self)
{
  g_return_val_if_fail (LEIO_IS_KNOWLEDGE_WINDOW (self), FALSE);

  return self->home;
}

GtkWidget *
leio_knowledge_window_new (GtkWindow *parent, LeioKnowledge *knowledge, gboolean home)
{
  LeioKnowledgeWindow *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (knowledge != NULL, NULL);

  self = g_object_new (LEIO_TYPE_KNOWLEDGE_WINDOW, "transient-for", parent, NULL);
  self->knowledge = leio_knowledge_ref (knowledge);
  self->home = home;
  leio_meaning_provide (GTK_WIDGET (self), knowledge);
  show_attributes (self);
  if (home)
    hide_rules (self);
  else
    start_audit (self);
  return GTK_WIDGET (self);
}

void
leio_knowledge_window_show_sources (LeioKnowledgeWindow *self)
{
  g_return_if_fail (LEIO_IS_KNOWLEDGE_WINDOW (self));

  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->sources));
}

void
leio_knowledge_window_show_source (LeioKnowledgeWindow *self, const char *id)
{
  const LeioSource *source;

  g_return_if_fail (LEIO_IS_KNOWLEDGE_WINDOW (self));

  source = leio_knowledge_find_source (self->knowledge, id);
  leio_knowledge_window_show_sources (self);
  if (source != NULL)
    leio_catalogue_show (self->sources, source->index);
}
