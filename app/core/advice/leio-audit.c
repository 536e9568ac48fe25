/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-audit.h"

#include <glib/gi18n-lib.h>

#include "leio-engine.h"
#include "leio-error.h"
#include "leio-model.h"
#include "leio-witness.h"

typedef struct
{
  LeioKnowledge *knowledge;
  LeioSpace *space;
  LeioDiagrams *diagrams;
  LeioModel *model;
  LeioNode possible;    /* no impossible combination */
  LeioNode cases;       /* each complete case once */
  gboolean witnesses;
  LeioAudit *audit;
} Auditor;

static void
auditor_clear (Auditor *self)
{
  g_clear_pointer (&self->model, leio_model_free);
  g_clear_pointer (&self->diagrams, leio_diagrams_free);
  g_clear_pointer (&self->space, leio_space_free);
  g_clear_pointer (&self->audit, leio_audit_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Auditor, auditor_clear)

static void
finding_free (LeioFinding *self)
{
  g_free (self->subject);
  g_ptr_array_unref (self->rules);
  g_free (self->message);
  g_clear_pointer (&self->witness, leio_answers_free);
  g_free (self);
}

void
leio_audit_free (LeioAudit *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->findings);
  g_free (self);
}

const char *
leio_finding_kind_to_id (LeioFindingKind kind)
{
  switch (kind)
    {
    case LEIO_FINDING_CLASH:
      return "clash";
    case LEIO_FINDING_GAP:
      return "gap";
    case LEIO_FINDING_DEAD_RULE:
      return "dead_rule";
    case LEIO_FINDING_DEAD_VALUE:
      return "dead_value";
    case LEIO_FINDING_NEVER_ASKED:
      return "never_asked";
    case LEIO_FINDING_NEVER_MATTERS:
      return "never_matters";
    case LEIO_FINDING_PROPERTY:
      return "property";
    case LEIO_FINDING_BOARD:
      return "board";
    case LEIO_FINDING_CONTRADICTION:
      return "contradiction";
    case LEIO_FINDING_OVERRIDDEN:
      return "overridden";
    case LEIO_FINDING_IDLE_RULE:
      return "idle_rule";
    case LEIO_FINDING_ALWAYS:
      return "always";
    case LEIO_FINDING_UNUSED_SOURCE:
      return "unused_source";
    }
  return NULL;
}

static gboolean
is_violation (LeioFindingKind kind)
{
  return kind <= LEIO_FINDING_CONTRADICTION;
}

/* Takes @message. */
static LeioFinding *
add_finding (Auditor *self, LeioFindingKind kind, const char *subject, char *message)
{
  LeioFinding *finding = g_new0 (LeioFinding, 1);

  finding->kind = kind;
  finding->violation = is_violation (kind);
  finding->subject = g_strdup (subject);
  finding->rules = g_ptr_array_new_with_free_func (g_free);
  finding->message = message;
  g_ptr_array_add (self->audit->findings, finding);
  return finding;
}

/* How many cases @where concerns, and the smallest of them. */
static void
measure (Auditor *self, LeioFinding *finding, LeioNode where)
{
  LeioNode concerned = leio_diagrams_and (self->diagrams, self->cases, where);

  finding->count = leio_diagrams_count (self->diagrams, concerned, 2, &finding->count_overflow);
  finding->share = leio_diagrams_share (self->diagrams, concerned, self->cases);
  if (self->witnesses)
    finding->witness = leio_witness_find (self->diagrams, self->space, self->model->compiler,
                                          self->knowledge->logic, self->possible, where);
}

static gboolean
can_be (Auditor *self, LeioNode node)
{
  return leio_diagrams_and (self->diagrams, self->possible, node) != LEIO_NODE_FALSE;
}

static gboolean
holds_always (Auditor *self, LeioNode node)
{
  return !can_be (self, leio_diagrams_not (self->diagrams, node));
}

static const LeioRule *
rule_of (const Auditor *self, guint argument)
{
  const LeioArgument *found = g_ptr_array_index (self->knowledge->arguments, argument);

  return g_ptr_array_index (self->knowledge->rules, found->rule);
}

static gboolean
supports (LeioEffect effect)
{
  return effect == LEIO_EFFECT_RECOMMENDS || effect == LEIO_EFFECT_OFFERS ||
         effect == LEIO_EFFECT_TRIAL_ONLY;
}

static void
check_pair (Auditor *self, const LeioTreatment *treatment, guint support, guint against)
{
  LeioNode both = leio_diagrams_and (self->diagrams, self->model->in_force[support],
                                     self->model->in_force[against]);
  const LeioRule *left = rule_of (self, support);
  const LeioRule *right = rule_of (self, against);
  LeioFinding *finding;

  if (!can_be (self, both))
    return;
  finding =
      add_finding (self, LEIO_FINDING_CLASH, treatment->id,
                   /* Translators: ids of a treatment and of two rules */
                   g_strdup_printf (_ ("Treatment %1$s: rule %2$s speaks for it and rule %3$s "
                                       "against it in the same case"),
                                    treatment->id, left->id, right->id));
  g_ptr_array_add (finding->rules, g_strdup (left->id));
  g_ptr_array_add (finding->rules, g_strdup (right->id));
  measure (self, finding, both);
}

static void
check_clashes (Auditor *self)
{
  for (guint t = 0; t < self->knowledge->treatments->len; t++)
    {
      guint first = leio_model_first_argument (self->model, t);
      guint end = leio_model_first_argument (self->model, t + 1);

      for (guint i = first; i < end; i++)
        for (guint k = first; k < end; k++)
          if (supports (rule_of (self, i)->effect) &&
              rule_of (self, k)->effect == LEIO_EFFECT_ADVISES_AGAINST)
            check_pair (self, g_ptr_array_index (self->knowledge->treatments, t), i, k);
    }
}

static LeioNode
nothing_in_phase (Auditor *self, guint phase)
{
  const guint64 good = 1u << LEIO_STATUS_RECOMMENDED | 1u << LEIO_STATUS_OPTION;
  LeioNode nothing = LEIO_NODE_TRUE;

  for (guint t = 0; t < self->knowledge->treatments->len; t++)
    {
      const LeioTreatment *treatment = g_ptr_array_index (self->knowledge->treatments, t);

      if (treatment->phase == phase)
        nothing = leio_diagrams_if (self->diagrams,
                                    leio_diagrams_is_one_of (self->diagrams,
                                                             self->model->statuses[t], good),
                                    LEIO_NODE_FALSE, nothing);
    }
  return nothing;
}

static void
check_gaps (Auditor *self)
{
  for (guint i = 0; i < self->knowledge->phases->len; i++)
    {
      const LeioPhase *phase = g_ptr_array_index (self->knowledge->phases, i);
      LeioNode nothing;

      if (!phase->required)
        continue;
      nothing = nothing_in_phase (self, i);
      if (can_be (self, nothing))
        measure (self,
                 add_finding (self, LEIO_FINDING_GAP, phase->id,
                              /* Translators: %s is the id of a phase */
                              g_strdup_printf (_ ("Phase %s: there are cases in which nothing is "
                                                  "recommended or an option"),
                                               phase->id)),
                 nothing);
    }
}

static void
check_condition (Auditor *self, const LeioRule *rule)
{
  LeioNode applies = self->model->applies[rule->index];

  if (!can_be (self, applies))
    add_finding (self, LEIO_FINDING_DEAD_RULE, rule->id,
                 /* Translators: %s is the id of a rule */
                 g_strdup_printf (_ ("Rule %s never applies"), rule->id));
  else if (rule->condition->kind != LEIO_CONDITION_ALWAYS && holds_always (self, applies))
    add_finding (self, LEIO_FINDING_ALWAYS, rule->id,
                 /* Translators: %s is the id of a rule */
                 g_strdup_printf (_ ("Rule %s applies in every case; write “always”"), rule->id));
}

static void
check_force (Auditor *self, guint index)
{
  const LeioArgument *argument = g_ptr_array_index (self->knowledge->arguments, index);
  const LeioTreatment *treatment
      = g_ptr_array_index (self->knowledge->treatments, argument->treatment);
  const LeioRule *rule = rule_of (self, index);

  if (can_be (self, self->model->applies[argument->rule]) &&
      !can_be (self, self->model->in_force[index]))
    add_finding (
        self, LEIO_FINDING_OVERRIDDEN, rule->id,
        /* Translators: ids of a rule and of a treatment */
        g_strdup_printf (_ ("Rule %1$s on treatment %2$s is overridden wherever it applies"),
                         rule->id, treatment->id));
}

/* The status is the same in every possible case. */
static gboolean
same_status (Auditor *self, LeioNode a, LeioNode b)
{
  return leio_diagrams_if (self->diagrams, self->possible, a, LEIO_NODE_INVALID) ==
         leio_diagrams_if (self->diagrams, self->possible, b, LEIO_NODE_INVALID);
}

static gboolean
is_idle (Auditor *self, const LeioRule *rule)
{
  for (guint i = 0; i < self->knowledge->arguments->len; i++)
    {
      const LeioArgument *argument = g_ptr_array_index (self->knowledge->arguments, i);

      if (argument->rule == rule->index &&
          !same_status (self, self->model->statuses[argument->treatment],
                        leio_model_status_without (self->model, argument->treatment, i)))
        return FALSE;
    }
  return TRUE;
}

static void
check_rules (Auditor *self)
{
  for (guint i = 0; i < self->knowledge->rules->len; i++)
    {
      const LeioRule *rule = g_ptr_array_index (self->knowledge->rules, i);

      check_condition (self, rule);
      if (rule->effect != LEIO_EFFECT_CAUTIONS && can_be (self, self->model->applies[i]) &&
          is_idle (self, rule))
        add_finding (
            self, LEIO_FINDING_IDLE_RULE, rule->id,
            /* Translators: %s is the id of a rule */
            g_strdup_printf (_ ("Rule %s changes no status; it is shown as an argument only"),
                             rule->id));
    }
  for (guint i = 0; i < self->knowledge->arguments->len; i++)
    check_force (self, i);
}

static void
check_derived (Auditor *self)
{
  const GPtrArray *facts = self->knowledge->logic->derived;

  for (guint i = 0; i < facts->len; i++)
    {
      const LeioDerived *derived = g_ptr_array_index (facts, i);
      LeioNode node = leio_compiler_derived (self->model->compiler, i);

      for (guint k = 0; k < derived->values->len; k++)
        {
          const LeioValue *value = g_ptr_array_index (derived->values, k);

          if (!can_be (self, leio_diagrams_is_one_of (self->diagrams, node,
                                                      G_GUINT64_CONSTANT (1) << k)))
            add_finding (self, LEIO_FINDING_DEAD_VALUE, derived->id,
                         /* Translators: ids of a derived fact and of one of its values */
                         g_strdup_printf (_ ("Derived fact %1$s never has the value %2$s"),
                                          derived->id, value->id));
        }
    }
}

/* What brings every case before the full board, or none, tells nothing. */
static void
check_board (Auditor *self)
{
  for (guint i = 0; i < self->knowledge->board->len; i++)
    {
      const LeioBoardReason *reason = g_ptr_array_index (self->knowledge->board, i);
      LeioNode node = leio_compiler_condition (self->model->compiler, reason->condition);

      if (!can_be (self, node))
        add_finding (self, LEIO_FINDING_BOARD, reason->id,
                     /* Translators: %s is the id of a reason for the full board */
                     g_strdup_printf (_ ("Board reason %s holds in no case"), reason->id));
      else if (holds_always (self, node))
        add_finding (self, LEIO_FINDING_BOARD, reason->id,
                     /* Translators: %s is the id of a reason for the full board */
                     g_strdup_printf (_ ("Board reason %s holds in every case"), reason->id));
    }
}

static void
see_all (Auditor *self, const LeioNode *nodes, guint length, guint8 *seen)
{
  for (guint i = 0; i < length; i++)
    leio_diagrams_support (self->diagrams, nodes[i], seen);
}

/* The variables on which anything that is shown depends. */
static guint8 *
find_used (Auditor *self)
{
  const LeioLogic *logic = self->knowledge->logic;
  guint8 *seen = g_new0 (guint8, self->space->n_variables + 1);

  see_all (self, self->model->statuses, self->knowledge->treatments->len, seen);
  see_all (self, self->model->in_force, self->knowledge->arguments->len, seen);
  for (guint i = 0; i < logic->derived->len; i++)
    leio_diagrams_support (self->diagrams, leio_compiler_derived (self->model->compiler, i), seen);
  for (guint i = 0; i < self->knowledge->doctor_questions->len; i++)
    {
      const LeioDoctorQuestion *question
          = g_ptr_array_index (self->knowledge->doctor_questions, i);

      if (question->condition != NULL)
        leio_diagrams_support (self->diagrams,
                               leio_compiler_condition (self->model->compiler, question->condition),
                               seen);
    }
  for (guint i = 0; i < self->knowledge->board->len; i++)
    leio_diagrams_support (
        self->diagrams,
        leio_compiler_condition (
            self->model->compiler,
            ((LeioBoardReason *) g_ptr_array_index (self->knowledge->board, i))->condition),
        seen);
  return seen;
}

static gboolean
is_used (const LeioSpaceQuestion *place, const guint8 *used)
{
  for (guint i = 0; i < place->n_variables; i++)
    if (used[place->first_variable + i])
      return TRUE;
  return FALSE;
}

static void
check_questions (Auditor *self)
{
  const LeioQuestionnaire *questionnaire = self->knowledge->logic->questionnaire;
  g_autofree guint8 *used = find_used (self);

  for (guint i = 0; i < leio_questionnaire_get_n_questions (questionnaire); i++)
    {
      const char *id = leio_questionnaire_get_question (questionnaire, i)->id;

      if (!can_be (self, leio_compiler_asked (self->model->compiler, i)))
        add_finding (self, LEIO_FINDING_NEVER_ASKED, id,
                     /* Translators: %s is the id of a question */
                     g_strdup_printf (_ ("Question %s is never asked"), id));
      else if (!is_used (leio_compiler_question (self->model->compiler, i), used))
        add_finding (self, LEIO_FINDING_NEVER_MATTERS, id,
                     /* Translators: %s is the id of a question */
                     g_strdup_printf (_ ("Question %s never matters"), id));
    }
}

static void
use_sources (const GArray *indices, gboolean *used)
{
  for (guint i = 0; i < indices->len; i++)
    used[g_array_index (indices, guint, i)] = TRUE;
}

/* The pages for reading at home rest on sources as rules do. */
static void
use_page_sources (const LeioKnowledge *knowledge, gboolean *used)
{
  for (guint i = 0; i < knowledge->pages->len; i++)
    {
      const LeioPage *page = g_ptr_array_index (knowledge->pages, i);

      for (guint k = 0; k < page->sections->len; k++)
        use_sources (((const LeioPageSection *) g_ptr_array_index (page->sections, k))->evidence,
                     used);
    }
  for (guint i = 0; i < knowledge->treatment_pages->len; i++)
    {
      const LeioTreatmentPage *page = g_ptr_array_index (knowledge->treatment_pages, i);

      for (guint k = 0; page != NULL && k < LEIO_N_PAGE_PARTS; k++)
        use_sources (page->parts[k]->evidence, used);
    }
}

static gboolean *
find_used_sources (const LeioKnowledge *knowledge)
{
  gboolean *used = g_new0 (gboolean, knowledge->sources->len + 1);

  for (guint i = 0; i < knowledge->rules->len; i++)
    use_sources (((const LeioRule *) g_ptr_array_index (knowledge->rules, i))->evidence, used);
  for (guint i = 0; i < knowledge->properties->len; i++)
    use_sources (((const LeioProperty *) g_ptr_array_index (knowledge->properties, i))->evidence,
                 used);
  for (guint i = 0; i < knowledge->board->len; i++)
    use_sources (((const LeioBoardReason *) g_ptr_array_index (knowledge->board, i))->evidence,
                 used);
  for (guint i = 0; i < knowledge->logic->derived->len; i++)
    {
      const LeioDerived *derived = g_ptr_array_index (knowledge->logic->derived, i);

      for (guint k = 0; k < derived->evidence->len; k++)
        {
          const LeioSource *source
              = leio_knowledge_find_source (knowledge, g_ptr_array_index (derived->evidence, k));

          if (source != NULL)
            used[source->index] = TRUE;
        }
    }
  use_page_sources (knowledge, used);
  return used;
}

static void
check_sources (Auditor *self)
{
  g_autofree gboolean *used = find_used_sources (self->knowledge);

  for (guint i = 0; i < self->knowledge->sources->len; i++)
    {
      const LeioSource *source = g_ptr_array_index (self->knowledge->sources, i);

      if (!used[i])
        add_finding (self, LEIO_FINDING_UNUSED_SOURCE, source->id,
                     /* Translators: %s is the id of a source */
                     g_strdup_printf (_ ("Nothing rests on source %s"), source->id));
    }
}

static void
check_property (Auditor *self, const LeioProperty *property)
{
  LeioNode condition = leio_compiler_condition (self->model->compiler, property->condition);
  LeioNode allowed = leio_diagrams_is_one_of (self->diagrams,
                                              self->model->statuses[property->treatment],
                                              property->statuses);
  LeioNode broken = leio_diagrams_if (self->diagrams, allowed, LEIO_NODE_FALSE, condition);

  if (can_be (self, broken))
    measure (self,
             add_finding (self, LEIO_FINDING_PROPERTY, property->id,
                          /* Translators: %s is the id of a property */
                          g_strdup_printf (_ ("Property %s does not hold"), property->id)),
             broken);
}

static void
check_properties (Auditor *self, const GPtrArray *properties)
{
  for (guint i = 0; properties != NULL && i < properties->len; i++)
    check_property (self, g_ptr_array_index (properties, i));
  self->audit->n_properties += properties != NULL ? properties->len : 0;
}

static void
check_possible (Auditor *self)
{
  if (self->possible == LEIO_NODE_FALSE)
    add_finding (
        self, LEIO_FINDING_CONTRADICTION, self->knowledge->id,
        g_strdup (_ ("No case is possible: the impossible combinations cover all of them")));
}

static int
compare_findings (gconstpointer a, gconstpointer b)
{
  const LeioFinding *left = *(LeioFinding *const *) a;
  const LeioFinding *right = *(LeioFinding *const *) b;

  if (left->violation != right->violation)
    return left->violation ? -1 : 1;
  return (int) left->kind - (int) right->kind;
}

static void
count_findings (LeioAudit *audit)
{
  g_ptr_array_sort (audit->findings, compare_findings);
  for (guint i = 0; i < audit->findings->len; i++)
    {
      const LeioFinding *finding = g_ptr_array_index (audit->findings, i);

      if (finding->violation)
        audit->n_violations++;
      else
        audit->n_warnings++;
    }
}

static gboolean
prepare (Auditor *self, const GPtrArray *properties, GError **error)
{
  self->space = leio_space_new ();
  leio_model_fill_space (self->space, self->knowledge);
  for (guint i = 0; properties != NULL && i < properties->len; i++)
    {
      const LeioProperty *property = g_ptr_array_index (properties, i);

      leio_space_add_condition (self->space, self->knowledge->logic, property->condition);
    }
  leio_space_finish (self->space);
  self->diagrams = leio_diagrams_new (self->space->arities, self->space->n_variables,
                                      LEIO_ENGINE_NODE_LIMIT);
  self->model = leio_model_new (self->knowledge, self->space, self->diagrams, error);
  if (self->model == NULL)
    return FALSE;
  self->possible = LEIO_NODE_TRUE;
  for (guint i = 0; i < self->knowledge->logic->impossible->len; i++)
    self->possible = leio_diagrams_if (self->diagrams,
                                       leio_compiler_impossible (self->model->compiler, i),
                                       LEIO_NODE_FALSE, self->possible);
  self->cases = leio_compiler_cases (self->model->compiler);
  return TRUE;
}

static void
note_sizes (Auditor *self)
{
  const LeioKnowledge *knowledge = self->knowledge;

  self->audit->n_cases
      = leio_diagrams_count (self->diagrams, self->cases, 2, &self->audit->n_cases_overflow);
  self->audit->n_rules = knowledge->rules->len;
  self->audit->n_treatments = knowledge->treatments->len;
  self->audit->n_questions = leio_questionnaire_get_n_questions (knowledge->logic->questionnaire);
  self->audit->n_sources = knowledge->sources->len;
}

LeioAudit *
leio_audit_new (LeioKnowledge *knowledge, const GPtrArray *properties, gboolean witnesses,
                GError **error)
{
  g_auto (Auditor) self = { knowledge, NULL, NULL, NULL, 0, 0, witnesses, NULL };

  self.audit = g_new0 (LeioAudit, 1);
  self.audit->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) finding_free);
  if (!prepare (&self, properties, error))
    return NULL;
  note_sizes (&self);
  check_possible (&self);
  check_clashes (&self);
  check_gaps (&self);
  check_rules (&self);
  check_derived (&self);
  check_questions (&self);
  check_board (&self);
  check_sources (&self);
  check_properties (&self, knowledge->properties);
  check_properties (&self, properties);
  if (leio_diagrams_is_full (self.diagrams))
    {
      g_set_error (error, LEIO_ERROR, LEIO_ERROR_LIMIT,
                   /* Translators: %d is a number */
                   _ ("the proof needs more than the %d diagram nodes that are allowed"),
                   LEIO_ENGINE_NODE_LIMIT);
      return NULL;
    }
  self.audit->n_nodes = leio_diagrams_get_n_nodes (self.diagrams);
  count_findings (self.audit);
  return g_steal_pointer (&self.audit);
}

char *
leio_count_dup_text (LeioCount count, gboolean overflow)
{
  char digits[48];
  guint i = sizeof digits;

  if (overflow)
    return g_strdup (_ ("more than 340282366920938463463374607431768211455"));
  digits[--i] = '\0';
  do
    digits[--i] = (char) ('0' + (int) (count % 10));
  while ((count /= 10) > 0);
  return g_strdup (digits + i);
}
