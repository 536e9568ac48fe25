/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A case: label, answers, and whatever else its file held. Reads and writes the
 * "leio-case" format. Fields of a newer minor version, and answers to
 * questions that this knowledge base does not have, are kept and written again.
 *
 * Label and notes are shared by the copies of a case (they are GRefStrings), so a
 * history of ten thousand copies holds each text once: they are only changed by
 * leio_case_set_label() and leio_case_set_notes().
 */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "leio-answers.h"
#include "leio-decision.h"
#include "leio-visit.h"

G_BEGIN_DECLS

/* A case file larger than this is refused (a real one has some kilobytes). */
#define LEIO_CASE_MAX_BYTES (4 * 1024 * 1024)
#define LEIO_CASE_VERSION 1
/* Versions of the knowledge base whose advice a case keeps. */
#define LEIO_CASE_MAX_ADVICE 24

/**
 * LeioCaseReading:
 * @LEIO_CASE_READING_UNTOLD: the file does not say; it counts as one of clinicians
 * @LEIO_CASE_READING_CLINICIAN: that of clinicians
 * @LEIO_CASE_READING_HOME: that of home
 *
 * In which reading a case was saved.
 */
typedef enum
{
  LEIO_CASE_READING_UNTOLD,
  LEIO_CASE_READING_CLINICIAN,
  LEIO_CASE_READING_HOME,
} LeioCaseReading;

typedef struct
{
  const char *label;  /* never NULL; see leio_case_set_label() */
  char *knowledge_id; /* as the file says, or of the knowledge base it was made with */
  char *knowledge_version;
  LeioAnswers *answers;
  const char *notes; /* never NULL; see leio_case_set_notes() */
  LeioDecision *decision; /* (nullable) what the board decided: leio_case_take_decision() */
  LeioVisit *visit;       /* (nullable) what a person takes along: leio_case_take_visit() */
  /* LeioPastAdvice: what each version of the knowledge base said of the case when it was last
   * saved with it, the newest last: leio_case_keep_advice() */
  GPtrArray *advice;
  LeioCaseReading reading; /* told by the file, not entered by a person */
  /*< private >*/
  double format_version;    /* 1, or the newer minor version that the file has */
  JsonObject *rest;         /* (nullable) every member of the file that Leio does not know */
  JsonObject *rest_answers; /* (nullable) answers to unknown questions of a newer knowledge base */
} LeioCase;

LeioCase *leio_case_new (const LeioQuestionnaire *questionnaire,
                         const char *knowledge_id,
                         const char *knowledge_version);
LeioCase *leio_case_copy (const LeioCase *self);
void leio_case_free (LeioCase *self);
gboolean leio_case_equal (const LeioCase *a, const LeioCase *b);
void leio_case_set_label (LeioCase *self, const char *label);
void leio_case_set_notes (LeioCase *self, const char *notes);

/**
 * leio_case_from_data:
 * @data: the bytes of a file, a pasted text or a batch line
 * @length: their number
 * @questionnaire: what the answers are checked against
 * @knowledge_id: the id that the case's knowledge must have
 * @error: one message naming the place ("answers: size_cm: …"), what was found and what was
 * expected; it does not name the file, the caller does
 *
 * An answer to a question that is not there is kept where the case says that it was made with a
 * newer version of the knowledge base, and is an error where not.
 *
 * Returns: (transfer full) (nullable): the case
 */
LeioCase *leio_case_from_data (const char *data,
                               gssize length,
                               const LeioQuestionnaire *questionnaire,
                               const char *knowledge_id,
                               GError **error);
LeioCase *leio_case_load (GFile *file,
                          const LeioQuestionnaire *questionnaire,
                          const char *knowledge_id,
                          char **tag,
                          GError **error);
char *
leio_case_to_data (const LeioCase *self, const LeioQuestionnaire *questionnaire, gsize *length);
JsonObject *leio_case_dup_answers (const LeioCase *self, const LeioQuestionnaire *questionnaire);
void leio_case_take_decision (LeioCase *self, LeioDecision *decision);
void leio_case_take_visit (LeioCase *self, LeioVisit *visit);
LeioPastAdvice *leio_case_find_advice (const LeioCase *self, const char *version);
void leio_case_keep_advice (LeioCase *self, LeioPastAdvice *advice);
char *leio_case_dup_tag (const char *data, gsize length);
gboolean leio_case_save (const LeioCase *self,
                         const LeioQuestionnaire *questionnaire,
                         GFile *file,
                         const char *expected,
                         char **tag,
                         GError **error);
JsonNode *leio_answer_to_node (const LeioQuestion *question, const LeioAnswer *answer);
gboolean leio_answer_from_node (const LeioQuestion *question,
                                JsonNode *node,
                                LeioAnswer *answer,
                                GError **error);
gboolean leio_answer_from_text (const LeioQuestion *question,
                                const char *text,
                                LeioAnswer *answer,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioCase, leio_case_free)

G_END_DECLS
