/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-test-base.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_TREATMENTS 3

/* One number in each interval between the thresholds, and each threshold. */
static const double samples[] = { 1, 2, 3, 5, 6, 7, 8 };
static const char *const thresholds[] = { "2", "5", "7" };
static const char *const effects[]
    = { "recommends", "offers", "trial_only", "cautions", "advises_against", "rules_out" };

typedef struct
{
  GRand *rand;
  guint n_questions;
  LeioQuestionKind kinds[8];
  guint n_values[8];
  guint n_definitions;
  guint n_derived;
} Maker;

static guint
pick (Maker *maker, guint n)
{
  return (guint) g_rand_int_range (maker->rand, 0, (gint32) n);
}

static const char *
pick_threshold (Maker *maker)
{
  return thresholds[pick (maker, G_N_ELEMENTS (thresholds))];
}

static char *
make_set_atom (Maker *maker, guint question)
{
  guint n = maker->n_values[question];

  switch (pick (maker, 5))
    {
    case 0:
      return g_strdup_printf ("q%u has v%u", question, pick (maker, n));
    case 1:
      return g_strdup_printf ("q%u has any (v%u, v%u)", question, pick (maker, n - 1), n - 1);
    case 2:
      return g_strdup_printf ("q%u has at least %u", question, 1 + pick (maker, n));
    case 3:
      return g_strdup_printf ("q%u within (v%u)", question, pick (maker, n));
    default:
      return g_strdup_printf ("q%u is empty", question);
    }
}

static char *
make_number_atom (Maker *maker, guint question)
{
  static const char *const operators[] = { "<", "<=", ">", ">=", "=", "!=" };

  return g_strdup_printf ("q%u %s %s", question, operators[pick (maker, G_N_ELEMENTS (operators))],
                          pick_threshold (maker));
}

static char *
make_choice_atom (Maker *maker, guint question)
{
  guint n = maker->n_values[question];

  switch (pick (maker, 4))
    {
    case 0:
      return g_strdup_printf ("q%u != v%u", question, pick (maker, n));
    case 1:
      return maker->kinds[question] == LEIO_QUESTION_SCALE
                 ? g_strdup_printf ("q%u >= v%u", question, pick (maker, n))
                 : g_strdup_printf ("q%u in (v0, v%u)", question, n - 1);
    default:
      return g_strdup_printf ("q%u = v%u", question, pick (maker, n));
    }
}

static char *
make_atom (Maker *maker, guint n_questions)
{
  guint question = pick (maker, n_questions);

  if (maker->n_definitions > 0 && pick (maker, 6) == 0)
    return g_strdup_printf ("d%u", pick (maker, maker->n_definitions));
  if (maker->n_derived > 0 && pick (maker, 6) == 0)
    return g_strdup_printf ("f%u %s w%u", pick (maker, maker->n_derived),
                            pick (maker, 2) ? "=" : "!=", pick (maker, 2));
  switch (maker->kinds[question])
    {
    case LEIO_QUESTION_SET:
      return make_set_atom (maker, question);
    case LEIO_QUESTION_NUMBER:
      return make_number_atom (maker, question);
    case LEIO_QUESTION_CHOICE:
    case LEIO_QUESTION_SCALE:
      break;
    }
  return make_choice_atom (maker, question);
}

/* A condition over the first questions. */
static char *
make_condition (Maker *maker, guint n_questions, guint depth)
{
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  if (depth == 0 || pick (maker, 3) == 0)
    return make_atom (maker, n_questions);
  left = make_condition (maker, n_questions, depth - 1);
  if (pick (maker, 4) == 0)
    return g_strdup_printf ("not (%s)", left);
  right = make_condition (maker, n_questions, depth - 1);
  return g_strdup_printf ("(%s) %s (%s)", left, pick (maker, 2) ? "and" : "or", right);
}

static void
write_file (const char *directory, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (directory, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
append_values (GString *text, guint n)
{
  g_string_append (text, ", \"values\": [");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text,
                            "%s{\"id\": \"v%u\", \"label\": \"V%u\", \"plain_label\": \"V%u\"}",
                            i > 0 ? ", " : "", i, i, i);
  g_string_append (text, "]");
}

static void
append_question (Maker *maker, GString *text, guint index)
{
  static const char *const kinds[] = { "choice", "scale", "set", "number" };
  LeioQuestionKind kind = maker->kinds[index];

  g_string_append_printf (text,
                          "%s{\"id\": \"q%u\", \"section\": \"s\", \"kind\": \"%s\", "
                          "\"question\": \"Q%u\", \"plain_question\": \"Q%u\", \"short\": \"q%u\", "
                          "\"why\": \"Why\", \"help\": \"Where\", \"fixed\": %s",
                          index > 0 ? ",\n" : "", index, kinds[kind], index, index, index,
                          index % 2 == 1 ? "true" : "false");
  if (kind == LEIO_QUESTION_NUMBER)
    g_string_append (text, ", \"unit\": \"cm\", \"min\": 0, \"max\": 10, \"decimals\": 1");
  else
    append_values (text, maker->n_values[index]);
  if (index > 0 && pick (maker, 3) == 0)
    {
      g_autofree char *ask_if = make_condition (maker, index, 1);

      g_string_append_printf (text, ", \"ask_if\": \"%s\"", ask_if);
      if (kind <= LEIO_QUESTION_SCALE && pick (maker, 2))
        g_string_append_printf (text, ", \"if_not_asked\": \"v%u\"",
                                pick (maker, maker->n_values[index]));
    }
  g_string_append (text, "}");
}

static void
choose_kinds (Maker *maker)
{
  maker->n_questions = 3 + pick (maker, 3);
  for (guint i = 0; i < maker->n_questions; i++)
    {
      maker->kinds[i] = (LeioQuestionKind) pick (maker, 4);
      maker->n_values[i] = 2 + pick (maker, 2);
    }
}

static void
write_questions (Maker *maker, const char *directory)
{
  g_autoptr (GString) text = g_string_new ("{\"sections\": [{\"id\": \"s\", \"title\": \"S\", "
                                           "\"plain_title\": \"S\"}], \"questions\": [\n");

  for (guint i = 0; i < maker->n_questions; i++)
    append_question (maker, text, i);
  g_string_append (text, "], \"impossible\": [");
  for (guint i = 0, n = pick (maker, 3); i < n; i++)
    {
      g_autofree char *one = make_atom (maker, maker->n_questions);
      g_autofree char *two = make_atom (maker, maker->n_questions);

      g_string_append_printf (text,
                              "%s{\"id\": \"i%u\", \"when\": \"%s and %s\", \"why\": \"No\", "
                              "\"plain\": \"No\"}",
                              i > 0 ? ", " : "", i, one, two);
    }
  g_string_append (text, "]}");
  write_file (directory, "questions.json", text->str);
}

static void
append_derived (Maker *maker, GString *text, guint index)
{
  g_string_append_printf (
      text,
      "%s{\"id\": \"f%u\", \"title\": \"F\", \"plain_title\": \"F\", "
      "\"values\": [{\"id\": \"w0\", \"label\": \"W\", \"plain_label\": \"W\"}, "
      "{\"id\": \"w1\", \"label\": \"W\", \"plain_label\": \"W\"}], \"rows\": [",
      index > 0 ? ", " : "", index);
  for (guint i = 0, n = 1 + pick (maker, 3); i < n; i++)
    {
      g_autofree char *when = make_condition (maker, maker->n_questions, 1);

      g_string_append_printf (text, "%s{\"when\": \"%s\", \"value\": \"w%u\"}", i > 0 ? ", " : "",
                              when, pick (maker, 2));
    }
  g_string_append (text, "]}");
}

static void
write_definitions (Maker *maker, const char *directory)
{
  g_autoptr (GString) text = g_string_new ("{\"definitions\": [");
  guint n_definitions = pick (maker, 3);
  guint n_derived = pick (maker, 2);

  for (guint i = 0; i < n_definitions; i++)
    {
      g_autofree char *when = make_condition (maker, maker->n_questions, 2);

      g_string_append_printf (text, "%s{\"id\": \"d%u\", \"title\": \"D\", \"when\": \"%s\"}",
                              i > 0 ? ", " : "", i, when);
      maker->n_definitions = i + 1;
    }
  g_string_append (text, "], \"derived\": [");
  for (guint i = 0; i < n_derived; i++)
    append_derived (maker, text, i);
  maker->n_derived = n_derived;
  g_string_append (text, "]}");
  write_file (directory, "definitions.json", text->str);
}

static void
write_treatments (const char *directory)
{
  g_autoptr (GString) text = g_string_new ("{\"groups\": [{\"id\": \"g\", \"title\": \"G\", "
                                           "\"plain_title\": \"G\"}], \"treatments\": [");

  for (guint i = 0; i < N_TREATMENTS; i++)
    g_string_append_printf (text,
                            "%s{\"id\": \"t%u\", \"group\": \"g\", \"phase\": \"p%u\", "
                            "\"name\": \"T\", \"plain_name\": \"T\", \"what\": \"W\", "
                            "\"plain\": \"P\", \"burden\": \"B\"}",
                            i > 0 ? ", " : "", i, i % 2);
  g_string_append (text, "]}");
  write_file (directory, "treatments.json", text->str);
}

/* A caution that cuts each number at every threshold, below and above, so that the intervals
 * are known. */
static void
append_cuts (Maker *maker, GString *text)
{
  for (guint i = 0; i < maker->n_questions; i++)
    if (maker->kinds[i] == LEIO_QUESTION_NUMBER)
      g_string_append_printf (
          text,
          ",\n{\"id\": \"c%u\", \"treatment\": \"t0\", \"effect\": \"cautions\", "
          "\"when\": \"q%u = 2 or q%u = 5 or q%u = 7\", \"why\": \"W\", "
          "\"plain\": \"P\", \"evidence\": [\"e\"], \"level\": \"V\", "
          "\"grade\": \"C\", \"overrides\": []}",
          i, i, i, i);
}

static void
write_rules (Maker *maker, const char *directory)
{
  g_autoptr (GString) text = g_string_new ("{\"rules\": [\n");

  for (guint i = 0, n = 4 + pick (maker, 6); i < n; i++)
    {
      g_autofree char *when = make_condition (maker, maker->n_questions, 2);
      gboolean both = pick (maker, 5) == 0;

      g_string_append_printf (text,
                              "%s{\"id\": \"r%u\", \"treatment\": %s, \"effect\": \"%s\", "
                              "\"when\": \"%s\", \"why\": \"W\", \"plain\": \"P\", "
                              "\"evidence\": [\"e\"], \"level\": \"V\", \"grade\": \"C\", "
                              "\"overrides\": [",
                              i > 0 ? ",\n" : "", i,
                              both ? "[\"t0\", \"t1\", \"t2\"]"
                                   : (const char *[]){ "\"t0\"", "\"t1\"", "\"t2\"" }[i % 3],
                              effects[pick (maker, G_N_ELEMENTS (effects))], when);
      if (i >= 3 && pick (maker, 2))
        g_string_append_printf (text, "\"r%u\"", i - 3);
      g_string_append (text, "]}");
    }
  append_cuts (maker, text);
  g_string_append (text, "]}");
  write_file (directory, "rules/all.json", text->str);
}

static void
write_rest (Maker *maker, const char *directory)
{
  g_autoptr (GString) text = g_string_new ("{\"properties\": [");

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *condition = make_condition (maker, maker->n_questions, 1);

      g_string_append_printf (
          text,
          "%s{\"id\": \"p%u\", \"if\": \"%s\", \"then\": {\"treatment\": \"t%u\", "
          "\"%s\": [\"%s\", \"not_relevant\"]}, \"why\": \"W\", "
          "\"evidence\": [\"e\"]}",
          i > 0 ? ", " : "", i, condition, pick (maker, N_TREATMENTS),
          pick (maker, 2) ? "in" : "not_in", pick (maker, 2) ? "option" : "recommended");
    }
  g_string_append (text, "]}");
  write_file (directory, "properties.json", text->str);
  write_file (directory, "glossary.json", "{\"terms\": []}");
  write_file (directory, "doctor-questions.json", "{\"questions\": []}");
  write_file (directory, "evidence.json",
              "{\"sources\": [{\"id\": \"e\", \"kind\": \"series\", \"label\": \"E 2020\", "
              "\"authors\": \"A B\", \"title\": \"T\", \"journal\": \"J\", \"year\": 2020, "
              "\"population\": \"P\", \"finding\": \"F\", \"seen_at\": [], \"verified\": true}]}");
  write_file (directory, "knowledge.json",
              "{\"format\": \"leio-knowledge\", \"format_version\": 1, \"id\": \"test\", "
              "\"title\": \"Test\", \"version\": \"2026.11\", \"review_date\": \"2026-11-24\", "
              "\"intended_use\": \"Tests\", \"files\": {\"questions\": \"questions.json\", "
              "\"definitions\": \"definitions.json\", \"treatments\": \"treatments.json\", "
              "\"rules\": [\"rules/all.json\"], \"evidence\": \"evidence.json\", "
              "\"glossary\": \"glossary.json\", \"doctor_questions\": \"doctor-questions.json\", "
              "\"properties\": \"properties.json\"}, \"phases\": ["
              "{\"id\": \"p0\", \"title\": \"P\", \"plain_title\": \"P\", \"required\": true}, "
              "{\"id\": \"p1\", \"title\": \"P\", \"plain_title\": \"P\", \"required\": false}]}");
}

LeioKnowledge *
leio_test_base_new (GRand *rand, const char *directory)
{
  Maker maker = { .rand = rand };
  g_autoptr (GError) error = NULL;
  LeioKnowledge *knowledge;

  choose_kinds (&maker);
  write_questions (&maker, directory);
  write_definitions (&maker, directory);
  write_treatments (directory);
  write_rules (&maker, directory);
  write_rest (&maker, directory);
  knowledge = leio_knowledge_load (directory, &error);
  g_assert_no_error (error);
  return knowledge;
}

static guint
count_values (const LeioQuestion *question)
{
  switch (question->kind)
    {
    case LEIO_QUESTION_SET:
      return 1u << question->values->len;
    case LEIO_QUESTION_NUMBER:
      return G_N_ELEMENTS (samples);
    case LEIO_QUESTION_CHOICE:
    case LEIO_QUESTION_SCALE:
      break;
    }
  return question->values->len;
}

LeioAnswer
leio_test_answer_for (const LeioQuestion *question, guint value)
{
  LeioAnswer answer = { LEIO_ANSWER_GIVEN, 0, 0, 0 };

  if (question->kind == LEIO_QUESTION_SET)
    answer.set = value;
  else if (question->kind == LEIO_QUESTION_NUMBER)
    answer.number = samples[value];
  else
    answer.value = value;
  return answer;
}

static const LeioQuestion *
question_at (const LeioTestWorlds *self, guint index)
{
  return leio_questionnaire_get_question (self->knowledge->logic->questionnaire, index);
}

static LeioAnswers *
answers_of (const LeioTestWorlds *self, const LeioTestWorld *world)
{
  LeioAnswers *answers = leio_answers_new (self->n_questions);

  for (guint i = 0; i < self->n_questions; i++)
    {
      LeioAnswer answer = leio_test_answer_for (question_at (self, i), world->values[i]);

      leio_answers_set (answers, i, &answer);
    }
  return answers;
}

static void
judge (LeioTestWorlds *self, LeioTestWorld *world)
{
  g_autoptr (LeioAnswers) answers = answers_of (self, world);
  const LeioLogic *logic = self->knowledge->logic;

  world->possible = leio_logic_is_possible (logic, answers);
  world->canonical = TRUE;
  for (guint i = 0; i < self->n_questions; i++)
    {
      world->asked[i] = leio_logic_is_asked (logic, i, answers);
      world->canonical &= world->asked[i] || world->values[i] == 0;
    }
  for (guint i = 0; i < self->knowledge->treatments->len; i++)
    world->statuses[i] = leio_knowledge_evaluate_plainly (self->knowledge, i, answers);
  for (guint i = 0; i < self->knowledge->arguments->len; i++)
    world->in_force[i]
        = leio_knowledge_argument_in_force_plainly (self->knowledge, i, answers);
  for (guint i = 0; i < self->knowledge->rules->len; i++)
    world->applies[i] = leio_condition_holds (
        logic, ((LeioRule *) g_ptr_array_index (self->knowledge->rules, i))->condition, answers);
  for (guint i = 0; i < logic->derived->len; i++)
    world->derived[i] = leio_logic_derive (logic, i, answers);
}

static void
world_free (LeioTestWorld *self)
{
  g_free (self->values);
  g_free (self->asked);
  g_free (self->statuses);
  g_free (self->in_force);
  g_free (self->applies);
  g_free (self->derived);
  g_free (self);
}

static LeioTestWorld *
world_new (LeioTestWorlds *self, guint number)
{
  LeioTestWorld *world = g_new0 (LeioTestWorld, 1);

  world->values = g_new (guint, self->n_questions + 1);
  world->asked = g_new (gboolean, self->n_questions + 1);
  world->statuses = g_new (guint8, self->knowledge->treatments->len + 1);
  world->in_force = g_new (gboolean, self->knowledge->arguments->len + 1);
  world->applies = g_new (gboolean, self->knowledge->rules->len + 1);
  world->derived = g_new (int, self->knowledge->logic->derived->len + 1);
  for (guint i = 0; i < self->n_questions; i++)
    world->values[i] = number / self->steps[i] % self->n_values[i];
  judge (self, world);
  return world;
}

LeioTestWorlds *
leio_test_worlds_new (LeioKnowledge *knowledge)
{
  LeioTestWorlds *self = g_new0 (LeioTestWorlds, 1);
  guint n_worlds = 1;

  self->knowledge = leio_knowledge_ref (knowledge);
  self->n_questions = leio_questionnaire_get_n_questions (knowledge->logic->questionnaire);
  self->n_values = g_new (guint, self->n_questions + 1);
  self->steps = g_new (guint, self->n_questions + 1);
  for (guint i = 0; i < self->n_questions; i++)
    {
      self->n_values[i] = count_values (question_at (self, i));
      self->steps[i] = n_worlds;
      n_worlds *= self->n_values[i];
    }
  self->worlds = g_ptr_array_new_with_free_func ((GDestroyNotify) world_free);
  for (guint i = 0; i < n_worlds; i++)
    g_ptr_array_add (self->worlds, world_new (self, i));
  return self;
}

void
leio_test_worlds_free (LeioTestWorlds *self)
{
  g_ptr_array_unref (self->worlds);
  g_free (self->n_values);
  g_free (self->steps);
  leio_knowledge_unref (self->knowledge);
  g_free (self);
}

/* Between the thresholds all numbers are the same case. */
static guint
interval_of (double number)
{
  guint interval = 0;

  for (guint i = 0; i < G_N_ELEMENTS (thresholds); i++)
    {
      double at = g_ascii_strtod (thresholds[i], NULL);

      interval += (number >= at) + (number > at);
    }
  return interval;
}

static gboolean
same_case (const LeioQuestion *question, const LeioAnswer *a, const LeioAnswer *b)
{
  if (question->kind == LEIO_QUESTION_NUMBER)
    return interval_of (a->number) == interval_of (b->number);
  return leio_answer_equal (a, b);
}

gboolean
leio_test_world_fits (const LeioTestWorlds *self, const LeioTestWorld *world,
                      const LeioAnswers *answers)
{
  if (!world->possible)
    return FALSE;
  for (guint i = 0; i < self->n_questions; i++)
    {
      LeioAnswer answer = leio_test_answer_for (question_at (self, i), world->values[i]);

      if (world->asked[i] && leio_answers_is_given (answers, i) &&
          !same_case (question_at (self, i), leio_answers_get (answers, i), &answer))
        return FALSE;
    }
  return TRUE;
}
