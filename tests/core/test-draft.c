/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is not saved outlives the program that had it: nobody else can read it, one program takes
 * it over, and what is broken is told and left. Each store stands for a program of its own.
 */
#include "config.h"

#include "leio-draft.h"

#include <glib/gstdio.h>
#include <string.h>

#include "leio-error.h"

#define KNOWLEDGE "sample"
#define CASE(label)                                                                                \
  "{\"format\": \"leio-case\", \"version\": 1, \"label\": \"" label "\", \"answers\": {}}"
#define DRAFT(date, kase)                                                                          \
  "{\"format\": \"leio-draft\", \"version\": 1, \"date\": \"" date "\", \"case\": " kase "}"

typedef struct
{
  char *folder;
  LeioQuestionnaire *questionnaire;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *outside = g_dir_make_tmp ("leio-draft-XXXXXX", NULL);

  fixture->folder = g_build_filename (outside, "state", "unsaved", NULL);
  fixture->questionnaire = leio_questionnaire_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_free (fixture->folder);
  leio_questionnaire_unref (fixture->questionnaire);
}

static LeioDraftStore *
start_program (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  LeioDraftStore *store = leio_draft_store_new (fixture->folder, &error);

  g_assert_no_error (error);
  return store;
}

static GPtrArray *
list (Fixture *fixture, LeioDraftStore *store)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *drafts =
      leio_draft_store_list (store, fixture->questionnaire, KNOWLEDGE, &error);

  g_assert_no_error (error);
  return drafts;
}

static LeioDraft *
keep (Fixture *fixture, LeioDraftStore *store, const char *label, gint64 second)
{
  g_autoptr (GError) error = NULL;
  LeioDraft *draft = g_new0 (LeioDraft, 1);

  draft->kase = leio_case_from_data (CASE (""), -1, fixture->questionnaire, KNOWLEDGE, &error);
  g_assert_no_error (error);
  leio_case_set_label (draft->kase, label);
  draft->path = leio_draft_store_dup_path (store);
  draft->file = g_file_new_for_path ("/srv/board/a case.leio");
  draft->tag = g_strdup ("tag-7");
  draft->date = g_date_time_new_from_unix_utc (second);
  leio_draft_store_write (store, draft, fixture->questionnaire, &error);
  g_assert_no_error (error);
  return draft;
}

static void
assert_mode (const char *path, guint mode)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, mode);
}

static void
test_outlives_the_program (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  LeioDraftStore *crashing = start_program (fixture);
  g_autoptr (LeioDraftStore) next = start_program (fixture);
  g_autoptr (LeioDraft) kept = keep (fixture, crashing, "Board 12", 1000);
  g_autoptr (GPtrArray) of_the_living = list (fixture, next);
  g_autoptr (GPtrArray) lost = NULL;
  const LeioDraft *draft;

  g_assert_cmpuint (of_the_living->len, ==, 0);
  assert_mode (kept->path, 0600);
  assert_mode (fixture->folder, 0700);

  leio_draft_store_unref (crashing);
  lost = list (fixture, next);
  g_assert_cmpuint (lost->len, ==, 1);
  draft = g_ptr_array_index (lost, 0);
  g_assert_no_error (draft->fault);
  g_assert_true (leio_case_equal (draft->kase, kept->kase));
  g_assert_true (g_file_equal (draft->file, kept->file));
  g_assert_cmpstr (draft->tag, ==, "tag-7");
  g_assert_true (g_date_time_equal (draft->date, kept->date));
}

static void
test_one_program_takes_it (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  LeioDraftStore *crashing = start_program (fixture);
  g_autoptr (LeioDraftStore) first = start_program (fixture);
  g_autoptr (LeioDraftStore) second = start_program (fixture);
  g_autoptr (LeioDraft) kept G_GNUC_UNUSED = keep (fixture, crashing, "Board 12", 1000);
  g_autoptr (GPtrArray) seen_by_first = NULL;
  g_autoptr (GPtrArray) seen_by_second = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  leio_draft_store_unref (crashing);
  seen_by_first = list (fixture, first);
  seen_by_second = list (fixture, second);
  path = leio_draft_store_take (first, g_ptr_array_index (seen_by_first, 0), &error);
  g_assert_no_error (error);
  g_assert_null (leio_draft_store_take (second, g_ptr_array_index (seen_by_second, 0), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  left = list (fixture, second);
  g_assert_cmpuint (left->len, ==, 0);

  g_clear_error (&error);
  g_assert_true (leio_draft_store_remove (first, path, &error));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (leio_draft_store_remove (first, path, &error));
  g_assert_no_error (error);
}

static void
test_newest_first_broken_last (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  LeioDraftStore *crashing = start_program (fixture);
  g_autoptr (LeioDraftStore) next = start_program (fixture);
  g_autoptr (LeioDraft) old G_GNUC_UNUSED = keep (fixture, crashing, "Old", 1000);
  g_autoptr (LeioDraft) newer G_GNUC_UNUSED = keep (fixture, crashing, "New", 2000);
  g_autoptr (LeioDraft) broken = keep (fixture, crashing, "Broken", 3000);
  g_autoptr (GPtrArray) lost = NULL;

  g_assert_true (g_file_set_contents (broken->path, "{", 1, NULL));
  leio_draft_store_unref (crashing);
  lost = list (fixture, next);
  g_assert_cmpuint (lost->len, ==, 3);
  g_assert_cmpstr (((LeioDraft *) lost->pdata[0])->kase->label, ==, "New");
  g_assert_cmpstr (((LeioDraft *) lost->pdata[1])->kase->label, ==, "Old");
  g_assert_nonnull (((LeioDraft *) lost->pdata[2])->fault);
  g_assert_true (g_file_test (broken->path, G_FILE_TEST_EXISTS));
}

/* Each is a draft of a program that is gone, and what its fault says; NULL: it is passed over. */
static const struct
{
  const char *text;
  const char *says;
} faults[] = {
  { "", "" },
  { "[]", "object" },
  { "{\"format\": \"leio-case\", \"version\": 1}", "leio-case" },
  { "{\"format\": \"leio-draft\", \"version\": 2}", "newer" },
  { "{\"format\": \"leio-draft\", \"version\": 1}", "date" },
  { DRAFT ("yesterday", CASE ("")), "yesterday" },
  { DRAFT ("2026-11-25T10:00:00Z", "7"), "case" },
  { DRAFT ("2026-11-25T10:00:00Z", "{\"format\": \"leio-case\", \"version\": 1, \"answers\": {}, "
           "\"knowledge\": {\"id\": \"another\", \"version\": \"1\"}}"), NULL },
};

static void
test_tells_what_is_broken (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (LeioDraftStore) store = start_program (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "gone.1.draft", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GPtrArray) lost = NULL;

      g_assert_true (g_file_set_contents (path, faults[i].text, -1, NULL));
      lost = list (fixture, store);
      g_assert_cmpuint (lost->len, ==, faults[i].says != NULL);
      if (faults[i].says != NULL)
        g_assert_nonnull (
            strstr (((LeioDraft *) lost->pdata[0])->fault->message, faults[i].says));
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

static void
test_tells_what_others_have_open (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  LeioDraftStore *other = start_program (fixture);
  g_autoptr (LeioDraftStore) store = start_program (fixture);
  g_autoptr (GFile) file = g_file_new_for_path ("/srv/board/a case.leio");
  g_autoptr (GFile) another = g_file_new_for_path ("/srv/board/b.leio");
  g_autofree char *mark = leio_draft_store_dup_mark (other);
  g_autoptr (GDateTime) since = NULL;

  g_assert_true (leio_draft_store_mark_open (other, mark, file, NULL));
  assert_mode (mark, 0600);
  since = leio_draft_store_find_open (store, file);
  g_assert_nonnull (since);
  g_assert_null (leio_draft_store_find_open (other, file));
  g_assert_null (leio_draft_store_find_open (store, another));

  g_assert_true (leio_draft_store_mark_open (other, mark, NULL, NULL));
  g_assert_null (leio_draft_store_find_open (store, file));

  g_assert_true (leio_draft_store_mark_open (other, mark, file, NULL));
  leio_draft_store_unref (other);
  g_assert_null (leio_draft_store_find_open (store, file));
  g_assert_false (g_file_test (mark, G_FILE_TEST_EXISTS));
}

static void
test_says_where_nothing_can_be_kept (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (leio_draft_store_new ("/proc/nothing/unsaved", &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (error->domain, ==, G_IO_ERROR);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/draft/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("outlives-the-program", test_outlives_the_program);
  ADD ("one-program-takes-it", test_one_program_takes_it);
  ADD ("newest-first-broken-last", test_newest_first_broken_last);
  ADD ("tells-what-is-broken", test_tells_what_is_broken);
  ADD ("tells-what-others-have-open", test_tells_what_others_have_open);
  ADD ("says-where-nothing-can-be-kept", test_says_where_nothing_can_be_kept);
  return g_test_run ();
}
