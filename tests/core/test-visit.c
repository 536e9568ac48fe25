/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person takes along, in the file of a case: written and read as the same,
 * kept where it is of a newer Leio, refused in words where it is broken.
 */
#include "config.h"

#include "leio-case.h"

#include <string.h>

#define CASE(visit) "{\"format\": \"leio-case\", \"version\": 1, \"answers\": {}, " visit "}"

static LeioCase *
read_case (const char *text, GError **error)
{
  g_autoptr (LeioQuestionnaire) questionnaire = leio_questionnaire_new ();

  return leio_case_from_data (text, -1, questionnaire, "sample", error);
}

static char *
write_case (const LeioCase *kase)
{
  g_autoptr (LeioQuestionnaire) questionnaire = leio_questionnaire_new ();

  return leio_case_to_data (kase, questionnaire, NULL);
}

/* Everything at once, and members and ids that this Leio does not know. */
#define ALL                                                                                        \
  CASE ("\"visit\": {\"matters\": [\"work\", \"later\"], \"first\": [\"own/2\"], \"order\": "      \
        "[\"new/kind\", \"doctor/a\"], \"mood\": \"calm\", \"questions\": [{\"id\": \"own/2\", "   \
        "\"text\": \"Why?\", \"answer\": \"So.\\nAnd so.\"}, {\"id\": \"doctor/a\", "              \
        "\"question\": \"A?\", \"removed\": true, \"starred\": 3}, {\"id\": \"doctor/b\", "        \
        "\"added\": true}]}")

static void
test_round_trip (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioCase) kase = read_case (ALL, &error);
  g_autoptr (LeioCase) again = NULL;
  g_autofree char *text = NULL;
  g_autofree char *twice = NULL;

  g_assert_no_error (error);
  text = write_case (kase);
  again = read_case (text, &error);
  g_assert_no_error (error);
  twice = write_case (again);
  g_assert_cmpstr (twice, ==, text);
  g_assert_true (leio_case_equal (kase, again));
  g_assert_nonnull (strstr (text, "\"calm\""));
  g_assert_nonnull (strstr (text, "\"starred\""));
  g_assert_nonnull (strstr (text, "\"new/kind\""));
  g_assert_cmpstr (leio_visit_find (kase->visit, "own/2")->answer, ==, "So.\nAnd so.");
  g_assert_true (leio_visit_has_matter (kase->visit, "later"));
}

/* What an older Leio, that knows nothing of it, does with any member: it stays. */
static void
test_nothing_is_not_written (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioCase) kase = read_case (CASE ("\"visit\": {}"), &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = write_case (kase);
  leio_case_take_visit (kase, leio_visit_new ());
  g_assert_null (kase->visit);
  g_clear_pointer (&text, g_free);
  text = write_case (kase);
  g_assert_null (strstr (text, "visit"));
}

static const struct
{
  const char *name, *text, *message;
} faults[] = {
  { "no-object", CASE ("\"visit\": 3"), "visit: found the number 3" },
  { "matters", CASE ("\"visit\": {\"matters\": \"work\"}"), "visit: matters: found" },
  { "matter-twice", CASE ("\"visit\": {\"matters\": [\"a\", \"a\"]}"),
    "visit: matters: 'a' is named twice" },
  { "no-id", CASE ("\"visit\": {\"questions\": [{}]}"), "visit: questions: 1: id" },
  { "twice", CASE ("\"visit\": {\"questions\": [{\"id\": \"a\"}, {\"id\": \"a\"}]}"),
    "visit: questions: 2: 'a' is named twice" },
  { "answer", CASE ("\"visit\": {\"questions\": [{\"id\": \"a\", \"answer\": []}]}"),
    "visit: questions: 1: answer: found" },
  { "removed", CASE ("\"visit\": {\"questions\": [{\"id\": \"a\", \"removed\": \"yes\"}]}"),
    "visit: questions: 1: removed: found the text 'yes'" },
};

static void
test_fault (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioCase) kase = read_case (faults[index].text, &error);

  g_assert_null (kase);
  g_assert_nonnull (error);
  if (!g_str_has_prefix (error->message, faults[index].message))
    g_error ("found '%s', expected '%s'", error->message, faults[index].message);
}

/* A copy shares what is not changed, so that a history of copies costs little. */
static void
test_copies_share (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioCase) kase = read_case (ALL, &error);
  g_autoptr (LeioVisit) copy = NULL;

  g_assert_no_error (error);
  copy = leio_visit_copy (kase->visit);
  g_assert_true (leio_visit_find (copy, "doctor/a") == leio_visit_find (kase->visit, "doctor/a"));
  leio_visit_set_answer (copy, "doctor/a", "A?", "Yes.");
  g_assert_cmpstr (leio_visit_find (kase->visit, "doctor/a")->answer, ==, "");
  g_assert_false (leio_visit_equal (copy, kase->visit));
  g_assert_true (leio_visit_find (copy, "own/2") == leio_visit_find (kase->visit, "own/2"));
}

/* A number is never used again while the question it names is there. */
static void
test_own_ids (void)
{
  g_autoptr (LeioVisit) visit = leio_visit_new ();

  g_assert_cmpstr (leio_visit_add_own (visit, "a"), ==, "own/1");
  g_assert_cmpstr (leio_visit_add_own (visit, "b"), ==, "own/2");
  leio_visit_set_removed (visit, "own/2", "", TRUE);
  g_assert_cmpstr (leio_visit_add_own (visit, "c"), ==, "own/3");
  g_assert_cmpstr (leio_visit_find (visit, "own/2")->text, ==, "b");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/visit/round-trip", test_round_trip);
  g_test_add_func ("/visit/nothing-is-not-written", test_nothing_is_not_written);
  g_test_add_func ("/visit/copies-share", test_copies_share);
  g_test_add_func ("/visit/own-ids", test_own_ids);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strconcat ("/visit/fault/", faults[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_fault);
    }
  return g_test_run ();
}
