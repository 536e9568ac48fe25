/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person is told to ask fits their case: nothing that is settled, nothing
 * that cannot be. What they chose, wrote and ordered is kept, and changes no word
 * of the advice.
 */
#include "config.h"

#include <string.h>

#include "leio-ask-list.h"
#include "leio-report-kinds.h"
#include "leio-report.h"
#include "leio-test-cases.h"

#define N_CASES 300
#define N_COMPLETIONS 60

typedef struct
{
  LeioKnowledge *knowledge;
  LeioEngine *engine;
  LeioCase *kase;
  LeioAdvice *advice;
  LeioAskList *list;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->knowledge = leio_knowledge_load (NULL, &error);
  g_assert_no_error (error);
  fixture->engine = leio_engine_new (fixture->knowledge, 0, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->list, leio_ask_list_free);
  g_clear_pointer (&fixture->advice, leio_advice_free);
  g_clear_pointer (&fixture->kase, leio_case_free);
  leio_engine_free (fixture->engine);
  leio_knowledge_unref (fixture->knowledge);
}

static void
make_list (Fixture *fixture)
{
  g_clear_pointer (&fixture->list, leio_ask_list_free);
  g_clear_pointer (&fixture->advice, leio_advice_free);
  fixture->advice =
      leio_engine_advise (fixture->engine, fixture->kase->answers, LEIO_ADVICE_ALL);
  fixture->list = leio_ask_list_new (fixture->engine, fixture->kase, fixture->advice);
}

/* @answers: the members of "answers" of a case. */
static void
open_case (Fixture *fixture, const char *answers)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf ("{\"answers\": {%s}}", answers);

  g_clear_pointer (&fixture->kase, leio_case_free);
  fixture->kase = leio_case_from_data (text, -1, fixture->knowledge->logic->questionnaire,
                                       fixture->knowledge->id, &error);
  g_assert_no_error (error);
  make_list (fixture);
}

/* What a person does to a list: a copy of the visit to be changed, and back. */
static LeioVisit *
begin (Fixture *fixture)
{
  return fixture->kase->visit != NULL ? leio_visit_copy (fixture->kase->visit) : leio_visit_new ();
}

static void
end (Fixture *fixture, LeioVisit *visit)
{
  leio_case_take_visit (fixture->kase, visit);
  make_list (fixture);
}

static gboolean
is_in (const GPtrArray *items, const char *id)
{
  for (guint i = 0; i < items->len; i++)
    if (g_str_equal (((LeioAskItem *) g_ptr_array_index (items, i))->id, id))
      return TRUE;
  return FALSE;
}

static void
assert_asked (const Fixture *fixture, const char *id)
{
  if (leio_ask_list_find (fixture->list, id) == NULL)
    g_error ("%s is not asked", id);
}

static void
assert_not_asked (const Fixture *fixture, const char *id)
{
  if (leio_ask_list_find (fixture->list, id) != NULL)
    g_error ("%s is asked", id);
}

/* "own/1 own/2": the ids of a group in their order. */
static char *
dup_ids (const Fixture *fixture, const char *group)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < fixture->list->groups->len; i++)
    {
      const LeioAskGroup *it = g_ptr_array_index (fixture->list->groups, i);

      for (guint k = 0; g_str_equal (it->id, group) && k < it->items->len; k++)
        g_ptr_array_add (ids, ((LeioAskItem *) g_ptr_array_index (it->items, k))->id);
    }
  g_ptr_array_add (ids, NULL);
  return g_strjoinv (" ", (char **) ids->pdata);
}

static void
assert_ids (const Fixture *fixture, const char *group, const char *expected)
{
  g_autofree char *ids = dup_ids (fixture, group);

  g_assert_cmpstr (ids, ==, expected);
}

static void
test_before_surgery (Fixture *fixture, gconstpointer data)
{
  open_case (fixture, "\"surgery_done\": \"no\", \"site\": \"uterus\", \"metastasis\": \"none\", "
                      "\"size_cm\": 8");
  assert_asked (fixture, "doctor/before_surgery_2");
  assert_asked (fixture, "doctor/before_surgery_6");
  assert_asked (fixture, "doctor/trial_1");
  assert_not_asked (fixture, "doctor/after_surgery_1");
  assert_not_asked (fixture, "doctor/metastases_1");
  assert_not_asked (fixture, "open/size_cm");
  g_assert_false (is_in (fixture->list->more, "doctor/after_surgery_1"));
  /* Whether it can be taken out is not known, so the medicines only may be talked about. */
  g_assert_true (is_in (fixture->list->more, "doctor/chemotherapy_1"));
  assert_asked (fixture, "open/resectability");
}

static void
test_after_surgery (Fixture *fixture, gconstpointer data)
{
  open_case (fixture, "\"surgery_done\": \"yes\", \"site\": \"limb\", \"metastasis\": \"present\", "
                      "\"excision_planned\": \"unplanned\"");
  assert_asked (fixture, "doctor/after_surgery_5");
  assert_asked (fixture, "doctor/metastases_1");
  assert_asked (fixture, "doctor/chemotherapy_1");
  assert_asked (fixture, "doctor/follow_up_2");
  assert_not_asked (fixture, "doctor/before_surgery_2");
  assert_not_asked (fixture, "doctor/after_surgery_3");
}

/* Nothing is known, so only what fits everybody is asked by itself. */
static void
test_empty_case (Fixture *fixture, gconstpointer data)
{
  open_case (fixture, "");
  assert_asked (fixture, "doctor/trial_1");
  assert_not_asked (fixture, "doctor/metastases_1");
  g_assert_true (is_in (fixture->list->more, "doctor/metastases_1"));
  g_assert_true (is_in (fixture->list->more, "doctor/before_surgery_2"));
  g_assert_cmpuint (leio_ask_list_count (fixture->list), ==, 4 + LEIO_ASK_MOST_OPEN);
  g_assert_cmpuint (fixture->list->removed->len, ==, 0);
}

/* Where experts differ it is asked why; it says no verdict. */
static void
test_disputed (Fixture *fixture, gconstpointer data)
{
  open_case (fixture, "\"histology\": \"unreviewed\", \"surgery_done\": \"yes\", \"site\": "
                      "\"limb\", \"metastasis\": \"none\", \"excision_planned\": \"unplanned\", "
                      "\"margin\": \"r1\", \"episode\": \"primary\", \"depth\": \"deep\", "
                      "\"fit_for_surgery\": \"yes\", \"ecog\": \"0\", \"pregnancy\": \"no\"");
  assert_asked (fixture, "board");
  assert_asked (fixture, "disagreement/re_excision");
  assert_not_asked (fixture, "disagreement/uterine_adjuvant");
  for (guint i = 0; i < fixture->list->groups->len; i++)
    {
      const LeioAskGroup *group = g_ptr_array_index (fixture->list->groups, i);

      for (guint k = 0; k < group->items->len; k++)
        {
          const LeioAskItem *item = g_ptr_array_index (group->items, k);

          g_assert_cmpstr (item->why, !=, "");
          g_assert_null (strstr (item->question, "ecommended"));
          g_assert_null (strstr (item->question, "ontraindicated"));
        }
    }
}

static void
test_matters (Fixture *fixture, gconstpointer data)
{
  LeioVisit *visit;

  open_case (fixture, "");
  assert_not_asked (fixture, "matter/work_1");
  visit = begin (fixture);
  leio_visit_set_matter (visit, "work", TRUE);
  leio_visit_set_matter (visit, "of_a_newer_base", TRUE);
  end (fixture, visit);
  assert_ids (fixture, "matter/work", "matter/work_1 matter/work_2 matter/work_3");
  visit = begin (fixture);
  leio_visit_set_matter (visit, "work", FALSE);
  end (fixture, visit);
  assert_not_asked (fixture, "matter/work_1");
  g_assert_true (leio_visit_has_matter (fixture->kase->visit, "of_a_newer_base"));
}

static void
test_own_words (Fixture *fixture, gconstpointer data)
{
  LeioVisit *visit;
  const LeioAskItem *item;

  open_case (fixture, "\"surgery_done\": \"no\"");
  visit = begin (fixture);
  g_assert_cmpstr (leio_visit_add_own (visit, "May I drive?"), ==, "own/1");
  g_assert_null (leio_visit_add_own (visit, ""));
  leio_visit_set_text (visit, "doctor/trial_1", "the program's", "A study near me?");
  leio_visit_set_answer (visit, "doctor/before_surgery_3", "How many?", "About 40.\nA year.");
  leio_visit_set_removed (visit, "doctor/trial_2", "What is tested?", TRUE);
  end (fixture, visit);

  g_assert_cmpstr (leio_ask_list_find (fixture->list, "own/1")->question, ==, "May I drive?");
  item = leio_ask_list_find (fixture->list, "doctor/trial_1");
  g_assert_cmpstr (item->question, ==, "A study near me?");
  g_assert_true (g_str_has_prefix (item->worded, "Is there a trial"));
  item = leio_ask_list_find (fixture->list, "doctor/before_surgery_3");
  g_assert_cmpstr (item->answer, ==, "About 40.\nA year.");
  assert_not_asked (fixture, "doctor/trial_2");
  g_assert_true (is_in (fixture->list->removed, "doctor/trial_2"));

  visit = begin (fixture);
  leio_visit_set_removed (visit, "doctor/trial_2", "", FALSE);
  leio_visit_set_text (visit, "doctor/trial_1", item->worded, "");
  end (fixture, visit);
  assert_asked (fixture, "doctor/trial_2");
  item = leio_ask_list_find (fixture->list, "doctor/trial_1");
  g_assert_cmpstr (item->question, ==, item->worded);
  g_assert_null (leio_visit_find (fixture->kase->visit, "doctor/trial_2"));
}

/* What was answered stays, also where the case does not ask for it any more. */
static void
test_earlier (Fixture *fixture, gconstpointer data)
{
  const LeioQuestionnaire *questionnaire = fixture->knowledge->logic->questionnaire;
  const LeioQuestion *surgery = leio_questionnaire_find (questionnaire, "surgery_done");
  LeioAnswer yes = { .state = LEIO_ANSWER_GIVEN };
  LeioVisit *visit;

  open_case (fixture, "\"surgery_done\": \"no\"");
  visit = begin (fixture);
  leio_visit_set_answer (visit, "doctor/before_surgery_3", "How many?", "About 40.");
  end (fixture, visit);
  yes.value = (guint) leio_question_find_value (surgery, "yes");
  leio_answers_set (fixture->kase->answers, surgery->index, &yes);
  make_list (fixture);
  assert_ids (fixture, LEIO_ASK_GROUP_EARLIER, "doctor/before_surgery_3");
  g_assert_cmpstr (leio_ask_list_find (fixture->list, "doctor/before_surgery_3")->question, ==,
                   "How many?");
}

/* What may fit is asked once it is added. */
static void
test_added (Fixture *fixture, gconstpointer data)
{
  LeioVisit *visit;

  open_case (fixture, "");
  visit = begin (fixture);
  leio_visit_set_added (visit, "doctor/before_surgery_3", "How many?", TRUE);
  end (fixture, visit);
  assert_asked (fixture, "doctor/before_surgery_3");
  g_assert_false (is_in (fixture->list->more, "doctor/before_surgery_3"));
}

static void
move (Fixture *fixture, const char *id, int by)
{
  LeioVisit *visit = begin (fixture);

  g_assert_true (leio_ask_list_can_move (fixture->list, id, by));
  leio_ask_list_move (fixture->list, visit, id, by);
  end (fixture, visit);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  open_case (fixture, "");
  assert_ids (fixture, "doctor/trial",
              "doctor/trial_1 doctor/trial_2 doctor/trial_3 doctor/trial_4");
  move (fixture, "doctor/trial_3", -1);
  move (fixture, "doctor/trial_1", 1);
  assert_ids (fixture, "doctor/trial",
              "doctor/trial_3 doctor/trial_1 doctor/trial_2 doctor/trial_4");
  move (fixture, "doctor/trial_3", -1);
  move (fixture, "doctor/trial_1", -1);
  assert_ids (fixture, LEIO_ASK_GROUP_FIRST, "doctor/trial_3 doctor/trial_1");
  assert_ids (fixture, "doctor/trial", "doctor/trial_2 doctor/trial_4");
  move (fixture, "doctor/trial_1", -1);
  assert_ids (fixture, LEIO_ASK_GROUP_FIRST, "doctor/trial_1 doctor/trial_3");
  g_assert_false (leio_ask_list_can_move (fixture->list, "doctor/trial_1", -1));
  move (fixture, "doctor/trial_3", 1);
  move (fixture, "doctor/trial_1", 1);
  assert_ids (fixture, LEIO_ASK_GROUP_FIRST, "");
  assert_ids (fixture, "doctor/trial",
              "doctor/trial_1 doctor/trial_3 doctor/trial_2 doctor/trial_4");
  g_assert_false (leio_ask_list_can_move (fixture->list, "doctor/trial_4", 1));
  g_assert_false (leio_ask_list_can_move (fixture->list, "nothing", 1));
}

/* Down and up again is where it was, whatever else is asked. */
static void
test_order_is_undone_by_the_opposite (Fixture *fixture, gconstpointer data)
{
  open_case (fixture, "\"surgery_done\": \"no\", \"site\": \"uterus\"");
  for (guint i = 0; i < fixture->list->groups->len; i++)
    {
      const LeioAskGroup *group = g_ptr_array_index (fixture->list->groups, i);
      g_autofree char *name = g_strdup (group->id);
      g_autofree char *before = dup_ids (fixture, name);
      g_autofree char *id =
          g_strdup (((LeioAskItem *) g_ptr_array_index (group->items, 0))->id);

      if (group->items->len < 2)
        continue;
      move (fixture, id, 1);
      move (fixture, id, -1);
      assert_ids (fixture, name, before);
    }
}

/* What a condition says in completions of @answers: bit 0 = false, bit 1 = true. */
static guint
sample (const Fixture *fixture, LeioTestCases *cases, const LeioCondition *condition)
{
  guint found = 0;

  for (guint i = 0; i < N_COMPLETIONS; i++)
    {
      g_autoptr (LeioAnswers) complete =
          leio_test_cases_complete (cases, fixture->kase->answers);

      if (complete != NULL)
        found |= leio_condition_holds (fixture->knowledge->logic, condition, complete) ? 2 : 1;
    }
  return found;
}

static void
check_doctor_questions (const Fixture *fixture, LeioTestCases *cases)
{
  for (guint i = 0; i < fixture->knowledge->doctor_questions->len; i++)
    {
      const LeioDoctorQuestion *it =
          g_ptr_array_index (fixture->knowledge->doctor_questions, i);
      g_autofree char *id = g_strconcat ("doctor/", it->id, NULL);
      guint found = sample (fixture, cases, it->condition);
      gboolean asked = leio_ask_list_find (fixture->list, id) != NULL;

      if (asked)
        g_assert_cmpuint (found, ==, 2);
      if (!asked && !is_in (fixture->list->more, id))
        g_assert_cmpuint (found, ==, 1);
    }
}

/* An answer that is asked for is open, and some completion of it changes the advice. */
static void
check_open_answers (const Fixture *fixture)
{
  const LeioQuestionnaire *questionnaire = fixture->knowledge->logic->questionnaire;

  for (guint i = 0; i < leio_questionnaire_get_n_questions (questionnaire); i++)
    {
      const LeioQuestion *it = leio_questionnaire_get_question (questionnaire, i);
      g_autofree char *id = g_strconcat ("open/", it->id, NULL);

      if (leio_ask_list_find (fixture->list, id) == NULL && !is_in (fixture->list->more, id))
        continue;
      g_assert_cmpint (leio_answers_get (fixture->kase->answers, i)->state, !=,
                       LEIO_ANSWER_GIVEN);
      for (guint k = 0; k < fixture->advice->moot->len; k++)
        g_assert_cmpuint (g_array_index (fixture->advice->moot, guint, k), !=, i);
    }
}

/* By brute force: in every completion what is asked fits, and nothing that fits is left out. */
static void
test_nothing_settled_is_asked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LeioTestCases) cases = leio_test_cases_new (fixture->knowledge, 7);

  for (guint i = 0; i < N_CASES; i++)
    {
      g_autoptr (LeioAnswers) answers =
          leio_test_cases_draw (cases, g_rand_double_range (cases->rand, 0, 1));
      g_autoptr (LeioAnswers) complete = leio_test_cases_complete (cases, answers);

      if (complete == NULL)
        continue;
      g_clear_pointer (&fixture->kase, leio_case_free);
      fixture->kase = leio_case_new (fixture->knowledge->logic->questionnaire,
                                     fixture->knowledge->id, NULL);
      leio_answers_free (fixture->kase->answers);
      fixture->kase->answers = g_steal_pointer (&answers);
      make_list (fixture);
      check_doctor_questions (fixture, cases);
      check_open_answers (fixture);
    }
}

/* A complete case has nothing open. */
static void
test_complete_case_asks_nothing_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LeioTestCases) cases = leio_test_cases_new (fixture->knowledge, 11);
  g_autoptr (LeioAnswers) nothing = leio_test_cases_draw (cases, 0);

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (LeioAnswers) complete = leio_test_cases_complete (cases, nothing);

      g_clear_pointer (&fixture->kase, leio_case_free);
      fixture->kase = leio_case_new (fixture->knowledge->logic->questionnaire,
                                     fixture->knowledge->id, NULL);
      leio_answers_free (fixture->kase->answers);
      fixture->kase->answers = g_steal_pointer (&complete);
      make_list (fixture);
      assert_ids (fixture, "open", "");
      g_assert_cmpuint (fixture->list->more->len, ==, 0);
    }
}

static char *
dup_advice (const Fixture *fixture)
{
  return leio_report_evaluation_for (fixture->knowledge, fixture->kase, fixture->advice,
                                     LEIO_REPORT_JSON, LEIO_REPORT_CLINICIAN);
}

/* What matters, what is asked and what was answered feed the list and nothing else. */
static void
test_advice_does_not_know (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LeioTestCases) cases = leio_test_cases_new (fixture->knowledge, 3);

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      LeioVisit *visit = leio_visit_new ();

      g_clear_pointer (&fixture->kase, leio_case_free);
      fixture->kase = leio_case_new (fixture->knowledge->logic->questionnaire,
                                     fixture->knowledge->id, NULL);
      leio_answers_free (fixture->kase->answers);
      fixture->kase->answers = leio_test_cases_draw (cases, i / 40.0);
      make_list (fixture);
      before = dup_advice (fixture);
      for (guint k = 0; k < fixture->knowledge->matters->len; k++)
        leio_visit_set_matter (
            visit, ((LeioMatter *) g_ptr_array_index (fixture->knowledge->matters, k))->id, TRUE);
      leio_visit_add_own (visit, "site = uterus");
      leio_visit_set_answer (visit, "open/grade", "", "grade: 3");
      end (fixture, visit);
      after = dup_advice (fixture);
      g_assert_cmpstr (after, ==, before);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/ask-list/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("before-surgery", test_before_surgery);
  ADD ("after-surgery", test_after_surgery);
  ADD ("empty-case", test_empty_case);
  ADD ("disputed", test_disputed);
  ADD ("matters", test_matters);
  ADD ("own-words", test_own_words);
  ADD ("earlier", test_earlier);
  ADD ("added", test_added);
  ADD ("order", test_order);
  ADD ("order-is-undone-by-the-opposite", test_order_is_undone_by_the_opposite);
  ADD ("nothing-settled-is-asked", test_nothing_settled_is_asked);
  ADD ("complete-case-asks-nothing-open", test_complete_case_asks_nothing_open);
  ADD ("advice-does-not-know", test_advice_does_not_know);
#undef ADD

  return g_test_run ();
}
