/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The questions to take along: what a person may want to ask their doctors in this
 * case, each with the reason why, in plain words without a verdict. They are made
 * from what is chosen (what matters to the person), disputed (where guidelines or
 * experts differ), open (answers that still decide about a treatment), and from the
 * list for doctors of the knowledge base, as far as its questions fit whatever the
 * open answers are. What is settled is not asked. What may fit stands apart, to be
 * added. Over all of it lies what the person did (leio-visit.h): own questions,
 * other words, answers, an order, questions taken out.
 *
 * Cost: 35 walks on small diagrams, and the texts.
 */
#pragma once

#include "leio-case.h"
#include "leio-engine.h"

G_BEGIN_DECLS

/* So many of the open answers are asked for by themselves, those that decide most first. */
#define LEIO_ASK_MOST_OPEN 8

#define LEIO_ASK_GROUP_FIRST "first"
#define LEIO_ASK_GROUP_OWN "own"
#define LEIO_ASK_GROUP_EARLIER "earlier"
#define LEIO_ASK_MATTER "matter/" /* how the groups of what matters begin */

typedef struct
{
  char *id;       /* "doctor/trial_1", "matter/work_1", "open/grade", "own/1" … */
  char *group;    /* the id of the group that it is from */
  char *question; /* as it is asked */
  char *worded;   /* as the program words it; "" where the person wrote it */
  char *why;      /* "" where the person wrote it */
  char *answer;   /* what was answered, "" where nothing was */
} LeioAskItem;

typedef struct
{
  char *id;
  char *title;
  char *intro;      /* (nullable) */
  GPtrArray *items; /* LeioAskItem: at least one */
} LeioAskGroup;

typedef struct
{
  GPtrArray *groups;  /* LeioAskGroup: those to be asked first, own ones, then the others */
  GPtrArray *more;    /* LeioAskItem that may fit, and can be added */
  GPtrArray *removed; /* LeioAskItem that the person took out */
} LeioAskList;

LeioAskList *
leio_ask_list_new (LeioEngine *engine, const LeioCase *kase, const LeioAdvice *advice);
void leio_ask_list_free (LeioAskList *self);
guint leio_ask_list_count (const LeioAskList *self);
const LeioAskItem *leio_ask_list_find (const LeioAskList *self, const char *id);
gboolean leio_ask_list_can_move (const LeioAskList *self, const char *id, int by);
void leio_ask_list_move (const LeioAskList *self, LeioVisit *visit, const char *id, int by);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioAskList, leio_ask_list_free)

G_END_DECLS
