/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pathway is the advice in another order: nothing is lost, nothing is added.
 */
#include "config.h"

#include <string.h>

#include "leio-case.h"
#include "leio-engine.h"
#include "leio-pathway.h"

#define ON_PATHWAY                                                                                 \
  (1u << LEIO_STATUS_RECOMMENDED | 1u << LEIO_STATUS_OPTION | 1u << LEIO_STATUS_TRIAL_ONLY)

static LeioEngine *
load (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_getenv ("LEIO_SOURCE_DIR"), folder, NULL);
  g_autoptr (LeioKnowledge) knowledge = leio_knowledge_load (path, &error);
  LeioEngine *engine;

  g_assert_no_error (error);
  engine = leio_engine_new (knowledge, 0, &error);
  g_assert_no_error (error);
  return engine;
}

static LeioAnswers *
read_example (const LeioKnowledge *knowledge, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path
      = g_build_filename (g_getenv ("LEIO_SOURCE_DIR"), "data/examples", name, NULL);
  g_autofree char *data = NULL;
  g_autoptr (LeioCase) kase = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  kase = leio_case_from_data (data, (gssize) length, knowledge->logic->questionnaire,
                              knowledge->id, &error);
  g_assert_no_error (error);
  return leio_answers_copy (kase->answers);
}

static LeioAnswers *
new_answers (const LeioKnowledge *knowledge)
{
  return leio_answers_new (
      leio_questionnaire_get_n_questions (knowledge->logic->questionnaire));
}

static gboolean
holds (const LeioStep *step, const char *name)
{
  if (g_str_equal (step->title, name))
    return TRUE;
  for (guint i = 0; i < step->lines->len; i++)
    if (strstr (g_ptr_array_index (step->lines, i), name) != NULL)
      return TRUE;
  return FALSE;
}

/* How many steps of one of these kinds (bits) speak of the treatment. */
static guint
count_steps (const LeioPathway *pathway, const char *name, guint kinds)
{
  guint n = 0;

  for (guint i = 0; i < pathway->phases->len; i++)
    {
      const LeioPathwayPhase *phase = g_ptr_array_index (pathway->phases, i);

      for (guint j = 0; j < phase->steps->len; j++)
        {
          const LeioStep *step = g_ptr_array_index (phase->steps, j);

          n += (kinds & 1u << step->kind) != 0 && holds (step, name) ? 1 : 0;
        }
    }
  return n;
}

static const LeioPathwayPhase *
find_phase_of (const LeioPathway *pathway, guint treatment)
{
  for (guint i = 0; i < pathway->phases->len; i++)
    {
      const LeioPathwayPhase *phase = g_ptr_array_index (pathway->phases, i);

      for (guint j = 0; j < phase->steps->len; j++)
        if (((LeioStep *) g_ptr_array_index (phase->steps, j))->treatment == (int) treatment)
          return phase;
    }
  return NULL;
}

static void
check_treatment (const LeioKnowledge *knowledge,
                 const LeioPathway *pathway,
                 const LeioTreatmentAdvice *advice)
{
  const LeioTreatment *treatment = g_ptr_array_index (knowledge->treatments, advice->treatment);
  guint settled_kinds = 1u << LEIO_STEP_TREATMENT | 1u << LEIO_STEP_CHOICE;
  guint n_settled = count_steps (pathway, treatment->name, settled_kinds);
  const LeioPathwayPhase *phase = find_phase_of (pathway, advice->treatment);
  int status = leio_treatment_advice_get_status (advice);

  if (status >= 0 && (1u << status & ON_PATHWAY))
    {
      g_assert_cmpuint (n_settled, >=, 1);
      g_assert_true (phase == NULL || phase->phase == treatment->phase);
    }
  else
    {
      g_assert_true (phase == NULL || status < 0);
    }
  /* What is named as open may be cut to the first few. */
  if (status < 0 && advice->if_then->len > 0 && (advice->possible & ON_PATHWAY))
    g_assert_cmpuint (count_steps (pathway, treatment->name, 1u << LEIO_STEP_FORK), ==, 1);
}

static void
check_answers (LeioEngine *engine, const LeioAnswers *answers)
{
  const LeioKnowledge *knowledge = leio_engine_get_knowledge (engine);
  g_autoptr (LeioAdvice) advice = leio_engine_advise (engine, answers, LEIO_ADVICE_ALL);
  g_autoptr (LeioPathway) pathway
      = leio_pathway_new (knowledge, answers, advice, LEIO_REPORT_CLINICIAN);

  g_assert_cmpuint (pathway->phases->len, ==, knowledge->phases->len);
  for (guint i = 0; i < advice->treatments->len; i++)
    check_treatment (knowledge, pathway, g_ptr_array_index (advice->treatments, i));
}

/* Every example, and what is left of it when it is answered in part only. */
static void
test_examples (void)
{
  const char *const names[] = { "after-unplanned-excision.leio", "few-lung-metastases.leio",
                                "limb-deep-high-grade.leio",     "metastatic-first-line.leio",
                                "retroperitoneum-large.leio",    "suspected-not-staged.leio",
                                "uterus-confined.leio",          "vena-cava.leio" };
  g_autoptr (LeioEngine) engine = load ("data/knowledge/leiomyosarcoma");
  const LeioKnowledge *knowledge = leio_engine_get_knowledge (engine);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (LeioAnswers) answers = read_example (knowledge, names[i]);

      for (guint j = leio_answers_get_length (answers); j > 0; j -= MIN (j, 5))
        {
          check_answers (engine, answers);
          for (guint k = j; k > 0 && k + 5 > j; k--)
            leio_answers_clear (answers, k - 1);
        }
      check_answers (engine, answers);
    }
}

static const LeioStep *
find_step (const LeioPathway *pathway, LeioStepKind kind)
{
  for (guint i = 0; i < pathway->phases->len; i++)
    {
      const LeioPathwayPhase *phase = g_ptr_array_index (pathway->phases, i);

      for (guint j = 0; j < phase->steps->len; j++)
        {
          const LeioStep *step = g_ptr_array_index (phase->steps, j);

          if (step->kind == kind)
            return step;
        }
    }
  return NULL;
}

static void
give (const LeioKnowledge *knowledge, LeioAnswers *answers, const char *id, const char *value)
{
  const LeioQuestion *question = leio_questionnaire_find (knowledge->logic->questionnaire, id);
  LeioAnswer answer = { .state = LEIO_ANSWER_GIVEN };

  g_assert_nonnull (question);
  if (question->kind == LEIO_QUESTION_NUMBER)
    answer.number = g_ascii_strtod (value, NULL);
  else if (question->kind == LEIO_QUESTION_SET)
    answer.set = G_GUINT64_CONSTANT (1) << leio_question_find_value (question, value);
  else
    answer.value = leio_question_find_value (question, value);
  leio_answers_set (answers, question->index, &answer);
}

/* Two treatments of one choice are one step, and the other phase is told. */
static void
test_choice_is_one_step (void)
{
  g_autoptr (LeioEngine) engine = load ("tests/broken/base");
  const LeioKnowledge *knowledge = leio_engine_get_knowledge (engine);
  g_autoptr (LeioAnswers) answers = new_answers (knowledge);
  g_autoptr (LeioAdvice) advice = NULL;
  g_autoptr (LeioPathway) pathway = NULL;
  g_autofree char *text = NULL;

  give (knowledge, answers, "site", "limb");
  give (knowledge, answers, "size_cm", "8");
  give (knowledge, answers, "grade", "1");
  give (knowledge, answers, "could_be_pregnant", "no");
  advice = leio_engine_advise (engine, answers, LEIO_ADVICE_ALL);
  pathway = leio_pathway_new (knowledge, answers, advice, LEIO_REPORT_CLINICIAN);

  g_assert_null (find_step (pathway, LEIO_STEP_TREATMENT));
  text = leio_step_dup_text (find_step (pathway, LEIO_STEP_CHOICE));
  g_assert_cmpstr (text, ==,
                   "First step: One of these: Excision: recommended (main); Radiation: an option");
}

/* The question that decides alone stands with what follows from each of its answers. */
static void
test_fork (void)
{
  g_autoptr (LeioEngine) engine = load ("tests/broken/base");
  const LeioKnowledge *knowledge = leio_engine_get_knowledge (engine);
  g_autoptr (LeioAnswers) answers = new_answers (knowledge);
  g_autoptr (LeioAdvice) advice = NULL;
  g_autoptr (LeioPathway) pathway = NULL;
  const LeioStep *fork;

  give (knowledge, answers, "site", "limb");
  give (knowledge, answers, "could_be_pregnant", "no");
  give (knowledge, answers, "grade", "1");
  advice = leio_engine_advise (engine, answers, LEIO_ADVICE_ALL);
  pathway = leio_pathway_new (knowledge, answers, advice, LEIO_REPORT_CLINICIAN);

  fork = find_step (pathway, LEIO_STEP_FORK);
  g_assert_nonnull (fork);
  g_assert_cmpstr (fork->title, ==, "How large is it?");
  g_assert_cmpuint (fork->lines->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (fork->lines, 0), ==,
                   "at most 5 cm: Radiation (not relevant)");
  g_assert_cmpstr (g_ptr_array_index (fork->lines, 1), ==, "over 5 cm: Radiation (an option)");
}

/* Answers that contradict each other leave nothing to be said, and no mistake. */
static void
test_contradiction (void)
{
  g_autoptr (LeioEngine) engine = load ("tests/broken/base");
  const LeioKnowledge *knowledge = leio_engine_get_knowledge (engine);
  g_autoptr (LeioAnswers) answers = new_answers (knowledge);
  g_autoptr (LeioAdvice) advice = NULL;
  g_autoptr (LeioPathway) pathway = NULL;

  give (knowledge, answers, "site", "skin");
  give (knowledge, answers, "size_cm", "50");
  advice = leio_engine_advise (engine, answers, LEIO_ADVICE_ALL);
  pathway = leio_pathway_new (knowledge, answers, advice, LEIO_REPORT_HOME);
  for (guint i = 0; i < pathway->phases->len; i++)
    g_assert_cmpuint (((LeioPathwayPhase *) g_ptr_array_index (pathway->phases, i))->steps->len,
                      ==, 0);
}

static void
test_equal (void)
{
  g_autoptr (LeioEngine) engine = load ("tests/broken/base");
  const LeioKnowledge *knowledge = leio_engine_get_knowledge (engine);
  g_autoptr (LeioAnswers) answers = new_answers (knowledge);
  g_autoptr (LeioAdvice) before = leio_engine_advise (engine, answers, LEIO_ADVICE_ALL);
  g_autoptr (LeioPathway) first
      = leio_pathway_new (knowledge, answers, before, LEIO_REPORT_CLINICIAN);
  g_autoptr (LeioPathway) again
      = leio_pathway_new (knowledge, answers, before, LEIO_REPORT_CLINICIAN);
  g_autoptr (LeioAdvice) after = NULL;
  g_autoptr (LeioPathway) other = NULL;

  give (knowledge, answers, "site", "limb");
  give (knowledge, answers, "size_cm", "8");
  after = leio_engine_advise (engine, answers, LEIO_ADVICE_ALL);
  other = leio_pathway_new (knowledge, answers, after, LEIO_REPORT_CLINICIAN);
  g_assert_true (leio_pathway_phase_equal (g_ptr_array_index (first->phases, 0),
                                           g_ptr_array_index (again->phases, 0)));
  g_assert_false (leio_pathway_phase_equal (g_ptr_array_index (first->phases, 0),
                                            g_ptr_array_index (other->phases, 0)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/pathway/examples", test_examples);
  g_test_add_func ("/pathway/choice-is-one-step", test_choice_is_one_step);
  g_test_add_func ("/pathway/fork", test_fork);
  g_test_add_func ("/pathway/contradiction", test_contradiction);
  g_test_add_func ("/pathway/equal", test_equal);

  return g_test_run ();
}
