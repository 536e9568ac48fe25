/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-home-items.h"

#include <glib/gi18n.h>

#include "leio-catalogue-item.h"
#include "leio-home-page.h"
#include "leio-meaning.h"
#include "leio-numbers.h"
#include "leio-reading.h"
#include "leio-report-pages.h"
#include "leio-source-chip.h"
#include "leio-text.h"
#include "leio-wrap-layout.h"

/* What a page is built from. */
typedef struct
{
  const LeioKnowledge *knowledge;
  const LeioGlossary *glossary;
  GtkWidget *page;
  GArray *terms; /* (element-type guint): those that were found so far */
} Builder;

static const char *
get_text (const LeioKnowledge *knowledge,
          const char *list,
          const char *id,
          const char *field,
          const char *text)
{
  g_autofree char *context = g_strdup_printf ("%s/%s/%s", list, id, field);

  return leio_knowledge_text (knowledge, context, text);
}

static const char *
get_name (const LeioKnowledge *knowledge, const LeioTreatment *treatment)
{
  return get_text (knowledge, "treatments", treatment->id, "plain_name", treatment->plain_name);
}

static const char *
get_plain (const LeioKnowledge *knowledge, const LeioTreatment *treatment)
{
  return get_text (knowledge, "treatments", treatment->id, "plain", treatment->plain);
}

/* What is searched beside the row: the whole page. */
static LeioCatalogueItem *
new_page_item (const LeioKnowledge *knowledge, guint index)
{
  const LeioPage *page = g_ptr_array_index (knowledge->pages, index);
  const LeioChapter *chapter = g_ptr_array_index (knowledge->chapters, page->chapter);
  const char *kind = get_text (knowledge, "chapters", chapter->id, "title", chapter->title);
  g_autofree char *text = leio_report_dup_page (knowledge, page);

  return leio_catalogue_item_new (index, get_text (knowledge, "pages", page->id, "title",
                                                   page->title),
                                  kind, kind, "", text);
}

static LeioCatalogueItem *
new_treatment_item (const LeioKnowledge *knowledge, const LeioTreatmentPage *page)
{
  const LeioTreatment *treatment = g_ptr_array_index (knowledge->treatments, page->treatment);
  const LeioGroup *group = g_ptr_array_index (knowledge->groups, treatment->group);
  const char *kind
      = get_text (knowledge, "groups", group->id, "plain_title", group->plain_title);
  g_autofree char *text = leio_report_dup_treatment_page (knowledge, page);

  return leio_catalogue_item_new (knowledge->pages->len + page->treatment,
                                  get_name (knowledge, treatment),
                                  get_plain (knowledge, treatment), kind, "", text);
}

GListModel *
leio_home_items_list_pages (const LeioKnowledge *knowledge)
{
  GListStore *store = g_list_store_new (LEIO_TYPE_CATALOGUE_ITEM);

  for (guint i = 0; i < knowledge->pages->len; i++)
    {
      g_autoptr (LeioCatalogueItem) item = new_page_item (knowledge, i);

      g_list_store_append (store, item);
    }
  for (guint i = 0; i < knowledge->treatments->len; i++)
    {
      const LeioTreatmentPage *page = leio_knowledge_get_treatment_page (knowledge, i);
      g_autoptr (LeioCatalogueItem) item
          = page != NULL ? new_treatment_item (knowledge, page) : NULL;

      if (item != NULL)
        g_list_store_append (store, item);
    }
  return G_LIST_MODEL (store);
}

static int
compare_items (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return g_utf8_collate (leio_catalogue_item_get_heading ((LeioCatalogueItem *) a),
                         leio_catalogue_item_get_heading ((LeioCatalogueItem *) b));
}

GListModel *
leio_home_items_list_words (const LeioKnowledge *knowledge, const LeioGlossary *glossary)
{
  GListStore *store = g_list_store_new (LEIO_TYPE_CATALOGUE_ITEM);

  for (guint i = 0; i < knowledge->terms->len; i++)
    {
      const LeioTerm *term = g_ptr_array_index (knowledge->terms, i);
      g_autoptr (GString) names = g_string_new (NULL);
      g_autoptr (LeioCatalogueItem) item = NULL;

      for (guint k = 0; k < term->aka->len; k++)
        g_string_append_printf (names, "%s\n", (char *) g_ptr_array_index (term->aka, k));
      item = leio_catalogue_item_new (i, leio_glossary_get_word (glossary, i),
                                      leio_glossary_get_meaning (glossary, i), "", "",
                                      names->str);
      g_list_store_insert_sorted (store, item, compare_items, NULL);
    }
  return G_LIST_MODEL (store);
}

/* A paragraph whose words are explained; they are buttons at the end of the page, too. */
static GtkWidget *
new_paragraph (Builder *builder, const char *text)
{
  leio_glossary_add_terms (builder->glossary, text, builder->terms);
  return g_object_new (LEIO_TYPE_TEXT, "text", text, "explains", TRUE, "hexpand", TRUE, NULL);
}

static void
add_points (Builder *builder, const LeioPageSection *section)
{
  GtkWidget *list = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                  3, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, NULL);

  for (guint i = 0; i < section->points->len; i++)
    {
      const char *text = leio_page_section_get_point (section, builder->knowledge, i);
      GtkWidget *item = g_object_new (GTK_TYPE_BOX, "spacing", 6, "accessible-role",
                                      GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
      GtkWidget *bullet = g_object_new (GTK_TYPE_LABEL, "label", "•", "valign", GTK_ALIGN_START,
                                        "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

      gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                      -1);
      gtk_box_append (GTK_BOX (item), bullet);
      gtk_box_append (GTK_BOX (item), new_paragraph (builder, text));
      gtk_box_append (GTK_BOX (list), item);
    }
  gtk_box_append (GTK_BOX (builder->page), list);
}

static void
add_sources (Builder *builder, const GArray *evidence)
{
  GtkWidget *chips = g_object_new (GTK_TYPE_BOX, "layout-manager",
                                   g_object_new (LEIO_TYPE_WRAP_LAYOUT, "spacing", 4, NULL), NULL);

  for (guint i = 0; i < evidence->len; i++)
    {
      GtkWidget *chip
          = leio_source_chip_new (builder->knowledge, g_array_index (evidence, guint, i), NULL);

      leio_source_chip_set_home (LEIO_SOURCE_CHIP (chip), TRUE);
      gtk_box_append (GTK_BOX (chips), chip);
    }
  gtk_box_append (GTK_BOX (builder->page), chips);
}

static void
add_section (Builder *builder, const char *heading, const LeioPageSection *section)
{
  const char *text = leio_page_section_get_text (section, builder->knowledge);

  leio_reading_add_heading (builder->page, heading);
  if (*text != '\0')
    gtk_box_append (GTK_BOX (builder->page), new_paragraph (builder, text));
  if (section->points->len > 0)
    add_points (builder, section);
  if (section->evidence->len > 0)
    add_sources (builder, section->evidence);
}

/* Every word that is a link above, as a button: a screen reader tells of no links in a label. */
static void
add_words (Builder *builder)
{
  GtkWidget *words;

  if (builder->terms->len == 0)
    return;

  leio_reading_add_heading (builder->page, _ ("Words on this page"));
  words = g_object_new (GTK_TYPE_BOX, "layout-manager",
                        g_object_new (LEIO_TYPE_WRAP_LAYOUT, "spacing", 4, NULL),
                        "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (words), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Words on this page"), -1);
  for (guint i = 0; i < builder->terms->len; i++)
    gtk_box_append (GTK_BOX (words), leio_meaning_new_button (builder->glossary,
                                                            g_array_index (builder->terms, guint,
                                                                           i)));
  gtk_box_append (GTK_BOX (builder->page), words);
}

static void
build_page (Builder *builder, const LeioPage *page)
{
  const char *title = get_text (builder->knowledge, "pages", page->id, "title", page->title);

  builder->page = leio_reading_new (title);
  leio_reading_add_title (builder->page, title);
  for (guint i = 0; i < page->sections->len; i++)
    {
      const LeioPageSection *section = g_ptr_array_index (page->sections, i);

      add_section (builder, leio_page_section_get_heading (section, builder->knowledge), section);
    }
}

static void
add_questions (Builder *builder, const LeioTreatment *treatment, const GPtrArray *questions)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < questions->len; i++)
    {
      g_autofree char *field = g_strdup_printf ("questions/%u", i + 1);

      g_ptr_array_add (texts, (gpointer) get_text (builder->knowledge, "treatment_pages",
                                                   treatment->id, field,
                                                   g_ptr_array_index (questions, i)));
    }
  leio_reading_add_heading (builder->page, _ ("Questions to ask"));
  leio_reading_add_list (builder->page, _ ("Questions to ask"), texts);
}

static void
build_treatment_page (Builder *builder, const LeioTreatmentPage *page)
{
  const LeioTreatment *treatment
      = g_ptr_array_index (builder->knowledge->treatments, page->treatment);
  const char *name = get_name (builder->knowledge, treatment);
  GtkWidget *numbers;

  builder->page = leio_reading_new (name);
  leio_reading_add_title (builder->page, name);
  leio_reading_add_heading (builder->page, _ ("What it is"));
  gtk_box_append (GTK_BOX (builder->page),
                  new_paragraph (builder, get_plain (builder->knowledge, treatment)));
  for (guint i = 0; i < LEIO_N_PAGE_PARTS; i++)
    add_section (builder, leio_report_page_part_heading ((LeioPagePart) i), page->parts[i]);
  numbers = leio_numbers_new (builder->knowledge, page->treatment);
  if (numbers != NULL)
    gtk_box_append (GTK_BOX (builder->page), numbers);
  add_questions (builder, treatment, page->questions);
}

GtkWidget *
leio_home_items_new_page (const LeioKnowledge *knowledge,
                          const LeioGlossary *glossary,
                          guint index)
{
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (guint));
  Builder builder = { knowledge, glossary, NULL, terms };
  guint n_pages = knowledge->pages->len;

  if (index < n_pages)
    build_page (&builder, g_ptr_array_index (knowledge->pages, index));
  else
    build_treatment_page (&builder,
                          leio_knowledge_get_treatment_page (knowledge, index - n_pages));
  add_words (&builder);
  return builder.page;
}

static gboolean
is_about_program (const LeioPage *page)
{
  for (guint i = 0; i < page->sections->len; i++)
    {
      const LeioPageSection *section = g_ptr_array_index (page->sections, i);

      if (!section->about_program)
        return FALSE;
    }
  return TRUE;
}

int
leio_home_items_find_limits (const LeioKnowledge *knowledge)
{
  for (guint i = 0; i < knowledge->pages->len; i++)
    if (is_about_program (g_ptr_array_index (knowledge->pages, i)))
      return (int) i;
  return -1;
}

GtkWidget *
leio_home_items_new_word (const LeioGlossary *glossary, guint term)
{
  const char *word = leio_glossary_get_word (glossary, term);
  GtkWidget *page = leio_reading_new (word);

  leio_reading_add_title (page, word);
  leio_reading_add_text (page, leio_glossary_get_meaning (glossary, term), NULL);
  return page;
}
