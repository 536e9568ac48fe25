/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fewest answers to set or change so that a treatment certainly has a status
 * that it cannot have now; of equally few, those that tell most: the fewest given
 * answers that stay as they are whatever is looked at again (`fixed`: the age, the
 * site), then the fewest given answers, for what is open can still be answered.
 *
 * A front is the set of places in the treatment's diagram where the completions
 * of a changed case can stand, each beside its place in the diagram of possible
 * combinations. It starts at the root and moves down variable by variable: an
 * answer that is kept leads each place to one child, a question that is left open
 * to all its children, and an answer that is set or changed to the child of the
 * new value, at its cost. Impossible places are dropped. Where all that is
 * left has the status, the answers set on the way are a change; the cheapest way
 * is the smallest change, for every case that the fronts do not tell apart goes
 * on in the same way.
 *
 * A cost is the number of answers, of those that are fixed and of those that are
 * given, as digits of one number, so less in a higher place beats all in the lower
 * ones, for up to 15 answers. The cheapest way is found by depth-first search with
 * a limit that grows to what the last search fell short of (IDA*, Korf 1985).
 * What a front costs at least is read from a pass over the nodes, for
 * all statuses at once: an open question that is left open costs as much as the
 * dearest of its children (the cheapest, where impossible combinations know the
 * question and could take some of them away). Fronts that failed are remembered.
 *
 * Cost: in the worst case exponential in the open questions, so the moves for a
 * treatment are limited, whatever the others need. Beyond that, ways that leave no
 * question on them open are looked for alone: each of their fronts is one place,
 * and the search is linear in the pairs of nodes; the change says that it is not
 * proved to be smallest.
 *
 * A set question counts as one answer however many of its values change.
 */
#include "config.h"

#include "leio-advice-private.h"
#include "leio-engine-private.h"

#include <string.h>

/* The digits of a cost, and more than any. */
#define ONE_GIVEN 1
#define ONE_FIXED 16
#define ONE_ANSWER 256
#define MAX_ANSWERS 15
#define FAR ((gint16) (64 * ONE_ANSWER))
/* Moves on from one place, of all searches for one treatment that set more than one answer. */
#define MAX_MOVES 2000

typedef LeioCosts Costs;
typedef LeioBounds Bounds;

typedef struct
{
  LeioNode node, possible;
  guint cost; /* that each way from here to the status has at least */
} Place;

typedef enum
{
  UNTOUCHED,
  KEPT_OPEN,
  CHANGED,
} Touch;

typedef struct
{
  guint first, length; /* in search->places */
  gboolean has_target; /* a place that surely is possible has the status already */
  guint lost;          /* what a place costs that must be led there, where too much; else 0 */
  guint question;      /* in the space: the one of the last variable */
  Touch touch;
} Front;

typedef struct
{
  guint variable;
  int value;
} Choice;

typedef struct
{
  LeioEngine *engine;
  LeioNode root;
  guint target;
  gboolean leaves_open; /* whether questions on the way may be left open */
  gint n_moves;         /* that are left */
  Place *places;        /* the fronts of the way under way, one after another */
  guint n_places, size;
  Choice *choices; /* what the way sets: at most one a variable */
  guint n_choices;
  gint n_moves_of_treatment; /* that are left */
} Search;

/* The least costs */

static guint
question_at (const LeioEngine *engine, LeioNode node)
{
  return engine->space->question_of[leio_node_variable (engine->diagrams, node)];
}

/* What it costs to answer the question of a variable, or to answer it otherwise. */
static guint
find_price (const LeioEngine *engine, guint variable)
{
  return engine->prices[engine->space->question_of[variable]];
}

static void
set_all (Costs *costs, gint16 cost)
{
  for (guint i = 0; i < G_N_ELEMENTS (costs->to); i++)
    costs->to[i] = cost;
}

static void
lower_to (Costs *costs, const Costs *other, guint extra)
{
  for (guint i = 0; i < G_N_ELEMENTS (costs->to); i++)
    costs->to[i] = MIN (costs->to[i], (gint16) (other->to[i] + (gint16) extra));
}

static void
raise_to (Costs *costs, const Costs *other)
{
  for (guint i = 0; i < G_N_ELEMENTS (costs->to); i++)
    costs->to[i] = MAX (costs->to[i], other->to[i]);
}

static const Bounds *find_bounds (LeioEngine *engine, LeioNode node);

/* Of a child as its parent sees it: another question is untouched. */
static const Costs *
child_costs (LeioEngine *engine, LeioNode child, guint question, gboolean changed)
{
  const Bounds *bounds = find_bounds (engine, child);

  return &bounds->least[changed && !leio_node_is_terminal (child) &&
                        question_at (engine, child) == question];
}

static Bounds
combine (LeioEngine *engine, LeioNode node)
{
  guint variable = leio_node_variable (engine->diagrams, node);
  guint question = engine->space->question_of[variable], price = find_price (engine, variable);
  int value = engine->values[variable];
  Bounds bounds;
  Costs dearest, cheapest;

  set_all (&bounds.least[0], FAR);
  set_all (&bounds.least[1], FAR);
  set_all (&dearest, 0);
  set_all (&cheapest, FAR);
  for (guint i = 0; i < leio_node_arity (engine->diagrams, node); i++)
    {
      LeioNode child = leio_node_children (engine->diagrams, node)[i];
      const Costs *changed = child_costs (engine, child, question, TRUE);
      const Costs *untouched = child_costs (engine, child, question, FALSE);

      if (value == (int) i)
        lower_to (&bounds.least[0], untouched, 0);
      else
        lower_to (&bounds.least[0], changed, price);
      lower_to (&bounds.least[1], changed, 0);
      lower_to (&cheapest, untouched, 0);
      if (leio_engine_is_harmless (engine, variable, i))
        raise_to (&dearest, untouched);
    }
  raise_to (&dearest, &cheapest);
  if (value < 0)
    lower_to (&bounds.least[0], &dearest, 0);
  return bounds;
}

static const Bounds *
find_bounds (LeioEngine *engine, LeioNode node)
{
  if (engine->bound_stamps[node] != engine->bound_stamp)
    {
      Bounds bounds = combine (engine, node);

      engine->bounds[node] = bounds;
      engine->bound_stamps[node] = engine->bound_stamp;
    }
  return &engine->bounds[node];
}

static void
set_terminal_bounds (LeioEngine *engine)
{
  for (guint node = 0; node < LEIO_N_TERMINALS; node++)
    {
      set_all (&engine->bounds[node].least[0], FAR);
      set_all (&engine->bounds[node].least[1], FAR);
      if (node < G_N_ELEMENTS (engine->bounds[node].least[0].to))
        engine->bounds[node].least[0].to[node] = engine->bounds[node].least[1].to[node] = 0;
      engine->bound_stamps[node] = engine->bound_stamp;
    }
}

/* Fronts */

static inline const Place *
get_place (const Search *search, guint index)
{
  return &search->places[index];
}

static void
append_place (Search *search, const Place *place)
{
  if (search->n_places == search->size)
    {
      search->size = MAX (64, search->size * 2);
      search->places = g_renew (Place, search->places, search->size);
    }
  search->places[search->n_places++] = *place;
}

static guint
top_variable_of (const Search *search, const Place *place)
{
  return MIN (leio_node_variable (search->engine->diagrams, place->node),
              leio_node_variable (search->engine->diagrams, place->possible));
}

static guint
top_variable (const Search *search, const Front *front)
{
  guint variable = G_MAXUINT16;

  for (guint i = 0; i < front->length; i++)
    variable = MIN (variable, top_variable_of (search, get_place (search, front->first + i)));
  return variable;
}

static gboolean
contains (const Search *search, const Front *front, const Place *place)
{
  for (guint i = 0; i < front->length; i++)
    {
      const Place *other = get_place (search, front->first + i);

      if (other->node == place->node && other->possible == place->possible)
        return TRUE;
    }
  return FALSE;
}

/* The bounds of all nodes below the root are known by then. */
static inline guint
find_cost (const Search *search, const Front *front, LeioNode node)
{
  const LeioEngine *engine = search->engine;
  guint changed = front->touch == CHANGED && !leio_node_is_terminal (node) &&
                  question_at (engine, node) == front->question;

  return (guint) engine->bounds[node].least[changed].to[search->target];
}

/* Takes a place where something is left to find out. */
static void
add_place (Search *search, Front *front, const Place *place)
{
  if (place->node == search->target && place->possible == LEIO_NODE_TRUE)
    front->has_target = TRUE;
  else if (!contains (search, front, place))
    {
      append_place (search, place);
      front->length++;
    }
}

static Place
get_child (const Search *search, const Place *place, guint variable, guint value)
{
  const LeioDiagrams *diagrams = search->engine->diagrams;

  return (Place){ leio_node_child_at (diagrams, place->node, variable, value),
                  leio_node_child_at (diagrams, place->possible, variable, value), place->cost };
}

/* The front below @front for the values from @first to @last of its top variable; lost where a
 * place that must reach the status costs more than what is left. */
static Front
step_down (Search *search,
           const Front *front,
           guint variable,
           guint first,
           guint last,
           Touch touch,
           guint left)
{
  Front below = { search->n_places, 0, front->has_target, 0, front->question, touch };
  gboolean is_only = front->length == 1 && first == last && !front->has_target;

  for (guint i = 0; i < front->length && below.lost == 0; i++)
    for (guint k = first; k <= last && below.lost == 0; k++)
      {
        Place child = get_child (search, get_place (search, front->first + i), variable, k);

        if (child.possible == LEIO_NODE_FALSE)
          continue;
        child.cost = find_cost (search, &below, child.node);
        if (child.cost > left && (is_only || child.possible == LEIO_NODE_TRUE))
          below.lost = child.cost;
        else
          add_place (search, &below, &child);
      }
  return below;
}

/* What each way on from here costs at least. A place that impossible combinations can still take
 * away need not be led anywhere, as long as one is left; with it are left those where all is
 * possible that is possible there. */
static guint
least_cost (const Search *search, const Front *front)
{
  guint least = front->has_target ? 0 : FAR, certain = 0;

  for (guint i = 0; i < front->length; i++)
    {
      const Place *place = get_place (search, front->first + i);
      guint cost = place->cost;

      if (place->possible == LEIO_NODE_TRUE)
        certain = MAX (certain, cost);
      for (guint k = 0; k < front->length && cost < least; k++)
        {
          const Place *other = get_place (search, front->first + k);

          if (other->cost > cost &&
              leio_engine_implies (search->engine, place->possible, other->possible))
            cost = other->cost;
        }
      least = MIN (least, cost);
    }
  return MAX (least, certain);
}

static gboolean
can_be (const Search *search, LeioNode node, guint result)
{
  return leio_engine_mask (search->engine, node) >> result & 1;
}

/* Whether the answers, as they are from here on, leave the status alone. */
static gboolean
has_arrived (const Search *search, const Front *front)
{
  guint64 wanted = G_GUINT64_CONSTANT (1) << search->target;
  gboolean is_possible = front->has_target;

  for (guint i = 0; i < front->length; i++)
    {
      const Place *place = get_place (search, front->first + i);

      if (leio_engine_mask (search->engine, place->node) != wanted)
        return FALSE;
      is_possible = is_possible || can_be (search, place->possible, LEIO_NODE_TRUE);
    }
  return is_possible;
}

/* What is known of fronts */

/* A number for all places of @front but the last. */
static guint32
number_places (const Search *search, const Front *front)
{
  guint32 number = 0;

  for (guint i = 0; i + 1 < front->length; i++)
    {
      const Place *place = get_place (search, front->first + i);
      LeioTuple key = { place->node, place->possible, number, G_MAXUINT32 };

      if (!leio_tuples_lookup (search->engine->seen_fronts, key, &number))
        leio_tuples_store (search->engine->seen_fronts, key,
                           number = leio_tuples_get_length (search->engine->seen_fronts) + 1);
    }
  return number;
}

/* What tells a front from others; of those that are not empty. */
static LeioTuple
make_key (const Search *search, const Front *front)
{
  guint32 state = (guint32) front->touch << 1 | (front->has_target ? 1 : 0);
  const Place *last = get_place (search, front->first + front->length - 1);

  return (LeioTuple){ last->node, last->possible, number_places (search, front), state };
}

/* What a way on from the front costs at least, as far as was found out before. */
static guint
recall_cost (const Search *search, LeioTuple key)
{
  guint32 cost;

  return leio_tuples_lookup (search->engine->seen_fronts, key, &cost) ? cost : 0;
}

/* The search. Each of these tells 0 where at most @left leads all places of the front to the
 * status, with the answers set on the way in the choices; else what it costs at least. */

static guint reach (Search *search, Front front, guint left);

static guint
move (Search *search, const Front *front, Touch touch, guint variable, int value, guint left)
{
  guint arity = search->engine->space->arities[variable];
  Front below = step_down (search, front, variable, value < 0 ? 0 : (guint) value,
                           value < 0 ? arity - 1 : (guint) value, touch, left);
  guint cost = below.lost != 0 ? below.lost : reach (search, below, left);

  search->n_places = below.first;
  return cost;
}

static guint
keep_answer (Search *search, const Front *front, guint variable, guint left)
{
  int value = search->engine->values[variable];

  if (value < 0 && !search->leaves_open)
    return FAR;
  return move (search, front, value < 0 ? KEPT_OPEN : front->touch, variable, value, left);
}

static guint
choose (Search *search, const Front *front, guint variable, guint value, guint left)
{
  guint cost;

  search->choices[search->n_choices++] = (Choice){ variable, (int) value };
  cost = move (search, front, CHANGED, variable, (int) value, left);
  if (cost > 0)
    search->n_choices--;
  return cost;
}

/* The value to be tried as number @i: of a number or scale the nearest first; -1 for none. */
static int
pick_value (const Search *search, guint variable, guint i)
{
  const LeioSpace *space = search->engine->space;
  const LeioSpaceQuestion *question =
      g_ptr_array_index (space->questions, space->question_of[variable]);
  int given = search->engine->values[variable], value = (int) i;

  if (given >= 0 &&
      (question->kind == LEIO_QUESTION_NUMBER || question->kind == LEIO_QUESTION_SCALE))
    value = i % 2 == 0 ? given + 1 + (int) i / 2 : given - 1 - (int) i / 2;
  return value < (int) space->arities[variable] ? value : -1;
}

/* A value beside the given one, or any in a set that is changed already. */
static guint
change_answer (Search *search, const Front *front, guint variable, guint left)
{
  gboolean is_free = front->touch == CHANGED;
  guint price = is_free ? 0 : find_price (search->engine, variable);
  guint least = FAR;

  if (price > left)
    return price;
  for (guint i = 0; i < 2 * search->engine->space->arities[variable]; i++)
    {
      int value = pick_value (search, variable, i);

      if (value >= 0 && (is_free || search->engine->values[variable] != value))
        {
          guint cost = choose (search, front, variable, (guint) value, left - price);

          if (cost == 0)
            return 0;
          least = MIN (least, price + cost);
        }
    }
  return least;
}

static guint
try_both (Search *search, const Front *front, guint variable, guint left)
{
  guint kept = FAR, changed = FAR;

  if (front->touch != CHANGED)
    kept = keep_answer (search, front, variable, left);
  if (kept > 0 && front->touch != KEPT_OPEN)
    changed = change_answer (search, front, variable, left);
  return MIN (kept, changed);
}

static guint
reach (Search *search, Front front, guint left)
{
  guint variable = top_variable (search, &front);
  gboolean is_other =
      variable == G_MAXUINT16 || search->engine->space->question_of[variable] != front.question;
  LeioTuple key;
  guint least;

  if (is_other)
    front.touch = UNTOUCHED;
  least = least_cost (search, &front);
  if (least == 0 && front.touch != CHANGED && has_arrived (search, &front))
    return 0;
  if (variable == G_MAXUINT16 || search->n_moves <= 0)
    return FAR;
  if (least > left)
    return least;
  key = make_key (search, &front);
  least = recall_cost (search, key);
  if (least > left)
    return least;
  front.question = search->engine->space->question_of[variable];
  search->n_moves -= (gint) front.length;
  least = try_both (search, &front, variable, left);
  if (least > 0 && search->n_moves > 0)
    leio_tuples_store (search->engine->seen_fronts, key, least);
  return least;
}

/* Takes what it needs from @n_moves. A change of one answer has few ways, so these are looked at to
 * their end and cost nothing. */
static gboolean
reach_from_root (Search *search, guint least, gint *n_moves)
{
  Front root = { 0, 0, FALSE, 0, G_MAXUINT, UNTOUCHED };
  Place top = { search->root, search->engine->possible, least };

  leio_tuples_clear (search->engine->seen_fronts);
  search->n_places = 0;
  add_place (search, &root, &top);
  while (least > 0 && least < FAR)
    {
      guint limit = least;

      search->n_moves = limit < 2 * ONE_ANSWER ? G_MAXINT : *n_moves;
      if (search->n_moves <= 0)
        break;
      least = reach (search, root, limit);
      if (limit >= 2 * ONE_ANSWER)
        *n_moves = search->n_moves;
    }
  return least == 0 && search->n_choices > 0;
}

/* The change */

static void
put_choices (const Search *search)
{
  for (guint i = 0; i < search->n_choices; i++)
    search->engine->values[search->choices[i].variable] = search->choices[i].value;
}

static void
list_questions (const Search *search, GArray *questions)
{
  const LeioEngine *engine = search->engine;

  for (guint i = 0; i < search->n_choices; i++)
    {
      guint variable = search->choices[i].variable;
      guint question = engine->own_question[engine->space->question_of[variable]];

      if (!leio_indices_contain (questions, question))
        g_array_append_val (questions, question);
    }
  leio_sort_indices (questions);
}

static gboolean
is_enough (const Search *search)
{
  leio_engine_values_changed (search->engine);
  return leio_engine_results (search->engine, search->root) == G_GUINT64_CONSTANT (1)
                                                                   << search->target;
}

/* Puts back one answer that the change does not need, the last first. */
static gboolean
drop_one (const Search *search, const LeioAnswers *answers, GArray *questions)
{
  LeioEngine *engine = search->engine;

  for (guint i = questions->len; i-- > 0;)
    {
      guint question = g_array_index (questions, guint, i);
      const LeioSpaceQuestion *place = leio_engine_place (engine, question);
      int *values = engine->values + place->first_variable;
      g_autofree int *kept = g_memdup2 (values, sizeof (int) * place->n_variables);

      leio_compiler_fill_one (engine->model->compiler, question,
                              leio_answers_get (answers, question), engine->values);
      if (is_enough (search))
        {
          g_array_remove_index (questions, i);
          return TRUE;
        }
      memcpy (values, kept, sizeof (int) * place->n_variables);
    }
  return FALSE;
}

/* What the values of the engine say; a number as near as can be to the one that is given. */
static LeioAnswer
read_answer (const LeioEngine *engine, const LeioAnswers *answers, guint question)
{
  const LeioSpaceQuestion *place = leio_engine_place (engine, question);
  const LeioAnswer *given = leio_answers_get (answers, question);
  const LeioQuestion *asked =
      leio_questionnaire_get_question (engine->knowledge->logic->questionnaire, question);
  LeioAnswer answer = leio_compiler_read (engine->model->compiler, question, engine->values);

  if (asked->kind == LEIO_QUESTION_NUMBER && given->state == LEIO_ANSWER_GIVEN)
    answer.number = leio_space_question_nearest (
        place, (guint) engine->values[place->first_variable], asked->decimals, given->number);
  return answer;
}

/* Takes what the values of the engine say, and puts the answers back. */
static void
read_change (const LeioEngine *engine, const LeioAnswers *answers, LeioChange *change)
{
  const LeioCompiler *compiler = engine->model->compiler;

  for (guint i = 0; i < change->questions->len; i++)
    {
      guint question = g_array_index (change->questions, guint, i);
      LeioAnswer answer = read_answer (engine, answers, question);

      g_array_append_val (change->answers, answer);
      leio_compiler_fill_one (compiler, question, leio_answers_get (answers, question),
                              engine->values);
    }
}

static void
add_change (const Search *search,
            const LeioAnswers *answers,
            guint least,
            gboolean smallest,
            LeioTreatmentAdvice *advice)
{
  LeioChange *change = leio_change_new ((LeioStatus) search->target);

  list_questions (search, change->questions);
  put_choices (search);
  /* An answer can be needed for the sake of another alone, so all are looked at again. */
  while (!smallest && drop_one (search, answers, change->questions))
    ;
  change->smallest = (smallest && change->questions->len <= MAX_ANSWERS) ||
                     change->questions->len == least / ONE_ANSWER;
  read_change (search->engine, answers, change);
  if (!smallest)
    leio_engine_values_changed (search->engine);
  g_ptr_array_add (advice->changes, change);
}

static void
find_change (Search *search, const LeioAnswers *answers, LeioTreatmentAdvice *advice)
{
  const Costs *costs = &find_bounds (search->engine, search->root)->least[0];
  guint least = MAX (ONE_ANSWER, (guint) costs->to[search->target]);
  gint no_limit = G_MAXINT;
  gboolean smallest;

  search->n_choices = 0;
  search->leaves_open = TRUE;
  smallest = reach_from_root (search, least, &search->n_moves_of_treatment);
  search->leaves_open = FALSE;
  if (smallest || reach_from_root (search, least, &no_limit))
    add_change (search, answers, least, smallest, advice);
}

static gboolean
is_given (const LeioEngine *self, const LeioSpaceQuestion *place)
{
  for (guint i = 0; i < place->n_variables; i++)
    if (self->values[place->first_variable + i] >= 0)
      return TRUE;
  return FALSE;
}

static void
set_prices (LeioEngine *self)
{
  const LeioQuestionnaire *questionnaire = self->knowledge->logic->questionnaire;

  for (guint i = 0; i < self->space->questions->len; i++)
    {
      guint own = self->own_question[i];
      const LeioQuestion *question = leio_questionnaire_get_question (questionnaire, own);

      self->prices[i] = ONE_ANSWER;
      if (is_given (self, g_ptr_array_index (self->space->questions, i)))
        self->prices[i] += question->fixed ? ONE_FIXED + ONE_GIVEN : ONE_GIVEN;
    }
}

/* Forgets the bounds of the last case; the treatments of one case share them. */
static void
begin (LeioEngine *self)
{
  set_prices (self);
  if (++self->bound_stamp == 0)
    {
      memset (self->bound_stamps, 0, sizeof (guint32) * leio_diagrams_get_n_nodes (self->diagrams));
      self->bound_stamp = 1;
    }
  set_terminal_bounds (self);
  leio_engine_values_changed (self);
}

static void
find_changes_of (Search *search, const LeioAnswers *answers, LeioTreatmentAdvice *advice)
{
  const LeioEngine *engine = search->engine;
  guint8 others = engine->reachable[advice->treatment] & ~advice->possible;

  search->root = engine->model->statuses[advice->treatment];
  search->n_moves_of_treatment = MAX_MOVES;
  for (guint i = 0; i < LEIO_N_STATUSES; i++)
    if (others >> i & 1)
      {
        search->target = i;
        find_change (search, answers, advice);
      }
}

void
leio_engine_find_changes (LeioEngine *self,
                          const LeioAnswers *answers,
                          LeioAdvice *advice,
                          int *next)
{
  g_autofree Choice *choices = g_new (Choice, self->space->n_variables + 1);
  Search search = { .engine = self, .choices = choices };
  guint i;

  begin (self);
  while ((i = (guint) g_atomic_int_add (next, 1)) < advice->treatments->len)
    {
      LeioTreatmentAdvice *treatment = g_ptr_array_index (advice->treatments, i);

      if (treatment->possible != 0)
        find_changes_of (&search, answers, treatment);
    }
  g_free (search.places);
}
