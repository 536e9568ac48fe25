/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person takes along to a visit: what matters to them, the questions as
 * they want to ask them, and what was answered. Which questions there are is said
 * by leio-ask-list.h from the case; here is only what the person did to them. It
 * never reaches the advice. It is the member "visit" of a case; all members may be
 * left out, but for "id" of a question:
 *
 *     { "matters": ["work", "children"],
 *       "first": ["own/1", "doctor/trial_1"],
 *       "order": ["doctor/trial_3", "doctor/trial_2"],
 *       "questions": [
 *         { "id": "own/1", "text": "May I drive?", "answer": "Not for two weeks." },
 *         { "id": "doctor/trial_1", "question": "Is there a trial …?", "text": "…" },
 *         { "id": "doctor/trial_4", "removed": true },
 *         { "id": "open/nodes", "added": true } ] }
 *
 * "first" are those to be asked first; "order" says who comes before whom in a
 * group, as far as it is not as usual. "question" is the program's wording when the
 * question was first touched, so that it can be read where it is no longer asked.
 * An id begins with what the question is made from; those of a newer Leio are kept.
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define LEIO_VISIT_MAX_QUESTIONS 400
#define LEIO_VISIT_MAX_IDS 400
#define LEIO_VISIT_MAX_TEXT (64 * 1024)
#define LEIO_VISIT_OWN "own/"

/* Shared by the copies of a visit and never changed; no string is NULL. */
typedef struct
{
  char *id;
  char *question; /* "" where the person wrote it */
  char *text;     /* "" where it is as the program words it */
  char *answer;
  gboolean removed;
  gboolean added; /* from those that may fit */
  /*< private >*/
  JsonObject *rest; /* (nullable) */
} LeioVisitQuestion;

/* Shared between copies of a case, so it is not changed once a case holds it: who edits makes a
 * leio_visit_copy() and puts that in its place. */
typedef struct
{
  GPtrArray *matters;   /* utf8: ids, in the order in which they were chosen */
  GPtrArray *first;     /* utf8: ids of questions, in order */
  GPtrArray *order;     /* utf8: ids of questions */
  GPtrArray *questions; /* LeioVisitQuestion, own ones in the order in which they were written */
  /*< private >*/
  JsonObject *rest; /* (nullable) */
  gatomicrefcount ref_count;
} LeioVisit;

LeioVisit *leio_visit_new (void);
LeioVisit *leio_visit_copy (const LeioVisit *self);
LeioVisit *leio_visit_ref (LeioVisit *self);
void leio_visit_unref (LeioVisit *self);
gboolean leio_visit_equal (const LeioVisit *a, const LeioVisit *b);
gboolean leio_visit_is_empty (const LeioVisit *self);

gboolean leio_visit_has_matter (const LeioVisit *self, const char *matter);
void leio_visit_set_matter (LeioVisit *self, const char *matter, gboolean chosen);

const LeioVisitQuestion *leio_visit_find (const LeioVisit *self, const char *id);
gboolean leio_visit_is_own (const char *id);
const char *leio_visit_add_own (LeioVisit *self, const char *text);
void leio_visit_set_text (LeioVisit *self, const char *id, const char *question, const char *text);
void
leio_visit_set_answer (LeioVisit *self, const char *id, const char *question, const char *answer);
void
leio_visit_set_removed (LeioVisit *self, const char *id, const char *question, gboolean removed);
void leio_visit_set_added (LeioVisit *self, const char *id, const char *question, gboolean added);
void leio_visit_take_order (LeioVisit *self, GPtrArray *first, GPtrArray *order);

LeioVisit *leio_visit_from_object (JsonObject *object, GError **error);
JsonObject *leio_visit_to_object (const LeioVisit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioVisit, leio_visit_unref)

G_END_DECLS
