/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-report-base.h"

static LeioKnowledge *
load (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_getenv ("LEIO_SOURCE_DIR"), folder, NULL);
  LeioKnowledge *knowledge = leio_knowledge_load (path, &error);

  g_assert_no_error (error);
  return knowledge;
}

/* What a rule asks for can be read without knowing the language of the rules. */
static void
test_conditions (void)
{
  const struct
  {
    const char *condition;
    const char *words;
  } table[] = {
    { "always", "in every case" },
    { "site = limb", "site: “Limb”" },
    { "not site = limb", "site: not “Limb”" },
    { "grade in (2, 3)", "grade: “Grade 2” or “Grade 3”" },
    { "size_cm > 5", "size: over 5 cm" },
    { "size_cm <= 5", "size: at most 5 cm" },
    { "size_cm != 5", "size: not 5 cm" },
    { "site = limb and size_cm < 5", "site: “Limb”|size: under 5 cm" },
    { "site = limb and (large or grade = 3)",
      "site: “Limb”|larger than 5 cm, or grade: “Grade 3”" },
    { "not (large and grade = 3)", "not: (larger than 5 cm, and grade: “Grade 3”)" },
    { "large or (site = skin and grade = 3)",
      "larger than 5 cm, or (site: “Skin”, and grade: “Grade 3”)" },
    { "stage = late", "stage: “Late”" },
    { "symptoms has any (pain, bleeding)", "symptoms: “Pain” or “Bleeding”" },
    { "symptoms has at least 2", "symptoms: at least 2" },
    { "symptoms within (pain)", "symptoms: nothing but “Pain”" },
    { "symptoms is empty", "symptoms: none" },
  };
  g_autoptr (LeioKnowledge) knowledge = load ("tests/broken/base");

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LeioCondition) condition =
          leio_condition_parse (knowledge->logic, table[i].condition, NULL, &error);
      g_autoptr (GPtrArray) clauses = NULL;
      g_autofree char *words = NULL;

      g_assert_no_error (error);
      clauses = leio_report_list_conditions (knowledge, condition);
      g_ptr_array_add (clauses, NULL);
      words = g_strjoinv ("|", (char **) clauses->pdata);
      g_assert_cmpstr (words, ==, table[i].words);
    }
}

/* Of a question with many values those are told that are fewer. */
static void
test_most_values (void)
{
  g_autoptr (LeioKnowledge) knowledge = load ("data/knowledge/leiomyosarcoma");
  g_autoptr (LeioCondition) condition =
      leio_condition_parse (knowledge->logic, "site != uterus", NULL, NULL);
  g_autoptr (GPtrArray) clauses = leio_report_list_conditions (knowledge, condition);

  g_assert_cmpuint (clauses->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (clauses, 0), ==, "site: not “Uterus”");
}

/* No shipped rule shows an id or a name of the grammar instead of words. */
static void
test_shipped_conditions (void)
{
  g_autoptr (LeioKnowledge) knowledge = load ("data/knowledge/leiomyosarcoma");

  for (guint i = 0; i < knowledge->rules->len; i++)
    {
      const LeioRule *rule = g_ptr_array_index (knowledge->rules, i);
      g_autoptr (GPtrArray) clauses = leio_report_list_conditions (knowledge, rule->condition);

      g_assert_cmpuint (clauses->len, >, 0);
      for (guint j = 0; j < clauses->len; j++)
        g_assert_null (strchr (g_ptr_array_index (clauses, j), '_'));
    }
}

static void
test_facts (void)
{
  const char *const needed[] = { "version", "purpose", "population", "authors",     "review",
                                 "funding", "levels",  "limits",     "update_rule", "contents" };
  g_autoptr (LeioKnowledge) knowledge = load ("data/knowledge/leiomyosarcoma");
  g_autoptr (GPtrArray) facts = leio_report_list_facts (knowledge);

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < facts->len; j++)
        {
          const LeioReportFact *fact = g_ptr_array_index (facts, j);

          g_assert_cmpstr (fact->heading, !=, fact->name);
          found = found || g_str_equal (fact->name, needed[i]);
        }
      g_assert_true (found);
    }
}

static void
test_kinds (void)
{
  g_autoptr (LeioKnowledge) knowledge = load ("data/knowledge/leiomyosarcoma");

  for (guint i = 0; i < knowledge->sources->len; i++)
    {
      const LeioSource *source = g_ptr_array_index (knowledge->sources, i);

      g_assert_cmpstr (leio_report_kind_word (source->kind), !=, source->kind);
    }
  g_assert_cmpstr (leio_report_kind_word ("hearsay"), ==, "hearsay");
}

static void
test_grouped (void)
{
  const struct
  {
    const char *digits;
    const char *grouped;
  } table[] = { { "", "" },
                { "7", "7" },
                { "999", "999" },
                { "1000", "1\u202f000" },
                { "123456", "123\u202f456" },
                { "more than 1234567", "more than 1\u202f234\u202f567" } };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *grouped = leio_report_dup_grouped (table[i].digits);

      g_assert_cmpstr (grouped, ==, table[i].grouped);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/report-base/conditions", test_conditions);
  g_test_add_func ("/report-base/most-values", test_most_values);
  g_test_add_func ("/report-base/shipped-conditions", test_shipped_conditions);
  g_test_add_func ("/report-base/facts", test_facts);
  g_test_add_func ("/report-base/kinds", test_kinds);
  g_test_add_func ("/report-base/grouped", test_grouped);

  return g_test_run ();
}
