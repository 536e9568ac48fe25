/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The advice as JSON, format "leio-evaluation" version 1. Members are added, but
 * never renamed; ids, not words, are what a program should read.
 */
#include "config.h"

#include <math.h>

#include "leio-json.h"
#include "leio-report-private.h"

static const LeioQuestion *
get_question (const LeioReportInput *report, guint index)
{
  return leio_questionnaire_get_question (report->knowledge->logic->questionnaire, index);
}

static void
add_boolean (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
add_number (JsonBuilder *builder, const char *name, double value)
{
  json_builder_set_member_name (builder, name);
  if (isfinite (value))
    json_builder_add_value (builder, leio_json_node_new_number (value));
  else
    json_builder_add_null_value (builder);
}

static void
begin_array (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

static void
add_questions (JsonBuilder *builder,
               const LeioReportInput *report,
               const char *name,
               const GArray *questions)
{
  begin_array (builder, name);
  for (guint i = 0; questions != NULL && i < questions->len; i++)
    json_builder_add_string_value (builder,
                                   get_question (report, g_array_index (questions, guint, i))->id);
  json_builder_end_array (builder);
}

static void
add_statuses (JsonBuilder *builder, guint possible)
{
  begin_array (builder, "possible");
  for (guint i = 0; i < LEIO_N_STATUSES; i++)
    if (possible & (1u << i))
      json_builder_add_string_value (builder, leio_status_to_id (i));
  json_builder_end_array (builder);
}

static void
add_knowledge (JsonBuilder *builder, const LeioKnowledge *knowledge)
{
  json_builder_set_member_name (builder, "knowledge");
  json_builder_begin_object (builder);
  leio_json_add_text (builder, "id", knowledge->id);
  leio_json_add_text (builder, "version", knowledge->version);
  leio_json_add_text (builder, "review_date", knowledge->review_date);
  json_builder_end_object (builder);
  leio_json_add_text (builder, "intended_use", knowledge->intended_use);
}

static void
add_derived (JsonBuilder *builder, const LeioReportInput *report)
{
  json_builder_set_member_name (builder, "derived");
  json_builder_begin_object (builder);
  for (guint i = 0; i < report->advice->derived->len; i++)
    {
      const LeioDerivedAdvice *advice = g_ptr_array_index (report->advice->derived, i);
      const LeioDerived *fact =
          g_ptr_array_index (report->knowledge->logic->derived, advice->derived);

      json_builder_set_member_name (builder, fact->id);
      json_builder_begin_object (builder);
      begin_array (builder, "possible");
      for (guint j = 0; j < fact->values->len; j++)
        if (advice->possible & (G_GUINT64_CONSTANT (1) << j))
          json_builder_add_string_value (builder,
                                         ((LeioValue *) g_ptr_array_index (fact->values, j))->id);
      json_builder_end_array (builder);
      add_boolean (builder, "none_possible", advice->none_possible);
      leio_json_add_text (builder, "edition", fact->edition);
      if (fact->remark_on >= 0)
        leio_json_add_text (
            builder, "remark_on",
            ((LeioDerived *) g_ptr_array_index (report->knowledge->logic->derived, fact->remark_on))
                ->id);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static void
add_asked_never (JsonBuilder *builder, const LeioReportInput *report)
{
  begin_array (builder, "asked_never");
  for (guint i = 0; i < report->advice->asked->len; i++)
    if (g_array_index (report->advice->asked, LeioAsked, i) == LEIO_ASKED_NEVER)
      json_builder_add_string_value (builder, get_question (report, i)->id);
  json_builder_end_array (builder);
}

static void
add_odd (JsonBuilder *builder, const LeioReportInput *report)
{
  begin_array (builder, "odd");
  for (guint i = 0; i < report->advice->odd->len; i++)
    {
      const LeioOddity *oddity = g_ptr_array_index (report->advice->odd, i);
      const LeioImpossible *impossible =
          g_ptr_array_index (report->knowledge->logic->impossible, oddity->impossible);

      json_builder_begin_object (builder);
      leio_json_add_text (builder, "id", impossible->id);
      add_questions (builder, report, "questions", oddity->questions);
      leio_json_add_text (builder, "why", impossible->why);
      leio_json_add_text (builder, "plain", impossible->plain);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_changes (JsonBuilder *builder, const LeioReportInput *report, const LeioTreatmentAdvice *advice)
{
  begin_array (builder, "changes");
  for (guint i = 0; advice->changes != NULL && i < advice->changes->len; i++)
    {
      const LeioChange *change = g_ptr_array_index (advice->changes, i);

      json_builder_begin_object (builder);
      leio_json_add_text (builder, "to", leio_status_to_id (change->to));
      json_builder_set_member_name (builder, "answers");
      json_builder_begin_object (builder);
      for (guint j = 0; j < change->questions->len; j++)
        {
          const LeioQuestion *question =
              get_question (report, g_array_index (change->questions, guint, j));

          json_builder_set_member_name (builder, question->id);
          json_builder_add_value (
              builder,
              leio_answer_to_node (question, &g_array_index (change->answers, LeioAnswer, j)));
        }
      json_builder_end_object (builder);
      add_boolean (builder, "smallest", change->smallest);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_case (JsonBuilder *builder, const LeioQuestion *question, const LeioReportCase *group)
{
  json_builder_begin_object (builder);
  if (question->kind == LEIO_QUESTION_NUMBER)
    {
      json_builder_set_member_name (builder, "range");
      json_builder_begin_object (builder);
      add_number (builder, "low", group->low);
      add_number (builder, "high", group->high);
      add_boolean (builder, "low_inclusive", group->low_inclusive);
      add_boolean (builder, "high_inclusive", group->high_inclusive);
      json_builder_end_object (builder);
    }
  else
    {
      begin_array (builder, "values");
      for (guint i = 0; i < group->answers->len; i++)
        json_builder_add_value (
            builder,
            leio_answer_to_node (question, &g_array_index (group->answers, LeioAnswer, i)));
      json_builder_end_array (builder);
    }
  leio_json_add_text (builder, "status", leio_status_to_id (group->status));
  json_builder_end_object (builder);
}

static void
add_if_then (JsonBuilder *builder, const LeioReportInput *report, const LeioTreatmentAdvice *advice)
{
  const LeioQuestion *question = NULL;
  g_autoptr (GPtrArray) cases = NULL;

  json_builder_set_member_name (builder, "if_then");
  if (advice->if_then == NULL || advice->if_then->len == 0)
    {
      json_builder_add_null_value (builder);
      return;
    }

  question = get_question (report, advice->if_then_question);
  cases = leio_report_group_if_then (question, advice->if_then);
  json_builder_begin_object (builder);
  leio_json_add_text (builder, "question", question->id);
  begin_array (builder, "cases");
  for (guint i = 0; i < cases->len; i++)
    add_case (builder, question, g_ptr_array_index (cases, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static const char *
get_state_id (LeioArgumentState state)
{
  switch (state)
    {
    case LEIO_ARGUMENT_IN_FORCE:
      return "in_force";
    case LEIO_ARGUMENT_OVERRIDDEN:
      return "overridden";
    case LEIO_ARGUMENT_OPEN:
      return "open";
    }

  g_return_val_if_reached ("");
}

static const LeioRule *
get_rule (const LeioReportInput *report, guint argument)
{
  const LeioArgument *found = g_ptr_array_index (report->knowledge->arguments, argument);

  return g_ptr_array_index (report->knowledge->rules, found->rule);
}

static void
add_words (JsonBuilder *builder, const LeioReportInput *report, const LeioRule *rule)
{
  const LeioAnswers *answers = report->kase->answers;
  g_autofree char *text = leio_report_dup_reason (report->knowledge, rule, answers, FALSE);
  g_autofree char *plain = leio_report_dup_reason (report->knowledge, rule, answers, TRUE);

  leio_json_add_text (builder, "text", text);
  leio_json_add_text (builder, "plain", plain);
}

static void
add_basis (JsonBuilder *builder, const LeioReportInput *report, const LeioRule *rule)
{
  g_autoptr (GPtrArray) evidence = leio_report_list_evidence (report->knowledge, rule);

  begin_array (builder, "evidence");
  for (guint i = 0; i < evidence->len; i++)
    json_builder_add_string_value (builder, ((LeioSource *) g_ptr_array_index (evidence, i))->id);
  json_builder_end_array (builder);
  leio_json_add_text (builder, "level", rule->level);
  leio_json_add_text (builder, "grade", rule->grade);

  json_builder_set_member_name (builder, "positions");
  json_builder_begin_object (builder);
  for (guint i = 0; i < rule->positions->len; i++)
    {
      const LeioPosition *position = g_ptr_array_index (rule->positions, i);

      leio_json_add_text (builder, position->who, position->stance);
    }
  json_builder_end_object (builder);
}

static void
add_argument (JsonBuilder *builder, const LeioReportInput *report, const LeioArgumentAdvice *advice)
{
  const LeioRule *rule = get_rule (report, advice->argument);

  json_builder_begin_object (builder);
  leio_json_add_text (builder, "rule", rule->id);
  leio_json_add_text (builder, "effect", leio_effect_to_id (rule->effect));
  leio_json_add_text (builder, "state", get_state_id (advice->state));
  begin_array (builder, "overridden_by");
  for (guint i = 0; advice->overridden_by != NULL && i < advice->overridden_by->len; i++)
    json_builder_add_string_value (
        builder, get_rule (report, g_array_index (advice->overridden_by, guint, i))->id);
  json_builder_end_array (builder);
  add_questions (builder, report, "waits_for", advice->waits_for);
  add_words (builder, report, rule);
  add_basis (builder, report, rule);
  json_builder_end_object (builder);
}

static void
add_choice (JsonBuilder *builder,
            const LeioReportInput *report,
            const LeioChoiceGroup *choice,
            guint treatment)
{
  g_autofree char *line = leio_report_dup_choice_line (report->knowledge, choice, treatment,
                                                       LEIO_REPORT_CLINICIAN);
  g_autofree char *plain =
      leio_report_dup_choice_line (report->knowledge, choice, treatment, LEIO_REPORT_HOME);

  json_builder_begin_object (builder);
  leio_json_add_text (builder, "id", choice->id);
  begin_array (builder, "treatments");
  for (guint i = 0; i < choice->treatments->len; i++)
    {
      guint member = g_array_index (choice->treatments, guint, i);

      json_builder_add_string_value (
          builder,
          ((LeioTreatment *) g_ptr_array_index (report->knowledge->treatments, member))->id);
    }
  json_builder_end_array (builder);
  leio_json_add_text (builder, "speaks_for", line);
  leio_json_add_text (builder, "plain", plain);
  json_builder_end_object (builder);
}

static void
add_choices (JsonBuilder *builder,
             const LeioReportInput *report,
             const LeioTreatmentAdvice *advice)
{
  g_autoptr (GPtrArray) choices =
      leio_report_list_choices (report->knowledge, report->advice, advice->treatment);

  begin_array (builder, "choices");
  for (guint i = 0; i < choices->len; i++)
    add_choice (builder, report, g_ptr_array_index (choices, i), advice->treatment);
  json_builder_end_array (builder);
}

static void
add_treatment (JsonBuilder *builder,
               const LeioReportInput *report,
               const LeioTreatmentAdvice *advice)
{
  const LeioKnowledge *knowledge = report->knowledge;
  const LeioTreatment *treatment = g_ptr_array_index (knowledge->treatments, advice->treatment);
  int status = leio_treatment_advice_get_status (advice);

  json_builder_begin_object (builder);
  leio_json_add_text (builder, "id", treatment->id);
  leio_json_add_text (builder, "name",
                      leio_report_treatment_name (knowledge, advice->treatment, FALSE));
  leio_json_add_text (builder, "phase",
                      ((LeioPhase *) g_ptr_array_index (knowledge->phases, treatment->phase))->id);
  leio_json_add_text (builder, "group",
                      ((LeioGroup *) g_ptr_array_index (knowledge->groups, treatment->group))->id);
  add_boolean (builder, "emergency", treatment->emergency);
  leio_json_add_text (builder, "status", status >= 0 ? leio_status_to_id (status) : NULL);
  add_statuses (builder, advice->possible);
  add_questions (builder, report, "depends_on", advice->depends_on);
  add_questions (builder, report, "sufficient", advice->sufficient);
  add_boolean (builder, "sufficient_is_smallest", advice->sufficient_is_smallest);
  add_questions (builder, report, "stays_even_if", advice->stays_even_if);
  add_changes (builder, report, advice);
  add_if_then (builder, report, advice);
  add_choices (builder, report, advice);
  begin_array (builder, "arguments");
  for (guint i = 0; advice->arguments != NULL && i < advice->arguments->len; i++)
    add_argument (builder, report, g_ptr_array_index (advice->arguments, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_sources (JsonBuilder *builder, const LeioReportInput *report)
{
  g_autoptr (GPtrArray) sources = leio_report_list_sources (report);

  json_builder_set_member_name (builder, "sources");
  json_builder_begin_object (builder);
  for (guint i = 0; i < sources->len; i++)
    {
      const LeioSource *source = g_ptr_array_index (sources, i);
      g_autofree char *citation = leio_source_dup_citation (source);
      g_autofree char *link = leio_source_dup_link (source);

      json_builder_set_member_name (builder, source->id);
      json_builder_begin_object (builder);
      leio_json_add_text (builder, "label", source->label);
      leio_json_add_text (builder, "citation", citation);
      leio_json_add_text (builder, "link", link);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static void
add_lines (JsonBuilder *builder, const LeioReportInput *report)
{
  g_autofree char *summary =
      leio_report_dup_summary (report->knowledge, report->kase->answers, report->advice);
  g_autofree char *stage =
      leio_report_dup_stage_line (report->knowledge, report->kase->answers, report->advice);

  leio_json_add_text (builder, "label", report->kase->label);
  leio_json_add_text (builder, "summary", summary);
  leio_json_add_text (builder, "stage", stage);
}

static void
add_board_reasons (JsonBuilder *builder, const LeioReportInput *report)
{
  const LeioKnowledge *knowledge = report->knowledge;

  begin_array (builder, "reasons");
  for (guint i = 0; i < report->advice->board->len; i++)
    {
      const LeioBoardAdvice *it = g_ptr_array_index (report->advice->board, i);
      const LeioBoardReason *reason = g_ptr_array_index (knowledge->board, it->reason);
      g_autofree char *place = g_strdup_printf ("board/%s/why", reason->id);

      json_builder_begin_object (builder);
      leio_json_add_text (builder, "id", reason->id);
      leio_json_add_text (builder, "state", it->in_force ? "in_force" : "possible");
      add_questions (builder, report, "depends_on", it->depends_on);
      leio_json_add_text (builder, "text", leio_knowledge_text (knowledge, place, reason->why));
      begin_array (builder, "evidence");
      for (guint k = 0; k < reason->evidence->len; k++)
        {
          guint source = g_array_index (reason->evidence, guint, k);

          json_builder_add_string_value (
              builder, ((LeioSource *) g_ptr_array_index (knowledge->sources, source))->id);
        }
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* Whether this is a standard case or one for the full board, and why. */
static void
add_board (JsonBuilder *builder, const LeioReportInput *report)
{
  const LeioAdvice *advice = report->advice;
  g_autoptr (GPtrArray) touched = leio_report_list_disagreements (report->knowledge, advice);
  g_autofree char *line = leio_report_dup_board (report->knowledge, advice);

  json_builder_set_member_name (builder, "board");
  json_builder_begin_object (builder);
  add_boolean (builder, "standard", leio_report_is_standard (report->knowledge, advice));
  begin_array (builder, "disagreements");
  for (guint i = 0; i < touched->len; i++)
    json_builder_add_string_value (builder, ((LeioGroup *) g_ptr_array_index (touched, i))->id);
  json_builder_end_array (builder);
  add_board_reasons (builder, report);
  leio_json_add_text (builder, "line", line);
  json_builder_end_object (builder);
}

static void
add_progress (JsonBuilder *builder, const LeioReportInput *report)
{
  const LeioAdvice *advice = report->advice;

  leio_json_add_text (builder, "next_question",
                      advice->next_question >= 0 ? get_question (report, advice->next_question)->id
                                                 : NULL);
  add_number (builder, "next_settles", advice->next_question >= 0 ? advice->next_settles : 0);
  add_questions (builder, report, "moot", advice->moot);
  add_asked_never (builder, report);
  add_odd (builder, report);
  add_number (builder, "n_answers", advice->n_answers);
  add_number (builder, "n_settled", advice->n_settled);
}

/**
 * leio_report_evaluation_node:
 * @knowledge: the knowledge base
 * @kase: the case
 * @advice: all parts of the advice on it
 *
 * Returns: (transfer full): the object of the "leio-evaluation" format
 */
JsonNode *
leio_report_evaluation_node (const LeioKnowledge *knowledge,
                             const LeioCase *kase,
                             const LeioAdvice *advice)
{
  const LeioReportInput report = { .knowledge = knowledge, .kase = kase, .advice = advice };
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  leio_json_add_text (builder, "format", "leio-evaluation");
  add_number (builder, "version", 1);
  add_knowledge (builder, knowledge);
  add_lines (builder, &report);
  add_derived (builder, &report);
  add_board (builder, &report);
  add_progress (builder, &report);
  begin_array (builder, "treatments");
  for (guint i = 0; i < advice->treatments->len; i++)
    add_treatment (builder, &report, g_ptr_array_index (advice->treatments, i));
  json_builder_end_array (builder);
  add_sources (builder, &report);
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}
