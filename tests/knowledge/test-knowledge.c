/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a good base becomes: the small base of tests/broken for each field, and
 * the shipped base as a whole.
 */
#include "config.h"

#include "leio-error.h"
#include "leio-knowledge.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

static LeioKnowledge *
load_sample (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "broken", "base", NULL);
  g_autoptr (GError) error = NULL;
  LeioKnowledge *knowledge = leio_knowledge_load (folder, &error);

  g_assert_no_error (error);
  return knowledge;
}

static guint
find_question (const LeioKnowledge *knowledge, const char *id)
{
  return leio_questionnaire_find (knowledge->logic->questionnaire, id)->index;
}

/* A limb, 8.5 cm, grade 3, no symptoms, no pregnancy possible. */
static LeioAnswers *
make_answers (const LeioKnowledge *knowledge)
{
  LeioAnswers *answers =
      leio_answers_new (leio_questionnaire_get_n_questions (knowledge->logic->questionnaire));

  leio_answers_set_value (answers, find_question (knowledge, "site"), 0);
  leio_answers_set_number (answers, find_question (knowledge, "size_cm"), 8.5);
  leio_answers_set_value (answers, find_question (knowledge, "grade"), 2);
  leio_answers_set_set (answers, find_question (knowledge, "symptoms"), 0);
  leio_answers_set_value (answers, find_question (knowledge, "could_be_pregnant"), 0);
  return answers;
}

static void
test_words (void)
{
  for (guint i = 0; i < LEIO_N_EFFECTS; i++)
    g_assert_cmpint (leio_effect_from_id (leio_effect_to_id ((LeioEffect) i)), ==, i);
  for (guint i = 0; i < LEIO_N_STATUSES; i++)
    g_assert_cmpint (leio_status_from_id (leio_status_to_id ((LeioStatus) i)), ==, i);
  g_assert_cmpint (leio_effect_from_id ("recommended"), ==, -1);
  g_assert_cmpint (leio_status_from_id ("recommends"), ==, -1);
}

static void
test_manifest (void)
{
  g_autoptr (LeioKnowledge) knowledge = load_sample ();
  const LeioPhase *phase = g_ptr_array_index (knowledge->phases, 1);
  const LeioAttribute *attribute = g_ptr_array_index (knowledge->attributes, 0);

  g_assert_cmpstr (knowledge->id, ==, "sample");
  g_assert_cmpstr (knowledge->version, ==, "2026.11");
  g_assert_cmpstr (leio_questionnaire_get_version (knowledge->logic->questionnaire), ==, "2026.11");
  g_assert_cmpstr (knowledge->review_date, ==, "2026-11-24");
  g_assert_cmpuint (knowledge->phases->len, ==, 2);
  g_assert_true (phase->required);
  g_assert_cmpstr (attribute->name, ==, "purpose");
  g_assert_cmpstr (attribute->text, ==, "To test the loader.");
  g_assert_cmpuint (knowledge->summary->len, ==, 2);
  g_assert_cmpuint (g_array_index (knowledge->summary, guint, 1), ==, 1);
}

static void
test_questions (void)
{
  g_autoptr (LeioKnowledge) knowledge = load_sample ();
  const LeioQuestionnaire *questionnaire = knowledge->logic->questionnaire;
  const LeioQuestion *site = leio_questionnaire_find (questionnaire, "site");
  const LeioQuestion *size = leio_questionnaire_find (questionnaire, "size_cm");
  const LeioQuestion *pregnancy = leio_questionnaire_find (questionnaire, "pregnancy");

  g_assert_cmpuint (leio_questionnaire_get_n_questions (questionnaire), ==, 6);
  g_assert_cmpuint (leio_questionnaire_get_n_sections (questionnaire), ==, 2);
  g_assert_true (site->essential);
  g_assert_cmpstr (leio_question_get_value (site, 0)->plain_label, ==, "Arm or leg");
  g_assert_cmpstr (leio_question_get_value (site, 0)->summary, ==, "of the limb");
  g_assert_cmpstr (size->unit, ==, "cm");
  g_assert_cmpfloat (size->min, ==, 0.1);
  g_assert_cmpfloat (size->max, ==, 60);
  g_assert_cmpuint (size->decimals, ==, 1);
  g_assert_cmpstr (size->help, ==, "");
  g_assert_cmpuint (pregnancy->section, ==, 1);
  g_assert_cmpint (pregnancy->if_not_asked, ==, 0);
  g_assert_cmpstr (pregnancy->ask_if, ==, "could_be_pregnant = yes");
  g_assert_nonnull (knowledge->logic->ask_if->pdata[pregnancy->index]);
  g_assert_null (knowledge->logic->ask_if->pdata[site->index]);
}

static void
test_treatments (void)
{
  g_autoptr (LeioKnowledge) knowledge = load_sample ();
  const LeioTreatment *radiation = leio_knowledge_find_treatment (knowledge, "radiation");
  const LeioTreatment *watching = leio_knowledge_find_treatment (knowledge, "watching");

  g_assert_cmpuint (radiation->index, ==, 1);
  g_assert_cmpuint (radiation->group, ==, 1);
  g_assert_cmpuint (radiation->phase, ==, 0);
  g_assert_cmpint (radiation->choice, ==, 0);
  g_assert_false (radiation->emergency);
  g_assert_cmpint (watching->choice, ==, -1);
  g_assert_true (watching->emergency);
  g_assert_cmpstr (watching->burden, ==, "");
  g_assert_null (leio_knowledge_find_treatment (knowledge, "local"));
}

/* What speaks for a treatment of a choice, and on what experts differ, is there to be told. */
static void
test_choices_and_disagreements (void)
{
  g_autoptr (LeioKnowledge) knowledge = load_sample ();
  const LeioChoiceGroup *choice = g_ptr_array_index (knowledge->choices, 0);
  const LeioChoiceReason *reason = g_ptr_array_index (choice->reasons, 0);
  const LeioGroup *disagreement = g_ptr_array_index (knowledge->disagreements, 0);

  g_assert_cmpuint (choice->reasons->len, ==, 1);
  g_assert_false (choice->also_alone);
  g_assert_cmpuint (reason->treatment, ==,
                    leio_knowledge_find_treatment (knowledge, "radiation")->index);
  g_assert_cmpstr (reason->why, ==, "No wound.");
  g_assert_cmpstr (reason->plain, ==, "There is no wound.");
  g_assert_cmpuint (reason->evidence->len, ==, 1);
  g_assert_cmpuint (knowledge->disagreements->len, ==, 1);
  g_assert_cmpstr (disagreement->id, ==, "order");
  g_assert_cmpint (leio_knowledge_find_rule (knowledge, "radiate-large")->disagreement, ==, 0);
  g_assert_cmpint (leio_knowledge_find_rule (knowledge, "excise")->disagreement, ==, -1);
}

static void
test_rules (void)
{
  g_autoptr (LeioKnowledge) knowledge = load_sample ();
  const LeioRule *late = leio_knowledge_find_rule (knowledge, "excise-late");
  const LeioRule *radiate = leio_knowledge_find_rule (knowledge, "radiate-large");
  const LeioRule *pregnancy = leio_knowledge_find_rule (knowledge, "no-radiation-in-pregnancy");
  const LeioPosition *position = g_ptr_array_index (late->positions, 0);

  g_assert_cmpint (late->effect, ==, LEIO_EFFECT_ADVISES_AGAINST);
  g_assert_cmpstr (late->file, ==, "rules/first.json");
  g_assert_cmpstr (late->level, ==, "II");
  g_assert_cmpuint (g_array_index (late->overrides, guint, 0), ==, 0);
  g_assert_cmpstr (position->who, ==, "Guide 2021");
  g_assert_cmpstr (position->stance, ==, "against");
  g_assert_cmpuint (radiate->evidence->len, ==, 2);
  g_assert_cmpuint (pregnancy->treatments->len, ==, 2);
  g_assert_null (pregnancy->level);
  g_assert_null (leio_knowledge_find_rule (knowledge, "excision"));
}

static void
test_sources (void)
{
  g_autoptr (LeioKnowledge) knowledge = load_sample ();
  const LeioSource *trial = leio_knowledge_find_source (knowledge, "trial-2020");
  const LeioFigure *figure = g_ptr_array_index (trial->figures, 0);
  const LeioFigureArm *with = &g_array_index (figure->arms, LeioFigureArm, 0);
  const LeioFigureArm *without = &g_array_index (figure->arms, LeioFigureArm, 1);

  g_assert_cmpstr (trial->authors, ==, "");
  g_assert_cmpint (trial->year, ==, 2020);
  g_assert_true (trial->verified);
  g_assert_false (leio_knowledge_find_source (knowledge, "talk-2019")->verified);
  g_assert_cmpint (leio_knowledge_find_source (knowledge, "talk-2019")->year, ==, 0);
  g_assert_cmpfloat (with->low, ==, 50);
  g_assert_cmpfloat (without->value, ==, 50.5);
  g_assert_true (isnan (without->low) != 0 && isnan (without->high) != 0);
}

static void
test_citations (void)
{
  static const struct
  {
    const char *id;
    const char *citation;
    const char *link;
  } sources[] = {
    { "guide-2021", "Author A, Author B, et al. A guide. J Samples 2021;12:1-9.",
      "https://doi.org/10.1000/guide" },
    { "trial-2020", "Is it so? 2020.", "https://pubmed.ncbi.nlm.nih.gov/12345/" },
    { "talk-2019", "A talk.", NULL },
  };
  g_autoptr (LeioKnowledge) knowledge = load_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      const LeioSource *source = leio_knowledge_find_source (knowledge, sources[i].id);
      g_autofree char *citation = leio_source_dup_citation (source);
      g_autofree char *link = leio_source_dup_link (source);

      g_assert_cmpstr (citation, ==, sources[i].citation);
      g_assert_cmpstr (link, ==, sources[i].link);
    }
}

static void
test_pages (void)
{
  g_autoptr (LeioKnowledge) knowledge = load_sample ();
  const LeioPage *illness = leio_knowledge_find_page (knowledge, "illness");
  const LeioPage *program = leio_knowledge_find_page (knowledge, "program");
  const LeioPageSection *signs = g_ptr_array_index (illness->sections, 1);
  const LeioPageSection *can = g_ptr_array_index (program->sections, 0);
  const LeioMatter *matter = g_ptr_array_index (knowledge->matters, 0);
  const LeioMatterQuestion *first = g_ptr_array_index (matter->questions, 0);

  g_assert_cmpuint (knowledge->chapters->len, ==, 2);
  g_assert_cmpuint (illness->chapter, ==, 0);
  g_assert_cmpuint (program->chapter, ==, 1);
  g_assert_null (leio_knowledge_find_page (knowledge, "excision"));
  g_assert_cmpstr (signs->place, ==, "pages/illness/sections/signs");
  g_assert_cmpstr (leio_page_section_get_heading (signs, knowledge), ==, "Signs");
  g_assert_cmpstr (leio_page_section_get_text (signs, knowledge), ==, "");
  g_assert_cmpuint (signs->points->len, ==, 2);
  g_assert_cmpstr (leio_page_section_get_point (signs, knowledge, 1), ==, "Pain");
  g_assert_cmpuint (signs->evidence->len, ==, 2);
  g_assert_true (can->about_program);
  g_assert_cmpuint (can->evidence->len, ==, 0);
  g_assert_cmpstr (matter->title, ==, "Being at home");
  g_assert_cmpuint (matter->questions->len, ==, 2);
  g_assert_cmpstr (first->why, ==, "They take time.");
}

static void
test_treatment_pages (void)
{
  g_autoptr (LeioKnowledge) knowledge = load_sample ();
  const LeioTreatment *radiation = leio_knowledge_find_treatment (knowledge, "radiation");
  const LeioTreatmentPage *page = leio_knowledge_get_treatment_page (knowledge, radiation->index);

  g_assert_cmpuint (page->treatment, ==, radiation->index);
  for (guint i = 0; i < LEIO_N_PAGE_PARTS; i++)
    {
      const LeioPageSection *part = page->parts[i];

      g_assert_cmpstr (part->id, ==, leio_page_part_to_id ((LeioPagePart) i));
      g_assert_cmpstr (part->text, !=, "");
      g_assert_cmpuint (part->evidence->len, >, 0);
    }
  g_assert_cmpstr (page->parts[LEIO_PAGE_AGAINST]->place, ==, "treatment_pages/radiation/against");
  g_assert_cmpstr (g_ptr_array_index (page->questions, 1), ==, "When can I go home?");
  g_assert_null (leio_knowledge_get_treatment_page (knowledge, 3));
}

/* A patient finds a page about every treatment, and a base for clinicians alone needs none. */
static void
test_every_treatment_has_a_page (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioKnowledge) shipped = leio_knowledge_load (NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < shipped->treatments->len; i++)
    g_assert_nonnull (leio_knowledge_get_treatment_page (shipped, i));
  g_assert_cmpuint (shipped->matters->len, >, 5);
}

static void
test_properties (void)
{
  g_autoptr (LeioKnowledge) knowledge = load_sample ();
  const LeioProperty *in = g_ptr_array_index (knowledge->properties, 0);
  const LeioProperty *not_in = g_ptr_array_index (knowledge->properties, 1);

  g_assert_cmpuint (in->statuses, ==, 1 << LEIO_STATUS_CONTRAINDICATED);
  g_assert_cmpuint (not_in->statuses, ==,
                    0x3f & ~(1 << LEIO_STATUS_CONTRAINDICATED | 1 << LEIO_STATUS_TRIAL_ONLY));
  g_assert_cmpuint (in->treatment, ==, 1);
  g_assert_cmpuint (in->evidence->len, ==, 1);
}

static void
test_outside_properties (void)
{
  g_autoptr (LeioKnowledge) knowledge = load_sample ();
  g_autofree char *good =
      g_test_build_filename (G_TEST_DIST, "broken", "base", "properties.json", NULL);
  g_autofree char *bad = g_test_build_filename (G_TEST_DIST, "broken", "property-treatment-unknown",
                                                "properties.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) properties = leio_knowledge_load_properties (knowledge, good, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (properties->len, ==, 2);
  g_assert_cmpuint (knowledge->properties->len, ==, 2);

  g_assert_null (leio_knowledge_load_properties (knowledge, bad, &error));
  g_assert_error (error, LEIO_ERROR, LEIO_ERROR_UNKNOWN_ID);
  g_assert_cmpstr (error->message, ==,
                   "properties.json: property excision-or-none: then: treatment: 'incision' is "
                   "unknown, expected the id of a treatment, did you mean 'excision'?");
}

/* Arguments come by treatment, then by rule; overriders are of the same treatment. */
static void
test_arguments (void)
{
  static const struct
  {
    guint rule, treatment, n_overriders;
  } expected[] = {
    { 0, 0, 1 }, { 1, 0, 0 }, { 3, 0, 0 }, { 2, 1, 0 }, { 3, 1, 0 }, { 1, 2, 0 },
  };
  g_autoptr (LeioKnowledge) knowledge = load_sample ();
  const LeioArgument *first = g_ptr_array_index (knowledge->arguments, 0);

  g_assert_cmpuint (knowledge->arguments->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const LeioArgument *argument = g_ptr_array_index (knowledge->arguments, i);

      g_assert_cmpuint (argument->index, ==, i);
      g_assert_cmpuint (argument->rule, ==, expected[i].rule);
      g_assert_cmpuint (argument->treatment, ==, expected[i].treatment);
      g_assert_cmpuint (argument->overriders->len, ==, expected[i].n_overriders);
    }
  g_assert_cmpuint (g_array_index (first->overriders, guint, 0), ==, 1);
  g_assert_cmpuint (knowledge->first_argument->len, ==, 4);
  g_assert_cmpuint (g_array_index (knowledge->first_argument, guint, 1), ==, 3);
  g_assert_cmpuint (g_array_index (knowledge->first_argument, guint, 3), ==, 6);
}

static void
test_oracle (void)
{
  g_autoptr (LeioKnowledge) knowledge = load_sample ();
  g_autoptr (LeioAnswers) answers = make_answers (knowledge);
  guint symptoms = find_question (knowledge, "symptoms");

  g_assert_cmpint (leio_knowledge_evaluate_plainly (knowledge, 0, answers), ==,
                   LEIO_STATUS_RECOMMENDED);
  g_assert_cmpint (leio_knowledge_evaluate_plainly (knowledge, 1, answers), ==, LEIO_STATUS_OPTION);
  g_assert_cmpint (leio_knowledge_evaluate_plainly (knowledge, 2, answers), ==,
                   LEIO_STATUS_NOT_RELEVANT);

  leio_answers_set_set (answers, symptoms, 2);
  g_assert_false (leio_knowledge_argument_in_force_plainly (knowledge, 0, answers));
  g_assert_true (leio_knowledge_argument_in_force_plainly (knowledge, 1, answers));
  g_assert_cmpint (leio_knowledge_evaluate_plainly (knowledge, 0, answers), ==,
                   LEIO_STATUS_NOT_ADVISED);

  leio_answers_set_value (answers, find_question (knowledge, "could_be_pregnant"), 1);
  leio_answers_set_value (answers, find_question (knowledge, "pregnancy"), 1);
  g_assert_cmpint (leio_knowledge_evaluate_plainly (knowledge, 0, answers), ==,
                   LEIO_STATUS_CONTRAINDICATED);
}

static void
test_fill (void)
{
  static const struct
  {
    const char *text;
    const char *open, *given;
  } texts[] = {
    { "No number.", "No number.", "No number." },
    { "At {size_cm} the risk is high.", "At size the risk is high.",
      "At 8.5 cm the risk is high." },
    { "A tumour of {size_cm} cm.", "A tumour of size.", "A tumour of 8.5 cm." },
    { "{size_cm}", "size", "8.5 cm" },
    { "{size_cm} cmax", "size cmax", "8.5 cm cmax" },
    { "{site}, grade {grade}", "site, grade grade", "Limb, grade Grade 3" },
    { "{nothing} and {", "{nothing} and {", "{nothing} and {" },
    { "", "", "" },
  };
  g_autoptr (LeioKnowledge) knowledge = load_sample ();
  g_autoptr (LeioAnswers) answers = make_answers (knowledge);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *open = leio_knowledge_fill (knowledge, texts[i].text, NULL, FALSE);
      g_autofree char *given = leio_knowledge_fill (knowledge, texts[i].text, answers, FALSE);

      g_assert_cmpstr (open, ==, texts[i].open);
      g_assert_cmpstr (given, ==, texts[i].given);
    }
}

/* Without a catalogue a text is lent as it is. */
static void
test_text (void)
{
  g_autoptr (LeioKnowledge) knowledge = load_sample ();
  const char *text = "Excision cures most.";

  g_assert_true (leio_knowledge_text (knowledge, "rules/excise/why", text) == text);
  g_assert_null (leio_knowledge_text (knowledge, "rules/excise/why", NULL));
}

static void
test_shared (void)
{
  LeioKnowledge *knowledge = load_sample ();
  LeioKnowledge *again = leio_knowledge_ref (knowledge);

  leio_knowledge_unref (knowledge);
  g_assert_cmpstr (again->id, ==, "sample");
  leio_knowledge_unref (again);
}

static void
assert_same (const LeioKnowledge *a, const LeioKnowledge *b)
{
  g_assert_cmpstr (a->version, ==, b->version);
  g_assert_cmpuint (a->rules->len, ==, b->rules->len);
  g_assert_cmpuint (a->arguments->len, ==, b->arguments->len);
  g_assert_cmpuint (a->sources->len, ==, b->sources->len);
  for (guint i = 0; i < a->rules->len; i++)
    {
      const LeioRule *left = g_ptr_array_index (a->rules, i);
      const LeioRule *right = g_ptr_array_index (b->rules, i);

      g_assert_cmpstr (left->id, ==, right->id);
      g_assert_cmpstr (left->why, ==, right->why);
    }
}

/* The base that is built in is the folder in the tree. */
static void
test_shipped (void)
{
  g_autofree char *folder =
      g_test_build_filename (G_TEST_DIST, "..", "data", "knowledge", "leiomyosarcoma", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioKnowledge) built_in = leio_knowledge_load (NULL, &error);
  g_autoptr (LeioKnowledge) in_tree = NULL;

  g_assert_no_error (error);
  in_tree = leio_knowledge_load (folder, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (built_in->id, ==, "leiomyosarcoma");
  assert_same (built_in, in_tree);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_summary ("A good knowledge base is read field by field, and the oracle follows its rules");

  g_test_add_func ("/knowledge/words", test_words);
  g_test_add_func ("/knowledge/manifest", test_manifest);
  g_test_add_func ("/knowledge/questions", test_questions);
  g_test_add_func ("/knowledge/treatments", test_treatments);
  g_test_add_func ("/knowledge/choices-and-disagreements", test_choices_and_disagreements);
  g_test_add_func ("/knowledge/rules", test_rules);
  g_test_add_func ("/knowledge/sources", test_sources);
  g_test_add_func ("/knowledge/citations", test_citations);
  g_test_add_func ("/knowledge/pages", test_pages);
  g_test_add_func ("/knowledge/treatment-pages", test_treatment_pages);
  g_test_add_func ("/knowledge/every-treatment-has-a-page", test_every_treatment_has_a_page);
  g_test_add_func ("/knowledge/properties", test_properties);
  g_test_add_func ("/knowledge/outside-properties", test_outside_properties);
  g_test_add_func ("/knowledge/arguments", test_arguments);
  g_test_add_func ("/knowledge/oracle", test_oracle);
  g_test_add_func ("/knowledge/fill", test_fill);
  g_test_add_func ("/knowledge/text", test_text);
  g_test_add_func ("/knowledge/shared", test_shared);
  g_test_add_func ("/knowledge/shipped", test_shipped);

  return g_test_run ();
}
