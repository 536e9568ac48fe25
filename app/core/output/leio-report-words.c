/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of the report: statuses, answers, changes and lists as people say
 * them. Medical words come from the knowledge base, through its translation.
 */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "leio-report-private.h"

static const LeioQuestion *
get_question (const LeioKnowledge *knowledge, guint question)
{
  return leio_questionnaire_get_question (knowledge->logic->questionnaire, question);
}

gboolean
leio_report_has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static const char *
translate (const LeioKnowledge *knowledge,
           const char *folder,
           const char *id,
           const char *field,
           const char *text)
{
  g_autofree char *context = NULL;

  if (!leio_report_has_text (text))
    return "";

  context = g_strdup_printf ("%s/%s/%s", folder, id, field);
  return leio_knowledge_text (knowledge, context, text);
}

const char *
leio_report_question_label (const LeioKnowledge *knowledge, guint question)
{
  const LeioQuestion *asked = get_question (knowledge, question);

  return translate (knowledge, "questions", asked->id, "short",
                    leio_report_has_text (asked->short_label) ? asked->short_label : asked->id);
}

const char *
leio_report_question_name (const LeioKnowledge *knowledge, guint question, gboolean plain)
{
  const LeioQuestion *asked = get_question (knowledge, question);

  if (plain && leio_report_has_text (asked->plain_short))
    return translate (knowledge, "questions", asked->id, "plain_short", asked->plain_short);
  return leio_report_question_label (knowledge, question);
}

const char *
leio_report_question_text (const LeioKnowledge *knowledge, guint question, gboolean plain)
{
  const LeioQuestion *asked = get_question (knowledge, question);

  if (plain && leio_report_has_text (asked->plain_question))
    return translate (knowledge, "questions", asked->id, "plain_question", asked->plain_question);
  return translate (knowledge, "questions", asked->id, "question", asked->question);
}

const char *
leio_report_treatment_name (const LeioKnowledge *knowledge, guint treatment, gboolean plain)
{
  const LeioTreatment *found = g_ptr_array_index (knowledge->treatments, treatment);

  if (plain && leio_report_has_text (found->plain_name))
    return translate (knowledge, "treatments", found->id, "plain_name", found->plain_name);
  return translate (knowledge, "treatments", found->id, "name", found->name);
}

const char *
leio_report_derived_label (const LeioKnowledge *knowledge, guint derived, guint value)
{
  const LeioDerived *fact = g_ptr_array_index (knowledge->logic->derived, derived);
  const LeioValue *found = g_ptr_array_index (fact->values, value);
  g_autofree char *field = g_strdup_printf ("values/%s/label", found->id);

  return translate (knowledge, "derived", fact->id, field, found->label);
}

const char *
leio_report_summary_text (const LeioKnowledge *knowledge,
                          const LeioQuestion *question,
                          const LeioValue *value,
                          gboolean plain)
{
  gboolean use_plain = plain && leio_report_has_text (value->plain_summary);
  g_autofree char *field =
      g_strdup_printf ("values/%s/%s", value->id, use_plain ? "plain_summary" : "summary");

  return translate (knowledge, "questions", question->id, field,
                    use_plain ? value->plain_summary : value->summary);
}

char *
leio_report_dup_reason (const LeioKnowledge *knowledge,
                        const LeioRule *rule,
                        const LeioAnswers *answers,
                        gboolean plain)
{
  gboolean use_plain = plain && leio_report_has_text (rule->plain);
  const char *text = translate (knowledge, "rules", rule->id, use_plain ? "plain" : "why",
                                use_plain ? rule->plain : rule->why);

  return leio_knowledge_fill (knowledge, text, answers, plain);
}

const char *
leio_report_value_label (const LeioKnowledge *knowledge,
                         const LeioQuestion *question,
                         guint index,
                         gboolean plain)
{
  const LeioValue *value = leio_question_get_value (question, index);
  gboolean use_plain = plain && leio_report_has_text (value->plain_label);
  g_autofree char *field =
      g_strdup_printf ("values/%s/%s", value->id, use_plain ? "plain_label" : "label");

  return translate (knowledge, "questions", question->id, field,
                    use_plain ? value->plain_label : value->label);
}

static char *
join (GPtrArray *words, const char *last_two)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      if (i > 0)
        /* Translators: between the members of a list, as in “size, grade” */
        g_string_append (joined,
                         i == words->len - 1 && last_two != NULL ? last_two : C_ ("list", ", "));
      g_string_append (joined, g_ptr_array_index (words, i));
    }

  return g_string_free (joined, FALSE);
}

char *
leio_report_join (GPtrArray *words)
{
  return join (words, NULL);
}

char *
leio_report_join_or (GPtrArray *words)
{
  /* Translators: between the last two members of a list, with the spaces */
  return join (words, C_ ("list", " or "));
}

char *
leio_report_join_and (GPtrArray *words)
{
  /* Translators: between the last two members of a list, with the spaces */
  return join (words, C_ ("list", " and "));
}

char *
leio_report_dup_question_labels (const LeioKnowledge *knowledge,
                                 const GArray *questions,
                                 gboolean plain)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < questions->len; i++)
    {
      guint question = g_array_index (questions, guint, i);

      g_ptr_array_add (words, (gpointer) leio_report_question_name (knowledge, question, plain));
    }

  return leio_report_join (words);
}

static gboolean
begins_small (void)
{
  /* Translators: a label in the middle of a line begins with a small letter, as in “site (uterus)”;
   * translate it as “as it stands” where nouns are written with a capital letter */
  return !g_str_equal (C_ ("label within a line", "small"), "as it stands");
}

/* A label in the middle of a line: its first letter small where the language writes it so,
 * unless it begins an abbreviation. */
char *
leio_report_dup_inner (const char *label)
{
  const char *second = *label != '\0' ? g_utf8_next_char (label) : label;
  g_autofree char *first = NULL;

  if (!g_unichar_islower (g_utf8_get_char (second)) || !begins_small ())
    return g_strdup (label);

  first = g_utf8_strdown (label, second - label);
  return g_strconcat (first, second, NULL);
}

static char *
dup_set (const LeioKnowledge *knowledge, const LeioQuestion *question, guint64 set, gboolean plain)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < question->values->len; i++)
    if (set & (G_GUINT64_CONSTANT (1) << i))
      {
        const char *label = leio_report_value_label (knowledge, question, i, plain);

        g_ptr_array_add (words, words->len > 0 ? leio_report_dup_inner (label) : g_strdup (label));
      }

  /* Translators: no value of a list applies, as in “symptoms: none” */
  return words->len > 0 ? leio_report_join (words) : g_strdup (C_ ("answer", "none"));
}

char *
leio_report_dup_answer (const LeioKnowledge *knowledge,
                        const LeioQuestion *question,
                        const LeioAnswer *answer,
                        LeioReportReading reading)
{
  gboolean plain = reading == LEIO_REPORT_HOME;

  if (answer->state != LEIO_ANSWER_GIVEN)
    return g_strdup (answer->state == LEIO_ANSWER_OPEN ? C_ ("answer", "not answered")
                                                       : C_ ("answer", "not known"));
  if (plain && question->forecast)
    return g_strdup (C_ ("answer", "a figure is given"));

  switch (question->kind)
    {
    case LEIO_QUESTION_CHOICE:
    case LEIO_QUESTION_SCALE:
      return g_strdup (leio_report_value_label (knowledge, question, answer->value, plain));
    case LEIO_QUESTION_SET:
      return dup_set (knowledge, question, answer->set, plain);
    case LEIO_QUESTION_NUMBER:
      return leio_answer_dup_text (question, answer, plain);
    }

  g_return_val_if_reached (g_strdup (""));
}

char *
leio_report_dup_answers_in (const LeioKnowledge *knowledge,
                            const LeioAnswers *answers,
                            const GArray *questions,
                            gboolean plain)
{
  LeioReportReading reading = plain ? LEIO_REPORT_HOME : LEIO_REPORT_CLINICIAN;
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < questions->len; i++)
    {
      guint question = g_array_index (questions, guint, i);
      g_autofree char *answer =
          leio_report_dup_answer (knowledge, get_question (knowledge, question),
                                  leio_answers_get (answers, question), reading);
      g_autofree char *inner = leio_report_dup_inner (answer);
      const char *label = leio_report_question_name (knowledge, question, plain);
      char *word;

      /* Translators: %1$s is a question in short, %2$s its answer: “site (uterus)” */
      word = g_strdup_printf (C_ ("answer", "%1$s (%2$s)"), label, inner);
      g_ptr_array_add (words, word);
    }

  return leio_report_join (words);
}

char *
leio_report_dup_answers (const LeioKnowledge *knowledge,
                         const LeioAnswers *answers,
                         const GArray *questions)
{
  return leio_report_dup_answers_in (knowledge, answers, questions, FALSE);
}

/* Labels are quoted as they stand, so that any label fits the sentence. */
static char *
dup_quoted (const LeioKnowledge *knowledge,
            const LeioQuestion *question,
            const LeioAnswer *answer,
            gboolean plain)
{
  g_autofree char *text = leio_report_dup_answer (
      knowledge, question, answer, plain ? LEIO_REPORT_HOME : LEIO_REPORT_CLINICIAN);

  if (question->kind == LEIO_QUESTION_NUMBER ||
      (question->kind == LEIO_QUESTION_SET && answer->set == 0))
    return g_steal_pointer (&text);
  /* Translators: %s is an answer, quoted inside a sentence */
  return g_strdup_printf (C_ ("answer", "“%s”"), text);
}

char *
leio_report_dup_change (const LeioKnowledge *knowledge, const LeioChange *change)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < change->questions->len; i++)
    {
      guint question = g_array_index (change->questions, guint, i);
      g_autofree char *answer = dup_quoted (knowledge, get_question (knowledge, question),
                                            &g_array_index (change->answers, LeioAnswer, i), FALSE);
      const char *label = leio_report_question_label (knowledge, question);
      char *word;

      /* Translators: inside “would change if …”; %1$s is a question in short, %2$s an answer: “size
       * were 5 cm” */
      word = g_strdup_printf (C_ ("change", "%1$s were %2$s"), label, answer);
      g_ptr_array_add (words, word);
    }

  return leio_report_join_and (words);
}

static void
report_case_free (gpointer data)
{
  LeioReportCase *self = data;

  g_array_unref (self->answers);
  g_free (self);
}

static LeioReportCase *
find_case (GPtrArray *cases, LeioStatus status)
{
  for (guint i = 0; i < cases->len; i++)
    {
      LeioReportCase *group = g_ptr_array_index (cases, i);

      if (group->status == status)
        return group;
    }

  return NULL;
}

GPtrArray *
leio_report_group_if_then (const LeioQuestion *question, const GArray *if_then)
{
  GPtrArray *cases = g_ptr_array_new_with_free_func (report_case_free);

  for (guint i = 0; i < if_then->len; i++)
    {
      const LeioIfThen *one = &g_array_index (if_then, LeioIfThen, i);
      gboolean number = question->kind == LEIO_QUESTION_NUMBER;
      LeioReportCase *last = cases->len > 0 ? g_ptr_array_index (cases, cases->len - 1) : NULL;
      LeioReportCase *group = number ? last : find_case (cases, one->status);

      if (group == NULL || group->status != one->status)
        {
          group = g_new0 (LeioReportCase, 1);
          group->status = one->status;
          group->answers = g_array_new (FALSE, FALSE, sizeof (LeioAnswer));
          group->low = one->low;
          group->low_inclusive = one->low_inclusive;
          g_ptr_array_add (cases, group);
        }
      if (!number || group->answers->len == 0)
        g_array_append_val (group->answers, one->answer);
      group->high = one->high;
      group->high_inclusive = one->high_inclusive;
    }

  return cases;
}

static char *
dup_bound (const LeioQuestion *question, double number)
{
  LeioAnswer answer = { .state = LEIO_ANSWER_GIVEN, .number = number };

  return leio_answer_dup_text (question, &answer, FALSE);
}

/* What a number must be: "over 5 cm". */
char *
leio_report_dup_bound (const LeioQuestion *question, LeioComparison comparison, double number)
{
  g_autofree char *text = dup_bound (question, number);

  switch (comparison)
    {
    case LEIO_COMPARISON_LESS:
      /* Translators: %s is a number with its unit */
      return g_strdup_printf (C_ ("range", "under %s"), text);
    case LEIO_COMPARISON_AT_MOST:
      /* Translators: %s is a number with its unit */
      return g_strdup_printf (C_ ("range", "at most %s"), text);
    case LEIO_COMPARISON_MORE:
      /* Translators: %s is a number with its unit */
      return g_strdup_printf (C_ ("range", "over %s"), text);
    case LEIO_COMPARISON_AT_LEAST:
      /* Translators: %s is a number with its unit */
      return g_strdup_printf (C_ ("range", "at least %s"), text);
    case LEIO_COMPARISON_EQUAL:
      /* Translators: %s is a number with its unit */
      return g_strdup_printf (C_ ("range", "exactly %s"), text);
    case LEIO_COMPARISON_NOT_EQUAL:
      /* Translators: %s is a number with its unit */
      return g_strdup_printf (C_ ("range", "not %s"), text);
    }

  g_return_val_if_reached (g_strdup (""));
}

static char *
dup_low (const LeioQuestion *question, double low, gboolean inclusive)
{
  return leio_report_dup_bound (
      question, inclusive ? LEIO_COMPARISON_AT_LEAST : LEIO_COMPARISON_MORE, low);
}

static char *
dup_high (const LeioQuestion *question, double high, gboolean inclusive)
{
  return leio_report_dup_bound (
      question, inclusive ? LEIO_COMPARISON_AT_MOST : LEIO_COMPARISON_LESS, high);
}

static char *
dup_range (const LeioQuestion *question, const LeioReportCase *group)
{
  gboolean has_low = !isinf (group->low);
  gboolean has_high = !isinf (group->high);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (has_low && has_high && group->low == group->high)
    return leio_report_dup_bound (question, LEIO_COMPARISON_EQUAL, group->low);
  if (!has_low && !has_high)
    return g_strdup (C_ ("range", "anything"));
  if (!has_high)
    return dup_low (question, group->low, group->low_inclusive);
  if (!has_low)
    return dup_high (question, group->high, group->high_inclusive);

  from = dup_low (question, group->low, group->low_inclusive);
  to = dup_high (question, group->high, group->high_inclusive);
  /* Translators: %1$s is “at least 5 cm”, %2$s is “under 10 cm” */
  return g_strdup_printf (C_ ("range", "%1$s and %2$s"), from, to);
}

char *
leio_report_dup_case_answers (const LeioKnowledge *knowledge,
                              const LeioQuestion *question,
                              const LeioReportCase *group,
                              gboolean plain)
{
  g_autoptr (GPtrArray) words = NULL;

  if (question->kind == LEIO_QUESTION_NUMBER)
    return dup_range (question, group);

  words = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < group->answers->len; i++)
    g_ptr_array_add (words,
                     dup_quoted (knowledge, question,
                                 &g_array_index (group->answers, LeioAnswer, i), plain));

  return leio_report_join_or (words);
}

char *
leio_report_dup_if_then (const LeioKnowledge *knowledge, const LeioTreatmentAdvice *advice)
{
  GString *text = g_string_new (NULL);
  const LeioQuestion *question = NULL;
  g_autoptr (GPtrArray) cases = NULL;

  if (advice->if_then == NULL || advice->if_then->len == 0)
    return g_string_free (text, FALSE);

  question = get_question (knowledge, advice->if_then_question);
  cases = leio_report_group_if_then (question, advice->if_then);
  for (guint i = 0; i < cases->len; i++)
    {
      const LeioReportCase *group = g_ptr_array_index (cases, i);
      g_autofree char *answers = leio_report_dup_case_answers (knowledge, question, group, FALSE);
      const char *status = leio_report_status_phrase (group->status, FALSE);

      if (i == 0)
        /* Translators: %1$s is a question in short, %2$s answers, %3$s a status: “If grade is “1”:
         * not advised.” */
        g_string_append_printf (text, _ ("If %1$s is %2$s: %3$s."),
                                leio_report_question_label (knowledge, advice->if_then_question),
                                answers, status);
      else
        /* Translators: goes on after “If grade is …”; %1$s are answers, %2$s is a status */
        g_string_append_printf (text, _ (" If %1$s: %2$s."), answers, status);
    }

  return g_string_free (text, FALSE);
}
