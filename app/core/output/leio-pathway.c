/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-pathway.h"

#include <glib/gi18n-lib.h>

#include "leio-report-private.h"

/* The statuses of what has a place on the pathway. */
#define ON_PATHWAY                                                                                 \
  (1u << LEIO_STATUS_RECOMMENDED | 1u << LEIO_STATUS_OPTION | 1u << LEIO_STATUS_TRIAL_ONLY)

/* How many of what is open are named. */
#define MOST_NAMED 6

typedef struct
{
  const LeioKnowledge *knowledge;
  const LeioAdvice *advice;
  gboolean plain;
  guint phase;
  GPtrArray *steps; /* of the phase */
} Builder;

static const LeioTreatmentAdvice *
get_advice (const Builder *builder, guint treatment)
{
  return g_ptr_array_index (builder->advice->treatments, treatment);
}

static const LeioTreatment *
get_treatment (const Builder *builder, guint treatment)
{
  return g_ptr_array_index (builder->knowledge->treatments, treatment);
}

static const char *
get_name (const Builder *builder, guint treatment)
{
  return leio_report_treatment_name (builder->knowledge, treatment, builder->plain);
}

/* The status of a treatment that is settled and has a place on the pathway; else -1. */
static int
get_settled (const Builder *builder, guint treatment)
{
  const LeioTreatmentAdvice *advice = get_advice (builder, treatment);
  int status = leio_treatment_advice_get_status (advice);

  return status >= 0 && (1u << status & ON_PATHWAY) ? status : -1;
}

/* Whether it is open and may come onto the pathway. */
static gboolean
is_open (const Builder *builder, guint treatment)
{
  const LeioTreatmentAdvice *advice = get_advice (builder, treatment);

  return leio_treatment_advice_get_status (advice) < 0 && (advice->possible & ON_PATHWAY);
}

static LeioStep *
add_step (Builder *builder, LeioStepKind kind, const char *title)
{
  LeioStep *step = g_new0 (LeioStep, 1);

  step->kind = kind;
  step->status = LEIO_STATUS_NOT_RELEVANT;
  step->title = g_strdup (title);
  step->lines = g_ptr_array_new_with_free_func (g_free);
  step->treatment = -1;
  step->question = -1;
  g_ptr_array_add (builder->steps, step);
  return step;
}

static char *
dup_sentence_start (const char *phrase)
{
  g_autofree char *first = g_utf8_strup (phrase, g_utf8_next_char (phrase) - phrase);

  return g_strconcat (first, g_utf8_next_char (phrase), NULL);
}

/* (nullable): the choice that the treatment is one of, where another one of it is settled too; and
 * where it stands: with the one of them that comes first. */
static const LeioChoiceGroup *
find_choice (const Builder *builder, guint treatment, guint *first)
{
  int choice = get_treatment (builder, treatment)->choice;
  const LeioChoiceGroup *group;
  guint n_settled = 0;

  if (choice < 0)
    return NULL;

  group = g_ptr_array_index (builder->knowledge->choices, (guint) choice);
  for (guint i = 0; i < group->treatments->len; i++)
    {
      guint other = g_array_index (group->treatments, guint, i);

      if (get_settled (builder, other) < 0)
        continue;
      if (n_settled++ == 0 ||
          get_treatment (builder, other)->phase < get_treatment (builder, *first)->phase)
        *first = other;
    }
  return n_settled > 1 ? group : NULL;
}

static const char *
get_choice_title (const Builder *builder, const LeioChoiceGroup *group)
{
  const char *field = builder->plain ? "plain_title" : "title";
  g_autofree char *context = g_strdup_printf ("choices/%s/%s", group->id, field);

  return leio_knowledge_text (builder->knowledge, context,
                              builder->plain ? group->plain_title : group->title);
}

static const char *
get_phase_title (const LeioKnowledge *knowledge, guint index, gboolean plain)
{
  const LeioPhase *phase = g_ptr_array_index (knowledge->phases, index);
  g_autofree char *context =
      g_strdup_printf ("phases/%s/%s", phase->id, plain ? "plain_title" : "title");

  return leio_knowledge_text (knowledge, context, plain ? phase->plain_title : phase->title);
}

/* "Doxorubicin: recommended"; of another phase with that: "… (after the main treatment)". */
static char *
dup_choice_line (const Builder *builder, guint treatment, LeioStatus status)
{
  const char *phrase = leio_report_status_phrase (status, builder->plain);
  guint phase = get_treatment (builder, treatment)->phase;
  g_autofree char *when = NULL;

  if (phase == builder->phase)
    /* Translators: %1$s is a treatment, %2$s its status: “Doxorubicin: recommended” */
    return g_strdup_printf (C_ ("pathway", "%1$s: %2$s"), get_name (builder, treatment), phrase);

  when = leio_report_dup_inner (get_phase_title (builder->knowledge, phase, builder->plain));
  /* Translators: %1$s is a treatment, %2$s its status, %3$s when it comes */
  return g_strdup_printf (C_ ("pathway", "%1$s: %2$s (%3$s)"), get_name (builder, treatment),
                          phrase, when);
}

static void
add_members (const Builder *builder,
             const LeioChoiceGroup *group,
             LeioStatus status,
             LeioStep *step)
{
  for (guint i = 0; i < group->treatments->len; i++)
    {
      guint treatment = g_array_index (group->treatments, guint, i);

      if (get_settled (builder, treatment) != (int) status)
        continue;
      g_ptr_array_add (step->lines, dup_choice_line (builder, treatment, status));
      step->status = MIN (step->status, status);
      if (step->treatment < 0)
        step->treatment = (int) treatment;
    }
}

static void
add_choice (Builder *builder, const LeioChoiceGroup *group)
{
  LeioStep *step = add_step (builder, LEIO_STEP_CHOICE, get_choice_title (builder, group));

  step->detail = g_strdup (C_ ("pathway", "One of these:"));
  for (guint i = 0; i < LEIO_N_STATUSES; i++)
    add_members (builder, group, i, step);
}

static void
add_treatment (Builder *builder, guint treatment, LeioStatus status)
{
  LeioStep *step = add_step (builder, LEIO_STEP_TREATMENT, get_name (builder, treatment));

  step->status = status;
  step->emergency = get_treatment (builder, treatment)->emergency;
  step->treatment = (int) treatment;
  step->detail = dup_sentence_start (leio_report_status_phrase (status, builder->plain));
}

static void
add_settled (Builder *builder)
{
  for (guint i = 0; i < builder->knowledge->treatments->len; i++)
    {
      int status = get_settled (builder, i);
      guint first = i;
      const LeioChoiceGroup *choice;

      if (status < 0 || get_treatment (builder, i)->phase != builder->phase)
        continue;
      choice = find_choice (builder, i, &first);
      if (choice == NULL)
        add_treatment (builder, i, (LeioStatus) status);
      else if (first == i)
        add_choice (builder, choice);
    }
}

/* Emergencies, then by status; else as the knowledge base has them, which the array keeps. */
static int
compare_steps (gconstpointer a, gconstpointer b)
{
  const LeioStep *first = *(const LeioStep *const *) a;
  const LeioStep *second = *(const LeioStep *const *) b;

  if (first->emergency != second->emergency)
    return first->emergency ? -1 : 1;
  if (first->status != second->status)
    return first->status < second->status ? -1 : 1;
  return first->treatment - second->treatment;
}

/* Whether the treatment of this phase waits for this question alone, and its table is known. */
static gboolean
waits_for (const Builder *builder, guint treatment, guint question)
{
  const LeioTreatmentAdvice *advice = get_advice (builder, treatment);

  return get_treatment (builder, treatment)->phase == builder->phase &&
         is_open (builder, treatment) && advice->if_then->len > 0 &&
         advice->if_then_question == question;
}

/* What follows from some answers to the question of a fork. */
typedef struct
{
  char *answers;
  GString *treatments;
} Branch;

static void
branch_free (gpointer data)
{
  Branch *self = data;

  g_free (self->answers);
  g_string_free (self->treatments, TRUE);
  g_free (self);
}

/* Takes @answers. */
static Branch *
claim_branch (GPtrArray *branches, char *answers)
{
  Branch *branch;

  for (guint i = 0; i < branches->len; i++)
    {
      branch = g_ptr_array_index (branches, i);
      if (!g_str_equal (branch->answers, answers))
        continue;
      g_free (answers);
      g_string_append (branch->treatments, "; ");
      return branch;
    }

  branch = g_new0 (Branch, 1);
  branch->answers = answers;
  branch->treatments = g_string_new (NULL);
  g_ptr_array_add (branches, branch);
  return branch;
}

static void
add_branches (Builder *builder, GPtrArray *branches, guint treatment)
{
  const LeioTreatmentAdvice *advice = get_advice (builder, treatment);
  const LeioQuestion *question = leio_questionnaire_get_question (
      builder->knowledge->logic->questionnaire, advice->if_then_question);
  g_autoptr (GPtrArray) cases = leio_report_group_if_then (question, advice->if_then);

  for (guint i = 0; i < cases->len; i++)
    {
      const LeioReportCase *one = g_ptr_array_index (cases, i);
      Branch *branch =
          claim_branch (branches, leio_report_dup_case_answers (builder->knowledge, question, one,
                                                                builder->plain));

      g_string_append_printf (branch->treatments,
                              /* Translators: %1$s is a treatment, %2$s what it is then */
                              C_ ("pathway", "%1$s (%2$s)"), get_name (builder, treatment),
                              leio_report_status_phrase (one->status, builder->plain));
    }
}

static void
add_fork (Builder *builder, guint question)
{
  g_autoptr (GPtrArray) branches = g_ptr_array_new_with_free_func (branch_free);
  LeioStep *step;

  for (guint i = 0; i < builder->knowledge->treatments->len; i++)
    if (waits_for (builder, i, question))
      add_branches (builder, branches, i);
  if (branches->len == 0)
    return;

  step = add_step (
      builder, LEIO_STEP_FORK,
      leio_report_question_text (builder->knowledge, question, builder->plain));
  step->question = (int) question;
  step->detail = g_strdup (C_ ("pathway", "This answer decides:"));
  for (guint i = 0; i < branches->len; i++)
    {
      const Branch *branch = g_ptr_array_index (branches, i);

      g_ptr_array_add (step->lines,
                       /* Translators: %1$s are answers to a question, %2$s what follows:
                        * “over 5 cm: Preoperative radiation (recommended)” */
                       g_strdup_printf (C_ ("pathway", "%1$s: %2$s"), branch->answers,
                                        branch->treatments->str));
    }
}

static void
add_forks (Builder *builder)
{
  const LeioQuestionnaire *questionnaire = builder->knowledge->logic->questionnaire;

  for (guint i = 0; i < leio_questionnaire_get_n_questions (questionnaire); i++)
    add_fork (builder, i);
}

/* "and 3 more", where a list of @n was cut. */
static void
add_rest (GPtrArray *words, guint n)
{
  if (n > MOST_NAMED)
    g_ptr_array_add (words,
                     /* Translators: after a list; %u is the number of further members */
                     g_strdup_printf (ngettext ("and %u more", "and %u more", n - MOST_NAMED),
                                      n - MOST_NAMED));
}

static char *
dup_questions (const Builder *builder, const gboolean *waited)
{
  const LeioQuestionnaire *questionnaire = builder->knowledge->logic->questionnaire;
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  guint n = 0;

  for (guint i = 0; i < leio_questionnaire_get_n_questions (questionnaire); i++)
    if (waited[i] && n++ < MOST_NAMED)
      g_ptr_array_add (words, g_strdup (leio_report_question_name (builder->knowledge, i,
                                                          builder->plain)));
  add_rest (words, n);
  list = leio_report_join (words);
  /* Translators: %s is a list of questions in short */
  return g_strdup_printf (C_ ("pathway", "Still open. Waits for: %s"), list);
}

static void
mark_waited (const LeioTreatmentAdvice *advice, gboolean *waited)
{
  for (guint i = 0; i < advice->depends_on->len; i++)
    waited[g_array_index (advice->depends_on, guint, i)] = TRUE;
}

static void
add_open_step (Builder *builder, const GArray *open, const gboolean *waited)
{
  g_autofree char *count = g_strdup_printf (
      /* Translators: %u is the number of treatments that wait for an answer */
      ngettext ("%u treatment perhaps", "%u treatments perhaps", open->len), open->len);
  guint first = g_array_index (open, guint, 0);
  LeioStep *step;

  step = add_step (builder, LEIO_STEP_OPEN, open->len > 1 ? count : get_name (builder, first));
  step->detail = dup_questions (builder, waited);
  if (open->len == 1)
    {
      step->treatment = (int) first;
      return;
    }

  for (guint i = 0; i < open->len && i < MOST_NAMED; i++)
    g_ptr_array_add (step->lines,
                     g_strdup (get_name (builder, g_array_index (open, guint, i))));
  add_rest (step->lines, open->len);
}

/* What waits for more than one answer is one step, so that the open does not bury the settled. */
static void
add_open (Builder *builder)
{
  const LeioQuestionnaire *questionnaire = builder->knowledge->logic->questionnaire;
  g_autofree gboolean *waited =
      g_new0 (gboolean, leio_questionnaire_get_n_questions (questionnaire) + 1);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < builder->knowledge->treatments->len; i++)
    if (get_treatment (builder, i)->phase == builder->phase && is_open (builder, i) &&
        get_advice (builder, i)->if_then->len == 0)
      {
        mark_waited (get_advice (builder, i), waited);
        g_array_append_val (open, i);
      }
  if (open->len > 0)
    add_open_step (builder, open, waited);
}

static void
step_free (gpointer data)
{
  LeioStep *self = data;

  g_free (self->title);
  g_free (self->detail);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

static void
phase_free (gpointer data)
{
  LeioPathwayPhase *self = data;

  g_free (self->title);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

static LeioPathwayPhase *
create_phase (Builder *builder, guint index)
{
  LeioPathwayPhase *phase = g_new0 (LeioPathwayPhase, 1);

  phase->phase = index;
  phase->title = g_strdup (get_phase_title (builder->knowledge, index, builder->plain));
  phase->steps = g_ptr_array_new_with_free_func (step_free);
  builder->phase = index;
  builder->steps = phase->steps;
  add_settled (builder);
  g_ptr_array_sort (phase->steps, compare_steps);
  add_forks (builder);
  add_open (builder);
  return phase;
}

LeioPathway *
leio_pathway_new (const LeioKnowledge *knowledge,
                  const LeioAnswers *answers,
                  const LeioAdvice *advice,
                  LeioReportReading reading)
{
  LeioPathway *self = g_new0 (LeioPathway, 1);
  Builder builder = { knowledge, advice, reading == LEIO_REPORT_HOME, 0, NULL };

  self->summary = leio_report_dup_summary_for (knowledge, answers, advice, reading);
  self->stage = reading == LEIO_REPORT_HOME
                    ? g_strdup ("")
                    : leio_report_dup_stage_line (knowledge, answers, advice);
  self->phases = g_ptr_array_new_with_free_func (phase_free);
  for (guint i = 0; i < knowledge->phases->len; i++)
    g_ptr_array_add (self->phases, create_phase (&builder, i));
  return self;
}

void
leio_pathway_free (LeioPathway *self)
{
  if (self == NULL)
    return;

  g_free (self->summary);
  g_free (self->stage);
  g_ptr_array_unref (self->phases);
  g_free (self);
}

char *
leio_step_dup_text (const LeioStep *self)
{
  GString *text = g_string_new (self->title);

  if (self->emergency)
    g_string_append_printf (text, ", %s", C_ ("pathway", "emergency"));
  if (*self->detail != '\0')
    g_string_append_printf (text, ": %s", self->detail);
  for (guint i = 0; i < self->lines->len; i++)
    g_string_append_printf (text, "%s %s", i > 0 ? ";" : "",
                            (const char *) g_ptr_array_index (self->lines, i));
  return g_string_free (text, FALSE);
}

char *
leio_pathway_phase_dup_name (const LeioPathwayPhase *self)
{
  /* Translators: the steps of a phase of treatment; %u is their number */
  g_autofree char *count = g_strdup_printf (ngettext ("%u step", "%u steps", self->steps->len),
                                            self->steps->len);

  return g_strdup_printf ("%s, %s", self->title, count);
}

gboolean
leio_pathway_phase_equal (const LeioPathwayPhase *a, const LeioPathwayPhase *b)
{
  if (!g_str_equal (a->title, b->title) || a->steps->len != b->steps->len)
    return FALSE;

  for (guint i = 0; i < a->steps->len; i++)
    {
      const LeioStep *first = g_ptr_array_index (a->steps, i);
      const LeioStep *second = g_ptr_array_index (b->steps, i);
      g_autofree char *first_text = leio_step_dup_text (first);
      g_autofree char *second_text = leio_step_dup_text (second);

      if (first->kind != second->kind || first->treatment != second->treatment ||
          first->status != second->status || !g_str_equal (first_text, second_text))
        return FALSE;
    }
  return TRUE;
}
