/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The record of a decision in a case: what is refused and in which words, that
 * nothing of it is lost on the way through a file, and how it is changed.
 */
#include "config.h"

#include "leio-case.h"
#include "leio-error.h"
#include "leio-json.h"

#include <string.h>

#define N_RANDOM 20000

#define DECISION(members) "{\"answers\": {}, \"decision\": {" members "}}"
#define ENTRY(members)                                                                           \
  DECISION ("\"entries\": [{\"treatment\": \"surgery\", \"verdict\": \"chosen\"" members "}]")
#define ADVICE(members)                                                                          \
  "{\"answers\": {}, \"advice\": [{\"knowledge\": {\"id\": \"sample\", \"version\": \"2026.5\"}"  \
  ", " members "}]}"

/* Every member that there is, and one that is not known at each place. */
static const char whole[] =
    "{\"format\": \"leio-case\", \"version\": 1, \"label\": \"Board 12\", \"answers\": {},\n"
    " \"decision\": {\"date\": \"2026-11-25\", \"participants\": [\"surgeon\", \"patient\"],\n"
    "  \"participants_note\": \"students\", \"next_step\": \"Operation\", \"tumour_board\": 3,\n"
    "  \"entries\": [\n"
    "   {\"treatment\": \"watch\", \"name\": \"Watching\", \"verdict\": \"declined\",\n"
    "    \"reason\": \"patient_wish\", \"reason_text\": \"Wants it out\", \"vote\": [9]},\n"
    "   {\"treatment\": \"radiation\", \"verdict\": \"chosen\", \"sequence\": 7},\n"
    "   {\"treatment\": \"surgery\", \"name\": \"Operation\", \"verdict\": \"chosen\",\n"
    "    \"sequence\": 2, \"alternatives\": [\"ablation\", \"watch\"],\n"
    "    \"follow_up\": {\"state\": \"partly\", \"date\": \"2027-01-31\", \"note\": \"R1\",\n"
    "     \"by\": \"clinic\"}}],\n"
    "  \"advice\": {\"knowledge\": {\"id\": \"sample\", \"version\": \"2026.5\"},\n"
    "   \"summary\": \"Limb, 8 cm\", \"answers\": {\"site\": \"limb\"}, \"proof\": true,\n"
    "   \"statuses\": {\"surgery\": \"recommended\",\n"
    "    \"ablation\": [\"option\", \"not_advised\"]},\n"
    "   \"names\": {\"surgery\": \"Operation\"}}},\n"
    " \"advice\": [{\"knowledge\": {\"id\": \"sample\", \"version\": \"2025.1\"},\n"
    "   \"statuses\": {\"surgery\": \"option\"}}]}";

typedef struct
{
  LeioQuestionnaire *questionnaire;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->questionnaire = leio_questionnaire_new ();
  leio_questionnaire_set_version (fixture->questionnaire, "2026.11");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  leio_questionnaire_unref (fixture->questionnaire);
}

static LeioCase *
read_case (const Fixture *fixture, const char *text, gssize length, GError **error)
{
  return leio_case_from_data (text, length, fixture->questionnaire, "sample", error);
}

static LeioCase *
read_good (const Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;
  LeioCase *kase = read_case (fixture, text, -1, &error);

  g_assert_no_error (error);
  g_assert_nonnull (kase);
  return kase;
}

static char *
write_case (const Fixture *fixture, const LeioCase *kase)
{
  return leio_case_to_data (kase, fixture->questionnaire, NULL);
}

typedef struct
{
  const char *name;
  const char *text;
  LeioError code;
  const char *message;
} Bad;

static const Bad bad[] = {
  { "decision-list", "{\"answers\": {}, \"decision\": []}", LEIO_ERROR_TYPE,
    "decision: found a list, expected an object" },
  { "date-type", DECISION ("\"date\": 20261125"), LEIO_ERROR_TYPE,
    "decision: date: found the number 20261125, expected a text" },
  { "date-no-such-day", DECISION ("\"date\": \"2026-02-30\""), LEIO_ERROR_RANGE,
    "decision: date: found '2026-02-30', expected a day as in 2026-11-25" },
  { "date-month", DECISION ("\"date\": \"2026-00-10\""), LEIO_ERROR_RANGE,
    "decision: date: found '2026-00-10', expected a day as in 2026-11-25" },
  { "date-words", DECISION ("\"date\": \"next week\""), LEIO_ERROR_RANGE,
    "decision: date: found 'next week', expected a day as in 2026-11-25" },
  { "date-sign", DECISION ("\"date\": \"-026-1+-25\""), LEIO_ERROR_RANGE,
    "decision: date: found '-026-1+-25', expected a day as in 2026-11-25" },
  { "participants-type", DECISION ("\"participants\": \"surgeon\""), LEIO_ERROR_TYPE,
    "decision: participants: found the text 'surgeon', expected a list" },
  { "participant-number", DECISION ("\"participants\": [3]"), LEIO_ERROR_TYPE,
    "decision: participants: found the number 3, expected a text" },
  { "participant-near", DECISION ("\"participants\": [\"surgeons\"]"), LEIO_ERROR_UNKNOWN_ID,
    "decision: participants: found 'surgeons', expected one of surgeon, gynaecologist, "
    "medical_oncologist, radiation_oncologist, radiologist, pathologist, palliative_care, nurse, "
    "psychologist, general_practitioner, patient, patient_representative; did you mean "
    "'surgeon'?" },
  { "participant-twice", DECISION ("\"participants\": [\"nurse\", \"nurse\"]"),
    LEIO_ERROR_DUPLICATE, "decision: participants: 'nurse' is named twice" },
  { "next-step-type", DECISION ("\"next_step\": {}"), LEIO_ERROR_TYPE,
    "decision: next_step: found an object, expected a text" },
  { "entries-type", DECISION ("\"entries\": {}"), LEIO_ERROR_TYPE,
    "decision: entries: found an object, expected a list" },
  { "entry-null", DECISION ("\"entries\": [null]"), LEIO_ERROR_MISSING,
    "decision: entries: 1: found nothing, expected an object" },
  { "treatment-missing", DECISION ("\"entries\": [{\"verdict\": \"chosen\"}]"), LEIO_ERROR_MISSING,
    "decision: entries: 1: treatment: missing, expected a text" },
  { "treatment-empty",
    DECISION ("\"entries\": [{\"treatment\": \"\", \"verdict\": \"chosen\"}]"),
    LEIO_ERROR_MISSING, "decision: entries: 1: treatment: found an empty text, expected words" },
  { "verdict-missing", DECISION ("\"entries\": [{\"treatment\": \"surgery\"}]"), LEIO_ERROR_MISSING,
    "decision: entries: 1: verdict: missing, expected a text" },
  { "verdict-near",
    DECISION ("\"entries\": [{\"treatment\": \"surgery\", \"verdict\": \"chose\"}]"),
    LEIO_ERROR_UNKNOWN_ID,
    "decision: entries: 1: verdict: found 'chose', expected one of chosen, deferred, declined; did "
    "you mean 'chosen'?" },
  { "treatment-twice",
    DECISION ("\"entries\": [{\"treatment\": \"surgery\", \"verdict\": \"chosen\"},"
              " {\"treatment\": \"surgery\", \"verdict\": \"declined\"}]"),
    LEIO_ERROR_DUPLICATE, "decision: entries: 2: treatment: 'surgery' is decided on twice" },
  { "sequence-half", ENTRY (", \"sequence\": 1.5"), LEIO_ERROR_RANGE,
    "decision: entries: 1: sequence: found 1.5, expected a whole number up to 1000000" },
  { "sequence-negative", ENTRY (", \"sequence\": -1"), LEIO_ERROR_RANGE,
    "decision: entries: 1: sequence: found -1, expected a whole number up to 1000000" },
  { "sequence-huge", ENTRY (", \"sequence\": 1e300"), LEIO_ERROR_RANGE,
    "decision: entries: 1: sequence: found 1e+300, expected a whole number up to 1000000" },
  { "sequence-text", ENTRY (", \"sequence\": \"first\""), LEIO_ERROR_TYPE,
    "decision: entries: 1: sequence: found the text 'first', expected a number" },
  { "reason", ENTRY (", \"reason\": \"weather\""), LEIO_ERROR_UNKNOWN_ID,
    "decision: entries: 1: reason: found 'weather', expected one of none, patient_wish, "
    "comorbidity, finding, trial, not_available, experts_differ" },
  { "reason-text-type", ENTRY (", \"reason_text\": false"), LEIO_ERROR_TYPE,
    "decision: entries: 1: reason_text: found false, expected a text" },
  { "alternatives-type", ENTRY (", \"alternatives\": \"watch\""), LEIO_ERROR_TYPE,
    "decision: entries: 1: alternatives: found the text 'watch', expected a list" },
  { "alternatives-twice", ENTRY (", \"alternatives\": [\"watch\", \"watch\"]"),
    LEIO_ERROR_DUPLICATE, "decision: entries: 1: alternatives: 'watch' is named twice" },
  { "follow-up-type", ENTRY (", \"follow_up\": \"done\""), LEIO_ERROR_TYPE,
    "decision: entries: 1: follow_up: found the text 'done', expected an object" },
  { "follow-up-state", ENTRY (", \"follow_up\": {\"state\": \"perhaps\"}"), LEIO_ERROR_UNKNOWN_ID,
    "decision: entries: 1: follow_up: state: found 'perhaps', expected one of none, done, partly, "
    "not_done" },
  { "follow-up-date", ENTRY (", \"follow_up\": {\"date\": \"2026-13-01\"}"), LEIO_ERROR_RANGE,
    "decision: entries: 1: follow_up: date: found '2026-13-01', expected a day as in 2026-11-25" },
  { "old-advice-type", DECISION ("\"advice\": 1"), LEIO_ERROR_TYPE,
    "decision: advice: found the number 1, expected an object" },
  { "old-advice-empty", DECISION ("\"advice\": {}"), LEIO_ERROR_MISSING,
    "decision: advice: knowledge: missing, expected an object" },
  { "old-advice-version", DECISION ("\"advice\": {\"knowledge\": {\"id\": \"sample\"}}"),
    LEIO_ERROR_MISSING, "decision: advice: knowledge: version: missing, expected a text" },
  { "advice-type", "{\"answers\": {}, \"advice\": {}}", LEIO_ERROR_TYPE,
    "advice: found an object, expected a list" },
  { "advice-statuses", ADVICE ("\"summary\": \"\""), LEIO_ERROR_MISSING,
    "advice: 1: statuses: missing, expected an object" },
  { "advice-status", ADVICE ("\"statuses\": {\"surgery\": 3}"), LEIO_ERROR_TYPE,
    "advice: 1: statuses: surgery: found the number 3, expected a text" },
  { "advice-no-status", ADVICE ("\"statuses\": {\"surgery\": []}"), LEIO_ERROR_MISSING,
    "advice: 1: statuses: surgery: found an empty list, expected a status" },
  { "advice-name", ADVICE ("\"statuses\": {\"surgery\": \"option\"}, \"names\": {\"surgery\": 1}"),
    LEIO_ERROR_TYPE, "advice: 1: names: surgery: found the number 1, expected a text" },
};

static void
test_bad (Fixture *fixture, gconstpointer data)
{
  const Bad *row = data;
  g_autoptr (GError) error = NULL;

  g_assert_null (read_case (fixture, row->text, -1, &error));
  g_assert_error (error, LEIO_ERROR, (int) row->code);
  g_assert_cmpstr (error->message, ==, row->message);
}

/* @n times @item with its number in place of '#', with commas between. */
static char *
repeat (const char *item, guint n)
{
  g_auto (GStrv) parts = g_strsplit (item, "#", 2);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s%u%s", i > 0 ? ", " : "", parts[0], i, parts[1]);
  return g_string_free (text, FALSE);
}

static void
check_too_many (const Fixture *fixture, const char *format, const char *item, guint n,
                const char *message)
{
  g_autofree char *items = repeat (item, n);
  g_auto (GStrv) parts = g_strsplit (format, "@", 2);
  g_autofree char *text = g_strconcat (parts[0], items, parts[1], NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (read_case (fixture, text, -1, &error));
  g_assert_error (error, LEIO_ERROR, LEIO_ERROR_RANGE);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_limits (Fixture *fixture, gconstpointer data)
{
  g_autofree char *long_text = g_strnfill (LEIO_DECISION_MAX_TEXT + 1, 'x');
  g_autofree char *text = g_strconcat ("{\"answers\": {}, \"decision\": {\"next_step\": \"",
                                       long_text, "\"}}", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (read_case (fixture, text, -1, &error));
  g_assert_error (error, LEIO_ERROR, LEIO_ERROR_TOO_LARGE);
  g_assert_cmpstr (error->message, ==,
                   "decision: next_step: found a text of 65537 bytes, expected at most 65536");

  check_too_many (fixture, DECISION ("\"entries\": [@]"),
                  "{\"treatment\": \"t#\", \"verdict\": \"chosen\"}", 201,
                  "decision: entries: found 201 entries, expected at most 200");
  check_too_many (fixture, ENTRY (", \"alternatives\": [@]"), "\"t#\"", 101,
                  "decision: entries: 1: alternatives: found 101 entries, expected at most 100");
  check_too_many (fixture, ADVICE ("\"statuses\": {@}"), "\"t#\": \"option\"", 1001,
                  "advice: 1: statuses: found 1001 entries, expected at most 1000");
  check_too_many (fixture, "{\"answers\": {}, \"advice\": [@]}",
                  "{\"knowledge\": {\"id\": \"s\", \"version\": \"#\"}, \"statuses\": {}}", 25,
                  "advice: found 25 entries, expected at most 24");
}

static void
test_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LeioCase) kase = read_good (fixture, whole);
  const LeioDecision *decision = kase->decision;
  const LeioDecisionEntry *first = g_ptr_array_index (decision->entries, 0);
  const LeioDecisionEntry *last = g_ptr_array_index (decision->entries, 2);

  g_assert_cmpstr (decision->date, ==, "2026-11-25");
  g_assert_cmpuint (decision->participants, ==, 1 << LEIO_ROLE_SURGEON | 1 << LEIO_ROLE_PATIENT);
  g_assert_cmpuint (decision->entries->len, ==, 3);
  g_assert_cmpstr (first->treatment, ==, "surgery");
  g_assert_cmpuint (first->sequence, ==, 1);
  g_assert_cmpint (first->follow_up, ==, LEIO_FOLLOW_UP_PARTLY);
  g_assert_cmpstr (first->follow_up_date, ==, "2027-01-31");
  g_assert_cmpuint (first->alternatives->len, ==, 2);
  g_assert_cmpstr (last->treatment, ==, "watch");
  g_assert_cmpint (last->verdict, ==, LEIO_VERDICT_DECLINED);
  g_assert_cmpint (last->reason, ==, LEIO_REASON_PATIENT_WISH);
  g_assert_cmpuint (last->sequence, ==, 0);
  g_assert_cmpstr (leio_past_advice_find (decision->advice, "ablation")->statuses[1], ==,
                   "not_advised");
  /* Without a name the id stands for it. */
  g_assert_cmpstr (leio_past_advice_find (decision->advice, "ablation")->name, ==, "ablation");
  g_assert_null (leio_past_advice_find (decision->advice, "watch"));
  g_assert_cmpstr (leio_case_find_advice (kase, "2025.1")->knowledge_id, ==, "sample");
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  static const char *const unknown[] = { "tumour_board", "vote", "\"by\"", "proof" };
  g_autoptr (LeioCase) kase = read_good (fixture, whole);
  g_autofree char *text = write_case (fixture, kase);
  g_autoptr (LeioCase) again = read_good (fixture, text);
  g_autoptr (LeioCase) copy = leio_case_copy (again);
  g_autoptr (LeioDecision) deep = leio_decision_copy (again->decision);
  g_autofree char *text_again = NULL;

  leio_case_take_decision (copy, g_steal_pointer (&deep));
  text_again = write_case (fixture, copy);
  g_assert_cmpstr (text, ==, text_again);
  g_assert_true (leio_decision_equal (kase->decision, copy->decision));
  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_nonnull (strstr (text, unknown[i]));
}

static const char *
describe (const LeioDecision *decision, GString *text)
{
  g_string_truncate (text, 0);
  for (guint i = 0; i < decision->entries->len; i++)
    {
      const LeioDecisionEntry *entry = g_ptr_array_index (decision->entries, i);

      g_string_append_printf (text, "%s%s %u", i > 0 ? ", " : "", entry->treatment,
                              entry->sequence);
    }
  return text->str;
}

static void
test_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LeioDecision) decision = leio_decision_new ();
  g_autoptr (LeioDecision) before = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_true (leio_decision_is_empty (decision));
  leio_decision_set_verdict (decision, "a", "A", LEIO_VERDICT_CHOSEN);
  leio_decision_set_verdict (decision, "b", "B", LEIO_VERDICT_DECLINED);
  leio_decision_set_verdict (decision, "c", "C", LEIO_VERDICT_CHOSEN);
  leio_decision_set_verdict (decision, "d", "D", LEIO_VERDICT_DECLINED);
  g_assert_cmpstr (describe (decision, text), ==, "a 1, c 2, b 0, d 0");
  g_assert_false (leio_decision_is_empty (decision));

  before = leio_decision_copy (decision);
  leio_decision_move (decision, "c", -1);
  g_assert_cmpstr (describe (decision, text), ==, "c 1, a 2, b 0, d 0");
  g_assert_false (leio_decision_equal (decision, before));
  g_assert_cmpstr (describe (before, text), ==, "a 1, c 2, b 0, d 0");
  leio_decision_move (decision, "d", -1);
  g_assert_cmpstr (describe (decision, text), ==, "c 1, a 2, d 0, b 0");

  /* Not past what has another verdict, nor past the ends. */
  g_assert_false (leio_decision_can_move (decision, "c", -1));
  g_assert_false (leio_decision_can_move (decision, "a", 1));
  g_assert_false (leio_decision_can_move (decision, "b", 1));
  g_assert_false (leio_decision_can_move (decision, "z", 1));
  leio_decision_move (decision, "a", 1);
  g_assert_cmpstr (describe (decision, text), ==, "c 1, a 2, d 0, b 0");

  /* What becomes chosen comes last, and keeps what was said of it. */
  g_free (leio_decision_find (decision, "b")->reason_text);
  leio_decision_find (decision, "b")->reason_text = g_strdup ("why");
  leio_decision_set_verdict (decision, "b", "B", LEIO_VERDICT_CHOSEN);
  g_assert_cmpstr (describe (decision, text), ==, "c 1, a 2, b 3, d 0");
  g_assert_cmpstr (leio_decision_find (decision, "b")->reason_text, ==, "why");
  leio_decision_remove (decision, "c");
  g_assert_cmpstr (describe (decision, text), ==, "a 1, b 2, d 0");
}

static LeioPastAdvice *
make_advice (const char *version)
{
  const char *const statuses[] = { "option", NULL };
  LeioPastAdvice *advice = leio_past_advice_new ("sample", version, "Limb", NULL);

  leio_past_advice_add (advice, "surgery", "Operation", statuses);
  return advice;
}

static void
test_keep_advice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LeioCase) kase = leio_case_new (fixture->questionnaire, "sample", NULL);

  for (guint i = 0; i < LEIO_CASE_MAX_ADVICE + 3; i++)
    {
      g_autofree char *version = g_strdup_printf ("2026.%u", i);

      leio_case_keep_advice (kase, make_advice (version));
      leio_case_keep_advice (kase, make_advice (version));
    }
  g_assert_cmpuint (kase->advice->len, ==, LEIO_CASE_MAX_ADVICE);
  g_assert_nonnull (leio_case_find_advice (kase, "2026.0"));
  g_assert_null (leio_case_find_advice (kase, "2026.1"));
  g_assert_true (leio_past_advice_equal (leio_case_find_advice (kase, "2026.26"),
                                         g_ptr_array_index (kase->advice, kase->advice->len - 1)));
}

/* A decision that says nothing is not kept, so that undoing it leaves the file as it was. */
static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LeioCase) kase = leio_case_new (fixture->questionnaire, "sample", NULL);
  LeioDecision *decision = leio_decision_new ();

  g_free (decision->date);
  decision->date = g_strdup ("2026-11-25");
  leio_case_take_decision (kase, decision);
  g_assert_null (kase->decision);
}

/* Bytes of the whole record changed at random: it is read, or told what is wrong; and what was read
 * is written and read as the same. */
static void
test_random (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  static const char bytes[] = "{}[]\",:0123456789-.eaz \\ntrue\x01\xff";
  guint n_read = 0;

  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autofree char *text = g_strdup (whole);
      gssize length = (gssize) strlen (text);
      g_autoptr (GError) error = NULL;
      g_autoptr (LeioCase) kase = NULL;

      for (guint j = g_rand_int_range (rand, 1, 4); j > 0; j--)
        text[g_rand_int_range (rand, 0, length)] =
            bytes[g_rand_int_range (rand, 0, sizeof bytes - 1)];
      if (g_rand_int_range (rand, 0, 10) == 0)
        length = g_rand_int_range (rand, 0, length);
      kase = read_case (fixture, text, length, &error);
      g_assert_true ((kase == NULL) == (error != NULL));
      if (kase == NULL)
        g_assert_cmpstr (error->message, !=, "");
      else
        {
          g_autofree char *written = write_case (fixture, kase);
          g_autoptr (LeioCase) again = read_good (fixture, written);

          g_assert_true (leio_decision_equal (kase->decision, again->decision));
          n_read++;
        }
    }
  g_assert_cmpuint (n_read, >, N_RANDOM / 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strconcat ("/decision/bad/", bad[i].name, NULL);

      g_test_add (path, Fixture, &bad[i], set_up, test_bad, tear_down);
    }
  g_test_add ("/decision/limits", Fixture, NULL, set_up, test_limits, tear_down);
  g_test_add ("/decision/read", Fixture, NULL, set_up, test_read, tear_down);
  g_test_add ("/decision/round-trip", Fixture, NULL, set_up, test_round_trip, tear_down);
  g_test_add ("/decision/change", Fixture, NULL, set_up, test_change, tear_down);
  g_test_add ("/decision/keep-advice", Fixture, NULL, set_up, test_keep_advice, tear_down);
  g_test_add ("/decision/empty", Fixture, NULL, set_up, test_empty, tear_down);
  g_test_add ("/decision/random", Fixture, NULL, set_up, test_random, tear_down);

  return g_test_run ();
}
