/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be checked only when everything is read: placeholders in texts, and
 * the expansion of rules into arguments, one a treatment, with their overriders
 * and the circles among those.
 */
#include "config.h"

#include "leio-knowledge-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rules that override one another in a chain longer than this are no guideline. */
#define LONGEST_CHAIN 1000

static void
check_placeholder (LeioLoader *loader, const char *member, const char *id, const guint8 *tested)
{
  const LeioQuestion *question = leio_questionnaire_find (loader->questionnaire, id);

  if (question == NULL)
    leio_loader_fault (loader, LEIO_ERROR_UNKNOWN_ID,
                       /* Translators: the name of a field, and an id that stands there in braces */
                       _ ("%1$s: '{%2$s}' is not a question"), member, id);
  else if (!tested[question->index])
    leio_loader_fault (loader, LEIO_ERROR_KNOWLEDGE,
                       /* Translators: the name of a field, and an id that stands there in braces */
                       _ ("%1$s: '{%2$s}' is not a question that the condition tests"), member, id);
}

/* {x} in @text may only be a question of @condition, as no other need be answered. */
static void
check_placeholders (LeioLoader *loader,
                    const char *member,
                    const char *text,
                    const LeioCondition *condition)
{
  const char *brace = text != NULL ? strchr (text, '{') : NULL;
  guint n_questions = leio_questionnaire_get_n_questions (loader->questionnaire);
  g_autofree guint8 *tested = NULL;

  if (brace == NULL || condition == NULL)
    return;

  tested = g_new0 (guint8, n_questions + 1);
  leio_logic_find_tested (loader->knowledge->logic, condition, tested);
  for (; brace != NULL; brace = strchr (brace + 1, '{'))
    {
      const char *close = strchr (brace, '}');
      g_autofree char *id = NULL;

      if (close == NULL)
        {
          leio_loader_fault (loader, LEIO_ERROR_SYNTAX,
                             /* Translators: %s is the name of a field */
                             _ ("%s: found '{' without '}'"), member);
          return;
        }
      id = g_strndup (brace + 1, (gsize) (close - brace - 1));
      check_placeholder (loader, member, id, tested);
    }
}

static void
check_texts (LeioLoader *loader)
{
  const LeioLogic *logic = loader->knowledge->logic;

  loader->file = loader->questions_file;
  for (guint i = 0; i < logic->impossible->len; i++)
    {
      const LeioImpossible *impossible = g_ptr_array_index (logic->impossible, i);
      gsize place = leio_loader_enter (loader, "impossible", impossible->id);

      check_placeholders (loader, "why", impossible->why, impossible->condition);
      check_placeholders (loader, "plain", impossible->plain, impossible->condition);
      leio_loader_leave (loader, place);
    }
  for (guint i = 0; i < loader->knowledge->rules->len; i++)
    {
      const LeioRule *rule = g_ptr_array_index (loader->knowledge->rules, i);
      gsize place = leio_loader_enter (loader, "rule", rule->id);

      loader->file = rule->file;
      check_placeholders (loader, "why", rule->why, rule->condition);
      check_placeholders (loader, "plain", rule->plain, rule->condition);
      leio_loader_leave (loader, place);
    }
}

/* Arguments of one treatment by rule: index + 1 of the argument, 0 where the rule is not about it.
 */
static void
link_overriders (const LeioKnowledge *knowledge, guint treatment, guint *arguments_of)
{
  guint first = g_array_index (knowledge->first_argument, guint, treatment);

  for (guint i = first; i < knowledge->arguments->len; i++)
    arguments_of[((LeioArgument *) knowledge->arguments->pdata[i])->rule] = i + 1;
  for (guint i = first; i < knowledge->arguments->len; i++)
    {
      const LeioArgument *argument = g_ptr_array_index (knowledge->arguments, i);
      const LeioRule *rule = g_ptr_array_index (knowledge->rules, argument->rule);

      for (guint j = 0; j < rule->overrides->len; j++)
        {
          guint overridden = arguments_of[g_array_index (rule->overrides, guint, j)];

          if (overridden > 0)
            g_array_append_val (
                ((LeioArgument *) knowledge->arguments->pdata[overridden - 1])->overriders, i);
        }
    }
  for (guint i = first; i < knowledge->arguments->len; i++)
    arguments_of[((LeioArgument *) knowledge->arguments->pdata[i])->rule] = 0;
}

static void
add_argument (LeioKnowledge *knowledge, guint treatment, guint rule)
{
  LeioArgument *argument = g_new0 (LeioArgument, 1);

  argument->index = knowledge->arguments->len;
  argument->rule = rule;
  argument->treatment = treatment;
  argument->overriders = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (knowledge->arguments, argument);
}

/* (element-type GArray of guint): the rules of each treatment, in their order. */
static GPtrArray *
sort_rules_by_treatment (const LeioKnowledge *knowledge)
{
  GPtrArray *rules = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < knowledge->treatments->len; i++)
    g_ptr_array_add (rules, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < knowledge->rules->len; i++)
    {
      const LeioRule *rule = g_ptr_array_index (knowledge->rules, i);

      for (guint j = 0; j < rule->treatments->len; j++)
        g_array_append_val ((GArray *) rules->pdata[g_array_index (rule->treatments, guint, j)], i);
    }
  return rules;
}

static void
expand_rules (LeioKnowledge *knowledge)
{
  g_autoptr (GPtrArray) rules = sort_rules_by_treatment (knowledge);
  g_autofree guint *arguments_of = g_new0 (guint, knowledge->rules->len + 1);

  for (guint treatment = 0; treatment < knowledge->treatments->len; treatment++)
    {
      GArray *its_rules = g_ptr_array_index (rules, treatment);

      g_array_append_val (knowledge->first_argument, knowledge->arguments->len);
      for (guint i = 0; i < its_rules->len; i++)
        add_argument (knowledge, treatment, g_array_index (its_rules, guint, i));
      link_overriders (knowledge, treatment, arguments_of);
    }
  g_array_append_val (knowledge->first_argument, knowledge->arguments->len);
}

/* A search for circles among arguments, from each one to those that it overrides. */
typedef enum
{
  NEW,
  ON_PATH,
  DONE,
} Mark;

typedef struct
{
  LeioLoader *loader;
  guint8 *marks;        /* Mark of each argument */
  GArray *path;         /* guint: arguments */
  GHashTable *reported; /* set of the circles' texts: a circle in several treatments is one fault */
} Search;

static const LeioRule *
get_rule (const LeioKnowledge *knowledge, guint argument)
{
  const LeioArgument *this = g_ptr_array_index (knowledge->arguments, argument);

  return g_ptr_array_index (knowledge->rules, this->rule);
}

static void
report_circle (Search *search, guint argument)
{
  const LeioKnowledge *knowledge = search->loader->knowledge;
  const LeioRule *rule = get_rule (knowledge, argument);
  GString *text = g_string_new (rule->id);
  guint i = search->path->len;
  char *circle;
  gsize place;

  /* The path runs from the overridden to the overriders; a circle is told the other way. */
  do
    {
      i--;
      g_string_append_printf (text, " -> %s",
                              get_rule (knowledge, g_array_index (search->path, guint, i))->id);
    }
  while (g_array_index (search->path, guint, i) != argument);

  circle = g_string_free (text, FALSE);
  if (!g_hash_table_add (search->reported, circle))
    return;

  search->loader->file = rule->file;
  place = leio_loader_enter (search->loader, "rule", rule->id);
  leio_loader_fault (search->loader, LEIO_ERROR_CYCLE,
                     /* Translators: %s is a circle of rules, "a -> b -> a" */
                     _ ("overrides: the rules go in a circle: %s"), circle);
  leio_loader_leave (search->loader, place);
}

/* The search goes no deeper than the stack allows. */
static gboolean
check_chain (Search *search, guint argument)
{
  const LeioRule *rule = get_rule (search->loader->knowledge, argument);
  gsize place;

  if (search->path->len < LONGEST_CHAIN)
    return TRUE;

  search->loader->file = rule->file;
  place = leio_loader_enter (search->loader, "rule", rule->id);
  leio_loader_fault (search->loader, LEIO_ERROR_LIMIT,
                     /* Translators: %d is a number of rules */
                     _ ("overrides: found a chain of more than %d rules"), LONGEST_CHAIN);
  leio_loader_leave (search->loader, place);
  return FALSE;
}

static void
search_circles (Search *search, guint argument)
{
  const LeioArgument *this = g_ptr_array_index (search->loader->knowledge->arguments, argument);

  search->marks[argument] = ON_PATH;
  if (!check_chain (search, argument))
    return;

  g_array_append_val (search->path, argument);
  for (guint i = 0; i < this->overriders->len; i++)
    {
      guint overrider = g_array_index (this->overriders, guint, i);

      /* A rule that overrides itself has been told already. */
      if (search->marks[overrider] == ON_PATH && overrider != argument)
        report_circle (search, overrider);
      else if (search->marks[overrider] == NEW)
        search_circles (search, overrider);
    }
  g_array_set_size (search->path, search->path->len - 1);
  search->marks[argument] = DONE;
}

static void
check_overrides (LeioLoader *loader)
{
  guint n_arguments = loader->knowledge->arguments->len;
  g_autofree guint8 *marks = g_new0 (guint8, n_arguments + 1);
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) reported = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Search search = { loader, marks, path, reported };

  for (guint i = 0; i < n_arguments; i++)
    if (marks[i] == NEW)
      search_circles (&search, i);
}

void
leio_loader_check (LeioLoader *loader)
{
  /* Half a definition does not tell which questions it tests. */
  if (!loader->names_faulty)
    check_texts (loader);
  expand_rules (loader->knowledge);
  check_overrides (loader);
}
