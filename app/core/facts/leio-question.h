/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Questions and the questionnaire: what can be asked about a case. A
 * questionnaire is filled once by the loader and then never changes; everybody
 * else reads the fields. Strings are owned by the questionnaire.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LeioQuestionKind:
 * @LEIO_QUESTION_CHOICE: one value
 * @LEIO_QUESTION_SCALE: one value of an ordered list
 * @LEIO_QUESTION_SET: any number of values, also none
 * @LEIO_QUESTION_NUMBER: a number with unit and bounds
 */
typedef enum
{
  LEIO_QUESTION_CHOICE,
  LEIO_QUESTION_SCALE,
  LEIO_QUESTION_SET,
  LEIO_QUESTION_NUMBER,
} LeioQuestionKind;

/* The most values that a question or a derived fact may have: a set of them is one guint64. */
#define LEIO_MAX_VALUES 64

typedef struct
{
  char *id;
  char *label;       /* clinician wording */
  char *plain_label; /* home wording */
  char *summary;       /* (nullable) in the line that sums a case up: "no spread" */
  char *plain_summary; /* (nullable) the same at home */
  char *region;        /* (nullable) where it is on the picture of the body */
} LeioValue;

typedef struct
{
  char *id;
  char *title;
  char *plain_title;
} LeioSection;

typedef struct
{
  char *id;
  guint index;            /* position in the questionnaire, also in LeioAnswers */
  guint section;          /* index into the sections */
  LeioQuestionKind kind;
  GPtrArray *values;      /* (element-type LeioValue); empty for a number */
  char *unit;             /* of a number, or NULL */
  char *unit_one;         /* (nullable) the same after a 1, where it differs: "month" */
  char *base_unit;        /* (nullable) both as the base has them, where they are translated */
  char *base_unit_one;
  double min, max;        /* of a number, inclusive, in @unit */
  guint decimals;         /* of a number */
  GArray *marks;          /* (element-type double) of a number: what it is drawn against */
  char *ask_if;           /* condition text, or NULL: always asked */
  int if_not_asked;       /* index of the value it has where it is not asked, or -1 */
  char *question;         /* clinician wording */
  char *plain_question;   /* home wording */
  char *short_label;      /* two or three words, for summaries: "size", "grade" */
  char *plain_short;      /* (nullable) the same at home: "how active you are" */
  char *why;              /* why it is asked */
  char *plain_why;        /* (nullable) the same at home */
  char *plain_ask;        /* (nullable) how a patient asks a doctor for the answer */
  char *help;             /* where to find the answer */
  char *plain_help;       /* (nullable) the same at home */
  gboolean essential;
  /* a given answer stays as it is, whatever is done or looked at again (the age, the site) */
  gboolean fixed;
  gboolean forecast;      /* how long people live: at home it is told only when asked for */
} LeioQuestion;

typedef struct _LeioQuestionnaire LeioQuestionnaire;

LeioQuestionnaire *leio_questionnaire_new (void);
LeioQuestionnaire *leio_questionnaire_ref (LeioQuestionnaire *self);
void leio_questionnaire_unref (LeioQuestionnaire *self);

/* For the loader: takes ownership and sets the index; FALSE where the id is there already. */
gboolean leio_questionnaire_add (LeioQuestionnaire *self, LeioQuestion *question);
gboolean leio_questionnaire_add_section (LeioQuestionnaire *self, LeioSection *section);

/* The version of the knowledge base that asks them, "2026.11": a case of a newer one may
 * answer questions that are not here. NULL where nobody set it. */
void leio_questionnaire_set_version (LeioQuestionnaire *self, const char *version);
const char *leio_questionnaire_get_version (const LeioQuestionnaire *self);

guint leio_questionnaire_get_n_questions (const LeioQuestionnaire *self);
const LeioQuestion *leio_questionnaire_get_question (const LeioQuestionnaire *self, guint index);
/* (nullable) */
const LeioQuestion *leio_questionnaire_find (const LeioQuestionnaire *self, const char *id);
guint leio_questionnaire_get_n_sections (const LeioQuestionnaire *self);
const LeioSection *leio_questionnaire_get_section (const LeioQuestionnaire *self, guint index);
int leio_questionnaire_find_section (const LeioQuestionnaire *self, const char *id); /* -1: none */

LeioQuestion *leio_question_new (const char *id, LeioQuestionKind kind);
void leio_question_free (LeioQuestion *self);
int leio_question_find_value (const LeioQuestion *self, const char *id); /* -1: none */
const LeioValue *leio_question_get_value (const LeioQuestion *self, guint index);
const char *leio_question_get_unit (const LeioQuestion *self, double number); /* or NULL */
guint64 leio_question_get_all_values (const LeioQuestion *self); /* the mask of every value */
int leio_values_find (const GPtrArray *values, const char *id); /* -1: none */
guint64 leio_values_get_all (guint n_values); /* the mask of so many values */
LeioValue *leio_value_new (const char *id, const char *label, const char *plain_label);
void leio_value_free (LeioValue *self);
LeioSection *leio_section_new (const char *id, const char *title, const char *plain_title);
void leio_section_free (LeioSection *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioQuestionnaire, leio_questionnaire_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioQuestion, leio_question_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioSection, leio_section_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeioValue, leio_value_free)

G_END_DECLS
