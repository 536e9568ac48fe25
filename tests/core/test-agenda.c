/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Agendas: what is refused and in which words, in which order cases stand, what
 * is kept, and what a row tells of a case that is whole and of one that is not.
 */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "leio-agenda-report.h"
#include "leio-error.h"
#include "leio-test-folder.h"

#define AGENDA(members) "{\"format\": \"leio-agenda\", \"version\": 1, " members "}"
#define CASE(members) "{\"format\": \"leio-case\", \"version\": 1, " members "}"

typedef struct
{
  char *path;
  GFile *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->path = g_dir_make_tmp ("leio-agenda-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->folder = g_file_new_for_path (fixture->path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  leio_test_folder_remove (fixture->path);
  g_object_unref (fixture->folder);
  g_free (fixture->path);
}

static void
put (const Fixture *fixture, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->path, name, NULL);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static LeioAgenda *
load (const Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_get_child (fixture->folder, name);
  LeioAgenda *agenda = leio_agenda_load (file, NULL, &error);

  g_assert_no_error (error);
  return agenda;
}

/* "a.leio b.leio" */
static char *
dup_order (const LeioAgenda *agenda)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < agenda->cases->len; i++)
    g_ptr_array_add (paths, leio_agenda_dup_path (agenda, g_ptr_array_index (agenda->cases, i)));
  g_ptr_array_add (paths, NULL);
  return g_strjoinv (" ", (char **) paths->pdata);
}

static void
assert_order (const LeioAgenda *agenda, const char *expected)
{
  g_autofree char *order = dup_order (agenda);

  g_assert_cmpstr (order, ==, expected);
}

typedef struct
{
  const char *name;
  const char *text;
  LeioError code;
  const char *message;
} Bad;

static const Bad bad[] = {
  { "empty", "", LEIO_ERROR_SYNTAX, "the text is empty, expected JSON" },
  { "words", "Board", LEIO_ERROR_SYNTAX, "line 1, column 1: found 'B', expected a value" },
  { "not-utf-8", "{\"title\": \"M\xfcller\"}", LEIO_ERROR_ENCODING,
    "line 1, column 13: found a byte that is not UTF-8, expected UTF-8 text" },
  { "list", "[]", LEIO_ERROR_TYPE, "found a list, expected an object" },
  { "no-format", "{\"cases\": []}", LEIO_ERROR_MISSING, "format: missing, expected a text" },
  { "case", "{\"format\": \"leio-case\", \"answers\": {}}", LEIO_ERROR_TYPE,
    "format: found 'leio-case', expected 'leio-agenda'" },
  { "version", "{\"format\": \"leio-agenda\", \"version\": 2, \"cases\": []}", LEIO_ERROR_VERSION,
    "version: found 2, this Leio reads version 1" },
  { "no-cases", AGENDA ("\"title\": \"Board\""), LEIO_ERROR_MISSING,
    "cases: missing, expected a list" },
  { "cases-text", AGENDA ("\"cases\": \"a.leio\""), LEIO_ERROR_TYPE,
    "cases: found the text 'a.leio', expected a list" },
  { "number", AGENDA ("\"cases\": [\"a.leio\", 3]"), LEIO_ERROR_TYPE,
    "cases: 2: found the number 3, expected a text" },
  { "twice", AGENDA ("\"cases\": [\"a.leio\", \"./a.leio\"]"), LEIO_ERROR_DUPLICATE,
    "cases: 2: './a.leio' is given twice" },
  { "outside", AGENDA ("\"cases\": [\"../a.leio\"]"), LEIO_ERROR_RANGE,
    "cases: 1: found '../a.leio', expected the path of a case within the folder of the agenda, or "
    "an absolute one" },
  { "outside-later", AGENDA ("\"cases\": [\"b/../../a.leio\"]"), LEIO_ERROR_RANGE,
    "cases: 1: found 'b/../../a.leio', expected the path of a case within the folder of the "
    "agenda, or an absolute one" },
  { "no-path", AGENDA ("\"cases\": [\"\"]"), LEIO_ERROR_RANGE,
    "cases: 1: found '', expected the path of a case within the folder of the agenda, or an "
    "absolute one" },
  { "title", AGENDA ("\"title\": 5, \"cases\": []"), LEIO_ERROR_TYPE,
    "title: found the number 5, expected a text" },
  { "date", AGENDA ("\"date\": \"25.11.2026\", \"cases\": []"), LEIO_ERROR_RANGE,
    "date: found '25.11.2026', expected a date such as '2026-11-25'" },
  { "day", AGENDA ("\"date\": \"2026-02-30\", \"cases\": []"), LEIO_ERROR_RANGE,
    "date: found '2026-02-30', expected a date such as '2026-11-25'" },
};

static void
test_bad (gconstpointer data)
{
  const Bad *row = data;
  g_autoptr (GFile) folder = g_file_new_for_path ("/meeting");
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioAgenda) agenda =
      leio_agenda_from_data (row->text, strlen (row->text), folder, &error);

  g_assert_null (agenda);
  g_assert_error (error, LEIO_ERROR, (int) row->code);
  g_assert_cmpstr (error->message, ==, row->message);
}

static void
test_natural_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioAgenda) agenda = NULL;

  put (fixture, "case 10.leio", "");
  put (fixture, "case 2.leio", "");
  put (fixture, "case 1.leio", "");
  put (fixture, ".hidden.leio", "");
  put (fixture, "notes.txt", "");
  agenda = leio_agenda_load (fixture->folder, NULL, &error);
  g_assert_no_error (error);
  assert_order (agenda, "case 1.leio case 2.leio case 10.leio");
  g_assert_null (agenda->file);
}

/* No case of the folder gets lost because the file does not name it. */
static void
test_folder_with_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioAgenda) agenda = NULL;
  g_autofree char *etag = NULL;

  put (fixture, "a.leio", "");
  put (fixture, "b.leio", "");
  put (fixture, "c.leio", "");
  put (fixture, "agenda.leio-agenda",
       AGENDA ("\"title\": \"Board\", \"cases\": [\"c.leio\", \"a.leio\"]"));
  agenda = leio_agenda_load (fixture->folder, &etag, &error);
  g_assert_no_error (error);
  assert_order (agenda, "c.leio a.leio b.leio");
  g_assert_cmpstr (agenda->title, ==, "Board");
  g_assert_nonnull (agenda->file);
  g_assert_nonnull (etag);
}

static void
test_file_alone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LeioAgenda) agenda = NULL;
  g_autofree char *title = NULL;

  put (fixture, "a.leio", "");
  put (fixture, "b.leio", "");
  put (fixture, "Board 12.leio-agenda", AGENDA ("\"cases\": [\"b.leio\", \"/far/away.leio\"]"));
  agenda = load (fixture, "Board 12.leio-agenda");
  assert_order (agenda, "b.leio /far/away.leio");
  title = leio_agenda_dup_title (agenda);
  g_assert_cmpstr (title, ==, "Board 12");
}

static void
test_bad_file_in_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioAgenda) agenda = NULL;

  put (fixture, "agenda.leio-agenda", "{");
  agenda = leio_agenda_load (fixture->folder, NULL, &error);
  g_assert_null (agenda);
  g_assert_true (g_str_has_prefix (error->message, "agenda.leio-agenda: line 1, column 2: "));
}

/* Unknown members, names that are not UTF-8, and ones that look like an address. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  const char *members = "\"title\": \"Board\", \"date\": \"2026-11-25\", \"cases\": [\"a.leio\"], "
                        "\"room\": {\"floor\": 3}";
  g_autofree char *text = g_strdup_printf (AGENDA ("%s"), members);
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioAgenda) agenda =
      leio_agenda_from_data (text, strlen (text), fixture->folder, &error);
  g_autoptr (LeioAgenda) again = NULL;
  g_autofree char *written = NULL;
  gsize length = 0;

  g_assert_no_error (error);
  g_ptr_array_add (agenda->cases, g_file_get_child (fixture->folder, "M\xfcller.leio"));
  g_ptr_array_add (agenda->cases, g_file_get_child (fixture->folder, "file:c.leio"));
  g_ptr_array_add (agenda->cases, g_file_new_for_path ("/elsewhere/d.leio"));
  written = leio_agenda_to_data (agenda, fixture->folder, &length);
  g_assert_nonnull (strstr (written, "\"floor\": 3"));
  g_assert_nonnull (strstr (written, "\"a.leio\""));
  g_assert_nonnull (strstr (written, "\"/elsewhere/d.leio\""));

  again = leio_agenda_from_data (written, length, fixture->folder, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again->date, ==, "2026-11-25");
  g_assert_cmpuint (again->cases->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_true (
        g_file_equal (g_ptr_array_index (again->cases, i), g_ptr_array_index (agenda->cases, i)));
}

static LeioEngine *
make_engine (void)
{
  g_autofree char *directory = g_test_build_filename (G_TEST_DIST, "broken", "base", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioKnowledge) knowledge = leio_knowledge_load (directory, &error);
  LeioEngine *engine;

  g_assert_no_error (error);
  engine = leio_engine_new (knowledge, 0, &error);
  g_assert_no_error (error);
  return engine;
}

static LeioAgendaRow *
row_of (const Fixture *fixture, LeioEngine *engine, const char *text)
{
  g_autoptr (LeioAgenda) agenda = leio_agenda_new (fixture->folder);
  g_autoptr (GFile) file = g_file_get_child (fixture->folder, "case.leio");

  put (fixture, "case.leio", text);
  return leio_agenda_row_new (engine, agenda, file);
}

typedef struct
{
  const char *text;
  const char *label;
  const char *missing;
} Told;

static const Told told[] = {
  { CASE ("\"label\": \"Board 3\", \"answers\": {\"site\": \"limb\"}"), "Board 3",
    "3 answers would settle 1 of 3 open treatments: size, could be pregnant, pregnancy" },
  { CASE ("\"answers\": {\"site\": \"limb\", \"size_cm\": 12, \"could_be_pregnant\": \"no\"}"),
    "case", "2 answers would settle all 2 open treatments: grade, symptoms" },
  { CASE ("\"answers\": {\"site\": \"limb\", \"size_cm\": 12, \"symptoms\": [], "
          "\"pregnancy\": null}"),
    "case", "2 open treatments wait for what is not known: pregnancy" },
  { CASE ("\"answers\": {\"site\": \"limb\", \"grade\": \"3\", \"size_cm\": 12, \"symptoms\": [], "
          "\"could_be_pregnant\": \"no\"}"),
    "case", "Nothing is missing" },
  { CASE ("\"answers\": {\"site\": \"skin\", \"size_cm\": 50}"), "case",
    "The answers contradict each other: site (skin), size (50 cm): A tumour" },
};

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LeioEngine) engine = make_engine ();

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_autoptr (LeioAgendaRow) row = row_of (fixture, engine, told[i].text);

      g_assert_cmpstr (row->fault, ==, NULL);
      g_assert_cmpstr (row->label, ==, told[i].label);
      g_assert_cmpstr (row->missing, !=, NULL);
      g_assert_true (g_str_has_prefix (row->missing, told[i].missing));
      g_assert_nonnull (row->summary);
    }
}

static const struct
{
  const char *text;
  const char *fault;
} broken[] = {
  { "", "the text is empty, expected JSON" },
  { "{\"label\": \"Board",
    "line 1, column 11: found a text without an end, expected a closing quote" },
  { "{\"label\": \"M\xfcller\"}",
    "line 1, column 13: found a byte that is not UTF-8, expected UTF-8 text" },
  { CASE ("\"answers\": {\"size_cm\": 61}"), "answers: size_cm: found 61, expected 0.1 to 60 cm" },
  { AGENDA ("\"cases\": []"), "format: found 'leio-agenda', expected 'leio-case'" },
};

static void
test_broken_rows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LeioEngine) engine = make_engine ();

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (LeioAgendaRow) row = row_of (fixture, engine, broken[i].text);

      g_assert_cmpstr (row->fault, ==, broken[i].fault);
      g_assert_cmpstr (row->label, ==, "case");
      g_assert_null (row->missing);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/agenda/bad/%s", bad[i].name);

      g_test_add_data_func (path, &bad[i], test_bad);
    }
#define ADD(path, function)                                                                        \
  g_test_add ("/core/agenda/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("natural-order", test_natural_order);
  ADD ("folder-with-file", test_folder_with_file);
  ADD ("file-alone", test_file_alone);
  ADD ("bad-file-in-folder", test_bad_file_in_folder);
  ADD ("kept", test_kept);
  ADD ("rows", test_rows);
  ADD ("broken-rows", test_broken_rows);
#undef ADD
  return g_test_run ();
}
