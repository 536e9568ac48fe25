/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing that is read at home states a verdict, a code, a dose, a percentage or a
 * number of survival unasked: every page, and every report on every case.
 */
#include "config.h"

#include <string.h>

#include "leio-case.h"
#include "leio-engine.h"
#include "leio-report-kinds.h"
#include "leio-report-pages.h"
#include "leio-report.h"
#include "leio-test-cases.h"
#include "leio-test-words.h"

#define N_RANDOM_CASES 100

typedef struct
{
  LeioKnowledge *knowledge;
  LeioEngine *engine;
  LeioTestWords *words;
  guint n_texts;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->knowledge = leio_knowledge_load (NULL, &error);
  g_assert_no_error (error);
  fixture->engine = leio_engine_new (fixture->knowledge, 0, &error);
  g_assert_no_error (error);
  fixture->words = leio_test_words_new (fixture->knowledge);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  leio_test_words_free (fixture->words);
  leio_engine_free (fixture->engine);
  leio_knowledge_unref (fixture->knowledge);
}

static void
check (Fixture *fixture, const char *place, const char *text)
{
  /* What Markdown would take for its own stands behind a backslash. */
  g_autofree char *bare = g_strcompress (text);
  g_auto (GStrv) lines = g_strsplit (bare, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *found = leio_test_words_find (fixture->words, lines[i]);

      fixture->n_texts++;
      if (found == NULL)
        continue;
      g_test_message ("%s: found '%s'", place, found);
      g_test_fail ();
    }
}

static void
check_reports (Fixture *fixture, const char *place, const LeioCase *kase)
{
  g_autoptr (LeioAdvice) advice
      = leio_engine_advise (fixture->engine, kase->answers, LEIO_ADVICE_ALL);
  g_autofree char *evaluation = leio_report_evaluation_for (
      fixture->knowledge, kase, advice, LEIO_REPORT_MARKDOWN, LEIO_REPORT_HOME);

  check (fixture, place, evaluation);
  for (LeioReportKind kind = LEIO_REPORT_BOARD; kind < LEIO_N_REPORT_KINDS; kind++)
    {
      g_autoptr (LeioReport) report = leio_report_new_for_case (fixture->engine, kase, advice,
                                                                kind, LEIO_REPORT_HOME);
      g_autofree char *text = leio_report_to_text (report, TRUE);

      check (fixture, place, text);
    }
}

/* A label is a person's own. */
static void
check_file (Fixture *fixture, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *tag = NULL;
  g_autoptr (LeioCase) kase
      = leio_case_load (file, fixture->knowledge->logic->questionnaire, fixture->knowledge->id,
                        &tag, &error);

  g_assert_no_error (error);
  leio_case_set_label (kase, "A case");
  leio_case_set_notes (kase, "");
  check_reports (fixture, path, kase);
}

static guint
check_folder (Fixture *fixture, const char *folder)
{
  g_autofree char *path = g_build_filename (g_getenv ("LEIO_SOURCE_DIR"), folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n_cases = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (!g_str_has_suffix (name, ".leio"))
        continue;
      check_file (fixture, file);
      n_cases++;
    }
  return n_cases;
}

static void
test_examples (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (check_folder (fixture, "data/examples"), >=, 8);
}

static void
test_cases (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (check_folder (fixture, "tests/cases/guideline"), >, 50);
  g_assert_cmpuint (check_folder (fixture, "tests/cases/published"), >, 20);
}

/* Unfinished and unlikely ones too. */
static void
test_random_cases (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LeioTestCases) cases = leio_test_cases_new (fixture->knowledge, 20261125);

  for (guint i = 0; i < N_RANDOM_CASES; i++)
    {
      g_autoptr (LeioCase) kase = leio_case_new (fixture->knowledge->logic->questionnaire,
                                                 fixture->knowledge->id, NULL);
      g_autofree char *place = g_strdup_printf ("random case %u", i);

      leio_answers_free (kase->answers);
      kase->answers = leio_test_cases_draw (cases, i / (double) N_RANDOM_CASES);
      check_reports (fixture, place, kase);
    }
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  const LeioKnowledge *knowledge = fixture->knowledge;

  for (guint i = 0; i < knowledge->pages->len; i++)
    {
      const LeioPage *page = g_ptr_array_index (knowledge->pages, i);
      g_autofree char *text = leio_report_dup_page (knowledge, page);

      check (fixture, page->id, text);
    }
  for (guint i = 0; i < knowledge->treatments->len; i++)
    {
      const LeioTreatmentPage *page = leio_knowledge_get_treatment_page (knowledge, i);
      g_autofree char *text
          = page != NULL ? leio_report_dup_treatment_page (knowledge, page) : g_strdup ("");

      check (fixture, ((LeioTreatment *) g_ptr_array_index (knowledge->treatments, i))->id, text);
    }
  g_assert_cmpuint (fixture->n_texts, >, 1000);
}

/* The list finds what it is there to find, and lets pass what is right. */
static void
test_the_list (Fixture *fixture, gconstpointer data)
{
  static const char *const bad[] = {
    "Surgery is recommended.",  "You should have it.",    "It is contraindicated.",
    "ECOG 2",                   "anthracycline_regimens", "Doxorubicin 75 mg/m²",
    "Radiation of 50 Gy",       "It came back in 36 %",   "The median was long.",
    "They lived for 14 months", "62 of 100 were alive",   "It held for 6 months.",
    "Radiation must follow.",   "It is avoided.",         "Margin R0",
  };
  static const char *const good[] = {
    "Usually avoided",
    "Talk about this with your team.",
    "Should my family think about inherited risk?",
    "Then they come every 6 months until year 5.",
    "35 of 100 people had wounds that healed badly.",
    "In a study people lived as long without it.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *found = leio_test_words_find (fixture->words, bad[i]);

      if (found == NULL)
        g_test_message ("not found in: %s", bad[i]);
      g_assert_nonnull (found);
    }
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *found = leio_test_words_find (fixture->words, good[i]);

      g_assert_cmpstr (found, ==, NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_summary ("No verdict, code, dose, percentage or number of survival at home");

  g_test_add ("/home-words/the-list", Fixture, NULL, set_up, test_the_list, tear_down);
  g_test_add ("/home-words/pages", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/home-words/examples", Fixture, NULL, set_up, test_examples, tear_down);
  g_test_add ("/home-words/cases", Fixture, NULL, set_up, test_cases, tear_down);
  g_test_add ("/home-words/random-cases", Fixture, NULL, set_up, test_random_cases, tear_down);

  return g_test_run ();
}
