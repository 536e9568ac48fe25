/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The audit of the shipped knowledge base: nothing is found in it, and one fault
 * of each kind that is planted in a copy is found, alone, with a witness that
 * shows it.
 */
#include "config.h"

#include <string.h>

#include "leio-audit.h"
#include "leio-engine.h"
#include "leio-test-folder.h"

#define RULES "rules/surgery.json"
#define PLANTED_RULE(id, effect, when, more)                                                       \
  "{\"id\": \"" id "\", \"treatment\": \"hysterectomy\", \"effect\": \"" effect                    \
  "\", \"when\": \"" when "\", \"why\": \"W\", \"plain\": \"P\", \"evidence\": [\"ajcc-8\"]" more  \
  "}"
#define PLANTED_QUESTION(ask_if)                                                                   \
  "{\"id\": \"planted\", \"section\": \"diagnosis\", \"kind\": \"choice\", " ask_if                \
  "\"values\": [{\"id\": \"no\", \"label\": \"N\"}, {\"id\": \"yes\", \"label\": \"Y\"}], "        \
  "\"question\": \"Q\", \"plain_question\": \"Q\", \"short\": \"q\", \"why\": \"W\"}"

typedef struct
{
  const char *name;
  const char *file;
  const char *path;
  const char *elements[2];
  const char *found; /* one line a finding: kind and subject */
} Plant;

static const Plant plants[] = {
  { "clean", NULL, NULL, { NULL }, "" },
  { "dead-rule",
    RULES,
    "rules",
    { PLANTED_RULE ("planted", "cautions", "site = uterus and depth = deep", "") },
    "dead_rule planted\n" },
  { "dead-rule-by-impossible",
    RULES,
    "rules",
    { PLANTED_RULE ("planted", "rules_out", "site = uterus and reproductive = could_father", "") },
    "dead_rule planted\n" },
  { "dead-value",
    "definitions.json",
    "derived/0/values",
    { "{\"id\": \"planted\", \"label\": \"P\"}" },
    "dead_value setting\n" },
  { "never-asked",
    "questions.json",
    "questions",
    { PLANTED_QUESTION ("\"ask_if\": \"menopause = after and pregnancy = yes\", ") },
    "never_asked planted\n" },
  { "never-matters",
    "questions.json",
    "questions",
    { PLANTED_QUESTION ("") },
    "never_matters planted\n" },
  { "property",
    "properties.json",
    "properties",
    { "{\"id\": \"planted\", \"if\": \"age >= 70 and ecog <= 1\", \"then\": {\"treatment\": "
      "\"hysterectomy\", \"not_in\": [\"recommended\"]}}" },
    "property planted\n" },
  { "overridden",
    RULES,
    "rules",
    { PLANTED_RULE ("planted", "cautions", "heart = impaired and age > 70", ""),
      PLANTED_RULE ("over-it", "cautions", "heart = impaired", ", \"overrides\": [\"planted\"]") },
    "overridden planted\n" },
  { "always",
    RULES,
    "rules",
    { PLANTED_RULE ("planted", "cautions", "heart = normal or heart = impaired", "") },
    "always planted\n" },
  { "unused-source",
    "evidence.json",
    "sources",
    { "{\"id\": \"planted\", \"kind\": \"review\", \"label\": \"P\", \"title\": \"P\", \"year\": "
      "2020, "
      "\"finding\": \"F.\", \"verified\": true}" },
    "unused_source planted\n" },
};

static char *
dup_shipped_folder (void)
{
  return g_build_filename (g_getenv ("LEIO_SOURCE_DIR"), "data", "knowledge", "leiomyosarcoma",
                           NULL);
}

static char *
copy_shipped (void)
{
  g_autofree char *shipped = dup_shipped_folder ();

  return leio_test_folder_copy (shipped);
}

static LeioKnowledge *
load (const char *folder)
{
  g_autoptr (GError) error = NULL;
  LeioKnowledge *knowledge = leio_knowledge_load (folder, &error);

  g_assert_no_error (error);
  return knowledge;
}

static const char *
rule_at (const LeioFinding *finding, guint index)
{
  return g_ptr_array_index (finding->rules, index);
}

static LeioArgumentState
find_state (const LeioKnowledge *knowledge, const LeioTreatmentAdvice *advice, const char *rule)
{
  for (guint i = 0; i < advice->arguments->len; i++)
    {
      const LeioArgumentAdvice *found = g_ptr_array_index (advice->arguments, i);
      const LeioArgument *argument = g_ptr_array_index (knowledge->arguments, found->argument);
      const LeioRule *its = g_ptr_array_index (knowledge->rules, argument->rule);

      if (g_str_equal (its->id, rule))
        return found->state;
    }
  g_assert_not_reached ();
}

static void
check_clash (const LeioKnowledge *knowledge, const LeioAdvice *advice, const LeioFinding *finding)
{
  guint index = leio_knowledge_find_treatment (knowledge, finding->subject)->index;
  const LeioTreatmentAdvice *treatment = g_ptr_array_index (advice->treatments, index);

  g_assert_cmpint (find_state (knowledge, treatment, rule_at (finding, 0)), ==,
                   LEIO_ARGUMENT_IN_FORCE);
  g_assert_cmpint (find_state (knowledge, treatment, rule_at (finding, 1)), ==,
                   LEIO_ARGUMENT_IN_FORCE);
}

static void
check_gap (const LeioKnowledge *knowledge, const LeioAdvice *advice, const LeioFinding *finding)
{
  for (guint i = 0; i < knowledge->treatments->len; i++)
    {
      const LeioTreatment *treatment = g_ptr_array_index (knowledge->treatments, i);
      const LeioPhase *phase = g_ptr_array_index (knowledge->phases, treatment->phase);
      const LeioTreatmentAdvice *its = g_ptr_array_index (advice->treatments, i);

      if (g_str_equal (phase->id, finding->subject))
        g_assert_cmpuint (
            its->possible & (1u << LEIO_STATUS_RECOMMENDED | 1u << LEIO_STATUS_OPTION), ==, 0);
    }
}

static void
check_property (const LeioKnowledge *knowledge, const LeioAdvice *advice,
                const LeioFinding *finding)
{
  for (guint i = 0; i < knowledge->properties->len; i++)
    {
      const LeioProperty *property = g_ptr_array_index (knowledge->properties, i);
      const LeioTreatmentAdvice *its = g_ptr_array_index (advice->treatments, property->treatment);

      if (!g_str_equal (property->id, finding->subject))
        continue;
      g_assert_cmpuint (its->possible, !=, 0);
      g_assert_cmpuint (its->possible & property->statuses, ==, 0);
      return;
    }
  g_assert_not_reached ();
}

/* The witness as a case: the fault is there in all of its completions. */
static void
check_witness (LeioEngine *engine, const LeioFinding *finding)
{
  const LeioKnowledge *knowledge = leio_engine_get_knowledge (engine);
  g_autoptr (LeioAdvice) advice =
      leio_engine_advise (engine, finding->witness, LEIO_ADVICE_ARGUMENTS);

  g_assert_cmpuint (advice->odd->len, ==, 0);
  if (finding->kind == LEIO_FINDING_CLASH)
    check_clash (knowledge, advice, finding);
  else if (finding->kind == LEIO_FINDING_GAP)
    check_gap (knowledge, advice, finding);
  else
    check_property (knowledge, advice, finding);
}

static LeioAudit *
audit_new (LeioKnowledge *knowledge)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioEngine) engine = leio_engine_new (knowledge, 0, &error);
  LeioAudit *audit = leio_audit_new (knowledge, NULL, TRUE, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < audit->findings->len; i++)
    {
      const LeioFinding *finding = g_ptr_array_index (audit->findings, i);

      g_assert_cmpint (finding->witness != NULL, ==, finding->count > 0);
      g_assert_cmpfloat_with_epsilon (
          finding->share, (double) finding->count / MAX (1, (double) audit->n_cases), 1e-9);
      if (finding->witness != NULL)
        check_witness (engine, finding);
    }
  return audit;
}

static char *
dup_lines (const LeioAudit *audit)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < audit->findings->len; i++)
    {
      const LeioFinding *finding = g_ptr_array_index (audit->findings, i);

      g_string_append_printf (lines, "%s %s\n", leio_finding_kind_to_id (finding->kind),
                              finding->subject);
    }
  return g_string_free (lines, FALSE);
}

static void
test_plant (gconstpointer data)
{
  const Plant *plant = data;
  g_autofree char *folder = copy_shipped ();
  g_autoptr (LeioKnowledge) knowledge = NULL;
  g_autoptr (LeioAudit) audit = NULL;
  g_autofree char *lines = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (plant->elements) && plant->elements[i] != NULL; i++)
    leio_test_folder_append (folder, plant->file, plant->path, plant->elements[i]);
  knowledge = load (folder);
  audit = audit_new (knowledge);
  lines = dup_lines (audit);
  g_assert_cmpstr (lines, ==, plant->found);
  leio_test_folder_remove (folder);
}

static void
test_shipped (void)
{
  g_autoptr (LeioKnowledge) knowledge = load (NULL);
  g_autoptr (LeioAudit) audit = audit_new (knowledge);
  g_autofree char *lines = dup_lines (audit);

  g_assert_cmpstr (lines, ==, "");
  g_assert_cmpuint (audit->n_violations, ==, 0);
  g_assert_cmpuint (audit->n_warnings, ==, 0);
  g_assert_false (audit->n_cases_overflow);
  g_assert_cmpuint (audit->n_rules, ==, knowledge->rules->len);
  g_assert_cmpuint (audit->n_properties, ==, knowledge->properties->len);
}

static void
require_phase (JsonObject *object, gpointer data)
{
  JsonArray *phases = json_object_get_array_member (object, "phases");

  for (guint i = 0; i < json_array_get_length (phases); i++)
    {
      JsonObject *phase = json_array_get_object_element (phases, i);

      if (strcmp (json_object_get_string_member (phase, "id"), data) == 0)
        json_object_set_boolean_member (phase, "required", TRUE);
    }
}

/* A phase in which many need nothing. */
static void
test_gap (void)
{
  g_autofree char *folder = copy_shipped ();
  g_autoptr (LeioKnowledge) knowledge = NULL;
  g_autoptr (LeioAudit) audit = NULL;
  g_autofree char *lines = NULL;

  leio_test_folder_edit (folder, "knowledge.json", require_phase, (gpointer) "before");
  knowledge = load (folder);
  audit = audit_new (knowledge);
  lines = dup_lines (audit);
  g_assert_cmpstr (lines, ==, "gap before\n");
  leio_test_folder_remove (folder);
}

static void
drop_overrides (JsonObject *object, gpointer data)
{
  JsonArray *rules = json_object_get_array_member (object, "rules");

  for (guint i = 0; i < json_array_get_length (rules); i++)
    {
      JsonObject *rule = json_array_get_object_element (rules, i);

      if (strcmp (json_object_get_string_member (rule, "id"), data) == 0)
        json_object_remove_member (rule, "overrides");
    }
}

/* Whether @over names @under, which speaks for the treatment that @over speaks against. */
static gboolean
overrides_support (const LeioKnowledge *knowledge, const char *over, const char *under)
{
  const LeioRule *rule = leio_knowledge_find_rule (knowledge, under);

  if (rule->effect > LEIO_EFFECT_TRIAL_ONLY)
    return FALSE;
  for (guint i = 0; i < knowledge->arguments->len; i++)
    {
      const LeioArgument *argument = g_ptr_array_index (knowledge->arguments, i);

      for (guint k = 0; argument->rule == rule->index && k < argument->overriders->len; k++)
        {
          guint index = g_array_index (argument->overriders, guint, k);
          const LeioArgument *overrider = g_ptr_array_index (knowledge->arguments, index);
          const LeioRule *its = g_ptr_array_index (knowledge->rules, overrider->rule);

          if (g_str_equal (its->id, over))
            return TRUE;
        }
    }
  return FALSE;
}

/* All clashes are with the rule that lost its overrides. */
static gboolean
finds_clash (const LeioKnowledge *shipped, const LeioRule *rule)
{
  g_autofree char *folder = copy_shipped ();
  g_autoptr (LeioKnowledge) knowledge = NULL;
  g_autoptr (LeioAudit) audit = NULL;

  leio_test_folder_edit (folder, rule->file, drop_overrides, rule->id);
  knowledge = load (folder);
  audit = audit_new (knowledge);
  for (guint i = 0; i < audit->n_violations; i++)
    {
      const LeioFinding *finding = g_ptr_array_index (audit->findings, i);

      g_assert_cmpint (finding->kind, ==, LEIO_FINDING_CLASH);
      g_assert_cmpstr (rule_at (finding, 1), ==, rule->id);
      g_assert_true (overrides_support (shipped, rule->id, rule_at (finding, 0)));
    }
  leio_test_folder_remove (folder);
  return audit->n_violations > 0;
}

static void
test_clashes (void)
{
  g_autoptr (LeioKnowledge) shipped = load (NULL);
  guint n_tried = 0, n_found = 0;

  for (guint i = 0; n_tried < 6 && i < shipped->rules->len; i++)
    {
      const LeioRule *rule = g_ptr_array_index (shipped->rules, i);
      gboolean fits = FALSE;

      for (guint k = 0; rule->effect == LEIO_EFFECT_ADVISES_AGAINST && k < shipped->rules->len; k++)
        fits |= overrides_support (shipped, rule->id,
                                   ((LeioRule *) g_ptr_array_index (shipped->rules, k))->id);
      if (!fits)
        continue;
      n_tried++;
      n_found += finds_clash (shipped, rule);
    }
  g_assert_cmpuint (n_tried, >=, 3);
  g_assert_cmpuint (n_found, ==, n_tried);
}

/* A narrower copy of a rule that rules out. */
static void
test_idle (void)
{
  g_autoptr (LeioKnowledge) shipped = load (NULL);
  g_autofree char *folder = copy_shipped ();
  g_autoptr (LeioKnowledge) knowledge = NULL;
  g_autoptr (LeioAudit) audit = NULL;
  g_autofree char *element = NULL;
  g_autofree char *lines = NULL;

  for (guint i = 0; element == NULL && i < shipped->rules->len; i++)
    {
      const LeioRule *rule = g_ptr_array_index (shipped->rules, i);
      const LeioTreatment *treatment =
          g_ptr_array_index (shipped->treatments, g_array_index (rule->treatments, guint, 0));

      if (rule->effect == LEIO_EFFECT_RULES_OUT)
        element = g_strdup_printf ("{\"id\": \"planted\", \"treatment\": \"%s\", \"effect\": "
                                   "\"rules_out\", \"when\": \"(%s) and tmb_msi = high\", \"why\": "
                                   "\"W\", \"plain\": \"P\", \"evidence\": [\"ajcc-8\"]}",
                                   treatment->id, rule->when);
    }
  leio_test_folder_append (folder, RULES, "rules", element);
  knowledge = load (folder);
  audit = audit_new (knowledge);
  lines = dup_lines (audit);
  g_assert_cmpstr (lines, ==, "idle_rule planted\n");
  leio_test_folder_remove (folder);
}

static guint
count_kind (const LeioAudit *audit, LeioFindingKind kind)
{
  guint n = 0;

  for (guint i = 0; i < audit->findings->len; i++)
    n += ((LeioFinding *) g_ptr_array_index (audit->findings, i))->kind == kind;
  return n;
}

/* Where no case is possible nothing else is: every rule is dead, and no question is asked. */
static void
test_contradiction (void)
{
  g_autofree char *folder = copy_shipped ();
  g_autoptr (LeioKnowledge) knowledge = NULL;
  g_autoptr (LeioAudit) audit = NULL;

  leio_test_folder_append (folder, "questions.json", "impossible",
                           "{\"id\": \"planted\", \"when\": \"always\", \"why\": \"W\", \"plain\": "
                           "\"P\"}");
  knowledge = load (folder);
  audit = audit_new (knowledge);
  g_assert_cmpuint (count_kind (audit, LEIO_FINDING_CONTRADICTION), ==, 1);
  g_assert_cmpuint (count_kind (audit, LEIO_FINDING_DEAD_RULE), ==, knowledge->rules->len);
  g_assert_cmpuint (count_kind (audit, LEIO_FINDING_NEVER_ASKED), ==, audit->n_questions);
  g_assert_true (audit->n_cases == 0);
  leio_test_folder_remove (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/core/audit-shipped/shipped", test_shipped);
  for (guint i = 0; i < G_N_ELEMENTS (plants); i++)
    {
      g_autofree char *path = g_strconcat ("/core/audit-shipped/", plants[i].name, NULL);

      g_test_add_data_func (path, &plants[i], test_plant);
    }
  g_test_add_func ("/core/audit-shipped/gap", test_gap);
  g_test_add_func ("/core/audit-shipped/clashes", test_clashes);
  g_test_add_func ("/core/audit-shipped/idle", test_idle);
  g_test_add_func ("/core/audit-shipped/contradiction", test_contradiction);
  return g_test_run ();
}
