/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-start-page.h"

#include "leio-text.h"
#include "leio-wording.h"
#include "leio-wrap-layout.h"

#define EXAMPLES "/io/github/leio_app/Leio/examples/"

struct _LeioStartPage
{
  GtkWidget parent_instance;

  /* Template widgets */
  LeioText *intended_use;
  GtkWidget *clinician_door;
  GtkWidget *examples_title;
  GtkBox *examples;
};

enum
{
  DOOR_CHOSEN,
  EXAMPLE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LeioStartPage, leio_start_page, GTK_TYPE_WIDGET)

static void
on_clinician_chosen (LeioStartPage *self)
{
  g_signal_emit (self, signals[DOOR_CHOSEN], 0, FALSE);
}

static void
on_home_chosen (LeioStartPage *self)
{
  g_signal_emit (self, signals[DOOR_CHOSEN], 0, TRUE);
}

static void
on_example_clicked (GtkWidget *button, LeioStartPage *self)
{
  g_signal_emit (self, signals[EXAMPLE_CHOSEN], 0, g_object_get_data (G_OBJECT (button), "file"));
}

static void
add_example (LeioStartPage *self, GFile *file, const char *label)
{
  GtkWidget *text = g_object_new (GTK_TYPE_LABEL, "label", label, "wrap", TRUE, "xalign", 0.0,
                                  NULL);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "child", text, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_add_css_class (button, "leio-link");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (button), "file", g_object_ref (file), g_object_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (on_example_clicked), self);
  gtk_box_append (self->examples, button);
}

/* An example of another knowledge base cannot be read with this one. */
static void
add_examples (LeioStartPage *self, LeioSession *session)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (session);
  g_auto (GStrv) names
      = g_resources_enumerate_children (EXAMPLES, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *uri = g_strconcat ("resource://" EXAMPLES, names[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_uri (uri);
      g_autofree char *etag = NULL;
      g_autoptr (LeioCase) kase = leio_case_load (file, leio_session_get_questionnaire (session),
                                                  knowledge->id, &etag, NULL);

      if (kase != NULL)
        add_example (self, file, leio_wording_example (knowledge, names[i], kase->label));
    }

  gtk_widget_set_visible (self->examples_title,
                          gtk_widget_get_first_child (GTK_WIDGET (self->examples)) != NULL);
}

static gboolean
leio_start_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LEIO_START_PAGE (widget)->clinician_door);
}

static void
leio_start_page_dispose (GObject *object)
{
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (object), LEIO_TYPE_START_PAGE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (leio_start_page_parent_class)->dispose (object);
}

static void
leio_start_page_class_init (LeioStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = leio_start_page_dispose;
  widget_class->grab_focus = leio_start_page_grab_focus;

  g_type_ensure (LEIO_TYPE_TEXT);
  g_type_ensure (LEIO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/leio_app/Leio/ui/start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LeioStartPage, intended_use);
  gtk_widget_class_bind_template_child (widget_class, LeioStartPage, clinician_door);
  gtk_widget_class_bind_template_child (widget_class, LeioStartPage, examples_title);
  gtk_widget_class_bind_template_child (widget_class, LeioStartPage, examples);
  gtk_widget_class_bind_template_callback (widget_class, on_clinician_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_home_chosen);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);

  signals[DOOR_CHOSEN]
      = g_signal_new ("door-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[EXAMPLE_CHOSEN]
      = g_signal_new ("example-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);
}

static void
leio_start_page_init (LeioStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
leio_start_page_new (LeioSession *session)
{
  const LeioKnowledge *knowledge = leio_session_get_knowledge (session);
  LeioStartPage *self = g_object_new (LEIO_TYPE_START_PAGE, NULL);

  leio_text_set_text (self->intended_use, leio_knowledge_text (knowledge, "knowledge/intended_use",
                                                               knowledge->intended_use));
  add_examples (self, session);

  return GTK_WIDGET (self);
}
