/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which questions there are. Each is offered once, in the order of the groups; what
 * the person did to it decides where it goes.
 */
#include "config.h"

#include "leio-ask-list.h"

#include <glib/gi18n-lib.h>

#include "leio-ask-private.h"
#include "leio-report-private.h"

/* What the doctor list says of a case, as bits: it may not fit, it may. */
#define FITS_ALWAYS 2
#define MAY_FIT 2

/* Statuses under which it is worth asking what the team thinks of a treatment. */
#define IN_QUESTION                                                                                \
  (1u << LEIO_STATUS_RECOMMENDED | 1u << LEIO_STATUS_OPTION | 1u << LEIO_STATUS_TRIAL_ONLY)

typedef struct
{
  LeioEngine *engine;
  const LeioKnowledge *knowledge;
  const LeioCase *kase;
  const LeioAdvice *advice;
  LeioAskList *list;
  GHashTable *seen; /* ids that were offered; borrowed from the items */
  const char *group, *title;
} Builder;

static void
item_free (gpointer data)
{
  LeioAskItem *self = data;

  g_free (self->id);
  g_free (self->group);
  g_free (self->question);
  g_free (self->worded);
  g_free (self->why);
  g_free (self->answer);
  g_free (self);
}

static void
group_free (gpointer data)
{
  LeioAskGroup *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self->intro);
  g_ptr_array_unref (self->items);
  g_free (self);
}

/**
 * leio_ask_list_free:
 * @self: (nullable) (transfer full): a list
 */
void
leio_ask_list_free (LeioAskList *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->more);
  g_ptr_array_unref (self->removed);
  g_free (self);
}

static LeioAskGroup *
add_group (LeioAskList *self, const char *id, const char *title)
{
  LeioAskGroup *group = g_new0 (LeioAskGroup, 1);

  group->id = g_strdup (id);
  group->title = g_strdup (title);
  group->items = g_ptr_array_new_with_free_func (item_free);
  g_ptr_array_add (self->groups, group);
  return group;
}

LeioAskGroup *
leio_ask_list_find_group (const LeioAskList *self, const char *id)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      LeioAskGroup *group = g_ptr_array_index (self->groups, i);

      if (g_str_equal (group->id, id))
        return group;
    }
  return NULL;
}

static gboolean
is_first (const Builder *self, const char *id)
{
  const LeioVisit *visit = self->kase->visit;

  return visit != NULL && g_ptr_array_find_with_equal_func (visit->first, id, g_str_equal, NULL);
}

/* Where a question goes that the person may have changed. */
static GPtrArray *
find_place (Builder *self, const char *id, gboolean fits)
{
  const LeioVisitQuestion *changed = leio_visit_find (self->kase->visit, id);
  const char *group = is_first (self, id) ? LEIO_ASK_GROUP_FIRST : self->group;
  LeioAskGroup *found = NULL;

  if (changed != NULL && changed->removed)
    return self->list->removed;
  if (!fits &&
      (changed == NULL ||
       (!changed->added && *changed->answer == '\0' && *changed->text == '\0')))
    return self->list->more;

  found = leio_ask_list_find_group (self->list, group);
  if (found == NULL)
    found = add_group (self->list, group, self->title);
  return found->items;
}

/* Offers the question @id; @fits: whatever the open answers are. */
static void
offer (Builder *self, const char *id, const char *question, const char *why, gboolean fits)
{
  const LeioVisitQuestion *changed = leio_visit_find (self->kase->visit, id);
  LeioAskItem *item;

  if (g_hash_table_contains (self->seen, id))
    return;

  item = g_new0 (LeioAskItem, 1);
  item->id = g_strdup (id);
  item->group = g_strdup (self->group);
  item->worded = g_strdup (question);
  item->question =
      g_strdup (changed != NULL && *changed->text != '\0' ? changed->text : question);
  item->why = g_strdup (why);
  item->answer = g_strdup (changed != NULL ? changed->answer : "");
  g_ptr_array_add (find_place (self, id, fits), item);
  g_hash_table_add (self->seen, item->id);
}

G_GNUC_PRINTF (3, 4)
static const char *
get_text (const Builder *self, const char *text, const char *format, ...)
{
  g_autofree char *context = NULL;
  va_list args;

  va_start (args, format);
  context = g_strdup_vprintf (format, args);
  va_end (args);
  return leio_knowledge_text (self->knowledge, context, text);
}

static void
offer_own (Builder *self)
{
  const LeioVisit *visit = self->kase->visit;

  self->group = LEIO_ASK_GROUP_OWN;
  self->title = _ ("My own questions");
  for (guint i = 0; visit != NULL && i < visit->questions->len; i++)
    {
      const LeioVisitQuestion *question = g_ptr_array_index (visit->questions, i);

      if (leio_visit_is_own (question->id))
        offer (self, question->id, "", "", TRUE);
    }
}

static void
offer_matter (Builder *self, const LeioMatter *matter)
{
  g_autofree char *group = g_strconcat (LEIO_ASK_MATTER, matter->id, NULL);
  g_autofree char *title = g_strdup_printf (
      /* Translators: %s is what matters to a person: “Being at home as much as possible” */
      _ ("Because this matters to me: %s"),
      get_text (self, matter->title, "matters/%s/title", matter->id));

  self->group = group;
  self->title = title;
  for (guint i = 0; i < matter->questions->len; i++)
    {
      const LeioMatterQuestion *it = g_ptr_array_index (matter->questions, i);
      g_autofree char *id = g_strconcat (LEIO_ASK_MATTER, it->id, NULL);

      offer (self, id,
             get_text (self, it->question, "matters/%s/questions/%s/question", matter->id, it->id),
             get_text (self, it->why, "matters/%s/questions/%s/why", matter->id, it->id), TRUE);
    }
}

static void
offer_matters (Builder *self)
{
  for (guint i = 0; i < self->knowledge->matters->len; i++)
    {
      const LeioMatter *matter = g_ptr_array_index (self->knowledge->matters, i);

      if (leio_visit_has_matter (self->kase->visit, matter->id))
        offer_matter (self, matter);
    }
}

static void
offer_disagreements (Builder *self)
{
  g_autoptr (GPtrArray) found = leio_report_list_disagreements (self->knowledge, self->advice);

  for (guint i = 0; i < found->len; i++)
    {
      const LeioGroup *it = g_ptr_array_index (found, i);
      g_autofree char *id = g_strconcat ("disagreement/", it->id, NULL);
      g_autofree char *question = g_strdup_printf (
          /* Translators: a question to a doctor; %s is a list: “warming the tumour area during
           * chemotherapy” */
          _ ("Experts differ on %s. What do you think, and why?"),
          get_text (self, it->plain_title, "disagreements/%s/plain_title", it->id));

      offer (self, id, question,
             _ ("Experts do not agree here. So it helps to know what your team goes by."), TRUE);
    }
}

/* Where single guidelines take a stand on a treatment, and no known disagreement says so. */
static gboolean
is_disputed (const Builder *self, const LeioTreatmentAdvice *advice)
{
  if ((advice->possible & IN_QUESTION) == 0)
    return FALSE;

  for (guint i = 0; i < advice->arguments->len; i++)
    {
      const LeioArgumentAdvice *it = g_ptr_array_index (advice->arguments, i);
      const LeioArgument *argument =
          g_ptr_array_index (self->knowledge->arguments, it->argument);
      const LeioRule *rule = g_ptr_array_index (self->knowledge->rules, argument->rule);

      if (it->state == LEIO_ARGUMENT_IN_FORCE && rule->positions->len > 1 &&
          rule->disagreement < 0)
        return TRUE;
    }
  return FALSE;
}

static void
offer_positions (Builder *self)
{
  for (guint i = 0; i < self->advice->treatments->len; i++)
    {
      const LeioTreatmentAdvice *advice = g_ptr_array_index (self->advice->treatments, i);
      const LeioTreatment *treatment =
          g_ptr_array_index (self->knowledge->treatments, advice->treatment);
      g_autofree char *id = g_strconcat ("position/", treatment->id, NULL);
      g_autofree char *question = g_strdup_printf (
          /* Translators: a question to a doctor; %s is a treatment in plain words */
          _ ("Guidelines say different things about this: %s. What do you think, and why?"),
          leio_report_treatment_name (self->knowledge, treatment->index, TRUE));

      if (is_disputed (self, advice))
        offer (self, id, question,
               _ ("Guidelines do not agree here. So it helps to know what your team goes by."),
               TRUE);
    }
}

/* What brings the case before the whole board, in sentences. */
static char *
dup_board (const Builder *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->advice->board->len; i++)
    {
      const LeioBoardAdvice *it = g_ptr_array_index (self->advice->board, i);
      const LeioBoardReason *reason = g_ptr_array_index (self->knowledge->board, it->reason);

      if (it->in_force)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                                get_text (self, reason->plain, "board/%s/plain", reason->id));
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
offer_disputed (Builder *self)
{
  g_autofree char *board = dup_board (self);

  self->group = "disputed";
  self->title = _ ("Where experts may differ");
  if (board != NULL)
    offer (self, "board", _ ("Will all the specialists look at my situation together?"), board,
           TRUE);
  offer_disagreements (self);
  offer_positions (self);
}

typedef struct
{
  guint question;
  guint n_treatments;
} OpenAnswer;

static int
compare_open (gconstpointer a, gconstpointer b)
{
  const OpenAnswer *left = a, *right = b;

  if (left->n_treatments != right->n_treatments)
    return left->n_treatments > right->n_treatments ? -1 : 1;
  return left->question < right->question ? -1 : 1;
}

/* The answers that still decide about a treatment and that a doctor can give. */
static GArray *
list_open (const Builder *self)
{
  const LeioQuestionnaire *questionnaire = self->knowledge->logic->questionnaire;
  guint n_questions = leio_questionnaire_get_n_questions (questionnaire);
  g_autofree guint *counts = g_new0 (guint, n_questions + 1);
  GArray *open = g_array_new (FALSE, FALSE, sizeof (OpenAnswer));

  for (guint i = 0; i < self->advice->treatments->len; i++)
    {
      const LeioTreatmentAdvice *advice = g_ptr_array_index (self->advice->treatments, i);

      for (guint k = 0; k < advice->depends_on->len; k++)
        counts[g_array_index (advice->depends_on, guint, k)]++;
    }
  for (guint i = 0; i < n_questions; i++)
    {
      const LeioQuestion *question = leio_questionnaire_get_question (questionnaire, i);
      OpenAnswer answer = { i, counts[i] };

      if (counts[i] > 0 && leio_report_has_text (question->plain_ask))
        g_array_append_val (open, answer);
    }
  g_array_sort (open, compare_open);
  return open;
}

static void
offer_open (Builder *self)
{
  g_autoptr (GArray) open = list_open (self);

  self->group = "open";
  self->title = _ ("What is still open");
  for (guint i = 0; i < open->len; i++)
    {
      const LeioQuestion *it =
          leio_questionnaire_get_question (self->knowledge->logic->questionnaire,
                                           g_array_index (open, OpenAnswer, i).question);
      g_autofree char *id = g_strconcat ("open/", it->id, NULL);
      const char *why =
          leio_report_has_text (it->plain_why)
              ? get_text (self, it->plain_why, "questions/%s/plain_why", it->id)
              : get_text (self, it->why, "questions/%s/why", it->id);

      offer (self, id, get_text (self, it->plain_ask, "questions/%s/plain_ask", it->id), why,
             i < LEIO_ASK_MOST_OPEN);
    }
}

/* What fits in no way the open answers can turn out is not offered at all. */
static void
offer_doctor_questions (Builder *self)
{
  for (guint i = 0; i < self->knowledge->doctor_questions->len; i++)
    {
      const LeioDoctorQuestion *it = g_ptr_array_index (self->knowledge->doctor_questions, i);
      g_autofree char *id = g_strconcat ("doctor/", it->id, NULL);
      g_autofree char *group = g_strconcat ("doctor/", it->group, NULL);
      guint fits = leio_engine_doctor_question_possible (self->engine, i, self->kase->answers);

      if ((fits & MAY_FIT) == 0)
        continue;
      self->group = group;
      self->title = get_text (self, it->group_label, "doctor_questions/%s/group_label", it->id);
      offer (self, id, get_text (self, it->question, "doctor_questions/%s/question", it->id),
             get_text (self, it->why, "doctor_questions/%s/why", it->id), fits == FITS_ALWAYS);
    }
}

/* What the person wrote to a question that the case no longer asks is not lost. */
static void
offer_earlier (Builder *self)
{
  const LeioVisit *visit = self->kase->visit;
  LeioAskGroup *group;

  self->group = LEIO_ASK_GROUP_EARLIER;
  self->title = _ ("Asked before");
  for (guint i = 0; visit != NULL && i < visit->questions->len; i++)
    {
      const LeioVisitQuestion *it = g_ptr_array_index (visit->questions, i);

      if (*it->answer != '\0' || *it->text != '\0')
        offer (self, it->id, it->question, "", TRUE);
    }
  group = leio_ask_list_find_group (self->list, LEIO_ASK_GROUP_EARLIER);
  if (group != NULL)
    group->intro = g_strdup (
        _ ("These no longer fit your answers. They are kept because you wrote something there."));
}

/**
 * leio_ask_list_new:
 * @engine: the engine of the knowledge base
 * @kase: a case of it
 * @advice: the advice on its answers, with LEIO_ADVICE_ARGUMENTS
 *
 * Returns: (transfer full): the questions, in the language in use; no group is empty
 */
LeioAskList *
leio_ask_list_new (LeioEngine *engine, const LeioCase *kase, const LeioAdvice *advice)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  LeioAskList *self = g_new0 (LeioAskList, 1);
  Builder builder = {
    .engine = engine,
    .knowledge = leio_engine_get_knowledge (engine),
    .kase = kase,
    .advice = advice,
    .list = self,
    .seen = seen,
  };

  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->more = g_ptr_array_new_with_free_func (item_free);
  self->removed = g_ptr_array_new_with_free_func (item_free);
  add_group (self, LEIO_ASK_GROUP_FIRST, _ ("Ask these first"));
  offer_own (&builder);
  offer_matters (&builder);
  offer_disputed (&builder);
  offer_open (&builder);
  offer_doctor_questions (&builder);
  offer_earlier (&builder);
  leio_ask_list_arrange (self, kase->visit);
  return self;
}

/**
 * leio_ask_list_count:
 * @self: a list
 *
 * Returns: how many questions are to be asked
 */
guint
leio_ask_list_count (const LeioAskList *self)
{
  guint n_items = 0;

  for (guint i = 0; i < self->groups->len; i++)
    n_items += ((LeioAskGroup *) g_ptr_array_index (self->groups, i))->items->len;
  return n_items;
}
