/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The audit finds what is planted, and nothing else: one fault at a time in a
 * small base whose 28 complete cases can be counted by hand, and in copies of
 * the shipped base.
 */
#include "config.h"

#include "leio-audit.h"
#include "leio-engine.h"
#include "leio-test-base.h"
#include "leio-test-folder.h"

typedef struct
{
  const char *file;
  const char *from;
  const char *to;
} Edit;

/* @found has one line a finding: kind, subject, rules, cases of all cases, witness. */
typedef struct
{
  const char *name;
  Edit edits[4];
  const char *found;
} Fault;

#define N_RANDOM 200
#define RULES "rules/all.json"
#define ANOTHER_RULE "\n  \"rules\": [\n"
#define NEW_RULE(id, treatment, effect, when)                                                      \
  ANOTHER_RULE "{\"id\": \"" id "\", \"treatment\": \"" treatment "\", \"effect\": \"" effect      \
               "\", \"when\": \"" when "\", \"why\": \"W\", \"plain\": \"P\", "                    \
               "\"evidence\": [\"guide\"]},"
#define NEW_QUESTION(ask_if)                                                                       \
  "\"questions\": [{\"id\": \"blood\", \"section\": \"tumour\", \"kind\": \"choice\", " ask_if     \
  "\"values\": [{\"id\": \"no\", \"label\": \"No\"}, {\"id\": \"yes\", \"label\": \"Yes\"}], "     \
  "\"question\": \"Q\", \"plain_question\": \"Q\", \"short\": \"q\", \"why\": \"W\"},"
#define LATE "size_cm=6 grade=2 symptoms=bleeding"

static const Fault faults[] = {
  { "clean", { { 0 } }, "" },
  { "clash",
    { { RULES, ", \"overrides\": [\"excise\"]", "" } },
    "clash excision excise,excise-not 4/28 " LATE "\n" },
  { "clash-with-trial",
    { { RULES, ANOTHER_RULE,
        NEW_RULE ("try", "excision", "trial_only", "site = limb and grade = 3 and not large") },
      { RULES, "\"when\": \"stage = late and symptoms has bleeding\", \"overrides\"",
        "\"when\": \"stage = late and symptoms has bleeding or grade = 3\", \"overrides\"" },
      { "properties.json", "\"if\": \"stage", "\"if\": \"grade = 1 and stage" },
      { "knowledge.json", "\"required\": true", "\"required\": false" } },
    "clash excision try,excise-not 4/28 site=limb size_cm=0 grade=3\n"
    "idle_rule try 0/28\n" },
  { "ruled-out-is-no-clash",
    { { RULES, "\"advises_against\"", "\"rules_out\"" },
      { RULES, ", \"overrides\": [\"excise\"]", "" },
      { "properties.json", "not_advised", "contraindicated" } },
    "" },
  { "gap",
    { { RULES, "\"watching\", \"effect\": \"offers\"",
        "\"watching\", \"effect\": \"trial_only\"" } },
    "gap main 4/28 " LATE "\n" },
  { "no-gap-where-not-required",
    { { RULES, "\"watching\", \"effect\": \"offers\"", "\"watching\", \"effect\": \"trial_only\"" },
      { "knowledge.json", "\"required\": true", "\"required\": false" } },
    "" },
  { "gap-where-small",
    { { "knowledge.json", "\"required\": false", "\"required\": true" },
      { RULES, "site = limb and large", "large" } },
    "gap before 14/28 size_cm=0\n" },
  { "dead-rule",
    { { RULES, "symptoms has pain", "site = skin and symptoms has bleeding" } },
    "dead_rule radiate-gently 0/28\n" },
  { "dead-value",
    { { "definitions.json", "\"values\": [",
        "\"values\": [{\"id\": \"never\", \"label\": \"N\"}, " } },
    "dead_value stage 0/28\n" },
  { "dead-value-of-hidden-row",
    { { "definitions.json", "\"rows\": [",
        "\"rows\": [{\"when\": \"large or not large\", "
        "\"value\": \"early\"}, " },
      { RULES, "\"when\": \"stage = late and symptoms has bleeding\", \"overrides\"",
        "\"when\": \"large and grade >= 2 and symptoms has bleeding\", \"overrides\"" } },
    "gap main 4/28 " LATE "\n"
    "dead_rule watch 0/28\n"
    "dead_value stage 0/28\n" },
  { "never-asked",
    { { "questions.json", "\"questions\": [",
        NEW_QUESTION ("\"ask_if\": \"large and not large\", ") } },
    "never_asked blood 0/28\n" },
  { "never-matters",
    { { "questions.json", "\"questions\": [", NEW_QUESTION ("") } },
    "never_matters blood 0/56\n" },
  { "never-matters-where-asked",
    { { "questions.json", "\"questions\": [", NEW_QUESTION ("\"ask_if\": \"site = skin\", ") } },
    "never_matters blood 0/32\n" },
  { "property",
    { { "properties.json", "\"in\"", "\"not_in\"" } },
    "property late-is-not-cut 4/28 " LATE "\n" },
  { "property-of-four-cases",
    { { "properties.json", "stage = late and symptoms has bleeding",
        "large and symptoms is empty" } },
    "property late-is-not-cut 4/28 size_cm=6 symptoms=none\n" },
  { "contradiction",
    { { "questions.json", "site = skin and symptoms has bleeding", "site in (limb, skin)" } },
    "dead_rule excise 0/0\ndead_rule excise-not 0/0\ndead_rule watch 0/0\ndead_rule radiate 0/0\n"
    "dead_rule radiate-gently 0/0\ndead_value stage 0/0\ndead_value stage 0/0\n"
    "never_asked site 0/0\nnever_asked size_cm 0/0\nnever_asked grade 0/0\nnever_asked symptoms "
    "0/0\n"
    "contradiction clean 0/0\n" },
  { "overridden",
    { { RULES, ANOTHER_RULE,
        NEW_RULE ("cut-gently", "excision", "cautions", "stage = late and symptoms has bleeding") },
      { RULES, "[\"excise\"]", "[\"excise\", \"cut-gently\"]" } },
    "overridden cut-gently 0/28\n" },
  { "idle-rule",
    { { RULES, ANOTHER_RULE,
        NEW_RULE ("radiate-more", "radiation", "offers", "site = limb and large and grade = 3") } },
    "idle_rule radiate-more 0/28\n" },
  { "always",
    { { RULES, "symptoms has pain", "size_cm <= 5 or large" } },
    "always radiate-gently 0/28\n" },
  { "unused-source",
    { { "evidence.json", "\"sources\": [",
        "\"sources\": [{\"id\": \"talk\", \"kind\": \"review\", \"label\": \"Talk\", "
        "\"title\": \"A talk\", \"year\": 2019, \"finding\": \"F.\", \"verified\": true}," } },
    "unused_source talk 0/28\n" },
};

static char *
dup_clean_base (void)
{
  g_autofree char *clean = g_test_build_filename (G_TEST_DIST, "core", "audit", NULL);

  return leio_test_folder_copy (clean);
}

static LeioKnowledge *
load (const char *folder)
{
  g_autoptr (GError) error = NULL;
  LeioKnowledge *knowledge = leio_knowledge_load (folder, &error);

  g_assert_no_error (error);
  return knowledge;
}

static LeioAudit *
audit_new (LeioKnowledge *knowledge)
{
  g_autoptr (GError) error = NULL;
  LeioAudit *audit = leio_audit_new (knowledge, NULL, TRUE, &error);

  g_assert_no_error (error);
  return audit;
}

static void
print_set (GString *text, const LeioQuestion *question, guint64 set)
{
  const char *comma = "";

  if (set == 0)
    g_string_append (text, "none");
  for (guint i = 0; i < question->values->len; i++)
    if (set >> i & 1)
      {
        g_string_append_printf (text, "%s%s", comma, leio_question_get_value (question, i)->id);
        comma = ",";
      }
}

static void
print_answer (GString *text, const LeioQuestion *question, const LeioAnswer *answer)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (text, " %s=", question->id);
  if (question->kind == LEIO_QUESTION_NUMBER)
    g_string_append (text, g_ascii_formatd (number, sizeof number, "%g", answer->number));
  else if (question->kind == LEIO_QUESTION_SET)
    print_set (text, question, answer->set);
  else
    g_string_append (text, leio_question_get_value (question, answer->value)->id);
}

static void
print_finding (GString *text, const LeioKnowledge *knowledge, const LeioAudit *audit,
               const LeioFinding *finding)
{
  const LeioQuestionnaire *questionnaire = knowledge->logic->questionnaire;

  g_string_append_printf (text, "%s %s", leio_finding_kind_to_id (finding->kind), finding->subject);
  for (guint i = 0; i < finding->rules->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : " ",
                            (char *) g_ptr_array_index (finding->rules, i));
  g_string_append_printf (text, " %" G_GUINT64_FORMAT "/%" G_GUINT64_FORMAT,
                          (guint64) finding->count, (guint64) audit->n_cases);
  for (guint i = 0; finding->witness != NULL && i < leio_answers_get_length (finding->witness); i++)
    if (leio_answers_is_given (finding->witness, i))
      print_answer (text, leio_questionnaire_get_question (questionnaire, i),
                    leio_answers_get (finding->witness, i));
  g_string_append_c (text, '\n');
}

/* Counts, shares and severities, which the line of a finding does not show. */
static void
check_numbers (const LeioAudit *audit)
{
  guint n_violations = 0;

  for (guint i = 0; i < audit->findings->len; i++)
    {
      const LeioFinding *finding = g_ptr_array_index (audit->findings, i);
      double cases = (double) audit->n_cases;

      n_violations += finding->violation;
      g_assert_cmpint (finding->violation, ==, finding->kind <= LEIO_FINDING_CONTRADICTION);
      g_assert_false (finding->count_overflow);
      g_assert_nonnull (finding->message);
      g_assert_cmpfloat_with_epsilon (finding->share,
                                      cases > 0 ? (double) finding->count / cases : 0, 1e-12);
      g_assert_cmpint (finding->witness != NULL, ==, finding->count > 0);
    }
  g_assert_cmpuint (audit->n_violations, ==, n_violations);
  g_assert_cmpuint (audit->n_warnings, ==, audit->findings->len - n_violations);
}

static const LeioRule *
rule_of (const LeioKnowledge *knowledge, const LeioArgument *argument)
{
  return g_ptr_array_index (knowledge->rules, argument->rule);
}

static gboolean
is_in_force (const LeioKnowledge *knowledge, const LeioTestWorld *world, const char *treatment,
             const char *rule)
{
  for (guint i = 0; i < knowledge->arguments->len; i++)
    {
      const LeioArgument *argument = g_ptr_array_index (knowledge->arguments, i);
      const LeioTreatment *target = g_ptr_array_index (knowledge->treatments, argument->treatment);

      if (g_str_equal (target->id, treatment) &&
          g_str_equal (rule_of (knowledge, argument)->id, rule))
        return world->in_force[i];
    }
  return FALSE;
}

static gboolean
has_nothing (const LeioKnowledge *knowledge, const LeioTestWorld *world, const char *phase)
{
  for (guint i = 0; i < knowledge->treatments->len; i++)
    {
      const LeioTreatment *treatment = g_ptr_array_index (knowledge->treatments, i);
      const LeioPhase *its = g_ptr_array_index (knowledge->phases, treatment->phase);

      if (g_str_equal (its->id, phase) && world->statuses[i] <= LEIO_STATUS_OPTION)
        return FALSE;
    }
  return TRUE;
}

static LeioAnswers *
dup_answers (const LeioTestWorlds *worlds, const LeioTestWorld *world)
{
  const LeioQuestionnaire *questionnaire = worlds->knowledge->logic->questionnaire;
  LeioAnswers *answers = leio_answers_new (worlds->n_questions);

  for (guint i = 0; i < worlds->n_questions; i++)
    {
      LeioAnswer answer = leio_test_answer_for (leio_questionnaire_get_question (questionnaire, i),
                                                world->values[i]);

      leio_answers_set (answers, i, &answer);
    }
  return answers;
}

static const LeioProperty *
find_property (const LeioKnowledge *knowledge, const char *id)
{
  for (guint i = 0; i < knowledge->properties->len; i++)
    {
      const LeioProperty *property = g_ptr_array_index (knowledge->properties, i);

      if (g_str_equal (property->id, id))
        return property;
    }
  g_assert_not_reached ();
}

static gboolean
breaks (const LeioTestWorlds *worlds, const LeioTestWorld *world, const char *property)
{
  const LeioProperty *found = find_property (worlds->knowledge, property);
  g_autoptr (LeioAnswers) answers = dup_answers (worlds, world);

  return leio_condition_holds (worlds->knowledge->logic, found->condition, answers) &&
         !(found->statuses >> world->statuses[found->treatment] & 1);
}

/* By plain evaluation: whether the complete case has the fault. */
static gboolean
shows (const LeioTestWorlds *worlds, const LeioTestWorld *world, const LeioFinding *finding)
{
  if (finding->kind == LEIO_FINDING_CLASH)
    return is_in_force (worlds->knowledge, world, finding->subject,
                        g_ptr_array_index (finding->rules, 0)) &&
           is_in_force (worlds->knowledge, world, finding->subject,
                        g_ptr_array_index (finding->rules, 1));
  if (finding->kind == LEIO_FINDING_GAP)
    return has_nothing (worlds->knowledge, world, finding->subject);
  g_assert_cmpint (finding->kind, ==, LEIO_FINDING_PROPERTY);
  return breaks (worlds, world, finding->subject);
}

/* There are completions, and all of them have the fault. */
static gboolean
all_show (const LeioTestWorlds *worlds, const LeioAnswers *answers, const LeioFinding *finding)
{
  gboolean any = FALSE;

  for (guint i = 0; i < worlds->worlds->len; i++)
    {
      const LeioTestWorld *world = g_ptr_array_index (worlds->worlds, i);

      if (!leio_test_world_fits (worlds, world, answers))
        continue;
      if (!shows (worlds, world, finding))
        return FALSE;
      any = TRUE;
    }
  return any;
}

/* Whether @left answers to questions from @from on are enough. */
static gboolean
can_show (const LeioTestWorlds *worlds, LeioAnswers *answers, const LeioFinding *finding,
          guint from, guint left)
{
  const LeioQuestionnaire *questionnaire = worlds->knowledge->logic->questionnaire;

  if (all_show (worlds, answers, finding))
    return TRUE;
  for (guint q = from; left > 0 && q < worlds->n_questions; q++)
    {
      for (guint v = 0; v < worlds->n_values[q]; v++)
        {
          LeioAnswer answer =
              leio_test_answer_for (leio_questionnaire_get_question (questionnaire, q), v);

          leio_answers_set (answers, q, &answer);
          if (can_show (worlds, answers, finding, q + 1, left - 1))
            return TRUE;
        }
      leio_answers_clear (answers, q);
    }
  return FALSE;
}

static guint
count_given (const LeioAnswers *answers)
{
  guint n_given = 0;

  for (guint i = 0; i < leio_answers_get_length (answers); i++)
    n_given += leio_answers_is_given (answers, i);
  return n_given;
}

static gboolean
can_leave_out (const LeioTestWorlds *worlds, const LeioFinding *finding, guint question)
{
  g_autoptr (LeioAnswers) fewer = leio_answers_copy (finding->witness);

  leio_answers_clear (fewer, question);
  return all_show (worlds, fewer, finding);
}

/* The fault is there whatever the other answers are, and every answer is needed for that. */
static void
check_witness (const LeioTestWorlds *worlds, const LeioFinding *finding)
{
  g_assert_true (all_show (worlds, finding->witness, finding));
  for (guint q = 0; q < worlds->n_questions; q++)
    if (leio_answers_is_given (finding->witness, q))
      g_assert_false (can_leave_out (worlds, finding, q));
}

static void
check_witnesses (LeioKnowledge *knowledge, const LeioAudit *audit, gboolean smallest)
{
  g_autoptr (LeioTestWorlds) worlds = leio_test_worlds_new (knowledge);

  for (guint i = 0; i < audit->findings->len; i++)
    {
      const LeioFinding *finding = g_ptr_array_index (audit->findings, i);
      g_autoptr (LeioAnswers) nothing = leio_answers_new (worlds->n_questions);
      guint n_given;

      if (finding->witness == NULL)
        continue;
      check_witness (worlds, finding);
      n_given = count_given (finding->witness);
      g_assert_false (smallest && n_given > 0 &&
                      can_show (worlds, nothing, finding, 0, n_given - 1));
    }
}

/* On random bases, which are full of faults; there a case with fewer answers may be on another way.
 */
static void
test_random_witnesses (void)
{
  for (guint seed = 0; seed < N_RANDOM; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GError) error = NULL;
      g_autofree char *folder = g_dir_make_tmp ("leio-test-XXXXXX", &error);
      g_autoptr (LeioKnowledge) knowledge = NULL;
      g_autoptr (LeioAudit) audit = NULL;

      g_assert_no_error (error);
      knowledge = leio_test_base_new (rand, folder);
      audit = audit_new (knowledge);
      check_witnesses (knowledge, audit, FALSE);
      leio_test_folder_remove (folder);
    }
}

static void
test_fault (gconstpointer data)
{
  const Fault *fault = data;
  g_autofree char *folder = dup_clean_base ();
  g_autoptr (LeioKnowledge) knowledge = NULL;
  g_autoptr (LeioAudit) audit = NULL;
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fault->edits) && fault->edits[i].file != NULL; i++)
    leio_test_folder_replace (folder, fault->edits[i].file, fault->edits[i].from,
                              fault->edits[i].to);
  knowledge = load (folder);
  audit = audit_new (knowledge);
  for (guint i = 0; i < audit->findings->len; i++)
    print_finding (found, knowledge, audit, g_ptr_array_index (audit->findings, i));
  g_assert_cmpstr (found->str, ==, fault->found);
  check_numbers (audit);
  check_witnesses (knowledge, audit, TRUE);
  leio_test_folder_remove (folder);
}

/* Without witnesses everything else is the same. */
static void
test_no_witnesses (void)
{
  g_autofree char *folder = dup_clean_base ();
  g_autoptr (LeioKnowledge) knowledge = NULL;
  g_autoptr (LeioAudit) audit = NULL;
  g_autoptr (GError) error = NULL;
  const LeioFinding *finding;

  leio_test_folder_replace (folder, "properties.json", "\"in\"", "\"not_in\"");
  knowledge = load (folder);
  audit = leio_audit_new (knowledge, NULL, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (audit->findings->len, ==, 1);
  finding = g_ptr_array_index (audit->findings, 0);
  g_assert_null (finding->witness);
  g_assert_true (finding->count == 4);
  leio_test_folder_remove (folder);
}

/* A property from outside may cut a number where no rule does. */
static void
test_properties_from_outside (void)
{
  g_autofree char *folder = dup_clean_base ();
  g_autofree char *path = g_build_filename (folder, "more.json", NULL);
  g_autoptr (LeioKnowledge) knowledge = load (folder);
  g_autoptr (GPtrArray) properties = NULL;
  g_autoptr (LeioAudit) audit = NULL;
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path,
                       "{\"properties\": [{\"id\": \"huge\", \"if\": \"size_cm > 20\", \"then\": "
                       "{\"treatment\": \"radiation\", \"in\": [\"option\"]}}]}",
                       -1, &error);
  g_assert_no_error (error);
  properties = leio_knowledge_load_properties (knowledge, path, &error);
  g_assert_no_error (error);
  audit = leio_audit_new (knowledge, properties, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (audit->n_properties, ==, 2);
  g_assert_cmpuint (audit->findings->len, ==, 1);
  print_finding (found, knowledge, audit, g_ptr_array_index (audit->findings, 0));
  /* Three intervals now: 36 cases of a limb and 6 of the skin, of which 2 are huge. */
  g_assert_cmpstr (found->str, ==, "property huge 2/42 site=skin size_cm=21\n");
  leio_test_folder_remove (folder);
}

static void
test_sizes (void)
{
  g_autofree char *folder = dup_clean_base ();
  g_autoptr (LeioKnowledge) knowledge = load (folder);
  g_autoptr (LeioAudit) audit = audit_new (knowledge);

  g_assert_cmpuint (audit->n_rules, ==, 5);
  g_assert_cmpuint (audit->n_treatments, ==, 3);
  g_assert_cmpuint (audit->n_questions, ==, 4);
  g_assert_cmpuint (audit->n_sources, ==, 2);
  g_assert_cmpuint (audit->n_properties, ==, 1);
  g_assert_true (audit->n_cases == 28);
  g_assert_false (audit->n_cases_overflow);
  g_assert_cmpuint (audit->n_nodes, >, LEIO_N_TERMINALS);
  leio_test_folder_remove (folder);
}

static const struct
{
  LeioCount count;
  const char *text;
} count_texts[] = {
  { 0, "0" },
  { 7, "7" },
  { G_MAXUINT64, "18446744073709551615" },
  { (LeioCount) G_MAXUINT64 + 1, "18446744073709551616" },
  { (LeioCount) 1 << 127, "170141183460469231731687303715884105728" },
  { ~(LeioCount) 0, "340282366920938463463374607431768211455" },
};

static void
test_count_text (void)
{
  g_autofree char *more = leio_count_dup_text (5, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (count_texts); i++)
    {
      g_autofree char *text = leio_count_dup_text (count_texts[i].count, FALSE);

      g_assert_cmpstr (text, ==, count_texts[i].text);
    }
  g_assert_cmpstr (more, ==, "more than 340282366920938463463374607431768211455");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strconcat ("/core/audit/", faults[i].name, NULL);

      g_test_add_data_func (path, &faults[i], test_fault);
    }
  g_test_add_func ("/core/audit/random-witnesses", test_random_witnesses);
  g_test_add_func ("/core/audit/no-witnesses", test_no_witnesses);
  g_test_add_func ("/core/audit/properties-from-outside", test_properties_from_outside);
  g_test_add_func ("/core/audit/sizes", test_sizes);
  g_test_add_func ("/core/audit/count-text", test_count_text);
  return g_test_run ();
}
