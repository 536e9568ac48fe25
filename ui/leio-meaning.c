/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-meaning.h"

#include <glib/gi18n.h>

#define KEY "leio-meaning"
#define MEANING_CHARS 42

/* Of one window. */
typedef struct
{
  const LeioKnowledge *knowledge; /* borrowed */
  LeioGlossary *glossary;         /* (nullable) until it is first asked for */
  GtkWidget *popover;             /* (nullable) until a word is first explained */

  /* Borrowed references: in the popover */
  GtkLabel *word;
  GtkLabel *meaning;
  GtkWidget *close;

  GtkWidget *explained; /* (nullable) weak: where the word is that is explained */
} Words;

static void
words_free (Words *words)
{
  g_clear_pointer (&words->glossary, leio_glossary_free);
  g_clear_weak_pointer (&words->explained);
  g_free (words);
}

static void
on_window_destroyed (GtkWidget *window, Words *words)
{
  g_clear_pointer (&words->popover, gtk_widget_unparent);
}

void
leio_meaning_provide (GtkWidget *window, const LeioKnowledge *knowledge)
{
  Words *words = g_new0 (Words, 1);

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (g_object_get_data (G_OBJECT (window), KEY) == NULL);

  words->knowledge = knowledge;
  g_object_set_data_full (G_OBJECT (window), KEY, words, (GDestroyNotify) words_free);
  g_signal_connect (window, "destroy", G_CALLBACK (on_window_destroyed), words);
}

/* (nullable): where the window has no glossary. */
static Words *
get_words (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL ? g_object_get_data (G_OBJECT (root), KEY) : NULL;
}

LeioGlossary *
leio_meaning_get_glossary (GtkWidget *widget)
{
  Words *words = get_words (widget);

  if (words == NULL)
    return NULL;

  if (words->glossary == NULL)
    words->glossary = leio_glossary_new (words->knowledge);
  return words->glossary;
}

static void
on_closed (Words *words)
{
  if (words->explained != NULL && gtk_widget_get_mapped (words->explained))
    gtk_widget_grab_focus (words->explained);
  g_clear_weak_pointer (&words->explained);
}

static void
create_popover (Words *words, GtkWidget *window)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                 4, NULL);

  words->word = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "accessible-role",
                              GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (words->word), "leio-name");
  words->meaning = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "max-width-chars",
                                 MEANING_CHARS, NULL);
  words->close = g_object_new (GTK_TYPE_BUTTON, "label", _ ("_Close"), "use-underline", TRUE,
                               "halign", GTK_ALIGN_END, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (words->word));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (words->meaning));
  gtk_box_append (GTK_BOX (box), words->close);
  words->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (words->popover), box);
  gtk_widget_add_css_class (words->popover, "leio-meaning");
  gtk_widget_set_parent (words->popover, window);
  g_signal_connect_swapped (words->close, "clicked", G_CALLBACK (gtk_popover_popdown),
                            words->popover);
  g_signal_connect_swapped (words->popover, "closed", G_CALLBACK (on_closed), words);
}

/* The button has the focus, so its description is what a screen reader says. */
static void
say (Words *words, guint term)
{
  const char *word = leio_glossary_get_word (words->glossary, term);
  const char *meaning = leio_glossary_get_meaning (words->glossary, term);
  /* Translators: 1 is a word of the glossary, 2 what it means */
  g_autofree char *both = g_strdup_printf (_ ("%1$s: %2$s"), word, meaning);

  gtk_label_set_label (words->word, word);
  gtk_label_set_label (words->meaning, meaning);
  gtk_accessible_update_property (GTK_ACCESSIBLE (words->close),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, both, -1);
}

static void
point_to (Words *words, GtkWidget *widget, GtkWidget *window, const GdkRectangle *area)
{
  GdkRectangle all = { 0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget) };
  double x, y;

  if (area == NULL)
    area = &all;
  if (gtk_widget_translate_coordinates (widget, window, area->x, area->y, &x, &y))
    gtk_popover_set_pointing_to (GTK_POPOVER (words->popover),
                                 &(GdkRectangle){ (int) x, (int) y, area->width, area->height });
}

void
leio_meaning_explain (GtkWidget *widget, const GdkRectangle *area, guint term)
{
  LeioGlossary *glossary = leio_meaning_get_glossary (widget);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  Words *words = get_words (widget);

  if (glossary == NULL || term >= words->knowledge->terms->len)
    return;
  if (words->popover == NULL)
    create_popover (words, window);

  say (words, term);
  g_set_weak_pointer (&words->explained, widget);
  point_to (words, widget, window, area);
  gtk_popover_popup (GTK_POPOVER (words->popover));
  gtk_widget_grab_focus (words->close);
}

static void
on_clicked (GtkWidget *button, gpointer term)
{
  leio_meaning_explain (button, NULL, GPOINTER_TO_UINT (term));
}

GtkWidget *
leio_meaning_new_button (const LeioGlossary *glossary, guint term)
{
  GtkWidget *button = gtk_button_new_with_label (leio_glossary_get_word (glossary, term));

  gtk_widget_add_css_class (button, "leio-chip");
  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), GUINT_TO_POINTER (term));
  return button;
}
