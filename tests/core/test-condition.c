/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Conditions that are right: what they parse to, how they print, when they hold.
 */
#include "config.h"

#include <string.h>

#include "leio-test-logic.h"

#define RANDOM_TREES 2000

typedef struct
{
  const char *text;
  const char *printed; /* NULL: as the text */
} PrintRow;

static const PrintRow print_rows[] = {
  { "always", NULL },
  { "large", NULL },
  { "site = limb", NULL },
  { "site=limb", "site = limb" },
  { "  site\t=\n limb ", "site = limb" },
  { "site != limb", NULL },
  { "site in (limb)", "site = limb" },
  { "site in (skin, uterus)", "site in (uterus, skin)" },
  { "site in (uterus, retroperitoneum, skin)", "site != limb" },
  { "site in (uterus, retroperitoneum, limb, skin)", NULL },
  { "depth != deep", "depth = superficial" },
  { "margin = 3d", NULL },
  { "margin in (r0,3d)", "margin != r1" },
  { "grade = 2", NULL },
  { "grade != 2", NULL },
  { "grade in (2, 3)", "grade >= 2" },
  { "grade > 1", "grade >= 2" },
  { "grade < 3", NULL },
  { "grade <= 2", "grade < 3" },
  { "grade < 2", "grade = 1" },
  { "grade >= 3", "grade = 3" },
  { "grade >= 1", NULL },
  { "grade <= 3", "grade >= 1" },
  { "ecog in (1, 3)", NULL },
  { "ecog in (1, 2)", NULL },
  { "size_cm > 5", NULL },
  { "size_cm>=8.50", "size_cm >= 8.5" },
  { "size_cm < 10", NULL },
  { "size_cm <= 0.1", NULL },
  { "size_cm >= 60", NULL },
  { "size_cm = 5", NULL },
  { "size_cm != 5.0", "size_cm != 5" },
  { "months >= 0", NULL },
  { "months = 007", "months = 7" },
  { "symptoms has pain", NULL },
  { "symptoms has any (pain)", "symptoms has pain" },
  { "symptoms has any (bleeding, pain)", "symptoms has any (pain, bleeding)" },
  { "symptoms has at least 2", NULL },
  { "symptoms within (pain)", NULL },
  { "symptoms within (bleeding, pain)", "symptoms within (pain, bleeding)" },
  { "symptoms is empty", NULL },
  { "stage = I", NULL },
  { "stage != I", NULL },
  { "stage in (I, II)", NULL },
  { "stage in (II, III, IV)", "stage != I" },
  { "not large", NULL },
  { "not not large", NULL },
  { "not (large)", "not large" },
  { "((large))", "large" },
  { "large and frail", NULL },
  { "large and frail and site = limb", NULL },
  { "(large and frail) and site = limb", NULL },
  { "large and (frail and site = limb)", NULL },
  { "large or frail and site = limb", NULL },
  { "(large or frail) and site = limb", NULL },
  { "large or (frail and site = limb)", "large or frail and site = limb" },
  { "not large and frail", NULL },
  { "not (large and frail)", NULL },
  { "not (large or not frail)", NULL },
  { "site in (limb, skin) and depth = deep and size_cm > 5 and grade in (2, 3) and large",
    "site in (limb, skin) and depth = deep and size_cm > 5 and grade >= 2 and large" },
};

static void
test_print (gconstpointer data)
{
  const PrintRow *row = data;
  g_autoptr (LeioLogic) logic = leio_test_logic_new ();
  g_autoptr (LeioCondition) condition = leio_test_parse (logic, row->text);
  g_autofree char *printed = leio_condition_print (logic, condition);
  g_autoptr (LeioCondition) again = leio_test_parse (logic, printed);

  g_assert_cmpstr (printed, ==, row->printed != NULL ? row->printed : row->text);
  g_assert_true (leio_condition_equal (condition, again));
}

typedef struct
{
  const char *condition;
  const char *answers;
  gboolean holds;
} HoldsRow;

/* Where the text has no "site", it is the uterus: depth and grade are not asked there. */
static const HoldsRow holds_rows[] = {
  { "always", "", TRUE },
  { "not always", "", FALSE },

  { "site = limb", "site=limb", TRUE },
  { "site = limb", "site=skin", FALSE },
  { "site != limb", "site=limb", FALSE },
  { "site != limb", "site=skin", TRUE },
  { "site in (limb, skin)", "site=skin", TRUE },
  { "site in (limb, skin)", "site=uterus", FALSE },

  { "grade < 3", "site=limb grade=2", TRUE },
  { "grade < 3", "site=limb grade=3", FALSE },
  { "grade <= 2", "site=limb grade=2", TRUE },
  { "grade > 2", "site=limb grade=2", FALSE },
  { "grade > 2", "site=limb grade=3", TRUE },
  { "grade >= 2", "site=limb grade=2", TRUE },
  { "grade >= 2", "site=limb grade=1", FALSE },
  { "grade != 2", "site=limb grade=1", TRUE },
  { "grade in (1, 3)", "site=limb grade=2", FALSE },
  { "ecog > 1", "ecog=2", TRUE },
  { "ecog > 1", "ecog=1", FALSE },

  { "size_cm < 5", "size_cm=4.9", TRUE },
  { "size_cm < 5", "size_cm=5", FALSE },
  { "size_cm <= 5", "size_cm=5", TRUE },
  { "size_cm <= 5", "size_cm=5.1", FALSE },
  { "size_cm > 5", "size_cm=5", FALSE },
  { "size_cm > 5", "size_cm=5.1", TRUE },
  { "size_cm >= 5", "size_cm=5", TRUE },
  { "size_cm >= 5", "size_cm=4.9", FALSE },
  { "size_cm = 5", "size_cm=5", TRUE },
  { "size_cm = 5", "size_cm=5.1", FALSE },
  { "size_cm != 5", "size_cm=5", FALSE },
  { "size_cm != 5", "size_cm=5.1", TRUE },
  { "size_cm <= 0.1", "size_cm=0.1", TRUE },
  { "size_cm >= 60", "size_cm=60", TRUE },

  { "symptoms has pain", "symptoms=pain,bleeding", TRUE },
  { "symptoms has pain", "symptoms=bleeding", FALSE },
  { "symptoms has pain", "symptoms=", FALSE },
  { "symptoms has any (pain, bleeding)", "symptoms=bleeding,fracture_risk", TRUE },
  { "symptoms has any (pain, bleeding)", "symptoms=fracture_risk", FALSE },
  { "symptoms has at least 2", "symptoms=pain", FALSE },
  { "symptoms has at least 2", "symptoms=pain,bleeding", TRUE },
  { "symptoms has at least 2", "symptoms=pain,bleeding,fracture_risk", TRUE },
  { "symptoms has at least 1", "symptoms=", FALSE },
  { "symptoms within (pain, bleeding)", "symptoms=pain", TRUE },
  { "symptoms within (pain, bleeding)", "symptoms=pain,bleeding", TRUE },
  { "symptoms within (pain, bleeding)", "symptoms=pain,fracture_risk", FALSE },
  { "symptoms within (pain, bleeding)", "symptoms=", TRUE },
  { "symptoms is empty", "symptoms=", TRUE },
  { "symptoms is empty", "symptoms=pain", FALSE },

  /* Not asked: every atom is false, "!=" too, whatever the file still has. */
  { "depth = deep", "site=skin depth=deep", FALSE },
  { "depth != superficial", "site=skin depth=deep", FALSE },
  { "not depth = superficial", "site=skin depth=superficial", TRUE },
  { "depth in (superficial, deep)", "site=skin depth=deep", FALSE },
  { "grade >= 1", "site=uterus grade=3", FALSE },
  { "months < 100", "metastasis=none months=3", FALSE },
  { "months != 3", "metastasis=none months=5", FALSE },
  { "metastasis_sites is empty", "metastasis=none metastasis_sites=", FALSE },
  { "metastasis_sites within (lung)", "metastasis=none metastasis_sites=lung", FALSE },
  { "metastasis_sites has lung", "metastasis=none metastasis_sites=lung", FALSE },
  { "metastasis_sites has at least 1", "metastasis=none metastasis_sites=lung", FALSE },
  { "metastasis_sites has lung", "metastasis=present metastasis_sites=lung", TRUE },
  /* ... unless it has a value there, which then counts and not the one in the file. */
  { "nodes = no", "site=skin", TRUE },
  { "nodes = no", "site=skin nodes=yes", TRUE },
  { "nodes != no", "site=skin nodes=yes", FALSE },
  { "nodes = yes", "site=limb nodes=yes", TRUE },

  /* Asked and open: false, for the evaluator is for complete cases. */
  { "size_cm > 5", "", FALSE },
  { "not size_cm > 5", "", TRUE },
  { "grade = 1", "site=limb grade=?", FALSE },

  { "large", "size_cm=6", TRUE },
  { "large", "size_cm=5", FALSE },
  { "large_and_deep", "site=limb size_cm=6 depth=deep", TRUE },
  { "large_and_deep", "site=skin size_cm=6 depth=deep", FALSE },
  { "stage = I", "site=limb size_cm=3 metastasis=none", TRUE },
  { "stage = II", "site=limb size_cm=6 depth=deep grade=1 metastasis=none", TRUE },
  { "stage = III", "site=limb size_cm=6 depth=deep grade=3 metastasis=none", TRUE },
  /* The first row that holds, although the others hold as well. */
  { "stage = IV", "site=limb size_cm=6 depth=deep grade=3 metastasis=present", TRUE },
  { "stage in (II, III)", "site=limb size_cm=6 depth=deep grade=3 metastasis=present", FALSE },
  { "stage != IV", "site=limb size_cm=3 metastasis=none", TRUE },
  /* No row holds: no value, and every atom is false. */
  { "stage != IV", "size_cm=3 metastasis=unstaged", FALSE },
  { "not stage = IV", "size_cm=3 metastasis=unstaged", TRUE },
  { "stage in (I, II, III, IV)", "size_cm=3 metastasis=unstaged", FALSE },

  { "large and frail", "size_cm=6 ecog=3", TRUE },
  { "large and frail", "size_cm=6 ecog=0", FALSE },
  { "large and frail", "size_cm=3 ecog=3", FALSE },
  { "large or frail", "size_cm=3 ecog=3", TRUE },
  { "large or frail", "size_cm=6 ecog=0", TRUE },
  { "large or frail", "size_cm=3 ecog=0", FALSE },
  /* "and" binds tighter than "or", "not" tighter than "and". */
  { "large or frail and site = limb", "size_cm=6 ecog=0 site=skin", TRUE },
  { "(large or frail) and site = limb", "size_cm=6 ecog=0 site=skin", FALSE },
  { "not large and frail", "size_cm=3 ecog=3", TRUE },
  { "not large and frail", "size_cm=3 ecog=0", FALSE },
  { "not (large and frail)", "size_cm=3 ecog=0", TRUE },
  { "not large or frail", "size_cm=6 ecog=3", TRUE },
  { "not (large or frail)", "size_cm=6 ecog=3", FALSE },
};

static void
test_holds (gconstpointer data)
{
  const HoldsRow *row = data;
  g_autoptr (LeioLogic) logic = leio_test_logic_new ();
  g_autoptr (LeioCondition) condition = leio_test_parse (logic, row->condition);
  g_autoptr (LeioAnswers) answers = leio_test_answers (logic, "site=uterus");

  leio_test_answer (logic, answers, row->answers);

  g_assert_cmpint (leio_condition_holds (logic, condition, answers), ==, row->holds);
}

/* The tree is what the compiler walks, so its shape is a promise too. */
static void
test_tree (void)
{
  g_autoptr (LeioLogic) logic = leio_test_logic_new ();
  g_autoptr (LeioCondition) tree =
      leio_test_parse (logic, "symptoms has at least 2 or not size_cm <= 8.5 and stage != I");
  const LeioCondition *term = g_ptr_array_index (tree->children, 1);
  const LeioCondition *negation = g_ptr_array_index (term->children, 0);
  const LeioCondition *number = g_ptr_array_index (negation->children, 0);
  const LeioCondition *derived = g_ptr_array_index (term->children, 1);

  g_assert_cmpint (tree->kind, ==, LEIO_CONDITION_OR);
  g_assert_cmpuint (((LeioCondition *) tree->children->pdata[0])->count, ==, 2);
  g_assert_cmpint (term->kind, ==, LEIO_CONDITION_AND);
  g_assert_cmpint (negation->kind, ==, LEIO_CONDITION_NOT);
  g_assert_cmpint (number->kind, ==, LEIO_CONDITION_NUMBER);
  g_assert_cmpint (number->comparison, ==, LEIO_COMPARISON_AT_MOST);
  g_assert_cmpfloat (number->number, ==, 8.5);
  g_assert_cmpuint (number->index, ==,
                    leio_questionnaire_find (logic->questionnaire, "size_cm")->index);
  g_assert_null (number->children);
  g_assert_cmpint (derived->kind, ==, LEIO_CONDITION_DERIVED);
  g_assert_cmpuint (derived->mask, ==, 14);
}

static void
test_equal_sees_every_difference (void)
{
  static const char *const texts[] = {
    "site = limb",
    "site = skin",
    "margin = r0",
    "size_cm > 5",
    "size_cm >= 5",
    "size_cm > 6",
    "symptoms has pain",
    "symptoms within (pain)",
    "symptoms is empty",
    "large",
    "symptoms has at least 1",
    "symptoms has at least 2",
    "large and frail",
    "large or frail",
    "large and frail and large",
    "frail and large",
    "not large",
    "always",
    "stage = I",
    "not not large",
  };
  g_autoptr (LeioLogic) logic = leio_test_logic_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
      {
        g_autoptr (LeioCondition) a = leio_test_parse (logic, texts[i]);
        g_autoptr (LeioCondition) b = leio_test_parse (logic, texts[j]);

        g_assert_cmpint (leio_condition_equal (a, b), ==, i == j);
      }
}

static char *
repeat (const char *before, guint n_times, const char *middle, const char *after)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_times; i++)
    g_string_append (text, before);
  g_string_append (text, middle);
  for (guint i = 0; i < n_times; i++)
    g_string_append (text, after);

  return g_string_free (text, FALSE);
}

static void
test_deep_nesting (void)
{
  g_autoptr (LeioLogic) logic = leio_test_logic_new ();
  g_autoptr (LeioAnswers) answers = leio_test_answers (logic, "size_cm=6");
  g_autofree char *parentheses = repeat ("(", 200, "large", ")");
  g_autofree char *negations = repeat ("not ", 199, "large", "");
  g_autoptr (LeioCondition) first = leio_test_parse (logic, parentheses);
  g_autoptr (LeioCondition) second = leio_test_parse (logic, negations);
  g_autofree char *printed = leio_condition_print (logic, second);

  g_assert_true (leio_condition_holds (logic, first, answers));
  g_assert_false (leio_condition_holds (logic, second, answers));
  g_assert_cmpstr (printed, ==, negations);
}

/* Depth is not length: nesting that was closed does not count. */
static void
test_wide (void)
{
  g_autoptr (LeioLogic) logic = leio_test_logic_new ();
  g_autofree char *text = repeat ("(not large) or ", 1000, "frail", "");
  g_autoptr (LeioCondition) condition = leio_test_parse (logic, text);

  g_assert_cmpuint (condition->children->len, ==, 1001);
}

static void
test_longest (void)
{
  g_autoptr (LeioLogic) logic = leio_test_logic_new ();
  g_autofree char *padding = g_strnfill (64 * 1024 - strlen ("large"), ' ');
  g_autofree char *text = g_strconcat (padding, "large", NULL);
  g_autoptr (LeioCondition) condition = leio_test_parse (logic, text);

  g_assert_cmpint (condition->kind, ==, LEIO_CONDITION_DEFINITION);
}

/* What is printed parses to an equal tree, which then holds in the same cases. */
static void
test_random_trees (void)
{
  g_autoptr (LeioLogic) logic = leio_test_logic_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261124);

  for (guint i = 0; i < RANDOM_TREES; i++)
    {
      g_autoptr (LeioCondition) tree = leio_test_random_condition (logic, rand, 6);
      g_autofree char *text = leio_condition_print (logic, tree);
      g_autoptr (LeioCondition) parsed = leio_test_parse (logic, text);
      g_autoptr (LeioAnswers) answers = leio_test_random_case (logic, rand);

      if (!leio_condition_equal (tree, parsed))
        g_test_message ("not the same tree: %s", text);
      g_assert_true (leio_condition_equal (tree, parsed));
      g_assert_cmpint (leio_condition_holds (logic, tree, answers), ==,
                       leio_condition_holds (logic, parsed, answers));
    }
}

/* The laws of negation hold for whole conditions in every case, asked or not. */
static void
test_random_negation (void)
{
  g_autoptr (LeioLogic) logic = leio_test_logic_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint n_true = 0;

  for (guint i = 0; i < RANDOM_TREES; i++)
    {
      g_autoptr (LeioCondition) negation = leio_condition_new (LEIO_CONDITION_NOT);
      g_autoptr (LeioAnswers) answers = leio_test_random_case (logic, rand);
      LeioCondition *tree = leio_test_random_condition (logic, rand, 4);
      gboolean holds = leio_condition_holds (logic, tree, answers);

      g_ptr_array_add (negation->children, tree);
      g_assert_cmpint (leio_condition_holds (logic, negation, answers), ==, !holds);
      n_true += holds ? 1 : 0;
    }

  /* The trees say something: neither always true nor always false. */
  g_assert_cmpuint (n_true, >, RANDOM_TREES / 5);
  g_assert_cmpuint (n_true, <, RANDOM_TREES * 4 / 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (print_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/condition/print/%u", i);

      g_test_add_data_func (path, &print_rows[i], test_print);
    }
  for (guint i = 0; i < G_N_ELEMENTS (holds_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/condition/holds/%u", i);

      g_test_add_data_func (path, &holds_rows[i], test_holds);
    }
  g_test_add_func ("/core/condition/tree", test_tree);
  g_test_add_func ("/core/condition/equal", test_equal_sees_every_difference);
  g_test_add_func ("/core/condition/deep-nesting", test_deep_nesting);
  g_test_add_func ("/core/condition/wide", test_wide);
  g_test_add_func ("/core/condition/longest", test_longest);
  g_test_add_func ("/core/condition/random-trees", test_random_trees);
  g_test_add_func ("/core/condition/random-negation", test_random_negation);

  return g_test_run ();
}
