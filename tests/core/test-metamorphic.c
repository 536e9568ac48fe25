/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changes to a case or to the shipped knowledge base after which the advice must
 * be the same, or can only become narrower.
 */
#include "config.h"

#include <string.h>

#include "leio-engine.h"
#include "leio-test-cases.h"
#include "leio-test-folder.h"

#define N_CASES 250

typedef struct
{
  LeioKnowledge *knowledge;
  LeioEngine *engine;
  LeioTestCases *cases;
  guint8 *possible;
} Fixture;

static LeioEngine *
engine_new (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioKnowledge) knowledge = leio_knowledge_load (folder, &error);
  LeioEngine *engine;

  g_assert_no_error (error);
  engine = leio_engine_new (knowledge, 0, &error);
  g_assert_no_error (error);
  return engine;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->engine = engine_new (NULL);
  fixture->knowledge = leio_engine_get_knowledge (fixture->engine);
  fixture->cases = leio_test_cases_new (fixture->knowledge, GPOINTER_TO_UINT (data));
  fixture->possible = g_new (guint8, fixture->knowledge->treatments->len);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->possible);
  leio_test_cases_free (fixture->cases);
  leio_engine_free (fixture->engine);
}

static LeioAnswers *
draw_case (Fixture *fixture)
{
  while (TRUE)
    {
      double share = g_rand_double (fixture->cases->rand);
      g_autoptr (LeioAnswers) answers = leio_test_cases_draw (fixture->cases, share);

      leio_engine_possible (fixture->engine, answers, fixture->possible);
      if (fixture->possible[0] != 0)
        return g_steal_pointer (&answers);
    }
}

static const LeioQuestion *
question_of (LeioEngine *engine, guint index)
{
  return leio_questionnaire_get_question (leio_engine_get_knowledge (engine)->logic->questionnaire,
                                          index);
}

/* Ids, so that bases in which things stand in another order can be compared. */
static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static void
print_sorted (GString *text, GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_texts);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, " %s", (char *) g_ptr_array_index (lines, i));
}

static void
print_questions (GString *text, LeioEngine *engine, const char *title, const GArray *questions)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < questions->len; i++)
    g_ptr_array_add (ids, question_of (engine, g_array_index (questions, guint, i))->id);
  g_string_append_printf (text, " | %s:", title);
  print_sorted (text, ids);
}

static void
print_arguments (GString *text, LeioEngine *engine, const LeioTreatmentAdvice *advice,
                 gboolean waits)
{
  const LeioKnowledge *knowledge = leio_engine_get_knowledge (engine);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < advice->arguments->len; i++)
    {
      const LeioArgumentAdvice *one = g_ptr_array_index (advice->arguments, i);
      const LeioArgument *argument = g_ptr_array_index (knowledge->arguments, one->argument);
      const LeioRule *rule = g_ptr_array_index (knowledge->rules, argument->rule);
      GString *line = g_string_new (NULL);

      g_string_append_printf (line, "%s=%d/%u", rule->id, one->state, one->overridden_by->len);
      if (waits)
        print_questions (line, engine, "waits", one->waits_for);
      g_ptr_array_add (lines, g_string_free (line, FALSE));
    }
  print_sorted (text, lines);
}

static void
print_treatment (GString *text, LeioEngine *engine, const LeioTreatmentAdvice *advice,
                 gboolean waits)
{
  const LeioKnowledge *knowledge = leio_engine_get_knowledge (engine);
  const LeioTreatment *treatment = g_ptr_array_index (knowledge->treatments, advice->treatment);

  g_string_append_printf (text, "%s: %x", treatment->id, advice->possible);
  print_questions (text, engine, "depends on", advice->depends_on);
  g_string_append_printf (text, " | %u suffice, %u rows", advice->sufficient->len,
                          advice->if_then->len);
  print_arguments (text, engine, advice, waits);
  g_string_append_c (text, '\n');
}

static void
print_derived (GString *text, const LeioAdvice *advice)
{
  for (guint i = 0; i < advice->derived->len; i++)
    {
      const LeioDerivedAdvice *derived = g_ptr_array_index (advice->derived, i);

      g_string_append_printf (text, "%" G_GINT64_MODIFIER "x/%d ", derived->possible,
                              derived->none_possible);
    }
}

/* All that is advised, as lines in the order of the treatments; changes apart. */
static char *
describe (LeioEngine *engine, const LeioAnswers *answers, gboolean waits)
{
  g_autoptr (LeioAdvice) advice =
      leio_engine_advise (engine, answers, LEIO_ADVICE_ARGUMENTS | LEIO_ADVICE_REASONS);
  GString *text = g_string_new (NULL);

  for (guint t = 0; t < advice->treatments->len; t++)
    print_treatment (text, engine, g_ptr_array_index (advice->treatments, t), waits);
  print_derived (text, advice);
  print_questions (text, engine, "moot", advice->moot);
  g_string_append_printf (
      text, " | next: %s %.6f",
      advice->next_question < 0 ? "none" : question_of (engine, (guint) advice->next_question)->id,
      advice->next_settles);
  g_string_append_printf (text, " | %u answers, %u settled, %u odd", advice->n_answers,
                          advice->n_settled, advice->odd->len);
  return g_string_free (text, FALSE);
}

static char *
describe_changes (LeioEngine *engine, const LeioAnswers *answers)
{
  g_autoptr (LeioAdvice) advice = leio_engine_advise (engine, answers, LEIO_ADVICE_CHANGES);
  GString *text = g_string_new (NULL);

  for (guint t = 0; t < advice->treatments->len; t++)
    {
      const LeioTreatmentAdvice *its = g_ptr_array_index (advice->treatments, t);

      for (guint i = 0; i < its->changes->len; i++)
        {
          const LeioChange *change = g_ptr_array_index (its->changes, i);

          g_string_append_printf (text, "%u to %d", t, change->to);
          print_questions (text, engine, "change", change->questions);
          for (guint k = 0; k < change->answers->len; k++)
            {
              const LeioAnswer *answer = &g_array_index (change->answers, LeioAnswer, k);

              g_string_append_printf (text, " %u/%" G_GINT64_MODIFIER "x/%g", answer->value,
                                      answer->set, answer->number);
            }
        }
    }
  return g_string_free (text, FALSE);
}

static void
check_same (Fixture *fixture, const LeioAnswers *a, const LeioAnswers *b, gboolean waits)
{
  g_autofree char *one = describe (fixture->engine, a, waits);
  g_autofree char *two = describe (fixture->engine, b, waits);

  g_assert_cmpstr (one, ==, two);
}

static gboolean
is_subset (guint a, guint b)
{
  return (a & ~b) == 0;
}

/* One more answer leaves fewer statuses or the same, down to a complete case. */
static void
test_more_answers (Fixture *fixture, gconstpointer data)
{
  guint n = fixture->knowledge->treatments->len;

  for (guint i = 0; i < N_CASES; i++)
    {
      g_autoptr (LeioAnswers) answers = draw_case (fixture);
      g_autofree guint8 *before = g_memdup2 (fixture->possible, n);

      for (guint q = 0; q < fixture->cases->n_questions; q++)
        {
          LeioAnswer answer = leio_test_cases_answer (fixture->cases, q);

          if (leio_answers_is_given (answers, q))
            continue;
          leio_answers_set (answers, q, &answer);
          leio_engine_possible (fixture->engine, answers, fixture->possible);
          for (guint t = 0; t < n; t++)
            g_assert_true (is_subset (fixture->possible[t], before[t]));
          memcpy (before, fixture->possible, n);
        }
      for (guint t = 0; t < n; t++)
        g_assert_cmpint (__builtin_popcount (before[t]), <=, 1);
    }
}

/* The statuses of a case are those that its values of one question give together. */
static void
test_values_together (Fixture *fixture, gconstpointer data)
{
  guint n = fixture->knowledge->treatments->len;

  for (guint i = 0; i < N_CASES; i++)
    {
      g_autoptr (LeioAnswers) answers = draw_case (fixture);
      guint q = leio_test_cases_pick (fixture->cases, fixture->cases->n_questions);
      g_autoptr (GArray) list = leio_test_cases_list_answers (fixture->cases, q, 2048);
      g_autofree guint8 *together = g_new0 (guint8, n);
      g_autofree guint8 *whole = g_new0 (guint8, n);

      leio_answers_clear (answers, q);
      leio_engine_possible (fixture->engine, answers, whole);
      for (guint k = 0; k < list->len; k++)
        {
          leio_answers_set (answers, q, &g_array_index (list, LeioAnswer, k));
          leio_engine_possible (fixture->engine, answers, fixture->possible);
          for (guint t = 0; t < n; t++)
            together[t] |= fixture->possible[t];
        }
      g_assert_cmpmem (together, n, whole, n);
    }
}

/* Changes the answers to all questions that are not asked; nothing is left of them in @fewer. */
static guint
answer_unasked (Fixture *fixture, LeioAnswers *fewer, LeioAnswers *more)
{
  g_autoptr (LeioAdvice) advice =
      leio_engine_advise (fixture->engine, fewer, LEIO_ADVICE_ARGUMENTS);
  guint n_unasked = 0;

  for (guint q = 0; q < fixture->cases->n_questions; q++)
    if (g_array_index (advice->asked, LeioAsked, q) == LEIO_ASKED_NEVER)
      {
        LeioAnswer answer = leio_test_cases_answer (fixture->cases, q);

        leio_answers_set (more, q, &answer);
        leio_answers_clear (fewer, q);
        n_unasked++;
      }
  return n_unasked;
}

/* An answer to a question that is not asked has no effect. (An answer can itself exclude the cases
 * that would ask it, so what is not asked is looked for twice.) */
static void
test_not_asked (Fixture *fixture, gconstpointer data)
{
  guint n_tried = 0;

  while (n_tried < N_CASES * 20)
    {
      g_autoptr (LeioAnswers) fewer = draw_case (fixture);
      g_autoptr (LeioAnswers) more = leio_answers_copy (fewer);

      answer_unasked (fixture, fewer, more);
      g_clear_pointer (&more, leio_answers_free);
      more = leio_answers_copy (fewer);
      n_tried += answer_unasked (fixture, fewer, more);
      check_same (fixture, more, fewer, FALSE);
    }
}

/* "Not known" is no answer; it is not asked for again, so another question may be the next. */
static void
check_not_known (Fixture *fixture, const LeioAnswers *answers, gboolean changes)
{
  g_autoptr (LeioAnswers) not_known = leio_answers_copy (answers);
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;

  for (guint q = 0; q < fixture->cases->n_questions; q++)
    if (!leio_answers_is_given (answers, q) && leio_test_cases_pick (fixture->cases, 2))
      leio_answers_set_not_known (not_known, q);
  one = changes ? describe_changes (fixture->engine, answers)
                : describe (fixture->engine, answers, TRUE);
  two = changes ? describe_changes (fixture->engine, not_known)
                : describe (fixture->engine, not_known, TRUE);
  if (!changes)
    *strstr (one, " | next:") = *strstr (two, " | next:") = '\0';
  g_assert_cmpstr (one, ==, two);
}

static void
test_not_known (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < N_CASES / 2; i++)
    {
      g_autoptr (LeioAnswers) answers = draw_case (fixture);

      check_not_known (fixture, answers, FALSE);
      if (i % 4 == 0)
        check_not_known (fixture, answers, TRUE);
    }
}

/* Another number between the same thresholds. */
static void
test_same_interval (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < N_CASES; i++)
    {
      g_autoptr (LeioAnswers) answers = draw_case (fixture);
      g_autoptr (LeioAnswers) other = leio_answers_copy (answers);

      for (guint q = 0; q < fixture->cases->n_questions; q++)
        {
          const LeioQuestion *question = leio_test_cases_question (fixture->cases, q);
          const LeioSpaceQuestion *place = leio_space_find (fixture->cases->space, question->id);
          LeioAnswer answer = leio_test_cases_answer (fixture->cases, q);

          if (question->kind == LEIO_QUESTION_NUMBER && leio_answers_is_given (answers, q) &&
              leio_space_question_interval (place, answer.number) ==
                  leio_space_question_interval (place, leio_answers_get (answers, q)->number))
            leio_answers_set (other, q, &answer);
        }
      check_same (fixture, answers, other, TRUE);
    }
}

/* What was asked before leaves no trace in the engine. */
static void
test_no_trace (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 12; i++)
    {
      g_autoptr (LeioAnswers) answers = draw_case (fixture);
      g_autoptr (LeioEngine) fresh = engine_new (NULL);
      g_autofree char *used = describe (fixture->engine, answers, TRUE);
      g_autofree char *new = describe (fresh, answers, TRUE);
      g_autofree char *used_changes = describe_changes (fixture->engine, answers);
      g_autofree char *new_changes = describe_changes (fresh, answers);

      g_assert_cmpstr (used, ==, new);
      g_assert_cmpstr (used_changes, ==, new_changes);
    }
}

static void
reverse (JsonObject *object, const char *member)
{
  JsonArray *list = json_object_get_array_member (object, member);
  JsonArray *reversed = json_array_new ();

  for (guint i = json_array_get_length (list); i-- > 0;)
    json_array_add_element (reversed, json_array_dup_element (list, i));
  json_object_set_array_member (object, member, reversed);
}

static void
reverse_member (JsonObject *object, gpointer data)
{
  reverse (object, data);
}

static void
reverse_files (JsonObject *object, gpointer data)
{
  reverse (json_object_get_object_member (object, "files"), "rules");
}

static void
reverse_rules (const LeioKnowledge *knowledge, const char *folder)
{
  const char *last = NULL;

  for (guint i = 0; i < knowledge->rules->len; i++)
    {
      const LeioRule *rule = g_ptr_array_index (knowledge->rules, i);

      if (g_strcmp0 (last, rule->file) != 0)
        leio_test_folder_edit (folder, rule->file, reverse_member, (gpointer) "rules");
      last = rule->file;
    }
  leio_test_folder_edit (folder, "knowledge.json", reverse_files, NULL);
}

static char *
copy_shipped (void)
{
  g_autofree char *shipped =
      g_build_filename (g_getenv ("LEIO_SOURCE_DIR"), "data", "knowledge", "leiomyosarcoma", NULL);

  return leio_test_folder_copy (shipped);
}

/* The order of rules and of their files decides nothing. */
static void
test_order_of_rules (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = copy_shipped ();
  g_autoptr (LeioEngine) other = NULL;
  const LeioRule *first;

  reverse_rules (fixture->knowledge, folder);
  other = engine_new (folder);
  first = g_ptr_array_index (leio_engine_get_knowledge (other)->rules, 0);
  g_assert_cmpuint (leio_knowledge_find_rule (fixture->knowledge, first->id)->index, ==,
                    fixture->knowledge->rules->len - 1);
  for (guint i = 0; i < N_CASES; i++)
    {
      g_autoptr (LeioAnswers) answers = draw_case (fixture);
      g_autofree char *one = describe (fixture->engine, answers, TRUE);
      g_autofree char *two = describe (other, answers, TRUE);

      g_assert_cmpstr (one, ==, two);
    }
  leio_test_folder_remove (folder);
}

static LeioAnswers *
reverse_answers (const LeioAnswers *answers)
{
  guint n = leio_answers_get_length (answers);
  LeioAnswers *reversed = leio_answers_new (n);

  for (guint i = 0; i < n; i++)
    leio_answers_set (reversed, n - 1 - i, leio_answers_get (answers, i));
  return reversed;
}

/* Nor does that of questions, impossible combinations, definitions and treatments: the statuses
 * stay. */
static void
test_order_of_questions (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = copy_shipped ();
  g_autoptr (LeioEngine) other = NULL;
  guint n = fixture->knowledge->treatments->len;
  g_autofree guint8 *possible = g_new (guint8, n);

  leio_test_folder_edit (folder, "questions.json", reverse_member, (gpointer) "questions");
  leio_test_folder_edit (folder, "questions.json", reverse_member, (gpointer) "impossible");
  leio_test_folder_edit (folder, "definitions.json", reverse_member, (gpointer) "definitions");
  leio_test_folder_edit (folder, "treatments.json", reverse_member, (gpointer) "treatments");
  other = engine_new (folder);
  for (guint i = 0; i < N_CASES; i++)
    {
      g_autoptr (LeioAnswers) answers = draw_case (fixture);
      g_autoptr (LeioAnswers) reversed = reverse_answers (answers);

      leio_engine_possible (other, reversed, possible);
      for (guint t = 0; t < n; t++)
        g_assert_cmpuint (possible[n - 1 - t], ==, fixture->possible[t]);
    }
  leio_test_folder_remove (folder);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/core/metamorphic/more-answers", test_more_answers },
    { "/core/metamorphic/values-together", test_values_together },
    { "/core/metamorphic/not-asked", test_not_asked },
    { "/core/metamorphic/not-known", test_not_known },
    { "/core/metamorphic/same-interval", test_same_interval },
    { "/core/metamorphic/no-trace", test_no_trace },
    { "/core/metamorphic/order-of-rules", test_order_of_rules },
    { "/core/metamorphic/order-of-questions", test_order_of_questions },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, GUINT_TO_POINTER (i + 1), set_up, tests[i].test, tear_down);
  return g_test_run ();
}
