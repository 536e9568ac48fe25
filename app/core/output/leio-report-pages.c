/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages for reading at home as plain text. Headings of the parts that every
 * treatment has are here; everything else comes from the knowledge base.
 */
#include "config.h"

#include "leio-report-pages.h"

#include <glib/gi18n-lib.h>

const char *
leio_report_page_part_heading (LeioPagePart part)
{
  switch (part)
    {
    case LEIO_PAGE_WHY:
      return _ ("Why it may be used");
    case LEIO_PAGE_AGAINST:
      return _ ("What speaks against it");
    case LEIO_PAGE_DAYS:
      return _ ("What it is like");
    case LEIO_PAGE_TIME:
      return _ ("How much time it takes");
    case LEIO_PAGE_EFFECTS:
      return _ ("Side effects");
    }
  g_return_val_if_reached ("");
}

static void
append_sources (const LeioKnowledge *knowledge, GString *text, const GArray *evidence)
{
  for (guint i = 0; i < evidence->len; i++)
    {
      const LeioSource *source =
          g_ptr_array_index (knowledge->sources, g_array_index (evidence, guint, i));

      g_string_append_printf (text, "%s%s", i == 0 ? "  [" : "; ", source->label);
    }
  g_string_append (text, evidence->len > 0 ? "]\n\n" : "\n");
}

static void
append_section (const LeioKnowledge *knowledge,
                GString *text,
                const char *heading,
                const LeioPageSection *section)
{
  g_string_append_printf (text, "%s\n", heading);
  if (*section->text != '\0')
    g_string_append_printf (text, "  %s\n", leio_page_section_get_text (section, knowledge));
  for (guint i = 0; i < section->points->len; i++)
    g_string_append_printf (text, "  - %s\n", leio_page_section_get_point (section, knowledge, i));
  append_sources (knowledge, text, section->evidence);
}

/* The text @value that lies at @list/@id/@field. */
static const char *
get_text (const LeioKnowledge *knowledge,
          const char *list,
          const char *id,
          const char *field,
          const char *value)
{
  g_autofree char *context = g_strdup_printf ("%s/%s/%s", list, id, field);

  return leio_knowledge_text (knowledge, context, value);
}

static void
append_chapter (const LeioKnowledge *knowledge, GString *text, guint index)
{
  const LeioChapter *chapter = g_ptr_array_index (knowledge->chapters, index);

  g_string_append_printf (text, "%s\n",
                          get_text (knowledge, "chapters", chapter->id, "title", chapter->title));
  for (guint i = 0; i < knowledge->pages->len; i++)
    {
      const LeioPage *page = g_ptr_array_index (knowledge->pages, i);

      if (page->chapter == index)
        g_string_append_printf (text, "  %-26s %s\n", page->id,
                                get_text (knowledge, "pages", page->id, "title", page->title));
    }
  g_string_append_c (text, '\n');
}

static void
append_group (const LeioKnowledge *knowledge, GString *text, guint index)
{
  const LeioGroup *group = g_ptr_array_index (knowledge->groups, index);

  g_string_append_printf (
      text, "%s\n", get_text (knowledge, "groups", group->id, "plain_title", group->plain_title));
  for (guint i = 0; i < knowledge->treatments->len; i++)
    {
      const LeioTreatment *treatment = g_ptr_array_index (knowledge->treatments, i);

      if (treatment->group == index && leio_knowledge_get_treatment_page (knowledge, i) != NULL)
        g_string_append_printf (
            text, "  %-26s %s\n", treatment->id,
            get_text (knowledge, "treatments", treatment->id, "plain_name", treatment->plain_name));
    }
  g_string_append_c (text, '\n');
}

char *
leio_report_dup_page_list (const LeioKnowledge *knowledge)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < knowledge->chapters->len; i++)
    append_chapter (knowledge, text, i);
  for (guint i = 0; knowledge->treatment_pages->len > 0 && i < knowledge->groups->len; i++)
    append_group (knowledge, text, i);
  return g_string_free (text, FALSE);
}

char *
leio_report_dup_page (const LeioKnowledge *knowledge, const LeioPage *page)
{
  GString *text = g_string_new (get_text (knowledge, "pages", page->id, "title", page->title));

  g_string_append (text, "\n\n");
  for (guint i = 0; i < page->sections->len; i++)
    {
      const LeioPageSection *section = g_ptr_array_index (page->sections, i);

      append_section (knowledge, text, leio_page_section_get_heading (section, knowledge), section);
    }
  return g_string_free (text, FALSE);
}

static void
append_questions (const LeioKnowledge *knowledge,
                  GString *text,
                  const char *id,
                  const GPtrArray *questions)
{
  g_string_append_printf (text, "%s\n", _ ("Questions to ask"));
  for (guint i = 0; i < questions->len; i++)
    {
      g_autofree char *field = g_strdup_printf ("questions/%u", i + 1);

      g_string_append_printf (
          text, "  - %s\n",
          get_text (knowledge, "treatment_pages", id, field, g_ptr_array_index (questions, i)));
    }
}

char *
leio_report_dup_treatment_page (const LeioKnowledge *knowledge, const LeioTreatmentPage *page)
{
  const LeioTreatment *treatment = g_ptr_array_index (knowledge->treatments, page->treatment);
  GString *text = g_string_new (NULL);

  g_string_append_printf (
      text, "%s\n\n%s\n  %s\n\n",
      get_text (knowledge, "treatments", treatment->id, "plain_name", treatment->plain_name),
      _ ("What it is"),
      get_text (knowledge, "treatments", treatment->id, "plain", treatment->plain));
  for (guint i = 0; i < LEIO_N_PAGE_PARTS; i++)
    append_section (knowledge, text, leio_report_page_part_heading ((LeioPagePart) i),
                    page->parts[i]);
  append_questions (knowledge, text, treatment->id, page->questions);
  return g_string_free (text, FALSE);
}
