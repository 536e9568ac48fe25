/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-reading.h"

#include "leio-line-layout.h"
#include "leio-text.h"

#define SPACING 6

static GtkWidget *
new_label (const char *text, const char *css_class, GtkAccessibleRole role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "xalign", 0.0, "natural-wrap-mode",
                                   GTK_NATURAL_WRAP_NONE, "accessible-role", role, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* A paragraph whose words are explained. */
static GtkWidget *
new_paragraph (const char *text, const char *css_class)
{
  GtkWidget *paragraph = g_object_new (LEIO_TYPE_TEXT, "text", text, "explains", TRUE, "hexpand",
                                       TRUE, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (paragraph, css_class);
  return paragraph;
}

GtkWidget *
leio_reading_new (const char *name)
{
  GtkWidget *page = g_object_new (GTK_TYPE_BOX, "layout-manager", leio_line_layout_new (SPACING),
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  gtk_widget_add_css_class (page, "leio-reading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return page;
}

void
leio_reading_add_title (GtkWidget *page, const char *text)
{
  gtk_box_append (GTK_BOX (page), new_label (text, "leio-headline", GTK_ACCESSIBLE_ROLE_HEADING));
}

void
leio_reading_add_heading (GtkWidget *page, const char *text)
{
  gtk_box_append (GTK_BOX (page), new_label (text, "leio-subtitle", GTK_ACCESSIBLE_ROLE_HEADING));
}

GtkWidget *
leio_reading_new_text (const char *text)
{
  return new_label (text, NULL, GTK_ACCESSIBLE_ROLE_LABEL);
}

void
leio_reading_add_text (GtkWidget *page, const char *text, const char *css_class)
{
  gtk_box_append (GTK_BOX (page), new_paragraph (text, css_class));
}

void
leio_reading_add_minor_heading (GtkWidget *page, const char *text)
{
  GtkWidget *label = new_label (text, "leio-minor", GTK_ACCESSIBLE_ROLE_HEADING);

  gtk_widget_set_margin_top (label, SPACING);
  gtk_box_append (GTK_BOX (page), label);
}

static GtkWidget *
new_marked_label (const char *markup)
{
  GtkWidget *label = new_label (NULL, NULL, GTK_ACCESSIBLE_ROLE_LABEL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  return label;
}

void
leio_reading_add_markup (GtkWidget *page, const char *markup)
{
  gtk_box_append (GTK_BOX (page), new_marked_label (markup));
}

void
leio_reading_add_entry (GtkWidget *page, const char *heading, GPtrArray *paragraphs)
{
  GtkWidget *entry = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  -1);
  gtk_box_append (GTK_BOX (entry), new_label (heading, "leio-minor", GTK_ACCESSIBLE_ROLE_HEADING));
  for (guint i = 0; i < paragraphs->len; i++)
    gtk_box_append (GTK_BOX (entry), new_marked_label (g_ptr_array_index (paragraphs, i)));
  gtk_box_append (GTK_BOX (page), entry);
}

static GtkWidget *
new_list (const char *name)
{
  GtkWidget *list = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                  3, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return list;
}

/* @sign: what stands before @paragraph, which says @text */
static void
add_item (GtkWidget *list, const char *sign, GtkWidget *paragraph, const char *text)
{
  GtkWidget *item = g_object_new (GTK_TYPE_BOX, "spacing", 6, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  GtkWidget *bullet = g_object_new (GTK_TYPE_LABEL, "label", sign, "valign", GTK_ALIGN_START,
                                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_box_append (GTK_BOX (item), bullet);
  gtk_box_append (GTK_BOX (item), paragraph);
  gtk_box_append (GTK_BOX (list), item);
}

void
leio_reading_add_list (GtkWidget *page, const char *name, GPtrArray *items)
{
  GtkWidget *list = new_list (name);

  for (guint i = 0; i < items->len; i++)
    {
      const char *text = g_ptr_array_index (items, i);

      add_item (list, "•", new_paragraph (text, NULL), text);
    }
  gtk_box_append (GTK_BOX (page), list);
}

void
leio_reading_add_marked_list (GtkWidget *page, const char *name, GPtrArray *items, gboolean counted)
{
  GtkWidget *list = new_list (name);

  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u.", i + 1);
      GtkWidget *label = new_marked_label (g_ptr_array_index (items, i));

      add_item (list, counted ? number : "•", label, gtk_label_get_text (GTK_LABEL (label)));
    }
  gtk_box_append (GTK_BOX (page), list);
}

/* @target: (nullable) */
static void
add_button (GtkWidget *page, const char *text, const char *action, GVariant *target,
            GtkAccessibleRole role)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "action-name", action, "action-target",
                                    target, "halign", GTK_ALIGN_START, "accessible-role", role,
                                    NULL);

  gtk_button_set_child (GTK_BUTTON (button), new_label (text, NULL, GTK_ACCESSIBLE_ROLE_LABEL));
  if (role == GTK_ACCESSIBLE_ROLE_LINK)
    gtk_widget_add_css_class (button, "leio-link");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_box_append (GTK_BOX (page), button);
}

void
leio_reading_add_action (GtkWidget *page, const char *text, const char *action, const char *target)
{
  add_button (page, text, action, g_variant_new_string (target), GTK_ACCESSIBLE_ROLE_LINK);
}

void
leio_reading_add_command (GtkWidget *page, const char *text, const char *action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  g_return_if_fail (g_action_parse_detailed_name (action, &name, &target, NULL));

  add_button (page, text, name, target, GTK_ACCESSIBLE_ROLE_BUTTON);
}

void
leio_reading_add_address (GtkWidget *page, const char *address)
{
  GtkWidget *link = gtk_link_button_new (address);
  GtkWidget *label = new_label (address, NULL, GTK_ACCESSIBLE_ROLE_LABEL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  /* A hyphen at the end of a line would be taken for part of the address. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_CHAR);
  gtk_button_set_child (GTK_BUTTON (link), label);
  gtk_widget_set_halign (link, GTK_ALIGN_START);
  gtk_widget_add_css_class (link, "leio-link");
  gtk_accessible_update_property (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_PROPERTY_LABEL, address,
                                  -1);
  gtk_box_append (GTK_BOX (page), link);
}
