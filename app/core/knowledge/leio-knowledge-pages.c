/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The data of the pages for reading at home: their words, their life, their
 * look-up. What they say is in the knowledge base.
 */
#include "config.h"

#include "leio-knowledge-private.h"

static const char *const part_ids[] = {
  [LEIO_PAGE_WHY] = "why",   [LEIO_PAGE_AGAINST] = "against", [LEIO_PAGE_DAYS] = "days",
  [LEIO_PAGE_TIME] = "time", [LEIO_PAGE_EFFECTS] = "effects",
};
G_STATIC_ASSERT (G_N_ELEMENTS (part_ids) == LEIO_N_PAGE_PARTS);

/**
 * leio_page_part_to_id:
 * @part: a part of the page about a treatment
 *
 * Returns: (transfer none): the word of the files, "against"
 */
const char *
leio_page_part_to_id (LeioPagePart part)
{
  g_return_val_if_fail ((guint) part < LEIO_N_PAGE_PARTS, NULL);

  return part_ids[part];
}

void
leio_chapter_free (LeioChapter *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self);
}

/* An empty section, which takes over @place. */
LeioPageSection *
leio_page_section_new (const char *id, char *place)
{
  LeioPageSection *self = g_new0 (LeioPageSection, 1);

  self->id = g_strdup (id);
  self->place = place;
  return self;
}

void
leio_page_section_free (LeioPageSection *self)
{
  g_free (self->id);
  g_free (self->place);
  g_free (self->heading);
  g_free (self->text);
  g_ptr_array_unref (self->points);
  g_array_unref (self->evidence);
  g_free (self);
}

/* An empty page. */
LeioPage *
leio_page_new (const char *id)
{
  LeioPage *self = g_new0 (LeioPage, 1);

  self->id = g_strdup (id);
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) leio_page_section_free);
  return self;
}

void
leio_page_free (LeioPage *self)
{
  g_free (self->id);
  g_free (self->title);
  g_ptr_array_unref (self->sections);
  g_free (self);
}

/* @self can be NULL: a treatment without a page. */
void
leio_treatment_page_free (LeioTreatmentPage *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < LEIO_N_PAGE_PARTS; i++)
    leio_page_section_free (self->parts[i]);
  g_ptr_array_unref (self->numbers);
  g_ptr_array_unref (self->questions);
  g_free (self);
}

void
leio_page_numbers_free (LeioPageNumbers *self)
{
  g_free (self->title);
  g_free (self->who);
  g_ptr_array_unref (self->groups);
  g_free (self);
}

static void
question_free (gpointer data)
{
  LeioMatterQuestion *self = data;

  g_free (self->id);
  g_free (self->question);
  g_free (self->why);
  g_free (self);
}

/* A matter without questions. */
LeioMatter *
leio_matter_new (const char *id)
{
  LeioMatter *self = g_new0 (LeioMatter, 1);

  self->id = g_strdup (id);
  self->questions = g_ptr_array_new_with_free_func (question_free);
  return self;
}

void
leio_matter_free (LeioMatter *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->plain);
  g_ptr_array_unref (self->questions);
  g_free (self);
}

/**
 * leio_knowledge_find_page:
 * @self: a knowledge base
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the page for reading at home of that id
 */
const LeioPage *
leio_knowledge_find_page (const LeioKnowledge *self, const char *id)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      const LeioPage *page = g_ptr_array_index (self->pages, i);

      if (g_str_equal (page->id, id))
        return page;
    }
  return NULL;
}

/**
 * leio_knowledge_get_treatment_page:
 * @self: a knowledge base
 * @treatment: the index of a treatment
 *
 * Returns: (transfer none) (nullable): the page about it; NULL where the base has no such pages
 */
const LeioTreatmentPage *
leio_knowledge_get_treatment_page (const LeioKnowledge *self, guint treatment)
{
  return treatment < self->treatment_pages->len
             ? g_ptr_array_index (self->treatment_pages, treatment)
             : NULL;
}

static const char *
get_text (const LeioPageSection *section,
          const LeioKnowledge *knowledge,
          const char *field,
          const char *text)
{
  g_autofree char *context = g_strdup_printf ("%s/%s", section->place, field);

  return leio_knowledge_text (knowledge, context, text);
}

/**
 * leio_page_section_get_heading:
 * @self: a section
 * @knowledge: the knowledge base that it belongs to
 *
 * Returns: (transfer none): its heading in the user's language, "" where its part names it
 */
const char *
leio_page_section_get_heading (const LeioPageSection *self, const LeioKnowledge *knowledge)
{
  return get_text (self, knowledge, "heading", self->heading);
}

/**
 * leio_page_section_get_text:
 * @self: a section
 * @knowledge: the knowledge base that it belongs to
 *
 * Returns: (transfer none): its text in the user's language, "" where it has only points
 */
const char *
leio_page_section_get_text (const LeioPageSection *self, const LeioKnowledge *knowledge)
{
  return get_text (self, knowledge, "text", self->text);
}

/**
 * leio_page_section_get_point:
 * @self: a section
 * @knowledge: the knowledge base that it belongs to
 * @index: the position of a point
 *
 * Returns: (transfer none): the point in the user's language
 */
const char *
leio_page_section_get_point (const LeioPageSection *self,
                             const LeioKnowledge *knowledge,
                             guint index)
{
  g_autofree char *field = g_strdup_printf ("points/%u", index + 1);

  return get_text (self, knowledge, field, g_ptr_array_index (self->points, index));
}

/**
 * leio_page_numbers_get_figure:
 * @self: numbers of a page
 * @knowledge: the knowledge base that they belong to
 *
 * Returns: (transfer none): the figure that they tell
 */
const LeioFigure *
leio_page_numbers_get_figure (const LeioPageNumbers *self, const LeioKnowledge *knowledge)
{
  const LeioSource *source = g_ptr_array_index (knowledge->sources, self->source);

  return g_ptr_array_index (source->figures, self->figure);
}
