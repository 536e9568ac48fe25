/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The cases of rules/: each is true of the shipped knowledge base, each rule has
 * one that it decides and one near miss, and what is said there by diagrams is
 * said by the engine and by plain evaluation too. Faults that are planted in
 * copies are found.
 */
#include "config.h"

#include <string.h>

#include "leio-engine.h"
#include "leio-rule-check.h"
#include "leio-test-cases.h"
#include "leio-test-folder.h"

#define N_COMPLETIONS 4
#define MEND "sh tests/cases/rules/update.sh shows what to change"

typedef struct
{
  LeioRuleModel *model;
  GPtrArray *cases; /* LeioRuleCase */
} Shipped;

static char *
dup_folder (const char *a, const char *b, const char *c)
{
  return g_build_filename (g_getenv ("LEIO_SOURCE_DIR"), a, b, c, NULL);
}

static LeioRuleModel *
model_new (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioKnowledge) knowledge = leio_knowledge_load (folder, &error);
  LeioRuleModel *model;

  g_assert_no_error (error);
  model = leio_rule_model_new (knowledge, &error);
  g_assert_no_error (error);
  return model;
}

/* (element-type LeioRuleCase): of all files of the folder, by name. */
static GPtrArray *
read_cases (const char *folder, const LeioKnowledge *knowledge)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) leio_rule_case_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) files = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GPtrArray *cases;

      if (!g_str_has_suffix (name, ".ndjson"))
        continue;
      cases = leio_rule_cases_read (path, knowledge, &error);
      g_assert_no_error (error);
      g_ptr_array_extend_and_steal (all, cases);
    }
  return all;
}

/* One line for each case that is not true and each that is missing. */
static GPtrArray *
find_faults (LeioRuleModel *model, const GPtrArray *cases)
{
  GPtrArray *faults = leio_rule_check_missing (model, cases);

  for (guint i = 0; i < cases->len; i++)
    {
      const LeioRuleCase *one = g_ptr_array_index (cases, i);
      g_autofree char *fault =
          leio_rule_check_case (model, i > 0 ? g_ptr_array_index (cases, i - 1) : NULL, one);

      if (fault != NULL)
        g_ptr_array_add (faults, g_strdup_printf ("rule %s, %s: %s", one->rule,
                                                  leio_rule_case_kind_to_id (one->kind), fault));
    }
  return faults;
}

static void
shipped_read (Shipped *self)
{
  g_autofree char *knowledge = dup_folder ("data", "knowledge", "leiomyosarcoma");
  g_autofree char *cases = dup_folder ("tests", "cases", "rules");

  self->model = model_new (knowledge);
  self->cases = read_cases (cases, self->model->knowledge);
}

static void
shipped_clear (Shipped *self)
{
  g_ptr_array_unref (self->cases);
  leio_rule_model_free (self->model);
}

static void
test_true (gconstpointer data)
{
  const Shipped *self = data;
  g_autoptr (GPtrArray) faults = find_faults (self->model, self->cases);

  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (faults, i));
  if (faults->len > 0)
    g_test_message (MEND);
  g_assert_cmpuint (faults->len, ==, 0);
}

static void
test_engine (gconstpointer data)
{
  const Shipped *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioEngine) engine = leio_engine_new (self->model->knowledge, 0, &error);
  g_autofree guint8 *possible = g_new (guint8, self->model->knowledge->treatments->len);

  g_assert_no_error (error);
  for (guint i = 0; i < self->cases->len; i++)
    {
      const LeioRuleCase *one = g_ptr_array_index (self->cases, i);

      leio_engine_possible (engine, one->answers, possible);
      for (guint k = 0; k < one->expectations->len; k++)
        {
          const LeioRuleExpectation *expectation =
              &g_array_index (one->expectations, LeioRuleExpectation, k);

          g_assert_cmpuint (possible[expectation->treatment], ==, expectation->expected);
        }
    }
}

static gboolean
is_in_force (const LeioRuleModel *model,
             const char *rule,
             guint treatment,
             const LeioAnswers *complete)
{
  guint end = leio_model_first_argument (model->model, treatment + 1);

  for (guint i = leio_model_first_argument (model->model, treatment); i < end; i++)
    if (g_str_equal (leio_rule_model_get_rule (model, i)->id, rule))
      return leio_knowledge_argument_in_force_plainly (model->knowledge, i, complete);
  g_assert_not_reached ();
}

/* Whatever the open answers turn out to be. */
static void
check_plainly (const LeioRuleModel *model, const LeioRuleCase *one, const LeioAnswers *complete)
{
  for (guint i = 0; i < one->expectations->len; i++)
    {
      const LeioRuleExpectation *expectation =
          &g_array_index (one->expectations, LeioRuleExpectation, i);
      LeioStatus status =
          leio_knowledge_evaluate_plainly (model->knowledge, expectation->treatment, complete);

      g_assert_cmpuint (expectation->expected >> status & 1, ==, 1);
      g_assert_cmpint (is_in_force (model, one->rule, expectation->treatment, complete), ==,
                       one->kind != LEIO_RULE_CASE_NEAR_MISS);
    }
}

static void
test_plainly (gconstpointer data)
{
  const Shipped *self = data;
  g_autoptr (LeioTestCases) draw = leio_test_cases_new (self->model->knowledge, 7);

  for (guint i = 0; i < self->cases->len; i++)
    for (guint k = 0; k < N_COMPLETIONS; k++)
      {
        const LeioRuleCase *one = g_ptr_array_index (self->cases, i);
        g_autoptr (LeioAnswers) complete = leio_test_cases_complete (draw, one->answers);

        g_assert_nonnull (complete);
        check_plainly (self->model, one, complete);
      }
}

/* A case is written as it was read, so that files differ only where cases do. */
static void
test_lines (gconstpointer data)
{
  const Shipped *self = data;

  for (guint i = 0; i < self->cases->len; i++)
    {
      const LeioRuleCase *one = g_ptr_array_index (self->cases, i);
      g_autofree char *line = leio_rule_case_to_line (one, self->model->knowledge);
      g_autoptr (GError) error = NULL;
      g_autoptr (LeioRuleCase) again =
          leio_rule_case_from_line (line, self->model->knowledge, &error);
      g_autofree char *written = NULL;

      g_assert_no_error (error);
      written = leio_rule_case_to_line (again, self->model->knowledge);
      g_assert_cmpstr (written, ==, line);
    }
}

/* A fault in a case, the first there is of its kind, and what must be said of it. */
typedef struct
{
  const char *name;
  LeioRuleCaseKind kind;
  void (*plant) (const GPtrArray *cases, guint index, LeioRuleCase *planted);
  const char *found;
} Plant;

static LeioRuleExpectation *
first_expectation (LeioRuleCase *one)
{
  return &g_array_index (one->expectations, LeioRuleExpectation, 0);
}

static void
plant_unknown (const GPtrArray *cases, guint index, LeioRuleCase *planted)
{
  g_free (planted->rule);
  planted->rule = g_strdup ("planted");
}

static void
plant_expected (const GPtrArray *cases, guint index, LeioRuleCase *planted)
{
  first_expectation (planted)->expected ^= 1u << LEIO_STATUS_CONTRAINDICATED;
}

static void
plant_without (const GPtrArray *cases, guint index, LeioRuleCase *planted)
{
  first_expectation (planted)->without ^= 1u << LEIO_STATUS_CONTRAINDICATED;
}

static void
plant_no_expectation (const GPtrArray *cases, guint index, LeioRuleCase *planted)
{
  g_array_set_size (planted->expectations, 0);
}

static void
plant_other_treatment (const GPtrArray *cases, guint index, LeioRuleCase *planted)
{
  first_expectation (planted)->treatment++;
}

static void
set_answers (LeioRuleCase *planted, const LeioAnswers *answers)
{
  leio_answers_free (planted->answers);
  planted->answers = leio_answers_copy (answers);
}

/* The answers of the near miss below it. */
static void
plant_near_miss (const GPtrArray *cases, guint index, LeioRuleCase *planted)
{
  set_answers (planted, ((LeioRuleCase *) g_ptr_array_index (cases, index + 1))->answers);
}

/* The answers of the case above it. */
static void
plant_no_miss (const GPtrArray *cases, guint index, LeioRuleCase *planted)
{
  set_answers (planted, ((LeioRuleCase *) g_ptr_array_index (cases, index - 1))->answers);
}

/* One answer is not kept, though it would be asked. */
static void
plant_left_out (const GPtrArray *cases, guint index, LeioRuleCase *planted)
{
  const LeioRuleCase *above = g_ptr_array_index (cases, index - 1);

  for (guint i = 0; i < leio_answers_get_length (planted->answers); i++)
    if (leio_answers_is_given (above->answers, i) && leio_answers_is_given (planted->answers, i) &&
        memcmp (leio_answers_get (above->answers, i), leio_answers_get (planted->answers, i),
                sizeof (LeioAnswer)) == 0)
      {
        leio_answers_clear (planted->answers, i);
        return;
      }
}

static const Plant plants[] = {
  { "unknown-rule", LEIO_RULE_CASE_DECIDES, plant_unknown, "rule 'planted' is not known" },
  { "expected", LEIO_RULE_CASE_DECIDES, plant_expected, "expected: " },
  { "expected-in-force", LEIO_RULE_CASE_IN_FORCE, plant_expected, "expected: " },
  { "expected-near-miss", LEIO_RULE_CASE_NEAR_MISS, plant_expected, "expected: " },
  { "without", LEIO_RULE_CASE_DECIDES, plant_without, "without: " },
  { "nothing-expected", LEIO_RULE_CASE_DECIDES, plant_no_expectation, "nothing is expected" },
  { "other-treatment", LEIO_RULE_CASE_DECIDES, plant_other_treatment, "does not speak of it" },
  { "does-not-decide", LEIO_RULE_CASE_DECIDES, plant_near_miss, "does not decide for certain" },
  { "not-in-force", LEIO_RULE_CASE_IN_FORCE, plant_near_miss, "not in force for certain" },
  { "left-out", LEIO_RULE_CASE_NEAR_MISS, plant_left_out, "is left out" },
  { "no-miss", LEIO_RULE_CASE_NEAR_MISS, plant_no_miss, "found 0" },
};

typedef struct
{
  const Shipped *shipped;
  const Plant *plant;
  LeioRuleCaseKind kind;
} Row;

static guint
find_first (const GPtrArray *cases, LeioRuleCaseKind kind)
{
  guint index = 0;

  while (((const LeioRuleCase *) g_ptr_array_index (cases, index))->kind != kind)
    index++;
  return index;
}

static void
test_plant (gconstpointer data)
{
  const Row *row = data;
  const Shipped *self = row->shipped;
  guint index = find_first (self->cases, row->plant->kind);
  g_autofree char *line =
      leio_rule_case_to_line (g_ptr_array_index (self->cases, index), self->model->knowledge);
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioRuleCase) planted =
      leio_rule_case_from_line (line, self->model->knowledge, &error);
  const LeioRuleCase *before = index > 0 ? g_ptr_array_index (self->cases, index - 1) : NULL;
  g_autofree char *fault = NULL;

  g_assert_no_error (error);
  row->plant->plant (self->cases, index, planted);
  fault = leio_rule_check_case (self->model, before, planted);
  g_assert_nonnull (fault);
  g_assert_nonnull (strstr (fault, row->plant->found));
}

static gboolean
is_found (const GPtrArray *faults, const char *words)
{
  for (guint i = 0; i < faults->len; i++)
    if (strstr (g_ptr_array_index (faults, i), words) != NULL)
      return TRUE;
  return FALSE;
}

static void
test_missing (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GPtrArray) cases = g_ptr_array_copy (row->shipped->cases, NULL, NULL);
  g_autoptr (GPtrArray) missing = NULL;

  g_ptr_array_set_free_func (cases, NULL);
  g_ptr_array_remove_index (cases, find_first (cases, row->kind));
  missing = leio_rule_check_missing (row->shipped->model, cases);
  g_assert_cmpuint (missing->len, ==, 1);
  g_assert_true (is_found (missing, leio_rule_case_kind_to_id (row->kind)));
}

/* A rule that was added without cases, and that makes another idle. */
static void
test_added_rule (gconstpointer data)
{
  const Shipped *self = data;
  g_autofree char *shipped = dup_folder ("data", "knowledge", "leiomyosarcoma");
  g_autofree char *folder = leio_test_folder_copy (shipped);
  g_autoptr (LeioRuleModel) model = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  leio_test_folder_append (folder, "rules/care.json", "rules",
                           "{\"id\": \"planted\", \"treatment\": \"psychosocial_care\", "
                           "\"effect\": \"recommends\", \"when\": \"always\", \"why\": \"W\", "
                           "\"plain\": \"P\", \"evidence\": [\"ajcc-8\"]}");
  model = model_new (folder);
  faults = find_faults (model, self->cases);
  g_assert_true (is_found (faults, "rule planted, treatment psychosocial_care: no case"));
  g_assert_true (is_found (faults, "the rule does not decide for certain"));
  leio_test_folder_remove (folder);
}

static void
add_plants (const Shipped *shipped)
{
  for (guint i = 0; i < G_N_ELEMENTS (plants); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cases/rules/planted/%s", plants[i].name);
      Row row = { shipped, &plants[i], plants[i].kind };

      g_test_add_data_func_full (path, g_memdup2 (&row, sizeof row), test_plant, g_free);
    }
  for (guint i = LEIO_RULE_CASE_DECIDES; i <= LEIO_RULE_CASE_NEAR_MISS; i++)
    {
      g_autofree char *path = g_strdup_printf ("/cases/rules/planted/missing/%s",
                                               leio_rule_case_kind_to_id ((LeioRuleCaseKind) i));
      Row row = { shipped, NULL, (LeioRuleCaseKind) i };

      g_test_add_data_func_full (path, g_memdup2 (&row, sizeof row), test_missing, g_free);
    }
  g_test_add_data_func ("/cases/rules/planted/added-rule", shipped, test_added_rule);
}

int
main (int argc, char *argv[])
{
  Shipped shipped = { NULL, NULL };
  int status;

  g_test_init (&argc, &argv, NULL);
  shipped_read (&shipped);
  g_test_add_data_func ("/cases/rules/true", &shipped, test_true);
  g_test_add_data_func ("/cases/rules/engine", &shipped, test_engine);
  g_test_add_data_func ("/cases/rules/plainly", &shipped, test_plainly);
  g_test_add_data_func ("/cases/rules/lines", &shipped, test_lines);
  add_plants (&shipped);
  status = g_test_run ();
  shipped_clear (&shipped);
  return status;
}
