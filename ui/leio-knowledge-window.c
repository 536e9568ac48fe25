/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-knowledge-window.h"

#include <glib/gi18n.h>

#include "leio-audit.h"

struct _LeioKnowledgeWindow
{
  GtkWindow parent_instance;

  /* Template widgets */
  GtkLabel *title_label;
  GtkLabel *version_label;
  GtkBox *attributes;
  GtkBox *audit;
  GtkSpinner *spinner;
  GtkLabel *audit_label;
  GtkStack *stack;
  GtkSearchEntry *rule_search;
  GtkSearchEntry *source_search;
  GtkStringList *rules;
  GtkStringList *sources;

  /* Owned references */
  LeioKnowledge *knowledge;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (LeioKnowledgeWindow, leio_knowledge_window, GTK_TYPE_WINDOW)

static GtkWidget *
new_text (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* The heading of an attribute; one that this program does not know stands by its name. */
static const char *
get_heading (const char *name)
{
  static const struct
  {
    const char *name;
    const char *heading;
  } table[] = {
    { "purpose", N_ ("Purpose") },          { "population", N_ ("Population") },
    { "authors", N_ ("Authors") },          { "review", N_ ("Review") },
    { "update_rule", N_ ("Renewal") },      { "funding", N_ ("Funding") },
    { "levels", N_ ("Levels and grades") }, { "limits", N_ ("Limits") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      if (g_str_equal (name, table[i].name))
        return _ (table[i].heading);
    }
  return name;
}

static void
show_attributes (LeioKnowledgeWindow *self)
{
  const LeioKnowledge *knowledge = self->knowledge;
  /* Translators: 1 is the version of a knowledge base, 2 the date of its last review. */
  g_autofree char *version = g_strdup_printf (_ ("Version %1$s, reviewed on %2$s"),
                                              knowledge->version, knowledge->review_date);

  gtk_label_set_label (self->title_label,
                       leio_knowledge_text (knowledge, "knowledge/title", knowledge->title));
  gtk_label_set_label (self->version_label, version);

  for (guint i = 0; i < knowledge->attributes->len; i++)
    {
      const LeioAttribute *attribute = g_ptr_array_index (knowledge->attributes, i);
      g_autofree char *context = g_strconcat ("attributes/", attribute->name, NULL);

      gtk_box_append (self->attributes,
                      new_text (get_heading (attribute->name), "section-heading"));
      gtk_box_append (self->attributes,
                      new_text (leio_knowledge_text (knowledge, context, attribute->text), NULL));
    }
}

static void
append_names (GString *text, const LeioKnowledge *knowledge, const LeioRule *rule)
{
  for (guint i = 0; i < rule->treatments->len; i++)
    {
      const LeioTreatment *treatment = g_ptr_array_index (
          knowledge->treatments, g_array_index (rule->treatments, guint, i));
      g_autofree char *context = g_strdup_printf ("treatments/%s/name", treatment->id);

      g_string_append (text, i > 0 ? " · " : "");
      g_string_append (text, leio_knowledge_text (knowledge, context, treatment->name));
    }
}

static char *
dup_evidence (const LeioKnowledge *knowledge, const LeioRule *rule)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rule->evidence->len; i++)
    {
      const LeioSource *source =
          g_ptr_array_index (knowledge->sources, g_array_index (rule->evidence, guint, i));

      g_string_append_printf (text, "%s%s", i > 0 ? " · " : "", source->label);
    }
  return g_string_free (text, FALSE);
}

/* One string: what is shown is what is searched. */
static char *
dup_rule (const LeioKnowledge *knowledge, const LeioRule *rule)
{
  g_autofree char *context = g_strdup_printf ("rules/%s/why", rule->id);
  g_autofree char *evidence = dup_evidence (knowledge, rule);
  g_autoptr (GString) text = g_string_new (NULL);

  append_names (text, knowledge, rule);
  g_string_append_printf (text, " (%s, %s)\n", leio_effect_to_id (rule->effect), rule->id);
  g_string_append_printf (text, "%s\n", leio_knowledge_text (knowledge, context, rule->why));
  /* Translators: %s is a condition in the language of the knowledge base. */
  g_string_append_printf (text, _ ("When: %s"), rule->when);
  g_string_append_c (text, '\n');
  /* Translators: %s is a list of short names of sources. */
  g_string_append_printf (text, _ ("Sources: %s"), evidence);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static guint
count_rules (const LeioKnowledge *knowledge, guint source)
{
  guint count = 0;

  for (guint i = 0; i < knowledge->rules->len; i++)
    {
      const LeioRule *rule = g_ptr_array_index (knowledge->rules, i);

      for (guint j = 0; j < rule->evidence->len; j++)
        count += g_array_index (rule->evidence, guint, j) == source ? 1 : 0;
    }
  return count;
}

static char *
dup_source (const LeioKnowledge *knowledge, const LeioSource *source)
{
  g_autofree char *context = g_strdup_printf ("sources/%s/finding", source->id);
  g_autofree char *citation = leio_source_dup_citation (source);
  g_autofree char *link = leio_source_dup_link (source);
  guint n_rules = count_rules (knowledge, source->index);
  g_autofree char *use =
      /* Translators: %u is the number of rules that rest on a source. */
      g_strdup_printf (ngettext ("%u rule rests on it", "%u rules rest on it", n_rules), n_rules);

  return g_strdup_printf ("%s\n%s\n%s\n%s%s%s", source->label, citation,
                          leio_knowledge_text (knowledge, context, source->finding), use,
                          link != NULL ? " · " : "", link != NULL ? link : "");
}

static void
fill_lists (LeioKnowledgeWindow *self)
{
  const LeioKnowledge *knowledge = self->knowledge;

  for (guint i = 0; i < knowledge->rules->len; i++)
    gtk_string_list_take (self->rules,
                          dup_rule (knowledge, g_ptr_array_index (knowledge->rules, i)));
  for (guint i = 0; i < knowledge->sources->len; i++)
    gtk_string_list_take (self->sources,
                          dup_source (knowledge, g_ptr_array_index (knowledge->sources, i)));
}

static void
show_audit (LeioKnowledgeWindow *self, const LeioAudit *audit)
{
  g_autofree char *cases = leio_count_dup_text (audit->n_cases, audit->n_cases_overflow);
  g_autofree char *violations = g_strdup_printf (
      /* Translators: %u is the number of faults that a proof found in a knowledge base. */
      ngettext ("%u violation", "%u violations", audit->n_violations), audit->n_violations);
  g_autofree char *warnings = g_strdup_printf (
      /* Translators: %u is the number of warnings of a proof about a knowledge base. */
      ngettext ("%u warning", "%u warnings", audit->n_warnings), audit->n_warnings);
  /* Translators: 1 is a very large number, 2 is "0 violations", 3 is "3 warnings". */
  g_autofree char *text = g_strdup_printf (_ ("Proved over all %1$s possible cases: %2$s, %3$s."),
                                           cases, violations, warnings);

  gtk_label_set_label (self->audit_label, text);
  for (guint i = 0; i < audit->findings->len; i++)
    {
      const LeioFinding *finding = g_ptr_array_index (audit->findings, i);

      gtk_box_append (self->audit,
                      new_text (finding->message, finding->violation ? "mistake" : "note"));
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

/* The search of the page that is seen takes what is typed. */
static void
on_page_changed (LeioKnowledgeWindow *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->stack);

  if (g_strcmp0 (page, "rules") == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->rule_search));
  else if (g_strcmp0 (page, "sources") == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->source_search));
}

static gboolean
on_find (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  LeioKnowledgeWindow *self = LEIO_KNOWLEDGE_WINDOW (widget);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "about") == 0)
    gtk_stack_set_visible_child_name (self->stack, "rules");
  on_page_changed (self);
  return TRUE;
}

static void
on_item_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, new_text (NULL, NULL));
}

/* GTK 4.8 does not name the row, which has the focus, by what stands in it. */
static void
on_item_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (label)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
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
leio_knowledge_window_class_init (LeioKnowledgeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = leio_knowledge_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = leio_knowledge_window_finalize;

  gtk_widget_class_add_binding (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, on_find, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/leio_app/Leio/ui/knowledge-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LeioKnowledgeWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, LeioKnowledgeWindow, version_label);
  gtk_widget_class_bind_template_child (widget_class, LeioKnowledgeWindow, attributes);
  gtk_widget_class_bind_template_child (widget_class, LeioKnowledgeWindow, audit);
  gtk_widget_class_bind_template_child (widget_class, LeioKnowledgeWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, LeioKnowledgeWindow, audit_label);
  gtk_widget_class_bind_template_child (widget_class, LeioKnowledgeWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, LeioKnowledgeWindow, rule_search);
  gtk_widget_class_bind_template_child (widget_class, LeioKnowledgeWindow, source_search);
  gtk_widget_class_bind_template_child (widget_class, LeioKnowledgeWindow, rules);
  gtk_widget_class_bind_template_child (widget_class, LeioKnowledgeWindow, sources);
  gtk_widget_class_bind_template_callback (widget_class, on_page_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_item_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_item_bind);
}

static void
leio_knowledge_window_init (LeioKnowledgeWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
leio_knowledge_window_new (GtkWindow *parent, LeioKnowledge *knowledge)
{
  LeioKnowledgeWindow *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (knowledge != NULL, NULL);

  self = g_object_new (LEIO_TYPE_KNOWLEDGE_WINDOW, "transient-for", parent, NULL);
  self->knowledge = leio_knowledge_ref (knowledge);
  show_attributes (self);
  fill_lists (self);
  start_audit (self);
  return GTK_WIDGET (self);
}
