/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person reads at home: the pages, one page about every treatment, and
 * what can matter to a person. A section says what it rests on, or that it speaks
 * of the program itself; where treatments have pages, none may be without one.
 */
#include "config.h"

#include "leio-knowledge-private.h"
#include "leio-words.h"

#include <glib/gi18n-lib.h>

static GArray *
get_evidence (LeioLoader *loader, JsonObject *object)
{
  if (loader->sources_missing)
    return g_array_new (FALSE, FALSE, sizeof (guint));

  return leio_loader_get_references (loader, object, "evidence", TRUE,
                                     loader->knowledge->source_ids, _ ("the id of a source"));
}

/* What nobody has read cannot be what a patient relies on. */
static void
check_evidence (LeioLoader *loader, const GArray *evidence)
{
  for (guint i = 0; i < evidence->len; i++)
    {
      const LeioSource *source =
          g_ptr_array_index (loader->knowledge->sources, g_array_index (evidence, guint, i));

      if (!source->verified)
        leio_loader_fault (loader, LEIO_ERROR_RANGE,
                           /* Translators: %s is the id of a source */
                           _ ("evidence: '%s' is not verified, expected a source that was read"),
                           source->id);
    }
}

static void
read_chapter (LeioLoader *loader, JsonObject *object, guint index)
{
  const char *id = leio_loader_get_new_id (loader, object, "chapter");
  LeioChapter *chapter;

  if (id == NULL)
    return;

  chapter = g_new0 (LeioChapter, 1);
  chapter->id = g_strdup (id);
  chapter->title = leio_loader_dup_needed (loader, object, "title");
  g_ptr_array_add (loader->knowledge->chapters, chapter);
}

static GHashTable *
dup_chapter_ids (LeioLoader *loader)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < loader->knowledge->chapters->len; i++)
    {
      const LeioChapter *chapter = g_ptr_array_index (loader->knowledge->chapters, i);

      g_hash_table_insert (ids, chapter->id, GUINT_TO_POINTER (i + 1));
    }
  return ids;
}

/* Text, points, or both; what they rest on. */
static void
read_contents (LeioLoader *loader, JsonObject *object, LeioPageSection *section)
{
  section->text = leio_loader_dup_text (loader, object, "text");
  section->points = leio_loader_dup_texts (loader, object, "points");
  if (*section->text == '\0' && section->points->len == 0)
    leio_loader_fault (loader, LEIO_ERROR_MISSING, "%s",
                       _ ("found neither 'text' nor 'points', expected one of them"));

  section->about_program = leio_loader_get_boolean (loader, object, "about_program");
  section->evidence = section->about_program ? g_array_new (FALSE, FALSE, sizeof (guint))
                                             : get_evidence (loader, object);
  check_evidence (loader, section->evidence);
}

static gboolean
has_section (const LeioPage *page, const char *id)
{
  for (guint i = 0; i < page->sections->len; i++)
    {
      const LeioPageSection *section = g_ptr_array_index (page->sections, i);

      if (g_str_equal (section->id, id))
        return TRUE;
    }
  return FALSE;
}

static void
read_section (LeioLoader *loader, JsonObject *object, gpointer owner)
{
  LeioPage *page = owner;
  const char *id = leio_loader_get_id (loader, object);
  LeioPageSection *section;

  if (id == NULL)
    return;
  if (has_section (page, id))
    {
      leio_loader_fault_twice (loader, id);
      return;
    }

  section = leio_page_section_new (id, g_strdup_printf ("pages/%s/sections/%s", page->id, id));
  section->heading = leio_loader_dup_needed (loader, object, "heading");
  read_contents (loader, object, section);
  g_ptr_array_add (page->sections, section);
}

static void
read_page (LeioLoader *loader, JsonObject *object, guint index)
{
  g_autoptr (GHashTable) chapters = dup_chapter_ids (loader);
  const char *id = leio_loader_get_new_id (loader, object, "page");
  LeioPage *page;
  int chapter;

  if (id == NULL)
    return;

  chapter =
      leio_loader_get_reference (loader, object, "chapter", chapters, _ ("the id of a chapter"));
  page = leio_page_new (id);
  page->chapter = (guint) MAX (chapter, 0);
  page->title = leio_loader_dup_needed (loader, object, "title");
  page->emergency = leio_loader_get_boolean (loader, object, "emergency");
  leio_loader_each_part (loader, object, "sections", TRUE, "section", read_section, page);
  g_ptr_array_add (loader->knowledge->pages, page);
}

static void
read_matter_question (LeioLoader *loader, JsonObject *object, gpointer owner)
{
  LeioMatter *matter = owner;
  const char *id = leio_loader_get_new_id (loader, object, "matter question");
  LeioMatterQuestion *question;

  if (id == NULL)
    return;

  question = g_new0 (LeioMatterQuestion, 1);
  question->id = g_strdup (id);
  question->question = leio_loader_dup_needed (loader, object, "question");
  question->why = leio_loader_dup_text (loader, object, "why");
  g_ptr_array_add (matter->questions, question);
}

static void
read_matter (LeioLoader *loader, JsonObject *object, guint index)
{
  const char *id = leio_loader_get_new_id (loader, object, "matter");
  LeioMatter *matter;

  if (id == NULL)
    return;

  matter = leio_matter_new (id);
  matter->title = leio_loader_dup_needed (loader, object, "title");
  matter->plain = leio_loader_dup_text (loader, object, "plain");
  leio_loader_each_part (loader, object, "questions", TRUE, "question", read_matter_question,
                         matter);
  g_ptr_array_add (loader->knowledge->matters, matter);
}

void
leio_loader_read_pages (LeioLoader *loader, JsonObject *object)
{
  leio_loader_each (loader, object, "chapters", TRUE, "chapter", "id", read_chapter);
  leio_loader_each (loader, object, "pages", TRUE, "page", "id", read_page);
  leio_loader_each (loader, object, "matters", FALSE, "matter", "id", read_matter);
}

/* A part that is missing is a fault, and an empty section then stands in its place. */
static LeioPageSection *
read_part (LeioLoader *loader, JsonObject *object, guint treatment, LeioPagePart part)
{
  const LeioTreatment *about = g_ptr_array_index (loader->knowledge->treatments, treatment);
  const char *id = leio_page_part_to_id (part);
  LeioPageSection *section =
      leio_page_section_new (id, g_strdup_printf ("treatment_pages/%s/%s", about->id, id));
  g_autoptr (JsonObject) empty = json_object_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *contents = NULL;
  gsize place;

  section->heading = g_strdup ("");
  if (!leio_json_get_object (object, id, TRUE, &contents, &error))
    {
      leio_loader_take (loader, g_steal_pointer (&error));
      section->text = g_strdup ("");
      section->points = leio_loader_dup_texts (loader, empty, "points");
      section->evidence = g_array_new (FALSE, FALSE, sizeof (guint));
      return section;
    }

  place = leio_loader_enter (loader, id, NULL);
  read_contents (loader, contents, section);
  leio_loader_leave (loader, place);
  return section;
}

/* The place of the figure in per cent that has this title; -1 and a fault where there is none. */
static int
find_figure (LeioLoader *loader, const LeioSource *source, const char *title)
{
  for (guint i = 0; i < source->figures->len; i++)
    {
      const LeioFigure *figure = g_ptr_array_index (source->figures, i);

      if (g_str_equal (figure->title, title) && g_strcmp0 (figure->unit, "%") == 0)
        return (int) i;
    }
  leio_loader_fault (loader, LEIO_ERROR_UNKNOWN_ID,
                     /* Translators: 1 is the title of a figure, 2 the id of a source */
                     _ ("figure: '%1$s' is unknown, expected a figure in %% of '%2$s'"), title,
                     source->id);
  return -1;
}

/* Only what lies between nobody and everybody can be drawn as people out of 100. */
static void
check_shares (LeioLoader *loader, const LeioFigure *figure)
{
  for (guint i = 0; i < figure->arms->len; i++)
    {
      const LeioFigureArm *arm = &g_array_index (figure->arms, LeioFigureArm, i);
      g_autofree char *found = leio_words_from_number (arm->value);

      if (arm->value < 0 || arm->value > 100)
        leio_loader_fault (loader, LEIO_ERROR_RANGE,
                           /* Translators: 1 is a number, 2 a group of people in a study */
                           _ ("figure: found %1$s %% for '%2$s', expected 0 to 100 %%"), found,
                           arm->label);
    }
}

static void
read_numbers (LeioLoader *loader, JsonObject *object, gpointer data)
{
  const LeioKnowledge *knowledge = loader->knowledge;
  int source = loader->sources_missing
                   ? -1
                   : leio_loader_get_reference (loader, object, "source", knowledge->source_ids,
                                                _ ("the id of a source"));
  LeioTreatmentPage *page = data;
  g_autofree char *title = leio_loader_dup_needed (loader, object, "figure");
  LeioPageNumbers *numbers = g_new0 (LeioPageNumbers, 1);
  int figure = source >= 0 && title != NULL
                   ? find_figure (loader, g_ptr_array_index (knowledge->sources, source), title)
                   : -1;

  numbers->title = leio_loader_dup_needed (loader, object, "title");
  numbers->who = leio_loader_dup_needed (loader, object, "who");
  numbers->groups = leio_loader_dup_texts (loader, object, "groups");
  numbers->survival = leio_loader_get_boolean (loader, object, "survival");
  g_ptr_array_add (page->numbers, numbers);
  if (figure < 0)
    return;

  numbers->source = (guint) source;
  numbers->figure = (guint) figure;
  check_shares (loader, leio_page_numbers_get_figure (numbers, knowledge));
  if (numbers->groups->len != leio_page_numbers_get_figure (numbers, knowledge)->arms->len)
    leio_loader_fault (loader, LEIO_ERROR_RANGE, "%s",
                       _ ("groups: found another number of groups than the figure has"));
}

static void
read_treatment_page (LeioLoader *loader, JsonObject *object, guint index)
{
  GPtrArray *pages = loader->knowledge->treatment_pages;
  int treatment = leio_loader_get_reference (
      loader, object, "treatment", loader->knowledge->treatment_ids, _ ("the id of a treatment"));
  LeioTreatmentPage *page;

  if (treatment < 0)
    return;
  if (g_ptr_array_index (pages, treatment) != NULL)
    {
      leio_loader_fault (loader, LEIO_ERROR_DUPLICATE, "%s",
                         _ ("treatment: it has a page already"));
      return;
    }

  page = g_new0 (LeioTreatmentPage, 1);
  page->treatment = (guint) treatment;
  for (guint i = 0; i < LEIO_N_PAGE_PARTS; i++)
    page->parts[i] = read_part (loader, object, page->treatment, (LeioPagePart) i);
  page->numbers = g_ptr_array_new_with_free_func ((GDestroyNotify) leio_page_numbers_free);
  leio_loader_each_part (loader, object, "numbers", FALSE, "numbers", read_numbers, page);
  page->questions = leio_loader_dup_texts (loader, object, "questions");
  if (page->questions->len == 0)
    leio_loader_fault (loader, LEIO_ERROR_MISSING, "%s",
                       _ ("questions: found none, expected a list of questions for the doctor"));
  pages->pdata[treatment] = page;
}

static void
check_every_treatment (LeioLoader *loader)
{
  const LeioKnowledge *knowledge = loader->knowledge;

  for (guint i = 0; i < knowledge->treatments->len; i++)
    {
      const LeioTreatment *treatment = g_ptr_array_index (knowledge->treatments, i);

      if (g_ptr_array_index (knowledge->treatment_pages, i) == NULL)
        leio_loader_fault (loader, LEIO_ERROR_MISSING,
                           /* Translators: %s is the id of a treatment */
                           _ ("treatment_pages: found no page about '%s'"), treatment->id);
    }
}

void
leio_loader_read_treatment_pages (LeioLoader *loader, JsonObject *object)
{
  if (loader->treatments_missing || loader->treatments_faulty)
    return;

  g_ptr_array_set_size (loader->knowledge->treatment_pages,
                        (int) loader->knowledge->treatments->len);
  leio_loader_each (loader, object, "treatment_pages", TRUE, "page", "treatment",
                    read_treatment_page);
  check_every_treatment (loader);
}
